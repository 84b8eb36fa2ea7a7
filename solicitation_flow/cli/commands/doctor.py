"""`solflow doctor`: what is not as it should be with a workspace."""

from solicitation_flow.cli import spelling
from solicitation_flow.cli.session import Session, command

FOUND_SOMETHING = 7


@command("doctor", example="solflow doctor")
def doctor(session: Session) -> None:
    """Looks for what is not as it should be; exit code 7 means that something was found.

    Zone data, the database and its version, folders, the clock against the last entry, letters
    of which nobody knows whether they arrived, dates that have passed unrecorded, and the
    workflow files of this workspace, proved sound.
    """
    from solicitation_flow.views import reports
    from solicitation_flow.workspace import examination

    workspace = session.workspace
    checks = examination.examine(workspace, lambda: session.engine)
    if session.json:
        session.emit(reports.examined(str(workspace.root), checks, spelling.typed))
    else:
        for line in reports.examined_lines(checks, spelling.typed):
            session.say(line)
    if not all(check.ok for check in checks):
        session.leave(FOUND_SOMETHING)

"""`solflow doctor`: check a workspace for problems."""

from solicitation_flow.cli import spelling
from solicitation_flow.cli.session import Session, command

FOUND_SOMETHING = 7


@command("doctor", example="solflow doctor")
def doctor(session: Session) -> None:
    """Check this workspace for problems; exit code 7 if there are any.

    It looks at the time zone data, the database and its version, folders, the clock, letters that
    may not have arrived, dates that have passed unrecorded, and the workflow files in use here.
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

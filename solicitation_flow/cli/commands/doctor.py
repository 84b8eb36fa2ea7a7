"""`solflow doctor`: what is not as it should be with a workspace."""

from solicitation_flow.cli.session import Session, command

FOUND_SOMETHING = 7


@command("doctor", example="solflow doctor")
def doctor(session: Session) -> None:
    """Looks for what is not as it should be; exit code 7 means that something was found.

    Zone data, the database and its version, folders, the clock against the last entry, letters
    of which nobody knows whether they arrived, dates that have passed unrecorded, and the
    workflow files of this workspace, proved sound.
    """
    from solicitation_flow.cli import examination

    checks = examination.checks(session)
    if session.json:
        session.emit(
            {
                "workspace": str(session.workspace.root),
                "checks": [
                    {"check": each.name, "ok": each.ok, "says": each.says, "next": each.next}
                    for each in checks
                ],
            }
        )
    else:
        for check in checks:
            session.say(f"{'ok   ' if check.ok else 'wrong'}  {check.name}: {check.says}")
            if check.next:
                session.say(f"       {check.next}")
    if not all(each.ok for each in checks):
        session.leave(FOUND_SOMETHING)

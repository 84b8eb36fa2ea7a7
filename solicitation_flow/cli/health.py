"""Is this workspace as it should be, and brought to this program's version?"""

from solicitation_flow.cli.frame import Session, command

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


@command("upgrade", example="solflow upgrade")
def upgrade(session: Session) -> None:
    """Brings the database to this program's version; a copy of the old one is made first."""
    from solicitation_flow.store import schema
    from solicitation_flow.workspace import create

    path = session.workspace.database
    create.refuse_to_forget(path)
    before, after = schema.upgrade(path)
    copies = sorted(path.parent.glob(f"{path.name}.{before}.*.backup"))
    backup = str(copies[-1]) if copies and before != after else None
    if session.json:
        session.emit({"database": str(path), "from": before, "to": after, "backup": backup})
    elif before == after:
        session.say(f"{path} is up to date: schema {after}.")
    else:
        session.say(f"{path} has schema {after} now; it had {before or 'none'}.")
        if backup:
            session.say(f"The copy from before: {backup}")
        session.say("Next:\n  solflow doctor")

"""`solflow upgrade`: upgrade the database to this version of the program."""

from solicitation_flow.cli.session import Session, command


@command("upgrade", example="solflow upgrade")
def upgrade(session: Session) -> None:
    """Upgrade the database to this program's version; the old one is copied first."""
    from solicitation_flow.store import opening
    from solicitation_flow.workspace import create

    path = session.workspace.database
    create.refuse_to_forget(path)
    before, after = opening.upgrade_store(session.workspace.database_url)
    copies = sorted(path.parent.glob(f"{path.name}.{before}.*.backup"))
    backup: str | None = None
    if copies and before != after:
        backup = str(copies[-1])
    if session.json:
        session.emit({"database": str(path), "from": before, "to": after, "backup": backup})
    elif before == after:
        session.say(f"{path} is up to date: schema {after}.")
    else:
        session.say(f"{path} was upgraded from schema {before or 'none'} to {after}.")
        if backup:
            session.say(f"The old database was copied to {backup}")
        session.say("Next:\n  solflow doctor")

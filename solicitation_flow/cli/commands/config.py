"""`solflow config`: every setting, and where its value came from."""

from solicitation_flow.cli.session import Session, command


@command("config", example="solflow config")
def config(session: Session) -> None:
    """List every setting, its value, and where that value came from.

    An option goes before the environment, the environment before solflow.toml, and that before
    your own settings file.
    """
    from solicitation_flow.workspace import settings

    workspace = session.workspace
    rows = [
        (name, value.value, value.origin, settings.KNOWN[name].says)
        for name, value in workspace.settings.items()
    ]
    own = settings.user_file(workspace.environ)
    if session.json:
        listed = [{"name": n, "value": v, "origin": o, "says": s} for n, v, o, s in rows]
        places = {"workspace": str(workspace.root), "user_file": str(own)}
        session.emit(places | {"zone": workspace.zone, "settings": listed})
        return
    session.say(f"workspace {workspace.root}")
    session.say(f"your own file {own}{'' if own.is_file() else ' (there is none)'}\n")
    session.table(
        ("setting", "value", "from", "meaning"),
        [(name, _shown(value), origin, says) for name, value, origin, says in rows],
    )


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{key} is {each}" for key, each in value.items())
    return str(value)

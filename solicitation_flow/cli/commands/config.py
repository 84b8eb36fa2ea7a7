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
    user_file = settings.user_file(workspace.environ)
    documents: list[dict[str, object]] = []
    rows: list[tuple[str, ...]] = []
    for name, setting in workspace.settings.items():
        meaning = settings.KNOWN[name].says
        documents.append(
            {"name": name, "value": setting.value, "origin": setting.origin, "says": meaning}
        )
        rows.append((name, _text(setting.value), setting.origin, meaning))
    if session.json:
        places = {"workspace": str(workspace.root), "user_file": str(user_file)}
        session.emit({**places, "zone": workspace.zone, "settings": documents})
        return
    session.say(f"workspace {workspace.root}")
    missing = "" if user_file.is_file() else " (does not exist)"
    session.say(f"your settings file {user_file}{missing}\n")
    session.table(("setting", "value", "from", "meaning"), rows)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{login} is {person}" for login, person in value.items())
    return str(value)

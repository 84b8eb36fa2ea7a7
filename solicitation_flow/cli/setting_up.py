"""Makes a workspace, and says what it is set to."""

import shlex
from pathlib import Path
from typing import Any

import click

from solicitation_flow.cli.frame import Session, command, moment


@command(
    "init",
    example="""
solflow init --training --agency 'Your County' --jurisdiction va-local
solflow init office --agency 'Your County' --jurisdiction va-local --email maria@county.example
""",
)
@click.argument("folder", metavar="[DIR]", default=".")
@click.option(
    "--agency", metavar="NAME", required=True, help="The lead agency, as papers print it."
)
@click.option(
    "--jurisdiction", metavar="ID", required=True, help="Whose rules apply: va-local, ..."
)
@click.option("--zone", metavar="ZONE", default="", help="Time zone, if not the jurisdiction's.")
@click.option("--program", metavar="ID", default="neutral", help="The cooperative program.")
@click.option("--training", is_flag=True, help="Time is virtual; every paper is marked.")
@click.option("--person", metavar="KEY", default="", help="Your key, if not your login.")
@click.option("--name", metavar="NAME", default="", help="Your full name, as letters print it.")
@click.option("--email", metavar="ADDRESS", default="", help="Where letters to you go.")
def init(session: Session, folder: str, **said: str) -> None:
    """Makes a workspace, and enters you as its first person, with every staff role.

    In training, --at says when its clock begins.
    """
    from solicitation_flow.workspace import FileDefinitions, NotAllowed, Workspace, shipped

    training = bool(said["training"])
    if session.common.at and not training:
        raise NotAllowed("--at is for training: an office's clock is the machine's")
    start = None
    if session.common.at:
        law = (said["jurisdiction"], said["program"], said["zone"])
        zone = FileDefinitions((shipped("workflows"),), *law).own_zone() or "UTC"
        start = moment(session.common.at, zone, "--at")
    made = Workspace.create(Path(folder), **said, start=start)  # type: ignore[arg-type]
    session.enter(made)
    if session.json:
        session.emit(_made(session, said))
        return
    what = "a place to train in" if made.training else "an office"
    session.say(f"{made.root} is {what} for {said['agency']}: {said['jurisdiction']}, {made.zone}.")
    roles = ", ".join(sorted(session.actor.roles))
    session.say(f"You are {session.actor.name}: {roles}.")
    session.say(f"Now is {session.spoken(session.now)}.")
    session.say("Next:")
    if made.root != Path.cwd():
        session.say(f"  cd {shlex.quote(folder)}")
    session.say("  solflow suppliers add acme name='Acme Furniture' email=bids@acme.example")
    agency = shlex.quote(said["agency"])
    session.say(f"  solflow new rfp title='Classroom furniture' agency={agency}")


def _made(session: Session, said: dict[str, str]) -> dict[str, Any]:
    person, made = session.actor, session.workspace
    roles = sorted(person.roles)
    return {
        "workspace": str(made.root),
        "training": made.training,
        "agency": said["agency"],
        "jurisdiction": said["jurisdiction"],
        "zone": made.zone,
        "program": said["program"],
        "person": {"key": person.name, "number": f"P-{person.name}", "roles": roles},
        "now": session.instant(session.now),
    }


@command("config", example="solflow config")
def config(session: Session) -> None:
    """Lists every setting, its value, and where that value came from.

    A flag goes before the environment, that before solflow.toml, that before your own file.
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

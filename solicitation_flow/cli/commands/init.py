"""`solflow init`: create a workspace."""

import shlex
from pathlib import Path
from typing import Any

import click

from solicitation_flow.cli.instants import moment
from solicitation_flow.cli.session import Session, command


@command(
    "init",
    example="""
solflow init --training --agency 'Your County' --jurisdiction va-local
solflow init office --agency 'Your County' --jurisdiction va-local --email maria@county.example
""",
)
@click.argument("folder", metavar="[DIR]", default=".")
@click.option(
    "--agency", metavar="NAME", required=True, help="The lead agency, as printed on documents."
)
@click.option(
    "--jurisdiction",
    metavar="ID",
    required=True,
    help="Whose rules apply: va-local, ..., or your own.",
)
@click.option("--zone", metavar="ZONE", default="", help="Time zone, if not the jurisdiction's.")
@click.option("--program", metavar="ID", default="neutral", help="The cooperative program.")
@click.option("--training", is_flag=True, help="Virtual time; documents are marked.")
@click.option("--person", metavar="KEY", default="", help="Your key, if not your login.")
@click.option("--name", metavar="NAME", default="", help="Your full name, as printed on letters.")
@click.option("--email", metavar="ADDRESS", default="", help="Your e-mail address.")
def init(session: Session, folder: str, **said: str) -> None:
    """Create a workspace and add you as its first person, with every staff role.

    In training, --at sets the time at which its clock starts.
    """
    from solicitation_flow.workspace import NotAllowed, Workspace

    training = bool(said["training"])
    if session.common.at and not training:
        raise NotAllowed("--at is for training: an office's clock is the machine's")
    start = None
    if session.common.at:
        law = (said["jurisdiction"], said["program"], said["zone"])
        zone = Workspace.definitions_for(Path(folder), *law).own_zone() or "UTC"
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
    session.say(f"Now is {session.anybody.spoken(session.now)}.")
    session.say("Next:")
    if made.root != Path.cwd():
        session.say(f"  cd {shlex.quote(folder)}")
    session.say("  solflow suppliers add acme name='Acme Furniture' email=bids@acme.example")
    agency = shlex.quote(said["agency"])
    session.say(f"  solflow new rfp title='Classroom furniture' agency={agency}")


def _made(session: Session, said: dict[str, str]) -> dict[str, Any]:
    person, made = session.actor, session.workspace
    roles = sorted(person.roles)
    questions = session.engine.read
    number = questions.entry_number(questions.workflows("people")[0], person.name)
    return {
        "workspace": str(made.root),
        "training": made.training,
        "agency": said["agency"],
        "jurisdiction": said["jurisdiction"],
        "zone": made.zone,
        "program": said["program"],
        "person": {"key": person.name, "number": number, "roles": roles},
        "now": session.anybody.instant(session.now),
    }

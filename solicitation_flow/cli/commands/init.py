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
    metavar="ID|FILE",
    required=True,
    help="Whose rules apply: va-local, ..., or a file of your own.",
)
@click.option("--zone", metavar="ZONE", default="", help="Time zone, if not the jurisdiction's.")
@click.option("--program", metavar="ID", default="neutral", help="The cooperative program.")
@click.option("--training", is_flag=True, help="Virtual time; documents are marked.")
@click.option("--person", metavar="KEY", default="", help="Your key, if not your login.")
@click.option("--name", metavar="NAME", default="", help="Your full name, as printed on letters.")
@click.option("--email", metavar="ADDRESS", default="", help="Your e-mail address.")
def init(session: Session, folder: str, **options: str) -> None:
    """Create a workspace and add you as its first person, with every staff role.

    In training, --at sets the time at which its clock starts.
    """
    from solicitation_flow.workspace import NotAllowed, Workspace

    training = bool(options["training"])
    if session.common.at and not training:
        raise NotAllowed("--at is for training: an office's clock is the machine's")
    start = None
    if session.common.at:
        law = (options["jurisdiction"], options["program"], options["zone"])
        zone = Workspace.definitions_for(Path(folder), *law).own_zone() or "UTC"
        start = moment(session.common.at, zone, "--at")
    workspace = Workspace.create(Path(folder), **options, start=start)  # type: ignore[arg-type]
    session.enter(workspace)
    if session.json:
        session.emit(_document(session, options))
        return
    kind = "a training workspace" if workspace.training else "an office workspace"
    rules = f"{workspace.settings['jurisdiction'].value}, {workspace.zone}"
    session.say(f"{workspace.root} is {kind} for {options['agency']}: {rules}.")
    roles = ", ".join(sorted(session.actor.roles))
    session.say(f"You are {session.actor.name}: {roles}.")
    session.say(f"The time is {session.anybody.spoken(session.now)}.")
    session.say("Next:")
    if workspace.root != Path.cwd():
        session.say(f"  cd {shlex.quote(folder)}")
    session.say("  solflow suppliers add acme name='Acme Furniture' email=bids@acme.example")
    agency = shlex.quote(options["agency"])
    session.say(f"  solflow new rfp title='Classroom furniture' agency={agency}")


def _document(session: Session, options: dict[str, str]) -> dict[str, Any]:
    person, workspace = session.actor, session.workspace
    roles = sorted(person.roles)
    questions = session.engine.read
    number = questions.entry_number(questions.workflows("people")[0], person.name)
    return {
        "workspace": str(workspace.root),
        "training": workspace.training,
        "agency": options["agency"],
        "jurisdiction": workspace.settings["jurisdiction"].value,
        "zone": workspace.zone,
        "program": options["program"],
        "person": {"key": person.name, "number": number, "roles": roles},
        "now": session.anybody.instant(session.now),
    }

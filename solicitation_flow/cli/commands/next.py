"""`solflow next`: what may be done with a case now, and what stands in the way."""

import click

from solicitation_flow.cli.completion import candidates
from solicitation_flow.cli.session import Session, command


@command(
    "next",
    example="solflow next RFP-2026-001",
)
@click.argument("number", shell_complete=candidates.numbers)
def next_steps(session: Session, number: str) -> None:
    """List what may be done with a case now, by whom, and what stands in the way of each command.

    Rules that depend on a command's fields are not checked here: see `solflow why`.
    """
    from solicitation_flow.views import available_commands

    number = session.number(number)
    view, commands = session.engine.read.next(number, session.reader)
    if session.json:
        session.emit(available_commands.document(view, commands, session.viewer))
        return
    for line in available_commands.lines(view, commands, session.viewer):
        session.say(line)

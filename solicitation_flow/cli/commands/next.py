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
    """Shows what may be done with a case now, by whom, and what stands in the way of each.

    A rule that looks at a command's fields is asked once there are fields: see `solflow why`.
    """
    from solicitation_flow.cli import offers

    number = session.number(number)
    view, available_commands = session.engine.read.next(number, session.reader)
    if session.json:
        session.emit(offers.document(view, available_commands, session))
        return
    for line in offers.lines(view, available_commands, session):
        session.say(line)

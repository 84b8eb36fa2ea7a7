"""What may be done next, and why not: the two questions everybody asks of a case."""

from typing import Any

import click

from solicitation_flow.cli import tab
from solicitation_flow.cli.frame import Session, command


@command(
    "next",
    example="solflow next RFP-2026-001",
)
@click.argument("number", shell_complete=tab.numbers)
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


@command(
    "why",
    example="solflow why RFP-2026-001 publish proposals_due='2026-11-18 14:00'",
)
@click.argument("number", shell_complete=tab.numbers)
@click.argument("name", metavar="COMMAND", shell_complete=tab.commands)
@click.argument("pairs", metavar="[FIELD=VALUE ...]", nargs=-1, shell_complete=tab.fields)
@click.option("--file", metavar="FORM.YAML", help="Fields from a file.")
def why(session: Session, number: str, name: str, pairs: tuple[str, ...], file: str | None) -> None:
    """Asks every rule a command is held to: whether it stands aside, on which facts, by what law.

    Without fields, only the rules that need none are asked. Nothing is changed.
    """
    from solicitation_flow.cli import offers
    from solicitation_flow.cli.acting import form_at, typed_form
    from solicitation_flow.engine import Request

    number = session.number(number)
    words: dict[str, Any] = {}
    with form_at(name, number):
        if pairs or file:
            typed = typed_form(session, number, name, pairs, file, keep=False)
            words = typed.words() if typed else {}
        answer = session.engine.why(Request(name, words, number), session.reader)
    if session.json:
        session.emit(offers.reasons(number, name, answer, session, asked=bool(words)))
        return
    for line in offers.reason_lines(number, name, answer, session):
        session.say(line)

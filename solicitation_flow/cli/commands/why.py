"""`solflow why`: every rule that a command is held to."""

from typing import Any

import click

from solicitation_flow.cli.completion import candidates
from solicitation_flow.cli.session import Session, command


@command(
    "why",
    example="solflow why RFP-2026-001 publish proposals_due='2026-11-18 14:00'",
)
@click.argument("number", shell_complete=candidates.numbers)
@click.argument("name", metavar="COMMAND", shell_complete=candidates.commands)
@click.argument("pairs", metavar="[FIELD=VALUE ...]", nargs=-1, shell_complete=candidates.fields)
@click.option("--file", metavar="FORM.YAML", help="Read fields from a file.")
def why(session: Session, number: str, name: str, pairs: tuple[str, ...], file: str | None) -> None:
    """Check a command against every rule: whether it is satisfied, on which facts, under which law.

    Without fields, only the rules that need none are checked. Nothing is changed.
    """
    from solicitation_flow.cli.input.typed_form import form_at, typed_form
    from solicitation_flow.engine import Request
    from solicitation_flow.views import reasons

    number = session.number(number)
    words: dict[str, Any] = {}
    with form_at(name, number):
        if pairs or file:
            typed = typed_form(session, number, name, pairs, file, keep=False)
            words = typed.words() if typed else {}
        answer = session.engine.why(Request(name, words, number), session.reader)
    if session.json:
        asked = bool(words)
        session.emit(reasons.document(name, answer, session.viewer, form_asked=asked))
        return
    for line in reasons.lines(name, answer, session.viewer):
        session.say(line)

"""One letter laid out, and letters written in memory only, to see how they would read."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from solicitation_flow.cli import cases
from solicitation_flow.cli.input.typed_form import typed_form
from solicitation_flow.cli.session import Session
from solicitation_flow.decide import Refusal
from solicitation_flow.notices.mail import opened, text
from solicitation_flow.records.ledger import Letter


def document(letter: Letter, session: Session) -> dict[str, Any]:
    """Return a letter whole, for a program."""
    whole = {"message_id": letter.message_id, "text": text(letter), "message": letter.message}
    return cases.letter(letter, session) | whole


def lines(letter: Letter) -> Iterator[str]:
    """Return a letter for a person: its head, then its words."""
    mail = opened(letter)
    for name in ("From", "To", "Subject", "Date"):
        yield f"{name}: {mail[name]}"
    yield ""
    yield text(letter).rstrip("\n")


def previewed(
    session: Session, number: str, notice: str, pairs: Sequence[str], file: str | None
) -> Refusal | list[Letter]:
    """Return a notice's letters as of now: with its command, by the clock, or as reminders."""

    def words(command: str) -> Mapping[str, Any]:
        typed = typed_form(session, number, command, tuple(pairs), file, keep=False)
        assert typed is not None, "a move of the workflow has a form"
        return typed.words()

    return session.engine.preview(number, notice, session.actor, words)

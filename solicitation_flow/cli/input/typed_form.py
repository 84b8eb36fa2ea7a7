"""The fields of a case's command as they were typed, and asked for where they are missing."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from solicitation_flow.cli.session import Session
from solicitation_flow.errors import BadFields, Suggestion

if TYPE_CHECKING:
    # the pages of help are read without the engine
    from solicitation_flow.cli.input.assignments import Typed
    from solicitation_flow.forms import Form

Pairs = tuple[str, ...]


@contextmanager
def form_at(name: str, case: str = "") -> Iterator[None]:
    """Say where to read about the form whose fields are wrong."""
    try:
        yield
    except BadFields as bad:
        whose = {"workflow": case} if case else {}
        bad.next = Suggestion("form", subject=name, options=whose)
        raise


def typed_form(
    session: Session, number: str, name: str, pairs: Pairs, file: str | None, *, keep: bool
) -> "Typed | None":
    """Return what was typed about a command's form; None where the case knows no such command."""
    from solicitation_flow.cli.input.assignments import Typed, keepers

    engine = session.engine
    workflow = engine.read.workflow(number)
    if name not in {move.command for move in workflow.moves}:
        return None

    def attach(_: str, called: str, data: bytes) -> dict[str, Any]:
        return engine.attach(called, data, keep=keep)

    def enclose(field: str, called: str, data: bytes) -> dict[str, Any]:
        return engine.enclose(called, data, case=number, part=field, keep=keep)

    form: type[Form] = workflow.book.forms[name]
    return Typed(name, form, pairs, file, keepers(enclose, attach))


def form_words(session: Session, typed: "Typed | None") -> dict[str, Any]:
    """Return the words of a form; on a terminal a person is asked for what is missing."""
    if typed is None:
        return {}
    words = typed.words()
    if not session.json and sys.stdin.isatty() and sys.stderr.isatty():
        typed.ask(words)
    return words

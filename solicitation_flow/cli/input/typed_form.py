"""Collects the fields of a command from the command line and, at a terminal, from prompts."""

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
    """Point an error about fields to the page of their form."""
    try:
        yield
    except BadFields as bad:
        if case:
            whose = {"workflow": case}
        else:
            whose = {}
        bad.next = Suggestion("form", subject=name, options=whose)
        raise


def typed_form(
    session: Session, number: str, name: str, pairs: Pairs, file: str | None, *, keep: bool
) -> "Typed | None":
    """Return what was typed for a command's form; None where the case has no such command."""
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
    """Return a form's fields; at a terminal the person is asked for those that are missing."""
    if typed is None:
        return {}
    words = typed.words()
    if not session.json and sys.stdin.isatty() and sys.stderr.isatty():
        typed.ask(words)
    return words

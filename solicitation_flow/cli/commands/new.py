"""`solflow new`: open a case."""

from typing import Any

import click

from solicitation_flow.cli import reporting
from solicitation_flow.cli.completion import candidates
from solicitation_flow.cli.input import registered
from solicitation_flow.cli.input.typed_form import Pairs, form_at, form_words
from solicitation_flow.cli.session import Session, command
from solicitation_flow.errors import Suggestion, Usage

PARENT = "parent="


@command(
    "new",
    example="""
solflow new rfp title='Classroom furniture' agency='Your County'
solflow new participation parent=RFP-2026-001-A1 member=fairview"""
    """ contact='Pat Lee' scope='Two new schools' --as fairview
""",
)
@click.argument("workflow")
@click.argument("pairs", metavar="[FIELD=VALUE ...]", nargs=-1, shell_complete=candidates.fields)
@click.option("--file", metavar="FORM.YAML", help="Fields from a file; - is standard input.")
@click.option("--dry-run", is_flag=True, help="Show what would happen; change nothing.")
def new(session: Session, workflow: str, pairs: Pairs, file: str | None, *, dry_run: bool) -> None:
    """Open a case and print its number. `solflow form WORKFLOW` lists the fields.

    For a case that belongs to another one, give parent=NUMBER.
    A value is text (FIELD=VALUE), a file (FIELD=@path), standard input (FIELD=-) or typed
    (FIELD:='{"json": 1}').
    """
    opened(session, workflow, pairs, file, dry_run=dry_run)


def opened(
    session: Session, workflow: str, pairs: Pairs, file: str | None, *, dry_run: bool = False
) -> None:
    """Open a case of a workflow and print the result."""
    from solicitation_flow.cli.input.assignments import Typed, keepers
    from solicitation_flow.engine import Accepted, Request
    from solicitation_flow.workspace import NotAllowed

    engine, actor = session.engine, session.actor
    compiled = session.workspace.definitions.compiled(workflow)
    if compiled.opening.by == ("case",):
        raise NotAllowed(
            f"{workflow} cases are opened by their {' or '.join(compiled.parent)}, not by hand",
            next=Suggestion("list"),
        )
    name = compiled.opening.command
    parents, pairs = _split_parents(pairs)

    def attach(_: str, called: str, data: bytes) -> dict[str, Any]:
        return engine.attach(called, data, keep=not dry_run)

    typed = Typed(name, compiled.book.forms[name], pairs, file, keepers(attach, attach))
    with form_at(workflow):
        words = form_words(session, typed)
        parent = _parent(session, compiled.parent, parents, words)
        request = Request(name, words, workflow=workflow, parent=parent)
        if dry_run or session.common.at:
            planned = engine.plan(request, actor)
            if dry_run:
                reporting.planned(session, planned)
                return
        session.begin()
        answer = session.engine.perform(request, actor)
    reporting.finished(session, answer)
    if isinstance(answer, Accepted):
        registered.warn_of_doubles(session, workflow, [answer.number])


def _split_parents(pairs: Pairs) -> tuple[list[str], Pairs]:
    """Return the numbers given as parent=NUMBER, and the pairs that are fields."""
    parents: list[str] = []
    fields: list[str] = []
    for pair in pairs:
        if pair.startswith(PARENT):
            parents.append(pair.removeprefix(PARENT))
        else:
            fields.append(pair)
    return parents, tuple(fields)


def _parent(
    session: Session, expected: tuple[str, ...], numbers: list[str], words: dict[str, Any]
) -> str:
    """Return the number of the case a new one belongs to; it is not a field of the form."""
    if "parent" in words:
        numbers = [*numbers, str(words.pop("parent"))]
    if len(numbers) > 1:
        raise Usage("parent: is given twice")
    if expected and not numbers:
        raise Usage(
            f"say which {' or '.join(expected)} this case belongs to",
            hint="add parent=NUMBER",
            next=Suggestion("list", options={"workflow": expected[0]}),
        )
    return session.number(numbers[0]) if numbers else ""

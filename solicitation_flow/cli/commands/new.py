"""`solflow new`: open a case."""

from typing import Any

import click

from solicitation_flow.cli import reporting
from solicitation_flow.cli.completion import candidates
from solicitation_flow.cli.input.typed_form import Pairs, form_at, form_words
from solicitation_flow.cli.session import Session, command
from solicitation_flow.errors import Suggestion, Usage

PARENT = "parent="


@command(
    "new",
    example="""
solflow new rfp title='Classroom furniture' agency='Your County'
solflow new participation parent=RFP-2026-001-A1 member=fairview --as fairview
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
    from solicitation_flow.engine import Request
    from solicitation_flow.workspace import NotAllowed

    engine, actor = session.engine, session.actor
    compiled = session.workspace.definitions.compiled(workflow)
    if compiled.opening.by == ("case",):
        raise NotAllowed(
            f"{workflow} is opened by its {' or '.join(compiled.parent)}, not by hand",
            next=Suggestion("list"),
        )
    name = compiled.opening.command
    above = [pair.removeprefix(PARENT) for pair in pairs if pair.startswith(PARENT)]
    pairs = tuple(pair for pair in pairs if not pair.startswith(PARENT))

    def attach(_: str, called: str, data: bytes) -> dict[str, Any]:
        return engine.attach(called, data, keep=not dry_run)

    typed = Typed(name, compiled.book.forms[name], pairs, file, keepers(attach, attach))
    with form_at(workflow):
        words = form_words(session, typed)
        parent = _parent(session, compiled.parent, above, words)
        request = Request(name, words, workflow=workflow, parent=parent)
        if dry_run or session.common.at:
            planned = engine.plan(request, actor)
            if dry_run:
                reporting.planned(session, planned)
                return
        session.begin()
        done = session.engine.perform(request, actor)
    reporting.finished(session, done)


def _parent(
    session: Session, wanted: tuple[str, ...], typed: list[str], words: dict[str, Any]
) -> str:
    """Return the number of the case a new one belongs to; it is not a field of the form."""
    typed = [*typed, *([str(words.pop("parent"))] if "parent" in words else [])]
    if len(typed) > 1:
        raise Usage("parent: is given twice")
    if wanted and not typed:
        raise Usage(
            f"which {' or '.join(wanted)} it belongs to is not said",
            hint="add parent=NUMBER",
            next=Suggestion("list", options={"workflow": wanted[0]}),
        )
    return session.number(typed[0]) if typed else ""

"""`solflow list`: cases, and where each stands."""

import shlex
from collections.abc import Iterable
from itertools import chain, islice
from typing import TYPE_CHECKING

import click

from solicitation_flow.cli.session import Session, command

if TYPE_CHECKING:
    # a page of help must not pay for the engine
    from solicitation_flow.engine.case_list import ListedCase

PAGE = 50
"""How many cases are listed unless all are asked for."""

NONE = "There is no such case.\nTry: solflow new rfp title='...' agency='...'"


@command(
    "list",
    example="""
solflow list
solflow list --state open --due P7D
""",
)
@click.option("--workflow", metavar="NAME", help="Only cases of this workflow, registers too.")
@click.option("--state", metavar="STATE", help="Only cases in this state.")
@click.option("--phase", metavar="PHASE", help="Only cases in this phase.")
@click.option("--owner", metavar="NAME", help="Only cases this person opened.")
@click.option("--due", metavar="PERIOD", help="Only cases with something due within, as P7D.")
@click.option("--after", metavar="NUMBER", default="", help="Only cases after this number.")
@click.option("--all", "everything", is_flag=True, help="All cases, not the first 50 alone.")
def list_cases(session: Session, after: str, *, everything: bool, **wanted: str | None) -> None:
    """Lists cases and where each stands. Entries of registers are left out: see `people list`."""
    from solicitation_flow.cli import cases
    from solicitation_flow.cli.instants import period
    from solicitation_flow.engine import case_list

    named = {name: word.replace(" ", "_") for name, word in wanted.items() if word}
    due = wanted["due"]
    horizon = session.now + period(due, "--due") if due else None
    named.pop("due", None)
    question = case_list.Wanted(**named, due_by=horizon)
    listed = case_list.listed(session.engine.read, question, after)
    page = list(islice(listed, PAGE + 1))
    if everything:
        _stream(session, chain(page, listed))
        return
    more, page = len(page) > PAGE, page[:PAGE]
    last = page[-1].header.number if more else None
    if session.json:
        session.emit({"cases": [cases.row(case, session) for case in page], "more_after": last})
    elif page:
        session.table(*cases.table(page, session))
    else:
        session.note(cases.unheard_of(session, wanted) or NONE)
    if last and not session.json:
        options = "".join(f" --{name} {shlex.quote(word)}" for name, word in wanted.items() if word)
        session.note(f"These are {PAGE} cases, and there are more.")
        session.note(f"The next: solflow list{options} --after {shlex.quote(last)}")
        session.note(f"All: solflow list{options} --all")


def _stream(session: Session, listed: Iterable["ListedCase"]) -> None:
    """Write every case as it is read, so that a long list begins at once."""
    from solicitation_flow.cli import cases

    if session.json:
        documents = (cases.row(case, session) for case in listed)
        session.emit_rows("cases", documents, {"more_after": None})
        return
    remaining = iter(listed)
    widths: list[int] = []
    while page := list(islice(remaining, PAGE)):
        heads, rows = cases.table(page, session)
        widths = session.rows(widths, [] if widths else [heads], rows)

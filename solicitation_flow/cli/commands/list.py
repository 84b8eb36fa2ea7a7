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

NONE = "No cases found.\nTry: solflow new rfp title='...' agency='...'"


@command(
    "list",
    example="""
solflow list
solflow list --state open --due P7D
""",
)
@click.option("--workflow", metavar="NAME", help="Only cases of this workflow.")
@click.option("--state", metavar="STATE", help="Only cases in this state.")
@click.option("--phase", metavar="PHASE", help="Only cases in this phase.")
@click.option("--owner", metavar="NAME", help="Only cases this person opened.")
@click.option(
    "--due", metavar="PERIOD", help="Only cases with a date within a period, such as P7D."
)
@click.option("--after", metavar="NUMBER", default="", help="Only cases after this number.")
@click.option("--all", "everything", is_flag=True, help="All cases, not just the first 50.")
def list_cases(session: Session, after: str, *, everything: bool, **wanted: str | None) -> None:
    """List cases and where each stands. People, suppliers and members have their own lists."""
    from solicitation_flow.cli.instants import period
    from solicitation_flow.engine import case_list
    from solicitation_flow.views import cases

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
        session.emit(cases.listed(page, session.anybody, last))
    elif page:
        session.table(*cases.table(page, session.anybody))
    else:
        session.note(_unknown_word(session, wanted) or NONE)
    if last and not session.json:
        options = "".join(f" --{name} {shlex.quote(word)}" for name, word in wanted.items() if word)
        session.note(f"These are {PAGE} cases, and there are more.")
        session.note(f"The next: solflow list{options} --after {shlex.quote(last)}")
        session.note(f"All: solflow list{options} --all")


def _stream(session: Session, listed: Iterable["ListedCase"]) -> None:
    """Write every case as it is read, so that a long list begins at once."""
    from solicitation_flow.views import cases

    viewer = session.anybody
    if session.json:
        documents = (cases.row(case, viewer) for case in listed)
        session.emit_rows("cases", documents, {"more_after": None})
        return
    remaining = iter(listed)
    widths: list[int] = []
    while page := list(islice(remaining, PAGE)):
        heads, rows = cases.table(page, viewer)
        widths = session.rows(widths, [] if widths else [heads], rows)


def _unknown_word(session: Session, wanted: dict[str, str | None]) -> str | None:
    """Say which word no workflow knows, where there is one: a typing slip."""
    from contextlib import suppress

    from solicitation_flow.errors import SolflowError
    from solicitation_flow.yamlfile import did_you_mean

    definitions = session.workspace.definitions
    known: dict[str, list[str]] = {"workflow": definitions.workflows(), "state": [], "phase": []}
    for name in known["workflow"]:
        # a broken workflow file does not matter to this question
        with suppress(SolflowError):
            phases = definitions.compiled(name).phases
            known["state"] += phases
            known["phase"] += phases.values()
    for name, words in known.items():
        word = wanted.get(name)
        if word and word.replace(" ", "_") not in words:
            hint = did_you_mean(word, words)
            return f"There is no {name} {word!r}{f'; {hint}' if hint else '.'}"
    return None

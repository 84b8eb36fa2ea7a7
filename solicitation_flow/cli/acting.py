"""Opens a case or moves one: the plan is shown, confirmed where it does harm, and stored whole."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from solicitation_flow.cli import tab
from solicitation_flow.cli.frame import Session, command
from solicitation_flow.errors import BadFields, Conflict, Suggestion, Usage

if TYPE_CHECKING:
    # the pages of help are read without the engine
    from solicitation_flow.cli.words import Typed
    from solicitation_flow.decide import Refusal
    from solicitation_flow.engine import Accepted, Request
    from solicitation_flow.forms import Form

Pairs = tuple[str, ...]
PARENT = "parent="


@command(
    "new",
    example="""
solflow new rfp title='Classroom furniture' agency='Your County'
solflow new participation parent=RFP-2026-001-A1 member=fairview --as fairview
""",
)
@click.argument("workflow")
@click.argument("pairs", metavar="[FIELD=VALUE ...]", nargs=-1, shell_complete=tab.fields)
@click.option("--file", metavar="FORM.YAML", help="Fields from a file; - for standard input.")
@click.option("--dry-run", is_flag=True, help="Show what would happen; store nothing.")
def new(session: Session, workflow: str, pairs: Pairs, file: str | None, *, dry_run: bool) -> None:
    """Opens a case, and says which number it got. `solflow form WORKFLOW` names the fields.

    A case that belongs to another names it: parent=NUMBER.
    A value is text (FIELD=VALUE), a file (FIELD=@path), standard input (FIELD=-) or typed
    (FIELD:='{"json": 1}').
    """
    opened(session, workflow, pairs, file, dry_run=dry_run)


def opened(
    session: Session, workflow: str, pairs: Pairs, file: str | None, *, dry_run: bool = False
) -> None:
    """Open a case of a workflow and tell what came of it."""
    from solicitation_flow.cli.words import Typed, keepers
    from solicitation_flow.engine import Request
    from solicitation_flow.workspace import NotAllowed

    engine, actor = session.engine, session.actor
    compiled = session.workspace.definitions.compiled(workflow)
    if compiled.opening.by == ("case",):
        raise NotAllowed(
            f"{workflow} is opened by its {compiled.parent}, not by hand",
            next=Suggestion("list"),
        )
    name = compiled.opening.command
    above = [pair.removeprefix(PARENT) for pair in pairs if pair.startswith(PARENT)]
    pairs = tuple(pair for pair in pairs if not pair.startswith(PARENT))

    def attach(_: str, called: str, data: bytes) -> dict[str, Any]:
        return engine.attach(called, data, keep=not dry_run)

    typed = Typed(name, compiled.book.forms[name], pairs, file, keepers(attach, attach))
    with form_at(workflow):
        words = _worded(session, typed)
        parent = _parent(session, compiled.parent, above, words)
        request = Request(name, words, workflow=workflow, parent=parent)
        if dry_run or session.common.at:
            planned = engine.plan(request, actor)
            if dry_run:
                _planned(session, planned)
                return
        session.begin()
        done = session.engine.perform(request, actor)
    _finished(session, done)


def _parent(session: Session, wanted: str | None, typed: list[str], words: dict[str, Any]) -> str:
    """Return the number of the case a new one belongs to; it is no field of the form."""
    typed = [*typed, *([str(words.pop("parent"))] if "parent" in words else [])]
    if len(typed) > 1:
        raise Usage("parent: is given twice")
    if wanted and not typed:
        raise Usage(
            f"which {wanted} it belongs to is not said",
            hint="add parent=NUMBER",
            next=Suggestion("list", options={"workflow": wanted}),
        )
    return session.number(typed[0]) if typed else ""


@contextmanager
def form_at(name: str, case: str = "") -> Iterator[None]:
    """Say where to read about the form whose fields are wrong."""
    try:
        yield
    except BadFields as bad:
        whose = {"workflow": case} if case else {}
        bad.next = Suggestion("form", subject=name, options=whose)
        raise


@command(
    "act",
    example="""
solflow act RFP-2026-001 describe cooperative_wording='Other public bodies may buy from it.'
solflow act RFP-2026-001 receive envelope=@offer.pdf price=@price.pdf --as acme
solflow act RFP-2026-001 publish --file publish.yaml --dry-run
""",
)
@click.argument("number", shell_complete=tab.numbers)
@click.argument("name", metavar="COMMAND", shell_complete=tab.commands)
@click.argument("pairs", metavar="[FIELD=VALUE ...]", nargs=-1, shell_complete=tab.fields)
@click.option("--file", metavar="FORM.YAML", help="Fields from a file; - for standard input.")
@click.option("--dry-run", is_flag=True, help="Show what would happen; store nothing.")
@click.option("--yes", is_flag=True, help="Do not ask for the number: for scripts.")
@click.option("--expect", metavar="MOVE|STATE", help="Refuse if somebody moved the case first.")
def act(
    session: Session,
    number: str,
    name: str,
    pairs: Pairs,
    file: str | None,
    *,
    dry_run: bool,
    yes: bool,
    expect: str | None,
) -> None:
    """Gives a case a command. `solflow next NUMBER` says which; `solflow form COMMAND` its fields.

    A value is text (FIELD=VALUE), a file (FIELD=@path), standard input (FIELD=-) or typed
    (FIELD:='{"json": 1}'). What cannot be taken back is shown first, and confirmed by typing the
    case's number.
    """
    from solicitation_flow.engine import Request

    number, actor = session.number(number), session.actor
    typed = typed_form(session, number, name, pairs, file, keep=not dry_run)
    with form_at(name, number):
        request = Request(name, _worded(session, typed), number, expect=expect or "")
        if dry_run:
            _expected(session, number, expect)
            _planned(session, session.engine.plan(request, actor))
            return
        asks = _harmful(session, request) and not yes
        planned: Refusal | Accepted | None = None
        if session.common.at or asks:
            _expected(session, number, expect)
            # where another case has to go first, the plan waits until it has
            with suppress(Conflict):
                planned = session.engine.plan(request, actor)
                request = _agreed(session, request, planned) if asks else request
        session.begin()
        if asks and planned is None:
            request = _agreed(session, request, session.engine.plan(request, actor))
        done = session.engine.perform(request, actor)
    _finished(session, done)


def _agreed(session: Session, request: "Request", planned: "Refusal | Accepted") -> "Request":
    """Ask whether the plan is meant, where it does harm; then just that plan is carried out."""
    from solicitation_flow.decide import Refusal

    if isinstance(planned, Refusal) or not planned.decided.move.confirm:
        return request
    session.confirm(request.case, _plan_text(session, planned), yes=False)
    # what was confirmed is what is done: not what another's move made of it meanwhile
    return replace(request, expect=str(planned.plan.parts[0].expects))


def _expected(session: Session, number: str, expect: str | None) -> None:
    """Refuse a plan made on a case that has moved, as the engine refuses the command itself."""
    header = session.engine.view(number).loaded.header
    if expect and expect not in {str(header.count), header.state}:
        raise Conflict(
            f"{number} stands at move {header.count} in {header.state}, not at {expect}",
            next=Suggestion("show", number),
        )


def typed_form(
    session: Session, number: str, name: str, pairs: Pairs, file: str | None, *, keep: bool
) -> "Typed | None":
    """Return what was typed about a command's form; None where the case knows no such command."""
    from solicitation_flow.cli.words import Typed, keepers

    engine = session.engine
    workflow = engine.loader.load(number).lifecycle.workflow
    if name not in {move.command for move in workflow.moves}:
        return None

    def attach(_: str, called: str, data: bytes) -> dict[str, Any]:
        return engine.attach(called, data, keep=keep)

    def enclose(field: str, called: str, data: bytes) -> dict[str, Any]:
        return engine.enclose(called, data, case=number, part=field, keep=keep)

    form: type[Form] = workflow.book.forms[name]
    return Typed(name, form, pairs, file, keepers(enclose, attach))


def _worded(session: Session, typed: "Typed | None") -> dict[str, Any]:
    """Return the words of a form; on a terminal a person is asked for what is missing."""
    if typed is None:
        return {}
    words = typed.words()
    if not session.json and sys.stdin.isatty() and sys.stderr.isatty():
        typed.ask(words)
    return words


def _harmful(session: Session, request: "Request") -> bool:
    """Return whether the command asks to be confirmed, wherever it may lead from here."""
    workflow = session.engine.loader.load(request.case).lifecycle.workflow
    return any(move.confirm for move in workflow.moves if move.command == request.command)


def _planned(session: Session, answer: "Refusal | Accepted") -> None:
    from solicitation_flow.cli import outcomes
    from solicitation_flow.decide import Refusal

    if isinstance(answer, Refusal):
        session.refused(answer)
    if session.json:
        session.emit(outcomes.document(answer, session, dry_run=True))
        return
    session.say(_plan_text(session, answer))
    session.say("Nothing was stored: this was a dry run.")


def _plan_text(session: Session, answer: "Accepted") -> str:
    from solicitation_flow.cli import outcomes

    return "\n".join(outcomes.lines(answer, session, dry_run=True))


def _finished(session: Session, answer: "Refusal | Accepted") -> None:
    from solicitation_flow.cli import outcomes
    from solicitation_flow.decide import Refusal

    if isinstance(answer, Refusal):
        session.refused(answer)
    if session.json:
        session.emit(outcomes.document(answer, session))
        return
    for line in outcomes.lines(answer, session):
        session.say(line)
    for line in outcomes.what_next(answer, session):
        session.say(line)

"""`solflow act`: give a case a command; one that cannot be undone is confirmed first."""

from contextlib import suppress
from typing import TYPE_CHECKING

import click

from solicitation_flow.cli import reporting
from solicitation_flow.cli.completion import candidates
from solicitation_flow.cli.input.typed_form import Pairs, form_at, form_words, typed_form
from solicitation_flow.cli.session import Session, command
from solicitation_flow.errors import Conflict, Suggestion

if TYPE_CHECKING:
    # the pages of help are read without the engine
    from solicitation_flow.decide import Refusal
    from solicitation_flow.engine import Accepted, Request


@command(
    "act",
    example="""
solflow act RFP-2026-001 describe cooperative_wording='Other public bodies may buy from it.'
solflow act RFP-2026-001 receive envelope=@offer.pdf price=@price.pdf --as acme
solflow act RFP-2026-001 publish --file publish.yaml --dry-run
""",
)
@click.argument("number", shell_complete=candidates.numbers)
@click.argument("name", metavar="COMMAND", shell_complete=candidates.commands)
@click.argument("pairs", metavar="[FIELD=VALUE ...]", nargs=-1, shell_complete=candidates.fields)
@click.option("--file", metavar="FORM.YAML", help="Fields from a file; - is standard input.")
@click.option("--dry-run", is_flag=True, help="Show what would happen; change nothing.")
@click.option("--yes", is_flag=True, help="Do not ask for confirmation: for scripts.")
@click.option(
    "--expect", metavar="MOVE|STATE", help="Do nothing if the case has changed meanwhile."
)
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
    """Give a case a command. `solflow next NUMBER` lists commands; `solflow form COMMAND`, fields.

    A value is text (FIELD=VALUE), a file (FIELD=@path), standard input (FIELD=-) or JSON
    (FIELD:='{"json": 1}'). A step that cannot be undone is shown first, and is confirmed by typing
    the case's number.
    """
    from solicitation_flow.engine import Request

    number, actor = session.number(number), session.actor
    typed = typed_form(session, number, name, pairs, file, keep=not dry_run)
    with form_at(name, number):
        request = Request(name, form_words(session, typed), number, expect=expect or "")
        if dry_run:
            _expected(session, number, expect)
            reporting.planned(session, session.engine.plan(request, actor))
            return
        confirms = _needs_confirmation(session, request) and not yes
        planned: Refusal | Accepted | None = None
        if session.common.at or confirms:
            _expected(session, number, expect)
            # where another case has to go first, the plan waits until it has
            with suppress(Conflict):
                planned = session.engine.plan(request, actor)
                request = _confirmed(session, request, planned) if confirms else request
        session.begin()
        if confirms and planned is None:
            request = _confirmed(session, request, session.engine.plan(request, actor))
        answer = session.engine.perform(request, actor)
    reporting.finished(session, answer)


def _confirmed(session: Session, request: "Request", planned: "Refusal | Accepted") -> "Request":
    """Ask for confirmation where the plan needs it; return a request for just that plan."""
    from solicitation_flow.decide import Refusal

    if isinstance(planned, Refusal) or not planned.decided.move.confirm:
        return request
    session.confirm(request.case, reporting.plan_text(session, planned), yes=False)
    # if somebody else moves the case meanwhile, what was confirmed is no longer what would happen
    return request._replace(expect=str(planned.plan.parts[0].expects))


def _expected(session: Session, number: str, expect: str | None) -> None:
    """Raise Conflict where --expect does not hold, as the engine does when it performs."""
    header = session.engine.view(number).loaded.header
    if expect and expect not in {str(header.count), header.state}:
        raise Conflict(
            f"{number} stands at move {header.count} in {header.state}, not at {expect}",
            next=Suggestion("show", number),
        )


def _needs_confirmation(session: Session, request: "Request") -> bool:
    """Return whether some move of the command needs confirmation."""
    workflow = session.engine.read.workflow(request.case)
    return any(move.confirm for move in workflow.moves if move.command == request.command)

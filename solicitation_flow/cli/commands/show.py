"""`solflow show`: one case as it stands, or as it stood."""

from typing import TYPE_CHECKING

import click

from solicitation_flow.cli.completion import candidates
from solicitation_flow.cli.session import Session, command

if TYPE_CHECKING:
    # a page of help must not pay for the engine
    from solicitation_flow.views.cases import Time


@command(
    "show",
    example="""
solflow show RFP-2026-001
solflow show RFP-2026-001 --as-of 2026-08-01T12:00
""",
)
@click.argument("number", shell_complete=candidates.numbers)
@click.option("--as-of", metavar="INSTANT", help="As it stood at a date and time.")
@click.option("--known-at", metavar="INSTANT", help="As the journal had it at a date and time.")
def show(session: Session, number: str, as_of: str | None, known_at: str | None) -> None:
    """Show one case: where it stands, its dates, its records and its letters.

    `--as-of` goes by when things took effect, `--known-at` by when they were recorded.
    """
    from solicitation_flow.errors import Usage
    from solicitation_flow.views.cases import Time

    if as_of and known_at:
        raise Usage("give --as-of or --known-at, not both")
    number = session.number(number)
    effective = session.moment(as_of, "--as-of") if as_of else None
    known = session.moment(known_at, "--known-at") if known_at else None
    shown(session, number, Time(effective, known))


def shown(session: Session, number: str, time: "Time | None" = None) -> None:
    """Print one case; register entries are printed the same way."""
    from solicitation_flow.views import cases

    time = time or cases.Time()
    view = session.engine.view(number, time.as_of, time.known_at)
    if session.json:
        session.emit(cases.document(view, time, session.anybody))
        return
    for line in cases.lines(view, time, session.anybody):
        session.say(line)

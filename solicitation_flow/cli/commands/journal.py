"""`solflow journal`: everything that happened to a case, in order."""

from typing import Any

import click

from solicitation_flow.cli.completion import candidates
from solicitation_flow.cli.session import Session, command

Document = dict[str, Any]


@command(
    "journal",
    example="solflow journal RFP-2026-001",
)
@click.argument("number", shell_complete=candidates.numbers)
def journal(session: Session, number: str) -> None:
    """List everything that happened to a case, in order, each entry with its hash."""
    from solicitation_flow.views import journal as view_of_journal

    number = session.number(number)
    view = session.engine.view(number)
    recorded = session.engine.read.journal(number)
    if session.json:
        session.emit(view_of_journal.document(view, recorded, session.anybody))
    else:
        session.table(*view_of_journal.table(view, recorded, session.anybody))

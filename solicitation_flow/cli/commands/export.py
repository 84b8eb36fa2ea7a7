"""`solflow export`: cases for other programs and for the archive."""

import click

from solicitation_flow.cli.completion import candidates
from solicitation_flow.cli.session import Session, command, group

export = group(
    "export",
    example="solflow export records RFP-2026-001 > RFP-2026-001.jsonl",
    description="Export cases for other programs and for the archive.",
)


@command(
    "records",
    example="solflow export records RFP-2026-001 > RFP-2026-001.jsonl",
    parent=export,
)
@click.argument("number", shell_complete=candidates.numbers)
def records(session: Session, number: str) -> None:
    """Write a case as JSON Lines: its description, its journal as stored, its documents.

    The SHA-256 of an entry's line is the hash the next entry names. Nothing sealed is included.
    """
    import json

    from solicitation_flow.exchange.records import package

    number = session.number(number)
    lines = package(session.engine, number)
    if session.json:
        about, *rest = [json.loads(line) for line in lines]
        count = about["entries"]
        session.emit({**about, "journal": rest[:count], "papers": rest[count:]})
        return
    for line in lines:
        session.say(line)

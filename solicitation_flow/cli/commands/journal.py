"""`solflow journal`: everything that happened to a case, in order."""

import click

from solicitation_flow.cli.completion import candidates
from solicitation_flow.cli.session import Session, command


@command(
    "journal",
    example="solflow journal RFP-2026-001",
)
@click.argument("number", shell_complete=candidates.numbers)
def journal(session: Session, number: str) -> None:
    """Tells everything that happened to a case, in order, each entry with its hash."""
    from solicitation_flow.cli import shapes
    from solicitation_flow.engine.entries import decoded

    number = session.number(number)
    stored = session.engine.read.journal(number)
    pending = session.engine.view(number).unrecorded
    contents = [*(decoded(entry.text) for entry in stored), *pending]
    hashes = [*(entry.hash for entry in stored), *(None for _ in pending)]
    told = [shapes.entry(*entry, session) for entry in zip(contents, hashes, strict=True)]
    if session.json:
        session.emit({"number": number, "entries": told})
        return
    session.table(
        ("", "took effect", "command", "by", "state", "written down"),
        [
            (
                str(each["number"]) if each["hash"] else "due",
                session.brief(entry.effective_at),
                each["command"] + (f" ({each['subject']})" if each["subject"] else ""),
                f"{each['by']} ({each['role']})",
                shapes.spaced(each["to"]) if each["from"] != each["to"] else "",
                _written(session, entry.effective_at, entry.recorded_at, each["hash"]),
            )
            for entry, each in zip(contents, told, strict=True)
        ],
    )


def _written(session: Session, effective: object, recorded: object, hash_: str | None) -> str:
    """Most entries are written down as they take effect; the others say when."""
    if hash_ is None:
        return "not yet"
    from datetime import datetime

    assert isinstance(recorded, datetime)
    return "" if effective == recorded else session.brief(recorded)

"""The tables beside the journal: folding it must give exactly the header, records and deadlines."""

from typing import Any

from solicitation_flow.engine.entries import Folded
from solicitation_flow.records.ledger import Deadline, Header, StoredCase
from solicitation_flow.verify.findings import Report, shown


def check_tables(folded: Folded, stored: StoredCase, report: Report) -> None:
    """Compare a stored case with what its journal tells."""
    number = stored.header.number
    _compare(folded.header(), stored.header, "header", number, report)
    _records(folded, stored, report)
    rows = {(row.name, row.subject): row for row in stored.deadlines}
    for key in {**folded.deadlines, **rows}:
        deadline, row = folded.deadlines.get(key), rows.get(key)
        where = f"{number} {'/'.join(part for part in key if part)}"
        if deadline is None:
            report.find("deadline", where, "the journal knows of none")
        elif row is None:
            report.find("deadline", where, "it is missing: the journal tells of it")
        else:
            _compare(deadline, row, "deadline", where, report)


def _compare(
    told: Header | Deadline, stored: Header | Deadline, what: str, where: str, report: Report
) -> None:
    for name in told._fields:
        values: tuple[Any, Any] = getattr(stored, name), getattr(told, name)
        report.differ(what, where, f"column {name}", *values)


def _records(folded: Folded, stored: StoredCase, report: Report) -> None:
    number = stored.header.number
    held = {(fact.kind, fact.key): fact.body for fact in stored.facts}
    told = {key: fact.body for key, fact in folded.facts.items()}
    for key in {**told, **held}:
        where = f"{number} {key[0]} {key[1]}"
        if key not in told:
            report.find("record", where, "the journal knows of none")
        elif key not in held:
            report.find("record", where, "it is missing: the journal tells of it")
        elif held[key] != told[key]:
            report.find("record", where, f"its body is {shown(held[key])}, not what was filed")
    if held.keys() == told.keys() and list(held) != list(told):
        moved = next(key for key, right in zip(held, told, strict=True) if key != right)
        where = f"{number} {moved[0]} {moved[1]}"
        report.find("record", where, "it does not stand in the order of first filing")

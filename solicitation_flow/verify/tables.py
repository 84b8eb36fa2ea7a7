"""The tables beside the journal: folding it must give exactly the header, records and deadlines."""

from typing import Any

from solicitation_flow.engine.entries import Folded
from solicitation_flow.records.ledger import Deadline, Header, StoredCase
from solicitation_flow.verify.findings import Report, shown


def check_tables(folded: Folded, stored: StoredCase, report: Report) -> None:
    """Compare a stored case with what its journal folds to."""
    number = stored.header.number
    _compare(folded.header(), stored.header, "header", number, report)
    _records(folded, stored, report)
    rows = {(row.name, row.subject): row for row in stored.deadlines}
    for key in {**folded.deadlines, **rows}:
        deadline, row = folded.deadlines.get(key), rows.get(key)
        where = f"{number} {'/'.join(key).rstrip('/')}"
        if deadline is None:
            report.find("deadline", where, "the journal knows of none")
        elif row is None:
            report.find("deadline", where, "it is missing: the journal tells of it")
        else:
            _compare(deadline, row, "deadline", where, report)


def _compare(
    right: Header | Deadline, stored: Header | Deadline, what: str, where: str, report: Report
) -> None:
    for name in right._fields:
        values: tuple[Any, Any] = getattr(stored, name), getattr(right, name)
        report.differ(what, where, f"column {name}", *values)


def _records(folded: Folded, stored: StoredCase, report: Report) -> None:
    number = stored.header.number
    held = {}
    for fact in stored.facts:
        held[(fact.kind, fact.key)] = fact.body
    filed = {key: fact.body for key, fact in folded.facts.items()}
    for key in {**filed, **held}:
        where = f"{number} {key[0]} {key[1]}"
        if key not in filed:
            report.find("record", where, "the journal knows of none")
        elif key not in held:
            report.find("record", where, "it is missing: the journal tells of it")
        elif held[key] != filed[key]:
            report.find("record", where, f"its body is {shown(held[key])}, not what was filed")
    if held.keys() == filed.keys() and list(held) != list(filed):
        for key, right in zip(held, filed, strict=True):
            if key != right:
                where = f"{number} {key[0]} {key[1]}"
                report.find("record", where, "it does not stand in the order of first filing")
                return

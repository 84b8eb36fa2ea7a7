"""The chain: numbers without holes, each entry hashed as stored and naming the one before it."""

import json
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from solicitation_flow.engine.entries import FIRST, Folded
from solicitation_flow.records import digest
from solicitation_flow.records.ledger import StoredEntry, stamp, unstamp
from solicitation_flow.verify.findings import Report


@dataclass(slots=True)
class Told:
    """What a case's journal tells: its entries, their contents, and what they fold to.

    `folded` is None where the journal cannot be folded: the rest is then not compared with it.
    """

    number: str
    entries: list[StoredEntry]
    contents: list[dict[str, Any]] = field(default_factory=list)
    folded: Folded | None = None

    def upto(self, count: int) -> list[StoredEntry]:
        """Return the first entries."""
        return self.entries[:count]


def check_journal(number: str, entries: list[StoredEntry], report: Report) -> Told:
    """Check a case's chain, and answers what it tells."""
    told = Told(number, entries)
    if not entries:
        report.find("journal", number, "it has no entries")
        return told
    _check_numbers(number, entries, report)
    previous, folded, whole = FIRST, Folded(), True
    for entry in entries:
        where = f"{number} entry {entry.number}"
        whole = _check_entry(entry, previous, where, report, told) and whole
        if whole:
            whole = False
            with report.reading("journal", where):
                folded.add(entry)
                folded.header()
                whole = True
        previous = digest(entry.text)
    _check_course(told, report)
    told.folded = folded if whole else None
    return told


def _check_numbers(number: str, entries: list[StoredEntry], report: Report) -> None:
    for before, after in pairwise([0, *(entry.number for entry in entries)]):
        if after != before + 1:
            report.find("journal", f"{number} {_gap(before, after)}", "it is missing")


def check_count(told: Told, count: int, report: Report) -> None:
    """An entry cut off the end leaves no hole, but the header still counts it."""
    last = told.entries[-1].number
    if count > last:
        where = f"{told.number} {_gap(last, count + 1)}"
        report.find("journal", where, "it is missing: the header counts it")


def _gap(before: int, after: int) -> str:
    first, last = before + 1, after - 1
    if first == last:
        return f"entry {first}"
    return f"entries {first} to {last}"


def _check_entry(entry: StoredEntry, previous: str, where: str, report: Report, told: Told) -> bool:
    """Check one entry by itself; answers whether it can be folded."""
    report.differ("journal", where, "hash", entry.hash, digest(entry.text))
    content: dict[str, Any] | None = None
    with report.reading("journal", where):
        content = _parsed(entry.text)
    if content is None:
        return False
    told.contents.append(content)
    report.differ("journal", where, "previous", content.get("previous"), previous)
    columns: dict[str, object] = {
        "case": entry.case,
        "number": entry.number,
        "command": entry.command,
        "effective_at": stamp(entry.effective_at),
        "recorded_at": stamp(entry.recorded_at),
    }
    for name, value in columns.items():
        report.differ("journal", where, f"column {name}", value, content.get(name))
    return True


def _parsed(text: str) -> dict[str, Any]:
    content = json.loads(text)
    if not isinstance(content, dict):
        raise TypeError("its text is not a JSON object")
    return content


def _check_course(told: Told, report: Report) -> None:
    """Time and state go on from entry to entry; nothing takes effect after it is written down."""
    for content in told.contents:
        where = f"{told.number} entry {content.get('number')}"
        with report.reading("journal", where):
            if unstamp(content["effective_at"]) > unstamp(content["recorded_at"]):
                report.find("journal", where, "it takes effect after it was recorded")
    for before, after in pairwise(told.contents):
        where = f"{told.number} entry {after.get('number')}"
        with report.reading("journal", where):
            report.differ("journal", where, "source", after["source"], before["dest"])
            for name in ("effective_at", "recorded_at"):
                if unstamp(after[name]) < unstamp(before[name]):
                    report.find("journal", where, f"{name} lies before that of the entry before")

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
class JournalRead:
    """A case's journal as read: its entries, their contents, and what they fold to.

    `folded` is None where the journal cannot be folded: the rest is then not compared with it.
    """

    number: str
    entries: list[StoredEntry]
    contents: list[dict[str, Any]] = field(default_factory=list)
    folded: Folded | None = None

    def upto(self, count: int) -> list[StoredEntry]:
        """Return the first entries."""
        return self.entries[:count]


def check_journal(number: str, entries: list[StoredEntry], report: Report) -> JournalRead:
    """Check a case's chain and return the journal as read."""
    journal = JournalRead(number, entries)
    if not entries:
        report.find("journal", number, "it has no entries")
        return journal
    _check_numbers(number, entries, report)
    previous, folded, whole = FIRST, Folded(), True
    for entry in entries:
        where = f"{number} entry {entry.number}"
        whole = _check_entry(entry, previous, where, report, journal) and whole
        if whole:
            whole = False
            with report.reading("journal", where):
                folded.add(entry)
                folded.header()
                whole = True
        previous = digest(entry.text)
    _check_course(journal, report)
    if whole:
        journal.folded = folded
    return journal


def _check_numbers(number: str, entries: list[StoredEntry], report: Report) -> None:
    numbers = [0, *[entry.number for entry in entries]]
    for before, after in pairwise(numbers):
        if after != before + 1:
            report.find("journal", f"{number} {_gap(before, after)}", "it is missing")


def check_count(journal: JournalRead, count: int, report: Report) -> None:
    """Check the count in the header: an entry cut off the end leaves no gap, but is counted."""
    last = journal.entries[-1].number
    if count > last:
        where = f"{journal.number} {_gap(last, count + 1)}"
        report.find("journal", where, "it is missing: the header counts it")


def _gap(before: int, after: int) -> str:
    first, last = before + 1, after - 1
    if first == last:
        return f"entry {first}"
    return f"entries {first} to {last}"


def _check_entry(
    entry: StoredEntry, previous: str, where: str, report: Report, journal: JournalRead
) -> bool:
    """Check one entry by itself and return whether it can be folded."""
    report.differ("journal", where, "hash", entry.hash, digest(entry.text))
    content: dict[str, Any] | None = None
    with report.reading("journal", where):
        content = _parsed(entry.text)
    if content is None:
        return False
    journal.contents.append(content)
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


def _check_course(journal: JournalRead, report: Report) -> None:
    """Time and state go on from entry to entry; nothing takes effect after it is written down."""
    for content in journal.contents:
        where = f"{journal.number} entry {content.get('number')}"
        with report.reading("journal", where):
            if unstamp(content["effective_at"]) > unstamp(content["recorded_at"]):
                report.find("journal", where, "it takes effect after it was recorded")
    for before, after in pairwise(journal.contents):
        where = f"{journal.number} entry {after.get('number')}"
        with report.reading("journal", where):
            report.differ("journal", where, "source", after["source"], before["dest"])
            for name in ("effective_at", "recorded_at"):
                if unstamp(after[name]) < unstamp(before[name]):
                    report.find("journal", where, f"{name} lies before that of the entry before")

"""What belongs to no single case: the access log, the numbers to come, rows without a case."""

import json
from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from typing import Any

from solicitation_flow.records import digest
from solicitation_flow.records.case_numbers import split_number
from solicitation_flow.records.ledger import ACCESS_LAST, Access, unstamp
from solicitation_flow.store import Store
from solicitation_flow.verify.findings import Report
from solicitation_flow.verify.journal import JournalRead

SAYS = ("at", "by", "did", "case", "what")
"""What a line of the access log says."""

REMINDER = "reminder:"
"""How the cause of a reminder begins."""

Silent = dict[str, tuple[str, str]]
"""Reminders of one case that wrote no letter, by their cause: what was done, and when."""


def check_accesses(store: Store, report: Report) -> None:
    """Check the chain of who opened, or tried to open, what."""
    with report.reading("access", "log"):
        previous, before = "", 0
        for line in store.accesses():
            where = f"line {line.number}"
            if line.number != before + 1:
                report.find("access", f"line {before + 1}", "it is missing")
            report.differ("access", where, "hash", line.hash, digest(previous + line.text))
            with report.reading("access", where):
                content = json.loads(line.text)
                missing = []
                for name in SAYS:
                    if not isinstance(content[name], str):
                        missing.append(name)
                report.differ("access", where, "what it leaves out", missing, [])
            previous, before = digest(previous + line.text), line.number
        newest = None
        if before:
            newest = Access(before, "", previous).mark[ACCESS_LAST]
        if store.setting(ACCESS_LAST) != newest:
            report.find("access", "log", "its end is not where the last line was written")


def silent_reminders(store: Store, report: Report) -> dict[str, Silent]:
    """Return by case what the log says of reminders that wrote no letter: what and when."""
    silent: dict[str, Silent] = {}
    with report.reading("access", "log"):
        for line in store.accesses():
            with report.reading("access", f"line {line.number}"):
                content = json.loads(line.text)
                cause = content["what"]
                if cause.startswith(REMINDER):
                    of_case = silent.setdefault(content["case"], {})
                    of_case[cause] = content["did"], content["at"]
    return silent


def check_numbers(numbers: Iterable[str], store: Store, report: Report) -> None:
    """Check that the next number of each series follows the highest."""
    serials: dict[str, dict[int, str]] = {}
    for number in numbers:
        prefix, serial = split_number(number)
        if serial is not None:
            serials.setdefault(prefix, {})[serial] = number
    for prefix, held in sorted(serials.items()):
        last = max(held)
        with report.reading("header", prefix):
            says = "the next number by columns series and serial"
            report.differ("header", held[last], says, store.number(prefix), last + 1)


def check_lost(numbers: Collection[str], store: Store, report: Report) -> None:
    """Find cases that are on no list but still have a journal: they were taken off it."""
    with report.reading("journal", "all"):
        for number, counted in store.numbers().items():
            if number not in numbers or counted is None:
                report.find("header", number, "it is missing: its journal is still there")
            else:
                name = "columns series and serial"
                report.differ("header", number, name, counted, split_number(number))


def check_family(journal: JournalRead, store: Store, report: Report) -> None:
    """Check that every case this one opened is there, and knows its parent."""
    assert journal.folded is not None, "what cannot be folded has no family"
    for kind, number in journal.folded.facts:
        if kind == "child":
            with report.reading("header", number):
                child = store.load(number)
                if child is None:
                    report.find("header", number, f"it is missing: {journal.number} opened it")
                else:
                    parent = child.header.parent
                    report.differ("header", number, "column parent", parent, journal.number)


def check_strays(known: Collection[str], store: Store, report: Report) -> None:
    """Check that every row belongs to a case there is."""
    rows: dict[str, Callable[[], Iterable[Any]]] = {
        "deadline": store.deadlines,
        "reminder": store.reminders,
        "duty": store.duties,
        "letter": store.outbox,
    }
    for what, ask in rows.items():
        with report.reading(what, "all"):
            cases = set()
            for row in ask():
                cases.add(row.case)
            for case in sorted(cases - set(known)):
                report.find("header", case, f"it is missing: a {what} belongs to that case")


def check_clock(latest: datetime | None, store: Store, report: Report) -> None:
    """Check that a training clock shows no earlier time than the last entry."""
    with report.reading("setting", "clock"):
        kept = store.setting("clock")
        if kept is not None and latest is not None and unstamp(kept) < latest:
            report.find("setting", "clock", f"it stands at {kept}, before the last entry")

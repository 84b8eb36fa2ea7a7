"""What belongs to no single case: the access log, the numbers to come, rows without a case."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import datetime
from typing import Any

from solicitation_flow.engine.addresses import PREFIXES
from solicitation_flow.records import digest
from solicitation_flow.records.ledger import Letter, unstamp
from solicitation_flow.store import Store, rows
from solicitation_flow.verify.findings import Report
from solicitation_flow.verify.journal import Told

SAYS = ("at", "by", "did", "case", "what")
"""What a line of the access log tells."""


def check_accesses(store: Store, report: Report) -> None:
    """Checks the chain of who opened, or tried to open, what."""
    with report.reading("access", "log"):
        previous, before = "", 0
        for line in store.accesses():
            where = f"line {line.number}"
            if line.number != before + 1:
                report.find("access", f"line {before + 1}", "it is missing")
            report.differ("access", where, "hash", line.hash, digest(previous + line.text))
            with report.reading("access", where):
                told = json.loads(line.text)
                missing = [name for name in SAYS if not isinstance(told[name], str)]
                report.differ("access", where, "what it leaves out", missing, [])
            previous, before = digest(previous + line.text), line.number


def check_numbers(numbers: Iterable[str], store: Store, report: Report) -> set[str]:
    """The next number of each series follows the highest; answers the numbers left out."""
    serials: dict[str, dict[int, str]] = {}
    for number in numbers:
        prefix, serial = rows.series(number)
        if serial is not None:
            serials.setdefault(prefix, {})[serial] = number
    left: set[str] = set()
    for prefix, held in sorted(serials.items()):
        last = max(held)
        with report.reading("header", prefix):
            says = "the next number by columns series and serial"
            report.differ("header", held[last], says, store.number(prefix), last + 1)
        width = len(held[last]) - len(prefix)
        left |= {f"{prefix}{n:0{width}}" for n in range(1, last + 2) if n not in held}
    return left


def check_lost(numbers: Iterable[str], store: Store, report: Report) -> None:
    """A case that is on no list, but still has a journal, was taken off it."""
    for number in sorted(numbers):
        with report.reading("journal", number):
            if store.journal(number):
                report.find("header", number, "it is missing: its journal is still there")


def parties(told: Told, letters: Iterable[Letter]) -> Iterator[str]:
    """Answers the register entries a case speaks of, if they are any."""
    for content in told.contents:
        for name in {content.get("by"), content.get("acts_for")} - {None, ""}:
            yield from (f"{prefix}-{name}" for prefix in PREFIXES.values())
    for letter in letters:
        register, _, name = letter.recipient.partition(":")
        if register in PREFIXES:
            yield f"{PREFIXES[register]}-{name}"


def check_family(told: Told, store: Store, report: Report) -> None:
    """Every case this one opened is there, and knows its parent."""
    assert told.folded is not None, "what cannot be folded has no family"
    for kind, number in told.folded.facts:
        if kind == "child":
            with report.reading("header", number):
                child = store.load(number)
                if child is None:
                    report.find("header", number, f"it is missing: {told.number} opened it")
                else:
                    parent = child.header.parent
                    report.differ("header", number, "column parent", parent, told.number)


def check_strays(known: Collection[str], store: Store, report: Report) -> None:
    """Every row belongs to a case there is."""
    held: dict[str, Callable[[], Iterable[Any]]] = {
        "deadline": store.deadlines,
        "reminder": store.reminders,
        "duty": store.duties,
        "letter": store.outbox,
    }
    for what, ask in held.items():
        with report.reading(what, "all"):
            for case in sorted({each.case for each in ask()} - set(known)):
                report.find("header", case, f"it is missing: a {what} belongs to that case")


def check_clock(latest: datetime | None, store: Store, report: Report) -> None:
    """A training clock stands no earlier than what it has seen."""
    with report.reading("setting", "clock"):
        kept = store.setting("clock")
        if kept is not None and latest is not None and unstamp(kept) < latest:
            report.find("setting", "clock", f"it stands at {kept}, before the last entry")

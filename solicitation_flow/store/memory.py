"""Keeps cases in memory, for simulation and tests: the same verbs, nothing to wait for."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from operator import attrgetter
from typing import Any

from solicitation_flow.records import digest
from solicitation_flow.records.case_numbers import next_count, split_number
from solicitation_flow.records.ledger import (
    Access,
    CasePlan,
    Deadline,
    Duty,
    Fact,
    Header,
    Letter,
    Pin,
    Plan,
    Reminder,
    StoredCase,
    StoredEntry,
)
from solicitation_flow.store import concurrency, sorted_index

Key = tuple[Any, ...]
_number = attrgetter("number")


@dataclass(slots=True)
class _Folder:
    """One case as kept: what `load` answers, and what only lists ask about."""

    header: Header
    facts: dict[tuple[str, str], Fact] = field(default_factory=dict)
    entries: list[StoredEntry] = field(default_factory=list)
    deadlines: dict[tuple[str, str], Deadline] = field(default_factory=dict)
    reminders: dict[Key, Reminder] = field(default_factory=dict)
    duties: Sequence[Duty] = ()


class MemoryStore:
    """Keeps everything in dicts, and what is due in two sorted lists.

    It belongs to one thread; threads that share a store share one that is kept in a database.
    """

    read_only = False

    def __init__(self) -> None:
        """Start empty."""
        self._cases: dict[str, _Folder] = {}
        self._due: list[Key] = []
        self._remind: list[Key] = []
        self._letters: dict[Key, Letter] = {}
        self._open: dict[Key, Letter] = {}
        self._pins: dict[str, Pin] = {}
        self._settings: dict[str, str] = {}
        self._series: dict[str, int] = {}
        self._accesses: list[Access] = []

    def load(self, number: str) -> StoredCase | None:
        """Return a case with its records and all its deadlines, or None."""
        folder = self._cases.get(number)
        if folder is None:
            return None
        deadlines = (folder.deadlines[key] for key in sorted(folder.deadlines))
        return StoredCase(folder.header, tuple(folder.facts.values()), tuple(deadlines))

    def head(self, number: str) -> str | None:
        """Return the hash of a case's last entry."""
        folder = self._cases.get(number)
        if folder is None:
            return None
        return folder.header.head

    def commit(self, plan: Plan) -> None:
        """Check the whole plan first, so that storing it cannot stop half way."""
        if concurrency.alone(plan):
            [part] = plan.parts
            concurrency.check_part(part)
            concurrency.unmoved(part.header.number, self._count(part.header.number), part.expects)
            if self._cases[part.header.number].header.head != part.content.previous:
                raise concurrency.other_history(part.header.number)
        else:
            counts = concurrency.Counts(self._count)
            for part in plan.parts:
                counts.admit(part)
        letters: set[Key] = set()
        for part in plan.parts:
            if part.letters:
                self._check_letters(part.letters, letters)
        for part in plan.parts:
            self._store(part)
        self._settings.update(plan.settings)

    def _count(self, number: str) -> int | None:
        folder = self._cases.get(number)
        if folder is None:
            return None
        return folder.header.count

    def _check_letters(self, letters: Iterable[Letter], seen: set[Key]) -> None:
        for letter in letters:
            again = letter.key in self._letters or letter.key in seen
            assert not again, f"the same letter twice: {letter.key}"
            seen.add(letter.key)

    def _store(self, part: CasePlan) -> None:
        number = part.header.number
        folder = self._cases.get(number)
        if folder is None:
            folder = self._cases[number] = _Folder(part.header)
            head, serial = split_number(number)
            if serial is not None:
                self._series[head] = max(serial, self._series.get(head, 0))
        folder.header = part.header
        for fact in part.facts:
            folder.facts[fact.kind, fact.key] = fact
        folder.entries.append(part.entry)
        folder.duties = part.duties
        if part.deadlines != tuple(folder.deadlines.values()):
            self._set_deadlines(folder, part.deadlines)
        if part.reminders or folder.reminders:
            self._set_reminders(folder, part.reminders)
        self._write(part.letters)
        for pin in part.pins:
            self._pins.setdefault(pin.sha256, pin)

    def _write(self, letters: Iterable[Letter]) -> None:
        for letter in letters:
            self._letters[letter.key] = letter
            if letter.status != "sent":
                self._open[letter.key] = letter

    def _set_deadlines(self, folder: _Folder, deadlines: Iterable[Deadline]) -> None:
        news = {}
        for deadline in deadlines:
            news[(deadline.name, deadline.subject)] = deadline
        olds = folder.deadlines
        if news == olds:
            return
        sorted_index.exchange(
            self._due,
            [
                old.order
                for key, old in olds.items()
                if old != news.get(key) and old.status == "unmet"
            ],
            [
                new.order
                for key, new in news.items()
                if new != olds.get(key) and new.status == "unmet"
            ],
        )
        folder.deadlines = news

    def _set_reminders(self, folder: _Folder, pending: Iterable[Reminder]) -> None:
        olds = folder.reminders
        news = {}
        for key, old in olds.items():
            if old.status != "pending":
                news[key] = old
        for reminder in pending:
            # A reminder already written stays written: the move did not see it happen.
            news.setdefault(reminder.key, reminder)
        if news == olds:
            return
        sorted_index.exchange(
            self._remind,
            [old.order for old in olds.values() if old.status == "pending"],
            [new.order for new in news.values() if new.status == "pending"],
        )
        folder.reminders = news

    def due(self, until: datetime, cases: Collection[str] | None = None) -> list[Deadline]:
        """Return unmet deadlines with fires_at <= until, in their one order."""
        if cases is None:
            return self.deadlines(until)
        deadlines = [
            deadline
            for number in set(cases) & self._cases.keys()
            for deadline in self._cases[number].deadlines.values()
            if deadline.status == "unmet" and deadline.fires_at <= until
        ]
        return sorted(deadlines, key=lambda deadline: deadline.order)

    def deadlines(self, until: datetime | None = None) -> list[Deadline]:
        """Return all unmet deadlines, those that fire by `until` if given, in order."""
        return [
            self._cases[case].deadlines[name, subject]
            for _fires_at, case, name, subject in sorted_index.until(self._due, until)
        ]

    def reminders(self, until: datetime | None = None, case: str | None = None) -> list[Reminder]:
        """Return pending reminders with fires_at <= until, ordered by fires_at and key."""
        return [
            self._cases[key[1]].reminders[key[1:]]
            for key in sorted_index.until(self._remind, until)
            if case is None or key[1] == case
        ]

    def settled_reminders(self, case: str) -> list[Reminder]:
        """Return the case's sent and dropped reminders."""
        folder = self._cases.get(case)
        kept = folder.reminders.values() if folder else ()
        return sorted((r for r in kept if r.status != "pending"), key=attrgetter("order"))

    def remind(
        self, reminder: Reminder, letters: Collection[Letter], expects: int, line: str = ""
    ) -> None:
        """Store a reminder as settled, with its letters and a line of the access log."""
        assert reminder.status != "pending", "a reminder is settled once"
        concurrency.unmoved(reminder.case, self._count(reminder.case), expects)
        folder, key = self._cases[reminder.case], reminder.key
        stored = folder.reminders.get(key)
        if stored is None or stored.status != "pending":
            raise concurrency.reminder_gone(reminder)
        self._check_letters(letters, set())
        sorted_index.exchange(self._remind, [stored.order], [])
        folder.reminders[key] = reminder
        self._write(letters)
        if line:
            MemoryStore.access(self, line)

    def next_due(self) -> datetime | None:
        """Return the earliest instant of any unmet deadline or pending reminder."""
        instants: list[datetime] = []
        for line in (self._due, self._remind):
            if line:
                instants.append(line[0][0])
        return min(instants, default=None)

    def duties(self, owes: Collection[str] | None = None, case: str | None = None) -> list[Duty]:
        """Return duties, those owed by any of `owes` if given, by due date, case, command."""
        if case is None:
            numbers = sorted(self._cases)
        else:
            numbers = [case]
        duties: list[Duty] = []
        for number in numbers:
            folder = self._cases.get(number)
            if folder is not None:
                for duty in folder.duties:
                    if owes is None or duty.owes in owes:
                        duties.append(duty)
        return sorted(duties, key=attrgetter("order"))

    def outbox(self, status: str | None = None, case: str | None = None) -> list[Letter]:
        """Return letters in the order they were written."""
        if status in {None, "sent"}:
            kept = self._letters
        else:
            kept = self._open
        letters: list[Letter] = []
        for letter in kept.values():
            if status in {None, letter.status} and case in {None, letter.case}:
                letters.append(letter)
        return letters

    def mark(self, letter: Letter, was: str) -> bool:
        """Store a letter's new status if its stored status still is `was`."""
        stored = self._letters.get(letter.key)
        if stored is None or stored.status != was:
            return False
        marked = stored._replace(
            status=letter.status, settled_at=letter.settled_at, trouble=letter.trouble
        )
        self._letters[letter.key] = self._open[letter.key] = marked
        if marked.status == "sent":
            del self._open[letter.key]
        return True

    def journal(self, number: str) -> list[StoredEntry]:
        """Return a case's entries in order; empty for an unknown case."""
        folder = self._cases.get(number)
        if folder:
            return list(folder.entries)
        return []

    def numbers(self) -> dict[str, tuple[str, int | None] | None]:
        """Return every case that has a journal, in order, and how it is counted."""
        return {number: split_number(number) for number in sorted(self._cases)}

    def find(
        self,
        *,
        after: str = "",
        limit: int | None = None,
        without: Collection[str] = (),
        **wanted: Any,
    ) -> list[Header]:
        """Return headers by workflow, state, phase, owner, parent, ordered by number."""
        chosen = concurrency.wanted(wanted)
        headers: list[Header] = []
        for folder in self._cases.values():
            header = folder.header
            if header.number <= after or header.workflow in without:
                continue
            if all(getattr(header, name) == value for name, value in chosen.items()):
                headers.append(header)
        return sorted(headers, key=_number)[:limit]

    def count(self, **wanted: Any) -> int:
        """Return how many headers `find` would return."""
        return len(self.find(**wanted))

    def pin(self, sha256: str) -> Pin | None:
        """Return a pinned definition."""
        return self._pins.get(sha256)

    def pinned(self, kind: str, name: str) -> list[Pin]:
        """Return all pins of a kind and name, oldest first."""
        pins: list[Pin] = []
        for pin in self._pins.values():
            if (pin.kind, pin.name) == (kind, name):
                pins.append(pin)
        return pins

    def setting(self, key: str) -> str | None:
        """Return a setting of the workspace."""
        return self._settings.get(key)

    def settings(self, changes: Mapping[str, str]) -> None:
        """Store settings outside any move."""
        self._settings.update(changes)

    def number(self, prefix: str) -> int:
        """Return the next free count for case numbers that start with `prefix`."""
        if prefix and prefix[-1].isdigit():
            return next_count(prefix, self._cases)
        return self._series.get(prefix, 0) + 1

    def access(self, text: str) -> Access:
        """Append to the access log, chained."""
        last = ""
        if self._accesses:
            last = self._accesses[-1].hash
        access = Access(len(self._accesses) + 1, text, digest(last + text))
        self._accesses.append(access)
        self._settings |= access.mark
        return access

    def accesses(self) -> list[Access]:
        """Return the access log in order."""
        return list(self._accesses)

    def close(self) -> None:
        """Have nothing to let go of."""

"""What is derived from a case: duties, and the reminders still to come or already settled."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from solicitation_flow import duties
from solicitation_flow.casefile import CLOCK, CaseFile
from solicitation_flow.engine.entries import deadline_from
from solicitation_flow.engine.loading import Loaded, Loader
from solicitation_flow.forms import Nothing
from solicitation_flow.records.ledger import (
    Deadline,
    Header,
    Letter,
    Reminder,
    StoredEntry,
    stamp,
    unstamp,
)
from solicitation_flow.records.registers import Person
from solicitation_flow.store import Store
from solicitation_flow.verify.findings import Report
from solicitation_flow.verify.journal import JournalRead
from solicitation_flow.verify.storewide import REMINDER, Silent
from solicitation_flow.workdays import before


@dataclass(frozen=True, slots=True)
class Past:
    """A case as it stood after some of its entries, its parent as those entries saw it."""

    loader: Loader
    journal: JournalRead
    parent: JournalRead | None
    people: Callable[[], list[Header]]
    """The entries of registers of people, read when a reminder to a role is looked at."""
    _loaded: dict[int, Loaded] = field(default_factory=dict)

    def after(self, count: int) -> Loaded:
        """Return the case after `count` entries, counting as the last of them found it."""
        if count not in self._loaded:
            self._loaded[count] = self._folded(count)
        return self._loaded[count]

    def _folded(self, count: int) -> Loaded:
        loaded = self.loader.replayed(self.journal.upto(count))
        above: CaseFile | None = None
        seen = self.journal.contents[count - 1]["parent_move"]
        if self.parent is not None and seen is not None:
            above = self.loader.replayed(self.parent.upto(seen)).case
        return loaded._replace(case=replace(loaded.case, count=count - 1, parent=above))


def check_duties(past: Past, store: Store, report: Report) -> None:
    """Derive who owes what anew and compare it with the inbox."""
    number, count = past.journal.number, len(past.journal.entries)
    loaded = past.after(count)
    owed = duties.duties(loaded.lifecycle.workflow, loaded.case, loaded.law)
    due = sorted(owed, key=lambda duty: duty.order)
    held = store.duties(case=number)
    for duty in (Counter(held) - Counter(due)).elements():
        says = f"{duty.owes} does not owe this: {duty.says}, by {duty.due_at}"
        report.find("duty", f"{number} {duty.command}", says)
    for duty in (Counter(due) - Counter(held)).elements():
        says = f"it is missing: {duty.owes} owes it: {duty.says}, by {duty.due_at}"
        report.find("duty", f"{number} {duty.command}", says)
    if Counter(held) == Counter(due) and held != due:
        report.find("duty", number, "duties do not stand in their order")


def check_reminders(
    past: Past,
    store: Store,
    letters: Sequence[Letter],
    silent: Silent,
    report: Report,
) -> None:
    """Derive the reminders to come anew, and check those settled as of the day they were.

    `silent` is what the access log says of those of this case that wrote no letter.
    """
    number = past.journal.number
    loaded = past.after(len(past.journal.entries))
    workflow, since = loaded.lifecycle.workflow, loaded.header.effective_at
    derived = duties.reminders(workflow, loaded.case, since, loaded.law.zone)
    settled = store.settled_reminders(number)
    done = {row.key for row in settled}
    ahead = {row.key: row for row in derived}
    held = {row.key: row for row in store.reminders(case=number)}
    for key in {**ahead, **held}:
        where = _where(ahead.get(key) or held[key])
        if key in held and key not in ahead:
            report.find("reminder", where, "it is pending, but no such reminder is to come")
        elif key not in held and key not in done:
            report.find("reminder", where, "it is missing: it is still to come")
        elif key in held:
            _compare(held[key], ahead[key], report)
    known = dict(_ever(past))
    for row in settled:
        with report.reading("reminder", _where(row)):
            _settled(row, known, past, letters, report)
    _unclaimed(number, settled, letters, report)
    lost = {letter.cause for letter in letters} - {row.cause for row in settled}
    for row in {row.cause: row for row in known.values() if row.cause in lost}.values():
        report.find("reminder", _where(row), "it is missing: its letters are there")
    _logged(number, settled, silent, {letter.cause for letter in letters}, report)


def _where(row: Reminder) -> str:
    whose = row.name
    if row.subject:
        whose += f"/{row.subject}"
    return f"{row.case} {whose} {row.revision} {row.audience} {row.offset}"


def _compare(held: Reminder, right: Reminder, report: Report) -> None:
    for name in ("fires_at", "notice", "status", "settled_at"):
        values = getattr(held, name), getattr(right, name)
        report.differ("reminder", _where(held), f"column {name}", *values)


def _ever(past: Past) -> Iterator[tuple[Any, Reminder]]:
    """Yield every reminder any date of the case ever called for."""
    loaded = past.after(len(past.journal.entries))
    workflow, zone = loaded.lifecycle.workflow, loaded.law.zone
    for content in past.journal.contents:
        for row in content["deadlines"]:
            deadline = deadline_from(row)._replace(status="unmet")
            alone = CaseFile("", "", "", deadlines={("", ""): deadline})
            far = datetime.min.replace(tzinfo=deadline.due_at.tzinfo)
            for reminder in duties.reminders(workflow, alone, far, zone):
                yield reminder.key, reminder


def _settled(
    row: Reminder, known: dict[Any, Reminder], past: Past, letters: Sequence[Letter], report: Report
) -> None:
    where = _where(row)
    right = known.get(row.key)
    if right is None:
        report.find("reminder", where, "no date of this case ever called for it")
        return
    report.differ("reminder", where, "column fires_at", row.fires_at, right.fires_at)
    report.differ("reminder", where, "column notice", row.notice, right.notice)
    if row.status not in {"sent", "dropped"}:
        report.find("reminder", where, f"column status is {row.status!r}, which means nothing")
        return
    if row.settled_at is None or row.settled_at < row.fires_at:
        report.find("reminder", where, f"column settled_at is {row.settled_at}: it was not due yet")
        return
    written = {letter.recipient for letter in letters if letter.cause == row.cause}
    # what was written at the same instant may have come before it, or after
    chances = []
    for count in _counts(row, past):
        for held in (_Registers(past, row.settled_at, at) for at in (False, True)):
            chances.append(_expected(row, past.after(count), held))
    like = [keys for status, keys in chances if status == row.status]
    if not like:
        says = " or ".join(dict.fromkeys(status for status, _ in chances))
        report.find("reminder", where, f"column status is {row.status!r}, but should be {says!r}")
    elif written not in like:
        for whom in sorted(like[-1] - written):
            report.find("letter", f"{where} to {whom}", "it is missing: the reminder was sent")
        for whom in sorted(written - like[-1]):
            report.find("letter", f"{where} to {whom}", "the reminder was not for them")


def _counts(row: Reminder, past: Past) -> list[int]:
    """Return how many entries there may have been when it was settled; an instant may hold more."""
    assert row.settled_at is not None, "a settled reminder has an instant"
    written = [unstamp(content["recorded_at"]) for content in past.journal.contents]
    earlier = len([instant for instant in written if instant < row.settled_at])
    until = len([instant for instant in written if instant <= row.settled_at])
    return list(range(max(earlier, 1), until + 1))


@dataclass(frozen=True, slots=True)
class _Registers:
    """Who held which role on an earlier day; `at` says whether that very instant counts.

    Whoever is hired later was not reminded, and whoever has left since was.
    """

    past: Past
    then: datetime
    at: bool

    def meant(self, key: str) -> list[str]:
        """Return the register keys an audience's key stood for."""
        role = key.removeprefix("role:")
        if role == key:
            return [key]
        return self._holders(role)

    def _holders(self, role: str) -> list[str]:
        loader = self.past.loader
        holders: list[str] = []
        for person in self.past.people():
            entries = self._entries(person.number)
            if not entries:
                continue
            loaded = loader.replayed(entries)
            if loaded.header.state == "active" and role in loaded.case.one(Person).roles:
                holders.append(f"{person.workflow}:{person.number.partition('-')[2]}")
        return holders

    def _entries(self, number: str) -> list[StoredEntry]:
        entries = []
        for entry in self.past.loader.store.journal(number):
            if entry.recorded_at < self.then or (self.at and entry.recorded_at == self.then):
                entries.append(entry)
        return entries


def _expected(row: Reminder, loaded: Loaded, registers: _Registers) -> tuple[str, set[str]]:
    """Return what should have become of it: it goes out while its date stands and is ahead."""
    now = row.settled_at
    assert now is not None, "a settled reminder has an instant"
    deadline = loaded.case.deadline(row.name, row.subject)
    if deadline is None or not _true(row, deadline, loaded, now):
        return "dropped", set()
    audience = loaded.lifecycle.workflow.book.audiences[row.audience]
    keys = audience(case=loaded.case, form=Nothing(), actor=CLOCK, now=now, law=loaded.law)
    recipients: set[str] = set()
    for key in keys:
        recipients.update(registers.meant(key))
    return "sent", recipients


def _true(row: Reminder, deadline: Deadline, loaded: Loaded, now: datetime) -> bool:
    if deadline.status != "unmet" or deadline.revision != row.revision:
        return False
    offsets = loaded.lifecycle.workflow.deadlines[row.name].remind[row.audience]
    for offset in offsets:
        if row.fires_at < before(deadline.due_at, offset, loaded.law.zone) <= now:
            return False  # a later reminder of the same date took its place
    return now < deadline.due_at


def _unclaimed(
    number: str, settled: Sequence[Reminder], letters: Sequence[Letter], report: Report
) -> None:
    """Check that a reminder's letter belongs to a reminder that was sent when it was written."""
    sent = {row.cause: row for row in settled if row.status == "sent"}
    for letter in letters:
        if not letter.cause.startswith("reminder:"):
            continue
        where = f"{number} {letter.cause} to {letter.recipient}"
        row = sent.get(letter.cause)
        if row is None:
            report.find("letter", where, "no reminder of this case was sent then")
            continue
        report.differ("letter", where, "column notice", letter.notice, row.notice)
        report.differ("letter", where, "column written_at", letter.written_at, row.settled_at)


def _logged(
    number: str, settled: Sequence[Reminder], silent: Silent, written: set[str], report: Report
) -> None:
    """Check that the access log has every reminder that wrote no letter, and no other."""
    held = {row.cause: row for row in settled if row.cause not in written}
    for cause in {**held, **silent}:
        row = held.get(cause)
        if row is None:
            where = f"{number} {cause.removeprefix(REMINDER).replace(':', ' ')}"
            says = f"it is missing: the access log says it was {silent[cause][0]}"
            report.find("reminder", where, says)
        elif cause not in silent:
            report.find("reminder", _where(row), "no line of the access log tells of it")
        else:
            status, settled_at = silent[cause]
            report.differ("reminder", _where(row), "column status", row.status, status)
            at = row.settled_at and stamp(row.settled_at)
            report.differ("reminder", _where(row), "column settled_at", at, settled_at)

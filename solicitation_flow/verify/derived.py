"""What is derived from a case: duties, and the reminders still to come or already settled."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from solicitation_flow import duties
from solicitation_flow.casefile import CLOCK, CaseFile
from solicitation_flow.engine.addresses import recipients
from solicitation_flow.engine.entries import deadline_from
from solicitation_flow.engine.loading import Loaded, Loader
from solicitation_flow.forms import Nothing
from solicitation_flow.records.ledger import Deadline, Letter, Reminder, unstamp
from solicitation_flow.store import Store, rows
from solicitation_flow.verify.findings import Report
from solicitation_flow.verify.journal import Told
from solicitation_flow.workdays import parse_period


@dataclass(frozen=True, slots=True)
class Past:
    """A case as it stood after some of its entries, its parent as those entries saw it."""

    loader: Loader
    told: Told
    parent: Told | None
    _kept: dict[int, Loaded] = field(default_factory=dict)

    def after(self, count: int) -> Loaded:
        """Answers the case after `count` entries, counting as the last of them found it."""
        if count not in self._kept:
            self._kept[count] = self._folded(count)
        return self._kept[count]

    def _folded(self, count: int) -> Loaded:
        loaded = self.loader.replayed(self.told.upto(count))
        above: CaseFile | None = None
        seen = self.told.contents[count - 1]["parent_move"]
        if self.parent is not None and seen is not None:
            above = self.loader.replayed(self.parent.upto(seen)).case
        return replace(loaded, case=replace(loaded.case, count=count - 1, parent=above))


def check_duties(past: Past, store: Store, report: Report) -> None:
    """Derives who owes what anew and compares it with the inbox."""
    number, count = past.told.number, len(past.told.entries)
    loaded = past.after(count)
    owed = duties.duties(loaded.lifecycle.workflow, loaded.case, loaded.law)
    ordered = sorted((rows.duty_order(duty, place), duty) for place, duty in enumerate(owed))
    due = [duty for _, duty in ordered]
    held = store.duties(case=number)
    for duty in (Counter(held) - Counter(due)).elements():
        says = f"{duty.owes} does not owe this: {duty.says}, by {duty.due_at}"
        report.find("duty", f"{number} {duty.command}", says)
    for duty in (Counter(due) - Counter(held)).elements():
        says = f"it is missing: {duty.owes} owes it: {duty.says}, by {duty.due_at}"
        report.find("duty", f"{number} {duty.command}", says)
    if Counter(held) == Counter(due) and held != due:
        report.find("duty", number, "duties do not stand in their order")


def check_reminders(past: Past, store: Store, letters: Sequence[Letter], report: Report) -> None:
    """Derives the reminders to come anew, and weighs those settled on the day they were."""
    number = past.told.number
    loaded = past.after(len(past.told.entries))
    derived = duties.reminders(loaded.lifecycle.workflow, loaded.case, loaded.header.effective_at)
    settled = store.settled_reminders(number)
    done = {rows.reminder_key(row) for row in settled}
    ahead = {rows.reminder_key(row): row for row in derived}
    held = {rows.reminder_key(row): row for row in store.reminders(case=number)}
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


def _where(row: Reminder) -> str:
    whose = f"{row.name}/{row.subject}" if row.subject else row.name
    return f"{row.case} {whose} {row.revision} {row.audience} {row.offset}"


def _compare(held: Reminder, right: Reminder, report: Report) -> None:
    for name in ("fires_at", "notice", "status", "settled_at"):
        values = getattr(held, name), getattr(right, name)
        report.differ("reminder", _where(held), f"column {name}", *values)


def _ever(past: Past) -> Iterator[tuple[Any, Reminder]]:
    """Every reminder any date of the case ever called for."""
    workflow = past.after(len(past.told.entries)).lifecycle.workflow
    for content in past.told.contents:
        for row in content["deadlines"]:
            deadline = replace(deadline_from(row), status="unmet")
            alone = CaseFile("", "", "", deadlines={("", ""): deadline})
            far = datetime.min.replace(tzinfo=deadline.due_at.tzinfo)
            for reminder in duties.reminders(workflow, alone, far):
                yield rows.reminder_key(reminder), reminder


def _settled(
    row: Reminder, known: dict[Any, Reminder], past: Past, letters: Sequence[Letter], report: Report
) -> None:
    where = _where(row)
    right = known.get(rows.reminder_key(row))
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
    written = {each.recipient for each in letters if each.cause == row.cause}
    chances = [_expected(row, past.after(count), past.loader) for count in _counts(row, past)]
    like = [keys for status, keys in chances if status == row.status]
    if not like:
        says = " or ".join(status for status, _ in chances)
        report.find("reminder", where, f"column status is {row.status!r}, but should be {says!r}")
    elif written not in like:
        for whom in sorted(like[-1] - written):
            report.find("letter", f"{where} to {whom}", "it is missing: the reminder was sent")
        for whom in sorted(written - like[-1]):
            report.find("letter", f"{where} to {whom}", "the reminder was not for them")


def _counts(row: Reminder, past: Past) -> list[int]:
    """How many entries there may have been when it was settled: one instant may hold several."""
    assert row.settled_at is not None, "a settled reminder has an instant"
    written = [unstamp(content["recorded_at"]) for content in past.told.contents]
    before = sum(1 for instant in written if instant < row.settled_at)
    until = sum(1 for instant in written if instant <= row.settled_at)
    return list(range(max(before, 1), until + 1))


def _expected(row: Reminder, loaded: Loaded, loader: Loader) -> tuple[str, set[str]]:
    """What should have become of it: a reminder is true while its date stands and is ahead."""
    now = row.settled_at
    assert now is not None, "a settled reminder has an instant"
    deadline = loaded.case.deadline(row.name, row.subject)
    if deadline is None or not _true(row, deadline, loaded, now):
        return "dropped", set()
    audience = loaded.lifecycle.workflow.book.audiences[row.audience]
    keys = audience(case=loaded.case, form=Nothing(), actor=CLOCK, now=now, law=loaded.law)
    return "sent", {each.key for each in recipients(loader, keys)}


def _true(row: Reminder, deadline: Deadline, loaded: Loaded, now: datetime) -> bool:
    if deadline.status != "unmet" or deadline.revision != row.revision:
        return False
    offsets = loaded.lifecycle.workflow.deadlines[row.name].remind[row.audience]
    rungs = [deadline.due_at - parse_period(offset) for offset in offsets]
    return now < deadline.due_at and not any(row.fires_at < rung <= now for rung in rungs)


def _unclaimed(
    number: str, settled: Sequence[Reminder], letters: Sequence[Letter], report: Report
) -> None:
    """A reminder's letter belongs to a reminder that was sent when it was written."""
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

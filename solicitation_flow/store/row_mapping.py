"""From nouns to rows and back: instants become integers, and nothing else changes."""

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from json import loads
from types import MappingProxyType
from typing import Any

from solicitation_flow.records import canonical
from solicitation_flow.records.ledger import (
    Deadline,
    Duty,
    Header,
    Letter,
    Pin,
    Reminder,
    StoredEntry,
)
from solicitation_flow.workdays import in_utc

Row = tuple[Any, ...]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LONGEST = 18  # digits that surely fit SQLite's integers


def micros(instant: datetime) -> int:
    """Return an aware instant as microseconds since 1970, exactly."""
    return _micros(in_utc(instant))


@lru_cache(maxsize=1_024)
def _micros(instant: datetime) -> int:
    since = instant - _EPOCH
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


def instant(value: int) -> datetime:
    """Return the instant some microseconds stand for, in UTC."""
    return _EPOCH + timedelta(0, 0, value)


_LATEST = 2**63 - 1


def latest(until: datetime | None) -> int:
    """Return an upper bound as microseconds; none is later than any instant."""
    return _LATEST if until is None else micros(until)


def _micros_or_none(moment: datetime | None) -> int | None:
    return None if moment is None else micros(moment)


def _instant_or_none(value: int | None) -> datetime | None:
    return None if value is None else instant(value)


def series(number: str) -> tuple[str, int | None]:
    """Return a case number as its prefix and its trailing count: `RFP-2026-014` is (.., 14)."""
    head = number.rstrip("0123456789")
    digits = number[len(head) :]
    return (head, int(digits)) if 0 < len(digits) <= _LONGEST else (number, None)


def next_count(prefix: str, numbers: Iterable[str]) -> int:
    """Return the next free count after `prefix`, for a prefix that itself ends in a digit."""
    tails = (number.removeprefix(prefix) for number in numbers if number.startswith(prefix))
    return max((int(tail) for tail in tails if tail.isascii() and tail.isdigit()), default=0) + 1


@lru_cache(maxsize=256)
def _held(pins: tuple[tuple[str, str], ...]) -> str:
    """Cases opened together run from the same few definitions."""
    return canonical(dict(pins))


def moving(header: Header) -> Row:
    """Return the columns of case_header that each move changes."""
    return (header.count, header.head, micros(header.effective_at), micros(header.recorded_at))


def listed(header: Header) -> Row:
    """Return the columns of case_header that lists ask by or show."""
    return (
        header.workflow,
        header.version,
        header.state,
        header.phase,
        header.title,
        header.owner,
        header.parent,
        _held(tuple(header.pins.items())),
        micros(header.opened_at),
    )


def header_row(header: Header) -> Row:
    """Return a header as a row of case_header."""
    (*shown, opened_at), (count, head, *moved) = listed(header), moving(header)
    return (header.number, *shown, count, head, opened_at, *moved, *series(header.number))


@lru_cache(maxsize=256)
def _pins(held: str) -> Mapping[str, str]:
    return MappingProxyType(loads(held))


def header_of(row: Row) -> Header:
    """Return the header a row of case_header stands for."""
    number, workflow, version, state, phase, title, owner, parent, pins, *rest = row
    count, head, opened, effective, recorded, _series, _serial = rest
    return Header(
        number,
        workflow,
        version,
        state,
        phase,
        title,
        owner,
        parent,
        _pins(pins),
        count,
        head,
        instant(opened),
        instant(effective),
        instant(recorded),
    )


def entry_row(entry: StoredEntry) -> Row:
    """Return an entry as a row of journal."""
    return (
        entry.case,
        entry.number,
        entry.command,
        micros(entry.effective_at),
        micros(entry.recorded_at),
        entry.text,
        entry.hash,
    )


def entry_of(row: Row) -> StoredEntry:
    """Return the entry a row of journal stands for."""
    case, number, command, effective, recorded, text, seal = row
    return StoredEntry(case, number, command, instant(effective), instant(recorded), text, seal)


def deadline_row(deadline: Deadline) -> Row:
    """Return a deadline as a row."""
    return (
        deadline.case,
        deadline.name,
        deadline.subject,
        micros(deadline.due_at),
        deadline.boundary,
        micros(deadline.fires_at),
        deadline.runs_from,
        deadline.command,
        deadline.revision,
        deadline.status,
        deadline.printed,
    )


def deadline_of(row: Row) -> Deadline:
    """Return the deadline a row stands for."""
    case, name, subject, due, boundary, fires, *rest = row
    return Deadline(case, name, subject, instant(due), boundary, instant(fires), *rest)


def reminder_key(reminder: Reminder) -> Row:
    """Return what sets a reminder apart from all others."""
    return (
        reminder.case,
        reminder.name,
        reminder.subject,
        reminder.revision,
        reminder.audience,
        reminder.offset,
    )


def reminder_order(reminder: Reminder) -> Row:
    """Return the one order in which reminders are written."""
    return (reminder.fires_at, *reminder_key(reminder))


def reminder_row(reminder: Reminder) -> Row:
    """Return a reminder as a row."""
    return (
        *reminder_key(reminder),
        micros(reminder.fires_at),
        reminder.notice,
        reminder.status,
        _micros_or_none(reminder.settled_at),
    )


def reminder_of(row: Row) -> Reminder:
    """Return the reminder a row stands for."""
    case, name, subject, revision, audience, offset, fires, notice, status, settled = row
    return Reminder(
        case,
        name,
        subject,
        revision,
        audience,
        offset,
        instant(fires),
        notice,
        status,
        _instant_or_none(settled),
    )


def duty_row(place: int, duty: Duty) -> Row:
    """Return a duty as a row; `place` is where the case listed it."""
    due = _micros_or_none(duty.due_at)
    return (duty.case, place, duty.command, duty.owes, duty.says, due)


def duty_of(row: Row) -> Duty:
    """Return the duty a row stands for."""
    case, _place, command, owes, says, due = row
    return Duty(case, command, owes, says, _instant_or_none(due))


def duty_order(duty: Duty, place: int) -> Row:
    """Return the order of an inbox: dated before undated, then case, command and place."""
    return (duty.due_at is None, duty.due_at or _EPOCH, duty.case, duty.command, place)


def letter_row(letter: Letter) -> Row:
    """Return a letter as a row of outbox."""
    return (
        *letter.key,
        letter.address,
        letter.subject,
        letter.message,
        letter.digest,
        letter.message_id,
        micros(letter.written_at),
        letter.status,
        _micros_or_none(letter.settled_at),
        letter.trouble,
    )


def letter_of(row: Row) -> Letter:
    """Return the letter a row of outbox stands for."""
    case, cause, notice, recipient, address, subject, message, digest, message_id, *rest = row
    written, status, settled, trouble = rest
    return Letter(
        case,
        cause,
        notice,
        recipient,
        address,
        subject,
        message,
        digest,
        message_id,
        instant(written),
        status,
        _instant_or_none(settled),
        trouble,
    )


def pin_row(pin: Pin) -> Row:
    """Return a pin as a row."""
    return (pin.kind, pin.name, pin.version, pin.sha256, pin.body)


def differences(
    old: Collection[Row], new: Collection[Row], width: int
) -> tuple[list[Row], list[Row]]:
    """Return rows to write and keys to take away; a key is the first `width` columns of a row."""
    stored = {row[:width]: row for row in old}
    kept = {row[:width] for row in new}
    return (
        [row for row in new if stored.get(row[:width]) != row],
        [key for key in stored if key not in kept],
    )

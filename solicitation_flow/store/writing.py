"""Writes what one move changes: only rows that differ, each letter once, in one transaction."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from solicitation_flow.records import digest
from solicitation_flow.records.ledger import (
    Access,
    CasePlan,
    Duty,
    Letter,
    Plan,
    Reminder,
)
from solicitation_flow.store import concurrency, row_mapping, tables
from solicitation_flow.store import statements as sql


class Cursor(Protocol):
    """The outcome of a statement."""

    @property
    def rowcount(self) -> int:
        """How many rows it changed."""
        ...

    def fetchone(self) -> Any:
        """Return the next row, or None."""
        ...

    def fetchall(self) -> list[Any]:
        """Return the rows that are left."""
        ...


class Connection(Protocol):
    """What these statements need of a database's driver; sqlite3's connections have it."""

    def execute(self, statement: str, values: Sequence[Any] = ..., /) -> Cursor:
        """Run one statement."""
        ...


_DEADLINE_KEY = len(tables.DEADLINE.key)
_DUTY_KEY = len(tables.DUTY.key)
_REMINDER_KEY = len(tables.REMINDER.key)
_REMINDER_STATUS = tables.REMINDER.names.index("status")


_MOST_KNOWN = 64


class Hanging(NamedTuple):
    """What hung on a case after its last commit here, and how many moves it had made by then."""

    moves: int
    duties: tuple[Duty, ...]
    dated: bool
    """Whether it has deadlines or reminders, whatever became of them."""


class KnownHanging:
    """What hangs on the cases that were committed here last.

    A case may owe thousands of things, of which a move changes one or none: what is known is not
    read again. It holds as long as the case has made just so many moves, which each commit checks.
    """

    def __init__(self) -> None:
        """Start with nothing known."""
        self._known: dict[str, Hanging] = {}

    def at(self, number: str, moves: int) -> Hanging | None:
        """Return what hangs on a case that has made so many moves, None where it is not known."""
        known = self._known.get(number)
        if known is not None and known.moves == moves:
            return known
        return None

    def keep(self, plan: Plan) -> None:
        """Remember what a plan that was committed left."""
        for part in plan.parts:
            self._known.pop(part.header.number, None)
            dated = bool(part.deadlines or part.reminders)
            self._known[part.header.number] = Hanging(part.header.count, tuple(part.duties), dated)
        while len(self._known) > _MOST_KNOWN:
            del self._known[next(iter(self._known))]


def write_plan(db: Connection, plan: Plan, known: KnownHanging) -> None:
    """Store a plan; whoever calls has begun a transaction and undoes it on any exception."""
    if concurrency.alone(plan):
        [part] = plan.parts
        concurrency.check_part(part)  # writing its header finds out whether somebody was faster
        _write_part(db, part, known)
    else:
        counts = concurrency.Counts(lambda number: count(db, number))
        for part in plan.parts:
            counts.admit(part)
            _write_part(db, part, known)
    write_settings(db, plan.settings)


def write_reminder(
    db: Connection, reminder: Reminder, letters: Collection[Letter], expects: int, line: str
) -> None:
    """Store a reminder as settled, with its letters and a line of the access log."""
    concurrency.unmoved(reminder.case, count(db, reminder.case), expects)
    *key, _fires_at, _notice, status, settled_at = row_mapping.REMINDERS.row(reminder)
    settled = db.execute(sql.REMINDER_SETTLE, (status, settled_at, *key))
    if settled.rowcount != 1:
        raise concurrency.reminder_gone(reminder)
    _write_letters(db, letters)
    if line:
        write_access(db, line)


def write_settings(db: Connection, changes: Mapping[str, str]) -> None:
    """Store settings, each in place of what it was."""
    for change in changes.items():
        db.execute(sql.SETTING_SET, change)


def write_mark(db: Connection, letter: Letter, was: str) -> bool:
    """Store a letter's new status if its stored status still is `was`."""
    if letter.settled_at is None:
        settled_at = None
    else:
        settled_at = row_mapping.micros(letter.settled_at)
    news = (letter.status, settled_at, letter.trouble)
    return db.execute(sql.OUTBOX_MARK, (*news, *letter.key, was)).rowcount == 1


def write_access(db: Connection, text: str) -> Access:
    """Append a line to the access log, chained to the last one."""
    last = db.execute(sql.ACCESS_LAST).fetchone()
    before, chained = (last[0], last[2]) if last else (0, "")
    access = Access(before + 1, text, digest(chained + text))
    db.execute(sql.ACCESS_ADD, (access.number, access.text, access.hash))
    write_settings(db, access.mark)
    return access


def count(db: Connection, number: str) -> int | None:
    """Return how many moves a case has made, None when there is no such case."""
    row = db.execute(sql.HEADER_COUNT, (number,)).fetchone()
    if row is None:
        return None
    return int(row[0])


def _write_part(db: Connection, part: CasePlan, known: KnownHanging) -> None:
    number, move = part.header.number, part.entry.number
    _write_header(db, part)
    db.execute(sql.JOURNAL_ADD, row_mapping.ENTRIES.row(part.entry))
    for place, fact in enumerate(part.facts):
        db.execute(sql.RECORD_FILE, (number, *row_mapping.FACTS.row(fact), move, place))
    _write_hanging(db, part, known)
    _write_letters(db, part.letters)
    for pin in part.pins:
        db.execute(sql.PIN_ADD, row_mapping.PINS.row(pin))


def _write_header(db: Connection, part: CasePlan) -> None:
    header, expects = part.header, part.expects
    if expects == 0:
        db.execute(sql.HEADER_ADD, row_mapping.header_row(header))
        return
    key = (header.number, expects, part.content.previous)
    moving = row_mapping.MOVING.row(header)
    if part.listed:
        listed = row_mapping.LISTED.row(header)
        changed = db.execute(sql.HEADER_CHANGE, (*moving, *listed, *key))
    else:  # naming a column that an index hangs on makes SQLite write that index anew
        changed = db.execute(sql.HEADER_MOVE, (*moving, *key))
    if changed.rowcount == 0:
        concurrency.unmoved(header.number, count(db, header.number), expects)
        raise concurrency.other_history(header.number)


def _write_hanging(db: Connection, part: CasePlan, known: KnownHanging) -> None:
    """Rewrite what hangs on a case: its deadlines, reminders and duties, where they differ."""
    number = part.header.number
    before = known.at(number, part.expects)
    if before is not None and not (before.dated or part.deadlines or part.reminders):
        _write_duties(db, part, before)
        return
    deadlines, reminders, duties = db.execute(sql.HANGING, (number,) * 3).fetchone()
    if deadlines or part.deadlines:
        stored = db.execute(sql.DEADLINES_OF, (number,)).fetchall()
        news = [row_mapping.DEADLINES.row(deadline) for deadline in part.deadlines]
        changed = row_mapping.differences(stored, news, _DEADLINE_KEY)
        _replace(db, sql.DEADLINE_DROP, sql.DEADLINE_SET, *changed)
    if reminders or part.reminders:
        stored = db.execute(sql.REMINDERS_OF, (number,)).fetchall()
        news = [row_mapping.REMINDERS.row(reminder) for reminder in part.reminders]
        _replace(db, sql.REMINDER_DROP, sql.REMINDER_SET, *_pending(stored, news))
    if duties or part.duties:
        _write_duties(db, part, before)


def _write_duties(db: Connection, part: CasePlan, known: Hanging | None) -> None:
    number = part.header.number
    if known is None:
        stored = db.execute(sql.DUTIES_OF, (number,)).fetchall()
        news = [row_mapping.duty_row(place, duty) for place, duty in enumerate(part.duties)]
        _replace(db, sql.DUTY_DROP, sql.DUTY_SET, *row_mapping.differences(stored, news, _DUTY_KEY))
        return
    before, after = known.duties, tuple(part.duties)
    if after == before:
        return
    for place, duty in enumerate(after):
        if place >= len(before) or before[place] != duty:
            db.execute(sql.DUTY_SET, row_mapping.duty_row(place, duty))
    for place in range(len(after), len(before)):
        db.execute(sql.DUTY_DROP, (number, place))


def _pending(
    stored: list[row_mapping.Row], news: list[row_mapping.Row]
) -> tuple[list[row_mapping.Row], list[row_mapping.Row]]:
    """Return pending reminders to write and to drop; one already settled stays as it is."""
    pending = [row for row in stored if row[_REMINDER_STATUS] == "pending"]
    settled = {row[:_REMINDER_KEY] for row in stored if row[_REMINDER_STATUS] != "pending"}
    news = [row for row in news if row[:_REMINDER_KEY] not in settled]
    return row_mapping.differences(pending, news, _REMINDER_KEY)


def _write_letters(db: Connection, letters: Iterable[Letter]) -> None:
    for letter in letters:
        db.execute(sql.OUTBOX_ADD, row_mapping.LETTERS.row(letter))


def _replace(
    db: Connection, drop: str, put: str, news: list[row_mapping.Row], gone: list[tuple[Any, ...]]
) -> None:
    for key in gone:
        db.execute(drop, key)
    for row in news:
        db.execute(put, row)

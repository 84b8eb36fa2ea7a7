"""What one move writes into SQLite: only rows that differ, and nothing outside a transaction."""

from collections.abc import Collection, Iterable, Mapping
from sqlite3 import Connection
from typing import Any

from solicitation_flow.records import digest
from solicitation_flow.records.ledger import (
    Access,
    CasePlan,
    Letter,
    Plan,
    Reminder,
)
from solicitation_flow.store import concurrency, row_mapping
from solicitation_flow.store import statements as sql

_DEADLINE_KEY = len(sql.KEYS["deadline"])
_DUTY_KEY = len(sql.KEYS["duty"])
_REMINDER_KEY = len(sql.KEYS["reminder"])
_REMINDER_STATUS = sql.own("reminder").index("status")


def write_plan(db: Connection, plan: Plan) -> None:
    """Store a plan; whoever calls has begun a transaction and undoes it on any exception."""
    counts = concurrency.Counts(lambda number: count(db, number))
    for part in plan.parts:
        if concurrency.alone(plan):
            concurrency.check_part(part)  # writing its header finds out whether somebody was faster
        else:
            counts.admit(part)
        _write_part(db, part)
    write_settings(db, plan.settings)


def write_reminder(
    db: Connection, reminder: Reminder, letters: Collection[Letter], expects: int, line: str
) -> None:
    """Store a reminder as settled, with its letters and a line of the access log."""
    concurrency.unmoved(reminder.case, count(db, reminder.case), expects)
    *key, _fires_at, _notice, status, settled_at = row_mapping.reminder_row(reminder)
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
    settled_at = None if letter.settled_at is None else row_mapping.micros(letter.settled_at)
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
    return None if row is None else int(row[0])


def _write_part(db: Connection, part: CasePlan) -> None:
    number, move = part.header.number, part.entry.number
    _write_header(db, part)
    db.execute(sql.JOURNAL_ADD, row_mapping.entry_row(part.entry))
    for place, fact in enumerate(part.facts):
        db.execute(sql.RECORD_FILE, (number, fact.kind, fact.key, fact.body, move, place))
    _write_hanging(db, part)
    _write_letters(db, part.letters)
    for pin in part.pins:
        db.execute(sql.PIN_ADD, row_mapping.pin_row(pin))


def _write_header(db: Connection, part: CasePlan) -> None:
    header, expects = part.header, part.expects
    if expects == 0:
        db.execute(sql.HEADER_ADD, row_mapping.header_row(header))
        return
    key = (header.number, expects)
    if part.listed:
        values, statement = (
            (*row_mapping.moving(header), *row_mapping.listed(header), *key),
            sql.HEADER_CHANGE,
        )
    else:
        values, statement = (*row_mapping.moving(header), *key), sql.HEADER_MOVE
    if db.execute(statement, values).rowcount == 0:
        concurrency.unmoved(header.number, count(db, header.number), expects)


def _write_hanging(db: Connection, part: CasePlan) -> None:
    """Rewrite what hangs on a case: its deadlines, reminders and duties, where they differ."""
    number = part.header.number
    deadlines, reminders, duties = db.execute(sql.HANGING, (number,) * 3).fetchone()
    if deadlines or part.deadlines:
        stored = db.execute(sql.DEADLINES_OF, (number,)).fetchall()
        news = [row_mapping.deadline_row(deadline) for deadline in part.deadlines]
        changed = row_mapping.differences(stored, news, _DEADLINE_KEY)
        _replace(db, sql.DEADLINE_DROP, sql.DEADLINE_SET, *changed)
    if reminders or part.reminders:
        stored = db.execute(sql.REMINDERS_OF, (number,)).fetchall()
        news = [row_mapping.reminder_row(reminder) for reminder in part.reminders]
        _replace(db, sql.REMINDER_DROP, sql.REMINDER_SET, *_pending(stored, news))
    if duties or part.duties:
        stored = db.execute(sql.DUTIES_OF, (number,)).fetchall()
        news = [row_mapping.duty_row(place, duty) for place, duty in enumerate(part.duties)]
        _replace(db, sql.DUTY_DROP, sql.DUTY_SET, *row_mapping.differences(stored, news, _DUTY_KEY))


def _pending(
    stored: list[row_mapping.Row], news: list[row_mapping.Row]
) -> tuple[list[row_mapping.Row], list[row_mapping.Row]]:
    """A reminder already written stays so: the move did not see it happen."""
    pending = [row for row in stored if row[_REMINDER_STATUS] == "pending"]
    settled = {row[:_REMINDER_KEY] for row in stored if row[_REMINDER_STATUS] != "pending"}
    news = [row for row in news if row[:_REMINDER_KEY] not in settled]
    return row_mapping.differences(pending, news, _REMINDER_KEY)


def _write_letters(db: Connection, letters: Iterable[Letter]) -> None:
    for letter in letters:
        db.execute(sql.OUTBOX_ADD, row_mapping.letter_row(letter))


def _replace(
    db: Connection, drop: str, put: str, news: list[row_mapping.Row], gone: list[tuple[Any, ...]]
) -> None:
    for key in gone:
        db.execute(drop, key)
    for row in news:
        db.execute(put, row)

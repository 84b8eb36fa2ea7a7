"""The few SQL statements of the hot path, made from the tables, so that a move imports no ORM."""

from collections.abc import Sequence

from solicitation_flow.store import row_mapping, tables
from solicitation_flow.store.tables import Table


def _names(columns: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


def _equal(columns: Sequence[str], between: str = " AND ") -> str:
    return between.join(f'"{name}" = ?' for name in columns)


def insert(table: Table) -> str:
    """Return the statement that adds one row, and fails if its key is taken."""
    marks = ", ".join("?" for _ in table.names)
    columns = _names(table.names)
    return f"INSERT INTO {table.name} ({columns}) VALUES ({marks})"  # noqa: S608  our own names


def upsert(table: Table, changes: Sequence[str] = ()) -> str:
    """Return the statement that adds a row, or changes the one that has its key.

    Without `changes`, every column but the key is changed.
    """
    chosen = changes or [name for name in table.names if name not in table.key]
    news = ", ".join(f'"{name}" = excluded."{name}"' for name in chosen)
    return f"{insert(table)} ON CONFLICT ({_names(table.key)}) DO UPDATE SET {news}"


def select(table: Table, where: str = "", order: str = "") -> str:
    """Return the statement that reads whole rows, without `id`."""
    text = f"SELECT {_names(table.names)} FROM {table.name}"  # noqa: S608  our own names
    if where:
        text += f" WHERE {where}"
    if order:
        text += f" ORDER BY {order}"
    return text


def update(table: Table, changes: Sequence[str], where: str) -> str:
    """Return the statement that changes some columns of the rows found."""
    news = _equal(changes, ", ")
    return f"UPDATE {table.name} SET {news} WHERE {where}"  # noqa: S608  our own names


def delete(table: Table) -> str:
    """Return the statement that takes one row away by its key."""
    return f"DELETE FROM {table.name} WHERE {_equal(table.key)}"  # noqa: S608  our own names


HEADER = select(tables.CASE_HEADER, '"number" = ?')
HEADER_COUNT = 'SELECT "count" FROM case_header WHERE "number" = ?'
HEADER_HEAD = 'SELECT "head" FROM case_header WHERE "number" = ?'
HEADER_ADD = insert(tables.CASE_HEADER)
_MOVING, _LISTED = row_mapping.MOVING.names, row_mapping.LISTED.names
_AS_READ = _equal(("number", "count", "head"))
HEADER_MOVE = update(tables.CASE_HEADER, _MOVING, _AS_READ)
HEADER_CHANGE = update(tables.CASE_HEADER, (*_MOVING, *_LISTED), _AS_READ)


def headers_by(columns: Sequence[str], without: int = 0) -> str:
    """Return the statement that lists headers by some columns, after a number, up to a limit.

    `without` is how many workflows are left out.
    """
    conditions = [*(f'"{name}" = ?' for name in columns), '"number" > ?']
    if without:
        conditions.append(f'"workflow" NOT IN ({", ".join("?" * without)})')
    return select(tables.CASE_HEADER, " AND ".join(conditions), '"number"') + " LIMIT ?"


def count_by(columns: Sequence[str]) -> str:
    """Return the statement that counts headers by some columns."""
    text = "SELECT count(*) FROM case_header"
    if columns:
        text += f" WHERE {_equal(columns)}"
    return text


SERIES_LAST = 'SELECT max("serial") FROM case_header WHERE "series" = ? AND "serial" IS NOT NULL'
NUMBERS_FROM = 'SELECT "number" FROM case_header WHERE "number" >= ? AND "number" < ?'

RECORDS = 'SELECT "kind", "key", "body" FROM record WHERE "case" = ? ORDER BY "filed", "place"'
RECORD_FILE = upsert(tables.RECORD, ["body"])

JOURNAL_ADD = insert(tables.JOURNAL)
JOURNAL_CASES = (
    'SELECT "case", "series", "serial" FROM (SELECT DISTINCT "case" FROM journal)'
    ' LEFT JOIN case_header ON "number" = "case" ORDER BY "case"'
)
JOURNAL_OF = select(tables.JOURNAL, '"case" = ?', '"number"')

# One question instead of three: a small case has none of these, and asking costs like writing.
HANGING = "SELECT " + ", ".join(
    f"EXISTS ({select(table, _equal(['case']))})"
    for table in (tables.DEADLINE, tables.REMINDER, tables.DUTY)
)

DEADLINES_OF = select(tables.DEADLINE, '"case" = ?', '"name", "subject"')
DEADLINE_SET = upsert(tables.DEADLINE)
DEADLINE_DROP = delete(tables.DEADLINE)
_UNMET = "\"status\" = 'unmet'"
DUE = select(
    tables.DEADLINE, f'{_UNMET} AND "fires_at" <= ?', '"fires_at", "case", "name", "subject"'
)
# The plus keeps SQLite on the case's own rows: a case has few deadlines, a sweep may have many.
DUE_OF = select(tables.DEADLINE, f'"case" = ? AND {_UNMET} AND +"fires_at" <= ?')

REMINDERS_OF = select(tables.REMINDER, '"case" = ?')
_PENDING = "\"status\" = 'pending'"
_REMINDER_ORDER = '"fires_at", ' + _names(tables.REMINDER.key)
PENDING = select(tables.REMINDER, f'{_PENDING} AND "fires_at" <= ?', _REMINDER_ORDER)
PENDING_OF = select(
    tables.REMINDER, f'"case" = ? AND {_PENDING} AND +"fires_at" <= ?', _REMINDER_ORDER
)
SETTLED_OF = select(tables.REMINDER, f'"case" = ? AND NOT {_PENDING}', _REMINDER_ORDER)
REMINDER_SET = upsert(tables.REMINDER)
REMINDER_DROP = delete(tables.REMINDER)
REMINDER_SETTLE = update(
    tables.REMINDER, ("status", "settled_at"), f"{_equal(tables.REMINDER.key)} AND {_PENDING}"
)
NEXT_DUE = (
    f'SELECT min("fires_at") FROM (SELECT * FROM '  # noqa: S608  our own names
    f'(SELECT "fires_at" FROM deadline WHERE {_UNMET} ORDER BY "fires_at" LIMIT 1) UNION ALL '
    f'SELECT * FROM (SELECT "fires_at" FROM reminder WHERE {_PENDING} ORDER BY "fires_at" LIMIT 1))'
)

_DUTY_ORDER = '"case", "place"'
DUTIES = select(tables.DUTY, order=_DUTY_ORDER)
DUTIES_OF = select(tables.DUTY, '"case" = ?', _DUTY_ORDER)
DUTIES_OWED = select(tables.DUTY, '"owes" = ?', _DUTY_ORDER)
DUTY_SET = upsert(tables.DUTY)
DUTY_DROP = delete(tables.DUTY)

OUTBOX_ADD = insert(tables.OUTBOX)
OUTBOX_ALL = select(tables.OUTBOX, order='"id"')
OUTBOX_OF = select(tables.OUTBOX, '"case" = ?', '"id"')
OUTBOX_SENT = select(tables.OUTBOX, "\"status\" = 'sent'", '"id"')
# Named twice, because a partial index is used only when its own condition is in the question.
OUTBOX_OPEN = select(tables.OUTBOX, '"status" <> \'sent\' AND "status" = ?', '"id"')
OUTBOX_MARK = update(
    tables.OUTBOX,
    ("status", "settled_at", "trouble"),
    _equal(("case", "cause", "notice", "recipient", "status")),
)

PIN_ADD = f'{insert(tables.PINNED)} ON CONFLICT ("sha256") DO NOTHING'
PIN = select(tables.PINNED, '"sha256" = ?')
PINS = select(tables.PINNED, '"kind" = ? AND "name" = ?', '"id"')

SETTING_SET = upsert(tables.SETTING)
SETTING_OF = 'SELECT "value" FROM setting WHERE "key" = ?'

ACCESS_ADD = insert(tables.ACCESS)
ACCESS_ALL = select(tables.ACCESS, order='"number"')
ACCESS_LAST = select(tables.ACCESS, order='"number" DESC') + " LIMIT 1"

VERSION = "SELECT version_num FROM alembic_version"

"""The columns and the few statements of the hot path, plain text, so that a move imports no ORM.

`tables.py` declares the same tables for migrations and reports; a test holds the two together.
"""

from collections.abc import Mapping, Sequence

TEXT, INTEGER, INSTANT = "text", "integer", "instant"
"""What a column holds; an instant is an integer: microseconds since 1970, UTC."""

Columns = Mapping[str, str]

CASE_HEADER: Columns = {
    "number": TEXT,
    "workflow": TEXT,
    "version": INTEGER,
    "state": TEXT,
    "phase": TEXT,
    "title": TEXT,
    "owner": TEXT,
    "parent": TEXT,
    "pins": TEXT,
    "count": INTEGER,
    "head": TEXT,
    "opened_at": INSTANT,
    "effective_at": INSTANT,
    "recorded_at": INSTANT,
    "series": TEXT,
    "serial": INTEGER,
}
RECORD: Columns = {
    "case": TEXT,
    "kind": TEXT,
    "key": TEXT,
    "body": TEXT,
    "filed": INTEGER,
    "place": INTEGER,
}
JOURNAL: Columns = {
    "id": INTEGER,
    "case": TEXT,
    "number": INTEGER,
    "command": TEXT,
    "effective_at": INSTANT,
    "recorded_at": INSTANT,
    "text": TEXT,
    "hash": TEXT,
}
DEADLINE: Columns = {
    "case": TEXT,
    "name": TEXT,
    "subject": TEXT,
    "due_at": INSTANT,
    "boundary": TEXT,
    "fires_at": INSTANT,
    "runs_from": TEXT,
    "command": TEXT,
    "revision": INTEGER,
    "status": TEXT,
    "printed": TEXT,
}
REMINDER: Columns = {
    "case": TEXT,
    "name": TEXT,
    "subject": TEXT,
    "revision": INTEGER,
    "audience": TEXT,
    "offset": TEXT,
    "fires_at": INSTANT,
    "notice": TEXT,
    "status": TEXT,
    "settled_at": INSTANT,
}
DUTY: Columns = {
    "case": TEXT,
    "place": INTEGER,
    "command": TEXT,
    "owes": TEXT,
    "says": TEXT,
    "due_at": INSTANT,
}
OUTBOX: Columns = {
    "id": INTEGER,
    "case": TEXT,
    "cause": TEXT,
    "notice": TEXT,
    "recipient": TEXT,
    "address": TEXT,
    "subject": TEXT,
    "message": TEXT,
    "digest": TEXT,
    "message_id": TEXT,
    "written_at": INSTANT,
    "status": TEXT,
    "settled_at": INSTANT,
    "trouble": TEXT,
}
PINNED: Columns = {
    "id": INTEGER,
    "kind": TEXT,
    "name": TEXT,
    "version": TEXT,
    "sha256": TEXT,
    "body": TEXT,
}
SETTING: Columns = {"key": TEXT, "value": TEXT}
ACCESS: Columns = {"number": INTEGER, "text": TEXT, "hash": TEXT}

TABLES: Mapping[str, Columns] = {
    "case_header": CASE_HEADER,
    "record": RECORD,
    "journal": JOURNAL,
    "deadline": DEADLINE,
    "reminder": REMINDER,
    "duty": DUTY,
    "outbox": OUTBOX,
    "pinned": PINNED,
    "setting": SETTING,
    "access": ACCESS,
}
MAY_BE_NULL = frozenset(
    {
        ("case_header", "serial"),
        ("reminder", "settled_at"),
        ("duty", "due_at"),
        ("outbox", "settled_at"),
    }
)
KEYS: Mapping[str, tuple[str, ...]] = {
    "case_header": ("number",),
    "record": ("case", "kind", "key"),
    "journal": ("id",),
    "deadline": ("case", "name", "subject"),
    "reminder": ("case", "name", "subject", "revision", "audience", "offset"),
    "duty": ("case", "place"),
    "outbox": ("id",),
    "pinned": ("id",),
    "setting": ("key",),
    "access": ("number",),
}


def _names(columns: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


def _equal(columns: Sequence[str], between: str = " AND ") -> str:
    return between.join(f'"{name}" = ?' for name in columns)


def own(table: str) -> tuple[str, ...]:
    """Return a table's columns but `id`, which SQLite counts by itself."""
    return tuple(name for name in TABLES[table] if name != "id")


def insert(table: str) -> str:
    """Return the statement that adds one row, and fails if its key is taken."""
    columns = own(table)
    marks = ", ".join("?" for _ in columns)
    return f"INSERT INTO {table} ({_names(columns)}) VALUES ({marks})"  # noqa: S608  our own names


def upsert(table: str, changes: Sequence[str] | None = None) -> str:
    """Return the statement that adds a row, or changes the one that has its key."""
    keys = KEYS[table]
    chosen = changes or [name for name in own(table) if name not in keys]
    news = ", ".join(f'"{name}" = excluded."{name}"' for name in chosen)
    return f"{insert(table)} ON CONFLICT ({_names(keys)}) DO UPDATE SET {news}"


def select(table: str, where: str = "", order: str = "") -> str:
    """Return the statement that reads whole rows, without `id`."""
    text = f"SELECT {_names(own(table))} FROM {table}"  # noqa: S608  our own names
    return text + (f" WHERE {where}" if where else "") + (f" ORDER BY {order}" if order else "")


def update(table: str, changes: Sequence[str], where: str) -> str:
    """Return the statement that changes some columns of the rows found."""
    return f"UPDATE {table} SET {_equal(changes, ', ')} WHERE {where}"  # noqa: S608  our own names


def delete(table: str) -> str:
    """Return the statement that takes one row away by its key."""
    return f"DELETE FROM {table} WHERE {_equal(KEYS[table])}"  # noqa: S608  our own names


MOVING = ("count", "head", "effective_at", "recorded_at")
"""What every move changes of a header: no index hangs on these, so most moves stay cheap."""
LISTED = ("workflow", "version", "state", "phase", "title", "owner", "parent", "pins", "opened_at")
"""What lists are asked by or show; it seldom changes."""

HEADER = select("case_header", '"number" = ?')
HEADER_COUNT = 'SELECT "count" FROM case_header WHERE "number" = ?'
HEADER_HEAD = 'SELECT "head" FROM case_header WHERE "number" = ?'
HEADER_ADD = insert("case_header")
HEADER_MOVE = update("case_header", MOVING, _equal(("number", "count")))
HEADER_CHANGE = update("case_header", (*MOVING, *LISTED), _equal(("number", "count")))


def headers_by(columns: Sequence[str]) -> str:
    """Return the statement that lists headers by some columns."""
    return select("case_header", _equal(columns), '"number"')


SERIES_LAST = 'SELECT max("serial") FROM case_header WHERE "series" = ? AND "serial" IS NOT NULL'
NUMBERS_FROM = 'SELECT "number" FROM case_header WHERE "number" >= ? AND "number" < ?'

RECORDS = 'SELECT "kind", "key", "body" FROM record WHERE "case" = ? ORDER BY "filed", "place"'
RECORD_FILE = upsert("record", ["body"])

JOURNAL_ADD = insert("journal")
JOURNAL_CASES = (
    'SELECT "case", "series", "serial" FROM (SELECT DISTINCT "case" FROM journal)'
    ' LEFT JOIN case_header ON "number" = "case" ORDER BY "case"'
)
JOURNAL_OF = select("journal", '"case" = ?', '"number"')

# One question instead of three: a small case has none of these, and asking costs like writing.
HANGING = "SELECT " + ", ".join(
    f"EXISTS ({select(table, _equal(['case']))})" for table in ("deadline", "reminder", "duty")
)

DEADLINES_OF = select("deadline", '"case" = ?', '"name", "subject"')
DEADLINE_SET = upsert("deadline")
DEADLINE_DROP = delete("deadline")
_UNMET = "\"status\" = 'unmet'"
DUE = select("deadline", f'{_UNMET} AND "fires_at" <= ?', '"fires_at", "case", "name", "subject"')
# The plus keeps SQLite on the case's own rows: a case has few deadlines, a sweep may have many.
DUE_OF = select("deadline", f'"case" = ? AND {_UNMET} AND +"fires_at" <= ?')

REMINDERS_OF = select("reminder", '"case" = ?')
_PENDING = "\"status\" = 'pending'"
_REMINDER_ORDER = '"fires_at", ' + _names(KEYS["reminder"])
PENDING = select("reminder", f'{_PENDING} AND "fires_at" <= ?', _REMINDER_ORDER)
PENDING_OF = select("reminder", f'"case" = ? AND {_PENDING} AND +"fires_at" <= ?', _REMINDER_ORDER)
SETTLED_OF = select("reminder", f'"case" = ? AND NOT {_PENDING}', _REMINDER_ORDER)
REMINDER_SET = upsert("reminder")
REMINDER_DROP = delete("reminder")
REMINDER_SETTLE = update(
    "reminder", ("status", "settled_at"), f"{_equal(KEYS['reminder'])} AND {_PENDING}"
)
NEXT_DUE = (
    f'SELECT min("fires_at") FROM (SELECT * FROM '  # noqa: S608  our own names
    f'(SELECT "fires_at" FROM deadline WHERE {_UNMET} ORDER BY "fires_at" LIMIT 1) UNION ALL '
    f'SELECT * FROM (SELECT "fires_at" FROM reminder WHERE {_PENDING} ORDER BY "fires_at" LIMIT 1))'
)

DUTIES = select("duty")
DUTIES_OF = select("duty", '"case" = ?')
DUTIES_OWED = select("duty", '"owes" = ?')
DUTY_SET = upsert("duty")
DUTY_DROP = delete("duty")

OUTBOX_ADD = insert("outbox")
OUTBOX_ALL = select("outbox", order='"id"')
OUTBOX_OF = select("outbox", '"case" = ?', '"id"')
OUTBOX_SENT = select("outbox", "\"status\" = 'sent'", '"id"')
# Named twice, because a partial index is used only when its own condition is in the question.
OUTBOX_OPEN = select("outbox", '"status" <> \'sent\' AND "status" = ?', '"id"')
OUTBOX_MARK = update(
    "outbox",
    ("status", "settled_at", "trouble"),
    _equal(("case", "cause", "notice", "recipient", "status")),
)

PIN_ADD = f'{insert("pinned")} ON CONFLICT ("sha256") DO NOTHING'
PIN = select("pinned", '"sha256" = ?')
PINS = select("pinned", '"kind" = ? AND "name" = ?', '"id"')

SETTING_SET = upsert("setting")
SETTING_OF = 'SELECT "value" FROM setting WHERE "key" = ?'

ACCESS_ADD = insert("access")
ACCESS_ALL = select("access", order='"number"')
ACCESS_LAST = select("access", order='"number" DESC') + " LIMIT 1"

VERSION = "SELECT version_num FROM alembic_version"

"""Keeps cases in one SQLite file, through one kept connection and few plain statements."""

import sqlite3
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from datetime import datetime
from operator import itemgetter
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar

from solicitation_flow.errors import NotFound, Suggestion
from solicitation_flow.records.case_numbers import next_count
from solicitation_flow.records.ledger import (
    Access,
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
from solicitation_flow.store import concurrency, driver, row_mapping, schema, tables, writing
from solicitation_flow.store import statements as sql

T = TypeVar("T")

_CHECKPOINT_PAGES = 10_000
_READ, _WRITE = "BEGIN", "BEGIN IMMEDIATE"
_case_and_place = itemgetter(tables.DUTY.names.index("case"), tables.DUTY.names.index("place"))


class SqliteStore:
    """Keeps everything in one file; a writer of another process waits, or gets a Conflict."""

    def __init__(
        self,
        path: Path | str,
        *,
        synchronous: driver.Synchronous = "FULL",
        busy_ms: int = 5_000,
    ) -> None:
        """Open a database that has the schema of this program; never make or alter one."""
        self._path = Path(path)
        self._turn = RLock()
        self._known = writing.KnownHanging()
        if not self._path.is_file():
            raise NotFound(f"there is no database at {self._path}", next=Suggestion("init"))
        self.read_only = not driver.writable(self._path)
        if self.read_only:
            opens = driver.reading
        else:
            opens = driver.connect
        self._db = opens(self._path, busy_ms=busy_ms)
        try:
            schema.check(self._db, self._path)
            if not self.read_only:
                self._settle(synchronous)
        except BaseException:
            self._db.close()
            raise

    def _settle(self, synchronous: driver.Synchronous) -> None:
        try:
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute(f"PRAGMA synchronous = {synchronous}")
            self._db.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_PAGES:d}")
            self._db.execute("PRAGMA foreign_keys = ON")
        except sqlite3.Error as error:
            raise driver.translated(error, self._path) from error

    def _read(self, statement: str, values: tuple[Any, ...] = ()) -> list[row_mapping.Row]:
        with self._turn:
            try:
                return self._db.execute(statement, values).fetchall()
            except sqlite3.Error as error:
                raise driver.translated(error, self._path) from error

    def _within(self, begin: str, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do some work in one transaction: all of it, or nothing and the reason."""
        with self._turn:
            try:
                self._db.execute(begin)
                answer = work(self._db)
                self._db.execute("COMMIT")
            except BaseException as error:
                # The first error is the one to raise, also when the disk refuses the way back.
                with suppress(sqlite3.Error):
                    self._db.rollback()
                if isinstance(error, sqlite3.Error):
                    raise driver.translated(error, self._path) from error
                raise
            return answer

    def load(self, number: str) -> StoredCase | None:
        """Return a case with its records and all its deadlines, or None."""
        return self._within(_READ, lambda db: _load(db, number))

    def head(self, number: str) -> str | None:
        """Return the hash of a case's last entry."""
        rows = self._read(sql.HEADER_HEAD, (number,))
        if rows:
            return str(rows[0][0])
        return None

    def commit(self, plan: Plan) -> None:
        """Store a whole plan or nothing."""
        with self._turn:
            self._within(_WRITE, lambda db: writing.write_plan(db, plan, self._known))
            self._known.keep(plan)

    def due(self, until: datetime, cases: Collection[str] | None = None) -> list[Deadline]:
        """Return unmet deadlines with fires_at <= until, in their one order."""
        if cases is None:
            return self.deadlines(until)
        latest = row_mapping.micros(until)
        deadlines: list[Deadline] = []
        for case in set(cases):
            rows = self._read(sql.DUE_OF, (case, latest))
            deadlines += map(row_mapping.DEADLINES.noun, rows)
        return sorted(deadlines, key=lambda deadline: deadline.order)

    def deadlines(self, until: datetime | None = None) -> list[Deadline]:
        """Return all unmet deadlines, those that fire by `until` if given, in order."""
        rows = self._read(sql.DUE, (row_mapping.latest(until),))
        return [row_mapping.DEADLINES.noun(row) for row in rows]

    def reminders(self, until: datetime | None = None, case: str | None = None) -> list[Reminder]:
        """Return pending reminders with fires_at <= until, ordered by fires_at and key."""
        latest = row_mapping.latest(until)
        if case is None:
            rows = self._read(sql.PENDING, (latest,))
        else:
            rows = self._read(sql.PENDING_OF, (case, latest))
        return [row_mapping.REMINDERS.noun(row) for row in rows]

    def settled_reminders(self, case: str) -> list[Reminder]:
        """Return the case's sent and dropped reminders."""
        return [row_mapping.REMINDERS.noun(row) for row in self._read(sql.SETTLED_OF, (case,))]

    def remind(
        self, reminder: Reminder, letters: Collection[Letter], expects: int, line: str = ""
    ) -> None:
        """Store a reminder as settled, with its letters and a line of the access log."""
        self._within(
            _WRITE, lambda db: writing.write_reminder(db, reminder, letters, expects, line)
        )

    def next_due(self) -> datetime | None:
        """Return the earliest instant of any unmet deadline or pending reminder."""
        [(earliest,)] = self._read(sql.NEXT_DUE)
        if earliest is None:
            return None
        return row_mapping.instant(earliest)

    def duties(self, owes: Collection[str] | None = None, case: str | None = None) -> list[Duty]:
        """Return duties, those owed by any of `owes` if given, by due date, case, command."""
        rows: list[row_mapping.Row] = []
        if case is not None:
            rows = self._read(sql.DUTIES_OF, (case,))
        elif owes is None:
            rows = self._read(sql.DUTIES)
        else:
            for name in set(owes):
                rows += self._read(sql.DUTIES_OWED, (name,))
        rows.sort(key=_case_and_place)
        duties = [row_mapping.duty_of(row) for row in rows]
        chosen = [duty for duty in duties if owes is None or duty.owes in owes]
        return sorted(chosen, key=lambda duty: duty.order)

    def outbox(self, status: str | None = None, case: str | None = None) -> list[Letter]:
        """Return letters in the order they were written."""
        if case is not None:
            rows = self._read(sql.OUTBOX_OF, (case,))
        elif status is None:
            rows = self._read(sql.OUTBOX_ALL)
        elif status == "sent":
            rows = self._read(sql.OUTBOX_SENT)
        else:
            rows = self._read(sql.OUTBOX_OPEN, (status,))
        letters = map(row_mapping.LETTERS.noun, rows)
        return [letter for letter in letters if status in {None, letter.status}]

    def mark(self, letter: Letter, was: str) -> bool:
        """Store a letter's new status if its stored status still is `was`."""
        return self._within(_WRITE, lambda db: writing.write_mark(db, letter, was))

    def journal(self, number: str) -> list[StoredEntry]:
        """Return a case's entries in order; empty for an unknown case."""
        return [row_mapping.ENTRIES.noun(row) for row in self._read(sql.JOURNAL_OF, (number,))]

    def numbers(self) -> dict[str, tuple[str, int | None] | None]:
        """Return every case that has a journal, in order, and how it is counted."""
        numbers: dict[str, tuple[str, int | None] | None] = {}
        for case, series, count in self._read(sql.JOURNAL_CASES):
            numbers[case] = None if series is None else (series, count)
        return numbers

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
        statement = sql.headers_by(tuple(chosen), len(without))
        if limit is None:
            most = -1
        else:
            most = limit
        rows = self._read(statement, (*chosen.values(), after, *without, most))
        return [row_mapping.header_of(row) for row in rows]

    def count(self, **wanted: Any) -> int:
        """Return how many headers `find` would return."""
        chosen = concurrency.wanted(wanted)
        [(count,)] = self._read(sql.count_by(tuple(chosen)), tuple(chosen.values()))
        return int(count)

    def pin(self, sha256: str) -> Pin | None:
        """Return a pinned definition."""
        rows = self._read(sql.PIN, (sha256,))
        if rows:
            return row_mapping.PINS.noun(rows[0])
        return None

    def pinned(self, kind: str, name: str) -> list[Pin]:
        """Return all pins of a kind and name, oldest first."""
        return [row_mapping.PINS.noun(row) for row in self._read(sql.PINS, (kind, name))]

    def setting(self, key: str) -> str | None:
        """Return a setting of the workspace."""
        rows = self._read(sql.SETTING_OF, (key,))
        if rows:
            return str(rows[0][0])
        return None

    def settings(self, changes: Mapping[str, str]) -> None:
        """Store settings outside any move."""
        self._within(_WRITE, lambda db: writing.write_settings(db, changes))

    def number(self, prefix: str) -> int:
        """Return the next free count for case numbers that start with `prefix`."""
        if prefix and prefix[-1].isdigit():
            beyond = prefix[:-1] + chr(ord(prefix[-1]) + 1)
            rows = self._read(sql.NUMBERS_FROM, (prefix, beyond))
            return next_count(prefix, [number for (number,) in rows])
        [(last,)] = self._read(sql.SERIES_LAST, (prefix,))
        return (last or 0) + 1

    def access(self, text: str) -> Access:
        """Append to the access log, chained."""
        return self._within(_WRITE, lambda db: writing.write_access(db, text))

    def accesses(self) -> list[Access]:
        """Return the access log in order."""
        return [Access(*row) for row in self._read(sql.ACCESS_ALL)]

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


def _load(db: sqlite3.Connection, number: str) -> StoredCase | None:
    header = db.execute(sql.HEADER, (number,)).fetchone()
    if header is None:
        return None
    facts = db.execute(sql.RECORDS, (number,)).fetchall()
    deadlines = db.execute(sql.DEADLINES_OF, (number,)).fetchall()
    return StoredCase(
        row_mapping.header_of(header),
        tuple([Fact(*fact) for fact in facts]),
        tuple([row_mapping.DEADLINES.noun(deadline) for deadline in deadlines]),
    )

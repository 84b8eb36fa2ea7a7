"""Every way to change one stored thing: over the tables and columns the database really has.

As a program it tries each of them on every row: `python -m tests.reliability.tampering`.
"""

import argparse
import sqlite3
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from solicitation_flow.records.ledger import ACCESS_LAST
from tests.test_verify import CALLED, HARMLESS, Statement, added, deleted, other, updated
from tests.verify_fixtures import House, house

Row = dict[str, Any]

NOT_OURS = {"alembic_version"}
"""Told by the store itself, which refuses a database of another version."""

SETTINGS = {ACCESS_LAST: "access", "clock": "setting"}
"""What a finding calls the settings that are covered; `clock_seen` may be any reading."""

KEYS = {
    "case_header": ("number",),
    "record": ("key",),
    "journal": ("id", "number"),
    "deadline": ("name",),
    "reminder": ("revision",),
    "duty": ("place",),
    "outbox": ("id", "recipient"),
    "pinned": ("id", "sha256"),
    "access": ("number",),
}
"""The columns by which an added row differs from the one it is a copy of."""


@dataclass(frozen=True)
class Tampering:
    """One change made behind the program's back: what it is, how, and what it may be called."""

    kind: str
    where: str
    statements: tuple[Statement, ...]
    called: frozenset[str]

    def found(self, house: House) -> bool:
        """Return whether verification finds it and calls it by its name."""
        try:
            return any(finding.what in self.called for finding in house.verified(*self.statements))
        except sqlite3.IntegrityError:
            return True  # two rows of one key: the database itself does not let it happen


def schema(house: House) -> dict[str, dict[str, bool]]:
    """Return the tables and columns the database really has, and which are in the key."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(house.database)
        tables = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            table: {
                name: bool(key)
                for _, name, _, _, _, key in db.execute(f"PRAGMA table_info({table})")
            }
            for (table,) in tables
            if table not in NOT_OURS
        }


def called(table: str, column: str = "") -> frozenset[str]:
    """Return what a finding may be called; an order of rows is seen in what hangs on it."""
    # a reminder and its letters were written at one instant: who was moved, nobody can say
    together = {"reminder", "letter"} if column in {"settled_at", "written_at"} else set()
    # whoever belongs to a case that is not there, is not there either
    whose = {"header", "journal"} if column in {"case", "number", ""} else set()
    return frozenset({CALLED[table]} | together | whose)


def tamperings(house: House, *, every: bool) -> Iterator[Tampering]:
    """Return every tampering with one row in the middle of each table, or with every row."""
    for table, columns in schema(house).items():
        rows = house.rows(table)
        if table == "setting":
            yield from _settings(rows)
            continue
        chosen = rows if every else [rows[len(rows) // 2]]
        covered = [column for column in columns if (table, column) not in HARMLESS]
        free = [column for column in covered if not columns[column]]
        for row in chosen:
            yield from _one(table, row, covered)
        yield from _exchanged(table, rows, free, every=every)


def _one(table: str, row: Row, columns: Iterable[str]) -> Iterator[Tampering]:
    for column in columns:
        change = updated(table, row, **{column: other(row[column])})
        where = f"{table}.{column}"
        yield Tampering("changed", where, (change,), called(table, column))
    yield Tampering("removed", table, (deleted(table, row),), called(table))
    news = {name: other(row[name]) for name in KEYS[table]}
    yield Tampering("added", table, (added(table, row | news),), called(table))


def _exchanged(
    table: str, rows: list[Row], columns: list[str], *, every: bool
) -> Iterator[Tampering]:
    """Two rows change contents: one column of them, or all that do not name the row."""
    wholes = [name for name in columns if name not in {*KEYS[table], "case"}]
    for names in [*([name] for name in wholes), wholes]:
        pairs = [
            (one, two) for one, two in pairwise(rows) if all(one[n] != two[n] for n in names[:1])
        ]
        for one, two in pairs if every else pairs[:1]:
            yield Tampering(
                "exchanged",
                f"{table}.{','.join(names)}",
                (
                    updated(table, one, **{name: two[name] for name in names}),
                    updated(table, two, **{name: one[name] for name in names}),
                ),
                called(table, names[0]) | called(table, "settled_at"),
            )


def _settings(rows: list[Row]) -> Iterator[Tampering]:
    for row in rows:
        name = SETTINGS.get(row["key"])
        if name:
            change = updated("setting", row, value=other(row["value"]))
            yield Tampering("changed", f"setting {row['key']}", (change,), frozenset({name}))
        if row["key"] == ACCESS_LAST:
            gone = deleted("setting", row)
            yield Tampering("removed", f"setting {row['key']}", (gone,), frozenset({"access"}))


def main() -> None:
    """Tamper with every row, and print what was found and what was not."""
    words = argparse.ArgumentParser(description="Tamper with every row of a stored house.")
    words.add_argument("--sample", action="store_true", help="only one row of each table")
    asked = words.parse_args()
    kinds, lost, begun = Counter[str](), Counter[str](), time.monotonic()
    for tampering in tamperings(house(), every=not asked.sample):
        kinds[tampering.kind] += 1
        if not tampering.found(house()):
            lost[f"{tampering.kind} {tampering.where}"] += 1
    summary = ", ".join(f"{count} {kind}" for kind, count in kinds.items())
    print(f"{summary}: {lost.total()} not found, in {time.monotonic() - begun:.0f} s")  # noqa: T201
    for where, count in lost.items():
        print(f"{count:5} {where}")  # noqa: T201 - a program says what it found


if __name__ == "__main__":
    main()

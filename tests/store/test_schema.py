"""The declared tables and the migrations make the same database, and an upgrade loses nothing."""

import errno
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import NullPool

from solicitation_flow.errors import Conflict, NewerDatabase, NotFound, Trouble
from solicitation_flow.store import (
    driver,
    migrations,
    models,
    row_mapping,
    schema,
    statements,
    tables,
)
from tests.ledgers import opening
from tests.store_fixtures import fresh_db, opened

FOLDER = Path(migrations.__path__[0])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return fresh_db(tmp_path)


@pytest.fixture
def engine(path: Path) -> Iterator[Engine]:
    made = create_engine(f"sqlite:///{path}", poolclass=NullPool)
    yield made
    made.dispose()


def version(path: Path, number: str) -> None:
    """Pretend that another release wrote the database."""
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE alembic_version SET version_num = ?", (number,))


# --- they agree --------------------------------------------------------------------------------


def test_migrations_make_exactly_the_tables(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, models.METADATA) == []


def shape(path: Path) -> dict[str, Any]:
    """Return what SQLite knows of each table: more than Alembic compares."""
    with closing(sqlite3.connect(path)) as db:
        listed = db.execute("PRAGMA table_list").fetchall()
        kept = {
            name: {"kind": kind, "without rowid": wr, "strict": strict}
            for _, name, kind, _, wr, strict in listed
            if name in tables.COLUMNS
        }
        for name, facts in kept.items():
            facts["columns"] = db.execute(f"PRAGMA table_xinfo({name})").fetchall()
            facts["references"] = db.execute(f"PRAGMA foreign_key_list({name})").fetchall()
            facts["indexes"] = sorted(
                (sql or "", unique, origin)
                for _, index, unique, origin, _ in db.execute(f"PRAGMA index_list({name})")
                for (sql,) in db.execute("SELECT sql FROM sqlite_master WHERE name = ?", (index,))
            )
    return kept


def test_migrations_and_tables_make_the_same_file(path: Path, tmp_path: Path) -> None:
    declared = create_engine(f"sqlite:///{tmp_path / 'declared.db'}", poolclass=NullPool)
    models.METADATA.create_all(declared)
    assert shape(path) == shape(tmp_path / "declared.db")


def test_rows_hold_their_values_in_the_order_of_the_columns() -> None:
    mappings = {
        tables.RECORD: row_mapping.FACTS.names,
        tables.JOURNAL: row_mapping.ENTRIES.names,
        tables.DEADLINE: row_mapping.DEADLINES.names,
        tables.REMINDER: row_mapping.REMINDERS.names,
        tables.OUTBOX: row_mapping.LETTERS.names,
        tables.PINNED: row_mapping.PINS.names,
    }
    for table, names in mappings.items():
        written = [name for name in table.names if name in names]
        assert tuple(written) == names
    assert row_mapping.HEADERS.names == tables.CASE_HEADER.names[:-2]
    changed = (*row_mapping.MOVING.names, *row_mapping.LISTED.names)
    assert sorted(("number", *changed)) == sorted(row_mapping.HEADERS.names)


def test_a_table_keeps_a_key_and_says_what_it_is_for() -> None:
    for table in tables.ALL:
        assert set(table.key) <= set(tables.COLUMNS[table.name])
        assert models.MODELS[table.name].__doc__ == table.says


def test_every_statement_is_one_sqlite_understands(path: Path) -> None:
    texts = [value for value in vars(statements).values() if isinstance(value, str)]
    verbs = ("SELECT", "INSERT", "UPDATE", "DELETE")
    written = [text for text in texts if text.startswith(verbs)]
    assert len(written) > 30
    with closing(sqlite3.connect(path)) as db:
        for text in written:
            db.execute(f"EXPLAIN {text}", [None] * text.count("?"))


def test_the_newest_migration_is_the_one_the_program_asks_for() -> None:
    script = ScriptDirectory(str(FOLDER))
    assert script.get_current_head() == schema.HEAD
    revisions = [revision.revision for revision in script.walk_revisions()]
    assert revisions == sorted(revisions, reverse=True)


def test_no_way_down_is_offered() -> None:
    for revision in ScriptDirectory(str(FOLDER)).walk_revisions():
        assert not hasattr(revision.module, "downgrade")


# --- upgrade -----------------------------------------------------------------------------------


def test_a_new_file_is_made_ready(tmp_path: Path) -> None:
    path = tmp_path / "solflow.db"
    assert schema.current(path) is None
    assert not path.exists()
    assert schema.upgrade(path) == (None, schema.HEAD)
    assert schema.current(path) == schema.HEAD
    assert [left.name for left in tmp_path.iterdir()] == ["solflow.db"]
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert db.execute("PRAGMA application_id").fetchone() == (driver.APPLICATION,)


def test_an_upgrade_with_nothing_to_do_does_nothing(path: Path) -> None:
    before = path.read_bytes()
    assert schema.upgrade(path) == (schema.HEAD, schema.HEAD)
    assert path.read_bytes() == before
    assert [left.name for left in path.parent.iterdir()] == [path.name]


def test_a_newer_database_is_not_touched(path: Path) -> None:
    version(path, "9999")
    before = path.read_bytes()
    with pytest.raises(NewerDatabase):
        schema.upgrade(path)
    assert path.read_bytes() == before


def test_another_programs_database_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "contacts.db"
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("CREATE TABLE person (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(Trouble, match="another program"):
        schema.upgrade(path)
    assert path.read_bytes() == before


def test_an_upgrade_needs_a_folder(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        schema.upgrade(tmp_path / "nowhere" / "solflow.db")


def test_a_locked_database_is_not_upgraded(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "_BUSY_MS", 50)
    version(path, "0000")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Conflict):
            schema.upgrade(path)
        other.execute("ROLLBACK")
    assert not list(path.parent.glob("*.backup"))


def test_a_disk_too_full_for_the_copy_leaves_the_database_alone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    version(path, "0000")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Trouble, match="No space left"):
        schema.upgrade(path)
    assert schema.current(path) == "0000"


NEXT = '''"""A second step."""

from alembic import op

revision, down_revision, branch_labels, depends_on = "0002", "0001", None, None


def upgrade() -> None:
    """Adds a column, and fails if it is told to."""
    op.execute("ALTER TABLE setting ADD COLUMN said_by TEXT")
    {more}
'''


@pytest.fixture
def next_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file of the migration that the next release has more."""
    steps = tmp_path / "release" / "migrations" / "versions"
    steps.mkdir(parents=True)
    for name in ("env.py", "script.py.mako", "versions/r0001_first.py"):
        (steps.parent / name).write_bytes((FOLDER / name).read_bytes())
    monkeypatch.setattr(schema, "HEAD", "0002")
    monkeypatch.setattr(schema, "__file__", str(steps.parent.parent / "schema.py"))
    return steps / "r0002_second.py"


def test_an_existing_database_is_copied_before_it_is_altered(
    path: Path, next_release: Path
) -> None:
    kept = opened_as_first(path)
    before = kept.journal("RFP-1")
    kept.close()
    next_release.write_text(NEXT.format(more=""))
    assert schema.upgrade(path) == ("0001", "0002")
    assert schema.current(path) == "0002"
    copy = path.with_name("solflow.db.0001.1.backup")
    assert schema.current(copy) == "0001"
    again = opened(path)
    assert again.journal("RFP-1") == before
    again.close()


def opened_as_first(path: Path) -> Any:
    """Open a database as the first release does, and open a case in it."""
    newest, schema.HEAD = schema.HEAD, "0001"
    kept = opened(path)
    schema.HEAD = newest
    kept.commit(opening("RFP-1"))
    return kept


def test_an_upgrade_that_fails_leaves_the_database_as_it_was(
    path: Path, next_release: Path
) -> None:
    opened_as_first(path).close()
    next_release.write_text(NEXT.format(more='op.execute("SELECT no_such_column")'))
    for attempt in (1, 2):
        with pytest.raises(Trouble):
            schema.upgrade(path)
        assert path.with_name(f"solflow.db.0001.{attempt}.backup").exists()
    assert schema.current(path) == "0001"
    with closing(sqlite3.connect(path)) as db:
        names = [row[1] for row in db.execute("PRAGMA table_info(setting)")]
    assert names == ["key", "value"]
    next_release.write_text(NEXT.format(more=""))
    assert schema.upgrade(path) == ("0001", "0002")


# --- what it costs -----------------------------------------------------------------------------


def test_opening_a_database_imports_no_orm(path: Path) -> None:
    code = (
        "import sys; from solicitation_flow.store.sqlite import SqliteStore; "
        f"SqliteStore({str(path)!r}).close(); "
        "print({'alembic', 'sqlalchemy', 'sqlmodel'} & sys.modules.keys())"
    )
    completed = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    )
    assert completed.stdout == "set()\n"

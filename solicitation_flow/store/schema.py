"""Brings a database to the schema of this program, and says which schema one has.

Nothing here imports Alembic or SQLModel until an upgrade really runs.
"""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from solicitation_flow.errors import NewerDatabase, NotFound, OlderDatabase, Suggestion, Trouble
from solicitation_flow.store import driver, statements

HEAD = "0001"
"""The newest migration; revisions are counted, so that texts compare as older and newer."""

_BUSY_MS = 5_000


def check(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a database this program may not write to: a stranger's, an older or a newer one."""
    version = _version(connection, path)
    if version is None or version < HEAD:
        raise OlderDatabase(
            f"{path.name} has schema {version or 'none'}; this program needs {HEAD}",
            hint="a backup is made first",
            next=Suggestion("upgrade"),
        )
    if version > HEAD:
        raise NewerDatabase(
            f"{path.name} has schema {version}; this program knows up to {HEAD}",
            hint="install the version of this program that wrote it",
        )


def current(path: Path | str) -> str | None:
    """Return the schema a database has; None when there is no file, or nothing in it yet."""
    path = Path(path)
    if not path.exists():
        return None
    opens = driver.connect if driver.writable(path) else driver.reading
    with closing(opens(path, busy_ms=_BUSY_MS)) as connection:
        return _version(connection, path)


def upgrade(path: Path | str) -> tuple[str | None, str]:
    """Make or alter a database so that this program may use it; return the schema before and after.

    One transaction: a failure leaves the database as it was. An existing one is copied first, to
    a file beside it. There is no way down: the copy is the way back.
    """
    path = Path(path)
    if not path.parent.is_dir():
        raise NotFound(f"there is no folder {path.parent}", next=Suggestion("init"))
    with closing(driver.connect(path, busy_ms=_BUSY_MS, create=True)) as connection:
        before = _version(connection, path)
        if before is not None and before > HEAD:
            check(connection, path)
        if before != HEAD:
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                _migrate(connection, path, before)
            except sqlite3.Error as error:
                raise driver.translated(error, path) from error
            except OSError as error:
                raise Trouble(f"{path}: {error}; nothing was changed") from error
    return before, HEAD


def _version(connection: sqlite3.Connection, path: Path) -> str | None:
    try:
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        (mark,) = connection.execute("PRAGMA application_id").fetchone()
        if tables == 0:
            return None
        if mark != driver.APPLICATION:
            raise Trouble(
                f"{path} belongs to another program",
                hint="name the database of this workspace in solflow.toml",
            )
        return str(connection.execute(statements.VERSION).fetchone()[0])
    except sqlite3.Error as error:
        raise driver.translated(error, path) from error


def _backup(path: Path, version: str) -> None:
    """Copy a database beside itself; an earlier copy is never written over."""
    copies = (path.with_name(f"{path.name}.{version}.{n}.backup") for n in range(1, 10_000))
    copy = next(copy for copy in copies if not copy.exists())
    part = copy.with_suffix(".part")
    part.unlink(missing_ok=True)
    with (
        closing(driver.connect(path, busy_ms=_BUSY_MS)) as source,
        closing(driver.connect(part, busy_ms=_BUSY_MS, create=True)) as target,
    ):
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
    with part.open("rb+") as written:
        os.fsync(written.fileno())
    part.rename(copy)


def _migrate(connection: sqlite3.Connection, path: Path, before: str | None) -> None:
    """Copy the database, then run all migrations, while the lock keeps others from writing."""
    from alembic import command  # noqa: PLC0415  half a second that no other command should pay
    from alembic.config import Config  # noqa: PLC0415
    from sqlalchemy import create_engine, event  # noqa: PLC0415
    from sqlalchemy.exc import DBAPIError  # noqa: PLC0415
    from sqlalchemy.pool import StaticPool  # noqa: PLC0415

    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    event.listen(engine, "begin", lambda begun: begun.exec_driver_sql("BEGIN IMMEDIATE"))
    config = Config()
    config.set_main_option(
        "script_location", str(Path(__file__).parent / "migrations").replace("%", "%%")
    )
    try:
        with engine.begin() as migrating:
            if before is not None:
                _backup(path, before)
            config.attributes["connection"] = migrating
            command.upgrade(config, HEAD)
            broken = migrating.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            assert not broken, f"the migration breaks references: {broken}"
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            raise error.orig from error
        raise

"""Opens SQLite in one way, and translates what its driver raises."""

import os
import shutil
import sqlite3
from pathlib import Path
from typing import Literal

from solicitation_flow.errors import Conflict, SolflowError, Suggestion, Trouble

Synchronous = Literal["FULL", "NORMAL", "OFF"]

APPLICATION = 0x534F4C46
"""Marks a file as ours ("SOLF"), so that another program's database is never touched."""

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_SAYS = {
    sqlite3.SQLITE_FULL: ("the disk is full", "make room and give the same command again"),
    sqlite3.SQLITE_READONLY: ("may not be written", "check the rights of the file and its folder"),
    sqlite3.SQLITE_PERM: ("may not be opened", "check the rights of the file and its folder"),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", "check the rights of the file and its folder"),
    sqlite3.SQLITE_NOTADB: ("is not a database", "restore it from a backup"),
    sqlite3.SQLITE_CORRUPT: ("is damaged", "restore it from a backup"),
    sqlite3.SQLITE_IOERR: ("the disk failed", "check the disk, then give the same command again"),
}
_SHARED_MEMORY = 64 * 1024  # what SQLite asks for beside a log, and some
_PRIMARY = 0xFF  # an extended result code keeps its family in the low byte


def translated(error: sqlite3.Error, path: Path) -> BaseException:
    """Return the error of this program that stands for one of the driver's.

    A broken constraint or a wrong statement is no refusal: the plan was wrong, and nothing of it
    is stored.
    """
    code = getattr(error, "sqlite_errorcode", None)
    if isinstance(error, sqlite3.IntegrityError):
        return AssertionError(f"a plan breaks the rules of the store: {error}")
    if "Could not decode to UTF-8" in str(error):
        # what we wrote was text: the file was changed by something else
        return Trouble(
            f"{path.name} is damaged: it holds bytes that are no text",
            hint="restore it from a backup; verifying names the damaged case",
            next=Suggestion("verify"),
        )
    if code is None:
        return AssertionError(f"the store was asked the wrong way: {error}")
    if code & _PRIMARY in _BUSY:
        return Conflict(
            f"{path.name} is locked: another program is writing to it",
            hint="nothing was changed; give the same command again",
        )
    return _trouble(error, code & _PRIMARY, path)


def _trouble(error: sqlite3.Error, family: int, path: Path) -> SolflowError:
    if family == sqlite3.SQLITE_IOERR and _no_room(path):
        family = sqlite3.SQLITE_FULL
    what, hint = _SAYS.get(family, ("cannot be used", None))
    if hint:
        examine = None
    else:
        examine = Suggestion("doctor")
    return Trouble(f"{path}: {what} ({error}); nothing was changed", hint=hint, next=examine)


def _no_room(path: Path) -> bool:
    """Return whether the disk is full: the log's shared memory fails by another name then."""
    try:
        return shutil.disk_usage(path.parent).free < _SHARED_MEMORY
    except OSError:
        return False


def connect(path: Path, *, busy_ms: int, create: bool = False) -> sqlite3.Connection:
    """Open a database file in autocommit, foreign keys on; a missing file is made only if asked.

    One connection may serve several threads: whoever shares it takes turns.
    """
    try:
        connection = _opened(path, "mode=rwc" if create else "mode=rw")
        connection.execute(f"PRAGMA busy_timeout = {busy_ms:d}")
    except sqlite3.Error as error:
        raise translated(error, path) from error
    return connection


def writable(path: Path) -> bool:
    """Return whether this user may write a database: the file, and its log beside it."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def reading(path: Path, *, busy_ms: int) -> sqlite3.Connection:
    """Open a database for somebody who may only read it.

    Its log wants a file of shared memory beside it, which a mere reader cannot make. Where no log
    is left, every move is in the file itself, and the file is read as one that does not change.
    """
    try:
        connection = _opened(path, "mode=ro")
        try:
            connection.execute(f"PRAGMA busy_timeout = {busy_ms:d}")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError:
            connection.close()
            log = path.with_name(f"{path.name}-wal")
            if log.exists() and log.stat().st_size:
                raise
            connection = _opened(path, "immutable=1")
    except sqlite3.Error as error:
        raise translated(error, path) from error
    return connection


def _opened(path: Path, how: str) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?{how}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
    )

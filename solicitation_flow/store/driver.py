"""Opens SQLite the one way this house does, and says in its words what the driver says."""

import sqlite3
from pathlib import Path
from typing import Literal

from solicitation_flow.errors import Conflict, SolflowError, Trouble

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
_PRIMARY = 0xFF  # an extended result code keeps its family in the low byte


def said(error: sqlite3.Error, path: Path) -> BaseException:
    """Answers what a driver's error means to a user; a bug of ours stays loud.

    A broken constraint or a wrong statement is no refusal: the plan was wrong, and nothing of it
    is stored.
    """
    code = getattr(error, "sqlite_errorcode", None)
    if isinstance(error, sqlite3.IntegrityError):
        return AssertionError(f"a plan breaks the rules of the store: {error}")
    if code is None:
        return AssertionError(f"the store was asked the wrong way: {error}")
    if code & _PRIMARY in _BUSY:
        return Conflict(
            f"{path.name} is locked: another program is writing to it",
            hint="nothing was changed; give the same command again",
        )
    return _trouble(error, code & _PRIMARY, path)


def _trouble(error: sqlite3.Error, family: int, path: Path) -> SolflowError:
    what, hint = _SAYS.get(family, ("cannot be used", "run `solflow doctor`"))
    return Trouble(f"{path}: {what} ({error}); nothing was changed", hint=hint)


def connect(path: Path, *, busy_ms: int, create: bool = False) -> sqlite3.Connection:
    """Opens a database file in autocommit, foreign keys on; a missing file is made only if asked.

    One connection may serve several threads: whoever shares it takes turns.
    """
    mode = "rwc" if create else "rw"
    try:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
        )
        connection.execute(f"PRAGMA busy_timeout = {busy_ms:d}")
    except sqlite3.Error as error:
        raise said(error, path) from error
    return connection

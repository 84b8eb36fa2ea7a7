"""Where a test gets a database: migrated once a process, then copied, since migrating is slow."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from solicitation_flow.store import schema
from solicitation_flow.store.sqlite import SqliteStore


@cache
def _migrated() -> bytes:
    with TemporaryDirectory() as folder:
        schema.upgrade(Path(folder, "empty.db"))
        return Path(folder, "empty.db").read_bytes()


def fresh_db(folder: Path, name: str = "solflow.db") -> Path:
    """Put an empty, migrated database into a folder and answers where it is."""
    path = folder / name
    path.write_bytes(_migrated())
    return path


def opened(path: Path, **options: Any) -> SqliteStore:
    """Open a database without waiting for the disk or for others."""
    quick: dict[str, Any] = {"synchronous": "OFF", "busy_ms": 50}
    return SqliteStore(path, **quick | options)

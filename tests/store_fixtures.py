"""The stores that tests run on: adding one here runs every shared test on it too."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from solicitation_flow.store import Store, schema
from solicitation_flow.store.memory import MemoryStore
from solicitation_flow.store.sqlite import SqliteStore

RFP, CHILD, OTHER = "RFP-2026-014", "RFP-2026-014-A1", "RFP-2026-015"


@cache
def _migrated() -> bytes:
    """Return an empty database: it is made once a process and copied, since migrating is slow."""
    with TemporaryDirectory() as folder:
        schema.upgrade(Path(folder, "empty.db"))
        return Path(folder, "empty.db").read_bytes()


def fresh_db(folder: Path, name: str = "solflow.db") -> Path:
    """Put an empty, migrated database into a folder and return where it is."""
    path = folder / name
    path.write_bytes(_migrated())
    return path


def opened(path: Path, **options: Any) -> SqliteStore:
    """Open a database without waiting for the disk or for others."""
    quick: dict[str, Any] = {"synchronous": "OFF", "busy_ms": 50}
    return SqliteStore(path, **quick | options)


STORES: dict[str, Callable[[Path], Store]] = {
    "memory": lambda _: MemoryStore(),
    "sqlite": lambda folder: opened(fresh_db(folder)),
}
"""How each store is opened, empty, for one test; a folder of the test's own is there to use."""


def everything(store: Store) -> dict[str, Any]:
    """All a store holds, to see that nothing changed."""
    numbers = [header.number for header in store.find()]
    return {
        "cases": [store.load(number) for number in numbers],
        "journals": [store.journal(number) for number in numbers],
        "deadlines": store.deadlines(),
        "reminders": store.reminders(),
        "settled": [store.settled_reminders(number) for number in numbers],
        "duties": store.duties(),
        "outbox": store.outbox(),
        "pins": store.pinned("workflow", "rfp"),
        "clock": store.setting("clock"),
        "accesses": store.accesses(),
    }

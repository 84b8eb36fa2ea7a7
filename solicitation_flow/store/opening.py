"""Opens the store a URL names; only modules of this package know which database that is."""

from pathlib import Path
from typing import TYPE_CHECKING

from solicitation_flow.errors import Usage

if TYPE_CHECKING:
    from solicitation_flow.store import Store

MEMORY = "memory:"
_SQLITE = "sqlite:///"


def sqlite_url(path: Path) -> str:
    """Return the URL of a database in a file."""
    return f"{_SQLITE}{path}"


def database_file(url: str) -> Path | None:
    """Return the file a URL names, None for a store that is not kept in a file.

    Raise Usage for a URL this version cannot open.
    """
    if url == MEMORY:
        return None
    if url.startswith(_SQLITE) and len(url) > len(_SQLITE):
        return Path(url.removeprefix(_SQLITE))
    if url.startswith(("postgres:", "postgresql:", "postgresql+")):
        raise Usage(
            "PostgreSQL is not part of this version",
            hint="a later version brings it with the extra solicitation-flow[postgres]; until then"
            " keep the database in a file",
        )
    raise Usage(
        f"{url!r} names no database this program can open",
        hint="name a file of the workspace, such as solflow.db, or sqlite:///PATH",
    )


def open_store(url: str, *, durable: bool = True) -> "Store":
    """Open the store of a URL; the schema of its database must be this program's.

    `durable` waits until each move is safely on the disk, as an office needs it. Without it a
    power cut may lose the last moves, though never half of one.
    """
    path = database_file(url)
    if path is None:
        from solicitation_flow.store.memory import MemoryStore  # noqa: PLC0415 - only if asked for

        return MemoryStore()
    from solicitation_flow.store.sqlite import SqliteStore  # noqa: PLC0415 - only if asked for

    return SqliteStore(path, synchronous="FULL" if durable else "NORMAL")


def upgrade_store(url: str) -> tuple[str | None, str]:
    """Make or alter a database for this program; return its schema before and after."""
    from solicitation_flow.store import schema  # noqa: PLC0415 - only if asked for

    path = database_file(url)
    if path is None:
        return schema.HEAD, schema.HEAD
    return schema.upgrade(path)


def store_schema(url: str) -> tuple[str | None, str]:
    """Return the schema a database has, None for an empty one, and the one it should have."""
    from solicitation_flow.store import schema  # noqa: PLC0415 - only if asked for

    path = database_file(url)
    if path is None:
        return schema.HEAD, schema.HEAD
    return schema.current(path), schema.HEAD

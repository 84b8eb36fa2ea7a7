"""Makes a new workspace's folders, database and settings file, or leaves nothing half made."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from solicitation_flow import errors
from solicitation_flow.documents import trouble, write_whole
from solicitation_flow.records.ledger import stamp
from solicitation_flow.records.registers import MOST_LINE
from solicitation_flow.store import opening
from solicitation_flow.workspace import settings

DATABASE = str(settings.KNOWN["database"].default)


def refuse_to_overwrite(root: Path) -> None:
    """Refuse a folder that holds a workspace, or what is left of one."""
    for name in (settings.FILE, DATABASE):
        if (root / name).exists():
            raise errors.Conflict(
                f"{root / name} is there already; nothing was changed",
                hint="make the new workspace in another folder",
            )


def refuse_to_forget(database: Path) -> None:
    """Refuse to go on without the database there was: a new one would begin to count at one."""
    if not database.is_file() or not database.stat().st_size:
        raise errors.NotFound(
            f"there is no database at {database}, or nothing in it",
            hint="bring it back from where it was moved, or from a backup",
        )


def named(agency: str) -> str:
    """Return an agency's name as papers print it: on one line, and never empty."""
    line = " ".join(agency.split())
    if not line or not line.isprintable():
        raise errors.Usage("the agency's name is empty, or holds what cannot be printed")
    if len(line) > MOST_LINE:
        raise errors.Usage(f"the agency's name is longer than {MOST_LINE} characters")
    return line


@contextmanager
def or_nothing(root: Path) -> Iterator[None]:
    """Remove the files of a workspace that could not be made; empty folders may stay."""
    try:
        yield
    except BaseException:
        # where nothing could be made, nothing can be removed: the first error is the one to raise
        with suppress(OSError):
            for path in (root / settings.FILE, *root.glob(f"{DATABASE}*")):
                path.unlink(missing_ok=True)
        raise


@contextmanager
def jurisdiction_kept(file: Path, target: Path) -> Iterator[None]:
    """Copy a jurisdiction file into a new workspace; take the copy back if it cannot be made."""
    try:
        content = file.read_bytes()
        same = target.exists() and target.read_bytes() == content
    except OSError as error:
        raise trouble(error, file) from error
    if same:
        yield
        return
    if target.exists():
        raise errors.Conflict(
            f"{target} is there already, and differs from {file}; nothing was changed",
            hint="remove one of them, or give yours another name",
        )
    write_whole(target, content)
    try:
        yield
    except BaseException:
        with suppress(OSError):
            target.unlink(missing_ok=True)
        raise


def lay(root: Path, text: str, *, clock: datetime | None) -> None:
    """Make folders, database and settings file; a training clock is kept from the first hour."""
    try:
        for path in (root, root / "documents", root / "outbox"):
            path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise trouble(error, root) from error
    url = opening.sqlite_url(root / DATABASE)
    opening.upgrade_store(url)
    if clock is not None:
        store = opening.open_store(url, durable=False)
        try:
            store.settings({"clock": stamp(clock)})
        finally:
            store.close()
    write_whole(root / settings.FILE, text.encode())

"""Keeps files by their digest: written whole or not at all, and checked whenever one is read."""

import errno
import os
import re
import threading
from pathlib import Path
from typing import Protocol

from solicitation_flow.errors import Suggestion, Trouble
from solicitation_flow.records import digest

_FULL = {errno.ENOSPC, errno.EDQUOT}
_DIGEST = re.compile(r"[0-9a-f]{64}")
_SHARD = 2  # the first digits name a folder, so that none grows too long to list


class Library(Protocol):
    """A place where documents are kept; their digest is their only name."""

    def put(self, content: bytes) -> str:
        """Keep a document, once and for good, and return its digest."""
        ...

    def get(self, name: str) -> bytes:
        """Return the document of that digest; raise Trouble if it is missing or has changed."""
        ...

    def digests(self) -> list[str]:
        """Return the digests of all documents, in order."""
        ...


class Documents:
    """Keeps documents in a folder, as `ab/cdef...`; no name a user typed ever becomes a path."""

    def __init__(self, folder: Path | str) -> None:
        """Make nothing yet: the folder comes with the first document."""
        self._folder = Path(folder)

    def put(self, content: bytes) -> str:
        """Keep a document; one that is there already is left alone, a damaged one is replaced."""
        name = digest(content)
        path = self._path(name)
        if not _holds(path, content):
            write_whole(path, content)
        return name

    def get(self, name: str) -> bytes:
        """Return a document after checking that it still is what its digest says."""
        try:
            content = self._path(name).read_bytes()
        except FileNotFoundError as error:
            raise Trouble(
                f"document {name} is missing from {self._folder}", hint="restore it from a backup"
            ) from error
        except OSError as error:
            raise trouble(error, self._path(name)) from error
        return _unchanged(name, content)

    def digests(self) -> list[str]:
        """Return the digests of all documents; what else lies in the folder is not ours."""
        names: list[str] = []
        for path in self._folder.glob("??/*"):
            name = path.parent.name + path.name
            if _DIGEST.fullmatch(name):
                names.append(name)
        return sorted(names)

    def _path(self, name: str) -> Path:
        _named(name)
        return self._folder / name[:_SHARD] / name[_SHARD:]


class MemoryDocuments:
    """Documents kept in memory, for simulation and tests."""

    def __init__(self) -> None:
        """Start empty."""
        self._kept: dict[str, bytes] = {}

    def put(self, content: bytes) -> str:
        """Keep a document and return its digest."""
        name = digest(content)
        self._kept[name] = content
        return name

    def get(self, name: str) -> bytes:
        """Return a document."""
        _named(name)
        if name not in self._kept:
            raise Trouble(f"document {name} is missing")
        return _unchanged(name, self._kept[name])

    def digests(self) -> list[str]:
        """Return the digests of all documents, in order."""
        return sorted(self._kept)


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in its place at once: a kill or a full disk leaves the old one, or none.

    Written beside, flushed to the disk, renamed; then the folders are flushed, because a name is
    only durable with its folder.
    """
    writer = f"{os.getpid()}-{threading.get_ident()}"
    part = path.with_name(f".{path.name[:64]}.{writer}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with part.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        _flush(path.parent)
        _flush(path.parent.parent)
    except OSError as error:
        raise trouble(error, path) from error


def trouble(error: OSError, path: Path) -> Trouble:
    """Return the error a user sees when a file cannot be read or written."""
    if error.errno in _FULL:
        return Trouble(
            f"the disk is full: {path} was not written",
            hint="nothing was changed; make room and give the same command again",
        )
    return Trouble(
        f"{path}: {error.strerror or error}", hint="check the disk and the rights of the folder"
    )


def _flush(folder: Path) -> None:
    if os.name == "nt":  # Windows opens no folders, and flushes names by itself
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


def _named(name: str) -> None:
    if not _DIGEST.fullmatch(name):
        raise Trouble(f"{name!r} is not a digest", next=Suggestion("verify"))


def _unchanged(name: str, content: bytes) -> bytes:
    if digest(content) != name:
        raise Trouble(
            f"document {name} has changed since it was stored", hint="restore it from a backup"
        )
    return content

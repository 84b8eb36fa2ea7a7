"""Tests that documents are kept whole, by their digest, and never believed unread."""

import errno
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from solicitation_flow.documents import Documents, Library, MemoryDocuments
from solicitation_flow.errors import Trouble
from solicitation_flow.records import digest

PAPER = b"%PDF-1.7 a proposal \x00\xff"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "documents"


@pytest.fixture(params=["memory", "folder"])
def library(request: pytest.FixtureRequest, folder: Path) -> Library:
    return MemoryDocuments() if request.param == "memory" else Documents(folder)


def everything(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def test_a_document_is_kept_under_its_digest(library: Library) -> None:
    assert library.digests() == []
    name = library.put(PAPER)
    assert name == digest(PAPER)
    assert library.get(name) == PAPER
    assert library.digests() == [name]


@pytest.mark.parametrize("content", [b"", b"\r\n", b"x" * 1_000_000])
def test_any_bytes_come_back_as_they_were(library: Library, content: bytes) -> None:
    assert library.get(library.put(content)) == content


def test_the_same_document_twice_is_one(library: Library) -> None:
    assert library.put(PAPER) == library.put(bytes(PAPER))
    other = library.put(b"another")
    assert library.digests() == sorted([digest(PAPER), other])


def test_a_missing_document_is_named(library: Library) -> None:
    with pytest.raises(Trouble, match="a" * 64 + " is missing"):
        library.get("a" * 64)


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "a" * 63, "A" * 64, "a" * 64 + "\n"])
def test_only_a_digest_is_a_name(library: Library, name: str) -> None:
    with pytest.raises(Trouble, match="is not a digest"):
        library.get(name)


# --- in a folder -------------------------------------------------------------------------------


def test_documents_are_spread_over_folders(folder: Path) -> None:
    name = Documents(folder).put(PAPER)
    assert everything(folder) == {f"{name[:2]}/{name[2:]}": PAPER}


def test_a_changed_document_is_named_and_healed_by_putting_it_again(folder: Path) -> None:
    library = Documents(folder)
    name = library.put(PAPER)
    for damage in (b"", PAPER[:-1], PAPER[:-1] + b"\xfe"):
        (folder / name[:2] / name[2:]).write_bytes(damage)
        with pytest.raises(Trouble, match=f"{name} has changed"):
            library.get(name)
        library.put(PAPER)
        assert library.get(name) == PAPER


def test_what_else_lies_in_the_folder_is_not_a_document(folder: Path) -> None:
    library = Documents(folder)
    name = library.put(PAPER)
    (folder / "README").touch()
    (folder / name[:2] / ".cdef.1-2.part").touch()
    assert library.digests() == [name]


def full(*_: Any) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_full_disk_is_trouble_and_leaves_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    library = Documents(folder)
    with monkeypatch.context() as broken:
        broken.setattr(os if step == "fsync" else Path, step, full)
        with pytest.raises(Trouble, match="the disk is full"):
            library.put(PAPER)
    assert everything(folder) == {}
    assert library.get(library.put(PAPER)) == PAPER


def test_a_kill_before_the_name_is_given_leaves_no_document(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: Any) -> None:
        raise KeyboardInterrupt

    library = Documents(folder)
    monkeypatch.setattr(Path, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        library.put(PAPER)
    assert library.digests() == []


def test_the_file_is_on_the_disk_before_it_has_its_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def flushed(handle: int) -> None:
        steps.append("file" if stat.S_ISREG(os.fstat(handle).st_mode) else "folder")
        fsync(handle)

    def renamed(part: Path, path: Path) -> Path:
        steps.append("name")
        return replace(part, path)

    monkeypatch.setattr(os, "fsync", flushed)
    monkeypatch.setattr(Path, "replace", renamed)
    Documents(folder).put(PAPER)
    assert steps == ["file", "name", "folder", "folder"]


def test_a_folder_that_cannot_be_made_is_trouble(folder: Path) -> None:
    folder.write_text("a file in the way")
    with pytest.raises(Trouble, match="documents"):
        Documents(folder).put(PAPER)
    name = digest(PAPER)
    with pytest.raises(Trouble, match="documents"):
        Documents(folder).get(name)
    assert name not in Documents(folder).digests()

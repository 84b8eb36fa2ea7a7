"""Several at one file: whoever comes second is informed, nothing is lost, a full disk says so."""

import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, suppress
from functools import partial
from pathlib import Path

import pytest

from solicitation_flow.casefile import Actor
from solicitation_flow.engine import Accepted, Request
from solicitation_flow.errors import Conflict
from solicitation_flow.store import driver, sqlite
from solicitation_flow.workspace import Workspace
from tests.reliability import crowd
from tests.reliability.crowd import SharedClock, office, surely, typed

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no forks here")

NUMBER = "RFP-2026-001"
PAPERS = 150
MOVES = 60
"""A thousand take a minute: `scripts/torture --crowd` does them."""


def test_of_two_officers_and_a_daemon_nobody_loses_anything(tmp_path: Path) -> None:
    counted = crowd.crowd(tmp_path, MOVES)
    print(counted)  # noqa: T201 - the count is asked for
    assert (counted["moves"], counted["closings"]) == (MOVES, crowd.CASES)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return an office with open solicitations, made once and copied for each test."""
    with office(tmp_path_factory.mktemp("crowd"), SharedClock()) as founded:
        yield founded


@pytest.fixture
def root(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of that office, to be filled up and locked."""
    copy = shutil.copytree(made, tmp_path / "office")
    monkeypatch.setenv("SOLFLOW_WORKSPACE", str(copy))
    return copy


def paper(root: Path, name: str = "affidavit") -> list[str]:
    """Return the words that file a paper."""
    return ["act", NUMBER, "file_paper", f"paper={name}", f"file=@{root / 'paper.txt'}"]


def entries(root: Path) -> int:
    """Return how many entries the solicitation has."""
    store = Workspace(root).engine().environment.store
    with closing(store):
        return len(store.journal(NUMBER))


def filed(root: Path, name: str, papers: int) -> list[str]:
    """File papers in one case with one engine, as a program does that keeps running."""
    engine = Workspace(root).engine()
    actor = Actor(name, frozenset({"officer"}))
    lines_filed = []
    with closing(engine.environment.store):
        for count in range(papers):
            paper = f"kept_{name}_{count}"
            words = {"paper": paper, "file": engine.attach(f"{paper}.txt", paper.encode())}
            while True:
                try:
                    answer = engine.perform(Request("file_paper", words, case=NUMBER), actor)
                except Conflict:
                    continue  # somebody was faster: nothing was stored, and it is said again
                assert isinstance(answer, Accepted), answer
                lines_filed.append(f"{answer.plan.parts[0].entry.number} {paper}")
                break
    return lines_filed


def test_programs_that_keep_a_case_in_mind_lose_and_double_nothing(root: Path) -> None:
    before = entries(root)
    acts = [partial(filed, root, name, PAPERS) for name in crowd.OFFICERS]
    lines_filed = [line for lines in crowd.at_once(*acts) for line in lines]
    store = Workspace(root).engine().environment.store
    with closing(store):
        journal = store.journal(NUMBER)[before:]
        written = [
            f"{entry.number} {json.loads(entry.text)['form']['paper']}"
            for entry in journal
            if entry.command == "file_paper"
        ]
    assert sorted(written) == sorted(lines_filed)
    assert len(written) == len(set(lines_filed)) == PAPERS * len(crowd.OFFICERS)
    surely("verify")


def test_a_locked_file_is_told_and_the_same_command_works_afterwards(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = {"synchronous": "NORMAL", "busy_ms": 10}
    monkeypatch.setattr(sqlite.SqliteStore.__init__, "__kwdefaults__", quick)
    before = entries(root)
    with closing(sqlite3.connect(root / "solflow.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        code, output = typed(*paper(root))
        assert (code, "is locked: another program is writing" in output) == (5, True), output
        code, output = typed("tick")
        assert code in {0, 1}, output
        other.execute("ROLLBACK")
    assert entries(root) == before
    surely(*paper(root))
    assert entries(root) == before + 1
    surely("verify")


@pytest.mark.parametrize("room", [0, 4_096, 20_000])
def test_a_file_that_may_not_grow_is_told_and_the_same_command_works_afterwards(
    root: Path, room: int
) -> None:
    before = entries(root)

    def limited() -> tuple[int, str]:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        return typed(*paper(root))

    [(code, output)] = crowd.at_once(limited)
    assert (code, "Traceback" in output) == (1, False), output
    assert entries(root) == before
    surely("verify")
    surely(*paper(root))
    assert entries(root) == before + 1
    surely("verify")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Mount a small disk, where that is allowed."""
    folder = tmp_path_factory.mktemp("small")
    mount = ["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("nobody here may mount a small disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.parametrize("left", [0, 4_096, 40_960])
def test_a_full_disk_is_told_and_the_same_command_works_afterwards(
    made: Path, small: Path, left: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = small / f"with-{left}"
    shutil.copytree(made, root)
    monkeypatch.setenv("SOLFLOW_WORKSPACE", str(root))
    before = entries(root)
    filler = root / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(4_096)):
            pass
    with filler.open("rb+") as file:
        file.truncate(filler.stat().st_size - left)
    code, output = typed(*paper(root))
    assert (code, "Traceback" in output, "full" in output) == (1, False, True), output
    filler.unlink()
    assert entries(root) == before
    surely(*paper(root))
    assert entries(root) == before + 1
    surely("verify")


def test_a_full_database_is_told_and_the_same_command_works_afterwards(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = sqlite.SqliteStore._settle

    def no_more_pages(self: sqlite.SqliteStore, synchronous: driver.Synchronous) -> None:
        real(self, synchronous)
        self._db.execute("PRAGMA max_page_count = 1")  # as many as there are already

    before = entries(root)
    with monkeypatch.context() as full:
        full.setattr(sqlite.SqliteStore, "_settle", no_more_pages)
        output = ""
        for count in range(40):  # until what is left of the last pages is used up
            code, output = typed(*paper(root, f"paper_{count}"))
            if code:
                break
            before += 1
        assert (code, "the disk is full" in output, "nothing was changed" in output) == (
            1,
            True,
            True,
        )
    assert entries(root) == before
    surely(*paper(root))
    assert entries(root) == before + 1
    surely("verify")

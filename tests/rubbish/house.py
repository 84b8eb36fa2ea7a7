"""A workspace that is watched: what was stored in it, and what a command line answered."""

import hashlib
import io
import shlex
import shutil
import sqlite3
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from solicitation_flow.cli import dispatch
from tests.cli.conftest import AGENCY, DRAFTED, PUBLISHED, typed

SECOND = """
new rfp title=Desks agency=PWC
act RFP-2026-002 authorize reference='Resolution 8' dated=2026-05-02
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one command line answered."""

    code: int
    out: str
    err: str


def prepared(folder: Path) -> None:
    """Make a training workspace with one open solicitation and one that is being written."""
    with redirect_stdout(io.StringIO()):
        typed(folder, "init", folder, "--training", *AGENCY)
        for line in (DRAFTED + PUBLISHED + SECOND).replace("\\\n", "").strip().splitlines():
            if line:
                typed(folder, *shlex.split(line))


def answered(words: list[str], stdin: bytes = b"") -> Answer:
    """Type one command line in this process; nobody sits at a terminal."""
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = dispatch.run(words)
    return Answer(code, out.getvalue(), err.getvalue())


class Place:
    """A workspace, how it was at the beginning, and a watch over what is stored in it."""

    def __init__(self, made: Path, here: Path) -> None:
        self._made, self.here = made, here
        self._watch()

    def _watch(self) -> None:
        self._eye = sqlite3.connect(self.here / "solflow.db")
        self._seen = self._glance()

    def _glance(self) -> tuple[object, ...]:
        """Return what another connection's commit changes, and the files beside the database."""
        (version,) = self._eye.execute("PRAGMA data_version").fetchone()
        files = [
            (path.name, path.stat().st_size)
            for folder in ("outbox", "documents", ".")
            for path in sorted((self.here / folder).glob("*"))
            if not path.name.startswith("solflow.db")
        ]
        return version, files, (self.here / "solflow.toml").read_bytes()

    def stored(self) -> bool:
        """Return whether anything was stored since the workspace was last as it was made."""
        return self._glance() != self._seen

    def digest(self) -> str:
        """Return the digest of everything stored, row by row."""
        sha = hashlib.sha256()
        asked = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        for (table,) in self._eye.execute(asked).fetchall():
            # the name comes from the database itself
            rows = self._eye.execute(f'SELECT * FROM "{table}"').fetchall()  # noqa: S608
            sha.update(repr((table, sorted(map(repr, rows)))).encode())
        return sha.hexdigest()

    def mend(self) -> None:
        """Put everything back as it was made."""
        self.leave()
        for path in self.here.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
        shutil.copytree(self._made, self.here, dirs_exist_ok=True)
        self._watch()

    def leave(self) -> None:
        """Stop watching."""
        self._eye.close()

"""Proofs that held before: known by a digest of all they rest on, and thrown away at will."""

import hashlib
import json
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from solicitation_flow.workflow import Workflow

MOST = 200
"""How many proofs a file keeps; the oldest are forgotten first."""

_PACKAGE = Path(__file__).resolve().parents[1]
_PROVED: dict[str, None] = {}


class RememberedProofs:
    """The digests of sound workflows: those of this process, and those a file keeps.

    Only that a workflow is sound is remembered, never a flaw. A file that cannot be read or written
    is as good as none.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Read the file, if there is one."""
        self.path = path
        self._kept: dict[str, None] = {}
        if path is not None:
            with suppress(OSError, ValueError, TypeError):
                digests = json.loads(path.read_text(encoding="utf-8"))
                self._kept = dict.fromkeys(map(str, digests))

    def __contains__(self, digest: str) -> bool:
        """Return whether a proof is known to hold."""
        return digest in _PROVED or digest in self._kept

    def add(self, digest: str) -> None:
        """Remember a proof that held."""
        _PROVED[digest] = None
        if self.path is None or digest in self._kept:
            return
        self._kept[digest] = None
        newest = list(self._kept)[-MOST:]
        with suppress(OSError):
            self.path.write_text(json.dumps(newest), encoding="utf-8")


def digest_of(
    workflow: Workflow,
    parents: Sequence[Workflow],
    letters: Iterable[Path],
    rules: Collection[str],
) -> str:
    """Return the digest of all that a proof rests on: definitions, letters and this program."""
    digest = hashlib.sha256(_program().encode())
    parts: list[Any] = [workflow.body(), *(parent.body() for parent in parents), sorted(rules)]
    digest.update(json.dumps(parts).encode())
    for path in letters:
        digest.update(f"\n{path}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


@cache
def _program() -> str:
    """Return what tells this program from another: its version's files, their sizes and times."""
    stamps = []
    for path in sorted(_PACKAGE.rglob("*.py")):
        stat = path.stat()
        stamps.append(f"{path} {stat.st_size} {stat.st_mtime_ns}")
    return "\n".join(stamps)

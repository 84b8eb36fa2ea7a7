"""Two officers and a daemon as real processes at one file, each at the real command line.

The machine's clock is one that all three share: it goes on with every move. An officer who hears
that somebody moved first gives the same command again. As a program:
`python -m tests.reliability.crowd [--moves N]`.
"""

import argparse
import io
import json
import mmap
import os
import signal
import struct
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from solicitation_flow import workspace
from solicitation_flow.cli import dispatch
from solicitation_flow.clock import SystemClock
from solicitation_flow.store.sqlite import SqliteStore
from solicitation_flow.workspace import Workspace, settings
from tests.engine_fixtures import ROOT

START = datetime(2026, 1, 5, 14, 0, tzinfo=UTC)
SPAN = timedelta(days=60)
CASES = 4
MANY = 1_000
STALE = 10
"""Every so many moves an officer goes by what the case was long ago, and must be refused."""

OFFICERS = ("maria", "nora")


class SharedClock:
    """A clock that several processes move on, each by its own share."""

    def __init__(self) -> None:
        """Begin at the start."""
        self._shared = mmap.mmap(-1, 16)

    def now(self) -> datetime:
        """Return the start and everybody's share."""
        return START + sum((timedelta(microseconds=share) for share in self._shares()), timedelta())

    def pass_by(self, place: int, time: timedelta) -> None:
        """Move on one's own share."""
        mine = self._shares()[place] + time // timedelta(microseconds=1)
        self._shared[place * 8 : place * 8 + 8] = struct.pack("q", mine)

    def _shares(self) -> tuple[int, ...]:
        return struct.unpack("2q", self._shared[:16])


@dataclass
class Told:
    """What became of an officer's commands: those done, and how often somebody was faster."""

    filed: list[str] = field(default_factory=list)
    conflicts: int = 0


def typed(*words: str) -> tuple[int, str]:
    """Type one command, and return its exit code and what it wrote."""
    string_i_o = io.StringIO()
    with redirect_stdout(string_i_o), redirect_stderr(string_i_o):
        code = dispatch.run(list(words))
    return code, string_i_o.getvalue()


def surely(*words: str) -> None:
    """Type a command that must succeed."""
    code, output = typed(*words)
    assert code == 0, (words, output)


_settle = SqliteStore._settle


def _unhurried(store: SqliteStore, _: object) -> None:
    """Leave the flushing to the system: what processes see of each other is the same."""
    _settle(store, "OFF")


@contextmanager
def office(folder: Path, clock: SharedClock) -> Iterator[Path]:
    """Found an office with open solicitations whose dates pass while the crowd is at work."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SystemClock, "now", lambda _: clock.now())
        patch.setattr(workspace, "Timekeeper", lambda _: None)
        patch.setattr(SqliteStore, "_settle", _unhurried)
        patch.setattr(settings, "login", lambda: "mlogin")
        patch.setenv("XDG_CONFIG_HOME", str(folder))
        root = folder / "office"
        Workspace.create(
            root, agency="Test County", jurisdiction="va-local", person="maria",
            name="Maria", email="maria@agency.example",
        ).close()  # fmt: skip
        kept = root / settings.FILE
        kept.write_text(f"allow_as = true\n{kept.read_text(encoding='utf-8')}", encoding="utf-8")
        (root / "workflows").mkdir(exist_ok=True)
        for path in (ROOT / "tests" / "workflows").glob("*.yaml"):
            (root / "workflows" / path.name).write_bytes(path.read_bytes())
        (root / "paper.txt").write_text("a paper\n", encoding="utf-8")
        patch.setenv("SOLFLOW_WORKSPACE", str(root))
        for key, roles in (("nora", "officer,evaluator"), ("ben", "evaluator")):
            about = f"email={key}@agency.example"
            surely("people", "add", key, f"name={key.title()}", about, f"roles={roles}")
        surely("suppliers", "add", "acme", "name=Acme", "email=acme@supplier.example")
        for count in range(CASES):
            _published(root, f"RFP-2026-{count + 1:03}", 22 + 7 * count)
        yield root


def _published(root: Path, number: str, days: int) -> None:
    surely("new", "rfp", "title=Desks", "agency=Test County")
    surely("act", number, "authorize", "reference=Resolution", "dated=2026-01-02")
    surely("act", number, "describe", "cooperative_wording=Other bodies may buy too")
    surely("act", number, "plan_evaluation", "criteria=quality:60,price:40", "total=100")
    surely("act", number, "name_committee", "voters=maria,nora,ben")
    due = f"proposals_due={START + timedelta(days=days):%Y-%m-%d} 14:00"
    surely("act", number, "publish", due, "--yes")
    offer = f"envelope=@{root / 'paper.txt'}"
    surely("act", number, "receive", offer, "--as", "acme")


def officer(root: Path, clock: SharedClock, place: int, moves: int) -> Told:
    """File papers, now in this case and now in that, until all are in."""
    name, account = OFFICERS[place], Told()
    for count in range(moves):
        clock.pass_by(place, SPAN / (2 * moves))
        paper, number = f"paper_{name}_{count}", f"RFP-2026-{1 + count % CASES:03}"
        words = ["act", number, "file_paper", f"paper={paper}", f"file=@{root / 'paper.txt'}"]
        stale = ["--expect", "1"] if count % STALE == 0 else []
        code = 5
        while code == 5:
            code, output = typed(*words, "--as", name, *stale)
            account.conflicts += code == 5
            assert code in {0, 5}, output
            assert code == 0 or not stale or "stands at move" in output, output
            stale = []
        account.filed.append(f"{number} {paper}")
    return account


def daemon(clock: SharedClock) -> int:
    """Tick until all the time there is has passed, and return how often."""
    ticks = 0
    while clock.now() < START + SPAN:
        code, output = typed("tick")
        assert code == 0 or "is locked" in output, output
        ticks += 1
    return ticks


def at_once(*acts: Callable[[], object]) -> list[Any]:
    """Do each act in a process of its own, and return their results, in their order."""
    children = [_child(act) for act in acts]
    answers: list[Any] = []
    for _, pipe in children:
        with os.fdopen(pipe, encoding="utf-8") as text_i_o_wrapper:
            answers.append(json.loads(text_i_o_wrapper.read() or '{"failed": "without a word"}'))
        if isinstance(answers[-1], dict) and "failed" in answers[-1]:
            for child, _ in children[len(answers) :]:
                os.kill(child, signal.SIGKILL)  # it may be waiting for this one's work
            break
    for child, _ in children:
        os.waitpid(child, 0)
    assert not (isinstance(answers[-1], dict) and "failed" in answers[-1]), answers[-1]
    return answers


def _child(act: Callable[[], object]) -> tuple[int, int]:
    """Begin an act in a process of its own; its result comes by a pipe: the disk may be full."""
    reads, writes = os.pipe()
    child = os.fork()
    if child:
        os.close(writes)
        return child, reads
    try:
        answer = act()
    except BaseException as error:  # noqa: BLE001 - it is told, and the process ends
        answer = {"failed": f"{type(error).__name__}: {error}"}
    with os.fdopen(writes, "w", encoding="utf-8") as text_i_o_wrapper:
        text_i_o_wrapper.write(json.dumps(answer, default=vars))
    os._exit(0)


def filed(root: Path) -> tuple[Counter[str], dict[str, list[str]]]:
    """Return every paper filed, and how each case was closed."""
    store = Workspace(root).engine().environment.store
    papers: Counter[str] = Counter()
    closed: dict[str, list[str]] = {}
    for header in store.find(workflow="rfp"):
        for entry in store.journal(header.number):
            if entry.command == "file_paper":
                papers[f"{header.number} {json.loads(entry.text)['form']['paper']}"] += 1
            if entry.command == "close_receipt":
                closed.setdefault(header.number, []).append(f"{entry.effective_at:%d %b %H:%M}")
    store.close()
    return papers, closed


def crowd(folder: Path, moves: int) -> dict[str, int]:
    """Let them work at once, check that nothing is lost, and return what was counted."""
    clock = SharedClock()
    with office(folder, clock) as root:
        share = moves // len(OFFICERS)
        *accounts, ticks = at_once(
            lambda: officer(root, clock, 0, share),
            lambda: officer(root, clock, 1, share),
            lambda: daemon(clock),
        )
        surely("tick")
        papers, closed = filed(root)
        assert papers == Counter(paper for account in accounts for paper in account["filed"])
        assert {number: len(times) for number, times in closed.items()} == dict.fromkeys(closed, 1)
        assert len(closed) == CASES
        surely("verify")
        conflicts = sum(account["conflicts"] for account in accounts)
        assert conflicts >= 2 * share // STALE
        counted = {"moves": papers.total(), "conflicts": conflicts, "ticks": ticks}
        return counted | {"closings": len(closed)}


def main() -> None:
    """Let a crowd make a thousand moves, and print what was counted."""
    words = argparse.ArgumentParser(description="Two officers and a daemon at one file.")
    words.add_argument("--moves", type=int, default=MANY)
    asked = words.parse_args()
    with tempfile.TemporaryDirectory(prefix="solflow-crowd-") as made:
        print(crowd(Path(made), asked.moves))  # noqa: T201 - a program says what it counted


if __name__ == "__main__":
    main()

"""Kills a process before and after every step to the disk in a move, and looks at what is left.

A story is run once, on a real file; each first move of its kind is kept with the bytes it began
from. A child, forked from this warm process, then does that one move with every SQL statement,
rename and fsync of ours counted, and kills itself at a given count. Run as a program, it kills at
every point of every move: `python -m tests.reliability.kills [--points N] [COMMAND ...]`.
"""

import argparse
import gc
import os
import shutil
import signal
import sqlite3
import tempfile
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from solicitation_flow.clock import VirtualClock
from solicitation_flow.documents import Documents
from solicitation_flow.engine import Accepted, Engine, Environment, Request
from solicitation_flow.engine.rounds import settle_once
from solicitation_flow.post import FolderPost
from solicitation_flow.records import digest
from solicitation_flow.simulation.story import read
from solicitation_flow.store.sqlite import SqliteStore
from solicitation_flow.store.tables import COLUMNS as TABLE_COLUMNS
from solicitation_flow.verify import verify
from tests.engine_fixtures import ROOT, teller
from tests.store_fixtures import fresh_db, opened

STORY = ROOT / "workflows" / "scenarios" / "r-tc-18004.story"
LEAST_POINTS = 10
LEAST_MOVES = 20

Step = Callable[[Engine, Path], object]
"""What a move does with an engine, in the folder that holds its database and its papers."""


@dataclass(frozen=True)
class Act:
    """One move as it was about to begin: from what, when, and what is done."""

    name: str
    environment: Environment
    database: bytes
    papers: dict[str, bytes]
    at: datetime
    steps: tuple[Step, ...]
    once: bool = True
    """Whether all of it is one transaction: a settling is one for each date."""

    def lay(self, folder: Path) -> None:
        """Put the workspace as it was into a folder; nothing else is in it afterwards."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (folder / "solflow.db").write_bytes(self.database)
        for name, content in self.papers.items():
            path = folder / "documents" / name[:2] / name[2:]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)

    def do(self, folder: Path, points: "Points | None" = None) -> None:
        """Do the move in a folder; with `points`, every step to the disk is counted."""
        store = opened(folder / "solflow.db")
        clock = VirtualClock(self.at)
        library = Documents(folder / "documents")
        engine = Engine(replace(self.environment, store=store, clock=clock, library=library))
        with closing(store), points.counting(store) if points else _uncounted():
            for step in self.steps:
                step(engine, folder)


@contextmanager
def _uncounted() -> Iterator[None]:
    yield


@dataclass
class Points:
    """Counts the steps to the disk; at the one it was given, the process is no more."""

    last: int = 0
    named: list[str] = field(default_factory=list)
    committed: Callable[[], object] = int

    def hit(self, name: str) -> None:
        """Pass a point."""
        self.named.append(name)
        if len(self.named) == self.last:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, name: str, act: Callable[..., Any]) -> Callable[..., Any]:
        """Return an act that passes a point before it, and one after."""

        def done(*words: Any, **named: Any) -> Any:
            self.hit(f"before {name}")
            answer = act(*words, **named)
            if name == "COMMIT":
                self.committed()
            self.hit(f"after {name}")
            return answer

        return done

    @contextmanager
    def counting(self, store: SqliteStore) -> Iterator[None]:
        """Have the store and the machine's calls tell of every step."""
        kept = os.fsync, os.replace, os.rename
        store._db = Recording(store._db, self)  # type: ignore[assignment]
        os.fsync = self.around("fsync", os.fsync)
        os.replace = self.around("rename", os.replace)
        os.rename = self.around("rename", os.rename)
        try:
            yield
        finally:
            os.fsync, os.replace, os.rename = kept


class Recording:
    """A connection that tells of every statement, before it and after it."""

    def __init__(self, db: sqlite3.Connection, points: Points) -> None:
        """Take the real one."""
        self._db = db
        self._points = points

    def execute(self, statement: str, values: tuple[Any, ...] = ()) -> sqlite3.Cursor:
        """Execute a statement between two points."""
        verb = statement.partition(" ")[0]
        execute = self._points.around(verb, self._db.execute)
        cursor: sqlite3.Cursor = execute(statement, values)
        return cursor

    def __getattr__(self, name: str) -> Any:
        return getattr(self._db, name)


# --- what there is to kill ---------------------------------------------------------------------


class Noting(Engine):
    """An engine that keeps each first move of its kind, with what it began from."""

    def __init__(self, environment: Environment) -> None:
        """Have kept nothing yet."""
        super().__init__(environment)
        self.acts: dict[str, Act] = {}
        self._doors: list[Step] = []
        self._papers: dict[str, bytes] = {}
        self._within = False

    def enclose(self, *words: Any, **named: Any) -> dict[str, Any]:
        """Remember that a proposal came in."""
        self._doors.append(lambda engine, _: engine.enclose(*words, **named))
        return super().enclose(*words, **named)

    def attach(self, *words: Any, **named: Any) -> dict[str, Any]:
        """Remember that a paper came in."""
        self._doors.append(lambda engine, _: engine.attach(*words, **named))
        return super().attach(*words, **named)

    def perform(self, request: Request, actor: Any) -> Any:
        """Keep a command that was not refused."""

        def performs(engine: Engine, _: Path) -> None:
            answer = engine.perform(request, actor)
            assert isinstance(answer, Accepted), answer

        with self._noted(performs) as keep:
            answer = super().perform(request, actor)
            if isinstance(answer, Accepted):
                keep.append(f"{answer.plan.parts[0].header.workflow} {request.command}")
        return answer

    def settle(self, *words: Any, **named: Any) -> Any:
        """Keep a settling in which something was settled."""
        with self._noted(lambda engine, _: engine.settle()) as keep:
            sweep = super().settle(*words, **named)
            kinds = {settled.deadline.command for settled in sweep.settled}
            if kinds:
                keep.append(f"clock {' and '.join(sorted(kinds))}")
            elif sweep.reminded:
                keep.append("clock reminds")
        return sweep

    @contextmanager
    def _noted(self, step: Step) -> Iterator[list[str]]:
        if self._within:  # a command settles first: that is a part of it
            yield []
            return
        store, keep = self.environment.store, list[str]()
        assert isinstance(store, SqliteStore)
        database, at = store._db.serialize(), self.environment.clock.now()
        self._within = True
        try:
            yield keep
        finally:
            self._within = False
            steps, self._doors = (*self._doors, step), []
            for kind in keep:
                once = not kind.startswith("clock")
                act = Act(kind, self.environment, database, self._papers, at, steps, once)
                self.acts.setdefault(kind, act)
            library = self.environment.library
            new = {name: library.get(name) for name in library.digests()}
            self._papers = new if new.keys() != self._papers.keys() else self._papers


def acts(folder: Path) -> list[Act]:
    """Run the story once, and return the first move of each kind in it."""
    player = teller(read(STORY), opened(fresh_db(folder)), folder / "documents")
    noting = Noting(player.engine.environment)
    player.engine = noting
    diverging = [happened.diverges for happened in player.tell() if happened.diverges]
    assert not diverging, diverging
    noting.environment.store.close()
    return list(noting.acts.values())


def rings(act: Act, name: str, at: datetime) -> Act:
    """Return a daemon's round instead of an act: what is due is settled, the post is sent."""

    def rounds(engine: Engine, folder: Path) -> None:
        done = settle_once(engine, FolderPost(folder / "outbox"))
        assert not done.troubles, done.troubles

    return replace(act, name=name, at=at, steps=(rounds,), once=False)


# --- killing, and what is left -----------------------------------------------------------------


def contents(path: Path) -> dict[str, str]:
    """Return a digest of every table."""
    with closing(sqlite3.connect(path)) as db:
        digests = {}
        for table in TABLE_COLUMNS:
            rows = db.execute(f"SELECT * FROM {table}")  # noqa: S608 - names of ours
            digests[table] = digest(repr(sorted(map(repr, rows))))
        return digests


def cases(state: dict[str, str]) -> dict[str, str]:
    """Leave out who looked: to open an envelope twice is recorded twice."""
    return {table: held for table, held in state.items() if table not in {"access", "setting"}}


@dataclass(frozen=True)
class Course:
    """What a move passes when nobody kills it: its points, and the state after each commit."""

    points: list[str]
    states: list[dict[str, str]]

    def after(self, count: int) -> dict[str, str]:
        """Return what the database must hold for one who gets no farther than a point."""
        return self.states[self.points[:count].count("after COMMIT")]


def course(act: Act, folder: Path) -> Course:
    """Do the move once, unharmed."""
    act.lay(folder)
    path = folder / "solflow.db"
    states = [contents(path)]
    points = Points(committed=lambda: states.append(contents(path)))
    act.do(folder, points)
    assert damage(folder) == []
    return Course(points.named, states)


def kill(act: Act, folder: Path, count: int) -> None:
    """Do the move in a child that does not live past a point."""
    act.lay(folder)
    gc.freeze()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # newer Pythons fear for threads
        child = os.fork()
    if child == 0:
        try:
            act.do(folder, Points(last=count))
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), f"{act.name} ended before its point {count}"
    assert os.WTERMSIG(status) == signal.SIGKILL


def survives(act: Act, whole: Course, folder: Path, count: int) -> None:
    """Kill a move at a point: the old or the new case is there, it verifies, and it goes on."""
    kill(act, folder, count)
    where = f"{act.name}, killed {whole.points[count - 1]} (point {count})"
    left = contents(folder / "solflow.db")
    expected = whole.after(count)
    assert left == expected, f"{where}: {_differing(left, expected)} differ"
    assert damage(folder) == [], where
    old, new = (cases(whole.states[end]) for end in (0, -1))
    assert cases(left) in (old, new) or not act.once, f"{where}: neither the old case nor the new"
    if cases(left) != new:
        act.do(folder)
        left = contents(folder / "solflow.db")
        assert cases(left) == new, f"{where}: done again, it came out otherwise"


def _differing(one: dict[str, str], other: dict[str, str]) -> str:
    return ", ".join(table for table in one if one[table] != other[table])


def damage(folder: Path) -> list[str]:
    with closing(opened(folder / "solflow.db")) as store:
        return [str(finding) for finding in verify(store, Documents(folder / "documents"))]


def spread(points: list[str], wanted: int | None) -> list[int]:
    """Return which points to die at: those around the commits, and some evenly between.

    All of them, if no number is wanted.
    """
    total = len(points)
    if wanted is None or wanted >= total:
        return list(range(1, total + 1))
    around = [place for place, name in enumerate(points, 1) if name.endswith("COMMIT")][-2:]
    between = [round((place + 1) * total / (wanted - 1)) for place in range(wanted - 2)]
    return sorted({*around, *between})


def sweep(moves: Iterable[Act], folder: Path, wanted: int | None) -> list[tuple[str, int, int]]:
    """Kill every move at some points, and return for each how many it has and how many were hit."""
    table = []
    for act in moves:
        whole = course(act, folder)
        assert len(whole.points) >= LEAST_POINTS, f"{act.name} has only {len(whole.points)} points"
        chosen = spread(whole.points, wanted)
        for count in chosen:
            survives(act, whole, folder, count)
        table.append((act.name, len(whole.points), len(chosen)))
    return table


def main() -> None:
    """Kill at every point, or at some, and print what was done."""
    words = argparse.ArgumentParser(description="Kill moves at every step to the disk.")
    words.add_argument("--points", type=int, help="at most so many of each move")
    words.add_argument("commands", nargs="*", help="only these")
    asked = words.parse_args()
    with tempfile.TemporaryDirectory(prefix="solflow-kills-") as made:
        moves = [
            act
            for act in acts(Path(made))
            if not asked.commands or act.name.split()[-1] in asked.commands
        ]
        table = []
        for act in moves:
            table += sweep([act], Path(made, "killed"), asked.points)
            print("{:40} {:5} points {:5} kills".format(*table[-1]), flush=True)  # noqa: T201
    points, kills = sum(row[1] for row in table), sum(row[2] for row in table)
    summary = f"{len(table)} moves, {points} points, {kills} kills: old or new, all of them verify"
    print(summary)  # noqa: T201 - a program says what it counted


if __name__ == "__main__":
    main()

"""What a full workspace costs: many cases, long journals, a million pending deadlines."""

import importlib.util
import itertools
import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from scripts.benchmarks.measuring import (
    Absent,
    Budget,
    Row,
    Work,
    amount,
    judged,
    lap,
    missing,
    race,
)
from scripts.benchmarks.moves import moving
from scripts.benchmarks.peers import Peer
from scripts.benchmarks.stand import (
    APPROVER,
    DETERMINED,
    OFFICER,
    ROOT,
    START,
    Handwriting,
    House,
    Stand,
    begins,
    clone,
    hang,
    raw,
    story,
    teller,
    write,
)
from solicitation_flow.casefile import Actor
from solicitation_flow.clock import VirtualClock
from solicitation_flow.engine import Accepted, Engine, Request
from solicitation_flow.engine.loading import passed as first_passed
from solicitation_flow.engine.settling import Settler
from solicitation_flow.records import canonical
from solicitation_flow.store import statements as sql
from solicitation_flow.store import tables
from solicitation_flow.store.sqlite import SqliteStore

CASES = Budget("move on the last of 100,000 cases, CPU", "the 10th of 1,000", 1.5, 1.1)
ENTRIES = Budget("move on a case of 2,000 entries, CPU", "a case of 10", 3, 1.3)
QUESTIONS = Budget("move on a case with 5,000 open questions, CPU", "50", 3, 1.2)
ASKING = Budget("one question more, 5,000 open, CPU", "50", 3, 1.2)
SWEEP = Budget("sweep, nothing due, 1,000,000 pending, CPU", "10,000 pending", 2, 1.1)
SETTLE = Budget(
    "10,000 due deadlines settled after a week down, CPU",
    "the same rows raw, one commit each",
    6,
    3,
)
JOBS = Budget("the same, CPU", "APScheduler's own store", 1, 1)
MEMORY = Budget("peak memory, 1,000,000 pending, swept", "an idle Python", 80, 30, "MB")
WEEK = timedelta(days=7)


def houses(stand: Stand) -> tuple[House, House]:
    """Return a small workspace, and one a hundred times as full."""
    return stand.house(stand.count(1_000, 20)), stand.house(stand.count(100_000, 2_000))


def _engines(stand: Stand, *paths: Path) -> list[Engine]:
    return [stand.engine(SqliteStore(path, synchronous="NORMAL")) for path in paths]


def cases(stand: Stand) -> Iterator[Row]:
    """Measure that a move costs what its own case costs, however many others there are."""
    small, big = houses(stand)
    count, rounds = stand.count(100, 10), stand.count(9, 2)
    few, many = _engines(stand, small.path, big.path)
    with closing(few.environment.store), closing(many.environment.store):
        ours = lap(moving(many, big.last, count), count)
        base = lap(moving(few, small.tenth, count), count)
        yield judged("cases", CASES, race(ours, base, rounds), "cpu")


def entries(stand: Stand) -> Iterator[Row]:
    """Measure that a move costs the same however long the journal is, with a record per entry."""
    count, rounds = stand.count(100, 10), stand.count(9, 2)
    old, number = _aged(stand, stand.count(2_000, 200))
    young, same = _aged(stand, 10)
    with closing(old.environment.store), closing(young.environment.store):
        ours, base = moving(old, number, count), moving(young, same, count)
        run = race(lap(ours, count), lap(base, count), rounds)
        yield judged("entries", ENTRIES, run, "cpu")


def _aged(stand: Stand, long: int) -> tuple[Engine, str]:
    """Return a case that has moved so often, on facts of its own each time."""
    _, engine, number = stand.smallest("NORMAL")
    while (at := engine.view(number).loaded.header.count) < long:
        words = {**DETERMINED, "facts": f"{at:012x}"}
        assert isinstance(
            engine.perform(Request("determine", words, case=number), APPROVER), Accepted
        )
    return engine, number


def questions(stand: Stand) -> Iterator[Row]:
    """Measure that a move costs the same however many questions of its case wait for an answer."""
    count, rounds = stand.count(20, 3), stand.count(9, 2)
    crowded, number = _with_questions(stand, stand.count(5_000, 200))
    quiet, same = _with_questions(stand, 50)
    with closing(crowded.environment.store), closing(quiet.environment.store):
        ours, base = _filing(crowded, number, count), _filing(quiet, same, count)
        yield judged(
            "questions", QUESTIONS, race(lap(ours, count), lap(base, count), rounds), "cpu"
        )
        ours, base = _asking(crowded, number, count), _asking(quiet, same, count)
        yield judged("questions", ASKING, race(lap(ours, count), lap(base, count), rounds), "cpu")


_ACME = Actor("acme", frozenset({"supplier"}), acts_for="acme")
_COPIES = itertools.count(1)


def _with_questions(stand: Stand, waiting: int) -> tuple[Engine, str]:
    """Return a solicitation that is open, with so many questions without an answer."""
    path = stand.fresh()
    begun = story("Amendment")
    engine = stand.engine(SqliteStore(path, synchronous="NORMAL"), start=begins(begun))
    runner = teller(engine, begun)
    diverging = [step.diverges for step in runner.tell() if step.diverges]
    assert not diverging, diverging
    _ask(engine, runner.number)
    with closing(raw(path)) as db:
        query = "SELECT * FROM record WHERE kind = 'question' AND \"case\" = ?"
        *_, last = db.execute(query, (runner.number,)).fetchall()
        case, kind, _key, body, filed, place = last
        question = json.loads(body)
        first = question["number"] + 1
        copies = (
            (case, kind, str(key), canonical(question | {"number": key}), filed + 1, place + key)
            for key in range(first, first + waiting)
        )
        db.executemany(sql.insert(tables.RECORD), copies)
        db.commit()
    return stand.engine(
        engine.environment.store, start=engine.environment.clock.now()
    ), runner.number


def _filing(engine: Engine, number: str, count: int) -> Callable[[], Work]:
    paper = engine.attach("exhibit.pdf", b"an exhibit")

    def file_paper() -> Accepted:
        words = {"paper": f"exhibit_{next(_COPIES)}", "file": paper, "title": "Exhibit"}
        answer = engine.perform(Request("file_paper", words, case=number), OFFICER)
        assert isinstance(answer, Accepted), answer
        return answer

    return lambda: lambda: [file_paper() for _ in range(count)]


def _asking(engine: Engine, number: str, count: int) -> Callable[[], Work]:
    return lambda: lambda: [_ask(engine, number) for _ in range(count)]


def _ask(engine: Engine, number: str) -> Accepted:
    answer = engine.perform(Request("ask", {"text": "May we?"}, case=number), _ACME)
    assert isinstance(answer, Accepted), answer
    return answer


# --- time --------------------------------------------------------------------------------------


def sweep(stand: Stand) -> Iterator[Row]:
    """Measure that finding nothing due costs the same whatever is still to come."""
    small, big = houses(stand)
    count, rounds = stand.count(1_000, 50), stand.count(9, 2)
    few, many = _engines(stand, small.path, big.path)

    def sweeping(engine: Engine) -> Callable[[], Work]:
        return lambda: lambda: [engine.settle() for _ in range(count)]

    with closing(few.environment.store), closing(many.environment.store):
        ours, base = lap(sweeping(many), count), lap(sweeping(few), count)
        note = f"{big.pending:,} and {small.pending:,} pending"
        yield judged("sweep", SWEEP, race(ours, base, rounds), "cpu", note)


def settle(stand: Stand) -> Iterator[Row]:
    """Everything a week off the air has left, each deadline in a transaction of its own."""
    count, rounds, more = stand.count(1_000, 20), stand.count(9, 2), stand.count(3, 1)
    laps = rounds + 1 + more + 1
    overdue = Overdue.made(stand, count, laps)
    with closing(overdue.engine.environment.store), closing(overdue.db):
        ours = lap(overdue.settling, count)
        run = race(ours, lap(overdue.by_hand, count), rounds)
        yield judged("settle", SETTLE, run, "cpu", f"{(rounds + 1) * count:,} due")
        try:
            with Peer.start("APScheduler", stand.folder) as peer:
                run = race(ours, peer.lap(count), more)
                yield judged("settle", JOBS, run, "cpu", f"{peer.version}: a job with no body")
        except Absent as why:
            yield missing("settle", JOBS, str(why))


@dataclass(slots=True)
class Overdue:
    """Two houses alike after a week down: one for the engine, one to be written by hand."""

    engine: Engine
    db: sqlite3.Connection
    hand: Handwriting
    count: int
    untils: Iterator[datetime]
    waiting: Iterator[str]

    @classmethod
    def made(cls, stand: Stand, count: int, laps: int) -> "Overdue":
        """Make a case for each deadline, spread over the week; a lap settles the next part."""
        path, engine, number = stand.smallest("NORMAL")
        numbers = [f"B-{index}" for index in range(2, laps * count + 2)]
        step = WEEK / (laps * count + 1)
        with closing(raw(path)) as db:
            clone(db, number, numbers)
            hang(db, numbers, 1, START + step, step)
            twin = stand.fresh()
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copyfile(path, twin)
        clock = engine.environment.clock
        assert isinstance(clock, VirtualClock)
        clock.set(START + WEEK)
        untils = (START + step * count * turn for turn in range(1, laps + 1))
        hand = cls._hand(engine, numbers[0])
        return cls(engine, raw(twin, "NORMAL"), hand, count, untils, iter(numbers))

    @staticmethod
    def _hand(engine: Engine, number: str) -> Handwriting:
        """Return what settling one case writes; nothing is stored."""
        now = engine.environment.clock.now()
        loaded = engine.loader.load(number)
        passed = first_passed(loaded.case, now)
        assert passed is not None
        plan, _ = Settler(engine.environment, engine.loader).planned(loaded, passed, now)
        return Handwriting.of(engine.environment.store, plan)

    def settling(self) -> Work:
        """Return the work of settling the next part."""
        until = next(self.untils)
        return lambda: self._settle(until)

    def _settle(self, until: datetime) -> None:
        sweep = self.engine.settle(until)
        assert (len(sweep.settled), sweep.troubles) == (self.count, []), sweep.troubles

    def by_hand(self) -> Work:
        """Return the work of writing the next part's rows."""
        numbers = itertools.islice(self.waiting, self.count)
        rows = [self.hand.rows(number, self.hand.part.header.count) for number in numbers]
        return lambda: write(self.db, rows)


# --- memory ------------------------------------------------------------------------------------

PEAK = """
import re, resource, sys
from pathlib import Path
status = Path("/proc/self/status")
if status.is_file():
    print(re.search(r"VmHWM:\\s*(\\d+)", status.read_text())[1])
else:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
LIVING = """
import importlib.util, sys
sys.path.insert(0, {root!r})
from pathlib import Path
from scripts.benchmarks.growth import live
live(Path({folder!r}), Path({path!r}))
"""


def memory(stand: Stand) -> Iterator[Row]:
    """Measure that a store that waits for a million instants holds none of them in memory."""
    _, big = houses(stand)
    program = LIVING.format(root=str(ROOT), folder=str(stand.folder), path=str(big.path))
    lived, idle = _peak(program + PEAK), _peak(PEAK)
    note = f"{big.pending:,} pending"
    yield amount("memory", MEMORY, lived - idle, f"{note}; idle is {idle:.0f} MB")


def live(folder: Path, path: Path) -> None:
    """Do what a daemon does all day: sweeps, and ask when it is needed next."""
    if importlib.util.find_spec("solicitation_flow.daemon"):
        importlib.import_module("solicitation_flow.daemon")
    engine = Stand(folder, quick=False).engine(SqliteStore(path, synchronous="FULL"))
    engine.settle()
    assert engine.environment.store.next_due() is not None


def _peak(program: str) -> float:
    asked = [sys.executable, "-c", program]
    completed = subprocess.run(asked, check=False, capture_output=True, text=True)
    if completed.returncode:
        raise Absent(completed.stderr.strip().splitlines()[-1])
    return float(completed.stdout) / 1024

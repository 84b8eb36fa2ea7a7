"""A move: the smallest there is, and a real one with guards and letters."""

import itertools
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from scripts.benchmarks.measuring import (
    Absent,
    Budget,
    Race,
    Row,
    Work,
    judged,
    lap,
    missing,
    race,
)
from scripts.benchmarks.peers import Peer
from scripts.benchmarks.stand import (
    APPROVER,
    DETERMINED,
    OFFICER,
    Handwriting,
    Stand,
    begins,
    clone,
    determine,
    raw,
    signing,
    story,
    teller,
    write,
)
from solicitation_flow.decide import Refusal
from solicitation_flow.engine import Accepted, Engine, Request
from solicitation_flow.store.driver import Synchronous
from solicitation_flow.store.sqlite import SqliteStore

BY_HAND = "raw sqlite3, the same bytes, one commit each"
SMALLEST_CPU = Budget("smallest durable move, CPU (WAL, NORMAL)", BY_HAND, 8, 2.5)
SMALLEST_WALL = Budget("the same move, wall (WAL, FULL)", BY_HAND, 3, 1.3)
WORK = Budget("the same real move, CPU", BY_HAND, None, None)
REAL = Budget("real move: 60 records, 12 guards, 3 letters, wall (FULL)", BY_HAND, 12, 5)


def smallest(stand: Stand) -> Iterator[Row]:
    """Measure the least that can be decided and stored: a guard, a changed record, an entry."""
    yield judged("smallest", SMALLEST_CPU, _smallest(stand, "NORMAL"), "cpu")
    full = _smallest(stand, "FULL")
    yield judged("smallest", SMALLEST_WALL, full, "wall", disk(stand.folder))


def disk(folder: Path) -> str:
    """Return the kind of file system: one in memory makes every fsync free."""
    mounts = Path("/proc/mounts")
    if not mounts.is_file():
        return ""
    kinds = {words[1]: words[2] for words in map(str.split, mounts.read_text().splitlines())}
    above = (str(path) for path in (folder, *folder.parents))
    kind = next((kinds[path] for path in above if path in kinds), "")
    return f"on {kind}" if kind else ""


def _smallest(stand: Stand, synchronous: Synchronous) -> Race:
    count, rounds = stand.count(200, 10), stand.count(9, 2)
    _, engine, number = stand.smallest(synchronous)
    run = race(
        lap(moving(engine, number, count), count),
        lap(by_hand(stand, synchronous, count), count),
        rounds,
    )
    engine.environment.store.close()
    return run


def by_hand(stand: Stand, synchronous: Synchronous, count: int) -> Callable[[], Work]:
    """Return the smallest move's very bytes, written again and again into a store of its own."""
    path, other, number = stand.smallest("OFF")
    planned = other.plan(signing(number), APPROVER)
    assert isinstance(planned, Accepted), planned
    hand = Handwriting.of(other.environment.store, planned.plan)
    other.environment.store.close()
    db = raw(path, synchronous)
    moves = itertools.count(hand.part.entry.number)

    def prepare() -> Work:
        rows = [hand.rows(number, move) for move in itertools.islice(moves, count)]
        return lambda: write(db, rows)

    return prepare


def moving(engine: Engine, number: str, count: int) -> Callable[[], Work]:
    """Return the work of making one case's smallest move again and again."""
    return lambda: lambda: [determine(engine, number) for _ in range(count)]


GROWN = 3_000
"""Moves until the write-ahead log has its whole size, as after an office's first day."""

STEPPING = ("python-statemachine", "django-fsm-2", "SpiffWorkflow", "DBOS", "burr")


def peers(stand: Stand) -> Iterator[Row]:
    """Our smallest move beside the smallest durable step of others, as each of them ships it."""
    count, rounds = stand.count(300, 4), stand.count(7, 2)
    _, engine, number = stand.smallest("NORMAL")
    for _ in range(stand.count(GROWN, 0)):
        determine(engine, number)
    ours = lap(moving(engine, number, count), count)
    for name in STEPPING:
        budget = Budget("smallest durable move, CPU", name, None if name == "burr" else 1, 1)
        try:
            with Peer.start(name, stand.folder) as peer:
                run = race(ours, peer.lap(count), rounds)
                yield judged("peers", budget, run, "cpu", peer.version)
        except Absent as why:
            yield missing("peers", budget, str(why))
    engine.environment.store.close()


# --- a real one --------------------------------------------------------------------------------

RECORDS, GUARDS, LETTERS = 60, 12, 3
AMEND = {"summary": "Partial proposals by category are welcome (simulated)"}


def real(stand: Stand) -> Iterator[Row]:
    """Measure an amendment with twelve guards and a letter to each of three suppliers."""
    count, rounds = stand.count(20, 2), stand.count(9, 2)
    path, engine, number = issued(stand)
    request = Request("amend", AMEND, case=number)
    planned = engine.plan(request, OFFICER)
    assert isinstance(planned, Accepted), planned
    hand = Handwriting.of(engine.environment.store, planned.plan)
    move = planned.decided.move
    shape = (RECORDS, GUARDS, LETTERS)
    held = engine.environment.store.load(number)
    assert held is not None
    assert shape == (len(held.facts), len(move.guards), len(hand.part.letters)), shape
    turns = iter(_copies(path, number, 2 * count * (rounds + 1)))
    db = raw(path, "FULL")

    def base() -> Work:
        cases = itertools.islice(turns, count)
        rows = [hand.rows(case, hand.part.entry.number) for case in cases]
        return lambda: write(db, rows)

    run = race(lap(_amending(engine, turns, count), count), lap(base, count), rounds)
    yield judged("real", REAL, run, "wall", letters_note(stand))
    yield judged("real", WORK, run, "cpu")
    db.close()
    engine.environment.store.close()


def letters_note(stand: Stand) -> str:
    """Say how many letters are stand-ins of ours, because they do not ship yet."""
    lacking = len(list((stand.folder / "templates").rglob("*.md")))
    return f"{lacking} letters do not ship yet: stand-ins" if lacking else ""


def issued(stand: Stand) -> tuple[Path, Engine, str]:
    """Return a workspace with one solicitation open for proposals and sixty records in its file."""
    path = stand.fresh()
    begun = story("Amendment")
    store = SqliteStore(path, synchronous="FULL")
    engine = stand.engine(store, start=begins(begun))
    runner = teller(engine, begun)
    diverging = [happened.diverges for happened in runner.tell() if happened.diverges]
    assert not diverging, diverging
    _clear(engine, runner.number)
    paper = engine.attach("affidavit.pdf", b"signed and sealed")
    for copy in range(RECORDS):
        held = store.load(runner.number)
        if held is not None and len(held.facts) == RECORDS:
            break
        words = {"paper": f"exhibit_{copy}", "file": paper, "title": f"Exhibit {copy}"}
        filed = engine.perform(Request("file_paper", words, case=runner.number), OFFICER)
        assert isinstance(filed, Accepted), filed
    return path, engine, runner.number


def _clear(engine: Engine, number: str) -> None:
    """Sign what stands in the way of the amendment: how much time it must leave is not known."""
    refused = engine.plan(Request("amend", AMEND, case=number), OFFICER)
    assert isinstance(refused, Refusal), refused
    for ruling in refused.rulings:
        words = DETERMINED | dict(ruling.clears[-1].fields)
        signed = engine.perform(Request(ruling.clears[-1].command, words, case=number), APPROVER)
        assert isinstance(signed, Accepted), signed


def _copies(path: Path, number: str, count: int) -> list[str]:
    numbers = [f"RFP-2017-{1000 + index}" for index in range(count)]
    db = raw(path)
    clone(db, number, numbers)
    db.close()
    return numbers


CROWD = Budget("real move, CPU, 10,000 suppliers in the register", "three", None, None)
ASKED = Budget("what may be done next, CPU, 10,000 suppliers in the register", "three", 3, 1.2)


def registers(stand: Stand) -> Iterator[Row]:
    """Measure that a move that writes to three suppliers does not slow down with many others."""
    count, rounds = stand.count(3, 1), stand.count(5, 2)
    houses = []
    for crowd in (stand.count(10_000, 50), 0):
        path, engine, number = issued(stand)
        with closing(raw(path)) as db:
            clone(db, "S-acme", [f"S-firm-{index}" for index in range(crowd)])
        houses.append((engine, number, iter(_copies(path, number, count * (rounds + 1)))))
    (many, asked, _), (few, same, _) = houses
    ours, base = (lap(_amending(engine, cases, count), count) for engine, _, cases in houses)
    yield judged("registers", CROWD, race(ours, base, rounds), "cpu")
    ours = lap(lambda: lambda: many.read.next(asked, OFFICER), 1)
    base = lap(lambda: lambda: few.read.next(same, OFFICER), 1)
    yield judged("registers", ASKED, race(ours, base, rounds), "cpu")
    for engine, _, _ in houses:
        engine.environment.store.close()


def _amending(engine: Engine, cases: Iterator[str], count: int) -> Callable[[], Work]:
    def prepare() -> Work:
        taken = list(itertools.islice(cases, count))
        return lambda: [_amend(engine, case) for case in taken]

    return prepare


def _amend(engine: Engine, number: str) -> Accepted:
    done = engine.perform(Request("amend", AMEND, case=number), OFFICER)
    assert isinstance(done, Accepted), done
    return done

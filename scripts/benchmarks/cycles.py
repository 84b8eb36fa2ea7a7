"""A whole solicitation in memory, from the first need to the published agreement."""

import time
from collections.abc import Callable, Iterator

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
from scripts.benchmarks.moves import letters_note
from scripts.benchmarks.peers import Peer
from scripts.benchmarks.stand import Stand, in_memory
from solicitation_flow.simulation.seeds import SEEDS, play
from solicitation_flow.simulation.telling import Teller
from solicitation_flow.store.memory import MemoryStore

SILENT = Budget("RFP life cycle in memory, letters off, CPU", "SimPy, the same events", 60, 20)
SPOKEN = Budget("RFP life cycle in memory, letters on, CPU", "letters off", 4, 2)


def cycle(stand: Stand) -> Iterator[Row]:
    """The shipped scenario, told as fast as it goes; its cast is entered beforehand."""
    count, rounds = stand.count(4, 1), stand.count(7, 2)
    silent = lap(telling(stand, count, silent=True), count)
    events = happened(tell(in_memory(stand, silent=True)))
    note = f"{events} events"
    try:
        with Peer.start("simpy", stand.folder) as simpy:
            run = race(silent, simpy.lap(count, events), rounds)
            yield judged("cycle", SILENT, run, "cpu", note)
    except Absent as why:
        yield missing("cycle", SILENT, str(why))
    spoken = lap(telling(stand, count, silent=False), count)
    yield judged("cycle", SPOKEN, race(spoken, silent, rounds), "cpu", letters_note(stand))


def seeds(stand: Stand) -> Iterator[Row]:
    """Simulated parties walking every move of every workflow, as the coverage test lets them."""
    count = stand.count(SEEDS, 4)
    budget = Budget(f"{count} simulated seeds, CPU", "", None, None, "s")
    began, moves = time.process_time(), 0
    for seed in range(count):
        moves += sum(header.count for header in play(seed).engine.rooms.store.find())
    took = time.process_time() - began
    yield amount("seeds", budget, took, f"{moves:,} moves, {moves / took:,.0f} a second of CPU")


def telling(stand: Stand, count: int, *, silent: bool) -> Callable[[], Work]:
    """Answers the work of telling the scenario, each time in a new house."""

    def prepare() -> Work:
        tellers = [in_memory(stand, silent=silent) for _ in range(count)]
        return lambda: [tell(each) for each in tellers]

    return prepare


def tell(teller: Teller) -> Teller:
    """Tells a story to its end; one that diverges would measure something else."""
    diverging = [each.diverges for each in teller.tell() if each.diverges]
    assert not [each for each in diverging if "has 0" not in each], diverging
    return teller


def happened(teller: Teller) -> int:
    """Answers how many moves were made, those that entered the cast left out."""
    store = teller.engine.rooms.store
    assert isinstance(store, MemoryStore)
    cast = len(teller.story.cast)
    return sum(header.count for header in store.find()) - cast

"""A whole solicitation in memory, from the first need to the published agreement."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from scripts.benchmarks.measuring import (
    Absent,
    Budget,
    Cost,
    Lap,
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
from scripts.benchmarks.stand import Stand, determine, in_memory
from solicitation_flow.casefile import Actor
from solicitation_flow.clock import VirtualClock
from solicitation_flow.decide import Refusal
from solicitation_flow.engine import Accepted, Engine, Request
from solicitation_flow.simulation.seeds import SEEDS, play
from solicitation_flow.simulation.story_runner import StoryRunner, ringing

SILENT = Budget("RFP life cycle in memory, letters off, CPU", "SimPy, the same events", 200, 100)
SPOKEN = Budget("RFP life cycle in memory, letters on, CPU", "letters off", 4, 2)
LEAST = Budget("smallest move in memory, CPU", "one event of SimPy's", None, None)
EVENTS = 73
"""Events of one lap of SimPy's, when it is one event that is asked for: the price is shared out."""
SIMPY_LIVES = 100
"""SimPy's lap: one of few lives would be over before the processor has warmed to it."""


@dataclass(frozen=True, slots=True)
class Given:
    """One command of a story as it was given: when, what, by whom."""

    at: datetime
    request: Request
    actor: Actor


@dataclass(frozen=True, slots=True)
class Script:
    """A story as nothing but commands and documents: to be lived through without a teller."""

    given: tuple[Given, ...]
    papers: tuple[bytes, ...]
    moves: int
    refused: int

    @property
    def events(self) -> int:
        """What happens at some instant: moves, the clock's too, and commands refused."""
        return self.moves + self.refused


def cycle(stand: Stand) -> Iterator[Row]:
    """Measure the shipped scenario, run as fast as it goes; its cast is entered beforehand."""
    count, rounds = stand.count(6, 1), stand.count(9, 2)
    script = scripted(stand)
    silent = lap(living(stand, script, count, silent=True), count)
    note = f"{script.events} events: {script.moves} moves, {script.refused} commands refused"
    try:
        with Peer.start("simpy", stand.folder) as simpy:
            base = simpy.lap(stand.count(SIMPY_LIVES, count), script.events)
            yield judged("cycle", SILENT, race(silent, base, rounds), "cpu", note)
    except Absent as why:
        yield missing("cycle", SILENT, str(why))
    spoken = lap(living(stand, script, count, silent=False), count)
    yield judged("cycle", SPOKEN, race(spoken, silent, rounds), "cpu", letters_note(stand))


def least(stand: Stand) -> Iterator[Row]:
    """Measure the least a life cycle can cost: the smallest move, with nothing stored on disk."""
    count, rounds = stand.count(300, 4), stand.count(9, 2)
    engine, number = stand.least()
    ours = lap(lambda: lambda: [determine(engine, number) for _ in range(count)], count)
    try:
        with Peer.start("simpy", stand.folder) as simpy:
            base = each_event(simpy.lap(stand.count(SIMPY_LIVES, count), EVENTS))
            yield judged("least", LEAST, race(ours, base, rounds), "cpu")
    except Absent as why:
        yield missing("least", LEAST, str(why))


def each_event(whole: Lap) -> Lap:
    """Return a lap that says what one event took, not a life of them."""

    def run() -> Cost:
        cost = whole()
        return Cost(cost.cpu / EVENTS, cost.wall / EVENTS)

    return run


def seeds(stand: Stand) -> Iterator[Row]:
    """Measure simulated parties making every move of every workflow, as in the coverage test."""
    count = stand.count(SEEDS, 4)
    budget = Budget(f"{count} simulated seeds, CPU", "", None, None, "s")
    began, made = time.process_time(), 0
    for seed in range(count):
        made += moves(play(seed).engine)
    took = time.process_time() - began
    yield amount("seeds", budget, took, f"{made:,} moves, {made / took:,.0f} a second of CPU")


def living(stand: Stand, script: Script, count: int, *, silent: bool) -> Callable[[], Work]:
    """Return the work of running the scenario, each time with a new store."""

    def prepare() -> Work:
        engines = [ready(stand, script, silent=silent) for _ in range(count)]
        return lambda: [live(engine, script) for engine in engines]

    return prepare


def ready(stand: Stand, script: Script, *, silent: bool) -> Engine:
    """Return a new workspace, its cast entered, every paper of the script at hand."""
    engine = in_memory(stand, silent=silent).engine
    for paper in script.papers:
        engine.environment.library.put(paper)
    return engine


def live(engine: Engine, script: Script) -> Engine:
    """Let time pass to each command and give it, as a simulation does; nobody looks on."""
    clock = engine.environment.clock
    assert isinstance(clock, VirtualClock)
    for given in script.given:
        for _ in ringing(engine, clock, given.at):
            pass
        engine.perform(given.request, given.actor)
    return engine


def scripted(stand: Stand) -> Script:
    """Run the scenario once, and return its commands and what came of it."""
    teller = in_memory(stand, silent=True)
    engine, given, refused = teller.engine, [], 0
    perform = engine.perform

    def noted(request: Request, actor: Actor) -> Refusal | Accepted:
        nonlocal refused
        given.append(Given(engine.environment.clock.now(), request, actor))
        answer = perform(request, actor)
        refused += isinstance(answer, Refusal)
        return answer

    engine.perform = noted  # type: ignore[method-assign]  # listens in on this one engine
    tell(teller)
    library = engine.environment.library
    papers = tuple(library.get(name) for name in library.digests())
    return Script(tuple(given), papers, happened(teller), refused)


def tell(teller: StoryRunner) -> StoryRunner:
    """Tell a story to its end; one that diverges would measure something else."""
    diverging = [step.diverges for step in teller.tell() if step.diverges]
    assert not [message for message in diverging if "has 0" not in message], diverging
    return teller


def happened(teller: StoryRunner) -> int:
    """Return how many moves were made, those that entered the cast left out."""
    return moves(teller.engine) - len(teller.story.cast)


def moves(engine: Engine) -> int:
    """Return how many moves a store has seen."""
    return sum(header.count for header in engine.environment.store.find())

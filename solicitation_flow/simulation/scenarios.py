"""Scenarios by name: a shipped story told anew, or a turn of events that parties play."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from solicitation_flow.casefile import CLOCK
from solicitation_flow.clock import VirtualClock
from solicitation_flow.errors import SolflowError, Suggestion, Usage
from solicitation_flow.records.ledger import Header
from solicitation_flow.simulation import seeds
from solicitation_flow.simulation.goals import called
from solicitation_flow.simulation.parties import Act
from solicitation_flow.simulation.story import read
from solicitation_flow.simulation.story_runner import StoryEvent, StoryRunner
from solicitation_flow.workdays import instant
from solicitation_flow.workspace import shipped
from solicitation_flow.yamlfile import did_you_mean

Tell = Callable[[Act], None]
"""Hears of everything that happens, as it happens."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one scenario: the turn of events, whether it came, and every case's end."""

    scenario: str
    seed: int
    turn: str
    law: str
    came: bool
    cases: tuple[Header, ...]
    digest: str


def stories() -> dict[str, Path]:
    """Return the shipped stories by name."""
    folder = shipped("workflows") / "scenarios"
    return {path.stem: path for path in sorted(folder.glob("*.story"))}


def run(name: str, seed: int, tell: Tell) -> Outcome:
    """Run a scenario to its end, telling each act; the same seed makes the same bytes."""
    known = stories()
    if name in known:
        return _retold(name, known[name], seed, tell)
    if name != seeds.ANY:
        _refuse_unknown(name, list(known))
    came = seeds.play(seed, name, tell)
    cases = tuple(came.engine.environment.store.find())
    picked = came.drawn
    return Outcome(name, seed, picked.goal.name, picked.law, came.came, cases, came.digest)


def zone(name: str, seed: int) -> str:
    """Return the zone in whose time a scenario is told."""
    known = stories()
    if name in known:
        return read(known[name]).about["zone"]
    return seeds.definitions(seeds.drawn(seed, name).law).own_zone()


def _refuse_unknown(name: str, known: list[str]) -> None:
    """Raise Usage with every name there is, when one is not known."""
    try:
        called(name, seeds.known())
    except Usage:
        turns = list(dict.fromkeys(goal.short for goal in seeds.known()))
        names = [seeds.ANY, *known, *turns]
        near = did_you_mean(name, [*names, *(goal.name for goal in seeds.known())])
        hint = f"there are {', '.join(names)}; rfp:open:receive names one state alone"
        if near:
            hint = f"{near} {hint}"
        raise Usage(
            f"there is no scenario {name!r}",
            hint=hint,
            next=Suggestion("simulate run", subject=seeds.ANY, options={"seed": 1}),
        ) from None


def _retold(name: str, path: Path, seed: int, tell: Tell) -> Outcome:
    """Tell a story anew; there is no chance in it, and so its seed changes nothing."""
    story = read(path)
    about = story.about
    clock = VirtualClock(instant(datetime.fromisoformat(about["start"]), about["zone"]))
    definitions = seeds.definitions(about["jurisdiction"], about["program"], about["zone"])
    teller = StoryRunner(seeds.engine(definitions, clock), clock, story, about["zone"])
    teller.enter_cast()
    for happened in teller.tell():
        if happened.diverges:
            raise SolflowError(f"{path.name} does not go as it is written: {happened.diverges}")
        if happened.settled or happened.step:
            tell(_act(happened, teller.number))
    store = teller.engine.environment.store
    return Outcome(
        scenario=name,
        seed=seed,
        turn="",
        law=about["jurisdiction"],
        came=True,
        cases=tuple(store.find()),
        digest=seeds.digest(store),
    )


def _act(event: StoryEvent, number: str) -> Act:
    if event.settled:
        row = event.settled.deadline
        return Act(row.fires_at, CLOCK.name, row.case, row.command, event.settled.dest, done=True)
    step = event.step
    assert step is not None, "what happened was somebody's step or the clock's"
    if event.done:
        case = event.done.number
    elif step.case:
        case = f"{number}-{step.case}"
    else:
        case = number
    outcome = event.refused or step.outcome
    return Act(event.at, step.who, case, step.command, outcome, done=not event.refused)

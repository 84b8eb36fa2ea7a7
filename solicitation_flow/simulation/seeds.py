"""From a seed to a run: which turn of events, under whose law, and by what digest it is known."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import get_args

from solicitation_flow.clock import VirtualClock
from solicitation_flow.documents import MemoryDocuments
from solicitation_flow.engine import Engine, Environment
from solicitation_flow.notices import Sender
from solicitation_flow.paper import Templates
from solicitation_flow.seal import PlainSealer
from solicitation_flow.simulation.goals import Goal, called, goals, turn
from solicitation_flow.simulation.parties import Act, Parties, silent
from solicitation_flow.simulation.playing import Play
from solicitation_flow.store import Store
from solicitation_flow.store.opening import MEMORY, open_store
from solicitation_flow.workflow import Kind
from solicitation_flow.workspace import FileDefinitions, shipped

LAWS = ("va-local", "az-state", "neutral", "harbor-town", "mill-county")
"""Whose law a run may be held to; the last two are made up, for what no shipped one leads to."""

START = datetime(2026, 1, 5, 14, 0, tzinfo=UTC)
HOME = "America/New_York"
"""The zone of an agency whose law names none."""

SEEDS = 700
"""Within so many seeds, every move of every shipped workflow is walked."""

ANY = "any"
"""The turn of events whose name leaves everything to the seed."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a seed picks: a turn of events, a law, and whether people choose the unusual."""

    goal: Goal
    law: str
    bold: bool


@dataclass(frozen=True, slots=True)
class Run:
    """What came of one seed."""

    seed: int
    drawn: Drawn
    came: bool
    engine: Engine
    digest: str


@cache
def definitions(law: str, program: str = "neutral", zone: str = "") -> FileDefinitions:
    """Return the shipped definitions under one law, each read once."""
    folders = (shipped("workflows"), shipped("workflows") / "scenarios")
    plain = FileDefinitions(folders, law, program, zone)
    if plain.own_zone():
        return plain
    return FileDefinitions(folders, law, program, HOME)


@cache
def _letters() -> Templates:
    return Templates([shipped("templates")])


@cache
def known() -> tuple[Goal, ...]:
    """Return every turn of events of the shipped workflows."""
    shipped = definitions(LAWS[0])
    return goals(shipped.compiled(name) for name in _in_order(shipped))


def _in_order(definitions: FileDefinitions) -> list[str]:
    """Return the workflows, competed ones first: a seed's number counts through their turns."""
    names = sorted(definitions.headings(), reverse=True)
    kinds = (*get_args(Kind), None)
    return sorted(names, key=lambda name: kinds.index(definitions.headings()[name].kind))


def engine(definitions: FileDefinitions, clock: VirtualClock) -> Engine:
    """Return the production engine over memory, every paper of it marked as training."""
    return Engine(
        Environment(
            store=open_store(MEMORY),
            clock=clock,
            library=MemoryDocuments(),
            sealer=PlainSealer(),
            definitions=definitions,
            templates=_letters(),
            sender=Sender("Test County", "purchasing@agency.example"),
            training=True,
        )
    )


def drawn(seed: int, name: str = ANY) -> Drawn:
    """Return what a seed picks among the turns of events a name means.

    One seed after the other picks each turn once before any twice. The first time everybody does
    as the help shows; from then on people choose the unusual, as people do.
    """
    among = known() if name == ANY else called(name, known())
    goal, again = among[seed % len(among)], seed // len(among)
    laws = turn(goal).laws or LAWS
    return Drawn(goal, laws[(seed + again) % len(laws)], bold=again > 0)


def play(seed: int, name: str = ANY, tell: Callable[[Act], None] = silent) -> Run:
    """Run one seed: the same seed, the same bytes in every journal."""
    picked = drawn(seed, name)
    clock = VirtualClock(START)
    made = engine(definitions(picked.law), clock)
    parties = Parties(made, clock, f"{seed}/{picked.goal.name}", bold=picked.bold, tell=tell)
    came = Play(parties, known()).run(picked.goal)
    return Run(seed, picked, came, made, digest(made.environment.store))


def digest(store: Store) -> str:
    """Return the digest of every journal's bytes, case after case."""
    h_a_s_h = hashlib.sha256()
    for header in store.find():
        for entry in store.journal(header.number):
            h_a_s_h.update(entry.text.encode())
    return h_a_s_h.hexdigest()

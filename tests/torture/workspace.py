"""A workspace under torture: two offices over one store, as deep in a lifecycle as asked."""

import pickle
import re
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any

from solicitation_flow.casefile import Actor
from solicitation_flow.clock import Clock, VirtualClock
from solicitation_flow.documents import Library, MemoryDocuments
from solicitation_flow.engine import Engine, Environment, Request
from solicitation_flow.errors import SolflowError
from solicitation_flow.notices import Sender
from solicitation_flow.seal import PlainSealer
from solicitation_flow.simulation import seeds
from solicitation_flow.simulation.parties import Parties
from solicitation_flow.simulation.playing import Play
from solicitation_flow.store import Store
from solicitation_flow.store.memory import MemoryStore
from tests.engine_fixtures import START, templates
from tests.torture.faults import BadPost, BentClock, Faults, FaultyStore, held

DEPTHS = 48
"""How many prepared houses there are, spread over the turns of events of all workflows."""

MARK = re.compile(r"sealed-mark-(\w+)-\d+")
"""What every envelope holds beside its words, with the part it is of: not to be seen too early."""


class Marking(Engine):
    """An engine that marks what goes into each envelope."""

    def enclose(
        self, name: str, data: bytes, *, case: str, part: str, keep: bool = True
    ) -> dict[str, Any]:
        """Enclose a proposal's file with a mark nobody else writes."""
        marked = data + f"sealed-mark-{part}-{len(self.environment.library.digests())}\n".encode()
        return super().enclose(name, marked, case=case, part=part, keep=keep)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A workspace as it was prepared: its bytes, so that every run begins with the same."""

    about: str
    store: bytes
    library: bytes
    now: datetime
    law: str


@dataclass(slots=True)
class House:
    """Two offices with caches of their own, one store, one clock, one post."""

    about: str
    store: FaultyStore
    library: MemoryDocuments
    clock: BentClock
    post: BadPost
    faults: Faults
    law: str
    offices: list[Engine] = field(default_factory=list)
    agenda: list[tuple[Request, str]] = field(default_factory=list)
    given: list[tuple[Request, Actor]] = field(default_factory=list)

    def engine(self) -> Engine:
        """Return an office that has just opened: it knows nothing but what is stored."""
        return engine(self.store, self.clock, self.library, self.law)

    def restart(self, office: int) -> None:
        """Begin an office's program anew, the store read from its bytes."""
        self.store.reread()
        self.offices[office] = self.engine()


def engine(store: Store, clock: Clock, library: Library, law: str) -> Engine:
    """Return an engine over shipped law."""
    return Marking(
        Environment(
            store=store,
            clock=clock,
            library=library,
            sealer=PlainSealer(),
            definitions=seeds.definitions(law),
            templates=templates(),
            sender=Sender("The lead agency", "procurement@agency.example"),
        )
    )


def house(depth: int, *, silent: bool) -> House:
    """Return a prepared workspace, ready for anything to go wrong."""
    made = prepared(depth)
    faults = Faults()
    ready = House(
        about=made.about,
        store=FaultyStore(made.store, faults),
        library=pickle.loads(made.library),  # noqa: S301 - our own bytes
        clock=BentClock(made.now, faults),
        post=BadPost(faults, silent=silent),
        faults=faults,
        law=made.law,
    )
    ready.offices = [ready.engine(), ready.engine()]
    return ready


@cache
def prepared(depth: int) -> Prepared:
    """Play towards one turn of events, as far as that goes, and keep the bytes."""
    picked = seeds.drawn(depth * len(seeds.known()) // DEPTHS)
    store, clock, library = MemoryStore(), VirtualClock(START), MemoryDocuments()
    parties = Parties(engine(store, clock, library, picked.law), clock, f"torture/{depth}")
    with suppress(SolflowError):  # a play that gets stuck leaves a house all the same
        Play(parties, seeds.known()).run(picked.goal)
    about = f"{picked.goal.name} under {picked.law}"
    return Prepared(about, held(store), pickle.dumps(library), clock.now(), picked.law)

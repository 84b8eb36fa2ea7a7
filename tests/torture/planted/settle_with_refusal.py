"""What has passed is settled in one transaction with the command: a refusal rolls both back."""

import pickle
from collections.abc import Iterator
from contextlib import contextmanager

from solicitation_flow.casefile import Actor
from solicitation_flow.decide import Refusal
from solicitation_flow.engine import Accepted, Engine, Request
from tests.torture.faults import FaultyStore, held


@contextmanager
def planted() -> Iterator[None]:
    """Perform as somebody might who wants a single commit for each command."""
    sound = Engine.perform

    def in_one(self: Engine, request: Request, actor: Actor) -> Refusal | Accepted:
        store = self.environment.store
        if not isinstance(store, FaultyStore):
            return sound(self, request, actor)  # a house that is only being prepared
        begun = held(store)
        answer = sound(self, request, actor)
        if isinstance(answer, Refusal):
            for memory_store in (store, store.twin):
                vars(memory_store).update(pickle.loads(begun))  # noqa: S301 - our own bytes
        return answer

    Engine.perform = in_one  # type: ignore[method-assign]
    try:
        yield
    finally:
        Engine.perform = sound  # type: ignore[method-assign]

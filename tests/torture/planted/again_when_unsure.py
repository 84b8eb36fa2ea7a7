"""A command whose answer got lost is given again by the program itself: it takes effect twice."""

from collections.abc import Iterator
from contextlib import contextmanager

from solicitation_flow.casefile import Actor
from solicitation_flow.decide import Refusal
from solicitation_flow.engine import Accepted, Engine, Request
from solicitation_flow.errors import Trouble


@contextmanager
def planted() -> Iterator[None]:
    """Perform as somebody might who wants to spare officers a passing trouble."""
    sound = Engine.perform

    def patient(self: Engine, request: Request, actor: Actor) -> Refusal | Accepted:
        try:
            return sound(self, request, actor)
        except Trouble:
            return sound(self, request, actor)

    Engine.perform = patient  # type: ignore[method-assign]
    try:
        yield
    finally:
        Engine.perform = sound  # type: ignore[method-assign]

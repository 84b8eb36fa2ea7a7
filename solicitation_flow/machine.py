"""A workflow as a state machine: where does this command lead, and who objects?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from transitions import EventData, Machine

from solicitation_flow.rulebook import Guard, Objection
from solicitation_flow.workflow import Move, Workflow

Asks = Callable[[Guard], Objection | None]

NOTHING = "nothing"
"""The state of a case that is not opened yet."""


class Attempt:
    """A throw-away model: it carries a state through the machine and collects every objection."""

    __slots__ = ("allowed", "ask", "objections", "state", "taken")

    def __init__(self, state: str, allowed: tuple[Move, ...], ask: Asks) -> None:
        """Start in a state; only moves in `allowed` are this actor's to take."""
        self.state = state or NOTHING
        self.allowed = allowed
        self.ask = ask
        self.objections: list[tuple[Move, Guard, Objection]] = []
        self.taken: Move | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """One move as the machine's condition: it asks every guard, so that no objection hides."""

    move: Move
    guards: tuple[Guard, ...]

    def __call__(self, event: EventData) -> bool:
        """Return whether the machine may go this way."""
        attempt = event.model
        assert isinstance(attempt, Attempt)
        return self.open(attempt)

    def open(self, attempt: Attempt) -> bool:
        """Return whether an attempt may go this way, and keeps what stands in it."""
        if not any(self.move is allowed_move for allowed_move in attempt.allowed):
            return False
        ask = attempt.ask
        found = [
            (self.move, guard, objection) for guard in self.guards if (objection := ask(guard))
        ]
        if found:
            attempt.objections += found
            return False
        attempt.taken = self.move
        return True


class Lifecycle:
    """One workflow version with its one shared machine, bound to no model."""

    def __init__(self, workflow: Workflow) -> None:
        """Build the machine; this is paid once per version and process."""
        self.workflow = workflow
        self._machine = Machine(
            model=None,
            states=[NOTHING, *workflow.phases],
            transitions=[self._row(move) for move in workflow.moves],
            initial=NOTHING,
            auto_transitions=False,
            send_event=True,
        )
        self._ways = self._compiled()

    def _row(self, move: Move) -> dict[str, Any]:
        return {
            "trigger": move.command,
            "source": move.source or NOTHING,
            # an inner move leaves the state alone instead of leaving and entering it
            "dest": None if move.dest == move.source else move.dest,
            "conditions": Way(move, tuple(self.workflow.book.guards[name] for name in move.guards)),
        }

    def _compiled(self) -> Mapping[tuple[str, str], tuple[tuple[Way, str], ...]]:
        """Return the machine's ways out of a state by a command, in its order, each with its end.

        Taken from the machine itself. This machine has no callbacks: asking its ways in turn is
        all that a trigger of it does, for less than half the time. A test lets both take every
        move.
        """
        return {
            (source, command): tuple(
                (cast("Way", way.conditions[0].func), way.dest or source) for way in ways
            )
            for command, event in self._machine.events.items()
            for source, ways in event.transitions.items()
        }

    def attempt(self, state: str, command: str, allowed: tuple[Move, ...], ask: Asks) -> Attempt:
        """Try a command on a throw-away attempt: a move is taken, or objections are kept."""
        tried = Attempt(state, allowed, ask)
        for way, dest in self._ways[tried.state, command]:
            if way.open(tried):
                tried.state = dest
                break
        assert tried.taken is None or tried.state == tried.taken.dest, "machine and move disagree"
        return tried

    def arrows(self) -> list[tuple[str, str, str]]:
        """Return every way through the machine, for drawing it: from, command, to."""
        return [
            (source, command, dest)
            for (source, command), ways in self._ways.items()
            for _, dest in ways
        ]


@lru_cache(maxsize=64)
def lifecycle(body: str) -> Lifecycle:
    """Return the lifecycle of a pinned workflow body."""
    return Lifecycle(Workflow.from_body(body))

"""A workflow as a state machine: which state a command leads to, and which guards object."""

import logging
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from transitions import EventData, Machine

from solicitation_flow.rulebook import Guard, Objection
from solicitation_flow.workflow import Move, Workflow

AskGuard = Callable[[Guard], Objection | None]

NOTHING = "nothing"
"""The state of a case that is not opened yet."""


class SilentLogger(logging.Logger):
    """Writes nothing, and spends no time on finding that out."""

    def debug(self, *_args: object, **_options: object) -> None:
        """Write nothing."""

    info = debug
    warning = debug


# The library logs several lines for every move; nobody reads them here, and each costs time.
logging.getLogger("transitions.core").__class__ = SilentLogger


class Attempt:
    """A throw-away model: it carries a state through the machine and collects every objection."""

    __slots__ = ("allowed", "ask", "objections", "state", "taken")

    def __init__(self, state: str, allowed: tuple[Move, ...], ask: AskGuard) -> None:
        """Start in a state; only moves in `allowed` are this actor's to take."""
        self.state = state or NOTHING
        self.allowed = allowed
        self.ask = ask
        self.objections: list[tuple[Move, Guard, Objection]] = []
        self.taken: Move | None = None


class MoveCondition:
    """The one condition of a move: it asks every guard, so that every objection is collected."""

    __slots__ = ("guards", "move")

    def __init__(self, move: Move, guards: tuple[Guard, ...]) -> None:
        """Keep the move with its guards, in the order of the workflow."""
        self.move = move
        self.guards = guards

    def __call__(self, event: EventData) -> bool:
        """Return whether the attempt may take the move, and keep on it what objects."""
        attempt = event.model
        assert isinstance(attempt, Attempt)
        move = self.move
        for allowed_move in attempt.allowed:
            if allowed_move is move:
                break
        else:
            return False
        refused = False
        for guard in self.guards:
            objection = attempt.ask(guard)
            if objection is not None:
                attempt.objections.append((move, guard, objection))
                refused = True
        if refused:
            return False
        attempt.taken = move
        return True


class Lifecycle:
    """One workflow version with its one shared machine, bound to no model."""

    def __init__(self, workflow: Workflow) -> None:
        """Build the machine; this is paid once per version and process."""
        self.workflow = workflow
        transitions: list[dict[str, Any]] = []
        for move in workflow.moves:
            transitions.append(self._transition(move))
        self._machine = Machine(
            model=None,
            states=[NOTHING, *workflow.phases],
            transitions=transitions,
            initial=NOTHING,
            auto_transitions=False,
            send_event=True,
        )

    def _transition(self, move: Move) -> dict[str, Any]:
        """Return a move as the machine takes it."""
        guards = tuple([self.workflow.book.guards[name] for name in move.guards])
        # an inner move leaves the state alone instead of leaving and entering it
        dest = None
        if move.dest != move.source:
            dest = move.dest
        return {
            "trigger": move.command,
            "source": move.source or NOTHING,
            "dest": dest,
            "conditions": MoveCondition(move, guards),
        }

    def attempt(
        self, state: str, command: str, allowed: tuple[Move, ...], ask: AskGuard
    ) -> Attempt:
        """Let the machine try a command: a move is taken, or its objections are kept."""
        attempt = Attempt(state, allowed, ask)
        self._machine.events[command].trigger(attempt)
        assert attempt.taken is None or attempt.state == attempt.taken.dest, (
            "the machine and the move lead to different states"
        )
        return attempt

    def arrows(self) -> list[tuple[str, str, str]]:
        """Return every move for drawing it: from, command, to."""
        arrows: list[tuple[str, str, str]] = []
        for move in self.workflow.moves:
            arrows.append((move.source or NOTHING, move.command, move.dest))
        return arrows


@lru_cache(maxsize=64)
def lifecycle(body: str) -> Lifecycle:
    """Return the lifecycle of a pinned workflow body."""
    return Lifecycle(Workflow.from_body(body))

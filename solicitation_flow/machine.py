"""A workflow as a state machine: where does this command lead, and who objects?"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from transitions import EventData, Machine

from solicitation_flow.rulebook import Guard, Objection
from solicitation_flow.workflow import Move, Workflow

Asks = Callable[[Guard], Objection | None]

NOTHING = "nothing"
"""The state of a case that is not opened yet."""


class Attempt:
    """A throw-away model: it carries a state through the machine and collects every objection."""

    def __init__(self, state: str, allowed: tuple[Move, ...], ask: Asks) -> None:
        """Starts in a state; only moves in `allowed` are this actor's to take."""
        self.state = state or NOTHING
        self.allowed = allowed
        self.ask = ask
        self.objections: list[tuple[Move, Guard, Objection]] = []
        self.taken: Move | None = None


class Lifecycle:
    """One workflow version with its one shared machine, bound to no model."""

    def __init__(self, workflow: Workflow) -> None:
        """Builds the machine; this is paid once per version and process."""
        self.workflow = workflow
        self._machine = Machine(
            model=None,
            states=[NOTHING, *workflow.phases],
            transitions=[self._row(move) for move in workflow.moves],
            initial=NOTHING,
            auto_transitions=False,
            send_event=True,
        )

    def _row(self, move: Move) -> dict[str, Any]:
        return {
            "trigger": move.command,
            "source": move.source or NOTHING,
            # an inner move leaves the state alone instead of leaving and entering it
            "dest": None if move.dest == move.source else move.dest,
            "conditions": self._condition(move),
        }

    def _condition(self, move: Move) -> Callable[[EventData], bool]:
        """One condition a move: it asks every guard, so that no objection hides behind another."""
        guards = tuple(self.workflow.book.guards[name] for name in move.guards)

        def stands_aside(event: EventData) -> bool:
            attempt = event.model
            assert isinstance(attempt, Attempt)
            if not any(move is each for each in attempt.allowed):
                return False
            found = [(move, guard, said) for guard in guards if (said := attempt.ask(guard))]
            attempt.objections += found
            if not found:
                attempt.taken = move
            return not found

        return stands_aside

    def attempt(self, state: str, command: str, allowed: tuple[Move, ...], ask: Asks) -> Attempt:
        """Triggers a command on a throw-away attempt: a move is taken, or objections are kept."""
        tried = Attempt(state, allowed, ask)
        event = self._machine.events[command]
        data = EventData(self._machine.get_state(tried.state), event, self._machine, tried, (), {})
        # `trigger` does just this, between callbacks of which this machine has none: half its cost
        for way in event.transitions[tried.state]:
            if way.execute(data):
                break
        assert tried.taken is None or tried.state == tried.taken.dest, "machine and move disagree"
        return tried

    def arrows(self) -> list[tuple[str, str, str]]:
        """Answers every way through the machine, for drawing it: from, command, to."""
        return [
            (way.source, command, way.dest or way.source)
            for command, event in self._machine.events.items()
            for ways in event.transitions.values()
            for way in ways
        ]


@lru_cache(maxsize=64)
def lifecycle(body: str) -> Lifecycle:
    """Answers the lifecycle of a pinned workflow body."""
    return Lifecycle(Workflow.from_body(body))

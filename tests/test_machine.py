"""The table a move is looked up in leads where the machine itself does."""

from random import Random

import pytest
from transitions import EventData

from solicitation_flow.machine import Asks, Attempt, Lifecycle
from solicitation_flow.rulebook import Guard, Objection
from solicitation_flow.simulation.seeds import WORKFLOWS
from solicitation_flow.workflow import Move, Workflow
from tests.enginehouse import definitions

TIMES = 40
DEFINITIONS = definitions("va-local", "neutral", "America/New_York")


def told(tried: Attempt) -> tuple[object, ...]:
    objections = [(move, guard.name) for move, guard, _ in tried.objections]
    return tried.taken, objections, tried.state


def triggered(
    lifecycle: Lifecycle, state: str, command: str, allowed: tuple[Move, ...], ask: Asks
) -> Attempt:
    """Let the machine itself take the command."""
    machine, tried = lifecycle._machine, Attempt(state, allowed, ask)
    event = machine.events[command]
    data = EventData(machine.get_state(tried.state), event, machine, tried, (), {})
    any(way.execute(data) for way in event.transitions[tried.state])
    return tried


@pytest.mark.parametrize("name", WORKFLOWS)
def test_the_machine_and_its_table_take_the_same_moves_and_hear_the_same_objections(
    name: str,
) -> None:
    lifecycle = Lifecycle(Workflow.from_body(DEFINITIONS.workflow(name).body))
    chance, taken, refused = Random(name), set(), 0
    for state in ("", *lifecycle.workflow.phases):
        for command, moves in lifecycle.workflow.offered(state).items():
            for _ in range(TIMES):
                objects = chance.choice((0.0, 0.3, 1.0))
                heard = {
                    guard: chance.random() < objects for move in moves for guard in move.guards
                }

                def ask(guard: Guard, heard: dict[str, bool] = heard) -> Objection | None:
                    return Objection("no") if heard[guard.name] else None

                allowed = tuple(move for move in moves if chance.random() < 0.8)
                tried = lifecycle.attempt(state, command, allowed, ask)
                assert told(tried) == told(triggered(lifecycle, state, command, allowed, ask))
                taken.add(tried.taken)
                refused += tried.taken is None
    assert taken - {None} == set(lifecycle.workflow.moves)
    assert refused

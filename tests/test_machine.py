"""Every move is taken by the machine itself, which collects every objection on the way."""

from random import Random

import pytest

from solicitation_flow.machine import AskGuard, Attempt, Lifecycle
from solicitation_flow.rulebook import Guard, Objection
from solicitation_flow.workflow import Move, Workflow
from tests.engine_fixtures import definitions

WORKFLOWS = ("rfp", "agreement", "participation", "person", "supplier", "member")
TIMES = 100
DEFINITIONS = definitions("va-local", "neutral", "America/New_York")


def outcome(attempt: Attempt) -> tuple[object, ...]:
    objections = [(move, guard.name) for move, guard, _ in attempt.objections]
    return attempt.taken, objections, attempt.state


def expected(
    lifecycle: Lifecycle, state: str, command: str, allowed: tuple[Move, ...], ask: AskGuard
) -> Attempt:
    """Return where the workflow leads, read from its moves alone."""
    guards = lifecycle.workflow.book.guards
    attempt = Attempt(state, allowed, ask)
    for move in lifecycle.workflow.offered(state)[command]:
        if move not in allowed:
            continue
        refused = False
        for name in move.guards:
            objection = ask(guards[name])
            if objection:
                attempt.objections.append((move, guards[name], objection))
                refused = True
        if not refused:
            attempt.taken, attempt.state = move, move.dest
            break
    return attempt


@pytest.mark.parametrize("name", WORKFLOWS)
def test_the_machine_takes_every_move_and_collects_every_objection(name: str) -> None:
    lifecycle = Lifecycle(Workflow.from_body(DEFINITIONS.workflow(name).body))
    chance, taken, refused = Random(name), set(), 0
    for state in ("", *lifecycle.workflow.phases):
        for command, moves in lifecycle.workflow.offered(state).items():
            for _ in range(TIMES):
                share = chance.choice((0.0, 0.3, 1.0))
                objecting = {
                    guard for move in moves for guard in move.guards if chance.random() < share
                }

                def ask(guard: Guard, objecting: set[str] = objecting) -> Objection | None:
                    return Objection("no") if guard.name in objecting else None

                allowed = tuple(move for move in moves if chance.random() < 0.8)
                attempt = lifecycle.attempt(state, command, allowed, ask)
                assert outcome(attempt) == outcome(
                    expected(lifecycle, state, command, allowed, ask)
                )
                taken.add(attempt.taken)
                refused += attempt.taken is None
    assert taken - {None} == set(lifecycle.workflow.moves)
    assert refused


def test_the_library_itself_is_triggered(monkeypatch: pytest.MonkeyPatch) -> None:
    lifecycle = Lifecycle(Workflow.from_body(DEFINITIONS.workflow("person").body))
    event = lifecycle._machine.events["retire"]
    triggered: list[object] = []
    trigger = event.trigger

    def recording(model: object) -> bool:
        triggered.append(model)
        return bool(trigger(model))

    monkeypatch.setattr(event, "trigger", recording)
    allowed = lifecycle.workflow.offered("active")["retire"]
    attempt = lifecycle.attempt("active", "retire", allowed, lambda _: None)
    assert triggered == [attempt]
    assert attempt.state == "retired"

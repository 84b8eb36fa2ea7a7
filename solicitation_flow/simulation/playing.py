"""One run of a simulation: a turn of events, and everybody working towards it."""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from solicitation_flow.engine import Loaded
from solicitation_flow.machine import lifecycle
from solicitation_flow.simulation.goals import BY_ANOTHER, Goal, Wait, turn
from solicitation_flow.simulation.parties import Parties
from solicitation_flow.workflow import Move, Workflow

FAR = 99
"""Longer than any way through a workflow's states."""

STEPS = 40
"""How many moves from state to state a run may take before it is given up."""

OPENINGS: Mapping[str, Mapping[str, Any]] = {
    "open_solicitation": {"title": "School furniture", "agency": "Test County"},
    "ask_to_join": {
        "member": "fairview",
        "contact": "Pat Lee, Purchasing",
        "scope": "Classroom furniture for two new schools.",
    },
    "open_person": {
        "key": "nora",
        "name": "Nora",
        "email": "nora@person.example",
        "roles": "officer",
    },
    "open_supplier": {"key": "vega", "name": "Vega", "email": "vega@supplier.example"},
    "open_member": {
        "key": "riverton",
        "name": "Riverton",
        "email": "riverton@member.example",
        "kind": "city",
        "state": "VA",
    },
}
"""What is said with the command that opens a case; an agreement is opened by its award."""

ANSWERED = "opening"
"""The state a solicitation gets to if it was answered."""

OPENERS: Mapping[str, str] = {"open_solicitation": "maria", "ask_to_join": "fairview"}
"""Who gives the command that opens a case, where it is not the office."""

BY_A_CASE = ("case",)
"""Who takes a move that only another case's action takes."""


class Stuck(Exception):
    """Nobody knows how to go on towards the turn of events a run is about."""


@dataclass(slots=True)
class Play:
    """A run towards one turn of events, among all those there are."""

    parties: Parties
    known: tuple[Goal, ...]
    offers: int = 0
    numbers: dict[str, str] = field(default_factory=dict)

    def run(self, goal: Goal) -> bool:
        """Play until the turn has come, and return whether it has, or nobody knows how to go on."""
        self.parties.enter()
        try:
            self._reach(goal)
        except Stuck:
            return False
        return True

    def _reach(self, goal: Goal) -> None:
        """Let happen what comes first, then takes a move where it is offered."""
        its = turn(goal)
        self.offers = self.offers or its.offers
        before = self.parties.says, self.parties.leaves
        self.parties.says = {**before[0], **its.says}
        self.parties.leaves = before[1] | its.leaves
        number = self._number(goal.workflow)
        for step in its.after or self._starts(goal):
            self._first(number, step, goal)
        self._go(number, goal.move.source)
        self._take(number, goal)
        self.parties.says, self.parties.leaves = before

    def _take(self, number: str, goal: Goal) -> None:
        if not goal.move.source and goal.move.by != BY_A_CASE:
            return
        if goal.move.by == BY_A_CASE:
            if goal.move.source:
                self._reach(self._named(BY_ANOTHER[goal.move.command]))
        elif not self._strive(number, goal.move):
            raise Stuck(goal.name)

    def _first(self, number: str, step: str | Wait, goal: Goal) -> None:
        if isinstance(step, Wait):
            self._wait(number, step)
            return
        goals = [known for known in self.known if step in {known.name, known.short}]
        self._nearest(number, goals, goal)

    def _wait(self, number: str, wait: Wait) -> None:
        due = self._loaded(number).case.deadline(wait.deadline)
        if due is None:
            raise Stuck(f"{number} has no {wait.deadline}")
        self.parties.until(due.due_at - wait.before)

    def _nearest(self, number: str, candidates: Iterable[Goal], goal: Goal) -> None:
        """Let one of several moves happen: the nearest on the way, the latest of those."""
        loaded = self._loaded(number)
        workflow, state = loaded.lifecycle.workflow, loaded.header.state
        far: dict[Goal, tuple[int, int]] = {}
        for candidate in candidates:
            distance = (0, 0)
            if candidate.workflow == goal.workflow:
                distance = _far(workflow, state, candidate.move, goal.move)
            if distance[0] < FAR:
                far[candidate] = distance
        for candidate in sorted(far, key=lambda goal: (far[goal], goal.name)):
            try:
                self._reach(candidate)
            except Stuck:
                continue
            return
        raise Stuck(goal.name)

    def _starts(self, goal: Goal) -> tuple[str, ...]:
        """Return the commands that set the date a timed move meets."""
        if not goal.move.timed:
            return ()
        met = set(goal.move.meets)
        for known in self.known:
            if known.workflow == goal.workflow and met.intersection(known.move.starts):
                return (known.short,)
        return ()

    # --- where things are ----------------------------------------------------------------------

    def _number(self, workflow: str) -> str:
        """Return the case of a workflow this run is about, opened when it is first needed."""
        if workflow not in self.numbers:
            self.numbers[workflow] = self._opened(workflow)
        return self.numbers[workflow]

    def _opened(self, workflow: str) -> str:
        body = self.parties.engine.environment.definitions.workflow(workflow).body
        compiled = lifecycle(body).workflow
        if compiled.opening.by == BY_A_CASE:
            return self._opened_by_another(workflow, compiled.opening.command)
        above = ""
        if compiled.parent:
            above = self._number(compiled.parent[0])
            self._go(above, "published")
        command = compiled.opening.command
        who = OPENERS.get(command, "office")
        return self.parties.open(workflow, OPENINGS[command], who, above)

    def _opened_by_another(self, workflow: str, command: str) -> str:
        """Return the case that a move of another case has opened, such as an award."""
        opener = self._named(BY_ANOTHER[command])
        above = self._number(opener.workflow)
        find = self.parties.engine.environment.store.find
        if not find(workflow=workflow, parent=above):
            self._reach(opener)
        return find(workflow=workflow, parent=above)[0].number

    def _named(self, name: str) -> Goal:
        return next(goal for goal in self.known if goal.name == name)

    def _loaded(self, number: str) -> Loaded:
        return self.parties.engine.view(number).loaded

    def _go(self, number: str, state: str) -> None:
        """Move a case to a state, by another way where one is barred."""
        avoid: frozenset[Move] = frozenset()
        for _ in range(STEPS):
            loaded = self._loaded(number)
            if loaded.header.state == state or not state:
                return
            path = way(loaded.lifecycle.workflow, loaded.header.state, state, avoid)
            if not path:
                break
            if not self._strive(number, path[0]):
                avoid |= {path[0]}
        raise Stuck(f"{number} does not get to {state}")

    def _strive(self, number: str, move: Move) -> bool:
        """Work towards one move; a solicitation that goes on has been answered by some firms."""
        self.parties.try_anything(number)
        if move.dest == ANSWERED != move.source:
            self.parties.offer(number, self.offers)
        return self.parties.strive(number, move)


def way(workflow: Workflow, state: str, to: str, avoid: frozenset[Move]) -> list[Move]:
    """Return the shortest way through the states, without moves that were tried in vain."""
    came: dict[str, Move | None] = {state: None}
    waiting = deque([state])
    while waiting and to not in came:
        here = waiting.popleft()
        for moves in workflow.offered(here).values():
            for move in moves:
                if move.dest not in came and move not in avoid:
                    came[move.dest] = move
                    waiting.append(move.dest)
    path: list[Move] = []
    while to != state and (last := came.get(to)):
        path.insert(0, last)
        to = last.source
    if to == state:
        return path
    return []


def _far(workflow: Workflow, state: str, first: Move, goal: Move) -> tuple[int, int]:
    """Return how long the way is from here through one move to another, and its last leg."""
    legs = [(state, first.source), (first.dest, goal.source)]
    ways = [0 if a == b else len(way(workflow, a, b, frozenset())) or FAR for a, b in legs]
    return sum(ways), ways[1]

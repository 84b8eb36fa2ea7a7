"""What simulated parties walk, seed after seed: states, moves, guards both ways, and notices.

`python -m tests.simulation.coverage_of_seeds [SEEDS]` prints the table and what is left.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from solicitation_flow.machine import Attempt, Lifecycle
from solicitation_flow.rulebook import Guard, Objection, RuleFunction
from solicitation_flow.simulation import seeds
from solicitation_flow.workflow import Move, Workflow

Named = tuple[str, str]
"""A workflow, and what is meant of it."""


@dataclass(slots=True)
class Walked:
    """What was walked: by workflow, except for notices, which have names of their own."""

    count: int = 0
    came: int = 0
    states: set[Named] = field(default_factory=set)
    moves: set[tuple[str, Move]] = field(default_factory=set)
    asked: set[Named] = field(default_factory=set)
    objected: set[Named] = field(default_factory=set)
    aside: set[Named] = field(default_factory=set)
    notices: set[str] = field(default_factory=set)

    def add(self, run: seeds.Run, taken: set[tuple[str, Move]]) -> None:
        """Add one run; a move counts if it was taken and a journal holds it."""
        store = run.engine.environment.store
        written = set()
        for header in store.find():
            for entry in store.journal(header.number):
                body = json.loads(entry.text)
                written.add((header.workflow, body["source"], body["command"], body["dest"]))
                self.states.add((header.workflow, body["dest"]))
        self.moves |= {(w, m) for w, m in taken if (w, m.source, m.command, m.dest) in written}
        self.notices |= {letter.notice for letter in store.outbox()}
        self.count += 1
        self.came += run.came


@contextmanager
def listening(walked: Walked) -> Iterator[set[tuple[str, Move]]]:
    """Return the moves the engine takes meanwhile, and keeps what every guard says."""
    taken: set[tuple[str, Move]] = set()
    attempt = Lifecycle.attempt

    def asking(self: Guard, known: Mapping[str, Any]) -> Objection | None:
        objection: Objection | None = RuleFunction.asked(self, known)
        place = (known["case"].workflow, self.name)
        walked.asked.add(place)
        (walked.objected if objection else walked.aside).add(place)
        return objection

    def attempting(self: Lifecycle, *rest: Any) -> Attempt:
        tried = attempt(self, *rest)
        if tried.taken:
            taken.add((self.workflow.name, tried.taken))
        return tried

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Guard, "asked", asking)
        patched.setattr(Lifecycle, "attempt", attempting)
        yield taken


def shipped() -> list[Workflow]:
    """Return the shipped workflows."""
    names = dict.fromkeys(goal.workflow for goal in seeds.known())
    return [seeds.definitions(seeds.LAWS[0]).compiled(name) for name in names]


def unwalked(walked: Walked) -> list[str]:
    """Return the turns of events whose move nobody took."""
    return [e.name for e in seeds.known() if (e.workflow, e.move) not in walked.moves]


def walk(until: int = seeds.SEEDS, *, all_of_them: bool = False) -> Walked:
    """Walk seed after seed until every move was walked, or all of them."""
    walked = Walked()
    for seed in range(until):
        with listening(walked) as taken:
            walked.add(seeds.play(seed), taken)
        # before each turn had its seed there is nothing to look for
        if not all_of_them and seed + 1 >= len(seeds.known()) and not unwalked(walked):
            break
    return walked


def rows(walked: Walked) -> list[tuple[str, str, int, int, list[str]]]:
    """Return workflow by workflow what, how many of how many, and the names of those left."""
    return [
        (workflow.name, what, len(names) - len(left), len(names), left)
        for workflow in shipped()
        for what, names, left in _left(workflow, walked)
    ]


def _left(workflow: Workflow, walked: Walked) -> Iterator[tuple[str, list[str], list[str]]]:
    name = workflow.name
    guards = sorted({guard for move in workflow.moves for guard in move.guards})
    letters = {notice for move in workflow.moves for notice, _ in move.notices}
    letters |= {terms.notice for terms in workflow.deadlines.values() if terms.notice}
    moves = [goal for goal in seeds.known() if goal.workflow == name]
    missing = set(unwalked(walked))
    yield "states", list(workflow.phases), _not_in(walked.states, name, list(workflow.phases))
    yield "moves", [e.name for e in moves], [e.name for e in moves if e.name in missing]
    yield "guards asked", guards, _not_in(walked.asked, name, guards)
    yield "guards objecting", guards, _not_in(walked.objected, name, guards)
    yield "guards standing aside", guards, _not_in(walked.aside, name, guards)
    yield "notices", sorted(letters), sorted(letters - walked.notices)


def _not_in(walked_names: set[Named], workflow: str, names: list[str]) -> list[str]:
    return [name for name in names if (workflow, name) not in walked_names]


def report(walked: Walked) -> str:
    """Return the table, with the names of what is left."""
    lines = [f"{walked.count} seeds; the turn of events came about with {walked.came} of them"]
    for workflow, what, count, whole, left in rows(walked):
        if whole:
            lines.append(f"{workflow:<14}{what:<22}{count:>4} of {whole:>3}  {', '.join(left)}")
    return "\n".join(line.rstrip() for line in lines)


if __name__ == "__main__":
    asked = int(sys.argv[1]) if sys.argv[1:] else seeds.SEEDS
    print(report(walk(asked, all_of_them=True)))  # noqa: T201 - a report

"""What the stories tell of the shipped workflows: every move, and every guard both ways.

`python -m tests.coverage_of_stories [STORY...]` lists what no story tells yet.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from solicitation_flow.errors import SolflowError
from solicitation_flow.guards import GuardRun
from solicitation_flow.machine import Attempt, Lifecycle
from solicitation_flow.rulebook import Guard, Objection
from solicitation_flow.workflow import Move, Workflow
from solicitation_flow.workflow import read as read_workflow
from tests.engine_fixtures import ROOT, told

STORIES = sorted(
    [*(ROOT / "tests/stories").rglob("*.story"), *(ROOT / "workflows/scenarios").glob("*.story")]
)
SHIPPED = sorted((ROOT / "workflows").glob("*.v*.yaml"))


@dataclass(slots=True)
class Told:
    """What was covered: moves by workflow, and each guard that objected or stood aside."""

    moves: set[tuple[str, Move]] = field(default_factory=set)
    objected: set[tuple[str, str]] = field(default_factory=set)
    aside: set[tuple[str, str]] = field(default_factory=set)
    diverging: list[str] = field(default_factory=list)

    def add(self, other: "Told") -> None:
        """Add what another story covered."""
        self.moves |= other.moves
        self.objected |= other.objected
        self.aside |= other.aside


@contextmanager
def listening() -> Iterator[Told]:
    """Return what the engine asks and takes while a story runs."""
    heard = Told()
    ask, attempt = GuardRun.ask, Lifecycle.attempt

    def asking(self: GuardRun, guard: Guard) -> Objection | None:
        objection: Objection | None = guard(**self.context.known())
        (heard.objected if objection else heard.aside).add((self.context.case.workflow, guard.name))
        return ask(self, guard)

    def attempting(self: Lifecycle, *rest: Any) -> Attempt:
        tried = attempt(self, *rest)
        if tried.taken:
            heard.moves.add((self.workflow.name, tried.taken))
        return tried

    GuardRun.ask, Lifecycle.attempt = asking, attempting  # type: ignore[method-assign, assignment]
    try:
        yield heard
    finally:
        GuardRun.ask, Lifecycle.attempt = ask, attempt  # type: ignore[method-assign]


@cache
def tell(path: Path) -> Told:
    """Return what one story tells, and every line of it that does not hold; run once."""
    with listening() as heard:
        try:
            _, happened = told(path)
        except SolflowError as error:
            heard.diverging.append(error.message)
            return heard
    for event in happened:
        if not event.diverges:
            continue
        where, step = "", event.step
        if step:
            where = f"{Path(step.file).name}:{step.line}: {step.text}"
        heard.diverging.append(f"{event.diverges}\n    {where}")
    return heard


def shipped(path: Path) -> Workflow:
    """Return a shipped workflow."""
    return read_workflow(path.read_text(encoding="utf-8"), path.name)[0]


def spoken(move: Move, workflow: Workflow) -> str:
    """Return a move as the report names it: state, command, and which branch of several."""
    branches = [entry for entry in workflow.moves if _place(entry) == _place(move)]
    which = f", branch {branches.index(move) + 1} to {move.dest}" if len(branches) > 1 else ""
    return f"{move.source or 'at the opening'}: {move.command}{which}"


def _place(move: Move) -> tuple[str, str]:
    return move.source, move.command


def untold(workflow: Workflow, heard: Told) -> dict[str, list[str]]:
    """Return what no story tells of a workflow: moves, guards that never object or stand aside."""
    guards = {name for move in workflow.moves for name in move.guards}
    keyed = {(workflow.name, name): name for name in sorted(guards)}
    moves = [move for move in workflow.moves if (workflow.name, move) not in heard.moves]
    return {
        "moves": [spoken(move, workflow) for move in moves],
        "never objects": [name for key, name in keyed.items() if key not in heard.objected],
        "never stands aside": [name for key, name in keyed.items() if key not in heard.aside],
    }


def report(stories: list[Path]) -> str:
    """Return what is not covered, workflow by workflow, with how much of each is."""
    heard, lines = Told(), list[str]()
    for path in stories:
        one = tell(path)
        heard.add(one)
        lines += [f"{path.stem}: {text}" for text in one.diverging]
    for path in SHIPPED:
        workflow = shipped(path)
        missing = untold(workflow, heard)
        guards = len({name for move in workflow.moves for name in move.guards})
        counts = f"{len(workflow.moves)} moves, {guards} guards"
        lines.append(f"{workflow.name} ({counts}): " + _counted(missing))
        for what, names in missing.items():
            lines += [f"  {what}: {name}" for name in names]
    return "\n".join(lines)


def _counted(missing: dict[str, list[str]]) -> str:
    return ", ".join(f"{len(names)} {what} untold" for what, names in missing.items())


if __name__ == "__main__":
    print(report([Path(name) for name in sys.argv[1:]] or STORIES))  # noqa: T201 - a report

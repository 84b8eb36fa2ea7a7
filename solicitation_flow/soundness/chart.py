"""A workflow laid out for proving: each move with its place, each state with the way to it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from solicitation_flow.errors import Flaw
from solicitation_flow.workflow import Move, Workflow, moves_of, parse, places
from solicitation_flow.yamlfile import Trail, Tree


@dataclass(frozen=True, slots=True)
class Arrow:
    """One move and where it is written; a shared one is written once and is many arrows."""

    move: Move
    path: Trail


@dataclass(frozen=True)
class Chart:
    """A compiled workflow beside its text."""

    workflow: Workflow
    tree: Tree

    @cached_property
    def arrows(self) -> tuple[Arrow, ...]:
        """Every move out of a state, in the order of the file."""
        file = parse(self.tree)
        arrows: list[Arrow] = []
        for state in self.workflow.phases:
            for command, written in moves_of(file, state).items():
                moves = self.workflow.offered(state)[command]
                paths = places(self.tree, written.place, written.branches)
                for move, path in zip(moves, paths, strict=True):
                    arrows.append(Arrow(move, path))
        return tuple(arrows)

    @cached_property
    def takers(self) -> dict[Flaw, list[str]]:
        """The states that a flaw of a group's move was found in."""
        return {}

    def flaw_of(
        self, arrow: Arrow, message: str, hint: str | None = None, *rest: str | int
    ) -> Flaw:
        """Return a flaw of a move, below the move's own place where `rest` says so."""
        flaw = self.flaw((*arrow.path, *rest), message, hint)
        if arrow.path[0] == "groups":
            states = self.takers.setdefault(flaw, [])
            if arrow.move.source not in states:
                states.append(arrow.move.source)
        return flaw

    def with_takers(self, flaw: Flaw) -> Flaw:
        """Return a flaw that names the states which took the group it stands in."""
        states = self.takers.get(flaw)
        if not states:
            return flaw
        message = f"{flaw.message} (taken by {listed(states)})"
        return replace(flaw, message=message)

    @cached_property
    def dead(self) -> frozenset[Arrow]:
        """Moves that an earlier one of the same command always takes the place of."""
        dead: set[Arrow] = set()
        for arrow in self.arrows:
            if all(self._overtaken(arrow.move, role) for role in arrow.move.by):
                dead.add(arrow)
        return frozenset(dead)

    def _overtaken(self, move: Move, role: str) -> bool:
        """Return whether an earlier move passes whenever this one does, by its fewer guards."""
        same = self.workflow.offered(move.source)[move.command]
        for earlier in same:
            if earlier is move:
                return False
            if role in earlier.by and set(earlier.guards) <= set(move.guards):
                return True
        return False

    @cached_property
    def alive(self) -> tuple[Arrow, ...]:
        """The moves somebody may one day take."""
        return tuple(arrow for arrow in self.arrows if arrow not in self.dead)

    @cached_property
    def ways(self) -> dict[str, tuple[str, ...]]:
        """The shortest way from the opening to each state that can be reached."""
        initial = self.workflow.initial
        return self.walk({initial: (initial,)}, self.alive)

    @cached_property
    def fired(self) -> dict[str, tuple[str, ...]]:
        """The commands the clock gives, each with the deadlines that fire it."""
        fired: dict[str, tuple[str, ...]] = {}
        for name, terms in self.workflow.deadlines.items():
            fired[terms.fires] = (*fired.get(terms.fires, ()), name)
        return fired

    def walk(
        self, starts: dict[str, tuple[str, ...]], arrows: Iterable[Arrow]
    ) -> dict[str, tuple[str, ...]]:
        """Return each state to be reached from some states by some moves, with the way there."""
        reached = dict(starts)
        steps: dict[str, list[str]] = {}
        for arrow in arrows:
            steps.setdefault(arrow.move.source, []).append(arrow.move.dest)
        queue = list(reached)
        for state in queue:
            for dest in steps.get(state, ()):
                if dest not in reached:
                    reached[dest] = (*reached[state], dest)
                    queue.append(dest)
        return reached

    def flaw(self, path: Trail, message: str, hint: str | None = None) -> Flaw:
        """Return a flaw at a place of the file."""
        return self.tree.flaw(path, message, hint)


def spoken(way: Iterable[str]) -> str:
    """Return a way as a person follows it: `drafting -> open -> opening`."""
    return " -> ".join(way)


def listed(names: Iterable[str]) -> str:
    """Return names as a sentence lists them."""
    return ", ".join(dict.fromkeys(names))

"""Checks that every name in a workflow file stands for something."""

import pkgutil
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from solicitation_flow.errors import Flaw
from solicitation_flow.jurisdiction import PROCEDURES
from solicitation_flow.workdays import parse_period
from solicitation_flow.workflow.compiled import DeadlineTerms, book
from solicitation_flow.workflow.written import Branch, State, WorkflowFile, all_moves
from solicitation_flow.yamlfile import Trail, Tree, did_you_mean

_PHASES = Path(__file__).parents[1] / "phases"


@cache
def phases() -> tuple[str, ...]:
    """Return every module of the law a workflow may name."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules([str(_PHASES)])))


class NameChecks:
    """The checks of one file, and the flaws they find."""

    def __init__(self, file: WorkflowFile, tree: Tree) -> None:
        """Load the law the file names, as far as there is such law."""
        self.file = file
        self.tree = tree
        self.flaws: list[Flaw] = []
        self.book = book(tuple(name for name in file.law if name in phases()))

    def must(self, name: str, known: Iterable[str], what: str, *path: str | int) -> None:
        """Keep a flaw unless a name is among those known."""
        choices = list(known)
        if name not in choices:
            near = did_you_mean(name, choices)
            self.flaws.append(self.tree.flaw(path, f"no {what} is called {name!r}", near))

    def check(self) -> list[Flaw]:
        """Return every flaw of the file's names, in the order of the checks."""
        file = self.file
        for index, name in enumerate(file.law):
            self.must(name, phases(), "module of the law", "law", index)
        for clash in self.book.clashes:
            self.flaws.append(self.tree.flaw(("law",), f"{clash} is defined twice in this law"))
        self._procedure()
        self.must(file.initial, file.states, "state", "initial")
        self.must(file.opened_by.command, self.book.actions, "action", "opened_by", "command")
        for index, state in enumerate(file.everywhere.excluded):
            self.must(state, file.states, "state", "everywhere", "except", index)
        for name, terms in file.deadlines.items():
            self._deadline(name, terms)
        self._groups()
        for place, command, branches in all_moves(file):
            if branches or place[0] == "states":
                for path, branch in zip(places(self.tree, place, branches), branches, strict=True):
                    self._branch(path, command, branch)
            else:
                self.flaws.append(self.tree.flaw(place, f"{command} does not say who may give it"))
        return self.flaws

    def _procedure(self) -> None:
        procedure = self.file.procedure
        if procedure is None:
            return
        self.must(procedure, PROCEDURES, "procedure", "procedure")
        if self.file.parent:
            message = "a case opened below another is judged by that one's procedure"
            self.flaws.append(self.tree.flaw(("procedure",), message, "leave this line out"))

    def _deadline(self, name: str, terms: DeadlineTerms) -> None:
        commands = [command for _, command, _ in all_moves(self.file)]
        self.must(terms.fires, commands, "command", "deadlines", name, "fires")
        for who, offsets in terms.remind.items():
            path = ("deadlines", name, "remind", who)
            self.must(who, self.book.audiences, "audience", *path)
            self.flaws += _bad_periods(offsets, self.tree, path)

    def _groups(self) -> None:
        file = self.file
        taken: set[str] = set()
        for state in file.states.values():
            taken.update(state.groups)
        for group in file.groups:
            if group not in taken:
                message = f"no state takes the group {group!r}"
                hint = f"write `with: [{group}]` in a state, or take the group out"
                self.flaws.append(self.tree.flaw(("groups", group), message, hint))
        for name, state in file.states.items():
            for index, group in enumerate(state.groups):
                self.must(group, file.groups, "group", "states", name, "with", index)
            self.flaws += self._clashes(name, state)

    def _clashes(self, name: str, state: State) -> Iterator[Flaw]:
        """Yield commands that are written twice for one state, and those written nowhere.

        A state does not quietly change a command of its group: law that is written twice is
        written where both can be read.
        """
        path = ("states", name, "may")
        written_in: dict[str, str] = {}
        for index, group in enumerate(state.groups):
            if group not in self.file.groups:
                continue
            for command in self.file.groups[group].may:
                if state.may.get(command):
                    message = f"{command} stands here and in the group {group!r}"
                    hint = "leave out one of them"
                    yield self.tree.flaw((*path, command), message, hint)
                elif command in written_in:
                    message = (
                        f"{command} stands in the groups {written_in[command]!r} and {group!r}"
                    )
                    yield self.tree.flaw(("states", name, "with", index), message)
                written_in.setdefault(command, group)
        for command, branches in state.may.items():
            if not branches and command not in written_in:
                near = did_you_mean(command, written_in)
                message = f"nothing is written for {command}, and no group of {name!r} has it"
                yield self.tree.flaw((*path, command), message, near)

    def _branch(self, path: Trail, command: str, branch: Branch) -> None:
        self.must(command, self.book.actions, "action", *path)
        if branch.to is not None:
            self.must(branch.to, self.file.states, "state", *path, "to")
        for key in ("starts", "restarts", "meets", "drops"):
            for index, name in enumerate(getattr(branch, key)):
                self.must(name, self.file.deadlines, "deadline", *path, key, index)
        for index, name in enumerate(branch.guards):
            self.must(name, self.book.guards, "guard", *path, "guards", index)
        for notice, who in branch.notices.items():
            self.must(who, self.book.audiences, "audience", *path, "notices", notice)


def places(tree: Tree, place: Trail, branches: tuple[object, ...]) -> list[Trail]:
    """Return the place of each branch of a command; a lone branch has no index in the file."""
    written: Any = tree.value
    for step in place:
        written = written[step]
    if isinstance(written, list):
        return [(*place, index) for index in range(len(branches))]
    return [place] * len(branches)


def _bad_periods(offsets: Iterable[str], tree: Tree, path: Trail) -> list[Flaw]:
    flaws = []
    for index, offset in enumerate(offsets):
        try:
            parse_period(offset)
        except ValueError as error:
            flaws.append(tree.flaw((*path, index), str(error)))
    return flaws

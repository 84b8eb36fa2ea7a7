"""Reads a workflow file into a compiled one, naming every flaw with its place."""

import pkgutil
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationError

from solicitation_flow import yamlfile
from solicitation_flow.errors import Flaw, InvalidFile
from solicitation_flow.jurisdiction import PROCEDURES
from solicitation_flow.workdays import parse_period
from solicitation_flow.workflow.compiled import DeadlineTerms, Move, Part, Workflow, book

_PHASES = Path(__file__).parents[1] / "phases"


def _several(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


class Branch(Part):
    """One way a command may lead, as written in the file."""

    by: tuple[str, ...]
    to: str | None = None
    guards: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    restarts: tuple[str, ...] = ()
    meets: tuple[str, ...] = ()
    drops: tuple[str, ...] = ()
    notices: dict[str, str] = Field(default_factory=dict)
    confirm: bool = False
    optional: bool = False


May = dict[str, Annotated[tuple[Branch, ...], BeforeValidator(_several)]]


class State(Part):
    """Where a case can rest; a final state is an end."""

    phase: str
    final: bool = False
    may: May = Field(default_factory=dict)


class _Everywhere(Part):
    excluded: tuple[str, ...] = Field(default=(), alias="except")
    may: May = Field(default_factory=dict)


class _Opening(Part):
    command: str
    by: tuple[str, ...]


class _File(Part):
    workflow: str
    version: int = Field(ge=1)
    title: str
    law: tuple[str, ...]
    number: str
    procedure: str | None = None
    parent: str | None = None
    opened_by: _Opening
    initial: str
    deadlines: dict[str, DeadlineTerms] = Field(default_factory=dict)
    everywhere: _Everywhere = Field(default_factory=_Everywhere)
    states: dict[str, State]


def read(text: str, file: str) -> tuple[Workflow, yamlfile.Tree]:
    """Return a compiled workflow and its text's places, or raises InvalidFile with every flaw."""
    tree = yamlfile.read(text, file)
    try:
        parsed = _File.model_validate(tree.value)
    except ValidationError as error:
        details = [_placed(dict(each), tree) for each in error.errors(include_url=False)]
        raise InvalidFile(yamlfile.flaws(details, tree, _known_keys)) from None
    flaws = _Names(parsed, tree).check()
    if flaws:
        raise InvalidFile(flaws)
    return _compiled(parsed), tree


def _placed(error: dict[str, Any], tree: yamlfile.Tree) -> dict[str, Any]:
    """A single branch needs no list in the file: its place has no index then."""
    path: list[str | int] = []
    here: Any = tree.value
    for step in error["loc"]:
        if isinstance(step, int) and not isinstance(here, list):
            continue
        path.append(step)
        try:
            here = here[step]
        except (KeyError, IndexError, TypeError):
            here = None
    return {**error, "loc": tuple(path)}


_SHAPES: tuple[tuple[str, type[Part]], ...] = (
    ("deadlines", DeadlineTerms),
    ("opened_by", _Opening),
    ("everywhere", _Everywhere),
)


def _known_keys(path: tuple[str | int, ...]) -> list[str]:
    """Return the keys that may stand where an unknown one was found."""
    shape: type[Part] = _File
    if "may" in path[:-1]:
        shape = Branch
    elif path and path[0] == "states":
        shape = State
    elif path:
        shape = next((each for name, each in _SHAPES if name == path[0]), _File)
    return [field.alias or name for name, field in shape.model_fields.items()]


class _Names:
    """Checks that every name in the file stands for something, and keeps what does not."""

    def __init__(self, parsed: _File, tree: yamlfile.Tree) -> None:
        self.parsed = parsed
        self.tree = tree
        self.flaws: list[Flaw] = []
        self.definitions = book(tuple(name for name in parsed.law if _is_phase(name)))

    def must(self, name: str, known: Iterable[str], what: str, *path: str | int) -> None:
        if name not in (choices := list(known)):
            near = yamlfile.did_you_mean(name, choices)
            self.flaws.append(self.tree.flaw(path, f"no {what} is called {name!r}", near))

    def check(self) -> list[Flaw]:
        parsed = self.parsed
        for index, name in enumerate(parsed.law):
            self.must(name, phases(), "module of the law", "law", index)
        for clash in self.definitions.clashes:
            self.flaws.append(self.tree.flaw(("law",), f"{clash} is defined twice in this law"))
        self.must(parsed.initial, parsed.states, "state", "initial")
        self._procedure()
        self.must(
            parsed.opened_by.command, self.definitions.actions, "action", "opened_by", "command"
        )
        for index, state in enumerate(parsed.everywhere.excluded):
            self.must(state, parsed.states, "state", "everywhere", "except", index)
        for name, terms in parsed.deadlines.items():
            self._deadline(name, terms)
        for path, command, branch in _branches(parsed, self.tree):
            self._branch(path, command, branch)
        return self.flaws

    def _procedure(self) -> None:
        procedure = self.parsed.procedure
        if procedure is None:
            return
        self.must(procedure, PROCEDURES, "procedure", "procedure")
        if self.parsed.parent is not None:
            message = "a case opened below another is judged by that one's procedure"
            self.flaws.append(self.tree.flaw(("procedure",), message, "leave this line out"))

    def _deadline(self, name: str, terms: DeadlineTerms) -> None:
        self.must(terms.fires, _commands(self.parsed), "command", "deadlines", name, "fires")
        for who, offsets in terms.remind.items():
            path = ("deadlines", name, "remind", who)
            self.must(who, self.definitions.audiences, "audience", *path)
            self.flaws += _bad_periods(offsets, self.tree, path)

    def _branch(self, path: tuple[str | int, ...], command: str, branch: Branch) -> None:
        self.must(command, self.definitions.actions, "action", *path)
        if branch.to is not None:
            self.must(branch.to, self.parsed.states, "state", *path, "to")
        for key in ("starts", "restarts", "meets", "drops"):
            for index, name in enumerate(getattr(branch, key)):
                self.must(name, self.parsed.deadlines, "deadline", *path, key, index)
        for index, name in enumerate(branch.guards):
            self.must(name, self.definitions.guards, "guard", *path, "guards", index)
        for notice, who in branch.notices.items():
            self.must(who, self.definitions.audiences, "audience", *path, "notices", notice)


def _bad_periods(
    offsets: Iterable[str], tree: yamlfile.Tree, path: tuple[str | int, ...]
) -> list[Flaw]:
    flaws = []
    for index, offset in enumerate(offsets):
        try:
            parse_period(offset)
        except ValueError as error:
            flaws.append(tree.flaw((*path, index), str(error)))
    return flaws


@cache
def phases() -> tuple[str, ...]:
    """Return every module of the law a workflow may name."""
    return tuple(sorted(iter_module.name for iter_module in pkgutil.iter_modules([str(_PHASES)])))


def _is_phase(name: str) -> bool:
    return name in phases()


def _commands(parsed: _File) -> list[str]:
    return [*parsed.everywhere.may, *(c for state in parsed.states.values() for c in state.may)]


def _branches(
    parsed: _File, tree: yamlfile.Tree
) -> Iterable[tuple[tuple[str | int, ...], str, Branch]]:
    """Return each branch with its place; a lone branch has no index in the file."""
    homes: list[tuple[tuple[str, ...], May]] = [(("everywhere", "may"), parsed.everywhere.may)]
    homes += [(("states", name, "may"), state.may) for name, state in parsed.states.items()]
    for home, may in homes:
        written: Any = tree.value
        for step in home:
            written = (written or {}).get(step, {})
        for command, branches in may.items():
            listed = isinstance((written or {}).get(command), list)
            for index, branch in enumerate(branches):
                place: tuple[str | int, ...] = (*home, command, *((index,) if listed else ()))
                yield place, command, branch


def _compiled(parsed: _File) -> Workflow:
    moves = [
        Move(
            command=parsed.opened_by.command,
            source="",
            dest=parsed.initial,
            by=parsed.opened_by.by,
            guards=(),
        )
    ]
    for name, state in parsed.states.items():
        shared = {} if name in parsed.everywhere.excluded else parsed.everywhere.may
        # a state's own commands come first, wherever commands are listed: cancelling comes last
        for command, branches in {**state.may, **shared, **state.may}.items():
            moves += [_move(command, name, branch) for branch in branches]
    return Workflow(
        name=parsed.workflow,
        version=parsed.version,
        title=parsed.title,
        law=parsed.law,
        number=parsed.number,
        procedure=parsed.procedure,
        parent=parsed.parent,
        initial=parsed.initial,
        phases={name: state.phase for name, state in parsed.states.items()},
        final=tuple(name for name, state in parsed.states.items() if state.final),
        moves=tuple(moves),
        deadlines=parsed.deadlines,
    )


def _move(command: str, source: str, branch: Branch) -> Move:
    return Move(
        command=command,
        source=source,
        dest=branch.to or source,
        notices=tuple(branch.notices.items()),
        **branch.model_dump(exclude={"to", "notices"}),
    )


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a workflow file, for editors."""
    return _File.model_json_schema(by_alias=True)

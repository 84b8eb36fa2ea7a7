"""The parts of a workflow file as they are written, before it is compiled."""

from collections.abc import Iterator
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator, Field

from solicitation_flow.workflow.compiled import DeadlineTerms, Kind, Part
from solicitation_flow.yamlfile import Trail


def _several(value: Any) -> Any:
    """Return a lone branch as a list of one, and nothing as a list of none."""
    if value is None:
        return []
    if isinstance(value, dict):
        return [value]
    return value


def _names(value: Any) -> Any:
    """Return a single name as a list of one."""
    if isinstance(value, str):
        return [value]
    return value


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


Branches = Annotated[
    tuple[Branch, ...],
    BeforeValidator(_several, json_schema_input_type=Branch | tuple[Branch, ...] | None),
]
May = dict[str, Branches]
"""The commands of a state; one with nothing after it stands in a group the state takes."""

Names = Annotated[
    tuple[str, ...], BeforeValidator(_names, json_schema_input_type=str | tuple[str, ...])
]


class Group(Part):
    """Moves that several states share, written once."""

    may: May


class State(Part):
    """Where a case can rest; a final state is an end."""

    phase: str
    final: bool = False
    groups: tuple[str, ...] = Field(default=(), alias="with")
    may: May = Field(default_factory=dict)


class Everywhere(Part):
    """Moves of every state but those excepted."""

    excluded: tuple[str, ...] = Field(default=(), alias="except")
    may: May = Field(default_factory=dict)


class Opening(Part):
    """The command that opens a case."""

    command: str
    by: tuple[str, ...]


class WorkflowFile(Part):
    """A workflow as it is written."""

    workflow: str
    version: int = Field(ge=1)
    title: str
    kind: Kind | None = Field(
        default=None, description="What the program may count on in cases of this workflow."
    )
    law: tuple[str, ...]
    number: str
    procedure: str | None = None
    parent: Names = ()
    opened_by: Opening
    initial: str
    deadlines: dict[str, DeadlineTerms] = Field(default_factory=dict)
    everywhere: Everywhere = Field(default_factory=Everywhere)
    groups: dict[str, Group] = Field(default_factory=dict)
    states: dict[str, State]


class Written(NamedTuple):
    """The branches of one command, and the place of the file where they are written."""

    place: Trail
    branches: tuple[Branch, ...]


def moves_of(file: WorkflowFile, name: str) -> dict[str, Written]:
    """Return a state's commands in the order of its list, each with where it is written.

    What its groups add and the list does not name comes after the list, and what is allowed
    everywhere comes last.
    """
    state = file.states[name]
    shared: dict[str, Written] = {}
    for group in state.groups:
        for command, branches in file.groups[group].may.items():
            shared[command] = Written(("groups", group, "may", command), branches)
    moves: dict[str, Written] = {}
    for command, branches in state.may.items():
        own = Written(("states", name, "may", command), branches)
        if branches:
            moves[command] = own
        else:
            moves[command] = shared[command]
    for command, written in shared.items():
        moves.setdefault(command, written)
    if name not in file.everywhere.excluded:
        for command, branches in file.everywhere.may.items():
            moves.setdefault(command, Written(("everywhere", "may", command), branches))
    return moves


def all_moves(file: WorkflowFile) -> Iterator[tuple[Trail, str, tuple[Branch, ...]]]:
    """Yield every command once where it is written, with its place and branches."""
    for command, branches in file.everywhere.may.items():
        yield ("everywhere", "may", command), command, branches
    for name, group in file.groups.items():
        for command, branches in group.may.items():
            yield ("groups", name, "may", command), command, branches
    for name, state in file.states.items():
        for command, branches in state.may.items():
            yield ("states", name, "may", command), command, branches

"""The compiled workflow: what a case is pinned to and runs from."""

import importlib
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import Any, Literal

from pydantic import ConfigDict, Field, model_validator

from solicitation_flow import rulebook
from solicitation_flow.values import Value

Kind = Literal["competed", "published", "membership", "people", "register"]
"""What the program may count on in cases of a workflow.

`competed`: offers are invited, and compared before anybody is chosen.
`published`: once published, members find the case in the catalogue, with its packet of papers.
`membership`: one member's use of the published case above it.
`people`: an entry of a register of those who work here, with the roles they hold.
`register`: an entry of another register: a party that acts for itself, in the role the workflow's
name says. The key of an entry is how somebody is named in other cases.
"""


class Part(Value):
    """A frozen piece of a workflow; a word it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class DeadlineTerms(Part):
    """What passes, which command the clock then gives, and whom to remind how long before."""

    fires: str
    boundary: Literal["before", "at", "stated"] = "before"
    runs_from: Literal["event", "notice", "file_open"] = "event"
    rule: str | None = None
    subject: str | None = None
    notice: str | None = None
    remind: dict[str, tuple[str, ...]] = Field(default_factory=dict)


class Move(Part):
    """One compiled arrow: who may take it, where it leads, what stands in the way."""

    command: str
    source: str
    dest: str
    by: tuple[str, ...]
    guards: tuple[str, ...]
    starts: tuple[str, ...] = ()
    restarts: tuple[str, ...] = ()
    meets: tuple[str, ...] = ()
    drops: tuple[str, ...] = ()
    notices: tuple[tuple[str, str], ...] = ()
    confirm: bool = False
    optional: bool = False

    @property
    def timed(self) -> bool:
        """Whether only the clock takes it."""
        return self.by == ("clock",)


class Workflow(Part):
    """A compiled workflow: what a case is pinned to and runs from."""

    name: str
    version: int
    title: str
    kind: Kind | None = None
    law: tuple[str, ...]
    number: str
    procedure: str | None
    """The procedure whose figures its cases are judged by; a case below another has that one's."""
    parent: tuple[str, ...]
    """The workflows whose cases a case of this one may be opened below."""
    initial: str
    phases: dict[str, str]
    final: tuple[str, ...]
    moves: tuple[Move, ...]
    deadlines: dict[str, DeadlineTerms]

    @model_validator(mode="before")
    @classmethod
    def _from_an_older_body(cls, data: Any) -> Any:
        """Read a body pinned before workflows named their procedure, kind and several parents."""
        if not isinstance(data, Mapping):
            return data
        body = dict(data)
        if "method" in body:
            body["procedure"] = body.pop("method") or "rfp"
        parent = body.get("parent", ())
        if not parent:
            body["parent"] = ()
        elif isinstance(parent, str):
            body["parent"] = (parent,)
        if "kind" not in body:
            body["kind"] = _kind_of_law(body.get("name", ""), body.get("law", ()))
        return body

    @property
    def opening(self) -> Move:
        """The move that opens a case: the only one out of nothing."""
        return self.moves[0]

    @cached_property
    def book(self) -> rulebook.Book:
        """The law this workflow draws on; loads only those phases."""
        return book(self.law)

    @cached_property
    def names(self) -> Mapping[str, frozenset[str]]:
        """What forms may name of this workflow: the rules its moves are held to."""
        rules: set[str] = set()
        for move in self.moves:
            rules.update(self.book.guards[name].rule for name in move.guards)
        return {"rule": frozenset(rules)}

    @cached_property
    def _table(self) -> Mapping[str, Mapping[str, tuple[Move, ...]]]:
        table: dict[str, dict[str, tuple[Move, ...]]] = {"": {}}
        for state in self.phases:
            table[state] = {}
        for move in self.moves:
            row = table[move.source]
            row[move.command] = (*row.get(move.command, ()), move)
        return table

    def offered(self, state: str) -> Mapping[str, tuple[Move, ...]]:
        """Return the commands a state offers, each with its moves in order."""
        return self._table[state]

    def first_role(self, state: str, command: str) -> str:
        """Return the first role that may give a command in a state, or else elsewhere.

        Empty where this workflow never offers the command.
        """
        here = self.offered(state).get(command)
        for move in here or self.moves:
            if move.command == command:
                return move.by[0]
        return ""

    @cached_property
    def _allowed(self) -> dict[tuple[str, str, frozenset[str]], tuple[Move, ...]]:
        return {}

    def allowed(self, state: str, command: str, roles: frozenset[str]) -> tuple[Move, ...]:
        """Return those moves of a command that somebody with these roles may take."""
        key = (state, command, roles)
        allowed = self._allowed.get(key)
        if allowed is None:
            moves = self.offered(state).get(command, ())
            allowed = tuple(move for move in moves if not roles.isdisjoint(move.by))
            self._allowed[key] = allowed
        return allowed

    def body(self) -> str:
        """Return the compiled workflow as JSON: what is pinned and digested."""
        return self.model_dump_json()

    @classmethod
    def from_body(cls, body: str) -> "Workflow":
        """Return the workflow a pinned body holds."""
        return cls.model_validate_json(body)


def _kind_of_law(name: str, law: Iterable[str]) -> str | None:
    """Return the kind of a workflow that was pinned before workflows stated it."""
    kinds = {
        "award": "competed",
        "agreements": "published",
        "participation": "membership",
        "registers": "people" if name == "person" else "register",
    }
    for phase in law:
        if phase in kinds:
            return kinds[phase]
    return None


@cache
def book(law: tuple[str, ...]) -> rulebook.Book:
    """Load the named phases and return their part of the rulebook."""
    for phase in law:
        importlib.import_module(f"solicitation_flow.phases.{phase}")
    return rulebook.book(law)

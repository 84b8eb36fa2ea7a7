"""What somebody asks of the engine, and what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from solicitation_flow.decide import Decided
from solicitation_flow.frozen import swift
from solicitation_flow.records.ledger import Plan


@swift
@dataclass(frozen=True, slots=True)
class Request:
    """What somebody wants done: a command to a case, in words not yet checked.

    `case` is empty for an opening; then `workflow` names what is opened, and `parent` the case
    it belongs to, where there is one.
    """

    command: str
    words: Mapping[str, Any] = field(default_factory=dict)
    case: str = ""
    workflow: str = ""
    expect: str = ""
    parent: str = ""


@swift
@dataclass(frozen=True, slots=True)
class Accepted:
    """A command that was planned, and, unless it was a dry run, stored."""

    number: str
    plan: Plan
    decided: Decided

"""A command as somebody gives it, and the result when it is accepted."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from solicitation_flow.decide import Decided
from solicitation_flow.records.ledger import EMPTY, Plan


class Request(NamedTuple):
    """A command to a case, with fields not yet checked.

    `case` is empty for an opening; then `workflow` names what is opened, and `parent` the case
    it belongs to, where there is one.
    """

    command: str
    words: Mapping[str, Any] = EMPTY
    case: str = ""
    workflow: str = ""
    expect: str = ""
    parent: str = ""


class Accepted(NamedTuple):
    """A command that was planned and, unless it was a dry run, stored."""

    number: str
    plan: Plan
    decided: Decided

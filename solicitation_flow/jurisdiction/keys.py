"""Which keys a file of rules may have at a place, for the hint at one that is misspelt."""

from collections.abc import Callable, Collection
from typing import Final

from pydantic import BaseModel

from solicitation_flow.jurisdiction.conditions import Condition
from solicitation_flow.jurisdiction.fields import PROCEDURES
from solicitation_flow.jurisdiction.figures import (
    FIGURES,
    Bond,
    Channel,
    Extension,
    Limit,
    Source,
    Start,
    Statement,
    Step,
    Variant,
)
from solicitation_flow.jurisdiction.inheritance import REPLACES
from solicitation_flow.yamlfile import Trail

PARTS: Final[dict[str, type[BaseModel]]] = {
    "applies": Condition,
    "bond": Bond,
    "channels": Channel,
    "extension": Extension,
    "items": Statement,
    "limits": Limit,
    "or_from": Start,
    "sources": Source,
    "steps": Step,
    "variants": Variant,
    "when": Condition,
}
"""The parts of a rule that have keys of their own."""
RULE: Final = 2


def allowed(
    file: type[BaseModel],
    holidays: type[BaseModel] | None = None,
    recurring: type[BaseModel] | None = None,
) -> Callable[[Trail], Collection[str]]:
    """Return the function that names the keys allowed at a place of a file."""

    def at(trail: Trail) -> Collection[str]:
        words = [step for step in trail if isinstance(step, str)]
        if not words:
            return tuple(file.model_fields)
        if words[0] == "holidays" and holidays is not None and recurring is not None:
            if len(words) == 1:
                return tuple(holidays.model_fields)
            return tuple(recurring.model_fields)
        part = PARTS.get(words[-1])
        if part is not None:
            return tuple(part.model_fields)
        if len(words) == RULE:
            return (*FIGURES, *PROCEDURES, "as", "variants", REPLACES)
        return tuple(FIGURES)

    return at

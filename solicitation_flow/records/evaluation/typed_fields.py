"""What evaluators and officers type: scores, reasons, minimums, changes, and prices as stated."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
)

from solicitation_flow.forms.fields import exact, money
from solicitation_flow.values import Value

# limits stand before what reads the words: so they are upheld by the number's own check
Score = Annotated[
    Decimal,
    Field(max_digits=9, decimal_places=4),
    BeforeValidator(exact),
    PlainSerializer(str, return_type=str),
]
"""Points given; the range belongs to the criterion, and a guard upholds it."""

Amount = Annotated[
    Decimal,
    Field(gt=0, max_digits=15, decimal_places=4),
    BeforeValidator(money),
    PlainSerializer(str, return_type=str),
]
"""A price: exact, above zero."""

MATTERS = ("price", "quantity", "quality", "delivery", "terms")
"""What a minor informality leaves alone."""

Checked = Literal["pass", "fail"]
Asks = Literal["explain", "confirm", "locate", "new_price", "new_document", "cure", "lateness"]
"""What a question to an offeror is after; only the first three change nothing in its offer."""

MistakeKind = Literal["typo", "extension", "arithmetic", "judgment"]

_CHANGE = re.compile(r"([^/:\s]+)/([^/:\s]+)/([^/:\s]+)\s*:\s*([^:\s]+)\s*:\s*(.+)", re.DOTALL)
# each blank can be read in one way only: a line of a million of them must not take a day
_TOTAL = re.compile(
    r"(?:total[ \t]*:)?[ \t]*(?:\$[ \t]*)?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]+)?"
)
_MOST_WHOLE, _MOST_DECIMALS = 11, 4


def _pairs(value: Any, between: str, example: str) -> Any:
    """Return pairs from a line such as `quality:32,experience:15`."""
    if not isinstance(value, str):
        return value
    pairs: dict[str, str] = {}
    for part in re.split(between, value):
        if not part.strip():
            continue
        name, colon, text = part.partition(":")
        key, words = name.strip(), text.strip()
        if not colon or not words:
            raise ValueError(f"{part.strip()!r} is not NAME:..., as in {example}")
        if key.lower() in pairs:
            raise ValueError(f"names {key} twice")
        pairs[key.lower()] = words
    return pairs


def _scores(value: Any) -> Any:
    return _pairs(value, "[,;\n]", "quality:32,experience:15")


def _reasons(value: Any) -> Any:
    return _pairs(value, "[;\n]", "quality:sturdy, well made; experience:ten like contracts")


def _discussed(value: Any) -> Any:
    return _pairs(value, "[;\n]", "acme/quality:one of us had overlooked page 9")


def _minimums(value: Any) -> Any:
    return _pairs(value, "[,;\n]", "signed_offer:pass, insurance:fail")


def _matters(value: Any) -> Any:
    """Return what a defect touches, from a line such as `price, delivery`, or `none`."""
    words = value.split(",") if isinstance(value, str) else value
    if not isinstance(words, (list, tuple)) or not all(isinstance(word, str) for word in words):
        return value
    named = {word.strip().lower() for word in words} - {"", "none"}
    if unknown := sorted(named - set(MATTERS)):
        raise ValueError(f"{', '.join(unknown)}: say none, or any of {', '.join(MATTERS)}")
    return tuple(matter for matter in MATTERS if matter in named)


def _changes(value: Any) -> Any:
    """Return changes from a line such as `ben/acme/quality:30:page 9 was overlooked`."""
    if not isinstance(value, str):
        return value
    made = []
    for line in re.split("[;\n]", value):
        part = line.strip()
        if not part:
            continue
        match = _CHANGE.fullmatch(part)
        if not match:
            raise ValueError(f"{part!r} is not EVALUATOR/OFFEROR/CRITERION:POINTS:REASON")
        names = ("evaluator", "offeror", "criterion", "points", "reason")
        made.append(dict(zip(names, match.groups(), strict=True)))
    return made


def _once(value: tuple["Change", ...]) -> tuple["Change", ...]:
    keys = [(change.evaluator, change.offeror, change.criterion) for change in value]
    if len(set(keys)) < len(keys):
        raise ValueError("changes a score twice")
    return value


def _given(value: Mapping[str, Any]) -> Mapping[str, Any]:
    if not value:
        raise ValueError("is empty: give one for each criterion")
    return value


Scores = Annotated[
    dict[str, Score],
    BeforeValidator(_scores, json_schema_input_type=str | dict[str, Score]),
    AfterValidator(_given),
]
"""Points by criterion; typed as `quality:32,experience:15`."""

Reasons = Annotated[
    dict[str, Annotated[str, Field(min_length=1, max_length=20_000)]],
    BeforeValidator(_reasons, json_schema_input_type=str | dict[str, str]),
    AfterValidator(_given),
]
"""A reason by criterion; typed with semicolons between, since reasons hold commas."""

Discussed = Annotated[
    dict[str, Annotated[str, Field(min_length=1, max_length=20_000)]],
    BeforeValidator(_discussed, json_schema_input_type=str | dict[str, str]),
]
"""What was said of a score, by `OFFEROR/CRITERION`; none is fine where none lies wide apart."""

Minimums = Annotated[
    dict[str, Checked],
    BeforeValidator(_minimums, json_schema_input_type=str | dict[str, Checked]),
    AfterValidator(_given),
]
"""Mandatory minimums with pass or fail; typed as `signed_offer:pass, insurance:pass`."""

Affects = Annotated[tuple[str, ...], BeforeValidator(_matters)]
"""What a defect touches; `none` if nothing that matters."""


class Change(Value):
    """A score changed at the consensus meeting: whose, for which offer, to what, and why."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True
    )
    evaluator: str
    offeror: str
    criterion: str
    points: Score
    reason: str = Field(min_length=1, max_length=20_000)


Changes = Annotated[
    tuple[Change, ...],
    BeforeValidator(_changes, json_schema_input_type=str | tuple[Change, ...]),
    AfterValidator(_once),
]
"""Changed scores, each once; typed with semicolons between."""


def stated_price(text: str | None) -> Decimal | None:
    """Return the one price a price envelope states, or None where a person must read it.

    A bare number, or a line `total: 412000.00`. Two totals, words around a bare number, zero:
    whatever leaves room for doubt is left to a person, for a guess would decide an award.
    """
    lines = [line.strip() for line in (text or "").removeprefix("\ufeff").splitlines()]
    lines = [line for line in lines if line]
    labelled = [line for line in lines if line.lower().startswith("total")]
    asked = labelled or lines
    if len(asked) != 1:
        return None
    match = _TOTAL.fullmatch(asked[0].lower())
    if not match:
        return None
    whole, decimals = match[1].replace(",", "").lstrip("0"), match[2] or ""
    if len(whole) > _MOST_WHOLE or len(decimals) > _MOST_DECIMALS + 1:
        return None
    amount = Decimal((whole or "0") + decimals)
    return amount if amount > 0 else None

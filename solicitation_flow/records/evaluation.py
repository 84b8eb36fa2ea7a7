"""How offers were judged: sheets, prices, and the ranking they make."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer

from solicitation_flow.forms import Number
from solicitation_flow.records import Exact, Instant, Record

Score = Annotated[
    Number, Field(max_digits=9, decimal_places=4), PlainSerializer(str, return_type=str)
]
"""Points given; the range belongs to the criterion, and a guard upholds it."""

Amount = Annotated[
    Number, Field(gt=0, max_digits=15, decimal_places=4), PlainSerializer(str, return_type=str)
]
"""A price: exact, above zero."""

_TOTAL = re.compile(r"(?:total[ \t]*:)?[ \t]*\$?[ \t]*([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]+)?")
_MOST_WHOLE, _MOST_DECIMALS = 11, 4


def _pairs(value: Any, between: str, example: str) -> Any:
    """Answers pairs from a line such as `quality:32,experience:15`."""
    if not isinstance(value, str):
        return value
    found: dict[str, str] = {}
    for part in re.split(between, value):
        if not part.strip():
            continue
        key, colon, said = (word.strip() for word in part.partition(":"))
        if not colon or not said:
            raise ValueError(f"{part.strip()!r} is not CRITERION:..., as in {example}")
        if key.lower() in found:
            raise ValueError(f"names {key} twice")
        found[key.lower()] = said
    return found


def _scores(value: Any) -> Any:
    return _pairs(value, "[,;\n]", "quality:32,experience:15")


def _reasons(value: Any) -> Any:
    return _pairs(value, "[;\n]", "quality:sturdy, well made; experience:ten like contracts")


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


def stated_price(text: str | None) -> Decimal | None:
    """Answers the one price a price envelope states, or None where a person must read it.

    A bare number, or a line `total: 412000.00`. Two totals, words around a bare number, zero:
    whatever leaves room for doubt is left to a person, for a guess would decide an award.
    """
    lines = [line.strip() for line in (text or "").removeprefix("\ufeff").splitlines()]
    lines = [line for line in lines if line]
    labelled = [line for line in lines if line.lower().startswith("total")]
    asked = labelled or lines
    if len(asked) != 1:
        return None
    found = _TOTAL.fullmatch(asked[0].lower())
    if not found:
        return None
    whole, decimals = found[1].replace(",", "").lstrip("0"), found[2] or ""
    if len(whole) > _MOST_WHOLE or len(decimals) > _MOST_DECIMALS + 1:
        return None
    amount = Decimal((whole or "0") + decimals)
    return amount if amount > 0 else None


class ScoreSheet(Record):
    """One evaluator's scores for one offer, each with its reason; `version` counts revisions."""

    keyed_by: ClassVar = ("evaluator", "offeror")
    evaluator: str
    offeror: str
    scores: dict[str, Exact]
    reasons: dict[str, str]
    version: int
    scored_at: Instant


class PriceOpening(Record):
    """When the price envelopes were opened, and by whom."""

    opened_at: Instant
    opened_by: str


class PriceOffer(Record):
    """What an offeror asks; `amount` is None where nothing could read it, until it is entered."""

    keyed_by: ClassVar = ("offeror",)
    offeror: str
    amount: Exact | None
    readable: bool
    name: str
    sha256: str
    entered_by: str = ""
    reason: str = ""


class Tabulation(Record):
    """When offers were ranked, and the digest of every sheet and price that was counted."""

    ranked_at: Instant
    ranked_by: str
    lowest: Exact
    decimals: int
    basis: str


class Ranking(Record):
    """Where an offer stands: points rounded once for print, the exact total as a fraction."""

    keyed_by: ClassVar = ("offeror",)
    offeror: str
    rank: int
    tied: bool
    technical: Exact
    price_points: Exact
    total: Exact
    exact: str

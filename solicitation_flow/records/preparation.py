"""What is settled before anything is published: need, authority, evaluation plan, committee."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer

from solicitation_flow.forms import Number
from solicitation_flow.records import Instant, Record

TOTALS = (100, 1000)
PRICE = "price"

Points = Annotated[
    Number, Field(gt=0, max_digits=9, decimal_places=4), PlainSerializer(str, return_type=str)
]
"""The most a criterion can earn: exact, above zero."""

_KEY = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")


def _key(value: str) -> str:
    if not _KEY.fullmatch(value):
        raise ValueError("a criterion's key is small letters, digits, hyphens, such as quality")
    return value


class Criterion(BaseModel):
    """One thing offers are scored on, and the most points it can earn."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)
    key: Annotated[str, AfterValidator(_key)]
    points: Points
    title: str = Field(default="", max_length=200)
    price: bool = False


def _criteria(value: Any) -> Any:
    """Answers typed criteria from a line such as `quality:40,experience:20,price:40`."""
    if isinstance(value, str):
        value = [_spelt(part) for part in value.split(",") if part.strip()]
    if isinstance(value, (list, tuple)):
        return tuple(_titled(each) if isinstance(each, Mapping) else each for each in value)
    return value


def _spelt(part: str) -> dict[str, Any]:
    key, colon, points = (word.strip() for word in part.partition(":"))
    if not colon or not key or not points:
        raise ValueError(f"{part.strip()!r} is not KEY:POINTS, as in quality:40,price:60")
    return {"key": key.lower(), "points": points, "price": key.lower() == PRICE}


def _titled(each: Mapping[str, Any]) -> dict[str, Any]:
    title = each.get("title") or re.sub("[_-]", " ", str(each.get("key", "-"))).capitalize()
    return {**each, "title": title}


def _unlike(value: tuple[Criterion, ...]) -> tuple[Criterion, ...]:
    keys = [each.key for each in value]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        raise ValueError(f"names {', '.join(twice)} twice")
    if not value:
        raise ValueError("is empty: give KEY:POINTS, as in quality:40,price:60")
    return value


def _declared(value: int) -> int:
    if value not in TOTALS:
        raise ValueError(f"must be {' or '.join(str(each) for each in TOTALS)}")
    return value


Criteria = Annotated[
    tuple[Criterion, ...],
    BeforeValidator(_criteria, json_schema_input_type=str | tuple[Criterion, ...]),
    AfterValidator(_unlike),
]
"""The criteria in their order, each key once."""

Total = Annotated[int, AfterValidator(_declared)]
"""What all criteria together come to, as the solicitation prints it."""

Decimals = Annotated[int, Field(ge=0, le=6)]
"""How many decimals points are rounded to, once, at the end."""


class Solicitation(Record):
    """What is bought, by whom, and for whom else."""

    title: str
    agency: str
    method: str
    scope: str = ""
    cooperative_wording: str = ""
    contact: str = ""


class Authority(Record):
    """The paper by which this agency may lead for others: a resolution or a lead certificate."""

    reference: str
    dated: date
    authorized_by: str
    authorized_at: Instant


class EvaluationPlan(Record):
    """How offers will be scored, fixed when the solicitation is published."""

    criteria: tuple[Criterion, ...]
    total: int
    price_formula: str
    tie_rule: str
    multi_award: bool
    decimals: int

    @property
    def judged(self) -> tuple[Criterion, ...]:
        """Answers the criteria evaluators score: all but price."""
        return tuple(each for each in self.criteria if not each.price)

    @property
    def price_points(self) -> Decimal:
        """Answers the most points that price can earn."""
        return sum((each.points for each in self.criteria if each.price), Decimal(0))

    @property
    def comes_to(self) -> Decimal:
        """Answers what the criteria come to, whatever total is declared."""
        return sum((each.points for each in self.criteria), Decimal(0))


class Committee(Record):
    """Who scores: the voters, and who of them or beside them presides."""

    voters: tuple[str, ...]
    chair: str = ""


class Edition(Record):
    """The edition of the jurisdiction's rules this case was moved to before it was published."""

    keyed_by: ClassVar = ("sha256",)
    jurisdiction: str
    edition: str
    sha256: str
    adopted_at: Instant

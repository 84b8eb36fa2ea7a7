"""Records of the preparation: need, authority, terms, evaluation plan, committee, approval."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, PlainSerializer

from solicitation_flow.forms import Dollars, Number, Words
from solicitation_flow.records import (
    Exact,
    Folder,
    Instant,
    Record,
    added,
    canonical,
    digest,
)
from solicitation_flow.values import Value

TOTALS = (100, 1000)
PRICE = "price"
CONTENT = ("solicitation", "method_choice", "terms", "evaluation_plan")
FEDERAL_CLAUSES = (
    *("remedies", "termination", "equal_opportunity", "davis_bacon", "work_hours", "inventions"),
    *("clean_air_and_water", "debarment", "lobbying", "recovered_materials", "telecommunications"),
    "domestic_preference",
)
"""The clauses of appendix II to 2 CFR 200 by short names; which apply depends on the purchase."""

Finding = Literal["not_practicable", "not_advantageous"]
"""The finding on sealed bidding."""

ContractType = Literal[
    "fixed_price",
    "fixed_price_with_adjustment",
    "indefinite_quantity",
    "time_and_materials",
    "cost_reimbursement",
    "cost_plus_percentage",
]
"""How the contractor is paid; the last is prohibited, and listed so that it can be refused."""

Means = Literal["electronic", "paper", "electronic_or_paper"]
"""The means by which a proposal may be sent."""

Stage = Literal["before_opening", "after_opening"]
"""When a committee member signed: before the offerors were known, or once they were."""

Points = Annotated[
    Number, Field(gt=0, max_digits=9, decimal_places=4), PlainSerializer(str, return_type=str)
]
"""The most a criterion can earn: exact, above zero."""

_KEY = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")
_PART = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)


def _key(value: str) -> str:
    if not _KEY.fullmatch(value):
        raise ValueError("a criterion's key is small letters, digits, hyphens, such as quality")
    return value


class Criterion(Value):
    """One thing offers are scored on, the most points it can earn, and the least it must.

    An offer to which the committee gives less than the least is not considered further.
    """

    model_config = _PART
    key: Annotated[str, AfterValidator(_key)]
    points: Points
    title: str = Field(default="", max_length=200)
    price: bool = False
    least: Points | None = added(None)


def _criteria(value: Any) -> Any:
    """Return typed criteria from a line such as `quality:40,experience:20,price:40`."""
    if isinstance(value, str):
        value = [_spelt(part) for part in value.split(",") if part.strip()]
    if isinstance(value, (list, tuple)):
        return tuple(_titled(part) if isinstance(part, Mapping) else part for part in value)
    return value


def _spelt(part: str) -> dict[str, Any]:
    key, colon, points = (word.strip() for word in part.partition(":"))
    if not colon or not key or not points:
        raise ValueError(f"{part.strip()!r} is not KEY:POINTS, as in quality:40,price:60")
    points, _, least = (word.strip() for word in points.partition(":"))
    criterion: dict[str, Any] = {"key": key.lower(), "points": points}
    criterion["price"] = key.lower() == PRICE
    if least:
        criterion["least"] = least
    return criterion


def _titled(criterion: Mapping[str, Any]) -> dict[str, Any]:
    title = (
        criterion.get("title") or re.sub("[_-]", " ", str(criterion.get("key", "-"))).capitalize()
    )
    return {**criterion, "title": title}


def _unlike(value: tuple[Criterion, ...]) -> tuple[Criterion, ...]:
    for criterion in value:
        if criterion.least is None:
            continue
        if criterion.price:
            raise ValueError("the points of price follow from a formula: it can have no least")
        if criterion.least > criterion.points:
            raise ValueError(
                f"{criterion.key} asks for at least {criterion.least} of {criterion.points} points"
            )
    keys = [criterion.key for criterion in value]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        raise ValueError(f"names {', '.join(twice)} twice")
    if not value:
        raise ValueError("is empty: give KEY:POINTS, as in quality:40,price:60")
    return value


def _declared(value: int) -> int:
    if value not in TOTALS:
        raise ValueError(f"must be {' or '.join(str(total) for total in TOTALS)}")
    return value


Criteria = Annotated[
    tuple[Criterion, ...],
    BeforeValidator(_criteria, json_schema_input_type=str | tuple[Criterion, ...]),
    AfterValidator(_unlike),
]
"""The criteria in their order, each key once."""

Total = Annotated[int, AfterValidator(_declared)]
"""The total of all criteria, as the solicitation prints it."""

Decimals = Annotated[int, Field(ge=0, le=6)]
"""The number of decimals to which points are rounded, once, at the end."""


def _clauses(value: tuple[str, ...]) -> tuple[str, ...]:
    unknown = ", ".join(clause for clause in value if clause not in FEDERAL_CLAUSES)
    if unknown:
        raise ValueError(f"{unknown}: not one of {', '.join(FEDERAL_CLAUSES)}")
    return tuple(federal_clause for federal_clause in FEDERAL_CLAUSES if federal_clause in value)


Clauses = Annotated[Words, AfterValidator(_clauses)]
"""Federal clauses by their short names, each once, in the appendix's order."""

Months = Annotated[int, Field(ge=1, le=600)]
"""How long a term lasts, in months."""


def _each(value: Any) -> Any:
    """Return lengths from a line such as `12` or `12,12,24`."""
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    if isinstance(value, int):
        return (value,)
    return value


EachMonths = Annotated[
    tuple[Months, ...], BeforeValidator(_each, json_schema_input_type=str | tuple[Months, ...])
]
"""The length of each renewal in months; one number stands for all of them."""

Renewals = Annotated[int, Field(ge=0, le=20)]
"""How many times an agreement may be renewed."""

Validity = Annotated[int, Field(ge=1, le=3650)]
"""The number of days for which a proposal must stay open."""

Money = Annotated[Dollars, Field(gt=0, max_digits=18, decimal_places=2)]
"""An amount in dollars, above zero, in whole cents."""


class Solicitation(Record):
    """The purchase: its title, lead agency, scope, contact, and the agency's own need."""

    title: str
    agency: str
    method: str
    scope: str = ""
    cooperative_wording: str = ""
    contact: str = ""
    own_need: str = ""
    subject: str = added("")


class MethodChoice(Record):
    """Why proposals are requested instead of sealed bids."""

    method: str
    finding: Finding
    reasons: str
    justified_by: str
    justified_at: Instant


class Terms(Record):
    """The terms of the solicitation besides scope, criteria and dates; "" is not stated."""

    contract_type: ContractType | None = None
    validity_days: int | None = None
    receipt_place: str = ""
    opening_place: str = ""
    deciding_clock: str = ""
    means: Means | None = None
    acknowledgment: str = ""
    confidentiality: str = ""
    responsibility: str = ""
    samples: str = ""
    may_be_cancelled: bool = False
    cooperative_fee: str = ""
    board_approves: bool = False
    federal_funds: bool = False
    federal_clauses: tuple[str, ...] = ()
    expected_value: Exact | None = None
    set_by: str
    set_at: Instant
    term_months: int = added(0)
    renewals: int = added(0)
    renewal_months: tuple[int, ...] = added(())
    insurance: str = added("")
    bonds: str = added("")
    national_exhibits: str = added("")
    funding_source: str = added("")

    def months_of_renewal(self, number: int) -> int | None:
        """Return how long one renewal lasts, in months; None where it is not stated."""
        lengths = self.renewal_months
        if not 1 <= number <= self.renewals or not lengths:
            return None
        if len(lengths) == 1:
            return lengths[0]
        if number > len(lengths):
            return None
        return lengths[number - 1]

    @property
    def longest_months(self) -> int | None:
        """The months of the term with all its renewals; None where they are not all stated."""
        if not self.term_months:
            return None
        months = self.term_months
        for number in range(1, self.renewals + 1):
            length = self.months_of_renewal(number)
            if length is None:
                return None
            months += length
        return months


class Estimate(Record):
    """An independent cost estimate."""

    amount: Exact
    dated: date
    basis: str
    made_by: str
    recorded_by: str
    recorded_at: Instant


class Authority(Record):
    """The resolution or lead certificate under which this agency may lead for others."""

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
    multi_award_basis: str = ""
    discloses: Literal["points", "order"] = "points"
    importance: str = ""

    @property
    def judged(self) -> tuple[Criterion, ...]:
        """The criteria evaluators score: all but price."""
        return tuple(criterion for criterion in self.criteria if not criterion.price)

    @property
    def price_points(self) -> Decimal:
        """The most points that price can earn."""
        return sum((criterion.points for criterion in self.criteria if criterion.price), Decimal(0))

    @property
    def comes_to(self) -> Decimal:
        """The sum of the points of all criteria, whatever total is stated."""
        return sum((criterion.points for criterion in self.criteria), Decimal(0))


class Committee(Record):
    """The evaluation committee: voters, chair, advisors, and staff of the cooperative."""

    voters: tuple[str, ...]
    chair: str = ""
    advisors: tuple[str, ...] = ()
    cooperative_staff: tuple[str, ...] = ()


class SignedForms(Record):
    """A member's declaration of interests and promise of confidence; "" is no conflict."""

    keyed_by: ClassVar = ("person", "stage")
    person: str
    stage: Stage
    conflict: str
    confidentiality: bool
    offerors: tuple[str, ...] = ()
    signed_at: Instant


class Briefing(Record):
    """A meeting at which committee members were briefed on scoring and their duties."""

    keyed_by: ClassVar = ("number",)
    number: int
    held_on: date
    attended: tuple[str, ...]
    topics: str
    recorded_by: str
    recorded_at: Instant


class Recusal(Record):
    """The recusal of a committee member, whose score sheets then count for no proposal."""

    keyed_by: ClassVar = ("evaluator",)
    evaluator: str
    conflict: str
    recused_by: str
    recused_at: Instant


class Approval(Record):
    """The approval to publish, with the digest of each part as it was approved."""

    approved_by: str
    approved_at: Instant
    note: str
    parts: dict[str, str]


class Edition(Record):
    """The edition of the jurisdiction's rules this case was moved to before it was published."""

    keyed_by: ClassVar = ("sha256",)
    jurisdiction: str
    edition: str
    sha256: str
    adopted_at: Instant


def content(folder: Folder) -> dict[str, str]:
    """Return the digest of each part of the solicitation that offerors read."""
    return {part: part_digest(*folder.of(part)) for part in CONTENT}


def part_digest(part: Record | None = None) -> str:
    """Return the digest of one part, whoever set it when; "" where there is none."""
    aside = {"set_by", "set_at", "justified_by", "justified_at"}
    return digest(canonical(part.model_dump(mode="json", exclude=aside))) if part else ""

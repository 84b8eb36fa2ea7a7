"""How a solicitation ends: findings about firms and prices, intent, award, or none and why."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field

from solicitation_flow.forms import Attachment
from solicitation_flow.records import Exact, Instant, Record, added
from solicitation_flow.records.offers import NO_LOT, Lot, LotRecord
from solicitation_flow.values import Value

LAST_YEAR = 2200
FACTORS: Final[Mapping[str, str]] = {
    "resources": "the money to perform, or the means to get it",
    "schedule": "able to deliver when it must, with all else it has to do",
    "performance": "a satisfactory record of performance",
    "integrity": "a satisfactory record of integrity and business ethics",
    "skills": "the organization, experience, controls and skills",
    "facilities": "the equipment and facilities",
    "eligibility": "otherwise qualified and eligible under the law",
}
"""What makes a firm responsible: seven things, by short names."""

FactorName = Literal[
    "resources", "schedule", "performance", "integrity", "skills", "facilities", "eligibility"
]
Found = Literal["clear", "excluded"]
Stage = Literal["screening", "award", "execution", "renewal", "assignment"]
Method = Literal["price", "cost"]
Fairness = Literal["fair", "not_fair"]
Outcome = Literal["approved", "tabled", "rejected"]
LaterOutcome = Literal["awarded", "ended"]
"""How a later solicitation of the same need ended: by an award, or without one."""

_FACTOR = re.compile(r"(yes|no)\b[\s,.:-]*(.*)", re.IGNORECASE | re.DOTALL)
_FACTORS_LOOK = "resources: yes, audited accounts of 2025; schedule: no, late twice in May"


def _foreseeable(value: date) -> date:
    if value.year > LAST_YEAR:
        raise ValueError(f"is after the year {LAST_YEAR}")
    return value


Day = Annotated[date, AfterValidator(_foreseeable)]
"""A day that calendars reach."""

Fewest = Annotated[int, Field(ge=1, le=500)]
"""How many awards it takes at the least."""


class Factor(Value):
    """Whether one thing that makes a firm responsible is there, and how that is known."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True
    )
    met: bool
    note: str = Field(min_length=1, max_length=2_000)


def _factors(value: Any) -> Any:
    """Return factors from a line such as `resources: yes, audited accounts; schedule: ...`."""
    if isinstance(value, str):
        parts = [part for part in re.split("[;\n]", value) if part.strip()]
        value = dict(_split(part) for part in parts)
        if len(value) < len(parts):
            raise ValueError("names a factor twice")
    if isinstance(value, Mapping):
        return {_named(key): _read(key, words) for key, words in value.items()}
    return value


def _split(part: str) -> tuple[str, str]:
    key, _, words = part.partition(":")
    return key.strip().lower(), words.strip()


def _named(key: Any) -> Any:
    if key not in FACTORS:
        raise ValueError(f"{key!r} is not one of {', '.join(FACTORS)}")
    return key


def _read(key: str, words: Any) -> Any:
    if not isinstance(words, str):
        return words
    match = _FACTOR.fullmatch(words.strip())
    if not match or not match[2].strip():
        raise ValueError(f"{key} needs yes or no and a note, as in {_FACTORS_LOOK}")
    return {"met": match[1].lower() == "yes", "note": match[2]}


Factors = Annotated[
    dict[FactorName, Factor],
    BeforeValidator(_factors, json_schema_input_type=str | dict[FactorName, Factor | str]),
]
"""What was found factor by factor; typed with semicolons between, since notes hold commas."""


class Intent(LotRecord, Record):
    """To whom an award is intended and why; the newest one counts, unless it was withdrawn.

    With several winners `need` says why one cannot do, and `fewest` how many must be.
    """

    keyed_by: ClassVar = ()
    number: int
    winners: tuple[str, ...]
    basis: str
    posted_by: str
    posted_at: Instant
    standstill_until: Instant | None
    withdrawn_at: Instant | None = None
    withdrawn_because: str = ""
    need: str = ""
    fewest: int | None = None
    criteria: tuple[str, ...] = added(())
    passed_over: dict[str, str] = added({})
    tie_break: str = added("")
    drawn_by: str = added("")
    draw_witness: str = added("")


class Award(LotRecord, Record):
    """To whom the solicitation was awarded, by whom, on what basis."""

    winners: tuple[str, ...]
    basis: str
    awarded_by: str
    awarded_at: Instant


class Ending(Record):
    """Why a solicitation ended without an award; `resolicit` says that another is planned."""

    how: Literal["cancelled", "all rejected", "no response"]
    reason: str
    ended_by: str
    ended_at: Instant
    resolicit: bool = False


class Predecessor(Record):
    """The solicitation that ended without an award and that this one takes up again."""

    number: str
    named_by: str
    named_at: Instant


class Resolicitation(Record):
    """The later solicitation of the same need, and how it ended once it has."""

    keyed_by: ClassVar = ("number",)
    number: str
    linked_by: str
    linked_at: Instant
    outcome: LaterOutcome | None = None
    ended_at: Instant | None = None


class AgreementPublished(Record):
    """Word from an agreement that it is published."""

    keyed_by: ClassVar = ("agreement",)
    agreement: str
    published_at: Instant


class ExclusionCheck(LotRecord, Record):
    """What the federal list of excluded parties and the state's own list say of a firm."""

    keyed_by: ClassVar = ("offeror", "stage")
    offeror: str
    stage: Stage
    sam: Found
    state_list: Found
    note: str
    evidence: Attachment | None
    checked_by: str
    checked_at: Instant
    renewal: int = added(0)
    """The number of the renewal it was made for, where it was made for one."""

    @property
    def clear(self) -> bool:
        """Whether neither list excludes the firm."""
        return self.sam == self.state_list == "clear"


class PriceAnalysis(LotRecord, Record):
    """Whether a price is fair and reasonable, by what method, and which price that was."""

    keyed_by: ClassVar = ("offeror",)
    offeror: str
    method: Method
    finding: Fairness
    reasons: str
    amount: Exact | None
    paper: Attachment | None
    analyzed_by: str
    analyzed_at: Instant


class Responsibility(LotRecord, Record):
    """Whether a firm is able to perform; `factor` and `evidence` say why not, where it is not."""

    keyed_by: ClassVar = ("offeror",)
    offeror: str
    responsible: bool
    factors: dict[FactorName, Factor]
    factor: FactorName | None = None
    defect: str = ""
    evidence: str = ""
    paper: Attachment | None = None
    found_by: str
    found_at: Instant

    @property
    def lacks(self) -> str:
        """In words what the firm lacks, or nothing."""
        return FACTORS[self.factor] if self.factor else ""


class ExtensionRequest(Record):
    """That offerors were asked to keep their offers open longer, until when, and by when to say."""

    keyed_by: ClassVar = ("number",)
    number: int
    last_day: date
    due: Instant
    reason: str
    asked: tuple[str, ...]
    asked_by: str
    asked_at: Instant


class ValidityExtension(Record):
    """Until when offers stay open by written consent; those who gave none lapsed at `was`."""

    keyed_by: ClassVar = ("number",)
    number: int
    last_day: date
    until: Instant
    was: Instant | None
    consents: tuple[str, ...]
    evidence: Attachment | None
    recorded_by: str
    recorded_at: Instant


class Debrief(Record):
    """An offeror's request to hear how its offer was judged, and what it was told."""

    keyed_by: ClassVar = ("offeror",)
    offeror: str
    asked_by: str
    asked_at: Instant
    topics: str
    strengths: str = ""
    weaknesses: str = ""
    held_on: date | None = None
    held_by: str = ""
    held_at: Instant | None = None


class BoardAction(Record):
    """What the governing body did with a recommended award, and the minutes that say so."""

    keyed_by: ClassVar = ("number",)
    number: int
    lot: Lot = NO_LOT
    intent: int
    outcome: Outcome
    held_on: date
    reference: str
    recorded_by: str
    recorded_at: Instant


class OffersReleased(Record):
    """When the opened offers of an ended solicitation were opened to inspection, and where."""

    where: str
    offerors: tuple[str, ...]
    released_by: str
    released_at: Instant


class FileClosed(Record):
    """When the file of an awarded solicitation was closed, and by whom."""

    closed_by: str
    closed_at: Instant

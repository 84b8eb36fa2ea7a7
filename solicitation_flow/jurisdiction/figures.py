"""What a rule of law may state: lengths, windows, amounts, who may protest, where it is written."""

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from typing import Annotated, Any, Final, Literal, NamedTuple, Self, get_args

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from solicitation_flow.values import Value
from solicitation_flow.workdays import Count, Length, Trigger, Window
from solicitation_flow.workdays.windows import UNITS, Which

Procedure = Literal["rfp", "ifb", "two_step", "rfqual", "itn", "reverse_auction"]
Strength = Literal["block", "determination", "warn"]
Trust = Literal["read", "known", "practice", "design"]

PROCEDURES: Final[tuple[str, ...]] = get_args(Procedure)
TRUST_IN_WORDS: Final[Mapping[str, str]] = {
    "read": "text read",
    "known": "known, not re-read: verify before relying on it",
    "practice": "common practice, no source found",
    "design": "this program's own rule, not law",
}


def _edition(value: object) -> object:
    """Return an edition as text: a bare year in a file is read as a number."""
    return str(value) if type(value) is int else value


Edition = Annotated[str, BeforeValidator(_edition), Field(min_length=1)]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$")]
Text = Annotated[str, Field(min_length=1)]
Number = Annotated[int, Field(strict=True, ge=0, le=36_500)]
Dollars = Annotated[int, Field(strict=True, ge=0)]
Share = Annotated[Decimal, Field(ge=0, le=100)]
Hour = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Event = Literal[
    "event", "notice", "file_open", "posted", "received", "dated", "known", "debriefed", "award",
    "executed", "access", "due", "opening", "notice_filed", "decision", "receipt", "requested",
]  # fmt: skip
Standing = Literal["bidder", "offeror", "prospective_offeror", "interested_party", "any"]
Subject = Literal["goods", "services", "professional", "construction", "technology"]
Funding = Literal["federal", "state", "local"]
Weekday = Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
Level = Literal["state", "county", "city", "school", "higher_education", "special_district"]


def _date_text(value: object) -> object:
    """Return a date as text; a bare date in a file may be read as one."""
    if isinstance(value, str):
        try:
            date.fromisoformat(value)
        except ValueError:
            raise ValueError(f"{value!r} is not a date such as 2026-07-01") from None
        return value
    raise ValueError("a date such as 2026-07-01 is expected")


DateText = Annotated[str, BeforeValidator(_date_text)]


class Data(Value):
    """A frozen part of a file; a key it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_alias=True)

    def body(self) -> dict[str, Any]:
        """Return what was written, as plain JSON values: a new field changes no old digest."""
        return self.model_dump(mode="json", by_alias=True, exclude_unset=True)


class Counted(Data):
    """A length as a file writes it: one number in one unit, and how its last day is found."""

    hours: Number | None = None
    days: Number | None = None
    weeks: Number | None = None
    months: Number | None = None
    years: Number | None = None
    count: Count = "calendar"
    rolls: bool = True
    by_hour: Hour | None = None
    business_up_to: Number = 0
    strictly: bool = False

    @model_validator(mode="after")
    def _one_number(self) -> Self:
        units = [unit for unit in UNITS if getattr(self, unit) is not None]
        if len(units) > 1:
            raise ValueError(f"give {units[0]} or {units[1]}, not both")
        return self

    @property
    def length(self) -> Length | None:
        """The length, or None where its number is not known, or there is none."""
        ends = None
        if self.by_hour is not None:
            ends = time.fromisoformat(self.by_hour)
        for unit in UNITS:
            number = getattr(self, unit)
            if number is not None:
                return Length(
                    number,
                    unit,
                    self.count,
                    self.rolls,
                    ends,
                    self.business_up_to,
                    self.strictly,
                )
        return None

    @property
    def number_unknown(self) -> bool:
        """Whether it is stated that the number is not known."""
        return not self.model_fields_set.isdisjoint(UNITS) and self.length is None

    @property
    def in_words(self) -> str:
        """The length as a sentence says it, such as "10 calendar days"."""
        length = self.length
        if length is None:
            return "a number that is not known here"
        unit = length.unit.removesuffix("s")
        if length.unit in {"hours", "days"} and (
            length.unit == "days" or length.count != "calendar"
        ):
            unit = f"{length.counted} {unit}"
        if length.number != 1:
            unit += "s"
        return f"{length.number} {unit}"


class Start(Counted):
    """Another event from which a window may run, with its own length."""

    runs_from: Event


class Bond(Data):
    """What is deposited with a protest: a share of the price, or an amount in dollars."""

    percent: Share | None = None
    amount: Dollars | None = None
    least: Dollars | None = None
    most: Dollars | None = None


class Step(Counted):
    """One step of a protest that is made in several, such as a notice and then a petition."""

    step: Literal["notice", "petition"]
    runs_from: Event = "event"
    bond: Bond | None = None


class Extension(Data):
    """Who may lengthen a time, and by how many days at most."""

    by: Text
    days: Number | None = None


class Channel(Data):
    """One way in which a solicitation is advertised, and how often and how early it must be."""

    kind: Literal["newspaper", "portal", "posting", "direct", "other"]
    name: Text | None = None
    times: Number = 1
    apart_days: Number = 0
    first_before_days: Number | None = None
    strictly: bool = False


class Source(Data):
    """One of several texts behind a rule, with what it says and when it was read."""

    cite: Text
    says: Text | None = None
    read_on: DateText | None = None
    effective: DateText | None = None
    sunset: DateText | None = None
    trust: Trust


class Limit(Data):
    """Who approves an award above an amount in dollars."""

    over: Dollars
    by: Text


class Circumstances(NamedTuple):
    """What of a case a figure of the law may depend on besides its procedure."""

    amount: Decimal | None = None
    subject: str = ""
    funding: str = ""
    closed: frozenset[date] = frozenset()
    """Days on which this agency alone is closed, learnt while the case was open."""


class Condition(Data):
    """The facts of a case to which a figure applies: all that are given have to fit."""

    amount_over: Dollars | None = None
    amount_up_to: Dollars | None = None
    subject: Subject | None = None
    funding: Funding | None = None

    def fits(self, circumstances: Circumstances) -> bool:
        """Return whether a case is of this kind; a fact that is not known fits nothing."""
        amount = circumstances.amount
        if self.amount_over is not None and (amount is None or amount <= self.amount_over):
            return False
        if self.amount_up_to is not None and (amount is None or amount > self.amount_up_to):
            return False
        if self.subject is not None and self.subject != circumstances.subject:
            return False
        return self.funding is None or self.funding == circumstances.funding


class Statement(Data):
    """Words, a clause or a certificate that a solicitation must have, where it applies."""

    id: Name
    says: Text
    cite: Text | None = None
    trust: Trust = "practice"
    when: Condition | None = None


class Figures(Counted):
    """What a rule may state, and what it may state differently for one procedure."""

    number: Number | None = None  # of people or of papers: nothing that a clock counts
    amount: Dollars | None = None
    percent: Share | None = None
    runs_from: Event | None = None
    or_from: tuple[Start, ...] = ()
    which: Which = "last"
    closes_on: tuple[Event, ...] = ()
    mode: Text | None = None
    # who may protest, against what, how, before whom
    standing: tuple[Standing, ...] = ()
    winner_has_standing: bool = False
    barred_grounds: tuple[Name, ...] = ()
    steps: tuple[Step, ...] = ()
    late: Literal["block", "determination", "dismiss"] | None = None
    decider: Text | None = None
    forum: Text | None = None
    copies: tuple[Text, ...] = ()
    extension: Extension | None = None
    silence: Literal["may_treat_as_denied", "denied", "none"] | None = None
    stays: bool | None = None
    # what a stay covers, and from when
    from_phase: Name | None = None
    covers: tuple[Name, ...] = ()
    grounds: tuple[Name, ...] = ()
    # negotiation
    required: bool | None = None
    at_least: Number | None = None
    bafo: Literal["required", "allowed"] | None = None
    # days on which nothing may be due
    weekdays: tuple[Weekday, ...] = ()
    after_holiday: bool = False
    before_holiday: bool = False
    # advertising, words and approvals
    channels: tuple[Channel, ...] = ()
    enough: Literal["all", "any"] = "all"
    items: tuple[Statement, ...] = ()
    limits: tuple[Limit, ...] = ()
    # how binding it is, and where it is written
    strength: Strength = "block"
    twin: bool = False
    cite: Text | None = None
    edition: Edition | None = None
    trust: Trust = "design"
    read_on: DateText | None = None
    effective: DateText | None = None
    sunset: DateText | None = None
    sources: tuple[Source, ...] = ()
    note: Text | None = None

    @model_validator(mode="after")
    def _twins_warn(self) -> Self:
        if self.twin and self.model_fields_set >= {"strength"} and self.strength != "warn":
            raise ValueError("a rule of another body (twin) binds nobody here: it can only warn")
        return self

    @property
    def window(self) -> Window | None:
        """The time the rule gives, from each event it runs from; None where it is not known."""
        triggers: list[Trigger] = []
        if self.length is not None:
            triggers.append(Trigger(self.runs_from or "event", self.length))
        for start in self.or_from:
            if start.length is not None:
                triggers.append(Trigger(start.runs_from, start.length))
        if not triggers:
            return None
        return Window(tuple(triggers), self.which, self.closes_on)


class Variant(Figures):
    """What a rule states differently for cases of one kind."""

    when: Condition


FIGURES: Final = frozenset(Figures.model_fields)

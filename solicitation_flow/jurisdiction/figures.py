"""What a rule of law may state: lengths, windows, amounts, who may protest, where it is written."""

from collections.abc import Mapping
from datetime import time
from typing import Final, Literal, Self

from pydantic import Field, model_validator

from solicitation_flow.jurisdiction.conditions import Condition
from solicitation_flow.jurisdiction.fields import (
    Data,
    DateText,
    Dollars,
    Edition,
    Event,
    Hour,
    Name,
    Number,
    Share,
    Standing,
    Strength,
    Text,
    Trust,
    Weekday,
)
from solicitation_flow.workdays import Count, Length, Trigger, Window
from solicitation_flow.workdays.windows import UNITS, Which


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
    amounts: Mapping[Name, Dollars] = Field(default_factory=dict)
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
    dates: tuple[DateText, ...] = ()
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
    def unknown(self) -> bool:
        """Whether it is stated that a figure of the rule is not known."""
        for key in _NUMBERS:
            if key in self.model_fields_set and getattr(self, key) is None:
                return True
        return self.number_unknown

    def states(self, key: str) -> bool:
        """Return whether the rule gives a value for a key, such as "standing"."""
        value = getattr(self, key)
        return key in self.model_fields_set and value is not None and value != ()

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


_NUMBERS: Final = ("number", "amount", "percent")
FIGURES: Final = frozenset(Figures.model_fields)

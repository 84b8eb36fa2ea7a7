"""What one rule of law and one program of cooperative purchasing look like as data."""

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, Final, Literal, Self, get_args

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    field_validator,
    model_validator,
)

from solicitation_flow.values import Value
from solicitation_flow.workdays import Count

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


class Data(Value):
    """A frozen part of a file; a key it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_alias=True)

    def body(self) -> dict[str, Any]:
        """Return what was written, as plain JSON values: a new field changes no old digest."""
        return self.model_dump(mode="json", by_alias=True, exclude_unset=True)


class Figures(Data):
    """What a rule may state, and what it may state differently for one procedure."""

    days: Number | None = None
    hours: Number | None = None
    count: Count = "calendar"
    number: Number | None = None  # of people or of papers: nothing that a clock counts
    amount: Annotated[int, Field(strict=True, ge=0)] | None = None  # of dollars, whole
    runs_from: Literal["event", "notice", "file_open"] | None = None
    mode: Text | None = None
    strength: Strength = "block"
    cite: Text | None = None
    edition: Edition | None = None
    trust: Trust = "design"
    note: Text | None = None

    @model_validator(mode="after")
    def _one_number(self) -> Self:
        if self.days is not None and self.hours is not None:
            raise ValueError("give days or hours, not both")
        return self

    @property
    def number_unknown(self) -> bool:
        """Whether the rule states that its number is not known."""
        written = self.model_fields_set & {"days", "hours"}
        return bool(written) and self.days is None and self.hours is None


class Rule(Figures):
    """One rule of a jurisdiction; `as` takes over another's figures, and a procedure may differ."""

    as_: Name | None = Field(default=None, alias="as")
    methods: Mapping[Procedure, Figures] = Field(default_factory=dict)
    _name: str = PrivateAttr(default="")
    _known: bool = PrivateAttr(default=True)

    @property
    def name(self) -> str:
        """The name of the rule, once a law has resolved it."""
        return self._name

    @property
    def known(self) -> bool:
        """Whether the jurisdiction has a rule of this name at all."""
        return self._known

    @property
    def in_words(self) -> str:
        """The rule's number as a sentence says it, such as "10 calendar days"."""
        number = self.hours if self.days is None else self.days
        if number is None:
            return "a number that is not known here"
        unit = "hour" if self.days is None else f"{self.count} day"
        return f"{number} {unit}{'' if number == 1 else 's'}"

    @model_validator(mode="before")
    @classmethod
    def _gather_methods(cls, data: Any) -> Any:
        """Gather what a file writes straight into the rule, such as `rfp: {days: 10}`."""
        if not isinstance(data, Mapping):
            return data
        inline = {key: data[key] for key in PROCEDURES if key in data}
        if not inline or not isinstance(data.get("methods", {}), Mapping):
            return data
        rule = dict(data)
        for key in inline:
            del rule[key]
        return {**rule, "methods": {**data.get("methods", {}), **inline}}

    @model_validator(mode="after")
    def _says_its_trust(self) -> Self:
        if "trust" not in self.model_fields_set and self.as_ is None:
            raise ValueError(f"trust is missing; say {', '.join(get_args(Trust)[:-1])} or design")
        return self

    def for_procedure(self, procedure: str | None) -> "Rule":
        """Return the rule as it stands for one procedure."""
        for name, figures in self.methods.items():
            if name == procedure:
                return self.overlaid(figures)
        return self

    def overlaid(self, over: Figures) -> "Rule":
        """Return the rule with what another states; a number in either unit replaces both."""
        stated = {key: getattr(over, key) for key in over.model_fields_set & FIGURES}
        if stated.keys() & {"days", "hours"}:
            stated = {"days": None, "hours": None, **stated}
        return self.evolve(**stated)

    def called(self, name: str) -> "Rule":
        """Return the rule as a guard sees it: named, with nothing left to look up."""
        plain = self.evolve(as_=None, methods={})
        plain._name = name  # noqa: SLF001  # its own kind
        return plain

    @classmethod
    def unknown(cls, name: str) -> "Rule":
        """Return what stands for a rule that is not there: it blocks, and cites nothing."""
        rule = cls(trust="design", note=f"this jurisdiction says nothing about {name}")
        rule._name, rule._known = name, False
        return rule


FIGURES: Final = frozenset(Figures.model_fields)


class Paper(Data):
    """A paper that the file of a published agreement needs, and which case it comes from."""

    paper: Name
    title: Text
    source: Literal["solicitation", "agreement"] = Field(alias="from")
    trust: Trust
    cite: Text | None = None
    note: Text | None = None


class Fee(Data):
    """What a contractor pays the program, as a share of sales."""

    percent: Annotated[Decimal, Field(ge=0, le=100)]
    due_days: Number | None = None
    cite: Text | None = None
    trust: Trust
    note: Text | None = None


class Program(Data):
    """A cooperative program: who offers the agreements, and which papers members expect."""

    program: Name
    title: Text
    edition: Edition
    cooperative: Text | None = None
    wording: Text | None = None
    packet: tuple[Paper, ...] = ()
    fee: Fee | None = None
    note: Text | None = None

    @field_validator("packet")
    @classmethod
    def _papers_listed_once(cls, packet: tuple[Paper, ...]) -> tuple[Paper, ...]:
        counts = Counter(paper.paper for paper in packet)
        twice = sorted(name for name, count in counts.items() if count > 1)
        if twice:
            raise ValueError(f"listed twice: {', '.join(twice)}")
        return packet

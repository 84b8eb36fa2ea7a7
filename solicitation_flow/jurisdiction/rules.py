"""What one rule of a jurisdiction and one program of cooperative purchasing look like as data."""

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import Field, PrivateAttr, field_validator, model_validator

from solicitation_flow.jurisdiction.conditions import Circumstances, Condition
from solicitation_flow.jurisdiction.fields import (
    PROCEDURES,
    TRUST_IN_WORDS,
    Data,
    Edition,
    Level,
    Name,
    Number,
    Procedure,
    Text,
    Trust,
)
from solicitation_flow.jurisdiction.figures import FIGURES, Figures, Statement, Variant
from solicitation_flow.workdays.windows import UNITS

__all__ = [
    "FIGURES", "PROCEDURES", "TRUST_IN_WORDS", "Circumstances", "Condition", "Data", "Edition",
    "Fee", "Figures", "Level", "Name", "Paper", "Program", "Rule", "Statement", "Text",
]  # fmt: skip


class Rule(Figures):
    """One rule of a jurisdiction; `as` takes over another's figures, and a procedure may differ."""

    as_: Name | None = Field(default=None, alias="as")
    variants: tuple[Variant, ...] = ()
    methods: Mapping[Procedure, Figures] = Field(default_factory=dict)
    _name: str = PrivateAttr(default="")
    _known: bool = PrivateAttr(default=True)
    _origin: str = PrivateAttr(default="")

    @property
    def name(self) -> str:
        """The name of the rule, once a law has resolved it."""
        return self._name

    @property
    def known(self) -> bool:
        """Whether the jurisdiction has a rule of this name at all."""
        return self._known

    @property
    def origin(self) -> str:
        """The file that a rule of an overlay came from; empty for the jurisdiction's own."""
        return self._origin

    @property
    def unknown(self) -> bool:
        """Whether it is stated that a figure is not known, or the rule is stated nowhere."""
        return not self._known or super().unknown

    def from_file(self, origin: str) -> "Rule":
        """Return the rule, marked with the overlay it came from."""
        marked = self.evolve()
        marked._origin = origin  # noqa: SLF001  # its own kind
        return marked

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

    def for_case(self, circumstances: Circumstances) -> "Rule":
        """Return the rule as it stands for a case: the first variant that fits, over the rest."""
        for variant in self.variants:
            if variant.when.fits(circumstances):
                return self.overlaid(variant)
        return self

    def overlaid(self, over: Figures) -> "Rule":
        """Return the rule with what another states; a number in either unit replaces both."""
        stated = {key: getattr(over, key) for key in over.model_fields_set & FIGURES}
        if not stated.keys().isdisjoint(UNITS):
            stated = {**dict.fromkeys(UNITS), **stated}
        return self.evolve(**stated)

    def called(self, name: str) -> "Rule":
        """Return the rule as a guard sees it: named, with nothing left to look up."""
        plain = self.evolve(as_=None, methods={}, variants=())
        if self.twin:
            plain = plain.evolve(strength="warn")  # another body's rule binds nobody here
        plain._name = name  # noqa: SLF001  # its own kind
        return plain

    @classmethod
    def absent(cls, name: str) -> "Rule":
        """Return what stands for a rule that is not there: it blocks, and cites nothing."""
        rule = cls(trust="design", note=f"this jurisdiction says nothing about {name}")
        rule._name, rule._known = name, False
        return rule


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

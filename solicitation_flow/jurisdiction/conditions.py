"""The kinds of case for which a figure of the law may differ."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple, Self

from pydantic import model_validator

from solicitation_flow.jurisdiction.fields import (
    Data,
    Dollars,
    Funding,
    Level,
    Number,
    Procedure,
    Subject,
)


class Circumstances(NamedTuple):
    """What of a case a figure of the law may depend on; what is empty is not known."""

    amount: Decimal | None = None
    subject: str = ""
    funding: str = ""
    closed: frozenset[date] = frozenset()
    """Days on which this agency alone is closed, learnt while the case was open."""
    procedure: str = ""
    level: str = ""
    conference_before: int | None = None
    """How many days before proposals are due the conference is."""


class Condition(Data):
    """The facts of a case to which a figure applies: all that are given have to fit."""

    amount_over: Dollars | None = None
    amount_up_to: Dollars | None = None
    subject: Subject | None = None
    funding: Funding | None = None
    level: Level | None = None
    procedure: Procedure | None = None
    conference_within_days: Number | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.model_fields_set:
            raise ValueError(
                "say for which cases: by amount, subject, funding, level, procedure or conference"
            )
        return self

    def fits(self, circumstances: Circumstances) -> bool:
        """Return whether a case is of this kind; a fact that is not known fits nothing."""
        amount = circumstances.amount
        if self.amount_over is not None and (amount is None or amount <= self.amount_over):
            return False
        if self.amount_up_to is not None and (amount is None or amount > self.amount_up_to):
            return False
        for fact in ("subject", "funding", "level", "procedure"):
            wanted = getattr(self, fact)
            if wanted is not None and wanted != getattr(circumstances, fact):
                return False
        if self.conference_within_days is None:
            return True
        days = circumstances.conference_before
        return days is not None and days <= self.conference_within_days

    @property
    def in_words(self) -> str:
        """The kind of case as a sentence says it, such as "over $100,000, of goods"."""
        words: list[str] = []
        if self.amount_over is not None:
            words.append(f"over ${self.amount_over:,}")
        if self.amount_up_to is not None:
            words.append(f"up to ${self.amount_up_to:,}")
        if self.subject is not None:
            words.append(f"of {self.subject}")
        if self.funding is not None:
            words.append(f"with {self.funding} money")
        if self.level is not None:
            words.append(f"of a {self.level.replace('_', ' ')}")
        if self.procedure is not None:
            words.append(f"by {self.procedure}")
        if self.conference_within_days is not None:
            words.append(f"with a conference within {self.conference_within_days} days of the due")
        return ", ".join(words)

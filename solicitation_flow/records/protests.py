"""Protests: who objects to what, whether the award waits, and what was decided."""

from collections.abc import Mapping
from typing import ClassVar, Final, Literal

from solicitation_flow.forms import Attachment
from solicitation_flow.records import Instant, Record
from solicitation_flow.records.offers import NO_LOT, Lot

Against = Literal["solicitation", "award", "finding"]
Finding = Literal["late", "nonresponsive", "out_of_range", "nonresponsible", "rejected"]
"""What may be decided about one firm's own proposal before any award is announced."""

FOUND: Final[Mapping[Finding, str]] = {
    "late": "that its proposal came too late",
    "nonresponsive": "that its proposal is nonresponsive",
    "out_of_range": "that its proposal is not kept for discussions",
    "nonresponsible": "that the firm is not responsible",
    "rejected": "that its proposal was rejected with all the others",
}
Outcome = Literal["denied", "sustained", "withdrawn"]
Status = Literal["pending", "denied", "sustained", "withdrawn", "deemed_denied"]
Remedy = Literal["ratified", "terminated", "voided"]
"""What becomes of an award that a protest was sustained against after it had been made."""


class Protest(Record):
    """One protest as filed, and what became of it.

    `stays` says that the law itself stops the award for it; `intent` numbers the announced intent
    it is against; `overdue` says that the time to decide has passed without a decision.
    """

    keyed_by: ClassVar = ("number",)
    arrows: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "pending": ("denied", "sustained", "withdrawn", "deemed_denied"),
        "denied": (),
        "sustained": (),
        "withdrawn": (),
        "deemed_denied": (),
    }
    number: int
    lot: Lot = NO_LOT
    against: Against
    intent: int | None
    protester: str
    name: str
    address: str
    signature: str
    grounds: str
    relief: str
    documents: Attachment | None
    documents_note: str
    filed_by: str
    filed_at: Instant
    stays: bool
    decision_due: Instant | None
    status: Status = "pending"
    overdue: bool = False
    decided_by: str = ""
    decided_at: Instant | None = None
    facts: str = ""
    reasons: str = ""
    remedy: str = ""
    overridden_by: str = ""
    overridden_at: Instant | None = None
    interests: str = ""
    override_reasons: str = ""
    finding: Finding | None = None

    @property
    def pending(self) -> bool:
        """Whether it still awaits its decision."""
        return self.status == "pending"

    @property
    def holds(self) -> bool:
        """Whether it is pending and nobody has found in writing that the award goes on."""
        return self.pending and self.overridden_at is None

    @property
    def target(self) -> str:
        """In words what is protested."""
        if self.finding:
            return f"the finding {FOUND[self.finding]}"
        if self.against == "award":
            return "the award as announced"
        return "the terms of the solicitation"

    def moved(self, status: Status) -> "Protest":
        """Return the protest in another status its arrows lead to."""
        assert status in self.arrows[self.status], f"no arrow from {self.status} to {status}"
        return self.evolve(status=status)


class AwardRemedy(Record):
    """What was done about an award that a protest was sustained against, once it was made.

    Where the contract is ratified it goes on; where it is terminated or void, it does not.
    """

    keyed_by: ClassVar = ("protest",)
    protest: int
    remedy: Remedy
    done: str
    recorded_by: str
    recorded_at: Instant

    @property
    def goes_on(self) -> bool:
        """Whether the award stands after all."""
        return self.remedy == "ratified"


class PublicFile(Record):
    """When the procurement file was opened to the public, and where it can be read."""

    where: str
    opened_by: str
    opened_at: Instant

"""Protests: who objects to what, whether the award waits, and what was decided."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from solicitation_flow.forms import Attachment
from solicitation_flow.records import Instant, Record

Against = Literal["solicitation", "award"]
Outcome = Literal["denied", "sustained", "withdrawn"]
Status = Literal["pending", "denied", "sustained", "withdrawn", "deemed_denied"]


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

    @property
    def pending(self) -> bool:
        """Answers whether it still awaits its decision."""
        return self.status == "pending"

    @property
    def holds(self) -> bool:
        """Answers whether it is pending and nobody has found in writing that the award goes on."""
        return self.pending and self.overridden_at is None

    def moved(self, status: Status) -> "Protest":
        """Answers the protest in another status its arrows lead to."""
        assert status in self.arrows[self.status], f"no arrow from {self.status} to {status}"
        return self.model_copy(update={"status": status})


class PublicFile(Record):
    """When the procurement file was opened to the public, and where it can be read."""

    where: str
    opened_by: str
    opened_at: Instant

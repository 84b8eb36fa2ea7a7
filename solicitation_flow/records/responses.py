"""What came in and what was found in it: proposals, the opening, the opened content."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict

from solicitation_flow.forms import Envelope
from solicitation_flow.records import Instant, Record

Status = Literal["received", "withdrawn", "superseded", "opened", "late"]
TIMELY = "timely"


class Content(BaseModel):
    """What was in an envelope once it was opened; `text` is None if it is not UTF-8 text."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    name: str
    bytes: int
    sha256: str
    text: str | None = None


class Proposal(Record):
    """A sealed answer: who sent it, when it arrived, its envelopes, and what became of it.

    An offeror's standing proposal is filed as `timely`; what came late, or was stamped before a
    newer one, is filed beside it under a name of its own and can never take its place.
    """

    keyed_by: ClassVar = ("offeror", "filing")
    arrows: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "received": ("withdrawn", "superseded", "opened"),
        "withdrawn": (),
        "superseded": (),
        "opened": (),
        "late": (),
    }
    offeror: str
    filing: str
    version: int
    technical: Envelope
    price: Envelope | None
    received_at: Instant
    filed_at: Instant
    filed_by: str
    how: Literal["portal", "paper"]
    evidence: str
    status: Status

    @property
    def stands(self) -> bool:
        """Answers whether it is in time, not withdrawn, and not replaced by a newer one."""
        return self.filing == TIMELY and self.status in {"received", "opened"}

    def moved(self, status: Status) -> "Proposal":
        """Answers the proposal in another status its arrows lead to."""
        assert status in self.arrows[self.status], f"no arrow from {self.status} to {status}"
        return self.model_copy(update={"status": status})


class Opening(Record):
    """The opening: when, by whom, before whom, and the names read out."""

    opened_at: Instant
    opened_by: str
    witness: str
    seals: str
    names: tuple[str, ...]


class OpenedProposal(Record):
    """The technical content of a proposal, readable from its opening on."""

    keyed_by: ClassVar = ("offeror",)
    offeror: str
    name: str
    bytes: int
    sha256: str
    text: str | None

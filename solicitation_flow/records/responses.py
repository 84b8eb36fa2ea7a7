"""What came in and what became of it: proposals, outages, the opening, the opened content."""

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from pydantic import ConfigDict

from solicitation_flow.forms import Envelope
from solicitation_flow.records import Instant, Record
from solicitation_flow.records.offers import LotRecord
from solicitation_flow.values import Value

Status = Literal["received", "withdrawn", "superseded", "opened", "late", "accepted"]
OutageStatus = Literal["pending", "extended", "dismissed"]
Cause = Literal["our_system", "our_provider", "our_premises", "senders_side", "unknown"]
"""Where something failed; the first three are the agency's own to answer for."""

Fault = Literal["ours", "carrier", "sender", "unknown"]
"""Through whose doing a proposal arrived late."""

TIMELY = "timely"
OURS: tuple[Cause, ...] = ("our_system", "our_provider", "our_premises")


class Content(Value):
    """What was in an envelope once it was opened; `text` is None if it is not UTF-8 text."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    name: str
    bytes: int
    sha256: str
    text: str | None = None


class Proposal(LotRecord, Record):
    """A sealed answer: who sent it, when it arrived, its envelopes, and what became of it.

    An offeror's standing proposal is filed as `timely`; what came late, or was stamped before a
    newer one, is filed beside it under a name of its own. It takes no other's place, unless the
    law itself lets it in: then a copy of it stands, which says why in `accepted_because`.
    """

    keyed_by: ClassVar = ("offeror", "filing")
    arrows: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "received": ("withdrawn", "superseded", "opened"),
        "withdrawn": (),
        "superseded": (),
        "opened": (),
        "late": ("accepted",),
        "accepted": (),
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
    accepted_because: str = ""

    @property
    def stands(self) -> bool:
        """Whether it is in time, not withdrawn, and not replaced by a newer one."""
        return self.filing == TIMELY and self.status in {"received", "opened"}

    def moved(self, status: Status) -> "Proposal":
        """Return the proposal in another status its arrows lead to."""
        assert status in self.arrows[self.status], f"no arrow from {self.status} to {status}"
        return self.evolve(status=status)


class Outage(Record):
    """A failure near the closing that holds it: what failed, what was found, what came of it."""

    keyed_by: ClassVar = ("number",)
    arrows: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "pending": ("extended", "dismissed"),
        "extended": (),
        "dismissed": (),
    }
    number: int
    what: str
    began_at: Instant
    ended_at: Instant | None
    due_was: Instant
    reported_by: str
    reported_at: Instant
    status: OutageStatus = "pending"
    cause: Cause = "unknown"
    evidence: str = ""
    reason: str = ""
    due: Instant | None = None
    decided_by: str = ""
    decided_at: Instant | None = None

    def moved(self, status: OutageStatus, **decision: Any) -> "Outage":
        """Return the outage decided, with what was found."""
        assert status in self.arrows[self.status], f"no arrow from {self.status} to {status}"
        return self.evolve(status=status, **decision)


class IdentityOpening(Record):
    """An unmarked envelope opened before its time, only to learn whose it is, and resealed."""

    keyed_by: ClassVar = ("number",)
    number: int
    marks: str
    reason: str
    found: str
    witness: str
    resealed: bool
    opened_by: str
    opened_at: Instant


class Opening(Record):
    """The opening: when, by whom, before whom, and the names read out."""

    opened_at: Instant
    opened_by: str
    witness: str
    seals: str
    names: tuple[str, ...]


class OpenedProposal(LotRecord, Record):
    """The technical content of a proposal, readable from its opening on."""

    keyed_by: ClassVar = ("offeror",)
    offeror: str
    name: str
    bytes: int
    sha256: str
    text: str | None

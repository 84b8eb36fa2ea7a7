"""Negotiation: who is kept for discussions, what was said, and the last offers, round by round."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from solicitation_flow.forms import Envelope
from solicitation_flow.records import Exact, Instant, Record
from solicitation_flow.records.offers import NO_LOT, Lot, LotRecord
from solicitation_flow.workdays import Boundary

How = Literal["meeting", "call", "written", "declined"]
BafoStatus = Literal["received", "opened", "late"]
TIMELY = "timely"


class CompetitiveRange(LotRecord, Record):
    """Whose offers are kept for discussions, whose are not, and why; the newest one counts."""

    number: int
    offerors: tuple[str, ...]
    left_out: tuple[str, ...]
    reason: str
    set_by: str
    set_at: Instant
    ended_by: str = ""
    ended_at: Instant | None = None


class Invitation(Record):
    """An offeror's invitation to discuss its offer; `discussion` numbers the talk it led to."""

    keyed_by: ClassVar = ("number",)
    number: int
    lot: Lot = NO_LOT
    range_number: int
    offeror: str
    at: Instant
    where: str
    topics: str
    invited_by: str
    invited_at: Instant
    discussion: int | None = None


class Discussion(Record):
    """What was said with one offeror; the letter written with it confirms the talk in writing."""

    keyed_by: ClassVar = ("number",)
    number: int
    lot: Lot = NO_LOT
    range_number: int
    offeror: str
    invitation: int | None
    how: How
    held_at: Instant
    present: str
    summary: str
    recorded_by: str
    recorded_at: Instant


class BafoRequest(LotRecord, Record):
    """One round of best and final offers: who was asked, by when, where and how to answer."""

    keyed_by: ClassVar = ("number",)
    number: int
    range_number: int
    asked: tuple[str, ...]
    due: Instant
    boundary: Boundary
    printed: str
    where: str
    how: str
    asks: str
    requested_by: str
    requested_at: Instant


class Bafo(LotRecord, Record):
    """A best and final offer, sealed; a late one is filed beside the others and never opened."""

    keyed_by: ClassVar = ("round_number", "offeror", "filing")
    arrows: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "received": ("opened",),
        "opened": (),
        "late": (),
    }
    round_number: int
    offeror: str
    filing: str
    version: int
    price: Envelope
    technical: Envelope | None
    received_at: Instant
    filed_by: str
    status: BafoStatus

    @property
    def stands(self) -> bool:
        """Whether it is in time and still sealed: what an opening opens."""
        return self.filing == TIMELY and self.status == "received"

    def moved(self, status: BafoStatus) -> "Bafo":
        """Return the offer in another status its arrows lead to."""
        assert status in self.arrows[self.status], f"no arrow from {self.status} to {status}"
        return self.evolve(status=status)


class BafoOpening(LotRecord, Record):
    """When a round was opened and by whom; the last offers of the silent stand."""

    keyed_by: ClassVar = ("round_number",)
    round_number: int
    opened_at: Instant
    opened_by: str
    answered: tuple[str, ...]
    silent: tuple[str, ...]


class OpenedBafo(LotRecord, Record):
    """What was in a best and final offer, and the price it takes the place of."""

    keyed_by: ClassVar = ("round_number", "offeror")
    round_number: int
    offeror: str
    before: Exact | None
    amount: Exact | None
    readable: bool
    name: str
    sha256: str
    technical_name: str = ""
    technical_sha256: str = ""
    technical_text: str | None = None

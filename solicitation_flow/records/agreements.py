"""Records of a master agreement, and the documents of its packet that are on file."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, ClassVar, Literal, NamedTuple

from pydantic import Field

from solicitation_flow.forms import Dollars
from solicitation_flow.records import Exact, Folder, Instant, Record, added

AMENDMENTS = "amendments"
EXECUTED = "executed_agreement"
PROVED_BY: Mapping[str, str] = {"notice_list": "listed", "opening_record": "opening"}
"""Documents that nobody needs to file: records of this kind stand for them."""
PUBLISHED = "proof_of_publication"
"""The document that stands for the proofs of all advertisements, where each has one."""

Sum = Annotated[Dollars, Field(ge=0, max_digits=18, decimal_places=2)]
"""An amount in dollars, or none, in whole cents."""

Subject = Literal["price", "catalogue", "people", "name", "term", "terms", "scope"]
Ground = Literal["cause", "convenience", "no_funds"]
CureStatus = Literal["open", "cured", "lapsed", "replaced"]


class Agreement(Record):
    """The agreement: its contractor, its term, how a member joins, and where the packet is.

    `renew_by` is the last day to sign a renewal, `latest_end` the last day that all renewals
    together may reach, `renewed` how many there were.
    """

    title: str
    contractor: str
    solicitation: str
    drafted_at: Instant
    signed_by_agency: str = ""
    signed_by_contractor: str = ""
    effective_on: date | None = None
    expires_on: date | None = None
    renewals: int = 0
    executed_at: Instant | None = None
    how_to_join: str = ""
    packet_at: str = ""
    published_at: Instant | None = None
    members_told: tuple[str, ...] = ()
    renew_by: date | None = None
    latest_end: date | None = None
    renewed: int = 0

    @property
    def renewals_left(self) -> int:
        """How many renewals are left: none once the longest term printed is reached."""
        longest = self.latest_end
        if longest and self.expires_on and self.expires_on >= longest:
            return 0
        return max(0, self.renewals - self.renewed)


class AgreementAmendment(Record):
    """An amendment signed by both sides; one of the term says which last day it moved to which."""

    keyed_by: ClassVar = ("number",)
    number: int
    about: Subject
    summary: str
    grows_scope: bool
    within_scope: str
    effective_on: date
    signed_by_agency: str
    signed_by_contractor: str
    recorded_by: str
    recorded_at: Instant
    was: date | None = added(None)
    expires_on: date | None = added(None)


class PriceUpdate(Record):
    """New prices, how they were computed, and their effective date."""

    keyed_by: ClassVar = ("number",)
    number: int
    summary: str
    reckoned_by: str
    effective_on: date
    announced_by: str
    announced_at: Instant


class Assignment(Record):
    """The assignment of the agreement to another firm, with the agency's consent."""

    keyed_by: ClassVar = ("number",)
    number: int
    assignor: str
    assignee: str
    reason: str
    consented_by: str
    consented_at: Instant


class Renewal(Record):
    """A renewal: the new and the old last day, and why the prices are still fair."""

    keyed_by: ClassVar = ("number",)
    number: int
    was: date
    expires_on: date
    price_reasons: str
    performance: str
    renewed_by: str
    renewed_at: Instant


class CureNotice(Record):
    """A notice to cure a breach, its last day, and whether the breach was cured."""

    keyed_by: ClassVar = ("number",)
    arrows: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "open": ("cured", "lapsed", "replaced"),
        "cured": (),
        "lapsed": (),
        "replaced": (),
    }
    number: int
    breach: str
    clause: str
    last_day: date
    due: Instant
    issued_by: str
    issued_at: Instant
    status: CureStatus = "open"
    how: str = ""
    ended_by: str = ""
    ended_at: Instant | None = None

    def moved(self, status: CureStatus) -> "CureNotice":
        """Return the notice in another status its arrows lead to."""
        assert status in self.arrows[self.status], f"no arrow from {self.status} to {status}"
        return self.evolve(status=status)


class Suspension(Record):
    """A suspension of new orders and, once it ended, the reinstatement."""

    keyed_by: ClassVar = ("number",)
    number: int
    reason: str
    suspended_by: str
    suspended_at: Instant
    reinstated_because: str = ""
    reinstated_by: str = ""
    reinstated_at: Instant | None = None


class FeeReport(Record):
    """A sales report: sales and fee of a period, and whether it was late."""

    keyed_by: ClassVar = ("period_ends",)
    period_begins: date
    period_ends: date
    sales: Exact
    fee: Exact
    expected: Exact | None
    due_on: date | None
    received_on: date
    late: bool
    version: int
    recorded_by: str
    recorded_at: Instant


class Joined(Record):
    """A member that uses the agreement, or used it before."""

    keyed_by: ClassVar = ("member",)
    member: str
    participation: str
    joined_at: Instant
    left_at: Instant | None = None


class AgreementEnding(Record):
    """How an agreement ended: declined, expired or terminated, and what applies to open orders."""

    how: Literal["declined", "expired", "terminated"]
    ground: Ground | None
    reason: str
    open_orders: str
    ended_by: str
    ended_at: Instant


class PacketLine(NamedTuple):
    """One document of the packet: whether it is on file, and where it is or belongs."""

    paper: str
    title: str
    source: str
    present: bool
    where: str
    case: str


def packet_lines(
    paper: str, title: str, source: str, case: str, folder: Folder
) -> Iterator[PacketLine]:
    """Return the line for a document, or one line for each amendment."""
    if paper != AMENDMENTS:
        yield _line(paper, title, source, case, folder, _proof(paper, folder))
        return
    numbers = sorted(int(amendment.key) for amendment in folder.of("amendment"))
    if not numbers:
        published = bool(folder.of("publication"))
        where = f"{case}: none was issued" if published else f"{case}: not published yet"
        yield PacketLine(paper, title, source, published, where, case)
    for number in numbers:
        name, called = f"amendment_{number}", f"Amendment {number}"
        yield _line(name, called, source, case, folder, "")


def _proof(paper: str, folder: Folder) -> str:
    """Return the records that stand for a document that was not filed, or nothing."""
    if paper == PUBLISHED:
        proofs = [str(getattr(record, "proof", "")) for record in folder.of("advertisement")]
        return ", ".join(proofs) if all(proofs) else ""
    proof = PROVED_BY.get(paper)
    return "its own records" if proof and folder.of(proof) else ""


def _line(paper: str, title: str, source: str, case: str, folder: Folder, proof: str) -> PacketLine:
    filed = next((record for record in folder.of("paper") if record.key == paper), None)
    where = getattr(filed, "name", proof)
    return PacketLine(paper, title, source, bool(where), f"{case}: {where or 'not filed'}", case)

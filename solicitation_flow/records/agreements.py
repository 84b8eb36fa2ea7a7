"""The master agreement through its life, and which papers of its packet are in a case's file."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, ClassVar, Literal, NamedTuple

from pydantic import Field

from solicitation_flow.forms import Number
from solicitation_flow.records import Exact, Folder, Instant, Record

AMENDMENTS = "amendments"
EXECUTED = "executed_agreement"
PROVED_BY: Mapping[str, str] = {"notice_list": "listed", "opening_record": "opening"}
"""Papers nobody needs to file: records of this kind are the paper."""
PUBLISHED = "proof_of_publication"
"""The paper that came in with each insertion of the advertisement, where all were proved."""

Renewals = Annotated[int, Field(ge=0, le=20)]
"""How many times an agreement may be renewed."""


Sum = Annotated[Number, Field(ge=0, max_digits=18, decimal_places=2)]
"""An amount in dollars, or none, in whole cents."""

Subject = Literal["price", "catalogue", "people", "name", "term", "terms", "scope"]
Ground = Literal["cause", "convenience", "no_funds"]
CureStatus = Literal["open", "cured", "lapsed", "replaced"]


class Agreement(Record):
    """Contractor, term, how a member joins, and where the packet is.

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


class AgreementAmendment(Record):
    """A change both sides signed, and whether it buys what was never competed."""

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


class PriceUpdate(Record):
    """New prices, by what they were reckoned, and from when they hold."""

    keyed_by: ClassVar = ("number",)
    number: int
    summary: str
    reckoned_by: str
    effective_on: date
    announced_by: str
    announced_at: Instant


class Assignment(Record):
    """Another firm takes the contractor's place, with the agency's consent."""

    keyed_by: ClassVar = ("number",)
    number: int
    assignor: str
    assignee: str
    reason: str
    consented_by: str
    consented_at: Instant


class Renewal(Record):
    """The term made longer: until when, instead of when, and why the prices still do."""

    keyed_by: ClassVar = ("number",)
    number: int
    was: date
    expires_on: date
    price_reasons: str
    performance: str
    renewed_by: str
    renewed_at: Instant


class CureNotice(Record):
    """A breach the contractor was told to mend, by when, and whether it did."""

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
    """No new orders for a while: since when and why, and until when and why again."""

    keyed_by: ClassVar = ("number",)
    number: int
    reason: str
    suspended_by: str
    suspended_at: Instant
    reinstated_because: str = ""
    reinstated_by: str = ""
    reinstated_at: Instant | None = None


class FeeReport(Record):
    """What the contractor sold in a period, the fee it owes, and whether the report was late."""

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
    """A member that uses the agreement, or once did."""

    keyed_by: ClassVar = ("member",)
    member: str
    participation: str
    joined_at: Instant
    left_at: Instant | None = None


class AgreementEnding(Record):
    """How an agreement ended: never signed, over, or terminated; and what holds for old orders."""

    how: Literal["declined", "expired", "terminated"]
    ground: Ground | None
    reason: str
    open_orders: str
    ended_by: str
    ended_at: Instant


class PacketLine(NamedTuple):
    """One paper members expect: whether it is there, and where it is or belongs."""

    paper: str
    title: str
    source: str
    present: bool
    where: str
    case: str


def packet_lines(
    paper: str, title: str, source: str, case: str, folder: Folder
) -> Iterator[PacketLine]:
    """Return one line for a paper, or for the amendments one line each."""
    if paper != AMENDMENTS:
        yield _line(paper, title, source, case, folder, _proof(paper, folder))
        return
    numbers = sorted(int(each.key) for each in folder.of("amendment"))
    if not numbers:
        published = bool(folder.of("publication"))
        where = f"{case}: none was issued" if published else f"{case}: not published yet"
        yield PacketLine(paper, title, source, published, where, case)
    for number in numbers:
        name, called = f"amendment_{number}", f"Amendment {number}"
        yield _line(name, called, source, case, folder, "")


def _proof(paper: str, folder: Folder) -> str:
    """Return where a paper that was never filed is all the same, or nothing."""
    if paper == PUBLISHED:
        proofs = [str(getattr(each, "proof", "")) for each in folder.of("advertisement")]
        return ", ".join(proofs) if all(proofs) else ""
    proof = PROVED_BY.get(paper)
    return "its own records" if proof and folder.of(proof) else ""


def _line(paper: str, title: str, source: str, case: str, folder: Folder, proof: str) -> PacketLine:
    filed = next((each for each in folder.of("paper") if each.key == paper), None)
    where = getattr(filed, "name", proof)
    return PacketLine(paper, title, source, bool(where), f"{case}: {where or 'not filed'}", case)

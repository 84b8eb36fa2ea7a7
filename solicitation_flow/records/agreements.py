"""The master agreement as members read it, and which papers of its packet are in a case's file."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, NamedTuple

from pydantic import Field

from solicitation_flow.records import Instant, Record

AMENDMENTS = "amendments"
EXECUTED = "executed_agreement"
PROVED_BY: Mapping[str, str] = {"notice_list": "listed", "opening_record": "opening"}
"""Papers nobody needs to file: records of this kind are the paper."""

Renewals = Annotated[int, Field(ge=0, le=20)]
"""How many times an agreement may be renewed."""


class Agreement(Record):
    """Contractor, term, how a member joins, and where the packet is."""

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


class PacketLine(NamedTuple):
    """One paper members expect: whether it is there, and where it is or belongs."""

    paper: str
    title: str
    source: str
    present: bool
    where: str
    case: str


def packet_lines(
    paper: str, title: str, source: str, case: str, records: Mapping[tuple[str, str], Record]
) -> Iterator[PacketLine]:
    """Answers one line for a paper, or for the amendments one line each."""
    if paper != AMENDMENTS:
        proof = PROVED_BY.get(paper)
        proved = proof is not None and any(kind == proof for kind, _ in records)
        yield _line(paper, title, source, case, records, proved=proved)
        return
    numbers = sorted(int(key) for kind, key in records if kind == "amendment")
    if not numbers:
        published = ("publication", "the") in records
        where = f"{case}: none was issued" if published else f"{case}: not published yet"
        yield PacketLine(paper, title, source, published, where, case)
    for number in numbers:
        name, called = f"amendment_{number}", f"Amendment {number}"
        yield _line(name, called, source, case, records, proved=False)


def _line(
    paper: str,
    title: str,
    source: str,
    case: str,
    records: Mapping[tuple[str, str], Record],
    *,
    proved: bool,
) -> PacketLine:
    filed = records.get(("paper", paper))
    where = f"{case}: not filed"
    if filed:
        where = f"{case}: {filed.plain()['name']}"
    elif proved:
        where = f"{case}: its own records"
    return PacketLine(paper, title, source, bool(filed) or proved, where, case)

"""How a solicitation ends: the intent, the award, or a reason why there is none."""

from typing import ClassVar, Literal

from solicitation_flow.records import Instant, Record


class Intent(Record):
    """To whom an award is intended and why; the newest one counts, unless it was withdrawn."""

    keyed_by: ClassVar = ()
    number: int
    winners: tuple[str, ...]
    basis: str
    posted_by: str
    posted_at: Instant
    standstill_until: Instant | None
    withdrawn_at: Instant | None = None
    withdrawn_because: str = ""


class Award(Record):
    """To whom the solicitation was awarded, by whom, on what basis."""

    winners: tuple[str, ...]
    basis: str
    awarded_by: str
    awarded_at: Instant


class Ending(Record):
    """Why a solicitation ended without an award."""

    how: Literal["cancelled", "all rejected", "no response"]
    reason: str
    ended_by: str
    ended_at: Instant


class AgreementPublished(Record):
    """Word from an agreement that it is published."""

    keyed_by: ClassVar = ("agreement",)
    agreement: str
    published_at: Instant

"""Numbered changes to a published solicitation, and who has acknowledged which."""

from typing import ClassVar, Literal

from solicitation_flow.records import Instant, Record, added
from solicitation_flow.workdays import Boundary

EarlierOffers = Literal["keep", "confirm", "void"]
"""What a change makes of proposals already in; one that says nothing keeps them."""


class Amendment(Record):
    """A change to a solicitation; a date it does not move is None."""

    keyed_by: ClassVar = ("number",)
    number: int
    summary: str
    proposals_due: Instant | None
    questions_due: Instant | None
    boundary: Boundary | None
    issued_by: str
    issued_at: Instant
    material: bool = True
    changes_nature: bool = False
    printed: str = ""
    conference_at: Instant | None = None
    conference_place: str = ""
    conference_mandatory: bool | None = None
    plan: str = ""
    """The digest of the evaluation plan whose points this amendment discloses, or ""."""
    earlier_offers: EarlierOffers | None = added(None)


class Acknowledgment(Record):
    """A supplier's acknowledgment of an amendment."""

    keyed_by: ClassVar = ("amendment", "supplier")
    amendment: int
    supplier: str
    acknowledged_at: Instant

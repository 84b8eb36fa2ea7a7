"""Records of a member's participation in an agreement: request and eligibility."""

from typing import Literal

from solicitation_flow.records import Exact, Instant, Record

Finding = Literal["eligible", "not_eligible"]


class Participation(Record):
    """A member's request to use an agreement, and its outcome."""

    agreement: str
    member: str
    contractor: str
    contact: str
    scope: str
    estimated_value: Exact | None
    asked_by: str
    asked_at: Instant
    joined_by: str = ""
    joined_at: Instant | None = None
    signed_by: str = ""
    ended_by: str = ""
    ended_at: Instant | None = None
    reason: str = ""


class Eligibility(Record):
    """The finding whether the member is eligible under its own law."""

    member: str
    finding: Finding
    entity: str
    entity_allowed: bool
    authority: str
    exclusions: str
    checked_by: str
    checked_at: Instant

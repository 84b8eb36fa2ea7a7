"""Records of issuance: publication, advertisements, notice list, questions, and conference."""

from datetime import date
from typing import ClassVar, Literal

from solicitation_flow.records import Instant, Record, added
from solicitation_flow.workdays import Boundary

Channel = Literal["suppliers", "newspapers"]
Medium = Literal["newspaper", "portal", "posting", "direct", "other"]
"""Kinds of media a solicitation is advertised in, as a jurisdiction's channels name them."""

CAUTION = (
    "Nothing said at the conference binds anybody: the solicitation changes only by a written "
    "amendment."
)


class Publication(Record):
    """The solicitation as it was first published; later dates are in the amendments."""

    published_at: Instant
    published_by: str
    proposals_due: Instant
    questions_due: Instant | None
    boundary: Boundary
    zone: str
    printed: str
    suppliers: tuple[str, ...]
    newspapers: tuple[str, ...]
    advertised_due: str = ""
    cover_due: str = ""
    conference_at: Instant | None = None
    conference_place: str = ""
    conference_mandatory: bool = False
    plan: str = ""
    """The digest of the evaluation plan whose points this publication prints, or ""."""


class Advertisement(Record):
    """One advertisement, and the document that proves it, if it is on file."""

    keyed_by: ClassVar = ("number",)
    number: int
    medium: str
    published_on: date
    proof: str = ""
    sha256: str = ""
    recorded_by: str
    recorded_at: Instant
    kind_of_medium: Medium | None = added(None)

    @property
    def channel(self) -> Medium:
        """The kind of medium; what is on file without one is a newspaper's."""
        return self.kind_of_medium or "newspaper"


class StruckAdvertisement(Record):
    """An advertisement that was entered by mistake, and does not count: which one, and why."""

    keyed_by: ClassVar = ("number",)
    number: int
    reason: str
    struck_by: str
    struck_at: Instant


class Conference(Record):
    """The conference or site visit as it was held: who attended, and its minutes."""

    held_at: Instant
    place: str
    mandatory: bool
    attendees: tuple[str, ...]
    minutes: str
    caution: str = CAUTION
    version: int = 1
    recorded_by: str
    recorded_at: Instant


class Listed(Record):
    """An entry of the notice list: who is notified, and why."""

    keyed_by: ClassVar = ("channel", "who")
    channel: Channel
    who: str
    why: Literal["published", "asked", "offered", "attended"]
    since: Instant


class Question(Record):
    """A question and its answer, both published; who asked is never printed."""

    keyed_by: ClassVar = ("number",)
    number: int
    text: str
    asked_by: str
    asked_at: Instant
    answer: str = ""
    answered_by: str = ""
    answered_at: Instant | None = None

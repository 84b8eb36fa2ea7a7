"""What is said to the world: the publication, who was told, questions and their answers."""

from typing import ClassVar, Literal

from solicitation_flow.records import Instant, Record
from solicitation_flow.workdays import Boundary

Channel = Literal["suppliers", "newspapers"]


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


class Listed(Record):
    """One who was told, or asked, or answered: the notice list is made of these."""

    keyed_by: ClassVar = ("channel", "who")
    channel: Channel
    who: str
    why: Literal["published", "asked", "offered"]
    since: Instant


class Question(Record):
    """A question and, once there is one, the answer everybody reads; the asker is never printed."""

    keyed_by: ClassVar = ("number",)
    number: int
    text: str
    asked_by: str
    asked_at: Instant
    answer: str = ""
    answered_by: str = ""
    answered_at: Instant | None = None

"""Records of days on which the agency was closed, learnt after a case was opened."""

from datetime import date
from typing import ClassVar

from solicitation_flow.records import Instant, Record


class Closure(Record):
    """A day on which the agency is closed besides those its jurisdiction lists."""

    keyed_by: ClassVar = ("day",)
    day: date
    reason: str
    noted_by: str
    noted_at: Instant

"""Occasions for the letters of issuance."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from solicitation_flow.casefile import CaseFile
from solicitation_flow.phases.issuance.questions import Answer
from solicitation_flow.records.issuance import Conference
from tests.letters import (
    ACME,
    AMENDED,
    ASKED_BY,
    BIRCHWAY,
    GAZETTE,
    MEETING,
    POSTED,
    PUBLISHED,
    Occasion,
    answered,
    bare,
    deadline,
    full,
    least,
    most,
    reminding,
    utc,
)


def conference(**other: Any) -> Conference:
    return Conference(
        held_at=MEETING,
        attendees=("acme",),
        minutes="Whether seating alone may be offered.\nAn amendment will say.",
        recorded_by="maria",
        recorded_at=AMENDED,
        **other,
    )


def questions_asked() -> CaseFile:
    """Return the least case that has a date for questions."""
    row = deadline("questions_due", ASKED_BY, "at")
    return replace(least(), deadlines={**least().deadlines, ("questions_due", ""): row})


LEAST: dict[str, Callable[[], Occasion]] = {
    "issuance/advertisement": lambda: bare(least(), GAZETTE, PUBLISHED),
    "issuance/posting": lambda: bare(least(), BIRCHWAY, PUBLISHED),
    "issuance/answers": lambda: bare(
        least(), BIRCHWAY, POSTED, *answered(), form=Answer(question=1, text="Yes.")
    ),
    "issuance/conference_minutes": lambda: bare(
        least(), BIRCHWAY, AMENDED, conference(place="", mandatory=False)
    ),
    "issuance/questions_reminder": lambda: bare(
        questions_asked(), BIRCHWAY, AMENDED, **reminding(questions_asked(), "questions_due")
    ),
}

MOST: dict[str, Callable[[], Occasion]] = {
    "issuance/advertisement": lambda: full(most(), GAZETTE, PUBLISHED),
    "issuance/posting": lambda: full(most(), ACME, PUBLISHED),
    "issuance/answers": lambda: full(
        most(), ACME, AMENDED, *answered(), form=Answer(question=1, text="Yes.")
    ),
    "issuance/conference_minutes": lambda: full(
        most(),
        ACME,
        AMENDED,
        conference(place="Board room, or by video on request", mandatory=True, version=2),
    ),
    "issuance/questions_reminder": lambda: full(
        most(), ACME, utc("2017-07-31 20:00"), **reminding(most(), "questions_due")
    ),
}

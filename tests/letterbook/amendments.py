"""Occasions for the letters of amendments."""

from collections.abc import Callable

from solicitation_flow.records.amendments import Amendment
from tests.letters import (
    ACME,
    AMENDED,
    BIRCHWAY,
    BOTH,
    MEETING,
    PUBLISHED,
    Occasion,
    amended,
    answered,
    bare,
    full,
    least,
    most,
    proposal,
    utc,
)

MOVED = Amendment.model_validate(
    BOTH[1].model_dump()
    | {
        "conference_at": utc("2017-08-01 14:00"),
        "conference_place": "Loading dock of the warehouse",
        "conference_mandatory": False,
        "plan": "ab" * 32,
    }
)
MISPRINT = amended(1).evolve(material=False, summary="Page 3 is page 2.")

LEAST: dict[str, Callable[[], Occasion]] = {
    "amendments/amendment": lambda: bare(least(), BIRCHWAY, AMENDED, MISPRINT),
    "amendments/stale_offer": lambda: bare(
        least(), ACME, AMENDED, proposal("received", PUBLISHED), amended(1)
    ),
}

MOST: dict[str, Callable[[], Occasion]] = {
    "amendments/amendment": lambda: full(most(), ACME, AMENDED, BOTH[0], MOVED, *answered()),
    "amendments/stale_offer": lambda: full(
        most(), ACME, AMENDED, proposal("received", MEETING, version=3), *BOTH
    ),
}

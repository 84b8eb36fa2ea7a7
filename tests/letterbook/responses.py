"""Occasions for the letters of responses."""

from collections.abc import Callable
from dataclasses import replace

from solicitation_flow.casefile import CaseFile
from solicitation_flow.records.responses import IdentityOpening, Outage
from tests.letters import (
    ACME,
    AMENDED,
    ARRIVED,
    BIRCHWAY,
    BOTH,
    DUE,
    ENDED,
    ON_PAPER,
    OPENED,
    PRICED,
    Occasion,
    acknowledged,
    bare,
    deadline,
    full,
    law,
    least,
    most,
    proposal,
    reminding,
    utc,
)

MORE = utc("2017-08-21 18:00")

BECAUSE = "The parcel lay in our own mail room when proposals were due."
OUTAGE = Outage(
    number=1,
    what="The portal answered every upload with an error page.",
    began_at=DUE,
    ended_at=None,
    due_was=DUE,
    reported_by="maria",
    reported_at=DUE,
    status="extended",
)
WHOLE = {
    "what": "The portal answered every upload with an error page.\nThree firms telephoned.",
    "ended_at": utc("2017-08-18 19:10"),
    "cause": "our_provider",
    "reason": "Nobody could upload between 1:20 and 3:10 p.m.",
    "due": MORE,
}


def extended(case: CaseFile) -> CaseFile:
    """Return a case with more time to send proposals."""
    row = deadline("proposals_due", MORE, "before", law().spoken(MORE))
    return replace(case, deadlines={**case.deadlines, ("proposals_due", ""): row})


UNMARKED = IdentityOpening(
    number=1,
    marks="No sender; postmark Richmond",
    reason="Nothing on the outside says whose it is.",
    found="A proposal of Acme",
    witness="walter",
    resealed=True,
    opened_by="theo",
    opened_at=ARRIVED,
)

LEAST: dict[str, Callable[[], Occasion]] = {
    "responses/reminder": lambda: bare(least(), BIRCHWAY, AMENDED, **reminding(least())),
    "responses/receipt": lambda: bare(least(), ACME, ARRIVED, proposal("received", ARRIVED)),
    "responses/late": lambda: bare(least(), ACME, ENDED, proposal("late", ENDED)),
    "responses/withdrawn": lambda: bare(least(), ACME, ARRIVED, proposal("withdrawn", AMENDED)),
    "responses/outage": lambda: bare(extended(least()), BIRCHWAY, DUE, OUTAGE),
    "responses/opening_record": lambda: bare(
        least(), ACME, ENDED, proposal("opened", ARRIVED), OPENED.evolve(seals="")
    ),
}

MOST: dict[str, Callable[[], Occasion]] = {
    "responses/reminder": lambda: full(
        most(), ACME, utc("2017-08-16 18:00"), *BOTH, acknowledged(), **reminding(most())
    ),
    "responses/receipt": lambda: full(
        most(),
        ACME,
        ARRIVED,
        *BOTH,
        acknowledged(),
        proposal("superseded", AMENDED),
        proposal("received", ARRIVED, version=2, accepted_because=BECAUSE, **PRICED, **ON_PAPER),
    ),
    "responses/late": lambda: full(
        most(),
        ACME,
        ENDED,
        proposal("received", ARRIVED),
        proposal("late", DUE, version=2, **PRICED, **ON_PAPER),
    ),
    "responses/withdrawn": lambda: full(
        most(), ACME, ARRIVED, proposal("withdrawn", AMENDED, version=2, **PRICED)
    ),
    "responses/outage": lambda: full(
        extended(most()), ACME, utc("2017-08-18 20:00"), OUTAGE.evolve(**WHOLE)
    ),
    "responses/opening_record": lambda: full(
        most(),
        ACME,
        ENDED,
        UNMARKED,
        proposal("opened", ARRIVED, **PRICED),
        proposal("opened", ARRIVED, "birchway"),
        proposal("late", ENDED, "cobalt"),
        OPENED.evolve(names=("acme", "birchway")),
    ),
}

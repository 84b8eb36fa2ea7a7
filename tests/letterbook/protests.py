"""Occasions for the letters of protests."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from solicitation_flow.casefile import CLOCK, CaseFile
from solicitation_flow.forms import Attachment
from solicitation_flow.notices import Recipient
from solicitation_flow.phases.protests.accepting import AcceptProtest
from solicitation_flow.phases.protests.deciding import DecideProtest
from solicitation_flow.phases.protests.extending import ExtendDecision
from solicitation_flow.phases.protests.remedies import RecordRemedy
from solicitation_flow.phases.protests.staying import DecideStay, OverrideStay
from solicitation_flow.records.protests import AwardRemedy, Protest, Rebuttal, StayDecision
from tests.letterbook.award import intent
from tests.letters import (
    ACME,
    BIRCHWAY,
    NAMES,
    Occasion,
    bare,
    deadline,
    full,
    law,
    least,
    most,
    reminding,
    utc,
)

FILED, DECIDED = utc("2017-09-05 19:20"), utc("2017-09-13 14:00")
TO_DECIDE = utc("2017-09-16 04:00")
UNTIL = utc("2017-09-09 04:00")
GRACE = Recipient("person:grace", "Grace Lee", "grace@lead.example")
THEO = Recipient("person:theo", "Theo Brandt", "")
GROUNDS = "Our price was read from the wrong page.\nSee page 3 of the price form."
FACTS = "The price form states 412,000.00 on page 3.\nPage 4 was read."
REASONS = "The solicitation names page 3, so page 3 is the price."
INTERESTS = "The pupils of three schools that open on 24 August would have no desks."
WHY = "Delivery takes nine weeks, and the present furniture leaves with the building."


def protest(number: int = 1, **other: Any) -> Protest:
    fields: dict[str, Any] = {
        "against": "award",
        "intent": 1,
        "protester": "birchway",
        "name": "",
        "address": "",
        "signature": "",
        "grounds": GROUNDS,
        "relief": "Rank the offers again.",
        "documents": None,
        "documents_note": "",
        "filed_by": "birchway",
        "filed_at": FILED,
        "stays": False,
        "decision_due": None,
    }
    return Protest(number=number, **{**fields, **other})


WHOLE: Mapping[str, Any] = {
    "name": "Birchway Learning Spaces, LLC",
    "address": "1 Mill Road\nSpringfield VA 22150",
    "signature": "B. Way, President",
    "documents": Attachment(name="price-form.pdf", bytes=20_114, digest="34" * 32),
    "documents_note": "The delivery schedule follows on Friday.",
    "stays": True,
    "decision_due": TO_DECIDE,
}
TERMS: Mapping[str, Any] = {"against": "solicitation", "intent": None}


def decided(status: Any, remedy: str = "", **other: Any) -> Protest:
    fields = {"decided_by": "grace", "decided_at": DECIDED, "facts": FACTS, "reasons": REASONS}
    return protest(**{**other, **fields}, status=status, remedy=remedy)


def deciding(outcome: Any, remedy: str | None = None) -> DecideProtest:
    return DecideProtest(protest=1, outcome=outcome, facts=FACTS, reasons=REASONS, remedy=remedy)


def overridden(**other: Any) -> Protest:
    fields = {"overridden_by": "grace", "overridden_at": DECIDED, "interests": INTERESTS}
    return protest(**{**other, **fields}, override_reasons=WHY)


FINDING: Mapping[str, Any] = {"against": "finding", "finding": "nonresponsive", "intent": None}
PAID = "The agreement ends on 30 September.\nWhat acme had spent in good faith is paid."


def remedied(remedy: Any, done: str) -> AwardRemedy:
    fields: dict[str, Any] = {"protest": 1, "remedy": remedy, "done": done}
    return AwardRemedy(**fields, recorded_by="grace", recorded_at=TO_DECIDE)


def recording(remedy: Any, done: str) -> RecordRemedy:
    return RecordRemedy(protest=1, remedy=remedy, done=done)


OVERRIDE = OverrideStay(protest=1, interests=INTERESTS, reasons=WHY)


def awaiting(case: CaseFile) -> CaseFile:
    row = deadline("decision_due", TO_DECIDE, "at")._replace(subject="1")
    return replace(case, deadlines={**case.deadlines, (row.name, row.subject): row})


def named(occasion: Occasion) -> Occasion:
    return replace(occasion, names={**NAMES, "grace": GRACE.name})


def _reminder(case: CaseFile) -> dict[str, Any]:
    return reminding(case, name="decision_due", to="approvers", offset="P3D")


def _least_reminder() -> Occasion:
    case = awaiting(least())
    return bare(case, THEO, DECIDED, protest(decision_due=TO_DECIDE, **TERMS), **_reminder(case))


def _most_reminder() -> Occasion:
    case = awaiting(most())
    return full(case, GRACE, DECIDED, intent(UNTIL), protest(**WHOLE), **_reminder(case))


def _silent(**other: Any) -> Protest:
    status = {"status": "deemed_denied", "decided_at": TO_DECIDE, "overdue": True}
    return protest(**{"decision_due": TO_DECIDE, **other, **status})


BY_CLOCK: Mapping[str, Any] = {"actor": CLOCK, "cause": "move:31"}

LEAST: dict[str, Callable[[], Occasion]] = {
    "protests/received": lambda: bare(least(), BIRCHWAY, FILED, protest(**TERMS)),
    "protests/filed": lambda: bare(least(), ACME, FILED, protest(**TERMS)),
    "protests/decision": lambda: bare(
        least(), BIRCHWAY, DECIDED, decided("denied", **TERMS), form=deciding("denied")
    ),
    "protests/deemed_denied": lambda: bare(
        least(), BIRCHWAY, TO_DECIDE, _silent(**TERMS), **BY_CLOCK
    ),
    "protests/decision_reminder": _least_reminder,
    "protests/overdue": lambda: bare(
        least(), THEO, TO_DECIDE, protest(decision_due=TO_DECIDE, overdue=True, **TERMS), **BY_CLOCK
    ),
    "protests/outcome": lambda: bare(
        least(), ACME, DECIDED, decided("denied", **FINDING), form=deciding("denied")
    ),
    "protests/remedy": lambda: bare(
        least(),
        ACME,
        TO_DECIDE,
        decided("sustained"),
        remedied("ratified", "The award stands as it was made."),
        form=recording("ratified", "The award stands as it was made."),
    ),
    "protests/override": lambda: bare(
        least(), ACME, DECIDED, intent(None), overridden(), form=OVERRIDE
    ),
}

LATE: Mapping[str, Any] = {"defects": ("late",), "window_over": FILED}
CAUSE = "The portal was down from 15:00 until midnight on the last day."
ACCEPTED: Mapping[str, Any] = {
    "accepted_by": "grace",
    "accepted_at": DECIDED,
    "accepted_because": CAUSE,
}
LONGER = "The samples are still being tested."
EXTENDED: Mapping[str, Any] = {"extended_by": "director", "extended_because": LONGER}
EXTENDING = ExtendDecision(protest=1, days=30, granted_by="director", reasons=LONGER)
ACCEPTING = AcceptProtest(protest=1, cause=CAUSE)
ANSWER = "Another surety bonds us for the whole sum."


def rebuttal(**other: Any) -> Rebuttal:
    fields: dict[str, Any] = {
        "number": 1,
        "offeror": "birchway",
        "finding": "nonresponsible",
        "found_at": FILED,
        "text": ANSWER,
        "documents": None,
        "received_at": DECIDED,
        "late": False,
    }
    return Rebuttal(**{**fields, **other})


STAYED = StayDecision(
    protest=1,
    stays=True,
    covers=("award", "execute"),
    reasons=WHY,
    decided_by="grace",
    decided_at=DECIDED,
)
STAYING = DecideStay(protest=1, stays=True, covers=("award", "execute"), reasons=WHY)
GOES_ON = STAYED.evolve(stays=False, covers=())

LEAST |= {
    "protests/stay_decision": lambda: bare(
        least(), ACME, DECIDED, protest(**TERMS), GOES_ON, form=STAYING
    ),
    "protests/unheard": lambda: bare(
        least(), BIRCHWAY, FILED, protest(defects=("standing",), **TERMS)
    ),
    "protests/accepted": lambda: bare(
        least(), ACME, DECIDED, protest(**TERMS, **LATE, **ACCEPTED), form=ACCEPTING
    ),
    "protests/extended": lambda: bare(
        least(), ACME, DECIDED, protest(decision_due=TO_DECIDE, **TERMS, **EXTENDED), form=EXTENDING
    ),
    "protests/silence": lambda: bare(
        least(),
        BIRCHWAY,
        TO_DECIDE,
        protest(decision_due=TO_DECIDE, overdue=True, **TERMS),
        **BY_CLOCK,
    ),
    "protests/rebuttal": lambda: bare(least(), BIRCHWAY, DECIDED, rebuttal()),
}

MOST: dict[str, Callable[[], Occasion]] = {
    "protests/received": lambda: full(
        most(), BIRCHWAY, FILED, intent(UNTIL), protest(), protest(2, **WHOLE)
    ),
    "protests/filed": lambda: full(most(), ACME, FILED, intent(UNTIL), protest(**WHOLE)),
    "protests/decision": lambda: named(
        full(
            most(),
            BIRCHWAY,
            DECIDED,
            intent(UNTIL),
            decided("sustained", "The intent is withdrawn.\nThe offers are ranked again.", **WHOLE),
            form=deciding("sustained", "The intent is withdrawn.\nThe offers are ranked again."),
        )
    ),
    # only a state whose silence denies ever sends this one
    "protests/deemed_denied": lambda: replace(
        full(most(), BIRCHWAY, TO_DECIDE, intent(UNTIL), _silent(**WHOLE), **BY_CLOCK),
        law=law("az-state"),
    ),
    "protests/stay_decision": lambda: named(
        full(most(), ACME, DECIDED, intent(UNTIL), protest(**WHOLE), STAYED, form=STAYING)
    ),
    "protests/unheard": lambda: full(
        most(),
        BIRCHWAY,
        FILED,
        intent(UNTIL),
        protest(
            **WHOLE, **{**LATE, "defects": ("late", "incomplete")}, lacks=("who signs for it",)
        ),
    ),
    "protests/accepted": lambda: named(
        full(
            most(),
            ACME,
            DECIDED,
            intent(UNTIL),
            protest(**WHOLE, **LATE, **ACCEPTED),
            form=ACCEPTING,
        )
    ),
    "protests/extended": lambda: full(
        most(), ACME, DECIDED, intent(UNTIL), protest(**WHOLE, **EXTENDED), form=EXTENDING
    ),
    # only a state whose silence lets a protester go on ever sends this one
    "protests/silence": lambda: replace(
        full(
            most(), BIRCHWAY, TO_DECIDE, intent(UNTIL), protest(**WHOLE, overdue=True), **BY_CLOCK
        ),
        law=law("az-state"),
    ),
    "protests/rebuttal": lambda: full(
        most(), BIRCHWAY, DECIDED, rebuttal(documents=WHOLE["documents"], late=True)
    ),
    "protests/decision_reminder": _most_reminder,
    "protests/overdue": lambda: full(
        most(),
        GRACE,
        TO_DECIDE,
        intent(UNTIL),
        protest(**{**WHOLE, "overdue": True}),
        protest(2, **{**WHOLE, "protester": "cobalt", "overdue": True}),
        **BY_CLOCK,
    ),
    "protests/outcome": lambda: full(
        most(),
        ACME,
        DECIDED,
        intent(UNTIL),
        decided("sustained", "The intent is withdrawn.\nThe offers are ranked again.", **WHOLE),
        form=deciding("sustained", "The intent is withdrawn.\nThe offers are ranked again."),
    ),
    "protests/remedy": lambda: named(
        full(
            most(),
            ACME,
            TO_DECIDE,
            intent(UNTIL),
            decided("sustained", "What becomes of the award is found by itself.", **WHOLE),
            remedied("terminated", PAID),
            form=recording("terminated", PAID),
        )
    ),
    "protests/override": lambda: named(
        full(most(), ACME, DECIDED, intent(UNTIL), overridden(**WHOLE), form=OVERRIDE)
    ),
}

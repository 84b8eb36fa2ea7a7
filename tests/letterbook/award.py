"""Occasions for the letters of the award."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from solicitation_flow.casefile import CaseFile
from solicitation_flow.forms import Attachment
from solicitation_flow.notices import Recipient
from solicitation_flow.records.award import (
    Award,
    BoardAction,
    Debrief,
    Ending,
    ExtensionRequest,
    Intent,
    Responsibility,
    ValidityExtension,
)
from solicitation_flow.records.evaluation import Ranking
from solicitation_flow.records.papers import Child
from solicitation_flow.records.preparation import Terms
from solicitation_flow.records.protests import Protest, PublicFile
from tests.letters import (
    ACME,
    ARRIVED,
    BIRCHWAY,
    ENDED,
    GAZETTE,
    NUMBER,
    OPENED,
    POSTED,
    PUBLISHED,
    Occasion,
    bare,
    deadline,
    full,
    least,
    most,
    proposal,
    reminding,
    utc,
)

MARIA = Recipient("person:maria", "Maria Alvarez", "maria@lead.example")
UNTIL, LAPSE, LATER = utc("2017-09-09 04:00"), utc("2017-12-17 05:00"), utc("2017-09-12 14:00")
WON = ("acme", "birchway")


def ending(how: Any, *, resolicit: bool = False) -> Ending:
    why = {"no response": "No proposal was received by the due date."}
    reason = why.get(how, "The need has changed.\nThe schools are to be rebuilt first.")
    fields: dict[str, Any] = {"reason": reason, "ended_by": "maria", "ended_at": ENDED}
    return Ending(how=how, resolicit=resolicit, **fields)


def intent(until: datetime | None, **other: Any) -> Intent:
    fields = {
        "number": 1,
        "winners": WON if until else ("acme",),
        "basis": "Highest total: quality outweighs the difference in price.",
        "posted_by": "maria",
        "posted_at": POSTED,
        "standstill_until": until,
    }
    return Intent(**{**fields, **other})


SEVERAL: Mapping[str, Any] = {"need": "No one firm delivers to all six regions.", "fewest": 2}
BACK: Mapping[str, Any] = {
    "withdrawn_at": LATER,
    "withdrawn_because": "A price was read from the wrong page.\nIt is read again.",
}


def ranked(offeror: str, rank: int) -> Ranking:
    return Ranking(
        offeror=offeror,
        rank=rank,
        tied=False,
        technical=Decimal("58.25"),
        price_points=Decimal("28.10"),
        total=Decimal("86.35"),
        exact="1727/20",
    )


RANKED = (ranked("acme", 1), ranked("birchway", 2))


def awarded(*winners: str) -> tuple[Award, *tuple[Child, ...]]:
    basis = "Highest total: quality outweighs the difference in price."
    award = Award(winners=winners, basis=basis, awarded_by="grace", awarded_at=LATER)
    opened = (Child(number=f"{NUMBER}-A{at + 1}", workflow="agreement") for at in range(2))
    return (award, *opened) if len(winners) > 1 else (award, next(opened))


TERMS = Terms(
    cooperative_fee="One per cent of sales, paid by the contractor each quarter",
    federal_funds=True,
    board_approves=True,
    set_by="maria",
    set_at=PUBLISHED,
)
BOARD = BoardAction(
    number=1,
    intent=1,
    outcome="approved",
    held_on=date(2017, 9, 11),
    reference="Item 12, resolution 2017-41",
    recorded_by="maria",
    recorded_at=LATER,
)
PENDING = Protest(
    number=1,
    against="award",
    intent=1,
    protester="birchway",
    name="Birchway",
    address="",
    signature="",
    grounds="x",
    relief="x",
    documents=None,
    documents_note="",
    filed_by="birchway",
    filed_at=POSTED,
    stays=True,
    decision_due=LATER,
)
FILE = PublicFile(where="https://lead.example/files/furniture", opened_by="maria", opened_at=LATER)


def debriefed(topics: str = "") -> Debrief:
    return Debrief(
        offeror="birchway",
        asked_by="birchway",
        asked_at=POSTED,
        topics=topics,
        strengths="Sturdy frames, and a warranty of ten years.",
        weaknesses="Only one contract of this size in five years was shown.",
        held_on=date(2017, 9, 8),
        held_by="maria",
        held_at=LATER,
    )


def unable(paper: Attachment | None = None) -> Responsibility:
    return Responsibility(
        offeror="birchway",
        responsible=False,
        factors={},
        factor="resources",
        defect="No surety will bond the firm for a purchase of this size.",
        evidence="The surety's letter of 3 June, page 2.",
        paper=paper,
        found_by="maria",
        found_at=POSTED,
    )


def extension(*consents: str, was: datetime | None = LAPSE) -> ValidityExtension:
    return ValidityExtension(
        number=1,
        last_day=date(2018, 3, 31),
        until=utc("2018-04-01 04:00"),
        was=was,
        consents=consents,
        evidence=None,
        recorded_by="maria",
        recorded_at=LATER,
    )


def wanted(reason: str, last_day: date = date(2018, 3, 31)) -> ExtensionRequest:
    return ExtensionRequest(
        number=1,
        last_day=last_day,
        due=utc("2017-12-01 21:00"),
        reason=reason,
        asked=("acme", "birchway"),
        asked_by="maria",
        asked_at=LATER,
    )


def dated(case: CaseFile, lapse: datetime = LAPSE) -> CaseFile:
    row = deadline("offers_expire", lapse, "before")
    return replace(case, state="intent_to_award", deadlines={**case.deadlines, (row.name, ""): row})


def _lapsing(made: Any, case: CaseFile, *records: Any) -> Occasion:
    occasion_fields = reminding(case, name="offers_expire", to="officers", offset="P30D")
    occasion: Occasion = made(case, MARIA, utc("2017-11-17 05:00"), *records, **occasion_fields)
    return occasion


LEAST: dict[str, Callable[[], Occasion]] = {
    "award/no_award": lambda: bare(least(), BIRCHWAY, ENDED, ending("no response")),
    "award/cancelled": lambda: bare(least(), BIRCHWAY, ARRIVED, ending("cancelled")),
    "award/intent": lambda: bare(least(), ACME, POSTED, intent(None)),
    "award/regret": lambda: bare(least(), BIRCHWAY, POSTED, intent(None)),
    "award/intent_withdrawn": lambda: bare(least(), ACME, LATER, intent(None, **BACK)),
    "award/award_letter": lambda: bare(least(), ACME, LATER, intent(None), *awarded("acme")),
    "award/award_notice": lambda: bare(least(), BIRCHWAY, LATER, intent(None), *awarded("acme")),
    "award/debrief": lambda: bare(least(), BIRCHWAY, LATER, intent(None), debriefed()),
    "award/nonresponsible": lambda: bare(least(), BIRCHWAY, POSTED, unable()),
    "award/validity_extended": lambda: bare(least(), BIRCHWAY, LATER, extension("acme", was=None)),
    "award/extension_request": lambda: bare(
        least(), BIRCHWAY, LATER, wanted("The board meets later than planned.")
    ),
    "award/file_open": lambda: bare(least(), BIRCHWAY, LATER, intent(None), *awarded("acme"), FILE),
    "award/cancellation_advertisement": lambda: bare(
        least(), GAZETTE, ARRIVED, ending("cancelled")
    ),
    "award/offers_expiring": lambda: _lapsing(bare, dated(least())),
}

MOST: dict[str, Callable[[], Occasion]] = {
    "award/no_award": lambda: full(
        most(), ACME, ENDED, OPENED, ending("all rejected", resolicit=True)
    ),
    "award/cancelled": lambda: full(
        most(), ACME, ENDED, proposal("received", ARRIVED), ending("cancelled")
    ),
    "award/intent": lambda: full(
        dated(most()), ACME, POSTED, TERMS, *RANKED, intent(UNTIL, number=2, **SEVERAL)
    ),
    "award/regret": lambda: full(
        dated(most()),
        BIRCHWAY,
        POSTED,
        *RANKED,
        extension("birchway"),
        intent(ENDED, winners=("acme",)),
    ),
    "award/intent_withdrawn": lambda: full(
        dated(most()), BIRCHWAY, LATER, *RANKED, PENDING, intent(UNTIL, **BACK)
    ),
    "award/award_letter": lambda: full(
        most(), BIRCHWAY, LATER, TERMS, intent(UNTIL), BOARD, PENDING, *awarded(*WON)
    ),
    "award/award_notice": lambda: full(
        most(), ACME, LATER, TERMS, intent(UNTIL), BOARD, FILE, *awarded(*WON)
    ),
    "award/debrief": lambda: full(
        most(), BIRCHWAY, LATER, *RANKED, intent(UNTIL), debriefed("The points for experience.")
    ),
    "award/nonresponsible": lambda: full(
        most(),
        BIRCHWAY,
        POSTED,
        unable(Attachment(name="surety.pdf", bytes=9_120, digest="78" * 32)),
    ),
    "award/validity_extended": lambda: full(
        dated(most()), BIRCHWAY, LATER, *RANKED, extension("acme", "birchway")
    ),
    "award/extension_request": lambda: full(
        dated(most()),
        BIRCHWAY,
        LATER,
        *RANKED,
        extension("birchway"),
        wanted(
            "The governing body meets a month later than planned.\nIts next day is 8 April.",
            date(2018, 5, 31),
        ),
    ),
    "award/file_open": lambda: full(
        most(), BIRCHWAY, LATER, TERMS, intent(UNTIL), *awarded(*WON), FILE
    ),
    "award/cancellation_advertisement": lambda: full(
        most(), GAZETTE, ENDED, OPENED, ending("cancelled", resolicit=True)
    ),
    "award/offers_expiring": lambda: _lapsing(full, dated(most()), extension(*WON)),
}

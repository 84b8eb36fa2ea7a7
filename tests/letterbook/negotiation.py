"""Occasions for the letters of discussions and of best and final offers."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from solicitation_flow.casefile import CaseFile
from solicitation_flow.forms import Envelope
from solicitation_flow.records.award import ValidityExtension
from solicitation_flow.records.negotiation import (
    Bafo,
    BafoRequest,
    CompetitiveRange,
    Discussion,
    Invitation,
)
from tests.letters import (
    ACME,
    BIRCHWAY,
    POSTED,
    Occasion,
    bare,
    deadline,
    full,
    least,
    most,
    reminding,
    utc,
)

KEPT, TALK, ROUND = utc("2017-09-11 14:00"), utc("2017-09-18 14:00"), utc("2017-09-20 15:00")
BAFO_DUE, ANSWERED = utc("2017-09-27 18:00"), utc("2017-09-26 19:12")
LAPSE = utc("2017-12-17 05:00")
REASON = "Only acme and birchway come near 86 points; cobalt asks 412,000.00."
"""The reasons for a range speak of everyone in it, so no letter may repeat them."""


def kept(**other: Any) -> CompetitiveRange:
    fields = {"number": 1, "offerors": ("acme",), "left_out": ("birchway",), "reason": REASON}
    return CompetitiveRange(**{**fields, **other}, set_by="maria", set_at=KEPT)


def invitation(number: int = 1, offeror: str = "acme") -> Invitation:
    return Invitation(
        number=number,
        range_number=1,
        offeror=offeror,
        at=TALK,
        where="Room 204, or by video on request",
        topics="Delivery in August.\nThe length of the warranty on moving parts.",
        invited_by="maria",
        invited_at=KEPT,
    )


TALKED = "The warranty can be five years on moving parts.\nDelivery in August is possible."
DECLINED = "You wrote on 15 September that you do not wish to discuss your proposal."


def discussion(how: Any, summary: str, present: str = "") -> Discussion:
    return Discussion(
        number=1,
        range_number=1,
        offeror="acme",
        invitation=1,
        how=how,
        held_at=TALK,
        present=present,
        summary=summary,
        recorded_by="maria",
        recorded_at=TALK,
    )


def request(number: int = 1, asks: str = "", boundary: Any = "at") -> BafoRequest:
    return BafoRequest(
        number=number,
        range_number=1,
        asked=("acme", "birchway"),
        due=BAFO_DUE,
        boundary=boundary,
        printed="2:00 p.m., September 27, 2017",
        where="The agency's portal, or Room 204",
        how="The price form alone, in a sealed envelope",
        asks=asks,
        requested_by="maria",
        requested_at=ROUND,
    )


def offer(status: Any, number: int = 1, version: int = 1, **other: Any) -> Bafo:
    fields = {"technical": None, "received_at": ANSWERED} | other
    return Bafo(
        round_number=number,
        offeror="acme",
        filing="timely" if status == "received" else f"{status}-{version}",
        version=version,
        price=Envelope(name="bafo.txt", bytes=21, digest="ef" * 32),
        filed_by="acme",
        status=status,
        **fields,
    )


def due(case: CaseFile, boundary: Any) -> CaseFile:
    rows = (deadline("bafo_due", BAFO_DUE, boundary), deadline("offers_expire", LAPSE, "before"))
    return replace(
        case,
        state="negotiation",
        deadlines={**case.deadlines, **{(row.name, ""): row for row in rows}},
    )


def extension(*consents: str) -> ValidityExtension:
    return ValidityExtension(
        number=1,
        last_day=utc("2018-03-31 12:00").date(),
        until=utc("2018-04-01 04:00"),
        was=LAPSE,
        consents=consents,
        evidence=None,
        recorded_by="maria",
        recorded_at=POSTED,
    )


CHANGED = Envelope(name="warranty.pdf", bytes=8_112, digest="12" * 32)
MOST_ASKED = "State the price for five years of warranty on moving parts.\nAnd for ten."
REMINDER = {"name": "bafo_due", "to": "asked_for_bafo", "offset": "P1D"}


def _reminded(boundary: Any) -> tuple[CaseFile, dict[str, Any]]:
    case = due(least() if boundary == "at" else most(), boundary)
    return case, reminding(case, **REMINDER)


def _least_reminder() -> Occasion:
    case, occasion_fields = _reminded("at")
    return bare(case, BIRCHWAY, utc("2017-09-26 18:00"), kept(), request(), **occasion_fields)


def _most_reminder() -> Occasion:
    case, occasion_fields = _reminded("before")
    asked = (request(), request(2, MOST_ASKED, "before"))
    return full(case, ACME, utc("2017-09-26 18:00"), kept(), *asked, **occasion_fields)


LEAST: dict[str, Callable[[], Occasion]] = {
    "negotiation/in_range": lambda: bare(least(), ACME, KEPT, kept()),
    "negotiation/out_of_range": lambda: bare(least(), BIRCHWAY, KEPT, kept()),
    "negotiation/invitation": lambda: bare(least(), ACME, KEPT, kept(), invitation()),
    "negotiation/confirmation": lambda: bare(
        least(), ACME, TALK, kept(), invitation(), discussion("declined", DECLINED)
    ),
    "negotiation/bafo_request": lambda: bare(least(), ACME, ROUND, kept(), request()),
    "negotiation/bafo_reminder": _least_reminder,
    "negotiation/bafo_receipt": lambda: bare(
        least(), ACME, ANSWERED, kept(), request(), offer("received")
    ),
    "negotiation/bafo_late": lambda: bare(
        least(), ACME, BAFO_DUE, kept(), request(), offer("late", received_at=BAFO_DUE)
    ),
}

MOST: dict[str, Callable[[], Occasion]] = {
    "negotiation/in_range": lambda: full(
        due(most(), "before"), ACME, KEPT, kept(number=2), extension("acme")
    ),
    "negotiation/out_of_range": lambda: full(
        due(most(), "before"), BIRCHWAY, KEPT, kept(number=2), extension("acme")
    ),
    "negotiation/invitation": lambda: full(
        most(), ACME, KEPT, kept(), invitation(), invitation(2, "birchway")
    ),
    "negotiation/confirmation": lambda: full(
        most(),
        ACME,
        TALK,
        kept(),
        invitation(),
        discussion("meeting", TALKED, "J. Doe for the offeror; M. Alvarez for the agency"),
    ),
    "negotiation/bafo_request": lambda: full(
        due(most(), "before"), ACME, ROUND, kept(), request(), request(2, MOST_ASKED, "before")
    ),
    "negotiation/bafo_reminder": _most_reminder,
    "negotiation/bafo_receipt": lambda: full(
        most(),
        ACME,
        ANSWERED,
        kept(),
        request(),
        request(2, MOST_ASKED, "before"),
        offer("received", 1),
        offer("received", 2, 2, technical=CHANGED),
    ),
    "negotiation/bafo_late": lambda: full(
        most(),
        ACME,
        BAFO_DUE,
        kept(),
        request(1, MOST_ASKED, "before"),
        offer("received"),
        offer("late", 1, 2, technical=CHANGED, received_at=BAFO_DUE),
    ),
}

"""Occasions for the letters of an agreement's life."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from solicitation_flow.casefile import CLOCK, CaseFile
from solicitation_flow.notices import Recipient
from solicitation_flow.records.agreements import (
    Agreement,
    AgreementAmendment,
    AgreementEnding,
    Assignment,
    CureNotice,
    PriceUpdate,
    Renewal,
    Suspension,
)
from solicitation_flow.records.award import Award
from solicitation_flow.records.papers import Paper
from solicitation_flow.records.preparation import Terms
from tests.letters import (
    ACME,
    BIRCHWAY,
    FAIRVIEW,
    NUMBER,
    POSTED,
    PUBLISHED,
    TITLE,
    Occasion,
    bare,
    deadline,
    full,
    most,
    reminding,
    utc,
)

MARIA = Recipient("person:maria", "Maria Alvarez", "maria@lead.example")
LATER = utc("2019-03-04 15:00")
ENDS, RENEW_BY = utc("2023-01-01 05:00"), utc("2022-10-03 04:00")


def agreement(**other: Any) -> CaseFile:
    drafted = {"title": TITLE, "contractor": "acme", "solicitation": NUMBER, "drafted_at": POSTED}
    held = Agreement(**{**drafted, **other})
    fee = "One per cent of sales, paid by the contractor each quarter"
    terms = Terms(cooperative_fee=fee, federal_funds=True, set_by="maria", set_at=PUBLISHED)
    award = Award(winners=("acme",), basis="x", awarded_by="grace", awarded_at=POSTED)
    return CaseFile(
        number=f"{NUMBER}-A1",
        workflow="agreement",
        state="published",
        title=TITLE,
        owner="maria",
        count=3,
        parent=most().file(award, terms) if other else None,
    ).file(held)


SIGNED: Mapping[str, Any] = {
    "signed_by_agency": "Ann Walker, Director",
    "signed_by_contractor": "Joe Acme, President",
    "effective_on": date(2018, 1, 1),
    "expires_on": date(2022, 12, 31),
    "executed_at": POSTED,
}
TERM: dict[str, Any] = {
    **SIGNED,
    "renewals": 3,
    "how_to_join": "Sign the addendum.\nSend it to the lead agency.",
    "packet_at": "https://lead.example/agreements/furniture",
    "published_at": POSTED,
    "members_told": ("fairview",),
    "renew_by": date(2022, 10, 2),
    "latest_end": date(2025, 12, 31),
}


def signed() -> CaseFile:
    """Return a signed agreement that says no more than a signing must, its parent unread."""
    return replace(agreement(**SIGNED), parent=None)


def amendment(**other: Any) -> AgreementAmendment:
    fields: dict[str, Any] = {"number": 1, "about": "catalogue", "within_scope": ""} | other
    return AgreementAmendment(
        **fields,
        summary="Section 4 adds stacking chairs of the same line.\nTheir prices are on page 9.",
        grows_scope=False,
        effective_on=date(2019, 4, 1),
        signed_by_agency="Ann Walker, Director",
        signed_by_contractor="Joe Acme, President",
        recorded_by="maria",
        recorded_at=LATER,
    )


def prices() -> PriceUpdate:
    return PriceUpdate(
        number=1,
        summary="Desks go up by 2.1 per cent.\nChairs are unchanged.",
        reckoned_by="Clause 9: producer price index for furniture, May to May.",
        effective_on=date(2019, 4, 15),
        announced_by="maria",
        announced_at=LATER,
    )


PRICE_LIST = Paper(
    paper="price_list",
    title="Prices from 2019-04-15",
    name="prices-2019.pdf",
    bytes=88_120,
    digest="56" * 32,
    version=2,
    filed_by="maria",
    filed_at=LATER,
)
ASSIGNED = Assignment(
    number=1,
    assignor="acme",
    assignee="birchway",
    reason="Birchway has bought the furniture business of Acme.",
    consented_by="maria",
    consented_at=LATER,
)


def renewal(**other: Any) -> Renewal:
    fields = {"price_reasons": "", "performance": ""} | other
    return Renewal(
        **fields,
        number=1,
        was=date(2022, 12, 31),
        expires_on=date(2023, 12, 31),
        renewed_by="maria",
        renewed_at=LATER,
    )


def breach(number: int = 1, clause: str = "") -> CureNotice:
    return CureNotice(
        number=number,
        breach="Three orders of May were delivered more than four weeks late.",
        clause=clause,
        last_day=date(2019, 3, 29),
        due=utc("2019-03-30 04:00"),
        issued_by="maria",
        issued_at=LATER,
    )


def suspension(**other: Any) -> Suspension:
    why = "The contractor's insurance has run out.\nNo new certificate is on file."
    return Suspension(number=1, reason=why, suspended_by="maria", suspended_at=LATER, **other)


AGAIN: Mapping[str, Any] = {
    "reinstated_because": "A certificate of insurance was filed on 2 May.",
    "reinstated_by": "maria",
    "reinstated_at": utc("2019-05-03 14:00"),
}


BREACH = "The breach of May was not cured in the time allowed."


def ending(how: Any, ground: Any = None, open_orders: str = "") -> AgreementEnding:
    why = {
        None: "The term is over.",
        "convenience": "The state now offers an agreement of its own.",
    }
    at = ENDS if how == "expired" else LATER
    fields: dict[str, Any] = {
        "reason": why.get(ground, BREACH),
        "open_orders": open_orders,
        "ended_by": "maria",
        "ended_at": at,
    }
    return AgreementEnding(how=how, ground=ground, **fields)


def due(case: CaseFile) -> CaseFile:
    rows = (
        deadline("expiry", ENDS, "before"),
        deadline("renewal_alert", RENEW_BY, "before"),
        deadline("effective", BEGINS, "before"),
        deadline("cure", MENDED_BY, "before"),
    )
    return replace(case, deadlines={(row.name, ""): row for row in rows})


OLD = {"renewals": 1, "renew_by": date(2022, 10, 2)}
EXPIRING: Mapping[str, Any] = {"name": "expiry", "to": "joined_members", "offset": "P90D"}
ALERTING: Mapping[str, Any] = {"name": "renewal_alert", "to": "officers", "offset": "P92D"}
BEGINNING: Mapping[str, Any] = {"name": "effective", "to": "contractor", "offset": "P7D"}
MENDING: Mapping[str, Any] = {"name": "cure", "to": "contractor", "offset": "P5D"}
BEGINS, MENDED_BY = utc("2018-01-01 05:00"), utc("2019-03-30 04:00")
ALERTED, WARNED = utc("2022-07-03 04:00"), utc("2022-10-03 05:00")
BY_CLOCK: Mapping[str, Any] = {"actor": CLOCK, "cause": "move:40"}


def _alert(made: Any, case: CaseFile) -> Occasion:
    held = due(case)
    occasion: Occasion = made(held, MARIA, ALERTED, **reminding(held, **ALERTING))
    return occasion


def _expiring(made: Any, case: CaseFile, to: Recipient) -> Occasion:
    held = due(case)
    occasion: Occasion = made(held, to, WARNED, **reminding(held, **EXPIRING))
    return occasion


def _beginning(made: Any, case: CaseFile) -> Occasion:
    held = due(case)
    occasion: Occasion = made(held, ACME, utc("2017-12-25 05:00"), **reminding(held, **BEGINNING))
    return occasion


def _mending(made: Any, case: CaseFile, *notices: CureNotice) -> Occasion:
    held = due(case).file(*notices)
    occasion: Occasion = made(held, ACME, utc("2019-03-25 04:00"), **reminding(held, **MENDING))
    return occasion


LEAST: dict[str, Callable[[], Occasion]] = {
    "agreements/publication": lambda: bare(agreement(), FAIRVIEW, POSTED),
    "agreements/executed": lambda: bare(signed(), ACME, POSTED),
    "agreements/amended": lambda: bare(signed(), ACME, LATER, amendment()),
    "agreements/prices_updated": lambda: bare(signed(), ACME, LATER, prices()),
    "agreements/assigned": lambda: bare(signed(), ACME, LATER, ASSIGNED),
    "agreements/renewed": lambda: bare(
        replace(agreement(**{**SIGNED, "renewals": 1, "renewed": 1}), parent=None),
        ACME,
        LATER,
        renewal(),
    ),
    "agreements/renewal_alert": lambda: _alert(
        bare, replace(agreement(**{**SIGNED, **OLD}), parent=None)
    ),
    "agreements/expiry_notice": lambda: _expiring(bare, signed(), ACME),
    "agreements/effective_reminder": lambda: _beginning(bare, signed()),
    "agreements/cure_reminder": lambda: _mending(bare, signed(), breach()),
    "agreements/expired": lambda: bare(signed(), ACME, ENDS, ending("expired"), **BY_CLOCK),
    "agreements/cure_notice": lambda: bare(signed(), ACME, LATER, breach()),
    "agreements/suspended": lambda: bare(signed(), ACME, LATER, suspension()),
    "agreements/reinstated": lambda: bare(signed(), ACME, LATER, suspension(**AGAIN)),
    "agreements/terminated": lambda: bare(
        signed(), ACME, LATER, ending("terminated", "convenience")
    ),
}

RENEWED = {"renewed": 1, "expires_on": date(2023, 12, 31), "renew_by": date(2023, 10, 2)}
FULL_RENEWAL = {
    "price_reasons": "Within two per cent of three like agreements looked at in June.",
    "performance": "Fourteen of sixteen members would use it again.",
}
OPEN_ORDERS = "Orders placed before today are finished under the agreement's terms."

MOST: dict[str, Callable[[], Occasion]] = {
    "agreements/publication": lambda: full(agreement(**TERM), FAIRVIEW, POSTED),
    "agreements/executed": lambda: full(agreement(**TERM), ACME, POSTED),
    "agreements/amended": lambda: full(
        agreement(**TERM),
        FAIRVIEW,
        LATER,
        amendment(about="price"),
        amendment(number=2, within_scope="The solicitation asked for seating, section 2.1."),
    ),
    "agreements/prices_updated": lambda: full(
        agreement(**TERM), FAIRVIEW, LATER, prices(), PRICE_LIST
    ),
    "agreements/assigned": lambda: full(
        agreement(**{**TERM, "contractor": "birchway"}), BIRCHWAY, LATER, ASSIGNED
    ),
    "agreements/renewed": lambda: full(
        agreement(**TERM | RENEWED),
        FAIRVIEW,
        LATER,
        renewal(**FULL_RENEWAL),
    ),
    "agreements/renewal_alert": lambda: _alert(full, agreement(**TERM)),
    "agreements/expiry_notice": lambda: _expiring(full, agreement(**TERM), FAIRVIEW),
    "agreements/effective_reminder": lambda: _beginning(full, agreement(**TERM)),
    "agreements/cure_reminder": lambda: _mending(
        full, agreement(**TERM), breach(), breach(2, "Clause 14.2, delivery")
    ),
    "agreements/expired": lambda: full(
        agreement(**TERM), FAIRVIEW, ENDS, ending("expired"), **BY_CLOCK
    ),
    "agreements/cure_notice": lambda: full(
        agreement(**TERM), ACME, LATER, breach(), breach(2, "Clause 14.2, delivery")
    ),
    "agreements/suspended": lambda: full(agreement(**TERM), FAIRVIEW, LATER, suspension()),
    "agreements/reinstated": lambda: full(agreement(**TERM), FAIRVIEW, LATER, suspension(**AGAIN)),
    "agreements/terminated": lambda: full(
        agreement(**TERM), FAIRVIEW, LATER, ending("terminated", "cause", OPEN_ORDERS)
    ),
}

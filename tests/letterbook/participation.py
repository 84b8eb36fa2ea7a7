"""Occasions for the letters of a member's participation."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from solicitation_flow.casefile import CaseFile
from solicitation_flow.records.participation import Eligibility, Participation
from tests.letterbook.agreements import TERM, agreement
from tests.letters import ACME, FAIRVIEW, NAMES, NUMBER, TITLE, Occasion, bare, full, utc

ASKED, JOINED, LEFT = utc("2018-02-01 15:00"), utc("2018-02-06 16:30"), utc("2019-06-28 20:00")


def participation(above: CaseFile | None = None, **other: Any) -> CaseFile:
    asks: dict[str, Any] = {
        "agreement": f"{NUMBER}-A1",
        "member": "fairview",
        "contractor": "acme",
        "contact": "Pat Lee, Purchasing, 703-555-0100",
        "scope": "Classroom furniture for two new schools.\nNo storage.",
        "estimated_value": None,
        "asked_by": "fairview",
        "asked_at": ASKED,
    }
    return CaseFile(
        number=f"{NUMBER}-A1-M001",
        workflow="participation",
        state="joined",
        title=f"fairview: {TITLE}",
        owner="maria",
        count=3,
        parent=above,
    ).file(Participation(**{**asks, **other}))


def eligible(finding: Any = "eligible", authority: str = "", exclusions: str = "") -> Eligibility:
    return Eligibility(
        member="fairview",
        finding=finding,
        entity="school division",
        entity_allowed=True,
        authority=authority,
        exclusions=exclusions,
        checked_by="maria",
        checked_at=ASKED,
    )


WITHIN: dict[str, Any] = {
    "joined_by": "maria",
    "joined_at": JOINED,
    "signed_by": "Pat Lee, Director of Purchasing",
}
OUT: dict[str, Any] = {
    "ended_by": "fairview",
    "ended_at": LEFT,
    "reason": "The division has awarded a contract of its own.\nIt begins in July.",
}
LAW = "Va. Code 2.2-4304"
EXCLUDED = "Not for construction; furniture alone is bought."


def using(**other: Any) -> CaseFile:
    return participation(agreement(**TERM), estimated_value=Decimal("250000.00"), **other)


def known(occasion: Occasion) -> Occasion:
    return replace(occasion, names={**NAMES, "fairview": FAIRVIEW.name})


LEAST: dict[str, Callable[[], Occasion]] = {
    "participation/joined": lambda: bare(participation(**WITHIN), ACME, JOINED),
    "participation/declined": lambda: bare(participation(**OUT), FAIRVIEW, LEFT),
    "participation/left": lambda: bare(participation(**OUT), ACME, LEFT),
}

MOST: dict[str, Callable[[], Occasion]] = {
    "participation/joined": lambda: known(
        full(using(**WITHIN), FAIRVIEW, JOINED, eligible("eligible", LAW, EXCLUDED))
    ),
    "participation/declined": lambda: known(
        full(using(**OUT), FAIRVIEW, LEFT, eligible("not_eligible", LAW, EXCLUDED))
    ),
    "participation/left": lambda: known(
        full(using(**WITHIN, **OUT), FAIRVIEW, LEFT, eligible("eligible", LAW, EXCLUDED))
    ),
}

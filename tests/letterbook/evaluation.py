"""Occasions for the letters of evaluation."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any

from solicitation_flow.records.evaluation import (
    Clarification,
    CureRequest,
    PriceConfirmation,
    Responsiveness,
)
from tests.letters import ACME, POSTED, Occasion, bare, full, least, most, utc

ANSWER_BY = utc("2017-09-05 20:00")


def clarification(number: int, due: datetime | None = None) -> Clarification:
    return Clarification(
        number=number,
        offeror="acme",
        asks="explain",
        section="Page 12, table 3",
        question="Do the hours shown include travel?\nIf not, where is it said?",
        due=due,
        asked_by="maria",
        asked_at=POSTED,
    )


def doubted(**other: Any) -> PriceConfirmation:
    return PriceConfirmation(
        number=1,
        offeror="acme",
        item="The total on page 3 of the price form",
        why="It is far below every other offer.",
        asked_by="maria",
        asked_at=POSTED,
        **other,
    )


def cure(number: int) -> CureRequest:
    return CureRequest(
        number=number,
        offeror="acme",
        defect="The offer is signed, but its second copy is not.",
        affects=(),
        asks="Send the second copy with its signature.",
        due=ANSWER_BY,
        requested_by="maria",
        requested_at=POSTED,
    )


def lacking(**other: Any) -> Responsiveness:
    return Responsiveness(
        offeror="acme",
        responsive=False,
        defect="No certificate of insurance is among its papers.",
        version=1,
        found_by="maria",
        found_at=POSTED,
        **other,
    )


WHY = {
    "requirement": "The offer includes a certificate\nof liability insurance.",
    "rule": "Section 4.2, item 3",
}

LEAST: dict[str, Callable[[], Occasion]] = {
    "evaluation/clarification": lambda: bare(least(), ACME, POSTED, clarification(1)),
    "evaluation/confirm_price": lambda: bare(least(), ACME, POSTED, doubted(amount=None, due=None)),
    "evaluation/cure": lambda: bare(least(), ACME, POSTED, cure(1)),
    "evaluation/nonresponsive": lambda: bare(least(), ACME, POSTED, lacking()),
}

MOST: dict[str, Callable[[], Occasion]] = {
    "evaluation/clarification": lambda: full(
        most(), ACME, POSTED, clarification(1), clarification(2, ANSWER_BY)
    ),
    "evaluation/confirm_price": lambda: full(
        most(), ACME, POSTED, doubted(amount=Decimal("412000.00"), due=ANSWER_BY)
    ),
    "evaluation/cure": lambda: full(most(), ACME, POSTED, cure(1), cure(2)),
    "evaluation/nonresponsive": lambda: full(most(), ACME, POSTED, lacking(**WHY)),
}

"""Prices in doubt: who is asked, who answers, and what may be corrected."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from solicitation_flow import scoring
from solicitation_flow.casefile import CaseFile
from solicitation_flow.forms import check
from solicitation_flow.phases.award import intents
from solicitation_flow.phases.evaluation import mistakes, offers, prices, responsiveness
from solicitation_flow.records.evaluation import PriceConfirmation, PriceOffer, PriceOpening
from solicitation_flow.records.offers import NO_LOT
from tests.phases import builders
from tests.phases.judging import (
    DUE,
    JOE,
    LAW,
    NOW,
    again,
    confirming,
    doubted,
    finding,
    obeyed,
    rejected,
    ruled,
)

OVER = builders.at(DUE)
TICK = timedelta(microseconds=1)


def priced(acme: str | None = "100000", zenith: str | None = "125000") -> CaseFile:
    return builders.priced(builders.scored(builders.evaluated()), acme, zenith)


def answering(confirmation: int = 1, **fields: Any) -> mistakes.ConfirmPrice:
    words = {"confirmation": confirmation, "answer": "confirmed", **fields}
    return check(mistakes.ConfirmPrice, "confirm_price", words)


def answered(case: CaseFile, confirmation: int = 1, **fields: Any) -> CaseFile:
    return mistakes.confirm_price(case, answering(confirmation, **fields), NOW, JOE)


def deciding(confirmation: int = 1, **fields: Any) -> mistakes.CorrectMistake:
    words = {
        "confirmation": confirmation,
        "outcome": "corrected",
        "mistake": "arithmetic",
        "amount": "421,000.00",
        "reason": "The lines on page 3 add up to it.",
        **fields,
    }
    return check(mistakes.CorrectMistake, "correct_mistake", words)


def decided(case: CaseFile, confirmation: int = 1, **fields: Any) -> CaseFile:
    form = deciding(confirmation, **fields)
    return mistakes.correct_mistake(case, form, NOW, builders.MARIA)


# --- asked and answered -------------------------------------------------------------------------


def test_a_question_keeps_the_price_it_is_about() -> None:
    case = doubted(priced(), due=DUE)
    asked = case.one(PriceConfirmation, "1")
    assert (asked.amount, asked.due, asked.settled) == (Decimal(100000), OVER, False)
    assert PriceConfirmation.model_validate_json(asked.body()) == asked
    assert doubted(priced("unreadable")).one(PriceConfirmation, "1").amount is None


def test_only_an_opened_price_can_be_asked_about() -> None:
    case = priced()
    assert prices.prices_opened(case, confirming()) is None
    objection = prices.prices_opened(case, confirming("orion"))
    assert objection is not None
    assert [remedy.command for remedy in objection.clears] == [""]  # the command at hand
    assert prices.prices_opened(case, again(confirming("orion"), objection)) is None
    past = confirming(due="2026-06-15 09:00")
    objection = offers.due_is_ahead(past, NOW, LAW)
    assert offers.due_is_ahead(again(past, objection), NOW, LAW) is None


def test_an_offeror_answers_once_for_its_own_price() -> None:
    case = doubted(doubted(priced()), "zenith")
    assert mistakes.confirmation_asked(case, answering(1), JOE) is None
    objection = mistakes.confirmation_asked(case, answering(2), JOE)
    assert mistakes.confirmation_asked(case, again(answering(2), objection), JOE) is None
    assert mistakes.confirmation_asked(case, answering(3), JOE)
    case = answered(case, answer="mistaken", reason="Two digits.", intended="210000")
    asked = case.one(PriceConfirmation, "1")
    assert (asked.answer, asked.reason, asked.intended) == (
        "mistaken",
        "Two digits.",
        Decimal(210000),
    )
    objection = mistakes.confirmation_asked(case, answering(1), JOE)
    assert objection is not None
    assert objection.clears == ()


# --- corrected, or not --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "objects"),
    [
        ({"mistake": "typo"}, False),
        ({"mistake": "extension"}, False),
        ({"mistake": "arithmetic"}, False),
        ({"mistake": "judgment"}, True),
        ({"amount": None}, True),
        ({"mistake": "judgment", "outcome": "stands"}, False),
        ({"amount": None, "outcome": "stands"}, False),
    ],
)
def test_a_slip_is_corrected_and_an_error_of_judgment_never(
    fields: dict[str, Any], objects: bool
) -> None:
    form = deciding(**fields)
    objection = mistakes.mistake_is_clerical(form)
    assert bool(objection) is objects
    if objection:
        assert mistakes.mistake_is_clerical(again(form, objection)) is None


def test_an_offer_is_taken_back_for_a_slip_and_is_judged_no_further() -> None:
    case = answered(doubted(priced()), answer="mistaken")
    form = deciding(outcome="withdrawn", amount=None)
    assert mistakes.mistake_is_open(case, form, NOW, LAW) is None
    assert mistakes.mistake_is_clerical(form) is None
    judgment = deciding(outcome="withdrawn", amount=None, mistake="judgment")
    assert mistakes.mistake_is_clerical(judgment)
    objection = mistakes.correction_is_evident(case, form)
    assert objection is not None
    assert "before the offer is taken back" in objection.says
    case = prices.rank_offers(case, NOW, builders.MARIA)
    before = scoring.basis(case, NO_LOT)
    case = mistakes.correct_mistake(case, form, NOW, builders.MARIA)
    assert scoring.offerors(case) == list(scoring.prices(case)) == ["zenith"]
    assert list(scoring.places(case)) == ["zenith"]
    assert case.one(PriceConfirmation, "1").corrected is None
    assert scoring.basis(case, NO_LOT) != before, "the offers left are ranked anew"
    assert mistakes.mistakes_answered(case, LAW) is None


def test_a_question_without_a_time_is_given_one_by_asking_again() -> None:
    case = doubted(priced())
    form = deciding(outcome="stands", amount=None)
    objection = mistakes.mistake_is_open(case, form, NOW, LAW)
    assert objection is not None
    assert [remedy.command for remedy in objection.clears] == ["confirm_price", "ask_to_confirm"]
    case = doubted(case, due=DUE)
    assert [price_confirmation.due for price_confirmation in case.all(PriceConfirmation)] == [
        OVER,
        OVER,
    ]
    assert mistakes.mistake_is_open(case, form, OVER - TICK, LAW)
    assert mistakes.mistake_is_open(case, form, OVER, LAW) is None


def test_nothing_is_ranked_once_no_offer_is_left() -> None:
    case = rejected(rejected(priced(), "zenith"), "acme")
    objection = prices.prices_known(case)
    assert objection is not None
    assert objection.clears == ()
    opened = case.file(PriceOpening(opened_at=NOW, opened_by="maria"))
    assert list(prices.owes_ranking(opened)) == []


def test_an_offer_whose_price_stayed_sealed_is_not_judged_beside_the_others() -> None:
    sealed = rejected(builders.evaluated(), "zenith")
    assert responsiveness.priced_with_the_others(sealed, finding("zenith")) is None
    out_late = rejected(priced(), "zenith")
    assert responsiveness.priced_with_the_others(out_late, finding("zenith")) is None
    left = builders.evaluated().file(PriceOpening(opened_at=NOW, opened_by="maria"))
    assert responsiveness.priced_with_the_others(left, finding("zenith"))


def test_a_price_changes_only_by_determination() -> None:
    case = answered(doubted(priced()), answer="mistaken")
    objection = mistakes.correction_is_evident(case, deciding())
    assert objection is not None
    assert objection.clears == ()
    assert objection.facts == {
        "offeror": "acme",
        "offered": Decimal(100000),
        "corrected": Decimal("421000.00"),
        "mistake": "arithmetic",
    }
    assert mistakes.correction_is_evident(case, deciding(outcome="stands")) is None
    assert mistakes.correction_is_evident(case, deciding(9)) is None


@pytest.mark.parametrize(
    ("answer", "outcome", "past", "objects"),
    [
        ("mistaken", "corrected", -TICK, False),
        ("mistaken", "stands", -TICK, False),
        ("confirmed", "stands", TICK, True),
        (None, "stands", -TICK, True),
        (None, "stands", 0 * TICK, False),
        (None, "corrected", TICK, True),
    ],
)
def test_a_price_is_decided_on_once_it_was_admitted_or_time_has_passed(
    answer: str | None, outcome: str, past: timedelta, objects: bool
) -> None:
    case = doubted(priced(), due=DUE)
    case = answered(case, answer=answer) if answer else case
    form = deciding(outcome=outcome)
    objection = mistakes.mistake_is_open(case, form, OVER + past, LAW)
    assert bool(objection) is objects
    if objection and answer is None:
        assert objection.earliest == (OVER if outcome == "stands" else None)
        assert mistakes.mistake_is_open(obeyed(case, objection), form, OVER + past, LAW) is None


def test_only_an_open_question_is_decided() -> None:
    case = answered(doubted(priced()), answer="mistaken")
    objection = mistakes.mistake_is_open(case, deciding(7), NOW, LAW)
    assert mistakes.mistake_is_open(case, again(deciding(7), objection), NOW, LAW) is None
    case = decided(case, outcome="stands")
    objection = mistakes.mistake_is_open(case, deciding(), NOW, LAW)
    assert objection is not None
    assert objection.clears == ()
    undated = mistakes.mistake_is_open(doubted(priced()), deciding(), NOW, LAW)
    assert undated is not None
    assert undated.earliest is None


def test_a_correction_is_the_price_and_makes_the_ranking_stale() -> None:
    case = prices.rank_offers(priced(), NOW, builders.MARIA)
    case = answered(doubted(case), answer="mistaken")
    assert intents.ranking_current(case) is None
    corrected = decided(case)
    price = corrected.one(PriceOffer, "acme")
    assert (price.amount, price.entered_by) == (Decimal("421000.00"), "maria")
    assert intents.ranking_current(corrected)
    kept = corrected.one(PriceConfirmation, "1")
    assert (kept.outcome, kept.corrected, kept.mistake) == ("corrected", price.amount, "arithmetic")
    left = decided(case, outcome="stands")
    assert left.one(PriceOffer, "acme").amount == Decimal(100000)
    assert left.one(PriceConfirmation, "1").corrected is None
    assert intents.ranking_current(left) is None


# --- before an award is announced ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("acme", "zenith", "suspected"),
    [
        ("70000", "100000", ["acme"]),
        ("70000.0001", "100000", []),
        ("69999.9999", "100000", ["acme"]),
        ("100000", "100000", []),
        ("100000", "1", ["zenith"]),
        ("100000", None, []),
    ],
)
def test_a_price_is_suspect_from_the_stated_share_below_the_others_on(
    acme: str, zenith: str | None, suspected: list[str]
) -> None:
    case = priced(acme, zenith)
    assert scoring.suspects(case, 30) == suspected
    assert bool(mistakes.mistakes_answered(case, LAW)) is bool(suspected)
    owed = [owes_question.says for owes_question in mistakes.owes_questions(case, LAW)]
    assert owed == [f"ask {offeror} to confirm its price" for offeror in suspected]


def test_a_suspect_price_is_asked_about_and_answered_for() -> None:
    case = priced("50000", "100000")
    objection = mistakes.mistakes_answered(case, LAW)
    assert objection is not None
    assert [remedy.command for remedy in objection.clears] == ["ask_to_confirm", "confirm_price"]
    done = obeyed(case, objection)
    assert mistakes.mistakes_answered(done, LAW) is None
    words = {"offeror": "acme", "amount": "49000", "reason": "page 3"}
    form = check(prices.EnterPrice, "enter_price", words)
    lower = prices.enter_price(done, form, builders.MARIA)
    assert mistakes.mistakes_answered(lower, LAW), "another price is asked about anew"


def test_a_question_waits_for_its_answer_and_an_admission_for_its_decision() -> None:
    case = doubted(priced())
    objection = mistakes.mistakes_answered(case, LAW)
    assert objection is not None
    assert [(remedy.command, remedy.who) for remedy in objection.clears] == [
        ("confirm_price", "acme")
    ]
    assert mistakes.mistakes_answered(obeyed(case, objection), LAW) is None
    admitted = answered(case, answer="mistaken")
    objection = mistakes.mistakes_answered(admitted, LAW)
    assert objection is not None
    assert [remedy.command for remedy in objection.clears] == ["correct_mistake"]
    assert mistakes.mistakes_answered(obeyed(admitted, objection), LAW) is None
    corrected = decided(admitted, amount="50000")
    assert scoring.suspects(corrected, 30) == ["acme"]
    assert mistakes.mistakes_answered(corrected, LAW) is None


def test_nobody_answers_for_an_offer_that_is_judged_no_more() -> None:
    case = doubted(priced("50000", "100000"))
    assert mistakes.mistakes_answered(rejected(case, "acme"), LAW) is None


def test_a_share_that_is_not_known_asks_for_a_determination() -> None:
    unknown = ruled(mistakes=None)
    objection = mistakes.mistakes_answered(priced(), unknown)
    assert objection is not None
    assert objection.unknown
    assert mistakes.mistakes_answered(priced(zenith=None), unknown) is None
    waiting = mistakes.mistakes_answered(doubted(priced()), unknown)
    assert waiting is not None
    assert not waiting.unknown
    assert list(mistakes.owes_questions(priced("1"), unknown)) == []


def test_the_inbox_leads_from_question_to_answer_to_decision() -> None:
    case = doubted(priced(), due=DUE)
    assert [(o.owes, o.due_at) for o in mistakes.owes_confirmations(case)] == [
        ("supplier:acme", OVER)
    ]
    assert list(mistakes.owes_decisions(case)) == []
    case = answered(case, answer="mistaken")
    assert list(mistakes.owes_confirmations(case)) == []
    assert [owes_decision.owes for owes_decision in mistakes.owes_decisions(case)] == [
        "role:officer"
    ]
    case = decided(case, outcome="stands")
    assert list(mistakes.owes_decisions(case)) == []

from datetime import timedelta
from typing import Any

import pytest

from solicitation_flow.errors import BadFields
from solicitation_flow.phases.evaluation import (
    clarifications,
    cures,
    offers,
)
from solicitation_flow.records.evaluation import (
    Clarification,
    CureRequest,
)
from tests.phases import builders
from tests.phases.judging import (
    DUE,
    JOE,
    LAW,
    NOW,
    again,
    curing,
    obeyed,
    to_cure,
)
from tests.phases.screening import CURE_DUE, TICK, clarifying, questioned


@pytest.mark.parametrize(
    ("asks", "objects"),
    [
        ("explain", False),
        ("confirm", False),
        ("locate", False),
        ("new_price", True),
        ("new_document", True),
        ("cure", True),
        ("lateness", True),
    ],
)
def test_a_clarification_adds_nothing_to_an_offer(asks: str, objects: bool) -> None:
    form = clarifying(asks=asks)
    objection = clarifications.clarification_is_limited(form)
    assert bool(objection) is objects
    if objection:
        assert clarifications.clarification_is_limited(again(form, objection)) is None


def test_a_question_is_answered_once_by_whom_it_was_asked() -> None:
    case = questioned(questioned(builders.evaluated(), due=DUE), "zenith")
    assert case.one(Clarification, "1").due == CURE_DUE
    assert [(o.owes, o.due_at) for o in clarifications.owes_clarifications(case)] == [
        ("supplier:acme", CURE_DUE),
        ("supplier:zenith", None),
    ]
    mine, other = (
        clarifications.AnswerClarification(clarification=number, text="Yes.") for number in (1, 2)
    )
    assert clarifications.clarification_asked(case, mine, JOE) is None
    objection = clarifications.clarification_asked(case, other, JOE)
    assert objection is not None
    assert (objection.clears[0].who, objection.clears[0].fields) == ("acme", {"clarification": 1})
    assert clarifications.clarification_asked(case, again(other, objection), JOE) is None
    case = clarifications.answer_clarification(case, mine, NOW, JOE)
    answered = case.one(Clarification, "1")
    assert (answered.answer, answered.answered_by, answered.answered_at) == ("Yes.", "joe", NOW)
    objection = clarifications.clarification_asked(case, mine, JOE)
    assert objection is not None
    assert objection.clears == ()
    assert len(list(clarifications.owes_clarifications(case))) == 1


@pytest.mark.parametrize(
    ("affects", "kept"),
    [("none", ()), ("", ()), ("delivery, Price", ("price", "delivery")), (["terms"], ("terms",))],
)
def test_only_what_leaves_the_offer_as_it_is_may_be_cured(
    affects: Any, kept: tuple[str, ...]
) -> None:
    form = curing(affects=affects)
    assert form.affects == kept
    objection = cures.informality_is_minor(form)
    assert bool(objection) is bool(kept)
    if objection:
        assert objection.facts["affects"] == kept
        assert objection.clears == ()


@pytest.mark.parametrize("affects", ["colour", 5, {"price": 1}, ["price", 1], None])
def test_what_a_defect_touches_is_one_of_five_things(affects: Any) -> None:
    with pytest.raises(BadFields, match="affects"):
        curing(affects=affects)


@pytest.mark.parametrize(
    ("due", "objects"),
    [
        ("2026-06-16 09:00", True),
        ("2026-06-16 09:01", False),
        ("2026-03-08 02:30", True),
        ("2026-06-15 09:00", True),
    ],
)
def test_time_to_answer_lies_ahead(due: str, objects: bool) -> None:
    for form in (curing(due=due), clarifying(due=due)):
        objection = offers.due_is_ahead(form, NOW, LAW)
        assert bool(objection) is objects
        if objection:
            better = again(form, objection)
            assert f"{better.due:%F %R}" == "2026-06-17 14:00"
            assert offers.due_is_ahead(better, NOW, LAW) is None
    assert offers.due_is_ahead(clarifying(), NOW, LAW) is None


def test_a_cure_is_a_deadline_of_its_offeror() -> None:
    case = to_cure(to_cure(), "zenith")
    assert case.due("cure_due", "acme") == case.due("cure_due", "zenith") == CURE_DUE
    assert case.deadline("cure_due") is None
    form = cures.Cure(text="Here it is.", document=builders.attachment("copy.pdf"))
    case = cures.cure(case, form, NOW, JOE)
    cured, waiting = case.one(CureRequest, "1"), case.one(CureRequest, "2")
    assert (cured.status, cured.answer, cured.answered_by) == ("cured", "Here it is.", "joe")
    assert CureRequest.model_validate_json(cured.body()) == cured
    assert waiting.status == "open"
    assert case.deadlines["cure_due", "acme"].status == "met"
    assert case.deadlines["cure_due", "zenith"].status == "unmet"
    case = cures.end_cure(case, CURE_DUE, "zenith")
    assert case.one(CureRequest, "2").status == "expired"
    assert case.one(CureRequest, "1").status == "cured"


def test_a_newer_request_takes_the_place_of_the_older() -> None:
    case = to_cure(to_cure(), due="2026-06-19 16:00")
    assert [cure_request.status for cure_request in case.all(CureRequest)] == ["replaced", "open"]
    assert case.due("cure_due", "acme") == builders.at("2026-06-19 16:00")


@pytest.mark.parametrize(("past", "objects"), [(-TICK, False), (0 * TICK, True)])
def test_a_defect_is_put_right_in_time(past: timedelta, objects: bool) -> None:
    objection = cures.cure_is_open(to_cure(), CURE_DUE + past, LAW, JOE)
    assert bool(objection) is objects
    if objection:
        assert "acme had until" in objection.says


def test_a_defect_is_put_right_once_and_by_whoever_was_asked() -> None:
    case = to_cure()
    objection = cures.cure_is_open(case, NOW, LAW, builders.ZENITH)
    assert objection is not None
    assert objection.says == "zenith was not asked to correct a defect"
    asked = obeyed(
        case, objection, defect="A copy is unsigned.", affects="none", asks="Sign it.", due=DUE
    )
    assert cures.cure_is_open(asked, NOW, LAW, builders.ZENITH) is None
    case = cures.cure(case, cures.Cure(text="Here."), NOW, builders.ACME)
    objection = cures.cure_is_open(case, NOW, LAW, builders.ACME)
    assert objection is not None
    assert objection.says == "acme has already corrected it"
    assert cures.cure_is_open(obeyed(case, objection), NOW, LAW, builders.ACME) is None


def test_the_screening_waits_for_every_cure() -> None:
    case = builders.evaluated()
    assert cures.cures_are_over(case, LAW) is None
    case = to_cure(to_cure(case), "zenith", due="2026-06-19 16:00")
    objection = cures.cures_are_over(case, LAW)
    assert objection is not None
    assert objection.earliest == builders.at("2026-06-19 16:00")
    assert cures.cures_are_over(obeyed(case, objection, text="Here it is."), LAW) is None
    over = cures.end_cure(cures.end_cure(case, CURE_DUE, "acme"), CURE_DUE, "zenith")
    assert cures.cures_are_over(over, LAW) is None

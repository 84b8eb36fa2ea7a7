"""What a case offers before its fields are known: nothing that nobody asked for."""

from typing import Any

import pytest

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.phases.amendments import amending
from solicitation_flow.phases.award import debriefs
from solicitation_flow.phases.evaluation import clarifications, mistakes, waiting
from solicitation_flow.phases.issuance import conferences, publication, questions
from solicitation_flow.phases.responses import lateness
from tests.phases import builders, judging

LAW = builders.law()
JOE = judging.JOE
OFFICER = builders.MARIA


def clarified() -> CaseFile:
    words = {"offeror": "acme", "asks": "explain", "section": "Page 12", "question": "Is it new?"}
    form = clarifications.RequestClarification.model_validate(words)
    case = builders.evaluated()
    return clarifications.request_clarification(case, form, judging.NOW, LAW, OFFICER)


def doubted() -> CaseFile:
    case, form = builders.priced(builders.evaluated()), judging.confirming()
    return mistakes.ask_to_confirm(case, form, judging.NOW, LAW, OFFICER)


def confirmed(case: CaseFile) -> CaseFile:
    form = mistakes.ConfirmPrice.model_validate({"confirmation": 1, "answer": "mistaken"})
    return mistakes.confirm_price(case, form, judging.NOW, JOE)


def announced() -> CaseFile:
    form = builders.publishing().evolve(conference_at=builders.wall("2026-06-04 10:00"))
    now = builders.at(builders.PUBLISHED_AT)
    return publication.publish(builders.drafted(), form, now, LAW, OFFICER)


def told() -> CaseFile:
    form = debriefs.HoldDebrief(
        offeror="zenith", strengths="Sturdy frames.", weaknesses="Thin edges."
    )
    return debriefs.hold_debrief(asked(), form, judging.NOW, LAW, OFFICER)


def asked() -> CaseFile:
    form = debriefs.RequestDebrief(topics=None)
    return debriefs.request_debrief(builders.intended(), form, judging.NOW, builders.ZENITH)


def late() -> CaseFile:
    return builders.received(builders.published(), now="2026-06-15 14:07")


@pytest.mark.parametrize(
    ("guard", "nothing", "something"),
    [
        (questions.some_question_asked, builders.published(), builders.asked(builders.published())),
        (
            amending.some_amendment_issued,
            builders.published(),
            builders.amended(builders.published()),
        ),
        (lateness.some_late_one_is_kept, builders.received(builders.published()), late()),
        (waiting.some_price_is_in_doubt, builders.evaluated(), doubted()),
        (debriefs.some_debrief_waits, builders.intended(), asked()),
        (debriefs.some_debrief_waits, told(), asked()),
    ],
)
def test_a_step_that_answers_is_offered_once_something_waits(
    guard: Any, nothing: CaseFile, something: CaseFile
) -> None:
    text = guard(nothing)
    assert text is not None
    assert text.clears
    assert guard(something) is None


def test_a_conference_is_held_once_one_was_announced() -> None:
    now = judging.NOW
    objection = conferences.some_conference_announced(builders.published(), now, LAW)
    assert objection is not None
    assert objection.clears[0].command == "amend"
    assert conferences.some_conference_announced(announced(), now, LAW) is None


@pytest.mark.parametrize(
    ("who", "objects"), [(JOE, False), (builders.ZENITH, True), (OFFICER, False)]
)
def test_an_offeror_answers_what_it_was_asked_itself(who: Actor, objects: bool) -> None:
    for guard, case in (
        (waiting.some_clarification_waits, clarified()),
        (waiting.some_confirmation_waits, doubted()),
    ):
        objection = guard(case, who)
        assert bool(objection) is objects
        assert objection is None or objection.clears[0].fields == {"offeror": "zenith"}


def test_an_answered_question_on_a_price_waits_for_the_office_alone() -> None:
    case = confirmed(doubted())
    objection = waiting.some_confirmation_waits(case, OFFICER)
    assert objection is not None
    assert objection.says == "no question about a price waits"
    assert waiting.some_price_is_in_doubt(case) is None

from datetime import timedelta

import pytest

from solicitation_flow.casefile import Actor
from solicitation_flow.forms import check
from solicitation_flow.phases.issuance import publication
from solicitation_flow.phases.issuance import questions as issuance_questions
from solicitation_flow.records.issuance import Listed, Publication, Question
from tests.phases import builders

SECOND = timedelta(seconds=1)


def test_publishing_starts_both_dates_and_keeps_who_was_told() -> None:
    case = builders.published()
    due, questions = case.deadline("proposals_due"), case.deadline("questions_due")
    assert due is not None
    assert questions is not None
    assert due.due_at == due.fires_at == builders.at(builders.DUE)
    assert due.printed == "Monday, 15 June 2026, 2:00 p.m. EDT (America/New_York)"
    assert questions.due_at == builders.at(builders.QUESTIONS_DUE)
    assert list(publication.registered_suppliers(case)) == ["supplier:acme", "supplier:zenith"]
    assert list(publication.newspapers(case)) == ["person:gazette"]


def test_at_lets_the_due_instant_in_and_before_does_not() -> None:
    row = builders.published(boundary="at").deadline("proposals_due")
    assert row is not None
    assert row.fires_at - row.due_at == timedelta(microseconds=1)


def test_without_a_date_for_questions_none_is_started() -> None:
    form = builders.publishing(questions=None)
    now = builders.at(builders.PUBLISHED_AT)
    case = publication.publish(builders.drafted(), form, now, builders.law(), builders.MARIA)
    assert case.deadline("questions_due") is None
    assert case.one(Publication).questions_due is None
    assert issuance_questions.questions_open(case, now, builders.law()) is None


def test_the_label_of_the_document_is_kept_as_printed() -> None:
    fields = {"proposals_due": builders.DUE, "printed": "prior to 2:00 PM, June 15, 2026"}
    form = check(publication.Publish, "publish", fields)
    now = builders.at(builders.PUBLISHED_AT)
    case = publication.publish(builders.drafted(), form, now, builders.law(), builders.MARIA)
    row = case.deadline("proposals_due")
    assert row is not None
    assert row.printed == case.one(Publication).printed == "prior to 2:00 PM, June 15, 2026"


def test_questions_are_taken_until_their_very_due_instant() -> None:
    case, law = builders.published(), builders.law()
    due = builders.at(builders.QUESTIONS_DUE)
    assert issuance_questions.questions_open(case, due, law) is None
    objection = issuance_questions.questions_open(case, due + SECOND, law)
    assert objection is not None
    assert "4:00 p.m." in objection.says


def test_whoever_asks_joins_the_notice_list_once() -> None:
    stranger = Actor("orion", frozenset({"supplier"}))
    case = builders.asked(builders.asked(builders.published(), who=stranger), who=stranger)
    assert [question.number for question in case.all(Question)] == [1, 2]
    assert list(publication.followers(case))[-1] == "supplier:orion"
    assert case.one(Listed, "suppliers/orion").why == "asked"
    assert builders.asked(case).one(Listed, "suppliers/acme").why == "published"


def test_every_question_without_an_answer_is_named() -> None:
    case = builders.asked(builders.asked(builders.published()), "And when?")
    objection = issuance_questions.questions_answered(case)
    assert objection is not None
    assert objection.says == "questions 1, 2 have no answer yet"
    assert [remedy.fields for remedy in objection.clears] == [{"question": 1}, {"question": 2}]
    objection = issuance_questions.questions_answered(builders.answered(case, 1))
    assert objection is not None
    assert objection.says == "question 2 has no answer yet"
    case = builders.answered(builders.answered(case, 1), 2)
    assert issuance_questions.questions_answered(case) is None


def test_an_answer_can_be_bettered_and_the_question_stays() -> None:
    case = builders.answered(builders.asked(builders.published()))
    form = issuance_questions.Answer(question=1, text="No.")
    case = issuance_questions.answer(case, form, builders.at("2026-06-04 10:00"), builders.MARIA)
    question = case.one(Question, "1")
    assert (question.text, question.answer, question.asked_by) == ("May we?", "No.", "acme")


@pytest.mark.parametrize(("number", "objects"), [(1, False), (0, True), (2, True), (-1, True)])
def test_only_a_question_that_was_asked_is_answered(number: int, objects: bool) -> None:
    case = builders.asked(builders.published())
    objection = issuance_questions.question_asked(
        case, issuance_questions.Answer(question=number, text="Yes.")
    )
    assert bool(objection) is objects


def test_closing_questions_is_the_deadlines_own_affair() -> None:
    case = builders.published()
    assert issuance_questions.close_questions(case) is case


def test_followers_are_told_once_each_and_include_whoever_sent_a_proposal() -> None:
    case = builders.received(builders.published())
    assert list(publication.followers(case)) == ["supplier:acme", "supplier:zenith"]


def test_answers_are_owed_by_the_officer_before_questions_close() -> None:
    (owed,) = issuance_questions.owes_answers(builders.asked(builders.published()))
    assert (owed.owes, owed.due_at) == ("role:officer", builders.at(builders.QUESTIONS_DUE))
    assert list(issuance_questions.owes_answers(builders.published())) == []


def test_publishing_is_owed_only_once_everything_is_settled() -> None:
    assert list(publication.owes_publication(builders.opened())) == []
    assert [owed.owes for owed in publication.owes_publication(builders.drafted())] == [
        "role:officer"
    ]


@pytest.mark.parametrize(("count", "rows"), [(1, 1), (50, 50), (51, 51), (120, 51)])
def test_of_a_crowd_of_open_questions_fifty_are_named_and_the_rest_are_counted(
    count: int, rows: int
) -> None:
    case = builders.published()
    for number in range(1, count + 1):
        case = builders.asked(case, f"Question {number}?")
    owed = list(issuance_questions.owes_answers(case))
    assert len(owed) == rows
    objection = issuance_questions.questions_answered(case)
    assert objection is not None
    assert objection.facts["unanswered"] == list(range(1, count + 1))
    assert len(objection.clears) == min(count, 50)
    if count > 50:
        assert owed[-1].says == f"answer {count - 50} more questions"
        assert f"50 and {count - 50} more have no answer yet" in objection.says

from datetime import timedelta
from typing import Any

import pytest

from solicitation_flow.forms import check
from solicitation_flow.phases import papers
from solicitation_flow.phases.award import awarding, endings, intents
from solicitation_flow.records.award import AgreementPublished, Award, Ending, Intent
from tests.phases import builders

LAW = builders.law()
NOW = builders.at("2026-06-23 10:00")
SECOND = timedelta(seconds=1)


def intent(winners: str = "acme", basis: str = builders.BASIS) -> intents.PostIntent:
    return check(intents.PostIntent, "post_intent", {"winners": winners, "basis": basis})


def test_posting_the_intent_starts_the_standstill() -> None:
    case = builders.intended()
    assert case.one(Intent).standstill_until == case.due("standstill")
    # Ten days after Tuesday 23 June is Friday 3 July, on which Independence Day is observed.
    assert case.due("standstill") == builders.at("2026-07-07 00:00")
    assert list(intents.winners(case)) == ["supplier:acme"]
    assert list(intents.unsuccessful_offerors(case)) == ["supplier:zenith"]


def test_the_standstill_ends_with_the_midnight_after_its_last_day() -> None:
    case = builders.intended()
    until = case.one(Intent).standstill_until
    assert until is not None
    objection = intents.standstill_over(case, until - SECOND, LAW)
    assert objection is not None
    assert objection.earliest == until
    assert intents.standstill_over(case, objection.earliest, LAW) is None


def test_a_standstill_of_unknown_length_is_not_started_and_asks() -> None:
    unknown = builders.law("neutral")
    case = intents.post_intent(builders.ranked(), intent(), NOW, unknown, builders.MARIA)
    assert case.deadline("standstill") is None
    objection = intents.standstill_over(case, NOW + timedelta(days=400), unknown)
    assert objection is not None
    assert objection.unknown


def test_only_a_current_ranking_is_awarded_from() -> None:
    objection = intents.ranking_current(builders.evaluated())
    assert objection is not None
    assert objection.clears[0].command == "rank_offers"
    assert intents.ranking_current(builders.ranked()) is None


@pytest.mark.parametrize(
    ("winners", "basis", "says"),
    [
        ("acme", builders.BASIS, None),
        ("acme", "We like them best of all.", None),
        ("orion", builders.BASIS, "orion is not among the ranked offers"),
        ("zenith", builders.BASIS, "why acme is passed over"),
        ("acme,zenith", builders.BASIS, "one award only"),
    ],
)
def test_an_award_stands_on_the_stated_criteria(winners: str, basis: str, says: str | None) -> None:
    objection = intents.award_basis(builders.ranked(), intent(winners, basis))
    assert (objection is None) is (says is None)
    if objection and says:
        assert says in objection.says
        fields = dict(objection.clears[0].fields)
        fields["basis"] = builders.BASIS
        again = check(intents.PostIntent, "post_intent", fields)
        assert intents.award_basis(builders.ranked(), again) is None


def test_whoever_is_passed_over_and_what_decided_are_fields_and_not_looked_for_in_prose() -> None:
    case = builders.ranked()
    prose = intent("zenith", "Quality; acme did not hold its price.")
    assert intents.award_basis(case, prose) is not None
    assert intents.award_basis(case, prose.evolve(passed_over={"acme": "..."})) is not None
    stated = prose.evolve(passed_over={"acme": "It did not hold its price."})
    assert intents.award_basis(case, stated) is None
    assert intents.award_basis(case, stated.evolve(criteria=("quality",))) is None
    objection = intents.award_basis(case, stated.evolve(criteria=("quality", "color")))
    assert objection is not None
    assert "not a stated criterion: color" in objection.says


def test_more_than_one_award_needs_a_plan_that_said_so() -> None:
    case = builders.ranked(multi_award="yes")
    assert intents.award_basis(case, intent("acme,zenith")) is None


def test_an_intent_withdrawn_is_kept_and_the_next_is_numbered() -> None:
    form = intents.WithdrawIntent(reason="A price was read from the wrong page.")
    case = intents.withdraw_intent(builders.intended(), form, NOW)
    assert case.one(Intent).withdrawn_because == form.reason
    case = intents.post_intent(case, intent(), NOW, LAW, builders.MARIA)
    again = case.one(Intent)
    assert (again.number, again.withdrawn_at) == (2, None)


def test_the_award_opens_one_agreement_for_each_winner() -> None:
    case = builders.awarded(("acme", "zenith"))
    assert case.one(Award).winners == ("acme", "zenith")
    assert [(opening.number, opening.form["contractor"]) for opening in case.opens] == [
        ("RFP-2026-001-A1", "acme"),
        ("RFP-2026-001-A2", "zenith"),
    ]


@pytest.mark.parametrize(
    ("reason", "objects"),
    [
        ("Funds lapsed.", False),
        ("Need lapse", True),  # nine letters
        ("Need lapsed", False),  # ten
        ("..........................", True),
        ("- - - - - - - - - - - -", True),
        ("Unbelievable", True),  # one word
    ],
)
def test_a_reason_must_say_something(reason: str, objects: bool) -> None:
    assert bool(endings.reason_on_file(endings.Cancel(reason=reason))) is objects


@pytest.mark.parametrize(
    "form",
    [
        endings.Cancel(reason="no"),
        endings.RejectAll(reason="no"),
        intents.WithdrawIntent(reason="no"),
    ],
)
def test_what_is_asked_for_is_the_same_command_with_a_reason(form: Any) -> None:
    objection = endings.reason_on_file(form)
    assert objection is not None
    (asked,) = objection.clears
    assert asked.command == ""  # the command at hand
    assert endings.reason_on_file(form.evolve(**asked.fields)) is None


def test_an_end_without_award_keeps_its_reason() -> None:
    case = builders.evaluated()
    cancelled = endings.cancel(case, endings.Cancel(reason="Funds lapsed."), NOW, builders.MARIA)
    rejected = endings.reject_all(case, endings.RejectAll(reason="Too dear."), NOW, builders.MARIA)
    assert [ended.one(Ending).how for ended in (cancelled, rejected)] == [
        "cancelled",
        "all rejected",
    ]


def test_the_solicitation_learns_that_its_agreement_is_published() -> None:
    form = awarding.RecordPublication(agreement="RFP-2026-001-A1")
    case = awarding.record_publication(builders.awarded(), form, NOW)
    assert [
        agreement_published.agreement for agreement_published in case.all(AgreementPublished)
    ] == ["RFP-2026-001-A1"]


def test_the_papers_of_the_packet_are_owed_until_they_are_filed() -> None:
    case = builders.awarded()
    duties = [owes_paper.says.partition(":")[0] for owes_paper in awarding.owes_papers(case, LAW)]
    owed = {says.removeprefix("file ") for says in duties}
    assert owed == {
        "solicitation_document",
        "proof_of_publication",
        "evaluation_summary",
        "award_determination",
    }
    for paper in owed:
        form = papers.FilePaper(paper=paper, file=builders.attachment(), title=None)
        case = papers.file_paper(case, form, NOW, LAW, builders.MARIA)
    assert list(awarding.owes_papers(case, LAW)) == []


def test_intent_and_award_are_owed_by_those_who_may_give_them() -> None:
    assert [owed.owes for owed in intents.owes_intent(builders.ranked())] == ["role:officer"]
    assert list(intents.owes_intent(builders.evaluated())) == []
    assert [owed.owes for owed in awarding.owes_award(builders.intended(), LAW)] == [
        "role:approver"
    ]

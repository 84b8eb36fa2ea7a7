from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from solicitation_flow.phases.award import intents
from solicitation_flow.phases.protests import (
    timeliness,
    windows,
)
from solicitation_flow.records.offers import OfferKey
from solicitation_flow.records.protests import Protest, PublicFile
from solicitation_flow.rulebook import Clears
from tests.phases import builders
from tests.phases.protesting import (
    CLOSED,
    JOE,
    LAW,
    MICRO,
    NOW,
    decided,
    filed,
    protested,
    protesting,
    ruled,
)


def test_a_protest_is_kept_whole_and_its_decision_has_a_date() -> None:
    case = protested(who=JOE)
    protest = case.one(Protest, "1")
    assert (protest.protester, protest.filed_by, protest.intent) == ("zenith", "joe", 1)
    assert (protest.status, protest.stays, protest.holds) == ("pending", True, True)
    until = builders.at("2026-07-07 00:00")  # the tenth day is a Sunday
    row = case.deadlines["decision_due", "1"]
    assert row.due_at == protest.decision_due
    assert until == LAW.window_end("protest_decision", NOW) == row.due_at
    assert Protest.model_validate_json(protest.body()) == protest
    again = protested(case, who=builders.ACME)
    assert [protest.number for protest in again.all(Protest)] == [1, 2]
    assert {subject for name, subject in again.deadlines if name == "decision_due"} == {"1", "2"}


@pytest.mark.parametrize(
    ("mode", "stays"), [("automatic", True), ("determination", False), (None, False)]
)
def test_whether_the_law_stays_the_award_is_kept_with_the_protest(
    mode: str | None, stays: bool
) -> None:
    assert protested(law=ruled(stay={"mode": mode})).one(Protest, "1").stays is stays


def test_no_date_is_set_where_the_time_to_decide_is_not_known() -> None:
    case = protested(law=ruled(protest_decision={"days": None}))
    assert case.one(Protest, "1").decision_due is None
    assert ("decision_due", "1") not in case.deadlines
    assert decided(case).one(Protest, "1").status == "denied"


def test_a_protest_against_the_terms_is_against_no_intent() -> None:
    case = protested(builders.published(), against="solicitation")
    assert case.one(Protest, "1").intent is None


@pytest.mark.parametrize(
    "field", ["name", "address", "signature", "grounds", "relief", "documents"]
)
def test_a_protest_that_lacks_a_part_is_on_file_and_says_which(field: str) -> None:
    law = ruled(protest_content={})
    assert filed(builders.intended(), NOW, law).heard
    protest = filed(builders.intended(), NOW, law, **dict[str, Any]({field: None}))
    assert (protest.defects, protest.heard, protest.holds) == (("incomplete",), False, False)
    assert len(protest.lacks) == 1


@pytest.mark.parametrize(("field", "whole"), [("address", True), ("grounds", False)])
def test_some_rules_ask_only_for_basis_and_relief(field: str, whole: bool) -> None:
    law = ruled(protest_content={"mode": "basis_and_relief"})
    assert filed(builders.intended(), NOW, law, **dict[str, Any]({field: None})).heard is whole


@pytest.mark.parametrize(
    ("since", "late"), [(-MICRO, False), (timedelta(0), True), (timedelta(1), True)]
)
def test_terms_are_protested_before_proposals_are_due(since: timedelta, late: bool) -> None:
    now = builders.at(builders.DUE) + since
    protest = filed(builders.published(), now, against="solicitation")
    assert ("late" in protest.defects) is late
    assert protest.window_over == builders.at(builders.DUE)


def test_some_rules_know_no_protest_of_the_terms() -> None:
    law = ruled(protest_terms={"mode": "none"})
    now, case = builders.at(builders.PUBLISHED_AT), builders.published()
    form = protesting(against="solicitation")
    objection = timeliness.terms_protestable(case, form, now, law, JOE)
    assert objection is not None
    assert not objection.unknown
    early = timeliness.award_protestable(case, protesting(), now, law, JOE)
    assert early is not None
    assert early.clears == ()


@pytest.mark.parametrize(("since", "late"), [(-MICRO, False), (timedelta(0), True)])
def test_an_award_is_protested_within_the_window(since: timedelta, late: bool) -> None:
    case, now = builders.intended(), CLOSED + since
    assert filed(case, now).defects == (("late",) if late else ())
    over = windows.window_is_over(case, now, LAW)
    assert bool(over) is not late
    assert not over or over.earliest == CLOSED


def test_an_award_nobody_announced_cannot_be_protested_yet() -> None:
    case = builders.published()
    now = builders.at(builders.PUBLISHED_AT)
    objection = timeliness.award_protestable(case, protesting(), now, LAW, JOE)
    assert objection is not None
    assert objection.clears[0].fields == {"against": "solicitation"}
    form = protesting(**objection.clears[0].fields)
    assert timeliness.award_protestable(case, form, now, LAW, JOE) is None
    assert timeliness.terms_protestable(case, form, now, LAW, JOE) is None
    taken_back = intents.withdraw_intent(
        builders.intended(), intents.WithdrawIntent(reason="A price was misread."), NOW
    )
    assert timeliness.award_protestable(taken_back, protesting(), NOW, LAW, JOE)


def test_a_window_of_unknown_length_is_a_question_and_no_defect() -> None:
    law, case = ruled(protest_window={"days": None}), builders.intended()
    for now in (NOW, NOW + timedelta(90)):
        protest = filed(case, now, law)
        assert protest.heard
        assert "how long there is to protest an award is not known" in protest.in_question
    over = windows.window_is_over(case, NOW, law)
    assert over is not None
    assert over.unknown


def test_where_it_runs_from_the_open_file_the_window_begins_with_it() -> None:
    law = ruled(protest_window={"days": 10, "runs_from": "file_open"}, public_file={"days": 3})
    case, later = builders.awarded(), NOW + timedelta(365)
    assert filed(case, later, law).heard
    objection = windows.window_is_over(case, later, law)
    assert objection is not None
    assert objection.clears == (Clears("open_public_file"),)
    owed = list(windows.owes_public_file(case, law))
    assert [duty.due_at for duty in owed] == [builders.at("2026-07-10 00:00")]
    form = windows.OpenPublicFile(where="Room 1")
    case = windows.open_public_file(case, form, builders.at("2026-07-08 09:00"), builders.MARIA)
    assert case.one(PublicFile).where == "Room 1"
    assert list(windows.owes_public_file(case, law)) == []
    over = builders.at("2026-07-21 00:00")  # the tenth day is a Saturday
    assert filed(case, over - MICRO, law).heard
    assert filed(case, over, law).defects == ("late",)
    assert windows.window_is_over(case, over - MICRO, law)
    assert windows.window_is_over(case, over, law) is None


def test_the_window_of_an_award_without_an_intent_runs_from_the_award() -> None:
    case = builders.awarded()
    bare = replace(case, records={k: r for k, r in case.records.items() if k[0] != "intent"})
    zenith = OfferKey("zenith")
    assert windows.award_events(bare, zenith)["event"] == builders.at("2026-07-06 09:00")
    assert windows.award_events(builders.published(), zenith) == {}

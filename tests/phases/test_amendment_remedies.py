"""The dates a refusal proposes are lawful, and as near to those asked for as the law allows."""

from typing import Any

import pytest

from solicitation_flow.phases.amendments import amending, dates, timing
from tests.phases import builders, preparing

NOW = builders.at(builders.PUBLISHED_AT)


def amend(**fields: Any) -> amending.Amend:
    return amending.Amend.model_validate({"summary": "Lots are allowed.", **fields})


def proposed(objection: Any) -> dict[str, Any]:
    assert objection is not None
    return dict(objection.clears[0].fields)


@pytest.mark.parametrize(
    ("cutoff", "proposal"),
    [
        (None, "2026-06-16 14:00"),
        (1, "2026-06-16 14:00"),
        (2, "2026-06-15 14:00"),
        (3, "2026-06-12 14:00"),  # the days between are a weekend
    ],
)
def test_questions_close_at_least_a_day_before_proposals_are_due(
    cutoff: int | None, proposal: str
) -> None:
    law = preparing.ruled(question_cutoff={"days": cutoff})
    case = preparing.described()
    form = preparing.publishing(proposals_due="2026-06-17 14:00", questions_due="2026-06-18 14:00")
    objection = dates.dates_in_order(case, form, NOW, law)
    assert proposed(objection)["questions_due"] == proposal
    assert dates.dates_in_order(case, preparing.again(form, objection), NOW, law) is None


@pytest.mark.parametrize(
    ("now", "due"),
    [("2026-06-08 14:00:00", "2026-06-10 14:00"), ("2026-06-08 14:00:01", "2026-06-11 14:00")],
)
def test_a_due_hour_at_which_the_required_hours_end_is_late_enough(now: str, due: str) -> None:
    law = preparing.ruled(
        amendment_floor={"hours": 48}, minimum_notice={"days": 1}, question_cutoff={"days": 1}
    )
    form = amend(proposals_due="2026-06-10 14:00", questions_due="2026-06-11 10:00")
    objection = dates.dates_in_order(preparing.published(), form, builders.at(now), law)
    assert proposed(objection)["proposals_due"] == due


@pytest.mark.parametrize(("gap", "due"), [(None, "2026-06-09 09:00"), (2, "2026-06-10 09:00")])
def test_a_due_date_moved_before_the_conference_is_proposed_after_it(
    gap: int | None, due: str
) -> None:
    rules = {"minimum_notice": {"days": 1}}
    law = preparing.ruled(**rules, conference_gap={"days": gap})
    case = preparing.published(conference_at="2026-06-08 10:00")
    form = amend(proposals_due="2026-06-08 09:00", material="no")
    assert proposed(dates.dates_in_order(case, form, NOW, law))["proposals_due"] == due


def test_an_end_of_questions_that_can_stand_is_proposed_as_it_was_asked_for() -> None:
    form = amend(proposals_due="2026-06-20 14:00", questions_due="2026-06-04 10:00")
    objection = dates.due_on_working_day(preparing.published(), form, NOW, builders.law())
    assert proposed(objection)["questions_due"] == "2026-06-04 10:00"


@pytest.mark.parametrize(
    ("seconds", "moves_questions"), [("15:59:59", True), ("16:00:00", False), ("16:00:01", False)]
)
def test_an_end_of_questions_that_has_passed_is_not_moved(
    seconds: str, moves_questions: bool
) -> None:
    day = builders.QUESTIONS_DUE.partition(" ")[0]
    now = builders.at(f"{day} {seconds}")
    objection = dates.due_on_working_day(
        preparing.published(), amend(proposals_due="2026-06-20 14:00"), now, builders.law()
    )
    assert ("questions_due" in proposed(objection)) is moves_questions


@pytest.mark.parametrize(("days", "due"), [(4, "2026-06-15 14:00"), (5, "2026-06-16 14:00")])
def test_the_days_required_are_kept_free_before_a_due_date_that_moves(days: int, due: str) -> None:
    law = preparing.ruled(amendment_floor={"days": days, "count": "business"})
    case, now = preparing.published(), builders.at("2026-06-09 09:00")
    objection = timing.leaves_time_to_respond(case, amend(), now, law)
    stands = "2026-06-15 14:00"
    assert (proposed(objection)["proposals_due"] if objection else stands) == due

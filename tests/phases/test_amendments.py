"""The dates guards are asked here both for publishing and for amending: the law is the same."""

from typing import Any

import pytest

from solicitation_flow.casefile import CaseFile
from solicitation_flow.forms import check
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.amendments import amending, dates
from solicitation_flow.phases.issuance import publication
from solicitation_flow.records.amendments import Amendment
from solicitation_flow.rulebook import Objection
from tests.phases import builders

LAW = builders.law()
NOW = builders.at(builders.PUBLISHED_AT)
GUARDS = (
    dates.dates_in_order,
    dates.minimum_notice,
    dates.due_on_working_day,
    dates.questions_close_before_due,
)


def publishing(due: str, questions: str | None = None) -> publication.Publish:
    return builders.publishing(due, questions)


def objections(case: CaseFile, form: Any, law: Law = LAW) -> list[Objection]:
    return [objection for guard in GUARDS if (objection := guard(case, form, NOW, law))]


def test_amendments_are_numbered_and_move_only_what_they_say() -> None:
    case = builders.amended(builders.published())
    case = builders.amended(case, proposals_due="2026-06-22 14:00")
    assert [amendment.number for amendment in case.all(Amendment)] == [1, 2]
    due, questions = case.deadline("proposals_due"), case.deadline("questions_due")
    assert due is not None
    assert questions is not None
    assert (due.due_at, due.revision) == (builders.at("2026-06-22 14:00"), 2)
    assert due.printed.startswith("Monday, 22 June 2026")
    assert (questions.due_at, questions.revision) == (builders.at(builders.QUESTIONS_DUE), 1)


def test_an_amendment_may_move_the_end_of_questions_or_the_boundary_alone() -> None:
    case = builders.amended(builders.published(), questions_due="2026-06-09 16:00", boundary="at")
    due, questions = case.deadline("proposals_due"), case.deadline("questions_due")
    assert due is not None
    assert questions is not None
    assert (due.due_at, due.boundary, due.revision) == (builders.at(builders.DUE), "at", 2)
    assert (questions.boundary, questions.revision) == ("at", 2)


def test_an_amendment_without_dates_restarts_nothing() -> None:
    case = builders.published()
    assert builders.amended(case).deadlines == case.deadlines
    assert objections(case, builders.amending()) == []


# --- minimum notice: ten calendar days in Virginia, the day of notice not counted -----------------


@pytest.mark.parametrize(
    ("due", "objects"), [("2026-06-11 00:01", False), ("2026-06-10 23:59", True)]
)
def test_notice_is_counted_in_days_and_one_day_less_is_too_few(due: str, objects: bool) -> None:
    objection = dates.minimum_notice(builders.drafted(), publishing(due), NOW, LAW)
    assert bool(objection) is objects
    if objection:
        assert objection.clears[0].fields == {"proposals_due": "2026-06-11 23:59"}
        assert (objection.facts["given"], objection.earliest) == (9, None)


def test_notice_runs_from_the_first_publication_when_amending() -> None:
    case = builders.published()
    late = builders.at("2026-06-09 09:00")
    form = builders.amending(proposals_due="2026-06-12 14:00", questions_due="2026-06-09 16:00")
    assert dates.minimum_notice(case, form, late, LAW) is None
    form = builders.amending(proposals_due="2026-06-10 14:00")
    objection = dates.minimum_notice(case, form, late, LAW)
    assert objection is not None
    assert objection.clears[0].command == ""  # the command at hand


def test_notice_that_is_not_known_asks_for_a_determination() -> None:
    form = publishing(builders.DUE)
    objection = dates.minimum_notice(builders.drafted(), form, NOW, builders.law("neutral"))
    assert objection is not None
    assert objection.unknown


# --- due on a working day ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("due", "objects"),
    [
        ("2026-06-19 14:00", True),  # Juneteenth
        ("2026-06-20 14:00", True),  # Saturday
        ("2026-06-21 23:59", True),  # Sunday
        ("2026-06-22 00:00", False),
        ("2026-06-18 23:59", False),
    ],
)
def test_proposals_are_due_when_the_agency_is_open(due: str, objects: bool) -> None:
    objection = dates.due_on_working_day(builders.drafted(), publishing(due), NOW, LAW)
    assert bool(objection) is objects
    if objection:
        assert objection.clears[0].fields["proposals_due"].startswith("2026-06-22")


# --- dates in order -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("due", "questions", "says"),
    [
        ("2026-06-01 09:00", None, "already passed"),
        ("2026-06-15 14:00", "2026-06-01 08:59", "the end of questions, 2026-06-01 08:59, has"),
        ("2027-03-14 02:30", None, "does not exist"),
        ("2026-11-01 01:30", None, "comes twice"),
        ("2062-06-15 14:00", None, "holidays are known"),
        ("2026-06-15 14:00", "2026-06-15 14:01", "only after proposals are due"),
    ],
)
def test_impossible_dates_are_told_apart(due: str, questions: str | None, says: str) -> None:
    objection = dates.dates_in_order(builders.drafted(), publishing(due, questions), NOW, LAW)
    assert objection is not None
    assert says in objection.says


def test_an_end_of_questions_that_has_passed_is_refused_without_touching_the_due_date() -> None:
    form = builders.amending(questions_due="2026-06-01 08:59")
    objection = dates.dates_in_order(builders.published(), form, NOW, LAW)
    assert objection is not None
    assert objection.clears[0].fields == {"questions_due": "2026-06-10 14:00"}


@pytest.mark.parametrize(
    ("due", "objects"), [("2030-12-31 23:59", False), ("2031-01-01 00:00", True)]
)
def test_a_date_lies_within_the_holidays_known(due: str, objects: bool) -> None:
    form = publishing(due)
    assert bool(dates.dates_in_order(builders.drafted(), form, NOW, LAW)) is objects
    others = [guard(builders.drafted(), form, NOW, LAW) for guard in GUARDS[1:]]
    assert others == [None] * 3


def test_one_minute_ahead_is_ahead() -> None:
    form = publishing("2026-06-01 09:01")
    assert dates.dates_in_order(builders.drafted(), form, NOW, LAW) is None


def test_a_moved_due_date_is_held_against_the_questions_date_that_stands() -> None:
    case = builders.published()
    form = builders.amending(proposals_due="2026-06-08 15:59")
    assert dates.dates_in_order(case, form, NOW, LAW)
    form = builders.amending(proposals_due="2026-06-08 16:00")
    assert dates.dates_in_order(case, form, NOW, LAW) is None


# --- questions close in time --------------------------------------------------------------------


@pytest.mark.parametrize(("day", "objects"), [("2026-06-10", False), ("2026-06-11", True)])
def test_questions_close_days_before_proposals_are_due(day: str, objects: bool) -> None:
    form = publishing(builders.DUE, f"{day} 16:00")
    objection = dates.questions_close_before_due(builders.drafted(), form, NOW, LAW)
    assert bool(objection) is objects
    if objection:
        assert objection.clears[0].fields["questions_due"] == "2026-06-10 16:00"


def test_a_short_gap_once_accepted_does_not_hold_an_amendment_without_dates() -> None:
    form = publishing(builders.DUE, "2026-06-12 16:00")
    case = publication.publish(builders.drafted(), form, NOW, LAW, builders.MARIA)
    assert dates.questions_close_before_due(case, builders.amending(), NOW, LAW) is None
    moving = builders.amending(proposals_due="2026-06-16 14:00")
    assert dates.questions_close_before_due(case, moving, NOW, LAW)


def test_a_gap_that_is_not_known_asks_and_one_nobody_mentions_does_not() -> None:
    form = publishing(builders.DUE, "2026-06-12 16:00")
    unknown = builders.knowing(question_cutoff={"days": None})
    objection = dates.questions_close_before_due(builders.drafted(), form, NOW, unknown)
    assert objection is not None
    assert objection.unknown
    silent = builders.without("question_cutoff")
    assert dates.questions_close_before_due(builders.drafted(), form, NOW, silent) is None


# --- what clears, clears ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("due", "questions"),
    [
        ("2026-06-02 10:00", None),
        ("2026-06-02 10:00", "2026-06-03 10:00"),
        ("2026-06-06 10:00", "2026-06-05 10:00"),
        ("2026-06-20 10:00", "2026-06-19 10:00"),
        ("2026-05-01 10:00", "2026-04-01 10:00"),
        ("2027-03-14 02:30", "2026-11-01 01:30"),
        ("2062-06-15 14:00", "2062-06-14 14:00"),
        ("2026-07-04 10:00", "2026-08-01 10:00"),
    ],
)
@pytest.mark.parametrize("command", ["publish", "amend"])
def test_every_remedy_offered_for_dates_is_accepted(
    due: str, questions: str | None, command: str
) -> None:
    case = builders.drafted() if command == "publish" else builders.published()
    fields = objections(case, publishing(due, questions))
    assert fields
    for objection in fields:
        (clears,) = objection.clears
        assert clears.command == ""  # the command at hand
        words = {"proposals_due": due, **({"questions_due": questions} if questions else {})}
        words |= clears.fields
        if command == "amend":
            form: Any = check(amending.Amend, "amend", {"summary": "Moved.", **words})
        else:
            form = check(publication.Publish, "publish", words)
        assert objections(case, form) == [], (objection, words)


def test_an_amendment_late_in_the_day_is_offered_room_for_questions() -> None:
    case, late = builders.published(), builders.at("2026-06-12 17:00")
    form = builders.amending(questions_due="2026-06-15 10:00")
    objection = dates.questions_close_before_due(case, form, late, LAW)
    assert objection is not None
    words = {"summary": "Moved.", **objection.clears[0].fields}
    again = check(amending.Amend, "amend", words)
    assert [guard(case, again, late, LAW) for guard in GUARDS] == [None] * len(GUARDS)


@pytest.mark.parametrize(("now", "day"), [("13:59", "2026-07-01"), ("14:00", "2026-07-02")])
def test_the_earliest_due_date_offered_is_still_ahead_today(now: str, day: str) -> None:
    form = builders.amending(proposals_due="2026-06-10 14:00")
    objection = dates.minimum_notice(
        builders.published(), form, builders.at(f"2026-07-01 {now}"), LAW
    )
    assert objection is not None
    assert objection.clears[0].fields == {"proposals_due": f"{day} 14:00"}


def test_questions_cannot_be_made_to_close_today_to_save_the_due_date() -> None:
    case, today = builders.published(), builders.at("2026-06-10 09:00")
    form = builders.amending(questions_due="2026-06-12 16:00")
    objection = dates.questions_close_before_due(case, form, today, LAW)
    assert objection is not None
    assert objection.clears[0].fields == {
        "questions_due": "2026-06-11 16:00",
        "proposals_due": "2026-06-16 14:00",
    }

"""Time enough: after a change that matters, after a conference, and at an hour somebody is in."""

from typing import Any

import pytest

from solicitation_flow.casefile import CaseFile
from solicitation_flow.forms import Form, Local, ask, check
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.amendments import amending as amendments_amending
from solicitation_flow.phases.amendments import dates, timing
from solicitation_flow.records.amendments import Acknowledgment, Amendment
from solicitation_flow.rulebook import Objection
from tests.phases import builders, preparing

LAW = preparing.ruled(
    amendment_floor={"days": 4, "count": "business"},
    conference_gap={"days": 7},
    staffed_hours={"mode": "10:00-16:00"},
)
NOW = builders.at(builders.PUBLISHED_AT)
DATED = (
    dates.dates_in_order,
    dates.minimum_notice,
    dates.due_on_working_day,
    dates.questions_close_before_due,
    dates.conference_gap,
)


def amending(**fields: Any) -> amendments_amending.Amend:
    return check(amendments_amending.Amend, "amend", {"summary": "Lots are allowed.", **fields})


# --- after a change that matters ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "objects"), [("2026-06-09 23:59:59", False), ("2026-06-10 00:00:00", True)]
)
def test_a_change_that_matters_leaves_four_business_days(now: str, objects: bool) -> None:
    case, instant = preparing.published(), builders.at(now)
    form = amending()
    objection = timing.leaves_time_to_respond(case, form, instant, LAW)
    assert bool(objection) is objects
    if objection:
        assert objection.facts["given"] == "3 business days"
        assert objection.clears[0].fields == {"proposals_due": "2026-06-16 14:00"}
        form = preparing.again(form, objection)
        assert timing.leaves_time_to_respond(case, form, instant, LAW) is None


def test_a_misprint_may_be_mended_the_day_before() -> None:
    case, late = preparing.published(), builders.at("2026-06-14 09:00")
    assert timing.leaves_time_to_respond(case, amending(), late, LAW)
    assert timing.leaves_time_to_respond(case, amending(material="no"), late, LAW) is None


def test_a_moved_due_date_is_the_one_that_counts() -> None:
    case, late = preparing.published(), builders.at("2026-06-14 09:00")
    moved = amending(proposals_due="2026-06-18 14:00")
    assert timing.leaves_time_to_respond(case, moved, late, LAW) is None


@pytest.mark.parametrize(
    ("now", "objects"), [("2026-06-12 14:00:00", False), ("2026-06-12 14:00:01", True)]
)
def test_hours_are_counted_to_the_second(now: str, objects: bool) -> None:
    law, case = preparing.ruled(amendment_floor={"hours": 72}), preparing.published()
    form, instant = amending(), builders.at(now)
    objection = timing.leaves_time_to_respond(case, form, instant, law)
    assert bool(objection) is objects
    if objection:
        assert objection.clears[0].fields == {"proposals_due": "2026-06-16 14:00"}
        form = preparing.again(form, objection)
        assert timing.leaves_time_to_respond(case, form, instant, law) is None


def test_where_the_time_is_not_known_a_determination_is_asked_for() -> None:
    case, now = preparing.published(), builders.at("2026-06-03 09:00")
    for law in (builders.law(), builders.without("amendment_floor")):
        objection = timing.leaves_time_to_respond(case, amending(), now, law)
        assert objection is not None
        assert objection.unknown
        assert objection.facts["amendment"] == 1
    again = timing.leaves_time_to_respond(
        case, amending(), builders.at("2026-06-04 16:00"), builders.law()
    )
    first = timing.leaves_time_to_respond(case, amending(), now, builders.law())
    assert again is not None
    assert first is not None
    assert again.facts == first.facts  # one determination serves the amendment, today or tomorrow


def test_a_due_date_that_cannot_be_is_left_to_another_guard() -> None:
    form = amending(proposals_due="2027-03-14 02:30")
    assert timing.leaves_time_to_respond(preparing.published(), form, NOW, LAW) is None


# --- too large a change -------------------------------------------------------------------------


def test_a_change_of_nature_is_another_solicitation() -> None:
    case = preparing.published()
    assert amendments_amending.nature_unchanged(case, amending()) is None
    objection = amendments_amending.nature_unchanged(case, amending(changes_nature="yes"))
    assert objection is not None
    assert objection.clears == ()
    assert objection.facts == {"amendment": 1, "summary": "Lots are allowed."}


# --- what an amendment keeps --------------------------------------------------------------------


def test_an_amendment_keeps_whether_it_matters_and_what_it_prints() -> None:
    case = preparing.amended(preparing.published(), material="no", printed="by 2:00 p.m. EDT")
    amendment = case.one(Amendment, "1")
    assert (amendment.material, amendment.changes_nature, amendment.plan) == (False, False, "")
    row = case.deadline("proposals_due")
    assert row is not None
    assert (row.printed, row.revision, row.due_at) == (
        "by 2:00 p.m. EDT",
        2,
        builders.at(builders.DUE),
    )


def test_only_what_matters_must_be_acknowledged() -> None:
    case = preparing.amended(builders.received(preparing.published()), material="no")
    assert list(amendments_amending.owes_acknowledgment(case)) == []
    case = preparing.amended(case)
    assert [owed.says for owed in amendments_amending.owes_acknowledgment(case)] == [
        "acknowledge amendment 2"
    ]
    form = amendments_amending.Acknowledge(amendment=1)
    case = amendments_amending.acknowledge(case, form, NOW, builders.ACME)
    assert case.one(Acknowledgment, "1/acme").acknowledged_at == NOW


# --- conferences --------------------------------------------------------------------------------


def objections(case: CaseFile, form: Any, law: Law = LAW) -> list[Objection]:
    return [objection for item in DATED if (objection := item(case, form, NOW, law))]


@pytest.mark.parametrize(("day", "objects"), [("2026-06-08", False), ("2026-06-09", True)])
def test_a_conference_is_held_a_week_before_proposals_are_due(day: str, objects: bool) -> None:
    form = preparing.publishing(conference_at=f"{day} 10:00")
    objection = dates.conference_gap(preparing.described(), form, NOW, LAW)
    assert bool(objection) is objects
    if objection:
        assert objection.clears[0].fields["conference_at"] == "2026-06-08 10:00"


def test_without_a_conference_or_a_rule_nothing_is_asked() -> None:
    case = preparing.described()
    assert dates.conference_gap(case, preparing.publishing(), NOW, LAW) is None
    close = preparing.publishing(conference_at="2026-06-12 10:00")
    silent = builders.without("conference_gap")
    assert dates.conference_gap(case, close, NOW, silent) is None
    unknown = preparing.ruled(conference_gap={"days": None})
    objection = dates.conference_gap(case, close, NOW, unknown)
    assert objection is not None
    assert objection.unknown


@pytest.mark.parametrize(
    ("conference", "says"),
    [
        ("2026-06-01 09:00", "has already passed"),
        ("2027-03-14 02:30", "does not exist"),
        ("2026-06-15 14:00", "the conference would be held only when proposals are due"),
    ],
)
def test_a_conference_that_cannot_be_is_refused(conference: str, says: str) -> None:
    form = preparing.publishing(conference_at=conference)
    objection = dates.dates_in_order(preparing.described(), form, NOW, LAW)
    assert objection is not None
    assert says in objection.says


def test_a_due_date_moved_towards_a_conference_is_held_to_the_same_week() -> None:
    case = preparing.published(conference_at="2026-06-08 10:00")
    form = amending(proposals_due="2026-06-12 14:00", questions_due="2026-06-05 10:00")
    objection = dates.conference_gap(case, form, NOW, LAW)
    assert objection is not None
    assert objection.clears[0].fields["proposals_due"] == "2026-06-15 14:00"
    assert dates.conference_gap(case, preparing.again(form, objection), NOW, LAW) is None
    assert dates.conference_gap(case, amending(), NOW, LAW) is None


@pytest.mark.parametrize(
    ("due", "questions", "conference"),
    [
        ("2026-06-02 10:00", None, "2026-06-03 10:00"),
        ("2026-06-15 14:00", "2026-06-12 10:00", "2026-06-12 10:00"),
        ("2026-06-20 10:00", "2026-06-19 10:00", "2026-06-25 10:00"),
        ("2026-05-01 10:00", "2026-04-01 10:00", "2026-04-15 10:00"),
        ("2027-03-14 02:30", None, "2027-03-14 02:30"),
        ("2026-06-05 10:00", None, "2026-06-01 08:00"),
    ],
)
@pytest.mark.parametrize("command", ["publish", "amend"])
def test_every_remedy_for_dates_and_a_conference_is_accepted(
    due: str, questions: str | None, conference: str, command: str
) -> None:
    stated = {"proposals_due": due, "questions_due": questions, "conference_at": conference}
    form: Any = preparing.publishing(**stated)
    case = preparing.described()
    if command == "amend":
        case = preparing.published(conference_at="2026-06-09 10:00")
        form = amending(**{name: wall for name, wall in stated.items() if wall})
    fields = objections(case, form)
    assert fields
    for objection in fields:
        assert objection.clears[0].command == ""  # the command at hand
        better = preparing.again(form, objection)
        assert objections(case, better) == [], (objection, better)


# --- the hour -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hour", "moved"),
    [
        ("09:59", "10:00"),
        ("10:00", None),
        ("16:00", None),
        ("16:01", "16:00"),
        ("00:00", "10:00"),
    ],
)
def test_proposals_are_due_while_somebody_is_in(hour: str, moved: str | None) -> None:
    form = preparing.publishing(proposals_due=f"2026-06-15 {hour}")
    objection = dates.due_hour_sane(form, LAW)
    assert (objection and objection.clears[0].fields["proposals_due"]) == (
        moved and f"2026-06-15 {moved}"
    )
    if objection:
        assert dates.due_hour_sane(preparing.again(form, objection), LAW) is None


def test_hours_nobody_stated_are_asked_for_also_where_the_profile_is_silent() -> None:
    form = preparing.publishing(proposals_due="2026-06-15 03:00")
    laws = [builders.without("staffed_hours")]
    for mode in (None, "office hours"):
        laws.append(preparing.ruled(staffed_hours={"mode": mode}))
    for law in laws:
        objection = dates.due_hour_sane(form, law)
        assert objection is not None
        assert objection.unknown
    assert dates.due_hour_sane(amending(), LAW) is None


# --- other forms that move the due date ---------------------------------------------------------


class ExtendForOutage(Form):
    """A form of another phase, with a due date and nothing else."""

    proposals_due: Local = ask("when", "2026-06-16 14:00")


def test_a_form_with_a_due_date_alone_is_held_to_the_same_law() -> None:
    case = preparing.published(conference_at="2026-06-05 10:00")
    form = check(ExtendForOutage, "extend_for_outage", {"proposals_due": "2026-06-20 14:00"})
    objection = dates.due_on_working_day(case, form, NOW, LAW)
    assert objection is not None
    assert objection.clears[0].command == ""  # the command at hand
    better = preparing.again(form, dates.due_on_working_day(case, form, NOW, LAW))
    assert objections(case, better) == []

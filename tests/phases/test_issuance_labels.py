"""Due dates as real papers print them, and what is wrong with some of them."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from solicitation_flow.casefile import CaseFile
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.amendments import amending
from solicitation_flow.phases.issuance import dates, labels
from tests.phases import builders, preparing

LAW = builders.law()
CENTRAL = "America/Chicago"


def in_zone(zone: str) -> Law:
    known = builders.law()
    calendar = known.calendar
    there = type(calendar)(zone, calendar.closed, calendar.first, calendar.last)
    return replace(known.jurisdiction, calendar=there).law_for(known.procedure)


# --- reading ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "day", "hour"),
    [
        ("received and time stamped prior to 2:00 PM, August 18, 2017", (2017, 8, 18), (14, 0)),
        ("February 16, 2012, 2:30 pm EDT", (2012, 2, 16), (14, 30)),
        ("Wednesday, December 10, 2014 @ 2:00 PM CST", (2014, 12, 10), (14, 0)),
        ("by 14:00 CT on 17 January 2020", (2020, 1, 17), (14, 0)),
        ("2026-11-18 at 9 a.m.", (2026, 11, 18), (9, 0)),
        ("no later than noon, Sept. 3rd, 2026", (2026, 9, 3), (12, 0)),
        ("11/4/2026, 12:15 a.m.", (2026, 11, 4), (0, 15)),
        ("the 4th of May 2026, 12 p.m.", (2026, 5, 4), (12, 0)),
    ],
)
def test_a_label_names_a_day_and_an_hour(
    label: str, day: tuple[int, int, int], hour: tuple[int, int]
) -> None:
    assert labels.days(label) == {date(*day)}
    assert labels.hours(label) == {time(*hour)}


@pytest.mark.parametrize("label", ["", "as stated in section 3", "31 June 2026", "at 25:00"])
def test_a_label_may_name_neither(label: str) -> None:
    assert labels.days(label) == labels.hours(label) == frozenset()


def test_a_due_date_written_out_is_read_back_as_itself() -> None:
    spoken = LAW.spoken(builders.at(builders.DUE))
    assert labels.days(spoken) == {date(2026, 6, 15)}
    assert labels.hours(spoken) == {time(14)}
    assert [zone.fits("EDT") for zone in labels.zones(spoken)] == [True]


@pytest.mark.parametrize(
    ("label", "fields"),
    [
        ("prior to 2:00 PM", {"before"}),
        ("before Monday, 15 June 2026", {"before"}),
        ("by 2:00 p.m.", {"at"}),
        ("until noon on June 15", set()),
        ("on or before June 15, 2026", {"at"}),
        ("not later than the 15th", {"at"}),
        ("before 2:00 p.m., and no later than 2:00 p.m.", {"before", "at"}),
        ("to be delivered by hand, 2:00 p.m. June 15", set()),
        ("2:00 p.m. June 15, before a witness", set()),
    ],
)
def test_little_words_say_whether_the_due_instant_is_in_time(label: str, fields: set[str]) -> None:
    assert labels.boundaries(label) == fields


# --- one date everywhere ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({}, []),
        ({"advertised_due": "2026-06-15 14:00", "cover_due": "2026-06-15 14:00"}, []),
        ({"advertised_due": "2026-06-15 14:01"}, ["advertised_due"]),
        ({"cover_due": "2026-06-14 14:00"}, ["cover_due"]),
        ({"printed": "2:00 p.m., June 15, 2026"}, []),
        ({"printed": "prior to 2:00 p.m."}, []),
        ({"printed": "2:00 p.m., June 16, 2026"}, ["printed"]),
        ({"printed": "1:59 p.m., June 15, 2026"}, ["printed"]),
        ({"advertised_due": "2026-05-15 14:00", "printed": "14:30"}, ["advertised_due", "printed"]),
    ],
)
def test_every_paper_names_the_one_due_date(fields: dict[str, str], named: list[str]) -> None:
    case, form = preparing.described(), preparing.publishing(**fields)
    objection = dates.dates_agree(case, form, LAW)
    facts = list(objection.facts)[1:] if objection else []
    assert facts == named
    if objection:
        assert objection.clears[0].command == "publish"
        assert dates.dates_agree(case, preparing.again(form, objection), LAW) is None


def test_an_amendment_prints_the_date_it_sets_or_the_one_that_stands() -> None:
    case = preparing.published()
    right = amend(printed="by 2:00 p.m. on June 15, 2026")
    assert dates.dates_agree(case, right, LAW) is None
    wrong = amend(printed="by 2:00 p.m. on June 15, 2026", proposals_due="2026-06-22 14:00")
    objection = dates.dates_agree(case, wrong, LAW)
    assert objection is not None
    assert objection.clears[0].command == "amend"
    assert dates.dates_agree(case, preparing.again(wrong, objection), LAW) is None


def amend(**fields: str) -> amending.Amend:
    return amending.Amend.model_validate({"summary": "The label is corrected.", **fields})


# --- the zone in force --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zone", "due", "printed", "mended"),
    [
        ("America/New_York", "2027-02-16 14:30", "2:30 pm EDT", "2:30 pm EST"),
        ("America/New_York", "2026-07-15 14:00", "2:00 p.m. EST", "2:00 p.m. EDT"),
        ("America/New_York", "2026-07-15 14:00", "2:00 p.m. EDT", None),
        ("America/New_York", "2026-07-15 14:00", "2:00 PM ET", None),
        ("America/New_York", "2026-07-15 14:00", "2:00 PM CT", "2:00 PM ET"),
        ("America/New_York", "2026-07-15 14:00", "2:00 p.m.", None),
        (CENTRAL, "2026-10-02 14:00", "2 PM Central Standard Time", "2 PM Central Daylight Time"),
        (CENTRAL, "2026-10-31 14:00", "2 PM CDT", None),
        (CENTRAL, "2026-11-01 14:00", "2 PM CDT", "2 PM CST"),
        ("America/Phoenix", "2026-07-15 14:00", "2:00 p.m. MST", None),
        ("America/Phoenix", "2026-07-15 14:00", "2:00 p.m. MDT", "2:00 p.m. MST"),
        ("America/Sao_Paulo", "2026-07-15 14:00", "2:00 p.m. EST", None),
        ("America/New_York", "2027-03-14 02:30", "2:30 a.m. EST", None),
    ],
)
def test_the_zone_printed_is_the_one_in_force(
    zone: str, due: str, printed: str, mended: str | None
) -> None:
    case, law = preparing.described(), in_zone(zone)
    form = preparing.publishing(proposals_due=due, printed=printed)
    objection = dates.zone_label_valid(case, form, law)
    assert (objection and objection.clears[0].fields["printed"]) == mended
    if objection:
        assert dates.zone_label_valid(case, preparing.again(form, objection), law) is None


# --- words and boundary -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("boundary", "printed", "clears"),
    [
        ("before", "prior to 2:00 p.m.", None),
        ("at", "prior to 2:00 p.m.", {"boundary": "before"}),
        ("before", "by 2:00 p.m.", {"boundary": "at"}),
        ("at", "until 2:00 p.m.", None),
        ("before", "until 2:00 p.m.", None),
        ("at", "2:00 p.m.", None),
        ("before", None, None),
        ("at", "by 2:00 p.m., and not at all if not before 2:00 p.m.", {"printed": None}),
    ],
)
def test_the_label_says_of_the_due_instant_what_the_rule_does(
    boundary: str, printed: str | None, clears: dict[str, Any] | None
) -> None:
    case, form = preparing.described(), preparing.publishing(boundary=boundary, printed=printed)
    objection = dates.boundary_fits_label(case, form)
    assert (objection and dict(objection.clears[0].fields)) == clears
    if objection:
        assert dates.boundary_fits_label(case, preparing.again(form, objection)) is None


def test_an_amended_label_is_held_against_the_boundary_that_stands() -> None:
    case = preparing.published(boundary="at")
    assert dates.boundary_fits_label(case, amend(printed="by 2:00 p.m.")) is None
    standing: CaseFile = preparing.published(boundary="before")
    objection = dates.boundary_fits_label(standing, amend(printed="by 2:00 p.m."))
    assert objection is not None
    assert objection.clears[0].command == "amend"


# --- findings: words that disagree, and words that nobody can read -------------------------------

FRIDAY = "2026-09-18 14:00"


@pytest.mark.parametrize(
    "printed",
    [
        "prior to 2:00 p.m. on Thursday, September 18, 2026",
        "prior to 2:00 p.m. on 9/19/26",
        "prior to 2:00 p.m. on 19.09.2026",
        "prior to 2:00 p.m. on Sept. 19th",
        "prior to 2:00 p.m. on 9/19",
        "prior to 2:00 p.m. on 09-19-2026",
        "prior to 3 o'clock on September 18, 2026",
        "prior to 1500 hours on September 18, 2026",
        "prior to 2:00 p.m. PDT on September 18, 2026",
        "prior to 2:00 p.m. on Thu., Sept. 18, 2026",
    ],
)
def test_case_04_a_printed_date_that_contradicts_the_one_entered_is_refused(printed: str) -> None:
    case = preparing.described()
    form = preparing.publishing(proposals_due=FRIDAY, printed=printed)
    if "PDT" in printed:
        objection = dates.zone_label_valid(case, form, LAW)
    else:
        objection = dates.dates_agree(case, form, LAW)
    assert objection is not None


@pytest.mark.parametrize(
    "printed",
    [
        "prior to 2:00 p.m. on Friday, September 18, 2026",
        "prior to 2:00 p.m. on 9/18/26",
        "prior to 2:00 p.m. on 18.09.2026",
        "Fri., Sept. 18th, before 2 o'clock",
        "before 1400 hours on September 18, 2026",
        "11 AM PDT on September 18, 2026",
        "1:00 p.m. Central Daylight Time, September 18, 2026",
    ],
)
def test_words_that_agree_are_taken_however_they_are_written(printed: str) -> None:
    case = preparing.described()
    form = preparing.publishing(proposals_due=FRIDAY, printed=printed)
    assert dates.dates_agree(case, form, LAW) is None
    assert dates.printed_words_read(case, form) is None
    assert dates.zone_label_valid(case, form, LAW) is None


def test_a_label_in_another_zone_that_names_the_same_instant_agrees() -> None:
    law = in_zone("America/Los_Angeles")
    printed = "April 8, 2026 at 7 PM (EDT)"
    form = preparing.publishing(proposals_due="2026-04-08 16:00", printed=printed)
    assert dates.dates_agree(preparing.described(), form, law) is None
    assert dates.zone_label_valid(preparing.described(), form, law) is None
    wrong = preparing.publishing(proposals_due="2026-04-08 15:00", printed=printed)
    assert dates.dates_agree(preparing.described(), wrong, law) is not None


@pytest.mark.parametrize(
    ("printed", "says"),
    [
        ("before close of business on September 18, 2026", "'close of business'"),
        ("by COB September 18, 2026", "'COB'"),
        ("on the day stated in the advertisement", "no day that could be read"),
        ("x", "no hour that could be read"),
        ("prior to 2:00 p.m.", "no day that could be read"),
        ("September 18, 2026", "no hour that could be read"),
    ],
)
def test_case_07_words_that_do_not_say_when_are_compared_by_the_officer(
    printed: str, says: str
) -> None:
    case = preparing.described()
    form = preparing.publishing(proposals_due=FRIDAY, printed=printed)
    objection = dates.printed_words_read(case, form)
    assert objection is not None
    assert says in objection.says
    assert dates.printed_words_read(case, form.evolve(printed_compared=True)) is None


@pytest.mark.parametrize(
    ("due", "printed"),
    [
        ("2026-09-17 00:00", "before midnight on September 17, 2026"),
        ("2026-09-18 00:00", "before midnight on September 17, 2026"),
        ("2026-09-18 00:00", None),
        ("2026-09-17 23:59", "by midnight on September 17, 2026"),
    ],
)
def test_case_08_midnight_is_asked_back(due: str, printed: str | None) -> None:
    case = preparing.described()
    form = preparing.publishing(proposals_due=due, printed=printed)
    objection = dates.midnight_is_said(case, form, LAW)
    assert objection is not None
    assert "start or the end" in objection.says
    again = preparing.again(form, objection)
    assert dates.midnight_is_said(case, again, LAW) is None
    assert again.proposals_due is not None
    assert (again.proposals_due.hour, again.proposals_due.minute) == (23, 59)


@pytest.mark.parametrize(
    ("advertised", "objects"),
    [("2026-09-18", False), ("2026-09-17", True), ("2026-09-18 14:00", False)],
)
def test_a_day_alone_is_compared_as_a_day(advertised: str, objects: bool) -> None:
    form = preparing.publishing(proposals_due=FRIDAY, advertised_due=advertised)
    assert (dates.dates_agree(preparing.described(), form, LAW) is not None) is objects

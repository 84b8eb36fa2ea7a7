"""Windows of law: each length, unit and trigger that statutes use, with the instant it is over."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solicitation_flow.errors import Trouble
from solicitation_flow.workdays import (
    Calendar,
    Length,
    Trigger,
    Window,
    holiday_dates,
    instant,
    latest_before,
    length_end,
    time_enough,
    window_over,
)

EAST, CENTRAL = "America/New_York", "America/Chicago"


def calendar(state: str, zone: str = EAST) -> Calendar:
    """Return a state's calendar over the years of these tests."""
    closed = frozenset(holiday_dates("US", state, 1997, 2031))
    return Calendar(zone, closed, date(1997, 1, 1), date(2031, 12, 31))


def at(text: str, zone: str = EAST) -> datetime:
    """Return the instant at which clocks in a zone show a time."""
    return instant(datetime.fromisoformat(text), zone)


FLORIDA, ALABAMA, VIRGINIA = calendar("FL"), calendar("AL", CENTRAL), calendar("VA")

ENDS = [
    # Florida, 120.57(3): 72 hours, Saturdays, Sundays and state holidays left out
    ("2026-03-06 15:00", Length(72, "hours", "business"), FLORIDA, "2026-03-11 15:00"),
    ("1998-04-17 10:00", Length(72, "hours", "business"), FLORIDA, "1998-04-22 10:00"),
    # the petition, ten days after the notice; the tenth is a Saturday
    ("1998-04-22 09:30", Length(10), FLORIDA, "1998-05-05 00:00"),
    ("1998-04-22 09:30", Length(10, rolls=False), FLORIDA, "1998-05-03 00:00"),
    # an airport authority: five business days over Labor Day, until four o'clock
    ("2016-08-30 15:00", Length(5, "days", "business", by_hour=time(16)), FLORIDA,
     "2016-09-07 16:00"),
    # Alabama: five calendar days, by five o'clock Central
    ("2026-06-01 10:00", Length(5, by_hour=time(17)), ALABAMA, "2026-06-08 17:00"),
    ("2026-06-02 10:00", Length(5, by_hour=time(17), rolls=False), ALABAMA, "2026-06-07 17:00"),
    # two calendar weeks are not fourteen days where the fourteenth is a closed day that rolls
    ("2026-06-01 23:59", Length(2, "weeks"), VIRGINIA, "2026-06-16 00:00"),
    # months end on the same day, or on the last one of a shorter month; years on February 28
    ("2026-01-31 09:00", Length(1, "months", rolls=False), VIRGINIA, "2026-03-01 00:00"),
    ("2026-08-31 09:00", Length(6, "months", rolls=False), VIRGINIA, "2027-03-01 00:00"),
    ("2026-12-15 09:00", Length(1, "months"), VIRGINIA, "2027-01-16 00:00"),
    ("2024-02-29 09:00", Length(5, "years", rolls=False), VIRGINIA, "2029-03-01 00:00"),
    # a short window passes over closed days, a long one does not
    ("2026-06-04 09:00", Length(5, business_up_to=5), VIRGINIA, "2026-06-12 00:00"),
    ("2026-06-04 09:00", Length(6, business_up_to=5), VIRGINIA, "2026-06-11 00:00"),
    # no day at all: the rest of the day of the event
    ("2026-06-04 09:00", Length(0), VIRGINIA, "2026-06-05 00:00"),
    # clocks go forward on March 8, 2026: hours are elapsed hours, days are days
    ("2026-03-07 12:00", Length(24, "hours"), VIRGINIA, "2026-03-08 13:00"),
    ("2026-03-06 12:00", Length(1), VIRGINIA, "2026-03-10 00:00"),
]  # fmt: skip


@pytest.mark.parametrize(("start", "length", "days", "over"), ENDS)
def test_a_window_is_over_when_the_statute_says_so(
    start: str, length: Length, days: Calendar, over: str
) -> None:
    assert length_end(at(start, days.zone), length, days) == at(over, days.zone)


BACK = [
    # "at least ten days before the due date": the last day for it, until it ends
    ("2026-06-30 14:00", Length(10, rolls=False), VIRGINIA, "2026-06-21 00:00"),
    ("2026-06-30 14:00", Length(10), VIRGINIA, "2026-06-19 00:00"),  # nor on a holiday
    # "before the fourteenth day before the date set": a day more (Tex. Loc. Gov't Code 262.025)
    ("2026-06-30 14:00", Length(14, rolls=False), VIRGINIA, "2026-06-17 00:00"),
    ("2026-06-30 14:00", Length(14, rolls=False, strictly=True), VIRGINIA, "2026-06-16 00:00"),
    ("2026-06-30 14:00", Length(10, "days", "business"), VIRGINIA, "2026-06-16 00:00"),
    ("2026-06-30 14:00", Length(2, "weeks", rolls=False), VIRGINIA, "2026-06-17 00:00"),
    ("2026-03-31 14:00", Length(1, "months", rolls=False), VIRGINIA, "2026-03-01 00:00"),
    ("2026-06-30 14:00", Length(5, "days", "business", by_hour=time(17)), VIRGINIA,
     "2026-06-23 17:00"),
    # five open days before a Sunday are Friday to Monday: the day counted from is not one of them
    ("2026-06-28 14:00", Length(5, "days", "business"), VIRGINIA, "2026-06-23 00:00"),
    ("2026-06-26 14:00", Length(5, "days", "business"), VIRGINIA, "2026-06-19 00:00"),
]  # fmt: skip


@pytest.mark.parametrize(("due", "length", "days", "over"), BACK)
def test_the_last_moment_so_long_before_a_date_is_when_the_statute_says(
    due: str, length: Length, days: Calendar, over: str
) -> None:
    assert latest_before(at(due, days.zone), length, days) == at(over, days.zone)


def test_hours_back_are_counted_to_the_instant() -> None:
    due, length = at("2026-06-30 14:00"), Length(72, "hours")
    assert time_enough(at("2026-06-27 14:00"), due, length, VIRGINIA)
    assert not time_enough(at("2026-06-27 14:00:01"), due, length, VIRGINIA)
    business = replace(length, count="business")
    assert time_enough(at("2026-06-25 14:00"), due, business, VIRGINIA)
    assert not time_enough(at("2026-06-25 14:01"), due, business, VIRGINIA)


def test_calendar_days_looked_at_afterwards_may_begin_on_a_closed_day() -> None:
    saturday, due = at("2026-06-20 09:00"), at("2026-06-30 14:00")
    assert time_enough(saturday, due, Length(10), VIRGINIA)
    assert not time_enough(saturday, due, Length(10, strictly=True), VIRGINIA)
    assert not time_enough(saturday + timedelta(days=1), due, Length(10), VIRGINIA)


POSTED, DEBRIEFED = at("2026-06-01 10:00"), at("2026-06-12 10:00")
LATER = Window(
    (Trigger("posted", Length(10, "days", "business")), Trigger("debriefed", Length(5, "days")))
)


def test_a_window_of_several_triggers_ends_with_the_last_of_them_or_with_the_first() -> None:
    events = {"posted": POSTED, "debriefed": DEBRIEFED}
    last = window_over(LATER, events, VIRGINIA)
    assert last is not None
    assert (last.event, last.at) == ("debriefed", at("2026-06-18 00:00"))
    first = window_over(replace(LATER, which="first"), events, VIRGINIA)
    assert first is not None
    assert (first.event, first.at) == ("posted", at("2026-06-16 00:00"))


def test_a_trigger_that_has_not_happened_opens_nothing() -> None:
    posted = window_over(LATER, {"posted": POSTED}, VIRGINIA)
    assert posted is not None
    assert posted.event == "posted"
    assert window_over(LATER, {}, VIRGINIA) is None


def test_an_event_closes_a_window_early_and_never_lengthens_it() -> None:
    window = Window((Trigger("known", Length(7)),), closes_on=("executed",))
    known = at("2026-06-01 10:00")
    executed = at("2026-06-03 16:00")
    closed = window_over(window, {"known": known, "executed": executed}, VIRGINIA)
    assert closed is not None
    assert (closed.at, closed.closed_by) == (executed, "executed")
    late = window_over(window, {"known": known, "executed": at("2026-07-01 09:00")}, VIRGINIA)
    assert late is not None
    assert (late.at, late.closed_by) == (at("2026-06-09 00:00"), "")


def test_a_length_beyond_every_calendar_is_an_error_that_names_it() -> None:
    with pytest.raises(Trouble, match="outside it"):
        length_end(at("2026-06-01 10:00"), Length(9_000, "years"), VIRGINIA)
    with pytest.raises(Trouble, match="outside it"):
        latest_before(at("2026-06-01 10:00"), Length(9_000, "years"), VIRGINIA)


lengths = st.builds(
    Length,
    number=st.integers(0, 400),
    unit=st.sampled_from(["hours", "days", "weeks"]),
    count=st.sampled_from(["calendar", "business"]),
    rolls=st.booleans(),
    by_hour=st.sampled_from([None, time(17)]),
)
moments = st.integers(0, 4 * 365 * 24 * 60).map(
    lambda minutes: datetime(2018, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


@given(moments, lengths, lengths)
def test_a_longer_length_never_ends_earlier(start: datetime, length: Length, other: Length) -> None:
    longer = replace(length, number=length.number + other.number % 30)
    assert length_end(start, longer, VIRGINIA) >= length_end(start, length, VIRGINIA)
    assert latest_before(start, longer, VIRGINIA) <= latest_before(start, length, VIRGINIA)


@given(moments, lengths)
def test_the_last_moment_before_leaves_the_whole_length(due: datetime, length: Length) -> None:
    last = latest_before(due, length, VIRGINIA)
    before = last - timedelta(microseconds=1)
    assert time_enough(before, due, length, VIRGINIA)
    if length.unit == "hours":
        assert not time_enough(last, due, length, VIRGINIA)

"""Tests that days are counted as law counts them, and that instants are never guessed."""

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest

from solicitation_flow.errors import Trouble
from solicitation_flow.records.ledger import stamp
from solicitation_flow.store.row_mapping import micros
from solicitation_flow.workdays import (
    Calendar,
    Count,
    add_days,
    before,
    earliest_due,
    fires_at,
    holiday_dates,
    hours_end,
    in_utc,
    instant,
    latest_day_before,
    local,
    notice_days,
    parse_period,
    spoken,
    window_end,
    zone_named,
)

NEW_YORK = "America/New_York"
PHOENIX = "America/Phoenix"


def calendar(zone: str = NEW_YORK, *closed: date) -> Calendar:
    return Calendar(zone, frozenset(closed), date(2016, 1, 1), date(2030, 12, 31))


def wall(text: str) -> datetime:
    """Return what a clock on a wall shows: a time without a zone."""
    return datetime.fromisoformat(text)


def at(text: str, zone: str = NEW_YORK) -> datetime:
    return instant(wall(text), zone)


# --- holidays ----------------------------------------------------------------------------------


def test_a_holiday_on_a_weekend_brings_its_observed_day() -> None:
    listed = holiday_dates("US", None, 2026, 2026)
    assert date(2026, 7, 4) in listed  # a Saturday
    assert date(2026, 7, 3) in listed
    assert date(2026, 7, 6) not in listed


def test_new_years_day_can_be_observed_the_year_before() -> None:
    assert holiday_dates("US", None, 2027, 2027)[-1] == date(2027, 12, 31)


def test_states_keep_different_days() -> None:
    friday_after_thanksgiving = date(2026, 11, 27)
    assert friday_after_thanksgiving in holiday_dates("US", "VA", 2026, 2026)
    assert friday_after_thanksgiving not in holiday_dates("US", "AZ", 2026, 2026)


def test_an_agency_adds_its_own_closed_days_and_drops_others() -> None:
    listed = holiday_dates(
        "US",
        "VA",
        2026,
        2026,
        also=[date(2026, 12, 24), date(2031, 1, 2)],
        drop=["Independence Day", date(2026, 11, 3)],
    )
    assert date(2026, 12, 24) in listed
    assert not {date(2031, 1, 2), date(2026, 11, 3)} & set(listed)
    assert not {date(2026, 7, 3), date(2026, 7, 4)} & set(listed)


def test_a_rare_holiday_may_be_dropped_in_a_year_that_does_not_have_it() -> None:
    drop = ["Inauguration Day"]
    assert holiday_dates("US", "DC", 2026, 2026, drop=drop) == holiday_dates("US", "DC", 2026, 2026)


@pytest.mark.parametrize(
    ("drop", "sentence"),
    [
        ("Labour Day", "no holiday there is called 'Labour Day'; did you mean 'Labor Day'?"),
        (date(2026, 10, 13), "2026-10-13 is not a holiday there"),
    ],
)
def test_dropping_what_is_no_holiday_is_refused(drop: str | date, sentence: str) -> None:
    with pytest.raises(ValueError, match="holiday there") as refusal:
        holiday_dates("US", "VA", 2026, 2026, drop=[drop])
    assert str(refusal.value).startswith(sentence)


@pytest.mark.parametrize(("country", "state"), [("US", "ZZ"), ("XX", None)])
def test_a_place_without_a_list_is_refused(country: str, state: str | None) -> None:
    with pytest.raises(ValueError, match="no list of holidays is known for"):
        holiday_dates(country, state, 2026, 2026)


def test_the_machines_language_does_not_change_a_holidays_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LANGUAGE", "th")
    assert date(2026, 9, 7) not in holiday_dates("US", "VA", 2026, 2026, drop=["Labor Day"])


def test_the_holidays_library_is_loaded_only_when_a_list_is_made() -> None:
    program = "import sys, solicitation_flow.workdays; print('holidays' in sys.modules)"
    completed = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
    assert completed.stdout.strip() == b"False"


# --- working days ------------------------------------------------------------------------------


def test_weekends_and_closed_days_are_not_worked() -> None:
    open_days = calendar(NEW_YORK, date(2026, 7, 3))
    assert open_days.is_working(date(2026, 7, 2))
    assert not open_days.is_working(date(2026, 7, 3))
    assert not open_days.is_working(date(2026, 7, 4))
    assert open_days.next_working(date(2026, 7, 3)) == date(2026, 7, 6)
    assert open_days.previous_working(date(2026, 7, 5)) == date(2026, 7, 2)
    assert open_days.next_working(date(2026, 7, 6)) == date(2026, 7, 6)


@pytest.mark.parametrize("day", [date(2015, 12, 31), date(2031, 1, 1)])
def test_beyond_the_list_of_holidays_nobody_guesses(day: date) -> None:
    with pytest.raises(Trouble, match="list of holidays runs from 2016-01-01 to 2030-12-31"):
        calendar().is_working(day)


@pytest.mark.parametrize("count", ["calendar", "business"])
def test_a_window_that_no_calendar_can_hold_is_trouble(count: Count) -> None:
    with pytest.raises(Trouble, match="list of holidays"):
        add_days(date(2026, 6, 1), 9_999_999, count, calendar())
    with pytest.raises(Trouble, match="list of holidays"):
        latest_day_before(date(2026, 6, 1), 9_999_999, count, calendar())


# --- windows -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "days", "count", "last"),
    [
        (date(2026, 6, 1), 10, "calendar", date(2026, 6, 11)),
        (date(2026, 6, 3), 10, "calendar", date(2026, 6, 15)),  # a Saturday rolls to Monday
        (date(2026, 6, 9), 10, "calendar", date(2026, 6, 22)),  # Juneteenth, a Friday, to Monday
        (date(2026, 6, 16), 4, "business", date(2026, 6, 23)),  # weekend and holiday passed over
        (date(2026, 6, 13), 1, "business", date(2026, 6, 15)),
        (date(2026, 6, 13), 0, "calendar", date(2026, 6, 15)),
        (date(2026, 6, 13), 0, "business", date(2026, 6, 15)),
        (date(2026, 6, 15), 0, "business", date(2026, 6, 15)),
    ],
)
def test_the_trigger_day_is_not_counted_and_the_last_day_is_open(
    start: date, days: int, count: Count, last: date
) -> None:
    assert add_days(start, days, count, calendar(NEW_YORK, date(2026, 6, 19))) == last


def test_a_window_ends_at_the_midnight_after_its_last_day() -> None:
    end = window_end(at("2026-06-01 16:30"), 10, "calendar", calendar())
    assert end == at("2026-06-12")
    assert local(end - timedelta(microseconds=1), NEW_YORK).date() == date(2026, 6, 11)


def test_the_event_day_is_the_agencys_day_and_not_greenwichs() -> None:
    late_in_phoenix = at("2026-06-01 23:30", zone=PHOENIX)  # already 2 June in UTC
    end = window_end(late_in_phoenix, 10, "calendar", calendar(PHOENIX))
    assert end == at("2026-06-12", zone=PHOENIX)


@pytest.mark.parametrize(
    ("zone", "event", "last"),
    [
        ("America/Havana", "2026-03-06 09:00", date(2026, 3, 9)),  # clocks jump over midnight
        ("America/Sao_Paulo", "2018-11-02 09:00", date(2018, 11, 5)),
        ("America/Havana", "2025-10-31 09:00", date(2025, 11, 3)),  # midnight comes twice
    ],
)
def test_a_day_begins_even_where_midnight_does_not_exist(zone: str, event: str, last: date) -> None:
    end = window_end(at(event, zone=zone), 1, "business", calendar(zone))
    assert local(end, zone).date() == last + timedelta(1)
    assert local(end - timedelta(microseconds=1), zone).date() == last


def test_hours_pass_over_closed_days_when_they_are_business_hours() -> None:
    friday = at("2026-06-05 15:00")
    assert hours_end(friday, 72, "calendar", calendar()) == at("2026-06-08 15:00")
    assert hours_end(friday, 72, "business", calendar()) == at("2026-06-10 15:00")
    assert hours_end(at("2026-06-06 15:00"), 24, "business", calendar()) == at("2026-06-09")
    assert hours_end(friday, 0, "business", calendar()) == friday
    assert hours_end(friday, 9, "business", calendar()) == at("2026-06-06 00:00")


@pytest.mark.parametrize("count", ["calendar", "business"])
def test_a_window_cannot_be_negative(count: Count) -> None:
    with pytest.raises(ValueError, match="a window cannot be -1 long"):
        add_days(date(2026, 6, 1), -1, count, calendar())
    with pytest.raises(ValueError, match="a window cannot be -1 long"):
        hours_end(at("2026-06-01"), -1, count, calendar())


# --- counting back -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("due", "days", "count", "day"),
    [
        (date(2026, 6, 15), 10, "calendar", date(2026, 6, 5)),
        (date(2026, 6, 16), 10, "calendar", date(2026, 6, 5)),  # a Saturday rolls back, not on
        (date(2026, 6, 29), 10, "calendar", date(2026, 6, 18)),  # so does a holiday
        (date(2026, 6, 23), 4, "business", date(2026, 6, 16)),
    ],
)
def test_counting_back_never_shortens_the_notice(
    due: date, days: int, count: Count, day: date
) -> None:
    juneteenth = calendar(NEW_YORK, date(2026, 6, 19))
    assert latest_day_before(due, days, count, juneteenth) == day
    assert notice_days(day, due, count, juneteenth) >= days


def test_the_day_of_notice_is_not_counted_and_the_due_day_is() -> None:
    assert notice_days(date(2026, 6, 1), date(2026, 6, 11), "calendar", calendar()) == 10
    assert notice_days(date(2026, 6, 5), date(2026, 6, 8), "business", calendar()) == 1
    assert notice_days(date(2026, 6, 8), date(2026, 6, 5), "calendar", calendar()) == -3
    assert notice_days(date(2026, 6, 8), date(2026, 6, 5), "business", calendar()) == 0


def test_the_earliest_due_day_counts_from_the_agencys_day_of_notice() -> None:
    after = at("2026-06-01 23:59")
    assert earliest_due(after, 10, "calendar", calendar()) == date(2026, 6, 11)
    assert earliest_due(after, 12, "calendar", calendar()) == date(2026, 6, 15)


# --- instants ----------------------------------------------------------------------------------


def test_at_lets_in_the_very_instant_and_before_does_not() -> None:
    due = at("2026-06-15 14:00")
    assert fires_at(due, "before") == due
    assert fires_at(due, "at") == due + timedelta(microseconds=1)


def test_a_local_time_becomes_an_instant_in_utc() -> None:
    assert at("2017-08-18 14:00") == datetime(2017, 8, 18, 18, tzinfo=UTC)
    assert at("2026-12-01 14:00", zone=PHOENIX) == datetime(2026, 12, 1, 21, tzinfo=UTC)


@pytest.mark.parametrize(
    ("shown", "sentence"),
    [
        (
            wall("2026-03-08 02:30"),
            "2:30 a.m. on Sunday, 8 March 2026 does not exist in America/New_York",
        ),
        (
            wall("2026-11-01 01:00"),
            "1:00 a.m. on Sunday, 1 November 2026 comes twice in America/New_York",
        ),
        (wall("9999-12-31 23:00"), "the year 9999 is outside what a calendar can hold"),
    ],
)
def test_a_local_time_that_is_none_or_two_is_refused(shown: datetime, sentence: str) -> None:
    with pytest.raises(ValueError, match=r"clocks|outside") as refusal:
        instant(shown, NEW_YORK)
    assert str(refusal.value).startswith(sentence)


@pytest.mark.parametrize("shown", [wall("2026-03-08 01:59:59"), wall("2026-03-08 03:00")])
def test_the_edges_of_a_clock_change_are_ordinary_times(shown: datetime) -> None:
    assert local(instant(shown, NEW_YORK), NEW_YORK).replace(tzinfo=None) == shown


@pytest.mark.parametrize("zone", ["America/New_Yrok", "America", "", "../etc/passwd", "a\0b"])
def test_an_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(ValueError, match="there is no time zone"):
        zone_named(zone)


def test_a_misspelt_zone_is_offered_its_nearest() -> None:
    with pytest.raises(ValueError, match="did you mean 'America/New_York'"):
        zone_named("America/New_Yrok")


@pytest.mark.parametrize(
    ("moment", "zone", "sentence"),
    [
        (
            at("2017-08-18 14:00"),
            NEW_YORK,
            "Friday, 18 August 2017, 2:00 p.m. EDT (America/New_York)",
        ),
        (
            at("2026-02-02 09:05"),
            NEW_YORK,
            "Monday, 2 February 2026, 9:05 a.m. EST (America/New_York)",
        ),
        (
            at("2026-07-01 14:00", zone=PHOENIX),
            PHOENIX,
            "Wednesday, 1 July 2026, 2:00 p.m. MST (America/Phoenix)",
        ),
        (
            at("2026-07-01 12:00"),
            NEW_YORK,
            "Wednesday, 1 July 2026, 12:00 noon EDT (America/New_York)",
        ),
        (
            at("2026-07-01"),
            NEW_YORK,
            "Wednesday, 1 July 2026, 12:00 midnight (start of the day) EDT (America/New_York)",
        ),
        (
            at("2026-07-01 12:00:05"),
            NEW_YORK,
            "Wednesday, 1 July 2026, 12:00:05 p.m. EDT (America/New_York)",
        ),
        (
            at("2026-07-01") - timedelta(microseconds=1),
            NEW_YORK,
            "Tuesday, 30 June 2026, 11:59:59 p.m. EDT (America/New_York)",
        ),
        (
            datetime(2026, 7, 1, 15, tzinfo=UTC),
            "America/Sao_Paulo",
            "Wednesday, 1 July 2026, 12:00 noon UTC-03 (America/Sao_Paulo)",
        ),
    ],
)
def test_a_letter_prints_weekday_date_time_and_zone(
    moment: datetime, zone: str, sentence: str
) -> None:
    assert spoken(moment, zone) == sentence


# --- periods -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("P7D", timedelta(days=7)),
        ("PT4H", timedelta(hours=4)),
        ("P1DT2H", timedelta(days=1, hours=2)),
        ("P2W", timedelta(weeks=2)),
        ("PT90M", timedelta(minutes=90)),
        ("P0DT1H2M3S", timedelta(hours=1, minutes=2, seconds=3)),
        ("P0D", timedelta(0)),
    ],
)
def test_a_period_is_read(text: str, period: timedelta) -> None:
    assert parse_period(text) == period


@pytest.mark.parametrize(
    "text",
    [
        *("", "P", "PT", "P1DT", "7D", "p7d", "P1M", "P1Y", "P2W1D", "-P1D", "P1.5D", "PT1H1D"),
        *("P1D ", "P1D\n", "P٣D", "P" + "9" * 5000 + "D"),
    ],
)
def test_what_is_no_period_is_refused_with_examples(text: str) -> None:
    with pytest.raises(ValueError, match="is not a period; write P7D for seven days"):
        parse_period(text)


def test_a_week_before_two_is_two_o_clock_though_the_clocks_changed_in_between() -> None:
    due = instant(wall("2026-03-10T14:00"), NEW_YORK)
    week = before(due, "P7D", NEW_YORK)
    assert local(week, NEW_YORK).isoformat() == "2026-03-03T14:00:00-05:00"
    assert due - before(due, "PT72H", NEW_YORK) == timedelta(hours=72)
    assert due - before(due, "P3D", NEW_YORK) == timedelta(hours=71)


def test_the_hour_that_clocks_show_twice_is_two_hours_whatever_was_asked_before() -> None:
    zone = zone_named(NEW_YORK)
    first, second = (datetime(2026, 11, 1, 1, 30, tzinfo=zone, fold=fold) for fold in (0, 1))
    assert first == second  # as Python has it: so no answer about one may be kept for the other
    for ask in (
        in_utc,
        stamp,
        micros,
        partial(spoken, zone=NEW_YORK),
        partial(before, period="PT4H", zone=NEW_YORK),
    ):
        assert ask(first) != ask(second)


@pytest.mark.parametrize("ask", [in_utc, stamp, micros])
def test_a_time_without_a_zone_is_no_instant(ask: Callable[[datetime], object]) -> None:
    with pytest.raises(AssertionError, match="an instant needs a zone"):
        ask(wall("2026-11-01 01:30"))

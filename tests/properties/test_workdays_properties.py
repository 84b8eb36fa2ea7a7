"""Tests what holds for every window, whatever the calendar, the count and the zone."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from solicitation_flow.workdays import (
    Boundary,
    Calendar,
    Count,
    add_days,
    earliest_due,
    fires_at,
    hours_end,
    instant,
    latest_day_before,
    local,
    notice_days,
    parse_period,
    spoken,
    window_end,
)

FIRST, LAST = date(2018, 1, 1), date(2032, 12, 31)
ZONES = (
    "America/New_York",
    "America/Phoenix",
    "America/Anchorage",
    "America/Havana",  # clocks change at midnight
    "America/St_Johns",
    "Australia/Lord_Howe",  # by half an hour
    "Pacific/Apia",
    "UTC",
)
TICK = timedelta(microseconds=1)

days_of_year = st.dates(date(2020, 1, 1), date(2030, 12, 31))
walls = st.datetimes(datetime.fromisoformat("2020-01-01"), datetime.fromisoformat("2030-12-31"))
moments = walls.map(lambda wall: wall.replace(tzinfo=UTC))
counts: st.SearchStrategy[Count] = st.sampled_from(["calendar", "business"])
boundaries: st.SearchStrategy[Boundary] = st.sampled_from(["before", "at"])
lengths = st.integers(0, 45)
zones = st.sampled_from(ZONES)
calendars = st.builds(
    Calendar,
    zones,
    st.frozensets(st.dates(date(2020, 1, 1), date(2031, 6, 30)), max_size=60),
    st.just(FIRST),
    st.just(LAST),
)


@given(days_of_year, lengths, counts, calendars)
def test_a_window_is_never_shorter_than_its_count(
    start: date, days: int, count: Count, calendar: Calendar
) -> None:
    last = add_days(start, days, count, calendar)
    assert calendar.is_working(last)
    assert (last - start).days >= days
    assert notice_days(start, last, count, calendar) >= days


@given(days_of_year, lengths, counts, calendars)
def test_a_window_is_no_longer_than_it_must_be(
    start: date, days: int, count: Count, calendar: Calendar
) -> None:
    last = add_days(start, days, count, calendar)
    earlier = [start + timedelta(n) for n in range((last - start).days)]
    assert not [
        day
        for day in earlier
        if calendar.is_working(day) and notice_days(start, day, count, calendar) >= days
    ]


@given(days_of_year, days_of_year, lengths, lengths, counts, calendars)
def test_a_later_event_or_a_longer_count_never_ends_sooner(
    start: date, other: date, days: int, more: int, count: Count, calendar: Calendar
) -> None:
    first, later = sorted([start, other])
    assert add_days(first, days, count, calendar) <= add_days(later, days, count, calendar)
    longer = add_days(first, days + more, count, calendar)
    assert add_days(first, days, count, calendar) <= longer


@given(days_of_year, lengths, calendars)
def test_business_days_are_never_fewer_than_calendar_days(
    start: date, days: int, calendar: Calendar
) -> None:
    calendar_last = add_days(start, days, "calendar", calendar)
    assert add_days(start, days, "business", calendar) >= calendar_last


@given(moments, lengths, counts, calendars)
def test_a_window_ends_when_a_working_day_ends(
    event: datetime, days: int, count: Count, calendar: Calendar
) -> None:
    end = window_end(event, days, count, calendar)
    last = local(end - TICK, calendar.zone).date()
    assert end.tzinfo is UTC
    assert last == earliest_due(event, days, count, calendar)
    assert calendar.is_working(last)
    assert local(end, calendar.zone).date() > last
    assert end > event


whole_hours = moments.map(lambda moment: moment.replace(minute=0, second=0, microsecond=0))


@given(moments | whole_hours, st.integers(0, 200), st.integers(0, 100), counts, calendars)
def test_hours_are_never_fewer_than_counted_and_add_up(
    event: datetime, hours: int, more: int, count: Count, calendar: Calendar
) -> None:
    end = hours_end(event, hours, count, calendar)
    assert end - event >= timedelta(hours=hours)
    assert hours_end(end, more, count, calendar) == hours_end(event, hours + more, count, calendar)


@given(days_of_year, lengths, counts, calendars)
def test_counting_back_never_shortens_notice(
    due: date, days: int, count: Count, calendar: Calendar
) -> None:
    day = latest_day_before(due, days, count, calendar)
    assert calendar.is_working(day)
    assert notice_days(day, due, count, calendar) >= days
    later = (day + timedelta(n) for n in range(1, (due - day).days + 1))
    assert not [
        other
        for other in later
        if calendar.is_working(other) and notice_days(other, due, count, calendar) >= days
    ]


@given(days_of_year, lengths, counts, calendars)
def test_counting_on_and_counting_back_agree(
    start: date, days: int, count: Count, calendar: Calendar
) -> None:
    assume(calendar.is_working(start))
    assert latest_day_before(add_days(start, days, count, calendar), days, count, calendar) >= start


@given(moments, boundaries)
def test_a_deadline_fires_when_nobody_may_be_in_time_any_more(
    due: datetime, boundary: Boundary
) -> None:
    fires = fires_at(due, boundary)
    in_time = {"before": due - TICK, "at": due}[boundary]
    assert fires - TICK == in_time


@given(moments, zones)
def test_an_instant_survives_being_shown_and_read_again(moment: datetime, zone: str) -> None:
    shown = local(moment, zone)
    wall = shown.replace(tzinfo=None)
    if shown.replace(fold=0).utcoffset() == shown.replace(fold=1).utcoffset():
        assert instant(wall, zone) == moment
    else:
        with pytest.raises(ValueError, match="comes twice"):
            instant(wall, zone)


@given(walls, zones)
def test_a_local_time_is_read_as_itself_or_refused(wall: datetime, zone: str) -> None:
    try:
        read = instant(wall, zone)
    except ValueError:
        return
    assert read.tzinfo is UTC
    assert local(read, zone).replace(tzinfo=None) == wall


@given(
    st.sampled_from(["America/New_York", "America/Havana", "Australia/Lord_Howe"]),
    st.integers(2020, 2030),
    st.integers(0, 366 * 24),
)
def test_every_gap_and_fold_is_told_from_an_ordinary_hour(zone: str, year: int, hour: int) -> None:
    wall = datetime.fromisoformat(f"{year}-01-01") + timedelta(hours=hour, minutes=15)
    near = [wall.replace(tzinfo=UTC) + timedelta(hours=step) for step in range(-15, 16)]
    offsets = {local(moment, zone).utcoffset() for moment in near}
    shows = [
        offset
        for offset in offsets
        if offset is not None
        and local(wall.replace(tzinfo=UTC) - offset, zone).replace(tzinfo=None) == wall
    ]
    if len(shows) == 1:
        assert instant(wall, zone) == wall.replace(tzinfo=UTC) - shows[0]
    else:
        with pytest.raises(ValueError, match="comes twice" if shows else "does not exist"):
            instant(wall, zone)


@given(moments, zones)
def test_a_spoken_instant_names_its_zone_and_is_printable(moment: datetime, zone: str) -> None:
    sentence = spoken(moment, zone)
    assert sentence.endswith(f"({zone})")
    assert sentence.isprintable()


@given(st.integers(0, 999), st.integers(0, 999), st.integers(0, 999), st.integers(0, 999))
def test_a_written_period_is_read_as_itself(days: int, hours: int, minutes: int, secs: int) -> None:
    written = f"P{days}DT{hours}H{minutes}M{secs}S"
    meant = timedelta(days=days, hours=hours, minutes=minutes, seconds=secs)
    assert parse_period(written) == meant

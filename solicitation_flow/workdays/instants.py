"""Converts instants to what clocks in a zone show and letters print, and counts back periods."""

import re
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Final, Literal
from zoneinfo import ZoneInfo, available_timezones

from solicitation_flow.yamlfile import did_you_mean

Boundary = Literal["before", "at"]

NOON: Final = time(12)
TICK: Final = timedelta(microseconds=1)

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_PERIOD = re.compile(
    r"P(?:([0-9]{1,4})W|(?=.)(?:([0-9]{1,5})D)?"
    r"(?:T(?=.)(?:([0-9]{1,6})H)?(?:([0-9]{1,7})M)?(?:([0-9]{1,8})S)?)?)"
)


def fires_at(due_at: datetime, boundary: Boundary) -> datetime:
    """Return when a deadline fires: with "at", whoever acts at the due instant is in time."""
    if boundary == "before":
        return due_at
    return due_at + TICK


@lru_cache(maxsize=1_024)
def instant(wall: datetime, zone: str) -> datetime:
    """Return the instant at which clocks show a time; ValueError if they never do, or do twice."""
    assert wall.tzinfo is None, "a local time carries no zone"
    place = zone_named(zone)
    first, second = (wall.replace(tzinfo=place, fold=fold) for fold in (0, 1))
    try:
        earlier = first.astimezone(UTC)
        if first.utcoffset() == second.utcoffset():
            return earlier
        shown = earlier.astimezone(place).replace(tzinfo=None)
    except OverflowError:
        raise ValueError(f"the year {wall.year} is outside what a calendar can hold") from None
    written = f"{_clock_time(wall)} on {_day(wall)}"
    if shown.replace(fold=0) != wall.replace(fold=0):
        raise ValueError(f"{written} does not exist in {zone}: the clocks go forward over it")
    raise ValueError(f"{written} comes twice in {zone}: the clocks go back over it")


def local(moment: datetime, zone: str) -> datetime:
    """Return what clocks in a zone show at an instant, as an aware datetime."""
    assert moment.tzinfo is not None, "an instant needs a zone"
    return moment.astimezone(zone_named(zone))


def zone_named(zone: str) -> ZoneInfo:
    """Return the time zone of that name; ValueError offers the nearest one."""
    try:
        return ZoneInfo(zone)
    except (KeyError, ValueError, OSError):  # OSError: the name of a folder of zones
        hint = did_you_mean(zone, available_timezones()) or "use a name such as America/New_York"
        raise ValueError(f"there is no time zone {zone!r}; {hint}") from None


def in_utc(moment: datetime) -> datetime:
    """Return the same instant in UTC.

    A cache keyed by an instant needs this: Python holds the two hours that clocks show twice, when
    they go back, to be equal.
    """
    if moment.tzinfo is UTC:
        return moment
    assert moment.tzinfo is not None, "an instant needs a zone"
    return moment.astimezone(UTC)


def spoken(moment: datetime, zone: str) -> str:
    """Return an instant as a letter prints it: weekday, date, clock time, and zone with name."""
    return _spoken(in_utc(moment), zone)


@lru_cache(maxsize=1_024)
def _spoken(moment: datetime, zone: str) -> str:
    shown = local(moment, zone)
    label = shown.tzname() or ""
    label = label if label.isalpha() else f"UTC{label}"  # many zones have no letters, only "-03"
    return f"{_day(shown)}, {_clock_time(shown)} {label} ({zone})"


def parse_period(text: str) -> timedelta:
    """Read an ISO 8601 duration of weeks, or of days, hours, minutes and seconds."""
    match = _PERIOD.fullmatch(text)
    if not match:
        raise ValueError(
            f"{text!r} is not a period; write P7D for seven days, PT4H for four hours, P1DT2H or "
            "P2W (months and years have no fixed length)"
        )
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def before(moment: datetime, period: str, zone: str) -> datetime:
    """Return the instant a period before another: days by the zone's calendar, hours elapsed.

    A day is not always 24 hours long: a week before 2 p.m. is 2 p.m., whatever the clocks did.
    """
    return _before(in_utc(moment), period, zone)


@lru_cache(maxsize=1_024)
def _before(moment: datetime, period: str, zone: str) -> datetime:
    days, _, hours = period.partition("T")
    if days != "P":
        whole = parse_period(days)
    else:
        whole = timedelta()
    if hours:
        rest = parse_period(f"PT{hours}")
    else:
        rest = timedelta()
    if not whole:  # going round by the zone's clock would lose which of two equal hours it is
        return moment - rest
    return (local(moment, zone) - whole).astimezone(UTC) - rest


def midnight(day: date, zone: str) -> datetime:
    """Return when a day begins, also where clocks jump over midnight or show it twice."""
    return datetime.combine(day, time(), tzinfo=zone_named(zone)).astimezone(UTC)


def _day(shown: datetime) -> str:
    return f"{_WEEKDAYS[shown.weekday()]}, {shown.day} {_MONTHS[shown.month - 1]} {shown.year}"


def _clock_time(shown: datetime) -> str:
    """Return twelve-hour time; noon and midnight by name, because 12:00 a.m. is ambiguous.

    What is past the full minute shows its seconds, so that 2:00:01 does not look like 2:00.
    """
    if shown.time() == time(0):
        return "12:00 midnight (start of the day)"
    if shown.time() == NOON:
        return "12:00 noon"
    seconds = ""
    if shown.second or shown.microsecond:
        seconds = f":{shown.second:02}"
    half = "p.m."
    if shown.time() < NOON:
        half = "a.m."
    return f"{shown.hour % 12 or 12}:{shown.minute:02}{seconds} {half}"

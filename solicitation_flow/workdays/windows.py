"""Computes when a window of law is over: lengths in any unit, several triggers, early ends."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, Literal, NamedTuple

from solicitation_flow.workdays.days import (
    Calendar,
    Count,
    add_days,
    hours_end,
    latest_day_before,
    moved,
)
from solicitation_flow.workdays.instants import instant, local, midnight

Unit = Literal["hours", "days", "weeks", "months", "years"]
Which = Literal["first", "last"]

UNITS: Final[tuple[Unit, ...]] = ("hours", "days", "weeks", "months", "years")
WEEK: Final = 7
MONTHS_OF_A_YEAR: Final = 12


@dataclass(frozen=True, slots=True)
class Length:
    """How long a window is, and how its last day is found.

    `rolls` moves a last day on which the agency is closed to the next open one. `by_hour` is the
    time of day at which the last day is over: without it, at midnight. A count of up to
    `business_up_to` days passes over closed days, whatever `count` says. `strictly` is for counts
    back from a date: "before the tenth day before" is a day more than "ten days before".
    """

    number: int
    unit: Unit = "days"
    count: Count = "calendar"
    rolls: bool = True
    by_hour: time | None = None
    business_up_to: int = 0
    strictly: bool = False

    @property
    def days(self) -> int | None:
        """The length in days, where it is a number of days or weeks."""
        if self.unit == "days":
            return self.number
        if self.unit == "weeks":
            return self.number * WEEK
        return None

    @property
    def counted(self) -> Count:
        """The days that count: a short window may pass over closed days where others do not."""
        if self.unit == "days" and self.number <= self.business_up_to:
            return "business"
        return self.count


class Trigger(NamedTuple):
    """An event from which a window may run, and for how long."""

    event: str
    length: Length


@dataclass(frozen=True, slots=True)
class Window:
    """A time in which something may be done.

    It runs from several events where the law says so: `which` says whether the first or the last
    of their ends is the end. An event of `closes_on` ends it early.
    """

    triggers: tuple[Trigger, ...]
    which: Which = "last"
    closes_on: tuple[str, ...] = ()


class WindowEnd(NamedTuple):
    """When a window is over, by which event it ran, and what closed it early."""

    at: datetime
    event: str
    closed_by: str = ""


def length_end(start: datetime, length: Length, calendar: Calendar) -> datetime:
    """Return the instant at which a length that begins at an instant is over.

    The day of the event does not count, and the last day does. Whoever acts before the instant
    that is returned is in time.
    """
    if length.unit == "hours":
        return hours_end(start, length.number, length.count, calendar)
    first = local(start, calendar.zone).date()
    if length.days is not None and length.rolls:
        last = add_days(first, length.days, length.counted, calendar)
    elif length.days is not None and length.counted == "business":
        last = add_days(first, length.days, "business", calendar)
    elif length.days is not None:
        last = moved(first, length.days, calendar)
    else:
        last = _by_months(first, length, calendar)
        if length.rolls:
            last = calendar.next_working(last)
    return day_end(last, length.by_hour, calendar)


def day_end(day: date, by_hour: time | None, calendar: Calendar) -> datetime:
    """Return when a day is over: at midnight, or at the hour that ends it for this purpose."""
    if by_hour is None:
        return midnight(moved(day, 1, calendar), calendar.zone)
    return instant(datetime.combine(day, by_hour), calendar.zone)


def window_over(
    window: Window, events: Mapping[str, datetime], calendar: Calendar
) -> WindowEnd | None:
    """Return when a window is over; None while nothing it runs from has happened."""
    ends: list[WindowEnd] = []
    for trigger in window.triggers:
        start = events.get(trigger.event)
        if start is not None:
            ends.append(WindowEnd(length_end(start, trigger.length, calendar), trigger.event))
    if not ends:
        return None
    if window.which == "first":
        end = min(ends, key=lambda known: known.at)
    else:
        end = max(ends, key=lambda known: known.at)
    for event in window.closes_on:
        closing = events.get(event)
        if closing is not None and closing < end.at:
            end = WindowEnd(closing.astimezone(UTC), end.event, event)
    return end


def latest_before(due: datetime, length: Length, calendar: Calendar) -> datetime:
    """Return the last instant at which something may happen that long before another.

    Hours are counted to the instant. Days are whole days, whatever the hour: what happens on the
    last day that is returned, until it ends, is in time. A count back never rolls forward, since
    that would leave less time than the law asks for.
    """
    if length.unit == "hours":
        return _hours_before(due, length, calendar)
    day = local(due, calendar.zone).date()
    if length.days is not None and length.rolls:
        last = latest_day_before(day, length.days, length.counted, calendar)
    elif length.days is not None and length.counted == "business":
        last = latest_day_before(day, length.days, "business", calendar)
    elif length.days is not None:
        last = moved(day, -length.days, calendar)
    else:
        last = _by_months(day, length, calendar, back=True)
    if length.strictly:
        last = moved(last, -1, calendar)
    return day_end(last, length.by_hour, calendar)


def time_enough(first: datetime, due: datetime, length: Length, calendar: Calendar) -> bool:
    """Return whether something happens long enough before another.

    Closed days make no difference to a count of calendar days that is looked at afterwards: ten
    days lie between the 1st and the 11th, on whichever days of the week these fall.
    """
    unrolled = length
    if length.counted == "calendar":
        unrolled = Length(
            length.number,
            length.unit,
            length.count,
            rolls=False,
            by_hour=length.by_hour,
            strictly=length.strictly,
        )
    return first < latest_before(due, unrolled, calendar)


def _hours_before(due: datetime, length: Length, calendar: Calendar) -> datetime:
    """Return the instant so many hours before another; business hours pass over closed days."""
    left = timedelta(hours=length.number)
    now = due.astimezone(UTC)
    if length.count == "business" and left:
        day = local(due, calendar.zone).date()
        while True:
            begins = midnight(day, calendar.zone)
            if calendar.is_working(day):
                if now - left >= begins:
                    break
                left -= now - begins
            day, now = moved(day, -1, calendar), begins
    # something at that very instant leaves the full time, so the end that is not inside lies after
    return now - left + timedelta(microseconds=1)


def _by_months(day: date, length: Length, calendar: Calendar, *, back: bool = False) -> date:
    """Return the same day of a later or earlier month, or the last one where it is too short."""
    months = length.number
    if length.unit == "years":
        months *= MONTHS_OF_A_YEAR
    if back:
        months = -months
    year, month = divmod(day.year * MONTHS_OF_A_YEAR + day.month - 1 + months, MONTHS_OF_A_YEAR)
    if not date.min.year <= year <= date.max.year:
        raise calendar.beyond(f"a day {abs(months):,} months from {day}")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

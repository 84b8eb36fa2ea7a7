"""Counts days, open days and hours from an event or back from a date, in an agency's calendar."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final, Literal

from solicitation_flow.errors import Trouble
from solicitation_flow.workdays.instants import local, midnight
from solicitation_flow.workdays.recurring import recurring
from solicitation_flow.yamlfile import did_you_mean

Count = Literal["calendar", "business"]

SATURDAY: Final = 5
DAY: Final = timedelta(days=1)
OBSERVED: Final = " (observed)"
LEFT_OUT: Final[Mapping[tuple[str, str | None], tuple[tuple[str, str], ...]]] = {
    # N.J.S.A. 36:1-1 names it for each year, and the State's table of 2011 has it
    ("US", "NJ"): (("Election Day", "first Tuesday after first Monday of November"),),
}
"""Holidays of a state that the list of holidays has only in some years, by their rule."""
INAUGURATION_CYCLE: Final = 4  # the rarest listed holidays come every fourth year


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days an agency is closed besides weekends, in its zone, within a horizon."""

    zone: str
    closed: frozenset[date]
    first: date
    last: date

    def is_working(self, day: date) -> bool:
        """Return whether the agency is open that day; outside the horizon it is not known."""
        if not self.first <= day <= self.last:
            raise self.beyond(str(day))
        return day.weekday() < SATURDAY and day not in self.closed

    def beyond(self, day: str) -> Trouble:
        """Return the error for a day of which it is not known whether the agency is open."""
        return Trouble(
            f"the list of holidays runs from {self.first} to {self.last}; {day} is outside it",
            hint="pin an edition of the jurisdiction whose holidays reach that day",
        )

    def next_working(self, day: date) -> date:
        """Return the day itself if the agency is open, else the first open day after it."""
        while not self.is_working(day):
            day += DAY
        return day

    def previous_working(self, day: date) -> date:
        """Return the day itself if the agency is open, else the last open day before it."""
        while not self.is_working(day):
            day -= DAY
        return day


def holiday_dates(
    country: str,
    subdivision: str | None,
    first_year: int,
    last_year: int,
    *,
    also: Iterable[date] = (),
    drop: Iterable[str | date] = (),
) -> tuple[date, ...]:
    """Return every holiday of whole years, observed days included.

    `also` adds an agency's own closures. `drop` takes a holiday away by its date or by its name,
    which takes its observed days too; a drop that fits no holiday is a ValueError, because a
    misspelt one would silently move deadlines. Dates outside the years are passed over.
    """
    named = _named_holidays(country, subdivision, first_year, last_year)
    kept: dict[date, frozenset[str]] = {}
    for day, names in named.items():
        if first_year <= day.year <= last_year:
            kept[day] = names
    inside = frozenset(kept)
    for unwanted in drop:
        if isinstance(unwanted, date):
            if first_year <= unwanted.year <= last_year and unwanted not in inside:
                raise ValueError(f"{unwanted} is not a holiday there, so it cannot be dropped")
            kept.pop(unwanted, None)
            continue
        known = frozenset[str]().union(*named.values())
        if unwanted not in known:
            hint = did_you_mean(unwanted, known)
            message = f"no holiday there is called {unwanted!r}"
            if hint:
                message += f"; {hint}"
            raise ValueError(message)
        kept = {day: names - {unwanted} for day, names in kept.items()}
    days = {day for day, names in kept.items() if names}
    for day in also:
        if first_year <= day.year <= last_year:
            days.add(day)
    return tuple(sorted(days))


def _named_holidays(
    country: str, subdivision: str | None, first_year: int, last_year: int
) -> Mapping[date, frozenset[str]]:
    """Return the holidays by day; earlier years are read too, for the names of rare holidays."""
    from holidays import country_holidays  # noqa: PLC0415  # 90 ms that a pinned calendar spares

    years = range(first_year - INAUGURATION_CYCLE + 1, last_year + 1)
    try:
        listed = country_holidays(country, subdivision, years=years, language="en_US")
    except NotImplementedError:
        if subdivision:
            place = f"{country}, {subdivision}"
        else:
            place = country
        raise ValueError(f"no list of holidays is known for {place}") from None
    named: dict[date, frozenset[str]] = {}
    for day in listed:
        names = [name.removesuffix(OBSERVED) for name in listed.get_list(day)]
        named[day] = frozenset(names)
    for name, when in LEFT_OUT.get((country, subdivision), ()):
        for year in years:
            for day in recurring(when, year):
                named[day] = named.get(day, frozenset()) | {name}
    return named


def add_days(start: date, days: int, count: Count, calendar: Calendar) -> date:
    """Return the last day of a window: an open day; the day of the event is not counted."""
    _refuse_negative(days)
    if count == "calendar":
        return calendar.next_working(moved(start, days, calendar))
    if days:
        day = start
    else:
        day = calendar.next_working(start)
    while days:
        day = moved(day, 1, calendar)
        days -= calendar.is_working(day)
    return day


def window_end(event: datetime, days: int, count: Count, calendar: Calendar) -> datetime:
    """Return the instant a window is over: the midnight that ends its last day in the zone.

    Whoever acts at 23:59:59.999999 of the last day is inside, so its boundary is "before".
    """
    last = add_days(local(event, calendar.zone).date(), days, count, calendar)
    return midnight(moved(last, 1, calendar), calendar.zone)


def hours_end(event: datetime, hours: int, count: Count, calendar: Calendar) -> datetime:
    """Return the instant a window of hours is over; "business" passes over whole closed days.

    Hours are elapsed hours, and nothing is rounded: 72 of them from Friday 15:00 are over on
    Monday at 15:00, or, when closed days are passed over, on Wednesday at 15:00.
    """
    _refuse_negative(hours)
    left = timedelta(hours=hours)
    now = event.astimezone(UTC)
    if count == "calendar" or not left:
        return now + left
    day = local(event, calendar.zone).date()
    while True:
        ends = midnight(moved(day, 1, calendar), calendar.zone)
        if calendar.is_working(day):
            if now + left <= ends:
                return now + left
            left -= ends - now
        day, now = moved(day, 1, calendar), ends


def latest_day_before(due: date, days: int, count: Count, calendar: Calendar) -> date:
    """Return the last open day on which notice still gives the days it must.

    Counting back rolls to the earlier open day, for rolling on would shorten the notice.
    """
    _refuse_negative(days)
    if count == "calendar":
        return calendar.previous_working(moved(due, -days, calendar))
    day = due
    while days:
        day = moved(day, -1, calendar)
        days -= calendar.is_working(day)
    return calendar.previous_working(day)


def notice_days(first_notice: date, due: date, count: Count, calendar: Calendar) -> int:
    """Return how many days of notice were given: the due day counts, the day of notice does not.

    That is the general rule of counting (exclude the trigger, include the last), so notice on
    the 1st for the 11th is ten days, and `add_days` and this function agree.
    """
    if count == "calendar":
        return (due - first_notice).days
    # counted back from a closed day, the day of the notice counts in its place
    begins = 1 if calendar.is_working(due) else 0
    days = range(begins, (due - first_notice).days + begins)
    return sum(calendar.is_working(first_notice + timedelta(step)) for step in days)


def earliest_due(after: datetime, days: int, count: Count, calendar: Calendar) -> date:
    """Return the first open day on which something may be due if notice is given at an instant."""
    return add_days(local(after, calendar.zone).date(), days, count, calendar)


def moved(day: date, days: int, calendar: Calendar) -> date:
    """Return the day so many days later, or earlier; an error where no calendar holds it."""
    try:
        return day + timedelta(days)
    except OverflowError:
        raise calendar.beyond(f"a day {days:,} days from {day}") from None


def _refuse_negative(number: int) -> None:
    if number < 0:
        raise ValueError(f"a window cannot be {number} long")

"""Closed days that come by a rule: "first Tuesday after first Monday of November", or each week."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final, Literal

Years = Literal["all", "even", "odd"]

_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
_ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}
_WEEK: Final = 7
_DAY: Final = timedelta(days=1)
_LEAP_YEAR: Final = 2028
_OF_MONTH: Final = re.compile(r"(?:the )?(\w+) (\w+) (?:of|in) (\w+)")
_BESIDE: Final = re.compile(r"(?:the )?(\w+) (\w+) (after|before) (.+)")
_NEXT_DAY: Final = re.compile(r"(?:the )?day (after|before) (.+)")
_DATED: Final = re.compile(r"(\w+) ([0-9]{1,2})|([0-9]{1,2}) (\w+)")


def recurring(when: str, year: int, years: Years = "all") -> list[date]:
    """Return the day of a year that a rule names: none in a year in which it does not come.

    The words are those of statutes: "last Monday of May", "first Tuesday after first Monday of
    November", "day after fourth Thursday of November", "June 19".
    """
    days = _named(when.strip().lower(), year, when)
    if years == "even" and year % 2:
        return []
    if years == "odd" and not year % 2:
        return []
    return [day for day in days if day.year == year]


def weekdays(names: Iterable[str], year: int) -> list[date]:
    """Return every day of a year that falls on one of some weekdays."""
    wanted = {_WEEKDAYS.index(name.lower()) for name in names}
    days: list[date] = []
    day = date(year, 1, 1)
    while wanted and day.year == year:
        if day.weekday() in wanted:
            days.append(day)
        day += _DAY
    return days


def _named(text: str, year: int, whole: str) -> list[date]:
    """Return the day that some words name; ValueError says how such words are written."""
    if match := _NEXT_DAY.fullmatch(text):
        step = _DAY
        if match[1] == "before":
            step = -_DAY
        return [day + step for day in _named(match[2], year, whole)]
    if match := _BESIDE.fullmatch(text):
        weekday, times = _weekday(match[2], whole), _ordinal(match[1], whole)
        if match[3] == "before" and times < 0:
            times = 1  # the last one before a day is the one next to it
        if times < 0:
            raise _unreadable(whole)
        days: list[date] = []
        for day in _named(match[4], year, whole):
            days += _beside(day, weekday, times, match[3])
        return days
    if match := _OF_MONTH.fullmatch(text):
        month, weekday = _month(match[3], whole), _weekday(match[2], whole)
        return _of_month(year, month, weekday, _ordinal(match[1], whole))
    if match := _DATED.fullmatch(text):
        month = _month(match[1] or match[4], whole)
        return _dated(year, month, int(match[2] or match[3]), whole)
    raise _unreadable(whole)


def _beside(day: date, weekday: int, times: int, side: str) -> list[date]:
    if side == "after":
        ahead = (weekday - day.weekday() - 1) % _WEEK + 1
        return [day + timedelta(days=ahead + _WEEK * (times - 1))]
    back = (day.weekday() - weekday - 1) % _WEEK + 1
    return [day - timedelta(days=back + _WEEK * (times - 1))]


def _of_month(year: int, month: int, weekday: int, times: int) -> list[date]:
    if times < 0:
        day = date(year + month // 12, month % 12 + 1, 1) - _DAY
        return [day - timedelta(days=(day.weekday() - weekday) % _WEEK)]
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.weekday()) % _WEEK + _WEEK * (times - 1))
    if day.month == month:
        return [day]
    return []  # there is no fifth one that year


def _dated(year: int, month: int, number: int, whole: str) -> list[date]:
    try:
        date(_LEAP_YEAR, month, number)
    except ValueError:
        raise _unreadable(whole) from None
    try:
        return [date(year, month, number)]
    except ValueError:
        return []  # 29 February, in most years


def _ordinal(word: str, whole: str) -> int:
    if word not in _ORDINALS:
        raise _unreadable(whole)
    return _ORDINALS[word]


def _weekday(word: str, whole: str) -> int:
    if word not in _WEEKDAYS:
        raise _unreadable(whole)
    return _WEEKDAYS.index(word)


def _month(word: str, whole: str) -> int:
    if word not in _MONTHS:
        raise _unreadable(whole)
    return _MONTHS.index(word) + 1


def _unreadable(whole: str) -> ValueError:
    return ValueError(
        f"{whole!r} names no day of a year; write 'last Monday of May', 'June 19', or"
        " 'first Tuesday after first Monday of November'"
    )

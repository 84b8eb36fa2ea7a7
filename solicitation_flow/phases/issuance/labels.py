"""Read a due date as a document prints it: its day, hour, zone, and words such as "prior to"."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache

from solicitation_flow.workdays import Boundary, local

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
FAMILIES = {
    "E": "Eastern",
    "C": "Central",
    "M": "Mountain",
    "P": "Pacific",
    "AK": "Alaska",
    "H": "Hawaii",
}
SEASONS = {"S": "Standard", "D": "Daylight"}
OFFSETS = {"E": -5, "C": -6, "M": -7, "P": -8, "AK": -9, "H": -10}
"""The hours by which a zone's standard time differs from UTC."""
PLACES = {
    "E": "America/New_York",
    "C": "America/Chicago",
    "M": "America/Denver",
    "P": "America/Los_Angeles",
    "AK": "America/Anchorage",
    "H": "Pacific/Honolulu",
}
HALF_DAY = 12
SHORT_YEAR, CENTURY = 2, 2000
LONGEST_MONTH = 31
_SHORT_MONTHS = tuple(name[:3] for name in MONTHS)
_SHORT_DAYS = tuple(name[:3] for name in DAYS)

_MONTH = r"(?P<month>" + "|".join(f"{name[:3]}(?:{name[3:]}|t)?" for name in MONTHS) + r")\.?"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}})\b",
        r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b",
        r"\b(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4}|\d{2})\b",
        r"\b(?P<month>\d{1,2})-(?P<day>\d{1,2})-(?P<year>\d{4})\b",
        r"\b(?P<month>\d{1,2})\.(?P<day>\d{1,2})\.(?P<year>\d{4})\b",
        r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})\b",
    )
)
_WITHOUT_YEAR = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!,?\s+\d{{4}})",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b(?!,?\s+\d{{4}})",
        r"(?<![/\d])(?P<month>\d{1,2})/(?P<day>\d{1,2})(?![/\d])",
    )
)
_WEEKDAYS = re.compile(
    rf"\b({'|'.join(f'{day[:3]}(?:{day[3:]})?' for day in DAYS)})\b\.?", re.IGNORECASE
)
_CLOCK_FACE = re.compile(r"\b(?P<hour>\d{1,2})\s*o['\u2019]?\s?clock\b", re.IGNORECASE)
_MILITARY = re.compile(
    r"\b(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s*(?:h|hrs?|hours?)\b", re.IGNORECASE
)
_NO_HOUR = re.compile(
    r"\b(close of business|c\.?o\.?b\.?|end of (?:the )?(?:business )?day|e\.?o\.?d\.?)\b",
    re.IGNORECASE,
)
_HOURS = re.compile(
    r"\b(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))?\s*(?P<half>[ap])\.?\s?m\b"
    r"|\b(?P<clock>\d{1,2}):(?P<past>\d{2})\b(?!\s*[ap]\.?\s?m)|\b(?P<word>noon|midnight)\b",
    re.IGNORECASE,
)
_ZONES = re.compile(
    r"\b(?P<short>(?P<family>AK|[ECMPH])(?P<season>[SD])T)\b"
    r"|(?<=[mM\d.]\s)(?P<bare>(?P<own>[ECMP])T)\b"
    r"|\b(?P<long>(?i:(?P<name>eastern|central|mountain|pacific|alaska|hawaii)"
    r"\s+(?P<time>standard|daylight)\s+time))\b"
)
_WORDS = re.compile(
    r"\b(on or before|at or before|no later than|not later than|prior to|before|by|until|till)\s+"
    r"(?=(?:on\s+|at\s+|the\s+)?(?:\d|noon\b|midnight\b|"
    rf"(?:{'|'.join(_SHORT_MONTHS)})[a-z]*\.?\s+\d|(?:{'|'.join(DAYS)})\b"
    r"))",
    re.IGNORECASE,
)
_EXCLUDING = {"prior to", "before"}
_UNCLEAR = {"until", "till"}
"""Words that leave open whether the due instant itself is in time."""
_NAMED_HOURS = {"noon": time(12), "midnight": time(0)}
_FAMILY_OF = {name: letter for letter, name in FAMILIES.items()}


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone as printed: the words, the family such as E, the season S or D, or "" for neither."""

    words: str
    family: str
    season: str

    def fits(self, name: str) -> bool:
        """Return whether it is the zone of that name, such as EDT."""
        family, season = name[:-2], name[-2:-1]
        return self.family == family and self.season in {"", season}

    def corrected(self, name: str) -> str:
        """Return the zone of that name, as long or short as this one is written."""
        family, season = name[:-2], name[-2:-1]
        if " " in self.words and family in FAMILIES and season in SEASONS:
            return f"{FAMILIES[family]} {SEASONS[season]} Time"
        if not self.season:
            return f"{family}T"
        return name


@lru_cache(maxsize=256)
def days(label: str) -> frozenset[date]:
    """Return every day a label names."""
    dates = set()
    for pattern in _DATES:
        for match in pattern.finditer(label):
            try:
                dates.add(date(_year(match["year"]), _month(match["month"]), int(match["day"])))
            except ValueError:
                continue  # 31 June: a label that names no day is not compared with one
    return frozenset(dates)


def _year(digits: str) -> int:
    """Return a year as printed; two digits are of this century."""
    if len(digits) == SHORT_YEAR:
        return CENTURY + int(digits)
    return int(digits)


@lru_cache(maxsize=256)
def days_without_year(label: str) -> frozenset[tuple[int, int]]:
    """Return every month and day that a label names without a year."""
    dates = set()
    for pattern in _WITHOUT_YEAR:
        for match in pattern.finditer(label):
            month, day = _month(match["month"]), int(match["day"])
            if 1 <= month <= len(MONTHS) and 1 <= day <= LONGEST_MONTH:
                dates.add((month, day))
    return frozenset(dates)


@lru_cache(maxsize=256)
def weekdays(label: str) -> frozenset[int]:
    """Return every day of the week a label names, Monday being 0."""
    named = set()
    for match in _WEEKDAYS.finditer(label):
        named.add(_SHORT_DAYS.index(match[1][:3].casefold()))
    return frozenset(named)


@lru_cache(maxsize=256)
def hours_of_either_half(label: str) -> frozenset[time]:
    """Return the times that a label may mean by an hour without a.m. or p.m."""
    times = set()
    for match in _CLOCK_FACE.finditer(label):
        hour = int(match["hour"])
        if 1 <= hour <= HALF_DAY:
            times |= {time(hour % HALF_DAY), time(hour % HALF_DAY + HALF_DAY)}
    return frozenset(times)


@lru_cache(maxsize=256)
def vague(label: str) -> str:
    """Return words that stand for an hour and name none, such as "close of business"."""
    match = _NO_HOUR.search(label)
    if match is None:
        return ""
    return match[0]


def says_midnight(label: str) -> bool:
    """Return whether a label names midnight, which ends one day and begins the next."""
    return re.search(r"\bmidnight\b", label, re.IGNORECASE) is not None


def fits(label: str, wall: datetime) -> bool:
    """Return whether the day, weekday and time in a label, where it has them, are those given."""
    full, short = days(label), days_without_year(label)
    if full or short:
        known = wall.date() in full or (wall.month, wall.day) in short
        if not known or (full and wall.date() not in full):
            return False
    named = weekdays(label)
    if named and wall.weekday() not in named:
        return False
    times = hours(label) | hours_of_either_half(label)
    return not times or wall.time().replace(second=0, microsecond=0) in times


def walls(label: str, due: datetime) -> list[datetime]:
    """Return what clocks show at an instant in each zone that a label names."""
    shown: list[datetime] = []
    for zone in zones(label):
        if zone.season:
            hours_off = OFFSETS[zone.family] + (zone.season == "D")
            there = due.astimezone(timezone(timedelta(hours=hours_off)))
        else:
            there = local(due, PLACES[zone.family])
        shown.append(there.replace(tzinfo=None))
    return shown


def _month(word: str) -> int:
    """Return the number of a month written in digits, in full, or by its first letters."""
    if word.isdigit():
        return int(word)
    return _SHORT_MONTHS.index(word[:3].casefold()) + 1


@lru_cache(maxsize=256)
def hours(label: str) -> frozenset[time]:
    """Return every time of day a label names, to the minute."""
    times = set()
    for match in _HOURS.finditer(label):
        if match["word"]:
            times.add(_NAMED_HOURS[match["word"].casefold()])
            continue
        hour = int(match["hour"] or match["clock"])
        if match["half"]:
            hour %= HALF_DAY
            if match["half"] in "pP":
                hour += HALF_DAY
        try:
            times.add(time(hour, int(match["minute"] or match["past"] or 0)))
        except ValueError:
            continue  # 25:00 is no time of day
    for match in _MILITARY.finditer(label):
        times.add(time(int(match["hour"]), int(match["minute"])))
    return frozenset(times)


@lru_cache(maxsize=256)
def zones(label: str) -> tuple[Zone, ...]:
    """Return every zone a label names, in American letters or words."""
    printed = []
    for match in _ZONES.finditer(label):
        if match["long"]:
            family = _FAMILY_OF[match["name"].capitalize()]
            printed.append(Zone(match["long"], family, match["time"][0].upper()))
        elif match["short"]:
            printed.append(Zone(match["short"], match["family"], match["season"]))
        else:
            printed.append(Zone(match["bare"], match["own"], ""))
    return tuple(printed)


@lru_cache(maxsize=256)
def boundaries(label: str) -> frozenset[Boundary]:
    """Return what a label says of the due instant itself: still in time, or already late."""
    boundaries: set[Boundary] = set()
    for match in _WORDS.finditer(label):
        if match[1].casefold() in _UNCLEAR:
            continue
        boundaries.add("before" if match[1].casefold() in _EXCLUDING else "at")
    return frozenset(boundaries)

"""Read a due date as a document prints it: its day, hour, zone, and words such as "prior to"."""

import re
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache

from solicitation_flow.workdays import Boundary

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
HALF_DAY = 12
_SHORT_MONTHS = tuple(name[:3] for name in MONTHS)

_MONTH = r"(?P<month>" + "|".join(f"{name[:3]}(?:{name[3:]}|t)?" for name in MONTHS) + r")\.?"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}})\b",
        r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b",
        r"\b(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})\b",
    )
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
                dates.add(date(int(match["year"]), _month(match["month"]), int(match["day"])))
            except ValueError:
                continue  # 31 June: a label that names no day is not compared with one
    return frozenset(dates)


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
        boundaries.add("before" if match[1].casefold() in _EXCLUDING else "at")
    return frozenset(boundaries)

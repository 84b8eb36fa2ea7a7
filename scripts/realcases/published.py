"""Reads a published schedule as it stands: what it says, what it says twice, what it leaves out."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from solicitation_flow.phases.issuance import labels
from solicitation_flow.yamlfile import read_file

ZONES = {
    "AK": "America/Anchorage",
    "AZ": "America/Phoenix",
    "CA": "America/Los_Angeles",
    "FL": "America/New_York",
    "MD": "America/New_York",
    "NH": "America/New_York",
    "TX": "America/Chicago",
    "US": "America/New_York",
    "VA": "America/New_York",
}
"""Where the offices of the known cases stand; a zone that the data name goes before it."""

KEYS: Mapping[str, str] = {
    r"issued|published": "issued",
    r"questions_due.*": "questions_due",
    r"due_.*extension": "extension",
    r"due|responses_due|due_and_opening|due_.*": "proposals_due",
    r"pre_proposal|conference": "conference_at",
    r"intent_to_award|selection_announcement|awards_announced|scoring.*_posted": "announced",
    r"contract_issue|award": "awarded",
    r"opened": "opened",
    r"formal_protest|protest_.*_filed.*": "protest",
}
"""What a key of a schedule is called here; any other key holds no date that a form takes."""

ENTERED = frozenset({"issued", "questions_due", "conference_at", "proposals_due"})
"""Without any of these there is no schedule to enter."""

LATER = ("announced", "awarded")
"""Dates that no amendment moves on a form: what came of them in the end is what counts."""

SOME_HOUR = (time(0), time(12), time(23, 59))
"""A day without an hour may mean any: its first minute, its noon, and its last are all asked."""

NO_HOUR = "no hour is published"
TWO = "two are published"
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})T?(\d{2}:\d{2})?")
_YEARLESS = re.compile(r"\b([A-Z][a-z]+ \d{1,2}(?:st|nd|rd|th)?)\b(?!,? ?\d{4})")
_ADDENDUM_SAYS = re.compile(r"Addendum (\d+): '([^']+)'")


@dataclass(frozen=True, slots=True)
class Stated:
    """One date as published: every time it may mean as clocks there show it, and why several."""

    times: tuple[datetime, ...]
    printed: str = ""
    doubt: str = ""

    @property
    def last(self) -> datetime:
        """The one the simulated case goes on with."""
        return self.times[-1]


@dataclass(frozen=True, slots=True)
class Change:
    """A published amendment: when it came, if that is known, and the due date it states."""

    name: str
    at: Stated | None
    due: Stated | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """A solicitation as its agency published it, and nothing besides."""

    id: str
    number: str
    agency: str
    state: str
    method: str
    zone: str
    sources: tuple[tuple[str, str], ...]
    dates: Mapping[str, Stated]
    cover_due: Stated | None = None
    changes: tuple[Change, ...] = ()
    validity_days: int | None = None


def published(folder: Path) -> tuple[list[Published], list[str]]:
    """Return every case with a schedule, and the names of the files that have none."""
    publisheds: list[Published] = []
    without: list[str] = []
    for path in sorted(folder.glob("*.yaml")):
        data = read_file(path).value
        kept = [_case(path.stem, data)] if isinstance(data.get("schedule"), dict) else []
        kept += [_case(f"{path.stem} ({entry['number']})", entry) for entry in _related(data)]
        dated = [case for case in kept if case.dates.keys() & ENTERED]
        publisheds += [case for case in dated if case.zone]
        without += [f"{case.id} (in no known time zone)" for case in dated if not case.zone]
        if not dated:
            without.append(path.name)
    return publisheds, without


def _related(data: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Return other solicitations of the same agency that a file lists with dates of their own."""
    related = data.get("related")
    for entry in related if isinstance(related, list) else ():
        if isinstance(entry, dict) and entry.get("due") and entry.get("number"):
            own = {key: data[key] for key in ("agency", "state", "method") if key in data}
            source = [{"title": entry.get("title", ""), "url": entry.get("url", "")}]
            dates = {key: entry[key] for key in entry if _named(key)}
            yield {**own, "number": entry["number"], "sources": source, "schedule": dates}


def _named(key: str) -> str:
    return next((name for pattern, name in KEYS.items() if re.fullmatch(pattern, key)), "")


def _case(id: str, data: Mapping[str, Any]) -> Published:
    schedule: Mapping[str, Any] = data["schedule"]
    year = min((day.year for entry in schedule.values() for day in _days(entry)), default=0)
    stated_by_name: dict[str, list[Stated]] = {}
    for key, value in schedule.items():
        if not (name := _named(key)):
            continue
        late = name in LATER and _stated(value, year, last=True)
        if read := late or _stated(value, year):
            stated_by_name.setdefault(name, []).append(read)
    dues = sorted(
        stated_by_name.pop("proposals_due", []), key=lambda entry: not _whole(entry.printed)
    )
    extended = [
        Change("an extension", None, stated) for stated in stated_by_name.pop("extension", [])
    ]
    sources = _mappings(data.get("sources") or data.get("source"))
    submission = data.get("submission")
    days = submission.get("offer_valid_days") if isinstance(submission, dict) else None
    main = {"proposals_due": dues[0]} if dues else {}
    return Published(
        id=id,
        number=str(data.get("number") or data.get("id", "")),
        agency=str(data.get("agency", "")),
        state=str(data.get("state", "")),
        method=str(data.get("method", "")).partition(" ")[0],
        zone=_zone(schedule) or ZONES.get(str(data.get("state", "")), ""),
        sources=tuple(
            (str(source.get("title", "")), str(source.get("url", ""))) for source in sources
        ),
        dates={name: _one(group) for name, group in stated_by_name.items()} | main,
        cover_due=dues[1] if len(dues) > 1 else None,
        changes=(*extended, *_changes(data, year)),
        validity_days=days if isinstance(days, int) else None,
    )


def _mappings(value: Any) -> list[Mapping[str, Any]]:
    """Return the mappings of a list, or the one that stands alone."""
    listed = value if isinstance(value, list) else [value]
    return [entry for entry in listed if isinstance(entry, dict)]


def _zone(schedule: Mapping[str, Any]) -> str:
    named = (entry.get("time_zone") for entry in schedule.values() if isinstance(entry, dict))
    return next((str(entry) for entry in named if entry), "")


def _whole(label: str) -> bool:
    return bool(labels.days(label))


def _one(group: list[Stated]) -> Stated:
    """Return one date of several that documents give for the same thing."""
    times = tuple(sorted({moment for entry in group for moment in entry.times}))
    doubt = next((stated.doubt for stated in group if stated.doubt), "")
    doubt = doubt or TWO * (len(group) > 1 and len(times) > 1)
    return Stated(times, group[0].printed, doubt)


# --- one date, however it is written ------------------------------------------------------------


def _stated(value: Any, year: int, *, last: bool = False) -> Stated | None:
    """Return a date as first published, or as last revised, where it is known."""
    if isinstance(value, str):
        return _read(value, "" if _ISO.match(value) else value, year)
    if not isinstance(value, dict):
        return None
    first = value.get("local") or value.get("date") or value.get("original")
    text = (value.get("actual") or value.get("revised")) if last else first
    if not isinstance(text, str):
        return None
    made = _read(text, _printed(value, last=last), year)
    other = labels.hours(str(value.get("conflict", "")))
    if made is None or not other:
        return made
    day = made.last.date()
    times = {*made.times, *(datetime.combine(day, hour) for hour in other)}
    return Stated(tuple(sorted(times)), made.printed, TWO)


def _printed(value: Mapping[str, Any], *, last: bool) -> str:
    """Return the label: of two the first is the original's; one alone is that of the last date."""
    label = value.get("as_published", "")
    if isinstance(label, list):
        return str(label[-1 if last else 0]) if label else ""
    return str(label) if last == ("revised" in value) else ""


def _read(text: str, printed: str, year: int) -> Stated | None:
    """Return every time a text may mean; a day without a year is of the year of issue."""
    text = _ISO.sub(r"\1 \2", text).strip()
    dated = text if labels.days(text) else _YEARLESS.sub(rf"\1, {year}", text)
    days, hours = sorted(labels.days(dated)), sorted(labels.hours(dated))
    if not days:
        return None
    doubts = [TWO] * (len(days) > 1 or len(hours) > 1) + [NO_HOUR] * (not hours)
    times = tuple(datetime.combine(day, hour) for day in days for hour in hours or SOME_HOUR)
    return Stated(times, printed, ", and ".join(doubts))


def _days(value: Any) -> Iterable[date]:
    """Return every day a part of the schedule names in full."""
    parts = value.values() if isinstance(value, dict) else [value]
    return [day for part in parts if isinstance(part, str) for day in labels.days(part)]


# --- amendments ---------------------------------------------------------------------------------


def _changes(data: Mapping[str, Any], year: int) -> list[Change]:
    """Return the amendments in the order listed; a new due date stands with the one that says it.

    Where no amendment names the day, the last one before it is taken to have said it.
    """
    listed = _mappings(data.get("addenda") or data.get("amendments"))
    schedule: Mapping[str, Any] = data["schedule"]
    due = next((entry for key, entry in schedule.items() if _named(key) == "proposals_due"), None)
    revised = _stated(due, year, last=True) if isinstance(due, dict) else None
    made = [_change(entry, number, year) for number, entry in enumerate(listed, start=1)]
    if revised is None or not made:
        return made
    days = {moment.date() for moment in revised.times}
    says = [n for n, entry in enumerate(listed) if days & set(labels.days(str(entry)))]
    place = says[0] if says else len(made) - 1
    extra = _sentence(data, place + 1)
    label = f"{revised.printed} {extra}" if revised.printed and extra else revised.printed
    new = Stated(revised.times, label, revised.doubt)
    made[place] = Change(made[place].name, made[place].at, new)
    return made


def _change(entry: Mapping[str, Any], number: int, year: int) -> Change:
    day = entry.get("date") or entry.get("merged") or entry.get("commit_time")
    known = entry.get("number") or entry.get("no")
    name = f"amendment {known}" if known else f"change {number}"
    says = str(entry.get("change", ""))
    dated = _read(says, "", year)
    due = dated if dated and NO_HOUR not in dated.doubt else None
    return Change(name, _read(str(day), "", year) if day else None, due)


def _sentence(data: Mapping[str, Any], number: int) -> str:
    """Return a sentence on zones that one addendum prints for all its dates."""
    addenda = re.findall(_ADDENDUM_SAYS, str(data.get("time_zone_as_published", "")))
    return next((text for addendum, text in addenda if int(addendum) == number), "")

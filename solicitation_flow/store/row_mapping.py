"""Turns nouns into rows and back: instants become integers, and definitions pinned become JSON."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from json import loads
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from solicitation_flow.records import canonical
from solicitation_flow.records.case_numbers import split_number
from solicitation_flow.records.ledger import (
    Deadline,
    Duty,
    Fact,
    Header,
    Letter,
    Pin,
    Reminder,
    StoredEntry,
)
from solicitation_flow.store import tables
from solicitation_flow.workdays import in_utc

Row = tuple[Any, ...]
Noun = TypeVar("Noun")

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST = 2**63 - 1


def micros(instant: datetime) -> int:
    """Return an aware instant as microseconds since 1970, exactly."""
    return _micros(in_utc(instant))


@lru_cache(maxsize=1_024)
def _micros(instant: datetime) -> int:
    since = instant - _EPOCH
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


def instant(value: int) -> datetime:
    """Return the instant some microseconds stand for, in UTC."""
    return _EPOCH + timedelta(0, 0, value)


def latest(until: datetime | None) -> int:
    """Return an upper bound as microseconds; None is later than any instant."""
    if until is None:
        return _LATEST
    return micros(until)


@lru_cache(maxsize=256)
def _json_of(items: tuple[tuple[str, str], ...]) -> str:
    return canonical(dict(items))


def _to_json(mapping: Mapping[str, str]) -> str:
    """Return a mapping as JSON; cases opened together are pinned to the same few definitions."""
    return _json_of(tuple(mapping.items()))


@lru_cache(maxsize=256)
def _from_json(text: str) -> Mapping[str, str]:
    return MappingProxyType(loads(text))


_ENCODE: dict[tables.Kind, Callable[[Any], Any]] = {"instant": micros, "json": _to_json}
_DECODE: dict[tables.Kind, Callable[[Any], Any]] = {"instant": instant, "json": _from_json}


class RowMapping(Generic[Noun]):
    """The way from one kind of noun to values of a row and back, in the order of its fields."""

    def __init__(self, noun: Callable[..., Noun], columns: Sequence[tables.Column]) -> None:
        """Prepare which values of a row need to be converted, and how."""
        self.names = tuple(column.name for column in columns)
        self._noun = noun
        self._values: Callable[[Noun], Row] = attrgetter(*self.names)
        kinds = [(place, column.kind) for place, column in enumerate(columns)]
        self._encode = [(place, _ENCODE[kind]) for place, kind in kinds if kind in _ENCODE]
        self._decode = [(place, _DECODE[kind]) for place, kind in kinds if kind in _DECODE]

    def row(self, noun: Noun) -> Row:
        """Return a noun as the values of a row."""
        return _converted(self._values(noun), self._encode)

    def noun(self, row: Row) -> Noun:
        """Return the noun the values of a row stand for."""
        return self._noun(*_converted(row, self._decode))


def _converted(values: Row, conversions: list[tuple[int, Callable[[Any], Any]]]) -> Row:
    """Return a row in which some values, where there are any, are converted."""
    if not conversions:
        return values
    converted = list(values)
    for place, convert in conversions:
        if converted[place] is not None:
            converted[place] = convert(converted[place])
    return tuple(converted)


def _mapping(noun: type[Noun]) -> RowMapping[Noun]:
    return RowMapping(noun, tuple(tables.columns_of(noun)))


HEADERS = _mapping(Header)
FACTS = _mapping(Fact)
ENTRIES = _mapping(StoredEntry)
DEADLINES = _mapping(Deadline)
REMINDERS = _mapping(Reminder)
DUTIES = _mapping(Duty)
LETTERS = _mapping(Letter)
PINS = _mapping(Pin)

_MOVING = {"count", "head", "effective_at", "recorded_at"}
_HEADER_COLUMNS = tuple(tables.columns_of(Header))
MOVING = RowMapping(Header, [column for column in _HEADER_COLUMNS if column.name in _MOVING])
"""What every move changes of a header: no index hangs on these, so most moves stay cheap."""
LISTED = RowMapping(
    Header, [column for column in _HEADER_COLUMNS[1:] if column.name not in _MOVING]
)
"""What lists are asked by or show of a header; it seldom changes."""


def header_row(header: Header) -> Row:
    """Return a header as a row of case_header."""
    return (*HEADERS.row(header), *split_number(header.number))


def header_of(row: Row) -> Header:
    """Return the header a row of case_header stands for."""
    return HEADERS.noun(row[:-2])


def duty_row(place: int, duty: Duty) -> Row:
    """Return a duty as a row; `place` is where the case lists it."""
    case, *rest = DUTIES.row(duty)
    return (case, place, *rest)


def duty_of(row: Row) -> Duty:
    """Return the duty a row stands for."""
    return DUTIES.noun((row[0], *row[2:]))


def differences(
    old: Collection[Row], new: Collection[Row], width: int
) -> tuple[list[Row], list[Row]]:
    """Return rows to write and keys to take away; a key is the first `width` columns of a row."""
    stored = {row[:width]: row for row in old}
    changed = [row for row in new if stored.get(row[:width]) != row]
    for row in new:
        stored.pop(row[:width], None)
    return changed, list(stored)

"""What a rule states, in words a lawyer can check against the text it comes from."""

from collections.abc import Iterator
from typing import Any, Final

from solicitation_flow.jurisdiction.figures import Channel, Counted, Figures, Step
from solicitation_flow.workdays.windows import UNITS

ABOUT: Final = frozenset(
    {
        *("strength", "twin", "cite", "edition", "trust", "read_on", "effective", "sunset"),
        *("sources", "note"),
    }
)
"""What a rule says of itself, rather than of a case."""
_IN_LENGTH: Final = frozenset(
    {*UNITS, "count", "rolls", "by_hour", "business_up_to", "strictly", "runs_from"}
)


def in_words(figures: Figures) -> str:
    """Return everything a rule states of a case, in one line; empty where it only has a name."""
    return "; ".join(_parts(figures))


def _parts(figures: Figures) -> Iterator[str]:
    stated = figures.model_fields_set
    if not stated.isdisjoint(UNITS):
        yield _length(figures, figures.runs_from)
    elif figures.runs_from is not None:
        yield f"runs from {_plain(figures.runs_from)}"
    for start in figures.or_from:
        yield f"or {_length(start, start.runs_from)}, whichever is {_whichever(figures.which)}"
    if figures.closes_on:
        yield f"closed early by {_listed(figures.closes_on)}"
    for step in figures.steps:
        yield _step(step)
    for channel in figures.channels:
        yield _channel(channel)
    for key in type(figures).model_fields:
        if key in stated and key not in _SAID and key not in ABOUT and key not in _IN_LENGTH:
            yield from _other(key, getattr(figures, key))


_SAID: Final = frozenset(
    {"or_from", "which", "closes_on", "steps", "channels", "variants", "methods", "as_", "when"}
)


def _length(counted: Counted, runs_from: str | None) -> str:
    if counted.number_unknown:
        words = "a number that is not known"
    else:
        words = counted.in_words
    if counted.strictly:
        words = f"before the last of {words}"
    if runs_from is not None:
        words += f" from {_plain(runs_from)}"
    if counted.by_hour is not None:
        words += f", until {counted.by_hour} of the last day"
    if not counted.rolls:
        words += ", also where the last day is a closed one"
    if counted.business_up_to:
        words += f" (up to {counted.business_up_to} days are business days)"
    return words


def _step(step: Step) -> str:
    words = f"{step.step}: {_length(step, step.runs_from)}"
    bond = step.bond
    if bond is not None and bond.percent is not None:
        words += f", with a bond of {bond.percent} percent"
    if bond is not None and bond.amount is not None:
        words += f", with a bond of ${bond.amount:,}"
    return words


def _channel(channel: Channel) -> str:
    words: str = channel.kind
    if channel.name is not None:
        words += f" ({channel.name})"
    if channel.times != 1:
        words += f", {channel.times} times"
    if channel.apart_days:
        words += f", {channel.apart_days} days apart"
    if channel.first_before_days is not None:
        words += f", first {channel.first_before_days} days before"
    return words


def _other(key: str, value: Any) -> Iterator[str]:
    """Yield a figure that needs few words: its name, and its value."""
    name = _plain(key)
    if value is None:
        yield f"{name}: not known"
    elif isinstance(value, bool):
        yield name if value else f"no {name}"
    elif key in _FORMS:
        yield _FORMS[key].format(value)
    elif key == "limits":
        for limit in value:
            yield f"over ${limit.over:,} by {limit.by}"
    elif key == "extension":
        yield f"{value.by} may add {value.days or 'some'} days"
    elif key == "amounts":
        for part, amount in value.items():
            yield f"{_plain(part)} ${amount:,}"
    elif isinstance(value, tuple):
        yield from _list(name, value)
    else:
        yield f"{name}: {value}"


_FORMS: Final = {"amount": "${:,}", "percent": "{} percent", "number": "{}"}


def _list(name: str, values: tuple[Any, ...]) -> Iterator[str]:
    words: list[str] = []
    for value in values:
        words.append(_plain(str(getattr(value, "id", value))))
    if words:
        yield f"{name}: {', '.join(words)}"


def _whichever(which: str) -> str:
    if which == "first":
        return "first"
    return "later"


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join([_plain(word) for word in words])


def _plain(word: str) -> str:
    return word.replace("_", " ")

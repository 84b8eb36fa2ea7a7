"""Turns the errors of a checked file into flaws in plain words, each with its place."""

import difflib
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from solicitation_flow.errors import Flaw
from solicitation_flow.yamlfile.places import Trail, Tree

Known = Callable[[Trail], Collection[str]] | Mapping[str, Collection[str]]

LONGEST_SHOWN = 40

_KINDS: Mapping[str, tuple[str, ...]] = {
    "text": ("string_type", "string_sub_type"),
    "a whole number": ("int_type", "int_parsing", "int_from_float", "int_parsing_size"),
    "true or false": ("bool_type", "bool_parsing"),
    "a number": ("decimal_type", "decimal_parsing", "float_type", "float_parsing", "finite_number"),
    "a date such as 2026-06-15": (
        "date_type",
        "date_parsing",
        "date_from_datetime_parsing",
        "date_from_datetime_inexact",
    ),
    "a date and time": ("datetime_type", "datetime_parsing", "datetime_from_date_parsing"),
    "a period such as P7D": ("time_delta_type", "time_delta_parsing"),
    "a list": ("list_type", "tuple_type", "set_type", "frozen_set_type"),
    "a mapping (lines of 'key: value')": (
        "dict_type",
        "mapping_type",
        "model_type",
        "model_attributes_type",
        "dataclass_type",
    ),
    "empty": ("none_required",),
}
_EXPECTED = {kind: words for words, kinds in _KINDS.items() for kind in kinds}
_LIMITS: Mapping[str, str] = {
    "greater_than_equal": "{ge} or more",
    "greater_than": "more than {gt}",
    "less_than_equal": "at most {le}",
    "less_than": "less than {lt}",
    "string_too_short": "at least {min_length} characters long",
    "string_too_long": "at most {max_length} characters long",
    "string_pattern_mismatch": "of the form {pattern}",
    "too_short": "at least {min_length} long",
    "too_long": "at most {max_length} long",
    "literal_error": "{expected}",
    "enum": "{expected}",
}


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word nearest to a mistyped one, or None."""
    spelled = {_bare(name): name for name in sorted(known, reverse=True)}
    close = difflib.get_close_matches(_bare(word), list(spelled), n=1)
    if close:
        return spelled[close[0]]
    return None


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Return the phrase that offers the nearest known word, or None."""
    name = nearest(word, known)
    if name:
        return f"did you mean {name!r}?"
    return None


def flaws(errors: Iterable[Mapping[str, Any]], tree: Tree, known: Known) -> list[Flaw]:
    """Turn what a checked model complains of (`ValidationError.errors()`) into flaws with places.

    `known` names the keys allowed at a place, for the hint at an unknown one: a function of the
    path of the mapping, or patterns such as `rules.*` (the root is the empty pattern).
    """
    described: list[Flaw] = []
    for error in errors:
        flaw = _flaw(error, tree, known)
        if flaw not in described:  # a union complains once for each of its members
            described.append(flaw)
    return described


def _flaw(error: Mapping[str, Any], tree: Tree, known: Known) -> Flaw:
    """Return one flaw; of a path that names unions and models, only what the file has counts."""
    path: Trail = tuple(error["loc"])
    trail = tree.trace(path)
    name = _named(path)
    match error["type"]:
        case "missing":
            return tree.flaw(trail, f"{name} is missing")
        case "extra_forbidden":
            hint = did_you_mean(str(path[-1]), _allowed(trail[:-1], known))
            return tree.flaw(trail, f"the key {name} is not known here", hint)
        case "value_error" | "assertion_error":
            message = re.sub(r"^(Value error|Assertion failed), ", "", error["msg"])
            if path:
                message = f"{name}: {message}"
            return tree.flaw(trail, message)
        case kind if kind in _EXPECTED:
            shown = _shown(error.get("input"))
            return tree.flaw(trail, f"{name} must be {_EXPECTED[kind]}, not {shown}")
        case kind if kind in _LIMITS:
            return _limit(error, tree, trail, name)
    message = str(error["msg"])
    return tree.flaw(trail, f"{name}: {message[:1].lower()}{message[1:]}")


def _limit(error: Mapping[str, Any], tree: Tree, trail: Trail, name: str) -> Flaw:
    limit = _LIMITS[error["type"]].format(**error["ctx"])
    value = error.get("input")
    hint = None
    if isinstance(value, str):
        hint = did_you_mean(value, re.findall(r"'([^']*)'", limit))
    return tree.flaw(trail, f"{name} must be {limit}, not {_shown(value)}", hint)


def _allowed(trail: Trail, known: Known) -> Collection[str]:
    if callable(known):
        return known(trail)
    for pattern, names in known.items():
        words: list[str] = []
        if pattern:
            words = pattern.split(".")
        if _fits(words, trail):
            return names
    return ()


def _fits(pattern: list[str], trail: Trail) -> bool:
    """Return whether a pattern names a place; `*` stands for any one key or item."""
    if len(pattern) != len(trail):
        return False
    return all(word in ("*", str(step)) for word, step in zip(pattern, trail, strict=True))


def _named(path: Trail) -> str:
    """Return a key by its name, an item by its number and the list it is in."""
    words = [word for word in path if word != "[key]"]
    if not words:
        return "the file"
    if isinstance(words[-1], int):
        lists = [word for word in words if isinstance(word, str)]
        return f"item {words[-1] + 1}" + (f" of {lists[-1]!r}" if lists else "")
    return repr(words[-1])


def _shown(value: object) -> str:
    """Return a value as its author wrote it, shortened."""
    match value:
        case None:
            return "empty"
        case bool():
            return str(value).lower()
        case str():
            if len(value) <= LONGEST_SHOWN:
                short = value
            else:
                short = value[:LONGEST_SHOWN] + "..."
            return repr(short)
        case Mapping():
            return "a mapping"
        case list() | tuple():
            return "a list"
    return str(value)


def _bare(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")

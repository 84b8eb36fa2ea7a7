"""Finds text and numbers that a field must not hold: invisible, reordered, or vast."""

import unicodedata
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator

from solicitation_flow.errors import BadField

_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that change the reading order of the text around them."""

_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters that are invisible."""

_NO_WIDTH = frozenset("\u00ad\u200b\u2060\ufeff")
"""Characters of no width that spreadsheets and web pages leave inside words.

Those that join or part letters in some scripts (U+200C, U+200D, U+200E, U+200F) are text.
"""

MOST_DIGITS = 30
MOST = 10**MOST_DIGITS - 1


def _file_name(name: str) -> str:
    """Refuse a file name of several lines: a list of files has one line for each."""
    if not name or len(name.splitlines()) > 1 or name != name.strip("\r\n"):
        raise ValueError("the file's name breaks its line: give the file another name")
    return name


FileName = Annotated[str, AfterValidator(_file_name)]
"""What a file was called by whoever gave it: shown, and never used as a path."""


def unseen(words: Mapping[str, Any]) -> list[BadField]:
    """Return the fields whose text would read otherwise than it is stored."""
    bad_fields: list[BadField] = []
    for name, word in words.items():
        if not (isinstance(word, str) and word.isascii() and word.isprintable()):
            for says in dict.fromkeys(filter(None, map(_hidden, _texts(word)))):
                bad_fields.append(BadField(name, says))
    return bad_fields


def vast(word: Any) -> bool:
    """Return whether a field holds a number that no money, day or point ever comes to."""
    if word is None or isinstance(word, (str, bytes)):
        return False
    if isinstance(word, (int, Decimal)):
        return _vast(word)
    if isinstance(word, (list, tuple)):
        return any(map(vast, word))
    if isinstance(word, Mapping):
        inside = word
    else:
        inside = getattr(word, "__dict__", {})
    return any(map(vast, inside.values()))


def _vast(number: int | Decimal) -> bool:
    if isinstance(number, int):
        return not -MOST <= number <= MOST
    if not number.is_finite():
        return True
    # the exponent counts, not the value: 0e999999 is zero, and still cannot be printed
    exponent = int(number.as_tuple().exponent)
    return not -MOST_DIGITS <= exponent < MOST_DIGITS or number.adjusted() >= MOST_DIGITS


def _texts(word: Any) -> Iterator[str]:
    if isinstance(word, str):
        yield word
    elif isinstance(word, Mapping):
        for pair in word.items():
            yield from _texts(pair)
    elif isinstance(word, (list, tuple)):
        for item in word:
            yield from _texts(item)


def _hidden(text: str) -> str:
    """Return what is wrong with a text that cannot be seen; "" if all can, or joins what can."""
    if text.isascii() and text.isprintable():
        return ""
    for sign in text:
        if unicodedata.category(sign) == "Cs":
            return "holds half a sign: not text"
        if sign in _TURNS or (unicodedata.category(sign) == "Cc" and sign not in "\n\r\t"):
            return _unseen_sign(sign)
    seen = (unicodedata.category(sign)[0] in "LMNPS" and sign not in _BLANK for sign in text)
    if text.strip() and not any(seen):
        return "shows nothing: none of its signs can be seen"
    for sign in text:
        if sign in _NO_WIDTH:
            return _unseen_sign(sign)
    return ""


def _unseen_sign(sign: str) -> str:
    return f"holds a sign that cannot be seen (U+{ord(sign):04X}): type it anew"

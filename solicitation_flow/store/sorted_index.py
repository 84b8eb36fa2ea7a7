"""Keeps keys in a sorted list, so that what is due next stands first."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable
from datetime import datetime
from typing import Any

Key = tuple[Any, ...]


def until(line: list[Key], instant: datetime | None) -> list[Key]:
    """Return the part of a sorted line that is due by an instant."""
    return line[: None if instant is None else bisect_right(line, instant, key=lambda key: key[0])]


def exchange(line: list[Key], gone: Iterable[Key], news: Iterable[Key]) -> None:
    """Take some keys out of a sorted line and put others in."""
    for key in gone:
        del line[bisect_left(line, key)]
    for key in news:
        insort(line, key)

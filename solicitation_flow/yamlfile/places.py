"""A mapping read from a file, and where each of its words was written."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from solicitation_flow.errors import Flaw

Trail = tuple[str | int, ...]


@dataclass(slots=True)
class Spot:
    """Where one value was written, and where what is inside it was."""

    line: int
    column: int
    inside: "dict[str | int, Spot]" = field(default_factory=dict)
    file: str = ""


@dataclass(frozen=True, slots=True)
class Tree:
    """A mapping read from a file; it remembers where each key and each item was written.

    Keys are always text. Values are text, whole numbers, true, false, null, lists and mappings:
    a number with a point stays text, so that nobody downstream meets a binary float.
    """

    value: dict[str, Any]
    file: str
    root: Spot

    def trace(self, path: Sequence[str | int]) -> Trail:
        """Return the words of a path that the file really has, in order."""
        spot, trail = self.root, list[str | int]()
        for word in path:
            if word in spot.inside:
                spot = spot.inside[word]
                trail.append(word)
        return tuple(trail)

    def spot(self, path: Sequence[str | int]) -> Spot:
        """Return the place of a key or an item, or of its nearest existing ancestor."""
        spot = self.root
        for word in path:
            if word not in spot.inside:
                break
            spot = spot.inside[word]
        return spot

    def place(self, path: Sequence[str | int]) -> tuple[int, int]:
        """Return line and column, from 1, of a path."""
        spot = self.spot(path)
        return spot.line, spot.column

    def file_of(self, path: Sequence[str | int]) -> str:
        """Return the file in which a path was written, where one file extends another."""
        return self.spot(path).file or self.file

    def flaw(self, path: Sequence[str | int], message: str, hint: str | None = None) -> Flaw:
        """Return a flaw at the place of a path."""
        return Flaw(self.file_of(path), *self.place(path), message, hint)

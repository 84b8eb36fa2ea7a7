"""Words into templates, strict and sandboxed: a missing word is an error, a value is never code."""

import importlib
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from solicitation_flow.errors import Flaw

if TYPE_CHECKING:
    from solicitation_flow.paper.filters import one_line
    from solicitation_flow.paper.renderer import MissingWord, Renderer, Unwritable, Words

__all__ = ["MissingWord", "Templates", "Unwritable", "Words", "one_line"]

_ROOMS = {"MissingWord": "templates", "Unwritable": "templates", "Words": "templates"}


def __getattr__(name: str) -> Any:
    """Answers what needs Jinja, which most commands never do: it is imported just then."""
    if name not in __all__:
        raise AttributeError(name)
    return getattr(importlib.import_module(f"{__name__}.{_ROOMS.get(name, 'words')}"), name)


class Templates:
    """The letters of some folders; a name in an earlier folder hides the same name in a later."""

    def __init__(self, folders: Sequence[Path]) -> None:
        """Keeps what was read until its file changes."""
        self._folders = tuple(folders)

    @cached_property
    def _press(self) -> "Renderer":
        made: Renderer = importlib.import_module(f"{__name__}.templates").Renderer(self._folders)
        return made

    def names(self) -> list[str]:
        """Answers every letter there is, such as `award/intent`."""
        return self._press.names()

    def path(self, notice: str) -> Path:
        """Answers the file a letter is rendered from, or raises NotFound."""
        return self._press.path(notice)

    def render(self, notice: str, context: Mapping[str, Any]) -> "Words":
        """Answers the letter these words make, or raises for the first that is missing."""
        return self._press.render(notice, context)

    def check(self, notice: str, known: Collection[str] | None = None) -> list[Flaw]:
        """Answers everything wrong with a letter; `known` are the words it may use, dotted."""
        return self._press.check(notice, known)

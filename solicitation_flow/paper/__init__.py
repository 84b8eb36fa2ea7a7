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

_MODULES = {"MissingWord": "renderer", "Unwritable": "renderer", "Words": "renderer"}


def __getattr__(name: str) -> Any:
    """Return what needs Jinja, which most commands never do: it is imported just then."""
    if name not in __all__:
        raise AttributeError(name)
    return getattr(importlib.import_module(f"{__name__}.{_MODULES.get(name, 'filters')}"), name)


class Templates:
    """The letters of some folders; a name in an earlier folder hides the same name in a later."""

    def __init__(self, folders: Sequence[Path]) -> None:
        """Keep what was read until its file changes."""
        self._folders = tuple(folders)

    @cached_property
    def _renderer(self) -> "Renderer":
        made: Renderer = importlib.import_module(f"{__name__}.renderer").Renderer(self._folders)
        return made

    def names(self) -> list[str]:
        """Return every letter there is, such as `award/intent`."""
        return self._renderer.names()

    def path(self, notice: str) -> Path:
        """Return the file a letter is rendered from, or raises NotFound."""
        return self._renderer.path(notice)

    def render(self, notice: str, context: Mapping[str, Any]) -> "Words":
        """Return the letter these words make, or raises for the first that is missing."""
        return self._renderer.render(notice, context)

    def check(self, notice: str, known: Collection[str] | None = None) -> list[Flaw]:
        """Return everything wrong with a letter; `known` are the words it may use, dotted."""
        return self._renderer.check(notice, known)

"""Words into templates, strict and sandboxed: a missing word is an error, a value is never code."""

from solicitation_flow.paper.templates import MissingWord, Templates, Unwritable, Words
from solicitation_flow.paper.words import one_line

__all__ = ["MissingWord", "Templates", "Unwritable", "Words", "one_line"]

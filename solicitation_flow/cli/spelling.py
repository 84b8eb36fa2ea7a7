"""Spells a suggestion as the line somebody types in a terminal."""

import json
import shlex
from collections.abc import Iterator, Mapping

from solicitation_flow.errors import Suggestion


def typed(suggestion: Suggestion) -> str:
    """Return a suggestion as a command line, quoted where a shell would need it."""
    words = ["solflow", suggestion.command]
    words += [shlex.quote(word) for word in (suggestion.case, suggestion.subject) if word]
    words += [pair(name, value) for name, value in suggestion.fields.items()]
    words += _options(suggestion)
    return " ".join(words)


def pair(name: str, value: object) -> str:
    """Return a field with its value as the command line takes it."""
    if isinstance(value, Mapping | list | tuple):
        return f"{name}:={shlex.quote(json.dumps(value, ensure_ascii=False))}"
    if isinstance(value, bool):
        return f"{name}={'yes' if value else 'no'}"
    return f"{name}={shlex.quote(str(value))}"


def _options(suggestion: Suggestion) -> Iterator[str]:
    for name, value in suggestion.options.items():
        option = f"--{name.replace('_', '-')}"
        yield option if value is True else f"{option} {shlex.quote(str(value))}"
    if suggestion.by:
        yield f"--as {shlex.quote(suggestion.by)}"

"""Who reads, and in which words an instant or a suggestion is shown to them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from solicitation_flow import workdays
from solicitation_flow.casefile import Actor
from solicitation_flow.engine import Engine
from solicitation_flow.errors import Suggestion

Document = dict[str, Any]
"""What a program reads: the content of one JSON object."""

Table = tuple[tuple[str, ...], list[tuple[str, ...]]]
"""What a person reads in columns: the heads, then the rows."""

Spell = Callable[[Suggestion], str]
"""How a suggested command is written where it is shown, such as a command line or a link."""


class Paragraph(NamedTuple):
    """A sentence to be broken into lines as wide as the place where it is shown."""

    text: str
    indent: int = 0
    style: str = ""
    lead: str = ""
    """What stands before the first line."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody who looks at cases: what they are shown is made for them."""

    engine: Engine
    zone: str
    """The time zone that instants are shown in."""

    reader: Actor
    training: bool
    """Whether time is virtual; a reader may then act as anybody."""

    spell: Spell

    @property
    def now(self) -> datetime:
        """The instant by the engine's clock."""
        return self.engine.read.now

    def instant(self, at: datetime) -> dict[str, str]:
        """Return an instant for programs: RFC 3339 with the offset in force, and the zone."""
        return {"at": workdays.local(at, self.zone).isoformat(), "zone": self.zone}

    def instant_if(self, at: datetime | None) -> dict[str, str] | None:
        """Return an instant for programs, or None where there is none."""
        if at is None:
            return None
        return self.instant(at)

    def spoken_if(self, at: datetime | None) -> str:
        """Return an instant as a sentence has it, or nothing where there is none."""
        if at is None:
            return ""
        return self.spoken(at)

    def brief_if(self, at: datetime | None) -> str:
        """Return an instant for a table, or nothing where there is none."""
        if at is None:
            return ""
        return self.brief(at)

    def spoken(self, at: datetime) -> str:
        """Return an instant as a sentence or a letter has it."""
        return workdays.spoken(at, self.zone)

    def brief(self, at: datetime) -> str:
        """Return an instant for a table: short, with the zone in force."""
        return f"{workdays.local(at, self.zone):%Y-%m-%d %H:%M %Z}"


def after(lead: str, text: str | None) -> str:
    """Return a text after its lead, such as `, by Friday`; nothing where there is no text."""
    if not text:
        return ""
    return f"{lead}{text}"


def cell(value: object) -> str:
    """Return a value as people write it in a table or a form."""
    if isinstance(value, bool):
        if value:
            return "yes"
        return "no"
    if isinstance(value, list | tuple):
        return ", ".join([str(part) for part in value])
    if value is None:
        return ""
    return str(value)


def spaced(word: str) -> str:
    """Return a name from a workflow or a record as people write it."""
    return word.replace("_", " ")

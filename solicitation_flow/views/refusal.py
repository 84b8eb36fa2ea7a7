"""Why a command is refused: the rule, the facts, what clears it, and the source of the law."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from solicitation_flow import forms
from solicitation_flow.decide import Refusal
from solicitation_flow.errors import Suggestion
from solicitation_flow.guards import Ruling, plain
from solicitation_flow.jurisdiction import TRUST_IN_WORDS
from solicitation_flow.rulebook import Clears
from solicitation_flow.views.json_fields import MOST_NAMED, some
from solicitation_flow.views.viewer import Document, Viewer, spaced
from solicitation_flow.workdays import local

_IDENTIFIER = re.compile(r"(?<![a-z])[a-z]+(_[a-z0-9]+)+")

REGISTERS = {"open_person": "people", "open_supplier": "suppliers", "open_member": "members"}
"""Commands that enter somebody in a register, with the register's name."""

STRENGTHS = {
    "block": "the command cannot be given",
    "determination": "may be waived by a written determination",
    "warn": "a warning, kept in the journal",
}

FILL_IN, FILL_IN_FILE = "...", "@..."
"""What stands where the reader has to fill something in."""


def document(refused: Refusal, viewer: Viewer) -> Document:
    """Return everything that stands in the way of a command, for a program."""
    return {
        "code": f"refused.{refused.reason}",
        "message": refused.says,
        "next": viewer.spell(_next(refused)),
        "case": refused.case,
        "command": refused.command,
        "objections": objections(refused.rulings, viewer),
        "offered": list(refused.offered),
        "allowed": list(refused.allowed),
    }


def lines(refused: Refusal, viewer: Viewer, *, settled: bool = False) -> Iterator[str]:
    """Return the same for a person; `settled` says that time has passed all the same."""
    yield f"Refused, nothing was changed: {refused.says}."
    for ruling in refused.rulings:
        yield ""
        yield from lines_of(ruling, viewer)
    if refused.offered:
        yield f"  offered now: {', '.join(refused.offered)}"
    if refused.allowed:
        people = viewer.engine.read.people_of(refused.allowed)
        yield f"  who may: {some(people[:MOST_NAMED], len(people)) or 'nobody yet'}"
    if settled:
        yield f"Time has passed all the same: it is {viewer.spoken(viewer.now)}."
    yield f"Try: {viewer.spell(_next(refused))}"


def _next(refused: Refusal) -> Suggestion:
    if refused.reason == "objections":
        return Suggestion("why", refused.case, subject=refused.command)
    return Suggestion("next", refused.case)


def objections(rulings: Iterable[Ruling], viewer: Viewer) -> list[Document]:
    """Return what several rules object, for a program."""
    return [objection(ruling, viewer) for ruling in rulings]


def objection(ruling: Ruling, viewer: Viewer) -> Document:
    """Return what one rule objects, for a program."""
    return {
        "rule": ruling.rule,
        "id": ruling.id,
        "strength": ruling.strength,
        "says": ruling.says,
        "facts": plain(ruling.facts),
        "clears": [_clears(remedy, ruling.case, viewer) for remedy in ruling.clears],
        "earliest": viewer.instant_if(ruling.earliest),
        "cite": ruling.cite,
        "edition": ruling.edition,
        "trust": ruling.trust,
        "law_says": ruling.law_says,
        "to": ruling.dest,
        "bars": list(ruling.bars),
    }


def _clears(clears: Clears, case: str, viewer: Viewer) -> Document:
    return {
        "command": clears.command,
        "role": clears.role,
        "fields": {name: _typed(value, viewer) for name, value in clears.fields.items()},
        "case": None if clears.command in REGISTERS else clears.case or case,
        "who": clears.who or None,
    }


def lines_of(ruling: Ruling, viewer: Viewer, lead: str = "") -> Iterator[str]:
    """Return what one rule objects, for a person; each remedy stands on a line of its own."""
    sentence = " ".join(ruling.law_says.split())
    yield f"  {lead}{ruling.says}"
    yield f"    rule      {sentence} [{spaced(ruling.rule)}, {ruling.id}]"
    if ruling.strength != "block":
        yield f"    strength  {STRENGTHS[ruling.strength]}"
    facts = []
    for name, value in ruling.facts.items():
        facts.append(f"{spaced(name)}: {_fact(value, viewer)}")
    if facts:
        yield f"    facts     {'; '.join(facts)}"
    yield f"    when      {_when(ruling, viewer)}"
    yield f"    source    {source(ruling)}"
    for clears in ruling.clears:
        yield f"    cleared by {_whom(clears, viewer)}:"
        yield f"      {viewer.spell(remedy(clears, ruling.case, viewer))}"


def _when(ruling: Ruling, viewer: Viewer) -> str:
    """Return when the command can pass, or that nothing will ever let it."""
    if not ruling.earliest:
        return "as soon as it is cleared" if ruling.clears else "nothing clears it"
    when = f"by itself on {viewer.spoken(ruling.earliest)}"
    if ruling.clears:
        when += ", or as soon as it is cleared"
    return when


def source(ruling: Ruling) -> str:
    """Return where a rule stands, and how far that may be trusted."""
    trust = TRUST_IN_WORDS[ruling.trust or "design"]
    if not ruling.cite:
        return trust
    return f"{ruling.cite} (edition {ruling.edition}; {trust})"


def remedy(clears: Clears, case: str, viewer: Viewer) -> Suggestion:
    """Return what clears an objection, as a command with its fields."""
    fields = {
        name: _typed(value, viewer) for name, value in clears.fields.items() if value is not None
    }
    if clears.command in REGISTERS:
        # somebody enters a register by a command of its own, not by a move of a case
        key = str(fields.pop("key", FILL_IN))
        entry = {"name": FILL_IN, **fields}
        return Suggestion(f"{REGISTERS[clears.command]} add", subject=key, fields=entry)
    number = clears.case or case
    holders = _holders(clears, viewer)
    another = viewer.training and holders and not _reader_may(clears, viewer)
    return Suggestion(
        "act",
        number,
        subject=clears.command,
        fields={**fields, **_left_open(clears, number, viewer)},
        by=_name(holders[0]) if another else "",
    )


def _left_open(clears: Clears, number: str, viewer: Viewer) -> dict[str, str]:
    """Return the required fields that the rule leaves to whoever gives the command."""
    if not viewer.engine.read.exists(number):
        return {}
    form = viewer.engine.form(number, clears.command)
    return blanks(form, clears.fields) if form else {}


def blanks(form: type[forms.Form], given: Container[str] = ()) -> dict[str, str]:
    """Return a form's required fields, each to be filled in."""
    return {
        field["name"]: FILL_IN_FILE if field["takes"].endswith("@path") else FILL_IN
        for field in forms.describe(form)
        if field["required"] and field["name"] not in given
    }


def _whom(clears: Clears, viewer: Viewer) -> str:
    if clears.who:
        return clears.who
    holders = _holders(clears, viewer)
    named = some([_name(key) for key in holders[:MOST_NAMED]], len(holders))
    return f"{clears.role} ({named or 'nobody holds that role yet'})"


def _holders(clears: Clears, viewer: Viewer) -> Sequence[str]:
    """Return the keys of those who may clear an objection: the reader alone, if they may."""
    if clears.who:
        return [clears.who]
    if _reader_may(clears, viewer):
        return [viewer.reader.name]
    return viewer.engine.read.people(clears.role)


def _reader_may(clears: Clears, viewer: Viewer) -> bool:
    if clears.who:
        return _name(clears.who) == viewer.reader.name
    return clears.role in viewer.reader.roles


def _name(key: str) -> str:
    """Return the key of somebody without the register it is of."""
    return key.rpartition(":")[2]


def _typed(value: Any, viewer: Viewer) -> Any:
    """Return a field's value as it is typed: instants in the agency's local time."""
    if isinstance(value, datetime):
        shown = local(value, viewer.zone) if value.tzinfo else value
        return shown.replace(tzinfo=None).isoformat(sep=" ", timespec=_precision(shown))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list) and all(isinstance(part, str) for part in value):
        return ",".join(value)
    return plain(value)


def _precision(shown: datetime) -> str:
    if shown.microsecond:
        return "microseconds"
    return "seconds" if shown.second else "minutes"


def _fact(value: Any, viewer: Viewer) -> str:
    """Return a fact in words."""
    if isinstance(value, Mapping) and value:
        pairs = [f"{spaced(str(name))} {_fact(part, viewer)}" for name, part in value.items()]
        return (" / " if any(", " in pair for pair in pairs) else ", ").join(pairs)
    if isinstance(value, set | frozenset) and value:
        value = sorted(value, key=str)
    if isinstance(value, list | tuple) and value:
        return ", ".join([_fact(part, viewer) for part in value])
    return _single_fact(value, viewer)


def _single_fact(value: Any, viewer: Viewer) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime) and value.tzinfo:
        return viewer.spoken(value)
    if isinstance(value, date):
        return str(_typed(value, viewer))
    if not value and not isinstance(value, int | Decimal):
        return "none"
    shown = str(plain(value))
    if _IDENTIFIER.fullmatch(shown):
        return spaced(shown)
    return shown

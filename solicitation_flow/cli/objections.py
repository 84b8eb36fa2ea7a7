"""Refusals that teach: the rule, the facts, what clears it as words to type, and the source."""

import json
import re
import shlex
from collections.abc import Container, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from solicitation_flow import forms
from solicitation_flow.cli.errors import write_json, write_lines
from solicitation_flow.cli.session import Session
from solicitation_flow.decide import Refusal
from solicitation_flow.guards import Ruling, plain
from solicitation_flow.jurisdiction import TRUST_IN_WORDS
from solicitation_flow.rulebook import Clears
from solicitation_flow.workdays import local

_IDENTIFIER = re.compile(r"(?<![a-z])[a-z]+(_[a-z0-9]+)+")

REGISTERS = {"open_person": "people", "open_supplier": "suppliers", "open_member": "members"}
"""Commands that enter somebody in a register, and what is typed for each."""

STRENGTHS = {
    "block": "it blocks",
    "determination": "a signed determination lets it stand aside",
    "warn": "a warning, kept in the journal",
}


def as_json(ruling: Ruling, session: Session) -> dict[str, Any]:
    """Return an objection as the contract of `--json` has it."""
    return {
        "rule": ruling.rule,
        "id": ruling.id,
        "strength": ruling.strength,
        "says": ruling.says,
        "facts": plain(ruling.facts),
        "clears": [
            {
                "command": remedy.command,
                "role": remedy.role,
                "fields": {name: _word(value, session) for name, value in remedy.fields.items()},
                "case": None if remedy.command in REGISTERS else remedy.case or ruling.case,
                "who": remedy.who or None,
            }
            for remedy in ruling.clears
        ],
        "earliest": session.instant(ruling.earliest) if ruling.earliest else None,
        "cite": ruling.cite,
        "edition": ruling.edition,
        "trust": ruling.trust,
        "law_says": ruling.law_says,
        "to": ruling.dest,
        "bars": list(ruling.bars),
    }


def as_lines(ruling: Ruling, session: Session, lead: str = "") -> list[str]:
    """Return an objection as people read it; each remedy stands on a line of its own."""
    sentence = " ".join(ruling.law_says.split())
    named = f"{spelt(ruling.rule)}, {ruling.id}"
    lines = [f"  {lead}{ruling.says}", f"    rule      {sentence} [{named}]"]
    if ruling.strength != "block":
        lines.append(f"    strength  {STRENGTHS[ruling.strength]}")
    told = (f"{spelt(name)}: {_fact(value, session)}" for name, value in ruling.facts.items())
    facts = "; ".join(told)
    if facts:
        lines.append(f"    facts     {facts}")
    lines.append(f"    when      {_when(ruling, session)}")
    lines.append(f"    source    {source(ruling)}")
    for remedy in ruling.clears:
        lines.append(f"    cleared by {_whom(remedy, session)}:")
        lines.append(f"      {typed(remedy, ruling.case, session)}")
    return lines


def _when(ruling: Ruling, session: Session) -> str:
    """Return when the command can pass; where nothing will ever let it, that is said."""
    if not ruling.earliest:
        return "as soon as it is cleared" if ruling.clears else "nothing clears it"
    by_itself = f"by itself on {session.spoken(ruling.earliest)}"
    return f"{by_itself}, or as soon as it is cleared" if ruling.clears else by_itself


def source(ruling: Ruling) -> str:
    """Return where a rule stands; how far that may be trusted is never left out."""
    trust = TRUST_IN_WORDS[ruling.trust or "design"]
    return f"{ruling.cite} (edition {ruling.edition}; {trust})" if ruling.cite else trust


def typed(clears: Clears, case: str, session: Session) -> str:
    """Return a remedy as a command line ready to be typed."""
    if clears.command in REGISTERS:
        return _entered(clears)
    words = ["solflow", "act", clears.case or case, clears.command]
    given = {name: value for name, value in clears.fields.items() if value is not None}
    words += [_pair(name, _word(value, session)) for name, value in given.items()]
    words += _left_open(clears, case, session)
    holders = _holders(clears, session)
    if session.workspace.training and session.reader.name not in holders:
        words += [f"--as={shlex.quote(holder)}" for holder in holders[:1]]
    return " ".join(words)


def _entered(clears: Clears) -> str:
    """Return the words that enter somebody in a register, which is no case anybody moves."""
    rest = {name: value for name, value in clears.fields.items() if name != "key"}
    key = shlex.quote(str(clears.fields.get("key", "...")))
    words = ["solflow", REGISTERS[clears.command], "add", key, "name=..."]
    return " ".join([*words, *(_pair(name, value) for name, value in rest.items())])


def _left_open(clears: Clears, case: str, session: Session) -> list[str]:
    """Return the fields the remedy leaves to whoever gives it, as far as they are required."""
    number = clears.case or case
    if session.engine.environment.store.load(number) is None:
        return []
    book = session.engine.loader.load(number).lifecycle.workflow.book
    form = book.forms.get(clears.command)
    return blanks(form, clears.fields) if form else []


def blanks(form: type[forms.Form], given: Container[str] = ()) -> list[str]:
    """Return a form's required fields as places to fill in."""
    return [
        f"{field['name']}={'@' if field['takes'].endswith('@path') else ''}..."
        for field in forms.describe(form)
        if field["required"] and field["name"] not in given
    ]


def refused(refusal: Refusal, session: Session) -> None:
    """Say everything that stands in the way, at once."""
    if session.json:
        write_json(
            f"refused.{refusal.reason}",
            refusal.says,
            next=_next(refusal),
            case=refusal.case,
            command=refusal.command,
            objections=[as_json(each, session) for each in refusal.rulings],
            offered=list(refusal.offered),
            allowed=list(refusal.allowed),
        )
        return
    write_lines(f"Refused, nothing was changed: {refusal.says}.")
    for ruling in refusal.rulings:
        write_lines("", *as_lines(ruling, session))
    if refusal.offered:
        write_lines(f"  offered now: {', '.join(refusal.offered)}")
    if refusal.allowed:
        people = [who for role in refusal.allowed for who in session.engine.read.people(role)]
        write_lines(f"  who may: {', '.join(dict.fromkeys(people)) or 'nobody yet'}")
    if session.travelled:
        write_lines(f"Time has passed all the same: it is {session.spoken(session.now)}.")
    write_lines(f"Try: {_next(refusal)}")


def _next(refusal: Refusal) -> str:
    if refusal.reason == "objections":
        return f"solflow why {refusal.case} {refusal.command}"
    return f"solflow next {refusal.case}"


def _whom(clears: Clears, session: Session) -> str:
    if clears.who:
        return clears.who
    people = _holders(clears, session)
    return f"{clears.role} ({', '.join(people) or 'nobody holds that role yet'})"


def _holders(clears: Clears, session: Session) -> list[str]:
    """Return who may clear it, as names for `--as`."""
    if clears.who:
        return [clears.who.rpartition(":")[2]]
    own = session.reader
    if clears.role in own.roles:
        return [own.name]
    return [key.rpartition(":")[2] for key in session.engine.read.people(clears.role)]


def _word(value: Any, session: Session) -> Any:
    """Return a field's value as it is typed: instants in the agency's local time."""
    if isinstance(value, datetime):
        shown = local(value, session.zone) if value.tzinfo else value
        return shown.replace(tzinfo=None).isoformat(sep=" ", timespec=_spec(shown))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list) and all(isinstance(each, str) for each in value):
        return ",".join(value)
    return plain(value)


def _spec(shown: datetime) -> str:
    if shown.microsecond:
        return "microseconds"
    return "seconds" if shown.second else "minutes"


def _pair(name: str, value: Any) -> str:
    if isinstance(value, Mapping | list | tuple):
        return f"{name}:={shlex.quote(json.dumps(value, ensure_ascii=False))}"
    if isinstance(value, bool):
        return f"{name}={'yes' if value else 'no'}"
    return f"{name}={shlex.quote(str(value))}"


def spelt(word: str) -> str:
    """Return a program's name for something as people write it."""
    return word.replace("_", " ")


def _fact(value: Any, session: Session) -> str:
    """Return a fact in words: no name of a program's stands among them."""
    if isinstance(value, Mapping) and value:
        pairs = [f"{spelt(str(key))} {_fact(each, session)}" for key, each in value.items()]
        return (" / " if any(", " in pair for pair in pairs) else ", ").join(pairs)
    if isinstance(value, list | tuple | set | frozenset) and value:
        listed = sorted(value, key=str) if isinstance(value, set | frozenset) else value
        return ", ".join(_fact(each, session) for each in listed)
    return _single(value, session)


def _single(value: Any, session: Session) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime) and value.tzinfo:
        return session.spoken(value)
    if isinstance(value, date):
        return str(_word(value, session))
    if not value and not isinstance(value, int | Decimal):
        return "none"
    shown = str(plain(value))
    return spelt(shown) if _IDENTIFIER.fullmatch(shown) else shown

"""Who a name on the command line stands for: a person, a supplier or a member."""

import re
from collections.abc import Sequence

from solicitation_flow.casefile import Actor
from solicitation_flow.engine import Engine
from solicitation_flow.errors import NotFound, Suggestion, Usage
from solicitation_flow.records.registers import Person
from solicitation_flow.yamlfile import did_you_mean

REGISTERS = {"person": "P", "supplier": "S", "member": "M"}


def actor(engine: Engine, named: str) -> Actor:
    """Return the actor a register key names: a person first, then a supplier, then a member."""
    said, colon, rest = named.partition(":")
    kinds = [said] if colon and said in REGISTERS else list(REGISTERS)
    key = rest if colon else named
    for kind in kinds:
        stored = engine.environment.store.load(f"{REGISTERS[kind]}-{key}")
        if stored is None:
            continue
        if stored.header.state != "active":
            raise NotFound(f"{key} has left the register ({kind})", next=_list(kind))
        if kind != "person":
            return Actor(key, frozenset({kind}), acts_for=key)
        person = engine.loader.load(f"P-{key}").case.one(Person)
        return Actor(key, frozenset(person.roles))
    known = [name for kind in kinds for name in keys(engine, kind)]
    raise NotFound(
        f"there is no {' or '.join(kinds)} called {key!r}",
        hint=did_you_mean(key, known),
        next=_list(kinds[0]),
    )


def keys(engine: Engine, kind: str) -> list[str]:
    """Return the keys of a register's active entries."""
    headers = engine.environment.store.find(workflow=kind, state="active")
    return [header.number.partition("-")[2] for header in headers]


def first(person: str, name: str, email: str, roles: Sequence[str]) -> dict[str, str]:
    """Return the opening form of a workspace's first person, made of what is known."""
    key = re.sub(r"[^a-z0-9]+", "-", person.lower()).strip("-")[:40].strip("-")
    if not key:
        raise Usage(f"{person!r} makes no key", hint="name one with --person KEY")
    return {
        "key": key,
        "name": name or key.replace("-", " ").title(),
        "email": email or f"{key}@agency.example",
        "roles": ",".join(roles),
    }


def _list(kind: str) -> Suggestion:
    return Suggestion("people list" if kind == "person" else f"{kind}s list")

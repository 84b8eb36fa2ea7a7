"""Who a key stands for: a person, a supplier or a member in the registers."""

from solicitation_flow.casefile import Actor
from solicitation_flow.engine.loading import Loader
from solicitation_flow.engine.recipients import PREFIXES, active
from solicitation_flow.errors import NotFound, Suggestion
from solicitation_flow.records.registers import Person
from solicitation_flow.yamlfile import did_you_mean


def registered(loader: Loader, named: str) -> Actor:
    """Return whom `maria` or `supplier:acme` names; a bare key is first taken for a person's."""
    register, colon, rest = named.partition(":")
    registers = [register] if colon and register in PREFIXES else list(PREFIXES)
    key = rest if colon else named
    for kind in registers:
        entry = loader.store.load(f"{PREFIXES[kind]}-{key}")
        if entry is None:
            continue
        if entry.header.state != "active":
            raise NotFound(f"{key} has left the register ({kind})", next=_register(kind))
        if kind != "person":
            return Actor(key, frozenset({kind}), acts_for=key)
        person = loader.load(f"P-{key}").case.one(Person)
        return Actor(key, frozenset(person.roles))
    known = [name for kind in registers for name in active(loader, kind)]
    raise NotFound(
        f"there is no {' or '.join(registers)} called {key!r}",
        hint=did_you_mean(key, known),
        next=_register(registers[0]),
    )


def _register(kind: str) -> Suggestion:
    return Suggestion("people list" if kind == "person" else f"{kind}s list")

"""Who a key stands for: a person, a supplier or a member in the registers."""

from solicitation_flow.casefile import Actor
from solicitation_flow.engine.registers import Registers
from solicitation_flow.errors import NotFound, Suggestion
from solicitation_flow.yamlfile import did_you_mean


def registered(registers: Registers, named: str) -> Actor:
    """Return whom `maria` or `supplier:acme` names; a bare key is first taken for a person's."""
    listed = registers.all()
    register, colon, rest = named.partition(":")
    candidates = list(listed)
    if colon and register in listed:
        candidates = [register]
    if colon:
        key = rest
    else:
        key = named
    for name in candidates:
        entry = registers.loader.store.load(listed[name].number(key))
        if entry is None:
            continue
        if entry.header.state != "active":
            raise NotFound(f"{key} has left the register ({name})", next=_list(registers, name))
        if not registers.of_people(name):
            return Actor(key, frozenset({name}), acts_for=key)
        return Actor(key, frozenset(registers.person(name, key).roles))
    known: list[str] = []
    for name in candidates:
        known += registers.active(name)
    raise NotFound(
        f"there is no {' or '.join(candidates)} called {key!r}",
        hint=did_you_mean(key, known),
        next=_list(registers, candidates[0]),
    )


def _list(registers: Registers, register: str) -> Suggestion:
    """Return the command that lists a register."""
    if registers.of_people(register):
        plural = "people"
    else:
        plural = f"{register}s"
    return Suggestion(f"{plural} list")

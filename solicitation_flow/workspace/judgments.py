"""Which open cases another edition of the law, or another law, would judge otherwise."""

from dataclasses import dataclass

from solicitation_flow.engine import Engine
from solicitation_flow.jurisdiction import Jurisdiction, Law
from solicitation_flow.jurisdiction.findings import judged


@dataclass(frozen=True, slots=True)
class Otherwise:
    """An open case, and the rules by which another law would judge it otherwise."""

    number: str
    edition: str
    rules: tuple[str, ...]
    days: int
    """How many days are closed under one of the two laws and open under the other."""


def otherwise(engine: Engine, name: str, other: Jurisdiction) -> list[Otherwise]:
    """Return the open cases held to a jurisdiction that another would judge otherwise."""
    registers = engine.read.registers.all()
    cases: list[Otherwise] = []
    for header in engine.read.cases():
        if header.workflow in registers:
            continue
        loaded = engine.read.stored(header.number)
        law = loaded.law
        if law.jurisdiction.name != name or header.state in loaded.lifecycle.workflow.final:
            continue
        rules, days = _rules(law, other), _days(law, other)
        if rules or days:
            cases.append(Otherwise(header.number, law.edition, rules, days))
    return cases


def _rules(law: Law, other: Jurisdiction) -> tuple[str, ...]:
    """Return the rules that differ for a case, by its own procedure and circumstances."""
    under = other.law_for(law.procedure, law.circumstances)
    names = {*law.jurisdiction.rules, *other.rules}
    for overlay in (*law.overlays, *under.overlays):
        names.update(overlay.rules)
    differing: list[str] = []
    for name in sorted(names):
        before, after = law.rule(name), under.rule(name)
        if before.known != after.known or judged(before) != judged(after):
            differing.append(name)
    return tuple(differing)


def _days(law: Law, other: Jurisdiction) -> int:
    first = max(law.calendar.first, other.calendar.first)
    last = min(law.calendar.last, other.calendar.last)
    count = 0
    for day in law.jurisdiction.calendar.closed ^ other.calendar.closed:
        if first <= day <= last and day.weekday() < SATURDAY:
            count += 1
    return count


SATURDAY = 5

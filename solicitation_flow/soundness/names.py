"""Every name in a workflow stands for something: phases, the parts of a number, papers."""

from collections.abc import Collection, Iterator
from string import Formatter

from solicitation_flow.errors import Flaw
from solicitation_flow.soundness.chart import Chart, listed
from solicitation_flow.yamlfile import did_you_mean

PARTS = ("year", "count", "key", "parent")
"""What a case number may be made of."""


def prove_names(chart: Chart) -> Iterator[Flaw]:
    """Return what is wrong with the names the loader does not look up."""
    yield from _phases(chart)
    yield from _number(chart)


def prove_rules(chart: Chart, rules: Collection[str]) -> Iterator[Flaw]:
    """Return the deadlines that name a rule which neither a guard nor a jurisdiction knows."""
    known = set(rules)
    for guard in chart.workflow.book.guards.values():
        known.add(guard.rule)
    for name, terms in chart.workflow.deadlines.items():
        if terms.rule is not None and terms.rule not in known:
            hint = did_you_mean(terms.rule, known)
            message = f"no rule of law is called {terms.rule!r}"
            yield chart.flaw(("deadlines", name, "rule"), message, hint)


def _phases(chart: Chart) -> Iterator[Flaw]:
    law = chart.workflow.law
    for state, phase in chart.workflow.phases.items():
        if phase not in law:
            hint = did_you_mean(phase, law) or f"the law of this workflow is {listed(law)}"
            message = f"the phase {phase!r} is not part of this workflow's law"
            yield chart.flaw(("states", state, "phase"), message, hint)


def _number(chart: Chart) -> Iterator[Flaw]:
    number = chart.workflow.number
    try:
        parts = [name for _, name, _, _ in Formatter().parse(number) if name is not None]
    except ValueError as error:
        yield chart.flaw(("number",), f"{number!r} is no pattern for numbers: {error}")
        return
    for name in parts:
        if name not in PARTS:
            hint = did_you_mean(name, PARTS) or f"the parts are {listed(PARTS)}"
            yield chart.flaw(("number",), f"no part of a number is called {name!r}", hint)
    opening = chart.workflow.opening
    if "key" in parts and "key" not in chart.workflow.book.forms[opening.command].model_fields:
        yield chart.flaw(("number",), f"{opening.command} has no field `key` to make numbers of")
    if "count" in parts and (parts.index("count") < len(parts) - 1 or not number.endswith("}")):
        yield chart.flaw(("number",), "the count must stand at the end of a number")
    if "parent" in parts and not chart.workflow.parent:
        hint = "name the workflow it belongs to under `parent`"
        yield chart.flaw(("number",), "a number cannot begin with a parent's: there is none", hint)

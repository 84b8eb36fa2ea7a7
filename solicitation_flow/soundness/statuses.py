"""What becomes of a child fact, such as a proposal or a protest, is declared like the states."""

from collections.abc import Iterator, Mapping
from typing import Literal, get_args, get_origin

from solicitation_flow.errors import Flaw
from solicitation_flow.records import KINDS, Record
from solicitation_flow.soundness.chart import Chart, listed

Arrows = Mapping[str, tuple[str, ...]]


def prove_statuses(chart: Chart) -> Iterator[Flaw]:
    """Return what is wrong with the statuses of the facts this workflow's law files."""
    for index, phase in enumerate(chart.workflow.law):
        nouns = f"solicitation_flow.records.{phase}"
        for kind in sorted(KINDS):
            home = KINDS[kind].__module__
            if home == nouns or home.startswith(f"{nouns}."):
                for message in _wrong(KINDS[kind]):
                    yield chart.flaw(("law", index), message)


def _wrong(noun: type[Record]) -> Iterator[str]:
    field = noun.model_fields.get("status")
    if field is None or get_origin(field.annotation) is not Literal:
        return
    statuses: tuple[str, ...] = get_args(field.annotation)
    arrows: Arrows | None = getattr(noun, "arrows", None)
    if arrows is None:
        yield f"no arrows say what may become of a {noun.kind}"
        return
    named: set[str] = set()
    for dests in arrows.values():
        named.update(dests)
    for status in sorted({*arrows, *named} - set(statuses)):
        yield f"the arrows of a {noun.kind} name {status!r}, which is no status of it"
    for status in statuses:
        if status not in arrows:
            yield f"no arrows say what may become of a {noun.kind} that is {status!r}"
    begins = [status for status in statuses if status not in named]
    lost = dict.fromkeys(statuses)
    for status in _reached(arrows, begins):
        lost.pop(status, None)
    if lost:
        yield f"no {noun.kind} ever becomes {listed(lost)}: the arrows go round in a circle"


def _reached(arrows: Arrows, begins: list[str]) -> set[str]:
    """Return the statuses that a fact can reach from those it may begin in."""
    reached, queue = set(begins), list(begins)
    for status in queue:
        for dest in arrows.get(status, ()):
            if dest not in reached:
                reached.add(dest)
                queue.append(dest)
    return reached

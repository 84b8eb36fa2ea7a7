"""Whoever may move is somebody, and whatever a person must do stands in an inbox."""

from collections.abc import Iterator, Sequence

from solicitation_flow.errors import Flaw
from solicitation_flow.soundness.chart import Chart, listed
from solicitation_flow.yamlfile import Trail, did_you_mean

PEOPLE = (
    "officer",
    "approver",
    "custodian",
    "evaluator",
    "administrator",
    "supplier",
    "member",
)
"""Roles that persons, suppliers and members hold."""

ROLES = (*PEOPLE, "clock", "case")
"""And the two movers that are nobody: a passed deadline, and another case."""


def prove_people(chart: Chart) -> Iterator[Flaw]:
    """Return what is wrong with who may give a command, and who is told that it is owed."""
    yield from _roles(chart, chart.workflow.opening.by, ("opened_by", "by"))
    for arrow in chart.arrows:
        yield from _roles(chart, arrow.move.by, (*arrow.path, "by"))
    yield from _owed(chart)


def _roles(chart: Chart, by: Sequence[str], path: Trail) -> Iterator[Flaw]:
    if not by:
        yield chart.flaw(path, "nobody may give this command", f"the roles are {listed(ROLES)}")
    for index, role in enumerate(by):
        if role not in ROLES:
            hint = did_you_mean(role, ROLES) or f"the roles are {listed(ROLES)}"
            yield chart.flaw((*path, index), f"no role is called {role!r}", hint)


def _owed(chart: Chart) -> Iterator[Flaw]:
    duties = chart.workflow.book.duties
    for arrow in chart.arrows:
        command = arrow.move.command
        person = any(role not in {"clock", "case"} for role in arrow.move.by)
        if person and not arrow.move.optional and command not in duties:
            message = f"nobody is told that {command} is owed: the law has no duty for it"
            hint = "add a duty, or write `optional: true`"
            yield chart.flaw(arrow.path, message, hint)

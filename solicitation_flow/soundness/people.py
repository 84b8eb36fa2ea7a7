"""Whoever may move is somebody, and whatever a person must do stands in an inbox."""

from collections.abc import Iterator, Sequence

from solicitation_flow.errors import Flaw
from solicitation_flow.soundness.chart import Chart, listed
from solicitation_flow.yamlfile import did_you_mean

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
    """Return what is wrong with who may give a command, and whom it is a duty of."""
    for message, hint, *rest in _wrong_roles(chart.workflow.opening.by):
        yield chart.flaw(("opened_by", *rest), message, hint)
    for arrow in chart.arrows:
        for message, hint, *rest in _wrong_roles(arrow.move.by):
            yield chart.flaw_of(arrow, message, hint, *rest)
    yield from _owed(chart)


def _wrong_roles(by: Sequence[str]) -> Iterator[tuple[str, str, *tuple[str | int, ...]]]:
    """Yield what is wrong with the roles of a command, a hint, and the place below it."""
    if not by:
        yield "nobody may give this command", f"the roles are {listed(ROLES)}", "by"
    for index, role in enumerate(by):
        if role not in ROLES:
            hint = did_you_mean(role, ROLES) or f"the roles are {listed(ROLES)}"
            yield f"no role is called {role!r}", hint, "by", index


def _owed(chart: Chart) -> Iterator[Flaw]:
    duties = chart.workflow.book.duties
    for arrow in chart.arrows:
        command = arrow.move.command
        person = any(role not in {"clock", "case"} for role in arrow.move.by)
        if person and not arrow.move.optional and command not in duties:
            message = f"nobody is told that {command} is owed: the law has no duty for it"
            hint = "add a duty, or write `optional: true`"
            yield chart.flaw_of(arrow, message, hint)

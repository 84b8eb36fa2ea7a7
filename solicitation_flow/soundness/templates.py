"""Every letter a workflow owes has a template, and that template can be written."""

from collections.abc import Collection, Iterator
from typing import Protocol

from solicitation_flow.errors import Flaw
from solicitation_flow.notices import offered
from solicitation_flow.soundness.chart import Chart
from solicitation_flow.workflow import Workflow
from solicitation_flow.yamlfile import Trail, did_you_mean


class Papers(Protocol):
    """Whoever keeps the templates."""

    def names(self) -> list[str]:
        """Return every letter there is."""
        ...

    def check(self, notice: str, known: Collection[str] | None = None) -> list[Flaw]:
        """Return what is wrong with a letter's own file."""
        ...


def prove_papers(chart: Chart, templates: Papers, parent: Workflow | None) -> Iterator[Flaw]:
    """Return what is wrong with the letters that moves and reminders name."""
    there = set(templates.names())
    for notice, command, path in _owed(chart):
        if notice not in there:
            message = f"there is no letter called {notice!r}"
            yield chart.flaw(path, message, did_you_mean(notice, there))
        else:
            yield from templates.check(notice, _words(chart.workflow, parent, command))
    for name, terms in chart.workflow.deadlines.items():
        if terms.remind and terms.notice is None:
            hint = "add `notice:`, the letter to send"
            path = ("deadlines", name, "remind")
            yield chart.flaw(path, f"{name} reminds, but not with which letter", hint)


def _words(
    workflow: Workflow, parent: Workflow | None, command: str | None
) -> Collection[str] | None:
    """What a letter may speak of; without its parent's workflow at hand nobody can say."""
    if workflow.parent and parent is None:
        return None
    return offered(workflow, parent, command)


def _owed(chart: Chart) -> Iterator[tuple[str, str | None, Trail]]:
    """Every letter with the command it goes with; a reminder goes with none."""
    for arrow in chart.arrows:
        for notice, _ in arrow.move.notices:
            yield notice, arrow.move.command, (*arrow.path, "notices", notice)
    for name, terms in chart.workflow.deadlines.items():
        if terms.notice is not None:
            yield terms.notice, None, ("deadlines", name, "notice")

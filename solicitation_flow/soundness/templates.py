"""Every letter a workflow owes has a template, and that template can be written."""

from collections.abc import Collection, Iterator, Sequence
from typing import Protocol

from solicitation_flow.errors import Flaw
from solicitation_flow.notices import offered
from solicitation_flow.soundness.chart import Chart
from solicitation_flow.workflow import Workflow
from solicitation_flow.yamlfile import did_you_mean


class Papers(Protocol):
    """Whoever keeps the templates."""

    def names(self) -> list[str]:
        """Return every letter there is."""
        ...

    def check(self, notice: str, known: Collection[str] | None = None) -> list[Flaw]:
        """Return what is wrong with a letter's own file."""
        ...


def prove_papers(chart: Chart, templates: Papers, parents: Sequence[Workflow]) -> Iterator[Flaw]:
    """Return what is wrong with the letters that moves and reminders name."""
    there = set(templates.names())
    for arrow in chart.arrows:
        for notice, _ in arrow.move.notices:
            if notice in there:
                words = _words(chart.workflow, parents, arrow.move.command)
                yield from templates.check(notice, words)
            else:
                message = f"there is no letter called {notice!r}"
                hint = did_you_mean(notice, there)
                yield chart.flaw_of(arrow, message, hint, "notices", notice)
    for name, terms in chart.workflow.deadlines.items():
        path = ("deadlines", name)
        if terms.notice in there:
            yield from templates.check(terms.notice, _words(chart.workflow, parents, None))
        elif terms.notice is not None:
            message = f"there is no letter called {terms.notice!r}"
            yield chart.flaw((*path, "notice"), message, did_you_mean(terms.notice, there))
        if terms.remind and terms.notice is None:
            hint = "add `notice:`, the letter to send"
            message = f"{name} reminds, but not with which letter"
            yield chart.flaw((*path, "remind"), message, hint)


def _words(
    workflow: Workflow, parents: Sequence[Workflow], command: str | None
) -> Collection[str] | None:
    """Return what a letter may speak of: under any of its parents, what all of them offer.

    None where not every parent's workflow is at hand: then nobody can say.
    """
    if len(parents) < len(workflow.parent):
        return None
    words = offered(workflow, None, command)
    if not parents:
        return words
    below = [offered(workflow, parent, command) for parent in parents]
    return words.union(frozenset.intersection(*below))

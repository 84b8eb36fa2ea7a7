"""Proofs about a workflow, its templates included: what cannot go wrong once it is loaded."""

from collections.abc import Collection, Sequence

from solicitation_flow.errors import Flaw
from solicitation_flow.soundness.chart import Chart
from solicitation_flow.soundness.names import prove_names, prove_rules
from solicitation_flow.soundness.paths import prove_paths
from solicitation_flow.soundness.people import prove_people
from solicitation_flow.soundness.statuses import prove_statuses
from solicitation_flow.soundness.templates import Papers, prove_papers
from solicitation_flow.soundness.timing import prove_timing
from solicitation_flow.workflow import Workflow
from solicitation_flow.yamlfile import Tree

__all__ = ["prove"]


def prove(
    workflow: Workflow,
    tree: Tree,
    templates: Papers,
    parents: Sequence[Workflow] = (),
    rules: Collection[str] = (),
) -> list[Flaw]:
    """Return every flaw of a workflow in the order of its file, then those of its letters.

    A move counts as possible whatever its guards say: they look at a case, and there is none.
    `parents` are the workflows of the cases it hangs on, whose words its letters may use; `rules`
    are the names the jurisdictions at hand know, beside those its own guards uphold.
    """
    chart = Chart(workflow, tree)
    proofs = (prove_paths, prove_timing, prove_people, prove_names, prove_statuses)
    flaws: list[Flaw] = []
    for proof in proofs:
        flaws += proof(chart)
    flaws += prove_rules(chart, rules)
    flaws += prove_papers(chart, templates, parents)
    # a move written once for many states would complain once for each of them
    once = [chart.with_takers(flaw) for flaw in dict.fromkeys(flaws)]
    return sorted(
        once, key=lambda flaw: (flaw.file != tree.file, flaw.file, flaw.line, flaw.column)
    )

"""Every state can be reached, an end from every state, and every move by somebody one day."""

from collections.abc import Iterator

from solicitation_flow.errors import Flaw
from solicitation_flow.soundness.chart import Chart, listed, spoken


def prove_paths(chart: Chart) -> Iterator[Flaw]:
    """Return what is wrong with where the moves lead."""
    yield from _reachable(chart)
    yield from _ends(chart)
    yield from _out_of_ends(chart)
    yield from _dead(chart)


def _reachable(chart: Chart) -> Iterator[Flaw]:
    for state in chart.workflow.phases:
        if state in chart.ways:
            continue
        sources: list[str] = []
        for arrow in chart.alive:
            if arrow.move.dest == state and arrow.move.source != state:
                sources.append(arrow.move.source)
        reason = "no move leads to it"
        if sources:
            reason = f"it is entered only from {listed(sources)}"
        message = f"the state {state!r} is never reached: {reason}"
        yield chart.flaw(("states", state), message, "lead a move to it, or take it out")


def _ends(chart: Chart) -> Iterator[Flaw]:
    if not chart.workflow.final:
        yield chart.flaw(("states",), "no state is an end", "mark at least one `final: true`")
        return
    final = chart.workflow.final
    ending = _ending(chart)
    for state in chart.workflow.phases:
        if state not in ending:
            way = ""
            if state in chart.ways:
                way = f" ({spoken(chart.ways[state])})"
            message = f"a case in {state!r}{way} can never reach an end"
            yield chart.flaw(("states", state), message, f"the ends are {listed(final)}")


def _ending(chart: Chart) -> set[str]:
    """Return the states from which an end can be reached, the ends among them."""
    sources: dict[str, list[str]] = {}
    for arrow in chart.alive:
        sources.setdefault(arrow.move.dest, []).append(arrow.move.source)
    ending, queue = set(chart.workflow.final), list(chart.workflow.final)
    for state in queue:
        for source in sources.get(state, ()):
            if source not in ending:
                ending.add(source)
                queue.append(source)
    return ending


def _out_of_ends(chart: Chart) -> Iterator[Flaw]:
    for arrow in chart.arrows:
        move = arrow.move
        if move.source in chart.workflow.final and move.dest != move.source:
            hint = "leave out `to`"
            if arrow.path[0] == "everywhere":
                hint = f"add {move.source} to `except`"
            message = f"{move.command} leaves {move.source!r}, which is an end"
            yield chart.flaw_of(arrow, message, hint, "to")


def _dead(chart: Chart) -> Iterator[Flaw]:
    for arrow in chart.arrows:
        if arrow in chart.dead and arrow.move.by:
            message = (
                f"{arrow.move.command} never goes this way: for {listed(arrow.move.by)}"
                " an earlier way has no guard that is not asked here too"
            )
            yield chart.flaw_of(arrow, message, "move it up, or guard the earlier way")

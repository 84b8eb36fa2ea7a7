"""Every deadline is started and answered, and what the clock does cannot be argued with."""

from collections.abc import Iterator

from solicitation_flow.errors import Flaw
from solicitation_flow.soundness.chart import Arrow, Chart, listed, spoken
from solicitation_flow.workflow import Move
from solicitation_flow.yamlfile import Trail

Unmet = dict[str, dict[str, tuple[str, ...]]]
"""For each deadline the states in which it may be unmet, each with a way that leads there."""


def prove_timing(chart: Chart) -> Iterator[Flaw]:
    """Return what is wrong with deadlines and with the moves they fire."""
    unmet = {name: _unmet(chart, name) for name in chart.workflow.deadlines}
    yield from _started(chart)
    yield from _answered(chart, unmet)
    yield from _kept(chart)
    yield from _by_the_clock(chart)
    yield from _unarguable(chart)
    yield from _met(chart, unmet)
    yield from _idle(chart, unmet)


def _starting(move: Move) -> tuple[str, ...]:
    return (*move.starts, *move.restarts)


def _unmet(chart: Chart, name: str) -> dict[str, tuple[str, ...]]:
    """Follow a deadline from where it starts; a subject's is met only for that subject."""
    final, each_has_own = chart.workflow.final, chart.workflow.deadlines[name].subject

    def leaves_unmet(arrow: Arrow) -> bool:
        move = arrow.move
        met = name in move.meets and not each_has_own
        return not met and name not in move.drops and move.dest not in final

    starts: dict[str, tuple[str, ...]] = {}
    for arrow in chart.alive:
        source, dest = arrow.move.source, arrow.move.dest
        if name in _starting(arrow.move) and source in chart.ways and leaves_unmet(arrow):
            way = chart.ways[source]
            if dest != source:
                way = (*way, dest)
            starts.setdefault(dest, way)
    return chart.walk(starts, [arrow for arrow in chart.alive if leaves_unmet(arrow)])


def _started(chart: Chart) -> Iterator[Flaw]:
    started: set[str] = set()
    restarted: set[str] = set()
    for arrow in chart.alive:
        if arrow.move.source in chart.ways:
            started.update(arrow.move.starts)
            restarted.update(arrow.move.restarts)
    for name in chart.workflow.deadlines:
        if name not in started:
            hint = "start it somewhere"
            if name in restarted:
                hint = "say `starts` where it begins"
            yield chart.flaw(("deadlines", name), f"no move that can be taken starts {name}", hint)


def _answered(chart: Chart, unmet: Unmet) -> Iterator[Flaw]:
    """Yield where a deadline can pass and its command is not there to take."""
    for name, states in unmet.items():
        fires = chart.workflow.deadlines[name].fires
        for state, way in states.items():
            if fires not in chart.workflow.offered(state):
                message = f"{name} can pass unmet in {state!r} ({spoken(way)})"
                hint = f"offer {fires} there, or let the way there meet or drop {name}"
                missing = f"{message}, which does not offer {fires}"
                yield chart.flaw(("states", state), missing, hint)


def _kept(chart: Chart) -> Iterator[Flaw]:
    """Yield moves that end what they start, or start by the clock what a notice must start."""
    for arrow in chart.arrows:
        for key in ("starts", "restarts"):
            for index, name in enumerate(getattr(arrow.move, key)):
                for message in _stillborn(chart, arrow.move, name):
                    yield chart.flaw_of(arrow, message, None, key, index)


def _stillborn(chart: Chart, move: Move, name: str) -> Iterator[str]:
    terms = chart.workflow.deadlines[name]
    if move.dest in chart.workflow.final:
        yield f"{name} would be dropped at once: {move.command} leads to the end {move.dest!r}"
    elif name in move.drops or (name in move.meets and not terms.subject):
        yield f"{move.command} starts {name} and ends it at once"
    if move.timed and terms.runs_from == "notice":
        yield f"the clock cannot start {name}: it runs from a notice that a person gives"


def _by_the_clock(chart: Chart) -> Iterator[Flaw]:
    """Yield fired commands that others may give, and commands of the clock that nothing fires."""
    for arrow in chart.arrows:
        command = arrow.move.command
        if command in chart.fired and not arrow.move.timed:
            firing = listed(chart.fired[command])
            message = f"{command} is fired by {firing}, so it is the clock's alone"
            yield chart.flaw_of(arrow, message, "write `by: [clock]`", "by")
        if command not in chart.fired and "clock" in arrow.move.by:
            message = f"no deadline fires {command}, so the clock never gives it"
            yield chart.flaw_of(arrow, message, None, "by", arrow.move.by.index("clock"))


def _unarguable(chart: Chart) -> Iterator[Flaw]:
    """Yield timed commands that could be refused, or that ask for what only a form says."""
    book = chart.workflow.book
    last: dict[tuple[str, str], Arrow] = {}
    for arrow in chart.arrows:
        last[arrow.move.source, arrow.move.command] = arrow
    for arrow in chart.arrows:
        move = arrow.move
        if move.command not in chart.fired:
            continue
        if move.guards and last[move.source, move.command] is arrow:
            message = f"the last way of {move.command} is guarded, but the clock cannot be refused"
            hint = "end with a way that has no guards"
            yield chart.flaw_of(arrow, message, hint, "guards")
        for index, name in enumerate(move.guards):
            if not book.guards[name].standing:
                message = f"the guard {name} asks for a form, and the clock fills in none"
                yield chart.flaw_of(arrow, message, None, "guards", index)
        if fields := book.forms[move.command].model_fields:
            message = f"the clock fills in no form, but {move.command} asks for {listed(fields)}"
            yield chart.flaw_of(arrow, message)


def _met(chart: Chart, unmet: Unmet) -> Iterator[Flaw]:
    """Yield timed moves that do not meet what fired them: the clock would never stop."""
    for arrow in chart.alive:
        move = arrow.move
        for name in chart.fired.get(move.command, ()):
            if move.source in unmet[name] and name not in move.meets:
                message = f"{name} fires {move.command}, which does not meet it"
                hint = f"write `meets: [{name}]`, or the clock would give it for ever"
                yield chart.flaw_of(arrow, message, hint, "meets")


def _idle(chart: Chart, unmet: Unmet) -> Iterator[Flaw]:
    """Yield timed moves that nothing can fire where they stand; a shared one, anywhere."""
    timed = [arrow for arrow in chart.arrows if arrow.move.command in chart.fired]
    used: set[Trail] = set()
    for arrow in timed:
        for name in chart.fired[arrow.move.command]:
            if arrow.move.source in unmet[name]:
                used.add(arrow.path)
    for arrow in timed:
        if arrow.path not in used and arrow.move.source in chart.ways:
            names = listed(chart.fired[arrow.move.command])
            message = f"{arrow.move.command} is never given here: {names} cannot pass in"
            yield chart.flaw_of(arrow, f"{message} {arrow.move.source!r}")
            used.add(arrow.path)

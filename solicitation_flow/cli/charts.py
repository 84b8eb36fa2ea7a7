"""A workflow as a table a lawyer can read: states, moves, who takes them, what the law says."""

from collections.abc import Iterator
from typing import Any

from solicitation_flow.cli.session import Session
from solicitation_flow.cli.shapes import spaced
from solicitation_flow.cli.terminal import Line, line, wrapped, writer
from solicitation_flow.jurisdiction import Law
from solicitation_flow.rulebook import Guard
from solicitation_flow.workflow import Move, Workflow

COMMAND, NAMED = 2, 8
"""How far in a command stands, and what is said of it."""


def document(workflow: Workflow, law: Law | None = None) -> dict[str, Any]:
    """Return a workflow for programs; with a law, what it makes of each guard."""
    opening = workflow.opening
    return {
        "workflow": workflow.name,
        "version": workflow.version,
        "title": workflow.title,
        "number": workflow.number,
        "parent": _parent(workflow),
        "initial": workflow.initial,
        "opened_by": {"command": opening.command, "by": opening.by},
        "states": [
            {
                "state": state,
                "phase": phase,
                "final": state in workflow.final,
                "moves": [_move(m) for moves in workflow.offered(state).values() for m in moves],
            }
            for state, phase in workflow.phases.items()
        ],
        "deadlines": {name: terms.model_dump() for name, terms in workflow.deadlines.items()},
        "jurisdiction": law
        and {"id": law.jurisdiction.name, "title": law.title, "edition": law.edition},
        "guards": [
            {"guard": guard.name, "id": guard.id, "rule": guard.rule, "says": guard.says}
            | (_weighed(guard, law) if law else {})
            for guard in _guards(workflow)
        ],
    }


def _parent(workflow: Workflow) -> str | list[str] | None:
    """Return the workflow its cases are opened below, or a list where there are several."""
    parents = workflow.parent
    if not parents:
        return None
    return parents[0] if len(parents) == 1 else list(parents)


def _move(move: Move) -> dict[str, Any]:
    told = move.model_dump(exclude={"source", "dest", "notices"})
    notices = [{"notice": notice, "to": who} for notice, who in move.notices]
    return {**told, "to": move.dest, "notices": notices}


def _guards(workflow: Workflow) -> list[Guard]:
    """Every guard once, in the order a case meets them."""
    names = dict.fromkeys(name for move in workflow.moves for name in move.guards)
    return [workflow.book.guards[name] for name in names]


def _weighed(guard: Guard, law: Law) -> dict[str, Any]:
    """What one jurisdiction makes of a guard: how strict it is, by which number and source."""
    rule = law.rule(guard.rule)
    cited = law.citation(rule)
    counts = rule.days is not None or rule.hours is not None or rule.number_unknown
    return {
        "known": rule.known,
        "strength": rule.strength,
        "counts": rule.in_words if counts else None,
        "number": rule.number,
        "amount": rule.amount,
        "cite": cited.cite,
        "edition": cited.edition,
        "trust": cited.trust,
        "note": rule.note,
    }


def tell(workflow: Workflow, session: Session, law: Law | None = None) -> None:
    """Tell a workflow: its states with their moves, its dates, and what the law says."""
    write = writer(session)
    for drawn in lines(workflow, law):
        write(drawn)


def lines(workflow: Workflow, law: Law | None) -> Iterator[Line]:
    """Return the lines of a workflow, none wider than the screen they are for."""
    opening = workflow.opening
    title = f"{workflow.title} ({workflow.name}, version {workflow.version})"
    yield from wrapped(title, 0, "bold")
    opened = f"Opened by {opening.command} ({', '.join(opening.by)}) as {workflow.initial}."
    yield from wrapped(opened, 0)
    for state in workflow.phases:
        yield line()
        yield from _state(workflow, state)
    if workflow.deadlines:
        yield from (line(), line("Dates", "bold"))
    for name in workflow.deadlines:
        yield from _date(workflow, name)
    if guards := _guards(workflow):
        yield from (line(), *wrapped(_heading(law), 0, "bold"))
        for guard in guards:
            yield from _guard(guard, law)


def _state(workflow: Workflow, state: str) -> Iterator[Line]:
    ends = " (end)" if state in workflow.final else ""
    yield line(f"{spaced(state)}{ends}, of {workflow.phases[state]}", "bold")
    for moves in workflow.offered(state).values():
        for move in moves:
            leads = "" if move.dest == move.source else f" -> {spaced(move.dest)}"
            marks = [", ".join(move.by), *(["confirmed"] if move.confirm else [])]
            yield from wrapped(f"{move.command}{leads}  ({'; '.join(marks)})", COMMAND)
            ids = [f"{workflow.book.guards[name].id} {name}" for name in move.guards]
            yield from _named("held to  ", ", ".join(ids))
            letters = [f"{notice} to {who}" for notice, who in move.notices]
            yield from _named("letters  ", ", ".join(letters))


def _date(workflow: Workflow, name: str) -> Iterator[Line]:
    terms = workflow.deadlines[name]
    whose = f", one for each {terms.subject}" if terms.subject else ""
    yield from wrapped(f"{name}: when it passes, {terms.fires}{whose}", COMMAND)
    reminders = "; ".join(f"{who}, {', '.join(w)} before" for who, w in terms.remind.items())
    yield from _named("reminds  ", reminders)


def _heading(law: Law | None) -> str:
    return f"What the law says ({law.title}, edition {law.edition})" if law else "What the law says"


def _guard(guard: Guard, law: Law | None) -> Iterator[Line]:
    yield from wrapped(f"{guard.id} {guard.name}, under the rule {guard.rule}", COMMAND)
    yield from _named("", " ".join(guard.says.split()))
    if law is not None:
        weighed = _weighed(guard, law)
        if not weighed["known"]:
            yield from _named("", f"{law.title}: its file says nothing of this rule, so it blocks")
            return
        counts = f", {weighed['counts']}" if weighed["counts"] else ""
        source = law.citation(law.rule(guard.rule)).in_words
        yield from _named("", f"{weighed['strength']}{counts}; {source}")


def _named(lead: str, text: str) -> Iterator[Line]:
    """A line about what stands above it; where there is nothing to say, there is none."""
    if text:
        yield from wrapped(text, NAMED, "dim", lead)

"""A workflow as a table a lawyer can read: states, moves, who takes them, what the law says."""

from collections.abc import Iterator

from solicitation_flow.jurisdiction import Law
from solicitation_flow.rulebook import Guard
from solicitation_flow.views.viewer import Document, Paragraph, after, spaced
from solicitation_flow.workflow import Move, Workflow

COMMAND, DETAIL = 2, 8
"""How far in a command stands, and what is said of it."""


def document(workflow: Workflow, law: Law | None = None) -> Document:
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
        "states": [_state(workflow, state, phase) for state, phase in workflow.phases.items()],
        "deadlines": {name: terms.model_dump() for name, terms in workflow.deadlines.items()},
        "jurisdiction": _jurisdiction(law) if law else None,
        "guards": [_guard(guard, law) for guard in _guards(workflow)],
    }


def _parent(workflow: Workflow) -> str | list[str] | None:
    """Return the workflow its cases are opened below, or a list where there are several."""
    parents = workflow.parent
    if not parents:
        return None
    if len(parents) == 1:
        return parents[0]
    return list(parents)


def _state(workflow: Workflow, state: str, phase: str) -> Document:
    moves: list[Document] = []
    for offered in workflow.offered(state).values():
        for move in offered:
            moves.append(_move(move))
    return {"state": state, "phase": phase, "final": state in workflow.final, "moves": moves}


def _move(move: Move) -> Document:
    fields = move.model_dump(exclude={"source", "dest", "notices"})
    notices = []
    for notice, audience in move.notices:
        notices.append({"notice": notice, "to": audience})
    return {**fields, "to": move.dest, "notices": notices}


def _jurisdiction(law: Law) -> Document:
    return {"id": law.jurisdiction.name, "title": law.title, "edition": law.edition}


def _guards(workflow: Workflow) -> list[Guard]:
    """Return every guard once, in the order in which a case meets them."""
    names = dict.fromkeys(name for move in workflow.moves for name in move.guards)
    return [workflow.book.guards[name] for name in names]


def _guard(guard: Guard, law: Law | None) -> Document:
    about = {"guard": guard.name, "id": guard.id, "rule": guard.rule, "says": guard.says}
    if law is None:
        return about
    return about | _weighed(guard, law)


def _weighed(guard: Guard, law: Law) -> Document:
    """Return what a jurisdiction makes of a guard: how strict it is, by which number and source."""
    rule = law.rule(guard.rule)
    citation = law.citation(rule)
    counts = rule.days is not None or rule.hours is not None or rule.number_unknown
    return {
        "known": rule.known,
        "strength": rule.strength,
        "counts": rule.in_words if counts else None,
        "number": rule.number,
        "amount": rule.amount,
        "cite": citation.cite,
        "edition": citation.edition,
        "trust": citation.trust,
        "note": rule.note,
    }


def paragraphs(workflow: Workflow, law: Law | None = None) -> Iterator[Paragraph]:
    """Return a workflow for a person: its states with their moves, its dates, and the law."""
    opening = workflow.opening
    title = f"{workflow.title} ({workflow.name}, version {workflow.version})"
    yield Paragraph(title, style="bold")
    by = ", ".join(opening.by)
    yield Paragraph(f"Opened by {opening.command} ({by}) as {workflow.initial}.")
    for state in workflow.phases:
        yield Paragraph("")
        yield from _state_paragraphs(workflow, state)
    if workflow.deadlines:
        yield Paragraph("")
        yield Paragraph("Dates", style="bold")
    for name in workflow.deadlines:
        yield from _date_paragraphs(workflow, name)
    guards = _guards(workflow)
    if guards:
        heading = "What the law says"
        if law:
            heading += f" ({law.title}, edition {law.edition})"
        yield Paragraph("")
        yield Paragraph(heading, style="bold")
    for guard in guards:
        yield from _guard_paragraphs(guard, law)


def _state_paragraphs(workflow: Workflow, state: str) -> Iterator[Paragraph]:
    ends = ""
    if state in workflow.final:
        ends = " (end)"
    yield Paragraph(f"{spaced(state)}{ends}, of {workflow.phases[state]}", style="bold")
    for moves in workflow.offered(state).values():
        for move in moves:
            if move.dest == move.source:
                leads = ""
            else:
                leads = f" -> {spaced(move.dest)}"
            confirmed = ""
            if move.confirm:
                confirmed = "; confirmed"
            by = ", ".join(move.by)
            yield Paragraph(f"{move.command}{leads}  ({by}{confirmed})", COMMAND)
            guards = []
            for name in move.guards:
                guards.append(f"{workflow.book.guards[name].id} {name}")
            yield from _detail(", ".join(guards), "held to  ")
            letters = []
            for notice, audience in move.notices:
                letters.append(f"{notice} to {audience}")
            yield from _detail(", ".join(letters), "letters  ")


def _date_paragraphs(workflow: Workflow, name: str) -> Iterator[Paragraph]:
    terms = workflow.deadlines[name]
    whose = after(", one for each ", terms.subject)
    yield Paragraph(f"{name}: when it passes, {terms.fires}{whose}", COMMAND)
    reminders = []
    for who, offsets in terms.remind.items():
        reminders.append(f"{who}, {', '.join(offsets)} before")
    yield from _detail("; ".join(reminders), "reminds  ")


def _guard_paragraphs(guard: Guard, law: Law | None) -> Iterator[Paragraph]:
    yield Paragraph(f"{guard.id} {guard.name}, under the rule {guard.rule}", COMMAND)
    yield from _detail(" ".join(guard.says.split()))
    if law is None:
        return
    weighed = _weighed(guard, law)
    if not weighed["known"]:
        yield from _detail(f"{law.title}: its file says nothing of this rule, so it blocks")
        return
    counts = after(", ", weighed["counts"])
    source = law.citation(law.rule(guard.rule)).in_words
    yield from _detail(f"{weighed['strength']}{counts}; {source}")


def _detail(text: str, lead: str = "") -> Iterator[Paragraph]:
    """Return what is said of the line above; nothing where there is nothing to say."""
    if text:
        yield Paragraph(text, DETAIL, "dim", lead)

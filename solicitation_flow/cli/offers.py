"""How the commands a case offers are shown: to a person in lines, to a program in one document."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from solicitation_flow import forms
from solicitation_flow.cli import objections, shapes
from solicitation_flow.cli.session import Session
from solicitation_flow.decide import Refusal
from solicitation_flow.engine import AvailableCommand, View
from solicitation_flow.guards import GuardContext, Ruling, examine, stands
from solicitation_flow.rulebook import Guard
from solicitation_flow.workflow import Move

Reasons = tuple[View, Refusal | None, list[tuple[Move, Guard, Ruling | None]]]


def document(view: View, found: list[AvailableCommand], session: Session) -> dict[str, Any]:
    """Return all a program needs to take a case onwards without reading anything else."""
    listed = [_offer(view, offer, session) for offer in found]
    return {**shapes.about(view, session), "commands": listed}


def _offer(view: View, offer: AvailableCommand, session: Session) -> dict[str, Any]:
    timed = shapes.timed(offer)
    may = ready_for(view, offer, session)
    form = view.loaded.lifecycle.workflow.book.forms[offer.command]
    return {
        "command": offer.command,
        "says": _says(form.__doc__),
        "to": list(dict.fromkeys(move.dest for move in offer.moves)),
        "by": list(offer.roles),
        "people": list(offer.people),
        "yours": offer.yours,
        "ready": bool(may),
        "ready_for": may,
        "by_the_clock": [
            shapes.deadline(row, session) for row in _fires(view, offer.command) if timed
        ],
        "confirm": any(move.confirm for move in offer.moves),
        "optional": all(move.optional for move in offer.moves),
        "fields": [] if timed else forms.describe(form),
        "objections": [objections.as_json(ruling, session) for ruling in offer.rulings],
        "owed": [
            {
                "owes": duty.owes,
                "says": duty.says,
                "due_at": session.instant(duty.due_at) if duty.due_at else None,
            }
            for duty in offer.owed
        ],
    }


def ready_for(view: View, offer: AvailableCommand, session: Session) -> list[str]:
    """Return who may do it now: everybody in the role, unless a rule asks who they are.

    The offer holds what the rules say to whoever reads; a rule about the actor may say otherwise
    to somebody else, such as an evaluator on the committee.
    """
    if offer.open:
        return list(offer.people)
    book = view.loaded.lifecycle.workflow.book
    if not any("actor" in book.guards[ruling.guard].takes for ruling in offer.rulings):
        return []
    return [who for who in offer.people if _open_to(view, offer, who, session)]


def _open_to(view: View, offer: AvailableCommand, who: str, session: Session) -> bool:
    actor = session.workspace.actor_named(who)
    question = GuardContext(view.loaded.case, view.at, view.loaded.law, actor)
    rulings = [r for _, _, r in examine(view.loaded.lifecycle, question, offer.command) if r]
    halting = tuple(r for r in rulings if stands(view.loaded.case, r))
    return replace(offer, rulings=halting).open


def _fires(view: View, command: str) -> list[Any]:
    rows = shapes.unmet(view.loaded.case.deadlines.values())
    return [row for row in rows if row.command == command]


def _says(text: str | None) -> str:
    return " ".join((text or "").split())


def lines(view: View, found: list[AvailableCommand], session: Session) -> Iterator[str]:
    """Return the same for a person: what is owed first, then what else may be done."""
    yield from heading(view, session)
    hands = [offer for offer in found if not shapes.timed(offer) and offer.roles != ("case",)]
    may = {offer.command: ready_for(view, offer, session) for offer in hands}
    ready = [offer for offer in hands if may[offer.command]]
    waiting = [offer for offer in hands if not may[offer.command]]
    clock = [offer for offer in found if shapes.timed(offer) and _fires(view, offer.command)]
    due = [offer for offer in ready if offer.owed]
    for title, group in (
        ("Owed now", due),
        ("May be done now", [offer for offer in ready if offer not in due]),
        ("Something stands in the way", waiting),
    ):
        if group:
            yield ""
            yield f"{title}:"
        for offer in group:
            yield from _lines(view, offer, may[offer.command], session)
    if clock:
        yield ""
        yield "By the clock:"
    for offer in clock:
        for row in _fires(view, offer.command):
            yield f"  {offer.command}  {session.spoken(row.due_at)}"
    if not found:
        yield ""
        yield "Nothing more can be done with this case: it has come to its end."
    for child in shapes.children(view.loaded.case):
        yield ""
        yield f"It opened {child['number']} ({child['workflow']}): solflow next {child['number']}"


def heading(view: View, session: Session) -> Iterator[str]:
    """Return who this case is and where it stands."""
    header = view.loaded.header
    yield f"{header.number}  {header.title}"
    yield f"  {shapes.spaced(header.state)}, move {header.count}, owner {header.owner}"
    training = " (training clock)" if session.workspace.training else ""
    yield f"  now {session.spoken(view.at)}{training}"
    for entry in view.unrecorded:
        yield f"  due, not yet recorded: {entry.command}, {session.spoken(entry.effective_at)}"


def _lines(view: View, offer: AvailableCommand, may: list[str], session: Session) -> Iterator[str]:
    own = {f"person:{session.reader.name}", *(f"{r}:{session.reader.name}" for r in offer.roles)}
    yours = "  <- you" if own.intersection(may or offer.people) else ""
    goes = [move.dest for move in offer.moves if move.dest != view.loaded.header.state]
    to = f" -> {' or '.join(dict.fromkeys(goes))}" if goes else ""
    yield f"  {offer.command}{to}  ({shapes.by_whom(offer, may)}){yours}"
    if may:
        yield f"    {line_to_type(view, offer, may, session)}"
    for duty in offer.owed:
        by = f", by {session.spoken(duty.due_at)}" if duty.due_at else ""
        yield f"    {duty.owes.rpartition(':')[2]} owes: {duty.says}{by}"
    for ruling in () if may else offer.rulings:
        yield f"    - {ruling.says}"
        for remedy in ruling.clears:
            yield f"      {objections.typed(remedy, ruling.case, session)}"
        if ruling.earliest:
            yield f"      not before {session.spoken(ruling.earliest)}"


def line_to_type(view: View, offer: AvailableCommand, may: list[str], session: Session) -> str:
    """Return a command as it is typed, with the fields that have to be filled in."""
    form = view.loaded.lifecycle.workflow.book.forms[offer.command]
    number = view.loaded.header.number
    words = ["solflow", "act", number, offer.command, *objections.blanks(form)]
    own = session.reader.name
    if session.workspace.training and own not in {key.partition(":")[2] for key in may}:
        words += [f"--as={key.partition(':')[2]}" for key in may[:1]]
    return " ".join(words)


def reasons(
    number: str, name: str, answer: Reasons, session: Session, *, asked: bool
) -> dict[str, Any]:
    """Return every rule a command is held to, for a program."""
    view, refused, found = answer
    return {
        **shapes.about(view, session),
        "number": number,
        "command": name,
        "form_asked": asked,
        "offered": refused is None or refused.reason != "not_offered",
        "permitted": refused is None,
        "refusal": refused.says if refused else None,
        "guards": [
            {
                "guard": guard.name,
                "rule": guard.rule,
                "id": guard.id,
                "to": move.dest,
                "law_says": guard.says,
                "passes": ruling is None or not stands(view.loaded.case, ruling),
                "objection": objections.as_json(ruling, session) if ruling else None,
            }
            for move, guard, ruling in found
        ],
    }


def reason_lines(number: str, name: str, answer: Reasons, session: Session) -> Iterator[str]:
    """Return the same for a person, grouped by where the command would lead."""
    view, refused, found = answer
    yield f"{name} for {number}"
    if refused:
        yield f"  {refused.says}"
    shown = ""
    for move, guard, ruling in found:
        if move.dest != shown:
            shown = move.dest
            yield f"\nto {shapes.spaced(shown)}:"
        if ruling is None:
            yield f"  passes    {_says(guard.says)} [{objections.spelt(guard.rule)}, {guard.id}]"
            continue
        halts = stands(view.loaded.case, ruling)
        yield from objections.as_lines(ruling, session, "objects   " if halts else "let by    ")
    moves = view.loaded.lifecycle.workflow.offered(view.loaded.case.state).get(name, ())
    heard = {(move.dest, guard.name) for move, guard, _ in found}
    unasked = {rule for move in moves for rule in move.guards if (move.dest, rule) not in heard}
    if unasked:
        yield f"\nNot asked, for want of fields: {', '.join(sorted(unasked))}."
        yield f"  solflow form {name}"
    elif not found and refused is None:
        yield "  no rule is held against this command"

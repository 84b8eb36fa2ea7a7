"""The commands a case offers: in lines for a person, in one document for a program."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from solicitation_flow import forms
from solicitation_flow.engine import AvailableCommand, View
from solicitation_flow.errors import Suggestion
from solicitation_flow.guards import GuardContext, examine, stands
from solicitation_flow.records.ledger import Deadline
from solicitation_flow.views import json_fields, refusal
from solicitation_flow.views.json_fields import MOST_NAMED
from solicitation_flow.views.viewer import Document, Viewer, after, spaced

OWED = "Owed now"
POSSIBLE = "May be done now"
PREVENTED = "Something stands in the way"
TIMED = "By the clock"
"""The headings that commands are listed under."""


def document(view: View, commands: Sequence[AvailableCommand], viewer: Viewer) -> Document:
    """Return all a program needs to take a case onwards without reading anything else."""
    return {
        **json_fields.about(view, viewer),
        "commands": [_document(view, command, viewer) for command in commands],
    }


def _document(view: View, command: AvailableCommand, viewer: Viewer) -> Document:
    form = view.loaded.lifecycle.workflow.book.forms[command.command]
    ready = ready_for(view, command, viewer)
    clock = _timed(command)
    if clock:
        fires = _fires(view, command.command)
    else:
        fires = []
    return {
        "command": command.command,
        "says": " ".join((form.__doc__ or "").split()),
        "to": destinations(command),
        "by": list(command.roles),
        **json_fields.named("people", command.people),
        "yours": command.yours,
        "ready": bool(ready),
        **json_fields.named("ready_for", ready),
        "by_the_clock": json_fields.deadlines(fires, viewer),
        "confirm": any(move.confirm for move in command.moves),
        "optional": optional(command),
        "fields": [] if clock else forms.describe(form),
        "objections": refusal.objections(command.rulings, viewer),
        "owed": [json_fields.owed(duty, viewer) for duty in command.owed],
    }


def destinations(command: AvailableCommand) -> list[str]:
    """Return the states a command may lead to, each once."""
    return list(dict.fromkeys(move.dest for move in command.moves))


def optional(command: AvailableCommand) -> bool:
    """Return whether nobody has to give a command for the case to go on."""
    return all(move.optional for move in command.moves)


def _timed(command: AvailableCommand) -> bool:
    """Return whether only the clock gives a command."""
    return all(move.timed for move in command.moves)


def _fires(view: View, command: str) -> list[Deadline]:
    """Return the deadlines that give a command when they pass."""
    deadlines: list[Deadline] = []
    for deadline in view.ahead:
        if deadline.command == command:
            deadlines.append(deadline)
    return deadlines


def ready_for(view: View, command: AvailableCommand, viewer: Viewer) -> Sequence[str]:
    """Return who may give a command now: everybody in the role, unless a rule asks who they are.

    The rules were asked about the reader; a rule about the actor may say otherwise of somebody
    else, such as an evaluator on the committee.
    """
    if command.open:
        return command.people
    guards = view.loaded.lifecycle.workflow.book.guards
    if not any("actor" in guards[ruling.guard].takes for ruling in command.rulings):
        return []
    persons = []
    for person in command.people:
        if _open_to(view, command, person, viewer):
            persons.append(person)
    return persons


def _open_to(view: View, command: AvailableCommand, person: str, viewer: Viewer) -> bool:
    case = view.loaded.case
    context = GuardContext(case, view.at, view.loaded.law, viewer.engine.read.actor(person))
    objections = []
    for _, _, ruling in examine(view.loaded.lifecycle, context, command.command):
        if ruling and stands(case, ruling):
            objections.append(ruling)
    return replace(command, rulings=tuple(objections)).open


def lines(view: View, commands: Sequence[AvailableCommand], viewer: Viewer) -> Iterator[str]:
    """Return for a person what may be done with a case, by whom, and what prevents the rest."""
    yield from heading(view, viewer)
    groups: dict[str, list[str]] = {title: [] for title in (OWED, POSSIBLE, PREVENTED, TIMED)}
    for command in commands:
        if _timed(command):
            for deadline in _fires(view, command.command):
                date = viewer.spoken(deadline.due_at)
                groups[TIMED].append(f"  {command.command}  {date}")
            continue
        if command.roles == ("case",):
            continue  # nobody gives it: another case does
        ready = ready_for(view, command, viewer)
        if command.owed:
            possible = OWED
        else:
            possible = POSSIBLE
        groups[possible if ready else PREVENTED] += _lines(view, command, ready, viewer)
    for title, group in groups.items():
        if group:
            yield f"\n{title}:"
            yield from group
    if not commands:
        yield "\nNothing more can be done with this case: it has come to its end."
    for child in json_fields.children(view.loaded.case):
        number, workflow = child["number"], child["workflow"]
        yield f"\nIt opened {number} ({workflow}): {viewer.spell(Suggestion('next', number))}"


def heading(view: View, viewer: Viewer) -> Iterator[str]:
    """Return which case this is and where it stands."""
    header = view.loaded.header
    yield f"{header.number}  {header.title}"
    yield f"  {spaced(header.state)}, move {header.count}, owner {header.owner}"
    training = ""
    if viewer.training:
        training = " (training clock)"
    yield f"  now {viewer.spoken(view.at)}{training}"
    for move in view.unrecorded:
        yield f"  due, not yet recorded: {move.command}, {viewer.spoken(move.effective_at)}"


def _lines(
    view: View, command: AvailableCommand, ready: Sequence[str], viewer: Viewer
) -> Iterator[str]:
    yours = ""
    if _reader_may(command, ready, viewer):
        yours = "  <- you"
    states = []
    for state in destinations(command):
        if state != view.loaded.header.state:
            states.append(state)
    leads = after(" -> ", " or ".join(states))
    yield f"  {command.command}{leads}  ({_by_whom(command, ready)}){yours}"
    if ready:
        yield f"    {viewer.spell(to_give(view, command, ready, viewer))}"
    for duty in command.owed:
        by = after(", by ", viewer.spoken_if(duty.due_at))
        yield f"    {duty.owes.rpartition(':')[2]} owes: {duty.says}{by}"
    if ready:
        return
    for ruling in command.rulings:
        yield f"    - {ruling.says}"
        for remedy in ruling.clears:
            yield f"      {viewer.spell(refusal.remedy(remedy, ruling.case, viewer))}"
        if ruling.earliest:
            yield f"      not before {viewer.spoken(ruling.earliest)}"


def _reader_may(command: AvailableCommand, ready: Sequence[str], viewer: Viewer) -> bool:
    """Return whether the reader is among those named; a whole register is not read for that."""
    if command.open or not ready:
        return command.yours
    return any(key.partition(":")[2] == viewer.reader.name for key in ready)


def _by_whom(command: AvailableCommand, ready: Sequence[str]) -> str:
    """Return who may give a command; where nobody may yet, who holds its roles."""
    people = ready or command.people
    names = []
    for key in people[:MOST_NAMED]:
        names.append(key.partition(":")[2])
    listed = json_fields.some(names, len(people)) or "nobody holds that role yet"
    return f"{' or '.join(command.roles)}: {listed}"


def to_give(
    view: View, command: AvailableCommand, ready: Sequence[str], viewer: Viewer
) -> Suggestion:
    """Return a command with the fields that have to be filled in, and who may give it."""
    form = view.loaded.lifecycle.workflow.book.forms[command.command]
    another = viewer.training and ready and not _reader_may(command, ready, viewer)
    return Suggestion(
        "act",
        view.loaded.header.number,
        subject=command.command,
        fields=refusal.blanks(form),
        by=ready[0].partition(":")[2] if another else "",
    )

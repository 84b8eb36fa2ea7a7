"""What a command did, or would do: states, letters, dates, other cases, and what to do next."""

from collections.abc import Iterator, Sequence

from solicitation_flow.engine import Accepted, AvailableCommand, View
from solicitation_flow.errors import Suggestion
from solicitation_flow.records.ledger import CasePlan
from solicitation_flow.views import available_commands, json_fields
from solicitation_flow.views.viewer import Document, Viewer, after, spaced


def document(accepted: Accepted, viewer: Viewer, *, dry_run: bool = False) -> Document:
    """Return what came of a command, for a program."""
    own, *others = accepted.plan.parts
    content = own.content
    letters: list[Document] = []
    deadlines: list[Document] = []
    for part in accepted.plan.parts:
        for letter in part.letters:
            about = {"notice": letter.notice, "recipient": letter.recipient}
            letters.append({"case": part.header.number, **about})
        deadlines += json_fields.deadlines(part.content.deadlines, viewer)
    return {
        "number": accepted.number,
        "dry_run": dry_run,
        "command": own.entry.command,
        "by": content.by,
        "role": content.role,
        "move": own.entry.number,
        "from": content.source or None,
        "to": content.dest,
        "effective_at": viewer.instant(own.entry.effective_at),
        "letters": letters,
        "deadlines": deadlines,
        "opened": [part.header.number for part in others if part.expects == 0],
        "told": [_moved(part) for part in others if part.expects],
        "warnings": [warning._asdict() for warning in content.warnings],
        "determinations": list(content.determinations),
        "next": [] if dry_run else _next(accepted, viewer),
    }


def _moved(part: CasePlan) -> Document:
    """Return the move of another case that the command caused."""
    content = part.content
    return {
        "number": part.header.number,
        "command": part.entry.command,
        "move": part.entry.number,
        "from": content.source,
        "to": content.dest,
    }


def _next(accepted: Accepted, viewer: Viewer) -> list[Document]:
    listed: list[Document] = []
    for view, commands in _afterwards(accepted, viewer):
        for command in commands:
            ready = available_commands.ready_for(view, command, viewer)
            if ready:
                listed.append(_next_command(view, command, ready))
    return listed


def _next_command(view: View, command: AvailableCommand, ready: Sequence[str]) -> Document:
    return {
        "number": view.loaded.header.number,
        "command": command.command,
        "to": available_commands.destinations(command),
        "by": list(command.roles),
        **json_fields.named("people", ready),
        "yours": command.yours,
        "optional": available_commands.optional(command),
        "owed": [duty.says for duty in command.owed],
    }


def _afterwards(
    accepted: Accepted, viewer: Viewer
) -> Iterator[tuple[View, list[AvailableCommand]]]:
    """Return what the case, and every case it opened, offers now."""
    opened = []
    for part in accepted.plan.parts[1:]:
        if part.expects == 0:
            opened.append(part)
    for number in (accepted.number, *(part.header.number for part in opened)):
        yield viewer.engine.read.next(number, viewer.reader)


def lines(accepted: Accepted, viewer: Viewer, *, dry_run: bool = False) -> Iterator[str]:
    """Return what came of a command, for a person."""
    for place, part in enumerate(accepted.plan.parts):
        yield _headline(part, dry_run=dry_run)
        if not place:
            at = viewer.spoken(part.entry.effective_at)
            yield f"  {part.content.by} as {part.content.role}, {at}"
        yield from _details(part, viewer)


def _headline(part: CasePlan, *, dry_run: bool) -> str:
    content = part.content
    number, command = part.header.number, part.entry.command
    source, dest = spaced(content.source), spaced(content.dest)
    if not source:
        opens = "is opened"
        if dry_run:
            opens = "would be opened"
        return f"{number} {opens} ({part.header.workflow}: {part.header.title}), {dest}"
    if source == dest:
        return f"{number}: {command} {'would be ' if dry_run else ''}done, still {dest}"
    takes = "takes it"
    if dry_run:
        takes = "would take it"
    return f"{number}: {command} {takes} from {source} to {dest}"


def _details(part: CasePlan, viewer: Viewer) -> Iterator[str]:
    for deadline in part.content.deadlines:
        whose = after(" of ", deadline.subject)
        if deadline.status == "unmet":
            verb = "is"
            if deadline.revision > 1:
                verb = "moved to"
            yield f"  date      {deadline.name}{whose} {verb} {viewer.spoken(deadline.due_at)}"
        else:
            yield f"  date      {deadline.name}{whose} is {deadline.status}"
    for letter in part.letters:
        address = " (no address in the register)"
        if letter.address:
            address = f" <{letter.address}>"
        yield f"  letter    {letter.notice} to {letter.recipient}{address}"
    for warning in part.content.warnings:
        yield f"  warning   {warning.says} [{warning.rule}, {warning.id}]"
    for key in part.content.determinations:
        yield f"  by determination {key}"


def what_next(accepted: Accepted, viewer: Viewer) -> Iterator[str]:
    """Return what to do next: what is owed, else what may be done, else what is waited for."""
    yield "Next:"
    for view, commands in _afterwards(accepted, viewer):
        number = view.loaded.header.number
        ready = {
            command.command: available_commands.ready_for(view, command, viewer)
            for command in commands
        }
        possible = [command for command in commands if ready[command.command]]
        pressing = [command for command in possible if command.owed]
        if not pressing:
            pressing = []
            for c in possible:
                if not available_commands.optional(c):
                    pressing.append(c)
        for command in pressing:
            to_give = available_commands.to_give(view, command, ready[command.command], viewer)
            yield f"  {viewer.spell(to_give)}"
            for duty in command.owed[:1]:
                yield f"    {duty.says}"
        if pressing:
            yield f"  {viewer.spell(Suggestion('next', number))}"
        elif view.ahead:
            date = view.ahead[0]
            yield f"  {number} waits for {date.name}, {viewer.spoken(date.due_at)}"
        else:
            yield f"  {viewer.spell(Suggestion('show', number))}"

"""What a command did, or would do: states, letters, dates, other cases, and what to do next."""

from collections.abc import Iterator
from typing import Any

from solicitation_flow.cli import offers, shapes
from solicitation_flow.cli.session import Session
from solicitation_flow.engine import Accepted, AvailableCommand, View
from solicitation_flow.records.ledger import CasePlan


def document(done: Accepted, session: Session, *, dry_run: bool = False) -> dict[str, Any]:
    """Return what came of a command, for a program."""
    first = done.plan.parts[0]
    content = first.content
    return {
        "number": done.number,
        "dry_run": dry_run,
        "command": first.entry.command,
        "by": content.by,
        "role": content.role,
        "move": first.entry.number,
        "from": content.source or None,
        "to": content.dest,
        "effective_at": session.instant(first.entry.effective_at),
        "letters": [
            {"case": part.header.number, "notice": letter.notice, "recipient": letter.recipient}
            for part in done.plan.parts
            for letter in part.letters
        ],
        "deadlines": [
            shapes.deadline(row, session)
            for part in done.plan.parts
            for row in part.content.deadlines
        ],
        "opened": [part.header.number for part in done.plan.parts[1:] if part.expects == 0],
        "told": [_told(part) for part in done.plan.parts[1:] if part.expects],
        "warnings": [warning._asdict() for warning in content.warnings],
        "determinations": list(content.determinations),
        "next": [] if dry_run else _next(done, session),
    }


def _told(part: CasePlan) -> dict[str, Any]:
    content = part.content
    return {
        "number": part.header.number,
        "command": part.entry.command,
        "move": part.entry.number,
        "from": content.source,
        "to": content.dest,
    }


def _next(done: Accepted, session: Session) -> list[dict[str, Any]]:
    return [
        {
            "number": view.loaded.header.number,
            "command": offer.command,
            "to": list(dict.fromkeys(move.dest for move in offer.moves)),
            "by": list(offer.roles),
            "people": may,
            "yours": offer.yours,
            "optional": all(move.optional for move in offer.moves),
            "owed": [duty.says for duty in offer.owed],
        }
        for view, available_commands in _after(done, session)
        for offer in available_commands
        if (may := offers.ready_for(view, offer, session))
    ]


def _after(done: Accepted, session: Session) -> Iterator[tuple[View, list[AvailableCommand]]]:
    """Return what every case of the plan offers now: the case itself, and those it opened."""
    numbers = [done.number, *(p.header.number for p in done.plan.parts[1:] if p.expects == 0)]
    for number in numbers:
        yield session.engine.read.next(number, session.actor)


def lines(done: Accepted, session: Session, *, dry_run: bool = False) -> Iterator[str]:
    """Return what came of a command, for a person."""
    for place, part in enumerate(done.plan.parts):
        yield _headline(part, dry_run=dry_run)
        if not place:
            at = session.spoken(part.entry.effective_at)
            yield f"  {part.content.by} as {part.content.role}, {at}"
        yield from _details(part, session)


def _headline(part: CasePlan, *, dry_run: bool) -> str:
    content = part.content
    number, name = part.header.number, part.entry.command
    source, dest = shapes.spaced(content.source), shapes.spaced(content.dest)
    would = "would " if dry_run else ""
    if not content.source:
        does = "be opened" if dry_run else "is opened"
        return f"{number} {would}{does} ({part.header.workflow}: {part.header.title}), {dest}"
    if source == dest:
        return f"{number}: {name} {'would be ' if dry_run else ''}done, still {dest}"
    takes = "take it" if dry_run else "takes it"
    return f"{number}: {name} {would}{takes} from {source} to {dest}"


def _details(part: CasePlan, session: Session) -> Iterator[str]:
    for row in part.content.deadlines:
        whose = f" of {row.subject}" if row.subject else ""
        if row.status == "unmet":
            moved = "moved to" if row.revision > 1 else "is"
            yield f"  date      {row.name}{whose} {moved} {session.spoken(row.due_at)}"
        else:
            yield f"  date      {row.name}{whose} is {row.status}"
    for letter in part.letters:
        address = f" <{letter.address}>" if letter.address else " (no address in the register)"
        yield f"  letter    {letter.notice} to {letter.recipient}{address}"
    for warning in part.content.warnings:
        yield f"  warning   {warning.says} [{warning.rule}, {warning.id}]"
    for key in part.content.determinations:
        yield f"  by determination {key}"


def what_next(done: Accepted, session: Session) -> Iterator[str]:
    """Return what to do next: what is owed, else what may be done, else what is waited for."""
    yield "Next:"
    for view, available_commands in _after(done, session):
        number = view.loaded.header.number
        may = {each.command: offers.ready_for(view, each, session) for each in available_commands}
        ready = [available for available in available_commands if may[available.command]]
        owed = [each for each in ready if each.owed]
        pressing = owed or [o for o in ready if not all(move.optional for move in o.moves)]
        for offer in pressing:
            yield f"  {offers.line_to_type(view, offer, may[offer.command], session)}"
            for duty in offer.owed[:1]:
                yield f"    {duty.says}"
        if not pressing:
            ahead = shapes.unmet(view.loaded.case.deadlines.values())
            if ahead:
                yield f"  {number} waits for {ahead[0].name}, {session.spoken(ahead[0].due_at)}"
            else:
                yield f"  solflow show {number}"
        else:
            yield f"  solflow next {number}"

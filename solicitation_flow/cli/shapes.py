"""What a case, a date, a duty and a move look like in JSON, the same in every command."""

from collections.abc import Iterable, Sequence
from typing import Any

from solicitation_flow.casefile import CaseFile
from solicitation_flow.cli.session import Session
from solicitation_flow.engine import AvailableCommand, View
from solicitation_flow.engine.entries import deadline_row
from solicitation_flow.records.ledger import Deadline, Duty, EntryContent, Header
from solicitation_flow.records.papers import Child

REGISTERS = ("person", "supplier", "member")
"""Workflows whose cases are entries of a register: lists of cases leave them out."""

MOST_NAMED = 12
"""Names in one line: a register may hold thousands of suppliers, each of whom may propose."""


def spaced(word: str) -> str:
    """Return a name of the law as people write it."""
    return word.replace("_", " ")


def header(shown: Header) -> dict[str, Any]:
    """Return what every document about a case begins with."""
    return {
        "number": shown.number,
        "workflow": shown.workflow,
        "version": shown.version,
        "state": shown.state,
        "phase": shown.phase,
        "title": shown.title,
        "owner": shown.owner,
        "parent": shown.parent or None,
        "move": shown.count,
    }


def deadline(row: Deadline, session: Session) -> dict[str, Any]:
    """Return a date that is due, and what the clock does then."""
    return {
        "case": row.case,
        "name": row.name,
        "subject": row.subject or None,
        **session.instant(row.due_at),
        "boundary": row.boundary,
        "command": row.command,
        "status": row.status,
        "revision": row.revision,
        "printed": row.printed or None,
    }


def duty(row: Duty, session: Session) -> dict[str, Any]:
    """Return who owes what, by when."""
    return {
        "case": row.case,
        "command": row.command,
        "owes": row.owes,
        "says": row.says,
        "due_at": session.instant(row.due_at) if row.due_at else None,
    }


def entry(content: EntryContent, hash_: str | None, session: Session) -> dict[str, Any]:
    """Return a journal entry; one that is due but not yet recorded has no hash."""
    return {
        "number": content.number,
        "command": content.command,
        "by": content.by,
        "acts_for": content.acts_for or None,
        "role": content.role,
        "subject": content.subject or None,
        "from": content.source or None,
        "to": content.dest,
        "effective_at": session.instant(content.effective_at),
        "recorded_at": session.instant(content.recorded_at) if hash_ else None,
        "form": content.form,
        "changed": [{"kind": fact.kind, "key": fact.key} for fact in content.changed],
        "deadlines": [deadline_row(row) for row in content.deadlines],
        "letters": list(content.letters),
        "determinations": list(content.determinations),
        "warnings": [warning._asdict() for warning in content.warnings],
        "program": content.program,
        "hash": hash_,
        "previous": content.previous if hash_ else None,
    }


def children(case: CaseFile) -> list[dict[str, str]]:
    """Return the cases this one opened."""
    return [{"number": child.number, "workflow": child.workflow} for child in case.all(Child)]


def unmet(rows: Iterable[Deadline]) -> list[Deadline]:
    """Return what is still to come, in the order it will."""
    return sorted((row for row in rows if row.status == "unmet"), key=lambda row: row.order)


def about(view: View, session: Session) -> dict[str, Any]:
    """Return the part of a document that `next` and `act` share: a case as it stands."""
    ahead = unmet(view.loaded.case.deadlines.values())
    return {
        **header(view.loaded.header),
        "now": session.instant(view.at),
        "next_due": deadline(ahead[0], session) if ahead else None,
        "unrecorded": [entry(content, None, session) for content in view.unrecorded],
        "children": children(view.loaded.case),
    }


def timed(offer: AvailableCommand) -> bool:
    """Return whether only the clock gives this command."""
    return all(move.timed for move in offer.moves)


def by_whom(offer: AvailableCommand, may: Sequence[str]) -> str:
    """Return in words who may give a command; where nobody may yet, who holds its roles."""
    people = may or offer.people
    named = ", ".join([key.partition(":")[2] for key in people[:MOST_NAMED]])
    more = f" and {len(people) - MOST_NAMED:,} more" if len(people) > MOST_NAMED else ""
    return f"{' or '.join(offer.roles)}: {named or 'nobody holds that role yet'}{more}"

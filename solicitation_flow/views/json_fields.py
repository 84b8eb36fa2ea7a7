"""How a case, a date, a duty and a journal entry look in JSON, the same in every document."""

from collections.abc import Iterable, Sequence

from solicitation_flow.casefile import CaseFile
from solicitation_flow.engine import View
from solicitation_flow.engine.entries import deadline_row
from solicitation_flow.records.ledger import Deadline, Duty, EntryContent, Header, Letter
from solicitation_flow.records.papers import Child
from solicitation_flow.views.viewer import Document, Viewer

MOST_NAMED = 12
"""How many people are named in one place: a register may hold thousands of suppliers."""


def header(shown: Header) -> Document:
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


def deadline(shown: Deadline, viewer: Viewer) -> Document:
    """Return a date that is due, and what the clock does then."""
    return {
        "case": shown.case,
        "name": shown.name,
        "subject": shown.subject or None,
        **viewer.instant(shown.due_at),
        "boundary": shown.boundary,
        "command": shown.command,
        "status": shown.status,
        "revision": shown.revision,
        "printed": shown.printed or None,
    }


def deadlines(shown: Iterable[Deadline], viewer: Viewer) -> list[Document]:
    """Return several dates."""
    return [deadline(date, viewer) for date in shown]


def duty(shown: Duty, viewer: Viewer) -> Document:
    """Return who owes what, by when."""
    return {"case": shown.case, "command": shown.command, **owed(shown, viewer)}


def owed(shown: Duty, viewer: Viewer) -> Document:
    """Return a duty where its case and its command are clear."""
    return {
        "owes": shown.owes,
        "says": shown.says,
        "due_at": viewer.instant_if(shown.due_at),
    }


def entry(content: EntryContent, hash_: str | None, viewer: Viewer) -> Document:
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
        "effective_at": viewer.instant(content.effective_at),
        "recorded_at": viewer.instant(content.recorded_at) if hash_ else None,
        "form": content.form,
        "changed": [{"kind": fact.kind, "key": fact.key} for fact in content.changed],
        "deadlines": [deadline_row(moved) for moved in content.deadlines],
        "letters": list(content.letters),
        "determinations": list(content.determinations),
        "warnings": [warning._asdict() for warning in content.warnings],
        "program": content.program,
        "hash": hash_,
        "previous": content.previous if hash_ else None,
    }


def letter(shown: Letter, viewer: Viewer) -> Document:
    """Return who a letter goes to and what became of it, without its text."""
    return {
        "id": shown.digest[:12],
        "case": shown.case or None,
        "cause": shown.cause,
        "notice": shown.notice,
        "recipient": shown.recipient,
        "address": shown.address or None,
        "subject": shown.subject,
        "written_at": viewer.instant(shown.written_at),
        "status": shown.status,
        "settled_at": viewer.instant_if(shown.settled_at),
        "trouble": shown.trouble or None,
        "digest": shown.digest,
    }


def letters(shown: Iterable[Letter], viewer: Viewer) -> list[Document]:
    """Return several letters, without their texts."""
    return [letter(written, viewer) for written in shown]


def children(case: CaseFile) -> list[dict[str, str]]:
    """Return the cases this one opened."""
    rows: list[dict[str, str]] = []
    for child in case.all(Child):
        rows.append({"number": child.number, "workflow": child.workflow})
    return rows


def about(view: View, viewer: Viewer) -> Document:
    """Return what several documents say of a case as it stands."""
    return {
        **header(view.loaded.header),
        "now": viewer.instant(view.at),
        "next_due": deadline(view.ahead[0], viewer) if view.ahead else None,
        "unrecorded": [entry(content, None, viewer) for content in view.unrecorded],
        "children": children(view.loaded.case),
    }


def named(name: str, people: Sequence[str]) -> Document:
    """Return the first people of a crowd by their keys, and beside them how many there are."""
    return {name: list(people[:MOST_NAMED]), f"{name}_count": len(people)}


def some(names: Sequence[str], count: int) -> str:
    """Return the first names of a crowd, and how many more there are."""
    listed = ", ".join(names[:MOST_NAMED])
    if count <= MOST_NAMED:
        return listed
    return f"{listed} and {count - MOST_NAMED:,} more"

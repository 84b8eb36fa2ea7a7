"""One case whole, or a list of cases."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from solicitation_flow.engine import View
from solicitation_flow.engine.case_list import ListedCase
from solicitation_flow.errors import Suggestion
from solicitation_flow.records.ledger import Deadline, Letter
from solicitation_flow.views import json_fields
from solicitation_flow.views.available_commands import heading
from solicitation_flow.views.viewer import Document, Table, Viewer, after, spaced

LONGEST = 300
"""How many characters of a field are shown to a person."""

_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


@dataclass(frozen=True, slots=True)
class Time:
    """The time a case is asked about: now, an effective time, or a time of knowing."""

    as_of: datetime | None = None
    known_at: datetime | None = None


def listed(cases: Sequence[ListedCase], viewer: Viewer, more_after: str | None = None) -> Document:
    """Return a page of cases, for a program; the next page begins after `more_after`."""
    return {"cases": [row(case, viewer) for case in cases], "more_after": more_after}


def row(case: ListedCase, viewer: Viewer) -> Document:
    """Return a case of a list."""
    due = case.next_due
    return {
        **json_fields.header(case.header),
        "opened_at": viewer.instant(case.header.opened_at),
        "next_due": json_fields.deadline(due, viewer) if due else None,
        "unrecorded": case.unrecorded,
    }


def table(cases: Sequence[ListedCase], viewer: Viewer) -> Table:
    """Return a list of cases as a table."""
    rows: list[tuple[str, ...]] = []
    for case in cases:
        header, due = case.header, case.next_due
        state, ahead = spaced(header.state), ""
        if case.unrecorded:
            state += " (not yet recorded)"
        if due:
            ahead = f"{due.name}, {viewer.brief(due.due_at)}"
        rows.append((header.number, state, header.title, header.owner, ahead))
    return ("number", "state", "title", "owner", "next due"), rows


def document(view: View, time: Time, viewer: Viewer) -> Document:
    """Return one case whole, for a program."""
    header = view.loaded.header
    pins: Document = {}
    for kind, sha256 in header.pins.items():
        pin = viewer.engine.read.pin(sha256)
        pins[kind] = {"name": pin.name, "version": pin.version, "sha256": pin.sha256}
    return {
        **json_fields.about(view, viewer),
        "as_of": viewer.instant_if(time.as_of),
        "known_at": viewer.instant_if(time.known_at),
        "opened_at": viewer.instant(header.opened_at),
        "effective_at": viewer.instant(header.effective_at),
        "recorded_at": viewer.instant(header.recorded_at),
        "head": header.head,
        "pins": pins,
        "records": [
            {"kind": record.kind, "key": record.key, "body": record.plain()}
            for record in view.loaded.case.records.values()
        ],
        "deadlines": json_fields.deadlines(_deadlines(view), viewer),
        "letters": json_fields.letters(_letters(view, time, viewer), viewer),
    }


def _deadlines(view: View) -> list[Deadline]:
    return sorted(view.loaded.case.deadlines.values(), key=lambda deadline: deadline.order)


def _letters(view: View, time: Time, viewer: Viewer) -> list[Letter]:
    """Return the letters written by the time that is asked about."""
    until = time.as_of or time.known_at or view.at
    letters = viewer.engine.read.letters(case=view.loaded.header.number)
    return [letter for letter in letters if letter.written_at <= until]


def lines(view: View, time: Time, viewer: Viewer) -> Iterator[str]:
    """Return one case for a person."""
    header = view.loaded.header
    yield from heading(view, viewer)
    if header.parent:
        yield f"  opened by {header.parent}"
    for kind, sha256 in header.pins.items():
        pin = viewer.engine.read.pin(sha256)
        yield f"  {kind} {pin.name}, {pin.version}"
    deadlines = _deadlines(view)
    if deadlines:
        yield "\nDates:"
    for deadline in deadlines:
        whose = after(" of ", deadline.subject)
        yield f"  {deadline.name}{whose}  {viewer.spoken(deadline.due_at)}  {deadline.status}"
    for record in view.loaded.case.records.values():
        if record.key == "the":
            key = ""
        else:
            key = f" {record.key}"
        yield f"\n{spaced(record.kind).capitalize()}{key}:"
        for name, value in record.plain().items():
            if value not in (None, "", [], {}):
                yield from _field(name, value, viewer)
    letters = _letters(view, time, viewer)
    if letters:
        where = viewer.spell(Suggestion("notices list", header.number))
        yield f"\nLetters: {len(letters)} ({where})"
    yield f"\nJournal head {header.head}"


def _field(name: str, value: object, viewer: Viewer) -> Iterator[str]:
    if isinstance(value, str):
        text = value
    else:
        text = json.dumps(value, ensure_ascii=False)
    if _INSTANT.fullmatch(text):
        text = viewer.spoken(datetime.fromisoformat(text))
    if len(text) > LONGEST:
        text = f"{text[:LONGEST]}... ({len(text)} characters)"
    first, *rest = text.splitlines() or [""]
    yield f"  {name}: {first}"
    for line in rest:
        yield f"    {line}"

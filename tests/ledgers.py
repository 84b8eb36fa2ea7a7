"""Plans, letters and the rest with everything filled in, so that a test names only what it means.

Nothing here asks a clock: every instant is counted from one morning in June.
"""

import json
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from solicitation_flow.records import canonical, digest
from solicitation_flow.records.ledger import (
    CasePlan,
    Deadline,
    Duty,
    EntryContent,
    Fact,
    Header,
    Letter,
    Pin,
    Plan,
    Reminder,
    StoredEntry,
    stamp,
)

MORNING = datetime(2026, 6, 1, 9, 0, 0, 123457, tzinfo=UTC)
"""When everything begins: microseconds included, so that none may get lost."""


def at(hours: float = 0, **more: float) -> datetime:
    """Return an instant so long after the morning."""
    return MORNING + timedelta(hours=hours, **more)


def entry(case: str, number: int, previous: str = "", **changes: Any) -> StoredEntry:
    """Return an entry whose hash is that of its text; without `previous` it follows a plain one."""
    if number > 1 and not previous:
        previous = entry(case, number - 1).hash
    effective = changes.pop("effective_at", at(number))
    recorded = changes.pop("recorded_at", effective)
    command = changes.pop("command", "note")
    content = {
        "case": case,
        "number": number,
        "previous": previous,
        "at": stamp(effective),
    } | changes
    text = canonical(content)
    return StoredEntry(case, number, command, effective, recorded, text, digest(text))


def entry_content(last: StoredEntry) -> EntryContent:
    """Return what an entry says, as far as a store looks at it."""
    empty = EntryContent._make([None] * len(EntryContent._fields))
    previous = json.loads(last.text)["previous"]
    return empty._replace(
        case=last.case, number=last.number, command=last.command, previous=previous
    )


def header(last: StoredEntry, **changes: Any) -> Header:
    """Return the header of a case whose last entry is given."""
    plain: dict[str, Any] = {
        "number": last.case,
        "workflow": "rfp",
        "version": 1,
        "state": "drafting",
        "phase": "preparation",
        "title": "Playground equipment",
        "owner": "officer",
        "parent": "",
        "pins": {"workflow": "w" * 64, "profile": "p" * 64},
        "count": last.number,
        "head": last.hash,
        "opened_at": at(1),
        "effective_at": last.effective_at,
        "recorded_at": last.recorded_at,
    }
    return Header(**plain | changes)


def part(
    case: str, expects: int, previous: str = "", /, parent_move: int | None = None, **kept: Any
) -> CasePlan:
    """Return one move of one case; what is not a list of a plan changes its header.

    `pins` are the definitions to store; `held` is what the header says the case runs from.
    """
    lists = ("facts", "deadlines", "reminders", "duties", "letters", "pins")
    rows: dict[str, Any] = {name: tuple(kept.pop(name, ())) for name in lists}
    if "held" in kept:
        kept["pins"] = kept.pop("held")
    last = entry(case, expects + 1, previous)
    content = entry_content(last)
    return CasePlan(expects, header(last, **kept), last, content, **rows, parent_move=parent_move)


def plan(*parts: CasePlan, **settings: str) -> Plan:
    """Return a plan of some parts."""
    return Plan(parts, settings)


def opening(case: str, **kept: Any) -> Plan:
    """Return the plan that opens a case."""
    return plan(part(case, 0, **kept))


def fact(kind: str, key: str, **body: Any) -> Fact:
    """Return a stored record."""
    return Fact(kind, key, canonical(body))


def deadline(case: str, name: str, hours: float, subject: str = "", **changes: Any) -> Deadline:
    """Return an unmet deadline some hours after the morning."""
    plain: dict[str, Any] = {
        "due_at": at(hours),
        "boundary": "before",
        "fires_at": at(hours),
        "runs_from": "event",
        "command": f"close_{name}",
        "printed": "June 2026, local time",
    }
    return Deadline(case, name, subject, **plain | changes)


def reminder(case: str, name: str, hours: float, **changes: Any) -> Reminder:
    """Return a pending reminder some hours after the morning."""
    plain: dict[str, Any] = {
        "subject": "",
        "revision": 1,
        "audience": "followers",
        "offset": "P2D",
        "notice": "issuance/reminder",
    }
    return Reminder(case, name, fires_at=at(hours), **plain | changes)


def duty(case: str, command: str, owes: str = "role:officer", hours: float | None = None) -> Duty:
    """Return a duty, undated unless hours are given."""
    return Duty(case, command, owes, f"{command} {case}", None if hours is None else at(hours))


def letter(case: str, cause: str, recipient: str = "acme", **changes: Any) -> Letter:
    """Return a queued letter to one recipient."""
    notice = changes.pop("notice", "issuance/posted")
    words = f"From: office@example.gov\nTo: {recipient}@example.com\n\n{case} {cause} {notice}\n"
    plain: dict[str, Any] = {
        "address": f"{recipient}@example.com",
        "subject": f"About {case}",
        "message": words,
        "digest": digest(words),
        "message_id": f"<{digest(case + cause + notice + recipient)[:32]}@example.gov>",
        "written_at": at(1),
    }
    return Letter(case, cause, notice, recipient, **plain | changes)


def pin(
    name: str,
    version: str = "1",
    kind: Literal["workflow", "profile", "program"] = "workflow",
) -> Pin:
    """Return a definition to run from."""
    body = canonical({"kind": kind, "name": name, "version": version})
    return Pin(kind, name, version, digest(body), body)


def sent(reminder: Reminder) -> Reminder:
    """Return a reminder as it is once its letters are written."""
    return reminder._replace(status="sent", settled_at=at(4))

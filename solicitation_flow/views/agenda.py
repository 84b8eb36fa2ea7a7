"""What is due, what waits for a person, and what became of what was due."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from solicitation_flow.casefile import Actor
from solicitation_flow.engine import Sweep
from solicitation_flow.errors import Suggestion
from solicitation_flow.post import Sent
from solicitation_flow.records.ledger import Deadline, Duty, Reminder
from solicitation_flow.views import json_fields
from solicitation_flow.views.viewer import Document, Table, Viewer, after, spaced


def due(viewer: Viewer, until: datetime | None = None) -> Document:
    """Return everything owed until an instant: deadlines, reminders and duties."""
    read = viewer.engine.read
    rows = []
    for deadline in read.due(until):
        rows.append(_deadline_row(deadline, viewer))
    for reminder in read.reminders(until):
        rows.append(_reminder_row(reminder, viewer))
    for duty in read.duties():
        if until is None or (duty.due_at is not None and duty.due_at <= until):
            rows.append(_duty_row(duty, viewer))
    return {
        "now": viewer.instant(viewer.now),
        "until": viewer.instant_if(until),
        "due": sorted(rows, key=_order),
    }


def _order(row: Document) -> tuple[bool, float, str]:
    """Return what rows are sorted by: those without a date come last."""
    due_at = row["due_at"]
    if due_at is None:
        return True, 0, row["case"]
    return False, datetime.fromisoformat(due_at["at"]).timestamp(), row["case"]


def _deadline_row(deadline: Deadline, viewer: Viewer) -> Document:
    return {
        "kind": "deadline",
        "case": deadline.case,
        "name": deadline.name,
        "says": f"the clock: {deadline.command}",
        "due_at": viewer.instant(deadline.due_at),
        "owes": None,
        "subject": deadline.subject or None,
        "printed": viewer.brief(deadline.due_at),
        "overdue": deadline.fires_at <= viewer.now,
    }


def _reminder_row(reminder: Reminder, viewer: Viewer) -> Document:
    return {
        "kind": "reminder",
        "case": reminder.case,
        "name": reminder.name,
        "says": reminder.notice,
        "due_at": viewer.instant(reminder.fires_at),
        "owes": None,
        "subject": reminder.subject or None,
        "printed": viewer.brief(reminder.fires_at),
        "overdue": reminder.fires_at <= viewer.now,
    }


def _duty_row(duty: Duty, viewer: Viewer) -> Document:
    return {
        "kind": "duty",
        "case": duty.case,
        "name": duty.command,
        "says": duty.says,
        "due_at": viewer.instant_if(duty.due_at),
        "owes": duty.owes,
        "subject": None,
        "printed": viewer.brief_if(duty.due_at),
        "overdue": duty.due_at is not None and duty.due_at < viewer.now,
    }


def due_table(owed: Document) -> Table:
    """Return what is owed as a table."""
    rows: list[tuple[str, ...]] = []
    for row in owed["due"]:
        when = row["printed"] or "no date"
        if row["overdue"]:
            when += " (due, not yet recorded)" if row["kind"] == "deadline" else " (overdue)"
        whose = after(" of ", row["subject"])
        reminder = ""
        if row["kind"] == "reminder":
            reminder = "reminder of "
        follows = row["says"]
        if row["owes"]:
            follows = f"{row['owes'].rpartition(':')[2]}: {follows}"
        rows.append((when, row["case"], f"{reminder}{row['name']}{whose}", follows))
    return ("when", "case", "what", "who or what follows"), rows


def inbox(duties: Sequence[Duty], actor: Actor, viewer: Viewer, by: str = "") -> Document:
    """Return what waits for a person, for a program; `by` is the name they chose to act as."""
    return {
        "person": actor.name,
        "roles": sorted(actor.roles),
        "duties": [
            json_fields.duty(duty, viewer) | {"next": viewer.spell(_to_do(duty, by))}
            for duty in duties
        ],
    }


def inbox_table(duties: Sequence[Duty], viewer: Viewer, by: str = "") -> Table:
    """Return the same as a table: by when, what, and the command that does it."""
    rows: list[tuple[str, ...]] = []
    for duty in duties:
        when = viewer.brief_if(duty.due_at) or "no date"
        if duty.due_at and duty.due_at < viewer.now:
            when += " (overdue)"
        rows.append((when, duty.says, viewer.spell(_to_do(duty, by))))
    return ("by", "what", "how"), rows


def _to_do(duty: Duty, by: str) -> Suggestion:
    """Return the command that does what is owed; its fields are asked for when it is given."""
    return Suggestion("act", duty.case, subject=duty.command, by=by)


def settled(sweep: Sweep, sent: Sent, troubles: Sequence[str], viewer: Viewer) -> Document:
    """Return what was done because it was due, for a program."""
    return {
        "now": viewer.instant(viewer.now),
        "settled": [
            {
                "case": move.deadline.case,
                "deadline": move.deadline.name,
                "subject": move.deadline.subject or None,
                "command": move.deadline.command,
                "from": move.source,
                "to": move.dest,
                "move": move.number,
                "effective_at": viewer.instant(move.deadline.fires_at),
            }
            for move in sweep.settled
        ],
        "reminded": [
            {
                "case": reminder.case,
                "deadline": reminder.name,
                "offset": reminder.offset,
                "status": reminder.status,
            }
            for reminder in sweep.reminded
        ],
        "letters": {"sent": sent.sent, "uncertain": sent.uncertain, "failed": sent.failed},
        "troubles": list(troubles),
    }


def settled_lines(sweep: Sweep, sent: Sent, viewer: Viewer) -> Iterator[str]:
    """Return the same for a person."""
    for move in sweep.settled:
        deadline = move.deadline
        line = f"{deadline.case}: {deadline.command} as of {viewer.spoken(deadline.due_at)}"
        if move.dest != move.source:
            line += f", now {spaced(move.dest)}"
        yield line
    for reminder in sweep.reminded:
        what = f"reminder of {reminder.name}, {reminder.offset} before"
        became = "not sent: it no longer applies"
        if reminder.status == "sent":
            became = "written"
        yield f"{reminder.case}: {what}, {became}"
    if not sweep.settled and not sweep.reminded:
        yield "Nothing was due."
    if sent.sent or sent.uncertain or sent.failed:
        line = f"Letters: {sent.sent} sent"
        if sent.uncertain:
            line += f", {sent.uncertain} uncertain"
        if sent.failed:
            line += f", {sent.failed} kept for the next round"
        yield f"{line}."

"""What is due, and what became of it, laid out for a person or a program."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from solicitation_flow import duties
from solicitation_flow.cli import shapes
from solicitation_flow.cli.session import Session
from solicitation_flow.engine import Sweep
from solicitation_flow.errors import Usage
from solicitation_flow.post import Sent
from solicitation_flow.records.ledger import Deadline, Duty

Row = dict[str, Any]
Table = tuple[tuple[str, ...], list[tuple[str, ...]]]


def rows(session: Session, until: datetime | None) -> list[Row]:
    """Return what is owed until an instant; cases with something due are settled in memory."""
    engine, now = session.engine, session.now
    store = engine.environment.store
    late = {row.case for row in store.due(now)}
    found = [
        _row("deadline", row.case, row.name, f"the clock: {row.command}", row.due_at, session)
        | {"subject": row.subject or None, "overdue": row.fires_at <= now}
        for row in store.deadlines(until)
    ]
    found += [
        _row("reminder", row.case, row.name, row.notice, row.fires_at, session)
        | {"subject": row.subject or None, "overdue": row.fires_at <= now}
        for row in store.reminders(until)
    ]
    owed = [duty for duty in store.duties() if duty.case not in late]
    for number in sorted(late):
        loaded = engine.view(number).loaded
        owed += duties.duties(loaded.lifecycle.workflow, loaded.case, loaded.law)
    found += [
        _row("duty", each.case, each.command, each.says, each.due_at, session)
        | {"owes": each.owes, "overdue": each.due_at is not None and each.due_at < now}
        for each in owed
        if until is None or (each.due_at is not None and each.due_at <= until)
    ]
    return sorted(found, key=_order)


def _order(row: Row) -> tuple[bool, float, str]:
    """What has no date comes last."""
    at = row["due_at"]
    return (at is None, datetime.fromisoformat(at["at"]).timestamp() if at else 0, row["case"])


def _row(kind: str, case: str, name: str, says: str, at: datetime | None, session: Session) -> Row:
    instant = session.instant(at) if at else None
    spoken = session.brief(at) if at else ""
    whole = {"kind": kind, "case": case, "name": name, "says": says, "due_at": instant}
    return whole | {"owes": None, "subject": None, "printed": spoken}


def table(found: list[Row]) -> Table:
    """Return what is owed as a table."""
    heads = ("when", "case", "what", "who or what follows")
    listed: list[tuple[str, ...]] = []
    for row in found:
        when = row["printed"] or "no date"
        if row["overdue"]:
            when += " (due, not yet recorded)" if row["kind"] == "deadline" else " (overdue)"
        whose = f" of {row['subject']}" if row["subject"] else ""
        reminder = "reminder of " if row["kind"] == "reminder" else ""
        who = f"{row['owes'].rpartition(':')[2]}: {row['says']}" if row["owes"] else row["says"]
        listed.append((when, row["case"], f"{reminder}{row['name']}{whose}", who))
    return heads, listed


def owed_table(owed: list[Duty], session: Session) -> Table:
    """Return a person's inbox as a table: by when, what, and the command that does it.

    On a terminal `act` asks for the fields; elsewhere it names those that are missing.
    """
    rows: list[tuple[str, ...]] = []
    for duty in owed:
        late = " (overdue)" if duty.due_at and duty.due_at < session.now else ""
        by = f"{session.brief(duty.due_at)}{late}" if duty.due_at else "no date"
        rows.append((by, duty.says, to_type(duty, session)))
    return ("by", "what", "how"), rows


def to_type(owed: Duty, session: Session) -> str:
    """Return the command that does what is owed, as the person who asks would give it."""
    named = f" --as {session.common.as_}" if session.common.as_ else ""
    return f"solflow act {owed.case} {owed.command}{named}"


def confirm_clock(session: Session) -> None:
    """Believe a clock that jumped ahead, and write down who said that it may be believed."""
    keeper = session.engine.environment.keeper
    if keeper is None:
        raise Usage("--confirm-clock is for an office: a training clock cannot jump by itself")
    who = session.actor
    doubt = keeper.doubt()
    if doubt:
        told = f"{doubt.reads.isoformat()} instead of {doubt.expected.isoformat()}"
        session.engine.filler.log(who, "confirmed", "", f"the clock: {told}")
    keeper.confirm()


def travelled(session: Session) -> Sweep:
    """Let time pass to `--at` in training, settling on the way; does nothing without it."""
    if session.common.at is None:
        return Sweep()
    return session.travel(session.zone)


def document(sweep: Sweep, sent: Sent, session: Session) -> Row:
    """Return what one tick did, for a program."""
    return {
        "now": session.instant(session.now),
        "settled": [
            {
                "case": settled.deadline.case,
                "deadline": settled.deadline.name,
                "subject": settled.deadline.subject or None,
                "command": settled.deadline.command,
                "from": settled.source,
                "to": settled.dest,
                "move": settled.number,
                "effective_at": session.instant(settled.deadline.fires_at),
            }
            for settled in sweep.settled
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
    }


def lines(sweep: Sweep, sent: Sent, session: Session) -> Iterator[str]:
    """Return the same for a person."""
    for settled in sweep.settled:
        row: Deadline = settled.deadline
        to = f", now {shapes.spaced(settled.dest)}" if settled.dest != settled.source else ""
        yield f"{row.case}: {row.command} as of {session.spoken(row.due_at)}{to}"
    for reminder in sweep.reminded:
        what = f"reminder of {reminder.name}, {reminder.offset} before"
        done = "written" if reminder.status == "sent" else "dropped: no longer true"
        yield f"{reminder.case}: {what}, {done}"
    if not sweep.settled and not sweep.reminded:
        yield "Nothing was due."
    if sent.sent or sent.uncertain or sent.failed:
        tail = f", {sent.uncertain} uncertain" if sent.uncertain else ""
        tail += f", {sent.failed} kept for the next round" if sent.failed else ""
        yield f"Letters: {sent.sent} sent{tail}."

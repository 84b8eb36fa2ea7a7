"""More time after the due instant: by an approver for all, or as a clause on closed days has it."""

from datetime import datetime, timedelta

from solicitation_flow import workdays
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, Local, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.responses.lateness import let_in, newest_late
from solicitation_flow.phases.responses.outages import ExtendForOutage, held, rehear
from solicitation_flow.phrases import says_something, typed
from solicitation_flow.records.amendments import Amendment
from solicitation_flow.records.offers import offer_of
from solicitation_flow.records.registers import Text
from solicitation_flow.records.responses import Proposal
from solicitation_flow.rulebook import Clears, Objection, action, guard

LONGEST_SEARCH = 60
"""Days within which an office that was closed opens again."""

EXTENDED = "It came before the date to which the time was extended for all, and nothing was opened."


class ExtendLate(Form):
    """Extends the time for all after proposals were due, while nothing has been opened."""

    proposals_due: Local = ask("the new due date, in local time", "2026-11-23 14:00")
    reason: Text = ask(
        "why, as everybody will read it", "The answers to questions came out a day before."
    )


@action
def extend_late(
    case: CaseFile, form: ExtendLate, now: datetime, law: Law, actor: Actor
) -> CaseFile:
    due = law.instant(form.proposals_due)
    boundary = case.deadlines["proposals_due", ""].boundary
    extended = Amendment(
        number=len(case.all(Amendment)) + 1,
        summary=form.reason,
        proposals_due=due,
        questions_due=None,
        boundary=None,
        issued_by=actor.name,
        issued_at=now,
        material=False,
        changes_nature=False,
        printed="",
    )
    case = case.file(extended)
    for offer in sorted({offer_of(p) for p in case.all(Proposal) if p.status == "late"}):
        late = newest_late(case, offer)
        if late is not None:
            case = let_in(case, late, EXTENDED)
    return case.start("proposals_due", due, boundary=boundary, printed=law.spoken(due))


@guard(rule="late_extension", id="G51")
def late_extension_is_reasoned(form: ExtendLate) -> Objection | None:
    """Time that has ended is extended only for all, and for a reason that everybody is told."""
    if says_something(form.reason):
        return None
    return Objection(
        says=f"{form.reason!r} does not say why the time is extended after it ended",
        facts={"reason": form.reason},
        clears=(Clears(fields={"reason": "..."}),),
    )


@guard(rule="extension_is_later", id="G51")
def late_due_is_later(
    case: CaseFile, form: ExtendLate, now: datetime, law: Law
) -> Objection | None:
    """An extension makes the due time later, never earlier."""
    try:
        due = law.instant(form.proposals_due)
    except ValueError:
        return None  # `dates_in_order` says that no clock shows such a time
    standing = case.deadlines["proposals_due", ""].due_at
    if due > standing and due > now:
        return None
    old = workdays.local(standing, law.zone)
    first = workdays.local(now, law.zone).date() + timedelta(1)
    later = datetime.combine(law.calendar.next_working(first), old.time())
    return Objection(
        says=f"proposals were due {law.spoken(standing)}, and {typed(form.proposals_due)} is no "
        "later than that, or than now",
        facts={"due": standing, "asked": form.proposals_due},
        clears=(Clears(fields={"proposals_due": typed(later)}),),
    )


def due_by_clause(case: CaseFile, law: Law) -> datetime | None:
    """Return when proposals were due by the clause: the same hour of the next day that was open.

    A day counts if nothing of the failure was left at that hour. None while it has not ended.
    """
    outage = held(case)
    if outage.ended_at is None:
        return None
    old = workdays.local(outage.due_was, law.zone).replace(tzinfo=None)
    over = workdays.local(outage.ended_at, law.zone).replace(tzinfo=None)
    day = old.date()
    for _ in range(LONGEST_SEARCH):
        wall = datetime.combine(day, old.time())
        if law.calendar.is_working(day) and wall > old and wall >= over:
            return wall
        day += timedelta(1)
    return None


@guard(rule="due_by_clause", id="G52")
def due_is_by_clause(
    case: CaseFile, form: ExtendForOutage, now: datetime, law: Law
) -> Objection | None:
    """A due time that a clause set, and that has passed, is the same hour of the next open day."""
    wall = due_by_clause(case, law)
    if wall is not None and form.proposals_due == wall and law.instant(wall) <= now:
        return None
    if wall is None:
        says = "no record says when the office was open again, nor what a clause would make of it"
        return Objection(says, {"asked": form.proposals_due})
    return Objection(
        says=f"a clause on closed days would make it {typed(wall)}, the same hour of the next day "
        "on which the office was open, and only once that has passed",
        facts={"asked": form.proposals_due, "by_clause": wall},
        clears=(Clears(fields={"proposals_due": typed(wall)}),),
    )


@guard(rule="due_by_clause", id="G52")
def some_came_by_clause(case: CaseFile, form: ExtendForOutage, law: Law) -> Objection | None:
    """A closing that a clause moved is over only for proposals that came before it."""
    try:
        timely = rehear(case, law.instant(form.proposals_due))
    except ValueError:
        return None  # `dates_in_order` says that no clock shows such a time
    if any(proposal.stands for proposal in timely.all(Proposal)):
        return None
    return Objection("no proposal came before that time", {"asked": form.proposals_due})

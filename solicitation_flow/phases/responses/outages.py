"""A failure near the closing holds it, visibly, until an officer extends it for all or not."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Annotated

from solicitation_flow import workdays
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, Local, Past, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.responses.closing import closed, pending
from solicitation_flow.phases.responses.lateness import let_in, newest_late
from solicitation_flow.phrases import local_date, says_something, typed
from solicitation_flow.records.offers import offer_of
from solicitation_flow.records.registers import Text
from solicitation_flow.records.responses import OURS, Cause, Outage, Proposal
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

WHAT = "The portal answered every upload with an error page."
EVIDENCE = "The provider's incident report, with the server's log."
EXTENDED = "It came while the closing was held, before the date to which it was extended for all."


class ReportOutage(Form):
    """Reports that receiving fails near the closing, and holds it; nothing is opened meanwhile."""

    what: Text = ask("what failed, and how it was noticed", WHAT)
    began_at: Annotated[Local, Past()] = ask("since when, in local time", "2026-11-18 13:20")
    ended_at: Annotated[Local | None, Past()] = ask(
        "until when, in local time, if it is over", "2026-11-18 13:50", default=None
    )


class ExtendForOutage(Form):
    """Moves the date on which proposals are due, for everybody, because receiving had failed."""

    proposals_due: Local = ask("the new due date, in local time", "2026-11-19 14:00")
    cause: Cause = ask(
        "what failed: our_system, our_provider, our_premises, senders_side, or unknown",
        "our_provider",
    )
    evidence: Text | None = ask("what shows it", EVIDENCE, default=None)
    reason: Text | None = ask(
        "what everybody is told", "Nobody could upload between 13:20 and 13:50.", default=None
    )


class DismissOutage(Form):
    """Finds that the failure extends nothing; the closing takes its course."""

    reason: Text = ask(
        "why the date stands", "The portal worked; one sender's own connection had failed."
    )
    cause: Cause = ask("what failed, if that is known", "senders_side", default="unknown")


@action
def report_outage(
    case: CaseFile, form: ReportOutage, now: datetime, law: Law, actor: Actor
) -> CaseFile:
    reported = Outage(
        number=len(case.all(Outage)) + 1,
        what=form.what,
        began_at=law.instant(form.began_at),
        ended_at=law.instant(form.ended_at) if form.ended_at else None,
        due_was=case.deadlines["proposals_due", ""].due_at,
        reported_by=actor.name,
        reported_at=now,
    )
    return case.file(reported)


@action
def extend_for_outage(
    case: CaseFile, form: ExtendForOutage, now: datetime, law: Law, actor: Actor
) -> CaseFile:
    due = law.instant(form.proposals_due)
    boundary = case.deadlines["proposals_due", ""].boundary
    extended = held(case).moved(
        "extended",
        cause=form.cause,
        evidence=form.evidence or "",
        reason=form.reason or "",
        due=due,
        decided_by=actor.name,
        decided_at=now,
    )
    case = case.file(extended)
    case = rehear(case, due)
    printed = law.spoken(due)
    case = case.start("proposals_due", due, boundary=boundary, printed=printed)
    if due > now:
        return case
    return closed(case.meet("proposals_due"), now, law, actor)  # by a clause, that is over too


def rehear(case: CaseFile, due: datetime) -> CaseFile:
    """Return the case with what came after the old due time, and before the new one, let in."""
    boundary = case.deadlines["proposals_due", ""].boundary
    over = workdays.fires_at(due, boundary)
    for offer in sorted({offer_of(p) for p in case.all(Proposal) if p.status == "late"}):
        late = newest_late(case, offer, before=over)
        if late is not None:  # the same for all
            case = let_in(case, late, EXTENDED)
    return case


@action
def dismiss_outage(
    case: CaseFile, form: DismissOutage, now: datetime, law: Law, actor: Actor
) -> CaseFile:
    dismissed = held(case).moved(
        "dismissed",
        cause=form.cause,
        reason=form.reason,
        decided_by=actor.name,
        decided_at=now,
    )
    case = case.file(dismissed)
    over = now >= case.deadlines["proposals_due", ""].fires_at
    if over:
        return closed(case, now, law, actor)
    return case


def held(case: CaseFile) -> Outage:
    """Return the failure that holds the closing."""
    outage = pending(case)
    assert outage is not None, "a closing is held by the failure that was reported"
    return outage


@guard(rule="outage_described", id="G51")
def outage_described(form: ReportOutage, now: datetime, law: Law) -> Objection | None:
    """The due time is suspended only for a described failure with a known beginning."""
    wrong: list[str] = []
    fields: dict[str, str | None] = {}
    if not says_something(form.what):
        wrong.append(f"{form.what!r} does not say what failed")
        fields["what"] = WHAT
    here = typed(workdays.local(now, law.zone))
    for name, wall in (("began_at", form.began_at), ("ended_at", form.ended_at)):
        flaw = _misdated(wall, now, law)
        if flaw:
            wrong.append(f"{name} {flaw}")
            fields[name] = here
    if form.ended_at and form.ended_at < form.began_at:
        wrong.append("it would have ended before it began")
        fields |= {"began_at": here, "ended_at": None}
    if not wrong:
        return None
    return Objection(
        says="; ".join(wrong),
        facts={"what": form.what, "began_at": form.began_at, "ended_at": form.ended_at},
        clears=(Clears("report_outage", fields=fields),),
    )


def _misdated(wall: datetime | None, now: datetime, law: Law) -> str:
    """Return why no clock can have shown a time yet, or nothing."""
    try:
        ahead = wall is not None and law.instant(wall) > now
    except ValueError as error:
        return f"cannot be: {error}"
    if wall is None or not ahead:
        return ""
    return f"{typed(wall)} is still to come: it is {law.spoken(now)}"


@guard(rule="outage", id="G51")
def outage_is_ours(case: CaseFile, form: ExtendForOutage) -> Objection | None:
    """The due time moves only because the agency's own means of receipt failed, with evidence."""
    if form.cause in OURS and form.evidence:
        return None
    facts = {"outage": held(case).number, "cause": form.cause, "evidence": form.evidence}
    if form.cause in OURS:
        return Objection(
            says="that the agency's means failed needs to be shown: a log, a report, a test",
            facts=facts,
            clears=(Clears("extend_for_outage", fields={"evidence": EVIDENCE}),),
        )
    says = "the sender's own means failed, and not the agency's: the date stands; nothing moves it"
    if form.cause == "unknown":
        says = "nobody knows yet whose means failed: find out, dismiss the report, or determine it"
    return Objection(says, facts, unknown=form.cause == "unknown")


@guard(rule="extension_is_later", id="G51")
def due_moves_later(
    case: CaseFile, form: ExtendForOutage, now: datetime, law: Law
) -> Objection | None:
    """An extension makes the due time later, never earlier."""
    row = case.deadlines["proposals_due", ""]
    try:
        due = law.instant(form.proposals_due)
    except ValueError:
        return None  # `dates_in_order` says that no clock shows such a time
    if due > row.due_at:
        return None
    old = workdays.local(row.due_at, law.zone)
    first = max(old.date(), local_date(now, law)) + timedelta(1)
    later = datetime.combine(law.calendar.next_working(first), old.time())
    return Objection(
        says=f"proposals are due {law.spoken(row.due_at)} already, and this would be no later",
        facts={"due": row.due_at, "asked": form.proposals_due},
        clears=(Clears("extend_for_outage", fields={"proposals_due": typed(later)}),),
    )


@duty("extend_for_outage")
def owes_extension(case: CaseFile) -> Iterable[Owed]:
    outage = pending(case)
    if outage:
        yield Owed("role:officer", f"if our means failed, extend for all: {outage.what}")


@duty("dismiss_outage")
def owes_dismissal(case: CaseFile) -> Iterable[Owed]:
    outage = pending(case)
    if outage:
        yield Owed("role:officer", f"if they did not, say so and let the date stand: {outage.what}")

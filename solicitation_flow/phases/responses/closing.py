"""Receipt closes by the clock: what came in time awaits its opening, or there is no award."""

from datetime import UTC, datetime, time, timedelta

from solicitation_flow import workdays
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.responses.receipt import SUPPLIER, standing
from solicitation_flow.phrases import local_date
from solicitation_flow.records.award import Ending
from solicitation_flow.records.preparation import Terms
from solicitation_flow.records.responses import Outage
from solicitation_flow.rulebook import Clears, Objection, action, guard


def pending(case: CaseFile) -> Outage | None:
    """Return the failure that holds the closing, if one does."""
    return next((outage for outage in case.all(Outage) if outage.status == "pending"), None)


@action
def close_receipt(case: CaseFile, now: datetime, law: Law, actor: Actor) -> CaseFile:
    # while a failure is looked into, the due instant passes and nothing follows from it yet
    if pending(case):
        return case
    return closed(case, now, law, actor)


def closed(case: CaseFile, now: datetime, law: Law, actor: Actor) -> CaseFile:
    """Return the case after its closing: offers begin to run out, or it ends without any."""
    if not standing(case):
        ended = Ending(
            how="no response",
            reason="No proposal was received by the due date.",
            ended_by=actor.name,
            ended_at=now,
        )
        return case.file(ended)
    terms, due = case.get(Terms), case.due("proposals_due")
    if terms is None or terms.validity_days is None or due is None:
        return case
    last = local_date(due, law) + timedelta(terms.validity_days)
    zone = workdays.zone_named(law.zone)
    over = datetime.combine(last + timedelta(1), time(), zone).astimezone(UTC)
    return case.start("offers_expire", over, printed=f"the end of {last}")


@guard(rule="offers_received", id="G53")
def received_a_proposal(case: CaseFile) -> Objection | None:
    """Proposals are opened only if at least one was received in time and not withdrawn."""
    if standing(case):
        return None
    return Objection(
        says="no proposal was received",
        facts={"received": 0},
        clears=(Clears("receive", role=SUPPLIER),),
    )


@guard(rule="sealed_until_due", id="G41")
def due_has_passed(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """Receipt of proposals ends only after the due time has passed."""
    due = case.deadlines["proposals_due", ""]
    if now >= due.fires_at:
        return None
    return Objection(
        says=f"proposals may still be sent: they are due {law.spoken(due.due_at)}",
        facts={"due": due.due_at, "boundary": due.boundary},
        earliest=due.fires_at,
    )

"""Suspension, reinstatement and the end of an agreement, each with its reason."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, ask
from solicitation_flow.phases.agreements.curing import newest
from solicitation_flow.phrases import says_something
from solicitation_flow.records.agreements import AgreementEnding, Ground, Suspension
from solicitation_flow.records.registers import Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

RUN_OUT = "The term is over."


class Decline(Form):
    """Closes the file of a draft agreement that will not be signed."""

    reason: Text = ask("why it is not signed", "The contractor will not accept clause 9.")


class Suspend(Form):
    """Suspends new orders; orders already placed may be completed."""

    reason: Text = ask("reason", "The contractor's insurance has run out.")


class Reinstate(Form):
    """Reinstates a suspended agreement, so that members may order again."""

    reason: Text = ask("reason", "A certificate of insurance was filed on 2 May.")


class Terminate(Form):
    """Terminates the agreement before its last day."""

    ground: Ground = ask("ground: cause, convenience, or no_funds", "cause")
    reason: Text = ask("reason", "The breach of May was not cured in the time allowed.")
    open_orders: Text | None = ask(
        "what applies to orders already placed",
        "Orders placed before today are finished under the agreement's terms.",
        default=None,
    )


class Reasoned(Protocol):
    """Any form that gives a reason."""

    @property
    def reason(self) -> str:
        """The reason, as typed."""


@action
def decline(case: CaseFile, form: Decline, now: datetime, actor: Actor) -> CaseFile:
    ended = AgreementEnding(
        how="declined",
        ground=None,
        reason=form.reason,
        open_orders="",
        ended_by=actor.name,
        ended_at=now,
    )
    return case.file(ended)


@action
def terminate(case: CaseFile, form: Terminate, now: datetime, actor: Actor) -> CaseFile:
    ended = AgreementEnding(
        how="terminated",
        ground=form.ground,
        reason=form.reason,
        open_orders=form.open_orders or "",
        ended_by=actor.name,
        ended_at=now,
    )
    return case.file(ended)


@action
def expire(case: CaseFile, now: datetime, actor: Actor) -> CaseFile:
    ended = AgreementEnding(
        how="expired",
        ground=None,
        reason=RUN_OUT,
        open_orders="",
        ended_by=actor.name,
        ended_at=now,
    )
    return case.file(ended)


@action
def suspend(case: CaseFile, form: Suspend, now: datetime, actor: Actor) -> CaseFile:
    number = len(case.all(Suspension)) + 1
    return case.file(
        Suspension(number=number, reason=form.reason, suspended_by=actor.name, suspended_at=now)
    )


@action
def reinstate(case: CaseFile, form: Reinstate, now: datetime, actor: Actor) -> CaseFile:
    suspension = case.all(Suspension)[-1]
    reinstated = suspension.evolve(
        reinstated_because=form.reason, reinstated_by=actor.name, reinstated_at=now
    )
    return case.file(reinstated)


@guard(rule="reason_given", id="G100")
def reason_given(form: Reasoned) -> Objection | None:
    """An agreement is suspended, reinstated or ended for a reason that others can read later."""
    if says_something(form.reason):
        return None
    return Objection(
        says=f"{form.reason!r} does not state a reason: say what has happened",
        facts={"reason": form.reason},
        clears=(Clears(fields={"reason": "(what has happened)"}),),
    )


@guard(rule="cure_first", id="N55")
def cure_is_over(case: CaseFile, form: Terminate) -> Objection | None:
    """An agreement is terminated for cause only after the time to cure the breach has ended."""
    notice = newest(case)
    if form.ground != "cause" or (notice and notice.status == "lapsed"):
        return None
    clears = (Clears("issue_cure_notice", fields={"breach": form.reason}),)
    if notice is None:
        return Objection("the contractor was given no time to cure it", {"notice": None}, clears)
    facts = {"notice": notice.number, "status": notice.status}
    if notice.status == "open":
        says = f"the contractor has until the end of {notice.last_day} to cure the breach"
        return Objection(says, facts, earliest=notice.due)
    says = "the last breach was cured: another one needs a notice of its own"
    return Objection(says, facts, clears)


@duty("reinstate")
def owes_reinstatement(case: CaseFile) -> Iterable[Owed]:
    """The officer reinstates or terminates a suspended agreement."""
    suspensions = case.all(Suspension)
    if suspensions:
        why = suspensions[-1].reason.rstrip(".")
        yield Owed("role:officer", f"reinstate or terminate it; suspended because: {why}")

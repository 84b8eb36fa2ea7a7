"""Minor defects an offeror may put right in a set time, so that nothing that matters changes."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Attachment, Form, Local, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.evaluation.offers import next_afternoon
from solicitation_flow.records.evaluation import MATTERS, Affects, CureRequest, CureStatus
from solicitation_flow.records.offers import LotForm, offer_of
from solicitation_flow.records.registers import Slug, Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

CURE_DUE = "cure_due"


class RequestCure(LotForm):
    """Gives an offeror a set time to put a minor defect right."""

    offeror: Slug = ask("whose offer", "acme")
    defect: Text = ask("what is wrong", "The offer is signed, but its second copy is not.")
    affects: Affects = ask(f"what the defect touches: none, or any of {', '.join(MATTERS)}", "none")
    asks: Text = ask("what the offeror may do", "Send the second copy with its signature.")
    due: Local = ask("by when, in local time", "2026-11-25 16:00")


class Cure(Form):
    """Puts a minor defect right, as far as was asked."""

    text: Text = ask("what is put right", "The signed second copy is attached.")
    document: Attachment | None = ask("the paper that was asked for", default=None)


@action
def request_cure(
    case: CaseFile, form: RequestCure, now: datetime, law: Law, actor: Actor
) -> CaseFile:
    due = law.instant(form.due)
    older = [request for request in running(case) if offer_of(request) == offer_of(form)]
    request = CureRequest(
        number=len(case.all(CureRequest)) + 1,
        lot=form.lot,
        offeror=form.offeror,
        defect=form.defect,
        affects=form.affects,
        asks=form.asks,
        due=due,
        requested_by=actor.name,
        requested_at=now,
    )
    case = case.file(*(_ended(each, "replaced", now) for each in older), request)
    return case.start(CURE_DUE, due, subject=offer_of(form), printed=law.spoken(due))


@action
def cure(case: CaseFile, form: Cure, now: datetime, actor: Actor) -> CaseFile:
    said = {"answer": form.text, "document": form.document, "answered_by": actor.name}
    for request in running(case):
        if request.offeror == actor.party:
            case = case.file(_ended(request, "cured", now, **said))
            case = case.meet(CURE_DUE, offer_of(request))
    return case


@action
def end_cure(case: CaseFile, now: datetime, subject: str) -> CaseFile:
    over = (cure_request for cure_request in running(case) if offer_of(cure_request) == subject)
    return case.file(*(_ended(each, "expired", now) for each in over))


def _ended(request: CureRequest, status: CureStatus, now: datetime, **said: Any) -> CureRequest:
    return request.evolve(status=status, ended_at=now, **said)


def running(case: CaseFile) -> list[CureRequest]:
    """Return the cures whose time has not ended."""
    return [cure_request for cure_request in case.all(CureRequest) if cure_request.status == "open"]


@guard(rule="minor_informality", id="G55")
def informality_is_minor(form: RequestCure) -> Objection | None:
    """Only a defect that leaves price, quantity, quality, delivery and terms alone may be cured."""
    if not form.affects:
        return None
    return Objection(
        says=f"the defect touches {', '.join(form.affects)}; it is minor only if what it changes "
        "there is negligible",
        facts={"offeror": form.offeror, "defect": form.defect, "affects": form.affects},
    )


@guard(rule="cure_in_time", id="G55")
def cure_is_open(case: CaseFile, now: datetime, law: Law, actor: Actor) -> Objection | None:
    """A defect is put right by whoever was asked, in the time that was set."""
    mine = [each for each in running(case) if each.offeror == actor.party]
    if any(now < each.due for each in mine):
        return None
    last = max(
        (
            cure_request
            for cure_request in case.all(CureRequest)
            if cure_request.offeror == actor.party
        ),
        key=lambda each: each.number,
        default=None,
    )
    says = f"{actor.party} was asked to put nothing right"
    if last:
        over = last.status == "cured"
        says = f"{actor.party} had until {law.spoken(last.due)} to put it right"
        says = f"{actor.party} has put it right already" if over else says
    again = {"defect": last.defect, "affects": last.affects, "asks": last.asks} if last else {}
    fields = {"offeror": actor.party, **again, "due": next_afternoon(now, law)}
    return Objection(
        says=says,
        facts={"offeror": actor.party, "due": last.due if last else None},
        clears=(Clears("request_cure", fields=fields),),
    )


@guard(rule="cure_in_time", id="G55")
def cures_are_over(case: CaseFile, law: Law) -> Objection | None:
    """The screening ends once nobody has time left to put a defect right."""
    waiting = running(case)
    if not waiting:
        return None
    said = "; ".join(
        f"{cure_request.offeror} until {law.spoken(cure_request.due)}" for cure_request in waiting
    )
    return Objection(
        says=f"there is still time to put defects right: {said}",
        facts={"open": {each.offeror: each.due for each in waiting}},
        clears=tuple(Clears("cure", who=each.offeror) for each in waiting),
        earliest=max(each.due for each in waiting),
    )


@duty("cure")
def owes_cures(case: CaseFile) -> Iterable[Owed]:
    for cure_request in running(case):
        yield Owed(
            f"supplier:{cure_request.offeror}",
            f"put right: {cure_request.defect}",
            cure_request.due,
        )

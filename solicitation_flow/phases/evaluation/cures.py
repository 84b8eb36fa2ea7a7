"""Minor defects an offeror may put right in a set time, so that nothing that matters changes."""

from collections.abc import Iterable
from datetime import datetime

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Attachment, Form, Local, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.evaluation.offers import next_afternoon
from solicitation_flow.records.evaluation import MATTERS, Affects, CureRequest, CureStatus
from solicitation_flow.records.letter_forms import LetterToOfferor
from solicitation_flow.records.offers import about, offer_of
from solicitation_flow.records.registers import Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

CURE_DUE = "cure_due"


class RequestCure(LetterToOfferor):
    """Requests the cure of a minor informality by a set time."""

    written = ("defect", "asks")
    defect: Text = ask("the defect", "The offer is signed, but its second copy is not.")
    affects: Affects = ask(f"what the defect touches: none, or any of {', '.join(MATTERS)}", "none")
    asks: Text = ask("what the offeror is to do", "Send the second copy with its signature.")
    due: Local = ask("by when, in local time", "2026-11-25 16:00")


class Cure(Form):
    """Cures a minor informality, as requested."""

    text: Text = ask("what is corrected", "The signed second copy is attached.")
    document: Attachment | None = ask("the document requested", default=None)


@action
def request_cure(
    case: CaseFile, form: RequestCure, now: datetime, law: Law, actor: Actor
) -> CaseFile:
    due = law.instant(form.due)
    older = about(offer_of(form), running(case))
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
    case = case.file(*[_ended(earlier, "replaced", now) for earlier in older], request)
    return case.start(CURE_DUE, due, subject=offer_of(form), printed=law.spoken(due))


@action
def cure(case: CaseFile, form: Cure, now: datetime, actor: Actor) -> CaseFile:
    for request in running(case):
        if request.offeror == actor.party:
            answered = request.evolve(
                answer=form.text, document=form.document, answered_by=actor.name
            )
            case = case.file(_ended(answered, "cured", now))
            case = case.meet(CURE_DUE, offer_of(request))
    return case


@action
def end_cure(case: CaseFile, now: datetime, subject: str) -> CaseFile:
    for request in running(case):
        if offer_of(request) == subject:
            case = case.file(_ended(request, "expired", now))
    return case


def _ended(request: CureRequest, status: CureStatus, now: datetime) -> CureRequest:
    return request.evolve(status=status, ended_at=now)


def running(case: CaseFile) -> list[CureRequest]:
    """Return the cures whose time has not ended."""
    requests: list[CureRequest] = []
    for request in case.all(CureRequest):
        if request.status == "open":
            requests.append(request)
    return requests


@guard(rule="minor_informality", id="G55")
def informality_is_minor(form: RequestCure) -> Objection | None:
    """A defect may be cured only if price, quantity, quality, delivery and terms are unaffected."""
    if not form.affects:
        return None
    return Objection(
        says=f"the defect touches {', '.join(form.affects)}; it is minor only if what it changes "
        "there is negligible",
        facts={"offeror": form.offeror, "defect": form.defect, "affects": form.affects},
    )


@guard(rule="cure_in_time", id="G55")
def cure_is_open(case: CaseFile, now: datetime, law: Law, actor: Actor) -> Objection | None:
    """A defect is cured by the offeror that was asked, within the time set."""
    last = None
    for request in case.all(CureRequest):
        if request.offeror != actor.party:
            continue
        if request.status == "open" and now < request.due:
            return None
        last = request
    fields = {"offeror": actor.party, "due": next_afternoon(now, law)}
    if last is None:
        says = f"{actor.party} was not asked to correct a defect"
        facts = {"offeror": actor.party, "due": None}
        return Objection(says, facts, (Clears("request_cure", fields=fields),))
    says = f"{actor.party} had until {law.spoken(last.due)} to correct it"
    if last.status == "cured":
        says = f"{actor.party} has already corrected it"
    again = {"defect": last.defect, "affects": last.affects, "asks": last.asks}
    return Objection(
        says=says,
        facts={"offeror": actor.party, "due": last.due},
        clears=(Clears("request_cure", fields={**fields, **again}),),
    )


@guard(rule="cure_in_time", id="G55")
def cures_are_over(case: CaseFile, law: Law) -> Objection | None:
    """Screening ends only after the time of every request for a cure is over."""
    dues, clears, waiting = {}, [], []
    for request in running(case):
        dues[offer_of(request)] = request.due
        clears.append(Clears("cure", who=request.offeror))
        waiting.append(f"{offer_of(request)} until {law.spoken(request.due)}")
    if not waiting:
        return None
    return Objection(
        says=f"the time to correct defects has not ended: {'; '.join(waiting)}",
        facts={"open": dues},
        clears=tuple(clears),
        earliest=max(dues.values()),
    )


@duty("cure")
def owes_cures(case: CaseFile) -> Iterable[Owed]:
    for cure_request in running(case):
        yield Owed(
            f"supplier:{cure_request.offeror}",
            f"put right: {cure_request.defect}",
            cure_request.due,
        )

"""The need for a purchase, the authority to lead it for others, and the choice of method."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Attachment, Form, Past, ask
from solicitation_flow.jurisdiction import Law, Subject
from solicitation_flow.phrases import local_date
from solicitation_flow.records.preparation import (
    Authority,
    Finding,
    MethodChoice,
    Solicitation,
    Terms,
)
from solicitation_flow.records.registers import Line, Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

METHOD = "competitive sealed proposals"
AUTHORITY = "authority_to_lead"
FEWEST_WORDS = 5  # fewer cannot state a reason

WORDING = (
    "This procurement is conducted on behalf of other public bodies, which may buy from the "
    "resulting agreement."
)
OWN_NEED = "The agency would buy this for its own schools in any case, for about 2 million a year."
SCOPE = "Desks, chairs, storage and their installation; no building work."
CONTACT = "Maria Alvarez, maria@agency.example"
REASONS = (
    "Design, durability and service differ between offers and must be weighed against price, and "
    "terms have to be discussed with offerors before award."
)


class OpenSolicitation(Form):
    """Opens the file of a cooperative solicitation."""

    title: Line = ask("what is to be bought", "Classroom furniture and related services")
    agency: Line = ask("lead agency", "Prince William County Public Schools")
    scope: Text | None = ask("scope: what is included, and what is not", SCOPE, default=None)


class Describe(Form):
    """Updates only the fields you enter, and leaves the rest of the solicitation unchanged."""

    title: Line | None = ask("new title", "Classroom furniture", default=None)
    scope: Text | None = ask("scope: what is included, and what is not", SCOPE, default=None)
    cooperative_wording: Text | None = ask(
        "wording that opens the agreement to other public bodies", WORDING, default=None
    )
    contact: Line | None = ask("contact for suppliers", CONTACT, default=None)
    own_need: Text | None = ask(
        "what the agency itself needs, even if no other body buys", OWN_NEED, default=None
    )
    subject: Subject | None = ask(
        "kind of purchase, where the rules differ by it", "goods", default=None
    )


class Authorize(Form):
    """Records the resolution or certificate that authorizes the agency to lead."""

    reference: Line = ask("number or name of the resolution", "Board resolution 2026-31")
    dated: Annotated[date, Past()] = ask("its date", "2026-01-15")
    paper: Attachment | None = ask("signed document, if available", default=None)


class JustifyMethod(Form):
    """Records why proposals are requested instead of sealed bids."""

    finding: Finding = ask(
        "finding on sealed bidding: not_practicable or not_advantageous", "not_advantageous"
    )
    reasons: Text = ask("reasons for this purchase", REASONS)


@action
def open_solicitation(case: CaseFile, form: OpenSolicitation, actor: Actor) -> CaseFile:
    opened = Solicitation(
        title=form.title, agency=form.agency, method=METHOD, scope=form.scope or ""
    )
    return case.file(opened).called(title=form.title, owner=actor.name)


@action
def describe(case: CaseFile, form: Describe) -> CaseFile:
    given = form.model_dump(exclude_none=True)
    revised = case.one(Solicitation).evolve(**given)
    return case.file(revised).called(title=revised.title)


@action
def authorize(case: CaseFile, form: Authorize, now: datetime, actor: Actor) -> CaseFile:
    authority = Authority(
        reference=form.reference, dated=form.dated, authorized_by=actor.name, authorized_at=now
    )
    return case.file(authority).with_paper(AUTHORITY, form.reference, form.paper, now, actor)


@action
def justify_method(case: CaseFile, form: JustifyMethod, now: datetime, actor: Actor) -> CaseFile:
    choice = MethodChoice(
        method=case.one(Solicitation).method,
        finding=form.finding,
        reasons=form.reasons,
        justified_by=actor.name,
        justified_at=now,
    )
    return case.file(choice)


@guard(rule="method_justified", id="G01")
def method_justified(case: CaseFile) -> Objection | None:
    """Proposals are requested instead of sealed bids only for written reasons."""
    choice = case.get(MethodChoice)
    reasons = ""
    if choice:
        reasons = choice.reasons
    if len(reasons.split()) >= FEWEST_WORDS:
        return None
    says = "no finding on file says why sealed bidding cannot be used"
    if reasons:
        says = f"{reasons!r} does not explain why sealed bidding cannot be used"
    fields = {"finding": choice.finding if choice else "not_advantageous", "reasons": REASONS}
    return Objection(
        says=says,
        facts={"method": case.one(Solicitation).method, "reasons": reasons},
        clears=(Clears("justify_method", fields=fields),),
    )


@guard(rule="authority_to_lead", id="G04")
def authority_to_lead(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """An agency leads for others only under a resolution or certificate already in effect."""
    authority = case.get(Authority)
    today = local_date(now, law)
    example = {"reference": "Board resolution", "dated": today.isoformat()}
    clears = (Clears("authorize", fields=example),)
    if authority is None:
        return Objection(
            says="no resolution or lead certificate is on file, so this agency may not lead yet",
            facts={"authority": None},
            clears=clears,
        )
    if authority.dated > today:
        return Objection(
            says=f"{authority.reference} is dated {authority.dated}, and today is {today}",
            facts={"authority": authority.reference, "dated": authority.dated},
            clears=clears,
            earliest=law.instant(datetime.combine(authority.dated, datetime.min.time())),
        )
    return None


@guard(rule="cooperative_wording", id="G05")
def cooperative_wording(case: CaseFile, law: Law) -> Objection | None:
    """The solicitation states that it is conducted on behalf of other public bodies too."""
    wording = case.one(Solicitation).cooperative_wording
    if len(wording.split()) >= FEWEST_WORDS:
        return None
    stated = "says nothing"
    if wording:
        stated = f"says only {wording!r}"
    return Objection(
        says=f"the solicitation {stated} about other public bodies buying from the agreement",
        facts={"cooperative_wording": wording},
        clears=(
            Clears("describe", fields={"cooperative_wording": law.program.wording or WORDING}),
        ),
    )


@guard(rule="own_need", id="G06")
def own_need(case: CaseFile) -> Objection | None:
    """A lead agency has a need of its own for the purchase."""
    need = case.one(Solicitation).own_need
    if len(need.split()) >= FEWEST_WORDS:
        return None
    stated = "does not say"
    if need:
        stated = f"says only {need!r}"
    return Objection(
        says=f"the file {stated} what the agency itself would buy if nobody else joined",
        facts={"own_need": need},
        clears=(Clears("describe", fields={"own_need": OWN_NEED}),),
    )


@duty("describe")
def owes_description(case: CaseFile) -> Iterable[Owed]:
    """The officer completes the description of the solicitation."""
    solicitation = case.one(Solicitation)
    if not solicitation.cooperative_wording:
        yield Owed("role:officer", "say that other public bodies may buy from the agreement")
    if case.get(Terms) and not (solicitation.scope and solicitation.contact):
        yield Owed("role:officer", "say what is inside the scope, and whom suppliers write to")


@duty("authorize")
def owes_authority(case: CaseFile) -> Iterable[Owed]:
    """The officer records the authority to lead."""
    if case.get(Authority) is None:
        yield Owed("role:officer", "record the authority to lead")


@duty("justify_method")
def owes_method(case: CaseFile) -> Iterable[Owed]:
    """The officer records why proposals are requested."""
    if case.get(MethodChoice) is None:
        yield Owed("role:officer", "record why proposals are requested instead of sealed bids")

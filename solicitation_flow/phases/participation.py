"""Participation of a member in an agreement: request, eligibility, joining and leaving."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Attachment, Fill, Form, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phrases import begins, local_date, says_something
from solicitation_flow.records.agreements import Agreement
from solicitation_flow.records.evaluation import Amount
from solicitation_flow.records.participation import Eligibility, Finding, Participation
from solicitation_flow.records.registers import Line, Slug, Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, audience, duty, guard

MEMBER = "member"
ADDENDUM = "participating_addendum"
HEARS_OF_LEAVING = {"published", "suspended"}
"""The states in which an agreement still records which members use it."""


class AskToJoin(Form):
    """Requests to use an agreement."""

    member: Slug = ask("register key of the member; a member requests only for itself", "fairfax")
    contact: Line = ask("contact at the member", "Pat Lee, Purchasing, 703-555-0100")
    scope: Text = ask("intended use", "Classroom furniture for two new schools.")
    estimated_value: Amount | None = ask(
        "estimated purchases in a year, in dollars", "250000.00", default=None
    )


class CheckEligibility(Form):
    """Records whether the member is eligible under its own law to use the agreement."""

    finding: Finding = ask("finding: eligible, or not_eligible", "eligible")
    entity: Line = ask("kind of public body", "school division")
    entity_allowed: bool = ask("yes: the agreement is open to such bodies", "yes")
    authority: Text | None = ask(
        "statute or rule that authorizes it to use another body's agreement",
        "Va. Code 2.2-4304",
        default=None,
    )
    exclusions: Text | None = ask(
        "exclusions in its law, and why they do not apply to this use",
        "Not for construction; furniture alone is bought.",
        default=None,
    )
    members: Annotated[tuple[str, ...], Fill("members")] = ask("filled", default=())


class Join(Form):
    """Joins the member to the agreement, with its signed participating addendum."""

    signed_by: Line = ask("who signed for the member", "Pat Lee, Director of Purchasing")
    addendum: Attachment | None = ask("signed addendum, if available", default=None)


class Reasoned(Form):
    """Any command that needs a reason."""

    reason: Text = ask("reason", "The member has awarded a contract of its own.")


class Decline(Reasoned):
    """Declines the request, with a reason that the member will read."""


class Leave(Reasoned):
    """Ends the member's use of the agreement; orders already placed remain valid."""


@action
def ask_to_join(case: CaseFile, form: AskToJoin, now: datetime, actor: Actor) -> CaseFile:
    agreement = _agreement(case)
    asks = Participation(
        agreement=_above(case).number,
        member=actor.party if MEMBER in actor.roles else form.member,
        contractor=agreement.contractor,
        contact=form.contact,
        scope=form.scope,
        estimated_value=form.estimated_value,
        asked_by=actor.name,
        asked_at=now,
    )
    title = f"{asks.member}: {agreement.title}"
    return case.file(asks).called(title=title, owner=_above(case).owner or actor.name)


@action
def check_eligibility(
    case: CaseFile, form: CheckEligibility, now: datetime, actor: Actor
) -> CaseFile:
    eligibility = Eligibility(
        member=case.one(Participation).member,
        finding=form.finding,
        entity=form.entity,
        entity_allowed=form.entity_allowed,
        authority=form.authority or "",
        exclusions=form.exclusions or "",
        checked_by=actor.name,
        checked_at=now,
    )
    return case.file(eligibility)


@action
def join(case: CaseFile, form: Join, now: datetime, actor: Actor) -> CaseFile:
    joined = {"joined_by": actor.name, "joined_at": now, "signed_by": form.signed_by}
    participation = case.one(Participation).evolve(**joined)
    title = "The signed participating addendum"
    case = case.file(participation).with_paper(ADDENDUM, title, form.addendum, now, actor)
    return _tell_agreement(case, "record_joining")


@action
def leave(case: CaseFile, form: Leave, now: datetime, actor: Actor) -> CaseFile:
    case = _ended(case, form.reason, now, actor)
    # an agreement that has ended records no members, and leaving it must still be possible
    return (
        _tell_agreement(case, "record_leaving") if _above(case).state in HEARS_OF_LEAVING else case
    )


@action
def decline(case: CaseFile, form: Decline, now: datetime, actor: Actor) -> CaseFile:
    return _ended(case, form.reason, now, actor)


@action
def withdraw_request(case: CaseFile, now: datetime, actor: Actor) -> CaseFile:
    return _ended(case, "Withdrawn by the member.", now, actor)


def _ended(case: CaseFile, reason: str, now: datetime, actor: Actor) -> CaseFile:
    ended = {"ended_by": actor.name, "ended_at": now, "reason": reason}
    return case.file(case.one(Participation).evolve(**ended))


def _tell_agreement(case: CaseFile, command: str) -> CaseFile:
    member = case.one(Participation).member
    return case.tell(_above(case).number, command, member=member, participation=case.number)


def _above(case: CaseFile) -> CaseFile:
    assert case.parent is not None, f"{case.number} has no agreement beside it"
    return case.parent


def _agreement(case: CaseFile) -> Agreement:
    return _above(case).one(Agreement)


@guard(rule="member_registered", id="G97")
def member_is_registered(case: CaseFile, form: CheckEligibility) -> Objection | None:
    """Only a member in the register is checked for eligibility."""
    member = case.one(Participation).member
    if member in form.members:
        return None
    return Objection(
        says=f"no active member is called {member!r}",
        facts={"member": member, "registered": sorted(form.members)},
        clears=(Clears("open_member", fields={"key": member}),),
    )


@guard(rule="own_participation", id="G97")
def member_acts_for_itself(case: CaseFile, actor: Actor) -> Objection | None:
    """A member decides only about its own participation."""
    member = case.one(Participation).member
    if MEMBER not in actor.roles or actor.party == member:
        return None
    command = "leave" if case.state == "joined" else "withdraw_request"
    return Objection(
        says=f"this is {member}'s participation, and {actor.party} cannot speak for it",
        facts={"member": member, "actor": actor.party},
        clears=(Clears(command, who=member),),
    )


@guard(rule="agreement_in_term", id="G97")
def agreement_in_term(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """An agreement is joined only while it is published and in its term."""
    above, agreement = _above(case), _agreement(case)
    first, last = agreement.effective_on, agreement.expires_on
    today = local_date(now, law)
    facts = {"agreement": above.number, "state": above.state, "from": first, "to": last}
    if above.state != "published":
        status = above.state.replace("_", " ")
        publish = {"executed": "publish", "suspended": "reinstate"}.get(above.state)
        clears = (Clears(publish, case=above.number),) if publish else ()
        return Objection(f"{above.number} is {status}, not open to members", facts, clears)
    if first and today < first:
        earliest = begins(first, law)
        return Objection(f"{above.number} begins on {first}", facts, earliest=earliest)
    if last and today > last:
        renew = (Clears("renew", case=above.number),)
        return Objection(f"{above.number} was over on {last}", facts, renew)
    return None


@guard(rule="eligibility_checked", id="G97")
def eligibility_checked(case: CaseFile) -> Objection | None:
    """A member joins only after its eligibility is checked."""
    if case.get(Eligibility):
        return None
    member = case.one(Participation).member
    return Objection(
        says=f"whether {member} may use the agreement has not been checked",
        facts={"member": member},
        clears=(Clears("check_eligibility"),),
    )


@guard(rule="member_eligible", id="G97")
def member_eligible(case: CaseFile) -> Objection | None:
    """A member joins only where the agreement is open to it and its own law permits."""
    eligibility = case.get(Eligibility)
    if eligibility is None:
        return None  # `eligibility_checked` objects then
    wrong = []
    if eligibility.finding == "not_eligible":
        wrong.append(f"{eligibility.member} was found not to be eligible")
    if not eligibility.entity_allowed:
        wrong.append(f"the agreement is not open to a {eligibility.entity}")
    if not wrong:
        return None
    # no remedy proposes a finding: it is checked again, or the request is declined
    again = Clears("check_eligibility", fields={"entity": eligibility.entity})
    return Objection(
        says="; ".join(wrong),
        facts={
            "finding": eligibility.finding,
            "entity": eligibility.entity,
            "open": eligibility.entity_allowed,
        },
        clears=(again, Clears("decline")),
    )


@guard(rule="member_authority", id="G97")
def authority_cited(case: CaseFile) -> Objection | None:
    """The statute or rule that authorizes the member is cited on file."""
    eligibility = case.get(Eligibility)
    if eligibility is None or eligibility.authority:
        return None
    fields = {
        "finding": eligibility.finding,
        "entity": eligibility.entity,
        "entity_allowed": eligibility.entity_allowed,
        "authority": "(the section of the member's own law)",
    }
    member = eligibility.member
    return Objection(
        says=f"by which law {member} may buy under another body's agreement is not cited",
        facts={"member": eligibility.member, "entity": eligibility.entity},
        clears=(Clears("check_eligibility", fields=fields),),
    )


@guard(rule="reason_given", id="G100")
def reason_given(form: Reasoned) -> Objection | None:
    """A request is declined, or a participation ended, for a reason that others can read later."""
    if says_something(form.reason):
        return None
    return Objection(
        says=f"{form.reason!r} does not state a reason: say what has happened",
        facts={"reason": form.reason},
        clears=(Clears(fields={"reason": "(what has happened)"}),),
    )


@audience
def member(case: CaseFile) -> Iterable[str]:
    """The member."""
    return (f"member:{case.one(Participation).member}",)


@audience
def member_and_contractor(case: CaseFile) -> Iterable[str]:
    """The member and the contractor."""
    participation = case.one(Participation)
    return (f"member:{participation.member}", f"supplier:{participation.contractor}")


@duty("check_eligibility")
def owes_check(case: CaseFile) -> Iterable[Owed]:
    """The officer checks whether the member is eligible."""
    if case.get(Eligibility) is None:
        asks = case.one(Participation).member
        yield Owed("role:officer", f"check whether {asks} may use the agreement")


@duty("join")
def owes_joining(case: CaseFile) -> Iterable[Owed]:
    """The officer lets an eligible member join."""
    eligibility = case.get(Eligibility)
    if (
        eligibility
        and eligibility.finding == "eligible"
        and eligibility.entity_allowed
        and eligibility.authority
    ):
        yield Owed("role:officer", f"let {eligibility.member} join, its addendum signed")

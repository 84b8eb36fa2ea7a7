"""Late proposals accepted because the agency itself made them late."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from solicitation_flow.casefile import CaseFile
from solicitation_flow.forms import ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.responses.receipt import filed
from solicitation_flow.phrases import not_known
from solicitation_flow.records.offers import LotForm, OfferKey, offer_of
from solicitation_flow.records.registers import Slug, Text
from solicitation_flow.records.responses import TIMELY, Fault, Opening, Proposal
from solicitation_flow.rulebook import Clears, Objection, action, audience, guard

EVIDENCE = "The mail room's log: handed in at 13:40, carried upstairs at 14:20."


class AcceptLate(LotForm):
    """Accepts a late proposal, unopened, that only the agency's own fault made late."""

    offeror: Slug = ask("the offeror", "acme")
    fault: Fault = ask("who made it late: ours (the agency), carrier, sender, or unknown", "ours")
    reason: Text = ask(
        "what happened, as the file states it",
        "The parcel lay in our own mail room when proposals were due.",
    )
    evidence: Text | None = ask("what shows it", EVIDENCE, default=None)


def newest_late(case: CaseFile, offer: OfferKey, before: datetime | None = None) -> Proposal | None:
    """Return the last late proposal of an offer that is kept unopened, of those before a time."""
    late: list[Proposal] = []
    for proposal in filed(case, offer):
        if proposal.status == "late" and (before is None or proposal.received_at < before):
            late.append(proposal)
    return max(late, key=lambda proposal: proposal.version, default=None)


def let_in(case: CaseFile, late: Proposal, because: str, **changes: Any) -> CaseFile:
    """File a late proposal as one in time; what it was stays in the file beside it."""
    versions = [proposal.version for proposal in filed(case, offer_of(late))]
    stands = {"filing": TIMELY, "status": "received", "accepted_because": because}
    accepted = late.evolve(**stands, version=max(versions) + 1, **changes)
    return case.file(late.moved("accepted"), accepted)


@action
def accept_late(case: CaseFile, form: AcceptLate) -> CaseFile:
    late = newest_late(case, offer_of(form))
    assert late is not None, "`late_one_is_kept` minds that there is one"
    return let_in(case, late, form.reason, evidence=form.evidence or late.evidence)


@guard(rule="late_proposal", id="G43")
def some_late_one_is_kept(case: CaseFile) -> Objection | None:
    """A late proposal is accepted only if one is held unopened."""
    if any(proposal.status == "late" for proposal in case.all(Proposal)):
        return None
    return Objection("no late proposal is held unopened", {}, (Clears("receive", role="supplier"),))


@guard(rule="late_proposal", id="G43")
def late_one_is_kept(case: CaseFile, form: AcceptLate) -> Objection | None:
    """A late proposal is accepted only while it is held unopened, before any is opened."""
    if case.get(Opening):
        says = "proposals have been opened: no late proposal can be accepted now"
        return Objection(says, {"offeror": form.offeror})
    if newest_late(case, offer_of(form)):
        return None
    waiting = sorted(
        {proposal.offeror for proposal in case.all(Proposal) if proposal.status == "late"}
    )
    named = "nor is one of any other offeror"
    if waiting:
        named = f"held unopened are those of {', '.join(waiting)}"
    return Objection(
        says=f"no late proposal of {form.offeror!r} is held unopened; {named}",
        facts={"offeror": form.offeror, "kept": waiting},
        clears=tuple(Clears("accept_late", fields={"offeror": offeror}) for offeror in waiting[:1]),
    )


@guard(rule="late_proposal", id="G43")
def agency_fault_is_shown(form: AcceptLate) -> Objection | None:
    """Evidence on file shows that the agency caused a proposal to be late."""
    if form.evidence is not None or form.fault != "ours":
        return None
    return Objection(
        says="that the agency made it late needs to be shown: a log, a stamp, a statement",
        facts={"offeror": form.offeror, "evidence": None},
        clears=(Clears("accept_late", fields={"evidence": EVIDENCE}),),
    )


@guard(rule="late_exception", id="G43")
def late_by_agency_fault(case: CaseFile, form: AcceptLate, law: Law) -> Objection | None:
    """A late proposal is accepted only if the agency alone caused the delay."""
    facts: dict[str, Any] = {"offeror": form.offeror, "fault": form.fault}
    if form.fault != "ours":
        says = f"the {form.fault} made it late, and not the agency: nothing opens it"
        if form.fault == "unknown":
            says = "nobody can say what made it late, and so not the agency: nothing opens it"
        return Objection(says, facts)
    late = newest_late(case, offer_of(form))
    if late is None or law.rule("late_exception").mode is not None:
        return None
    return not_known(
        "whether a late proposal may ever count", law, {**facts, "received_at": late.received_at}
    )


@audience
def late_sender(form: AcceptLate) -> Iterable[str]:
    return (f"supplier:{form.offeror}",)

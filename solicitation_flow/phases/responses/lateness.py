"""The one way in for a late proposal: nothing but the agency's own doing made it late."""

from collections.abc import Iterable
from typing import Any

from solicitation_flow.casefile import CaseFile
from solicitation_flow.forms import Form, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.responses.receipt import CUSTODIAN
from solicitation_flow.records.registers import Slug, Text
from solicitation_flow.records.responses import TIMELY, Fault, Opening, Proposal
from solicitation_flow.rulebook import Clears, Objection, action, audience, guard

EVIDENCE = "The mail room's log: handed in at 13:40, carried upstairs at 14:20."


class AcceptLate(Form):
    """Lets a late proposal in, unopened, because it would have been in time but for the agency."""

    offeror: Slug = ask("whose late proposal", "acme")
    fault: Fault = ask("whose doing made it late: ours, carrier, sender, or unknown", "ours")
    reason: Text = ask(
        "what happened, as the file states it",
        "The parcel lay in our own mail room when proposals were due.",
    )
    evidence: Text | None = ask("what shows it", EVIDENCE, default=None)


def newest_late(case: CaseFile, offeror: str) -> Proposal | None:
    """Answers the last late proposal of an offeror that is still kept aside."""
    late = [e for e in case.all(Proposal) if (e.offeror, e.status) == (offeror, "late")]
    return max(late, key=lambda each: each.version, default=None)


def let_in(case: CaseFile, late: Proposal, because: str, **said: Any) -> CaseFile:
    """Files a late proposal as one in time; what it was stays in the file beside it."""
    versions = (each.version for each in case.all(Proposal) if each.offeror == late.offeror)
    stands = {"filing": TIMELY, "status": "received", "accepted_because": because}
    accepted = late.model_copy(update={**stands, "version": max(versions) + 1, **said})
    return case.file(late.moved("accepted"), accepted)


@action
def accept_late(case: CaseFile, form: AcceptLate) -> CaseFile:
    late = newest_late(case, form.offeror)
    assert late is not None, "`late_by_agency_fault` minds that there is one"
    return let_in(case, late, form.reason, evidence=form.evidence or late.evidence)


@guard(rule="late_exception", id="G43")
def late_by_agency_fault(case: CaseFile, form: AcceptLate, law: Law) -> Objection | None:
    """A late proposal counts only if the agency's own doing made it late, and nothing is open."""
    late = newest_late(case, form.offeror)
    facts: dict[str, Any] = {"offeror": form.offeror, "fault": form.fault}
    facts["evidence"] = form.evidence
    if case.get(Opening) or late is None:
        waiting = sorted({e.offeror for e in case.all(Proposal) if e.status == "late"})
        says = f"no late proposal of {form.offeror!r} is kept; kept are those of "
        return Objection(
            "proposals have been opened: nothing can join them"
            if case.get(Opening)
            else says + (", ".join(waiting) or "nobody"),
            facts,
            (Clears("accept_late", CUSTODIAN, {"offeror": waiting[0]}),)
            if waiting and not case.get(Opening)
            else (),
        )
    if form.fault != "ours":
        doing = {"carrier": "the carrier", "sender": "the sender"}.get(
            form.fault, "nobody knows who"
        )
        return Objection(f"{doing} made it late, and not the agency: it stays unopened", facts)
    facts["received_at"] = late.received_at
    if form.evidence is None:
        says = "that the agency made it late needs to be shown: a log, a stamp, a statement"
        return Objection(says, facts, (Clears("accept_late", CUSTODIAN, {"evidence": EVIDENCE}),))
    if law.rule("late_exception").mode is not None:
        return None
    says = f"whether a late proposal may ever count is not known here ({law.title})"
    return Objection(says, facts, unknown=True)


@audience
def late_sender(form: AcceptLate) -> Iterable[str]:
    return (f"supplier:{form.offeror}",)

"""Whether the firm behind an agreement may hold it: at signing, at renewal, when it is replaced."""

from datetime import datetime
from typing import Annotated

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Attachment, Fill, Form, ask
from solicitation_flow.records.agreements import Agreement, Assignment, Renewal
from solicitation_flow.records.award import (
    FACTORS,
    ExclusionCheck,
    Factors,
    Found,
    Responsibility,
    Stage,
)
from solicitation_flow.records.registers import Slug, Text
from solicitation_flow.rulebook import Clears, Objection, action, guard

EXAMPLE = (
    "resources:yes, audited accounts of 2028; schedule:yes, takes over all orders; "
    "performance:yes, three references called; integrity:yes, nothing adverse found; "
    "skills:yes, the same people; facilities:yes, the same plant; eligibility:yes, registered"
)


class CheckExclusions(Form):
    """Records what the lists of excluded firms say of the contractor, now."""

    sam: Found = ask("what the federal list says: clear, or excluded", "clear")
    state_list: Found = ask("what the state's own list says: clear, or excluded", "clear")
    note: Text | None = ask(
        "what was searched for, and what was found",
        "Searched by name and by unique entity id; no active exclusion.",
        default=None,
    )
    evidence: Attachment | None = ask("the print-out of the search, if at hand", default=None)


class Assign(Form):
    """Consents that another firm takes the contractor's place."""

    assignee: Slug = ask("which supplier takes its place", "birchway")
    reason: Text = ask("why", "Birchway has bought the contractor's furniture business.")
    factors: Factors = ask("FACTOR:yes or no, and a note; semicolons between", EXAMPLE)
    sam: Found = ask("what the federal list of excluded firms says of it", "clear")
    state_list: Found = ask("what the state's own list says of it", "clear")
    evidence: Attachment | None = ask("the print-out of the search, if at hand", default=None)
    suppliers: Annotated[tuple[str, ...], Fill("suppliers")] = ask("filled", default=())


@action
def check_exclusions(
    case: CaseFile, form: CheckExclusions, now: datetime, actor: Actor
) -> CaseFile:
    agreement = case.one(Agreement)
    checked = ExclusionCheck(
        offeror=agreement.contractor,
        stage=_stage(agreement),
        sam=form.sam,
        state_list=form.state_list,
        note=form.note or "",
        evidence=form.evidence,
        checked_by=actor.name,
        checked_at=now,
    )
    return case.file(checked)


@action
def assign(case: CaseFile, form: Assign, now: datetime, actor: Actor) -> CaseFile:
    agreement = case.one(Agreement)
    assigned = Assignment(
        number=len(case.all(Assignment)) + 1,
        assignor=agreement.contractor,
        assignee=form.assignee,
        reason=form.reason,
        consented_by=actor.name,
        consented_at=now,
    )
    able = Responsibility(
        offeror=form.assignee,
        responsible=True,
        factors=form.factors,
        found_by=actor.name,
        found_at=now,
    )
    checked = ExclusionCheck(
        offeror=form.assignee,
        stage="assignment",
        sam=form.sam,
        state_list=form.state_list,
        note="",
        evidence=form.evidence,
        checked_by=actor.name,
        checked_at=now,
    )
    held = agreement.evolve(contractor=form.assignee)
    return case.file(assigned, able, checked, held)


def _stage(agreement: Agreement) -> Stage:
    if agreement.executed_at:
        return "renewal"
    return "execution"


def _newest(case: CaseFile) -> ExclusionCheck | None:
    """Return the last look at the lists that counts for what is about to be signed.

    Before the agreement is signed the solicitation's own checks count; a renewal needs one made
    since the term that it makes longer was signed.
    """
    agreement = case.one(Agreement)
    checks = case.all(ExclusionCheck)
    if agreement.executed_at is None:
        checks = [*(case.parent.all(ExclusionCheck) if case.parent else ()), *checks]
    else:
        signed = max([agreement.executed_at, *(e.renewed_at for e in case.all(Renewal))])
        checks = [e for e in checks if e.stage == "renewal" and e.checked_at > signed]
    own = [check for check in checks if check.offeror == agreement.contractor]
    return max(own, key=lambda check: check.checked_at, default=None)


@guard(rule="exclusions", id="G58")
def contractor_not_excluded(case: CaseFile) -> Objection | None:
    """Nothing is signed with a firm on a list of excluded firms, or one nobody looked up."""
    agreement, newest = case.one(Agreement), _newest(case)
    if newest and newest.clear:
        return None
    stage, firm = _stage(agreement), agreement.contractor
    says = f"{firm} was not looked up on the lists of excluded firms for this {stage}"
    return Objection(
        says=f"{firm} is on a list of excluded firms" if newest else says,
        facts={
            "contractor": firm,
            "stage": stage,
            "checked_at": newest.checked_at if newest else None,
        },
        # what the lists say is for whoever looks: no remedy puts words into a finding
        clears=(Clears("check_exclusions"),),
    )


@guard(rule="responsibility", id="G77")
def assignee_is_responsible(case: CaseFile, form: Assign) -> Objection | None:
    """Only a registered firm, able to perform and on no list of excluded firms, takes over."""
    wrong: list[str] = []
    agreement = case.one(Agreement)
    if form.assignee == agreement.contractor:
        wrong.append(f"{form.assignee} holds the agreement already")
    elif form.assignee not in form.suppliers:
        wrong.append(f"no active supplier is called {form.assignee!r}")
    missing = [each for each in FACTORS if each not in form.factors]
    failed = [name for name, factor in form.factors.items() if not factor.met]
    if missing:
        wrong.append(f"not looked at: {', '.join(missing)}")
    wrong += [f"{each} is not there: {form.factors[each].note}" for each in failed]
    excluded = "excluded" in (form.sam, form.state_list)
    if excluded:
        wrong.append(f"{form.assignee} is on a list of excluded firms")
    if not wrong:
        return None
    if failed or excluded:
        wrong.append("nothing clears that for this firm: another one takes over, or none")
    return Objection(
        says="; ".join(wrong),
        facts={
            "assignee": form.assignee,
            "missing": missing,
            "failed": failed,
            "lists": [form.sam, form.state_list],
        },
        # what was found of a firm is what was found: no remedy says otherwise
        clears=() if failed or excluded else (_assigned(case, form, missing),),
    )


def _assigned(case: CaseFile, form: Assign, missing: list[str]) -> Clears:
    """Return the same command for a firm that can be found able: who, and what to look at."""
    fields: dict[str, object] = {}
    others = sorted(set(form.suppliers) - {case.one(Agreement).contractor})
    if others and form.assignee not in others:
        fields["assignee"] = others[0]
    noted = {name: f"yes, {factor.note}" for name, factor in form.factors.items()}
    asked = {name: f"yes, (how it is known: {FACTORS[name]})" for name in missing}
    return Clears("assign", fields={**fields, "factors": {**noted, **asked}})

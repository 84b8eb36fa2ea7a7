"""The firm that holds an agreement: its exclusion checks, and its replacement by another."""

from datetime import datetime
from operator import attrgetter
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
    """Records a search of the lists of excluded firms for the contractor."""

    sam: Found = ask("result in the federal list (SAM): clear, or excluded", "clear")
    state_list: Found = ask("result in the state's own list: clear, or excluded", "clear")
    note: Text | None = ask(
        "what was searched for, and what was found",
        "Searched by name and by unique entity id; no active exclusion.",
        default=None,
    )
    evidence: Attachment | None = ask("printout of the search, if available", default=None)


class Assign(Form):
    """Consents to the assignment of the agreement to another firm."""

    assignee: Slug = ask("register key of the new contractor", "birchway")
    reason: Text = ask("reason", "Birchway has bought the contractor's furniture business.")
    factors: Factors = ask("FACTOR:yes or no, a comma and a note; semicolons between", EXAMPLE)
    sam: Found = ask("result in the federal list of excluded firms", "clear")
    state_list: Found = ask("result in the state's own list", "clear")
    evidence: Attachment | None = ask("printout of the search, if available", default=None)
    suppliers: Annotated[tuple[str, ...], Fill("suppliers")] = ask("filled", default=())


@action
def check_exclusions(
    case: CaseFile, form: CheckExclusions, now: datetime, actor: Actor
) -> CaseFile:
    agreement = case.one(Agreement)
    check = ExclusionCheck(
        offeror=agreement.contractor,
        stage=_stage(agreement),
        sam=form.sam,
        state_list=form.state_list,
        note=form.note or "",
        evidence=form.evidence,
        checked_by=actor.name,
        checked_at=now,
        renewal=_renewal(agreement),
    )
    return case.file(check)


@action
def assign(case: CaseFile, form: Assign, now: datetime, actor: Actor) -> CaseFile:
    agreement = case.one(Agreement)
    assignment = Assignment(
        number=len(case.all(Assignment)) + 1,
        assignor=agreement.contractor,
        assignee=form.assignee,
        reason=form.reason,
        consented_by=actor.name,
        consented_at=now,
    )
    responsibility = Responsibility(
        offeror=form.assignee,
        responsible=True,
        factors=form.factors,
        found_by=actor.name,
        found_at=now,
    )
    check = ExclusionCheck(
        offeror=form.assignee,
        stage="assignment",
        sam=form.sam,
        state_list=form.state_list,
        note="",
        evidence=form.evidence,
        checked_by=actor.name,
        checked_at=now,
    )
    agreement = agreement.evolve(contractor=form.assignee)
    return case.file(assignment, responsibility, check, agreement)


def _renewal(agreement: Agreement) -> int:
    """Return the number of the renewal that a check made now is for, or zero before the signing."""
    if agreement.executed_at:
        return agreement.renewed + 1
    return 0


def _stage(agreement: Agreement) -> Stage:
    if agreement.executed_at:
        return "renewal"
    return "execution"


def _newest(case: CaseFile) -> ExclusionCheck | None:
    """Return the newest check that counts for what is about to be signed.

    Before the agreement is signed the solicitation's own checks count; a renewal needs one made
    after the present term was signed.
    """
    agreement = case.one(Agreement)
    checks = case.all(ExclusionCheck)
    if agreement.executed_at:
        signed = [agreement.executed_at, *(renewal.renewed_at for renewal in case.all(Renewal))]
        next_one = _renewal(agreement)
        checks = [check for check in checks if _counts_for(check, next_one, max(signed))]
    elif case.parent:
        checks = [*case.parent.all(ExclusionCheck), *checks]
    own = [check for check in checks if check.offeror == agreement.contractor]
    return max(own, key=attrgetter("checked_at"), default=None)


def _counts_for(check: ExclusionCheck, renewal: int, signed: datetime) -> bool:
    """Return whether a check was made for a renewal, after the present term was signed.

    Its number says so, also where both were done at one instant; a check without one is older
    than the numbers, and its instant decides.
    """
    if check.renewal:
        return check.renewal == renewal
    return check.stage == "renewal" and check.checked_at > signed


@guard(rule="exclusions", id="G58")
def contractor_not_excluded(case: CaseFile) -> Objection | None:
    """Nothing is signed with an excluded firm, or before the exclusion lists are searched."""
    agreement, newest = case.one(Agreement), _newest(case)
    if newest and newest.clear:
        return None
    stage, firm, checked_at = _stage(agreement), agreement.contractor, None
    says = f"{firm} was not checked against the exclusion lists for this {stage}"
    if newest:
        says, checked_at = f"{firm} is on a list of excluded firms", newest.checked_at
    return Objection(
        says=says,
        facts={"contractor": firm, "stage": stage, "checked_at": checked_at},
        clears=(Clears("check_exclusions"),),  # without fields: no remedy proposes a result
    )


@guard(rule="responsibility", id="G77")
def assignee_is_responsible(case: CaseFile, form: Assign) -> Objection | None:
    """An agreement is assigned only to a registered, responsible firm that is not excluded."""
    wrong: list[str] = []
    agreement = case.one(Agreement)
    if form.assignee == agreement.contractor:
        wrong.append(f"{form.assignee} holds the agreement already")
    elif form.assignee not in form.suppliers:
        wrong.append(f"no active supplier is called {form.assignee!r}")
    missing = [name for name in FACTORS if name not in form.factors]
    failed = [name for name, factor in form.factors.items() if not factor.met]
    if missing:
        wrong.append(f"not considered: {', '.join(missing)}")
    for name in failed:
        wrong.append(f"{name} is not met: {form.factors[name].note}")
    excluded = "excluded" in (form.sam, form.state_list)
    if excluded:
        wrong.append(f"{form.assignee} is on a list of excluded firms")
    if not wrong:
        return None
    clears: tuple[Clears, ...] = (_assigned(case, form, missing),)
    if failed or excluded:
        wrong.append("nothing clears that for this firm: another one takes over, or none")
        clears = ()  # no remedy proposes another finding
    return Objection(
        says="; ".join(wrong),
        facts={
            "assignee": form.assignee,
            "missing": missing,
            "failed": failed,
            "lists": [form.sam, form.state_list],
        },
        clears=clears,
    )


def _assigned(case: CaseFile, form: Assign, missing: list[str]) -> Clears:
    """Return the same command for a firm that may take over, with every factor in it."""
    fields: dict[str, object] = {}
    others = sorted(set(form.suppliers) - {case.one(Agreement).contractor})
    if others and form.assignee not in others:
        fields["assignee"] = others[0]
    factors: dict[str, str] = {}
    for name, factor in form.factors.items():
        factors[name] = f"yes, {factor.note}"
    for lacking in missing:
        factors[lacking] = f"yes, (how it is known: {FACTORS[lacking]})"
    return Clears("assign", fields={**fields, "factors": factors})

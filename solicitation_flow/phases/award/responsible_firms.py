"""Whether a firm is able to perform: seven things, each with how it is known."""

from collections.abc import Iterable
from datetime import datetime

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Attachment, ask
from solicitation_flow.phases.award.intents import PostIntent
from solicitation_flow.phases.award.standing import (
    NOBODY_LEFT,
    all_leading,
    leading,
    winning_offers,
)
from solicitation_flow.phrases import for_each_offer, says_something
from solicitation_flow.records.award import FACTORS, FactorName, Factors, Responsibility
from solicitation_flow.records.offers import LotForm, offer_of, offerors_of
from solicitation_flow.records.registers import Slug, Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

EXAMPLE = (
    "resources:yes, audited accounts of 2025; schedule:yes, four trucks are free; "
    "performance:yes, three references called; integrity:yes, nothing adverse found; "
    "skills:yes, twelve years in the trade; facilities:yes, visited on 3 June; "
    "eligibility:yes, licensed and registered"
)


class FindResponsible(LotForm):
    """Finds a firm responsible: able to perform, factor by factor."""

    offeror: Slug = ask("the firm", "acme")
    factors: Factors = ask("FACTOR:yes or no, and a note; semicolons between", EXAMPLE)


class FindNonresponsible(LotForm):
    """Finds a firm nonresponsible and notifies it; its offer gets no award."""

    offeror: Slug = ask("the firm", "acme")
    factor: FactorName = ask("the factor it lacks", "resources")
    defect: Text = ask(
        "in what way it lacks that, as the firm will read it",
        "No surety will bond the firm for a purchase of this size.",
    )
    evidence: Text = ask("how that is known", "The surety's letter of 3 June, page 2.")
    paper: Attachment | None = ask("the document that shows it, if available", default=None)


@action
def find_responsible(
    case: CaseFile, form: FindResponsible, now: datetime, actor: Actor
) -> CaseFile:
    responsibility = Responsibility(
        lot=form.lot,
        offeror=form.offeror,
        responsible=True,
        factors=form.factors,
        found_by=actor.name,
        found_at=now,
    )
    return case.file(responsibility)


@action
def find_nonresponsible(
    case: CaseFile, form: FindNonresponsible, now: datetime, actor: Actor
) -> CaseFile:
    old = case.get(Responsibility, offer_of(form))
    responsibility = Responsibility(
        lot=form.lot,
        offeror=form.offeror,
        responsible=False,
        factors=old.factors if old else {},
        factor=form.factor,
        defect=form.defect,
        evidence=form.evidence,
        paper=form.paper,
        found_by=actor.name,
        found_at=now,
    )
    return case.file(responsibility)


@guard(rule="seven_factors", id="G77")
def seven_factors(form: FindResponsible) -> Objection | None:
    """A firm is found responsible only after each of seven factors was considered and met."""
    missing = [name for name in FACTORS if name not in form.factors]
    failed = [name for name, factor in form.factors.items() if not factor.met]
    wrong = []
    if missing:
        described = [f"{name} ({FACTORS[name]})" for name in missing]
        wrong.append(f"not considered: {'; '.join(described)}")
    for name in failed:
        wrong.append(f"{name} is not met: {form.factors[name].note}")
    if not wrong:
        return None
    clears = _findings_to_complete(form, missing)
    if failed:
        lacks = {"factor": failed[0], "defect": form.factors[failed[0]].note}
        clears = Clears("find_nonresponsible", fields={"offeror": form.offeror, **lacks})
    return Objection("; ".join(wrong), {"missing": missing, "failed": failed}, (clears,))


def _findings_to_complete(form: FindResponsible, missing: list[str]) -> Clears:
    factors: dict[str, str] = {}
    for name, factor in form.factors.items():
        factors[name] = f"yes, {factor.note}"
    for left_out in missing:
        factors[left_out] = f"yes, (how it is known: {FACTORS[left_out]})"
    return Clears("find_responsible", fields={"offeror": form.offeror, "factors": factors})


@guard(rule="responsibility", id="G77")
def lack_is_shown(form: FindNonresponsible) -> Objection | None:
    """A finding of nonresponsibility states what the firm lacks and the evidence for it."""
    wrong, fields = [], {}
    if not says_something(form.defect):
        wrong.append(f"{form.defect!r} does not state what the firm lacks")
        fields["defect"] = "(what the firm lacks to perform, as its letter will state it)"
    if not says_something(form.evidence):
        wrong.append(f"{form.evidence!r} does not say how that is known")
        fields["evidence"] = "(the paper or the person that shows it, and of what day)"
    if not wrong:
        return None
    return Objection(
        says="; ".join(wrong),
        facts={"offeror": form.offeror, "defect": form.defect, "evidence": form.evidence},
        clears=(Clears("find_nonresponsible", fields=fields),),
    )


@guard(rule="responsibility", id="G77")
def winners_responsible(case: CaseFile, form: PostIntent) -> Objection | None:
    """An award is announced only to firms found responsible."""
    missing, unable = [], []
    for offer in winning_offers(form):
        finding = case.get(Responsibility, offer)
        if finding is None:
            missing.append(offer)
        elif not finding.responsible:
            unable.append(offer)
    wrong, clears = [], []
    if missing:
        wrong.append(f"no finding of responsibility is on file for {', '.join(missing)}")
    to_find = missing
    if unable:
        wrong.append(f"found not responsible: {', '.join(unable)}")
        left = [offer for offer in winning_offers(form) if offer not in unable]
        left = left or leading(case, form.lot)
        to_find = [offer for offer in left if case.get(Responsibility, offer) is None]
        if left:
            clears.append(Clears("post_intent", fields={"winners": offerors_of(left)}))
        else:
            wrong.append(NOBODY_LEFT)
    if not wrong:
        return None
    return Objection(
        says="; ".join(wrong),
        facts={"missing": missing, "not_responsible": unable},
        clears=(*for_each_offer("find_responsible", to_find), *clears),
    )


@duty("find_responsible")
def owes_findings(case: CaseFile) -> Iterable[Owed]:
    for offer in all_leading(case):
        if case.get(Responsibility, offer) is None:
            yield Owed("role:officer", f"find whether {offer} is responsible")

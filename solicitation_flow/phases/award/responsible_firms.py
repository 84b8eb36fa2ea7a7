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
from solicitation_flow.phrases import says_something
from solicitation_flow.records.award import FACTORS, FactorName, Factors, Responsibility
from solicitation_flow.records.offers import LotForm, offer_of
from solicitation_flow.records.registers import Slug, Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

EXAMPLE = (
    "resources:yes, audited accounts of 2025; schedule:yes, four trucks are free; "
    "performance:yes, three references called; integrity:yes, nothing adverse found; "
    "skills:yes, twelve years in the trade; facilities:yes, visited on 3 June; "
    "eligibility:yes, licensed and registered"
)


class FindResponsible(LotForm):
    """Finds that a firm is able to perform, factor by factor."""

    offeror: Slug = ask("which firm", "acme")
    factors: Factors = ask("FACTOR:yes or no, and a note; semicolons between", EXAMPLE)


class FindNonresponsible(LotForm):
    """Finds that a firm is not able to perform, and tells it so; its offer gets no award."""

    offeror: Slug = ask("which firm", "acme")
    factor: FactorName = ask("what it lacks", "resources")
    defect: Text = ask(
        "in what way it lacks that, as the firm will read it",
        "No surety will bond the firm for a purchase of this size.",
    )
    evidence: Text = ask("how that is known", "The surety's letter of 3 June, page 2.")
    paper: Attachment | None = ask("the paper that shows it, if at hand", default=None)


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
    """A firm is responsible when each of seven factors was looked at and is there."""
    missing = [each for each in FACTORS if each not in form.factors]
    failed = [name for name, factor in form.factors.items() if not factor.met]
    if not missing and not failed:
        return None
    wrong = [f"not looked at: {'; '.join(f'{each} ({FACTORS[each]})' for each in missing)}"]
    lacking = [f"{each} is not there: {form.factors[each].note}" for each in failed]
    return Objection(
        says="; ".join((wrong if missing else []) + lacking),
        facts={"missing": missing, "failed": failed},
        clears=_factor_clears(form, missing, failed),
    )


def _factor_clears(
    form: FindResponsible, missing: list[str], failed: list[FactorName]
) -> tuple[Clears, ...]:
    if failed:
        lacks = {"factor": failed[0], "defect": form.factors[failed[0]].note}
        return (Clears("find_nonresponsible", fields={"offeror": form.offeror, **lacks}),)
    noted: dict[str, str] = {name: f"yes, {factor.note}" for name, factor in form.factors.items()}
    asked = {name: f"yes, (how it is known: {FACTORS[name]})" for name in missing}
    fields = {"offeror": form.offeror, "factors": {**noted, **asked}}
    return (Clears("find_responsible", fields=fields),)


@guard(rule="responsibility", id="G77")
def lack_is_shown(form: FindNonresponsible) -> Objection | None:
    """A firm found not able to perform is told in what way, and how that is known."""
    asked = {
        "defect": "(what the firm lacks to perform, as it will read it)",
        "evidence": "(the paper or the person that shows it, and of what day)",
    }
    thin = [name for name in asked if not says_something(getattr(form, name))]
    if not thin:
        return None
    wrong = {
        "defect": f"{form.defect!r} does not tell the firm what it lacks",
        "evidence": f"{form.evidence!r} does not say how that is known",
    }
    return Objection(
        says="; ".join(wrong[name] for name in thin),
        facts={"offeror": form.offeror, "defect": form.defect, "evidence": form.evidence},
        clears=(Clears("find_nonresponsible", fields={name: asked[name] for name in thin}),),
    )


@guard(rule="responsibility", id="G77")
def winners_responsible(case: CaseFile, form: PostIntent) -> Objection | None:
    """An award is announced only to firms that were found able to perform."""
    findings = {offer: case.get(Responsibility, offer) for offer in winning_offers(form)}
    missing = [each for each, responsibility in findings.items() if responsibility is None]
    unable = [each for each, found in findings.items() if found and not found.responsible]
    if not missing and not unable:
        return None
    wrong = [f"nobody has found whether {', '.join(missing)} can perform"]
    found = [f"found not able to perform: {', '.join(unable)}"]
    left = [offer for offer in findings if offer not in unable] or leading(case, form.lot)
    found += [] if left else [NOBODY_LEFT]
    untried = [each for each in left if unable and case.get(Responsibility, each) is None]
    looked_at = dict.fromkeys((*missing, *untried))
    clears = [Clears("find_responsible", fields={"offeror": offer.offeror}) for offer in looked_at]
    if unable and left:
        clears.append(Clears("post_intent", fields={"winners": [offer.offeror for offer in left]}))
    return Objection(
        says="; ".join((wrong if missing else []) + (found if unable else [])),
        facts={"missing": missing, "not_responsible": unable},
        clears=tuple(clears),
    )


@duty("find_responsible")
def owes_findings(case: CaseFile) -> Iterable[Owed]:
    for each in all_leading(case):
        if case.get(Responsibility, each) is None:
            yield Owed("role:officer", f"find whether {each} is able to perform")

"""Before anything is published: need, authority to lead, scope, evaluation plan, committee."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated, Literal

from solicitation_flow import workdays
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Attachment, Fill, Form, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.records.papers import Paper
from solicitation_flow.records.preparation import (
    TOTALS,
    Authority,
    Committee,
    Criteria,
    Decimals,
    Edition,
    EvaluationPlan,
    Solicitation,
    Total,
)
from solicitation_flow.records.registers import Line, Names, Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

METHOD = "competitive sealed proposals"
AUTHORITY = "authority_to_lead"
FEWEST_WORDS = 5  # fewer cannot say for whom else one buys

WORDING = (
    "This procurement is conducted on behalf of other public bodies, which may buy from the "
    "resulting agreement."
)
CRITERIA = "quality:40,experience:20,price:40"


class OpenSolicitation(Form):
    """Opens the file of a solicitation one agency will run for many."""

    title: Line = ask("what is to be bought", "Classroom furniture and related services")
    agency: Line = ask("the lead agency", "Prince William County Public Schools")
    scope: Text | None = ask(
        "what is inside the scope, and what is not",
        "Desks, chairs, storage and their installation; no building work.",
        default=None,
    )


class Describe(Form):
    """Says what is given about the solicitation, and leaves the rest as it was."""

    title: Line | None = ask("a new title", "Classroom furniture", default=None)
    scope: Text | None = ask(
        "what is inside the scope, and what is not",
        "Desks, chairs, storage and their installation; no building work.",
        default=None,
    )
    cooperative_wording: Text | None = ask(
        "the sentence that opens the agreement to other public bodies", WORDING, default=None
    )
    contact: Line | None = ask(
        "whom suppliers may write to", "Maria Alvarez, maria@agency.example", default=None
    )


class Authorize(Form):
    """Records by which paper this agency may lead for others."""

    reference: Line = ask("number or name of the resolution", "Board resolution 2026-31")
    dated: date = ask("the date on it", "2026-01-15")
    paper: Attachment | None = ask("the signed paper, if at hand", default=None)


class PlanEvaluation(Form):
    """Fixes how offers will be scored; what is not in the plan may not be scored."""

    criteria: Criteria = ask(
        "KEY:POINTS, with commas between; the criterion called price is scored by formula",
        CRITERIA,
    )
    total: Total = ask("what all points come to: 100 or 1000", 100, default=100)
    price_formula: Literal["ratio"] = ask(
        "ratio: the lowest price earns all points, twice the lowest earns half",
        "ratio",
        default="ratio",
    )
    tie_rule: Text = ask(
        "what decides between equal totals",
        "The higher score in the first criterion, then the lower price, then a witnessed draw.",
        default="The lower price, then a witnessed draw of lots.",
    )
    multi_award: bool = ask("whether more than one award is possible", default=False)
    decimals: Decimals = ask("decimals that points are rounded to, once", 2, default=2)


class NameCommittee(Form):
    """Names who scores the offers."""

    voters: Names = ask("register keys of the people who score", "maria,ben,chen")
    chair: Line | None = ask("who presides", "maria", default=None)
    evaluators: Annotated[tuple[str, ...], Fill("evaluators")] = ask("filled", default=())


class AdoptEdition(Form):
    """Moves an unpublished case to the newest edition of its jurisdiction's rules."""

    newest: Annotated[dict[str, str], Fill("newest_profile")] = ask(
        "filled by the engine", default_factory=dict
    )


@action
def open_solicitation(case: CaseFile, form: OpenSolicitation, actor: Actor) -> CaseFile:
    opened = Solicitation(
        title=form.title, agency=form.agency, method=METHOD, scope=form.scope or ""
    )
    return case.file(opened).called(title=form.title, owner=actor.name)


@action
def describe(case: CaseFile, form: Describe) -> CaseFile:
    said = {name: word for name, word in form.model_dump().items() if word is not None}
    revised = case.one(Solicitation).model_copy(update=said)
    return case.file(revised).called(title=revised.title)


@action
def authorize(case: CaseFile, form: Authorize, now: datetime, actor: Actor) -> CaseFile:
    case = case.file(
        Authority(
            reference=form.reference,
            dated=form.dated,
            authorized_by=actor.name,
            authorized_at=now,
        )
    )
    if form.paper is None:
        return case
    old = case.get(Paper, AUTHORITY)
    paper = Paper(
        paper=AUTHORITY,
        title=form.reference,
        name=form.paper.name,
        bytes=form.paper.bytes,
        digest=form.paper.digest,
        version=old.version + 1 if old else 1,
        filed_by=actor.name,
        filed_at=now,
    )
    return case.file(paper)


@action
def plan_evaluation(case: CaseFile, form: PlanEvaluation) -> CaseFile:
    plan = EvaluationPlan(
        criteria=form.criteria,
        total=form.total,
        price_formula=form.price_formula,
        tie_rule=form.tie_rule,
        multi_award=form.multi_award,
        decimals=form.decimals,
    )
    return case.file(plan)


@action
def name_committee(case: CaseFile, form: NameCommittee) -> CaseFile:
    return case.file(Committee(voters=form.voters, chair=form.chair or ""))


@action
def adopt_edition(case: CaseFile, form: AdoptEdition, now: datetime) -> CaseFile:
    return case.file(Edition(**form.newest, adopted_at=now))


@guard(rule="authority_to_lead", id="G04")
def authority_to_lead(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """An agency leads for others only by a resolution or certificate dated before it publishes."""
    authority = case.get(Authority)
    today = workdays.local(now, law.zone).date()
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
    """The solicitation itself says that it is conducted for other public bodies too."""
    wording = case.one(Solicitation).cooperative_wording
    if len(wording.split()) >= FEWEST_WORDS:
        return None
    said = f"says only {wording!r}" if wording else "says nothing"
    return Objection(
        says=f"the solicitation {said} about other public bodies buying from the agreement",
        facts={"cooperative_wording": wording},
        clears=(
            Clears("describe", fields={"cooperative_wording": law.program.wording or WORDING}),
        ),
    )


@guard(rule="weights_sum", id="G10")
def weights_sum(case: CaseFile) -> Objection | None:
    """The points of all criteria come to the total the solicitation declares."""
    plan = case.get(EvaluationPlan)
    if plan is None:
        return Objection(
            says="there is no evaluation plan yet: criteria and their points are published first",
            facts={"criteria": None},
            clears=(Clears("plan_evaluation", fields={"criteria": CRITERIA, "total": TOTALS[0]}),),
        )
    if plan.comes_to == plan.total:
        return None
    spelt = ",".join(f"{each.key}:{each.points}" for each in plan.criteria)
    total = int(plan.comes_to) if plan.comes_to in TOTALS else plan.total
    return Objection(
        says=f"the criteria come to {plan.comes_to} points, and {plan.total} are declared",
        facts={"points": plan.comes_to, "declared": plan.total, "criteria": spelt},
        clears=(Clears("plan_evaluation", fields={"criteria": spelt, "total": total}),),
    )


@guard(rule="price_is_a_factor", id="G11")
def price_is_a_factor(case: CaseFile) -> Objection | None:
    """Price is one of the criteria, and not the only one."""
    plan = case.get(EvaluationPlan)
    if plan is None or (plan.price_points and plan.judged):
        return None  # that there is no plan is another guard's to say
    missing = "price is not among the criteria" if plan.judged else "price is the only criterion"
    return Objection(
        says=f"{missing}; proposals are judged on price and on other factors",
        facts={"criteria": [each.key for each in plan.criteria]},
        clears=(Clears("plan_evaluation", fields={"criteria": CRITERIA, "total": TOTALS[0]}),),
    )


@guard(rule="committee_known", id="G18")
def voters_are_known(form: NameCommittee) -> Objection | None:
    """Whoever is to score is in the register of people, with the evaluator's role."""
    unknown = [each for each in form.voters if each not in form.evaluators]
    if not unknown:
        return None
    known = ",".join(form.evaluators)
    return Objection(
        says=f"{', '.join(unknown)} could not score: evaluators are {known or 'nobody yet'}",
        facts={"voters": form.voters, "evaluators": form.evaluators},
        clears=(Clears("name_committee", fields={"voters": known}),) if known else (),
    )


@duty("describe")
def owes_description(case: CaseFile) -> Iterable[Owed]:
    if not case.one(Solicitation).cooperative_wording:
        yield Owed("role:officer", "say that other public bodies may buy from the agreement")


@duty("authorize")
def owes_authority(case: CaseFile) -> Iterable[Owed]:
    if case.get(Authority) is None:
        yield Owed("role:officer", "record the authority to lead")


@duty("plan_evaluation")
def owes_plan(case: CaseFile) -> Iterable[Owed]:
    if case.get(EvaluationPlan) is None:
        yield Owed("role:officer", "fix criteria and points")


@duty("name_committee")
def owes_committee(case: CaseFile) -> Iterable[Owed]:
    if case.get(Committee) is None:
        yield Owed("role:officer", "name the people who score")

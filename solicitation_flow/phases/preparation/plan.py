"""The evaluation plan: criteria, points, what is disclosed of them, and multiple awards."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from solicitation_flow.casefile import CaseFile
from solicitation_flow.forms import Form, ask
from solicitation_flow.records.amendments import Amendment
from solicitation_flow.records.issuance import Publication
from solicitation_flow.records.preparation import (
    TOTALS,
    Criteria,
    Decimals,
    EvaluationPlan,
    Total,
    part_digest,
)
from solicitation_flow.records.registers import Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

CRITERIA = "quality:40,experience:20,price:40"
BASIS = (
    "Up to three offerors, the highest in total points, so that every region of the members is "
    "served."
)
FEWEST_WORDS = 5  # fewer cannot say when more than one award is made, and to whom
SHORT = 12  # characters of a digest, enough to tell two plans apart


class PlanEvaluation(Form):
    """Sets the evaluation criteria and points; nothing else may be scored."""

    criteria: Criteria = ask(
        "criteria as KEY:POINTS, or KEY:POINTS:LEAST where fewer points end the consideration of "
        "an offer, separated by commas; price is scored by formula",
        CRITERIA,
    )
    total: Total = ask("total points: 100 or 1000", 100, default=100)
    price_formula: Literal["ratio"] = ask(
        "ratio: the lowest price gets all points, twice the lowest gets half",
        "ratio",
        default="ratio",
    )
    tie_rule: Text = ask(
        "how a tie is broken",
        "The higher score in the first criterion, then the lower price, then a witnessed draw.",
        default="The lower price, then a witnessed draw of lots.",
    )
    multi_award: bool = ask("yes: more than one award is possible", default=False)
    decimals: Decimals = ask("decimals to which points are rounded", 2, default=2)
    multi_award_basis: Text | None = ask(
        "if more than one award is possible: how many, and on what basis",
        BASIS,
        default=None,
    )
    discloses: Literal["points", "order"] = ask(
        "points: the solicitation prints the points; order: only the order of importance",
        "points",
        default="points",
    )
    importance: Text | None = ask(
        "if only the order is printed: the sentence that states it",
        "In order of importance: quality and price alike, then experience.",
        default=None,
    )


@action
def plan_evaluation(case: CaseFile, form: PlanEvaluation) -> CaseFile:
    plan = EvaluationPlan(
        criteria=form.criteria,
        total=form.total,
        price_formula=form.price_formula,
        tie_rule=form.tie_rule,
        multi_award=form.multi_award,
        decimals=form.decimals,
        multi_award_basis=form.multi_award_basis or "",
        discloses=form.discloses,
        importance=form.importance or "",
    )
    return case.file(plan)


@guard(rule="weights_sum", id="G10")
def weights_sum(case: CaseFile) -> Objection | None:
    """The points of all criteria add up to the total stated."""
    plan = case.get(EvaluationPlan)
    if plan is None:
        return Objection(
            says="there is no evaluation plan yet: criteria and their points are published first",
            facts={"criteria": None},
            clears=(Clears("plan_evaluation", fields={"criteria": CRITERIA, "total": TOTALS[0]}),),
        )
    if plan.comes_to == plan.total:
        return None
    return Objection(
        says=f"the criteria come to {plan.comes_to} points, and {plan.total} are declared",
        facts={"points": plan.comes_to, "declared": plan.total, "criteria": _as_text(plan)},
        clears=(_corrected(plan),),
    )


@guard(rule="price_is_a_factor", id="G11")
def price_is_a_factor(case: CaseFile) -> Objection | None:
    """Price is one of the criteria, and not the only one."""
    plan = case.get(EvaluationPlan)
    if plan is None or (plan.price_points and plan.judged):
        return None  # `weights_sum` objects where there is no plan
    missing = "price is the only criterion"
    if plan.judged:
        missing = "price is not among the criteria"
    return Objection(
        says=f"{missing}; proposals are judged on price and on other factors",
        facts={"criteria": [criterion.key for criterion in plan.criteria]},
        clears=(_corrected(plan),),
    )


@guard(rule="importance_disclosed", id="G08")
def importance_disclosed(case: CaseFile) -> Objection | None:
    """The solicitation states the relative importance of price and the other criteria."""
    plan = case.get(EvaluationPlan)
    if plan is None or plan.discloses == "points":
        return None
    unsaid = _unranked(plan)
    if not unsaid:
        return None
    return Objection(
        says=f"the points are not printed, and no sentence says how much {', '.join(unsaid)} "
        f"{'matters' if len(unsaid) == 1 else 'matter'}",
        facts={"importance": plan.importance, "unsaid": unsaid},
        clears=(_corrected(plan),),
    )


@guard(rule="multi_award_disclosed", id="G12")
def multi_award_disclosed(case: CaseFile) -> Objection | None:
    """Where several awards are possible, the solicitation says how many and on what basis."""
    plan = case.get(EvaluationPlan)
    if plan is None or not plan.multi_award or _enough(plan.multi_award_basis):
        return None
    stated = "nothing"
    if plan.multi_award_basis:
        stated = f"only {plan.multi_award_basis!r}"
    return Objection(
        says=f"more than one award is possible, and {stated} says how many and by what",
        facts={"multi_award_basis": plan.multi_award_basis},
        clears=(_corrected(plan),),
    )


@guard(rule="points_disclosed", id="G09")
def points_disclosed(case: CaseFile) -> Objection | None:
    """The points are published before proposals are due, and do not change afterwards."""
    plan, published = part_digest(case.get(EvaluationPlan)), case.get(Publication)
    if published:
        printed = [published.plan]
    else:
        printed = []
    out = []
    for digest in (*printed, *(amendment.plan for amendment in case.all(Amendment))):
        if digest:
            out.append(digest)
    if out[-1:] == [plan]:
        return None
    how = "were not published in time"
    if out:
        how = "were changed after they were published"
    return Objection(
        says=f"the points {how}; once proposals are due, nothing helps but to cancel and "
        "solicit again",
        facts={"published": out[-1][:SHORT] if out else None, "plan": plan[:SHORT]},
    )


def _as_text(plan: EvaluationPlan) -> str:
    criteria: list[str] = []
    for criterion in plan.criteria:
        text = f"{criterion.key}:{criterion.points}"
        if criterion.least is not None:
            text += f":{criterion.least}"
        criteria.append(text)
    return ",".join(criteria)


def _enough(words: str) -> bool:
    return len(words.split()) >= FEWEST_WORDS


def _unranked(plan: EvaluationPlan) -> list[str]:
    """Return the criteria that the sentence on importance does not name."""
    sentence = plan.importance.casefold()
    named = {}
    for criterion in plan.criteria:
        named[criterion.key] = (criterion.key.casefold(), criterion.title.casefold())
    return [key for key, names in named.items() if not any(name in sentence for name in names)]


def _corrected(plan: EvaluationPlan) -> Clears:
    """Return the plan with the fewest changes that every guard of this module accepts."""
    criteria, total = _balanced(plan)
    corrected = {
        **{name: getattr(plan, name) for name in PlanEvaluation.model_fields},
        "criteria": criteria,
        "total": total,
        "multi_award_basis": plan.multi_award_basis,
        "importance": plan.importance,
    }
    if plan.multi_award and not _enough(plan.multi_award_basis):
        corrected["multi_award_basis"] = BASIS
    if plan.discloses == "order" and (_unranked(plan) or criteria == CRITERIA):
        corrected["importance"] = f"In order of importance: {_ordered(criteria)}."
    kept: dict[str, Any] = {}
    for name, value in corrected.items():
        if name in {"criteria", "total"} or value not in (
            "",
            PlanEvaluation.model_fields[name].default,
        ):
            kept[name] = value
    return Clears("plan_evaluation", fields=kept)


def _balanced(plan: EvaluationPlan) -> tuple[Any, int]:
    """Return criteria with price and others, and the total to which they add up."""
    if not (plan.price_points and plan.judged):
        return CRITERIA, TOTALS[0]
    if plan.comes_to in TOTALS:
        return _typed(plan), int(plan.comes_to)
    largest = max(plan.criteria, key=lambda criterion: criterion.points)
    points = largest.points + plan.total - plan.comes_to
    if points <= 0:
        return CRITERIA, TOTALS[0]
    changed = largest.evolve(points=points)
    criteria = tuple(changed if criterion is largest else criterion for criterion in plan.criteria)
    return _typed(plan.evolve(criteria=criteria)), plan.total


def _typed(plan: EvaluationPlan) -> Any:
    """Return the criteria as one line, or as a list where a line would lose a title."""
    line = _as_text(plan)
    if PlanEvaluation.model_validate({"criteria": line}).criteria == plan.criteria:
        return line
    return [criterion.model_dump(mode="json") for criterion in plan.criteria]


def _ordered(criteria: Any) -> str:
    """Return the titles of the criteria, those with the most points first."""
    known = PlanEvaluation.model_validate({"criteria": criteria}).criteria
    by_points: Mapping[str, Any] = {
        criterion.title or criterion.key: criterion.points for criterion in known
    }
    return ", ".join(sorted(by_points, key=lambda title: -by_points[title]))


@duty("plan_evaluation")
def owes_plan(case: CaseFile) -> Iterable[Owed]:
    """The officer plans the evaluation."""
    if case.get(EvaluationPlan) is None:
        yield Owed("role:officer", "fix criteria and points")

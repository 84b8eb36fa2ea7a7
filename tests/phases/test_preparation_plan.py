"""What is published of the criteria beforehand, and plans that objections offer instead."""

from decimal import Decimal
from typing import Any

import pytest

from solicitation_flow.casefile import CaseFile
from solicitation_flow.errors import BadFields
from solicitation_flow.forms import check
from solicitation_flow.phases.amendments import amending
from solicitation_flow.phases.preparation import plan as preparation_plan
from solicitation_flow.records.preparation import EvaluationPlan
from tests.phases import builders, preparing

GUARDS = (
    preparation_plan.weights_sum,
    preparation_plan.price_is_a_factor,
    preparation_plan.importance_disclosed,
    preparation_plan.multi_award_disclosed,
)
ORDER = "In order of importance: quality and price alike, then experience."


def planned(**fields: Any) -> CaseFile:
    words = {"criteria": "quality:40,experience:20,price:40", **fields}
    form = check(preparation_plan.PlanEvaluation, "plan_evaluation", words)
    return preparation_plan.plan_evaluation(builders.opened(), form)


@pytest.mark.parametrize(
    ("fields", "unsaid"),
    [
        ({}, None),
        ({"discloses": "order", "importance": ORDER}, None),
        ({"discloses": "order"}, ["quality", "experience", "price"]),
        ({"discloses": "order", "importance": "Quality, then price."}, ["experience"]),
    ],
)
def test_what_matters_more_is_said_of_every_criterion(
    fields: dict[str, str], unsaid: list[str] | None
) -> None:
    case = planned(**fields)
    objection = preparation_plan.importance_disclosed(case)
    assert (objection and objection.facts["unsaid"]) == unsaid
    if objection:
        assert preparation_plan.importance_disclosed(preparing.obeyed(case, objection)) is None


def test_the_sentence_offered_follows_the_points() -> None:
    objection = preparation_plan.importance_disclosed(planned(discloses="order"))
    assert objection is not None
    assert objection.clears[0].fields["importance"] == (
        "In order of importance: Quality, Price, Experience."
    )


@pytest.mark.parametrize(
    ("basis", "objects"),
    [(None, True), ("Two, by total points", True), ("Up to two, by total points", False)],
)
def test_more_than_one_award_is_announced_with_its_basis(basis: str | None, objects: bool) -> None:
    case = planned(multi_award="yes", multi_award_basis=basis)
    objection = preparation_plan.multi_award_disclosed(case)
    assert bool(objection) is objects
    if objection:
        assert preparation_plan.multi_award_disclosed(preparing.obeyed(case, objection)) is None
    assert preparation_plan.multi_award_disclosed(planned(multi_award_basis=basis)) is None


@pytest.mark.parametrize(
    "fields",
    [
        {"criteria": "quality:50,price:40"},
        {"criteria": "quality:60,price:41"},
        {"criteria": "quality:600,price:400"},
        {"criteria": "quality:1,price:500"},
        {"criteria": "quality:300,service:300,price:300"},
        {"criteria": "quality:30,price:200", "multi_award": "yes"},
        {"criteria": "quality:90", "discloses": "order", "multi_award": "yes"},
        {"criteria": "price:90", "discloses": "order", "importance": "Price alone."},
        {"criteria": "quality:33.3333,price:66.6666"},
    ],
)
def test_one_remedy_mends_all_that_is_wrong_with_a_plan(fields: dict[str, str]) -> None:
    case = planned(**fields)
    objections = [result for item in GUARDS if (result := item(case))]
    assert objections
    for objection in objections:
        mended = preparing.obeyed(case, objection)
        assert [guard(mended) for guard in GUARDS] == [None] * len(GUARDS)


def test_a_remedy_keeps_what_was_not_at_fault() -> None:
    case = planned(
        criteria=[
            {"key": "quality", "points": "50", "title": "Quality of the goods"},
            {"key": "price", "points": "40", "price": True},
        ],
        tie_rule="A witnessed draw.",
        decimals=0,
        multi_award="yes",
        multi_award_basis="One for each of the four regions.",
    )
    plan = preparing.obeyed(case, preparation_plan.weights_sum(case)).one(EvaluationPlan)
    assert [str(criterion.points) for criterion in plan.criteria] == ["60", "40"]
    assert plan.criteria[0].title == "Quality of the goods"
    assert (plan.tie_rule, plan.decimals, plan.multi_award) == ("A witnessed draw.", 0, True)
    assert plan.multi_award_basis == "One for each of the four regions."


# --- points are out before proposals are due ----------------------------------------------------


def kept_back() -> CaseFile:
    case = preparing.described(discloses="order", importance=ORDER)
    return preparing.published(preparing.approved(case))


def test_printed_points_are_disclosed_and_kept_back_ones_are_not() -> None:
    assert preparation_plan.points_disclosed(preparing.published()) is None
    objection = preparation_plan.points_disclosed(kept_back())
    assert objection is not None
    assert objection.clears == ()
    assert "not published in time" in objection.says


def test_an_amendment_may_disclose_the_points() -> None:
    case = kept_back()
    (owed,) = amending.owes_disclosure(case)
    assert (owed.owes, owed.due_at) == ("role:officer", builders.at(builders.DUE))
    case = preparing.amended(case, discloses_points=True)
    assert preparation_plan.points_disclosed(case) is None
    assert list(amending.owes_disclosure(case)) == []
    assert list(amending.owes_disclosure(preparing.published())) == []


def test_a_plan_changed_after_publication_is_not_the_one_disclosed() -> None:
    case = preparing.published()
    plan = case.one(EvaluationPlan)
    objection = preparation_plan.points_disclosed(case.file(plan.evolve(decimals=1)))
    assert objection is not None
    assert "changed after they were published" in objection.says


@pytest.mark.parametrize(
    ("criteria", "says"),
    [
        ("quality:40:41,price:60", "at least 41 of 40 points"),
        ("quality:40,price:60:10", "it can have no least"),
        ("quality:40:x,price:60", "criteria"),
        ("quality:40:0,price:60", "criteria"),
    ],
)
def test_case_24_the_least_points_of_a_criterion_make_sense(criteria: str, says: str) -> None:
    with pytest.raises(BadFields, match=says):
        check(preparation_plan.PlanEvaluation, "plan_evaluation", {"criteria": criteria})


def test_case_24_the_least_points_are_stored_only_where_they_are_stated() -> None:
    form = check(
        preparation_plan.PlanEvaluation, "plan_evaluation", {"criteria": "quality:40:25,price:60"}
    )
    assert [criterion.least for criterion in form.criteria] == [Decimal(25), None]
    assert "least" not in form.criteria[1].model_dump(mode="json")

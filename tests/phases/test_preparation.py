from datetime import date

import pytest

from solicitation_flow.errors import BadFields
from solicitation_flow.forms import check
from solicitation_flow.phases.preparation import approval, committee, need
from solicitation_flow.phases.preparation import plan as preparation_plan
from solicitation_flow.records.papers import Paper
from solicitation_flow.records.preparation import (
    Authority,
    Committee,
    Edition,
    EvaluationPlan,
    Solicitation,
)
from tests.phases import builders

NOW = builders.at("2026-05-20 09:00")
LAW = builders.law()


def authorized(dated: date) -> need.Authorize:
    return need.Authorize(reference="Board 7", dated=dated, paper=builders.attachment())


def test_a_solicitation_is_named_and_owned_by_whoever_opens_it() -> None:
    case = builders.opened()
    assert (case.title, case.owner) == ("Furniture", "maria")
    assert case.one(Solicitation).method == "competitive sealed proposals"


def test_describing_changes_what_is_said_and_leaves_the_rest() -> None:
    case = need.describe(builders.opened(), need.Describe(scope="Desks."))
    case = need.describe(case, need.Describe(title="Desks"))
    solicitation = case.one(Solicitation)
    assert (solicitation.title, solicitation.scope, solicitation.agency) == (
        "Desks",
        "Desks.",
        "Schools",
    )
    assert case.title == "Desks"


def test_nobody_leads_without_authority() -> None:
    objection = need.authority_to_lead(builders.opened(), NOW, LAW)
    assert objection is not None
    assert objection.clears[0].command == "authorize"
    again = check(need.Authorize, "authorize", objection.clears[0].fields)
    case = need.authorize(builders.opened(), again, NOW, builders.MARIA)
    assert need.authority_to_lead(case, NOW, LAW) is None


@pytest.mark.parametrize(("dated", "objects"), [(20, False), (21, True)])
def test_authority_must_not_be_dated_after_today(dated: int, objects: bool) -> None:
    form = authorized(date(2026, 5, dated))
    case = need.authorize(builders.opened(), form, NOW, builders.MARIA)
    objection = need.authority_to_lead(case, NOW, LAW)
    assert bool(objection) is objects
    if objection:
        assert objection.earliest == builders.at("2026-05-21 00:00")
        assert need.authority_to_lead(case, objection.earliest, LAW) is None


def test_today_is_the_agencys_today() -> None:
    case = need.authorize(builders.opened(), authorized(date(2026, 5, 20)), NOW, builders.MARIA)
    assert need.authority_to_lead(case, builders.at("2026-05-19 23:59"), LAW)
    assert need.authority_to_lead(case, builders.at("2026-05-20 00:00"), LAW) is None


def test_the_signed_resolution_is_filed_as_a_paper() -> None:
    case = builders.opened()
    for version in (1, 2):
        case = need.authorize(case, authorized(date(2026, 1, 1)), NOW, builders.MARIA)
        assert case.one(Paper, "authority_to_lead").version == version
    assert case.one(Authority).authorized_by == "maria"


@pytest.mark.parametrize(
    ("wording", "objects"),
    [(None, True), ("For us all.", True), ("Other public bodies may buy.", False)],
)
def test_the_solicitation_must_say_that_others_may_buy(wording: str | None, objects: bool) -> None:
    form = need.Describe(cooperative_wording=wording)
    case = need.describe(builders.opened(), form)
    objection = need.cooperative_wording(case, LAW)
    assert bool(objection) is objects
    if objection:
        case = need.describe(case, need.Describe(**objection.clears[0].fields))
        assert need.cooperative_wording(case, LAW) is None


@pytest.mark.parametrize(
    ("criteria", "total", "objects"),
    [
        ("quality:60,price:40", 100, False),
        ("quality:60,price:39", 100, True),
        ("quality:60,price:40.0001", 100, True),
        ("quality:600,price:400", 1000, False),
        ("quality:600,price:400", 100, True),
    ],
)
def test_points_come_to_the_declared_total(criteria: str, total: int, objects: bool) -> None:
    case = builders.drafted(criteria, total=total)
    assert bool(preparation_plan.weights_sum(case)) is objects


def test_a_plan_that_comes_to_the_other_total_is_offered_that_total() -> None:
    objection = preparation_plan.weights_sum(builders.drafted("quality:600,price:400"))
    assert objection is not None
    again = check(preparation_plan.PlanEvaluation, "plan_evaluation", objection.clears[0].fields)
    assert (
        preparation_plan.weights_sum(preparation_plan.plan_evaluation(builders.opened(), again))
        is None
    )


def test_without_a_plan_one_objection_says_so_and_offers_one() -> None:
    case = builders.opened()
    objection = preparation_plan.weights_sum(case)
    assert objection is not None
    assert preparation_plan.price_is_a_factor(case) is None
    again = check(preparation_plan.PlanEvaluation, "plan_evaluation", objection.clears[0].fields)
    case = preparation_plan.plan_evaluation(case, again)
    assert preparation_plan.weights_sum(case) is preparation_plan.price_is_a_factor(case) is None


@pytest.mark.parametrize(
    ("criteria", "objects"),
    [("quality:100", True), ("price:100", True), ("quality:99,price:1", False)],
)
def test_price_is_one_factor_among_others(criteria: str, objects: bool) -> None:
    assert bool(preparation_plan.price_is_a_factor(builders.drafted(criteria))) is objects


def test_typed_criteria_are_exact_and_keep_their_order() -> None:
    plan = builders.drafted("quality:33.3, experience:26.7,price:40").one(EvaluationPlan)
    assert [criterion.key for criterion in plan.criteria] == ["quality", "experience", "price"]
    assert [item.title for item in plan.judged] == ["Quality", "Experience"]
    assert (str(plan.comes_to), str(plan.price_points)) == ("100.0", "40")
    assert EvaluationPlan.model_validate_json(plan.body()) == plan


@pytest.mark.parametrize(
    "criteria",
    [
        "",
        "quality",
        "quality:",
        ":40",
        "quality:forty",
        "quality:-1",
        "quality:0",
        "quality:1e9999999",
        "quality:40,quality:60",
        [{"key": "quality", "points": 40.5}],
        [{"key": "Quality of goods", "points": "40"}],
        [{"key": "quality", "points": "40", "weight": "2"}],
    ],
)
def test_criteria_that_mean_nothing_are_a_bad_field(criteria: object) -> None:
    with pytest.raises(BadFields):
        check(preparation_plan.PlanEvaluation, "plan_evaluation", {"criteria": criteria})


def test_every_bad_field_of_a_plan_is_told_at_once() -> None:
    words = {"criteria": "a:1,a:2", "total": "90", "decimals": "7", "price_formula": "linear"}
    with pytest.raises(BadFields) as caught:
        check(preparation_plan.PlanEvaluation, "plan_evaluation", words)
    assert {bad.field for bad in caught.value.fields} == set(words)


def test_a_committee_names_nobody_twice() -> None:
    with pytest.raises(BadFields, match="ben twice"):
        check(committee.NameCommittee, "name_committee", {"voters": "ben,chen,ben"})
    assert builders.drafted().one(Committee).voters == builders.VOTERS


def test_voters_are_evaluators_in_the_register() -> None:
    known = {"evaluators": builders.VOTERS}
    form = committee.NameCommittee.model_validate({"voters": "ben,orla", **known})
    objection = committee.voters_are_known(form)
    assert objection is not None
    assert objection.says.startswith("orla could not score")
    again = committee.NameCommittee.model_validate({**objection.clears[0].fields, **known})
    assert committee.voters_are_known(again) is None
    assert again.voters == builders.VOTERS


def test_an_adopted_edition_is_on_file() -> None:
    newest = {"jurisdiction": "va-local", "edition": "2027", "sha256": "a" * 64}
    form = check(approval.AdoptEdition, "adopt_edition", {"newest": newest}, filled=True)
    case = approval.adopt_edition(builders.opened(), form, NOW)
    assert [edition.edition for edition in case.all(Edition)] == ["2027"]


def test_the_inbox_empties_as_the_file_fills() -> None:
    duties = (
        need.owes_description,
        need.owes_authority,
        preparation_plan.owes_plan,
        committee.owes_committee,
    )
    assert [len(list(duty(builders.opened()))) for duty in duties] == [1, 1, 1, 1]
    assert [list(duty(builders.drafted())) for duty in duties] == [[], [], [], []]

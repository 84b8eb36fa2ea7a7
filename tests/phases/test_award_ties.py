"""Equal totals: each published tie rule is carried out step by step, and the rest is asked."""

from decimal import Decimal

import pytest

from solicitation_flow.casefile import CaseFile
from solicitation_flow.forms import check
from solicitation_flow.phases.award import intents, ties
from solicitation_flow.phases.award.intents import PostIntent
from solicitation_flow.phases.evaluation.prices import rank_offers
from solicitation_flow.records.evaluation import PriceOffer, ScoreSheet
from solicitation_flow.records.preparation import EvaluationPlan
from tests.phases import builders
from tests.phases.builders import MARIA

NOW = builders.at("2026-06-24 09:00")


def tied(tie_rule: str, **quality: int) -> CaseFile:
    """Return a case in which acme and zenith have the same price and the same total."""
    case = builders.ranked()
    plan = case.one(EvaluationPlan).evolve(tie_rule=tie_rule)
    case = case.file(plan)
    criteria = [criterion.key for criterion in plan.judged]
    first, second = criteria[0], criteria[1]
    for sheet in case.all(ScoreSheet):
        points = quality.get(sheet.offeror, 10)
        scores = {key: Decimal(1) for key in criteria}
        scores |= {first: Decimal(points), second: Decimal(20 - points)}
        case = case.file(sheet.evolve(scores=scores))
    for price in case.all(PriceOffer):
        case = case.file(price.evolve(amount=Decimal(41000)))
    return rank_offers(case, now=NOW, actor=MARIA)


def posted(winner: str, **fields: str) -> PostIntent:
    return check(PostIntent, "post_intent", {"winners": winner, "basis": builders.BASIS, **fields})


def says(case: CaseFile, form: PostIntent) -> str:
    objection = ties.tie_is_decided(case, form, MARIA)
    return objection.says if objection else ""


@pytest.mark.parametrize(
    ("rule", "by"),
    [
        ("The higher score in the first criterion, then the lower price, then a witnessed draw.",
         ["criterion", "price", "draw"]),
        ("Lower price.", ["price"]),
        ("Lowest total cost; then drawing of lots", ["price", "draw"]),
        ("The highest quality score, then the toss of a coin before a witness",
         ["criterion", "draw"]),
        ("the offeror with the greater technical score", ["technical"]),
        ("The board decides.", ["people"]),
    ],
)  # fmt: skip
def test_a_tie_rule_is_read_step_by_step_and_what_is_not_known_is_for_people(
    rule: str, by: list[str]
) -> None:
    plan = tied(rule).one(EvaluationPlan)
    assert [step.by for step in ties.steps(plan)] == by


def test_case_02_the_firm_the_tie_rule_decides_against_is_not_announced() -> None:
    rule = "The higher score in the first criterion, then the lower price, then a witnessed draw."
    case = tied(rule, acme=8, zenith=12)
    assert "decides against acme" in says(case, posted("acme"))
    assert not says(case, posted("zenith"))
    words = "Equal totals with zenith, decided by the higher score in the first criterion."
    assert says(case, posted("acme").evolve(basis=words, tie_break=words))
    objection = ties.tie_is_decided(case, posted("acme"), MARIA)
    assert objection is not None
    assert objection.clears[0].fields["winners"] == ("zenith",)


def test_a_draw_says_who_drew_and_before_which_other_witness() -> None:
    case = tied("The lower price, then a witnessed draw of lots.")
    draw = {"tie_break": "A lot was drawn from two sealed papers; it named acme."}
    assert "who drew is not stated" in says(case, posted("acme", **draw))
    draw["drawn_by"] = "Walter Reed"
    assert "somebody else" in says(case, posted("acme", **draw, draw_witness="Walter Reed"))
    assert not says(case, posted("acme", **draw, draw_witness="Ann Pike"))
    assert not says(case, posted("zenith", **draw, draw_witness="Ann Pike"))


def test_a_rule_that_people_decide_by_asks_how_they_did() -> None:
    case = tied("The board decides.")
    assert "how the tie was decided is not stated" in says(case, posted("acme"))
    decided = "The board decided on 3 March for the shorter delivery time of acme."
    assert not says(case, posted("acme", tie_break=decided))


def test_a_remedy_leaves_open_what_only_people_decide() -> None:
    case = tied("The lower price, then a witnessed draw of lots.")
    objection = ties.tie_is_decided(case, posted("acme"), MARIA)
    assert objection is not None
    assert set(objection.clears[0].fields.values()) == {"..."}
    basis = intents.award_basis(case, posted("nobody"))
    assert basis is not None
    assert basis.clears[0].fields["basis"] == "..."


def test_without_equal_totals_nothing_is_asked() -> None:
    assert not says(builders.ranked(), posted("acme"))

"""Need, method, terms and approval: what must be written down before anybody is informed."""

from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from solicitation_flow import yamlfile
from solicitation_flow.casefile import Actor
from solicitation_flow.errors import BadFields
from solicitation_flow.forms import check
from solicitation_flow.jurisdiction import Circumstances, check_overlay
from solicitation_flow.phases.issuance import publication
from solicitation_flow.phases.preparation import approval, duration, estimate, plan
from solicitation_flow.phases.preparation import need as preparation_need
from solicitation_flow.phases.preparation import terms as preparation_terms
from solicitation_flow.phases.preparation.terms import STATED
from solicitation_flow.records.papers import Paper
from solicitation_flow.records.preparation import (
    FEDERAL_CLAUSES,
    Approval,
    MethodChoice,
    Solicitation,
    Terms,
)
from tests.phases import builders, preparing

NOW = preparing.NOW
JURISDICTIONS = builders.WORKFLOWS / "jurisdictions"
FOUR, FIVE = "Prices are not everything", "Prices are not everything here"


def justified(reasons: str) -> preparation_need.JustifyMethod:
    return preparation_need.JustifyMethod(finding="not_practicable", reasons=reasons)


# --- method and own need ------------------------------------------------------------------------


def test_the_method_needs_reasons_on_file_and_what_is_asked_for_is_enough() -> None:
    case = builders.drafted()
    objection = preparation_need.method_justified(case)
    assert objection is not None
    assert objection.says == "no finding on file says why sealed bidding cannot be used"
    case = preparing.obeyed(case, objection)
    assert preparation_need.method_justified(case) is None
    assert case.one(MethodChoice).method == "competitive sealed proposals"


@pytest.mark.parametrize(("reasons", "objects"), [(FOUR, True), (FIVE, False)])
def test_four_words_give_no_reason_and_five_may(reasons: str, objects: bool) -> None:
    form = justified(reasons)
    case = preparation_need.justify_method(builders.drafted(), form, NOW, builders.MARIA)
    objection = preparation_need.method_justified(case)
    assert bool(objection) is objects
    if objection:
        assert objection.clears[0].fields["finding"] == "not_practicable"
        assert preparation_need.method_justified(preparing.obeyed(case, objection)) is None


@pytest.mark.parametrize(("need", "objects"), [(None, True), (FOUR, True), (FIVE, False)])
def test_a_lead_agency_says_what_it_would_buy_itself(need: str | None, objects: bool) -> None:
    case = preparation_need.describe(builders.drafted(), preparation_need.Describe(own_need=need))
    objection = preparation_need.own_need(case)
    assert bool(objection) is objects
    if objection:
        assert preparation_need.own_need(preparing.obeyed(case, objection)) is None


# --- terms --------------------------------------------------------------------------------------


def test_terms_are_stated_bit_by_bit_and_the_rest_stays() -> None:
    first = check(preparation_terms.SetTerms, "set_terms", {"validity_days": 90, "means": "paper"})
    case = preparation_terms.set_terms(builders.drafted(), first, NOW, builders.MARIA)
    then = check(
        preparation_terms.SetTerms, "set_terms", {"validity_days": 120, "board_approves": "yes"}
    )
    terms = preparation_terms.set_terms(case, then, NOW, builders.ANN).one(Terms)
    assert (terms.validity_days, terms.means, terms.board_approves) == (120, "paper", True)
    assert terms.set_by == "ann"


@pytest.mark.parametrize("name", [*STATED, "scope", "contact"])
def test_whatever_is_left_out_of_the_contents_is_named_and_can_be_added(name: str) -> None:
    case = preparing.described()
    assert preparation_terms.contents_complete(case) is None
    kind: Any = Terms if name in STATED else Solicitation
    empty = None if name in {"contract_type", "validity_days", "means"} else ""
    case = case.file(case.one(kind).evolve(**{name: empty}))
    objection = preparation_terms.contents_complete(case)
    assert objection is not None
    assert objection.facts == {"missing": [name]}
    assert preparation_terms.contents_complete(preparing.obeyed(case, objection)) is None


def test_without_any_terms_all_of_them_are_asked_for_at_once() -> None:
    case = builders.drafted()
    objection = preparation_terms.contents_complete(case)
    assert objection is not None
    assert [remedy.command for remedy in objection.clears] == ["describe", "set_terms"]
    assert preparation_terms.contents_complete(preparing.obeyed(case, objection)) is None


@pytest.mark.parametrize(
    ("contract_type", "objects"),
    [("cost_reimbursement", False), ("cost_plus_percentage", True), (None, False)],
)
def test_nobody_is_paid_a_percentage_of_cost(contract_type: str | None, objects: bool) -> None:
    case = preparing.described()
    case = case.file(case.one(Terms).evolve(contract_type=contract_type))
    objection = preparation_terms.contract_type_legal(case)
    assert bool(objection) is objects
    if objection:
        assert preparation_terms.contract_type_legal(preparing.obeyed(case, objection)) is None


def test_a_solicitation_says_that_it_may_be_cancelled() -> None:
    case = preparing.described()
    objection = preparation_terms.cancellable(case)
    assert objection is not None
    assert preparation_terms.cancellable(preparing.obeyed(case, objection)) is None
    assert preparation_terms.cancellable(builders.drafted())


@pytest.mark.parametrize(("clauses", "objects"), [(11, False), (10, True), (0, True)])
def test_federal_money_brings_its_clauses(clauses: int, objects: bool) -> None:
    law = preparing.ruled(federal_clauses={"number": 11, "strength": "warn"})
    named = ",".join(FEDERAL_CLAUSES[:clauses])
    case = preparing.terms(preparing.described(), federal_funds="yes", federal_clauses=named)
    objection = preparation_terms.federal_clauses(case, law)
    assert bool(objection) is objects
    if objection:
        assert len(objection.facts["missing"]) == 12 - clauses
        assert preparation_terms.federal_clauses(preparing.obeyed(case, objection), law) is None


@pytest.mark.parametrize(
    ("value", "subject", "never"),
    [
        ("900000", "goods", {"equal_opportunity", "davis_bacon"}),
        ("900000", "construction", set()),
        (None, "construction", set()),  # an amount nobody knows may be any amount
        ("9000", "goods", {"equal_opportunity", "davis_bacon", "termination", "lobbying"}),
    ],
)
def test_law_audit_b_eleven_clauses_without_debarment_do_not_pass(
    value: str | None, subject: str, never: set[str]
) -> None:
    circumstances = Circumstances(Decimal(value) if value else None, subject, "federal")
    overlay = check_overlay(yamlfile.read_file(JURISDICTIONS / "us-2cfr200.yaml"))
    laid = replace(builders.jurisdiction("va-local"), overlays=(overlay,))
    law = laid.law_for("rfp", circumstances)
    named = ",".join(clause for clause in FEDERAL_CLAUSES if clause != "debarment")
    case = preparing.terms(preparing.described(), federal_funds="yes", federal_clauses=named)
    objection = preparation_terms.federal_clauses(case, law)
    assert objection is not None
    assert objection.facts["missing"] == ["debarment"]
    none = preparing.terms(preparing.described(), federal_funds="yes")
    objection = preparation_terms.federal_clauses(none, law)
    assert objection is not None
    assert never.isdisjoint(objection.facts["missing"])
    assert "debarment" in objection.facts["missing"]
    assert preparation_terms.federal_clauses(preparing.obeyed(none, objection), law) is None


@pytest.mark.parametrize(
    ("fields", "longest", "objects"),
    [
        ({"term_months": "36"}, 36, False),
        ({"term_months": "36", "renewals": "2", "renewal_months": "12"}, 60, False),
        ({"term_months": "36", "renewals": "2", "renewal_months": "12,24"}, 72, False),
        ({"term_months": "36", "renewals": "2"}, None, True),
        ({"term_months": "36", "renewals": "3", "renewal_months": "12,24"}, None, True),
        ({"term_months": "36", "renewal_months": "12"}, 36, True),
        ({"renewals": "2", "renewal_months": "12"}, None, True),
    ],
)
def test_the_terms_state_the_length_of_each_option(
    fields: dict[str, str], longest: int | None, objects: bool
) -> None:
    case = preparing.terms(preparing.described(), **fields)
    assert case.one(Terms).longest_months == longest
    assert bool(duration.options_agree(case)) is objects


@pytest.mark.parametrize(
    ("ceiling", "objects"),
    [
        ({"years": 5}, False),
        ({"months": 59}, True),
        ({"days": 1000}, True),
        ({"days": None}, False),
    ],
)
def test_a_stated_term_stays_within_the_ceiling(
    ceiling: dict[str, int | None], objects: bool
) -> None:
    law = preparing.ruled(term_ceiling=ceiling)
    fields = {"term_months": "36", "renewals": "2", "renewal_months": "12"}
    case = preparing.terms(preparing.described(), **fields)
    assert bool(duration.stated_term_within_ceiling(case, preparing.NOW, law)) is objects


def test_without_federal_money_no_clause_is_asked_for() -> None:
    law = preparing.ruled(federal_clauses={"number": 11})
    assert preparation_terms.federal_clauses(preparing.described(), law) is None
    assert preparation_terms.federal_clauses(builders.drafted(), law) is None


def test_where_the_number_of_clauses_is_not_known_all_of_them_will_do() -> None:
    case = preparing.terms(preparing.described(), federal_funds="yes")
    objection = preparation_terms.federal_clauses(case, builders.without("federal_clauses"))
    assert objection is not None
    assert objection.unknown
    case = preparing.obeyed(case, objection)
    assert preparation_terms.federal_clauses(case, builders.without("federal_clauses")) is None


def test_a_clause_nobody_knows_is_a_bad_field() -> None:
    with pytest.raises(BadFields, match="davis-bacon"):
        check(preparation_terms.SetTerms, "set_terms", {"federal_clauses": "remedies,davis-bacon"})


# --- approval -----------------------------------------------------------------------------------


def test_only_what_was_approved_is_published() -> None:
    case = preparing.described()
    objection = approval.approved_to_solicit(case)
    assert objection is not None
    assert objection.says == "the solicitation has not been approved for publication"
    case = preparing.obeyed(case, objection)
    assert approval.approved_to_solicit(case) is None
    assert case.one(Approval).approved_by == "ann"


def test_an_approval_lapses_with_whatever_changes_and_says_what_did() -> None:
    case = preparing.approved(preparing.described())
    case = plan.plan_evaluation(
        case, plan.PlanEvaluation.model_validate({"criteria": "quality:60,price:40"})
    )
    case = preparing.terms(case, validity_days=60)
    objection = approval.approved_to_solicit(case)
    assert objection is not None
    assert objection.says == "changed since ann approved it: terms, evaluation plan"
    assert approval.approved_to_solicit(preparing.obeyed(case, objection)) is None


def test_setting_the_same_terms_again_changes_nothing_that_was_approved() -> None:
    case = preparing.approved(preparing.described())
    same = check(preparation_terms.SetTerms, "set_terms", {"validity_days": 120})
    later = builders.at("2026-05-21 09:00")
    case = preparation_terms.set_terms(case, same, later, Actor("otto", frozenset({"officer"})))
    assert approval.approved_to_solicit(case) is None


def test_who_runs_a_solicitation_does_not_approve_it() -> None:
    both = Actor("maria", frozenset({"officer", "approver"}))
    objection = approval.approver_is_not_owner(preparing.described(), both)
    assert objection is not None
    assert objection.clears[0].command == "approve_to_solicit"
    assert approval.approver_is_not_owner(preparing.described(), builders.ANN) is None


# --- estimate -----------------------------------------------------------------------------------


def estimated(dated: str, amount: str = "900000") -> estimate.RecordEstimate:
    words = {"amount": amount, "dated": dated, "basis": "Last year's prices.", "made_by": "Dana"}
    return check(estimate.RecordEstimate, "record_estimate", words)


def federal(**fields: Any) -> Any:
    return preparing.published(
        preparing.terms(preparing.described(), federal_funds="yes", **fields)
    )


@pytest.mark.parametrize(("dated", "objects"), [("2026-06-14", False), ("2026-06-15", True)])
def test_an_estimate_is_made_before_offers_could_be_seen(dated: str, objects: bool) -> None:
    case = estimate.record_estimate(federal(), estimated(dated), NOW, builders.MARIA)
    objection = estimate.estimate_on_file(case, builders.at(builders.OPENED_AT), builders.law())
    assert bool(objection) is objects


def test_without_an_estimate_the_opening_waits_for_one_made_in_time() -> None:
    case, now = federal(), builders.at(builders.OPENED_AT)
    objection = estimate.estimate_on_file(case, now, builders.law())
    assert objection is not None
    assert objection.clears[0].fields == {"dated": "2026-06-14"}
    case = preparing.obeyed(case, objection)
    assert estimate.estimate_on_file(case, now, builders.law()) is None


@pytest.mark.parametrize(("value", "objects"), [("350000", False), ("350000.01", True)])
def test_a_small_purchase_needs_none(value: str, objects: bool) -> None:
    case, now = federal(expected_value=value), builders.at(builders.OPENED_AT)
    objection = estimate.estimate_on_file(case, now, with_threshold("350000"))
    assert bool(objection) is objects
    if objection:
        assert not objection.unknown


def with_threshold(amount: str) -> Any:
    """Return a law whose rule on small purchases has an amount."""
    law, small = builders.law(), SimpleNamespace(amount=Decimal(amount))
    return SimpleNamespace(zone=law.zone, title=law.title, rule=lambda _: small)


def test_the_estimate_itself_is_a_paper_of_the_file() -> None:
    form = estimated("2026-05-02").evolve(paper=builders.attachment())
    case = federal()
    for version in (1, 2):
        case = estimate.record_estimate(case, form, NOW, builders.MARIA)
        assert case.one(Paper, "independent_estimate").version == version


def test_an_unknown_threshold_asks_for_a_determination() -> None:
    now = builders.at(builders.OPENED_AT)
    case = federal(expected_value="350000")
    objection = estimate.estimate_on_file(case, now, builders.without("simplified_acquisition"))
    assert objection is not None
    assert objection.unknown


def test_where_no_federal_money_is_spent_no_estimate_is_asked_for() -> None:
    now = builders.at(builders.OPENED_AT)
    assert estimate.estimate_on_file(preparing.published(), now, builders.law()) is None
    assert estimate.estimate_on_file(builders.published(), now, builders.law()) is None


# --- duties -------------------------------------------------------------------------------------


def test_the_inbox_empties_as_the_whole_file_fills() -> None:
    duties = (
        preparation_need.owes_method,
        preparation_terms.owes_terms,
        preparation_need.owes_description,
    )
    assert [len(list(duty(builders.opened()))) for duty in duties] == [1, 1, 1]
    assert [list(duty(preparing.described())) for duty in duties] == [[], [], []]
    unscoped = preparing.terms(builders.drafted())
    (owed,) = preparation_need.owes_description(unscoped)
    assert owed.says == "say what is inside the scope, and whom suppliers write to"


def test_approval_is_owed_and_owed_again_before_publication_is() -> None:
    case = preparing.described()
    (owed,) = approval.owes_approval(case)
    assert owed.owes == "role:approver"
    assert list(publication.owes_publication(case)) == []
    case = preparing.approved(case)
    assert list(approval.owes_approval(case)) == []
    assert [item.owes for item in publication.owes_publication(case)] == ["role:officer"]
    (owed,) = approval.owes_approval(preparing.terms(case, validity_days=30))
    assert owed.says == "approve again what has changed: terms"

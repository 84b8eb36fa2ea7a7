"""Renewals of an agreement: as many as agreed, in time, within the longest term, at fair prices."""

from datetime import date

import pytest

from solicitation_flow.phases.agreements import (
    renewing,
    signing,
)
from solicitation_flow.phrases import latest_by_law
from solicitation_flow.records.agreements import (
    Agreement,
    Renewal,
)
from solicitation_flow.records.papers import Paper
from tests.phases import builders
from tests.phases.agreeing import LAW, SECOND, SIGNED, executed, lawful, renewal, renewed, without

# --- renewals


def test_a_renewal_moves_the_dates_and_uses_one_up() -> None:
    now = builders.at("2029-04-01 09:00")
    case = renewed(executed(), now, letter=builders.attachment("letter.pdf").model_dump())
    assert case.due("expiry") == builders.at("2030-08-01 00:00")
    assert case.one(Agreement).renew_by == date(2030, 5, 2)
    assert case.due("renewal_alert") == builders.at("2030-05-03 00:00")
    assert case.one(Renewal, "1").was == date(2029, 7, 31)
    assert case.one(Paper, "renewal_letter_1").name == "letter.pdf"
    case = renewed(case, now, expires_on="2031-07-31", renew_by="2031-01-01")
    last = case.deadline("renewal_alert")
    assert last is not None
    assert (last.status, case.one(Agreement).renew_by) == ("met", None)


def test_only_the_renewals_agreed_on_are_left() -> None:
    now = builders.at("2029-04-01 09:00")
    assert renewing.options_left(executed()) is None
    once = renewed(executed(), now)
    assert renewing.options_left(once) is None
    assert renewing.options_left(renewed(once, now)) is not None
    objection = renewing.options_left(executed(renewals="0"))
    assert objection is not None
    assert objection.clears == ()


@pytest.mark.parametrize(
    ("expires", "objects"), [("2029-07-30", True), ("2029-07-31", True), ("2029-08-01", False)]
)
def test_a_renewal_is_longer_than_the_term_it_renews(expires: str, objects: bool) -> None:
    form = renewal(expires_on=expires)
    objection = signing.term_is_sound(executed(), form, SIGNED, LAW)
    assert bool(objection) is objects
    if objection:
        better = renewal(**objection.clears[0].fields)
        assert signing.term_is_sound(executed(), better, SIGNED, LAW) is None
    late = renewal(renew_by="2030-08-01")
    objection = signing.term_is_sound(executed(), late, SIGNED, LAW)
    assert objection is not None
    assert objection.clears[0].fields == {"renew_by": "2030-07-31"}


@pytest.mark.parametrize(
    ("printed", "expires", "objects"),
    [
        (None, "2031-07-31", False),  # 1826 days from 1 August 2026 end on 31 July 2031
        (None, "2031-08-01", True),
        ("2030-07-31", "2030-07-31", False),
        ("2030-07-31", "2030-08-01", True),
        ("2035-07-31", "2031-07-31", False),
        ("2035-07-31", "2031-08-01", True),
    ],
)
def test_all_renewals_stay_within_the_longest_term(
    printed: str | None, expires: str, objects: bool
) -> None:
    case = executed(latest_end=printed)
    objection = renewing.term_ceiling(case, renewal(expires_on=expires), LAW)
    assert bool(objection) is objects
    if objection:
        better = renewal(**objection.clears[0].fields)
        assert renewing.term_ceiling(case, better, LAW) is None


def test_a_longest_term_neither_printed_nor_known_asks() -> None:
    law = without("term_ceiling")
    objection = renewing.term_ceiling(executed(), renewal(), law)
    assert objection is not None
    assert objection.unknown
    assert renewing.term_ceiling(executed(latest_end="2031-07-31"), renewal(), law) is None
    objection = renewing.term_ceiling(executed(latest_end="2029-07-31"), renewal(), law)
    assert objection is not None
    assert objection.clears == ()


def test_real_case_3_terms_03_at_the_longest_term_nothing_is_left_to_renew() -> None:
    case = renewed(executed(latest_end="2031-07-31"), SIGNED, expires_on="2031-07-31")
    agreement = case.one(Agreement)
    assert (agreement.renewals_left, agreement.renew_by) == (0, None)
    alert = case.deadline("renewal_alert")
    assert alert is not None
    assert alert.status == "met"
    objection = renewing.options_left(case)
    assert objection is not None
    assert "the longest term printed is reached with 2031-07-31" in objection.says


@pytest.mark.parametrize(
    ("ceiling", "last"),
    [
        ({"years": 5}, "2031-07-31"),
        ({"months": 36}, "2029-07-31"),
        ({"weeks": 52}, "2027-07-30"),
        ({"days": 1826}, "2031-07-31"),
    ],
)
def test_the_longest_term_is_counted_in_whatever_unit_the_rule_states(
    ceiling: dict[str, int], last: str
) -> None:
    law = lawful(term_ceiling=ceiling)
    assert str(latest_by_law(date(2026, 8, 1), law)) == last


def test_a_renewal_is_signed_in_time() -> None:
    case, over = executed(), builders.at("2029-05-03 00:00")
    assert renewing.renewal_in_time(case, over - SECOND, LAW) is None
    assert renewing.renewal_in_time(case, over, LAW) is not None
    silent = without("renewal_notice")
    objection = renewing.renewal_in_time(executed(law=silent), SIGNED, silent)
    assert objection is not None
    assert objection.unknown
    lenient = lawful(renewal_notice={"days": None, "mode": "before_expiry"})
    assert renewing.renewal_in_time(executed(law=lenient), SIGNED, lenient) is None


@pytest.mark.parametrize(
    ("reasons", "objects"), [(None, True), ("Fine", True), ("As low as others.", False)]
)
def test_a_renewal_says_why_its_prices_are_fair(reasons: str | None, objects: bool) -> None:
    form = renewal(price_reasons=reasons)
    objection = renewing.price_justified(form)
    assert bool(objection) is objects
    if objection:
        assert renewing.price_justified(renewal(**objection.clears[0].fields)) is None


def test_once_the_day_to_renew_has_passed_somebody_must_look() -> None:
    case = executed()
    assert list(renewing.owes_renewal(case, LAW)) == []
    (owed,) = renewing.owes_renewal(case.meet("renewal_alert"), LAW)
    assert owed.due_at == builders.at("2029-08-01 00:00")
    used = renewed(renewed(case, SIGNED), SIGNED)
    assert list(renewing.owes_renewal(used, LAW)) == []

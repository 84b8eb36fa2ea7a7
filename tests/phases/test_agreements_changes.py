"""Amendments, prices and assignment of an agreement, and the members that use it."""

from datetime import date
from typing import Any

import pytest

from solicitation_flow.casefile import CaseFile
from solicitation_flow.forms import Nothing, check
from solicitation_flow.phases.agreements import (
    changing,
    firms,
    publishing,
    renewing,
)
from solicitation_flow.records.agreements import (
    Agreement,
    AgreementAmendment,
    Assignment,
    Joined,
    PriceUpdate,
)
from solicitation_flow.records.award import Responsibility
from solicitation_flow.records.papers import Paper
from tests.phases import builders
from tests.phases.agreeing import GOOD, LAW, SIGNED, executed, renewed, without

# --- what changes


def amending(**fields: Any) -> changing.AmendAgreement:
    words = {
        "about": "catalogue",
        "summary": "Stacking chairs.",
        "effective_on": "2028-03-01",
        "signed_by_agency": "Ann",
        "signed_by_contractor": "Joe",
        **fields,
    }
    return check(changing.AmendAgreement, "amend_agreement", words)


@pytest.mark.parametrize(
    ("fields", "objects"),
    [
        ({}, False),
        ({"grows_scope": "yes"}, True),
        ({"grows_scope": "yes", "within_scope": "The boss says so."}, True),
        ({"about": "scope"}, True),
        ({"about": "scope", "within_scope": "Section 2.1 covers seating."}, False),
    ],
)
def test_an_amendment_buys_nothing_that_was_not_competed(
    fields: dict[str, str], objects: bool
) -> None:
    objection = changing.amendment_in_scope(amending(**fields))
    assert bool(objection) is objects
    if objection:
        assert (
            changing.amendment_in_scope(amending(**{**fields, **objection.clears[0].fields}))
            is None
        )


def test_real_case_3_terms_01_an_amendment_of_the_term_moves_its_dates() -> None:
    case = executed(latest_end="2031-07-31")
    form = amending(about="term", expires_on="2028-07-31", effective_on="2028-01-01")
    assert changing.amended_term_is_stated(case, form, SIGNED, LAW) is None
    case = changing.amend_agreement(case, form, SIGNED, LAW, builders.MARIA)
    agreement = case.one(Agreement)
    assert (agreement.expires_on, agreement.renew_by) == (date(2028, 7, 31), date(2028, 5, 2))
    assert case.due("expiry") == builders.at("2028-08-01 00:00")
    assert case.due("renewal_alert") == builders.at("2028-05-03 00:00")
    [amendment] = case.all(AgreementAmendment)
    assert (amendment.was, amendment.expires_on) == (date(2029, 7, 31), date(2028, 7, 31))


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"about": "term"}, "does not state the new last day"),
        ({"expires_on": "2028-07-31"}, "says that it is about catalogue"),
        ({"about": "term", "expires_on": "2026-07-07"}, "would be over on 2026-07-07"),
        ({"about": "term", "expires_on": "2031-08-01"}, "after the last day of the longest term"),
        ({"about": "term", "latest_end": "2029-07-30"}, "after the last day of the longest term"),
        (
            {"about": "term", "expires_on": "2028-07-31", "renew_by": "2028-08-01"},
            "could be renewed until 2028-08-01",
        ),
        ({"about": "term", "renewals": "0"}, "renewed 1 times already"),
    ],
)
def test_an_amendment_of_the_term_that_cannot_stand_is_named(
    fields: dict[str, str], says: str
) -> None:
    case = renewed(executed(latest_end="2031-07-31"), SIGNED)
    objection = changing.amended_term_is_stated(case, amending(**fields), SIGNED, LAW)
    assert objection is not None
    assert says in objection.says


def test_an_amendment_of_the_term_stays_within_the_ceiling() -> None:
    longer = amending(about="term", expires_on="2031-08-01")
    objection = renewing.term_ceiling(executed(), longer, LAW)
    assert objection is not None
    again = amending(about="term", **objection.clears[0].fields)
    assert renewing.term_ceiling(executed(), again, LAW) is None
    assert renewing.term_ceiling(executed(), amending(), LAW) is None


def test_amendments_and_prices_are_numbered_and_their_papers_kept() -> None:
    file = builders.attachment("signed.pdf").model_dump()
    case = changing.amend_agreement(executed(), amending(paper=file), SIGNED, LAW, builders.MARIA)
    case = changing.amend_agreement(case, amending(), SIGNED, LAW, builders.MARIA)
    assert [agreement_amendment.number for agreement_amendment in case.all(AgreementAmendment)] == [
        1,
        2,
    ]
    assert case.one(Paper, "agreement_amendment_1").name == "signed.pdf"
    form = pricing("2028-01-01", price_list=file)
    case = changing.update_prices(case, form, SIGNED, builders.MARIA)
    case = changing.update_prices(case, form, SIGNED, builders.MARIA)
    assert [price_update.number for price_update in case.all(PriceUpdate)] == [1, 2]
    assert case.one(Paper, "price_list").version == 2


def pricing(effective: str, **fields: Any) -> changing.UpdatePrices:
    words = {"summary": "Desks up 2 %.", "reckoned_by": "Clause 9.", "effective_on": effective}
    return check(changing.UpdatePrices, "update_prices", words | fields)


@pytest.mark.parametrize(
    ("effective", "objects"), [("2026-08-06", True), ("2026-08-07", False), ("2026-08-08", False)]
)
def test_new_prices_are_announced_ahead(effective: str, objects: bool) -> None:
    objection = changing.price_notice_given(pricing(effective), SIGNED, LAW)
    assert bool(objection) is objects
    if objection:
        better = pricing(objection.clears[0].fields["effective_on"])
        assert changing.price_notice_given(better, SIGNED, LAW) is None
    objection = changing.price_notice_given(pricing(effective), SIGNED, without("price_notice"))
    assert objection is not None
    assert objection.unknown


def assigning(**fields: Any) -> firms.Assign:
    words = {
        "assignee": "zenith",
        "reason": "It bought the business.",
        "factors": GOOD,
        "suppliers": ("acme", "zenith"),
        **fields,
    }
    words = {"sam": "clear", "state_list": "clear"} | words
    return check(firms.Assign, "assign", words, filled=True)


@pytest.mark.parametrize(
    "fields",
    [
        {"assignee": "acme"},
        {"assignee": "orion"},
        {"factors": "; ".join(GOOD.split("; ")[1:])},
    ],
)
def test_only_an_able_firm_takes_over(fields: dict[str, str]) -> None:
    case = executed()
    assert firms.assignee_is_responsible(case, assigning()) is None
    objection = firms.assignee_is_responsible(case, assigning(**fields))
    assert objection
    better = assigning(**{**fields, **objection.clears[0].fields})
    assert firms.assignee_is_responsible(case, better) is None


@pytest.mark.parametrize(
    "fields",
    [
        {"sam": "excluded"},
        {"state_list": "excluded"},
        {"factors": GOOD.replace("skills:yes", "skills:no")},
    ],
)
def test_what_was_found_of_a_firm_is_not_talked_away(fields: dict[str, str]) -> None:
    objection = firms.assignee_is_responsible(executed(), assigning(**fields))
    assert objection
    assert not objection.clears
    assert "nothing clears that for this firm" in objection.says


def test_both_firms_and_all_members_hear_of_an_assignment() -> None:
    case = joined(joined(executed()), "loudoun")
    case = firms.assign(case, assigning(), SIGNED, builders.MARIA)
    assert case.one(Agreement).contractor == "zenith"
    assert case.one(Assignment, "1").assignor == "acme"
    assert case.one(Responsibility, "zenith").responsible
    assert list(publishing.contractor_and_members(case, assigning())) == [
        "supplier:zenith",
        "supplier:acme",
        "member:fairfax",
        "member:loudoun",
    ]
    assert next(iter(publishing.contractor(case))) == "supplier:zenith"


# --- members


def joined(case: CaseFile, member: str = "fairfax") -> CaseFile:
    words = {"member": member, "participation": f"{case.number}-M001"}
    form = check(publishing.RecordJoining, "record_joining", words)
    return publishing.record_joining(case, form, SIGNED)


def left(case: CaseFile, member: str = "fairfax") -> CaseFile:
    words = {"member": member, "participation": f"{case.number}-M001"}
    form = check(publishing.RecordLeaving, "record_leaving", words)
    return publishing.record_leaving(case, form, SIGNED)


def test_those_who_use_the_agreement_are_told_until_they_leave() -> None:
    case = joined(joined(executed()), "loudoun")
    assert list(publishing.joined_members(case)) == ["member:fairfax", "member:loudoun"]
    case = left(case)
    assert case.one(Joined, "fairfax").left_at == SIGNED
    assert list(publishing.contractor_and_members(case, Nothing())) == [
        "supplier:acme",
        "member:loudoun",
    ]
    assert list(publishing.joined_members(joined(case))) == ["member:fairfax", "member:loudoun"]
    assert left(executed()).one(Joined, "fairfax").left_at == SIGNED
    assert list(publishing.officers()) == ["role:officer"]


def test_publication_is_for_every_member_there_is() -> None:
    words = {"how_to_join": "Ask.", "members": ("fairfax",)}
    form = check(publishing.Publish, "publish", words, filled=True)
    assert list(publishing.all_members(form)) == ["member:fairfax"]

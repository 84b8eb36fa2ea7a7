"""A signed agreement until it ends: its dates, renewals, changes and breaches."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from solicitation_flow.casefile import CLOCK, CaseFile
from solicitation_flow.forms import Nothing, check
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.agreements import (
    changing,
    curing,
    fee_reports,
    firms,
    publishing,
    signing,
)
from solicitation_flow.phases.agreements import ending as agreements_ending
from solicitation_flow.phases.agreements import renewing as agreements_renewing
from solicitation_flow.phases.award import exclusions
from solicitation_flow.records.agreements import (
    Agreement,
    AgreementAmendment,
    AgreementEnding,
    Assignment,
    CureNotice,
    FeeReport,
    Joined,
    PriceUpdate,
    Renewal,
    Suspension,
)
from solicitation_flow.records.award import FACTORS, Award, ExclusionCheck, Responsibility
from solicitation_flow.records.papers import Paper
from solicitation_flow.records.preparation import Terms
from solicitation_flow.records.protests import AwardRemedy, Protest
from tests.phases import builders

SIGNED = builders.at("2026-07-08 09:00")  # awarded on 6 July
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
GOOD = "; ".join(f"{name}:yes, looked at" for name in FACTORS)


def lawful(**rules: dict[str, Any]) -> Law:
    """The rules of va-local, some added or with other figures."""
    known = builders.law()
    said = {name: known.rule(name).evolve(**figures) for name, figures in rules.items()}
    return builders.ruled(known, {**known.jurisdiction.rules, **said})


LAW = lawful(
    renewal_notice={"days": 90},
    price_notice={"days": 30},
    cure_period={"days": 10},
    term_ceiling={"days": 1826},
)


def without(rule: str) -> Law:
    rules = dict(LAW.jurisdiction.rules)
    rules.pop(rule, None)
    return builders.ruled(LAW, rules)


def solicited() -> CaseFile:
    terms = Terms(set_by="maria", set_at=SIGNED)
    return builders.awarded().file(terms)


def drafted(parent: CaseFile | None = None) -> CaseFile:
    above = parent or solicited()
    words = {"title": "Furniture", "contractor": "acme", "solicitation": above.number}
    form = check(signing.OpenAgreement, "open_agreement", words)
    empty = CaseFile(f"{above.number}-A1", "agreement", "", parent=above)
    return signing.open_agreement(empty, form, SIGNED, builders.ANN)


def executing(**said: Any) -> signing.Execute:
    words = {
        "signed_by_agency": "Ann",
        "signed_by_contractor": "Joe",
        "effective_on": "2026-08-01",
        "expires_on": "2029-07-31",
        "renewals": "2",
        **said,
    }
    return check(signing.Execute, "execute", words)


def executed(case: CaseFile | None = None, law: Law = LAW, **said: Any) -> CaseFile:
    return signing.execute(case or drafted(), executing(**said), SIGNED, law, builders.MARIA)


def renewing(**said: Any) -> agreements_renewing.Renew:
    words = {"expires_on": "2030-07-31", "price_reasons": "As low as three others.", **said}
    return check(agreements_renewing.Renew, "renew", words)


def renewed(case: CaseFile, now: datetime, **said: Any) -> CaseFile:
    return agreements_renewing.renew(case, renewing(**said), now, LAW, builders.MARIA)


# --- dates


def test_signing_starts_the_dates_at_local_midnights() -> None:
    case = executed()
    assert case.due("effective") == builders.at("2026-08-01 00:00")
    assert case.due("expiry") == builders.at("2029-08-01 00:00")
    # ninety days before 31 July is 2 May; the renewal can be signed until that day is over
    assert case.one(Agreement).renew_by == date(2029, 5, 2)
    assert case.due("renewal_alert") == builders.at("2029-05-03 00:00")


def test_without_renewals_or_a_known_day_there_is_no_alert() -> None:
    assert executed(renewals="0").due("renewal_alert") is None
    assert executed(law=without("renewal_notice")).due("renewal_alert") is None
    named = executed(law=without("renewal_notice"), renew_by="2029-06-30")
    assert named.due("renewal_alert") == builders.at("2029-07-01 00:00")


def test_what_the_clock_does_to_an_agreement_needs_no_words() -> None:
    case = executed()
    assert signing.take_effect(case) == case
    assert agreements_renewing.alert_renewal(case) == case
    assert curing.end_cure(case, SIGNED, CLOCK) == case
    over = agreements_ending.expire(case, SIGNED, CLOCK)
    assert over.one(AgreementEnding).how == "expired"


@pytest.mark.parametrize(
    ("said", "objects"),
    [
        ({}, False),
        ({"latest_end": "2029-07-31"}, False),
        ({"latest_end": "2029-07-30"}, True),
        ({"renew_by": "2029-07-31"}, False),
        ({"renew_by": "2029-08-01"}, True),
        ({"renew_by": "2029-08-01", "latest_end": "2029-07-30"}, True),
    ],
)
def test_the_days_of_a_term_agree(said: dict[str, str], objects: bool) -> None:
    case, form = drafted(), executing(**said)
    objection = signing.term_is_sound(case, form, SIGNED, LAW)
    assert bool(objection) is objects
    if objection:
        better = executing(**{**said, **objection.clears[0].fields})
        assert signing.term_is_sound(case, better, SIGNED, LAW) is None


# --- before it is signed


def protested(**said: Any) -> Protest:
    words = dict.fromkeys(("name", "address", "signature", "grounds", "relief"), "x")
    facts = {"number": 1, "against": "award", "intent": 1, "protester": "zenith"}
    filed = {"documents": None, "documents_note": "", "filed_by": "zenith", "filed_at": SIGNED}
    return Protest.model_validate(
        {**words, **facts, **filed, "stays": True, "decision_due": None, **said}
    )


@pytest.mark.parametrize(
    ("mode", "objects", "unknown"),
    [
        ("automatic", True, False),
        ("determination", True, False),
        (None, True, True),
        ("none", False, False),
    ],
)
def test_signing_waits_for_a_protest_where_the_law_stays_the_award(
    mode: str | None, objects: bool, unknown: bool
) -> None:
    law = lawful(stay={"mode": mode})
    case = drafted(solicited().file(protested()))
    objection = signing.parent_not_stayed(case, law)
    assert bool(objection) is objects
    if objection:
        assert objection.unknown is unknown
        assert (objection.clears[0].command, objection.clears[0].case) == (
            "decide_protest",
            "RFP-2026-001",
        )
    for settled in (protested(status="denied"), protested(overridden_at=SIGNED)):
        assert signing.parent_not_stayed(drafted(solicited().file(settled)), law) is None
    assert signing.parent_not_stayed(drafted(), law) is None


def test_an_award_a_protest_was_sustained_against_is_signed_only_if_it_was_ratified() -> None:
    ahead, after = SIGNED - timedelta(seconds=1), SIGNED
    awarded = Award(winners=("acme",), basis="x", awarded_by="grace", awarded_at=SIGNED)
    remedy = {"protest": 1, "done": "x", "recorded_by": "grace", "recorded_at": after}
    for decided, done, stands in [
        (ahead, None, True),
        (after, None, False),
        (after, "ratified", True),
        (after, "terminated", False),
    ]:
        upheld = protested(status="sustained", decided_at=decided)
        filed = [AwardRemedy.model_validate({"remedy": done, **remedy})] if done else []
        case = drafted(solicited().file(awarded, upheld, *filed))
        objection = signing.award_stands(case)
        assert (objection is None) is stands
        if objection:
            assert objection.clears[0].command == ("decline" if done else "record_remedy")


def looked_up(case: CaseFile, now: datetime, **said: str) -> CaseFile:
    words = {"sam": "clear", "state_list": "clear", **said}
    form = check(firms.CheckExclusions, "check_exclusions", words)
    return firms.check_exclusions(case, form, now, builders.MARIA)


def screened(**said: str) -> CaseFile:
    words = {"offeror": "acme", "stage": "award", "sam": "clear", "state_list": "clear", **said}
    form = check(exclusions.CheckExclusions, "check_exclusions", words)
    return exclusions.check_exclusions(solicited(), form, SIGNED, builders.MARIA)


def test_the_awards_own_check_counts_for_signing() -> None:
    assert firms.contractor_not_excluded(drafted()) is not None
    assert firms.contractor_not_excluded(drafted(screened())) is None
    assert firms.contractor_not_excluded(drafted(screened(offeror="zenith"))) is not None
    case = drafted(screened(sam="excluded"))
    objection = firms.contractor_not_excluded(case)
    assert objection is not None
    case = looked_up(case, SIGNED + SECOND, **objection.clears[0].fields)
    assert case.all(ExclusionCheck)[0].stage == "execution"
    assert firms.contractor_not_excluded(case) is None
    assert firms.contractor_not_excluded(
        looked_up(case, SIGNED + 2 * SECOND, state_list="excluded")
    )


@pytest.mark.parametrize(("after", "objects"), [(0 * SECOND, True), (SECOND, False)])
def test_a_renewal_needs_a_check_since_the_term_was_signed(after: timedelta, objects: bool) -> None:
    case = looked_up(executed(drafted(screened())), SIGNED + after)
    assert bool(firms.contractor_not_excluded(case)) is objects
    later = renewed(case, SIGNED + 2 * SECOND)
    assert firms.contractor_not_excluded(later) is not None


def test_a_draft_nobody_signs_is_declined() -> None:
    form = check(agreements_ending.Decline, "decline", {"reason": "Clause 9 is refused."})
    assert agreements_ending.reason_given(form) is None
    case = agreements_ending.decline(drafted(), form, SIGNED, builders.MARIA)
    assert (case.one(AgreementEnding).how, case.one(AgreementEnding).ground) == ("declined", None)


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
    assert agreements_renewing.options_left(executed()) is None
    once = renewed(executed(), now)
    assert agreements_renewing.options_left(once) is None
    assert agreements_renewing.options_left(renewed(once, now)) is not None
    objection = agreements_renewing.options_left(executed(renewals="0"))
    assert objection is not None
    assert objection.clears == ()


@pytest.mark.parametrize(
    ("expires", "objects"), [("2029-07-30", True), ("2029-07-31", True), ("2029-08-01", False)]
)
def test_a_renewal_is_longer_than_the_term_it_renews(expires: str, objects: bool) -> None:
    form = renewing(expires_on=expires)
    objection = signing.term_is_sound(executed(), form, SIGNED, LAW)
    assert bool(objection) is objects
    if objection:
        better = renewing(**objection.clears[0].fields)
        assert signing.term_is_sound(executed(), better, SIGNED, LAW) is None
    late = renewing(renew_by="2030-08-01")
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
    objection = agreements_renewing.term_ceiling(case, renewing(expires_on=expires), LAW)
    assert bool(objection) is objects
    if objection:
        better = renewing(**objection.clears[0].fields)
        assert agreements_renewing.term_ceiling(case, better, LAW) is None


def test_a_longest_term_neither_printed_nor_known_asks() -> None:
    law = without("term_ceiling")
    objection = agreements_renewing.term_ceiling(executed(), renewing(), law)
    assert objection is not None
    assert objection.unknown
    assert (
        agreements_renewing.term_ceiling(executed(latest_end="2031-07-31"), renewing(), law) is None
    )
    objection = agreements_renewing.term_ceiling(executed(latest_end="2029-07-31"), renewing(), law)
    assert objection is not None
    assert objection.clears == ()


def test_a_renewal_is_signed_in_time() -> None:
    case, over = executed(), builders.at("2029-05-03 00:00")
    assert agreements_renewing.renewal_in_time(case, over - SECOND, LAW) is None
    assert agreements_renewing.renewal_in_time(case, over, LAW) is not None
    silent = without("renewal_notice")
    objection = agreements_renewing.renewal_in_time(executed(law=silent), SIGNED, silent)
    assert objection is not None
    assert objection.unknown
    lenient = lawful(renewal_notice={"days": None, "mode": "before_expiry"})
    assert agreements_renewing.renewal_in_time(executed(law=lenient), SIGNED, lenient) is None


@pytest.mark.parametrize(
    ("reasons", "objects"), [(None, True), ("Fine", True), ("As low as others.", False)]
)
def test_a_renewal_says_why_its_prices_are_fair(reasons: str | None, objects: bool) -> None:
    form = renewing(price_reasons=reasons)
    objection = agreements_renewing.price_justified(form)
    assert bool(objection) is objects
    if objection:
        assert agreements_renewing.price_justified(renewing(**objection.clears[0].fields)) is None


def test_once_the_day_to_renew_has_passed_somebody_must_look() -> None:
    case = executed()
    assert list(agreements_renewing.owes_renewal(case, LAW)) == []
    (owed,) = agreements_renewing.owes_renewal(case.meet("renewal_alert"), LAW)
    assert owed.due_at == builders.at("2029-08-01 00:00")
    used = renewed(renewed(case, SIGNED), SIGNED)
    assert list(agreements_renewing.owes_renewal(used, LAW)) == []


# --- what changes


def amending(**said: Any) -> changing.AmendAgreement:
    words = {
        "about": "catalogue",
        "summary": "Stacking chairs.",
        "effective_on": "2028-03-01",
        "signed_by_agency": "Ann",
        "signed_by_contractor": "Joe",
        **said,
    }
    return check(changing.AmendAgreement, "amend_agreement", words)


@pytest.mark.parametrize(
    ("said", "objects"),
    [
        ({}, False),
        ({"grows_scope": "yes"}, True),
        ({"grows_scope": "yes", "within_scope": "The boss says so."}, True),
        ({"about": "scope"}, True),
        ({"about": "scope", "within_scope": "Section 2.1 covers seating."}, False),
    ],
)
def test_an_amendment_buys_nothing_that_was_not_competed(
    said: dict[str, str], objects: bool
) -> None:
    objection = changing.amendment_in_scope(amending(**said))
    assert bool(objection) is objects
    if objection:
        assert (
            changing.amendment_in_scope(amending(**{**said, **objection.clears[0].fields})) is None
        )


def test_amendments_and_prices_are_numbered_and_their_papers_kept() -> None:
    file = builders.attachment("signed.pdf").model_dump()
    case = changing.amend_agreement(executed(), amending(paper=file), SIGNED, builders.MARIA)
    case = changing.amend_agreement(case, amending(), SIGNED, builders.MARIA)
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


def pricing(effective: str, **said: Any) -> changing.UpdatePrices:
    words = {"summary": "Desks up 2 %.", "reckoned_by": "Clause 9.", "effective_on": effective}
    return check(changing.UpdatePrices, "update_prices", words | said)


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


def assigning(**said: Any) -> firms.Assign:
    words = {
        "assignee": "zenith",
        "reason": "It bought the business.",
        "factors": GOOD,
        "suppliers": ("acme", "zenith"),
        **said,
    }
    words = {"sam": "clear", "state_list": "clear"} | words
    return check(firms.Assign, "assign", words, filled=True)


@pytest.mark.parametrize(
    "said",
    [
        {"assignee": "acme"},
        {"assignee": "orion"},
        {"factors": "; ".join(GOOD.split("; ")[1:])},
    ],
)
def test_only_an_able_firm_takes_over(said: dict[str, str]) -> None:
    case = executed()
    assert firms.assignee_is_responsible(case, assigning()) is None
    objection = firms.assignee_is_responsible(case, assigning(**said))
    assert objection
    better = assigning(**{**said, **objection.clears[0].fields})
    assert firms.assignee_is_responsible(case, better) is None


@pytest.mark.parametrize(
    "said",
    [
        {"sam": "excluded"},
        {"state_list": "excluded"},
        {"factors": GOOD.replace("skills:yes", "skills:no")},
    ],
)
def test_what_was_found_of_a_firm_is_not_talked_away(said: dict[str, str]) -> None:
    objection = firms.assignee_is_responsible(executed(), assigning(**said))
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


# --- breaches and ends


def noticing(last_day: str = "2026-07-20", breach: str = "Three late orders.") -> Any:
    words = {"breach": breach, "last_day": last_day}
    return check(curing.IssueCureNotice, "issue_cure_notice", words)


def noticed(case: CaseFile | None = None) -> CaseFile:
    return curing.issue_cure_notice(case or executed(), noticing(), SIGNED, LAW, builders.MARIA)


@pytest.mark.parametrize(
    ("last_day", "objects"), [("2026-07-17", True), ("2026-07-18", False), ("2026-07-19", False)]
)
def test_a_contractor_has_time_to_mend(last_day: str, objects: bool) -> None:
    objection = curing.cure_long_enough(noticing(last_day), SIGNED, LAW)
    assert bool(objection) is objects
    if objection:
        better = noticing(objection.clears[0].fields["last_day"])
        assert curing.cure_long_enough(better, SIGNED, LAW) is None
    objection = curing.cure_long_enough(noticing(last_day), SIGNED, without("cure_period"))
    assert objection is not None
    assert objection.unknown


@pytest.mark.parametrize(("breach", "objects"), [("Late", True), ("Three late orders.", False)])
def test_a_breach_is_described(breach: str, objects: bool) -> None:
    objection = curing.breach_described(noticing(breach=breach))
    assert bool(objection) is objects
    if objection:
        assert curing.breach_described(noticing(**objection.clears[0].fields)) is None


def mended(case: CaseFile) -> CaseFile:
    form = check(curing.AcceptCure, "accept_cure", {"how": "All orders are in."})
    return curing.accept_cure(case, form, SIGNED, builders.MARIA)


def test_a_breach_is_mended_or_its_time_runs_out() -> None:
    assert curing.cure_pending(executed()) is not None
    case = noticed()
    assert case.due("cure") == builders.at("2026-07-21 00:00") == case.one(CureNotice, "1").due
    assert curing.cure_pending(case) is None
    assert len(list(curing.owes_acceptance(case))) == 1
    assert mended(case).one(CureNotice, "1").status == "cured"
    assert curing.cure_pending(mended(case)) is not None
    lapsed = curing.end_cure(case, SIGNED, CLOCK)
    assert lapsed.one(CureNotice, "1").status == "lapsed"
    assert list(curing.owes_acceptance(lapsed)) == []
    twice = noticed(case)
    assert [cure_notice.status for cure_notice in twice.all(CureNotice)] == ["replaced", "open"]


def ending(ground: str = "cause") -> agreements_ending.Terminate:
    words = {"ground": ground, "reason": "The breach was not mended."}
    return check(agreements_ending.Terminate, "terminate", words)


def test_an_agreement_is_lost_for_a_breach_only_once_the_time_to_mend_is_over() -> None:
    objection = agreements_ending.cure_is_over(executed(), ending())
    assert objection is not None
    assert objection.clears[0].command == "issue_cure_notice"
    objection = agreements_ending.cure_is_over(noticed(), ending())
    assert objection is not None
    assert objection.earliest == builders.at("2026-07-21 00:00")
    assert agreements_ending.cure_is_over(mended(noticed()), ending()) is not None
    lapsed = curing.end_cure(noticed(), SIGNED, CLOCK)
    assert agreements_ending.cure_is_over(lapsed, ending()) is None
    for ground in ("convenience", "no_funds"):
        assert agreements_ending.cure_is_over(noticed(), ending(ground)) is None
    over = agreements_ending.terminate(lapsed, ending(), SIGNED, builders.MARIA)
    assert (over.one(AgreementEnding).how, over.one(AgreementEnding).ground) == (
        "terminated",
        "cause",
    )


def test_a_suspended_agreement_waits_to_be_reinstated() -> None:
    form = check(agreements_ending.Suspend, "suspend", {"reason": "Insurance ran out."})
    case = agreements_ending.suspend(executed(), form, SIGNED, builders.MARIA)
    assert [owed.says for owed in agreements_ending.owes_reinstatement(case)] == [
        "reinstate or terminate it; suspended because: Insurance ran out"
    ]
    back = check(agreements_ending.Reinstate, "reinstate", {"reason": "It is insured again."})
    case = agreements_ending.reinstate(case, back, SIGNED + DAY, builders.MARIA)
    assert case.one(Suspension, "1").reinstated_at == SIGNED + DAY
    assert agreements_ending.reason_given(
        check(agreements_ending.Suspend, "suspend", {"reason": "So"})
    )


# --- what was sold


def reporting(**said: Any) -> fee_reports.RecordFeeReport:
    words = {
        "period_begins": "2026-04-01",
        "period_ends": "2026-06-30",
        "sales": "412000.10",
        "fee": "1030.00",
        **said,
    }
    return check(fee_reports.RecordFeeReport, "record_fee_report", words)


def test_a_report_comes_when_its_period_is_over() -> None:
    over = builders.at("2026-07-01 00:00")
    objection = fee_reports.period_is_over(reporting(), over - SECOND, LAW)
    assert objection is not None
    assert objection.earliest == over
    assert fee_reports.period_is_over(reporting(), over, LAW) is None
    words = {"period_begins": "2026-06-30", "period_ends": "2026-04-01"}
    objection = fee_reports.period_is_over(reporting(**words), SIGNED, LAW)
    assert objection is not None
    better = reporting(**words | dict(objection.clears[0].fields))
    assert fee_reports.period_is_over(better, SIGNED, LAW) is None


@pytest.mark.parametrize(("received", "late"), [("2026-08-29", False), ("2026-08-30", True)])
def test_a_report_is_late_the_day_after_it_is_due(received: str, late: bool) -> None:
    fee = {"percent": "0.25", "due_days": 60, "trust": "design"}
    program = type(LAW.program).model_validate({**LAW.program.body(), "fee": fee})
    law = replace(LAW.jurisdiction, program=program).law_for(LAW.procedure)
    form = reporting(received_on=received)
    case = fee_reports.record_fee_report(executed(), form, SIGNED, law, builders.MARIA)
    report = case.one(FeeReport, "2026-06-30")
    assert (report.due_on, report.late) == (date(2026, 8, 29), late)
    assert report.expected == Decimal("1030.00")
    case = fee_reports.record_fee_report(case, form, SIGNED, law, builders.MARIA)
    assert case.one(FeeReport, "2026-06-30").version == 2


def test_a_program_without_a_fee_expects_none() -> None:
    case = fee_reports.record_fee_report(executed(), reporting(), SIGNED, LAW, builders.MARIA)
    report = case.one(FeeReport, "2026-06-30")
    assert (report.expected, report.due_on, report.late) == (None, None, False)
    assert FeeReport.model_validate_json(report.body()) == report

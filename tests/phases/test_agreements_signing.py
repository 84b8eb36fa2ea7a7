"""An agreement before it is signed: its dates, protests against its award, exclusion checks."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from solicitation_flow.casefile import CLOCK, CaseFile
from solicitation_flow.forms import check
from solicitation_flow.phases.agreements import (
    curing,
    ending,
    firms,
    renewing,
    signing,
)
from solicitation_flow.phases.award import exclusions
from solicitation_flow.records.agreements import (
    Agreement,
    AgreementEnding,
)
from solicitation_flow.records.award import Award, ExclusionCheck
from solicitation_flow.records.protests import AwardRemedy, Protest
from tests.phases import builders
from tests.phases.agreeing import (
    LAW,
    SECOND,
    SIGNED,
    drafted,
    executed,
    executing,
    lawful,
    renewed,
    solicited,
    without,
)

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
    assert renewing.alert_renewal(case) == case
    assert curing.end_cure(case, SIGNED, CLOCK) == case
    over = ending.expire(case, SIGNED, CLOCK)
    assert over.one(AgreementEnding).how == "expired"


@pytest.mark.parametrize(
    ("fields", "objects"),
    [
        ({}, False),
        ({"latest_end": "2029-07-31"}, False),
        ({"latest_end": "2029-07-30"}, True),
        ({"renew_by": "2029-07-31"}, False),
        ({"renew_by": "2029-08-01"}, True),
        ({"renew_by": "2029-08-01", "latest_end": "2029-07-30"}, True),
    ],
)
def test_the_days_of_a_term_agree(fields: dict[str, str], objects: bool) -> None:
    case, form = drafted(), executing(**fields)
    objection = signing.term_is_sound(case, form, SIGNED, LAW)
    assert bool(objection) is objects
    if objection:
        better = executing(**{**fields, **objection.clears[0].fields})
        assert signing.term_is_sound(case, better, SIGNED, LAW) is None


# --- before it is signed


def protested(**fields: Any) -> Protest:
    words = dict.fromkeys(("name", "address", "signature", "grounds", "relief"), "x")
    facts = {"number": 1, "against": "award", "intent": 1, "protester": "zenith"}
    filed = {"documents": None, "documents_note": "", "filed_by": "zenith", "filed_at": SIGNED}
    return Protest.model_validate(
        {**words, **facts, **filed, "stays": True, "decision_due": None, **fields}
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
        last = objection.clears[-1]
        assert (last.command, last.case) == ("decide_protest", "RFP-2026-001")
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


def looked_up(case: CaseFile, now: datetime, **fields: str) -> CaseFile:
    words = {"sam": "clear", "state_list": "clear", **fields}
    form = check(firms.CheckExclusions, "check_exclusions", words)
    return firms.check_exclusions(case, form, now, builders.MARIA)


def screened(**fields: str) -> CaseFile:
    words = {"offeror": "acme", "stage": "award", "sam": "clear", "state_list": "clear", **fields}
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


@pytest.mark.parametrize("after", [0 * SECOND, SECOND])
def test_office_walk_26_a_check_at_the_instant_of_the_last_renewal_clears_the_next(
    after: timedelta,
) -> None:
    signed = executed(drafted(screened()))
    assert firms.contractor_not_excluded(signed) is not None
    case = looked_up(signed, SIGNED + after)
    assert firms.contractor_not_excluded(case) is None
    later = renewed(case, SIGNED + after)
    assert firms.contractor_not_excluded(later) is not None
    assert firms.contractor_not_excluded(looked_up(later, SIGNED + after)) is None
    assert firms.contractor_not_excluded(looked_up(later, SIGNED + after, sam="excluded"))


@pytest.mark.parametrize(("after", "objects"), [(0 * SECOND, True), (SECOND, False)])
def test_a_check_that_was_kept_without_the_number_of_its_renewal_counts_by_its_instant(
    after: timedelta, objects: bool
) -> None:
    case = looked_up(executed(drafted(screened())), SIGNED + after)
    case = case.file(case.one(ExclusionCheck, "acme/renewal").evolve(renewal=0))
    assert bool(firms.contractor_not_excluded(case)) is objects


def test_a_draft_nobody_signs_is_declined() -> None:
    form = check(ending.Decline, "decline", {"reason": "Clause 9 is refused."})
    assert ending.reason_given(form) is None
    case = ending.decline(drafted(), form, SIGNED, builders.MARIA)
    assert (case.one(AgreementEnding).how, case.one(AgreementEnding).ground) == ("declined", None)

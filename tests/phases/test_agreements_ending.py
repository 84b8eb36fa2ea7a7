"""Cure, suspension and termination of an agreement, and its sales reports."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from solicitation_flow.casefile import CLOCK, CaseFile
from solicitation_flow.forms import check
from solicitation_flow.phases.agreements import (
    curing,
    ending,
    fee_reports,
)
from solicitation_flow.records.agreements import (
    AgreementEnding,
    CureNotice,
    FeeReport,
    Suspension,
)
from tests.phases import builders
from tests.phases.agreeing import (
    DAY,
    LAW,
    SECOND,
    SIGNED,
    executed,
    without,
)

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


def termination(ground: str = "cause") -> ending.Terminate:
    words = {"ground": ground, "reason": "The breach was not mended."}
    return check(ending.Terminate, "terminate", words)


def test_an_agreement_is_lost_for_a_breach_only_once_the_time_to_mend_is_over() -> None:
    objection = ending.cure_is_over(executed(), termination())
    assert objection is not None
    assert objection.clears[0].command == "issue_cure_notice"
    objection = ending.cure_is_over(noticed(), termination())
    assert objection is not None
    assert objection.earliest == builders.at("2026-07-21 00:00")
    assert ending.cure_is_over(mended(noticed()), termination()) is not None
    lapsed = curing.end_cure(noticed(), SIGNED, CLOCK)
    assert ending.cure_is_over(lapsed, termination()) is None
    for ground in ("convenience", "no_funds"):
        assert ending.cure_is_over(noticed(), termination(ground)) is None
    over = ending.terminate(lapsed, termination(), SIGNED, builders.MARIA)
    assert (over.one(AgreementEnding).how, over.one(AgreementEnding).ground) == (
        "terminated",
        "cause",
    )


def test_a_suspended_agreement_waits_to_be_reinstated() -> None:
    form = check(ending.Suspend, "suspend", {"reason": "Insurance ran out."})
    case = ending.suspend(executed(), form, SIGNED, builders.MARIA)
    assert [owed.says for owed in ending.owes_reinstatement(case)] == [
        "reinstate or terminate it; suspended because: Insurance ran out"
    ]
    back = check(ending.Reinstate, "reinstate", {"reason": "It is insured again."})
    case = ending.reinstate(case, back, SIGNED + DAY, builders.MARIA)
    assert case.one(Suspension, "1").reinstated_at == SIGNED + DAY
    assert ending.reason_given(check(ending.Suspend, "suspend", {"reason": "So"}))


# --- what was sold


def reporting(**fields: Any) -> fee_reports.RecordFeeReport:
    words = {
        "period_begins": "2026-04-01",
        "period_ends": "2026-06-30",
        "sales": "412000.10",
        "fee": "1030.00",
        **fields,
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

"""What the contractor sold in a period, and the fee it owes for it."""

from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phrases import ends, local_date
from solicitation_flow.records.agreements import FeeReport, Sum
from solicitation_flow.records.award import Day
from solicitation_flow.rulebook import Clears, Objection, action, guard

CENT = Decimal("0.01")


class RecordFeeReport(Form):
    """Records a report of sales and the fee that came with it."""

    period_begins: Day = ask("the first day reported", "2028-01-01")
    period_ends: Day = ask("the last day reported", "2028-03-31")
    sales: Sum = ask("what was sold, without tax and freight", "412000.00")
    fee: Sum = ask("the fee paid for it", "1030.00")
    received_on: Day | None = ask("when it came, if not today", "2028-05-20", default=None)


@action
def record_fee_report(
    case: CaseFile, form: RecordFeeReport, now: datetime, law: Law, actor: Actor
) -> CaseFile:
    terms = law.program.fee
    days = None
    if terms:
        days = terms.due_days
    due_on = None
    if days is not None:
        due_on = form.period_ends + timedelta(days=days)
    received = form.received_on or local_date(now, law)
    expected = None
    if terms:
        expected = form.sales * terms.percent / 100
    old = case.get(FeeReport, str(form.period_ends))
    report = FeeReport(
        period_begins=form.period_begins,
        period_ends=form.period_ends,
        sales=form.sales,
        fee=form.fee,
        expected=expected.quantize(CENT, ROUND_HALF_UP) if expected is not None else None,
        due_on=due_on,
        received_on=received,
        late=due_on is not None and received > due_on,
        version=old.version + 1 if old else 1,
        recorded_by=actor.name,
        recorded_at=now,
    )
    return case.file(report)


@guard(rule="fee_period", id="G99")
def period_is_over(form: RecordFeeReport, now: datetime, law: Law) -> Objection | None:
    """A report of sales is about a whole period, and comes when that is over."""
    day = local_date(now, law)
    facts = {"period_begins": form.period_begins, "period_ends": form.period_ends, "today": day}
    if form.period_begins > form.period_ends:
        fields = {"period_begins": str(form.period_ends), "period_ends": str(form.period_begins)}
        return Objection(
            says=f"a period cannot begin on {form.period_begins} and end on {form.period_ends}",
            facts=facts,
            clears=(Clears("record_fee_report", fields=fields),),
        )
    if now >= ends(form.period_ends, law):
        return None
    return Objection(
        says=f"the period runs until the end of {form.period_ends}, and today is {day}",
        facts=facts,
        earliest=ends(form.period_ends, law),
    )

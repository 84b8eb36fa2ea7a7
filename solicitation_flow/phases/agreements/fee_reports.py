"""The contractor's reports of sales, and the fee it owes for them."""

from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, Past, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phrases import ends, local_date
from solicitation_flow.records.agreements import FeeReport, Sum
from solicitation_flow.records.award import Day
from solicitation_flow.rulebook import Clears, Objection, action, guard

CENT = Decimal("0.01")


class RecordFeeReport(Form):
    """Records the contractor's sales report for a period, and the fee it paid."""

    period_begins: Day = ask("first day of the period", "2028-01-01")
    period_ends: Day = ask("last day of the period", "2028-03-31")
    sales: Sum = ask("sales, without tax and freight", "412000.00")
    fee: Sum = ask("fee paid", "1030.00")
    received_on: Annotated[Day | None, Past()] = ask(
        "date the report was received, if not today", "2028-05-20", default=None
    )


@action
def record_fee_report(
    case: CaseFile, form: RecordFeeReport, now: datetime, law: Law, actor: Actor
) -> CaseFile:
    terms, due_on, expected = law.program.fee, None, None
    if terms:
        expected = (form.sales * terms.percent / 100).quantize(CENT, ROUND_HALF_UP)
        if terms.due_days is not None:
            due_on = form.period_ends + timedelta(days=terms.due_days)
    received = form.received_on or local_date(now, law)
    earlier = case.get(FeeReport, str(form.period_ends))
    report = FeeReport(
        period_begins=form.period_begins,
        period_ends=form.period_ends,
        sales=form.sales,
        fee=form.fee,
        expected=expected,
        due_on=due_on,
        received_on=received,
        late=due_on is not None and received > due_on,
        version=earlier.version + 1 if earlier else 1,
        recorded_by=actor.name,
        recorded_at=now,
    )
    return case.file(report)


@guard(rule="fee_period", id="G99")
def period_is_over(form: RecordFeeReport, now: datetime, law: Law) -> Objection | None:
    """A sales report covers a whole period that has ended."""
    today = local_date(now, law)
    facts = {"period_begins": form.period_begins, "period_ends": form.period_ends, "today": today}
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
        says=f"the period runs until the end of {form.period_ends}, and today is {today}",
        facts=facts,
        earliest=ends(form.period_ends, law),
    )

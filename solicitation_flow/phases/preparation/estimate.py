"""The independent cost estimate, made before any proposal is seen."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Annotated

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Attachment, Form, Past, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phrases import local_date
from solicitation_flow.records.preparation import Estimate, Money, Terms
from solicitation_flow.records.registers import Line, Text
from solicitation_flow.rulebook import Clears, Objection, action, guard

PAPER = "independent_estimate"


class RecordEstimate(Form):
    """Records an independent cost estimate."""

    amount: Money = ask("estimated cost, in dollars", "4500000.00")
    dated: Annotated[date, Past()] = ask("date of the estimate", "2026-10-01")
    basis: Text = ask(
        "how it was computed",
        "Units bought in the last three years, at last year's prices plus 4%.",
    )
    made_by: Line = ask("who made it", "Dana Ross, finance office")
    paper: Attachment | None = ask("the estimate itself, if available", default=None)


@action
def record_estimate(case: CaseFile, form: RecordEstimate, now: datetime, actor: Actor) -> CaseFile:
    estimate = Estimate(
        amount=form.amount,
        dated=form.dated,
        basis=form.basis,
        made_by=form.made_by,
        recorded_by=actor.name,
        recorded_at=now,
    )
    title = "Independent estimate"
    return case.file(estimate).with_paper(PAPER, title, form.paper, now, actor)


@guard(rule="independent_estimate", id="G17")
def estimate_on_file(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """A federally funded purchase above the threshold has a cost estimate made beforehand."""
    terms, estimate = case.get(Terms), case.get(Estimate)
    if terms is None or not terms.federal_funds:
        return None
    day = local_date(case.due("proposals_due") or now, law)
    if estimate and estimate.dated < day:
        return None
    threshold: Decimal | None = getattr(law.rule("simplified_acquisition"), "amount", None)
    value = estimate.amount if estimate else terms.expected_value
    if value is not None and threshold is not None and value <= threshold:
        return None
    dated = None
    if estimate:
        dated = estimate.dated
    says = "no independent estimate of the cost is on file"
    if dated:
        says = f"the estimate is dated {dated}, and offers could be seen from {day} on"
    return Objection(
        says=f"{says}; one made before proposals were due is asked for",
        facts={"dated": dated, "due": day, "value": value, "threshold": threshold},
        clears=(Clears("record_estimate", fields={"dated": (day - timedelta(1)).isoformat()}),),
        unknown=value is not None and threshold is None,
    )

"""Amendments and price updates of an agreement, within the scope that was competed."""

from datetime import date, datetime

from solicitation_flow import workdays
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Attachment, Form, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phrases import local_date, not_known, says_something
from solicitation_flow.records.agreements import AgreementAmendment, PriceUpdate, Subject
from solicitation_flow.records.award import Day
from solicitation_flow.records.registers import Line, Text
from solicitation_flow.rulebook import Clears, Objection, action, guard

PRICE_LIST = "price_list"
WITHIN = "(which words of the solicitation already cover this)"


class AmendAgreement(Form):
    """Amends a published agreement and notifies the contractor and the members."""

    about: Subject = ask(
        "what it is about: price, catalogue, people, name, term, terms, or scope", "catalogue"
    )
    summary: Text = ask("what changes", "Section 4 adds stacking chairs of the same line.")
    grows_scope: bool = ask("yes: it adds something that was never competed", "no", default=False)
    within_scope: Text | None = ask(
        "if the scope changes: why it stays within what was competed",
        "The solicitation asked for seating of every kind, section 2.1.",
        default=None,
    )
    effective_on: Day = ask("effective date", "2028-03-01")
    signed_by_agency: Line = ask("who signed for the lead agency", "Ann Walker, Director")
    signed_by_contractor: Line = ask("who signed for the contractor", "Joe Acme, President")
    paper: Attachment | None = ask("signed amendment, if available", default=None)


class UpdatePrices(Form):
    """Announces new prices to the contractor and the members."""

    summary: Text = ask("what changes", "Desks go up by 2.1 per cent; chairs are unchanged.")
    reckoned_by: Text = ask(
        "clause or index by which they were computed",
        "Clause 9: producer price index for furniture, May to May.",
    )
    effective_on: Day = ask("effective date", "2028-04-15")
    price_list: Attachment | None = ask("new price list, if available", default=None)


@action
def amend_agreement(case: CaseFile, form: AmendAgreement, now: datetime, actor: Actor) -> CaseFile:
    number = len(case.all(AgreementAmendment)) + 1
    amended = AgreementAmendment(
        number=number,
        about=form.about,
        summary=form.summary,
        grows_scope=form.grows_scope,
        within_scope=form.within_scope or "",
        effective_on=form.effective_on,
        signed_by_agency=form.signed_by_agency,
        signed_by_contractor=form.signed_by_contractor,
        recorded_by=actor.name,
        recorded_at=now,
    )
    name, title = f"agreement_amendment_{number}", f"Amendment {number} to the agreement"
    return case.file(amended).with_paper(name, title, form.paper, now, actor)


@action
def update_prices(case: CaseFile, form: UpdatePrices, now: datetime, actor: Actor) -> CaseFile:
    update = PriceUpdate(
        number=len(case.all(PriceUpdate)) + 1,
        summary=form.summary,
        reckoned_by=form.reckoned_by,
        effective_on=form.effective_on,
        announced_by=actor.name,
        announced_at=now,
    )
    title = f"Prices from {form.effective_on}"
    return case.file(update).with_paper(PRICE_LIST, title, form.price_list, now, actor)


@guard(rule="agreement_scope", id="G37")
def amendment_in_scope(form: AmendAgreement) -> Objection | None:
    """An amendment adds nothing that was not competed; that requires a new solicitation."""
    explained = says_something(form.within_scope or "")
    if not form.grows_scope and (form.about != "scope" or explained):
        return None
    says = "it changes the scope, and does not say why it stays within what was competed"
    if form.grows_scope:
        says = "it adds what was never competed, which requires a new solicitation"
    fields = {"grows_scope": False, "within_scope": WITHIN}
    return Objection(
        says=says,
        facts={"about": form.about, "summary": form.summary, "grows_scope": form.grows_scope},
        clears=(Clears("amend_agreement", fields=fields),),
    )


@guard(rule="price_notice", id="N51")
def price_notice_given(form: UpdatePrices, now: datetime, law: Law) -> Objection | None:
    """New prices are announced the required number of days before they take effect."""
    rule, today = law.rule("price_notice"), local_date(now, law)
    facts = {"effective_on": form.effective_on, "required": rule.in_words}
    given = workdays.notice_days(today, form.effective_on, rule.count, law.calendar)
    if rule.days is None:
        what = "how long before they hold new prices are announced"
        return not_known(what, law, facts, extent={"days": max(given, 0)})
    if given >= rule.days:
        return None
    first: date = workdays.earliest_due(now, rule.days, rule.count, law.calendar)
    return Objection(
        says=f"the new prices would hold on {form.effective_on}, and {rule.in_words} of notice "
        f"are over on {first}",
        facts={**facts, "given": given},
        clears=(Clears("update_prices", fields={"effective_on": str(first)}),),
    )

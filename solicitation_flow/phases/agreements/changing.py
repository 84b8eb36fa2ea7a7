"""Amendments and price updates of an agreement, within the scope that was competed."""

from datetime import date, datetime

from solicitation_flow import workdays
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Attachment, Form, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.agreements.dates import renewable, start_expiry
from solicitation_flow.phrases import local_date, not_known, says_something
from solicitation_flow.records.agreements import (
    Agreement,
    AgreementAmendment,
    PriceUpdate,
    Subject,
)
from solicitation_flow.records.award import Day
from solicitation_flow.records.preparation import Renewals
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
    expires_on: Day | None = ask(
        "if it is about the term: the new last day", "2030-06-30", default=None
    )
    renewals: Renewals | None = ask(
        "if it changes them: how many renewals there are, the past ones too", 2, default=None
    )
    latest_end: Day | None = ask(
        "if it changes: last day of the longest term, with all renewals", "2031-12-31", default=None
    )
    renew_by: Day | None = ask(
        "last day to sign the next renewal, if one is named", "2030-03-31", default=None
    )
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
def amend_agreement(
    case: CaseFile, form: AmendAgreement, now: datetime, law: Law, actor: Actor
) -> CaseFile:
    number, agreement = len(case.all(AgreementAmendment)) + 1, case.one(Agreement)
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
        was=agreement.expires_on if form.expires_on else None,
        expires_on=form.expires_on,
    )
    name, title = f"agreement_amendment_{number}", f"Amendment {number} to the agreement"
    case = case.file(amended).with_paper(name, title, form.paper, now, actor)
    changed = _changed_term(form)
    if not changed:
        return case
    amended_term = agreement.evolve(**changed)
    return start_expiry(case.file(renewable(amended_term, form.renew_by, law)), law)


def _changed_term(form: AmendAgreement) -> dict[str, object]:
    """Return what an amendment changes of the term, by the names of the agreement's own fields."""
    changed: dict[str, object] = {}
    for name in ("expires_on", "renewals", "latest_end", "renew_by"):
        value = getattr(form, name)
        if value is not None:
            changed[name] = value
    return changed


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


@guard(rule="amended_term", id="G37")
def amended_term_is_stated(
    case: CaseFile, form: AmendAgreement, now: datetime, law: Law
) -> Objection | None:
    """An amendment of the term states the new last day, which every date of it then follows."""
    agreement, today = case.one(Agreement), local_date(now, law)
    changed = _changed_term(form)
    end = form.expires_on or agreement.expires_on
    longest = form.latest_end or agreement.latest_end
    wrong: list[str] = []
    fields: dict[str, object] = {}
    if form.about == "term" and not changed:
        wrong.append("it is about the term, and does not state the new last day, or the renewals")
        fields["expires_on"] = "..."
    if form.about != "term" and changed:
        wrong.append(f"it changes the term, and says that it is about {form.about}")
        fields["about"] = "term"
    if form.expires_on and form.expires_on < today:
        wrong.append(f"the term would be over on {form.expires_on}, and today is {today}")
        fields["expires_on"] = "..."
    if agreement.effective_on and form.expires_on and form.expires_on <= agreement.effective_on:
        wrong.append(f"the term begins on {agreement.effective_on}")
        fields["expires_on"] = "..."
    if changed and end and longest and end > longest:
        wrong.append(f"it would end on {end}, after the last day of the longest term, {longest}")
        fields["latest_end"] = "..."
    if changed and end and form.renew_by and form.renew_by > end:
        wrong.append(f"it could be renewed until {form.renew_by}, when it is over")
        fields["renew_by"] = "..."
    if form.renewals is not None and form.renewals < agreement.renewed:
        wrong.append(f"it was renewed {agreement.renewed} times already")
        fields["renewals"] = agreement.renewed
    if not wrong:
        return None
    facts = {"about": form.about, "expires_on": form.expires_on, "was": agreement.expires_on}
    return Objection("; ".join(wrong), facts, (Clears("amend_agreement", fields=fields),))


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

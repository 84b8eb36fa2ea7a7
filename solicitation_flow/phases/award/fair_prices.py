"""Whether the prices to be accepted are fair and reasonable, by a method that is on file."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from solicitation_flow import scoring
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Attachment, ask
from solicitation_flow.phases.award.intents import PostIntent
from solicitation_flow.phases.award.standing import all_leading, winning_offers
from solicitation_flow.phrases import for_each_offer
from solicitation_flow.records.award import Fairness, Method, PriceAnalysis
from solicitation_flow.records.offers import LotForm, OfferKey, offer_of
from solicitation_flow.records.registers import Slug, Text
from solicitation_flow.rulebook import Objection, Owed, action, duty, guard


class AnalyzePrice(LotForm):
    """Records the analysis of whether an offeror's price is fair and reasonable."""

    offeror: Slug = ask("the offeror whose price was analyzed", "acme")
    method: Method = ask("price: by comparison with other prices; cost: by its elements", "price")
    finding: Fairness = ask("fair, or not_fair", "fair")
    reasons: Text = ask(
        "the prices it was compared with, or its cost elements",
        "Eight percent below the estimate, and within the range of the four offers.",
    )
    paper: Attachment | None = ask("the analysis itself, if available", default=None)


@action
def analyze_price(case: CaseFile, form: AnalyzePrice, now: datetime, actor: Actor) -> CaseFile:
    analysis = PriceAnalysis(
        lot=form.lot,
        offeror=form.offeror,
        method=form.method,
        finding=form.finding,
        reasons=form.reasons,
        amount=scoring.prices(case).get(offer_of(form)),
        paper=form.paper,
        analyzed_by=actor.name,
        analyzed_at=now,
    )
    return case.file(analysis)


def _flaw(case: CaseFile, offer: OfferKey) -> str:
    """Return what the file lacks to call a price fair, or nothing."""
    analysis, price = case.get(PriceAnalysis, offer), scoring.prices(case).get(offer)
    if analysis is None:
        return f"no analysis of {offer}'s price is on file"
    if analysis.amount != price:
        return f"{offer}'s price is {price}, and {analysis.amount} was analyzed"
    if analysis.finding != "fair":
        return f"{offer}'s price was found not to be fair"
    return ""


def _analyzed(case: CaseFile, offer: OfferKey) -> dict[str, Any]:
    """Return an offer's price beside the price that was analyzed."""
    facts: dict[str, Any] = {"price": scoring.prices(case).get(offer)}
    analysis = case.get(PriceAnalysis, offer)
    if analysis is None:
        return {**facts, "analyzed": None, "finding": None}
    return {**facts, "analyzed": analysis.amount, "finding": analysis.finding}


@guard(rule="fair_price", id="G74")
def price_is_fair(case: CaseFile, form: PostIntent) -> Objection | None:
    """A price is accepted only when an analysis on file finds it fair and reasonable."""
    wrong, offers = [], []
    facts: dict[str, Any] = {}
    for offer in winning_offers(form):
        flaw = _flaw(case, offer)
        if flaw:
            wrong.append(flaw)
            offers.append(offer)
            facts[offer] = _analyzed(case, offer)
    if not wrong:
        return None
    return Objection("; ".join(wrong), facts, tuple(for_each_offer("analyze_price", offers)))


@duty("analyze_price")
def owes_analyses(case: CaseFile) -> Iterable[Owed]:
    for offer in all_leading(case):
        analysis = case.get(PriceAnalysis, offer)
        if analysis is None or analysis.amount != scoring.prices(case).get(offer):
            yield Owed("role:officer", f"find whether {offer}'s price is fair and reasonable")

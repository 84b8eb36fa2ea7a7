"""Whether the prices to be accepted are fair and reasonable, by a method that is on file."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from solicitation_flow import scoring
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Attachment, ask
from solicitation_flow.phases.award.intents import PostIntent
from solicitation_flow.phases.award.standing import all_leading, winning_offers
from solicitation_flow.records.award import Fairness, Method, PriceAnalysis
from solicitation_flow.records.offers import LotForm, OfferKey, offer_of
from solicitation_flow.records.registers import Slug, Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard


class AnalyzePrice(LotForm):
    """Records whether an offeror's price is fair and reasonable, and how that was found."""

    offeror: Slug = ask("whose price", "acme")
    method: Method = ask("price: against other prices; cost: by what it is made of", "price")
    finding: Fairness = ask("fair, or not_fair", "fair")
    reasons: Text = ask(
        "what it was compared with, or what it is made of",
        "Eight per cent below the estimate, and within the range of the four offers.",
    )
    paper: Attachment | None = ask("the analysis itself, if at hand", default=None)


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
    return "" if analysis.finding == "fair" else f"{offer}'s price was found not to be fair"


@guard(rule="fair_price", id="G74")
def price_is_fair(case: CaseFile, form: PostIntent) -> Objection | None:
    """A price is accepted only when an analysis on file finds it fair and reasonable."""
    flaws = {offer: flaw for offer in winning_offers(form) if (flaw := _flaw(case, offer))}
    if not flaws:
        return None
    facts: dict[str, Any] = {}
    for each in flaws:
        analysis = case.get(PriceAnalysis, each)
        facts[each] = {
            "price": scoring.prices(case).get(each),
            "analyzed": analysis.amount if analysis else None,
            "finding": analysis.finding if analysis else None,
        }
    return Objection(
        says="; ".join(flaws.values()),
        facts=facts,
        clears=tuple(Clears("analyze_price", fields={"offeror": offer.offeror}) for offer in flaws),
    )


@duty("analyze_price")
def owes_analyses(case: CaseFile) -> Iterable[Owed]:
    for each in all_leading(case):
        analysis = case.get(PriceAnalysis, each)
        if analysis is None or analysis.amount != scoring.prices(case).get(each):
            yield Owed("role:officer", f"find whether {each}'s price is fair and reasonable")

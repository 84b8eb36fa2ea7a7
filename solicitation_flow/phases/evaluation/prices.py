"""Prices: opened together after the sheets by somebody who does not vote, and offers ranked."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated

from solicitation_flow import scoring
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Fill, Form, ask
from solicitation_flow.phrases import for_each_offer
from solicitation_flow.records.evaluation import (
    Amount,
    Consensus,
    PriceOffer,
    PriceOpening,
    Ranking,
    Screening,
    Tabulation,
    stated_price,
)
from solicitation_flow.records.offers import AboutOffer, LotForm, lot_key, offer_of
from solicitation_flow.records.preparation import EvaluationPlan
from solicitation_flow.records.registers import Slug, Text
from solicitation_flow.records.responses import Content
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard


class OpenPrices(Form):
    """Opens the price envelopes, once every sheet is in."""

    prices: Annotated[dict[str, Content], Fill("prices")] = ask("filled", default_factory=dict)


class EnterPrice(LotForm):
    """Enters a price that could not be read automatically, and where the offer states it."""

    offeror: Slug = ask("the offeror", "acme")
    amount: Amount = ask("the total, exact", "412000.00")
    reason: Text = ask(
        "where the offer states it, or why it changes", "Page 3, total of the price form."
    )


@action
def open_prices(case: CaseFile, form: OpenPrices, now: datetime, actor: Actor) -> CaseFile:
    offers = []
    for offer in scoring.offers(case):
        content = form.prices.get(offer)
        amount = None
        if content:
            amount = stated_price(content.text)
        offers.append(
            PriceOffer(
                lot=offer.lot,
                offeror=offer.offeror,
                amount=amount,
                readable=amount is not None,
                name=content.name if content else "",
                sha256=content.sha256 if content else "",
            )
        )
    return case.file(PriceOpening(opened_at=now, opened_by=actor.name), *offers)


@action
def enter_price(case: CaseFile, form: EnterPrice, actor: Actor) -> CaseFile:
    entered = {"amount": form.amount, "entered_by": actor.name, "reason": form.reason}
    return case.file(case.one(PriceOffer, offer_of(form)).evolve(**entered))


@action
def rank_offers(case: CaseFile, now: datetime, actor: Actor) -> CaseFile:
    decimals = case.one(EvaluationPlan).decimals
    prices = scoring.prices(case)
    for lot in scoring.lots(case):
        amounts = []
        for offer in scoring.in_lot(prices, lot):
            amounts.append(prices[offer])
        if not amounts:
            continue
        tabulation = Tabulation(
            lot=lot,
            ranked_at=now,
            ranked_by=actor.name,
            lowest=min(amounts),
            decimals=decimals,
            basis=scoring.basis(case, lot),
        )
        rankings = []
        for standing in scoring.ranked(case, lot):
            rankings.append(_ranking(standing, decimals))
        case = case.file(tabulation, *rankings)
    return case


def _ranking(standing: scoring.Standing, decimals: int) -> Ranking:
    return Ranking(
        lot=standing.offer.lot,
        offeror=standing.offer.offeror,
        rank=standing.rank,
        tied=standing.tied,
        technical=scoring.rounded(standing.technical, decimals),
        price_points=scoring.rounded(standing.price, decimals),
        total=scoring.rounded(standing.total, decimals),
        exact=str(standing.total),
    )


@guard(rule="price_hidden", id="G61")
def opener_does_not_vote(case: CaseFile, actor: Actor) -> Objection | None:
    """Whoever opens and computes prices does not score."""
    voters = scoring.voters(case)
    if actor.name not in voters:
        return None
    # prices are opened twice: the offers' own, and after negotiation the last ones
    command = "open_prices"
    if case.get(PriceOpening):
        command = "open_bafos"
    return Objection(
        says=f"{actor.name} votes on the committee, so another officer opens the prices",
        facts={"opener": actor.name, "voters": voters},
        clears=(Clears(command),),
    )


@guard(rule="prices_opened", id="G60")
def some_price_opened(case: CaseFile) -> Objection | None:
    """A price is considered only after the price envelopes were opened."""
    if case.all(PriceOffer):
        return None
    return Objection("the price envelopes are still sealed", {}, (Clears("open_prices"),))


@guard(rule="prices_opened", id="G60")
def prices_opened(case: CaseFile, form: AboutOffer) -> Objection | None:
    """A price is entered for an offer, and only after the envelopes were opened."""
    asked = sorted(map(offer_of, case.all(PriceOffer)))
    if offer_of(form) in asked or not asked:
        return None  # while all are sealed, `some_price_opened` says so
    unread = [offer for offer in asked if offer not in scoring.prices(case)] or asked
    return Objection(
        says=f"no price of {form.offeror!r} was opened; opened were {', '.join(asked)}",
        facts={"offeror": form.offeror, "opened": asked},
        clears=(Clears(fields={"offeror": unread[0].offeror}),),
    )


@guard(rule="price_as_read", id="G57")
def price_was_unreadable(case: CaseFile, form: EnterPrice) -> Objection | None:
    """A price that was read from its envelope changes only by the procedure for mistakes."""
    price = case.get(PriceOffer, offer_of(form))
    if price is None or not price.readable:
        return None
    return Objection(
        says=f"the price of {form.offeror}, {price.amount}, was read from its envelope; ask the "
        "offeror to confirm it, then decide whether it is corrected",
        facts={"offeror": form.offeror, "amount": price.amount, "entered": form.amount},
        clears=(Clears("ask_to_confirm", fields={"offeror": form.offeror}),),
    )


@guard(rule="prices_known", id="G64")
def prices_known(case: CaseFile) -> Objection | None:
    """Offers are ranked only when the price of each is known."""
    if case.get(PriceOpening) is None:
        return Objection("the price envelopes are still sealed", {}, (Clears("open_prices"),))
    known, judged = scoring.prices(case), scoring.offers(case)
    if not judged:
        says = "no offer is left to be ranked: reject all offers"
        return Objection(says, {"opened": scoring.opened(case)})
    unread = []
    for offer in judged:
        if offer not in known:
            unread.append(offer)
    if not unread:
        return None
    return Objection(
        says=f"the price could not be read from the offer of {', '.join(unread)}: enter "
        "it from the offer, or find the offer nonresponsive if it states none",
        facts={"unread": unread},
        clears=tuple(for_each_offer("enter_price", unread)),
    )


@duty("open_prices")
def owes_price_opening(case: CaseFile) -> Iterable[Owed]:
    if scoring.missing(case) or case.get(PriceOpening):
        return
    if case.get(Screening) is None or case.get(Consensus):  # a whole screening ends in a meeting
        yield Owed("role:officer", "open the price envelopes")


@duty("enter_price")
def owes_prices(case: CaseFile) -> Iterable[Owed]:
    if case.get(PriceOpening) is None:
        return
    known = scoring.prices(case)
    for offer in scoring.offers(case):
        if offer not in known:
            yield Owed("role:officer", f"enter the price of {offer}, which could not be read")


@duty("rank_offers")
def owes_ranking(case: CaseFile) -> Iterable[Owed]:
    if case.get(PriceOpening) is None or not scoring.offers(case):
        return
    for lot in scoring.lots(case):
        tabulation = case.get(Tabulation, lot_key(lot))
        if tabulation is None or tabulation.basis != scoring.basis(case, lot):
            yield Owed("role:officer", "rank the offers")
            return

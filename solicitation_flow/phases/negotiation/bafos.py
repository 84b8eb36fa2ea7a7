"""Best and final offers: sealed until their round is over, then opened together, prices and all."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Envelope, Fill, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.negotiation.bafo_requests import (
    all_rounds,
    last_round,
    still_running,
    unopened,
    unopened_rounds,
)
from solicitation_flow.records.evaluation import PriceOffer, stated_price
from solicitation_flow.records.negotiation import (
    TIMELY,
    Bafo,
    BafoOpening,
    BafoRequest,
    CompetitiveRange,
    OpenedBafo,
)
from solicitation_flow.records.offers import LotForm, OfferKey, offer_of
from solicitation_flow.records.responses import Content
from solicitation_flow.rulebook import Clears, Objection, Owed, action, audience, duty, guard


class SubmitBafo(LotForm):
    """Sends a best and final offer, sealed; in time, it takes the place of one sent before."""

    price: Envelope = ask("the sealed price")
    envelope: Envelope | None = ask("what else changes in the offer, sealed", default=None)


class OpenBafos(LotForm):
    """Opens the best and final offers of the round that is over."""

    prices: Annotated[dict[str, Content], Fill("bafos")] = ask("filled", default_factory=dict)
    technical: Annotated[dict[str, Content], Fill("bafo_technical")] = ask(
        "filled", default_factory=dict
    )


@action
def submit_bafo(case: CaseFile, form: SubmitBafo, now: datetime, actor: Actor) -> CaseFile:
    number = all_rounds(case, form.lot)[-1].number
    own = OfferKey.of(form.lot, actor.party)
    sent = [bafo for bafo in case.all(Bafo) if (bafo.round_number, offer_of(bafo)) == (number, own)]
    in_time = _taken(case, form.lot, now)
    late = 1 + sum(bafo.status == "late" for bafo in sent)
    offer = Bafo(
        lot=form.lot,
        round_number=number,
        offeror=actor.party,
        filing=TIMELY if in_time else f"late-{late}",
        version=max((each.version for each in sent), default=0) + 1,
        price=form.price,
        technical=form.envelope,
        received_at=now,
        filed_by=actor.name,
        status="received" if in_time else "late",
    )
    return case.file(offer)


@action
def close_bafo(case: CaseFile) -> CaseFile:
    return case  # that the round is over is the deadline's own status


@action
def open_bafos(case: CaseFile, form: OpenBafos, now: datetime, actor: Actor) -> CaseFile:
    request = all_rounds(case, form.lot)[-1]
    sent = [bafo for bafo in case.all(Bafo) if bafo.stands and bafo.lot == form.lot]
    answered = tuple(each.offeror for each in sent)
    opening = BafoOpening(
        lot=form.lot,
        round_number=request.number,
        opened_at=now,
        opened_by=actor.name,
        answered=answered,
        silent=tuple(each for each in request.asked if each not in answered),
    )
    case = case.file(opening, *(each.moved("opened") for each in sent))
    for each in sent:
        opened = _opened(case, each, form)
        said = {
            "amount": opened.amount,
            "readable": opened.readable,
            "name": opened.name,
            "sha256": opened.sha256,
            "entered_by": "",
            "reason": f"Best and final offer, round {request.number}.",
        }
        price = case.one(PriceOffer, offer_of(each)).evolve(**said)
        case = case.file(opened, price)
    return case


def _opened(case: CaseFile, offer: Bafo, form: OpenBafos) -> OpenedBafo:
    content, words = form.prices[offer_of(offer)], form.technical.get(offer_of(offer))
    amount = stated_price(content.text)
    return OpenedBafo(
        lot=offer.lot,
        round_number=offer.round_number,
        offeror=offer.offeror,
        before=case.one(PriceOffer, offer_of(offer)).amount,
        amount=amount,
        readable=amount is not None,
        name=content.name,
        sha256=content.sha256,
        technical_name=words.name if words else "",
        technical_sha256=words.sha256 if words else "",
        technical_text=words.text if words else None,
    )


def _taken(case: CaseFile, lot: str, now: datetime) -> bool:
    """Return whether an offer that arrives now is in time: before the due instant, unopened."""
    return still_running(case, lot, now) and unopened(case, lot) is not None


@guard(rule="bafo_request", id="G71")
def bafo_asked(case: CaseFile, actor: Actor) -> Objection | None:
    """A best and final offer answers a request that went to its sender."""
    asked: list[str] = []
    kept: list[str] = []
    for competitive_range in case.all(CompetitiveRange):
        kept += competitive_range.offerors
        request = last_round(case, competitive_range.lot)
        if request:
            asked += request.asked
    if actor.party in asked:
        return None
    # whoever is out of the range would not be asked by another request either
    inside = actor.party in kept
    lasting = ", and nothing changes that while the talks go on"
    if inside:
        lasting = ""
    return Objection(
        says=f"no best and final offer was asked of {actor.party}{lasting}",
        facts={"sender": actor.party, "asked": asked},
        clears=(Clears("request_bafo"),) if inside else (),
    )


@guard(rule="late_bafo", id="G73")
def bafo_in_time(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """A best and final offer counts only in time; after it the sender's last offer stands."""
    lots = [kept.lot for kept in case.all(CompetitiveRange)]
    if any(_taken(case, lot, now) for lot in lots):
        return None
    due = case.deadline("bafo_due", lots[0])
    word = "before"
    if due and due.boundary == "at":
        word = "at or before"
    return Objection(
        says=f"best and final offers were due {word} {law.spoken(due.due_at)}: the last offer "
        "stands, and this one is kept unopened"
        if due
        else "no best and final offers are awaited",
        facts={"due": due.due_at if due else None, "received_at": now},
        clears=() if due else (Clears("request_bafo"),),
    )


@guard(rule="bafo_sealed", id="G41")
def bafo_is_over(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """Best and final offers are opened together, once the time to send them is over."""
    waiting = unopened_rounds(case)
    if not waiting:
        rounds = len(case.all(BafoRequest))
        says = "every round of best and final offers asked for has been opened"
        return Objection(
            says=says if rounds else "no best and final offers were asked for",
            facts={"rounds": rounds},
            clears=(Clears("request_bafo"),),
        )
    pending = waiting[0]
    if not all(still_running(case, request.lot, now) for request in waiting):
        return None
    return Objection(
        says=f"best and final offers may be sent until {law.spoken(pending.due)}",
        facts={"round": pending.number, "due": pending.due},
        earliest=case.deadlines["bafo_due", pending.lot].fires_at,
    )


@guard(rule="bafo_settled", id="G71")
def bafo_settled(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """No round of best and final offers is running or unopened when another step is taken."""
    waiting = unopened_rounds(case)
    if not waiting:
        return None
    pending = waiting[0]
    running = still_running(case, pending.lot, now)
    says = f"the best and final offers of round {pending.number} have not been opened"
    if running:
        says += f"; they may be sent until {law.spoken(pending.due)}"
    return Objection(
        says=says,
        facts={"round": pending.number, "due": pending.due},
        clears=(Clears("open_bafos"),),
        earliest=case.deadlines["bafo_due", pending.lot].fires_at if running else None,
    )


@audience
def bafo_sender(actor: Actor) -> Iterable[str]:
    return (f"supplier:{actor.party}",)


@duty("open_bafos")
def owes_bafo_opening(case: CaseFile) -> Iterable[Owed]:
    for request in unopened_rounds(case):
        due = case.deadline("bafo_due", request.lot)
        if due and due.status == "met":
            yield Owed("role:officer", "open the best and final offers")

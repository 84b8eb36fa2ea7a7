"""Best and final offers: sealed until their round is over, then opened together."""

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
    BafoStatus,
    CompetitiveRange,
    OpenedBafo,
)
from solicitation_flow.records.offers import LotForm, OfferKey, about, offer_of
from solicitation_flow.records.responses import Content
from solicitation_flow.rulebook import Clears, Objection, Owed, action, audience, duty, guard


class SubmitBafo(LotForm):
    """Submits a sealed best and final offer; in time, it replaces one sent before."""

    price: Envelope = ask("the sealed price")
    envelope: Envelope | None = ask("other changes to the offer, sealed", default=None)


class OpenBafos(LotForm):
    """Opens the best and final offers of the round that has closed."""

    prices: Annotated[dict[str, Content], Fill("bafos")] = ask("filled", default_factory=dict)
    technical: Annotated[dict[str, Content], Fill("bafo_technical")] = ask(
        "filled", default_factory=dict
    )


@action
def submit_bafo(case: CaseFile, form: SubmitBafo, now: datetime, actor: Actor) -> CaseFile:
    number = all_rounds(case, form.lot)[-1].number
    version, late = 1, 1
    for sent in about(OfferKey.of(form.lot, actor.party), case.all(Bafo)):
        if sent.round_number == number:
            version = max(version, sent.version + 1)
            if sent.status == "late":
                late += 1
    filing = f"late-{late}"
    status: BafoStatus = "late"
    if _in_time(case, form.lot, now):
        filing, status = TIMELY, "received"
    offer = Bafo(
        lot=form.lot,
        round_number=number,
        offeror=actor.party,
        filing=filing,
        version=version,
        price=form.price,
        technical=form.envelope,
        received_at=now,
        filed_by=actor.name,
        status=status,
    )
    return case.file(offer)


@action
def close_bafo(case: CaseFile) -> CaseFile:
    return case  # that the round is over is the deadline's own status


@action
def open_bafos(case: CaseFile, form: OpenBafos, now: datetime, actor: Actor) -> CaseFile:
    request = all_rounds(case, form.lot)[-1]
    sent, answered = [], []
    for bafo in case.all(Bafo):
        if bafo.stands and bafo.lot == form.lot:
            sent.append(bafo)
            answered.append(bafo.offeror)
    opening = BafoOpening(
        lot=form.lot,
        round_number=request.number,
        opened_at=now,
        opened_by=actor.name,
        answered=tuple(answered),
        silent=tuple(offeror for offeror in request.asked if offeror not in answered),
    )
    case = case.file(opening, *[bafo.moved("opened") for bafo in sent])
    for bafo in sent:
        opened = _opened(case, bafo, form)
        price = case.one(PriceOffer, offer_of(bafo)).evolve(
            amount=opened.amount,
            readable=opened.readable,
            name=opened.name,
            sha256=opened.sha256,
            entered_by="",
            reason=f"Best and final offer, round {request.number}.",
        )
        case = case.file(opened, price)
    return case


def _opened(case: CaseFile, bafo: Bafo, form: OpenBafos) -> OpenedBafo:
    offer = offer_of(bafo)
    content = form.prices[offer]
    amount = stated_price(content.text)
    opened = OpenedBafo(
        lot=bafo.lot,
        round_number=bafo.round_number,
        offeror=bafo.offeror,
        before=case.one(PriceOffer, offer).amount,
        amount=amount,
        readable=amount is not None,
        name=content.name,
        sha256=content.sha256,
    )
    technical = form.technical.get(offer)
    if technical is None:
        return opened
    return opened.evolve(
        technical_name=technical.name,
        technical_sha256=technical.sha256,
        technical_text=technical.text,
    )


def _in_time(case: CaseFile, lot: str, now: datetime) -> bool:
    """Return whether an offer that arrives now is in time: before the due instant, unopened."""
    return still_running(case, lot, now) and unopened(case, lot) is not None


@guard(rule="bafo_request", id="G71")
def bafo_asked(case: CaseFile, actor: Actor) -> Objection | None:
    """A best and final offer comes from an offeror that was asked for one."""
    asked: list[str] = []
    in_range: list[str] = []
    for kept in case.all(CompetitiveRange):
        in_range += kept.offerors
        request = last_round(case, kept.lot)
        if request:
            asked += request.asked
    if actor.party in asked:
        return None
    says = f"no best and final offer was asked of {actor.party}"
    facts = {"sender": actor.party, "asked": asked}
    if actor.party in in_range:
        return Objection(says, facts, (Clears("request_bafo"),))
    # whoever is out of the range would not be asked by another request either
    return Objection(f"{says}, and nothing changes that while the talks go on", facts)


@guard(rule="late_bafo", id="G73")
def bafo_in_time(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """A best and final offer counts only if received in time; otherwise the last offer stands."""
    due = None
    for kept in case.all(CompetitiveRange):
        if _in_time(case, kept.lot, now):
            return None
        due = due or case.deadline("bafo_due", kept.lot)
    if due is None:
        says = "no best and final offers are awaited"
        return Objection(says, {"due": None, "received_at": now}, (Clears("request_bafo"),))
    word = "before"
    if due.boundary == "at":
        word = "at or before"
    return Objection(
        says=f"best and final offers were due {word} {law.spoken(due.due_at)}: the last offer "
        "stands, and this one is held unopened",
        facts={"due": due.due_at, "received_at": now},
    )


@guard(rule="bafo_sealed", id="G41")
def bafo_is_over(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """Best and final offers are opened together, after the time to submit them is over."""
    waiting = unopened_rounds(case)
    if not waiting:
        rounds = len(case.all(BafoRequest))
        says = "no best and final offers were asked for"
        if rounds:
            says = "every round of best and final offers asked for has been opened"
        return Objection(says, {"rounds": rounds}, (Clears("request_bafo"),))
    pending = waiting[0]
    for request in waiting:
        if not still_running(case, request.lot, now):
            return None
    return Objection(
        says=f"best and final offers may be sent until {law.spoken(pending.due)}",
        facts={"round": pending.number, "due": pending.due},
        earliest=case.deadlines["bafo_due", pending.lot].fires_at,
    )


@guard(rule="bafo_settled", id="G71")
def bafo_settled(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """No other step is taken while best and final offers are outstanding or unopened."""
    waiting = unopened_rounds(case)
    if not waiting:
        return None
    pending = waiting[0]
    says = f"the best and final offers of round {pending.number} have not been opened"
    earliest = None
    if still_running(case, pending.lot, now):
        says += f"; they may be sent until {law.spoken(pending.due)}"
        earliest = case.deadlines["bafo_due", pending.lot].fires_at
    return Objection(
        says=says,
        facts={"round": pending.number, "due": pending.due},
        clears=(Clears("open_bafos"),),
        earliest=earliest,
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

"""Two lots of one solicitation, named by hand as no form does yet, on their way to an award."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.phases.award import (
    awarding,
    intents,
)
from solicitation_flow.phases.evaluation import (
    consensus,
    prices,
    responsiveness,
    screening,
    sheets,
)
from solicitation_flow.phases.negotiation import (
    bafo_requests,
    bafos,
    competitive_range,
    discussions,
)
from solicitation_flow.phases.responses import opening, receipt
from solicitation_flow.records.offers import (
    LotForm,
    OfferKey,
    offer_of,
)
from solicitation_flow.records.responses import Content
from tests.phases import builders, judging

F = TypeVar("F", bound=LotForm)
LAW = judging.LAW
NOW = builders.at("2026-06-24 09:00")
LATER = builders.at("2026-07-20 09:00")
LOTS = ("A", "B")
BEST = {"A": "acme", "B": "zenith"}
ACME_A, ACME_B = OfferKey.of("A", "acme"), OfferKey.of("B", "acme")
SUPPLIER = {"acme": builders.ACME, "zenith": builders.ZENITH}
TO_LEAD = "quality:38,experience:18"
TO_FOLLOW = "quality:30,experience:10"


def named(form: F, lot: str) -> F:
    """Return the form as it will be once forms name a lot."""
    kind = type(form)
    lotted: Any = type(kind.__name__, (kind,), {"lot": property(lambda _: lot)})
    made: F = lotted.model_validate(dict(form))
    return made


def in_each_lot(case: CaseFile, act: Callable[[CaseFile, str], CaseFile]) -> CaseFile:
    for lot in LOTS:
        case = act(case, lot)
    return case


# --- the life of two lots, step by step ----------------------------------------------------------


def received(case: CaseFile, lot: str) -> CaseFile:
    for supplier in SUPPLIER.values():
        form = named(builders.receiving(), lot)
        case = receipt.receive(case, form, builders.at("2026-06-10 10:00"), LAW, supplier)
    return case


@cache
def opened() -> CaseFile:
    case = in_each_lot(builders.published(multi_award="yes"), received)
    technical: dict[str, Content] = {}
    for proposal in receipt.standing(case):
        technical[offer_of(proposal)] = builders.content()
    form = opening.OpenProposals(witness="walter", seals=None, technical=technical)
    return opening.open_proposals(case, form, builders.at(builders.OPENED_AT), builders.CARL)


def judge(case: CaseFile, lot: str) -> CaseFile:
    for offeror in SUPPLIER:
        case = responsiveness.find_responsive(
            case, named(judging.finding(offeror, note=f"Lot {lot}."), lot), NOW, builders.MARIA
        )
        for voter in builders.VOTERS:
            points = TO_LEAD if BEST[lot] == offeror else TO_FOLLOW
            form = named(builders.scoring_form(offeror, scores=points), lot)
            case = sheets.score(case, form, NOW, Actor(voter, frozenset({"evaluator"})))
    meeting = consensus.HoldConsensus(present=builders.VOTERS, minutes=f"Lot {lot} was discussed.")
    return consensus.hold_consensus(case, named(meeting, lot), NOW, LAW, builders.MARIA)


@cache
def ranked() -> CaseFile:
    judged = in_each_lot(opened(), judge)
    case = screening.finish_screening(judged, screening.FinishScreening(), NOW, builders.MARIA)
    amounts = {"A/acme": "100", "A/zenith": "200", "B/acme": "3000", "B/zenith": "1500"}
    contents = {offer: builders.content(amount) for offer, amount in amounts.items()}
    case = prices.open_prices(case, prices.OpenPrices(prices=contents), NOW, builders.MARIA)
    return prices.rank_offers(case, NOW, builders.MARIA)


def _talk(case: CaseFile, lot: str) -> CaseFile:
    form = competitive_range.SetRange(offerors=(BEST[lot],), reason=f"Best in lot {lot}.")
    case = competitive_range.set_range(case, named(form, lot), NOW, builders.MARIA)
    inviting = discussions.InviteToDiscuss(
        offeror=BEST[lot], at=builders.wall("2026-06-26 10:00"), where="Room 204", topics="Price."
    )
    case = discussions.invite_to_discuss(case, named(inviting, lot), NOW, LAW, builders.MARIA)
    talk = discussions.RecordDiscussion(offeror=BEST[lot], summary=f"Lot {lot} was discussed.")
    return discussions.record_discussion(case, named(talk, lot), NOW, LAW, builders.MARIA)


def _ask_for_last_offers(case: CaseFile, lot: str) -> CaseFile:
    due = builders.wall("2026-07-06 14:00" if lot == "A" else "2026-07-13 14:00")
    form = bafo_requests.RequestBafo(due=due, where="The portal", how="Sealed")
    return bafo_requests.request_bafo(case, named(form, lot), NOW, LAW, builders.MARIA)


@cache
def asked() -> CaseFile:
    return in_each_lot(in_each_lot(ranked(), _talk), _ask_for_last_offers)


def submitted(case: CaseFile, lot: str) -> CaseFile:
    form = named(bafos.SubmitBafo(price=builders.envelope("price.txt")), lot)
    return bafos.submit_bafo(case, form, builders.at("2026-07-01 10:00"), SUPPLIER[BEST[lot]])


def _announce(case: CaseFile, lot: str) -> CaseFile:
    form = intents.PostIntent(winners=(BEST[lot],), basis=f"{builders.BASIS} Lot {lot}.")
    return intents.post_intent(case, named(form, lot), NOW, LAW, builders.MARIA)


@cache
def announced() -> CaseFile:
    return in_each_lot(ranked(), _announce)


@cache
def lived() -> CaseFile:
    """All that two lots can file, put into one case."""
    case = awarding.award(in_each_lot(asked(), submitted), LATER, builders.ANN)
    records = {**announced().records, **case.records}
    return case.having(records=records)

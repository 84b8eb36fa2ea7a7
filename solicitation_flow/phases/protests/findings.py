"""What was found of a firm's own proposal, when it was told, and whether that still stands."""

from collections.abc import Iterator
from datetime import datetime

from solicitation_flow.casefile import CaseFile
from solicitation_flow.records.award import Ending, Responsibility
from solicitation_flow.records.evaluation import Responsiveness
from solicitation_flow.records.negotiation import CompetitiveRange
from solicitation_flow.records.offers import OfferKey, lot_key, offer_of
from solicitation_flow.records.protests import Finding, Protest
from solicitation_flow.records.responses import OpenedProposal, Proposal


def findings(case: CaseFile, offer: OfferKey) -> dict[Finding, datetime]:
    """Return what stands against an offer, each with the instant its letter was written."""
    return dict(_found(case, offer))


def _found(case: CaseFile, offer: OfferKey) -> Iterator[tuple[Finding, datetime]]:
    own = [proposal for proposal in case.all(Proposal) if offer_of(proposal) == offer]
    late = [proposal.filed_at for proposal in own if proposal.status == "late"]
    if late:
        yield "late", max(late)
    conforms, able = case.get(Responsiveness, offer), case.get(Responsibility, offer)
    if conforms and not conforms.responsive:
        yield "nonresponsive", conforms.found_at
    kept = case.get(CompetitiveRange, lot_key(offer.lot))
    if kept and offer.offeror in kept.left_out:
        yield "out_of_range", kept.set_at
    if able and not able.responsible:
        yield "nonresponsible", able.found_at
    ending = case.get(Ending)
    if ending and case.get(OpenedProposal, offer):
        yield "rejected", ending.ended_at


def newest(case: CaseFile, offer: OfferKey) -> tuple[Finding, datetime] | None:
    """Return the last thing found of a firm; only failing that, that all were rejected."""
    own = findings(case, offer)
    told = [each for each in own.items() if each[0] != "rejected"] or list(own.items())
    return max(told, key=lambda each: each[1], default=None)


def finder(case: CaseFile, protest: Protest) -> str:
    """Return who made the finding a protest is against, or nobody."""
    offer = OfferKey.of(protest.lot, protest.protester)
    conforms, able = case.get(Responsiveness, offer), case.get(Responsibility, offer)
    kept = case.get(CompetitiveRange, lot_key(protest.lot))
    ending = case.get(Ending)
    made_by: dict[Finding, str] = {
        "nonresponsive": conforms.found_by if conforms else "",
        "nonresponsible": able.found_by if able else "",
        "out_of_range": kept.set_by if kept else "",
        "rejected": ending.ended_by if ending else "",
    }
    if protest.finding:
        return made_by.get(protest.finding, "")
    return ""


def unmended(case: CaseFile, protest: Protest) -> bool:
    """Return whether a finding stands as it was when a protest against it was sustained."""
    if protest.status != "sustained" or protest.finding is None or protest.decided_at is None:
        return False
    at = findings(case, OfferKey.of(protest.lot, protest.protester)).get(protest.finding)
    return at is not None and at <= protest.decided_at

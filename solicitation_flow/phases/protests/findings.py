"""The findings against a firm's own proposal: when they were made, by whom, whether they stand."""

from collections.abc import Iterator
from datetime import datetime

from solicitation_flow.casefile import CaseFile
from solicitation_flow.records.award import Ending, Responsibility
from solicitation_flow.records.evaluation import Responsiveness
from solicitation_flow.records.negotiation import CompetitiveRange
from solicitation_flow.records.offers import OfferKey, about, lot_key
from solicitation_flow.records.protests import Finding, Protest
from solicitation_flow.records.responses import OpenedProposal, Proposal


def findings(case: CaseFile, offer: OfferKey) -> dict[Finding, datetime]:
    """Return what stands against an offer, each with the instant its letter was written."""
    return dict(_findings(case, offer))


def _findings(case: CaseFile, offer: OfferKey) -> Iterator[tuple[Finding, datetime]]:
    late = []
    for proposal in about(offer, case.all(Proposal)):
        if proposal.status == "late":
            late.append(proposal.filed_at)
    if late:
        yield "late", max(late)
    responsiveness = case.get(Responsiveness, offer)
    if responsiveness and not responsiveness.responsive:
        yield "nonresponsive", responsiveness.found_at
    kept = case.get(CompetitiveRange, lot_key(offer.lot))
    if kept and offer.offeror in kept.left_out:
        yield "out_of_range", kept.set_at
    responsibility = case.get(Responsibility, offer)
    if responsibility and not responsibility.responsible:
        yield "nonresponsible", responsibility.found_at
    ending = case.get(Ending)
    if ending and case.get(OpenedProposal, offer):
        yield "rejected", ending.ended_at


def newest(case: CaseFile, offer: OfferKey) -> tuple[Finding, datetime] | None:
    """Return the last thing found of an offer; only failing that, that all were rejected."""
    standing = findings(case, offer)
    rejected = standing.pop("rejected", None)
    if standing:
        return max(standing.items(), key=lambda pair: pair[1])
    if rejected:
        return "rejected", rejected
    return None


def finder(case: CaseFile, protest: Protest) -> str:
    """Return who made the finding a protest is against, or nobody."""
    offer = OfferKey.of(protest.lot, protest.protester)
    if protest.finding == "nonresponsive":
        responsiveness = case.get(Responsiveness, offer)
        return responsiveness.found_by if responsiveness else ""
    if protest.finding == "nonresponsible":
        responsibility = case.get(Responsibility, offer)
        return responsibility.found_by if responsibility else ""
    if protest.finding == "out_of_range":
        kept = case.get(CompetitiveRange, lot_key(protest.lot))
        return kept.set_by if kept else ""
    if protest.finding == "rejected":
        ending = case.get(Ending)
        return ending.ended_by if ending else ""
    return ""


def unmended(case: CaseFile, protest: Protest) -> bool:
    """Return whether a finding stands as it was when a protest against it was sustained."""
    if protest.status != "sustained" or protest.finding is None or protest.decided_at is None:
        return False
    at = findings(case, OfferKey.of(protest.lot, protest.protester)).get(protest.finding)
    return at is not None and at <= protest.decided_at

"""Finds in a case what figures of the law may depend on: amount, subject, funding, closures."""

from datetime import date
from typing import Final

from solicitation_flow.casefile import CaseFile
from solicitation_flow.jurisdiction import Circumstances
from solicitation_flow.jurisdiction.law import ORDINARY
from solicitation_flow.records.amendments import Amendment
from solicitation_flow.records.closures import Closure
from solicitation_flow.records.issuance import Publication
from solicitation_flow.records.preparation import Estimate, Solicitation, Terms
from solicitation_flow.workdays import local

LAW_DEPENDS_ON: Final = frozenset(
    kind.kind for kind in (Amendment, Closure, Estimate, Publication, Solicitation, Terms)
)
"""The records by which a case may come under other figures of its law."""


def circumstances(case: CaseFile) -> Circumstances:
    """Return what is known of a case; a case below another is judged by that one's facts too."""
    closed: set[date] = set()
    solicited = case
    folder: CaseFile | None = case
    while folder is not None:
        for closure in folder.all(Closure):
            closed.add(closure.day)
        if folder.get(Solicitation) is not None:
            solicited = folder
        folder = folder.parent
    solicitation = solicited.get(Solicitation)
    if solicitation is None:
        if closed:
            return Circumstances(closed=frozenset(closed))
        return ORDINARY
    estimate, terms = solicited.get(Estimate), solicited.get(Terms)
    amount = None
    funding = ""
    if estimate is not None:
        amount = estimate.amount
    elif terms is not None:
        amount = terms.expected_value
    if terms is not None and terms.federal_funds:
        funding = "federal"
    return Circumstances(
        amount,
        solicitation.subject,
        funding,
        frozenset(closed),
        conference_before=_conference_before(solicited),
    )


def _conference_before(case: CaseFile) -> int | None:
    """Return how many days before proposals are due the conference is, by the agency's dates."""
    published = case.get(Publication)
    if published is None:
        return None
    conference, due = published.conference_at, published.proposals_due
    for amendment in case.all(Amendment):
        conference = amendment.conference_at or conference
        due = amendment.proposals_due or due
    if conference is None:
        return None
    return (local(due, published.zone).date() - local(conference, published.zone).date()).days

"""The dates of an agreement as deadlines, each at midnight in the agency's zone."""

from dataclasses import replace
from datetime import date, timedelta

from solicitation_flow import workdays
from solicitation_flow.casefile import CaseFile
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phrases import begins, ends, local_date, months_later
from solicitation_flow.records.agreements import Agreement
from solicitation_flow.records.preparation import Terms

EFFECTIVE, EXPIRY, ALERT = "effective", "expiry", "renewal_alert"
DAY, INSTANT = timedelta(days=1), timedelta(microseconds=1)


def renewable(agreement: Agreement, named: date | None, law: Law) -> Agreement:
    """Return the agreement with the last day to sign its next renewal, where any is left.

    It is the day that is named, or the one the rules compute.
    """
    assert agreement.expires_on, "a renewal is due before a last day"
    length = law.rule("renewal_notice").length
    if agreement.renewals_left == 0:
        return agreement.evolve(renew_by=None)
    if named or length is None:
        return agreement.evolve(renew_by=named)
    back = replace(length, rolls=False)
    over = workdays.latest_before(begins(agreement.expires_on, law), back, law.calendar)
    return agreement.evolve(renew_by=local_date(over - INSTANT, law))


def stated_end(case: CaseFile, begun: date) -> date | None:
    """Return the last day of the term with all renewals, as the solicitation stated them."""
    terms = case.parent.get(Terms) if case.parent else None
    if terms is None or not terms.longest_months:
        return None
    return months_later(begun, terms.longest_months) - DAY


def start_deadlines(case: CaseFile, law: Law) -> CaseFile:
    """Start the deadlines of a signed agreement."""
    agreement = case.one(Agreement)
    assert agreement.effective_on, f"{case.number} is signed without a first day"
    started = case.start(
        EFFECTIVE, begins(agreement.effective_on, law), printed=str(agreement.effective_on)
    )
    return start_expiry(started, law)


def start_expiry(case: CaseFile, law: Law) -> CaseFile:
    """Start, or move, the deadlines that depend on the last day of the term."""
    agreement = case.one(Agreement)
    assert agreement.expires_on, f"{case.number} is signed without a last day"
    case = case.start(
        EXPIRY, ends(agreement.expires_on, law), printed=f"the end of {agreement.expires_on}"
    )
    if agreement.renew_by:
        printed = f"the end of {agreement.renew_by}"
        return case.start(ALERT, ends(agreement.renew_by, law), printed=printed)
    old = case.deadline(ALERT)
    if old and old.status == "unmet":
        return case.meet(ALERT)
    return case

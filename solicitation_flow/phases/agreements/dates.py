"""The dates of an agreement as deadlines, each at midnight in the agency's zone."""

from datetime import date, timedelta

from solicitation_flow.casefile import CaseFile
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phrases import begins, ends
from solicitation_flow.records.agreements import Agreement

EFFECTIVE, EXPIRY, ALERT = "effective", "expiry", "renewal_alert"
DAY = timedelta(days=1)


def renewable_until(named: date | None, expires_on: date, left: int, law: Law) -> date | None:
    """Return the last day to sign the next renewal: the one named, or as the rules compute it."""
    days = law.rule("renewal_notice").days
    if left <= 0:
        return None
    if named or days is None:
        return named
    return expires_on - timedelta(days=days)


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

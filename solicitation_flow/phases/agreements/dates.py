"""The dates of an agreement as deadlines, each at the agency's own midnight."""

from datetime import date, timedelta

from solicitation_flow.casefile import CaseFile
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phrases import begins, ends
from solicitation_flow.records.agreements import Agreement

EFFECTIVE, EXPIRY, ALERT = "effective", "expiry", "renewal_alert"
DAY = timedelta(days=1)


def renewable_until(named: date | None, expires_on: date, left: int, law: Law) -> date | None:
    """Return by when the next renewal must be signed: the day named, or what the rules make."""
    days = law.rule("renewal_notice").days
    if left <= 0:
        return None
    return named or (expires_on - timedelta(days=days) if days is not None else None)


def kept(case: CaseFile, law: Law) -> CaseFile:
    """Start the deadlines of a signed agreement."""
    agreement = case.one(Agreement)
    assert agreement.effective_on, f"{case.number} is signed without a first day"
    started = case.start(
        EFFECTIVE, begins(agreement.effective_on, law), printed=str(agreement.effective_on)
    )
    return running_out(started, law)


def running_out(case: CaseFile, law: Law) -> CaseFile:
    """Start or moves what depends on the last day of the term."""
    agreement = case.one(Agreement)
    assert agreement.expires_on, f"{case.number} is signed without a last day"
    case = case.start(
        EXPIRY, ends(agreement.expires_on, law), printed=f"the end of {agreement.expires_on}"
    )
    if agreement.renew_by:
        said = f"the end of {agreement.renew_by}"
        return case.start(ALERT, ends(agreement.renew_by, law), printed=said)
    old = case.deadline(ALERT)
    if old and old.status == "unmet":
        return case.meet(ALERT)
    return case

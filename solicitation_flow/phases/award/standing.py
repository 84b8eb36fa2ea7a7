"""Where offers stand on the way to an award: who leads, who is barred, what is announced."""

from solicitation_flow import scoring
from solicitation_flow.casefile import CaseFile
from solicitation_flow.records.award import ExclusionCheck, Intent, Responsibility

NOBODY_LEFT = (
    "none of those ranked can get an award, and nothing changes that: what is left is to reject "
    "all offers"
)


def announced(case: CaseFile) -> Intent | None:
    """Return the intent to award that stands, if one does."""
    intent = case.get(Intent)
    return intent if intent and intent.withdrawn_at is None else None


def newest_check(case: CaseFile, offeror: str) -> ExclusionCheck | None:
    """Return the last look at the lists of excluded firms, whatever it was made for."""
    checks = [
        exclusion_check
        for exclusion_check in case.all(ExclusionCheck)
        if exclusion_check.offeror == offeror
    ]
    return max(checks, key=lambda each: each.checked_at, default=None)


def barred(case: CaseFile, offeror: str) -> bool:
    """Return whether an offeror was found excluded, or not responsible."""
    check, responsibility = newest_check(case, offeror), case.get(Responsibility, offeror)
    return bool((check and not check.clear) or (responsibility and not responsibility.responsible))


def leading(case: CaseFile) -> list[str]:
    """Return the best ranked of those who can get an award; more than one where they tie."""
    ranked = scoring.places(case).items()
    open_to_it = {offeror: rank for offeror, rank in ranked if not barred(case, offeror)}
    best = min(open_to_it.values(), default=0)
    return sorted(offeror for offeror, rank in open_to_it.items() if rank == best)

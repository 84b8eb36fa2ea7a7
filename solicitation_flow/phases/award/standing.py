"""Which offers can get an award: the leading ones, those barred, those announced."""

from typing import Protocol

from solicitation_flow import scoring
from solicitation_flow.casefile import CaseFile
from solicitation_flow.records.award import ExclusionCheck, Intent, Responsibility
from solicitation_flow.records.evaluation import Tabulation
from solicitation_flow.records.offers import AboutLot, OfferKey, about, lot_key

NOBODY_LEFT = (
    "none of those ranked can get an award, and nothing changes that: what is left is to reject "
    "all offers"
)


class Winners(AboutLot, Protocol):
    """Any form or record that names the winners of a lot."""

    @property
    def winners(self) -> tuple[str, ...]:
        """Whose offers are accepted."""


def announced(case: CaseFile) -> list[Intent]:
    """Return the intents to award that stand: one for each lot at the most."""
    return [intent for intent in case.all(Intent) if intent.withdrawn_at is None]


def announced_in(case: CaseFile, lot: str) -> Intent | None:
    """Return the intent to award a lot that stands, if one does."""
    intent = case.get(Intent, lot_key(lot))
    return intent if intent and intent.withdrawn_at is None else None


def winning_offers(form: Winners) -> list[OfferKey]:
    """Return the offers that an award would be made on."""
    return [OfferKey.of(form.lot, winner) for winner in form.winners]


def newest_check(case: CaseFile, offer: OfferKey) -> ExclusionCheck | None:
    """Return the last check of the exclusion lists, whatever it was made for."""
    checks = about(offer, case.all(ExclusionCheck))
    return max(checks, key=lambda check: check.checked_at, default=None)


def barred(case: CaseFile, offer: OfferKey) -> bool:
    """Return whether an offeror was found excluded, or not responsible."""
    check, responsibility = newest_check(case, offer), case.get(Responsibility, offer)
    return bool((check and not check.clear) or (responsibility and not responsibility.responsible))


def leading(case: CaseFile, lot: str) -> list[OfferKey]:
    """Return the best ranked offers of a lot that can get an award; more than one in a tie."""
    first: list[OfferKey] = []
    best = 0
    for offer, rank in scoring.places(case).items():  # best first
        if offer.lot != lot or barred(case, offer):
            continue
        if first and rank > best:
            break
        best = rank
        first.append(offer)
    return sorted(first)


def all_leading(case: CaseFile) -> list[OfferKey]:
    """Return the offers that lead in any lot whose ranking counts all that is on file."""
    offers = []
    for lot in scoring.lots(case):
        if ranking_stands(case, lot):
            offers += leading(case, lot)
    return offers


def ranking_stands(case: CaseFile, lot: str) -> bool:
    """Return whether a lot was ranked by every sheet and price as they stand now."""
    tabulation = case.get(Tabulation, lot_key(lot))
    return tabulation is not None and tabulation.basis == scoring.basis(case, lot)

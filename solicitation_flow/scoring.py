"""Exact arithmetic of evaluation: averages, spreads, price formulas, ranks, ties; rounded once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from solicitation_flow.casefile import CaseFile, remembered
from solicitation_flow.records import canonical, digest
from solicitation_flow.records.evaluation import (
    Consensus,
    PriceConfirmation,
    PriceOffer,
    Ranking,
    Responsiveness,
    ScoreSheet,
)
from solicitation_flow.records.offers import NO_LOT, OfferKey, lot_key, offer_of, offerors_of
from solicitation_flow.records.preparation import Committee, Criterion, EvaluationPlan, Recusal
from solicitation_flow.records.responses import OpenedProposal

# --- arithmetic, which knows nothing of a case ---------------------------------------------------


@dataclass(frozen=True, slots=True)
class Standing:
    """The points and rank of one offer, in exact fractions; `tied` says that it shares the rank."""

    offer: OfferKey
    technical: Fraction
    price: Fraction
    rank: int
    tied: bool

    @property
    def offeror(self) -> str:
        """Who made the offer."""
        return self.offer.offeror

    @property
    def total(self) -> Fraction:
        """The points the rank was decided on, before any rounding."""
        return self.technical + self.price


def average(sheets: Sequence[Mapping[str, Decimal]]) -> Fraction:
    """Return the average of the sheets' totals."""
    assert sheets, "an offer that nobody scored has no average"
    total = Fraction()
    for sheet in sheets:
        for points in sheet.values():
            total += Fraction(points)
    return total / len(sheets)


def ratio(most: Decimal, lowest: Decimal, offer: Decimal) -> Fraction:
    """Return the points of a price: the lowest earns the most, twice the lowest earns half."""
    assert 0 < lowest <= offer, "a price is above zero and not below the lowest"
    return Fraction(most) * Fraction(lowest) / Fraction(offer)


def rounded(points: Fraction, decimals: int) -> Decimal:
    """Return points as they are printed: a half is rounded away from zero."""
    doubled = 2 * abs(points) * 10**decimals
    whole = (doubled.numerator // doubled.denominator + 1) // 2
    # minus zero is never printed
    sign = ""
    if points < 0 and whole:
        sign = "-"
    return Decimal(f"{sign}{whole}E-{decimals}")


def standings(
    technical: Mapping[OfferKey, Fraction], prices: Mapping[OfferKey, Decimal], most: Decimal
) -> list[Standing]:
    """Return every offer with its rank, best first; equal totals share a rank and leave a gap."""
    assert technical.keys() == prices.keys(), "every offer has both a score and a price"
    lowest = min(prices.values(), default=Decimal(0))
    price_points, totals = {}, {}
    for offer, price in prices.items():
        price_points[offer] = ratio(most, lowest, price)
        totals[offer] = technical[offer] + price_points[offer]
    best_first = sorted(totals.values(), reverse=True)
    placed = []
    for offer, total in totals.items():
        standing = Standing(
            offer=offer,
            technical=technical[offer],
            price=price_points[offer],
            rank=best_first.index(total) + 1,
            tied=best_first.count(total) > 1,
        )
        placed.append(standing)
    return sorted(placed, key=lambda standing: (standing.rank, standing.offer))


# --- the offers of a case ------------------------------------------------------------------------


@remembered
def _opened(case: CaseFile) -> tuple[OfferKey, ...]:
    return tuple(sorted(map(offer_of, case.all(OpenedProposal))))


def opened(case: CaseFile) -> list[OfferKey]:
    """Return the offers that were opened."""
    return list(_opened(case))


def nonresponsive(case: CaseFile, offer: OfferKey) -> bool:
    """Return whether an offer was found nonresponsive."""
    finding = case.get(Responsiveness, offer)
    return finding is not None and not finding.responsive


def withdrawn_by_mistake(case: CaseFile, offer: OfferKey) -> bool:
    """Return whether an offer was taken back because its price was a mistake."""
    for confirmation in case.all(PriceConfirmation):
        if confirmation.outcome == "withdrawn" and offer_of(confirmation) == offer:
            return True
    return False


def dropped(case: CaseFile, offer: OfferKey) -> bool:
    """Return whether an offer is scored no further: nonresponsive, or taken back by mistake."""
    return nonresponsive(case, offer) or withdrawn_by_mistake(case, offer)


@remembered
def _scored(case: CaseFile) -> tuple[OfferKey, ...]:
    return tuple([offer for offer in opened(case) if not dropped(case, offer)])


def scored_offers(case: CaseFile) -> list[OfferKey]:
    """Return the offers that evaluators score: those opened, without any that were dropped."""
    return list(_scored(case))


@remembered
def below_least(case: CaseFile, offer: OfferKey) -> tuple[str, ...]:
    """Return the criteria in which the committee gave an offer less than the plan's least points.

    It is empty until the committee has met: only then do the scores stand.
    """
    if case.get(Consensus, lot_key(offer.lot)) is None:
        return ()
    below: list[str] = []
    for criterion in criteria(case):
        if criterion.least is None:
            continue
        points: list[dict[str, Decimal]] = []
        for scores in _scores(case, offer):
            points.append({criterion.key: scores[criterion.key]})
        if points and average(points) < criterion.least:
            below.append(criterion.key)
    return tuple(below)


def set_aside(case: CaseFile, offer: OfferKey) -> bool:
    """Return whether an offer is judged no further: dropped, or below the least points stated."""
    return dropped(case, offer) or bool(below_least(case, offer))


@remembered
def _judged(case: CaseFile) -> tuple[OfferKey, ...]:
    return tuple([offer for offer in scored_offers(case) if not below_least(case, offer)])


def offers(case: CaseFile) -> list[OfferKey]:
    """Return the offers that are judged: those opened, without any that were set aside."""
    return list(_judged(case))


def in_lot(offers: Iterable[OfferKey], lot: str) -> list[OfferKey]:
    """Return those of some offers that are made for one lot."""
    return [offer for offer in offers if offer.lot == lot]


def offerors(case: CaseFile) -> list[str]:
    """Return whose offers are judged, whatever the lot: everyone once."""
    return sorted(set(offerors_of(offers(case))))


def lots(case: CaseFile) -> list[str]:
    """Return the lots that were offered for, or the one nameless lot where there are none."""
    return sorted({offer.lot for offer in opened(case)}) or [NO_LOT]


# --- score sheets --------------------------------------------------------------------------------


@remembered
def voters(case: CaseFile) -> tuple[str, ...]:
    """Return the evaluators who score; a recusal applies to every offer."""
    committee = case.get(Committee)
    if committee is None:
        return ()
    return tuple([voter for voter in committee.voters if case.get(Recusal, voter) is None])


def criteria(case: CaseFile) -> tuple[Criterion, ...]:
    """Return the criteria that evaluators score."""
    plan = case.get(EvaluationPlan)
    if plan:
        return tuple(plan.judged)
    return ()


def sheet(case: CaseFile, voter: str, offer: OfferKey) -> ScoreSheet | None:
    """Return the sheet of one voter for one offer, if there is one."""
    return case.get(ScoreSheet, lot_key(offer.lot, voter, offer.offeror))


def sheets(case: CaseFile, offer: OfferKey) -> list[ScoreSheet]:
    """Return the sheets that count for an offer: those of the committee's voters."""
    counted = []
    for voter in voters(case):
        score_sheet = sheet(case, voter, offer)
        if score_sheet:
            counted.append(score_sheet)
    return counted


@remembered
def missing(case: CaseFile) -> tuple[tuple[str, OfferKey], ...]:
    """Return every voter and offer without a score sheet."""
    judged = scored_offers(case)
    pairs = []
    for voter in voters(case):
        for offer in judged:
            if sheet(case, voter, offer) is None:
                pairs.append((voter, offer))
    return tuple(pairs)


def unscored_by(case: CaseFile, voter: str) -> list[OfferKey]:
    """Return the offers that one voter has not scored yet."""
    offers: list[OfferKey] = []
    for name, offer in missing(case):
        if name == voter:
            offers.append(offer)
    return offers


@dataclass(frozen=True, slots=True)
class Spread:
    """The lowest and the highest score that voters gave an offer on one criterion."""

    offer: OfferKey
    criterion: str
    low: Decimal
    high: Decimal
    most: Decimal

    @property
    def key(self) -> str:
        """The name the minutes use for it."""
        return f"{self.offer}/{self.criterion}"


@remembered
def spreads(case: CaseFile, percent: int) -> tuple[Spread, ...]:
    """Return the scores that differ by that percentage of the scale or more."""
    wide = []
    for offer in offers(case):
        for criterion in criteria(case):
            spread = _spread(case, offer, criterion)
            if spread and (spread.high - spread.low) * 100 >= percent * criterion.points:
                wide.append(spread)
    return tuple(wide)


def _spread(case: CaseFile, offer: OfferKey, criterion: Criterion) -> Spread | None:
    points = []
    for scores in _scores(case, offer):
        points.append(scores[criterion.key])
    if not points:
        return None
    return Spread(offer, criterion.key, min(points), max(points), criterion.points)


# --- prices and ranks ----------------------------------------------------------------------------


@remembered
def _prices(case: CaseFile) -> tuple[tuple[OfferKey, Decimal], ...]:
    known = []
    for price in case.all(PriceOffer):
        offer = offer_of(price)
        if price.amount is not None and not set_aside(case, offer):
            known.append((offer, price.amount))
    return tuple(sorted(known))


def prices(case: CaseFile) -> dict[OfferKey, Decimal]:
    """Return the prices known of the offers that are judged."""
    return dict(_prices(case))


def suspects(case: CaseFile, percent: int) -> list[OfferKey]:
    """Return the offers priced below the average of the others by that percentage or more."""
    known = prices(case)
    low = []
    for offer, amount in known.items():
        rivals = in_lot(known, offer.lot)
        total = Fraction()
        for rival in rivals:
            total += Fraction(known[rival])
        others, count = total - Fraction(amount), len(rivals) - 1
        if count and Fraction(amount) * 100 * count <= (100 - percent) * others:
            low.append(offer)
    return low


def places(case: CaseFile) -> dict[OfferKey, int]:
    """Return the rank of every offer that is still judged, best first, as last ranked."""
    by_rank = sorted(case.all(Ranking), key=lambda ranking: (ranking.rank, ranking.offeror))
    ranks = {}
    for ranking in by_rank:
        if not set_aside(case, offer_of(ranking)):
            ranks[offer_of(ranking)] = ranking.rank
    return ranks


def _scores(case: CaseFile, offer: OfferKey) -> list[dict[str, Decimal]]:
    scoreses: list[dict[str, Decimal]] = []
    for score_sheet in sheets(case, offer):
        scoreses.append(score_sheet.scores)
    return scoreses


def ranked(case: CaseFile, lot: str) -> list[Standing]:
    """Return the standings in one lot that the sheets and prices on file make."""
    known = prices(case)
    technical, asked = {}, {}
    for offer in in_lot(known, lot):
        technical[offer] = average(_scores(case, offer))
        asked[offer] = known[offer]
    return standings(technical, asked, case.one(EvaluationPlan).price_points)


# --- what was counted ----------------------------------------------------------------------------


def counted(case: CaseFile, lot: str) -> list[dict[str, object]]:
    """Return every sheet that counts in a lot, as plain values."""
    plain = []
    for offer in in_lot(scored_offers(case), lot):
        for score_sheet in sheets(case, offer):
            plain.append(score_sheet.plain())
    return plain


@remembered
def basis(case: CaseFile, lot: str) -> str:
    """Return a digest of all that a lot is ranked by: once it differs, the ranking is stale."""
    known = prices(case)
    amounts = {}
    for offer in in_lot(known, lot):
        amounts[offer.offeror] = str(known[offer])
    plan = case.one(EvaluationPlan).plain()
    return digest(canonical({"plan": plan, "sheets": counted(case, lot), "prices": amounts}))


@remembered
def sheets_basis(case: CaseFile, lot: str) -> str:
    """Return a digest of the sheets that count: once it differs, the committee meets again."""
    return digest(canonical({"sheets": counted(case, lot)}))

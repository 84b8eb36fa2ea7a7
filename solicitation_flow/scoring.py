"""Exact arithmetic of evaluation: averages, spreads, price formulas, ranks, ties; rounded once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from solicitation_flow.casefile import CaseFile, remembered
from solicitation_flow.records import canonical, digest
from solicitation_flow.records.evaluation import (
    PriceConfirmation,
    PriceOffer,
    Ranking,
    Responsiveness,
    ScoreSheet,
)
from solicitation_flow.records.preparation import Committee, EvaluationPlan, Recusal
from solicitation_flow.records.responses import OpenedProposal


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one offer stands, in exact fractions; `tied` says that another stands beside it."""

    offeror: str
    technical: Fraction
    price: Fraction
    rank: int
    tied: bool

    @property
    def total(self) -> Fraction:
        """The points the rank was decided on, before any rounding."""
        return self.technical + self.price


def average(sheets: Sequence[Mapping[str, Decimal]]) -> Fraction:
    """Return the mean of what each sheet comes to."""
    assert sheets, "an offer nobody scored has no average"
    points = [Fraction(score) for sheet in sheets for score in sheet.values()]
    return sum(points, Fraction()) / len(sheets)


def ratio(most: Decimal, lowest: Decimal, offer: Decimal) -> Fraction:
    """Return the points of a price: the lowest earns the most, twice the lowest earns half."""
    assert 0 < lowest <= offer, "a price is above zero and not below the lowest"
    return Fraction(most) * Fraction(lowest) / Fraction(offer)


def rounded(points: Fraction, decimals: int) -> Decimal:
    """Return points as they are printed: halves go up, and away from zero below it."""
    doubled = 2 * abs(points) * 10**decimals
    whole = (doubled.numerator // doubled.denominator + 1) // 2
    return Decimal(f"{'-' if points < 0 and whole else ''}{whole}E-{decimals}")


def standings(
    technical: Mapping[str, Fraction], prices: Mapping[str, Decimal], most: Decimal
) -> list[Standing]:
    """Return every offer in its place, best first; equal totals share a rank and leave a gap."""
    assert technical.keys() == prices.keys(), "every offer has both a score and a price"
    lowest = min(prices.values(), default=Decimal(0))
    price = {offeror: ratio(most, lowest, asked) for offeror, asked in prices.items()}
    totals = {offeror: technical[offeror] + price[offeror] for offeror in technical}
    placed = [
        Standing(
            offeror=offeror,
            technical=technical[offeror],
            price=price[offeror],
            rank=1 + sum(other > total for other in totals.values()),
            tied=sum(other == total for other in totals.values()) > 1,
        )
        for offeror, total in totals.items()
    ]
    return sorted(placed, key=lambda standing: (standing.rank, standing.offeror))


@dataclass(frozen=True, slots=True)
class Spread:
    """How far apart the voters are on one criterion of one offer, of at most how many points."""

    offeror: str
    criterion: str
    low: Decimal
    high: Decimal
    most: Decimal

    @property
    def key(self) -> str:
        """How minutes name it."""
        return f"{self.offeror}/{self.criterion}"


def opened(case: CaseFile) -> list[str]:
    """Return whose offers were opened."""
    return sorted(opened_proposal.offeror for opened_proposal in case.all(OpenedProposal))


def nonresponsive(case: CaseFile, offeror: str) -> bool:
    """Return whether an offer was found not to conform to what was asked."""
    responsiveness = case.get(Responsiveness, offeror)
    return responsiveness is not None and not responsiveness.responsive


def set_aside(case: CaseFile, offeror: str) -> bool:
    """Return whether an offer is judged no further: nonresponsive, or taken back by mistake."""
    asked = (
        price_confirmation
        for price_confirmation in case.all(PriceConfirmation)
        if price_confirmation.offeror == offeror
    )
    return nonresponsive(case, offeror) or any(each.outcome == "withdrawn" for each in asked)


@remembered
def _judged(case: CaseFile) -> tuple[str, ...]:
    return tuple([each for each in opened(case) if not set_aside(case, each)])


def offerors(case: CaseFile) -> list[str]:
    """Return whose offers are judged: those opened, but for any that were set aside."""
    return list(_judged(case))


@remembered
def voters(case: CaseFile) -> tuple[str, ...]:
    """Return who scores: whoever steps back does so for all offers."""
    committee = case.get(Committee)
    named = committee.voters if committee else ()
    return tuple(each for each in named if case.get(Recusal, each) is None)


def sheets(case: CaseFile, offeror: str) -> list[ScoreSheet]:
    """Return the sheets that count for an offer: those of the committee's voters."""
    score_sheets = (case.get(ScoreSheet, f"{voter}/{offeror}") for voter in voters(case))
    return [sheet for sheet in score_sheets if sheet]


@remembered
def missing(case: CaseFile) -> tuple[tuple[str, str], ...]:
    """Return every voter and offer that have no sheet together."""
    judged = offerors(case)
    pairs = ((voter, offeror) for voter in voters(case) for offeror in judged)
    return tuple([pair for pair in pairs if case.get(ScoreSheet, "/".join(pair)) is None])


@remembered
def spreads(case: CaseFile, percent: int) -> tuple[Spread, ...]:
    """Return where voters are apart by that share of the scale or more: these are discussed."""
    plan = case.get(EvaluationPlan)
    found = []
    for offeror in offerors(case):
        for criterion in plan.judged if plan else ():
            given = [sheet.scores[criterion.key] for sheet in sheets(case, offeror)]
            if given and (max(given) - min(given)) * 100 >= percent * criterion.points:
                found.append(
                    Spread(offeror, criterion.key, min(given), max(given), criterion.points)
                )
    return tuple(found)


def suspects(case: CaseFile, percent: int) -> list[str]:
    """Return whose price is below the average of the others by that share of it or more."""
    known = prices(case)
    total = sum(map(Fraction, known.values()), Fraction())
    return [
        offeror
        for offeror, amount in known.items()
        if len(known) > 1
        and Fraction(amount) * 100 * (len(known) - 1)
        <= (100 - percent) * (total - Fraction(amount))
    ]


def prices(case: CaseFile) -> dict[str, Decimal]:
    """Return the prices known of the offers that are judged, by offeror."""
    asked = sorted(case.all(PriceOffer), key=lambda each: each.offeror)
    return {
        price_offer.offeror: price_offer.amount
        for price_offer in asked
        if price_offer.amount is not None and not set_aside(case, price_offer.offeror)
    }


def places(case: CaseFile) -> dict[str, int]:
    """Return the rank of every offer that is still judged, best first, as last ranked."""
    by_rank = sorted(case.all(Ranking), key=lambda each: (each.rank, each.offeror))
    return {
        ranking.offeror: ranking.rank for ranking in by_rank if not set_aside(case, ranking.offeror)
    }


def ranked(case: CaseFile) -> list[Standing]:
    """Return the standings that the sheets and prices in the file make."""
    known = prices(case)
    technical = {
        offeror: average([sheet.scores for sheet in sheets(case, offeror)]) for offeror in known
    }
    return standings(technical, known, case.one(EvaluationPlan).price_points)


def counted(case: CaseFile) -> list[dict[str, object]]:
    """Return every sheet that counts, as plain values."""
    return [sheet.plain() for offeror in offerors(case) for sheet in sheets(case, offeror)]


@remembered
def basis(case: CaseFile) -> str:
    """Return a digest of everything a ranking is computed from: another means it is stale."""
    known = {offeror: str(amount) for offeror, amount in prices(case).items()}
    plan = case.one(EvaluationPlan).plain()
    return digest(canonical({"plan": plan, "sheets": counted(case), "prices": known}))


@remembered
def sheets_basis(case: CaseFile) -> str:
    """Return a digest of the sheets that count: another means the committee must meet again."""
    return digest(canonical({"sheets": counted(case)}))

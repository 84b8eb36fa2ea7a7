"""Exact arithmetic of evaluation: averages, price formulas, ranks and ties, rounded once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from solicitation_flow.casefile import CaseFile
from solicitation_flow.records import canonical, digest
from solicitation_flow.records.evaluation import PriceOffer, ScoreSheet
from solicitation_flow.records.preparation import Committee, EvaluationPlan
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
        """Answers the points the rank was decided on, before any rounding."""
        return self.technical + self.price


def average(sheets: Sequence[Mapping[str, Decimal]]) -> Fraction:
    """Answers the mean of what each sheet comes to."""
    assert sheets, "an offer nobody scored has no average"
    points = [Fraction(score) for sheet in sheets for score in sheet.values()]
    return sum(points, Fraction()) / len(sheets)


def ratio(most: Decimal, lowest: Decimal, offer: Decimal) -> Fraction:
    """Answers the points of a price: the lowest earns the most, twice the lowest earns half."""
    assert 0 < lowest <= offer, "a price is above zero and not below the lowest"
    return Fraction(most) * Fraction(lowest) / Fraction(offer)


def rounded(points: Fraction, decimals: int) -> Decimal:
    """Answers points as they are printed: halves go up, and away from zero below it."""
    doubled = 2 * abs(points) * 10**decimals
    whole = (doubled.numerator // doubled.denominator + 1) // 2
    return Decimal(f"{'-' if points < 0 and whole else ''}{whole}E-{decimals}")


def standings(
    technical: Mapping[str, Fraction], prices: Mapping[str, Decimal], most: Decimal
) -> list[Standing]:
    """Answers every offer in its place, best first; equal totals share a rank and leave a gap."""
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
    return sorted(placed, key=lambda each: (each.rank, each.offeror))


def offerors(case: CaseFile) -> list[str]:
    """Answers whose offers were opened, and so are judged."""
    return sorted(each.offeror for each in case.all(OpenedProposal))


def voters(case: CaseFile) -> tuple[str, ...]:
    """Answers who scores."""
    committee = case.get(Committee)
    return committee.voters if committee else ()


def sheets(case: CaseFile, offeror: str) -> list[ScoreSheet]:
    """Answers the sheets that count for an offer: those of the committee's voters."""
    found = (case.get(ScoreSheet, f"{voter}/{offeror}") for voter in voters(case))
    return [sheet for sheet in found if sheet]


def missing(case: CaseFile) -> list[tuple[str, str]]:
    """Answers every voter and offer that have no sheet together."""
    pairs = ((voter, offeror) for voter in voters(case) for offeror in offerors(case))
    return [pair for pair in pairs if case.get(ScoreSheet, "/".join(pair)) is None]


def prices(case: CaseFile) -> dict[str, Decimal]:
    """Answers the prices known, by offeror."""
    asked = sorted(case.all(PriceOffer), key=lambda each: each.offeror)
    return {each.offeror: each.amount for each in asked if each.amount is not None}


def ranked(case: CaseFile) -> list[Standing]:
    """Answers the standings that the sheets and prices in the file make."""
    known = prices(case)
    technical = {
        offeror: average([sheet.scores for sheet in sheets(case, offeror)]) for offeror in known
    }
    return standings(technical, known, case.one(EvaluationPlan).price_points)


def basis(case: CaseFile) -> str:
    """Answers a digest of everything a ranking is computed from: another means it is stale."""
    counted = [sheet.plain() for offeror in offerors(case) for sheet in sheets(case, offeror)]
    known = {offeror: str(amount) for offeror, amount in prices(case).items()}
    plan = case.one(EvaluationPlan).plain()
    return digest(canonical({"plan": plan, "sheets": counted, "prices": known}))

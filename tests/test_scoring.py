from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solicitation_flow import scoring
from solicitation_flow.records.offers import OfferKey

ACME, ZENITH = OfferKey("acme"), OfferKey("zenith")

# Published worked examples: each number as its source prints it, rounding included.
PRICES = [
    # RCUH (Hawaii), sample proposal evaluation form: lowest price x maximum points / this price
    ("35", "100000", "100000", 1, "35.0"),
    ("35", "100000", "125000", 1, "28.0"),
    ("35", "100000", "150000", 1, "23.3"),
    # Georgia Procurement Manual, 5.6.3.2.2: L / R x P
    ("300", "50000", "50000", 1, "300.0"),
    ("300", "50000", "55000", 1, "272.7"),
    # Alaska DHSS, RFP 180000022: (lowest price x maximum cost points) / offeror's price
    ("40", "40000", "40000", 1, "40.0"),
    ("40", "40000", "42750", 1, "37.4"),
    ("40", "40000", "42750", 4, "37.4269"),
    ("40", "40000", "47500", 1, "33.7"),
    ("40", "40000", "47500", 4, "33.6842"),
    # Negometrix: double the lowest price gets half the points
    ("70", "10000", "20000", 0, "35"),
]


@pytest.mark.parametrize(("most", "lowest", "offer", "decimals", "printed"), PRICES)
def test_the_published_price_examples_come_out_as_printed(
    most: str, lowest: str, offer: str, decimals: int, printed: str
) -> None:
    points = scoring.ratio(Decimal(most), Decimal(lowest), Decimal(offer))
    assert str(scoring.rounded(points, decimals)) == printed


@pytest.mark.parametrize(
    ("most", "row"),
    [
        # City of Meridian, scoring guidelines: an adjective is a share of the maximum
        (10, ["9.5", "9.0", "8.0", "7.0", "5.0", "4.5"]),
        (20, ["19.0", "18.0", "16.0", "14.0", "10.0", "9.0"]),
        (30, ["28.5", "27.0", "24.0", "21.0", "15.0", "13.5"]),
    ],
)
def test_the_published_adjective_scale_comes_out_as_printed(most: int, row: list[str]) -> None:
    shares = ["0.95", "0.90", "0.80", "0.70", "0.50", "0.45"]
    assert [str(scoring.rounded(most * Fraction(share), 1)) for share in shares] == row


def test_equal_totals_share_a_rank_and_leave_a_gap() -> None:
    # California CDT-PQVP-0118, published totals; price was not scored, three vendors stood at 95.
    totals = {
        "agile-six": 93, "dh": 92, "hotb": 82, "infiniti": 91, "pwc": 68, "qualapps": 95,
        "stanfield": 71, "ifish": 95, "west": 81, "vip": 95, "xfusion": 98,
    }  # fmt: skip
    technical = {OfferKey(offeror): Fraction(total) for offeror, total in totals.items()}
    placed = scoring.standings(technical, dict.fromkeys(technical, Decimal(1)), Decimal(0))
    assert [(standing.rank, standing.offeror, standing.tied) for standing in placed[:6]] == [
        (1, "xfusion", False),
        (2, "ifish", True),
        (2, "qualapps", True),
        (2, "vip", True),
        (5, "agile-six", False),
        (6, "dh", False),
    ]


def test_a_difference_that_rounding_hides_still_decides() -> None:
    technical = {ACME: Fraction(1, 3), ZENITH: Fraction(1, 3) + Fraction(1, 10**9)}
    prices = {ACME: Decimal(1), ZENITH: Decimal(1)}
    first, second = scoring.standings(technical, prices, Decimal(40))
    assert (first.offeror, first.rank, first.tied) == ("zenith", 1, False)
    assert second.rank == 2
    assert scoring.rounded(first.total, 6) == scoring.rounded(second.total, 6)


def test_sheets_are_averaged_exactly() -> None:
    sheets = [{"q": Decimal("0.1"), "e": Decimal("0.2")}, {"q": Decimal(1)}, {"q": Decimal(0)}]
    assert scoring.average(sheets) == Fraction(13, 30)


@pytest.mark.parametrize(
    ("points", "decimals", "printed"),
    [
        (Fraction(1, 2), 0, "1"),
        (Fraction(-1, 2), 0, "-1"),
        (Fraction(5, 1000), 2, "0.01"),
        (Fraction(4999, 1_000_000), 2, "0.00"),
        (Fraction(-1, 1000), 2, "0.00"),
        (Fraction(10**40, 3), 1, "3" * 40 + ".3"),
    ],
)
def test_halves_go_up_once(points: Fraction, decimals: int, printed: str) -> None:
    assert str(scoring.rounded(points, decimals)) == printed


@pytest.mark.parametrize("decimals", range(7))
def test_no_points_are_printed_as_zero_without_a_sign(decimals: int) -> None:
    zero = "0" if decimals == 0 else "0." + "0" * decimals
    assert str(scoring.rounded(Fraction(0), decimals)) == zero
    # what rounds down to nothing is nothing too, whichever side of it
    just_below_half = Fraction(1, 2 * 10**decimals) - Fraction(1, 10**12)
    assert str(scoring.rounded(just_below_half, decimals)) == zero
    assert str(scoring.rounded(-just_below_half, decimals)) == zero


@given(st.fractions(min_value=0, max_value=1000), st.integers(0, 6))
def test_points_below_zero_are_rounded_like_those_above(points: Fraction, decimals: int) -> None:
    above, below = scoring.rounded(points, decimals), scoring.rounded(-points, decimals)
    assert below == -above
    assert below.is_signed() == (above != 0)


@given(st.fractions(min_value=0, max_value=1000), st.integers(0, 6))
def test_rounding_is_off_by_half_a_unit_at_most(points: Fraction, decimals: int) -> None:
    off = Fraction(scoring.rounded(points, decimals)) - points
    assert -Fraction(1, 2 * 10**decimals) < off <= Fraction(1, 2 * 10**decimals)


OFFERS = st.dictionaries(
    st.text("abc", min_size=1, max_size=3).map(OfferKey),
    st.tuples(st.integers(0, 60), st.integers(1, 10**9)),
    min_size=1,
    max_size=6,
)


@given(OFFERS)
def test_the_order_offers_are_read_in_changes_nothing(
    offers: dict[OfferKey, tuple[int, int]],
) -> None:
    placed, turned = (
        scoring.standings(
            {who: Fraction(points) for who, (points, _) in read.items()},
            {who: Decimal(price) for who, (_, price) in read.items()},
            Decimal(40),
        )
        for read in (offers, dict(reversed(offers.items())))
    )
    assert placed == turned
    ranks = [standing.rank for standing in placed]
    assert ranks[0] == 1
    assert [standing.tied for standing in placed] == [ranks.count(rank) > 1 for rank in ranks]
    assert all(ranks[rank - 1] == rank for rank in ranks)

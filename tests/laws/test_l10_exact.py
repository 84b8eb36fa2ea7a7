"""L10: money, weights and scores are exact; rounding happens once, where the plan says."""

import ast
import json
from decimal import Decimal
from fractions import Fraction

import pytest

from solicitation_flow import scoring
from solicitation_flow.errors import BadFields
from solicitation_flow.records.evaluation import Ranking
from solicitation_flow.records.offers import OfferKey
from tests.engine_fixtures import ROOT
from tests.laws.prepared import MARIA, OPENED, RANKED, RFP, SCORES, done, told_to


def test_l10_totals_are_text_in_the_journal_and_rounded_once() -> None:
    teller = told_to(RANKED)
    ranks = {
        ranking.offeror: ranking for ranking in teller.engine.view(RFP).loaded.case.all(Ranking)
    }
    # zenith: 41 points of quality, and 40 x 1000/1200 = 33.333... for price
    assert str(ranks["zenith"].total) == "74.33"
    assert ranks["zenith"].exact == "223/3"
    bodies = [json.loads(entry.text) for entry in teller.engine.environment.store.journal(RFP)]
    assert not _floats(bodies)


def _floats(value: object) -> list[float]:
    if isinstance(value, float):
        return [value]
    if isinstance(value, dict):
        value = list(value.values())
    return [number for item in value for number in _floats(item)] if isinstance(value, list) else []


def test_l10_a_binary_float_is_refused_at_the_door() -> None:
    teller = told_to(OPENED + SCORES + "2026-02-05 09:00  maria  open_prices  -> evaluation\n")
    with pytest.raises(BadFields, match="exact number"):
        done(
            teller.engine,
            MARIA,
            "enter_price",
            offeror="acme",
            amount=12.1,
            reason="misread figure",
        )


@pytest.mark.parametrize("name", ["scoring", "phases/evaluation", "records/evaluation"])
def test_l10_no_float_is_made_where_scores_are(name: str) -> None:
    room = ROOT / "solicitation_flow"
    paths = sorted({*room.glob(f"{name}.py"), *room.glob(f"{name}/*.py")})
    assert paths, "a module or a package, whichever it has become"
    for path in paths:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert not [
            n for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, float)
        ]
        assert not [n for n in ast.walk(tree) if isinstance(n, ast.Name) and n.id == "float"]


@pytest.mark.parametrize(("decimals", "total"), [(0, "74"), (1, "73.7"), (2, "73.67")])
def test_l10_a_total_is_rounded_once_from_its_exact_parts_as_the_plan_says(
    decimals: int, total: str
) -> None:
    # zenith: 121/3 points of quality and 100/3 for price; rounded one by one they make 73.66
    thirds = RANKED.replace("quality:41", "quality:39")
    teller = told_to(thirds.replace("total=100", f"total=100 decimals={decimals}"))
    zenith = teller.engine.view(RFP).loaded.case.one(Ranking, "zenith")
    assert (str(zenith.total), zenith.exact) == (total, "221/3")


def test_l10_what_rounding_would_hide_still_decides() -> None:
    quality = {
        OfferKey("acme"): Fraction(40),
        OfferKey("zenith"): Fraction(40) + Fraction(1, 10**9),
    }
    asked = dict.fromkeys(quality, Decimal("1000.00"))
    first, second = scoring.standings(quality, asked, Decimal(40))
    assert (first.offeror, first.tied, second.rank) == ("zenith", False, 2)

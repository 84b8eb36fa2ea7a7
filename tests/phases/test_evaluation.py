from decimal import Decimal
from typing import Any

import pytest

from solicitation_flow import scoring
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.errors import BadFields
from solicitation_flow.forms import check
from solicitation_flow.phases.award import intents
from solicitation_flow.phases.evaluation import prices, sheets
from solicitation_flow.records.evaluation import (
    PriceOffer,
    Ranking,
    ScoreSheet,
    Tabulation,
    stated_price,
)
from solicitation_flow.records.offers import NO_LOT
from tests.phases import builders

NOW = builders.at("2026-06-22 12:00")


def score(case: CaseFile, offeror: str = "acme", **fields: Any) -> CaseFile:
    return sheets.score(case, builders.scoring_form(offeror, **fields), NOW, builders.BEN)


def enter(case: CaseFile, offeror: str, amount: str) -> CaseFile:
    words = {"offeror": offeror, "amount": amount, "reason": "page 3"}
    form = check(prices.EnterPrice, "enter_price", words)
    return prices.enter_price(case, form, builders.MARIA)


def test_a_sheet_keeps_scores_exact_and_reasons_whole() -> None:
    case = score(builders.evaluated(), scores={"quality": "32.5", "experience": "15"})
    sheet = case.one(ScoreSheet, "ben/acme")
    assert sheet.scores == {"quality": Decimal("32.5"), "experience": Decimal(15)}
    assert sheet.reasons == {"quality": "sturdy, light", "experience": "ten contracts"}
    assert ScoreSheet.model_validate_json(sheet.body()) == sheet
    assert score(case).one(ScoreSheet, "ben/acme").version == 2


@pytest.mark.parametrize(
    "fields",
    [
        {"scores": "quality"},
        {"scores": "quality:1,quality:2"},
        {"scores": ""},
        {"scores": "quality:high"},
        {"scores": {"quality": 32.5}},
        {"scores": "quality:NaN"},
        {"reasons": "it is good"},
        {"reasons": ""},
        {"reasons": {"quality": ""}},
    ],
)
def test_scores_that_cannot_be_read_are_a_bad_field(fields: dict[str, Any]) -> None:
    words = {"offeror": "acme", "scores": "quality:1", "reasons": "quality:fine", **fields}
    with pytest.raises(BadFields):
        check(sheets.Score, "score", words)


def test_only_voters_score() -> None:
    case = builders.evaluated()
    assert sheets.is_a_voter(case, builders.BEN) is None
    assert sheets.is_a_voter(case, builders.MARIA)


def test_only_an_opened_offer_is_scored() -> None:
    case = builders.evaluated()
    known = builders.scoring_form("acme")
    assert sheets.offer_was_opened(case, known, builders.BEN) is None
    objection = sheets.offer_was_opened(case, builders.scoring_form("orion"), builders.BEN)
    assert objection is not None
    assert objection.clears[0].fields["offeror"] == "acme"
    dora = Actor("dora", frozenset({"evaluator"}))
    objection = sheets.offer_was_opened(score(case), builders.scoring_form("orion"), dora)
    assert objection is not None
    assert [(remedy.who, remedy.fields["offeror"]) for remedy in objection.clears] == [
        ("dora", "acme")
    ]


@pytest.mark.parametrize(
    ("scores", "objects"),
    [
        ("quality:1,experience:1", False),
        ("quality:1", True),
        ("quality:1,experience:1,price:1", True),
        ("quality:1,experience:1,charm:1", True),
    ],
)
def test_every_stated_criterion_is_scored_and_no_other(scores: str, objects: bool) -> None:
    form = builders.scoring_form(scores=scores)
    objection = sheets.scores_every_criterion(builders.evaluated(), form, builders.BEN)
    assert bool(objection) is objects


@pytest.mark.parametrize(
    ("scores", "objects"),
    [
        ("quality:40,experience:20", False),
        ("quality:0,experience:0", False),
        ("quality:40.0001,experience:20", True),
        ("quality:41,experience:20", True),
        ("quality:-0.0001,experience:20", True),
    ],
)
def test_points_stay_within_what_was_published(scores: str, objects: bool) -> None:
    form = builders.scoring_form(scores=scores)
    assert bool(sheets.within_range(builders.evaluated(), form, builders.BEN)) is objects


@pytest.mark.parametrize(
    ("reasons", "objects"), [("quality:a; experience:b", False), ("quality:a", True)]
)
def test_every_score_has_its_reason(reasons: str, objects: bool) -> None:
    form = builders.scoring_form(reasons=reasons)
    assert bool(sheets.gives_reasons(builders.evaluated(), form, builders.BEN)) is objects


def test_every_missing_sheet_is_named_with_a_form_that_would_do() -> None:
    case = score(builders.evaluated())
    objection = sheets.scores_complete(case)
    assert objection is not None
    assert objection.facts["missing"] == {
        "ben": ["zenith"],
        "chen": ["acme", "zenith"],
        "dora": ["acme", "zenith"],
    }
    assert len(list(sheets.owes_sheets(case))) == len(objection.clears) == 5
    for remedy in objection.clears:
        form = check(sheets.Score, "score", remedy.fields)
        who = Actor(remedy.who, frozenset({"evaluator"}))
        assert sheets.scores_every_criterion(case, form, who) is None
        assert sheets.within_range(case, form, who) is None
        assert sheets.gives_reasons(case, form, who) is None
        case = sheets.score(case, form, NOW, who)
    assert sheets.scores_complete(case) is None


def test_one_missing_sheet_holds_the_prices() -> None:
    case = builders.scored(builders.evaluated())
    assert sheets.scores_complete(case) is None
    records = {key: record for key, record in case.records.items() if key[1] != "dora/zenith"}
    short = CaseFile(number=case.number, workflow="rfp", state="", records=records)
    objection = sheets.scores_complete(short)
    assert objection is not None
    assert objection.says == "dora has not scored zenith"


def test_nobody_scores_once_the_prices_are_known() -> None:
    case = builders.scored(builders.evaluated())
    assert sheets.prices_still_sealed(case) is None
    assert sheets.prices_still_sealed(builders.priced(case))


def test_whoever_opens_prices_does_not_vote() -> None:
    case = builders.evaluated()
    assert prices.opener_does_not_vote(case, builders.MARIA) is None
    assert prices.opener_does_not_vote(case, Actor("ben", frozenset({"officer"})))


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("412000.00", "412000.00"),
        ("$412,000", "412000"),
        ("total: 412000.00\n", "412000.00"),
        ("Total: $ 1,412,000.5\r\nnote: delivered", "1412000.5"),
        ("\ufefftotal: 7", "7"),
        ("0.01", "0.01"),
        ("total: 1\ntotal: 2", None),
        ("subtotal: 5", None),
        ("412000\n413000", None),
        ("412.000,00", None),
        ("41,20", None),
        ("4e5", None),
        ("-5", None),
        ("0", None),
        ("total:", None),
        ("about 412000", None),
        ("412000.00001", None),
        ("9" * 12, None),
        ("9" * 11, "9" * 11),
        ("٤١٢", None),
        ("", None),
        (None, None),
    ],
)
def test_a_price_in_doubt_is_left_to_a_person(text: str | None, amount: str | None) -> None:
    assert stated_price(text) == (None if amount is None else Decimal(amount))


def test_an_offer_without_a_readable_price_is_named_and_entered() -> None:
    case = builders.scored(builders.evaluated())
    assert prices.prices_known(case)
    form = prices.OpenPrices(prices={"acme": builders.content("see attached")})
    case = prices.open_prices(case, form, NOW, builders.MARIA)
    objection = prices.prices_known(case)
    assert objection is not None
    assert [remedy.fields for remedy in objection.clears] == [
        {"offeror": "acme"},
        {"offeror": "zenith"},
    ]
    case = enter(case, "acme", "100,000.00")
    form_of_another = prices.EnterPrice(offeror="orion", amount=Decimal(5), reason="page 3")
    objection = prices.prices_opened(case, form_of_another)
    assert objection is not None
    assert [remedy.fields for remedy in objection.clears] == [{"offeror": "zenith"}]
    case = enter(case, "zenith", "125000")
    assert prices.prices_known(case) is None
    entered = case.one(PriceOffer, "acme")
    assert (entered.amount, entered.readable) == (Decimal("100000.00"), False)
    assert (entered.entered_by, entered.reason) == ("maria", "page 3")


@pytest.mark.parametrize(("offeror", "objects"), [("acme", False), ("orion", True)])
def test_a_price_is_entered_only_for_an_opened_offer(offeror: str, objects: bool) -> None:
    form = prices.EnterPrice(offeror=offeror, amount=Decimal(5), reason="page 3")
    case = builders.scored(builders.evaluated())
    sealed = prices.some_price_opened(case)
    assert sealed is not None
    assert [remedy.command for remedy in sealed.clears] == ["open_prices"]
    assert prices.some_price_opened(builders.priced(case)) is None
    assert bool(prices.prices_opened(builders.priced(case), form)) is objects


@pytest.mark.parametrize("amount", ["0", "-1", "1e999999", "Infinity", "12345678901234567", 1.5])
def test_a_price_is_above_zero_exact_and_of_this_world(amount: object) -> None:
    words = {"offeror": "acme", "amount": amount, "reason": "page 3"}
    with pytest.raises(BadFields):
        check(prices.EnterPrice, "enter_price", words)


def test_offers_are_ranked_by_exact_totals_rounded_once() -> None:
    points = {"acme": "quality:30,experience:10", "zenith": "quality:39,experience:9"}
    case = builders.ranked(points)
    acme, zenith = case.one(Ranking, "acme"), case.one(Ranking, "zenith")
    assert (acme.rank, str(acme.technical), str(acme.price_points)) == (1, "40.00", "40.00")
    assert (zenith.rank, str(zenith.price_points), str(zenith.total)) == (1, "32.00", "80.00")
    assert acme.tied
    assert zenith.tied
    assert zenith.exact == "80"
    assert case.one(Tabulation).lowest == Decimal(100000)
    assert Ranking.model_validate_json(acme.body()) == acme


def test_decimals_are_the_plans() -> None:
    case = builders.priced(builders.scored(builders.evaluated(decimals=1)), "40000", "42750")
    case = prices.rank_offers(case, NOW, builders.MARIA)
    zenith = case.one(Ranking, "zenith")
    assert (str(zenith.price_points), zenith.exact) == ("37.4", "14437/171")
    assert str(scoring.rounded(scoring.ranked(case, NO_LOT)[1].total, 3)) == "84.427"


def test_a_ranking_is_stale_once_a_price_changes() -> None:
    case = builders.ranked()
    assert intents.ranking_current(case) is None
    assert list(prices.owes_ranking(case)) == []
    case = enter(case, "zenith", "99000")
    assert intents.ranking_current(case)
    assert len(list(prices.owes_ranking(case))) == 1
    case = prices.rank_offers(case, NOW, builders.MARIA)
    assert intents.ranking_current(case) is None
    assert case.one(Ranking, "zenith").rank == 1


def test_the_inbox_leads_from_sheets_to_prices_to_the_ranking() -> None:
    duties = (sheets.owes_sheets, prices.owes_price_opening, prices.owes_ranking)
    case = builders.evaluated()
    assert [len(list(duty(case))) for duty in duties] == [6, 0, 0]
    case = builders.scored(case)
    assert [len(list(duty(case))) for duty in duties] == [0, 1, 0]
    assert [len(list(duty(builders.priced(case)))) for duty in duties] == [0, 0, 1]

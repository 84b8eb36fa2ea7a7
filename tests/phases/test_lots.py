"""Two lots of one solicitation never mix what they hold, and nothing shows one without any."""

import json
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from solicitation_flow import scoring
from solicitation_flow.forms import check
from solicitation_flow.phases.award import (
    awarding,
    exclusions,
    fair_prices,
    intents,
    responsible_firms,
    standing,
)
from solicitation_flow.phases.evaluation import (
    consensus,
    cures,
    mistakes,
    responsiveness,
    screening,
    sheets,
)
from solicitation_flow.phases.negotiation import (
    bafo_requests,
    bafos,
    discussions,
)
from solicitation_flow.phases.protests import filing, findings, remedies
from solicitation_flow.phases.responses import lateness, receipt
from solicitation_flow.records import KINDS, Record, parse
from solicitation_flow.records.award import Award, ExclusionCheck, Intent, Responsibility
from solicitation_flow.records.evaluation import (
    Consensus,
    CureRequest,
    PriceOffer,
    Ranking,
    Responsiveness,
    ScoreSheet,
    Screening,
    Tabulation,
)
from solicitation_flow.records.negotiation import (
    Bafo,
    BafoOpening,
    BafoRequest,
    CompetitiveRange,
)
from solicitation_flow.records.offers import (
    NO_LOT,
    OfferKey,
    lot_key,
    offer_of,
)
from solicitation_flow.records.papers import Child
from solicitation_flow.records.protests import Protest
from solicitation_flow.records.responses import OpenedProposal, Opening, Proposal
from tests.phases import builders, judging
from tests.phases.lots import (
    ACME_A,
    ACME_B,
    LATER,
    LAW,
    LOTS,
    NOW,
    announced,
    asked,
    in_each_lot,
    judge,
    lived,
    named,
    opened,
    ranked,
    received,
    submitted,
)

# --- keys ----------------------------------------------------------------------------------------


def test_a_key_without_a_lot_is_the_offeror() -> None:
    key = OfferKey.of(NO_LOT, "acme")
    assert (key, key.lot, key.offeror) == ("acme", NO_LOT, "acme")
    assert lot_key(NO_LOT) == "the"
    assert lot_key(NO_LOT, "ben", "acme") == "ben/acme"


def test_a_key_with_a_lot_begins_with_it() -> None:
    assert (ACME_A, ACME_A.lot, ACME_A.offeror) == ("A/acme", "A", "acme")
    assert lot_key("A") == "A/the"
    assert lot_key("A", "ben", "acme") == "A/ben/acme"


def test_a_lot_may_not_look_like_two_parts_of_a_key() -> None:
    acme = builders.ranked().one(Ranking, "acme")
    for lot in ("A/B", "A B"):
        with pytest.raises(ValueError, match="lot"):
            Ranking.model_validate({**acme.plain(), "lot": lot})


@pytest.mark.parametrize("kind", sorted(kind for kind in KINDS if KINDS[kind].keyed_by_lot))
def test_a_record_of_a_lot_is_filed_under_the_lot_first(kind: str) -> None:
    filed = [record for record in lived().records.values() if record.kind == kind]
    for record in filed:
        assert record.key.split("/")[0] in LOTS
        assert parse(kind, record.body()) == record
        assert json.loads(record.body())["lot"] == record.key.split("/")[0]


# --- each step keeps the lots apart --------------------------------------------------------------


def test_a_proposal_replaces_that_of_its_own_lot_alone() -> None:
    case = in_each_lot(builders.published(), received)
    form = named(builders.receiving(), "A")
    again = receipt.receive(case, form, builders.at("2026-06-11 10:00"), LAW, builders.ACME)
    assert again.one(Proposal, "A/acme/timely").version == 2
    assert again.one(Proposal, "B/acme/timely") is case.one(Proposal, "B/acme/timely")
    assert sorted(offer_of(proposal) for proposal in receipt.standing(again)) == [
        "A/acme",
        "A/zenith",
        "B/acme",
        "B/zenith",
    ]


def test_a_late_proposal_is_let_in_for_its_own_lot_alone() -> None:
    case = in_each_lot(builders.published(), received)
    late = receipt.receive(
        case, named(builders.receiving(), "A"), builders.at("2026-06-15 14:00"), LAW, builders.ACME
    )
    words = {"offeror": "acme", "fault": "ours", "reason": "It lay in our mail room."}
    form = check(lateness.AcceptLate, "accept_late", words)
    assert lateness.late_one_is_kept(late, named(form, "A")) is None
    assert lateness.late_one_is_kept(late, named(form, "B"))
    accepted = lateness.accept_late(late, named(form, "A"))
    assert accepted.one(Proposal, "A/acme/timely").accepted_because
    assert not accepted.one(Proposal, "B/acme/timely").accepted_because


def test_everybody_is_named_once_at_the_opening_and_asked_lot_by_lot() -> None:
    case = opened()
    assert case.one(OpenedProposal, "A/acme").lot == "A"
    assert scoring.lots(case) == ["A", "B"]
    assert scoring.opened(case) == ["A/acme", "A/zenith", "B/acme", "B/zenith"]
    assert scoring.offerors(case) == ["acme", "zenith"]
    assert [opening_record.names for opening_record in case.all(Opening)] == [("acme", "zenith")]


def test_an_offer_found_nonresponsive_in_one_lot_is_judged_in_the_other() -> None:
    form = named(judging.rejecting("acme"), "A")
    case = responsiveness.find_nonresponsive(ranked(), form, NOW, builders.MARIA)
    assert case.one(Responsiveness, ACME_A).version == 2
    assert case.one(Responsiveness, ACME_B) is ranked().one(Responsiveness, ACME_B)
    assert scoring.offers(case) == ["A/zenith", "B/acme", "B/zenith"]
    assert sorted(scoring.prices(case)) == ["A/zenith", "B/acme", "B/zenith"]
    assert scoring.basis(case, "A") != scoring.basis(ranked(), "A")
    assert scoring.basis(case, "B") == scoring.basis(ranked(), "B")


def test_a_screening_ends_for_each_lot() -> None:
    form = named(judging.rejecting("acme"), "A")
    case = responsiveness.find_nonresponsive(opened(), form, NOW, builders.MARIA)
    case = screening.finish_screening(case, screening.FinishScreening(), NOW, builders.MARIA)
    assert case.one(Screening, "A/the").nonresponsive == ("acme",)
    assert case.one(Screening, "B/the").responsive == ("acme", "zenith")


def test_a_cure_ends_for_its_own_lot_alone() -> None:
    case = in_each_lot(
        opened(),
        lambda case, lot: cures.request_cure(
            case, named(judging.curing("acme"), lot), NOW, LAW, builders.MARIA
        ),
    )
    assert {subject for name, subject in case.deadlines if name == "cure_due"} == {
        "A/acme",
        "B/acme",
    }
    ended = cures.end_cure(case, NOW, "A/acme")
    assert [(cure.lot, cure.status) for cure in ended.all(CureRequest)] == [
        ("A", "expired"),
        ("B", "open"),
    ]


def test_a_sheet_scores_an_offer_in_its_own_lot() -> None:
    case = ranked()
    assert case.one(ScoreSheet, "A/ben/acme").scores["quality"] == Decimal(38)
    assert case.one(ScoreSheet, "B/ben/acme").scores["quality"] == Decimal(30)
    assert [sheet.lot for sheet in scoring.sheets(case, ACME_B)] == ["B", "B", "B"]
    form = named(builders.scoring_form("acme", scores="quality:1,experience:1"), "B")
    case = sheets.score(case, form, NOW, builders.BEN)
    assert scoring.sheets_basis(case, "A") == scoring.sheets_basis(ranked(), "A")
    assert scoring.sheets_basis(case, "B") != scoring.sheets_basis(ranked(), "B")
    assert {spread.key for spread in scoring.spreads(case, 40)} == {
        "B/acme/quality",
        "B/acme/experience",
    }


def test_the_committee_meets_again_on_the_lot_that_changed() -> None:
    case = in_each_lot(opened(), judge)
    assert consensus.consensus_held(case, LAW) is None
    form = named(builders.scoring_form("acme", scores="quality:31,experience:15"), "B")
    case = sheets.score(case, form, NOW, builders.BEN)
    assert consensus.consensus_held(case, LAW)
    meeting = consensus.HoldConsensus(present=builders.VOTERS, minutes="Lot B again.")
    case = consensus.hold_consensus(case, named(meeting, "B"), NOW, LAW, builders.MARIA)
    assert consensus.consensus_held(case, LAW) is None
    assert (case.one(Consensus, "A/the").number, case.one(Consensus, "B/the").number) == (1, 2)


def test_prices_and_ranks_are_those_of_a_lot() -> None:
    case = ranked()
    assert scoring.prices(case)[ACME_A] == Decimal(100)
    assert case.one(Tabulation, "A/the").lowest == Decimal(100)
    assert case.one(Tabulation, "B/the").lowest == Decimal(1500)
    assert scoring.places(case) == {"A/acme": 1, "A/zenith": 2, "B/acme": 2, "B/zenith": 1}
    # 3,000 of 1,500 and 200 of 100: half the points each, whatever the other lot's prices are
    assert {ranking.price_points for ranking in case.all(Ranking)} == {
        Decimal("40.00"),
        Decimal("20.00"),
    }
    assert scoring.suspects(case, 30) == ["A/acme", "B/zenith"]


def test_a_price_in_doubt_is_that_of_a_lot() -> None:
    form = named(judging.confirming("acme"), "A")
    case = mistakes.ask_to_confirm(ranked(), form, NOW, LAW, builders.MARIA)
    (doubt,) = mistakes.in_doubt(case)
    assert (doubt.key, doubt.lot, doubt.amount) == ("1", "A", Decimal(100))
    case = case.file(doubt.evolve(outcome="withdrawn", answer="mistaken"))
    assert scoring.offers(case) == ["A/zenith", "B/acme", "B/zenith"]


def test_ranges_talks_and_rounds_are_those_of_a_lot() -> None:
    case = asked()
    assert case.one(CompetitiveRange, "A/the").offerors == ("acme",)
    assert case.one(CompetitiveRange, "B/the").left_out == ("acme",)
    assert discussions.all_in_range_invited(case, NOW, LAW) is None
    assert discussions.discussions_confirmed(case) is None
    assert [request.key for request in case.all(BafoRequest)] == ["A/1", "B/1"]
    assert case.due("bafo_due", "A") == builders.at("2026-07-06 14:00")
    assert case.due("bafo_due", "B") == builders.at("2026-07-13 14:00")
    assert set(bafo_requests.asked_for_bafo(submitted(case, "A"))) == {"supplier:zenith"}


def test_a_round_is_opened_for_its_own_lot_alone() -> None:
    case = in_each_lot(asked(), submitted)
    contents = {"A/acme": builders.content("90"), "B/zenith": builders.content("1400")}
    form = named(bafos.OpenBafos(prices=contents), "A")
    opened_at = builders.at("2026-07-06 15:00")
    case = bafos.open_bafos(case.meet("bafo_due", "A"), form, opened_at, builders.MARIA)
    assert case.one(Bafo, "A/1/acme/timely").status == "opened"
    assert case.one(Bafo, "B/1/zenith/timely").status == "received"
    assert case.get(BafoOpening, "B/1") is None
    assert case.one(PriceOffer, ACME_A).amount == Decimal(90)
    assert case.one(PriceOffer, OfferKey.of("B", "zenith")).amount == Decimal(1500)
    objection = bafos.bafo_settled(case, opened_at, LAW)
    assert objection is not None
    assert objection.earliest == builders.at("2026-07-13 14:00")


def test_findings_about_a_firm_are_those_of_a_lot() -> None:
    words = {
        "offeror": "acme",
        "factor": "resources",
        "defect": "No surety will bond the firm.",
        "evidence": "The surety's letter of 3 June.",
    }
    form = check(responsible_firms.FindNonresponsible, "find_nonresponsible", words)
    case = responsible_firms.find_nonresponsible(ranked(), named(form, "A"), NOW, builders.MARIA)
    assert case.get(Responsibility, ACME_B) is None
    assert standing.leading(case, "A") == ["A/zenith"]
    assert standing.leading(case, "B") == ["B/zenith"]
    assert findings.findings(case, ACME_A) == {"nonresponsible": NOW}
    assert findings.findings(case, ACME_B) == {}
    words = {"offeror": "acme", "stage": "screening", "sam": "excluded", "state_list": "clear"}
    look = check(exclusions.CheckExclusions, "check_exclusions", words)
    case = exclusions.check_exclusions(ranked(), named(look, "B"), NOW, builders.MARIA)
    assert case.one(ExclusionCheck, "B/acme/screening").sam == "excluded"
    assert not standing.barred(case, ACME_A)
    assert standing.barred(case, ACME_B)


def test_a_price_is_found_fair_in_its_own_lot() -> None:
    words: dict[str, Any] = {
        "offeror": "acme",
        "method": "price",
        "finding": "fair",
        "reasons": "Within the range of the other offers.",
    }
    form = check(fair_prices.AnalyzePrice, "analyze_price", words)
    case = fair_prices.analyze_price(ranked(), named(form, "A"), NOW, builders.MARIA)
    intent = intents.PostIntent(winners=("acme",), basis=builders.BASIS)
    assert fair_prices.price_is_fair(case, named(intent, "A")) is None
    assert fair_prices.price_is_fair(case, named(intent, "B"))


def test_intents_and_awards_are_those_of_a_lot() -> None:
    case = announced()
    assert case.one(Intent, "A/the").winners == ("acme",)
    assert case.one(Intent, "B/the").winners == ("zenith",)
    assert {subject for name, subject in case.deadlines if name == "standstill"} == {"A", "B"}
    withdrawal = intents.WithdrawIntent(reason="A price was read from the wrong page.")
    case = intents.withdraw_intent(case, named(withdrawal, "A"), NOW)
    assert [intent.lot for intent in standing.announced(case)] == ["B"]
    assert list(intents.winners(announced())) == ["supplier:acme", "supplier:zenith"]
    case = awarding.award(announced(), LATER, builders.ANN)
    assert case.one(Award, "A/the").winners == ("acme",)
    assert case.one(Award, "B/the").winners == ("zenith",)
    assert [child.number[-3:] for child in case.all(Child)] == ["-A1", "-A2"]


def test_a_protest_is_against_the_intent_of_its_lot() -> None:
    words = {"against": "award", "grounds": "A wrong page.", "relief": "Rank again."}
    form = named(check(filing.FileProtest, "file_protest", words), "B")
    case = filing.file_protest(announced(), form, NOW, LAW, builders.ACME)
    protest = case.one(Protest, "1")
    assert (protest.lot, protest.intent) == ("B", 1)
    sustained = case.file(protest.evolve(status="sustained", decided_at=NOW + timedelta(hours=1)))
    assert remedies.sustained_protest_heeded(sustained)
    withdrawal = named(intents.WithdrawIntent(reason="The remedy is carried out."), "B")
    withdrawn = intents.withdraw_intent(sustained, withdrawal, NOW)
    assert remedies.sustained_protest_heeded(withdrawn) is None


# --- and nothing shows them while there are none -------------------------------------------------


def test_no_body_shows_a_lot_while_there_is_none() -> None:
    for record in builders.awarded().records.values():
        assert "lot" not in json.loads(record.body())
        assert "lot" not in record.plain()


def test_every_record_of_an_offer_can_name_a_lot() -> None:
    assert {"proposal", "ranking", "intent", "award", "bafo", "score_sheet"} <= {
        kind for kind in KINDS if KINDS[kind].keyed_by_lot
    }
    without_lot = [
        kind
        for kind, record in KINDS.items()
        if "offeror" in record.model_fields and "lot" not in record.model_fields
    ]
    whole = "a debriefing, and access to the records, are about all that a firm offered"
    assert sorted(without_lot) == ["debrief", "records_access"], whole


def test_kinds_that_are_numbered_keep_their_numbers() -> None:
    """A question, a cure, a protest is asked for by number alone, whatever its lot."""
    numbered: list[type[Record]] = [
        record
        for record in KINDS.values()
        if "lot" in record.model_fields and not record.keyed_by_lot
    ]
    assert numbered
    for record in numbered:
        assert record.keyed_by == ("number",)

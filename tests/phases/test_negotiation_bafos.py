from dataclasses import replace
from datetime import timedelta

import pytest

from solicitation_flow.casefile import CaseFile
from solicitation_flow.phases.award import intents
from solicitation_flow.phases.evaluation import prices as evaluation_prices
from solicitation_flow.phases.negotiation import (
    bafo_requests,
    bafos,
    competitive_range,
    discussions,
)
from solicitation_flow.records.evaluation import PriceOffer
from solicitation_flow.records.negotiation import (
    Bafo,
    BafoOpening,
    BafoRequest,
    CompetitiveRange,
    OpenedBafo,
)
from solicitation_flow.rulebook import Clears
from tests.phases import builders
from tests.phases.negotiating import (
    DUE,
    JOE,
    LAW,
    MICRO,
    NOW,
    ORION,
    SECOND,
    asked,
    invite,
    opening,
    over,
    ranged,
    ranging,
    record,
    requesting,
    submit,
    talked,
)


def test_a_request_starts_the_round_for_all_in_the_range() -> None:
    case = asked(boundary="at", asks="Five years?")
    request = case.one(BafoRequest, "1")
    assert (request.asked, request.due, request.asks) == (("acme", "zenith"), DUE, "Five years?")
    row = case.deadlines["bafo_due", ""]
    assert (row.due_at, row.boundary, row.printed) == (DUE, "at", LAW.spoken(DUE))
    assert list(bafo_requests.asked_for_bafo(case)) == ["supplier:acme", "supplier:zenith"]
    assert list(bafo_requests.asked_for_bafo(submit(case))) == ["supplier:zenith"]
    assert list(bafo_requests.asked_for_bafo(ranged())) == []


@pytest.mark.parametrize(
    ("number", "objects", "unknown"),
    [(1, True, False), (2, False, False), (None, True, True)],
)
def test_a_second_round_is_decided_first(number: int | None, objects: bool, unknown: bool) -> None:
    rule = LAW.rule("committee_size").evolve(number=number)
    law = builders.ruled(LAW, {**LAW.jurisdiction.rules, "bafo_rounds": rule})
    assert bafo_requests.bafo_once(talked(), law) is None
    objection = bafo_requests.bafo_once(asked(), law)
    assert bool(objection) is objects
    assert bool(objection and objection.unknown) is unknown
    third = bafo_requests.bafo_once(asked(opening(asked())), law)
    assert third is not None
    assert third.facts["rounds"] == 2
    if number:
        often = {1: "once", 2: "2 times"}[number]
        assert f"may be asked for {often}, and were asked for 2 times" in third.says


@pytest.mark.parametrize(
    ("due", "objects"),
    [
        ("2026-06-24 09:00:01", False),
        ("2026-06-24 09:00", True),
        ("2026-06-23 15:30", True),
        ("2027-03-14 02:30", True),
    ],
)
def test_a_round_is_due_at_a_time_to_come(due: str, objects: bool) -> None:
    objection = bafo_requests.bafo_due_ahead(requesting(due=due), NOW, LAW)
    assert bool(objection) is objects
    if objection:
        assert (
            bafo_requests.bafo_due_ahead(requesting(**objection.clears[0].fields), NOW, LAW) is None
        )


def test_the_hour_asked_for_is_kept_unless_it_does_not_exist() -> None:
    late = bafo_requests.bafo_due_ahead(requesting(due="2026-06-23 15:30"), NOW, LAW)
    assert late is not None
    assert late.clears[0].fields == {"due": "2026-06-25 15:30"}
    there = replace(LAW.calendar, zone="Africa/Cairo")
    cairo = replace(LAW.jurisdiction, calendar=there).law_for(LAW.procedure)
    eve = cairo.instant(builders.wall("2025-04-24 09:00"))
    objection = bafo_requests.bafo_due_ahead(requesting(due="2025-04-25 00:30"), eve, cairo)
    assert objection is not None
    assert objection.clears[0].fields == {"due": "2025-04-25 14:00"}


def test_only_those_asked_in_this_round_answer() -> None:
    assert bafos.bafo_asked(asked(), builders.ACME) is None
    outside, nobody = bafos.bafo_asked(asked(), ORION), bafos.bafo_asked(ranged(), builders.ACME)
    assert outside is not None
    assert nobody is not None
    assert (outside.clears, len(nobody.clears)) == ((), 1)
    assert "nothing changes that" in outside.says
    alone = competitive_range.set_range(opening(asked()), ranging("acme"), NOW, builders.MARIA)
    assert bafos.bafo_asked(asked(alone), builders.ZENITH)


@pytest.mark.parametrize(
    ("boundary", "since", "in_time"),
    [
        ("before", -MICRO, True),
        ("before", timedelta(0), False),
        ("at", timedelta(0), True),
        ("at", MICRO, False),
        ("at", SECOND, False),
    ],
)
def test_a_late_offer_is_kept_unopened_and_the_last_one_stands(
    boundary: str, since: timedelta, in_time: bool
) -> None:
    case, now = asked(boundary=boundary), DUE + since
    assert bool(bafos.bafo_in_time(case, now, LAW)) is not in_time
    form = bafos.SubmitBafo(price=builders.envelope("price.txt"))
    case = bafos.submit_bafo(case, form, now, builders.ACME)
    offer = case.all(Bafo)[0]
    assert (offer.status, offer.stands) == (("received" if in_time else "late"), in_time)
    case = opening(case, acme="90000")
    amount = case.one(PriceOffer, "acme").amount
    assert str(amount) == ("90000" if in_time else "100000")
    assert case.one(BafoOpening, "1").silent == (("zenith",) if in_time else ("acme", "zenith"))


def test_a_newer_offer_in_time_replaces_the_older_and_late_ones_stand_beside() -> None:
    case = submit(submit(asked()), now="2026-07-02 10:00")
    assert [(bafo.filing, bafo.version) for bafo in case.all(Bafo)] == [("timely", 2)]
    case = submit(submit(over(case), now="2026-07-06 14:00"), now="2026-07-06 14:01")
    filings = [(bafo.filing, bafo.version, bafo.status) for bafo in case.all(Bafo)]
    assert filings == [("timely", 2, "received"), ("late-1", 3, "late"), ("late-2", 4, "late")]
    assert list(bafos.bafo_sender(JOE)) == ["supplier:acme"]


def test_nothing_is_in_time_once_the_round_is_opened() -> None:
    objection = bafos.bafo_in_time(opening(asked()), NOW, LAW)
    assert objection is not None
    never = bafos.bafo_in_time(ranged(), NOW, LAW)
    assert never is not None
    assert [remedy.command for remedy in never.clears] == ["request_bafo"]


@pytest.mark.parametrize(("since", "objects"), [(-MICRO, True), (timedelta(0), False)])
def test_offers_are_opened_once_the_round_is_over(since: timedelta, objects: bool) -> None:
    case = submit(asked())
    objection = bafos.bafo_is_over(case, DUE + since, LAW)
    assert bool(objection) is objects
    assert not objection or objection.earliest == DUE
    assert bafos.bafo_settled(case, DUE + since, LAW)


def test_there_is_nothing_to_open_where_nothing_was_asked_or_all_was_opened() -> None:
    for case in (talked(), opening(asked())):
        objection = bafos.bafo_is_over(case, DUE, LAW)
        assert objection is not None
        assert objection.clears == (Clears("request_bafo"),)
        assert bafos.bafo_settled(case, DUE, LAW) is None


def test_an_opened_offer_replaces_the_price_and_names_its_round() -> None:
    case = submit(submit(asked()), builders.ZENITH)
    case = opening(case, acme="total: 95,000", zenith="see the annex")
    acme, zenith = case.one(PriceOffer, "acme"), case.one(PriceOffer, "zenith")
    assert (str(acme.amount), acme.readable, acme.reason) == (
        "95000",
        True,
        "Best and final offer, round 1.",
    )
    assert (zenith.amount, zenith.readable) == (None, False)
    opened = case.one(OpenedBafo, "1/acme")
    assert (str(opened.before), str(opened.amount), opened.name) == (
        "100000",
        "95000",
        "price.txt",
    )
    assert {bafo.status for bafo in case.all(Bafo)} == {"opened"}
    assert OpenedBafo.model_validate_json(opened.body()) == opened


def test_what_else_an_offer_changes_is_kept_with_it() -> None:
    form = bafos.SubmitBafo(price=builders.envelope(), envelope=builders.envelope("more.txt"))
    case = bafos.submit_bafo(asked(), form, NOW, builders.ACME)
    assert case.one(Bafo, "1/acme/timely").technical == form.envelope
    opens = bafos.OpenBafos(
        prices={"acme": builders.content("9")}, technical={"acme": builders.content("Five years.")}
    )
    case = bafos.open_bafos(over(case), opens, DUE, builders.MARIA)
    assert case.one(OpenedBafo, "1/acme").technical_text == "Five years."


def test_new_prices_make_the_ranking_stale() -> None:
    case = opening(submit(asked()), acme="95000")
    assert intents.ranking_current(case) is not None
    case = competitive_range.end_negotiation(case, NOW, builders.MARIA)
    assert case.one(CompetitiveRange).ended_by == "maria"
    case = evaluation_prices.rank_offers(case, NOW, builders.MARIA)
    assert intents.ranking_current(case) is None


def test_silence_leaves_the_ranking_as_it_was() -> None:
    assert intents.ranking_current(opening(asked())) is None


def test_the_inbox_leads_through_the_negotiation() -> None:
    duties = (
        discussions.owes_invitations,
        discussions.owes_confirmations,
        bafo_requests.owes_request,
        bafos.owes_bafo_opening,
        competitive_range.owes_end_of_talks,
    )

    def owed(case: CaseFile) -> list[int]:
        return [len(list(duty(case))) for duty in duties]

    case = ranged()
    assert owed(case) == [2, 0, 0, 0, 0]
    case = invite(case, "acme", "zenith")
    assert owed(case) == [0, 2, 0, 0, 0]
    waiting = next(iter(discussions.owes_confirmations(case)))
    assert waiting.due_at == builders.at("2026-06-26 10:00")
    case = record(record(case, "acme"), "zenith")
    assert owed(case) == [0, 0, 1, 0, 0]
    case = asked(case)
    assert owed(case) == [0, 0, 0, 0, 0]
    assert owed(over(case)) == [0, 0, 0, 1, 0]
    assert owed(opening(case)) == [0, 0, 0, 0, 1]


def test_officers_are_a_role() -> None:
    assert list(competitive_range.officers()) == ["role:officer"]

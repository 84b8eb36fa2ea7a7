from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import check
from solicitation_flow.phases.award import debriefs, intents
from solicitation_flow.phases.evaluation import prices as evaluation_prices
from solicitation_flow.phases.negotiation import (
    bafo_requests,
    bafos,
    competitive_range,
    discussions,
    leakage,
)
from solicitation_flow.records.evaluation import PriceOffer, Ranking
from solicitation_flow.records.negotiation import (
    Bafo,
    BafoOpening,
    BafoRequest,
    CompetitiveRange,
    Discussion,
    Invitation,
    OpenedBafo,
)
from solicitation_flow.rulebook import Clears, Objection
from tests.phases import builders

NOW = builders.at("2026-06-24 09:00")
LAW = builders.law()
ORION = Actor("orion", frozenset({"supplier"}))
JOE = Actor("joe", frozenset({"supplier"}), acts_for="acme")
NAMES = {"acme": "Acme Furniture, Inc.", "zenith": "Zenith Seating LLC", "orion": "Orion Co."}


def standing(*places: tuple[str, int]) -> CaseFile:
    """Offer ranked as told, whatever they scored."""
    case = builders.ranked()
    like = case.one(Ranking, "acme")
    ranks = [like.evolve(offeror=who, rank=rank) for who, rank in places]
    return case.file(*ranks)


THREE = (("acme", 1), ("zenith", 2), ("orion", 3))


def ranging(*offerors: str, reason: str = "the highest totals") -> competitive_range.SetRange:
    return competitive_range.SetRange(offerors=offerors, reason=reason)


def ranged(*offerors: str) -> CaseFile:
    form = ranging(*(offerors or ("acme", "zenith")))
    return competitive_range.set_range(standing(*THREE), form, NOW, builders.MARIA)


def inviting(offeror: str = "acme", **fields: Any) -> discussions.InviteToDiscuss:
    words = {
        "offeror": offeror,
        "at": "2026-06-26 10:00",
        "where": "Room 204",
        "topics": "The warranty.",
        "names": NAMES,
        **fields,
    }
    return discussions.InviteToDiscuss.model_validate(words)


def recording(offeror: str = "acme", **fields: Any) -> discussions.RecordDiscussion:
    words = {"offeror": offeror, "summary": "Five years.", "names": NAMES, **fields}
    return discussions.RecordDiscussion.model_validate(words)


def invite(case: CaseFile, *offerors: str) -> CaseFile:
    for offeror in offerors:
        case = discussions.invite_to_discuss(case, inviting(offeror), NOW, LAW, builders.MARIA)
    return case


def record(case: CaseFile, offeror: str, **fields: Any) -> CaseFile:
    form, now = recording(offeror, **fields), builders.at("2026-06-26 12:00")
    return discussions.record_discussion(case, form, now, LAW, builders.MARIA)


def talked() -> CaseFile:
    return record(record(invite(ranged(), "acme", "zenith"), "acme"), "zenith")


def requesting(**fields: Any) -> bafo_requests.RequestBafo:
    words = {"due": "2026-07-06 14:00", "where": "the portal", "how": "sealed", **fields}
    return bafo_requests.RequestBafo.model_validate({"names": NAMES, **words})


DUE = builders.at("2026-07-06 14:00")


def asked(case: CaseFile | None = None, **fields: Any) -> CaseFile:
    case = case or talked()
    return bafo_requests.request_bafo(case, requesting(**fields), NOW, LAW, builders.MARIA)


def submit(case: CaseFile, who: Actor = builders.ACME, now: str = "2026-07-01 10:00") -> CaseFile:
    form = bafos.SubmitBafo(price=builders.envelope("price.txt"))
    return bafos.submit_bafo(case, form, builders.at(now), who)


def over(case: CaseFile) -> CaseFile:
    """The clock has closed the round."""
    return bafos.close_bafo(case.meet("bafo_due"))


def opening(case: CaseFile, **prices: str | None) -> CaseFile:
    contents = {who: builders.content(text, "price.txt") for who, text in prices.items()}
    form = bafos.OpenBafos(prices=contents)
    return bafos.open_bafos(over(case), form, DUE + timedelta(hours=1), builders.MARIA)


# --- the range -----------------------------------------------------------------------------------


def test_a_range_keeps_who_is_in_and_who_is_left_out() -> None:
    case = ranged("acme", "zenith")
    kept = case.one(CompetitiveRange)
    assert (kept.number, kept.offerors, kept.left_out) == (1, ("acme", "zenith"), ("orion",))
    assert list(competitive_range.in_range(case)) == ["supplier:acme", "supplier:zenith"]
    assert list(competitive_range.out_of_range(case)) == ["supplier:orion"]
    again = competitive_range.set_range(case, ranging("acme"), NOW, builders.MARIA)
    assert again.one(CompetitiveRange).number == 2


@pytest.mark.parametrize(
    ("offerors", "reason", "says"),
    [
        (("acme",), "best", None),
        (("acme", "zenith"), "best", None),
        (("zenith", "acme"), "best", None),
        (("zenith",), "best", "reason: acme"),
        (("zenith",), "Acme has withdrawn its offer", None),
        (("acme", "orion"), "best", "reason: zenith"),
        (("acme", "nemo"), "best", "not among the ranked offers: nemo"),
        (("nemo",), "best", "not among the ranked offers: nemo"),
    ],
)
def test_a_range_goes_down_the_ranks_and_says_whom_it_passes_over(
    offerors: tuple[str, ...], reason: str, says: str | None
) -> None:
    case = standing(*THREE)
    objection = competitive_range.range_is_ranked(case, ranging(*offerors, reason=reason))
    assert (objection is None) is (says is None)
    if objection and says:
        assert says in objection.says
        cleared = check(competitive_range.SetRange, "set_range", objection.clears[0].fields)
        assert competitive_range.range_is_ranked(case, cleared) is None


def test_offers_that_tie_are_kept_or_left_together() -> None:
    case = standing(("acme", 1), ("zenith", 2), ("orion", 2))
    assert competitive_range.range_is_ranked(case, ranging("acme", "zenith"))
    assert competitive_range.range_is_ranked(case, ranging("acme")) is None


def test_nothing_is_ranged_before_it_is_ranked() -> None:
    case = builders.priced(builders.scored(builders.evaluated()))
    objection = competitive_range.range_is_ranked(case, ranging("acme"))
    assert objection is not None
    assert objection.clears == (Clears("rank_offers"),)


@pytest.mark.parametrize(
    ("places", "offerors", "objects"),
    [
        (THREE, ("acme", "zenith"), False),
        (THREE, ("acme",), True),
        (THREE, ("orion",), True),
        ((("acme", 1), ("zenith", 1)), ("zenith",), True),
    ],
)
def test_a_range_of_one_is_explained_first(
    places: tuple[tuple[str, int], ...], offerors: tuple[str, ...], objects: bool
) -> None:
    case = standing(*places)
    objection = competitive_range.range_of_one(case, ranging(*offerors))
    assert bool(objection) is objects
    if objection:
        form = check(competitive_range.SetRange, "set_range", objection.clears[0].fields)
        assert set(offerors) <= set(form.offerors)
        assert competitive_range.range_of_one(case, form) is None
        assert competitive_range.range_is_ranked(case, form) is None


def test_the_only_ranked_offer_may_be_the_range() -> None:
    case = builders.ranked()
    alone = replace(case, records={k: r for k, r in case.records.items() if k[1] != "zenith"})
    assert competitive_range.range_of_one(alone, ranging("acme")) is None


# --- talks ---------------------------------------------------------------------------------------


def test_a_recorded_talk_answers_its_invitation() -> None:
    case = invite(ranged(), "acme")
    invited = case.one(Invitation, "1")
    assert (invited.at, invited.discussion) == (builders.at("2026-06-26 10:00"), None)
    case = record(case, "acme", held_at="2026-06-26 10:05", present="Joe and Maria")
    talk = case.one(Discussion, "1")
    assert (talk.invitation, talk.held_at) == (1, builders.at("2026-06-26 10:05"))
    assert case.one(Invitation, "1").discussion == 1
    unasked = record(case, "acme").one(Discussion, "2")
    assert (unasked.invitation, unasked.held_at) == (None, unasked.recorded_at)


@pytest.mark.parametrize(("offeror", "objects"), [("acme", False), ("orion", True)])
def test_only_those_in_the_range_are_talked_to(offeror: str, objects: bool) -> None:
    case = ranged()
    for form in (inviting(offeror), recording(offeror)):
        objection = discussions.party_in_range(case, form, builders.MARIA)
        assert bool(objection) is objects
        assert not objection or objection.clears == (Clears(fields={"offeror": "acme"}),)
    assert list(discussions.invited(form)) == [f"supplier:{offeror}"]


def test_a_suppliers_person_speaks_for_the_supplier() -> None:
    form = bafos.SubmitBafo(price=builders.envelope())
    assert discussions.party_in_range(ranged(), form, JOE) is None
    objection = discussions.party_in_range(ranged(), form, ORION)
    assert objection is not None
    assert objection.clears == ()


SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("form", "since", "objects"),
    [
        (inviting(at="2026-06-26 10:00"), -SECOND, False),
        (inviting(at="2026-06-26 10:00"), timedelta(0), False),
        (inviting(at="2026-06-26 10:00"), SECOND, True),
        (recording(held_at="2026-06-26 10:00"), -SECOND, True),
        (recording(held_at="2026-06-26 10:00"), timedelta(0), False),
        (recording(held_at="2026-06-26 10:00"), SECOND, False),
        (recording(), timedelta(0), False),
        (inviting(at="2027-03-14 02:30"), timedelta(0), True),
        (recording(held_at="2026-03-08 02:30"), timedelta(0), True),
    ],
)
def test_a_talk_is_announced_before_it_and_recorded_after_it(
    form: discussions.InviteToDiscuss | discussions.RecordDiscussion,
    since: timedelta,
    objects: bool,
) -> None:
    now = builders.at("2026-06-26 10:00") + since
    objection = discussions.talk_at_its_time(form, now, LAW)
    assert bool(objection) is objects
    if objection:
        again = type(form).model_validate({**dict(form), **objection.clears[0].fields})
        assert discussions.talk_at_its_time(again, now, LAW) is None


def test_everybody_in_the_range_is_invited() -> None:
    case = invite(ranged(), "zenith")
    objection = discussions.all_in_range_invited(case, NOW, LAW)
    assert objection is not None
    assert objection.facts == {"uninvited": ["acme"]}
    fields = objection.clears[0].fields
    assert fields == {"offeror": "acme", "at": "2026-06-25 10:00"}
    assert discussions.all_in_range_invited(invite(case, "acme"), NOW, LAW) is None


def test_a_new_range_invites_anew() -> None:
    case = competitive_range.set_range(talked(), ranging("acme", "zenith"), NOW, builders.MARIA)
    objection = discussions.all_in_range_invited(case, NOW, LAW)
    assert objection is not None
    assert objection.facts == {"uninvited": ["acme", "zenith"]}
    assert discussions.discussions_confirmed(case) is None


def test_every_talk_is_confirmed_in_writing() -> None:
    case = record(invite(ranged(), "acme", "zenith"), "acme")
    objection = discussions.discussions_confirmed(case)
    assert objection is not None
    assert [remedy.fields["offeror"] for remedy in objection.clears] == ["zenith"]
    assert discussions.discussions_confirmed(record(case, "zenith", how="declined")) is None


# --- what may not be told ------------------------------------------------------------------------


def told(summary: str, offeror: str = "acme", **fields: Any) -> Objection | None:
    return leakage.no_leakage(ranged(), recording(offeror, summary=summary, **fields))


@pytest.mark.parametrize(
    ("summary", "leaks"),
    [
        ("Your price of 100000 is high.", False),
        ("Acme Furniture stays at $100,000.00.", False),
        ("Another offer is lower.", False),
        ("Zenith is lower.", True),
        ("ZENITH-SEATING is lower.", True),
        ("zenith_seating is lower.", True),
        ("The zenithal view.", False),
        ("Can you beat 125000?", True),
        ("Can you beat $125,000.00?", True),
        ("Can you beat 125 000?", True),
        ("Option 20 125,000", True),
        ("Item 1250001 and 0125.000", False),
        ("Built 1125000 times", False),
    ],
)
def test_neither_a_rivals_name_nor_its_price_is_told(summary: str, leaks: bool) -> None:
    objection = told(summary)
    assert bool(objection) is leaks
    if objection:
        assert told(**objection.clears[0].fields) is None


def test_what_leaked_is_named_and_left_out() -> None:
    objection = told(
        "Zenith asks 125,000; Acme asks 100,000.", present="Zoe of Zenith Seating, LLC"
    )
    assert objection is not None
    assert (
        objection.says == "the words name zenith; they give away what another offer asks: 125,000"
    )
    assert objection.facts["fields"] == ["present", "summary"]
    assert objection.clears[0].command == ""  # the command at hand
    assert objection.clears[0].fields == {
        "summary": "(another offeror) asks (amount); Acme asks 100,000.",
        "present": "Zoe of (another offeror)",
    }


def test_ones_own_name_and_price_give_nobody_away() -> None:
    case = ranged()
    names = {"acme": "Zenith Acme", "zenith": "Zenith"}
    form = recording(summary="Zenith Acme asks 100000.", names=names)
    assert leakage.no_leakage(case, form) is None
    same = case.one(PriceOffer, "acme").evolve(offeror="zenith")
    assert leakage.no_leakage(case.file(same), form) is None


def test_a_supplier_without_a_registered_name_is_known_by_its_key() -> None:
    form = recording(summary="zenith is lower", names={})
    assert leakage.no_leakage(ranged(), form)


def test_a_letter_to_all_names_nobody_at_all() -> None:
    case = talked()
    assert leakage.no_leakage(case, requesting(asks="Your best price.")) is None
    assert leakage.no_leakage(case, requesting(asks="Beat Acme.")) is not None
    assert leakage.no_leakage(case, requesting(where="125000 Main Street")) is not None
    alone = competitive_range.set_range(case, ranging("acme"), NOW, builders.MARIA)
    assert leakage.no_leakage(alone, requesting(asks="Beat Acme.")) is None


def debriefing(**fields: str) -> debriefs.HoldDebrief:
    words = {
        "offeror": "acme",
        "strengths": "Sturdy frames.",
        "weaknesses": "Thin edges.",
        **fields,
    }
    return check(debriefs.HoldDebrief, "hold_debrief", words)


@pytest.mark.parametrize(
    ("weaknesses", "leaks"),
    [("Dearer than zenith.", True), ("125000 was asked elsewhere.", True), ("Thin edges.", False)],
)
def test_a_debriefing_tells_of_ones_own_offer_alone(weaknesses: str, leaks: bool) -> None:
    objection = leakage.no_leakage(ranged(), debriefing(weaknesses=weaknesses))
    assert bool(objection) is leaks
    if objection:
        assert objection.clears[0].command == ""  # the command at hand
        assert leakage.no_leakage(ranged(), debriefing(**objection.clears[0].fields)) is None


def test_whom_everybody_knows_to_have_won_may_be_named_but_not_its_price() -> None:
    case = builders.intended(("zenith",))
    assert leakage.no_leakage(case, debriefing(weaknesses="Zenith was first in quality.")) is None
    objection = leakage.no_leakage(case, debriefing(weaknesses="Zenith asks 125,000."))
    assert objection is not None
    assert objection.facts["names"] == []
    back = intents.withdraw_intent(case, intents.WithdrawIntent(reason="A price was misread."), NOW)
    assert leakage.no_leakage(back, debriefing(weaknesses="Zenith was first in quality."))


def test_a_price_given_up_is_still_a_secret() -> None:
    case = opening(submit(asked(), builders.ZENITH), zenith="95000")
    for price in ("125000", "95000"):
        objection = leakage.no_leakage(case, inviting(topics=f"Can you beat {price}?"))
        assert objection is not None
        assert objection.clears[0] == Clears(fields={"topics": "Can you beat (amount)?"})


# --- best and final offers -----------------------------------------------------------------------


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


MICRO = timedelta(microseconds=1)


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

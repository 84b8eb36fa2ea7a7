"""Offers that lapse, debriefings, boards, and what becomes of an ended solicitation."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import check
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.award import (
    approvals,
    awarding,
    debriefs,
    endings,
    extension_requests,
    intents,
    reopening,
    validity,
)
from solicitation_flow.records.award import (
    BoardAction,
    Debrief,
    Ending,
    ExtensionRequest,
    FileClosed,
    OffersReleased,
    ValidityExtension,
)
from solicitation_flow.records.papers import Paper
from solicitation_flow.records.preparation import Terms
from solicitation_flow.rulebook import Clears
from tests.phases import builders

LAW = builders.law()
NOW = builders.at("2026-06-24 09:00")
END = builders.at("2026-09-14 00:00")  # the offers stay open through 13 September
SECOND = timedelta(seconds=1)


def offered(winners: tuple[str, ...] = ("acme",)) -> CaseFile:
    return builders.intended(winners).start("offers_expire", END)


def extending(last_day: str = "2026-10-31", consents: object = "acme") -> validity.ExtendOffers:
    words = {"last_day": last_day, "consents": consents}
    return check(validity.ExtendOffers, "extend_offers", words)


def extended(case: CaseFile, clears: Clears | None = None, now: datetime = NOW) -> CaseFile:
    words = {"last_day": "2026-10-31", "consents": "acme", **(clears.fields if clears else {})}
    form = check(validity.ExtendOffers, "extend_offers", words)
    assert validity.offerors_consented(case, form, now, LAW) is None
    return validity.extend_offers(case, form, now, LAW, builders.MARIA)


# --- how long offers stay open


@pytest.mark.parametrize(
    ("moment", "objects"), [(END - SECOND, False), (END, True), (END + SECOND, True)]
)
def test_an_offer_is_accepted_while_it_is_open(moment: datetime, objects: bool) -> None:
    case = offered()
    objection = validity.offers_alive(case, moment, LAW)
    assert bool(objection) is objects
    posting = intents.PostIntent(winners=("acme",), basis=builders.BASIS)
    assert bool(validity.winners_offers_alive(case, posting, moment, LAW)) is objects
    if objection:
        again = extended(case, objection.clears[0], moment)
        assert validity.offers_alive(again, moment, LAW) is None
        assert validity.winners_offers_alive(again, posting, moment, LAW) is None


def test_offers_without_an_end_stay_open() -> None:
    later = NOW + timedelta(days=4000)
    assert validity.offers_alive(builders.intended(), later, LAW) is None
    assert validity.offers_alive(builders.ranked(), later, LAW) is None


def test_an_extension_ends_with_its_last_day_for_those_who_agreed() -> None:
    case = extended(offered())
    assert case.due("offers_expire") == builders.at("2026-11-01 00:00")
    kept = case.all(ValidityExtension)[0]
    assert (kept.was, kept.consents) == (END, ("acme",))
    posting = intents.PostIntent(winners=("acme", "zenith"), basis=builders.BASIS)
    assert validity.winners_offers_alive(case, posting, END - SECOND, LAW) is None
    objection = validity.winners_offers_alive(case, posting, END, LAW)
    assert objection is not None
    assert list(objection.facts["lapsed"]) == ["zenith"]


def test_who_agreed_once_need_not_have_agreed_twice() -> None:
    case = extended(extended(offered()), Clears("", fields={"last_day": "2026-12-31"}))
    posting = intents.PostIntent(winners=("zenith",), basis=builders.BASIS)
    assert validity.winners_offers_alive(case, posting, END, LAW) is not None
    assert validity.offers_alive(case, builders.at("2026-12-31 23:59"), LAW) is None


@pytest.mark.parametrize(
    ("last_day", "consents", "objects"),
    [
        ("2026-09-14", "acme", False),
        ("2026-09-13", "acme", True),  # no longer than now
        ("2026-09-14", "acme,zenith", False),
        ("2026-09-14", "zenith", True),  # the winner did not agree
        ("2026-09-14", "acme,orion", True),
    ],
)
def test_offers_are_extended_to_a_later_day_by_those_who_agree(
    last_day: str, consents: str, objects: bool
) -> None:
    case, form = offered(), extending(last_day, consents)
    objection = validity.offerors_consented(case, form, NOW, LAW)
    assert bool(objection) is objects
    if objection:
        again = extending(**objection.clears[0].fields)
        assert validity.offerors_consented(case, again, NOW, LAW) is None


def test_lapsed_offers_are_owed_a_question() -> None:
    case = offered()
    assert list(validity.owes_extension(case)) == []
    assert (
        len(list(validity.owes_extension(validity.lapse_offers(case).meet("offers_expire")))) == 1
    )


# --- asking for more time


def asking(last_day: str, due: str = "2026-06-30 16:00") -> extension_requests.AskToExtend:
    words = {"last_day": last_day, "due": due, "reason": "The board meets later than planned."}
    return check(extension_requests.AskToExtend, "ask_to_extend", words)


@pytest.mark.parametrize(("day", "objects"), [("2026-09-13", True), ("2026-09-14", False)])
def test_offerors_are_asked_for_a_later_day_than_they_offered(day: str, objects: bool) -> None:
    objection = extension_requests.later_day_is_asked(offered(), asking(day), NOW, LAW)
    assert bool(objection) is objects
    if objection:
        better = asking(str(objection.clears[0].fields["last_day"]))
        assert extension_requests.later_day_is_asked(offered(), better, NOW, LAW) is None


def test_every_offeror_still_judged_is_asked_and_nothing_is_extended_by_that() -> None:
    case = extension_requests.ask_to_extend(
        offered(), asking("2026-10-31"), NOW, LAW, builders.MARIA
    )
    request = case.one(ExtensionRequest, "1")
    assert request.asked == ("acme", "zenith")
    assert request.due == builders.at("2026-06-30 16:00")
    assert list(extension_requests.asked_to_extend(case)) == ["supplier:acme", "supplier:zenith"]
    assert case.due("offers_expire") == offered().due("offers_expire")


# --- debriefings


def asked(case: CaseFile, who: Actor = builders.ZENITH) -> CaseFile:
    form = check(debriefs.RequestDebrief, "request_debrief", {"topics": "Experience."})
    return debriefs.request_debrief(case, form, NOW, who)


def telling(offeror: str = "zenith") -> debriefs.HoldDebrief:
    words = {"offeror": offeror, "strengths": "Sturdy.", "weaknesses": "Few contracts."}
    return check(debriefs.HoldDebrief, "hold_debrief", words)


def test_an_offeror_is_told_once_for_each_time_it_asks() -> None:
    case = builders.intended()
    objection = debriefs.debrief_asked(case, telling())
    assert objection is not None
    assert (objection.clears[0].command, objection.clears[0].who) == ("request_debrief", "zenith")
    case = asked(case)
    assert debriefs.debrief_asked(case, telling()) is None
    assert [owes_debrief.says for owes_debrief in debriefs.owes_debriefs(case)] == [
        "debrief zenith on the evaluation of its offer"
    ]
    case = debriefs.hold_debrief(case, telling(), NOW, LAW, builders.MARIA)
    assert str(case.one(Debrief, "zenith").held_on) == "2026-06-24"
    assert debriefs.debrief_asked(case, telling()) is not None
    assert list(debriefs.owes_debriefs(case)) == []
    assert list(debriefs.debriefed(telling())) == ["supplier:zenith"]


def test_somebody_else_who_asked_is_told_instead() -> None:
    objection = debriefs.debrief_asked(asked(builders.intended()), telling("acme"))
    assert objection is not None
    assert [(remedy.command, remedy.fields, remedy.who) for remedy in objection.clears] == [
        ("hold_debrief", {"offeror": "zenith"}, ""),
        ("request_debrief", {}, "acme"),
    ]


def test_only_those_whose_offers_were_opened_are_told() -> None:
    case = builders.intended()
    assert debriefs.was_an_offeror(case, builders.ZENITH) is None
    assert debriefs.was_an_offeror(case, Actor("orion", frozenset({"supplier"}))) is not None
    spoken_for = Actor("joe", frozenset({"supplier"}), acts_for="zenith")
    assert debriefs.was_an_offeror(case, spoken_for) is None


@pytest.mark.parametrize(("late", "objects"), [(-SECOND, False), (0 * SECOND, True)])
def test_a_debriefing_is_asked_for_in_time(late: timedelta, objects: bool) -> None:
    law = knowing("debrief", days=15, mode=None)
    # 23 June and fifteen days, or 6 July and fifteen days: 8 July, 21 July
    for case, over in (
        (builders.intended(), "2026-07-09 00:00"),
        (builders.awarded(), "2026-07-22 00:00"),
    ):
        objection = debriefs.debrief_in_time(case, builders.at(over) + late, law)
        assert bool(objection) is objects


def test_a_debriefing_without_a_known_end_asks_and_one_at_any_time_does_not() -> None:
    case = builders.intended()
    objection = debriefs.debrief_in_time(case, NOW, without("debrief"))
    assert objection is not None
    assert objection.unknown
    assert debriefs.debrief_in_time(case, NOW, knowing("debrief", mode="any_time")) is None


def knowing(rule: str, **fields: Any) -> Law:
    """Return the rules of va-local and one more, whether they have it already or not."""
    known = LAW.rule(rule).evolve(**fields)
    return builders.ruled(LAW, {**LAW.jurisdiction.rules, rule: known})


def without(rule: str) -> Law:
    rules = dict(LAW.jurisdiction.rules)
    rules.pop(rule, None)
    return builders.ruled(LAW, rules)


# --- the governing body


def boarded(case: CaseFile, approves: bool = True) -> CaseFile:
    return case.file(Terms(board_approves=approves, set_by="maria", set_at=NOW))


def acting(outcome: str = "approved", **fields: Any) -> approvals.RecordBoardAction:
    words = {"outcome": outcome, "held_on": "2026-07-01", "reference": "Item 12", **fields}
    return check(approvals.RecordBoardAction, "record_board_action", words)


def decided(case: CaseFile, outcome: str = "approved") -> CaseFile:
    form = acting(outcome, minutes=builders.attachment("minutes.pdf").model_dump())
    assert approvals.minutes_on_file(case, form) is None
    return approvals.record_board_action(case, form, NOW, builders.MARIA)


def test_a_board_that_approves_awards_has_approved_this_one() -> None:
    assert approvals.approval_authority(builders.intended()) is None
    assert approvals.approval_authority(boarded(builders.intended(), approves=False)) is None
    case = boarded(builders.intended())
    assert approvals.approval_authority(case) is not None
    assert len(list(approvals.owes_board_action(case))) == 1
    case = decided(case)
    assert approvals.approval_authority(case) is None
    assert list(approvals.owes_board_action(case)) == []
    assert case.one(Paper, "board_minutes").name == "minutes.pdf"


@pytest.mark.parametrize("outcome", ["tabled", "rejected"])
def test_what_a_board_tables_or_rejects_is_not_awarded(outcome: str) -> None:
    case = decided(boarded(builders.intended()), outcome)
    objection = approvals.approval_authority(case)
    assert objection is not None
    assert outcome in objection.says
    assert ("withdraw_intent" in {remedy.command for remedy in objection.clears}) is (
        outcome == "rejected"
    )
    assert approvals.approval_authority(decided(case)) is None


def test_an_approval_is_of_one_intent_and_no_other() -> None:
    case = decided(boarded(builders.intended()))
    again = intents.PostIntent(winners=("zenith",), basis=builders.BASIS)
    case = intents.post_intent(case, again, NOW, LAW, builders.MARIA)
    assert approvals.approval_authority(case) is not None
    assert [board_action.intent for board_action in case.all(BoardAction)] == [1]


def test_a_board_speaks_by_its_minutes() -> None:
    case = builders.intended()
    objection = approvals.minutes_on_file(case, acting())
    assert objection is not None
    assert objection.clears[0].fields == {"paper": "board_minutes"}
    assert approvals.minutes_on_file(decided(case), acting()) is None


# --- what becomes of an ended solicitation


def ended(resolicit: str = "yes") -> CaseFile:
    words = {"reason": "The need has changed.", "resolicit": resolicit}
    form = check(endings.Cancel, "cancel", words)
    return endings.cancel(builders.evaluated(), form, NOW, builders.MARIA)


def test_offers_stay_closed_where_another_solicitation_is_planned() -> None:
    law, case = knowing("six_month_seal", days=184), ended()
    assert case.one(Ending).resolicit
    objection = reopening.six_month_seal(case, NOW, law)
    assert objection is not None
    # 184 days after 24 June is Christmas Day, a Friday; the next open day is Monday
    assert objection.earliest == builders.at("2026-12-29 00:00").astimezone(UTC)
    assert reopening.six_month_seal(case, objection.earliest - SECOND, law) is not None
    assert reopening.six_month_seal(case, objection.earliest, law) is None
    assert reopening.six_month_seal(ended("no"), NOW, law) is None
    assert reopening.six_month_seal(builders.awarded(), NOW, law) is None


def linked(outcome: str | None = None) -> CaseFile:
    """Return an ended solicitation whose need is solicited again."""
    form = reopening.RecordResolicitation(number="RFP-2026-002")
    case = reopening.record_resolicitation(ended(), form, NOW, builders.MARIA)
    if outcome is None:
        return case
    words = {"number": "RFP-2026-002", "outcome": outcome}
    return reopening.record_later_end(
        case, check(reopening.RecordLaterEnd, "record_later_end", words), NOW
    )


@pytest.mark.parametrize(("outcome", "sealed"), [(None, True), ("awarded", False), ("ended", True)])
def test_offers_of_a_reopened_solicitation_stay_sealed_until_the_later_award(
    outcome: str | None, sealed: bool
) -> None:
    law, years_on = knowing("six_month_seal", days=184), NOW + timedelta(900)
    case = linked(outcome)
    running = outcome is None
    assert bool(reopening.sealed_until_later_award(case)) is running
    assert (running or bool(reopening.six_month_seal(case, NOW, law))) is sealed
    assert reopening.six_month_seal(case, years_on, law) is None


@pytest.mark.parametrize("how", ["awarded", "cancelled"])
def test_the_later_solicitation_tells_the_earlier_one_how_it_ended(how: str) -> None:
    case = builders.intended() if how == "awarded" else builders.evaluated()
    form = reopening.NamePredecessor(number="RFP-2025-009")
    case = reopening.name_predecessor(case, form, NOW, builders.MARIA)
    assert [tells.command for tells in case.tells] == ["record_resolicitation"]
    case = replace(case, tells=())
    if how == "awarded":
        after = awarding.award(case, NOW, builders.ANN)
    else:
        reason = check(endings.Cancel, "cancel", {"reason": "The need has changed."})
        after = endings.cancel(case, reason, NOW, builders.MARIA)
    outcome = "awarded" if how == "awarded" else "ended"
    sent = [(tells.case, tells.command, tells.form["outcome"]) for tells in after.tells]
    assert sent == [("RFP-2025-009", "record_later_end", outcome)]


def test_how_long_offers_stay_closed_may_be_unknown() -> None:
    objection = reopening.six_month_seal(ended(), NOW, without("six_month_seal"))
    assert objection is not None
    assert objection.unknown


def test_released_offers_and_closed_files_are_on_record() -> None:
    form = check(endings.ReleaseOffers, "release_offers", {"where": "Room 12"})
    case = endings.release_offers(ended(), form, NOW, builders.MARIA)
    assert case.one(OffersReleased).offerors == ("acme", "zenith")
    case = endings.close_file(builders.awarded(), NOW, builders.MARIA)
    assert case.one(FileClosed).closed_by == "maria"

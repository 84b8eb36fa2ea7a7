"""A closing held by a failure, envelopes opened to be identified, and late ones let in."""

from datetime import timedelta
from typing import Any

import pytest

from solicitation_flow.casefile import CaseFile
from solicitation_flow.forms import check
from solicitation_flow.phases.amendments import dates
from solicitation_flow.phases.responses import closing, lateness, opening, outages, receipt
from solicitation_flow.records.award import Ending
from solicitation_flow.records.preparation import Terms
from solicitation_flow.records.responses import IdentityOpening, Outage, Proposal
from solicitation_flow.rulebook import Objection
from tests.phases import builders
from tests.phases.judging import JOE, LAW, again, held, reporting, ruled

DUE = builders.at(builders.DUE)
TICK = timedelta(microseconds=1)
LATER = "2026-06-16 14:00"


def extending(**fields: Any) -> outages.ExtendForOutage:
    words = {"proposals_due": LATER, "cause": "our_provider", "evidence": "Its report.", **fields}
    return check(outages.ExtendForOutage, "extend_for_outage", words)


def extended(case: CaseFile, now: str = "2026-06-15 14:30") -> CaseFile:
    form = extending()
    return outages.extend_for_outage(case, form, builders.at(now), LAW, builders.MARIA)


def dismissed(case: CaseFile, now: str = "2026-06-15 14:30") -> CaseFile:
    form = outages.DismissOutage(reason="One sender's line had failed.", cause="senders_side")
    return outages.dismiss_outage(case, form, builders.at(now), LAW, builders.MARIA)


def valid(case: CaseFile, days: int | None) -> CaseFile:
    return case.file(Terms(validity_days=days, set_by="maria", set_at=DUE))


def late(case: CaseFile, who: Any = builders.ZENITH, now: str = "2026-06-15 14:05") -> CaseFile:
    return receipt.receive(case, builders.receiving(), builders.at(now), LAW, who)


def statuses(case: CaseFile) -> dict[str, str]:
    return {proposal.key: proposal.status for proposal in case.all(Proposal)}


# --- the failure reported -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, None),
        ({"began_at": "2026-06-15 13:40"}, None),
        ({"began_at": "2026-06-15 13:41"}, "still to come"),
        ({"ended_at": "2026-06-15 13:40"}, None),
        ({"ended_at": "2026-06-15 13:20"}, None),
        ({"ended_at": "2026-06-15 13:19"}, "ended before it began"),
        ({"ended_at": "2026-06-15 13:41"}, "still to come"),
        ({"began_at": "2026-03-08 02:30"}, "does not exist"),
        ({"what": "down"}, "does not say what failed"),
        ({"what": "down", "began_at": "2027-01-01 00:00"}, "still to come"),
    ],
)
def test_a_failure_is_described_with_when_it_was(fields: dict[str, Any], says: str | None) -> None:
    form, now = reporting(**fields), builders.at("2026-06-15 13:40")
    objection = outages.outage_described(form, now, LAW)
    assert (objection is None) is (says is None)
    if objection and says:
        assert says in objection.says
        assert outages.outage_described(again(form, objection), now, LAW) is None


def test_a_failure_remembers_the_date_it_endangers() -> None:
    outage = held().one(Outage, "1")
    assert (outage.due_was, outage.status, outage.ended_at) == (DUE, "pending", None)
    assert outage.began_at == builders.at("2026-06-15 13:20")
    assert Outage.model_validate_json(outage.body()) == outage


def test_while_it_is_held_the_due_instant_passes_and_nothing_follows() -> None:
    case = held()
    assert closing.close_receipt(case, DUE, LAW, builders.CLOCK) is case
    empty = held(builders.published())
    assert closing.close_receipt(empty, DUE, LAW, builders.CLOCK) is empty
    assert [len(list(duty(case))) for duty in (outages.owes_extension, outages.owes_dismissal)]
    decided = dismissed(case)
    assert list(outages.owes_extension(decided)) == list(outages.owes_dismissal(decided)) == []


@pytest.mark.parametrize(
    ("past", "stamp", "objects"),
    [
        (-TICK, None, False),
        (0 * TICK, None, True),
        (timedelta(hours=1), "2026-06-15 13:59:59", False),
        (timedelta(hours=1), "2026-06-15 14:00", True),
    ],
)
def test_held_a_proposal_is_in_time_until_the_due_instant(
    past: timedelta, stamp: str | None, objects: bool
) -> None:
    form = builders.receiving(offeror="acme", received_at=stamp, evidence="sheet 14")
    assert bool(receipt.stamped_in_time_or_open(held(), form, DUE + past, LAW)) is objects


# --- extended, or not ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "objects", "cleared"),
    [
        ({}, False, False),
        ({"cause": "our_system"}, False, False),
        ({"cause": "our_premises"}, False, False),
        ({"evidence": None}, True, True),
        ({"cause": "senders_side"}, True, False),
        ({"cause": "unknown"}, True, False),
    ],
)
def test_a_date_moves_only_for_a_failure_of_our_own_that_is_shown(
    fields: dict[str, Any], objects: bool, cleared: bool
) -> None:
    form, case = extending(**fields), held()
    objection = outages.outage_is_ours(case, form)
    assert bool(objection) is objects
    if objection:
        assert bool(objection.clears) is cleared
    if cleared:
        assert outages.outage_is_ours(case, again(form, objection)) is None


@pytest.mark.parametrize(
    ("due", "objects"),
    [
        ("2026-06-15 14:01", False),
        ("2026-06-15 14:00", True),
        ("2026-06-14 14:00", True),
        ("2026-03-08 02:30", False),
    ],
)
def test_an_extension_moves_the_date_later(due: str, objects: bool) -> None:
    form, case, now = extending(proposals_due=due), held(), builders.at("2026-06-15 14:30")
    objection = outages.due_moves_later(case, form, now, LAW)
    assert bool(objection) is objects
    if objection:
        better = again(form, objection)
        assert f"{better.proposals_due:%F %R}" == "2026-06-16 14:00"
        assert outages.due_moves_later(case, better, now, LAW) is None
        assert dates.dates_in_order(case, better, now, LAW) is None
        assert dates.due_on_working_day(case, better, now, LAW) is None


def test_the_rules_on_dates_hold_for_an_extension_too() -> None:
    case, now = held(), builders.at("2026-06-15 14:30")
    saturday = extending(proposals_due="2026-06-20 14:00")
    objection = dates.due_on_working_day(case, saturday, now, LAW)
    assert objection is not None
    assert [remedy.command for remedy in objection.clears] == [""]  # the command at hand
    assert dates.dates_in_order(case, extending(proposals_due="2026-06-15 14:30"), now, LAW)


def test_an_extension_is_the_same_for_all_and_lets_in_what_came_meanwhile() -> None:
    case = late(late(held(), now="2026-06-15 14:05"), builders.ACME, "2026-06-15 14:10")
    case = late(case, now="2026-06-15 14:20")
    assert statuses(case)["zenith/late-2"] == "late"
    case = extended(case)
    assert case.due("proposals_due") == builders.at(LATER)
    assert case.deadlines["proposals_due", ""].boundary == "before"
    assert statuses(case) == {
        "acme/timely": "received",
        "zenith/late-1": "late",
        "zenith/late-2": "accepted",
        "acme/late-1": "accepted",
        "zenith/timely": "received",
    }
    zenith, acme = (case.one(Proposal, f"{who}/timely") for who in ("zenith", "acme"))
    assert (zenith.version, zenith.received_at) == (3, builders.at("2026-06-15 14:20"))
    assert (acme.version, acme.received_at) == (3, builders.at("2026-06-15 14:10"))
    assert zenith.accepted_because.startswith("It came while the closing was held")
    outage = case.one(Outage, "1")
    assert (outage.status, outage.due, outage.evidence) == (
        "extended",
        builders.at(LATER),
        "Its report.",
    )
    again_late = receipt.receive(
        case, builders.receiving(), builders.at(LATER), LAW, builders.ZENITH
    )
    assert statuses(again_late)["zenith/late-3"] == "late"


@pytest.mark.parametrize(("past", "objects"), [(-TICK, True), (0 * TICK, False)])
def test_receipt_is_over_once_the_due_instant_has_passed(past: timedelta, objects: bool) -> None:
    objection = closing.due_has_passed(held(), DUE + past, LAW)
    assert bool(objection) is objects
    if objection:
        assert objection.earliest == DUE


def test_a_report_dismissed_before_the_date_changes_nothing_else() -> None:
    case = dismissed(valid(held(), 90), "2026-06-15 13:59")
    assert case.one(Outage, "1").cause == "senders_side"
    assert case.deadline("offers_expire") is None
    assert case.get(Ending) is None
    with pytest.raises(AssertionError, match="no arrow from dismissed to extended"):
        case.one(Outage, "1").moved("extended")


def test_a_report_dismissed_after_the_date_lets_the_closing_take_its_course() -> None:
    case = dismissed(valid(held(), 90), "2026-06-15 14:00")
    assert case.due("offers_expire") == builders.at("2026-09-14 00:00")
    assert case.deadlines["offers_expire", ""].printed == "the end of 2026-09-13"
    ended = dismissed(held(builders.published()), "2026-06-15 14:00")
    assert ended.one(Ending).how == "no response"


@pytest.mark.parametrize(
    ("days", "over"),
    [(None, None), (1, "2026-06-17 00:00"), (146, "2026-11-09 00:00")],
)
def test_offers_run_out_at_the_end_of_their_last_day(days: int | None, over: str | None) -> None:
    case = valid(builders.received(builders.published()), days)
    case = closing.close_receipt(case, DUE, LAW, builders.CLOCK)
    assert case.due("offers_expire") == (builders.at(over) if over else None)


# --- opened to identify -------------------------------------------------------------------------


def identifying(**fields: Any) -> opening.OpenToIdentify:
    words = {
        "witness": "walter",
        "marks": "None at all",
        "reason": "Nothing outside says whose it is.",
        "found": "Acme's proposal",
        "resealed": "yes",
        **fields,
    }
    return check(opening.OpenToIdentify, "open_to_identify", words)


@pytest.mark.parametrize(
    ("fields", "objects"),
    [({}, False), ({"resealed": "no"}, True), ({"reason": "curious"}, True)],
)
def test_an_envelope_is_opened_only_to_be_identified_and_is_resealed(
    fields: dict[str, Any], objects: bool
) -> None:
    form = identifying(**fields)
    objection = opening.identity_needed(form)
    assert bool(objection) is objects
    if objection:
        assert opening.identity_needed(again(form, objection)) is None


def test_an_envelope_opened_to_be_identified_is_on_record_and_witnessed() -> None:
    case, now = builders.published(), builders.at("2026-06-12 09:00")
    case = opening.open_to_identify(case, identifying(), now, builders.CARL)
    case = opening.open_to_identify(case, identifying(), now, builders.CARL)
    assert [identity_opening.number for identity_opening in case.all(IdentityOpening)] == [1, 2]
    assert case.one(IdentityOpening, "1").found == "Acme's proposal"
    for witness, objects in (("walter", False), ("carl", True), ("ben", True)):
        objection = opening.witness_at_opening(case, identifying(witness=witness), builders.CARL)
        assert bool(objection) is objects
        if objection:
            assert objection.clears[0].command == ""  # the command at hand


# --- late through our own doing -----------------------------------------------------------------


def accepting(**fields: Any) -> lateness.AcceptLate:
    words = {
        "offeror": "zenith",
        "fault": "ours",
        "reason": "It lay in our own mail room.",
        "evidence": "The mail room's log.",
        **fields,
    }
    return check(lateness.AcceptLate, "accept_late", words)


@pytest.mark.parametrize(
    ("fields", "objects", "cleared"),
    [
        ({}, False, False),
        ({"evidence": None}, True, True),
        ({"offeror": "acme"}, True, True),
        ({"offeror": "acme", "evidence": None}, True, True),
        ({"fault": "carrier"}, True, False),
        ({"fault": "sender", "evidence": None}, True, False),
        ({"fault": "unknown"}, True, False),
    ],
)
def test_only_our_own_doing_lets_a_late_proposal_in(
    fields: dict[str, Any], objects: bool, cleared: bool
) -> None:
    case, form = late(builders.received(builders.published())), accepting(**fields)

    def objections(form: lateness.AcceptLate) -> list[Objection]:
        asked = (
            lateness.late_one_is_kept(case, form),
            lateness.agency_fault_is_shown(form),
            lateness.late_by_agency_fault(case, form, LAW),
        )
        return [objection for objection in asked if objection]

    raised = objections(form)
    assert bool(raised) is objects
    assert not any(objection.unknown for objection in raised)
    assert all(bool(objection.clears) is cleared for objection in raised)
    if cleared:
        for objection in raised:
            form = again(form, objection)
        assert objections(form) == []


def test_where_no_exception_is_known_only_a_determination_lets_one_in() -> None:
    case = late(builders.published())
    objection = lateness.late_by_agency_fault(case, accepting(), ruled(late_exception=None))
    assert objection is not None
    assert objection.unknown
    nobody = lateness.late_one_is_kept(builders.published(), accepting())
    assert nobody is not None
    assert "nor is one of any other offeror" in nobody.says
    assert nobody.clears == ()


def test_once_anything_is_open_nothing_late_joins_it() -> None:
    case = late(builders.opening(builders.received(builders.published())))
    objection = lateness.late_one_is_kept(case, accepting())
    assert objection is not None
    assert (objection.clears, objection.says) == (
        (),
        "proposals have been opened: no late proposal can be accepted now",
    )


def test_an_accepted_proposal_stands_and_says_why() -> None:
    case = late(builders.received(builders.published()))
    case = lateness.accept_late(case, accepting())
    stands = case.one(Proposal, "zenith/timely")
    assert (stands.status, stands.version, stands.evidence) == (
        "received",
        2,
        "The mail room's log.",
    )
    assert stands.accepted_because == "It lay in our own mail room."
    assert case.one(Proposal, "zenith/late-1").status == "accepted"
    assert list(lateness.late_sender(accepting())) == ["supplier:zenith"]
    once_more = late(case, now="2026-06-15 14:09")
    assert statuses(once_more)["zenith/late-2"] == "late"
    opened = builders.opening(once_more)
    assert [proposal.offeror for proposal in opened.all(Proposal) if proposal.status == "opened"]


# --- who is informed ----------------------------------------------------------------------------


def test_whoever_withdraws_is_told_so_under_their_firms_name() -> None:
    assert list(receipt.withdrawer(JOE)) == ["supplier:acme"]


def test_an_amendment_makes_the_proposals_before_it_stale() -> None:
    case = builders.received(builders.published(), now="2026-06-04 10:00")
    case = builders.amended(case, now="2026-06-05 09:00")
    case = builders.received(case, builders.ZENITH, now="2026-06-06 10:00")
    assert list(receipt.senders_before_amendment(case)) == ["supplier:acme"]
    case = builders.amended(case, now="2026-06-07 09:00")
    both = ["supplier:acme", "supplier:zenith"]
    assert list(receipt.senders_before_amendment(case)) == both


@pytest.mark.parametrize(
    ("apart", "stale"),
    [(-timedelta.resolution, True), (timedelta(0), True), (timedelta.resolution, False)],
)
def test_a_proposal_received_with_an_amendment_or_before_it_is_stale(
    apart: timedelta, stale: bool
) -> None:
    case = builders.amended(builders.published(), now="2026-06-05 09:00")
    arrived = builders.at("2026-06-05 09:00") + apart
    case = receipt.receive(case, builders.receiving(), arrived, LAW, builders.ACME)
    assert list(receipt.senders_before_amendment(case)) == ["supplier:acme"] * stale

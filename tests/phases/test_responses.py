from datetime import timedelta
from typing import Any

import pytest

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.errors import BadFields
from solicitation_flow.forms import check
from solicitation_flow.phases.preparation import committee
from solicitation_flow.phases.responses import closing, opening, receipt
from solicitation_flow.records.award import Ending
from solicitation_flow.records.issuance import Listed
from solicitation_flow.records.responses import OpenedProposal, Opening, Proposal
from tests.phases import builders

LAW = builders.law()
DUE = builders.at(builders.DUE)
TICK = timedelta(microseconds=1)


def receive(case: CaseFile, now: Any, who: Actor = builders.ACME, **fields: Any) -> CaseFile:
    return receipt.receive(case, builders.receiving(**fields), now, LAW, who)


def filings(case: CaseFile) -> dict[str, str]:
    return {proposal.key: proposal.status for proposal in case.all(Proposal)}


def test_a_newer_proposal_takes_the_place_of_the_older() -> None:
    case = builders.received(builders.published())
    case = builders.received(case, now="2026-06-11 10:00", envelope=builders.envelope("two.pdf"))
    (sent,) = case.all(Proposal)
    assert (sent.version, sent.technical.name, sent.how) == (2, "two.pdf", "portal")
    assert Proposal.model_validate_json(sent.body()) == sent
    case = builders.received(case, now="2026-06-11 10:00", envelope=builders.envelope("3.pdf"))
    assert case.one(Proposal, "acme/timely").technical.name == "3.pdf"


@pytest.mark.parametrize(
    ("boundary", "past", "status"),
    [
        ("before", -TICK, "received"),
        ("before", 0 * TICK, "late"),
        ("before", TICK, "late"),
        ("at", -TICK, "received"),
        ("at", 0 * TICK, "received"),
        ("at", TICK, "late"),
    ],
)
def test_late_is_decided_to_the_microsecond(boundary: str, past: timedelta, status: str) -> None:
    case = receive(builders.published(boundary=boundary), DUE + past)
    assert list(filings(case).values()) == [status]


def test_a_late_proposal_never_replaces_a_timely_one() -> None:
    case = builders.received(builders.published())
    for _ in range(2):
        case = receive(case, DUE + timedelta(minutes=7))
    assert filings(case) == {
        "acme/timely": "received",
        "acme/late-1": "late",
        "acme/late-2": "late",
    }
    assert [proposal.offeror for proposal in case.all(Proposal) if proposal.stands] == ["acme"]


def test_paper_stamped_in_time_is_in_time_until_something_is_opened() -> None:
    stamped = {"offeror": "zenith", "received_at": "2026-06-15 13:58", "evidence": "sheet 14"}
    case = receive(builders.published(), DUE + timedelta(minutes=5), builders.CARL, **stamped)
    sent = case.one(Proposal, "zenith/timely")
    assert (sent.status, sent.how, sent.evidence) == ("received", "paper", "sheet 14")
    assert sent.received_at == builders.at("2026-06-15 13:58")
    case = receive(builders.evaluated(), DUE + timedelta(hours=2), builders.CARL, **stamped)
    assert case.one(Proposal, "zenith/late-1").status == "late"
    assert case.one(Proposal, "zenith/timely").status == "opened"


def test_paper_stamped_before_a_newer_proposal_does_not_displace_it() -> None:
    case = builders.received(builders.published(), now="2026-06-12 10:00")
    stamped = {"offeror": "acme", "received_at": "2026-06-11 10:00", "evidence": "sheet 3"}
    case = receive(case, DUE, builders.CARL, **stamped)
    assert filings(case) == {"acme/timely": "received", "acme/superseded-1": "superseded"}


def test_whoever_sends_a_proposal_joins_the_notice_list() -> None:
    orion = Actor("orion", frozenset({"supplier"}))
    case = builders.received(builders.published(), orion)
    assert case.one(Listed, "suppliers/orion").why == "offered"


@pytest.mark.parametrize(
    ("who", "offeror", "objects"),
    [
        (builders.ACME, None, False),
        (builders.ACME, "acme", False),
        (builders.ACME, "zenith", True),
        (Actor("orion", frozenset({"supplier"})), None, True),
        (Actor("joe", frozenset({"supplier"}), acts_for="acme"), None, False),
        (builders.CARL, "zenith", False),
        (builders.CARL, None, True),
        (builders.CARL, "orion", True),
    ],
)
def test_a_proposal_has_one_registered_sender(
    who: Actor, offeror: str | None, objects: bool
) -> None:
    objection = receipt.sender_is_known(builders.receiving(offeror=offeror), who)
    assert bool(objection) is objects


STAMP = {"offeror": "acme", "received_at": "2026-06-15 13:58", "evidence": "sheet 14"}


@pytest.mark.parametrize(
    ("who", "changes", "says"),
    [
        (builders.CARL, {}, None),
        (builders.CARL, {"received_at": "2026-06-15 14:05"}, None),
        (builders.CARL, {"received_at": "2026-06-15 14:05:01"}, "it is only Monday, 15 June"),
        (builders.CARL, {"evidence": None}, "evidence"),
        (builders.CARL, {"received_at": "2026-03-08 02:30"}, "does not exist"),
        (builders.ACME, {}, "only the custodian"),
        (builders.ACME, {"received_at": None}, None),
    ],
)
def test_only_the_custodian_states_a_stamp_that_has_been_and_is_evident(
    who: Actor, changes: dict[str, Any], says: str | None
) -> None:
    form = builders.receiving(**{**STAMP, **changes})
    objection = receipt.stamp_not_ahead(form, builders.at("2026-06-15 14:05"), LAW, who)
    assert (objection is None) is (says is None)
    if objection and says:
        assert says in objection.says


@pytest.mark.parametrize(
    ("stamp", "objects"),
    [
        ("2026-06-15 13:59:59", False),
        ("2026-06-15 14:00", True),
        ("2026-06-15 14:00:01", True),
        (None, True),
    ],
)
def test_a_stamp_counts_to_the_second(stamp: str | None, objects: bool) -> None:
    now, case = builders.at("2026-06-15 14:05"), builders.published()
    form = builders.receiving(**{**STAMP, "received_at": stamp})
    assert bool(receipt.stamped_in_time(case, form, now, LAW)) is objects
    after = builders.opening(builders.received(case))
    assert receipt.stamped_in_time(after, form, now, LAW)


@pytest.mark.parametrize(("boundary", "word"), [("before", "due before "), ("at", "at or before")])
def test_a_late_sender_is_told_the_boundary(boundary: str, word: str) -> None:
    case, now = builders.published(boundary=boundary), builders.at("2026-06-15 14:05")
    objection = receipt.stamped_in_time(case, builders.receiving(offeror="acme"), now, LAW)
    assert objection is not None
    assert word in objection.says


def test_a_withdrawn_proposal_is_no_proposal() -> None:
    case = builders.published()
    assert receipt.has_a_proposal(case, builders.ACME)
    case = builders.received(case)
    assert receipt.has_a_proposal(case, builders.ACME) is None
    assert closing.received_a_proposal(case) is None
    case = receipt.withdraw(case, builders.ACME)
    assert receipt.has_a_proposal(case, builders.ACME)
    assert closing.received_a_proposal(case)
    assert list(opening.offerors(case)) == []
    case = builders.received(case, now="2026-06-12 10:00")
    assert case.one(Proposal, "acme/timely").version == 2
    assert list(opening.offerors(case)) == ["supplier:acme"]


@pytest.mark.parametrize(("past", "objects"), [(-TICK, False), (0 * TICK, True)])
def test_nothing_is_withdrawn_from_the_due_instant_on(past: timedelta, objects: bool) -> None:
    assert bool(receipt.before_due(builders.published(), DUE + past, LAW)) is objects


def test_a_status_only_moves_along_its_arrows() -> None:
    sent = builders.received(builders.published()).one(Proposal, "acme/timely")
    with pytest.raises(AssertionError, match="no arrow from withdrawn to opened"):
        sent.moved("withdrawn").moved("opened")


def test_closing_without_a_proposal_says_why_there_is_no_award() -> None:
    case = closing.close_receipt(builders.published(), DUE, LAW, builders.CLOCK)
    assert case.one(Ending).how == "no response"
    case = builders.received(builders.published())
    assert closing.close_receipt(case, DUE, LAW, builders.CLOCK) is case


@pytest.mark.parametrize(("voters", "objects"), [("a,b", True), ("a,b,c", False)])
def test_a_committee_has_three_voters(voters: str, objects: bool) -> None:
    named = check(committee.NameCommittee, "name_committee", {"voters": voters})
    case = committee.name_committee(builders.opened(), named)
    assert bool(opening.committee_size(case, LAW)) is objects


def test_a_committee_size_that_is_not_known_asks_but_nobody_is_too_few() -> None:
    unknown = builders.knowing(committee_size={"number": None})
    objection = opening.committee_size(builders.drafted(), unknown)
    assert objection is not None
    assert objection.unknown
    objection = opening.committee_size(builders.opened(), unknown)
    assert objection is not None
    assert not objection.unknown


@pytest.mark.parametrize(("witness", "objects"), [("carl", True), ("ben", True), ("w", False)])
def test_the_witness_neither_opens_nor_scores(witness: str, objects: bool) -> None:
    case = builders.received(builders.published())
    form = opening.OpenProposals(witness=witness, seals=None)
    objection = opening.witness_at_opening(case, form, builders.CARL)
    assert bool(objection) is objects
    if objection:
        assert f"{witness} {'opens' if witness == 'carl' else 'scores'} the" in objection.says


def test_the_opening_reads_the_names_in_the_order_of_arrival_and_only_in_time() -> None:
    case = builders.received(builders.published(), builders.ZENITH)
    case = builders.received(case, builders.ACME, now="2026-06-11 09:00")
    case = receive(case, DUE, Actor("orion", frozenset({"supplier"})))
    (owed,) = opening.owes_opening(case)
    assert (owed.owes, owed.says) == ("role:custodian", "open 2 proposals before a witness")
    case = builders.opening(case)
    assert case.one(Opening).names == ("zenith", "acme")
    assert case.one(OpenedProposal, "acme").text == "words"
    assert case.get(OpenedProposal, "orion") is None
    assert filings(case) == {
        "zenith/timely": "opened",
        "acme/timely": "opened",
        "orion/late-1": "late",
    }


def test_nothing_of_an_envelope_can_be_typed_into_the_opening() -> None:
    words = {"witness": "walter", "technical": {"acme": {"name": "x", "bytes": 1, "sha256": "x"}}}
    with pytest.raises(BadFields, match="filled by the engine"):
        check(opening.OpenProposals, "open_proposals", words)


def test_the_receipt_goes_to_the_sender() -> None:
    assert list(receipt.offeror(builders.receiving(), builders.ACME)) == ["supplier:acme"]
    form = builders.receiving(offeror="zenith")
    assert list(receipt.offeror(form, builders.CARL)) == ["supplier:zenith"]

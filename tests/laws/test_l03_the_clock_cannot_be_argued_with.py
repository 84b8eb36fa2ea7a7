"""L3: the clock cannot be argued with, and lateness is a move, not a refusal."""

import pytest

from solicitation_flow.records.responses import OpenedProposal, Proposal
from tests.engine_fixtures import ROOT
from tests.laws.prepared import (
    OPENED,
    PUBLISHED,
    RECEIVED,
    RFP,
    THEO,
    ZENITH,
    at,
    done,
    enclosed,
    refused,
    told_to,
)

ONLY_ACME = (
    "".join(line for line in RECEIVED.splitlines(keepends=True) if "zenith  receive" not in line)
    + "2026-02-03 14:00  clock  close_receipt  -> opening\n"
)
CLOSED = RECEIVED + "2026-02-03 14:00  clock  close_receipt  -> opening\n"


def test_l3_every_timed_command_of_a_shipped_workflow_ends_in_an_unguarded_move() -> None:
    from solicitation_flow.workflow import read

    for path in sorted((ROOT / "workflows").glob("*.v*.yaml")):
        workflow, _ = read(path.read_text(encoding="utf-8"), str(path))
        for terms in workflow.deadlines.values():
            for state in workflow.phases:
                moves = workflow.offered(state).get(terms.fires, ())
                assert not moves or not moves[-1].guards


def test_l3_no_proposal_and_the_solicitation_ends_without_anybodys_leave() -> None:
    teller = told_to(PUBLISHED + "2026-01-20 16:00  clock  close_questions  -> open\n"
                     "2026-02-03 14:00  clock  close_receipt  -> no_award\n")  # fmt: skip
    assert teller.engine.view(RFP).loaded.case.state == "no_award"


def test_l3_a_late_proposal_is_filed_unopened_and_its_sender_gets_a_letter() -> None:
    teller = told_to(CLOSED)
    at(teller, "2026-02-03 14:00:07")
    done(teller.engine, ZENITH, "receive", envelope=enclosed(teller.engine))
    case = teller.engine.view(RFP).loaded.case
    late = [p for p in case.all(Proposal) if p.status == "late"]
    assert [p.offeror for p in late] == ["zenith"]
    standing = [p for p in case.all(Proposal) if p.stands and p.offeror == "zenith"]
    assert [p.version for p in standing] == [1]
    letters = [m for m in teller.engine.environment.store.outbox() if m.notice == "responses/late"]
    assert [m.recipient for m in letters] == ["supplier:zenith"]


def test_l3_stamped_in_time_the_custodian_may_still_file_it_with_the_stamp_as_evidence() -> None:
    teller = told_to(ONLY_ACME)
    at(teller, "2026-02-03 14:20")
    done(teller.engine, THEO, "receive", offeror="zenith", envelope=enclosed(teller.engine),
         received_at="2026-02-03 13:58", evidence="time stamp of the mail room")  # fmt: skip
    case = teller.engine.view(RFP).loaded.case
    assert [p.offeror for p in case.all(Proposal) if p.stands and p.how == "paper"] == ["zenith"]


def test_l3_a_supplier_cannot_stamp_its_own_proposal() -> None:
    teller = told_to(CLOSED)
    at(teller, "2026-02-03 14:20")
    answer = refused(teller.engine, ZENITH, "receive", envelope=enclosed(teller.engine),
                     received_at="2026-02-03 13:58", evidence="trust me")  # fmt: skip
    assert answer.reason == "objections"


@pytest.mark.parametrize(
    ("stamped", "status"), [("2026-02-03 13:59:59", "received"), ("2026-02-03 14:00", "late")]
)
def test_l3_a_stamp_of_the_due_instant_itself_is_late(stamped: str, status: str) -> None:
    teller = told_to(ONLY_ACME)
    at(teller, "2026-02-03 14:20")
    done(teller.engine, THEO, "receive", offeror="zenith", envelope=enclosed(teller.engine),
         received_at=stamped, evidence="time stamp of the mail room")  # fmt: skip
    case = teller.engine.view(RFP).loaded.case
    assert [p.status for p in case.all(Proposal) if p.offeror == "zenith"] == [status]


def test_l3_after_the_due_instant_even_the_custodian_files_nothing_unstamped() -> None:
    teller = told_to(ONLY_ACME)
    at(teller, "2026-02-03 14:20")
    done(teller.engine, THEO, "receive", offeror="zenith", envelope=enclosed(teller.engine))
    case = teller.engine.view(RFP).loaded.case
    assert [p.status for p in case.all(Proposal) if p.offeror == "zenith"] == ["late"]
    assert teller.engine.environment.store.outbox()[-1].notice == "responses/late"


def test_l3_once_something_is_opened_no_stamp_makes_a_proposal_timely() -> None:
    teller = told_to(OPENED)
    done(teller.engine, THEO, "receive", offeror="zenith", envelope=enclosed(teller.engine),
         received_at="2026-02-03 13:58", evidence="time stamp of the mail room")  # fmt: skip
    done(teller.engine, ZENITH, "receive", envelope=enclosed(teller.engine))
    case = teller.engine.view(RFP).loaded.case
    sent = [p.status for p in case.all(Proposal) if p.offeror == "zenith"]
    assert sorted(sent) == ["late", "late", "opened"]
    letters = [m.notice for m in teller.engine.environment.store.outbox()][-2:]
    assert letters == ["responses/late", "responses/late"]


@pytest.mark.parametrize(
    "words",
    [
        {"received_at": "2026-02-03 13:58"},
        {"received_at": "2026-02-03 15:00", "evidence": "time stamp of the mail room"},
    ],
    ids=["without evidence", "ahead of the clock"],
)
def test_l3_a_stamp_needs_its_evidence_and_lies_behind(words: dict[str, object]) -> None:
    teller = told_to(ONLY_ACME)
    at(teller, "2026-02-03 14:20")
    sent = {"offeror": "zenith", "envelope": enclosed(teller.engine), **words}
    answer = refused(teller.engine, THEO, "receive", RFP, **sent)
    assert "stamp_not_ahead" in {ruling.guard for ruling in answer.rulings}


def test_l3_a_late_envelope_stays_shut_at_the_opening() -> None:
    teller = told_to(ONLY_ACME)
    at(teller, "2026-02-03 14:20")
    done(teller.engine, ZENITH, "receive", envelope=enclosed(teller.engine))
    done(teller.engine, THEO, "open_proposals", witness="maria")
    case = teller.engine.view(RFP).loaded.case
    assert [opened_proposal.offeror for opened_proposal in case.all(OpenedProposal)] == ["acme"]
    assert [p.status for p in case.all(Proposal) if p.offeror == "zenith"] == ["late"]
    assert not [
        access for access in teller.engine.environment.store.accesses() if "zenith" in access.text
    ]

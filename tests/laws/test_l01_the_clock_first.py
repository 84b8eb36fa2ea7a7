"""L1: the clock has its say before you do."""

import json

from solicitation_flow.records import digest
from tests.laws.prepared import (
    ACME,
    INTENDED,
    MARIA,
    OPENED,
    PUBLISHED,
    RECEIVED,
    RFP,
    at,
    done,
    enclosed,
    refused,
    told_to,
    wall,
)  # fmt: skip

DUE = wall("2026-02-03 14:00")


def test_l1_a_command_first_settles_what_has_passed() -> None:
    teller = told_to(RECEIVED)
    at(teller, "2026-02-10 09:00")
    answer = refused(teller.engine, MARIA, "amend", summary="one week too late")
    assert answer.reason == "not_offered"
    entries = teller.engine.rooms.store.journal(RFP)
    assert [e.command for e in entries][-1] == "close_receipt"
    assert entries[-1].effective_at == DUE
    assert entries[-1].recorded_at == teller.clock.now()


def test_l1_a_proposal_one_second_after_the_due_instant_is_late_though_nobody_rang() -> None:
    teller = told_to(PUBLISHED + "2026-01-20 16:00  clock  close_questions  -> open\n"
                     "2026-01-27 10:00  acme  receive envelope=@a.txt  -> open\n")  # fmt: skip
    at(teller, "2026-02-03 14:00:01")
    done(teller.engine, ACME, "receive", envelope=enclosed(teller.engine))
    assert [e.notice for e in teller.engine.rooms.store.outbox()][-1] == "responses/late"


def test_l1_down_for_a_week_what_derives_from_effective_time_comes_out_the_same() -> None:
    punctual = told_to(RECEIVED + "2026-02-03 14:00  clock  close_receipt  -> opening\n")
    at(punctual, "2026-02-10 09:00")
    late = told_to(RECEIVED)
    at(late, "2026-02-10 09:00")
    late.engine.settle()
    punctual.engine.settle()
    one, other = (t.engine.rooms.store.load(RFP) for t in (punctual, late))
    assert one is not None
    assert other is not None
    assert one.facts == other.facts
    assert one.deadlines == other.deadlines
    assert one.header.effective_at == other.header.effective_at
    assert one.header.recorded_at != other.header.recorded_at


def test_l1_reading_settles_in_memory_and_stores_nothing() -> None:
    teller = told_to(RECEIVED)
    at(teller, "2026-02-10 09:00")
    before = digest(json.dumps([e.text for e in teller.engine.rooms.store.journal(RFP)]))
    view = teller.engine.view(RFP)
    assert view.loaded.case.state == "opening"
    assert [e.command for e in view.unrecorded] == ["close_receipt"]
    after = digest(json.dumps([e.text for e in teller.engine.rooms.store.journal(RFP)]))
    assert before == after


def test_l1_passed_deadlines_of_one_case_settle_in_their_order() -> None:
    teller = told_to(PUBLISHED + "2026-01-19 10:00  acme  receive envelope=@a.txt  -> open\n")
    at(teller, "2026-02-10 09:00")
    sweep = teller.engine.settle()
    assert [s.deadline.command for s in sweep.settled] == ["close_questions", "close_receipt"]


def test_l1_the_parent_settles_before_its_child_is_commanded() -> None:
    teller = told_to(INTENDED)
    at(teller, "2026-03-02 09:00")
    sweep_before = teller.engine.rooms.store.journal(RFP)[-1].command
    done(teller.engine, MARIA, "file_paper", paper="award_determination",
         file=teller.engine.attach("a.pdf", b"a"))  # fmt: skip
    commands = [e.command for e in teller.engine.rooms.store.journal(RFP)]
    assert sweep_before == "post_intent"
    assert commands[-2:] == ["end_standstill", "file_paper"]


def test_l1_nothing_is_settled_twice() -> None:
    teller = told_to(OPENED)
    assert teller.engine.settle().settled == []

"""L1: the clock has its say before you do."""

import json

import pytest

from solicitation_flow.decide import Refusal
from solicitation_flow.engine import Request
from solicitation_flow.errors import Conflict
from solicitation_flow.records import digest
from solicitation_flow.records.ledger import Plan
from solicitation_flow.simulation.story import parse
from solicitation_flow.simulation.story_runner import StoryRunner
from solicitation_flow.workflow import Workflow
from tests.laws.prepared import (
    ACME,
    DRAFTED,
    GRACE,
    INTENDED,
    MARIA,
    OPENED,
    PUBLISHED,
    RECEIVED,
    RFP,
    THEO,
    ZONE,
    at,
    bent_to,
    done,
    enclosed,
    refused,
    told_to,
    wall,
    with_moves,
)  # fmt: skip

DUE = wall("2026-02-03 14:00")
CHILD = f"{RFP}-A1"


def _standstill_goes_on(workflow: Workflow) -> Workflow:
    """Bend the award so that it leaves the standstill running, and the file able to hear it."""
    bent = with_moves("award", drops=())(workflow)
    ring = next(move for move in bent.moves if move.command == "end_standstill")
    ring = ring.evolve(source="awarded", dest="awarded")
    final = tuple(state for state in bent.final if state != "awarded")
    return bent.evolve(moves=(*bent.moves, ring), final=final)


def with_a_child_while_the_parents_date_stands() -> StoryRunner:
    teller = bent_to(INTENDED, rfp=_standstill_goes_on, agreement=with_moves("publish", guards=()))
    at(teller, "2026-02-09 09:00")
    done(teller.engine, GRACE, "award")
    signed = {"signed_by_agency": "Ann Walker", "signed_by_contractor": "Joe Acme"}
    term = {"effective_on": "2026-03-05", "expires_on": "2028-03-05"}
    done(teller.engine, MARIA, "execute", case=CHILD, **signed, **term)
    at(teller, "2026-03-02 09:00")
    return teller


def test_l1_a_command_first_settles_what_has_passed() -> None:
    teller = told_to(RECEIVED)
    at(teller, "2026-02-10 09:00")
    answer = refused(teller.engine, MARIA, "amend", summary="one week too late")
    assert answer.reason == "not_offered"
    entries = teller.engine.environment.store.journal(RFP)
    assert [e.command for e in entries][-1] == "close_receipt"
    assert entries[-1].effective_at == DUE
    assert entries[-1].recorded_at == teller.clock.now()


def test_l1_a_proposal_one_second_after_the_due_instant_is_late_though_nobody_rang() -> None:
    teller = told_to(PUBLISHED + "2026-01-20 16:00  clock  close_questions  -> open\n"
                     "2026-01-27 10:00  acme  receive envelope=@a.txt  -> open\n")  # fmt: skip
    at(teller, "2026-02-03 14:00:01")
    done(teller.engine, ACME, "receive", envelope=enclosed(teller.engine))
    assert [e.notice for e in teller.engine.environment.store.outbox()][-1] == "responses/late"


def test_l1_down_for_a_week_what_derives_from_effective_time_comes_out_the_same() -> None:
    punctual = told_to(RECEIVED + "2026-02-03 14:00  clock  close_receipt  -> opening\n")
    at(punctual, "2026-02-10 09:00")
    late = told_to(RECEIVED)
    at(late, "2026-02-10 09:00")
    late.engine.settle()
    punctual.engine.settle()
    one, other = (t.engine.environment.store.load(RFP) for t in (punctual, late))
    assert one is not None
    assert other is not None
    assert one.facts == other.facts
    assert one.deadlines == other.deadlines
    assert one.header.effective_at == other.header.effective_at
    assert one.header.recorded_at != other.header.recorded_at


def test_l1_reading_settles_in_memory_and_stores_nothing() -> None:
    teller = told_to(RECEIVED)
    at(teller, "2026-02-10 09:00")
    before = digest(json.dumps([e.text for e in teller.engine.environment.store.journal(RFP)]))
    view = teller.engine.view(RFP)
    assert view.loaded.case.state == "opening"
    assert [e.command for e in view.unrecorded] == ["close_receipt"]
    after = digest(json.dumps([e.text for e in teller.engine.environment.store.journal(RFP)]))
    assert before == after


def test_l1_passed_deadlines_of_one_case_settle_in_their_order() -> None:
    teller = told_to(PUBLISHED + "2026-01-19 10:00  acme  receive envelope=@a.txt  -> open\n")
    at(teller, "2026-02-10 09:00")
    sweep = teller.engine.settle()
    assert [s.deadline.command for s in sweep.settled] == ["close_questions", "close_receipt"]


def test_l1_deadlines_of_several_cases_settle_by_instant_and_then_by_case() -> None:
    teller = told_to(PUBLISHED)
    again = DRAFTED.replace("2026-01-05 ", "2026-01-07 ") + (
        '2026-01-08 09:00  maria  publish proposals_due="2026-01-27 14:00" '
        'questions_due="2026-01-20 16:00"  -> open\n'
    )
    second = StoryRunner(teller.engine, teller.clock, parse(again, "test"), ZONE)
    assert not [happened.diverges for happened in second.tell() if happened.diverges]
    at(teller, "2026-02-10 09:00")
    sweep = teller.engine.settle()
    assert [(settled.deadline.case, settled.deadline.command) for settled in sweep.settled] == [
        (RFP, "close_questions"),
        ("RFP-2026-002", "close_questions"),
        ("RFP-2026-002", "close_receipt"),
        (RFP, "close_receipt"),
    ]


def test_l1_what_one_deadline_did_stays_when_the_next_is_interrupted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    teller = told_to(PUBLISHED)
    at(teller, "2026-02-10 09:00")
    store = teller.engine.environment.store
    calls = iter([store.commit])

    def interrupted(plan: Plan) -> None:
        next(calls, _killed)(plan)

    monkeypatch.setattr(store, "commit", interrupted)
    with pytest.raises(KeyboardInterrupt):
        teller.engine.settle()
    assert [entry.command for entry in store.journal(RFP)][-1] == "close_questions"


def _killed(_: Plan) -> None:
    raise KeyboardInterrupt


def test_l1_a_dry_run_settles_in_memory_and_stores_nothing() -> None:
    teller = told_to(RECEIVED)
    at(teller, "2026-02-10 09:00")
    before = teller.engine.environment.store.load(RFP)
    answer = teller.engine.plan(Request("amend", {"summary": "one week too late"}, case=RFP), MARIA)
    assert isinstance(answer, Refusal)
    assert answer.reason == "not_offered"
    assert teller.engine.environment.store.load(RFP) == before


def test_l1_the_inbox_shows_what_is_owed_once_the_clock_has_had_its_say() -> None:
    teller = told_to(RECEIVED)
    at(teller, "2026-02-10 09:00")
    before = teller.engine.environment.store.load(RFP)
    owed = [duty.command for duty in teller.engine.read.inbox(THEO) if duty.case == RFP]
    assert owed == ["open_proposals"]
    assert teller.engine.environment.store.load(RFP) == before


def test_l1_the_parent_settles_before_its_child_is_commanded() -> None:
    teller = with_a_child_while_the_parents_date_stands()
    paper = teller.engine.attach("prices.pdf", b"prices")
    answer = done(teller.engine, MARIA, "file_paper", case=CHILD, paper="price_list", file=paper)
    last = teller.engine.environment.store.journal(RFP)[-1]
    assert last.command == "end_standstill"
    assert answer.plan.parts[0].parent_move == last.number


def test_l1_a_dry_run_that_reaches_an_unsettled_case_says_so() -> None:
    teller = with_a_child_while_the_parents_date_stands()
    request = Request("publish", {"how_to_join": "Sign the participating addendum"}, case=CHILD)
    with pytest.raises(Conflict, match=f"{RFP} has a deadline that passed"):
        teller.engine.plan(request, MARIA)
    teller.engine.perform(request, MARIA)
    commands = [entry.command for entry in teller.engine.environment.store.journal(RFP)]
    assert commands[-2:] == ["end_standstill", "record_publication"]


def test_l1_the_standstill_ends_before_the_command_that_comes_after_it() -> None:
    teller = told_to(INTENDED)
    at(teller, "2026-03-02 09:00")
    sweep_before = teller.engine.environment.store.journal(RFP)[-1].command
    done(teller.engine, MARIA, "file_paper", paper="award_determination",
         file=teller.engine.attach("a.pdf", b"a"))  # fmt: skip
    commands = [e.command for e in teller.engine.environment.store.journal(RFP)]
    assert sweep_before == "post_intent"
    assert commands[-2:] == ["end_standstill", "file_paper"]


def test_l1_nothing_is_settled_twice() -> None:
    teller = told_to(OPENED)
    assert teller.engine.settle().settled == []

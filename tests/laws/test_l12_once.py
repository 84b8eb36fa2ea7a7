"""L12: once, or known to be uncertain: letters and reminders."""

from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

from solicitation_flow.engine import Accepted, Request
from solicitation_flow.errors import Conflict
from solicitation_flow.records.ledger import Letter, Plan, Reminder
from solicitation_flow.simulation.story_runner import StoryRunner
from solicitation_flow.store import Store
from tests.laws.prepared import DRAFTED, MARIA, PUBLISHED, RECEIVED, RFP, at, done, told_to
from tests.store_fixtures import STORES

REMINDER = "responses/reminder"


def _reminded(teller: StoryRunner) -> list[str]:
    return [m.cause for m in teller.engine.environment.store.outbox() if m.notice == REMINDER]


def _ring(teller: StoryRunner, *walls: str) -> None:
    for wall in walls:
        at(teller, wall)
        teller.engine.settle()


def test_l12_each_rung_of_the_ladder_reminds_each_follower_once() -> None:
    teller = told_to(RECEIVED)
    assert Counter(c.rpartition(":")[2] for c in _reminded(teller)) == {"P7D": 2}
    _ring(teller, "2026-02-01 14:00", "2026-02-01 14:01", "2026-02-03 10:00", "2026-02-03 10:30")
    counted = Counter(c.rpartition(":")[2] for c in _reminded(teller))
    assert counted == {"P7D": 2, "P2D": 2, "PT4H": 2}


def test_l12_after_a_week_of_downtime_only_what_is_still_true_is_said() -> None:
    teller = told_to(PUBLISHED)
    _ring(teller, "2026-02-02 09:00")  # seven days and two days before have both passed
    assert {c.rpartition(":")[2] for c in _reminded(teller)} == {"P2D"}
    dropped = teller.engine.environment.store.settled_reminders(RFP)
    assert [(r.offset, r.status) for r in dropped] == [("P7D", "dropped"), ("P2D", "sent")]


def test_l12_after_the_due_instant_nobody_is_reminded_of_it() -> None:
    teller = told_to(PUBLISHED)
    _ring(teller, "2026-02-10 09:00")
    assert _reminded(teller) == []


def test_l12_reminders_follow_a_moved_date() -> None:
    teller = told_to(RECEIVED)
    at(teller, "2026-01-30 09:00")
    done(
        teller.engine,
        MARIA,
        "amend",
        summary="More time for everybody",
        proposals_due="2026-02-17 14:00",
    )
    _ring(teller, "2026-02-01 14:00", "2026-02-03 14:00", "2026-02-10 14:00")
    causes = _reminded(teller)
    assert [c for c in causes if ":2:" in c]
    assert not [c for c in causes if ":1:" in c and not c.endswith("P7D")]
    assert teller.engine.view(RFP).loaded.case.state == "open"


def test_l12_a_due_reminder_is_not_lost_when_a_move_comes_before_the_scheduler() -> None:
    teller = told_to(PUBLISHED)
    at(teller, "2026-01-27 14:05")
    done(teller.engine, MARIA, "amend", summary="Lots are allowed as well")
    teller.engine.settle()
    assert Counter(c.rpartition(":")[2] for c in _reminded(teller)) == {"P7D": 2}


def test_l12_a_reminder_is_not_a_move() -> None:
    teller = told_to(PUBLISHED)
    count = len(teller.engine.environment.store.journal(RFP))
    _ring(teller, "2026-01-20 15:00")
    before = len(teller.engine.environment.store.journal(RFP))
    _ring(teller, "2026-01-27 14:00")
    commands = [e.command for e in teller.engine.environment.store.journal(RFP)]
    assert (count, before) == (len(commands) - 1, len(commands) - 1)
    assert _reminded(teller)


def test_l12_a_reminder_leaves_its_case_as_it_was() -> None:
    teller = told_to(RECEIVED)
    before = teller.engine.environment.store.load(RFP)
    _ring(teller, "2026-02-01 14:00")
    assert Counter(c.rpartition(":")[2] for c in _reminded(teller))["P2D"] == 2
    assert teller.engine.environment.store.load(RFP) == before


def test_l12_one_letter_per_cause_notice_and_recipient() -> None:
    store = told_to(RECEIVED).engine.environment.store
    keys = Counter(letter.key for letter in store.outbox())
    assert keys
    assert max(keys.values()) == 1


@pytest.fixture(params=list(STORES))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    kept = STORES[request.param](tmp_path)
    yield kept
    kept.close()


def test_l12_a_letter_that_exists_is_not_stored_again(store: Store) -> None:
    engine = told_to(PUBLISHED, store).engine
    answer = engine.plan(Request("amend", {"summary": "Lots are allowed"}, case=RFP), MARIA)
    assert isinstance(answer, Accepted)
    [part] = answer.plan.parts
    assert part.letters
    before = store.load(RFP), store.outbox()
    case, cause, notice, recipient = store.outbox()[0].key
    again = part.letters[0]._replace(case=case, cause=cause, notice=notice, recipient=recipient)
    with pytest.raises(AssertionError):
        store.commit(Plan((part._replace(letters=(*part.letters, again)),)))
    assert (store.load(RFP), store.outbox()) == before


def test_l12_a_settled_reminder_is_neither_settled_again_nor_pending_again(store: Store) -> None:
    teller = told_to(PUBLISHED, store)
    _ring(teller, "2026-01-27 14:00")
    [row] = store.settled_reminders(RFP)
    letters, count = store.outbox(), len(store.journal(RFP))
    with pytest.raises(Conflict):
        store.remind(row, [], count)
    assert store.settled_reminders(RFP) == [row]
    # a move that was decided before the reminder was written still counts on it
    answer = teller.engine.plan(Request("amend", {"summary": "Lots are allowed"}, case=RFP), MARIA)
    assert isinstance(answer, Accepted)
    [part] = answer.plan.parts
    pending = row._replace(status="pending", settled_at=None)
    store.commit(Plan((part._replace(reminders=(*part.reminders, pending)),)))
    assert store.settled_reminders(RFP) == [row]
    teller.engine.settle()
    assert Counter(_reminded(teller)) == Counter(m.cause for m in letters if m.notice == REMINDER)


def test_l12_a_kill_between_a_reminder_and_its_letters_loses_neither(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    teller = told_to(PUBLISHED, store)
    at(teller, "2026-01-27 14:00")
    real = store.remind

    def stumbles(reminder: Reminder, letters: Collection[Letter], expects: int, line: str) -> None:
        real(reminder, [*letters, *letters], expects, line)

    with monkeypatch.context() as broken:
        broken.setattr(store, "remind", stumbles)
        with pytest.raises(AssertionError):
            teller.engine.settle()
    assert _reminded(teller) == []
    assert store.settled_reminders(RFP) == []
    teller.engine.settle()
    assert Counter(c.rpartition(":")[2] for c in _reminded(teller)) == {"P7D": 2}


def test_l12_whoever_is_addressed_twice_gets_one_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    teller = told_to(DRAFTED)
    engine = teller.engine
    audiences = engine.view(RFP).loaded.lifecycle.workflow.book.audiences
    both = ("person:maria", "role:officer")
    monkeypatch.setattr(audiences["registered_suppliers"], "call", lambda *_: both)
    at(teller, "2026-01-06 09:00")
    answer = done(engine, MARIA, "publish", proposals_due="2026-02-03 14:00")
    keys = [letter.recipient for letter in answer.plan.parts[0].letters]
    assert keys.count("person:maria") == 1


def test_l12_at_the_due_instant_itself_nobody_is_reminded_though_it_is_still_in_time() -> None:
    teller = told_to(PUBLISHED.replace('2026-01-20 16:00"', '2026-01-20 16:00" boundary=at'))
    at(teller, "2026-02-03 14:00")
    teller.engine.settle()
    assert teller.engine.view(RFP).loaded.case.state == "open"
    assert _reminded(teller) == []


def test_l12_a_rung_that_lies_behind_a_new_date_is_not_climbed() -> None:
    teller = told_to(PUBLISHED)
    at(teller, "2026-01-29 09:00")
    done(teller.engine, MARIA, "amend", summary="A day more", proposals_due="2026-02-04 14:00")
    teller.engine.settle()
    assert {cause.split(":")[2] for cause in _reminded(teller)} == {"1"}
    assert [row.offset for row in teller.engine.environment.store.reminders(case=RFP)] == [
        "P2D",
        "PT4H",
    ]


def test_l12_a_reminder_alone_is_enough_to_go_before_a_command() -> None:
    teller = told_to(
        PUBLISHED
        + "2026-01-20 16:00  clock  close_questions  -> open\n"
        + "2026-01-21 09:00  maria  file_paper paper=note file=@rfp.pdf  -> open\n"
    )
    at(teller, "2026-01-27 14:05")
    done(teller.engine, MARIA, "amend", summary="Lots are allowed as well")
    assert Counter(c.rpartition(":")[2] for c in _reminded(teller)) == {"P7D": 2}

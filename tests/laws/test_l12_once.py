"""L12: once, or known to be uncertain: letters and reminders."""

from collections import Counter

from solicitation_flow.simulation.telling import Teller
from tests.laws.prepared import MARIA, PUBLISHED, RECEIVED, RFP, at, done, told_to

REMINDER = "responses/reminder"


def _reminded(teller: Teller) -> list[str]:
    return [m.cause for m in teller.engine.rooms.store.outbox() if m.notice == REMINDER]


def _ring(teller: Teller, *walls: str) -> None:
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
    dropped = teller.engine.rooms.store.settled_reminders(RFP)
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
    count = len(teller.engine.rooms.store.journal(RFP))
    _ring(teller, "2026-01-20 15:00")
    before = len(teller.engine.rooms.store.journal(RFP))
    _ring(teller, "2026-01-27 14:00")
    commands = [e.command for e in teller.engine.rooms.store.journal(RFP)]
    assert (count, before) == (len(commands) - 1, len(commands) - 1)
    assert _reminded(teller)


def test_l12_one_letter_per_cause_notice_and_recipient() -> None:
    store = told_to(RECEIVED).engine.rooms.store
    keys = Counter(letter.key for letter in store.outbox())
    assert keys
    assert max(keys.values()) == 1

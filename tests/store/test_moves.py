"""Every store keeps a move whole, and refuses one that was decided on something older."""

from datetime import UTC, datetime
from typing import Any

import pytest

from solicitation_flow.errors import Conflict
from solicitation_flow.records import digest
from solicitation_flow.store import Store
from tests.ledgers import (
    at,
    deadline,
    duty,
    entry,
    fact,
    letter,
    opening,
    part,
    pin,
    plan,
    reminder,
)
from tests.store_fixtures import CHILD, OTHER, RFP, everything

# --- a case -----------------------------------------------------------------------------------


def test_an_unknown_case_is_nothing(store: Store) -> None:
    assert store.load(RFP) is None
    rows = [store.journal(RFP), store.settled_reminders(RFP), store.duties(case=RFP)]
    assert rows == [[], [], []]
    assert store.next_due() is None


def test_what_was_committed_is_loaded_as_it_was(store: Store) -> None:
    move = part(
        RFP,
        0,
        title="Grounds; “quoted” \u2603 \x00 text",
        facts=[fact("need", "the", says="swings"), fact("lot", "1", price="10.10")],
        deadlines=[deadline(RFP, "proposals", 9, boundary="at", fires_at=at(9, microseconds=1))],
        pins=[pin("rfp")],
    )
    store.commit(plan(move))
    loaded = store.load(RFP)
    assert loaded is not None
    assert loaded.header == move.header
    assert loaded.facts == move.facts
    assert loaded.deadlines == move.deadlines
    assert store.journal(RFP) == [move.entry]
    assert digest(store.journal(RFP)[0].text) == loaded.header.head


@pytest.mark.parametrize(
    "instant",
    [
        datetime(1969, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
        datetime(1, 1, 1, tzinfo=UTC),
        datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
    ],
)
def test_an_instant_is_kept_to_the_microsecond(store: Store, instant: datetime) -> None:
    due = deadline(RFP, "far", 0, due_at=instant, fires_at=instant)
    store.commit(opening(RFP, deadlines=[due], effective_at=instant))
    assert store.deadlines() == [due]
    assert store.next_due() == instant
    assert store.due(instant) == store.due(instant, [RFP]) == [due]


def test_a_later_fact_replaces_the_one_with_its_key_and_keeps_its_place(store: Store) -> None:
    first = part(RFP, 0, facts=[fact("lot", "10"), fact("lot", "9"), fact("need", "the")])
    store.commit(plan(first))
    news = [fact("ask", "1"), fact("lot", "9", price="2")]
    store.commit(plan(part(RFP, 1, first.entry.hash, facts=news)))
    loaded = store.load(RFP)
    assert loaded is not None
    assert loaded.facts == (fact("lot", "10"), news[1], fact("need", "the"), news[0])


def test_every_column_a_list_shows_follows_the_move(store: Store) -> None:
    store.commit(opening(RFP))
    news: dict[str, Any] = {
        "state": "open",
        "phase": "issuance",
        "title": "New",
        "owner": "ann",
        "version": 2,
    }
    moves = [{}, news, news | {"held": {"workflow": "x"}}]
    for expects, changes in enumerate(moves, start=1):
        move = part(RFP, expects, **changes)
        store.commit(plan(move))
        assert store.find() == [move.header]


def test_case_numbers_may_hold_any_text(store: Store) -> None:
    for number in ("a'b", 'a"b', "a%", "a_", "ä", "A", " "):
        store.commit(opening(number, facts=[fact("need", "'; --")]))
        loaded = store.load(number)
        assert loaded is not None
        assert loaded.header.number == number
    assert store.load("a") is None


# --- someone moved first ----------------------------------------------------------------------


def test_a_move_decided_on_another_history_of_the_case_is_a_conflict(store: Store) -> None:
    store.commit(opening(RFP))
    with pytest.raises(Conflict, match="is not the one this command was decided on"):
        store.commit(plan(part(RFP, 1, "f" * 64)))
    assert len(store.journal(RFP)) == 1


def test_a_case_that_has_moved_is_a_conflict(store: Store) -> None:
    store.commit(opening(RFP))
    store.commit(plan(part(RFP, 1)))
    before = everything(store)
    with pytest.raises(Conflict, match=r"RFP-2026-014 has moved: .* 1, now at move 2"):
        store.commit(plan(part(RFP, 1, state="open", facts=[fact("need", "x")])))
    assert everything(store) == before


def test_a_number_that_is_taken_is_a_conflict(store: Store) -> None:
    store.commit(opening(RFP))
    before = everything(store)
    with pytest.raises(Conflict, match="is taken"):
        store.commit(opening(RFP, title="Another"))
    assert everything(store) == before


def test_a_case_that_is_gone_is_a_conflict(store: Store) -> None:
    with pytest.raises(Conflict):
        store.commit(plan(part(RFP, 3)))


def test_a_parent_that_has_moved_is_a_conflict(store: Store) -> None:
    store.commit(opening(RFP))
    store.commit(plan(part(CHILD, 0, parent_move=1, parent=RFP)))
    store.commit(plan(part(RFP, 1)))
    before = everything(store)
    with pytest.raises(Conflict, match=r"RFP-2026-014 has moved"):
        store.commit(plan(part(CHILD, 1, parent_move=1, parent=RFP)))
    assert everything(store) == before
    store.commit(plan(part(CHILD, 1, parent_move=2, parent=RFP)))


@pytest.mark.parametrize(("seen", "stands"), [(1, True), (2, True), (0, False), (3, False)])
def test_a_parent_that_moves_in_the_same_plan_was_read_before_or_after(
    store: Store, seen: int, stands: bool
) -> None:
    store.commit(opening(RFP))
    award = plan(part(RFP, 1), part(CHILD, 0, parent_move=seen, parent=RFP))
    if stands:
        store.commit(award)
    else:
        with pytest.raises(Conflict):
            store.commit(award)
    assert (store.load(CHILD) is not None) == stands


def test_a_plan_may_move_one_case_twice(store: Store) -> None:
    store.commit(plan(part(RFP, 0), part(RFP, 1, facts=[fact("need", "the")])))
    assert [one.number for one in store.journal(RFP)] == [1, 2]


# --- together or not at all -------------------------------------------------------------------


def test_l2_when_the_second_part_conflicts_the_first_is_not_there(store: Store) -> None:
    store.commit(opening(RFP))
    store.commit(opening(OTHER))
    store.commit(plan(part(OTHER, 1)))
    before = everything(store)
    first = part(
        RFP,
        1,
        state="awarded",
        facts=[fact("award", "the")],
        deadlines=[deadline(RFP, "protest", 10)],
        reminders=[reminder(RFP, "protest", 8)],
        duties=[duty(RFP, "sign")],
        letters=[letter(RFP, "entry:2")],
        pins=[pin("rfp")],
    )
    with pytest.raises(Conflict):
        store.commit(plan(first, part(OTHER, 1), clock="later"))
    assert everything(store) == before
    store.commit(plan(first, part(OTHER, 2), clock="later"))
    assert store.setting("clock") == "later"
    assert store.outbox() == [letter(RFP, "entry:2")]


@pytest.mark.parametrize(
    "wrong",
    [
        part(RFP, 1)._replace(entry=entry(RFP, 3)),
        part(RFP, 1)._replace(entry=entry(OTHER, 2)),
        part(RFP, 1)._replace(entry=entry(RFP, 2, "another")),
        part(RFP, 1, deadlines=[deadline(OTHER, "due", 1)]),
        part(RFP, 1, deadlines=[deadline(RFP, "due", 1), deadline(RFP, "due", 2)]),
        part(RFP, 1, reminders=[reminder(RFP, "due", 1), reminder(RFP, "due", 2)]),
    ],
    ids=["skips", "strays", "forks", "row-strays", "deadline-twice", "reminder-twice"],
)
def test_a_plan_that_contradicts_itself_is_a_bug_and_changes_nothing(
    store: Store, wrong: Any
) -> None:
    store.commit(opening(RFP))
    before = everything(store)
    with pytest.raises(AssertionError):
        store.commit(plan(part(OTHER, 0), wrong))
    assert everything(store) == before

"""One suite for every store: what memory does, a file does; what a file fears has tests below."""

import os
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from solicitation_flow.errors import (
    Conflict,
    NewerDatabase,
    NotFound,
    OlderDatabase,
    Suggestion,
    Trouble,
)
from solicitation_flow.records import digest
from solicitation_flow.records.ledger import Reminder
from solicitation_flow.store import Store, row_mapping
from solicitation_flow.store.memory import MemoryStore
from solicitation_flow.store.sqlite import SqliteStore
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
from tests.store_fixtures import fresh_db, opened

RFP, CHILD, OTHER = "RFP-2026-014", "RFP-2026-014-A1", "RFP-2026-015"


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    kept: Store = MemoryStore() if request.param == "memory" else opened(fresh_db(tmp_path))
    yield kept
    kept.close()


def everything(store: Store) -> dict[str, Any]:
    """All a store holds, to see that nothing changed."""
    numbers = [header.number for header in store.find()]
    return {
        "cases": [store.load(number) for number in numbers],
        "journals": [store.journal(number) for number in numbers],
        "deadlines": store.deadlines(),
        "reminders": store.reminders(),
        "settled": [store.settled_reminders(number) for number in numbers],
        "duties": store.duties(),
        "outbox": store.outbox(),
        "pins": store.pinned("workflow", "rfp"),
        "clock": store.setting("clock"),
        "accesses": store.accesses(),
    }


# --- a case ------------------------------------------------------------------------------------


def test_an_unknown_case_is_nothing(store: Store) -> None:
    assert store.load(RFP) is None
    found = [store.journal(RFP), store.settled_reminders(RFP), store.duties(case=RFP)]
    assert found == [[], [], []]
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


# --- someone moved first -----------------------------------------------------------------------


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


# --- together or not at all --------------------------------------------------------------------


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


# --- what is due -------------------------------------------------------------------------------


def test_deadlines_come_in_their_one_order(store: Store) -> None:
    rfp = [
        deadline(RFP, "questions", 5),
        deadline(RFP, "award", 7, "b"),
        deadline(RFP, "award", 7, "a"),
        deadline(RFP, "met", 1, status="met"),
        deadline(RFP, "dropped", 1, status="dropped"),
    ]
    other = [deadline(OTHER, "award", 7), deadline(OTHER, "early", 2)]
    store.commit(plan(part(OTHER, 0, deadlines=other), part(RFP, 0, deadlines=rfp)))
    in_order = [other[1], rfp[0], rfp[2], rfp[1], other[0]]
    assert store.deadlines() == in_order
    assert store.deadlines(at(7)) == store.due(at(7)) == in_order
    assert store.due(at(7, microseconds=-1)) == in_order[:2]
    assert store.due(at(9), [RFP]) == in_order[1:4]
    assert store.due(at(9), {OTHER, RFP, "nobody"}) == in_order
    assert store.due(at(9), []) == []
    assert store.next_due() == at(2)
    loaded = store.load(RFP)
    assert loaded is not None
    names = [one.name for one in loaded.deadlines]
    assert names == ["award", "award", "dropped", "met", "questions"]


def test_a_move_rewrites_the_deadlines_of_its_case_and_no_other(store: Store) -> None:
    store.commit(opening(OTHER, deadlines=[deadline(OTHER, "due", 1)]))
    store.commit(opening(RFP, deadlines=[deadline(RFP, "a", 2), deadline(RFP, "b", 3)]))
    moved = deadline(RFP, "a", 5, revision=2)
    store.commit(plan(part(RFP, 1, deadlines=[moved, deadline(RFP, "b", 3, status="met")])))
    assert store.deadlines() == [deadline(OTHER, "due", 1), moved]
    store.commit(plan(part(RFP, 2, deadlines=[moved._replace(printed="noon")])))
    assert store.due(at(9), [RFP]) == [moved._replace(printed="noon")]
    store.commit(plan(part(RFP, 3)))
    assert store.next_due() == at(1)
    assert store.due(at(9), [RFP]) == []


# --- reminders ---------------------------------------------------------------------------------


def sent(one: Reminder) -> Reminder:
    return one._replace(status="sent", settled_at=at(4))


def test_reminders_come_in_order_and_follow_the_move(store: Store) -> None:
    later, sooner = reminder(RFP, "due", 3), reminder(RFP, "due", 2, offset="P3D")
    other = reminder(OTHER, "due", 2)
    store.commit(opening(RFP, reminders=[later, sooner]))
    store.commit(opening(OTHER, reminders=[other]))
    assert store.reminders() == [sooner, other, later]
    assert store.reminders(at(2)) == [sooner, other]
    assert store.reminders(at(2), RFP) == [sooner]
    assert store.reminders(case=OTHER) == [other]
    assert store.reminders(case="nobody") == []
    assert store.next_due() == at(2)
    moved = reminder(RFP, "due", 1, revision=2)
    store.commit(plan(part(RFP, 1, reminders=[moved])))
    assert store.reminders() == [moved, other]
    assert store.next_due() == at(1)


def test_a_reminder_is_settled_once_with_its_letters(store: Store) -> None:
    one = reminder(RFP, "due", 2)
    store.commit(opening(RFP, reminders=[one]))
    written = [letter(RFP, one.cause), letter(RFP, one.cause, "zenith")]
    store.remind(sent(one), written, 1)
    assert store.reminders() == []
    assert store.next_due() is None
    assert store.settled_reminders(RFP) == [sent(one)]
    assert store.outbox() == written
    before = everything(store)
    with pytest.raises(Conflict, match="no longer pending"):
        store.remind(one._replace(status="dropped"), [], 1)
    assert everything(store) == before


def test_a_reminder_that_is_dropped_leaves_its_line_in_the_access_log_or_nothing(
    store: Store,
) -> None:
    one = reminder(RFP, "due", 2)
    store.commit(opening(RFP, reminders=[one]))
    gone = one._replace(status="dropped", settled_at=at(3))
    with pytest.raises(Conflict):
        store.remind(gone, [], 2, "never")
    assert store.accesses() == []
    store.remind(gone, [], 1, "dropped")
    assert store.settled_reminders(RFP) == [gone]
    assert [line.text for line in store.accesses()] == ["dropped"]


def test_a_reminder_of_a_case_that_has_moved_is_a_conflict(store: Store) -> None:
    one = reminder(RFP, "due", 2)
    store.commit(opening(RFP, reminders=[one]))
    store.commit(plan(part(RFP, 1)))
    for expects in (1, 2):
        with pytest.raises(Conflict):
            store.remind(sent(one), [letter(RFP, one.cause)], expects)
    assert store.outbox() == []
    assert store.settled_reminders(RFP) == []


def test_a_settled_reminder_stays_settled_when_a_move_still_counts_on_it(store: Store) -> None:
    one, two = reminder(RFP, "due", 2), reminder(RFP, "due", 3, offset="P1D")
    store.commit(opening(RFP, reminders=[one, two]))
    store.remind(sent(one), [], 1)
    store.commit(plan(part(RFP, 1, reminders=[one, two])))
    assert store.reminders() == [two]
    assert store.settled_reminders(RFP) == [sent(one)]
    store.commit(plan(part(RFP, 2)))
    assert store.reminders() == []
    assert store.settled_reminders(RFP) == [sent(one)]


# --- duties ------------------------------------------------------------------------------------


def test_duties_come_by_due_date_then_case_and_command(store: Store) -> None:
    rfp = [duty(RFP, "sign"), duty(RFP, "score", "ann", 5), duty(RFP, "answer", "ann", 5)]
    other = [duty(OTHER, "approve", hours=5), duty(OTHER, "approve", "bob", 1)]
    store.commit(plan(part(OTHER, 0, duties=other), part(RFP, 0, duties=rfp)))
    assert store.duties() == [other[1], rfp[2], rfp[1], other[0], rfp[0]]
    assert store.duties(["ann", "bob", "nobody"]) == [other[1], rfp[2], rfp[1]]
    assert store.duties(case=RFP) == [rfp[2], rfp[1], rfp[0]]
    assert store.duties({"role:officer"}, RFP) == [rfp[0]]
    assert store.duties([]) == store.duties(case="nobody") == []
    store.commit(plan(part(RFP, 1, duties=[rfp[2], rfp[1]])))
    assert store.duties(case=RFP) == [rfp[2], rfp[1]]
    store.commit(plan(part(RFP, 2)))
    assert store.duties() == [other[1], other[0]]


# --- letters -----------------------------------------------------------------------------------


def test_letters_come_in_the_order_they_were_written(store: Store) -> None:
    letters = [letter(RFP, "entry:1", name) for name in ("zenith", "acme", "mid")]
    other = letter(OTHER, "entry:1")
    store.commit(plan(part(RFP, 0, letters=letters), part(OTHER, 0, letters=[other])))
    assert store.outbox() == [*letters, other]
    assert store.outbox(case=OTHER) == store.outbox("queued", OTHER) == [other]
    assert store.outbox("sent") == store.outbox("uncertain") == []


def test_l12_the_same_letter_twice_is_a_bug_and_nothing_is_stored(store: Store) -> None:
    one = letter(RFP, "entry:1")
    store.commit(opening(RFP, letters=[one], reminders=[reminder(RFP, "due", 2)]))
    before = everything(store)
    again = one._replace(message="other words", digest="d" * 64)
    with pytest.raises(AssertionError):
        store.commit(plan(part(RFP, 1, facts=[fact("need", "the")], letters=[again])))
    with pytest.raises(AssertionError):
        store.commit(plan(part(RFP, 1, letters=[letter(RFP, "entry:2")] * 2)))
    with pytest.raises(AssertionError):
        store.remind(sent(reminder(RFP, "due", 2)), [one], 1)
    assert everything(store) == before
    other = [
        one._replace(cause="entry:2"),
        one._replace(notice="x"),
        one._replace(recipient="y"),
    ]
    store.commit(plan(part(RFP, 1, letters=other)))
    assert len(store.outbox()) == 4


def test_a_mark_counts_only_from_the_status_it_was_seen_in(store: Store) -> None:
    one, two = letter(RFP, "entry:1"), letter(RFP, "entry:1", "zenith")
    store.commit(opening(RFP, letters=[one, two]))
    sending = one._replace(status="sending")
    assert store.mark(sending, "queued")
    assert not store.mark(sending, "queued")
    assert store.outbox("sending") == [sending]
    troubled = one._replace(trouble="the folder is gone")
    assert store.mark(troubled, "sending")
    assert store.outbox("queued") == [troubled, two]
    done = one._replace(status="sent", settled_at=at(3))
    assert store.mark(done._replace(message="other words"), "queued")
    assert store.outbox("sent") == store.outbox("sent", RFP) == [done]
    assert store.outbox() == [done, two]
    assert not store.mark(letter(RFP, "entry:9"), "queued")


def test_open_letters_are_found_by_each_status(store: Store) -> None:
    letters = [letter(RFP, "entry:1", name) for name in "abcd"]
    store.commit(opening(RFP, letters=letters))
    a, b, c, d = letters
    marks = [
        a._replace(trouble="none"),
        b._replace(status="sending"),
        c._replace(status="uncertain"),
        d._replace(status="sent"),
    ]
    assert all(store.mark(one, "queued") for one in marks)
    assert [store.outbox(one.status) for one in marks] == [[one] for one in marks]


# --- definitions, settings, numbers, access ----------------------------------------------------


def test_a_definition_is_pinned_once(store: Store) -> None:
    first, second = pin("rfp", "1"), pin("rfp", "2")
    store.commit(opening(RFP, pins=[second, pin("rfp", kind="profile")]))
    store.commit(opening(OTHER, pins=[first, second, first]))
    assert store.pinned("workflow", "rfp") == [second, first]
    assert store.pin(first.sha256) == first
    assert store.pin("0" * 64) is None
    assert store.pinned("program", "rfp") == []


def test_settings_are_kept_with_a_move_or_without(store: Store) -> None:
    assert store.setting("clock") is None
    store.settings({"clock": "noon", "speed": "1"})
    store.commit(plan(part(RFP, 0), clock="one"))
    assert (store.setting("clock"), store.setting("speed")) == ("one", "1")
    store.commit(plan(clock="two"))
    assert store.setting("clock") == "two"


def test_numbers_count_on_within_their_series(store: Store) -> None:
    assert store.number("RFP-2026-") == 1
    for number in ("RFP-2026-009", RFP, "RFP-2026-1000", "RFP-2027-002", "RFP-2026-x", "RFP-2026-"):
        store.commit(opening(number))
    store.commit(opening(CHILD))
    store.commit(opening("RFP-2026-014-A1X"))
    assert store.number("RFP-2026-") == 1001
    assert store.number("RFP-2027-") == 3
    assert store.number("RFP-2026-014-A") == 2
    assert store.number("RFP-2026-009-A") == 1
    assert store.number("rfp-2026-") == 1


def test_a_prefix_that_ends_in_a_digit_counts_what_follows_it(store: Store) -> None:
    for number in ("P2026007", "P202", "P2026", "P2027001", "P2026-9"):
        store.commit(opening(number))
    assert store.number("P2026") == 8
    assert store.number("P2025") == 1
    assert store.number("P2029") == 1


def test_a_count_too_long_for_a_database_is_no_count(store: Store) -> None:
    store.commit(opening("RFP-" + "9" * 30))
    assert store.number("RFP-") == 1


def test_cases_are_found_by_what_lists_show(store: Store) -> None:
    store.commit(opening(OTHER, state="open", phase="issuance", owner="ann"))
    store.commit(opening(RFP))
    store.commit(opening(CHILD, workflow="agreement", parent=RFP))

    def numbers(**asked: Any) -> list[str]:
        return [header.number for header in store.find(**asked)]

    assert numbers() == numbers(state=None) == [RFP, CHILD, OTHER]
    assert numbers(workflow="rfp") == [RFP, OTHER]
    assert numbers(workflow="rfp", state="open") == numbers(phase="issuance") == [OTHER]
    assert numbers(owner="ann", parent="") == [OTHER]
    assert numbers(parent=RFP) == [CHILD]
    assert numbers(parent="nobody") == []
    with pytest.raises(AssertionError, match="colour"):
        numbers(colour="red")


def test_every_case_is_named_with_how_it_is_counted(store: Store) -> None:
    assert store.numbers() == {}
    for number in (RFP, "P-maria", "RFP-2026-002"):
        store.commit(opening(number))
    assert list(store.numbers().items()) == [
        ("P-maria", ("P-maria", None)),
        ("RFP-2026-002", ("RFP-2026-", 2)),
        (RFP, ("RFP-2026-", 14)),
    ]


def test_the_end_of_the_access_log_is_kept_beside_it(store: Store) -> None:
    assert store.setting("access_last") is None
    for text in ("ann opened 1", "bob tried 2"):
        line = store.access(text)
        assert store.setting("access_last") == f"{line.number} {line.hash}"


def test_the_access_log_is_chained(store: Store) -> None:
    lines = [store.access(text) for text in ("ann opened 1", "bob tried 2", "")]
    assert store.accesses() == lines
    assert [line.number for line in lines] == [1, 2, 3]
    before = ""
    for line in lines:
        assert line.hash == digest(before + line.text)
        before = line.hash


# --- only a file -------------------------------------------------------------------------------


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return fresh_db(tmp_path)


@pytest.fixture
def office(path: Path) -> Iterator[SqliteStore]:
    kept = opened(path)
    yield kept
    kept.close()


def test_a_reopened_file_holds_what_was_stored(path: Path) -> None:
    first = opened(path)
    first.commit(
        opening(
            RFP,
            facts=[fact("need", "the")],
            deadlines=[deadline(RFP, "due", 3)],
            reminders=[reminder(RFP, "due", 2)],
            duties=[duty(RFP, "sign", hours=2)],
            letters=[letter(RFP, "entry:1")],
            pins=[pin("rfp")],
        )
    )
    first.access("opened")
    before = everything(first)
    first.close()
    second = SqliteStore(path)
    assert everything(second) == before
    second.close()


def test_a_missing_database_says_how_to_begin(tmp_path: Path) -> None:
    with pytest.raises(NotFound) as caught:
        SqliteStore(tmp_path / "solflow.db")
    assert caught.value.next == Suggestion("init")
    assert not list(tmp_path.iterdir())


def test_a_locked_database_is_a_conflict_and_the_command_works_afterwards(
    path: Path, office: SqliteStore
) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    for write in (
        lambda: office.commit(opening(RFP)),
        lambda: office.settings({"clock": "noon"}),
        lambda: office.access("opened"),
    ):
        with pytest.raises(Conflict, match="locked") as caught:
            write()
        assert caught.value.exit_code == 5
    assert office.find() == []
    other.execute("COMMIT")
    other.close()
    office.commit(opening(RFP))
    assert len(office.journal(RFP)) == 1


def test_a_database_that_is_locked_whole_cannot_even_be_opened(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(Conflict, match="locked"):
        opened(path)
    other.close()


def test_two_officers_cannot_make_the_same_move(path: Path, office: SqliteStore) -> None:
    office.commit(opening(RFP))
    other = opened(path)
    other.commit(plan(part(RFP, 1)))
    with pytest.raises(Conflict, match="has moved"):
        office.commit(plan(part(RFP, 1)))
    other.close()


def test_threads_that_share_a_store_take_turns(office: SqliteStore) -> None:
    def work(case: str) -> int:
        office.commit(opening(case))
        for expects in range(1, 30):
            office.commit(plan(part(case, expects)))
            assert office.load(case) is not None
            office.access(case)
        return len(office.journal(case))

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(work, ["A", "B", "C", "D"])) == [30] * 4
    assert len(office.accesses()) == 29 * 4


def test_a_full_disk_is_trouble_and_stores_nothing(office: SqliteStore) -> None:
    office.commit(opening(RFP))
    before = everything(office)
    office._db.execute("PRAGMA max_page_count = 1")
    big = plan(part(OTHER, 0), part(RFP, 1, facts=[fact("need", "the", says="x" * 100_000)]))
    with pytest.raises(Trouble, match="full"):
        office.commit(big)
    assert everything(office) == before
    office._db.execute("PRAGMA max_page_count = 1000000")
    office.commit(big)
    assert len(office.journal(RFP)) == 2


def test_a_database_that_may_not_be_written_is_trouble(office: SqliteStore) -> None:
    office.commit(opening(RFP))
    office._db.execute("PRAGMA query_only = ON")
    with pytest.raises(Trouble, match="may not be written"):
        office.commit(plan(part(RFP, 1)))
    with pytest.raises(Trouble):
        office.access("opened")
    assert len(office.journal(RFP)) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only to root")
def test_a_read_only_file_is_trouble(path: Path) -> None:
    path.chmod(0o400)
    with closing(opened(path)) as kept, pytest.raises(Trouble, match="may not be written"):
        kept.commit(opening(RFP))


@pytest.mark.parametrize("content", [b"not a database at all, but quite some text" * 40, b"short"])
def test_a_file_that_is_no_database_is_trouble(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "solflow.db"
    path.write_bytes(content)
    with pytest.raises(Trouble, match="is not a database"):
        opened(path)
    assert path.read_bytes() == content


def test_a_damaged_database_is_trouble(path: Path) -> None:
    kept = opened(path)
    for number in range(40):
        kept.commit(opening(f"RFP-{number}", facts=[fact("need", "the", says="x" * 900)]))
    kept.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xa5" * (len(whole) - 4096))
    with pytest.raises(Trouble, match="damaged"):
        opened(path)


def test_a_folder_is_not_a_database(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        opened(tmp_path)


@pytest.mark.parametrize(
    ("version", "error", "follows"),
    [("0000", OlderDatabase, Suggestion("upgrade")), ("9999", NewerDatabase, None)],
)
def test_an_older_or_newer_database_is_refused_and_left_alone(
    path: Path, version: str, error: type[Trouble], follows: Suggestion | None
) -> None:
    with sqlite3.connect(path) as db:
        db.execute("UPDATE alembic_version SET version_num = ?", (version,))
    db.close()
    before = path.read_bytes()
    with pytest.raises(error, match=version) as caught:
        opened(path)
    assert caught.value.next == follows
    assert path.read_bytes() == before


def test_an_empty_file_is_an_older_database(tmp_path: Path) -> None:
    (tmp_path / "solflow.db").touch()
    with pytest.raises(OlderDatabase):
        opened(tmp_path / "solflow.db")


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "contacts.db"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE alembic_version (version_num TEXT)")
    db.close()
    before = path.read_bytes()
    with pytest.raises(Trouble, match="another program"):
        opened(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET text = 'x'",
        "DELETE FROM journal",
        "REPLACE INTO journal SELECT * FROM journal",
        "UPDATE access SET text = 'x'",
        "DELETE FROM access",
        "REPLACE INTO access SELECT * FROM access",
        'REPLACE INTO journal SELECT 99, "case", number, command, 1, 1, text, hash FROM journal',
    ],
)
def test_l8_what_is_in_the_journal_stays(path: Path, office: SqliteStore, statement: str) -> None:
    office.commit(opening(RFP))
    office.access("opened")
    before = everything(office)
    stranger = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
        stranger.execute(statement)
    stranger.close()
    assert everything(office) == before


def test_an_entry_is_inserted_never_merged(office: SqliteStore) -> None:
    office.commit(opening(RFP))
    office._db.execute("UPDATE case_header SET count = 0")
    before = office.journal(RFP)
    with pytest.raises(AssertionError):
        office.commit(plan(part(RFP, 1)._replace(expects=0)))
    assert office.journal(RFP) == before


def test_a_file_is_opened_the_way_an_office_needs(path: Path) -> None:
    kept = SqliteStore(path)

    def pragma(name: str) -> Any:
        return kept._db.execute(f"PRAGMA {name}").fetchone()[0]

    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == 2
    assert pragma("foreign_keys") == 1
    assert pragma("busy_timeout") == 5_000
    assert pragma("wal_autocheckpoint") == 10_000
    kept.close()


def test_instants_are_integers_and_everything_else_is_text(office: SqliteStore) -> None:
    office.commit(
        opening(
            RFP,
            facts=[fact("price", "acme", amount="10.10")],
            deadlines=[deadline(RFP, "due", 3)],
            letters=[letter(RFP, "entry:1")],
        )
    )
    for table in ("case_header", "record", "journal", "deadline", "outbox"):
        (row,) = office._db.execute(f"SELECT * FROM {table}")  # noqa: S608  a name above
        assert {type(value) for value in row} <= {int, str, type(None)}
    (stored,) = office._db.execute("SELECT fires_at FROM deadline").fetchone()
    assert row_mapping.instant(stored) == at(3)


@pytest.mark.parametrize(
    ("ask", "index"),
    [
        (lambda store: store.due(at(9)), "deadline_unmet"),
        (lambda store: store.due(at(9), [RFP]), "PRIMARY KEY"),
        (lambda store: store.reminders(at(9)), "reminder_pending"),
        (lambda store: store.reminders(at(9), RFP), "PRIMARY KEY"),
        (lambda store: store.next_due(), "deadline_unmet"),
        (lambda store: store.next_due(), "reminder_pending"),
        (lambda store: store.duties(["ann"]), "duty_by_owes"),
        (lambda store: store.outbox("queued"), "outbox_open"),
        (lambda store: store.outbox(case=RFP), "outbox_once"),
        (lambda store: store.journal(RFP), "journal_once"),
        (lambda store: store.number("RFP-"), "case_header_by_series"),
        (lambda store: store.find(workflow="rfp", state="open"), "case_header_by_state"),
        (lambda store: store.find(parent=RFP), "case_header_by_parent"),
        (lambda store: store.find(owner="ann"), "case_header_by_owner"),
        (lambda store: store.find(phase="award"), "case_header_by_phase"),
        (lambda store: store.pin("0" * 64), "pinned_once"),
        (lambda store: store.pinned("workflow", "rfp"), "pinned_by_name"),
    ],
)
def test_no_question_reads_a_whole_table(office: SqliteStore, ask: Any, index: str) -> None:
    office.commit(opening(RFP, duties=[duty(RFP, "sign", "ann")]))
    asked: list[str] = []
    office._db.set_trace_callback(asked.append)
    ask(office)
    office._db.set_trace_callback(None)
    steps = [
        detail
        for statement in asked
        for *_, detail in office._db.execute(f"EXPLAIN QUERY PLAN {statement}")
    ]
    assert any(index in step for step in steps), steps
    scans = [step for step in steps if step.startswith("SCAN") and "INDEX" not in step]
    assert all("(subquery" in scan for scan in scans), scans

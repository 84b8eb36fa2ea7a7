"""Every store says what is due, what is to be reminded of and who owes what, in one order."""

import pytest

from solicitation_flow.errors import Conflict
from solicitation_flow.store import Store
from tests.ledgers import at, deadline, duty, letter, opening, part, plan, reminder, sent
from tests.store_fixtures import OTHER, RFP, everything

# --- what is due ------------------------------------------------------------------------------


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


# --- reminders --------------------------------------------------------------------------------


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


# --- duties -----------------------------------------------------------------------------------


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

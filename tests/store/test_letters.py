"""Every store keeps letters in the order they were written, and what became of each."""

import pytest

from solicitation_flow.store import Store
from tests.ledgers import at, fact, letter, opening, part, plan, reminder, sent
from tests.store_fixtures import OTHER, RFP, everything


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

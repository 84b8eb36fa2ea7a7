"""Every store lists cases and definitions, counts numbers, and keeps settings and a log."""

from typing import Any

import pytest

from solicitation_flow.records import digest
from solicitation_flow.store import Store
from tests.ledgers import opening, part, pin, plan
from tests.store_fixtures import CHILD, OTHER, RFP


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


def test_a_list_is_read_page_by_page(store: Store) -> None:
    numbers = [f"RFP-{count}" for count in range(1, 8)]
    for number in reversed(numbers):
        store.commit(opening(number, owner="ann" if number != "RFP-3" else "bob"))
    store.commit(opening("P-maria", workflow="person"))

    def page(after: str = "", limit: int | None = 3, **asked: Any) -> list[str]:
        return [header.number for header in store.find(after=after, limit=limit, **asked)]

    assert page() == ["P-maria", "RFP-1", "RFP-2"]
    assert page(without=["person", "supplier"]) == numbers[:3]
    assert page("RFP-3", without=["person"]) == numbers[3:6]
    assert page("RFP-6") == ["RFP-7"]
    assert page("RFP-7") == page(limit=0) == []
    assert page("RFP-1x", limit=None, workflow="rfp") == numbers[1:]
    assert page("RFP-1", owner="ann") == ["RFP-2", "RFP-4", "RFP-5"]


def test_cases_are_counted_as_they_are_found(store: Store) -> None:
    for number in ("RFP-1", "RFP-2"):
        store.commit(opening(number))
    store.commit(opening("P-maria", workflow="person", state="active"))
    questions: tuple[dict[str, Any], ...] = ({}, {"workflow": "rfp"}, {"state": "active"})
    for question in questions:
        assert store.count(**question) == len(store.find(**question))
    assert store.count(workflow="rfp", state=None) == 2
    assert store.count(owner="nobody") == 0

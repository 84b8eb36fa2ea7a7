"""A crowd is counted, and its first few named, without its entries being read."""

from typing import Any

from solicitation_flow.engine.people import People, RegisterKeys
from solicitation_flow.records.ledger import Header
from solicitation_flow.store.memory import MemoryStore
from solicitation_flow.workflow.headings import Heading
from tests.ledgers import opening


class CountingStore(MemoryStore):
    """A store that keeps how many headers it handed out."""

    def __init__(self) -> None:
        super().__init__()
        self.headers = 0

    def find(self, **wanted: Any) -> list[Header]:
        headers = super().find(**wanted)
        self.headers += len(headers)
        return headers

    def count(self, **wanted: Any) -> int:
        return len(super().find(**wanted))


SUPPLIERS = Heading("supplier", "register", "S-{key}")


def crowd(size: int) -> CountingStore:
    store = CountingStore()
    for place in range(size):
        number = f"S-firm-{place:03}"
        store.commit(opening(number, workflow="supplier", state="active", phase="registers"))
    store.commit(opening("S-gone", workflow="supplier", state="left", phase="registers"))
    return store


def test_the_first_of_a_register_are_named_and_the_rest_counted() -> None:
    store = crowd(100)
    people = People(["person:maria"], RegisterKeys(store, SUPPLIERS))
    assert len(people) == 101
    assert people[:3] == ["person:maria", "supplier:firm-000", "supplier:firm-001"]
    assert people[1] == "supplier:firm-000"
    assert store.headers < 5


def test_everybody_is_named_to_whoever_goes_through_them() -> None:
    people = People([], RegisterKeys(crowd(3), SUPPLIERS), ["person:grace"])
    everybody = ["supplier:firm-000", "supplier:firm-001", "supplier:firm-002", "person:grace"]
    assert list(people) == everybody
    assert people == tuple(everybody)
    assert people[-1] == "person:grace"
    assert people[1:] == everybody[1:]
    assert "supplier:firm-002" in people
    assert not People([], RegisterKeys(crowd(0), SUPPLIERS))

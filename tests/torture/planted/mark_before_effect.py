"""A deadline is marked as met in a transaction of its own, before its move is stored."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from solicitation_flow.engine.loading import Loaded
from solicitation_flow.engine.settling import Settler
from solicitation_flow.records.ledger import Deadline
from solicitation_flow.store.memory import MemoryStore
from tests.torture.faults import FaultyStore


@contextmanager
def planted() -> Iterator[None]:
    """Settle as somebody might who fears to fire a deadline twice."""
    sound = Settler.planned

    def marks_first(self: Settler, loaded: Loaded, row: Deadline, *rest: Any) -> Any:
        answer = sound(self, loaded, row, *rest)
        store = self.environment.store
        # a reader settles in memory and gives the cases it has moved already: it marks nothing
        if len(rest) == 1 and isinstance(store, FaultyStore):
            store.write("met", lambda kept: _met(kept, row))
        return answer

    Settler.planned = marks_first  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        Settler.planned = sound  # type: ignore[method-assign]


def _met(store: MemoryStore, row: Deadline) -> None:
    """UPDATE deadline SET status = 'met' WHERE ..."""
    folder = store._cases[row.case]
    met = row._replace(status="met")
    others = [deadline for deadline in folder.deadlines.values() if deadline != row]
    store._set_deadlines(folder, [*others, met])

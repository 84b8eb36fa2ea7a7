"""Lists cases, each with the date it waits for, by what a reader wants to see."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from heapq import merge

from solicitation_flow.engine.queries import Queries
from solicitation_flow.records.ledger import Deadline, Header

_FIRST_READ, _MOST_READ = 64, 1_024
"""How many headers are read at a time: few at first, since most readers want one page."""

_EVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cases to list; None means any."""

    workflow: str | None = None
    state: str | None = None
    phase: str | None = None
    owner: str | None = None
    due_by: datetime | None = None

    def fits(self, case: "ListedCase") -> bool:
        """Return whether a case is among those wanted."""
        header = case.header
        for name in ("workflow", "state", "phase", "owner"):
            if getattr(self, name) not in (None, getattr(header, name)):
                return False
        if self.due_by is None:
            return True
        return case.next_due is not None and case.next_due.due_at <= self.due_by


@dataclass(frozen=True, slots=True)
class ListedCase:
    """A case in a list: its header, what it waits for, and how many moves are not recorded yet."""

    header: Header
    next_due: Deadline | None
    unrecorded: int


def listed(queries: Queries, wanted: Wanted, after: str = "") -> Iterator[ListedCase]:
    """Yield the cases wanted whose numbers come after one, by number, reading as they are needed.

    Those with something due are settled in memory: they may stand elsewhere than is stored.
    """
    store, without = queries.environment.store, _left_out(queries, wanted)
    passed = {deadline.case for deadline in store.due(queries.environment.clock.now())}
    late = sorted(number for number in passed if number > after)
    stored = (case for case in _stored(queries, wanted, after) if case.header.number not in passed)
    settled = (_settled(queries, number) for number in late)
    for case in merge(stored, settled, key=_number):
        if case.header.workflow not in without and wanted.fits(case):
            yield case


def _left_out(queries: Queries, wanted: Wanted) -> tuple[str, ...]:
    """Return the registers, which lists of cases leave out unless one is asked for."""
    if wanted.workflow is not None:
        return ()
    return tuple(queries.registers.all())


def _number(case: ListedCase) -> str:
    return case.header.number


def _stored(queries: Queries, wanted: Wanted, after: str) -> Iterator[ListedCase]:
    """Yield cases as they are stored, with the first date each waits for."""
    store, limit = queries.environment.store, _FIRST_READ
    without = _left_out(queries, wanted)
    while True:
        headers = store.find(
            after=after,
            limit=limit,
            without=without,
            workflow=wanted.workflow,
            state=wanted.state,
            phase=wanted.phase,
            owner=wanted.owner,
        )
        first: dict[str, Deadline] = {}
        for deadline in store.due(_EVER, [header.number for header in headers]):
            first.setdefault(deadline.case, deadline)
        for header in headers:
            yield ListedCase(header, first.get(header.number), 0)
        if len(headers) < limit:
            return
        after, limit = headers[-1].number, min(2 * limit, _MOST_READ)


def _settled(queries: Queries, number: str) -> ListedCase:
    """Return a case with what has passed settled in memory."""
    view = queries.view(number)
    next_due = next(iter(view.ahead), None)
    return ListedCase(view.loaded.header, next_due, len(view.unrecorded))

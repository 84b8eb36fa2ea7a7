"""The verbs every store offers, whatever it keeps cases in: memory, a file, a database server."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    # the Tab key looks into a database too, and must not pay for the records
    from solicitation_flow.records.ledger import (
        Access,
        Deadline,
        Duty,
        Header,
        Letter,
        Pin,
        Plan,
        Reminder,
        StoredCase,
        StoredEntry,
    )


class Store(Protocol):
    """What the engine needs of a place that keeps cases; every verb is one transaction."""

    @property
    def read_only(self) -> bool:
        """Whether whoever opened it may read but not write."""
        ...

    def load(self, number: str) -> StoredCase | None:
        """Return a case with its records and all its deadlines, or None.

        Records come in the order they were first filed, deadlines by name and subject.
        """
        ...

    def head(self, number: str) -> str | None:
        """Return the hash of a case's last entry: whoever holds that head holds the case."""
        ...

    def commit(self, plan: Plan) -> None:
        """Store a whole plan or nothing.

        Raises Conflict when a case, or a parent it read, has moved since (`expects`,
        `parent_move`), when a new case's number is taken, or when the lock is not free in time;
        raises Trouble when the machine fails (full disk, read-only file). Parts are checked in
        their order: a later one may expect what an earlier one does; a parent that moves in the
        same plan may have been read before or after. `facts` need only hold what changed. A
        reminder already settled stays settled. A letter that exists already is a bug of the
        plan: AssertionError, nothing stored.
        """
        ...

    def due(self, until: datetime, cases: Collection[str] | None = None) -> list[Deadline]:
        """Return unmet deadlines with fires_at <= until, in their one order."""
        ...

    def deadlines(self, until: datetime | None = None) -> list[Deadline]:
        """Return all unmet deadlines, those that fire by `until` if given, in order."""
        ...

    def reminders(self, until: datetime | None = None, case: str | None = None) -> list[Reminder]:
        """Return pending reminders with fires_at <= until, ordered by fires_at and key."""
        ...

    def settled_reminders(self, case: str) -> list[Reminder]:
        """Return the case's sent and dropped reminders."""
        ...

    def remind(
        self, reminder: Reminder, letters: Collection[Letter], expects: int, line: str = ""
    ) -> None:
        """Store a reminder as settled, with its letters and a line of the access log, if any.

        Raises Conflict when the case has moved or the reminder is no longer pending.
        """
        ...

    def next_due(self) -> datetime | None:
        """Return the earliest instant of any unmet deadline or pending reminder."""
        ...

    def duties(self, owes: Collection[str] | None = None, case: str | None = None) -> list[Duty]:
        """Return duties, those owed by any of `owes` if given, by due date, then case, command.

        Undated ones come last.
        """
        ...

    def outbox(self, status: str | None = None, case: str | None = None) -> list[Letter]:
        """Return letters in the order they were written."""
        ...

    def mark(self, letter: Letter, was: str) -> bool:
        """Store a letter's status, settled_at and trouble if its stored status still is `was`.

        Return whether it was.
        """
        ...

    def journal(self, number: str) -> list[StoredEntry]:
        """Return a case's entries in order; empty for an unknown case."""
        ...

    def numbers(self) -> dict[str, tuple[str, int | None] | None]:
        """Return every case that has a journal, in order, and how it is counted.

        That is its series and its serial there; None where its header is gone.
        """
        ...

    def find(
        self,
        *,
        after: str = "",
        limit: int | None = None,
        without: Collection[str] = (),
        **wanted: Any,
    ) -> list[Header]:
        """Return headers by workflow, state, phase, owner, parent (equal), ordered by number.

        None means any. `without` leaves out the cases of some workflows. A page is at most
        `limit` cases whose numbers come after `after`.
        """
        ...

    def count(self, **wanted: Any) -> int:
        """Return how many headers `find` would return for the same question."""
        ...

    def pin(self, sha256: str) -> Pin | None:
        """Return a pinned definition."""
        ...

    def pinned(self, kind: str, name: str) -> list[Pin]:
        """Return all pins of a kind and name, oldest first."""
        ...

    def setting(self, key: str) -> str | None:
        """Return a setting of the workspace, such as the training clock."""
        ...

    def settings(self, changes: Mapping[str, str]) -> None:
        """Store settings outside any move."""
        ...

    def number(self, prefix: str) -> int:
        """Return the next free count for case numbers that are `prefix` and digits."""
        ...

    def access(self, text: str) -> Access:
        """Append to the access log, chained: hash = sha256(previous hash + text).

        The setting `access_last` keeps its mark, in the same transaction.
        """
        ...

    def accesses(self) -> list[Access]:
        """Return the access log in order."""
        ...

    def close(self) -> None:
        """Close files and connections."""
        ...

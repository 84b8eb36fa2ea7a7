"""Keeps what was worked out about a case until something that was read for it has changed."""

from collections.abc import Callable, Hashable, Mapping
from datetime import datetime
from typing import Any, NamedTuple, TypeVar, cast

from solicitation_flow.records import Record
from solicitation_flow.records.ledger import Deadline

R = TypeVar("R", bound=Record)
T = TypeVar("T")


class Answer(NamedTuple):
    """A result worked out from a case, and everything of the case that was read for it."""

    given: object
    kinds: Mapping[str, tuple[Record, ...]]
    seen: Mapping[str, Any]
    result: object

    def stands(self, case: Any) -> bool:
        """Return whether a case is still the same in everything that was read."""
        for kind, records in self.kinds.items():
            if case.of(kind) is not records:
                return False
        for name, before in self.seen.items():
            value = getattr(case, name)
            if value is not before and value != before:
                return False
        return True


class TrackedCase:
    """A case that notes every kind of record and every field that is read of it."""

    __slots__ = ("_case", "kinds", "seen")

    def __init__(self, case: Any) -> None:
        """Start with nothing read."""
        self._case = case
        self.kinds: dict[str, tuple[Record, ...]] = {}
        self.seen: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        """Note a field; a method not defined below is noted too, and never equals itself later."""
        value = getattr(self._case, name)
        self.seen[name] = value
        return value

    def recall(self, question: Hashable, given: object, ask: Callable[[Any], T]) -> T:
        """Note everything that was read for another result, and return that."""
        kept = self._case.recalled(question, given, ask)
        self.kinds.update(kept.kinds)
        self.seen.update(kept.seen)
        return cast("T", kept.result)

    def of(self, kind: str) -> tuple[Record, ...]:
        """Return the records of a kind by its name, noted."""
        records: tuple[Record, ...] = self._case.of(kind)
        self.kinds[kind] = records
        return records

    def all(self, kind: type[R]) -> list[R]:
        """Return all records of a kind, noted."""
        return cast("list[R]", list(self.of(kind.kind)))

    def get(self, kind: type[R], key: str = "the") -> R | None:
        """Return one record or None; its kind is noted."""
        self.of(kind.kind)
        record: R | None = self._case.get(kind, key)
        return record

    def one(self, kind: type[R], key: str = "the") -> R:
        """Return one record that must be there; its kind is noted."""
        self.of(kind.kind)
        record: R = self._case.one(kind, key)
        return record

    def due(self, name: str, subject: str = "") -> datetime | None:
        """Return when something is due; all dates are noted."""
        self.seen["deadlines"] = self._case.deadlines
        instant: datetime | None = self._case.due(name, subject)
        return instant

    def deadline(self, name: str, subject: str = "") -> Deadline | None:
        """Return a deadline; all dates are noted."""
        self.seen["deadlines"] = self._case.deadlines
        deadline: Deadline | None = self._case.deadline(name, subject)
        return deadline

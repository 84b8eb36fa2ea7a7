"""What was answered about a case stands until something that was looked at for it has changed."""

from collections.abc import Callable, Hashable, Mapping
from datetime import datetime
from typing import Any, NamedTuple, TypeVar, cast

from solicitation_flow.records import Record
from solicitation_flow.records.ledger import Deadline

R = TypeVar("R", bound=Record)
T = TypeVar("T")


class Answer(NamedTuple):
    """What was answered about a case, and everything that was looked at for it."""

    given: object
    kinds: Mapping[str, tuple[Record, ...]]
    seen: Mapping[str, Any]
    answer: object

    def stands(self, case: Any) -> bool:
        """Return whether a case still looks the same in all that was looked at."""
        for kind, held in self.kinds.items():
            if case.of(kind) is not held:
                return False
        for name, held in self.seen.items():
            found = getattr(case, name)
            if found is not held and found != held:
                return False
        return True


class TrackedCase:
    """A case as the law looks at it, taking note of every kind of record and field looked at."""

    __slots__ = ("_case", "kinds", "seen")

    def __init__(self, case: Any) -> None:
        """Have seen nothing yet."""
        self._case = case
        self.kinds: dict[str, tuple[Record, ...]] = {}
        self.seen: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        """Look at a field; a method of the case that is not below is noted, and never the same."""
        self.seen[name] = found = getattr(self._case, name)
        return found

    def recall(self, question: Hashable, given: object, ask: Callable[[Any], T]) -> T:
        """Look at all that another question looks at."""
        kept = self._case.recalled(question, given, ask)
        self.kinds.update(kept.kinds)
        self.seen.update(kept.seen)
        return cast("T", kept.answer)

    def of(self, kind: str) -> tuple[Record, ...]:
        """Look at the records of a kind by its name."""
        found: tuple[Record, ...] = self._case.of(kind)
        self.kinds[kind] = found
        return found

    def all(self, kind: type[R]) -> list[R]:
        """Look at all records of a kind."""
        return cast("list[R]", list(self.of(kind.kind)))

    def get(self, kind: type[R], key: str = "the") -> R | None:
        """Look for one record."""
        self.of(kind.kind)
        found: R | None = self._case.get(kind, key)
        return found

    def one(self, kind: type[R], key: str = "the") -> R:
        """Look at one record that must be there."""
        self.of(kind.kind)
        found: R = self._case.one(kind, key)
        return found

    def due(self, name: str, subject: str = "") -> datetime | None:
        """Look at the dates."""
        self.seen["deadlines"] = self._case.deadlines
        instant: datetime | None = self._case.due(name, subject)
        return instant

    def deadline(self, name: str, subject: str = "") -> Deadline | None:
        """Look at the dates."""
        self.seen["deadlines"] = self._case.deadlines
        deadline: Deadline | None = self._case.deadline(name, subject)
        return deadline

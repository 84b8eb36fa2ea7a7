"""Who may give a command: persons by name, and whole registers without reading them."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import overload

from solicitation_flow.records.ledger import Header
from solicitation_flow.store import Store
from solicitation_flow.workflow.headings import Heading


class RegisterKeys(Sequence[str]):
    """The keys of a register's active entries, such as `supplier:acme`.

    A register may hold thousands: they are counted and the first few read, unless somebody goes
    through all of them.
    """

    def __init__(self, store: Store, register: Heading) -> None:
        """Read nothing yet."""
        self._store = store
        self._register = register

    @cached_property
    def _count(self) -> int:
        return self._store.count(workflow=self._register.name, state="active")

    def _first(self, limit: int | None) -> list[str]:
        headers = self._store.find(workflow=self._register.name, state="active", limit=limit)
        return [self._key(header) for header in headers]

    def _key(self, header: Header) -> str:
        return f"{self._register.name}:{self._register.key(header.number)}"

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> list[str]: ...

    def __getitem__(self, place: int | slice) -> str | list[str]:
        """Return one key or some; the first few are read by themselves."""
        if isinstance(place, slice):
            end = place.stop
        else:
            end = place + 1
        few = end is not None and end > 0
        return self._first(end if few else None)[place]

    def __iter__(self) -> Iterator[str]:
        return iter(self._first(None))


class People(Sequence[str]):
    """Several groups of people, one after the other."""

    def __init__(self, *groups: Sequence[str]) -> None:
        """Keep the groups; nobody stands in two of them."""
        self._groups = [group for group in groups if group]

    def __len__(self) -> int:
        return sum(len(group) for group in self._groups)

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> list[str]: ...

    def __getitem__(self, place: int | slice) -> str | list[str]:
        """Return one key or some; of each group no more is read than is needed."""
        if isinstance(place, slice):
            end = place.stop
        else:
            end = place + 1
        if end is None or end <= 0:
            return list(self)[place]
        keys: list[str] = []
        for group in self._groups:
            if len(keys) < end:
                keys += group[: end - len(keys)]
        return keys[place]

    def __iter__(self) -> Iterator[str]:
        for group in self._groups:
            yield from group

    def __eq__(self, other: object) -> bool:
        """Return whether the same people are named in the same order."""
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

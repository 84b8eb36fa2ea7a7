"""Shows records and cases to templates: their fields, and no methods."""

from collections.abc import Callable, Iterator, Mapping
from types import SimpleNamespace
from typing import Any, ClassVar, Final

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.records import KINDS

ABOUT_CASE: Final = ("number", "title", "owner", "state")


class View:
    """A record or form as a template reads it: its fields, and nothing it could do.

    The classes behind records bring methods that read files and unpickle what they are given; a
    sandbox that let a template reach them would be none.
    """

    __slots__ = ("_seen",)
    only_shows: ClassVar = True  # the sandbox then asks no more than whether a name is private

    def __init__(self, seen: Any) -> None:
        """Keep the record or form."""
        self._seen = seen

    def __getattr__(self, name: str) -> object:
        if name not in fields(type(self._seen)):
            raise AttributeError(name)
        return seen(getattr(self._seen, name))


_FIELDS: dict[type[Any], tuple[str, ...]] = {}


def fields(kind: type[Any]) -> tuple[str, ...]:
    """Return the names a template may read of a record or form: fields and properties."""
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple(_fields(kind))
    return _FIELDS[kind]


def _fields(kind: type[Any]) -> Iterator[str]:
    yield from getattr(kind, "model_fields", ())
    for cls in kind.__mro__:
        if not hasattr(cls, "model_fields") or not cls.__module__.startswith("solicitation_flow."):
            continue
        for name, member in vars(cls).items():
            if isinstance(member, property) and not name.startswith("_"):
                yield name


def seen(value: object) -> object:
    """Return a value as a template may see it."""
    if hasattr(type(value), "model_fields"):
        return View(value)
    if isinstance(value, (tuple, list)):
        return tuple([seen(item) for item in value])
    if isinstance(value, Mapping):
        return {key: seen(item) for key, item in value.items()}
    return value


def acting(actor: Actor) -> object:
    """Return who acted, with the roles sorted."""
    return SimpleNamespace(
        name=actor.name,
        roles=tuple(sorted(actor.roles)),
        acts_for=actor.acts_for,
        party=actor.party,
    )


class All:
    """Every record of a kind, in the order they were first filed: `all.proposal`."""

    __slots__ = ("_case",)
    only_shows: ClassVar = True

    def __init__(self, case: CaseFile) -> None:
        """Keep the case."""
        self._case = case

    def __getattr__(self, kind: str) -> tuple[object, ...]:
        if kind not in KINDS:
            raise AttributeError(kind)
        return tuple(seen(record) for record in self._case.records.values() if record.kind == kind)


class Folder:
    """A case file as a template reads it: its own words, its dates, its records."""

    __slots__ = ("_case",)
    only_shows: ClassVar = True

    def __init__(self, case: CaseFile) -> None:
        """Keep the case."""
        self._case = case

    def __getattr__(self, name: str) -> object:
        if name in ABOUT:
            return ABOUT[name](self._case)
        if name == "parent" and self._case.parent is not None:
            return Folder(self._case.parent)
        record = self._case.records.get((name, "the"))
        if record is None or record.keyed_by:
            raise AttributeError(name)
        return seen(record)


def _case(case: CaseFile) -> object:
    about = {name: getattr(case, name) for name in ABOUT_CASE}
    return SimpleNamespace(**{**about, "state": case.state.replace("_", " ")})


def _dates(case: CaseFile, what: str) -> object:
    dates = SimpleNamespace()
    for (name, subject), row in case.deadlines.items():
        if not subject:
            setattr(dates, name, getattr(row, what))
    return dates


ABOUT: Final[Mapping[str, Callable[[CaseFile], object]]] = {
    "case": _case,
    "all": All,
    "deadlines": lambda case: _dates(case, "due_at"),
    "boundaries": lambda case: _dates(case, "boundary"),
    "printed": lambda case: _dates(case, "printed"),
}

"""Records and cases as a template may see them: what they say, and nothing they could do."""

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
        """Hold what is looked at."""
        self._seen = seen

    def __getattr__(self, name: str) -> object:
        if name not in fields(type(self._seen)):
            raise AttributeError(name)
        return seen(getattr(self._seen, name))


_FIELDS: dict[type[Any], tuple[str, ...]] = {}


def fields(kind: type[Any]) -> tuple[str, ...]:
    """Return what may be read of a record's or form's class: fields and its own properties."""
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple(_fields(kind))
    return _FIELDS[kind]


def _fields(kind: type[Any]) -> Iterator[str]:
    yield from getattr(kind, "model_fields", ())
    for each in kind.__mro__:
        if hasattr(each, "model_fields") and each.__module__.startswith("solicitation_flow."):
            told = (name for name, what in vars(each).items() if isinstance(what, property))
            for name in told:
                if not name.startswith("_"):
                    yield name


def seen(value: object) -> object:
    """Return a value as a template may have it, whatever it is made of."""
    if hasattr(type(value), "model_fields"):
        return View(value)
    if isinstance(value, (tuple, list)):
        return tuple(seen(each) for each in value)
    if isinstance(value, Mapping):
        return {key: seen(each) for key, each in value.items()}
    return value


def acting(actor: Actor) -> object:
    """Return who acted; roles are put in order, because a set has none of its own."""
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
        """Hold the case that is looked at."""
        self._case = case

    def __getattr__(self, kind: str) -> tuple[object, ...]:
        if kind not in KINDS:
            raise AttributeError(kind)
        return tuple(seen(record) for record in self._case.records.values() if record.kind == kind)


class Folder:
    """A case file as a template reads it: about it, its dates, its records."""

    __slots__ = ("_case",)
    only_shows: ClassVar = True

    def __init__(self, case: CaseFile) -> None:
        """Hold the case that is looked at."""
        self._case = case

    def __getattr__(self, name: str) -> object:
        if name in ABOUT:
            return ABOUT[name](self._case)
        if name == "parent" and self._case.parent is not None:
            return Folder(self._case.parent)
        found = self._case.records.get((name, "the"))
        if found is None or found.keyed_by:
            raise AttributeError(name)
        return seen(found)


def _case(case: CaseFile) -> object:
    about = {name: getattr(case, name) for name in ABOUT_CASE}
    return SimpleNamespace(**{**about, "state": case.state.replace("_", " ")})


def _dates(case: CaseFile, what: str) -> object:
    own = {name: row for (name, subject), row in case.deadlines.items() if not subject}
    return SimpleNamespace(**{name: getattr(row, what) for name, row in own.items()})


ABOUT: Final[Mapping[str, Callable[[CaseFile], object]]] = {
    "case": _case,
    "all": All,
    "deadlines": lambda case: _dates(case, "due_at"),
    "boundaries": lambda case: _dates(case, "boundary"),
    "printed": lambda case: _dates(case, "printed"),
}

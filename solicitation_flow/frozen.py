"""Frozen values made at the price of open ones: a move makes dozens, and nobody may change one."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from typing import Any, TypeVar, cast

T = TypeVar("T")

_COPIERS: dict[type, Callable[[Any, Mapping[str, Any]], Any]] = {}


def swift(cls: type[T]) -> type[T]:
    """Give a frozen dataclass with slots a quicker constructor, and change nothing else of it.

    The constructor that `dataclass` writes goes around the freeze once for every field, which is
    half of its time. This one makes the value as an open twin of the same slots, fills it in, and
    only then says what it is: nobody has it in hand before it is frozen.
    """
    assert "__slots__" in vars(cls), f"{cls.__name__} has no slots"
    assert not hasattr(cls, "__post_init__"), f"{cls.__name__} has more to do than fill fields"
    listed = fields(cls)  # type: ignore[arg-type]  # a dataclass: it has slots of that making
    twin = type(f"_Open{cls.__name__}", (), {"__slots__": vars(cls)["__slots__"]})
    known: dict[str, Any] = {
        "_frozen": cls, "_new": twin, "_open": twin, "_set": object.__setattr__,
    }  # fmt: skip
    head, body = ["self"], ["_set(self, '__class__', _open)"]
    for field in listed:
        _parameter(field, head, body, known)
    body.append("self.__class__ = _frozen")
    copied = [f"made.{each.name} = self.{each.name}" for each in listed]
    text = [
        f"def __init__({', '.join(head)}):",
        *body,
        "def copied(self, news):",
        "made = _new()",
        *copied,
        "for name in news: setattr(made, name, news[name])",
        "made.__class__ = _frozen",
        "return made",
    ]
    written = "\n".join(line if line.startswith("def ") else f"  {line}" for line in text)
    exec(written, known)  # noqa: S102  # as `dataclass` does: names of our own fields, no others
    made = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    made.__annotations__ = dict(vars(cls)["__init__"].__annotations__)
    type.__setattr__(cls, "__init__", made)
    _COPIERS[cls] = known["copied"]
    return cls


def having(value: T, **news: Any) -> T:
    """Return a copy of such a value with some fields new: much faster than `replace`."""
    try:
        return cast("T", _COPIERS[type(value)](value, news))
    except AttributeError:
        unknown = news.keys() - {field.name for field in fields(value)}  # type: ignore[arg-type]
        raise AssertionError(f"no such field: {', '.join(sorted(unknown))}") from None


def _parameter(field: Field[Any], head: list[str], body: list[str], known: dict[str, Any]) -> None:
    """Add a field to the constructor: its parameter, and how it is filled in."""
    name, default, made = field.name, "", ""
    assert not field.kw_only, f"{name} is by keyword only: that is not known here"
    if field.default_factory is not MISSING:
        known[f"_make_{name}"] = field.default_factory
        # nobody passes the class itself for a field: it stands for nothing given
        default, made = "_frozen", f"_make_{name}()"
    elif field.default is not MISSING:
        known[f"_else_{name}"] = field.default
        default = made = f"_else_{name}"
    if field.init:
        head.append(f"{name}={default}" if default else name)
        made = f"{made} if {name} is _frozen else {name}" if default == "_frozen" else name
    body.append(f"self.{name} = {made}")

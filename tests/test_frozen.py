"""Values made quickly are as frozen, and as complete, as those a dataclass makes by itself."""

import inspect
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from datetime import UTC, datetime
from typing import Any

import pytest

from solicitation_flow import frozen
from solicitation_flow.casefile import CaseFile
from solicitation_flow.records.ledger import Deadline, Reminder


@frozen.swift
@dataclass(frozen=True, slots=True)
class Value:
    name: str
    parts: tuple[str, ...] = ("one",)
    told: dict[str, int] = field(default_factory=dict)
    count: int = field(default=7, init=False, compare=False)


QUICK = sorted(frozen._COPIERS, key=lambda kind: kind.__name__)
DUE = datetime(2026, 6, 1, 14, tzinfo=UTC)


def test_defaults_are_filled_in_and_no_two_values_share_one() -> None:
    one, two = Value("a"), Value(name="b", told={"x": 1})
    assert (one.parts, one.told, one.count) == (("one",), {}, 7)
    assert two.told == {"x": 1}
    assert Value("a").told is not one.told


@pytest.mark.parametrize("wrong", [{}, {"name": "a", "nme": "b"}, {"name": "a", "count": 1}])
def test_a_field_that_is_missing_or_unknown_is_an_error(wrong: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        Value(**wrong)


def test_nobody_changes_a_value() -> None:
    value = Value("a")
    changes: list[Callable[[], None]] = [
        lambda: setattr(value, "name", "b"),
        lambda: delattr(value, "name"),
        lambda: setattr(value, "other", 1),
    ]
    for change in changes:
        with pytest.raises((FrozenInstanceError, TypeError)):
            change()
    assert value == Value("a")


def test_a_value_is_compared_printed_replaced_and_pickled_as_any_dataclass() -> None:
    value = Value("a", told={"x": 1})
    assert is_dataclass(Value)
    assert repr(value) == "Value(name='a', parts=('one',), told={'x': 1}, count=7)"
    assert replace(value, name="b") == Value("b", told={"x": 1}) != value
    row = Deadline("RFP-1", "due", "", DUE, "before", DUE, "event", "close")
    assert pickle.loads(pickle.dumps(row)) == row  # noqa: S301 - our own bytes
    assert hash(row) == hash(replace(row))


def test_having_answers_a_copy_with_some_fields_new_and_leaves_the_first_alone() -> None:
    value = Value("a", told={"x": 1})
    other = frozen.having(value, name="b", count=9)
    assert (other.name, other.count, other.told is value.told) == ("b", 9, True)
    assert (value.name, value.count, type(other)) == ("a", 7, Value)
    with pytest.raises(AssertionError, match="no such field: nme"):
        frozen.having(value, nme="b")
    with pytest.raises(FrozenInstanceError):
        other.name = "c"  # type: ignore[misc]


@pytest.mark.parametrize("kind", QUICK, ids=lambda kind: kind.__name__)
def test_every_quick_constructor_takes_what_its_fields_say(kind: type) -> None:
    taken = inspect.signature(kind).parameters
    told = [each for each in fields(kind) if each.init]
    assert list(taken) == [each.name for each in told]
    for each in told:
        given = taken[each.name].default is not inspect.Parameter.empty
        assert given == (each.default is not each.default_factory), each.name


def test_the_values_a_move_makes_are_among_them() -> None:
    assert {CaseFile, Deadline, Reminder} <= set(QUICK)


def test_what_the_quick_constructor_cannot_do_is_refused_when_the_class_is_made() -> None:
    with pytest.raises(AssertionError, match="has no slots"):
        frozen.swift(dataclass(frozen=True)(type("Open", (), {"__annotations__": {"a": int}})))
    by_keyword = {"__annotations__": {"a": int}, "a": field(kw_only=True)}
    with pytest.raises(AssertionError, match="by keyword only"):
        frozen.swift(dataclass(frozen=True, slots=True)(type("Named", (), by_keyword)))

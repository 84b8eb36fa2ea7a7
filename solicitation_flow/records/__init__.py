"""The nouns: flat, frozen facts, each knowing its key, so that a case is a folder of them."""

import hashlib
import importlib
import json
import operator
import pkgutil
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Annotated, Any, ClassVar, Final, Protocol, TypeVar

from pydantic import (
    AwareDatetime,
    ConfigDict,
    Field,
    PlainSerializer,
    TypeAdapter,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)

from solicitation_flow.values import Value

KINDS: dict[str, type["Record"]] = {}


def _in_utc(value: Any, check: ValidatorFunctionWrapHandler) -> datetime:
    if type(value) is datetime and value.tzinfo is UTC:
        return value  # as the law files it: nothing is left to check
    instant: datetime = check(value)
    return instant.astimezone(UTC)


Instant = Annotated[AwareDatetime, WrapValidator(_in_utc)]
"""An aware datetime, kept in UTC."""

Exact = Annotated[Decimal, PlainSerializer(str, return_type=str)]
"""A number that is never a binary float: stored and shown as typed."""


T = TypeVar("T")


def added(default: T) -> T:
    """Return the default of a field that older records lack: no stored body shows it while unset.

    Bodies that were stored before the field was there keep their bytes, and so does each new one
    that does not use it.
    """
    field: T = Field(default=default, exclude_if=operator.not_)
    return field


class Record(Value):
    """A frozen fact with a natural key; a newer fact with the same key replaces it."""

    # most commands read a few kinds of facts: each is compiled when the first of it is read
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    kind: ClassVar[str]
    keyed_by: ClassVar[tuple[str, ...]] = ()
    keyed_by_lot: ClassVar[bool] = False

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """Enter the kind, so that a stored body finds its class again."""
        cls.kind = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", cls.__name__).lower()
        assert cls.kind not in KINDS or KINDS[cls.kind].__module__ == cls.__module__, cls.kind
        KINDS[cls.kind] = cls

    @property
    def key(self) -> str:
        """What sets this fact apart from others of its kind in the case."""
        fields, key = self.__dict__, "the"
        if self.keyed_by:
            key = "/".join([str(fields[name]) for name in self.keyed_by])
        if self.keyed_by_lot and fields["lot"]:
            return f"{fields['lot']}/{key}"
        return key

    def plain(self) -> dict[str, Any]:
        """Return the fact as plain JSON values, in the order its fields are declared."""
        return self.model_dump(mode="json")

    def body(self) -> str:
        """Return the fact as JSON, the same bytes for the same fact."""
        made: bytes = self.__pydantic_serializer__.to_json(self)
        return made.decode()


class Folder(Protocol):
    """A case file, as far as nouns look into it."""

    def of(self, kind: str) -> tuple[Record, ...]:
        """Return the records of a kind by its name."""
        ...


@lru_cache(maxsize=16_384)
def parse(kind: str, body: str) -> Record:
    """Return the record a stored body holds; an unknown kind loads every module of nouns once.

    A fact never changes, so the same body is the same record: a case is mostly read again.
    """
    if kind not in KINDS:
        for module in pkgutil.iter_modules(__path__, prefix=f"{__name__}."):
            importlib.import_module(module.name)
    return KINDS[kind].model_validate_json(body)


_WRITTEN = TypeAdapter(Any).dump_json
_CANONICAL = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False, sort_keys=True).encode


def written(value: Mapping[str, Any] | Sequence[Any]) -> str:
    """Return JSON in the order given: reading it and writing it again gives the same bytes.

    A record inside is written as its own body is.
    """
    return _WRITTEN(value).decode()


quoted: Final[Callable[[str], str]] = encode_basestring
"""Answers a text as JSON writes it."""


def canonical(value: Mapping[str, Any] | list[Any]) -> str:
    """Return JSON with sorted keys and no spaces: one value, one text."""
    return _CANONICAL(value)


def digest(text: str | bytes) -> str:
    """Return the SHA-256 of a text or of bytes, in hex."""
    return hashlib.sha256(text.encode() if isinstance(text, str) else text).hexdigest()

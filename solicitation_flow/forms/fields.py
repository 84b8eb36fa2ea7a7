"""What a form is made of: its fields, what marks them, and files that stand in them."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, ConfigDict, field_validator, model_validator

from solicitation_flow.forms.safety import MOST_DIGITS, FileName, vast
from solicitation_flow.values import Value


@dataclass(frozen=True, slots=True)
class Fill:
    """Marks a field nobody types: the engine fills it from `source` just before the decision."""

    source: str


@dataclass(frozen=True, slots=True)
class Known:
    """Marks a field that names something of the case's own workflow, such as one of its rules."""

    of: str


@dataclass(frozen=True, slots=True)
class Past:
    """Marks a field that tells when something happened: nothing is recorded ahead of its time."""


class Form(Value):
    """What a command needs to know; the docstring of each form says what the command does."""

    # a command compiles the one form it needs
    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True
    )

    @field_validator("*")
    @classmethod
    def _within_reason(cls, value: Any) -> Any:
        """Refuse an empty envelope, and a number of a thousand digits, which may fail to print."""
        # nearly every field is text, and this is asked of every field of every command
        if type(value) is not str and vast(value):
            raise ValueError(f"holds a number of more than {MOST_DIGITS} digits")
        # asked of the form, not of the envelope: one that was taken before stays readable
        if type(value) is Envelope and not value.bytes:
            raise ValueError(f"the file {value.name!r} is empty")
        return value


class Nothing(Form):
    """The form of a command that has no fields."""


class Envelope(Value):
    """A sealed file: what it was called, how large it was, the digest of its stored ciphertext."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    name: FileName
    bytes: int
    digest: str


class Attachment(Value):
    """An open file: what it was called, how large it is, the digest of its stored bytes."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    name: FileName
    bytes: int
    digest: str

    @model_validator(mode="after")
    def _holds_something(self) -> Self:
        """Refuse an empty file: it proves nothing, and was given by mistake."""
        if not self.bytes:
            raise ValueError(f"the file {self.name!r} is empty")
        return self


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
MIDNIGHT = 24
_CLOCK = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{1,2}):(\d{2})(?::(\d{2})(\.\d{1,6})?)?")


def _civil(value: Any) -> Any:
    if isinstance(value, str):
        match = _CLOCK.fullmatch(value.strip())
        if not match:
            raise ValueError("expected a local date and time such as 2026-09-18 14:00")
        day, hour, minute, second, fraction = match.groups()
        if int(hour) == MIDNIGHT:
            raise ValueError(
                "24:00 is the end of that day and the start of the next: write 23:59, or 00:01 of "
                "the next day"
            )
        value = f"{day}T{int(hour):02}:{minute}:{second or '00'}{fraction or ''}"
        value = datetime.fromisoformat(value)
    if not isinstance(value, datetime):
        # pydantic would take a number for seconds since 1970, with a zone
        raise ValueError("expected a local date and time such as 2026-09-18 14:00")  # noqa: TRY004
    if value.tzinfo is not None:
        raise ValueError("expected the agency's local time, without an offset")
    return value


def _listed(value: Any) -> Any:
    if isinstance(value, str):
        return tuple(word.strip() for word in value.split(",") if word.strip())
    return value


_NUMBER = re.compile(
    r"\s*[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]*)(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?\s*"
)
_DECIMAL_COMMA = re.compile(r"([+-]?[0-9]+|[0-9]{1,3}(?:[.\s][0-9]{3})+),([0-9]{1,2})")


def exact(value: Any) -> Any:
    """Return what a number is read from; a binary float is refused.

    Commas are taken only between groups of three digits: `41000,50` would else be read as a
    hundred times what whoever writes a decimal comma means.
    """
    if isinstance(value, float):
        # pydantic turns a ValueError, and no other, into a message beside the field
        raise ValueError("expected an exact number as text, such as 12.50")  # noqa: TRY004
    if not isinstance(value, str):
        return value
    if _NUMBER.fullmatch(value):
        return value.replace(",", "")
    decimal = _DECIMAL_COMMA.fullmatch(value.strip())
    if decimal:
        whole = re.sub(r"[.\s]", "", decimal[1])
        raise ValueError(
            "commas stand only between groups of three digits; if the comma begins the decimals,"
            f" write {whole}.{decimal[2]}"
        )
    if "," in value:
        raise ValueError("commas stand only between groups of three digits, such as 41,000.50")
    raise ValueError("expected an exact number in the digits 0 to 9, such as 12.50")


def money(value: Any) -> Any:
    """Return what an amount in dollars is read from; a dollar sign before it is passed over."""
    if isinstance(value, str):
        value = value.strip().removeprefix("$").lstrip()
    return exact(value)


def _civil_or_day(value: Any) -> Any:
    if isinstance(value, str) and _DAY.fullmatch(value.strip()):
        return date.fromisoformat(value.strip())
    if type(value) is date:
        return value
    return _civil(value)


Local = Annotated[datetime, BeforeValidator(_civil)]
"""A civil time in the agency's zone, as printed on paper: `2026-09-18 14:00`."""

LocalOrDay = Annotated[datetime | date, BeforeValidator(_civil_or_day)]
"""A civil time, or a day alone where a paper prints no hour: `2026-09-18`."""

Words = Annotated[tuple[str, ...], BeforeValidator(_listed)]
"""Several words, separated by commas."""

Number = Annotated[Decimal, BeforeValidator(exact)]
"""An exact number; binary floats are refused."""

Dollars = Annotated[Decimal, BeforeValidator(money)]
"""An exact amount in dollars, with or without a dollar sign."""

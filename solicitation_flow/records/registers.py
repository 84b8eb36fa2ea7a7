"""Records of the registers of people, suppliers and members, and the fields they are made of."""

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator

from solicitation_flow.forms import Words
from solicitation_flow.records import Instant, Record
from solicitation_flow.yamlfile import did_you_mean

ROLES = ("officer", "approver", "custodian", "evaluator", "administrator", "newspaper")
MOST_LINE = 300
MOST_TEXT = 20_000
MOST_SLUG = 40
MOST_ADDRESS = 254  # what a mail server must take (RFC 5321)

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PAPER = re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*")
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def _line(value: str) -> str:
    """Return a text of one line: in a mail, a break in it could begin another header."""
    if value.isascii() and value.isprintable() and value.strip() and len(value) <= MOST_LINE:
        return value  # as nearly all are
    text = _text(value)
    if not text.isprintable() and any(
        unicodedata.category(sign) in {"Cc", "Zl", "Zp"} for sign in text
    ):
        raise ValueError("must be a single line, without tabs or line breaks")
    if len(text) > MOST_LINE:
        raise ValueError(f"is longer than {MOST_LINE} characters")
    return text


def _text(value: str) -> str:
    if not value.strip():
        raise ValueError("is empty: say something")
    if len(value) > MOST_TEXT:
        raise ValueError(f"is longer than {MOST_TEXT:,} characters")
    if not value.isprintable() and any(
        unicodedata.category(sign) == "Cc" and sign not in "\n\r\t" for sign in value
    ):
        raise ValueError("holds characters that cannot be printed")
    return value


def _slug(value: str) -> str:
    if not _SLUG.fullmatch(value) or len(value) > MOST_SLUG:
        raise ValueError(
            f"must be at most {MOST_SLUG} small letters, digits and single hyphens, such as acme-2"
        )
    return value


def _paper(value: str) -> str:
    if not _PAPER.fullmatch(value) or len(value) > MOST_SLUG:
        raise ValueError("must be small letters, digits and underscores, such as price_list")
    return value


def _address(value: str) -> str:
    if not _ADDRESS.fullmatch(value) or ".." in value or len(value) > MOST_ADDRESS:
        raise ValueError("must be one plain address, such as maria@agency.example")
    return value


def _roles(value: tuple[str, ...]) -> tuple[str, ...]:
    for role in value:
        if role not in ROLES:
            near = did_you_mean(role, ROLES)
            raise ValueError(f"no role is called {role!r}" + (f"; {near}" if near else ""))
    if not value:
        raise ValueError(f"is empty: give one or more of {', '.join(ROLES)}")
    return tuple(dict.fromkeys(value))


def _distinct(value: tuple[str, ...]) -> tuple[str, ...]:
    twice = sorted({word for word in value if value.count(word) > 1})
    if twice:
        raise ValueError(f"names {', '.join(twice)} twice")
    if not value:
        raise ValueError("is empty: name at least one")
    return value


Line = Annotated[str, AfterValidator(_line)]
"""A text of one line: a name, a title, a reference."""

Text = Annotated[str, AfterValidator(_text)]
"""A text of one or more lines, never empty."""

Slug = Annotated[str, AfterValidator(_slug)]
"""A short key, used in case numbers and on the command line."""

PaperName = Annotated[str, AfterValidator(_paper)]
"""The name of a document, as the packet lists it."""

Email = Annotated[str, AfterValidator(_address)]
"""One e-mail address."""

Roles = Annotated[Words, AfterValidator(_roles)]
"""The roles of a person."""

Names = Annotated[Words, AfterValidator(_distinct)]
"""Register keys, each once, and at least one."""


class Person(Record):
    """Someone who works on solicitations, or a newspaper that prints them."""

    slug: str
    name: str
    email: str
    roles: tuple[str, ...]
    retired_at: Instant | None = None


class Supplier(Record):
    """A firm that may submit proposals; a simulated one is marked in every document."""

    slug: str
    name: str
    email: str
    simulated: bool = False
    retired_at: Instant | None = None


class Member(Record):
    """A public body that may use agreements; `entity` says what kind of body it is."""

    slug: str
    name: str
    email: str
    entity: str
    state: str
    retired_at: Instant | None = None


def marks(name: str, email: str) -> tuple[str, str]:
    """Return what two entries of one firm have in common: its address, or its name.

    Case, blanks and signs make no difference.
    """
    letters = "".join(sign for sign in name.casefold() if sign.isalnum())
    return email.casefold().strip(), letters or name

"""How values become words on paper: one line each unless wrapped, never blank, never a guess."""

import re
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final

from jinja2 import Environment, Undefined, pass_context, pass_environment
from jinja2.filters import FILTERS
from jinja2.runtime import Context

from solicitation_flow import workdays

WIDTH: Final = 76  # room for a reply's "> " in 78 columns, the width mail is written for
INDENT: Final = 4
ITEM: Final = "- "
LONGEST_SUBJECT: Final = 200
CENT: Final = -2

BUILT_IN: Final = (
    *("first", "sort", "selectattr", "rejectattr", "map", "length"),
    *("lower", "upper", "capitalize", "replace"),
)
"""What a template may use of Jinja's own filters: none of them knows time, chance or files."""

# Signs nobody sees: controls, and the marks that make a line read in another order than it is
# written. Letters of right-to-left scripts need none of them. What breaks a line is left to
# `split`, which makes a space of it.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_BROKEN = re.compile("[\ud800-\udfff]")  # half a sign: no mail could carry it
_LINES = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


class CannotBeWritten(Exception):
    """A value that cannot be put on paper; `missing` when there is nothing to put there."""

    def __init__(self, why: str, *, missing: bool = False) -> None:
        """Keep the reason, worded so that it can follow a word's name."""
        super().__init__(why)
        self.why = why
        self.missing = missing


class LaidOut(str):
    """Text already laid out on several lines; only `wrap` makes it."""

    __slots__ = ()


def one_line(text: str, most: int | None = None) -> str:
    """Return a text on one line, without unseen signs, cut after `most` characters."""
    if text.isascii() and text.isprintable():
        clean = text
    else:
        clean = _seen(text)
    line = " ".join(clean.split())
    if most is None or len(line) <= most:
        return line
    return line[: most - 1].rstrip() + "\u2026"


def _seen(text: str) -> str:
    return _BROKEN.sub("\ufffd", _UNSEEN.sub("", text))


def as_text(value: object) -> str:
    """Return what a value looks like in a letter; every `{{ }}` of a template goes through it.

    One line, so that nothing a supplier typed can look like a paragraph of the agency's.
    """
    if type(value) is str:
        return one_line(value) or _blank()
    if isinstance(value, LaidOut):
        return value
    if isinstance(value, str):
        return one_line(value) or _blank()
    if isinstance(value, Undefined):
        return str(value)  # raises: a missing word is an error
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is None:
        raise CannotBeWritten("is missing", missing=True)
    raise CannotBeWritten(_ways(value))


def _blank() -> str:
    raise CannotBeWritten("is blank", missing=True)


def _ways(value: object) -> str:
    if isinstance(value, datetime):
        return "is an instant: write it with `| instant` or `| date`"
    if isinstance(value, date):
        return "is a date: write it with `| date`"
    if isinstance(value, (tuple, list)):
        return "is a list: write it with `| list`, or one by one with `{% for %}`"
    if isinstance(value, bool):
        return "is true or false: choose words with `{% if %}`"
    return "cannot be written as it is: name one of its fields"


def _wanted(value: object, *kinds: type) -> None:
    if isinstance(value, Undefined):
        str(value)  # raises
    if value is None or value == "":
        raise CannotBeWritten("is missing", missing=True)
    if not isinstance(value, kinds) or isinstance(value, bool):
        names = " or ".join(kind.__name__ for kind in kinds)
        raise CannotBeWritten(f"is no {names}, which this filter takes")


@pass_context
def _instant(context: Context, value: object) -> str:
    """Friday, 18 August 2017, 2:00 p.m. EDT (America/New_York)."""
    _wanted(value, datetime)
    assert isinstance(value, datetime)
    return workdays.spoken(value, context["zone"])


@pass_context
def _date(context: Context, value: object) -> str:
    """Friday, 18 August 2017; of an instant, the day it falls on in the agency's zone."""
    _wanted(value, date)
    if isinstance(value, datetime):
        return workdays.spoken(value, context["zone"]).rpartition(", ")[0]
    assert isinstance(value, date)
    noon = datetime.combine(value, time(12), tzinfo=workdays.zone_named("UTC"))
    return workdays.spoken(noon, "UTC").rpartition(", ")[0]


def _money(value: object) -> str:
    """$412,000.00: at least the cents, and whatever further decimals were given."""
    _wanted(value, Decimal, int)
    amount = Decimal(str(value))
    exponent = amount.as_tuple().exponent
    if not isinstance(exponent, int):
        raise CannotBeWritten("is no amount of money")
    sign = ""
    if amount < 0:
        sign = "-"
    return f"{sign}${abs(amount):,.{max(-exponent, -CENT)}f}"


def _list(value: object) -> str:
    """Acme, Birchway and Cobalt."""
    items = [as_text(item) for item in _items(value)]
    if not items:
        raise CannotBeWritten("is an empty list", missing=True)
    return " and ".join([", ".join(items[:-1]), items[-1]] if items[1:] else items)


@pass_environment
def _last(environment: Environment, value: object) -> object:
    """Return the last of anything with an order; Jinja's own takes no generator."""
    last = deque(_items(value), maxlen=1)
    if last:
        return last[0]
    return environment.undefined("the last of none")


def _items(value: object) -> Iterable[object]:
    if isinstance(value, Undefined):
        str(value)  # raises
    if isinstance(value, (str, Mapping)) or not isinstance(value, Iterable):
        raise CannotBeWritten("is no list")
    return sorted(value) if isinstance(value, (set, frozenset)) else value  # a set has no order


@pass_context
def _party(context: Context, value: object) -> str:
    """Return the name of a firm or member where it is known, marked where it is simulated."""
    _wanted(value, str)
    name = one_line(str(context.get("names", {}).get(value, value)))
    if not context.get("training") or "simulated" in name.casefold():
        return name
    return f"{name} (simulated)"


@pass_context
def _person(context: Context, value: object) -> str:
    """Somebody of the agency by name where one is known: never simulated, so never marked."""
    _wanted(value, str)
    return one_line(str(context.get("names", {}).get(value, value)))


def _wrap(value: object, indent: int = INDENT) -> LaidOut:
    """Keep the lines somebody wrote, wrapped and set in, so that they cannot pass for ours."""
    _wanted(value, str)
    margin = " " * max(indent, 1)
    lines: list[str] = []
    for line in _LINES.split(_seen(str(value)).strip()):
        lines += filled(line.split(), margin, margin) if line.strip() else [""]
    if any(lines):
        return LaidOut("\n".join(lines))
    return LaidOut(_blank())


OWN: Final[Mapping[str, Callable[..., Any]]] = {
    "instant": _instant,
    "date": _date,
    "money": _money,
    "list": _list,
    "party": _party,
    "person": _person,
    "last": _last,
    "wrap": _wrap,
}


def filters() -> dict[str, Callable[..., Any]]:
    """Return every filter a template may use: a list of what is allowed, not of what is not."""
    return {**{name: FILTERS[name] for name in BUILT_IN}, **OWN}


def filled(words: Iterable[str], first: str, rest: str, width: int = WIDTH) -> list[str]:
    """Return words in lines of a width; a word is never broken, for it may be a digest."""
    text, lines, margin, start = " ".join(words), list[str](), first, 0
    while len(margin) + len(text) - start > width:
        end = text.rfind(" ", start, start + width - len(margin) + 1)
        if end < 0:
            end = text.find(" ", start)  # a word longer than the line stands on it alone
        if end < 0:
            break
        lines.append(margin + text[start:end])
        margin, start = rest, end + 1
    if text:
        return [*lines, margin + text[start:]]
    return []


def laid_out(text: str) -> str:
    """Return a rendered letter as it is sent: paragraphs filled, one blank line between them.

    Lines that begin with a space stand as they are; a line that begins with `- ` begins an item.
    """
    lines: list[str] = []
    block: list[str] = []
    for line in (*text.split("\n"), ""):
        alone = not line or line[0] == " " or line.isspace()
        if block and (alone or line[:2] == ITEM):
            words = " ".join(block).split()
            lines += filled(words, "", " " * len(ITEM) if block[0][:2] == ITEM else "")
            block = []
        if not alone:
            block.append(line)
        elif line and not line.isspace():
            lines.append(line.rstrip())
        elif lines and lines[-1]:
            lines.append("")
    return "\n".join(lines).strip("\n") + "\n"

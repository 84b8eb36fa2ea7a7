"""The words rubbish is made of: real ones to spoil, and things nobody should ever type."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from solicitation_flow.casefile import Actor
from solicitation_flow.cli import dispatch
from solicitation_flow.cli.overview import TABLE
from solicitation_flow.forms import describe
from solicitation_flow.workspace import Workspace

Field = Mapping[str, Any]

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "{{ case.number }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{% for x in case.records %}{{ x }}{% endfor %}",
    "{% include '/etc/passwd' %}",
    "{# nothing to see #}",
    "=cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "+1+1",
    "../../../etc/passwd",
    "C:\\Windows\\system32",
    "$(reboot) `id` ; rm -rf / #",
    "'; DROP TABLE journal; --",
    "%s%s%s%n",
    "\N{SNOWMAN}\N{PILE OF POO}" * 20,
    "\N{ARABIC LETTER ALEF}\N{HEBREW LETTER ALEF}",
    "a\N{COMBINING DIAERESIS}" * 50,
)
"""Texts that are nothing but text here, whatever they mean elsewhere."""

UNSEEN = (
    "safe\N{RIGHT-TO-LEFT OVERRIDE}fdp.exe",
    "\N{ZERO WIDTH SPACE}\N{ZERO WIDTH JOINER}",
    "bell\a",
    "\x1b[2J\x1b]0;owned\a",
    "\N{BRAILLE PATTERN BLANK}",
    "null\x85next",
    "\N{LEFT-TO-RIGHT ISOLATE}x",
)
"""Texts that read otherwise than they are stored: no form takes them."""

ODD = (
    *HOSTILE,
    *UNSEEN,
    "",
    " ",
    "\t\n",
    "-",
    "--",
    "---",
    "=",
    ":=",
    "@",
    "@@",
    "-1",
    "0",
    "1e309",
    "9" * 400,
    "NaN",
    "null",
    "[]",
    "{}",
    "x" * 10_000,
    "a=b=c",
    "=x",
    ":={",
    "\N{ARABIC-INDIC DIGIT THREE}",
    "\N{FULLWIDTH LATIN CAPITAL LETTER R}FP-2026-001",
)

HALVES = ("\ud800", "caf\udce9", "x\udcff=1", "zero\0byte")
"""What no text may hold: bytes that are not UTF-8, as Python hands them over, and zero bytes."""

WRONG: Mapping[str, tuple[str, ...]] = {
    "text": UNSEEN,
    "words": (*UNSEEN, "a,\x1b[2J,b"),
    "a whole number": ("ten", "1.5", "1e999", "0x10", "1 000", "--", "{}"),
    "yes or no": ("perhaps", "2", "yesno", "[]"),
    "a date": ("yesterday", "2026-02-30", "0000-00-00", "99999-01-01", "2026-13-01", "1/2"),
    "a local": ("now", "2026-02-30 14:00", "2026-06-26 25:00", "2026-06-26T14:00-04:00", "14:00"),
    "an exact number": ("twelve", "0x10", "1.2.3", "--", "1e", "{}"),
    "one of": ("xyzzy", "none of these", "1"),
    "a file": ("not-marked.pdf", "", "@"),
    "a sealed": ("not-marked.pdf", "", "@"),
    "pairs": ("a=b", "1", "[]"),
}
"""What a field of each kind cannot be."""

INSTANTS = (
    "tomorrow", "2026-02-30T10:00", "2026-06-01T25:00", "0001-01-01T00:00", "9999-12-31T23:59",
    "2026-06-01T10:00+99:00", "2026-W60", "1e10", "2026-11-01T01:30-04:00x", "\N{ZERO WIDTH SPACE}",
)  # fmt: skip
PERIODS = (
    "P-7D",
    "-P7D",
    "7",
    "P",
    "PT",
    "P7X",
    "P1Y2",
    "PT4H4",
    "P1.5D",
    "P" + "9" * 40 + "D",
    "week",
)


EXTREME: Mapping[str, tuple[str, ...]] = {
    "text": ("x" * 1_000_000, "x" * 20_001, "a\r\nb\n\n\tc", *HOSTILE),
    "words": ("a," * 3_000, ",,,", "acme,acme", *HOSTILE),
    "a whole number": ("0", "-1", "9" * 18, "1" + "0" * 100, "9" * 5_000, "-0", "+1", "007"),
    "yes or no": ("on", "OFF", "1", "0", "t"),
    "a date": ("0001-01-01", "9999-12-31", "1582-10-10", "2026-02-28"),
    "a local": (
        "0001-01-01 00:00",
        "9999-12-31 23:59:59.999999",
        "2026-11-01 01:30",
        "2027-03-14 02:30",
    ),
    "an exact number": ("1e999999", "-1e999999", "1e-999999", "0", "-0", "0e999999", "9" * 5_000),
    "pairs": ("{}", '{"a": "b"}', '{"": ""}'),
}
"""What a field of each kind takes, or nearly takes, and nobody thought of."""


def extreme_for(field: Field) -> tuple[str, ...]:
    """Return words at the edge of what a field of this kind can take."""
    return next((at for kind, at in EXTREME.items() if field["takes"].startswith(kind)), ODD)


def wrong_for(field: Field) -> tuple[str, ...]:
    """Return words a field of this kind cannot take."""
    return next((bad for kind, bad in WRONG.items() if field["takes"].startswith(kind)), ())


@dataclass(frozen=True, slots=True)
class Page:
    """A command of the command line: what is typed to call it, its arguments, its options."""

    words: tuple[str, ...]
    arguments: tuple[str, ...]
    endless: bool
    options: tuple[str, ...]
    valued: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every real word there is to spoil."""

    pages: tuple[Page, ...]
    numbers: tuple[str, ...]
    keys: tuple[str, ...]
    states: tuple[str, ...]
    offered: Mapping[str, Mapping[str, tuple[Field, ...]]]
    known: Mapping[str, Mapping[str, tuple[Field, ...]]]


NEVER = {"daemon", "demo"}
"""What would not come back, or play a whole year, if it were typed right by mistake."""


def pages() -> tuple[Page, ...]:
    """Return every command, those inside others too."""
    context = click.Context(dispatch.solflow)
    result: list[Page] = []
    for name in TABLE:
        command = dispatch.solflow.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            result += [
                _page((name, sub), subcommand) for sub, subcommand in command.commands.items()
            ]
        else:
            result.append(_page((name,), command))
    return tuple(result)


def _page(words: tuple[str, ...], command: click.Command) -> Page:
    arguments = [param for param in command.params if isinstance(param, click.Argument)]
    options = [param for param in command.params if isinstance(param, click.Option)]
    return Page(
        words,
        tuple(str(argument.name) for argument in arguments if argument.required),
        any(argument.nargs == -1 for argument in arguments),
        tuple(option.opts[0] for option in options),
        tuple(option.opts[0] for option in options if not option.is_flag),
    )


def lexicon(folder: Path) -> Lexicon:
    """Read a workspace for its words."""
    workspace = Workspace.find(folder)
    try:
        engine = workspace.engine()
        headers = engine.environment.store.find()
        offered, known = {}, {}
        for header in headers:
            workflow = engine.loader.load(header.number).lifecycle.workflow
            forms = {name: tuple(describe(form)) for name, form in workflow.book.forms.items()}
            takes = _takes(workspace.actor(None), workflow.offered(header.state))
            known[header.number] = forms
            offered[header.number] = {name: forms[name] for name in takes}
        numbers = tuple(header.number for header in headers)
        states = tuple(sorted({header.state for header in headers}))
    finally:
        workspace.close()
    keys = tuple(number.partition("-")[2] for number in numbers if number[1] == "-")
    return Lexicon(pages(), numbers, keys, states, offered, known)


def _takes(actor: Actor, moves: Mapping[str, Any]) -> list[str]:
    """Return the commands this person may give, whatever the rules say of them."""
    return [name for name, ways in moves.items() if any(actor.roles & set(way.by) for way in ways)]

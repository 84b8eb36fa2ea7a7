"""How the demo reads while it happens: every event in a few lines."""

import textwrap
from collections.abc import Iterator
from datetime import datetime

from solicitation_flow.cli.terminal import Line, line, wrapped
from solicitation_flow.records.ledger import Deadline, Letter
from solicitation_flow.simulation.demo import Demo, Event, Moved
from solicitation_flow.views import refusal
from solicitation_flow.views.viewer import spaced
from solicitation_flow.workdays import local

WHEN, WHO = 18, 11
INDENT = WHEN + WHO
LONGEST = 160

SHOWN = {
    "price_offer": "{offeror} asks {amount}",
    "ranking": "{rank}. {offeror}: {total} points, {price_points} of them for the price",
    "proposal": "of {offeror}: {status}",
}
"""Records worth reading as they are filed; the others are in `solflow show`."""


def event(told: Demo, each: Event) -> Iterator[Line]:
    """Return the lines of one event."""
    if each.kind == "chapter":
        yield from chapter(each.chapter)
        return
    zone = told.zone
    yield _head(each, zone)
    if each.kind == "act" and each.step:
        yield from _words(each)
    if each.kind == "refusal":
        yield from _refusal(each)
    for place, move in enumerate(each.moves):
        if place:
            yield from _other(move)
        yield from _effects(move, each, zone)
    yield from _letters(each.letters)
    if each.diverges:
        yield from wrapped(each.diverges, INDENT, "bold red", "NOT AS WRITTEN  ")


def chapter(title: str) -> Iterator[Line]:
    """Return a heading."""
    yield line()
    yield line(title, "bold magenta")
    yield line("-" * len(title), "magenta")


def _head(each: Event, zone: str) -> Line:
    who = "reminder" if each.kind == "reminder" else each.who
    when = ((f"{_short(each.at, zone):>{WHEN - 1}} ", "dim"), (f"{who:<{WHO}}", "cyan"))
    return (*when, *_what(each))


def _what(each: Event) -> Line:
    if each.reminder:
        row = each.reminder
        return ((f"{row.name}, {row.offset} before", "blue"), (f"  {row.status}", "dim"))
    name = each.step.command if each.step else each.moves[0].command
    if each.kind == "refusal":
        return ((name, "bold"), (f" on {each.case}  ", "dim"), ("refused", "bold red"))
    if not each.moves:
        return ((name, "bold"), (f"  {each.diverges or 'as expected'}", ""))
    first = each.moves[0]
    if not first.source:
        return ((name, "bold"), (f"  opens {first.case}, ", ""), (first.dest, "bold green"))
    what = f"{name} {first.case}" if each.step and each.step.case else name
    if first.source == first.dest:
        return ((what, "bold"), (f"  still {spaced(first.dest)}", "dim"))
    arrow = (f"  {spaced(first.source)} -> ", "")
    return ((what, "bold"), arrow, (spaced(first.dest), "bold green"))


def _words(each: Event) -> Iterator[Line]:
    assert each.step is not None, "nobody said anything"
    words = each.step.words
    words = words["words"] if each.step.command == "new" else words
    said = "; ".join(f"{name}: {value}" for name, value in words.items())
    if said:
        yield from wrapped(textwrap.shorten(said, LONGEST, placeholder=" ..."), INDENT, "italic")


def _refusal(each: Event) -> Iterator[Line]:
    if not each.rulings:
        yield from wrapped(each.refused, INDENT, "red")
    for ruling in each.rulings:
        yield from wrapped(ruling.says, INDENT, "red")
        sentence = " ".join(ruling.law_says.split())
        yield from wrapped(sentence, INDENT, "dim", f"rule {ruling.id}  ")
        yield from wrapped(refusal.source(ruling), INDENT, "dim", "source    ")


def _other(move: Moved) -> Iterator[Line]:
    what = f"opens {move.case}: {spaced(move.dest)}"
    if move.source:
        what = f"tells {move.case}: {move.command}"
    yield from wrapped(what, INDENT, "green")


def _effects(move: Moved, each: Event, zone: str) -> Iterator[Line]:
    if each.kind == "clock":
        effect, record = _exact(move.effective_at, zone), _exact(move.recorded_at, zone)
        yield from wrapped(f"{effect}, recorded {record}", INDENT, "blue", "as of     ")
    for kind, body in move.filed:
        if kind in SHOWN:
            yield from wrapped(SHOWN[kind].format(**body), INDENT, "", f"{spaced(kind):<12}")
    for row in move.dates:
        yield from wrapped(_date(row, zone), INDENT, "blue", "deadline  ")
    for warning in move.warnings:
        yield from wrapped(warning, INDENT, "yellow", "warning   ")


def _date(row: Deadline, zone: str) -> str:
    when = f"{'before' if row.boundary == 'before' else 'at'} {_short(row.due_at, zone)}"
    if row.status != "unmet":
        return f"{row.name} {when} is {row.status}"
    moved = "moved: " if row.revision > 1 else ""
    return f"{moved}{row.name} {when}, then {row.command}"


def _letters(letters: tuple[Letter, ...]) -> Iterator[Line]:
    grouped: dict[str, list[str]] = {}
    for letter in letters:
        grouped.setdefault(letter.notice, []).append(letter.recipient.rpartition(":")[2])
    for notice, who in grouped.items():
        says = f"{notice} to {len(who)}: {', '.join(who)}"
        yield from wrapped(says, INDENT, "green", "letter    ")


def _short(at: datetime, zone: str) -> str:
    shown = local(at, zone)
    return f"{shown.day} {shown:%b %Y %H:%M}"


def _exact(at: datetime, zone: str) -> str:
    shown = local(at, zone)
    return f"{shown.day} {shown:%b %Y %H:%M:%S.%f}".removesuffix(".000000")

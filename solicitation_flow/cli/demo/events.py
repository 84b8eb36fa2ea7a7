"""Lays out each event of the demo in a few lines."""

import textwrap
from collections.abc import Iterator
from datetime import datetime

from solicitation_flow.cli.terminal import Line, line, wrapped
from solicitation_flow.records.ledger import Deadline, Letter
from solicitation_flow.simulation.demo import Demo, Event, Moved
from solicitation_flow.simulation.story import Step
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
"""Kinds of records that are printed as they are filed; `solflow show` has the others."""


def event_lines(demo: Demo, event: Event) -> Iterator[Line]:
    """Yield the lines of one event."""
    if event.kind == "chapter":
        yield from chapter(event.chapter)
        return
    yield _head(event, demo.zone)
    if event.kind == "act" and event.step:
        yield from _fields(event.step)
    if event.kind == "refusal":
        yield from _refusal(event)
    for position, move in enumerate(event.moves):
        if position > 0:
            yield from _other_case(move)
        yield from _effects(move, event, demo.zone)
    yield from _letters(event.letters)
    if event.diverges:
        yield from wrapped(event.diverges, INDENT, "bold red", "NOT AS WRITTEN  ")


def chapter(title: str) -> Iterator[Line]:
    """Yield a heading."""
    yield line()
    yield line(title, "bold magenta")
    yield line("-" * len(title), "magenta")


def _head(event: Event, zone: str) -> Line:
    if event.kind == "reminder":
        who = "reminder"
    else:
        who = event.who
    when = f"{_short(event.at, zone):>{WHEN - 1}} "
    return ((when, "dim"), (f"{who:<{WHO}}", "cyan"), *_what(event))


def _what(event: Event) -> Line:
    if event.reminder:
        reminder = event.reminder
        what = f"{reminder.name}, {reminder.offset} before"
        return ((what, "blue"), (f"  {reminder.status}", "dim"))
    if event.step:
        name = event.step.command
    else:
        name = event.moves[0].command
    if event.kind == "refusal":
        return ((name, "bold"), (f" on {event.case}  ", "dim"), ("refused", "bold red"))
    if not event.moves:
        return ((name, "bold"), (f"  {event.diverges or 'as expected'}", ""))
    return _move(name, event)


def _move(name: str, event: Event) -> Line:
    """Return where the first move of an event led."""
    move = event.moves[0]
    if not move.source:
        return ((name, "bold"), (f"  opens {move.case}, ", ""), (move.dest, "bold green"))
    if event.step and event.step.case:
        name = f"{name} {move.case}"
    if move.source == move.dest:
        return ((name, "bold"), (f"  still {spaced(move.dest)}", "dim"))
    arrow = (f"  {spaced(move.source)} -> ", "")
    return ((name, "bold"), arrow, (spaced(move.dest), "bold green"))


def _fields(step: Step) -> Iterator[Line]:
    """Yield the fields that were typed, cut short."""
    fields = step.words
    if step.command == "new":
        fields = fields["words"]
    text = "; ".join(f"{name}: {value}" for name, value in fields.items())
    if text:
        yield from wrapped(textwrap.shorten(text, LONGEST, placeholder=" ..."), INDENT, "italic")


def _refusal(event: Event) -> Iterator[Line]:
    if not event.rulings:
        yield from wrapped(event.refused, INDENT, "red")
    for ruling in event.rulings:
        yield from wrapped(ruling.says, INDENT, "red")
        sentence = " ".join(ruling.law_says.split())
        yield from wrapped(sentence, INDENT, "dim", f"rule {ruling.id}  ")
        yield from wrapped(refusal.source(ruling), INDENT, "dim", "source    ")


def _other_case(move: Moved) -> Iterator[Line]:
    what = f"opens {move.case}: {spaced(move.dest)}"
    if move.source:
        what = f"gives {move.case} the command {move.command}"
    yield from wrapped(what, INDENT, "green")


def _effects(move: Moved, event: Event, zone: str) -> Iterator[Line]:
    if event.kind == "clock":
        times = f"{_exact(move.effective_at, zone)}, recorded {_exact(move.recorded_at, zone)}"
        yield from wrapped(times, INDENT, "blue", "as of     ")
    for kind, body in move.filed:
        if kind in SHOWN:
            yield from wrapped(SHOWN[kind].format(**body), INDENT, "", f"{spaced(kind):<12}")
    for deadline in move.dates:
        yield from wrapped(_deadline(deadline, zone), INDENT, "blue", "deadline  ")
    for warning in move.warnings:
        yield from wrapped(warning, INDENT, "yellow", "warning   ")


def _deadline(deadline: Deadline, zone: str) -> str:
    preposition = "at"
    if deadline.boundary == "before":
        preposition = "before"
    when = f"{preposition} {_short(deadline.due_at, zone)}"
    if deadline.status != "unmet":
        return f"{deadline.name} {when} is {deadline.status}"
    moved = ""
    if deadline.revision > 1:
        moved = "moved: "
    return f"{moved}{deadline.name} {when}, then {deadline.command}"


def _letters(letters: tuple[Letter, ...]) -> Iterator[Line]:
    recipients: dict[str, list[str]] = {}
    for letter in letters:
        recipients.setdefault(letter.notice, []).append(letter.recipient.rpartition(":")[2])
    for notice, keys in recipients.items():
        text = f"{notice} to {len(keys)}: {', '.join(keys)}"
        yield from wrapped(text, INDENT, "green", "letter    ")


def _short(at: datetime, zone: str) -> str:
    there = local(at, zone)
    return f"{there.day} {there:%b %Y %H:%M}"


def _exact(at: datetime, zone: str) -> str:
    there = local(at, zone)
    return f"{there.day} {there:%b %Y %H:%M:%S.%f}".removesuffix(".000000")

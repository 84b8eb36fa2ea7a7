"""Lays out what the demo is based on, its result, what to try next, and its JSON."""

import shlex
import shutil
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from solicitation_flow.cli.demo.events import chapter
from solicitation_flow.cli.terminal import Line, line, wrapped
from solicitation_flow.guards import Ruling
from solicitation_flow.records.ledger import Deadline, Letter
from solicitation_flow.simulation.demo import (
    PUBLISHED,
    SIMULATED,
    SOURCE,
    TOLD,
    Demo,
    Event,
    Moved,
    Outcome,
)
from solicitation_flow.views import refusal
from solicitation_flow.views.viewer import spaced
from solicitation_flow.workdays import instant, local

COUNTED = ("no", "one year", "two years", "three years", "four years", "five years", "six years",
           "seven years", "eight years", "nine years")  # fmt: skip


def opening(demo: Demo) -> Iterator[Line]:
    """Yield what is fact and what is simulated."""
    yield line(f"{PUBLISHED['lead_agency']}, {PUBLISHED['number']}: a rehearsal", "bold")
    yield line()
    yield line(f"Fact, from {SOURCE}:", "bold")
    for name, text in PUBLISHED.items():
        yield from wrapped(text, 2, "", f"{spaced(name):<17}")
    yield line()
    yield line("Simulated, and marked so on every paper:", "bold yellow")
    yield from wrapped("; ".join(SIMULATED) + ".", 2, "yellow")
    yield line()
    yield line("Rules applied:", "bold")
    yield from wrapped(rules(demo), 2)
    yield line()
    yield line("Cast (simulated):", "bold")
    for party in demo.story.cast:
        roles = ""
        if party.register == "person":
            roles = f", {', '.join(party.rest)}"
        yield (("  ", ""), (f"{party.key:<9}", "cyan"), (f" {party.name}{roles}", ""))
    yield line()
    yield from wrapped(str(demo.workspace.root), 0, "bold", "Workspace  ")


def rules(demo: Demo) -> str:
    """Return whose rules apply, in which edition, and how much newer than the solicitation."""
    place, year = demo.jurisdiction, int(PUBLISHED["issued"][:4])
    text = f"{place.title}, edition {place.edition} ({place.name}.yaml)"
    newer = 0
    if place.edition.isdecimal():
        newer = int(place.edition) - year
    if newer > 0:
        count = f"{newer} years"
        if newer < len(COUNTED):
            count = COUNTED[newer]
        text += f": {count} newer than this solicitation of {year}"
    return f"{text}. The law of {year} may have been different; none of this is advice."


def ending(demo: Demo) -> Iterator[Line]:
    """Yield the result, and what to try next."""
    outcome = demo.outcome()
    yield from chapter("Result")
    if outcome.terms is None:
        yield line(f"  {outcome.number} ended without an agreement: {outcome.state}", "red")
    else:
        for name, text in agreement(demo, outcome).items():
            yield from wrapped(text, 2, "", f"{name:<12}")
        for packet_line in outcome.packet:
            mark, style = ("has    ", "green") if packet_line.present else ("lacks  ", "red")
            yield from wrapped(f"{packet_line.title} ({packet_line.where})", 14, style, mark)
    yield line()
    yield line("Try next:", "bold")
    for line_ in tries(demo, outcome):
        yield line(f"  {line_}", "cyan")


def agreement(demo: Demo, outcome: Outcome) -> dict[str, str]:
    """Return what a member would ask first about the published agreement, by label."""
    terms = outcome.terms
    assert terms is not None, "there is no agreement"
    outbox = sum(1 for _ in (demo.workspace.root / "outbox").glob("*.eml"))
    return {
        "agreement": f"{outcome.agreement}, {terms.title}",
        "contractor": demo.called(terms.contractor),
        "term": f"{terms.effective_on} to {terms.expires_on}, renewable {terms.renewals} times",
        "to join": terms.how_to_join,
        "letters": f"{outbox} in {demo.workspace.root / 'outbox'}",
        "printed": str(demo.workspace.root / TOLD),
        "packet": f"{terms.packet_at}; its papers:",
    }


def tries(demo: Demo, outcome: Outcome) -> list[str]:
    """Return command lines that work from the current folder."""
    start = f"{_program()} --workspace {shlex.quote(_short_path(demo.workspace.root))}"
    result = f"{start} list"
    if outcome.agreement:
        result = f"{start} agreements show {outcome.agreement}"
    number = outcome.number
    return [f"{start} next {number}", f"{start} journal {number}", result, f"{start} verify"]


def _program() -> str:
    """Return how the program was called, where `solflow` is not on the path."""
    called = Path(sys.argv[0])
    if called.name != "solflow" or shutil.which("solflow") == str(called):
        return "solflow"
    return shlex.quote(_short_path(called.absolute()))


def _short_path(path: Path) -> str:
    """Return a path relative to the current folder, if it is below it."""
    here = Path.cwd()
    if path.is_relative_to(here):
        return str(path.relative_to(here))
    return str(path)


def document(demo: Demo, events: list[Event]) -> dict[str, Any]:
    """Return the whole demo as one document."""
    outcome, place = demo.outcome(), demo.jurisdiction
    return {
        "workspace": str(demo.workspace.root),
        "number": outcome.number,
        "state": outcome.state,
        "fact": {**PUBLISHED, **_published_dates(demo.zone), "source": SOURCE},
        "simulated": list(SIMULATED),
        "rules": {
            "jurisdiction": place.name,
            "title": place.title,
            "edition": place.edition,
            "says": rules(demo),
        },
        "events": [_event_json(demo, event) for event in events],
        "agreement": _agreement_json(outcome),
        "diverged": sum(bool(event.diverges) for event in events),
        "next": tries(demo, outcome),
    }


def _agreement_json(outcome: Outcome) -> dict[str, Any] | None:
    if not outcome.terms:
        return None
    packet = []
    for packet_line in outcome.packet:
        packet.append(packet_line._asdict())
    return {"number": outcome.agreement, **outcome.terms.plain(), "packet": packet}


def _published_dates(zone: str) -> dict[str, Any]:
    dates: dict[str, Any] = {}
    for name in ("questions_until", "proposals_due"):
        dates[name] = _at(instant(datetime.fromisoformat(PUBLISHED[name]), zone), zone)
    return dates


def _at(moment: datetime, zone: str) -> dict[str, str]:
    return {"at": local(moment, zone).isoformat(), "zone": zone}


def _event_json(demo: Demo, event: Event) -> dict[str, Any]:
    reminder: dict[str, str] | None = None
    if event.reminder:
        row = event.reminder
        reminder = {"name": row.name, "offset": row.offset, "status": row.status}
    return {
        "kind": event.kind,
        **_at(event.at, demo.zone),
        "chapter": event.chapter or None,
        "who": event.who or None,
        "case": event.case or None,
        "command": event.step.command if event.step else None,
        "reminder": reminder,
        "moves": [_move_json(demo, move) for move in event.moves],
        "letters": [_letter_json(letter) for letter in event.letters],
        "refused": event.refused or None,
        "objections": [_objection_json(ruling) for ruling in event.rulings],
        "diverges": event.diverges or None,
    }


def _letter_json(letter: Letter) -> dict[str, str]:
    return {"notice": letter.notice, "recipient": letter.recipient, "subject": letter.subject}


def _objection_json(ruling: Ruling) -> dict[str, Any]:
    source = refusal.source(ruling)
    return {"rule": ruling.rule, "id": ruling.id, "says": ruling.says, "source": source}


def _move_json(demo: Demo, move: Moved) -> dict[str, Any]:
    return {
        "case": move.case,
        "command": move.command,
        "from": move.source or None,
        "to": move.dest,
        "effective_at": _at(move.effective_at, demo.zone),
        "recorded_at": _at(move.recorded_at, demo.zone),
        "deadlines": [_deadline_json(demo, deadline) for deadline in move.dates],
        "warnings": list(move.warnings),
        "filed": [kind for kind, _ in move.filed],
    }


def _deadline_json(demo: Demo, deadline: Deadline) -> dict[str, Any]:
    return {
        "name": deadline.name,
        "due_at": _at(deadline.due_at, demo.zone),
        "boundary": deadline.boundary,
        "status": deadline.status,
        "command": deadline.command,
    }

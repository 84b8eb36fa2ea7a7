"""What frames the demo: what of it is fact, what came of it, what to try next; and its JSON."""

import shlex
import shutil
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from solicitation_flow.cli.demo.events import chapter
from solicitation_flow.cli.terminal import Line, line, wrapped
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


def opening(told: Demo) -> Iterator[Line]:
    """Return what anybody must know before believing a word of what follows."""
    yield line(f"{PUBLISHED['lead_agency']}, {PUBLISHED['number']}: a rehearsal", "bold")
    yield line()
    yield line(f"Fact, from {SOURCE}:", "bold")
    for name, says in PUBLISHED.items():
        yield from wrapped(says, 2, "", f"{spaced(name):<17}")
    yield line()
    yield line("Simulated, and marked so on every paper:", "bold yellow")
    yield from wrapped("; ".join(SIMULATED) + ".", 2, "yellow")
    yield line()
    yield line("Rules applied:", "bold")
    yield from wrapped(rules(told), 2)
    yield line()
    yield line("Cast (simulated):", "bold")
    for party in told.story.cast:
        roles = f", {', '.join(party.rest)}" if party.register == "person" else ""
        yield (("  ", ""), (f"{party.key:<9}", "cyan"), (f" {party.name}{roles}", ""))
    yield line()
    yield from wrapped(str(told.workspace.root), 0, "bold", "Workspace  ")


def rules(told: Demo) -> str:
    """Return whose rules, in which edition, and how far that is from the solicitation."""
    place, year = told.jurisdiction, int(PUBLISHED["issued"][:4])
    says = f"{place.title}, edition {place.edition} ({place.name}.yaml)"
    younger = int(place.edition) - year if place.edition.isdecimal() else 0
    if younger > 0:
        count = COUNTED[younger] if younger < len(COUNTED) else f"{younger} years"
        says += f": {count} younger than this solicitation of {year}"
    return f"{says}. What was the law in {year} may have been different; none of this is advice."


def ending(told: Demo) -> Iterator[Line]:
    """Return what came of it, and what to try next."""
    made = told.outcome()
    yield from chapter("What came of it")
    if made.terms is None:
        yield line(f"  {made.number} ended without an agreement: {made.state}", "red")
    else:
        for name, says in agreement(told, made).items():
            yield from wrapped(says, 2, "", f"{name:<12}")
        for packet_line in made.packet:
            mark, style = ("has    ", "green") if packet_line.present else ("lacks  ", "red")
            yield from wrapped(f"{packet_line.title} ({packet_line.where})", 14, style, mark)
    yield line()
    yield line("Try next:", "bold")
    for words in tries(told, made):
        yield line(f"  {words}", "cyan")


def agreement(told: Demo, made: Outcome) -> dict[str, str]:
    """Return the published agreement in words: contractor, term, how to join, where the packet is.

    Everything a member would ask first.
    """
    terms = made.terms
    assert terms is not None, "there is no agreement to tell of"
    outbox = sum(1 for _ in (told.workspace.root / "outbox").glob("*.eml"))
    return {
        "agreement": f"{made.agreement}, {terms.title}",
        "contractor": told.called(terms.contractor),
        "term": f"{terms.effective_on} to {terms.expires_on}, renewable {terms.renewals} times",
        "to join": terms.how_to_join,
        "letters": f"{outbox} in {told.workspace.root / 'outbox'}",
        "told": str(told.workspace.root / TOLD),
        "packet": f"{terms.packet_at}; its papers:",
    }


def tries(told: Demo, made: Outcome) -> list[str]:
    """Return command lines that work from where the reader stands."""
    start = f"{_program()} --workspace {shlex.quote(_near(told.workspace.root))}"
    agreed = f"{start} agreements show {made.agreement}" if made.agreement else f"{start} list"
    number = made.number
    return [f"{start} next {number}", f"{start} journal {number}", agreed, f"{start} verify"]


def _program() -> str:
    """A clone's own program is not on the path: it is named as it was called."""
    called = Path(sys.argv[0])
    if called.name != "solflow" or shutil.which("solflow") == str(called):
        return "solflow"
    return shlex.quote(_near(called.absolute()))


def _near(path: Path) -> str:
    """Return the shorter of two ways to write a path."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def document(told: Demo, events: list[Event]) -> dict[str, Any]:
    """Return the whole demo as one document."""
    made, place = told.outcome(), told.jurisdiction
    terms = made.terms
    return {
        "workspace": str(told.workspace.root),
        "number": made.number,
        "state": made.state,
        "fact": {**PUBLISHED, **_dates(told.zone), "source": SOURCE},
        "simulated": list(SIMULATED),
        "rules": {
            "jurisdiction": place.name,
            "title": place.title,
            "edition": place.edition,
            "says": rules(told),
        },
        "events": [_as_json(told, event) for event in events],
        "agreement": {
            "number": made.agreement,
            **terms.plain(),
            "packet": [packet_line._asdict() for packet_line in made.packet],
        }
        if terms
        else None,
        "diverged": sum(bool(event.diverges) for event in events),
        "next": tries(told, made),
    }


def _dates(zone: str) -> dict[str, Any]:
    walls = {name: PUBLISHED[name] for name in ("questions_until", "proposals_due")}
    return {name: _at(instant(datetime.fromisoformat(w), zone), zone) for name, w in walls.items()}


def _at(moment: datetime, zone: str) -> dict[str, str]:
    return {"at": local(moment, zone).isoformat(), "zone": zone}


def _as_json(told: Demo, each: Event) -> dict[str, Any]:
    row = each.reminder
    return {
        "kind": each.kind,
        **_at(each.at, told.zone),
        "chapter": each.chapter or None,
        "who": each.who or None,
        "case": each.case or None,
        "command": each.step.command if each.step else None,
        "reminder": {"name": row.name, "offset": row.offset, "status": row.status} if row else None,
        "moves": [_move(told, move) for move in each.moves],
        "letters": [
            {"notice": x.notice, "recipient": x.recipient, "subject": x.subject}
            for x in each.letters
        ],
        "refused": each.refused or None,
        "objections": [
            {"rule": r.rule, "id": r.id, "says": r.says, "source": refusal.source(r)}
            for r in each.rulings
        ],
        "diverges": each.diverges or None,
    }


def _move(told: Demo, move: Moved) -> dict[str, Any]:
    return {
        "case": move.case,
        "command": move.command,
        "from": move.source or None,
        "to": move.dest,
        "effective_at": _at(move.effective_at, told.zone),
        "recorded_at": _at(move.recorded_at, told.zone),
        "deadlines": [
            {
                "name": row.name,
                "due_at": _at(row.due_at, told.zone),
                "boundary": row.boundary,
                "status": row.status,
                "command": row.command,
            }
            for row in move.dates
        ],
        "warnings": list(move.warnings),
        "filed": [kind for kind, _ in move.filed],
    }

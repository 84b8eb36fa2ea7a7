"""One case or many, laid out for a person or a program."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from solicitation_flow.cli import shapes
from solicitation_flow.cli.offers import heading
from solicitation_flow.cli.session import Session
from solicitation_flow.engine import View
from solicitation_flow.engine.case_list import ListedCase
from solicitation_flow.errors import SolflowError
from solicitation_flow.records.ledger import Letter
from solicitation_flow.yamlfile import did_you_mean

LONGEST = 300
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


@dataclass(frozen=True, slots=True)
class Asked:
    """About which time a case is asked: now, an effective time, or a time of knowing."""

    as_of: datetime | None = None
    known_at: datetime | None = None


def unheard_of(session: Session, wanted: Mapping[str, str | None]) -> str | None:
    """Say which word of a question no workflow knows, where there is one: a typing slip."""
    definitions = session.workspace.definitions
    known = {"workflow": definitions.workflows(), "state": [], "phase": []}
    for name in known["workflow"]:
        # a broken file is no answer to this question
        with suppress(SolflowError):
            phases = definitions.compiled(name).phases
            known["state"] += phases
            known["phase"] += phases.values()
    for name, words in known.items():
        word = wanted.get(name)
        if word and word.replace(" ", "_") not in words:
            hint = did_you_mean(word, words)
            return f"There is no {name} {word!r}{f'; {hint}' if hint else '.'}"
    return None


def row(made: ListedCase, session: Session) -> dict[str, Any]:
    """Return a case of a list, for a program."""
    return {
        **shapes.header(made.header),
        "opened_at": session.instant(made.header.opened_at),
        "next_due": shapes.deadline(made.next_due, session) if made.next_due else None,
        "unrecorded": made.unrecorded,
    }


def table(
    found: Sequence[ListedCase], session: Session
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return a list of cases as a table."""
    heads = ("number", "state", "title", "owner", "next due")
    rows: list[tuple[str, ...]] = []
    for made in found:
        due = made.next_due
        state = shapes.spaced(made.header.state) + (
            " (not yet recorded)" if made.unrecorded else ""
        )
        ahead = f"{due.name}, {session.brief(due.due_at)}" if due else ""
        rows.append((made.header.number, state, made.header.title, made.header.owner, ahead))
    return heads, rows


def document(view: View, asked: Asked, session: Session) -> dict[str, Any]:
    """Return one case whole, for a program."""
    loaded = view.loaded
    pins = {kind: session.engine.loader.pin(sha) for kind, sha in loaded.header.pins.items()}
    return {
        **shapes.about(view, session),
        "as_of": session.instant(asked.as_of) if asked.as_of else None,
        "known_at": session.instant(asked.known_at) if asked.known_at else None,
        "opened_at": session.instant(loaded.header.opened_at),
        "effective_at": session.instant(loaded.header.effective_at),
        "recorded_at": session.instant(loaded.header.recorded_at),
        "head": loaded.header.head,
        "pins": {
            kind: {"name": pin.name, "version": pin.version, "sha256": pin.sha256}
            for kind, pin in pins.items()
        },
        "records": [
            {"kind": record.kind, "key": record.key, "body": record.plain()}
            for record in loaded.case.records.values()
        ],
        "deadlines": [
            shapes.deadline(deadline, session)
            for deadline in sorted(
                loaded.case.deadlines.values(), key=lambda deadline: deadline.order
            )
        ],
        "letters": [letter(each, session) for each in _letters(view, asked, session)],
    }


def letter(each: Letter, session: Session) -> dict[str, Any]:
    """Return a letter's envelope, without its text."""
    return {
        "id": each.digest[:12],
        "case": each.case or None,
        "cause": each.cause,
        "notice": each.notice,
        "recipient": each.recipient,
        "address": each.address or None,
        "subject": each.subject,
        "written_at": session.instant(each.written_at),
        "status": each.status,
        "settled_at": session.instant(each.settled_at) if each.settled_at else None,
        "trouble": each.trouble or None,
        "digest": each.digest,
    }


def _letters(view: View, asked: Asked, session: Session) -> list[Letter]:
    until = asked.as_of or asked.known_at or view.at
    kept = session.engine.environment.store.outbox(case=view.loaded.header.number)
    return [each for each in kept if each.written_at <= until]


def lines(view: View, asked: Asked, session: Session) -> Iterator[str]:
    """Return one case for a person."""
    loaded = view.loaded
    yield from heading(view, session)
    if loaded.header.parent:
        yield f"  opened by {loaded.header.parent}"
    for kind, sha in loaded.header.pins.items():
        pin = session.engine.loader.pin(sha)
        yield f"  {kind} {pin.name}, {pin.version}"
    dates = sorted(loaded.case.deadlines.values(), key=lambda deadline: deadline.order)
    if dates:
        yield "\nDates:"
    for date in dates:
        whose = f" of {date.subject}" if date.subject else ""
        yield f"  {date.name}{whose}  {session.spoken(date.due_at)}  {date.status}"
    for deadline in loaded.case.records.values():
        key = "" if deadline.key == "the" else f" {deadline.key}"
        yield f"\n{shapes.spaced(deadline.kind).capitalize()}{key}:"
        for name, value in deadline.plain().items():
            if value not in (None, "", [], {}):
                yield from _field(name, value, session)
    letters = _letters(view, asked, session)
    if letters:
        yield f"\nLetters: {len(letters)} (solflow notices list {loaded.header.number})"
    yield f"\nJournal head {loaded.header.head}"


def _field(name: str, value: object, session: Session) -> Iterator[str]:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    if _INSTANT.fullmatch(text):
        text = session.spoken(datetime.fromisoformat(text))
    if len(text) > LONGEST:
        text = f"{text[:LONGEST]}... ({len(text)} characters; all of it with --json)"
    first, *rest = text.splitlines() or [""]
    yield f"  {name}: {first}"
    yield from (f"    {line}" for line in rest)

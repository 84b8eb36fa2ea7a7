"""Encodes journal entries as stored text, and folds them back into a case."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from solicitation_flow.records import canonical, digest, quoted, written
from solicitation_flow.records.ledger import (
    Deadline,
    EntryContent,
    Fact,
    Header,
    StoredEntry,
    Warned,
    stamp,
    unstamp,
)

FIRST = "0" * 64
"""The hash that the first entry names as the one before it."""


def deadline_row(row: Deadline) -> dict[str, Any]:
    """Return a deadline as an entry holds it."""
    return row._asdict() | {"due_at": stamp(row.due_at), "fires_at": stamp(row.fires_at)}


def deadline_from(row: Mapping[str, Any]) -> Deadline:
    """Return the deadline an entry holds."""
    return Deadline(
        **{**row, "due_at": unstamp(row["due_at"]), "fires_at": unstamp(row["fires_at"])}
    )


def stored(content: EntryContent) -> StoredEntry:
    """Return an entry as stored: the bytes that are hashed."""
    text = encoded(content)
    return StoredEntry(
        case=content.case,
        number=content.number,
        command=content.command,
        effective_at=content.effective_at,
        recorded_at=content.recorded_at,
        text=text,
        hash=digest(text),
    )


def encoded(content: EntryContent) -> str:
    """Return an entry as JSON; a record's body is JSON already and goes in as it is."""
    before = written(
        {
            "case": content.case,
            "number": content.number,
            "command": content.command,
            "form": content.form,
            "by": content.by,
            "acts_for": content.acts_for,
            "role": content.role,
            "subject": content.subject,
            "source": content.source,
            "dest": content.dest,
            "effective_at": stamp(content.effective_at),
            "recorded_at": stamp(content.recorded_at),
            "parent_move": content.parent_move,
            "header": content.header,
        }
    )
    changed: list[str] = []
    for fact in content.changed:
        changed.append(
            f'{{"kind":{quoted(fact.kind)},"key":{quoted(fact.key)},"body":{fact.body}}}'
        )
    deadlines = [deadline_row(row) for row in content.deadlines]
    warnings = [warning._asdict() for warning in content.warnings]
    return (
        f'{before[:-1]},"changed":[{",".join(changed)}],"deadlines":{_listed(deadlines)},'
        f'"letters":{_listed(content.letters)},"determinations":{_listed(content.determinations)},'
        f'"warnings":{_listed(warnings)},"program":{quoted(content.program)},'
        f'"previous":{quoted(content.previous)}}}'
    )


def _listed(values: Sequence[Any]) -> str:
    """Return a list as JSON; nearly every list of an entry is empty."""
    if values:
        return written(values)
    return "[]"


def decoded(text: str) -> EntryContent:
    """Return what a stored entry says."""
    plain = json.loads(text)
    changed: list[Fact] = []
    for row in plain["changed"]:
        changed.append(Fact(row["kind"], row["key"], written(row["body"])))
    plain |= {
        "effective_at": unstamp(plain["effective_at"]),
        "recorded_at": unstamp(plain["recorded_at"]),
        "changed": tuple(changed),
        "deadlines": tuple([deadline_from(row) for row in plain["deadlines"]]),
        "letters": tuple(plain["letters"]),
        "determinations": tuple(plain["determinations"]),
        "warnings": tuple([Warned(**row) for row in plain["warnings"]]),
    }
    return EntryContent(**plain)


def access_line(at: datetime, by: str, did: str, case: str, what: str) -> str:
    """Return a line of the access log: what no journal holds."""
    return canonical({"at": stamp(at), "by": by, "did": did, "case": case, "what": what})


@dataclass(slots=True)
class Folded:
    """A case as its journal says it is: exactly what the tables should hold."""

    about: dict[str, Any] = field(default_factory=dict)
    facts: dict[tuple[str, str], Fact] = field(default_factory=dict)
    deadlines: dict[tuple[str, str], Deadline] = field(default_factory=dict)
    last: EntryContent | None = None
    opened_at: datetime | None = None
    head: str = FIRST

    def add(self, entry: StoredEntry) -> None:
        """Take in the next entry."""
        content = decoded(entry.text)
        self.opened_at = self.opened_at or content.effective_at
        self.about.update(content.header)
        for fact in content.changed:
            self.facts[fact.kind, fact.key] = fact
        for deadline in content.deadlines:
            self.deadlines[deadline.name, deadline.subject] = deadline
        self.last = content
        self.head = entry.hash

    def header(self) -> Header:
        """Return the header these entries make."""
        assert self.last is not None, "a case has an entry that opened it"
        assert self.opened_at is not None
        return Header(
            number=self.last.case,
            workflow=self.about["workflow"],
            version=self.about["version"],
            state=self.last.dest,
            phase=self.about["phase"],
            title=self.about["title"],
            owner=self.about["owner"],
            parent=self.about["parent"],
            pins=self.about["pins"],
            count=self.last.number,
            head=self.head,
            opened_at=self.opened_at,
            effective_at=self.last.effective_at,
            recorded_at=self.last.recorded_at,
        )


def fold(entries: Iterable[StoredEntry]) -> Folded:
    """Return the case a run of entries makes."""
    folded = Folded()
    for entry in entries:
        folded.add(entry)
    return folded

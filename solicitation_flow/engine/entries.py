"""Journal entries as stored text, and the fold that turns them back into a case."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from solicitation_flow.records import canonical, digest, written
from solicitation_flow.records.ledger import Deadline, Fact, Header, StoredEntry, stamp, unstamp

FIRST = "0" * 64
"""What the first entry names as the hash before it."""


def deadline_row(row: Deadline) -> dict[str, Any]:
    """Return a deadline as an entry holds it."""
    return row._asdict() | {"due_at": stamp(row.due_at), "fires_at": stamp(row.fires_at)}


def deadline_from(row: dict[str, Any]) -> Deadline:
    """Return the deadline an entry holds."""
    return Deadline(
        **{**row, "due_at": unstamp(row["due_at"]), "fires_at": unstamp(row["fires_at"])}
    )


def entry(
    header: Header, command: str, told: str, effective_at: datetime, recorded_at: datetime
) -> StoredEntry:
    """Return the entry that follows a header's head: its bytes are hashed as stored.

    `told` is all of it as JSON but for its end: the hash of the entry before it.
    """
    text = f'{told},"previous":"{header.head}"}}'
    return StoredEntry(
        case=header.number,
        number=header.count + 1,
        command=command,
        effective_at=effective_at,
        recorded_at=recorded_at,
        text=text,
        hash=digest(text),
    )


def access_line(at: datetime, by: str, did: str, case: str, what: str) -> str:
    """Return a line of the access log: what no journal holds, and must not be undone unseen."""
    return canonical({"at": stamp(at), "by": by, "did": did, "case": case, "what": what})


@dataclass(slots=True)
class Folded:
    """What a journal says a case is: exactly what the tables should hold."""

    about: dict[str, Any] = field(default_factory=dict)
    facts: dict[tuple[str, str], Fact] = field(default_factory=dict)
    deadlines: dict[tuple[str, str], Deadline] = field(default_factory=dict)
    last: dict[str, Any] = field(default_factory=dict)
    opened_at: str = ""
    head: str = FIRST

    def add(self, stored: StoredEntry) -> None:
        """Take in the next entry."""
        content = json.loads(stored.text)
        self.opened_at = self.opened_at or content["effective_at"]
        self.about.update(content["header"])
        for row in content["changed"]:
            fact = Fact(row["kind"], row["key"], written(row["body"]))
            self.facts[fact.kind, fact.key] = fact
        for row in content["deadlines"]:
            made = deadline_from(row)
            self.deadlines[made.name, made.subject] = made
        self.last = content
        self.head = stored.hash

    def header(self) -> Header:
        """Return the header these entries make."""
        return Header(
            number=self.last["case"],
            workflow=self.about["workflow"],
            version=self.about["version"],
            state=self.last["dest"],
            phase=self.about["phase"],
            title=self.about["title"],
            owner=self.about["owner"],
            parent=self.about["parent"],
            pins=self.about["pins"],
            count=self.last["number"],
            head=self.head,
            opened_at=unstamp(self.opened_at),
            effective_at=unstamp(self.last["effective_at"]),
            recorded_at=unstamp(self.last["recorded_at"]),
        )


def fold(entries: Iterable[StoredEntry]) -> Folded:
    """Return the case a run of entries makes."""
    folded = Folded()
    for each in entries:
        folded.add(each)
    return folded

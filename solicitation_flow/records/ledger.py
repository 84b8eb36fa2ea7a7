"""The rows the engine stores: headers, entries, deadlines, reminders, duties, letters, plans."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Final, Literal, NamedTuple

from solicitation_flow.workdays import in_utc

Boundary = Literal["before", "at"]
"""`before`: the due instant itself is too late. `at`: the due instant is still in time."""

_UNDATED = datetime.min.replace(tzinfo=UTC)


def stamp(instant: datetime) -> str:
    """Return an instant as RFC 3339 in UTC, always with microseconds, so that texts sort."""
    return _stamp(in_utc(instant))


@lru_cache(maxsize=1_024)
def _stamp(instant: datetime) -> str:
    return instant.isoformat(timespec="microseconds")[:-6] + "Z"


def unstamp(text: str) -> datetime:
    """Return the instant a stamp stands for."""
    return datetime.fromisoformat(text)


EMPTY: Final[Mapping[str, Any]] = {}
"""What a value holds where no mapping was given: shared, so never changed."""


class Deadline(NamedTuple):
    """A date; when it passes unmet, the clock performs `command` as of `fires_at`.

    `subject` says whose (an offeror, a round, a protest) or is empty for the case itself.
    `revision` counts how often the date was moved. `printed` is the label the paper shows.
    """

    case: str
    name: str
    subject: str
    due_at: datetime
    boundary: Boundary
    fires_at: datetime
    runs_from: str
    command: str
    revision: int = 1
    status: Literal["unmet", "met", "dropped"] = "unmet"
    printed: str = ""

    @property
    def order(self) -> tuple[datetime, str, str, str]:
        """The one order in which passed deadlines are settled."""
        return (self.fires_at, self.case, self.name, self.subject)


class Reminder(NamedTuple):
    """A letter to write `offset` before a deadline, unless it is no longer true by then."""

    case: str
    name: str
    subject: str
    revision: int
    audience: str
    offset: str
    fires_at: datetime
    notice: str
    status: Literal["pending", "sent", "dropped"] = "pending"
    settled_at: datetime | None = None

    @property
    def cause(self) -> str:
        """The cause its letters carry in the outbox."""
        whose = f"{self.name}/{self.subject}" if self.subject else self.name
        return f"reminder:{whose}:{self.revision}:{self.audience}:{self.offset}"

    @property
    def key(self) -> tuple[str, str, str, int, str, str]:
        """What may exist only once: the deadline at one of its dates, the audience, the offset."""
        return (self.case, self.name, self.subject, self.revision, self.audience, self.offset)

    @property
    def order(self) -> tuple[datetime, str, str, str, int, str, str]:
        """The one order in which reminders are written."""
        return (self.fires_at, *self.key)


class Duty(NamedTuple):
    """An open task: `owes` is the register key of who owes it or, as in `role:officer`, a role."""

    case: str
    command: str
    owes: str
    says: str
    due_at: datetime | None = None

    @property
    def order(self) -> tuple[bool, datetime, str, str]:
        """The order of an inbox: dated before undated, then by case and command.

        Duties alike in all this stay in the order in which their case lists them.
        """
        return (self.due_at is None, self.due_at or _UNDATED, self.case, self.command)


class Letter(NamedTuple):
    """One letter to one recipient for one cause; `message` is the whole mail as it will leave."""

    case: str
    cause: str
    notice: str
    recipient: str
    address: str
    subject: str
    message: str
    digest: str
    message_id: str
    written_at: datetime
    status: Literal["queued", "sending", "sent", "uncertain"] = "queued"
    settled_at: datetime | None = None
    trouble: str = ""

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What may exist only once: case, cause, notice, recipient."""
        return (self.case, self.cause, self.notice, self.recipient)


@dataclass(frozen=True, slots=True)
class Pin:
    """A definition a case runs from, as it was when the case was opened."""

    kind: Literal["workflow", "profile", "program"]
    name: str
    version: str
    sha256: str
    body: str


class Header(NamedTuple):
    """One line about a case, for lists; `count` and `head` fix its journal."""

    number: str
    workflow: str
    version: int
    state: str
    phase: str
    title: str
    owner: str
    parent: str
    pins: Mapping[str, str]
    count: int  # type: ignore[assignment]  # the journal's, in place of what tuples count
    head: str
    opened_at: datetime
    effective_at: datetime
    recorded_at: datetime


class Fact(NamedTuple):
    """A record as stored: its kind, its key, its JSON body."""

    kind: str
    key: str
    body: str


class StoredEntry(NamedTuple):
    """A journal entry as stored: the text whose SHA-256 is `hash`."""

    case: str
    number: int
    command: str
    effective_at: datetime
    recorded_at: datetime
    text: str
    hash: str


class Warned(NamedTuple):
    """A warning a move was made under: the rule, its id, and what was said."""

    rule: str
    id: str
    says: str


class EntryContent(NamedTuple):
    """What a journal entry says its move did to its case, in the order it is stored.

    `form` and `header` hold plain JSON values; `letters` are the digests of those written.
    """

    case: str
    number: int
    command: str
    form: Mapping[str, Any]
    by: str
    acts_for: str
    role: str
    subject: str
    source: str
    dest: str
    effective_at: datetime
    recorded_at: datetime
    parent_move: int | None
    header: Mapping[str, Any]
    changed: tuple[Fact, ...]
    deadlines: tuple[Deadline, ...]
    letters: tuple[str, ...]
    determinations: tuple[str, ...]
    warnings: tuple[Warned, ...]
    program: str
    previous: str


class StoredCase(NamedTuple):
    """A case as stored, before its records are parsed."""

    header: Header
    facts: tuple[Fact, ...]
    deadlines: tuple[Deadline, ...]


class CasePlan(NamedTuple):
    """All one move does to one case; `expects` is the journal count it was decided on.

    `deadlines`, `reminders` (pending ones) and `duties` are the case's full sets after the move.
    `parent_move` is what the move read of the parent: checked at the commit too. `content` is
    what the entry says, for whoever shows the plan. `listed` is whether anything of the header
    that lists show has changed: most moves change nothing of it.
    """

    expects: int
    header: Header
    entry: StoredEntry
    content: EntryContent
    facts: tuple[Fact, ...]
    deadlines: tuple[Deadline, ...]
    reminders: tuple[Reminder, ...]
    duties: Sequence[Duty]
    letters: tuple[Letter, ...]
    pins: tuple[Pin, ...] = ()
    parent_move: int | None = None
    listed: bool = True


class Plan(NamedTuple):
    """What one command does, over every case it touches: stored whole or not at all."""

    parts: tuple[CasePlan, ...]
    settings: Mapping[str, str] = EMPTY


@dataclass(frozen=True, slots=True)
class Access:
    """A line of the access log: who opened or tried to open what; hash-chained like a journal."""

    number: int
    text: str
    hash: str

    @property
    def mark(self) -> dict[str, str]:
        """The setting that repeats the log's newest line, so that lines cut off the end show."""
        return {ACCESS_LAST: f"{self.number} {self.hash}"}


ACCESS_LAST: Final = "access_last"

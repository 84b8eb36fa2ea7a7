"""The tables of the database, declared once: statements, rows and SQLModel classes follow it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from solicitation_flow.records.ledger import (
    Access,
    Deadline,
    Duty,
    Fact,
    Header,
    Letter,
    Pin,
    Reminder,
    StoredEntry,
)

Kind = Literal["text", "integer", "instant", "json"]
"""What a column holds; an instant is an integer: microseconds since 1970, UTC."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    kind: Kind = "text"
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class Index:
    """One index of a table; `where` makes it a partial one."""

    name: str
    columns: tuple[str, ...]
    unique: bool = False
    where: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One table: `clustered` keeps the rows of a case side by side, so that it loads quickly.

    `of_a_case` says that column `case` names a row of case_header.
    """

    name: str
    says: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    indexes: tuple[Index, ...] = ()
    clustered: bool = True
    of_a_case: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        """The columns a program writes: all but `id`, which the database counts by itself."""
        return tuple(column.name for column in self.columns if column.name != "id")


def columns_of(noun: type) -> Iterator[Column]:
    """Return a column for each field of a noun, in its order."""
    for name, hint in get_type_hints(noun).items():
        choices = []
        for choice in get_args(hint):
            if choice is not NoneType:
                choices.append(choice)
        nullable = NoneType in get_args(hint)
        yield Column(name, _kind(choices[0] if nullable else hint), nullable)


def _kind(hint: Any) -> Kind:
    if hint is datetime:
        return "instant"
    if hint is int:
        return "integer"
    if get_origin(hint) is Mapping:
        return "json"
    assert hint is str or get_origin(hint) is Literal, f"no column holds {hint}"
    return "text"


_ID = Column("id", "integer")
_CASE = Column("case")

CASE_HEADER = Table(
    "case_header",
    "One line about a case; `series` and `serial` are its number, split for counting on.",
    (*columns_of(Header), Column("series"), Column("serial", "integer", nullable=True)),
    key=("number",),
    indexes=(
        Index("case_header_by_state", ("workflow", "state")),
        Index("case_header_by_phase", ("phase",)),
        Index("case_header_by_owner", ("owner",)),
        Index("case_header_by_parent", ("parent",)),
        Index("case_header_by_series", ("series", "serial"), where="serial IS NOT NULL"),
    ),
    of_a_case=False,
)
RECORD = Table(
    "record",
    "One fact of a case, as JSON; `filed` and `place` keep the order of first filing.",
    (_CASE, *columns_of(Fact), Column("filed", "integer"), Column("place", "integer")),
    key=("case", "kind", "key"),
)
JOURNAL = Table(
    "journal",
    "One entry; triggers of the migration refuse to change or delete it.",
    (_ID, *columns_of(StoredEntry)),
    key=("id",),
    indexes=(Index("journal_once", ("case", "number"), unique=True),),
    clustered=False,
)
DEADLINE = Table(
    "deadline",
    "One deadline; the partial index is the schedule.",
    tuple(columns_of(Deadline)),
    key=("case", "name", "subject"),
    indexes=(
        Index("deadline_unmet", ("fires_at", "case", "name", "subject"), where="status = 'unmet'"),
    ),
)
_REMINDER_KEY = ("case", "name", "subject", "revision", "audience", "offset")
REMINDER = Table(
    "reminder",
    "One reminder; once settled it stays, so that it is never written twice.",
    tuple(columns_of(Reminder)),
    key=_REMINDER_KEY,
    indexes=(Index("reminder_pending", ("fires_at", *_REMINDER_KEY), where="status = 'pending'"),),
)
DUTY = Table(
    "duty",
    "One thing somebody still owes; `place` is where its case lists it.",
    (_CASE, Column("place", "integer"), *tuple(columns_of(Duty))[1:]),
    key=("case", "place"),
    indexes=(Index("duty_by_owes", ("owes",)),),
)
OUTBOX = Table(
    "outbox",
    "One letter to one recipient for one cause, whole as it leaves.",
    (_ID, *columns_of(Letter)),
    key=("id",),
    indexes=(
        Index("outbox_once", ("case", "cause", "notice", "recipient"), unique=True),
        Index("outbox_open", ("status",), where="status <> 'sent'"),
    ),
    clustered=False,
    of_a_case=False,
)
PINNED = Table(
    "pinned",
    "One definition as it was when a case was opened.",
    (_ID, *columns_of(Pin)),
    key=("id",),
    indexes=(
        Index("pinned_once", ("sha256",), unique=True),
        Index("pinned_by_name", ("kind", "name")),
    ),
    clustered=False,
    of_a_case=False,
)
SETTING = Table(
    "setting",
    "One setting of the workspace, such as the training clock.",
    (Column("key"), Column("value")),
    key=("key",),
    of_a_case=False,
)
ACCESS = Table(
    "access",
    "One line of the access log; triggers of the migration refuse to change or delete it.",
    tuple(columns_of(Access)),
    key=("number",),
    clustered=False,
    of_a_case=False,
)

ALL = (
    CASE_HEADER,
    RECORD,
    JOURNAL,
    DEADLINE,
    REMINDER,
    DUTY,
    OUTBOX,
    PINNED,
    SETTING,
    ACCESS,
)
"""Every table, those that others refer to first."""

COLUMNS = {table.name: tuple(column.name for column in table.columns) for table in ALL}
"""The columns of each table."""

"""The tables as SQLModel, for migrations and reports: what SQL asks about, and JSON bodies."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Dialect, Index, Integer, Text, TypeDecorator, text
from sqlmodel import Field, SQLModel

from solicitation_flow.store import row_mapping

METADATA = SQLModel.metadata
"""What the migrations must produce."""

COUNT = BigInteger().with_variant(Integer(), "sqlite")


class Micros(TypeDecorator[datetime]):
    """An instant as whole microseconds since 1970, UTC: exact, and sortable in any database."""

    impl = COUNT
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _: Dialect) -> int | None:
        """Return what is stored."""
        return None if value is None else row_mapping.micros(value)

    def process_result_value(self, value: Any, _: Dialect) -> datetime | None:
        """Return the instant that was stored."""
        return None if value is None else row_mapping.instant(value)


def _text(**options: Any) -> Any:
    return Field(sa_type=Text, **options)


def _count(**options: Any) -> Any:
    return Field(sa_type=COUNT, **options)


def _instant(**options: Any) -> Any:
    return Field(sa_type=Micros, **options)


def _case() -> Any:
    return _text(primary_key=True, foreign_key="case_header.number")


_CLUSTERED = {"sqlite_with_rowid": False}
"""Keeps the rows of one case side by side, so that loading it reads few pages."""


class CaseHeaderRow(SQLModel, table=True):
    """One line about a case; `series` and `serial` are its number, split for counting on."""

    __tablename__ = "case_header"
    __table_args__ = (
        Index("case_header_by_state", "workflow", "state"),
        Index("case_header_by_phase", "phase"),
        Index("case_header_by_owner", "owner"),
        Index("case_header_by_parent", "parent"),
        Index(
            "case_header_by_series",
            "series",
            "serial",
            sqlite_where=text("serial IS NOT NULL"),
        ),
        _CLUSTERED,
    )

    number: str = _text(primary_key=True)
    workflow: str = _text()
    version: int = _count()
    state: str = _text()
    phase: str = _text()
    title: str = _text()
    owner: str = _text()
    parent: str = _text()
    pins: str = _text()
    count: int = _count()
    head: str = _text()
    opened_at: datetime = _instant()
    effective_at: datetime = _instant()
    recorded_at: datetime = _instant()
    series: str = _text()
    serial: int | None = _count(nullable=True)


class RecordRow(SQLModel, table=True):
    """One fact of a case, as JSON; `filed` and `place` keep the order of first filing."""

    __tablename__ = "record"
    __table_args__ = _CLUSTERED

    case: str = _case()
    kind: str = _text(primary_key=True)
    key: str = _text(primary_key=True)
    body: str = _text()
    filed: int = _count()
    place: int = _count()


class JournalRow(SQLModel, table=True):
    """One entry; triggers of the migration refuse to change or delete it."""

    __tablename__ = "journal"
    __table_args__ = (Index("journal_once", "case", "number", unique=True),)

    id: int = Field(sa_type=Integer, primary_key=True)
    case: str = _text(foreign_key="case_header.number")
    number: int = _count()
    command: str = _text()
    effective_at: datetime = _instant()
    recorded_at: datetime = _instant()
    text: str = _text()
    hash: str = _text()


class DeadlineRow(SQLModel, table=True):
    """One deadline; the partial index is the schedule."""

    __tablename__ = "deadline"
    __table_args__ = (
        Index(
            "deadline_unmet",
            "fires_at",
            "case",
            "name",
            "subject",
            sqlite_where=text("status = 'unmet'"),
        ),
        _CLUSTERED,
    )

    case: str = _case()
    name: str = _text(primary_key=True)
    subject: str = _text(primary_key=True)
    due_at: datetime = _instant()
    boundary: str = _text()
    fires_at: datetime = _instant()
    runs_from: str = _text()
    command: str = _text()
    revision: int = _count()
    status: str = _text()
    printed: str = _text()


class ReminderRow(SQLModel, table=True):
    """One reminder; once settled it stays, so that it is never written twice."""

    __tablename__ = "reminder"
    __table_args__ = (
        Index(
            "reminder_pending",
            "fires_at",
            "case",
            "name",
            "subject",
            "revision",
            "audience",
            "offset",
            sqlite_where=text("status = 'pending'"),
        ),
        _CLUSTERED,
    )

    case: str = _case()
    name: str = _text(primary_key=True)
    subject: str = _text(primary_key=True)
    revision: int = _count(primary_key=True)
    audience: str = _text(primary_key=True)
    offset: str = _text(primary_key=True)
    fires_at: datetime = _instant()
    notice: str = _text()
    status: str = _text()
    settled_at: datetime | None = _instant(nullable=True)


class DutyRow(SQLModel, table=True):
    """What a case waits for, and from whom: the inbox."""

    __tablename__ = "duty"
    __table_args__ = (Index("duty_by_owes", "owes"), _CLUSTERED)

    case: str = _case()
    place: int = _count(primary_key=True)
    command: str = _text()
    owes: str = _text()
    says: str = _text()
    due_at: datetime | None = _instant(nullable=True)


class OutboxRow(SQLModel, table=True):
    """One letter to one recipient for one cause, whole as it leaves."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index("outbox_once", "case", "cause", "notice", "recipient", unique=True),
        Index("outbox_open", "status", sqlite_where=text("status <> 'sent'")),
    )

    id: int = Field(sa_type=Integer, primary_key=True)
    case: str = _text()
    cause: str = _text()
    notice: str = _text()
    recipient: str = _text()
    address: str = _text()
    subject: str = _text()
    message: str = _text()
    digest: str = _text()
    message_id: str = _text()
    written_at: datetime = _instant()
    status: str = _text()
    settled_at: datetime | None = _instant(nullable=True)
    trouble: str = _text()


class PinnedRow(SQLModel, table=True):
    """One definition as it was when a case was opened."""

    __tablename__ = "pinned"
    __table_args__ = (
        Index("pinned_once", "sha256", unique=True),
        Index("pinned_by_name", "kind", "name"),
    )

    id: int = Field(sa_type=Integer, primary_key=True)
    kind: str = _text()
    name: str = _text()
    version: str = _text()
    sha256: str = _text()
    body: str = _text()


class SettingRow(SQLModel, table=True):
    """One setting of the workspace, such as the training clock."""

    __tablename__ = "setting"
    __table_args__ = _CLUSTERED

    key: str = _text(primary_key=True)
    value: str = _text()


class AccessRow(SQLModel, table=True):
    """One line of the access log; triggers of the migration refuse to change or delete it."""

    __tablename__ = "access"

    number: int = Field(sa_type=Integer, primary_key=True)
    text: str = _text()
    hash: str = _text()

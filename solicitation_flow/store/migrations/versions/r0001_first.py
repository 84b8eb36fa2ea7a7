"""The first schema: cases, their records and journal, what is due, what is owed, what is sent."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_APPLICATION = 0x534F4C46  # "SOLF" in the file's header: this database is ours


def upgrade() -> None:
    """Make every table, its indexes, and the triggers that keep the two logs as written."""
    _cases()
    _journal()
    _due()
    _duties_and_letters()
    _definitions()
    op.execute(f"PRAGMA application_id = {_APPLICATION}")


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=False)


def _count(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    kind = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    return sa.Column(name, kind, nullable=nullable)


_instant = _count  # microseconds since 1970, UTC


def _id(name: str = "id") -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), primary_key=True, nullable=False)


def _of_a_case() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["case"], ["case_header.number"])


def _cases() -> None:
    op.create_table(
        "case_header",
        _text("number"),
        _text("workflow"),
        _count("version"),
        *map(_text, ("state", "phase", "title", "owner", "parent", "pins")),
        _count("count"),
        _text("head"),
        *map(_instant, ("opened_at", "effective_at", "recorded_at")),
        _text("series"),
        _count("serial", nullable=True),
        sa.PrimaryKeyConstraint("number"),
        sqlite_with_rowid=False,
    )
    op.create_index("case_header_by_state", "case_header", ["workflow", "state"])
    op.create_index("case_header_by_phase", "case_header", ["phase"])
    op.create_index("case_header_by_owner", "case_header", ["owner"])
    op.create_index("case_header_by_parent", "case_header", ["parent"])
    op.create_index(
        "case_header_by_series",
        "case_header",
        ["series", "serial"],
        sqlite_where=sa.text("serial IS NOT NULL"),
    )
    op.create_table(
        "record",
        *map(_text, ("case", "kind", "key", "body")),
        _count("filed"),
        _count("place"),
        _of_a_case(),
        sa.PrimaryKeyConstraint("case", "kind", "key"),
        sqlite_with_rowid=False,
    )


def _journal() -> None:
    op.create_table(
        "journal",
        _id(),
        _text("case"),
        _count("number"),
        _text("command"),
        _instant("effective_at"),
        _instant("recorded_at"),
        _text("text"),
        _text("hash"),
        _of_a_case(),
    )
    op.create_index("journal_once", "journal", ["case", "number"], unique=True)
    op.create_table("access", _id("number"), _text("text"), _text("hash"))
    for table in ("journal", "access"):
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} BEGIN "
                f"SELECT RAISE(ABORT, '{table} is only ever added to'); END"
            )
    # REPLACE deletes without asking a DELETE trigger, so a taken key is refused at the insert.
    op.execute(
        "CREATE TRIGGER journal_no_replace BEFORE INSERT ON journal WHEN EXISTS (SELECT 1 FROM "
        'journal WHERE id = NEW.id OR ("case" = NEW."case" AND number = NEW.number)) BEGIN '
        "SELECT RAISE(ABORT, 'journal is only ever added to'); END"
    )
    op.execute(
        "CREATE TRIGGER access_no_replace BEFORE INSERT ON access WHEN EXISTS "
        "(SELECT 1 FROM access WHERE number = NEW.number) BEGIN "
        "SELECT RAISE(ABORT, 'access is only ever added to'); END"
    )


def _due() -> None:
    op.create_table(
        "deadline",
        *map(_text, ("case", "name", "subject")),
        _instant("due_at"),
        _text("boundary"),
        _instant("fires_at"),
        *map(_text, ("runs_from", "command")),
        _count("revision"),
        *map(_text, ("status", "printed")),
        _of_a_case(),
        sa.PrimaryKeyConstraint("case", "name", "subject"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "deadline_unmet",
        "deadline",
        ["fires_at", "case", "name", "subject"],
        sqlite_where=sa.text("status = 'unmet'"),
    )
    key = ["case", "name", "subject", "revision", "audience", "offset"]
    op.create_table(
        "reminder",
        *map(_text, key[:3]),
        _count("revision"),
        *map(_text, key[4:]),
        _instant("fires_at"),
        *map(_text, ("notice", "status")),
        _instant("settled_at", nullable=True),
        _of_a_case(),
        sa.PrimaryKeyConstraint(*key),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "reminder_pending",
        "reminder",
        ["fires_at", *key],
        sqlite_where=sa.text("status = 'pending'"),
    )


def _duties_and_letters() -> None:
    op.create_table(
        "duty",
        _text("case"),
        _count("place"),
        *map(_text, ("command", "owes", "says")),
        _instant("due_at", nullable=True),
        _of_a_case(),
        sa.PrimaryKeyConstraint("case", "place"),
        sqlite_with_rowid=False,
    )
    op.create_index("duty_by_owes", "duty", ["owes"])
    once = ["case", "cause", "notice", "recipient"]
    op.create_table(
        "outbox",
        _id(),
        *map(_text, once),
        *map(_text, ("address", "subject", "message", "digest", "message_id")),
        _instant("written_at"),
        _text("status"),
        _instant("settled_at", nullable=True),
        _text("trouble"),
    )
    op.create_index("outbox_once", "outbox", once, unique=True)
    op.create_index("outbox_open", "outbox", ["status"], sqlite_where=sa.text("status <> 'sent'"))


def _definitions() -> None:
    op.create_table(
        "pinned",
        _id(),
        *map(_text, ("kind", "name", "version", "sha256", "body")),
    )
    op.create_index("pinned_once", "pinned", ["sha256"], unique=True)
    op.create_index("pinned_by_name", "pinned", ["kind", "name"])
    op.create_table(
        "setting",
        _text("key"),
        _text("value"),
        sa.PrimaryKeyConstraint("key"),
        sqlite_with_rowid=False,
    )

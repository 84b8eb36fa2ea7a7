"""The tables as SQLModel classes, for migrations and reports; made from their declaration."""

from datetime import datetime
from types import new_class
from typing import Any

from sqlalchemy import BigInteger, Dialect, Integer, Text, TypeDecorator, text
from sqlalchemy import Index as SqlIndex
from sqlmodel import Field, SQLModel

from solicitation_flow.store import row_mapping, tables

METADATA = SQLModel.metadata
"""What the migrations must produce."""

COUNT = BigInteger().with_variant(Integer(), "sqlite")


class Micros(TypeDecorator[datetime]):
    """An instant as whole microseconds since 1970, UTC: exact, and sortable in any database."""

    impl = COUNT
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _: Dialect) -> int | None:
        """Return what is stored."""
        if value is None:
            return None
        return row_mapping.micros(value)

    def process_result_value(self, value: Any, _: Dialect) -> datetime | None:
        """Return the instant that was stored."""
        if value is None:
            return None
        return row_mapping.instant(value)


_TYPES: dict[tables.Kind, tuple[type, Any]] = {
    "text": (str, Text),
    "json": (str, Text),
    "integer": (int, COUNT),
    "instant": (datetime, Micros),
}
"""For each kind of column: its values in Python, and its type in a database."""


def _model(table: tables.Table) -> type[SQLModel]:
    """Return the SQLModel class of a table."""
    types: dict[str, Any] = {}
    fields: dict[str, Any] = {"__doc__": table.says, "__tablename__": table.name}
    for column in table.columns:
        value, stored = _TYPES[column.kind]
        types[column.name] = value | None if column.nullable else value
        fields[column.name] = Field(
            sa_type=Integer if column.name == "id" else stored,
            primary_key=column.name in table.key,
            nullable=column.nullable,
            **_reference(table, column),
        )
    indexes = []
    for index in table.indexes:
        indexes.append(_index(index))
    fields["__table_args__"] = (*indexes, {"sqlite_with_rowid": not table.clustered})
    fields["__annotations__"] = types
    fields["__module__"] = __name__
    name = "".join(word.title() for word in table.name.split("_"))
    return new_class(f"{name}Row", (SQLModel,), {"table": True}, lambda body: body.update(fields))


def _reference(table: tables.Table, column: tables.Column) -> dict[str, Any]:
    if table.of_a_case and column.name == "case":
        return {"foreign_key": "case_header.number"}
    return {}


def _index(index: tables.Index) -> SqlIndex:
    options: dict[str, Any] = {"sqlite_where": text(index.where)} if index.where else {}
    return SqlIndex(index.name, *index.columns, unique=index.unique, **options)


MODELS = {table.name: _model(table) for table in tables.ALL}
"""The SQLModel class of each table."""

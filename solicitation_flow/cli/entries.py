"""The registers laid out: who is in them, and what is known of each."""

from typing import Any

from solicitation_flow.cli.session import Session


def listed(session: Session, workflow: str, plural: str, *, everybody: bool) -> None:
    """List one register."""
    engine = session.engine
    headers = engine.environment.store.find(
        workflow=workflow, state=None if everybody else "active"
    )
    rows: list[dict[str, Any]] = []
    for header in headers:
        case = engine.loader.load(header.number).case
        body = case.records[workflow, "the"].plain()
        key = header.number.partition("-")[2]
        rows.append({"number": header.number, "key": key, **body, "status": header.state})
    if session.json:
        session.emit({plural: rows})
    elif rows:
        _table(session, rows)
    else:
        session.note(f"There are no {plural} yet.")
        session.note(f"Try: solflow {plural} add --help")


def _table(session: Session, rows: list[dict[str, Any]]) -> None:
    more = [
        name
        for name in ("roles", "entity", "state", "simulated", "status")
        if any(row.get(name) not in (None, False, "active") for row in rows)
    ]
    session.table(
        ("key", "name", "email", *more),
        [
            (row["key"], row["name"], row["email"], *(_cell(row.get(name)) for name in more))
            for row in rows
        ],
    )


def _cell(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(str(each) for each in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value or "")

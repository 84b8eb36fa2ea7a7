"""One stored thing changed behind the program's back is found and named."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from solicitation_flow.documents import Documents
from solicitation_flow.errors import NotFound
from solicitation_flow.records import digest
from solicitation_flow.records.ledger import Letter
from solicitation_flow.store.memory import MemoryStore
from solicitation_flow.store.tables import COLUMNS as TABLE_COLUMNS
from solicitation_flow.verify import verify
from tests.engine_fixtures import ROOT, told
from tests.laws.prepared import DRAFTED, MARIA, RFP, done
from tests.verify_fixtures import OPEN, House, house

DATES = {"proposals_due": "2026-02-03 14:00", "questions_due": "2026-01-20 16:00"}
Statement = tuple[str, tuple[Any, ...]]

CALLED = {
    "case_header": "header",
    "record": "record",
    "journal": "journal",
    "deadline": "deadline",
    "reminder": "reminder",
    "duty": "duty",
    "outbox": "letter",
    "pinned": "pin",
    "access": "access",
}
"""What a finding calls each table that is covered."""

HARMLESS = {
    ("journal", "id"): "rows are read by case and number",
    ("pinned", "id"): "no order among definitions means anything",
    ("outbox", "id"): "only the order of letters: tested below",
    ("record", "filed"): "only the order of first filing: tested below",
    ("record", "place"): "only the order of first filing: tested below",
    ("duty", "place"): "only the order of equal duties: tested below",
    ("outbox", "trouble"): "a letter still to be sent may have any trouble: tested below",
    ("outbox", "settled_at"): "any instant after it was written is as good: tested below",
}
"""Columns in which a small change says nothing false, each with the reason."""


def updated(table: str, row: dict[str, Any], **changes: Any) -> Statement:
    """Return the statement that changes one row."""
    sets = ", ".join(f'"{name}" = ?' for name in changes)
    same = " AND ".join(f'"{name}" IS ?' for name in row)
    statement = f"UPDATE {table} SET {sets} WHERE {same}"  # noqa: S608 - names of ours
    return statement, (*changes.values(), *row.values())


def deleted(table: str, row: dict[str, Any]) -> Statement:
    """Return the statement that takes one row away."""
    same = " AND ".join(f'"{name}" IS ?' for name in row)
    return f"DELETE FROM {table} WHERE {same}", tuple(row.values())  # noqa: S608 - names of ours


def added(table: str, row: dict[str, Any]) -> Statement:
    """Return the statement that adds a row."""
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - names of ours
    return statement, tuple(row.values())


def chosen(table: str, house: House, *, last: bool) -> dict[str, Any]:
    """Return a row of the solicitation under way, or any row if the table has no cases."""
    rows = house.rows(table)
    case = "number" if table == "case_header" else "case"
    own = [row for row in rows if row.get(case) == OPEN] or rows
    return own[-1 if last else 0]


def other(value: Any) -> Any:
    """Return another value of the same kind."""
    if value is None:
        return 1_600_000_000_000_000
    return value + 1_000 if isinstance(value, int) else f"{value}x"


COLUMNS = [
    (table, column)
    for table in CALLED
    for column in TABLE_COLUMNS[table]
    if (table, column) not in HARMLESS
]


def test_every_table_is_covered_but_the_settings() -> None:
    assert set(TABLE_COLUMNS) - set(CALLED) == {"setting"}
    assert all(house().rows(table) for table in CALLED)


def test_an_untouched_workspace_verifies() -> None:
    assert house().verified() == []


def test_a_whole_story_in_memory_verifies() -> None:
    teller, _ = told(ROOT / "workflows" / "scenarios" / "r-tc-18004.story", MemoryStore())
    assert verify(teller.engine.environment.store, teller.engine.environment.library) == []


@pytest.mark.parametrize("last", [False, True], ids=["first", "last"])
@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_a_changed_column_is_found(table: str, column: str, last: bool) -> None:
    row = chosen(table, house(), last=last)
    findings = house().verified(updated(table, row, **{column: other(row[column])}))
    assert findings
    whose = row.get("case", row.get("number"))
    # a reminder and its letters were written at one instant: who was moved, nobody can say
    called = {"reminder", "letter"} if column in {"settled_at", "written_at"} else {CALLED[table]}
    assert any(finding.what in called for finding in findings), findings
    if "case" in row and column != "case":
        assert all(str(whose) in finding.where for finding in findings), findings


@pytest.mark.parametrize("last", [False, True], ids=["first", "last"])
@pytest.mark.parametrize("table", [table for table in CALLED if table != "access"])
def test_a_removed_row_is_found(table: str, last: bool) -> None:
    row = chosen(table, house(), last=last)
    findings = house().verified(deleted(table, row))
    assert any(finding.what == CALLED[table] for finding in findings), findings


def test_a_line_cut_out_of_the_access_log_is_found() -> None:
    findings = house().verified(deleted("access", house().rows("access")[1]))
    assert [str(finding) for finding in findings][:1] == ["access line 2: it is missing"]


def test_a_register_entry_taken_off_the_list_is_found() -> None:
    [maria] = [row for row in house().rows("case_header") if row["number"] == "P-maria"]
    [finding] = house().verified(deleted("case_header", maria))
    assert str(finding) == "header P-maria: it is missing: its journal is still there"


ADDED: list[tuple[str, dict[str, Any]]] = [
    ("record", {"key": "other"}),
    ("deadline", {"name": "questions_due", "subject": "acme"}),
    ("reminder", {"revision": 9}),
    ("reminder", {"offset": "P1D", "status": "dropped", "settled_at": 1_509_400_000_000_000}),
    ("duty", {"place": 99}),
    ("outbox", {"id": 999, "recipient": "supplier:zenith"}),
    ("outbox", {"id": 999, "cause": "move:99"}),
    ("pinned", {"id": 999, "sha256": "0" * 64}),
    ("access", {"number": 7}),
    ("journal", {"id": 999, "number": 99}),
    ("case_header", {"number": "RFP-2017-003", "serial": 3}),
    ("case_header", {"number": "X-9", "series": "X-", "serial": 9}),
]


@pytest.mark.parametrize(("table", "changes"), ADDED)
def test_an_added_row_is_found(table: str, changes: dict[str, Any]) -> None:
    row = chosen(table, house(), last=True)
    findings = house().verified(added(table, row | changes))
    assert any(finding.what in {CALLED[table], "journal"} for finding in findings), findings


EXCHANGED = [
    ("record", ("body",)),
    ("record", ("filed", "place")),
    ("journal", ("text", "hash")),
    ("journal", ("command", "effective_at", "recorded_at", "text", "hash")),
    ("deadline", ("due_at", "fires_at")),
    ("reminder", ("fires_at",)),
    ("outbox", ("message", "digest")),
    ("outbox", ("address",)),
    ("pinned", ("name", "version", "body")),
]


@pytest.mark.parametrize(("table", "columns"), EXCHANGED)
def test_two_rows_whose_contents_were_exchanged_are_found(
    table: str, columns: tuple[str, ...]
) -> None:
    rows = [row for row in house().rows(table) if row.get("case", OPEN) == OPEN]
    one, two = rows[0], rows[-1]
    assert one != two
    findings = house().verified(
        updated(table, one, **{name: two[name] for name in columns}),
        updated(table, two, **{name: one[name] for name in columns}),
    )
    assert any(finding.what == CALLED[table] for finding in findings), findings


def test_letters_put_into_another_order_are_found() -> None:
    letters = [row for row in house().rows("outbox") if row["cause"] == "move:6"]
    one, two = letters[0], letters[1]
    findings = house().verified(
        updated("outbox", one, id=900),
        updated("outbox", two, id=one["id"]),
        updated("outbox", one | {"id": 900}, id=two["id"]),
    )
    assert {str(finding) for finding in findings} == {
        f"letter {one['case']} move:6: they do not stand in the order they were written"
    }


def test_equal_duties_put_into_another_order_are_found() -> None:
    one, two = house().rows("duty")[:2]
    findings = house().verified(
        updated("duty", one, place=900),
        updated("duty", two, place=one["place"]),
        updated("duty", one | {"place": 900}, place=two["place"]),
    )
    assert [str(finding) for finding in findings] == [
        f"duty {OPEN}: duties do not stand in their order"
    ]


LETTERS = [
    ({"status": "sent", "settled_at": None}, "it is sent, but column settled_at is None"),
    ({"status": "sent", "settled_at": 0}, "column settled_at lies before column written_at"),
    ({"status": "sent", "trouble": "no"}, "it is sent, but column trouble is 'no'"),
    ({"status": "uncertain"}, "it is uncertain, but column trouble does not say why"),
    ({"status": "lost"}, "column status is 'lost', which means nothing"),
    ({"status": "queued"}, "it is queued, but column settled_at is 2017-"),
]


@pytest.mark.parametrize(("changes", "says"), LETTERS)
def test_a_letter_whose_course_cannot_be_is_found(changes: dict[str, Any], says: str) -> None:
    sent = next(row for row in house().rows("outbox") if row["status"] == "sent")
    [finding] = house().verified(updated("outbox", sent, **changes))
    assert says in finding.says
    assert sent["recipient"] in finding.where


def test_a_reminder_called_sent_that_nobody_got_is_found() -> None:
    dropped = next(row for row in house().rows("reminder") if row["status"] == "dropped")
    findings = house().verified(updated("reminder", dropped, status="sent"))
    where = f"reminder {OPEN} proposals_due"
    assert [str(finding) for finding in findings] == [
        f"{where} 2 followers P7D: column status is 'sent', but should be 'dropped'"
    ]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda row: deleted("reminder", row), "it is missing: the access log says it was"),
        (
            lambda row: updated("reminder", row, case="P-maria"),
            "it is missing: the access log says it was",
        ),
        (
            lambda row: updated("reminder", row, settled_at=row["settled_at"] + 1),
            "column settled_at is ",
        ),
    ],
    ids=["removed", "moved", "later"],
)
def test_a_reminder_that_wrote_no_letter_stays_as_the_access_log_tells_it(
    change: Callable[[dict[str, Any]], Statement], says: str
) -> None:
    lines = [json.loads(line["text"]) for line in house().rows("access")]
    logged = {(line["case"], line["what"].split(":")[-1]) for line in lines if ":" in line["what"]}
    silent = [r for r in house().rows("reminder") if (r["case"], r["offset"]) in logged]
    assert silent
    for row in silent:
        findings = [str(finding) for finding in house().verified(change(row))]
        assert any(re.search(says, finding) and row["case"] in finding for finding in findings), (
            findings
        )


def test_a_reminder_dropped_by_nobody_is_found() -> None:
    pending = next(row for row in house().rows("reminder") if row["status"] == "pending")
    due = pending["fires_at"]
    settled = updated("reminder", pending, status="dropped", settled_at=due + 30 * 86_400_000_000)
    assert "no line of the access log tells of it" in [
        finding.says for finding in house().verified(settled)
    ]


def test_a_reminder_kept_from_being_sent_is_found() -> None:
    pending = next(row for row in house().rows("reminder") if row["status"] == "pending")
    due = pending["fires_at"]
    findings = house().verified(
        updated("reminder", pending, status="dropped", settled_at=due + 1_000_000)
    )
    assert [finding.says for finding in findings] == [
        "column status is 'dropped', but should be 'sent'",
        "no line of the access log tells of it",
    ]


JSON_COLUMNS = [
    ("case_header", "pins"),
    ("record", "body"),
    ("journal", "text"),
    ("pinned", "body"),
    ("access", "text"),
]


@pytest.mark.parametrize("damage", ["", "{", "[]", "{}", "null", "7", '{"header": 7}', b"\xff\xfe"])
@pytest.mark.parametrize(("table", "column"), JSON_COLUMNS)
def test_damaged_json_is_a_finding_and_no_crash(
    table: str, column: str, damage: str | bytes
) -> None:
    row = chosen(table, house(), last=False)
    assert house().verified(updated(table, row, **{column: damage}))


def test_a_definition_that_is_no_definition_is_a_finding_and_no_crash() -> None:
    for row in house().rows("pinned"):
        assert house().verified(updated("pinned", row, body="{}"))
        assert house().verified(updated("pinned", row, body="{}", sha256=digest("{}")))


def test_the_finding_says_what_where_and_what_is_wrong() -> None:
    row = chosen("case_header", house(), last=False)
    [finding] = house().verified(updated("case_header", row, title="Desks"))
    assert str(finding) == f"header {OPEN}: column title is 'Desks', but should be 'Chairs'"


class Restless(MemoryStore):
    """A store in which somebody moves a case between two questions of the verifier."""

    def __init__(self, waiting: list[Callable[[], object]]) -> None:
        """Keep what others are about to do."""
        super().__init__()
        self.waiting = waiting

    def outbox(self, status: str | None = None, case: str | None = None) -> list[Letter]:
        """Return letters, after somebody else was faster."""
        if case == RFP and self.waiting:
            self.waiting.pop()()
        return super().outbox(status, case)


def test_a_case_that_moves_while_it_is_read_is_no_damage() -> None:
    waiting: list[Callable[[], object]] = []
    store = Restless(waiting)
    teller, _ = told(DRAFTED, store, thin=True)
    waiting.append(lambda: done(teller.engine, MARIA, "publish", **DATES))
    assert verify(store, teller.engine.environment.library) == []
    assert [entry.command for entry in store.journal(RFP)][-1] == "publish"


def test_one_case_alone() -> None:
    row = chosen("record", house(), last=False)
    change = updated("record", row, body="{}")
    assert house().verified(change, number="RFP-2017-001") == []
    assert [finding.what for finding in house().verified(change, number=OPEN)] == ["record"]


def test_no_such_case() -> None:
    with pytest.raises(NotFound, match="there is no case RFP-1900-001"):
        house().verified(number="RFP-1900-001")


# --- heads kept elsewhere ----------------------------------------------------------------------


def test_every_head_a_case_ever_had_is_known() -> None:
    rows = house().rows("journal")
    for row in rows[::9]:
        assert house().verified(head=row["hash"].upper() + "\n") == []
    newest = [row["hash"] for row in rows if row["case"] == OPEN][-1]
    assert house().verified(head=newest, number=OPEN) == []


def rewritten(number: str, entry: int) -> list[Statement]:
    """Return the statements that forge one entry of a case and hash everything after it anew."""
    [header] = [row for row in house().rows("case_header") if row["number"] == number]
    statements, previous = [], ""
    for row in sorted(
        (row for row in house().rows("journal") if row["case"] == number),
        key=lambda row: int(row["number"]),
    ):
        content = json.loads(row["text"])
        if row["number"] == entry:
            content["program"] = "9.9.9"
        if previous:
            content["previous"] = previous
        text = json.dumps(content, separators=(",", ":"), ensure_ascii=False)
        previous = digest(text)
        statements.append(updated("journal", row, text=text, hash=previous))
    statements.append(updated("case_header", header, head=previous))
    return statements


def test_only_a_head_kept_elsewhere_shows_a_wholly_rewritten_chain() -> None:
    kept = [row["hash"] for row in house().rows("journal") if row["case"] == OPEN]
    forged = rewritten(OPEN, 3)
    assert house().verified(*forged) == []
    assert house().verified(*forged, head=kept[1]) == []
    [finding] = house().verified(*forged, head=kept[-1])
    assert str(finding) == (
        f"head {kept[-1]}: no journal here ever stood there:"
        " it was rewritten, or it is not this one"
    )


# --- documents ---------------------------------------------------------------------------------


@pytest.fixture
def library(tmp_path: Path) -> Documents:
    """Return a copy of the documents, to be harmed."""
    copy = Documents(tmp_path)
    for name in house().library.digests():
        copy.put(house().library.get(name))
    return copy


def with_documents(library: Documents) -> list[str]:
    whole = house()
    return [str(finding) for finding in House(whole.database, library, whole.folder).verified()]


def _path(library: Documents, name: str) -> Path:
    return library._path(name)


def test_a_document_nobody_names_is_harmless(library: Documents) -> None:
    library.put(b"an orphan")
    assert with_documents(library) == []


def test_every_missing_document_is_found(library: Documents) -> None:
    for name in library.digests():
        content = library.get(name)
        _path(library, name).unlink()
        [finding] = with_documents(library)
        assert finding.startswith("document RFP-2017-001")
        assert f"document {name} is missing" in finding
        library.put(content)


def test_a_changed_document_is_found(library: Documents) -> None:
    name = library.digests()[0]
    _path(library, name).write_bytes(b"something else")
    [finding] = with_documents(library)
    assert f"document {name} has changed since it was stored" in finding

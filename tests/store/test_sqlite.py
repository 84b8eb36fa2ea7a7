"""What only a database in a file must withstand: locks, full disks, damage, other programs."""

import os
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from solicitation_flow.errors import (
    Conflict,
    NewerDatabase,
    NotFound,
    OlderDatabase,
    Suggestion,
    Trouble,
)
from solicitation_flow.store import row_mapping
from solicitation_flow.store.sqlite import SqliteStore
from tests.ledgers import (
    at,
    deadline,
    duty,
    fact,
    letter,
    opening,
    part,
    pin,
    plan,
    reminder,
)
from tests.store_fixtures import OTHER, RFP, everything, fresh_db, opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return fresh_db(tmp_path)


@pytest.fixture
def office(path: Path) -> Iterator[SqliteStore]:
    kept = opened(path)
    yield kept
    kept.close()


def test_a_reopened_file_holds_what_was_stored(path: Path) -> None:
    first = opened(path)
    first.commit(
        opening(
            RFP,
            facts=[fact("need", "the")],
            deadlines=[deadline(RFP, "due", 3)],
            reminders=[reminder(RFP, "due", 2)],
            duties=[duty(RFP, "sign", hours=2)],
            letters=[letter(RFP, "entry:1")],
            pins=[pin("rfp")],
        )
    )
    first.access("opened")
    before = everything(first)
    first.close()
    second = SqliteStore(path)
    assert everything(second) == before
    second.close()


def test_a_missing_database_says_how_to_begin(tmp_path: Path) -> None:
    with pytest.raises(NotFound) as caught:
        SqliteStore(tmp_path / "solflow.db")
    assert caught.value.next == Suggestion("init")
    assert not list(tmp_path.iterdir())


def test_a_locked_database_is_a_conflict_and_the_command_works_afterwards(
    path: Path, office: SqliteStore
) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    for write in (
        lambda: office.commit(opening(RFP)),
        lambda: office.settings({"clock": "noon"}),
        lambda: office.access("opened"),
    ):
        with pytest.raises(Conflict, match="locked") as caught:
            write()
        assert caught.value.exit_code == 5
    assert office.find() == []
    other.execute("COMMIT")
    other.close()
    office.commit(opening(RFP))
    assert len(office.journal(RFP)) == 1


def test_a_database_that_is_locked_whole_cannot_even_be_opened(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(Conflict, match="locked"):
        opened(path)
    other.close()


def test_two_officers_cannot_make_the_same_move(path: Path, office: SqliteStore) -> None:
    office.commit(opening(RFP))
    other = opened(path)
    other.commit(plan(part(RFP, 1)))
    with pytest.raises(Conflict, match="has moved"):
        office.commit(plan(part(RFP, 1)))
    other.close()


def test_threads_that_share_a_store_take_turns(office: SqliteStore) -> None:
    def work(case: str) -> int:
        office.commit(opening(case))
        for expects in range(1, 30):
            office.commit(plan(part(case, expects)))
            assert office.load(case) is not None
            office.access(case)
        return len(office.journal(case))

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(work, ["A", "B", "C", "D"])) == [30] * 4
    assert len(office.accesses()) == 29 * 4


def test_a_move_writes_the_duties_that_differ_and_no_others(office: SqliteStore) -> None:
    owed = [duty(RFP, "answer", hours=hours) for hours in range(1, 6)]
    office.commit(opening(RFP, duties=owed))
    written: list[str] = []
    office._db.set_trace_callback(written.append)
    office.commit(plan(part(RFP, 1, duties=[*owed[:3], duty(RFP, "sign")])))
    office._db.set_trace_callback(None)
    assert sum("INTO duty" in statement for statement in written) == 1
    assert sum("DELETE FROM duty" in statement for statement in written) == 1
    assert office.duties(case=RFP) == [*owed[:3], duty(RFP, "sign")]


def test_duties_written_by_another_process_are_not_taken_for_our_own(
    path: Path, office: SqliteStore
) -> None:
    office.commit(opening(RFP, duties=[duty(RFP, "sign"), duty(RFP, "score")]))
    with closing(opened(path)) as other:
        other.commit(plan(part(RFP, 1, duties=[])))
    office.commit(plan(part(RFP, 2, duties=[duty(RFP, "sign"), duty(RFP, "score")])))
    assert office.duties(case=RFP) == [duty(RFP, "score"), duty(RFP, "sign")]


def test_duties_of_a_move_that_was_not_stored_are_not_known(office: SqliteStore) -> None:
    office.commit(opening(RFP, duties=[duty(RFP, "sign")]))
    with pytest.raises(Conflict):
        office.commit(plan(part(RFP, 1, duties=[duty(RFP, "score")]), part(OTHER, 4)))
    office.commit(plan(part(RFP, 1, duties=[duty(RFP, "score")])))
    assert office.duties(case=RFP) == [duty(RFP, "score")]


def test_a_full_disk_is_trouble_and_stores_nothing(office: SqliteStore) -> None:
    office.commit(opening(RFP))
    before = everything(office)
    office._db.execute("PRAGMA max_page_count = 1")
    big = plan(part(OTHER, 0), part(RFP, 1, facts=[fact("need", "the", says="x" * 100_000)]))
    with pytest.raises(Trouble, match="full"):
        office.commit(big)
    assert everything(office) == before
    office._db.execute("PRAGMA max_page_count = 1000000")
    office.commit(big)
    assert len(office.journal(RFP)) == 2


def test_a_database_that_may_not_be_written_is_trouble(office: SqliteStore) -> None:
    office.commit(opening(RFP))
    office._db.execute("PRAGMA query_only = ON")
    with pytest.raises(Trouble, match="may not be written"):
        office.commit(plan(part(RFP, 1)))
    with pytest.raises(Trouble):
        office.access("opened")
    assert len(office.journal(RFP)) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only to root")
def test_a_read_only_file_is_trouble(path: Path) -> None:
    path.chmod(0o400)
    with closing(opened(path)) as kept, pytest.raises(Trouble, match="may not be written"):
        kept.commit(opening(RFP))


@pytest.mark.parametrize("content", [b"not a database at all, but quite some text" * 40, b"short"])
def test_a_file_that_is_no_database_is_trouble(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "solflow.db"
    path.write_bytes(content)
    with pytest.raises(Trouble, match="is not a database"):
        opened(path)
    assert path.read_bytes() == content


def test_a_damaged_database_is_trouble(path: Path) -> None:
    kept = opened(path)
    for number in range(40):
        kept.commit(opening(f"RFP-{number}", facts=[fact("need", "the", says="x" * 900)]))
    kept.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xa5" * (len(whole) - 4096))
    with pytest.raises(Trouble, match="damaged"):
        opened(path)


def test_a_folder_is_not_a_database(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        opened(tmp_path)


@pytest.mark.parametrize(
    ("version", "error", "follows"),
    [("0000", OlderDatabase, Suggestion("upgrade")), ("9999", NewerDatabase, None)],
)
def test_an_older_or_newer_database_is_refused_and_left_alone(
    path: Path, version: str, error: type[Trouble], follows: Suggestion | None
) -> None:
    with sqlite3.connect(path) as db:
        db.execute("UPDATE alembic_version SET version_num = ?", (version,))
    db.close()
    before = path.read_bytes()
    with pytest.raises(error, match=version) as caught:
        opened(path)
    assert caught.value.next == follows
    assert path.read_bytes() == before


def test_an_empty_file_is_an_older_database(tmp_path: Path) -> None:
    (tmp_path / "solflow.db").touch()
    with pytest.raises(OlderDatabase):
        opened(tmp_path / "solflow.db")


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "contacts.db"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE alembic_version (version_num TEXT)")
    db.close()
    before = path.read_bytes()
    with pytest.raises(Trouble, match="another program"):
        opened(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET text = 'x'",
        "DELETE FROM journal",
        "REPLACE INTO journal SELECT * FROM journal",
        "UPDATE access SET text = 'x'",
        "DELETE FROM access",
        "REPLACE INTO access SELECT * FROM access",
        'REPLACE INTO journal SELECT 99, "case", number, command, 1, 1, text, hash FROM journal',
    ],
)
def test_l8_what_is_in_the_journal_stays(path: Path, office: SqliteStore, statement: str) -> None:
    office.commit(opening(RFP))
    office.access("opened")
    before = everything(office)
    stranger = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
        stranger.execute(statement)
    stranger.close()
    assert everything(office) == before


def test_an_entry_is_inserted_never_merged(office: SqliteStore) -> None:
    office.commit(opening(RFP))
    office._db.execute("UPDATE case_header SET count = 0")
    before = office.journal(RFP)
    with pytest.raises(AssertionError):
        office.commit(plan(part(RFP, 1)._replace(expects=0)))
    assert office.journal(RFP) == before


def test_a_file_is_opened_the_way_an_office_needs(path: Path) -> None:
    kept = SqliteStore(path)

    def pragma(name: str) -> Any:
        return kept._db.execute(f"PRAGMA {name}").fetchone()[0]

    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == 2
    assert pragma("foreign_keys") == 1
    assert pragma("busy_timeout") == 5_000
    assert pragma("wal_autocheckpoint") == 10_000
    kept.close()


def test_instants_are_integers_and_everything_else_is_text(office: SqliteStore) -> None:
    office.commit(
        opening(
            RFP,
            facts=[fact("price", "acme", amount="10.10")],
            deadlines=[deadline(RFP, "due", 3)],
            letters=[letter(RFP, "entry:1")],
        )
    )
    for table in ("case_header", "record", "journal", "deadline", "outbox"):
        (row,) = office._db.execute(f"SELECT * FROM {table}")  # noqa: S608  a name above
        assert {type(value) for value in row} <= {int, str, type(None)}
    (stored,) = office._db.execute("SELECT fires_at FROM deadline").fetchone()
    assert row_mapping.instant(stored) == at(3)


@pytest.mark.parametrize(
    ("ask", "index"),
    [
        (lambda store: store.due(at(9)), "deadline_unmet"),
        (lambda store: store.due(at(9), [RFP]), "PRIMARY KEY"),
        (lambda store: store.reminders(at(9)), "reminder_pending"),
        (lambda store: store.reminders(at(9), RFP), "PRIMARY KEY"),
        (lambda store: store.next_due(), "deadline_unmet"),
        (lambda store: store.next_due(), "reminder_pending"),
        (lambda store: store.duties(["ann"]), "duty_by_owes"),
        (lambda store: store.outbox("queued"), "outbox_open"),
        (lambda store: store.outbox(case=RFP), "outbox_once"),
        (lambda store: store.journal(RFP), "journal_once"),
        (lambda store: store.number("RFP-"), "case_header_by_series"),
        (lambda store: store.find(workflow="rfp", state="open"), "case_header_by_state"),
        (lambda store: store.find(parent=RFP), "case_header_by_parent"),
        (lambda store: store.find(owner="ann"), "case_header_by_owner"),
        (lambda store: store.find(phase="award"), "case_header_by_phase"),
        (lambda store: store.pin("0" * 64), "pinned_once"),
        (lambda store: store.pinned("workflow", "rfp"), "pinned_by_name"),
    ],
)
def test_no_question_reads_a_whole_table(office: SqliteStore, ask: Any, index: str) -> None:
    office.commit(opening(RFP, duties=[duty(RFP, "sign", "ann")]))
    asked: list[str] = []
    office._db.set_trace_callback(asked.append)
    ask(office)
    office._db.set_trace_callback(None)
    steps = [
        detail
        for statement in asked
        for *_, detail in office._db.execute(f"EXPLAIN QUERY PLAN {statement}")
    ]
    assert any(index in step for step in steps), steps
    scans = [step for step in steps if step.startswith("SCAN") and "INDEX" not in step]
    assert all("(subquery" in scan for scan in scans), scans

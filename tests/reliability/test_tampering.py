"""Whatever is changed behind the program's back is found, over the schema as it really is."""

import shutil
from pathlib import Path

import pytest

from solicitation_flow.records.ledger import ACCESS_LAST
from solicitation_flow.store.tables import COLUMNS as TABLE_COLUMNS
from solicitation_flow.workspace.settings import FILE
from tests.reliability.crowd import typed
from tests.reliability.tampering import SETTINGS, schema, tamperings
from tests.test_verify import CALLED, HARMLESS, chosen, deleted, updated
from tests.verify_fixtures import house


def test_no_table_and_no_column_of_the_real_database_is_forgotten() -> None:
    real = schema(house())
    assert set(real) == {*CALLED, "setting"}
    assert {(table, name) for table in real for name in real[table]} == {
        (table, name) for table in TABLE_COLUMNS for name in TABLE_COLUMNS[table]
    }
    assert all(name in real[table] for table, name in HARMLESS)


def test_every_tampering_with_one_thing_is_found_and_named() -> None:
    tried = list(tamperings(house(), every=False))
    assert {(tampering.kind, tampering.where.partition(".")[0]) for tampering in tried} >= {
        (kind, table) for kind in ("changed", "removed", "added") for table in CALLED
    }
    lost = [
        f"{tampering.kind} {tampering.where}" for tampering in tried if not tampering.found(house())
    ]
    assert lost == []


def test_lines_cut_off_the_end_of_the_access_log_are_found() -> None:
    lines = house().rows("access")
    for cut in (lines[-1:], lines[-2:], lines):
        findings = house().verified(*(deleted("access", line) for line in cut))
        messages = [str(finding) for finding in findings]
        assert messages[-1] == "access log: its end is not where the last line was written"
        assert all("no line of the access log tells" in message for message in messages[:-1])


def test_every_header_taken_off_the_list_is_named() -> None:
    for header in house().rows("case_header"):
        findings = house().verified(deleted("case_header", header))
        missing = f"header {header['number']}: it is missing: its journal is still there"
        assert missing in [str(finding) for finding in findings]


def test_the_settings_that_are_covered_are_there() -> None:
    assert {row["key"] for row in house().rows("setting")} >= set(SETTINGS)
    assert ACCESS_LAST in SETTINGS


@pytest.mark.parametrize(
    ("table", "changes"),
    [("case_header", {"title": "Desks"}), ("journal", {"text": "{}"}), ("record", {"body": "{}"})],
)
def test_the_command_line_names_what_it_found_and_ends_with_seven(
    tmp_path: Path, table: str, changes: dict[str, str]
) -> None:
    statement = updated(table, chosen(table, house(), last=False), **changes)
    house().verified(statement)
    shutil.copytree(house().folder / "documents", tmp_path / "documents")
    words = 'agency = "Test County"\njurisdiction = "va-local"\ntraining = true\n'
    (tmp_path / FILE).write_text(words, encoding="utf-8")
    (tmp_path / "solflow.db").write_bytes(house().database)
    assert typed("verify", "--workspace", str(tmp_path))[0] == 0
    (tmp_path / "solflow.db").write_bytes((house().folder / "tampered.db").read_bytes())
    code, output = typed("verify", "--workspace", str(tmp_path))
    assert (code, CALLED[table] in output) == (7, True), output

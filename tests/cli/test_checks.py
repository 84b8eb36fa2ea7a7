"""`verify` and `workflow`: what is stored and what is written down, proved on demand."""

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from solicitation_flow.cli import terminal

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., Any]


def tampered(folder: Path, column: str, value: str, number: str) -> None:
    """Change a case's header as no command would."""
    with closing(sqlite3.connect(folder / "solflow.db")) as connection:
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in triggers.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        changed = f"UPDATE case_header SET {column} = ? WHERE number = ?"  # noqa: S608 - our words
        assert connection.execute(changed, (value, number)).rowcount == 1
        connection.commit()


# --- verify ------------------------------------------------------------------------------------


def test_an_untouched_workspace_verifies(published: str, solflow: Run) -> None:
    assert "everything is as the journals say" in solflow("verify").out
    document = solflow("verify", "--json").json
    assert (document["verified"], document["findings"], document["schema_version"]) == (True, [], 1)
    assert document["cases"] > 5
    assert published in solflow("list").out


def test_a_case_says_its_head_and_is_held_to_it(published: str, solflow: Run) -> None:
    head = solflow("verify", published, "--json").json["head"]
    assert head in solflow("verify", published.lower()).out
    solflow("verify", published, "--head", head)
    solflow("verify", "--head", head.upper())
    answer = solflow("verify", published, "--head", "0" * 64, code=7)
    assert "no journal here ever stood there" in answer.out


def test_tampering_is_told_with_exit_code_7(published: str, solflow: Run, here: Path) -> None:
    tampered(here, "title", "Desks", published)
    answer = solflow("verify", code=7)
    assert f"header {published}: column title is 'Desks', but should be 'Furniture'" in answer.out
    document = solflow("verify", published, "--json", code=7).json
    assert [(finding["what"], finding["where"]) for finding in document["findings"]] == [
        ("header", published)
    ]
    assert document["head"] is None


def test_damage_is_a_finding_and_not_a_bug(published: str, solflow: Run, here: Path) -> None:
    tampered(here, "pins", "{", published)
    answer = solflow("verify", code=7)
    assert "header all: it cannot be read" in answer.out
    assert "bug" not in answer.err
    assert "header" in solflow("verify", published, code=7).out


def test_a_damaged_document_is_found(published: str, solflow: Run, here: Path) -> None:
    (here / "paper.txt").write_text("as issued", encoding="utf-8")
    solflow("act", published, "file_paper", "paper=solicitation_document", "file=@paper.txt")
    kept = hashlib.sha256(b"as issued").hexdigest()
    (here / "documents" / kept[:2] / kept[2:]).write_text("as changed", encoding="utf-8")
    assert f"document {kept} has changed since it was stored" in solflow("verify", code=7).out


def test_what_is_no_case_and_what_is_no_head(published: str, solflow: Run) -> None:
    assert published in solflow("verify", "RFP-2026-01", code=4).err
    assert "64 hexadecimal digits" in solflow("verify", "--head", "5d1c", code=2).err


# --- workflow check ----------------------------------------------------------------------------


def test_the_shipped_workflows_are_checked_where_there_is_no_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, solflow: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    lines = solflow("workflow", "check").out.splitlines()
    assert len(lines) == len(list((ROOT / "workflows").glob("*.v*.yaml")))
    assert all(": sound (" in line for line in lines)
    assert all(file["sound"] for file in solflow("workflow", "check", "--json").json["files"])


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workflow file with two flaws, in a folder without a workspace."""
    monkeypatch.chdir(tmp_path)
    text = (ROOT / "workflows" / "person.v1.yaml").read_text(encoding="utf-8")
    text = text.replace("retire: {by: [officer,", "retire: {by: [oficer,")
    text = text.replace("change_person: {by", "change_person: {to: retired, by")
    path = tmp_path / "person.v1.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_flaw_is_told_with_file_line_and_column(broken: Path, solflow: Run) -> None:
    lines = solflow("workflow", "check", broken.name, code=6).out.splitlines()
    assert lines == [
        "person.v1.yaml:16:21: no role is called 'oficer' (did you mean 'officer'?)",
    ]
    [file] = solflow("workflow", "check", broken.name, "--json", code=6).json["files"]
    assert (file["workflow"], file["version"], file["sound"]) == ("person", 1, False)
    assert file["flaws"] == [
        {
            "file": "person.v1.yaml",
            "line": 16,
            "column": 21,
            "message": "no role is called 'oficer'",
            "hint": "did you mean 'officer'?",
        }
    ]


def test_a_file_that_cannot_be_compiled_hides_no_other(broken: Path, solflow: Run) -> None:
    torn = broken.with_name("torn.yaml")
    torn.write_text("workflow: torn\nversion: one\nstates: {}\n", encoding="utf-8")
    answer = solflow("workflow", "check", torn.name, broken.name, code=6)
    assert "torn.yaml:2:1: 'version' must be a whole number, not 'one'" in answer.out
    assert "person.v1.yaml:16:21:" in answer.out


def test_a_file_must_hold_what_its_name_says(broken: Path, solflow: Run) -> None:
    other = broken.with_name("supplier.v2.yaml")
    shutil.copy(ROOT / "workflows" / "supplier.v1.yaml", other)
    answer = solflow("workflow", "check", other.name, code=6)
    assert "supplier.v2.yaml:2:1: the file is called supplier.v2.yaml, but holds" in answer.out


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [("nowhere.yaml", None, 4), ("nul.yaml", b"\xff\xfe", 6), ("empty.yaml", b"", 6)],
)
def test_files_that_are_none(
    broken: Path, solflow: Run, name: str, content: bytes | None, code: int
) -> None:
    if content is not None:
        broken.with_name(name).write_bytes(content)
    answer = solflow("workflow", "check", name, code=code)
    assert name in answer.out + answer.err


def test_a_folder_is_no_file(broken: Path, solflow: Run) -> None:
    answer = solflow("workflow", "check", str(broken.parent), code=6)
    assert "this is a folder, not a file" in answer.out


def test_an_agencys_own_files_and_letters_are_checked_too(training: Path, solflow: Run) -> None:
    own = training / "workflows"
    own.mkdir(exist_ok=True)
    text = (ROOT / "workflows" / "member.v1.yaml").read_text(encoding="utf-8")
    (own / "member.v2.yaml").write_text(text.replace("version: 1", "version: 2"), encoding="utf-8")
    letter = training / "templates" / "notices" / "award" / "cancelled.md"
    letter.parent.mkdir(parents=True, exist_ok=True)
    letter.write_text("---\nsubject: {{ nobody }}\n---\nOver.\n", encoding="utf-8")
    answer = solflow("workflow", "check", code=6)
    assert f"{own / 'member.v2.yaml'}: sound" in answer.out
    assert f"{letter}:2:" in answer.out


def test_a_workspace_that_was_named_must_be_there(tmp_path: Path, solflow: Run) -> None:
    solflow("workflow", "check", "--workspace", tmp_path / "nowhere", code=4)


# --- workflow show -----------------------------------------------------------------------------


def test_a_workflow_is_shown_as_a_table_a_lawyer_can_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, solflow: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    out = solflow("workflow", "show", "agreement").out
    assert out.startswith("Master agreement open to members (agreement, version 1)\n")
    assert "\nexpired (end), of agreements\n" in out
    assert "agreements/publication to all_members" in out
    assert "An agreement is published only when every required document is on file" in out


def test_a_workflow_fits_the_screen_it_is_shown_on(
    training: Path, solflow: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert max(map(len, solflow("workflow", "show", "rfp").out.splitlines())) <= terminal.WIDTH
    monkeypatch.setattr(terminal, "width", lambda: 50)
    narrow = solflow("workflow", "show", "rfp", "--jurisdiction", "va-local").out.splitlines()
    assert max(map(len, narrow)) <= 50
    assert training.is_dir()


def test_a_jurisdiction_says_how_strict_each_guard_is_and_by_what_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, solflow: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    show = ("workflow", "show", "rfp", "--jurisdiction")
    out = solflow(*show, "va-local").out
    assert "What the law says (Virginia local public bodies, edition 2024)" in out
    assert "block, 10 calendar days; Va. Code 2.2-4302.2 (edition 2024; text read)" in out
    document = solflow(*show, "va-local", "--json").json
    assert document["jurisdiction"]["id"] == "va-local"
    notice = next(guard for guard in document["guards"] if guard["guard"] == "minimum_notice")
    assert (notice["strength"], notice["cite"]) == ("block", "Va. Code 2.2-4302.2")
    assert (notice["known"], notice["counts"]) == (True, "10 calendar days")
    assert "did you mean 'va-local'?" in solflow(*show, "va-locl", code=4).err


def test_a_workflow_for_programs(training: Path, solflow: Run) -> None:
    document = solflow("workflow", "show", "rfp", "--json").json
    assert (document["workflow"], document["initial"]) == ("rfp", "drafting")
    states = {state["state"]: state for state in document["states"]}
    assert states["cancelled"]["final"]
    [publish] = [move for move in states["drafting"]["moves"] if move["command"] == "publish"]
    assert (publish["to"], publish["by"], publish["confirm"]) == ("open", ["officer"], True)
    assert publish["notices"][0]["notice"] == "issuance/advertisement"
    assert set(publish["guards"]) <= {guard["guard"] for guard in document["guards"]}
    assert all(guard["says"] and guard["rule"] and guard["id"] for guard in document["guards"])
    assert json.dumps(document["deadlines"])
    assert training.is_dir()


def test_a_case_shows_the_definition_it_is_pinned_to(published: str, solflow: Run) -> None:
    assert solflow("workflow", "show", published, "--json").json["workflow"] == "rfp"


def test_a_file_may_be_shown(broken: Path, solflow: Run) -> None:
    assert "oficer" in solflow("workflow", "show", broken.name).out


def test_no_such_workflow(training: Path, solflow: Run) -> None:
    assert "did you mean 'rfp'?" in solflow("workflow", "show", "rpf", code=4).err
    assert training.is_dir()

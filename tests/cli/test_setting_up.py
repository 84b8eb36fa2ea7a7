"""Workspaces are made whole, found upward, and say where every setting came from."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from solicitation_flow import errors
from solicitation_flow.workspace import Workspace, create, settings

Run = Callable[..., Any]
ROOT = Path(__file__).resolve().parents[2]
AGENCY = ("--agency", "Your County", "--jurisdiction", "va-local")


def test_init_makes_a_place_to_train_in_and_says_what_to_do_next(
    tmp_path: Path, solflow: Run
) -> None:
    answer = solflow("init", tmp_path / "w", "--training", *AGENCY, "--at", "2026-06-01T09:00")
    assert "is a training workspace for Your County" in answer.out
    assert "The time is Monday, 1 June 2026, 9:00 a.m. EDT" in answer.out
    assert "\nNext:\n  cd " in answer.out
    people = solflow("people", "list", "--json", "--workspace", tmp_path / "w").json["people"]
    roles = ["officer", "approver", "custodian", "evaluator", "administrator"]
    assert [(person["key"], person["roles"]) for person in people] == [("mlogin", roles)]


def test_init_in_json_names_the_person_and_the_clock(tmp_path: Path, solflow: Run) -> None:
    more = ["--person", "maria", "--email", "maria@county.example", "--json"]
    document = solflow("init", tmp_path / "w", *AGENCY, *more).json
    assert document["schema_version"] == 1
    assert (document["training"], document["zone"]) == (False, "America/New_York")
    assert (document["person"]["key"], document["person"]["number"]) == ("maria", "P-maria")
    assert document["now"]["zone"] == "America/New_York"


def test_init_writes_over_nothing(training: Path, solflow: Run) -> None:
    before = (training / settings.FILE).read_bytes()
    answer = solflow("init", ".", "--training", *AGENCY, code=5)
    assert "is there already; nothing was changed" in answer.err
    assert (training / settings.FILE).read_bytes() == before
    (training / settings.FILE).unlink()
    assert solflow("init", ".", *AGENCY, "--json", code=5).json["code"] == "conflict"
    assert (training / "solflow.db").is_file()


@pytest.mark.parametrize(
    ("more", "code", "says"),
    [
        (("--jurisdiction", "va-locl"), 4, "did you mean 'va-local'?"),
        (("--program", "omni"), 4, "there is no program 'omni'"),
        (("--zone", "America/New_Yrk"), 2, "did you mean 'America/New_York'?"),
        (("--email", "nowhere"), 2, "must be one plain address"),
        (("--person", "!!"), 2, "makes no key"),
        (("--at", "2026-06-01T09:00"), 3, "--at is for training"),
        (("--agency", " "), 2, "the agency's name is empty"),
    ],
)
def test_a_workspace_that_cannot_be_made_leaves_nothing_behind(
    tmp_path: Path, solflow: Run, more: tuple[str, str], code: int, says: str
) -> None:
    answer = solflow("init", tmp_path / "w", *AGENCY, *more, code=code)
    assert says in answer.err
    assert not [path for path in (tmp_path / "w").rglob("*") if path.is_file()]


def test_a_full_disk_leaves_no_half_made_workspace(
    tmp_path: Path, solflow: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise errors.Trouble("the disk is full")

    monkeypatch.setattr(create, "write_whole", full)
    assert solflow("init", tmp_path / "w", *AGENCY, code=1).err.startswith("the disk is full")
    assert not [path for path in (tmp_path / "w").rglob("*") if path.is_file()]


def test_a_workspace_is_found_upward_named_or_missed(
    training: Path, tmp_path: Path, solflow: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = training / "documents" / "deep"
    inside.mkdir()
    monkeypatch.chdir(inside)
    assert solflow("config", "--json").json["workspace"] == str(training)
    monkeypatch.chdir(tmp_path)
    answer = solflow("list", code=4)
    assert "no solflow.toml" in answer.err
    assert "Try: solflow init" in answer.err
    monkeypatch.setenv("SOLFLOW_WORKSPACE", str(training))
    assert solflow("config", "--json").json["workspace"] == str(training)
    assert solflow("--workspace", tmp_path, "list", code=4).err.startswith("there is no workspace")


def test_config_says_where_each_value_came_from(
    training: Path, tmp_path: Path, solflow: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "config" / "solflow" / "config.toml"
    own.parent.mkdir(parents=True)
    own.write_text('program = "mine"\n[mail]\naddress = "desk@county.example"\n', encoding="utf-8")
    monkeypatch.setenv("SOLFLOW_AGENCY", "Another County")
    listed = {setting["name"]: setting for setting in solflow("config", "--json").json["settings"]}
    settings_and_origins = {
        name: (listed[name]["value"], listed[name]["origin"]) for name in listed
    }
    file = str(training / settings.FILE)
    assert settings_and_origins["agency"] == ("Another County", "SOLFLOW_AGENCY")
    assert settings_and_origins["zone"] == ("America/New_York", file)
    assert settings_and_origins["program"] == ("neutral", file)
    assert settings_and_origins["mail.address"] == ("desk@county.example", str(own))
    assert settings_and_origins["database"] == ("solflow.db", "default")
    assert "Another County" in solflow("config").out


def test_only_the_workspace_itself_says_what_kind_it_is(
    training: Path, tmp_path: Path, solflow: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOLFLOW_TRAINING", "no")
    monkeypatch.setenv("SOLFLOW_ALLOW_AS", "yes")
    listed = {setting["name"]: setting for setting in solflow("config", "--json").json["settings"]}
    assert (listed["training"]["value"], listed["allow_as"]["value"]) == (True, False)
    own = tmp_path / "config" / "solflow" / "config.toml"
    own.parent.mkdir(parents=True)
    own.write_text("allow_as = true\n", encoding="utf-8")
    assert "no setting is called 'allow_as'" in solflow("list", code=6).err


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("agency = \n", "1:10", "invalid value"),
        ('agncy = "x"\n', "1:1", "did you mean 'agency'?"),
        ('agency = "x"\ntraining = "yes"\n', "2:1", "training must be true or false"),
        ('[mail]\nadress = "x"\n', "2:1", "no setting is called 'mail.adress'"),
        ("users = 3\n", "1:1", "users must be a table"),
    ],
)
def test_a_broken_settings_file_says_where(
    training: Path, solflow: Run, text: str, place: str, says: str
) -> None:
    (training / settings.FILE).write_text(text, encoding="utf-8")
    answer = solflow("list", code=6)
    assert answer.err.startswith(f"{training / settings.FILE}:{place}: ")
    assert says in answer.err
    flaws = solflow("list", "--json", code=6).json["flaws"]
    assert f"{flaws[0]['line']}:{flaws[0]['column']}" == place


def test_an_office_and_a_place_to_train_in_cannot_pass_for_each_other(
    training: Path, solflow: Run
) -> None:
    file = training / settings.FILE
    file.write_text(file.read_text().replace("training = true", "training = false"))
    answer = solflow("list", code=1)
    assert "this database was made to train in" in answer.err


@pytest.fixture
def office(tmp_path: Path, solflow: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "office"
    solflow("init", folder, *AGENCY, "--person", "maria", "--email", "maria@county.example")
    monkeypatch.chdir(folder)
    return folder


def test_nobody_acts_in_anothers_name_in_an_office(office: Path, solflow: Run) -> None:
    ben = ("ben", "name=Ben", "email=ben@county.example", "roles=approver")
    solflow("people", "add", *ben)
    answer = solflow("inbox", "--as", "ben", code=3)
    assert "in another's name is not allowed in this office" in answer.err
    assert solflow("inbox", "--as", "ben", "--json", code=3).json["code"] == "not_allowed"
    assert "maria has nothing to do" in solflow("inbox", "--as", "maria").err
    file = office / settings.FILE
    file.write_text("allow_as = true\n" + file.read_text())
    assert "ben has nothing to do" in solflow("inbox", "--as", "ben").err


def test_nobody_sets_an_offices_clock(office: Path, solflow: Run) -> None:
    for words in (["tick"], ["list"], ["new", "rfp", "title=x", "agency=y"]):
        answer = solflow(*words, "--at", "2030-01-01T09:00", code=3)
        assert "only a training clock can be set" in answer.err
    assert solflow("list", "--json").json["cases"] == []


def test_a_stranger_may_read_and_may_not_act(
    office: Path, solflow: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = solflow("new", "rfp", "title=x", "agency=y", "--json").json["number"]
    monkeypatch.setattr(settings, "login", lambda: "stranger")
    offered = solflow("next", number, "--json").json["commands"]
    assert offered
    assert not any(offer["yours"] for offer in offered)
    answer = solflow("act", number, "cancel", "reason=no", "--yes", code=4)
    assert "the operating-system user 'stranger' is nobody in this workspace" in answer.err
    assert "[users]" in answer.err


def test_a_name_is_a_person_then_a_supplier_then_a_member(training: Path, solflow: Run) -> None:
    solflow("suppliers", "add", "acme", "name=Acme", "email=a@acme.example")
    solflow("suppliers", "add", "maria", "name=Maria Inc", "email=a@maria.example")
    fairfax = ("fairfax", "name=Fairfax", "email=f@f.example", "kind=county", "state=VA")
    solflow("members", "add", *fairfax)

    def roles(name: str) -> list[str]:
        return list(solflow("inbox", "--as", name, "--json").json["roles"])

    assert roles("acme") == ["supplier"]
    assert roles("fairfax") == ["member"]
    assert "officer" in roles("maria")
    assert roles("supplier:maria") == ["supplier"]
    assert "did you mean 'acme'?" in solflow("inbox", "--as", "acmee", code=4).err
    solflow("act", "S-acme", "retire")
    assert "has left the register" in solflow("inbox", "--as", "acme", code=4).err
    assert [
        supplier["key"] for supplier in solflow("suppliers", "list", "--json").json["suppliers"]
    ] == ["maria"]


def test_an_agencys_own_files_go_before_the_shipped_ones(training: Path, solflow: Run) -> None:
    shipped = Path(settings.__file__).parents[2] / "workflows"
    own = training / "workflows"
    own.mkdir()
    text = (shipped / "rfp.v1.yaml").read_text().replace("version: 1", "version: 2")
    (own / "rfp.v2.yaml").write_text(text)
    number = solflow("new", "rfp", "title=x", "agency=y", "--json").json["number"]
    shown = solflow("show", number, "--json").json
    assert (shown["version"], shown["pins"]["workflow"]["version"]) == (2, "2")
    (own / "rfp.v3.yaml").write_text(text)
    answer = solflow("new", "rfp", "title=x", "agency=y", code=6)
    assert "the file is called rfp.v3.yaml, but holds rfp version 2" in answer.err
    (own / "rfp.v3.yaml").write_text("workflow: [\n")
    answer = solflow("new", "rfp", "title=x", "agency=y", code=6)
    assert f"{own / 'rfp.v3.yaml'}:2:1: " in answer.err
    assert solflow("show", number).code == 0


def test_a_name_never_becomes_a_path(training: Path, solflow: Run) -> None:
    for name in ("../workflows/rfp", "*", "rfp.v1", ""):
        assert "there is no workflow" in solflow("new", name, code=4).err


def test_upgrade_keeps_a_copy_and_refuses_what_is_newer(training: Path, solflow: Run) -> None:
    assert "is up to date" in solflow("upgrade").out
    database = training / "solflow.db"
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    assert "9999" in solflow("list", code=1).err
    assert solflow("upgrade", "--json", code=1).json["code"] == "database.newer"


def test_doctor_finds_nothing_in_a_workspace_that_is_well(published: str, solflow: Run) -> None:
    document = solflow("doctor", "--json").json
    assert all(check["ok"] for check in document["checks"])
    names = {check["check"] for check in document["checks"]}
    assert {"zone data", "database", "clock", "due", "letters", "workflows"} <= names


def test_doctor_ends_with_seven_when_it_finds_something(
    published: str, here: Path, solflow: Run
) -> None:
    answer = solflow("doctor", "--at", "2026-06-15T16:01", code=7)
    assert "1 passed unrecorded: RFP-2026-001 questions_due" in answer.out
    assert "solflow tick" in answer.out
    with sqlite3.connect(here / "solflow.db") as connection:
        connection.execute("UPDATE setting SET value = '2026-01-01T00:00:00.000000Z'")
        connection.execute("UPDATE outbox SET status = 'uncertain'")
    connection.close()
    checks = solflow("doctor", "--json", code=7).json["checks"]
    wrong = {check["check"] for check in checks if not check["ok"]}
    assert wrong == {"clock", "letters"}


def test_doctor_proves_the_workspaces_own_workflow_files(training: Path, solflow: Run) -> None:
    own = training / "workflows"
    own.mkdir(exist_ok=True)
    text = (ROOT / "workflows" / "member.v1.yaml").read_text(encoding="utf-8")
    newer = text.replace("version: 1", "version: 2").replace("by: [officer", "by: [oficer")
    (own / "member.v2.yaml").write_text(newer, encoding="utf-8")
    checks = {check["check"]: check for check in solflow("doctor", "--json", code=7).json["checks"]}
    check = checks["workflows"]
    assert (check["ok"], check["next"]) == (False, "solflow workflow check")
    assert f"{own / 'member.v2.yaml'}:" in check["says"]
    assert "no role is called 'oficer'" in check["says"]


def test_doctor_looks_at_what_cannot_be_opened(training: Path, solflow: Run) -> None:
    (training / "solflow.db").write_bytes(b"not a database, whatever its name says" * 40)
    checks = solflow("doctor", "--json", code=7).json["checks"]
    assert [check["check"] for check in checks if not check["ok"]] == ["database"]
    (training / "solflow.db").unlink()
    checks = solflow("doctor", "--json", code=7).json["checks"]
    assert [check["check"] for check in checks if not check["ok"]] == ["database"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_doctor_sees_a_folder_that_may_not_be_written(training: Path, solflow: Run) -> None:
    (training / "outbox").chmod(0o500)
    try:
        checks = solflow("doctor", "--json", code=7).json["checks"]
    finally:
        (training / "outbox").chmod(0o700)
    assert [check["check"] for check in checks if not check["ok"]] == ["folder outbox"]


def test_a_workspace_can_be_moved(published: str, here: Path, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere"
    shutil.copytree(here, moved)
    workspace = Workspace.find(moved)
    try:
        assert workspace.engine().view(published).loaded.header.state == "open"
    finally:
        workspace.close()

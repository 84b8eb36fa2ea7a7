"""What befalls a command line: closed pipes, missing databases, strangers, slips of the hand."""

import io
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from solicitation_flow.cli import terminal
from solicitation_flow.store import driver
from solicitation_flow.workspace import Workspace, settings

Run = Callable[..., Any]
ROOT = Path(__file__).resolve().parents[2]
PROGRAM = (
    "from solicitation_flow.workspace import settings\n"
    "settings.login = lambda: 'mlogin'\n"
    "from solicitation_flow.cli.main import main\n"
    "main()"
)
posix = pytest.mark.skipif(os.name == "nt", reason="a shell of the old school")


def shell(line: str, folder: Path) -> tuple[int, str, str]:
    """Run a line of bash in which `$solflow` is the program, with a failing pipe failing it."""
    program = folder / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    around = {**os.environ, "PYTHONPATH": str(ROOT), "solflow": f"{sys.executable} {program}"}
    completed = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        cwd=folder,
        env=around,
        check=False,
        capture_output=True,
        text=True,
    )
    return completed.returncode, completed.stdout, completed.stderr


@posix
@pytest.mark.parametrize("words", ["", "--version", "act --help", "list", "show RFP-2026-001"])
def test_nobody_need_read_an_answer_to_its_end(published: str, here: Path, words: str) -> None:
    assert published in words or "RFP" not in words
    assert shell(f"$solflow {words} | true", here) == (0, "", "")


@posix
@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("$solflow list <&- >&- 2>&-", 0),
        ("$solflow nonsense <&- >&- 2>&-", 2),
        ("$solflow act RFP-2026-001 cancel reason='The need has gone.' <&- 2>&-", 2),
        ("$solflow act RFP-2026-001 answer question=1 text=- <&- 2>&-", 2),
    ],
)
def test_a_service_may_close_what_it_does_not_need(
    published: str, here: Path, line: str, code: int
) -> None:
    assert published
    assert shell(line, here)[0] == code


def test_a_lost_database_is_not_made_anew(training: Path, solflow: Run) -> None:
    (training / "solflow.db").unlink()
    for words in (["list"], ["tick"], ["upgrade"]):
        answer = solflow(*words, code=4)
        assert "there is no database" in answer.err
        assert "from a backup" in answer.err
        assert not (training / "solflow.db").exists()
    (training / "solflow.db").touch()
    assert "nothing in it" in solflow("upgrade", code=4).err
    checks = solflow("doctor", "--json", code=7).json["checks"]
    assert [check["next"] for check in checks if check["check"] == "database"] == [
        "bring it back from where it was moved, or from a backup"
    ]


@pytest.mark.parametrize("zone", ["", 'zone = "Mars/Olympus"'])
def test_nothing_is_done_that_could_not_be_told_in_local_time(
    drafted: str, here: Path, solflow: Run, zone: str
) -> None:
    (here / settings.FILE).write_text(
        f'agency = "A"\ntraining = true\n{zone}\n[users]\nmlogin = "maria"\n', encoding="utf-8"
    )
    assert "time zone" in solflow("act", drafted, "describe", "contact=Ann", code=2).err
    assert "time zone" in solflow("new", "rfp", "title=T", "agency=A", code=2).err
    workspace = Workspace.find(here)
    try:
        assert len(workspace.engine().environment.store.journal(drafted)) == 11
    finally:
        workspace.close()
    assert "time zone" in solflow("doctor", code=7).out


def test_a_user_without_a_home_works_like_any_other(
    training: Path, solflow: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def homeless(_: Path) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "expanduser", homeless)
    monkeypatch.delenv("XDG_CONFIG_HOME")
    assert solflow("config", "--workspace", training).code == 0
    assert "there is no workspace" in solflow("list", "--workspace", "~nobody/x", code=4).err
    answer = solflow("act", "P-maria", "change_person", "name=@~nobody/name.txt", code=4)
    assert "there is no file" in answer.err


def test_a_workspace_cannot_be_made_where_a_file_is(tmp_path: Path, solflow: Run) -> None:
    (tmp_path / "taken").write_text("kept", encoding="utf-8")
    words = ("--training", "--agency", "A", "--jurisdiction", "va-local")
    assert "File exists" in solflow("init", tmp_path / "taken", *words, code=1).err
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "kept"


def test_what_is_nested_without_end_is_a_bad_field(drafted: str, solflow: Run) -> None:
    answer = solflow("act", drafted, "describe", "contact:=" + "[" * 100_000, code=2)
    assert "contact: is nested too deeply" in answer.err


def test_standard_input_is_read_but_once(
    drafted: str, solflow: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def piped(text: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))

    piped(b"Ann")
    answer = solflow("act", drafted, "describe", "contact=-", "cooperative_wording=-", code=2)
    assert "cooperative_wording: standard input is empty, or was read already" in answer.err
    piped(b"contact: [")
    assert "standard input:1:" in solflow("act", drafted, "describe", "--file", "-", code=6).err


@pytest.mark.parametrize(
    ("option", "typed", "says"),
    [
        ("--state", "opne", "There is no state 'opne'; did you mean 'open'?"),
        ("--phase", "xyzzy", "There is no phase 'xyzzy'."),
        ("--workflow", "rpf", "There is no workflow 'rpf'; did you mean 'rfp'?"),
        ("--state", "awarded", "No cases found."),
    ],
)
def test_a_slip_in_a_question_is_not_answered_with_silence(
    published: str, solflow: Run, option: str, typed: str, says: str
) -> None:
    answer = solflow("list", option, typed)
    assert (answer.out, answer.err.splitlines()[0]) == ("", says)
    assert published not in answer.err
    assert solflow("list", option, typed, "--json").json["cases"] == []


def test_a_refusal_says_when_time_has_passed_all_the_same(drafted: str, solflow: Run) -> None:
    words = ("act", drafted, "cancel", "reason=x", "--at", "2026-06-02T10:00")
    assert "Time has passed" not in solflow(*words, "--dry-run", code=3).err
    text = solflow(*words, "--yes", code=3).err
    assert "Time has passed all the same: it is Tuesday, 2 June 2026, 10:00 a.m. EDT" in text


def damaged(folder: Path, statement: str, value: bytes) -> None:
    """Change the database as no command would."""
    with closing(sqlite3.connect(folder / "solflow.db")) as connection:
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in triggers.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement, (value,))
        connection.commit()


@pytest.mark.parametrize("value", [b"\xff\xfe", b"{"])
@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE record SET body = CAST(? AS TEXT)", ["show", "RFP-2026-001"]),
        ("UPDATE pinned SET body = CAST(? AS TEXT)", ["next", "RFP-2026-001"]),
        ("UPDATE case_header SET pins = CAST(? AS TEXT)", ["list"]),
        ("UPDATE journal SET text = CAST(? AS TEXT)", ["journal", "RFP-2026-001"]),
        ("UPDATE setting SET value = CAST(? AS TEXT)", ["inbox"]),
    ],
)
def test_a_damaged_database_is_no_bug_of_the_program(
    published: str, here: Path, solflow: Run, statement: str, words: list[str], value: bytes
) -> None:
    damaged(here, statement, value)
    text = solflow(*words, code=1).err
    assert "bug" not in text
    assert "from a backup" in text
    assert solflow(*words, "--json", code=1).json["code"] == "trouble"
    assert "bug" not in solflow("doctor", code=None).err
    assert published


def test_who_may_only_read_is_told_so_and_reads(
    published: str, here: Path, solflow: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "writable", lambda _: False)
    note = f"You may read {here / 'solflow.db'} but not write to it.\n"
    for words in (["list"], ["show", published], ["next", published], ["inbox"], ["verify"]):
        assert solflow(*words).err == note, words
    assert solflow("show", published, "--json").json["state"] == "open"
    answer = solflow("act", published, "ask", "text=May we?", "--as", "acme", code=1)
    assert "may not be written" in answer.err
    assert "nothing was changed" in answer.err


def test_a_reader_does_not_miss_what_stands_in_the_log_alone(
    published: str, here: Path, solflow: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program has the database open: its last moves are in the log beside the file."""
    with closing(sqlite3.connect(here / "solflow.db", isolation_level=None)) as other:
        other.execute("UPDATE case_header SET title = 'Desks' WHERE number = ?", (published,))
        monkeypatch.setattr(driver, "writable", lambda _: False)
        assert "Desks" in solflow("list").out


def test_letters_that_cannot_leave_say_why(published: str, here: Path, solflow: Run) -> None:
    shutil.rmtree(here / "outbox", ignore_errors=True)
    (here / "outbox").write_text("in the way", encoding="utf-8")
    says = "post: 5 letters could not be sent: "
    answer = solflow("tick", "--json", code=1)
    assert says in answer.json["troubles"][0]
    assert "outbox" in answer.json["troubles"][0].partition(says)[2]
    checks = solflow("doctor", "--json", code=7).json["checks"]
    letters = next(check for check in checks if check["check"] == "letters")
    assert (letters["ok"], "outbox" in letters["says"]) == (False, True)
    assert published


def test_doctor_reads_what_letters_are_signed_with(training: Path, solflow: Run) -> None:
    file = training / settings.FILE
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("[users]", '[mail]\naddress = "a@b.example\\nBcc: c@d.example"\n[users]'),
        encoding="utf-8",
    )
    assert "is not an address that mail can be sent from" in solflow("doctor", code=7).out
    file.write_text(text.replace('"Prince William County"', '" "'), encoding="utf-8")
    assert "no agency is named" in solflow("doctor", code=7).out


def test_a_narrow_screen_cuts_no_number_short(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    terminal.print_table(("number", "title"), [("RFP-2026-001", "Furniture for every classroom")])
    drawn = capsys.readouterr().out
    assert "RFP-2026-001" in drawn
    assert "\N{HORIZONTAL ELLIPSIS}" not in drawn

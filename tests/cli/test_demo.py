"""The first thing anybody runs: it must go right from any folder, twice, and own up to fiction."""

import contextlib
import io
import json
import os
import pty
import subprocess
import sys
from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest

from solicitation_flow.cli.dispatch import run
from solicitation_flow.records.issuance import Publication
from solicitation_flow.simulation import demo as room
from solicitation_flow.simulation.story import parse, read
from solicitation_flow.workdays import local
from solicitation_flow.workspace import Workspace, shipped

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = [sys.executable, "-c", "from solicitation_flow.cli.main import main; main()"]

SHORT = """
title: Desks
agency: Test County
jurisdiction: va-local
program: neutral
zone: America/New_York
start: 2017-06-05 09:00
person: maria "Maria Alvarez (simulated)" officer
## A beginning
2017-06-05 09:00  maria  new rfp title="Desks" agency="Test County"  -> drafting
2017-06-06 09:00  maria  authorize reference="Resolution 1" dated=2017-06-05  -> drafting
2017-06-08 09:00  maria  publish proposals_due="2017-08-18 14:00"  !! other public bodies
"""


@dataclass(frozen=True)
class Run:
    """One command line, run in this process: its exit code and what it wrote."""

    code: int
    out: str
    err: str
    folder: Path


def typed(*words: str, folder: Path) -> Run:
    out, err = io.StringIO(), io.StringIO()
    with (
        contextlib.chdir(folder),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        code = run(words)
    return Run(code, out.getvalue(), err.getvalue(), folder)


@pytest.fixture(scope="module")
def demo_run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run the demo in lines, in a folder of its own."""
    return typed("demo", folder=tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return the demo as one document."""
    ran = typed("demo", "there", "--json", folder=tmp_path_factory.mktemp("document"))
    assert (ran.code, ran.err) == (0, "")
    document: dict[str, Any] = json.loads(ran.out)
    return document


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Write a story of two moves: enough where it does not matter what is shown."""
    monkeypatch.setattr(room, "read", lambda _: parse(SHORT, "short"))


# --- what it tells -----------------------------------------------------------------------------


def test_it_goes_as_written_and_says_what_is_fact_and_what_is_not(demo_run: Run) -> None:
    assert (demo_run.code, demo_run.err) == (0, "")
    head, _, _ = demo_run.out.partition("Workspace")
    for word in ("R-TC-18004", "Prince William County Public Schools", "2017-07-18",
                 "2017-08-02 16:00", "2017-08-18 14:00", "prior to", "America/New_York",
                 "Simulated", "edition 2024", "seven years newer"):  # fmt: skip
        assert word in head


def test_it_tells_every_chapter_state_letter_reminder_deadline_and_refusal(demo_run: Run) -> None:
    story = read(shipped("workflows") / "scenarios" / room.SCENARIO)
    for title in story.chapters.values():
        assert f"\n{title}\n---" in demo_run.out
    for state in ("drafting -> open", "open -> opening", "opening -> screening",
                  "screening -> evaluation", "evaluation -> intent to award",
                  "intent to award -> awarded", "drafted -> executed",
                  "executed -> published"):  # fmt: skip
        assert state in demo_run.out
    assert demo_run.out.count("  refused\n") == sum(step.refused for step in story.steps)
    assert demo_run.out.count("reminder   proposals_due") == 5
    assert "as of     18 Aug 2017 14:00:00, recorded 18 Aug 2017 14:00:00" in demo_run.out
    assert "deadline  proposals_due before 18 Aug 2017 14:00, then close_receipt" in demo_run.out
    assert "issuance/posting to 3: acme, birchway, cobalt" in demo_run.out
    assert "Va. Code 2.2-4302.2 (edition 2024; text read)" in demo_run.out
    assert "proposal    of cobalt: late" in demo_run.out


def test_what_the_clock_did_is_told_in_the_chapter_it_is_written_in(demo_run: Run) -> None:
    assert demo_run.out.index("close_questions  still") < demo_run.out.index("Supplier response:")


def test_it_ends_with_the_agreement_and_what_to_try(demo_run: Run) -> None:
    _, _, end = demo_run.out.partition("Result")
    for word in ("RFP-2017-001-A1", "Acme School Furniture (simulated)", "2017-10-01 to 2020-09-30",
                 "Register with the cooperative", "on request from the lead agency",
                 "solflow --workspace solflow-demo next RFP-2017-001",
                 "solflow --workspace solflow-demo verify"):  # fmt: skip
        assert word in end
    assert "lacks" not in end


def test_what_was_told_is_kept_in_the_workspace(demo_run: Run) -> None:
    kept = (demo_run.folder / room.FOLDER / room.TOLD).read_text(encoding="utf-8")
    assert kept == demo_run.out


def test_as_json_it_is_one_document(document: dict[str, Any]) -> None:
    assert document["schema_version"] == 1
    assert document["diverged"] == 0
    kinds = {event["kind"] for event in document["events"]}
    assert kinds == {"chapter", "act", "refusal", "clock", "reminder"}
    assert document["state"] == "awarded"
    assert document["agreement"]["number"] == "RFP-2017-001-A1"
    assert all(line["present"] for line in document["agreement"]["packet"])
    refusals = [event for event in document["events"] if event["kind"] == "refusal"]
    assert all(refusal["objections"] and not refusal["moves"] for refusal in refusals)


def test_what_it_states_as_fact_is_what_the_case_holds(document: dict[str, Any]) -> None:
    workspace = Workspace(Path(document["workspace"]))
    try:
        case = workspace.engine().view(document["number"]).loaded.case
        published, fact = case.one(Publication), document["fact"]
        assert (case.title, published.zone) == (fact["title"], fact["zone"])
        day = local(published.published_at, published.zone).date()
        assert day.isoformat() == fact["issued"]
        dates = (published.proposals_due, published.questions_due)
        shown = [local(date, published.zone).isoformat() for date in dates if date]
        assert shown == [fact["proposals_due"]["at"], fact["questions_until"]["at"]]
        assert published.boundary == "before"
        assert workspace.settings["agency"].value == fact["lead_agency"]
    finally:
        workspace.close()


def test_every_letter_left_once_and_is_marked_as_training(demo_run: Run) -> None:
    folder = demo_run.folder / room.FOLDER
    workspace = Workspace(folder)
    try:
        letters = workspace.engine().environment.store.outbox()
    finally:
        workspace.close()
    mails = sorted((folder / "outbox").glob("*.eml"))
    assert len(mails) == len(letters) == 44
    assert {letter.status for letter in letters} == {"sent"}
    for path in mails:
        mail = message_from_bytes(path.read_bytes(), policy=policy.default)
        assert mail["Subject"].startswith("[TRAINING]")
        body = mail.get_content()
        assert body.startswith("*** TRAINING ***")
        assert body.rstrip().endswith("binds anyone.")


def test_the_workspace_goes_on_where_the_story_ended(demo_run: Run) -> None:
    folder = str(demo_run.folder / room.FOLDER)
    after = typed(
        "--workspace", folder, "next", "RFP-2017-001-A1", "--json", folder=demo_run.folder
    )
    assert after.code == 0
    document = json.loads(after.out)
    assert document["state"] == "published"
    assert document["now"]["at"] == "2017-10-04T09:00:00-04:00"
    checked = typed("--workspace", folder, "verify", folder=demo_run.folder)
    assert checked.code == 0, checked.out + checked.err


@pytest.mark.usefixtures("short")
def test_time_does_not_go_back_to_the_last_move(tmp_path: Path) -> None:
    assert typed("demo", folder=tmp_path).code == 0
    after = typed("--workspace", room.FOLDER, "next", "RFP-2017-001", "--json", folder=tmp_path)
    assert json.loads(after.out)["now"]["at"] == "2017-06-08T09:00:00-04:00"


# --- where it goes -----------------------------------------------------------------------------


@pytest.mark.usefixtures("short")
def test_twice_in_a_row_it_takes_the_next_free_name(tmp_path: Path) -> None:
    for _ in range(3):
        assert typed("demo", folder=tmp_path).code == 0
    folders = sorted(path.name for path in tmp_path.iterdir())
    assert folders == ["solflow-demo", "solflow-demo-2", "solflow-demo-3"]


@pytest.mark.usefixtures("short")
def test_in_a_clone_it_leaves_nothing_for_git_to_see(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    assert typed("demo", folder=tmp_path).code == 0
    asked = ["git", "status", "--porcelain"]
    seen = subprocess.run(asked, cwd=tmp_path, check=True, capture_output=True, text=True)
    assert seen.stdout == ""


@pytest.mark.usefixtures("short")
def test_a_folder_somebody_else_made_is_left_alone(tmp_path: Path) -> None:
    theirs = tmp_path / "papers"
    theirs.mkdir()
    assert typed("demo", "papers", folder=tmp_path).code == 0, "an empty one is as good as none"
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "mine.txt").write_text("mine", encoding="utf-8")
    refused = typed("demo", "letters", folder=tmp_path)
    assert refused.code == 5
    assert "letters is there already, and no demo made it" in refused.err
    assert [path.name for path in (tmp_path / "letters").iterdir()] == ["mine.txt"]


@pytest.mark.usefixtures("short")
def test_where_nobody_may_write_it_goes_to_a_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aside = tmp_path / "aside"
    aside.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(aside))
    monkeypatch.setattr(os, "access", lambda path, _: path != tmp_path)
    ran = typed("demo", folder=tmp_path)
    assert ran.code == 0
    assert f"Workspace  {aside}" in ran.out


@pytest.mark.usefixtures("short")
def test_what_is_set_on_this_machine_does_not_change_the_story(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOLFLOW_JURISDICTION", "nowhere")
    monkeypatch.setenv("SOLFLOW_WORKSPACE", str(tmp_path / "office"))
    assert typed("demo", folder=tmp_path).code == 0


@pytest.mark.usefixtures("short")
def test_it_takes_nobody_elses_name_or_time(tmp_path: Path) -> None:
    assert typed("demo", "--as", "maria", folder=tmp_path).code == 2
    assert typed("demo", "--at", "2027-01-01", folder=tmp_path).code == 2


# --- when it goes wrong ------------------------------------------------------------------------


@pytest.mark.parametrize("as_json", [False, True])
def test_a_divergence_from_the_script_fails_and_is_marked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, as_json: bool
) -> None:
    wrong = SHORT.replace("dated=2017-06-05  -> drafting", "dated=2017-06-05  -> open")
    monkeypatch.setattr(room, "read", lambda _: parse(wrong, "wrong"))
    ran = typed("demo", *(["--json"] if as_json else []), folder=tmp_path)
    assert ran.code == 1
    assert "differed from its script in 1 places" in ran.err
    if as_json:
        assert json.loads(ran.out)["diverged"] == 1
        assert json.loads(ran.err)["code"] == "failed"
    else:
        assert "NOT AS WRITTEN  reached drafting" in ran.out


# --- on a terminal -----------------------------------------------------------------------------


def test_on_a_terminal_it_is_drawn_and_no_line_runs_over(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    here = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "PYTHONPATH": str(ROOT)}
    here.pop("NO_COLOR", None)
    line = [*PROGRAM, "demo"]
    with subprocess.Popen(line, cwd=tmp_path, stdout=theirs, stderr=theirs, env=here) as started:
        os.close(theirs)
        output = b""
        with contextlib.suppress(OSError):  # the terminal is closed when the program ends
            while part := os.read(ours, 65536):
                output += part
    os.close(ours)
    assert started.returncode == 0
    assert b"\x1b[1;32mpublished" in output
    kept = (tmp_path / room.FOLDER / room.TOLD).read_text(encoding="utf-8")
    long = [line for line in kept.splitlines() if len(line) > 80 and "--workspace" not in line]
    assert not [line for line in long if " " in line.strip()[30:]]

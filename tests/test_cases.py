"""Real schedules in the real engine: the page is what the rules say, and odd data stop nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from scripts import cases
from scripts.realcases.asking import ASIDE, DETERMINATION, OBJECTS, UNDECIDED, WARNS, Answer
from scripts.realcases.entering import EnteredCase, Step, enter_all
from scripts.realcases.page import BEGIN, END
from scripts.realcases.published import published

ROOT = Path(__file__).resolve().parents[1]
SCRIPT = [sys.executable, str(ROOT / "scripts" / "cases.py")]

with_shared = pytest.mark.skipif(not cases.SHARED.is_dir(), reason="the real cases are not here")

WHOLE = """
  issued: {date: 2026-06-01}
  questions_due: {local: "2026-06-12T16:00"}
  pre_proposal: {local: "2026-06-08T10:00"}
  due: {local: "2026-06-22T14:00", as_published: "prior to 2:00 p.m. EDT, June 22, 2026"}
"""


def entered(folder: Path, schedule: str, state: str = "VA", rest: str = "") -> list[EnteredCase]:
    """Return what the rules say of one made-up schedule."""
    about = f"id: made-up\nnumber: T-1\nagency: Test County\nstate: {state}\nmethod: RFP\n"
    text = f"{about}schedule:{schedule or ' {}'}\n{rest}"
    (folder / "made-up.yaml").write_text(text, encoding="utf-8")
    return list(enter_all(published(folder)[0]))


def step(folder: Path, schedule: str, command: str = "publish", **about: str) -> Step:
    (one,) = entered(folder, schedule, **about)
    return next(candidate for candidate in one.steps if candidate.title.startswith(command))


def answers(
    folder: Path, schedule: str, command: str = "publish", **about: str
) -> dict[str, Answer]:
    return {answer.guard: answer for answer in step(folder, schedule, command, **about).answers}


# --- the page -----------------------------------------------------------------------------------


@with_shared
def test_the_page_is_what_the_rules_say_of_the_real_cases_now() -> None:
    completed = subprocess.run([*SCRIPT, "--check"], check=False, capture_output=True, text=True)
    assert completed.returncode == 0, (
        completed.stdout + completed.stderr + "\nscripts/cases --write refreshes it"
    )


@with_shared
def test_every_file_is_on_the_page_and_every_schedule_is_asked_about() -> None:
    text = cases.PAGE.read_text(encoding="utf-8")
    for path in cases.SHARED.glob("*.yaml"):
        dated = "\nschedule:" in path.read_text(encoding="utf-8")
        assert (f"### {path.stem}, " if dated else f"`{path.name}`") in text


def test_the_page_has_its_markers_and_a_row_for_what_could_not_be_decided() -> None:
    text = cases.PAGE.read_text(encoding="utf-8")
    assert text.count(BEGIN) == text.count(END) == 1
    assert f"| {UNDECIDED} |" in text


# --- what may come of one rule ------------------------------------------------------------------


def test_a_schedule_that_is_whole_and_in_order_makes_every_rule_stand_aside(tmp_path: Path) -> None:
    by_name = answers(tmp_path, WHOLE)
    assert {answer.kind for answer in by_name.values()} == {ASIDE}
    assert len(by_name) == 9


def test_a_window_too_short_blocks_and_the_case_ends_there(tmp_path: Path) -> None:
    result = step(tmp_path, WHOLE.replace("2026-06-01", "2026-06-13"))
    by_guard = {answer.guard: answer for answer in result.answers}
    assert by_guard["minimum_notice"].kind == OBJECTS
    assert "gives 9 calendar days" in by_guard["minimum_notice"].says
    assert "the case ends here" in result.stopped


def test_a_number_nobody_knows_is_not_decided_and_blocks_nothing(tmp_path: Path) -> None:
    result = step(tmp_path, WHOLE, state="MD")
    by_guard = {answer.guard: answer for answer in result.answers}
    assert by_guard["minimum_notice"].kind == UNDECIDED
    assert "not known here" in by_guard["minimum_notice"].says
    assert not result.stopped


def test_a_zone_that_is_not_in_force_is_warned_of(tmp_path: Path) -> None:
    by_name = answers(tmp_path, WHOLE.replace("EDT", "EST"))
    assert by_name["zone_label_valid"].kind == WARNS


def test_two_copies_that_disagree_object_and_the_case_goes_on_without_one(tmp_path: Path) -> None:
    copies = WHOLE.replace("  due: ", "  due_readme_original: June 22nd, at 6pm\n  due: ")
    result = step(tmp_path, copies)
    assert {answer.guard: answer.kind for answer in result.answers}["dates_agree"] == OBJECTS
    assert not result.stopped


def test_of_two_published_times_both_are_asked(tmp_path: Path) -> None:
    near = WHOLE.replace('{local: "2026-06-12T16:00"}', "June 17, 2026 or June 18, 2026")
    answer = answers(tmp_path, near)["questions_close_before_due"]
    assert answer.kind == UNDECIDED
    assert f"it {ASIDE} or {WARNS}, by until when questions are taken (two are" in answer.says


@pytest.mark.parametrize(("meeting", "kind"), [("2026-06-08", ASIDE), ("2026-06-09", UNDECIDED)])
def test_an_unknown_day_of_issue_matters_only_where_it_could(
    tmp_path: Path, meeting: str, kind: str
) -> None:
    late = WHOLE.replace("  issued: {date: 2026-06-01}\n", "").replace("2026-06-08", meeting)
    late = late.replace("2026-06-12", "2026-06-15")
    by_name = {one.profile: one.steps[0].answers for one in entered(tmp_path, late, state="AZ")}
    by_guard = {answer.guard: answer for answer in by_name["az-state"]}
    assert by_guard["minimum_notice"].kind == kind


def test_a_date_that_is_not_in_the_data_is_said_to_be_unknown(tmp_path: Path) -> None:
    by_name = answers(tmp_path, "\n  issued: {date: 2026-06-01}\n")
    assert {answer.kind for answer in by_name.values()} == {UNDECIDED}
    assert "when proposals were due is not in the data" in by_name["minimum_notice"].says


def test_an_amendment_states_what_was_revised_and_is_asked_on_its_day(tmp_path: Path) -> None:
    moved = WHOLE.replace(
        '{local: "2026-06-22', '{original: "2026-06-22T14:00", revised: "2026-06-27'
    )
    listed = 'addenda:\n  - {number: 1, date: 2026-06-15, changes: ["due moved to 2026-06-27"]}\n'
    by_name = answers(tmp_path, moved, "amend", rest=listed)
    assert by_name["due_on_working_day"].kind == OBJECTS
    assert "closed on Saturday" in by_name["due_on_working_day"].says


def test_an_amendment_after_proposals_were_due_is_not_possible(tmp_path: Path) -> None:
    listed = "addenda:\n  - {number: 1, date: 2026-06-23}\n"
    result = step(tmp_path, WHOLE, "amend", rest=listed)
    assert result.answers == ()
    assert "proposals were due before" in result.stopped


def test_later_dates_are_asked_where_they_are_known(tmp_path: Path) -> None:
    later = (
        f"{WHOLE}  intent_to_award: {{date: 2026-07-20}}\n  contract_issue: {{date: 2026-07-25}}\n"
    )
    term = "submission: {offer_valid_days: 30}\n"
    by_name = answers(tmp_path, later, "award", rest=term)
    assert by_name["standstill_over"].kind == WARNS
    assert by_name["offers_alive"].kind == DETERMINATION
    assert by_name["approval_authority"].kind == UNDECIDED


# --- odd data -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "schedule",
    [
        "",
        " later",
        " [soon]",
        "\n  due: to be announced\n",
        "\n  due: {local: 2026-02-30T14:00}\n",
        "\n  due: {local: [2026-06-22]}\n",
        '\n  issued: {date: 2026-01-05}\n  due: {local: "2026-03-08T02:30"}\n',
        '\n  issued: {date: 2026-07-05}\n  due: {local: "2026-06-22T14:00"}\n',
        '\n  issued: {date: 2026-06-22}\n  due: {local: "2026-06-22T14:00"}\n',
        '\n  issued: {date: 2026-06-01}\n  due: {local: "2126-06-22T14:00"}\n',
        f"{WHOLE}  intent_to_award: {{date: 2026-06-02}}\n",
        f"{WHOLE}  formal_protest: {{date: 2026-07-02}}\n",
    ],
)
@pytest.mark.parametrize("state", ["VA", "MD", "ZZ"])
def test_odd_data_are_told_and_never_a_traceback(
    tmp_path: Path, schedule: str, state: str, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = "addenda: [soon, {number: 1, date: someday}, {date: 2026-06-02}]\nsource: {title: x}\n"
    entered(tmp_path, schedule, state, listed)
    assert cases.main([str(tmp_path)]) == 0
    capture_result = capsys.readouterr()
    assert capture_result.err == ""
    assert "made-up" in capture_result.out


def test_a_file_that_cannot_be_read_and_a_folder_that_is_not_there_say_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "broken.yaml").write_text("schedule: {due: ", encoding="utf-8")
    for folder in (tmp_path, tmp_path / "nowhere"):
        assert cases.main([str(folder)]) == 1
        by_name = capsys.readouterr().err
        assert str(folder) in by_name

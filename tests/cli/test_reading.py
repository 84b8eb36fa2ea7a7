"""Lists, cases as they stand and stood, journals, forms, letters, registers and what is due."""

import json
import sqlite3
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def test_an_empty_list_is_an_empty_list(training: Path, solflow: Run) -> None:
    assert solflow("list", "--json").json["cases"] == []
    assert solflow("notices", "list", "--json").json["letters"] == []
    assert solflow("suppliers", "list", "--json").json["suppliers"] == []
    assert solflow("inbox", "--json").json["duties"] == []
    answer = solflow("list")
    assert answer.out == ""
    assert "Try: solflow new rfp" in answer.err


def test_list_leaves_registers_out_and_takes_filters(published: str, solflow: Run) -> None:
    def numbers(*words: str) -> list[str]:
        return [case["number"] for case in solflow("list", "--json", *words).json["cases"]]

    assert numbers() == [published]
    assert numbers("--state", "open", "--owner", "maria", "--phase", "issuance") == [published]
    assert numbers("--state", "drafting") == []
    assert numbers("--due", "P7D") == []
    assert numbers("--due", "P14D") == [published]
    assert "S-acme" in numbers("--workflow", "supplier")
    assert solflow("list", "--due", "seven", code=2).err.startswith(
        "--due: 'SEVEN' is not a period"
    )


def test_a_long_list_is_a_page_and_says_how_to_see_more(
    published: str, solflow: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = solflow("list", "--json", "--workflow", "person").json
    assert whole["more_after"] is None
    numbers = [case["number"] for case in whole["cases"]]
    assert len(numbers) > 3
    monkeypatch.setattr("solicitation_flow.cli.commands.list.PAGE", 2)
    page = solflow("list", "--workflow", "person", "--json").json
    assert [case["number"] for case in page["cases"]] == numbers[:2]
    assert page["more_after"] == numbers[1]
    following = solflow("list", "--workflow", "person", "--after", numbers[1], "--json").json
    assert [case["number"] for case in following["cases"]] == numbers[2:4]
    text = solflow("list", "--workflow", "person")
    assert len(text.out.splitlines()) == 3
    assert f"solflow list --workflow person --after {numbers[1]}" in text.err
    assert "solflow list --workflow person --all" in text.err
    everybody = solflow("list", "--workflow", "person", "--all")
    assert len(everybody.out.splitlines()) == len(numbers) + 1
    assert everybody.err == ""


def test_all_of_a_list_is_one_document_with_the_keys_of_a_page(
    published: str, solflow: Run
) -> None:
    for words in ([], ["--workflow", "person"], ["--state", "drafting"]):
        page, whole = solflow("list", "--json", *words), solflow("list", "--json", "--all", *words)
        assert whole.out == page.out


def test_list_settles_in_memory(published: str, solflow: Run) -> None:
    case = solflow("list", "--json", "--at", "2026-06-26T14:00").json["cases"][0]
    assert (case["state"], case["unrecorded"], case["next_due"]) == ("no_award", 2, None)
    assert solflow("list", "--json").json["cases"][0]["state"] == "open"
    text = solflow("list", "--at", "2026-06-26T14:00").out
    assert "no award (not yet recorded)" in text


def test_what_is_not_yet_recorded_is_asked_about_as_it_stands(published: str, solflow: Run) -> None:
    def numbers(*words: str) -> list[str]:
        answer = solflow("list", "--json", "--at", "2026-06-26T14:00", *words)
        return [case["number"] for case in answer.json["cases"]]

    assert numbers("--state", "no award") == [published]
    assert numbers("--state", "open") == numbers("--workflow", "agreement") == []


def test_a_table_is_aligned_and_holds_no_colour(published: str, solflow: Run) -> None:
    head, row = solflow("list").out.splitlines()
    assert head.startswith("number        state  title")
    assert row.startswith(
        "RFP-2026-001  open   Furniture  maria  questions_due, 2026-06-15 16:00 EDT"
    )
    assert "\x1b" not in row


def test_show_tells_the_case_as_it_stood_and_as_it_was_known(published: str, solflow: Run) -> None:
    solflow("tick", "--at", "2026-06-26T15:00")
    now = solflow("show", published, "--json").json
    assert (now["state"], now["as_of"], now["known_at"]) == ("no_award", None, None)

    def state(option: str, instant: str) -> str:
        return str(solflow("show", published, option, instant, "--json").json["state"])

    assert state("--as-of", "2026-06-26T13:59") == "open"
    assert state("--as-of", "2026-06-26T14:00") == "no_award"
    assert state("--as-of", "2026-06-01T09:00") == "drafting"
    assert state("--known-at", "2026-06-20T09:00-04:00") == "open"
    then = solflow("show", published, "--as-of", "2026-06-10T09:00", "--json").json
    assert then["as_of"] == {"at": "2026-06-10T09:00:00-04:00", "zone": "America/New_York"}
    assert {letter["notice"] for letter in then["letters"]} == {
        "issuance/posting",
        "preparation/committee_appointed",
    }
    answer = solflow("show", published, "--as-of", "2025-01-01T09:00", code=4)
    assert "did not exist yet" in answer.err
    assert solflow("show", published, "--as-of", "x", "--known-at", "y", code=2)


@pytest.mark.parametrize(
    ("instant", "says"),
    [
        ("yesterday", "'yesterday' is not a date and time"),
        ("2026-03-08T02:30", "does not exist in America/New_York"),
        ("2026-11-01T01:30", "comes twice in America/New_York"),
        ("0001-01-01T00:00+14:00", "is not a date and time"),
        ("9990-12-31", "9990 is not a year a solicitation can be in"),
    ],
)
def test_an_instant_that_is_none_is_told_how_one_is_written(
    published: str, solflow: Run, instant: str, says: str
) -> None:
    answer = solflow("show", published, "--as-of", instant, code=2)
    assert says in answer.err
    assert "write 2026-09-18T14:00-04:00" in answer.err


def test_show_reads_like_a_file(published: str, solflow: Run) -> None:
    text = solflow("show", published).out
    assert text.startswith(f"{published}  Furniture\n  open, move 12, owner maria\n")
    assert "\nDates:\n  questions_due  Monday, 15 June 2026, 4:00 p.m. EDT" in text
    assert "\nEvaluation plan:\n" in text
    assert f"Letters: 5 (solflow notices list {published})" in text


def test_the_journal_is_told_in_order_with_its_chain(published: str, solflow: Run) -> None:
    entries = solflow("journal", published, "--json").json["entries"]
    assert [entry["number"] for entry in entries] == list(range(1, 13))
    for earlier, later in pairwise(entries):
        assert later["previous"] == earlier["hash"]
    last = entries[-1]
    assert (last["command"], last["by"], last["from"], last["to"]) == (
        "publish",
        "maria",
        "drafting",
        "open",
    )
    text = solflow("journal", published, "--at", "2026-06-15T16:01").out
    assert text.splitlines()[-1].startswith("due  2026-06-15 16:00 EDT  close_questions")
    assert "not yet" in text


def test_a_form_is_a_json_schema_and_a_page(published: str, solflow: Run) -> None:
    document = solflow("form", "publish", "--workflow", "rfp", "--json").json
    assert (document["command"], document["workflows"], document["type"]) == (
        "publish",
        ["rfp"],
        "object",
    )
    assert document["required"] == ["proposals_due"]
    assert "suppliers" not in document["properties"]
    assert [field["name"] for field in document["fields"]] == list(document["properties"])
    text = solflow("form", "publish", "--workflow", published).out
    assert "  proposals_due (required)\n    when proposals are due, in local time; " in text
    assert "    example: proposals_due=2026-11-18 14:00\n" in text
    assert "default: before" in text


def test_a_form_of_several_workflows_asks_whose(training: Path, solflow: Run) -> None:
    text = solflow("form", "publish", code=2).err
    assert "--workflow agreement or --workflow rfp" in text
    assert "how_to_join" in solflow("form", "publish", "--workflow", "agreement").out
    assert solflow("form", "determine").out.startswith("determine (agreement, participation, rfp)")
    assert solflow("form", "rfp").out.startswith("open_solicitation (rfp)")
    assert "did you mean 'publish'?" in solflow("form", "publsh", code=4).err
    assert "It has no fields." in solflow("form", "retire").out


def test_a_form_is_read_without_a_workspace(
    tmp_path: Path, solflow: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert solflow("form", "receive").out.startswith("receive (rfp)")
    assert solflow("form", "receive", "--workspace", tmp_path, code=4)


def test_due_computes_and_executes_nothing(published: str, solflow: Run) -> None:
    rows = solflow("due", "--json").json["due"]
    due = [(row["kind"], row["name"], row["due_at"] and row["due_at"]["at"]) for row in rows]
    assert due[:4] == [
        ("reminder", "questions_due", "2026-06-13T16:00:00-04:00"),
        ("deadline", "questions_due", "2026-06-15T16:00:00-04:00"),
        ("reminder", "proposals_due", "2026-06-19T14:00:00-04:00"),
        ("reminder", "proposals_due", "2026-06-23T14:00:00-04:00"),
    ]
    assert rows[-1]["kind"] == "duty"
    within = solflow("due", "--within", "P14D", "--json").json["due"]
    assert [deadline["name"] for deadline in within] == ["questions_due"] * 2
    as_of = solflow("due", "--as-of", "2026-06-19T14:00", "--json").json["due"]
    assert len(as_of) == 3
    late = solflow("due", "--at", "2026-06-15T16:01").out
    assert "2026-06-15 16:00 EDT (due, not yet recorded)" in late
    assert len(solflow("journal", published, "--json").json["entries"]) == 12
    assert solflow("due", "--within", "P1D", "--as-of", "2026-06-19", code=2)


def test_tick_settles_sends_and_says_so(published: str, here: Path, solflow: Run) -> None:
    document = solflow("tick", "--json").json
    assert document["letters"] == {"sent": 5, "uncertain": 0, "failed": 0}
    assert len(list((here / "outbox").glob("*.eml"))) == 5
    assert "Nothing was due." in solflow("tick").out
    document = solflow("tick", "--at", "2026-06-26T14:00", "--json").json
    assert [(move["command"], move["to"]) for move in document["settled"]] == [
        ("close_questions", "open"),
        ("close_receipt", "no_award"),
    ]
    assert [(reminder["offset"], reminder["status"]) for reminder in document["reminded"]] == [
        ("P2D", "sent"),
        ("P7D", "sent"),
        ("P3D", "sent"),
        ("P2D", "sent"),
        ("P1D", "sent"),
        ("PT4H", "sent"),
    ]
    assert document["settled"][1]["effective_at"]["at"] == "2026-06-26T14:00:00-04:00"


def test_tick_tells_of_a_case_it_could_not_settle(published: str, here: Path, solflow: Run) -> None:
    with sqlite3.connect(here / "solflow.db") as connection:
        connection.execute("DELETE FROM pinned WHERE kind = 'workflow' AND name = 'rfp'")
    connection.close()
    answer = solflow("tick", "--at", "2026-06-15T16:01", code=1)
    assert f"trouble: {published}: the pinned definition" in answer.err


def test_an_inbox_holds_what_waits_for_one_person(published: str, solflow: Run) -> None:
    solflow("act", published, "ask", "text=By lot?", "--as", "acme")
    document = solflow("inbox", "--json").json
    assert document["person"] == "maria"
    answer = next(duty for duty in document["duties"] if duty["command"] == "answer")
    assert answer["next"] == f"solflow act {published} answer"
    assert answer["due_at"]["zone"] == "America/New_York"
    text = solflow("inbox").out
    assert text.splitlines()[0].split() == ["by", "what", "how"]
    assert f"solflow act {published} answer" in text
    assert "no date" in text
    late = solflow("inbox", "--at", "2026-06-24T09:00").out
    assert "(overdue)" in late
    assert solflow("inbox", "--as", "acme", "--json").json["duties"] == []


def test_a_supplier_and_a_member_have_an_inbox_too(published: str, solflow: Run) -> None:
    solflow("act", published, "ask", "text=By lot?", "--as", "acme")
    Path("offer.txt").write_text("an offer")
    solflow("act", published, "receive", "envelope=@offer.txt", "--as", "acme")
    solflow("act", published, "answer", "question=1", "text=Yes.")
    amend = ("act", published, "amend", "summary=By lot")
    [objection] = solflow(*amend, "--json", code=3).json["objections"]
    [remedy] = objection["clears"]
    fields = [f"{name}={value}" for name, value in remedy["fields"].items()]
    signed = ("reasoning=Three weeks are left.", "author=maria", "--as", "ben")
    solflow("act", published, remedy["command"], *fields, *signed)
    solflow(*amend)
    [owed] = solflow("inbox", "--as", "acme", "--json").json["duties"]
    assert (owed["owes"], owed["command"]) == ("supplier:acme", "acknowledge")
    assert owed["next"] == f"solflow act {published} acknowledge --as acme"
    solflow("act", published, "acknowledge", "amendment=1", "--as", "acme")
    assert "acme has nothing to do." in solflow("inbox", "--as", "acme").err
    member = ("name=Fairview", "email=f@fairview.example", "kind=county", "state=VA")
    solflow("members", "add", "fairview", *member)
    assert "fairview has nothing to do." in solflow("inbox", "--as", "fairview").err


def test_the_clock_goes_five_years_at_a_time(published: str, here: Path, solflow: Run) -> None:
    """A slip of the hand would leave a workspace in which nothing can be practised any more."""
    for words in (["tick"], ["act", published, "ask", "text=When?", "--as", "acme"]):
        answer = solflow(*words, "--at", "2062-06-15T09:00", code=2)
        assert "2062 is more than five years ahead" in answer.err
    assert solflow("list", "--at", "2062-06-15T09:00").code == 0
    assert "2 June 2026" in solflow("doctor").out


def test_letters_are_listed_shown_and_previewed(published: str, solflow: Run) -> None:
    listed = solflow("notices", "list", published, "--json").json["letters"]
    assert {letter["status"] for letter in listed} == {"queued"}
    listed = [letter for letter in listed if letter["notice"] == "issuance/posting"]
    assert [letter["recipient"] for letter in listed] == ["supplier:acme", "supplier:zenith"]
    assert solflow("notices", "list", "--status", "sent", "--json").json["letters"] == []
    shown = solflow("notices", "show", listed[0]["id"]).out
    assert shown.startswith("From: ")
    assert "Subject: [TRAINING] New solicitation RFP-2026-001: Furniture" in shown
    page = solflow("notices", "show", listed[0]["id"], "--html").out
    assert page.startswith("<!doctype html>")
    assert page.endswith("</html>\n")
    whole = solflow("notices", "show", listed[0]["id"], "--json").json
    assert whole["digest"].startswith(listed[0]["id"])
    assert "Proposals must be received before" in whole["text"]
    assert solflow("notices", "show", "zzz", code=4)
    assert solflow("notices", "show", "", code=4)


def test_a_preview_writes_nothing(published: str, solflow: Run) -> None:
    preview = ("notices", "preview", published)
    amended = ("amendments/amendment", "summary=Lots allowed", "material=no")
    document = solflow(*preview, *amended, "--json").json
    assert {letter["recipient"] for letter in document["letters"]} == {
        "supplier:acme",
        "supplier:zenith",
    }
    assert "Lots allowed" in document["letters"][0]["text"]
    one = solflow(*preview, *amended, "--to", "supplier:zenith")
    assert "bids@zenith.example" in one.out
    assert "2:00 p.m." in solflow(*preview, "responses/reminder").out
    assert "no proposal" in solflow(*preview, "award/no_award").out.lower()
    assert "may go out" in solflow(*preview, "award/intent", code=4).err
    assert "did you mean" in solflow(*preview, "amendments/amendmnt", code=4).err
    assert solflow(*preview, "amendments/amendment", code=2)
    assert len(solflow("notices", "list", published, "--json").json["letters"]) == 5


def test_registers_are_cases_with_a_history(training: Path, solflow: Run) -> None:
    add = ("people", "add", "ben", "name=Ben Ali", "email=ben@agency.example")
    assert "roles: is missing" in solflow(*add, code=2).err
    solflow(*add, "roles=evaluator")
    answer = solflow(*add, "roles=evaluator", code=5)
    assert "P-ben is already in use" in answer.err
    assert "name: Ben Ali" in solflow("people", "show", "ben").out
    solflow("act", "P-ben", "change_person", "roles=evaluator,approver")
    listed = solflow("people", "list").out
    assert "evaluator, approver" in listed
    shown = solflow("people", "show", "P-ben", "--json").json
    assert (shown["move"], shown["state"]) == (2, "active")
    solflow("act", "P-ben", "retire")
    keys = [person["key"] for person in solflow("people", "list", "--json").json["people"]]
    assert keys == ["maria"]
    everybody = solflow("people", "list", "--all", "--json").json["people"]
    assert [person["status"] for person in everybody] == ["retired", "active"]
    assert "did you mean" in solflow("people", "show", "mari", code=4).err


def test_json_is_one_document_on_stdout_and_nothing_on_stderr(published: str, solflow: Run) -> None:
    for words in (
        ["list"],
        ["show", published],
        ["next", published],
        ["why", published, "amend"],
        ["journal", published],
        ["form", "receive"],
        ["due"],
        ["inbox"],
        ["notices", "list"],
        ["people", "list"],
        ["people", "show", "maria"],
        ["config"],
        ["doctor"],
        ["upgrade"],
        ["tick"],
    ):
        answer = solflow(*words, "--json")
        assert json.loads(answer.out)["schema_version"] == 1, words
        assert answer.err == "", words


def test_options_stand_before_or_after_the_command(
    published: str, here: Path, solflow: Run
) -> None:
    before = solflow("--json", "--workspace", here, "--as", "acme", "inbox").json
    after = solflow("inbox", "--json", "--workspace", here, "--as", "acme").json
    assert before == after
    inside = solflow("notices", "--json", "list").json
    assert inside == solflow("notices", "list", "--json").json

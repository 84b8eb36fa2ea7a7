"""A command does what its plan said, once it was confirmed, and otherwise changes nothing."""

import io
import json
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
DATES = ("proposals_due=2026-06-26 14:00", "questions_due=2026-06-15 16:00")


def stored(training: Path) -> list[tuple[str, ...]]:
    """Everything a command could have stored, as text."""
    with sqlite3.connect(training / "solflow.db") as connection:
        tables = ("case_header", "journal", "outbox", "setting", "deadline", "access", "record")
        every = [f"SELECT * FROM {name}" for name in tables]  # noqa: S608 - a fixed list
        contents = [connection.execute(query).fetchall() for query in every]
    connection.close()
    return [tuple(map(repr, rows)) for rows in contents]


def test_act_answers_with_what_it_did_and_what_comes_next(drafted: str, solflow: Run) -> None:
    document = solflow("act", drafted, "publish", *DATES, "--yes", "--json").json
    assert document["schema_version"] == 1
    assert (document["number"], document["move"], document["from"], document["to"]) == (
        drafted,
        12,
        "drafting",
        "open",
    )
    assert document["effective_at"] == {
        "at": "2026-06-01T09:00:00-04:00",
        "zone": "America/New_York",
    }
    assert [(letter["notice"], letter["recipient"]) for letter in document["letters"]] == [
        ("issuance/posting", "supplier:acme"),
        ("issuance/posting", "supplier:zenith"),
        ("preparation/committee_appointed", "person:ben"),
        ("preparation/committee_appointed", "person:chen"),
        ("preparation/committee_appointed", "person:dora"),
    ]
    assert [
        (deadline["name"], deadline["at"], deadline["status"]) for deadline in document["deadlines"]
    ] == [
        ("proposals_due", "2026-06-26T14:00:00-04:00", "unmet"),
        ("questions_due", "2026-06-15T16:00:00-04:00", "unmet"),
    ]
    assert (document["opened"], document["warnings"], document["dry_run"]) == ([], [], False)
    receive = next(offer for offer in document["next"] if offer["command"] == "receive")
    assert receive["people"][:2] == ["supplier:acme", "supplier:zenith"]


def test_act_ends_with_what_to_do_next(drafted: str, solflow: Run) -> None:
    text = solflow("act", drafted, "publish", *DATES, "--yes").out
    assert f"{drafted}: publish takes it from drafting to open" in text
    assert "date      proposals_due is Friday, 26 June 2026, 2:00 p.m. EDT" in text
    assert "letter    issuance/posting to supplier:acme <bids@acme.example>" in text
    assert f"\nNext:\n  solflow act {drafted} " in text


def test_the_plan_of_a_dry_run_is_what_is_then_stored(
    drafted: str, here: Path, solflow: Run
) -> None:
    before = stored(here)
    plan = solflow("act", drafted, "publish", *DATES, "--dry-run", "--json").json
    assert stored(here) == before
    done = solflow("act", drafted, "publish", *DATES, "--yes", "--json").json
    for name in ("number", "move", "from", "to", "effective_at", "letters", "deadlines"):
        assert plan[name] == done[name], name
    assert (plan["dry_run"], done["dry_run"]) == (True, False)


def test_a_dry_run_at_another_time_does_not_move_the_clock(
    published: str, here: Path, solflow: Run
) -> None:
    before = stored(here)
    words = ("cancel", "reason=The need has gone.", "--dry-run", "--at", "2026-06-20T12:00")
    answer = solflow("act", published, *words)
    assert "Saturday, 20 June 2026, 12:00 noon" in answer.out
    assert "Nothing was changed: this was a dry run." in answer.out
    solflow("next", published, "--at", "2026-06-20T12:00")
    solflow("why", published, "cancel", "--at", "2026-06-20T12:00")
    assert stored(here) == before


def test_a_dry_run_keeps_no_document(published: str, here: Path, solflow: Run) -> None:
    (here / "offer.txt").write_text("an offer")
    offer = ("receive", "envelope=@offer.txt", "--as", "acme")
    solflow("act", published, *offer, "--dry-run")
    assert not list((here / "documents").rglob("*"))
    solflow("act", published, *offer)
    assert len([path for path in (here / "documents").rglob("*") if path.is_file()]) == 1


def test_harm_without_a_terminal_and_without_yes_is_two_and_stores_nothing(
    drafted: str, here: Path, solflow: Run
) -> None:
    before = stored(here)
    answer = solflow("act", drafted, "publish", *DATES, "--at", "2026-06-03T09:00", code=2)
    assert "publish would take it from drafting to open" in answer.err
    assert "supplier:acme <bids@acme.example>" in answer.err
    assert "with --yes" in answer.err
    assert answer.out == ""
    assert stored(here) == before
    answer = solflow("act", drafted, "publish", *DATES, "--json", code=2)
    assert json.loads(answer.err[answer.err.index("{") :])["code"] == "usage"


def test_time_passes_on_the_way_to_at_and_each_thing_happens_at_its_own_instant(
    published: str, solflow: Run
) -> None:
    solflow("act", published, "ask", "text=By lot?", "--as", "acme")
    words = ("answer", "question=1", "text=Yes.", "--at", "2026-06-24T15:00")
    solflow("act", published, *words)
    entries = solflow("journal", published, "--json").json["entries"]
    recorded = [(entry["command"], entry["recorded_at"]["at"]) for entry in entries[-2:]]
    assert recorded == [
        ("close_questions", "2026-06-15T16:00:00.000001-04:00"),
        ("answer", "2026-06-24T15:00:00-04:00"),
    ]
    letters = solflow("notices", "list", published, "--json").json["letters"]
    reminders = {letter["written_at"]["at"] for letter in letters if "reminder" in letter["notice"]}
    assert reminders == {
        "2026-06-13T16:00:00-04:00",
        "2026-06-19T14:00:00-04:00",
        "2026-06-24T14:00:00-04:00",
    }


def test_the_training_clock_only_goes_forward(published: str, solflow: Run) -> None:
    answer = solflow(
        "act", published, "ask", "text=?", "--as", "acme", "--at", "2026-06-01", code=2
    )
    assert "stands at Tuesday, 2 June 2026, 10:00 a.m. EDT" in answer.err


def test_a_wrong_word_does_not_let_time_pass(published: str, here: Path, solflow: Run) -> None:
    before = stored(here)
    solflow("act", published, "ask", "txt=?", "--as", "acme", "--at", "2026-06-20", code=2)
    solflow("act", published, "aks", "text=?", "--as", "acme", "--at", "2026-06-20", code=2)
    assert stored(here) == before


def test_somebody_who_looked_too_long_ago_is_told(published: str, solflow: Run) -> None:
    ask = ("act", published, "ask", "text=By lot?", "--as", "acme")
    document = solflow(*ask, "--expect", "3", "--json", code=5).json
    assert document["code"] == "conflict"
    assert document["next"] == f"solflow show {published}"
    assert solflow(*ask, "--expect", "drafting", code=5)
    assert solflow(*ask, "--expect", "drafting", "--dry-run", code=5)
    cancel = ("act", published, "cancel", "reason=No need.", "--expect", "3")
    assert "stands at move 12 in open, not at 3" in solflow(*cancel, code=5).err
    solflow(*ask, "--expect", "open")
    solflow(*ask, "--expect", "13")


def test_every_bad_field_is_told_at_once(drafted: str, solflow: Run) -> None:
    words = ("propsals_due=x", "boundary=never", "stray", "questions_due:={")
    document = solflow("act", drafted, "publish", *words, "--json", code=2).json
    fields = {field["field"]: field for field in document["fields"]}
    assert set(fields) == {"propsals_due", "proposals_due", "boundary", "stray", "questions_due"}
    assert fields["propsals_due"]["hint"] == "did you mean 'proposals_due'?"
    assert fields["proposals_due"]["message"] == "is missing"
    assert fields["stray"]["message"] == "is not FIELD=VALUE"
    assert fields["questions_due"]["message"].startswith("is not JSON")
    text = solflow("act", drafted, "publish", *words, code=2).err
    assert f"See: solflow form publish --workflow {drafted}" in text
    assert all(name in text for name in fields)


def test_a_field_is_given_once_and_with_either_kind_of_dash(drafted: str, solflow: Run) -> None:
    answer = solflow("act", drafted, "describe", "title=A", "title=B", code=2)
    assert "title: is given twice" in answer.err
    solflow("act", drafted, "describe", "cooperative-wording=Other bodies may buy from it too.")


def test_values_come_from_files_standard_input_and_json(
    drafted: str, here: Path, solflow: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "scope.txt").write_text("Désks and\nchairs.\n", encoding="utf-8")
    solflow("act", drafted, "describe", "scope=@scope.txt")

    def scope() -> str:
        records = solflow("show", drafted, "--json").json["records"]
        body = next(record["body"] for record in records if record["kind"] == "solicitation")
        return str(body["scope"])

    assert scope() == "Désks and\nchairs."
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"From a pipe.")))
    solflow("act", drafted, "describe", "scope=-")
    assert scope() == "From a pipe."
    solflow("act", drafted, "describe", 'scope:="@not a file"')
    assert scope() == "@not a file"
    criteria = (
        '[{"key": "quality", "points": 59.5}, {"key": "price", "points": 40.5, "price": true}]'
    )
    solflow("act", drafted, "plan_evaluation", f"criteria:={criteria}")
    records = solflow("show", drafted, "--json").json["records"]
    plan = next(record["body"] for record in records if record["kind"] == "evaluation_plan")
    assert [criterion["points"] for criterion in plan["criteria"]] == ["59.5", "40.5"]


def test_a_form_file_may_be_completed_on_the_command_line(
    drafted: str, here: Path, solflow: Run
) -> None:
    (here / "forms").mkdir()
    (here / "forms" / "paper.txt").write_text("a paper")
    form = here / "forms" / "paper.yaml"
    form.write_text('paper: proof_of_publication\nfile: "@paper.txt"\n')
    solflow("act", drafted, "file_paper", "--file", form, "title=Affidavit")
    records = solflow("show", drafted, "--json").json["records"]
    paper = next(record["body"] for record in records if record["kind"] == "paper")
    assert (paper["title"], paper["name"], paper["bytes"]) == ("Affidavit", "paper.txt", 7)


@pytest.mark.parametrize(
    ("text", "place"),
    [("paper: [\n", ":2:1: "), ("paper: a\npaper: b\n", ":2:1: "), ("\tpaper: a\n", ":1:1: ")],
)
def test_a_malformed_form_file_is_six_with_its_place(
    drafted: str, here: Path, solflow: Run, text: str, place: str
) -> None:
    form = here / "form.yaml"
    form.write_text(text)
    answer = solflow("act", drafted, "file_paper", "--file", "form.yaml", code=6)
    assert answer.err.startswith(f"form.yaml{place}")


def test_a_file_that_is_not_there_is_four(drafted: str, here: Path, solflow: Run) -> None:
    assert (
        "scope: there is no file 'nope'"
        in solflow("act", drafted, "describe", "scope=@nope", code=4).err
    )
    assert "is a folder" in solflow("act", drafted, "describe", "scope=@documents", code=4).err
    assert solflow("act", drafted, "describe", "--file", "nope.yaml", code=4)
    (here / "raw").write_bytes(b"\xff\xfe")
    assert "not UTF-8" in solflow("act", drafted, "describe", "scope=@raw", code=6).err


def test_an_empty_file_and_an_unknown_rule_are_bad_fields(
    published: str, here: Path, solflow: Run
) -> None:
    (here / "scan.pdf").write_bytes(b"")
    answer = solflow("act", published, "file_paper", "paper=minutes", "file=@scan.pdf", code=2)
    assert "file: the file 'scan.pdf' is empty" in answer.err
    words = ("receive", "envelope=@scan.pdf", "--as", "acme")
    assert "envelope: the file 'scan.pdf' is empty" in solflow("act", published, *words, code=2).err
    (here / "scan.pdf").write_bytes(b" \n\n")
    answer = solflow("act", published, *words, code=2)
    assert "envelope: the file 'scan.pdf' is empty but for blanks" in answer.err
    words = ("rule=minimum_notic", "facts=a1", "reasoning=It is enough.", "author=maria")
    answer = solflow("act", published, "determine", *words, "--as", "ben", code=2)
    assert "rule: no rule is called 'minimum_notic'; did you mean 'minimum_notice'?" in answer.err
    answer = solflow("act", published, "ask", "text=May\u202ewe?", "--as", "acme", code=2)
    assert "text: holds a sign that cannot be seen (U+202E): type it anew" in answer.err


def test_nobody_files_a_document_by_typing_its_digest(
    published: str, here: Path, solflow: Run
) -> None:
    """A typed digest could name another offeror's envelope, and bring it into the open."""
    (here / "offer.txt").write_text("sealed")
    solflow("act", published, "receive", "envelope=@offer.txt", "--as", "acme")
    records = solflow("show", published, "--json").json["records"]
    envelope = next(record["body"] for record in records if record["kind"] == "proposal")[
        "technical"
    ]
    for word in (f"file:={json.dumps(envelope)}", "file=offer.txt"):
        answer = solflow("act", published, "file_paper", "paper=x", word, code=2)
        assert "file: is a file: write file=@path" in answer.err
    (here / "form.yaml").write_text(json.dumps({"paper": "x", "file": envelope}))
    assert solflow("act", published, "file_paper", "--file", "form.yaml", code=2)


def test_what_is_not_text_is_refused_before_it_reaches_a_form(drafted: str, solflow: Run) -> None:
    assert "is not UTF-8" in solflow("act", drafted, "describe", "scope=\udcff", code=2).err
    assert "half a character" in solflow("act", drafted, "describe", r'scope:="\ud800"', code=2).err


def test_a_case_is_found_however_its_number_is_typed(drafted: str, solflow: Run) -> None:
    assert solflow("show", drafted.lower(), "--json").json["number"] == drafted
    answer = solflow("show", "RFP-2026-01", code=4)
    assert f"did you mean {drafted!r}?" in answer.err
    assert solflow("show", "RFP-2026-01", "--json", code=4).json["code"] == "not_found"


def test_new_says_what_is_missing_and_opens_nothing(training: Path, solflow: Run) -> None:
    before = stored(training)
    answer = solflow("new", "rfp", "titel=x", code=2)
    assert "titel: no such field; did you mean 'title'?" in answer.err
    assert "agency: is missing" in answer.err
    answer = solflow("new", "rfp", "title=x", "agency=y", "--dry-run")
    assert "RFP-2026-001 would be opened" in answer.out
    assert solflow("new", "rpf", code=4).err.startswith("there is no workflow 'rpf'")
    answer = solflow("new", "agreement", "title=x", "--json", code=3).json
    assert answer["message"] == "agreement cases are opened by their rfp, not by hand"
    assert stored(training) == before


def test_a_locked_database_is_five_and_says_so(
    published: str, here: Path, solflow: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from solicitation_flow.store import sqlite

    monkeypatch.setattr(
        sqlite.SqliteStore.__init__, "__kwdefaults__", {"synchronous": "NORMAL", "busy_ms": 50}
    )
    other = sqlite3.connect(here / "solflow.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        document = solflow("act", published, "ask", "text=?", "--as", "acme", "--json", code=5).json
    finally:
        other.close()
    assert document["code"] == "conflict"
    assert "is locked" in document["message"]
    assert "give the same command again" in document["hint"]


def test_a_bug_is_one_line_and_a_traceback_only_on_request(
    published: str, solflow: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from solicitation_flow.engine import Engine

    def broken(*_: object) -> None:
        raise ZeroDivisionError("one\nover nothing")

    monkeypatch.setattr(Engine, "view", broken)
    answer = solflow("show", published, code=1)
    assert answer.err.startswith("bug: ZeroDivisionError: one over nothing\n")
    assert solflow("show", published, "--json", code=1).json["code"] == "bug"
    with pytest.raises(ZeroDivisionError):
        solflow("show", published, "--debug")


def test_a_machine_that_fails_is_no_bug(
    published: str, solflow: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from solicitation_flow.engine import Engine

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Engine, "view", full)
    document = solflow("show", published, "--json", code=1).json
    assert document["code"] == "trouble"


def test_an_interruption_is_130(
    published: str, solflow: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from solicitation_flow.engine import Engine

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Engine, "view", interrupted)
    assert solflow("show", published, code=130).err.split()[0] == "interrupted;"

"""Refusals that teach: what stands in the way, by what law, and what clears it."""

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

from solicitation_flow.views.json_fields import MOST_NAMED

Run = Callable[..., Any]
EARLY = "proposals_due=2026-06-06 14:00"
OFFER_KEYS = {
    "command", "says", "to", "by", "people", "people_count", "yours", "ready", "ready_for",
    "ready_for_count", "by_the_clock", "confirm", "optional", "fields", "objections", "owed",
}  # fmt: skip
OBJECTION_KEYS = {
    "rule", "id", "strength", "says", "facts", "clears", "earliest", "cite", "edition", "trust",
    "law_says", "to", "bars",
}  # fmt: skip


def offers(solflow: Run, number: str, *more: str) -> dict[str, Any]:
    commands = solflow("next", number, "--json", *more).json["commands"]
    return {command["command"]: command for command in commands}


def test_next_holds_all_a_program_needs(published: str, solflow: Run) -> None:
    document = solflow("next", published, "--json").json
    about = ("number", "workflow", "state", "phase", "title", "owner", "move", "schema_version")
    assert [document[name] for name in about] == [
        published,
        "rfp",
        "open",
        "issuance",
        "Furniture",
        "maria",
        12,
        1,
    ]
    assert document["now"] == {"at": "2026-06-02T10:00:00-04:00", "zone": "America/New_York"}
    due = {
        name: document["next_due"][name] for name in ("name", "subject", "at", "zone", "command")
    }
    assert due == {
        "name": "questions_due",
        "subject": None,
        "at": "2026-06-15T16:00:00-04:00",
        "zone": "America/New_York",
        "command": "close_questions",
    }
    assert (document["unrecorded"], document["children"]) == ([], [])
    for command in document["commands"]:
        assert set(command) == OFFER_KEYS
        for objection in command["objections"]:
            assert set(objection) == OBJECTION_KEYS


def test_next_names_people_and_what_they_owe(published: str, solflow: Run) -> None:
    solflow("act", published, "ask", "text=By lot?", "--as", "acme")
    offered = offers(solflow, published)
    assert offered["receive"]["people"][:2] == ["supplier:acme", "supplier:zenith"]
    assert (offered["ask"]["yours"], offered["answer"]["yours"]) == (False, True)
    assert [duty["owes"] for duty in offered["answer"]["owed"]] == ["role:officer"]
    assert offered["answer"]["owed"][0]["due_at"]["zone"] == "America/New_York"
    required = [field["name"] for field in offered["answer"]["fields"] if field["required"]]
    assert required == ["question", "text"]
    assert (offered["cancel"]["confirm"], offered["cancel"]["optional"]) == (True, True)


def test_next_names_a_few_of_a_crowd_and_counts_the_rest(
    published: str, solflow: Run, here: Path
) -> None:
    rows = [f"firm-{n:02},Firm {n},bids@firm-{n}.example" for n in range(40)]
    (here / "firms.csv").write_text("\n".join(["key,name,email", *rows]) + "\n", encoding="utf-8")
    solflow("suppliers", "import", "firms.csv")
    ask = offers(solflow, published)["ask"]
    assert len(ask["people"]) == len(ask["ready_for"]) == MOST_NAMED
    assert ask["people_count"] == ask["ready_for_count"] > 40
    [line] = [line for line in solflow("next", published).out.splitlines() if "  ask" in line]
    assert line.count(", ") == MOST_NAMED - 1
    assert f"and {ask['people_count'] - MOST_NAMED} more)" in line


def test_what_the_clock_does_is_shown_and_cannot_be_typed(published: str, solflow: Run) -> None:
    offer = offers(solflow, published)["close_receipt"]
    assert (offer["by"], offer["people"], offer["ready"], offer["fields"]) == (
        ["clock"],
        [],
        False,
        [],
    )
    assert [deadline["at"] for deadline in offer["by_the_clock"]] == ["2026-06-26T14:00:00-04:00"]
    text = solflow("next", published).out
    assert "By the clock:" in text
    assert "close_receipt  Friday, 26 June 2026, 2:00 p.m. EDT" in text
    document = solflow("act", published, "close_receipt", "--json", code=3).json
    assert (document["code"], document["allowed"]) == ("refused.not_allowed", ["clock"])


def test_next_says_what_is_due_and_not_yet_recorded(published: str, solflow: Run) -> None:
    document = solflow("next", published, "--json", "--at", "2026-06-26T14:00").json
    assert [move["command"] for move in document["unrecorded"]] == [
        "close_questions",
        "close_receipt",
    ]
    assert document["unrecorded"][0]["recorded_at"] is None
    assert document["state"] == "no_award"
    text = solflow("next", published, "--at", "2026-06-26T14:00").out
    assert "due, not yet recorded: close_receipt" in text


def test_a_rule_about_who_asks_does_not_hide_who_may(drafted: str, solflow: Run) -> None:
    """Somebody in the role may be refused where another is not: next names the others."""
    when = ("proposals_due=2026-06-26 14:00", "--yes")
    solflow("act", drafted, "publish", *when)
    Path("offer.txt").write_text("an offer")
    solflow("act", drafted, "receive", "envelope=@offer.txt", "--as", "acme")
    assert "ready" not in solflow("next", drafted).out
    withdraw = offers(solflow, drafted)["withdraw"]
    assert (withdraw["ready"], withdraw["ready_for"]) == (True, ["supplier:acme"])
    mine = offers(solflow, drafted, "--as", "zenith")["withdraw"]
    assert mine["yours"]
    assert mine["ready_for"] == ["supplier:acme"]
    assert mine["objections"][0]["rule"]


def test_next_prints_lines_to_type_and_each_of_them_parses(drafted: str, solflow: Run) -> None:
    solflow("act", drafted, "plan_evaluation", "criteria=quality:60,price:30")
    text = solflow("next", drafted).out
    assert "Something stands in the way:" in text
    lines = [line.strip() for line in text.splitlines() if line.strip().startswith("solflow act")]
    assert lines
    for line in lines:
        program, *words = shlex.split(line)
        assert program == "solflow"
        if not any(word.endswith("...") for word in words):
            assert solflow(*words, "--dry-run", code=None).code in {0, 3}


def test_a_refusal_says_everything_at_once(drafted: str, here: Path, solflow: Run) -> None:
    solflow("act", drafted, "plan_evaluation", "criteria=quality:60,price:30")
    answer = solflow("act", drafted, "publish", EARLY, code=3)
    assert answer.out == ""
    assert answer.err.startswith("Refused, nothing was changed: 4 rules object.\n\n")
    assert "the criteria come to 90 points, and 100 are declared" in answer.err
    assert "rule      The first public notice is given the required number of days" in answer.err
    assert "[minimum notice, G23]" in answer.err
    assert "given: 5" in answer.err
    assert "source    Va. Code 2.2-4302.2 (edition 2024; text read)" in answer.err
    assert "source    common practice, no source found" in answer.err
    assert f"\n      solflow act {drafted} publish proposals_due='2026-06-11 14:00'\n" in answer.err
    assert answer.err.endswith(f"Try: solflow why {drafted} publish\n")


def test_what_a_refusal_says_to_type_clears_it(drafted: str, solflow: Run) -> None:
    text = solflow("act", drafted, "publish", EARLY, code=3).err
    remedy = next(line for line in text.splitlines() if line.strip().startswith("solflow act"))
    _, *words = shlex.split(remedy)
    solflow(*words, "--yes")
    assert solflow("show", drafted, "--json").json["state"] == "open"


def test_a_remedy_in_a_register_is_told_as_it_is_typed_there(
    published: str, here: Path, solflow: Run
) -> None:
    (here / "offer.txt").write_text("Desks.", encoding="utf-8")
    request = ("act", published, "receive", "envelope=@offer.txt", "offeror=zebra")
    answer = solflow(*request, code=3)
    assert "      solflow suppliers add zebra name=...\n" in answer.err
    objections = solflow(*request, "--json", code=3).json["objections"]
    cleared = [remedy for one in objections for remedy in one["clears"]]
    assert {remedy["case"] for remedy in cleared if remedy["command"] == "open_supplier"} == {None}


def test_a_refusal_in_json_keeps_to_the_contract(drafted: str, solflow: Run) -> None:
    answer = solflow("act", drafted, "publish", EARLY, "--json", code=3)
    assert answer.out == ""
    refused = answer.json
    assert set(refused) >= {"code", "message", "field", "hint", "next", "objections"}
    assert refused["code"] == "refused.objections"
    assert refused["next"] == f"solflow why {drafted} publish"
    by_rule = {objection["rule"]: objection for objection in refused["objections"]}
    assert set(by_rule) == {"minimum_notice", "due_on_working_day"}
    objection = by_rule["minimum_notice"]
    assert set(objection) == OBJECTION_KEYS
    assert (objection["strength"], objection["id"], objection["edition"]) == (
        "block",
        "G23",
        "2024",
    )
    assert objection["clears"][0] == {
        "command": "publish",
        "role": "officer",
        "fields": {"proposals_due": "2026-06-11 14:00"},
        "case": drafted,
        "who": None,
    }


def test_a_command_somebody_elses_or_of_another_state_says_so(published: str, solflow: Run) -> None:
    answer = solflow("act", published, "ask", "text=?", code=3).err
    assert "ask is for supplier; maria holds" in answer
    assert "who may: supplier:acme, supplier:zenith" in answer
    answer = solflow("act", published, "award", "--json", code=3).json
    assert answer["code"] == "refused.not_offered"
    assert "ask" in answer["offered"]
    assert answer["next"] == f"solflow next {published}"


def test_a_wrong_name_of_a_command_is_a_wrong_word(published: str, solflow: Run) -> None:
    answer = solflow("act", published, "recieve", code=2)
    assert "did you mean 'receive'?" in answer.err
    assert solflow("why", published, "recieve", code=2)


def test_why_asks_every_rule_and_stores_nothing(drafted: str, solflow: Run) -> None:
    document = solflow("why", drafted, "publish", "--json").json
    standing = {guard["rule"]: guard["passes"] for guard in document["guards"]}
    assert standing["authority_to_lead"]
    assert not document["form_asked"]
    assert "minimum_notice" not in standing
    text = solflow("why", drafted, "publish").out
    assert "Not checked until the fields are given: " in text
    document = solflow("why", drafted, "publish", EARLY, "--json").json
    guards = {guard["rule"]: guard for guard in document["guards"]}
    assert not guards["minimum_notice"]["passes"]
    assert guards["minimum_notice"]["objection"]["facts"]["given"] == 5
    assert guards["weights_sum"]["objection"] is None
    text = solflow("why", drafted, "publish", EARLY).out
    assert "  passes    The points of all criteria add up to the total stated" in text
    assert "  objects   the first notice is of 2026-06-01 and gives 5 calendar days" in text


def test_why_says_which_field_is_wrong_and_where_to_read_about_it(
    drafted: str, solflow: Run
) -> None:
    document = solflow("why", drafted, "publish", "boundary=x", "--json", code=2).json
    assert {field["field"] for field in document["fields"]} == {"boundary", "proposals_due"}
    assert document["next"] == f"solflow form publish --workflow {drafted}"


def test_why_speaks_to_whoever_may_not(published: str, solflow: Run) -> None:
    document = solflow("why", published, "ask", "--json").json
    assert (document["offered"], document["permitted"]) == (True, False)
    assert "ask is for supplier" in document["refusal"]

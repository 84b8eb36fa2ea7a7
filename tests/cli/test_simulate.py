"""Scenarios from the command line: shown as they happen, with a digest, the same every time."""

from pathlib import Path

import pytest

from solicitation_flow.simulation import playing, scenarios, seeds
from solicitation_flow.simulation.goals import Goal
from tests.cli.conftest import Run

TURN = "rfp:drafting:publish"


@pytest.fixture(autouse=True)
def anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder: a simulation needs no workspace, and makes none."""
    monkeypatch.chdir(tmp_path)


def test_a_turn_of_events_is_told_as_it_happens_and_ends_in_its_digest(solflow: Run) -> None:
    text = solflow("simulate", "run", TURN, "--seed", "0").out
    lines = text.splitlines()
    assert any("publish" in line and "!! refused" in line for line in lines)
    assert "may not lead yet" in " ".join(text.split())
    assert lines[-3].startswith("RFP-2026-001  open, ")
    assert lines[-2] == f"{TURN} under va-local, seed 0: it happened"
    assert lines[-1] == f"digest {seeds.play(0, TURN).digest}"


def test_the_document_holds_every_act_and_where_each_case_ended(solflow: Run) -> None:
    document = solflow("simulate", "run", TURN, "--seed", "1", "--json").json
    assert document["scenario"] == document["turn"] == TURN
    assert (document["seed"], document["jurisdiction"], document["came"]) == (1, "neutral", True)
    assert document["digest"] == seeds.play(1, TURN).digest
    last = document["acts"][-1]
    assert (last["command"], last["done"], last["outcome"]) == ("publish", True, "open")
    assert last["at"] == {"at": last["at"]["at"], "zone": "America/New_York"}
    ended = next(case for case in document["cases"] if case["workflow"] == "rfp")
    assert (ended["number"], ended["state"]) == ("RFP-2026-001", "open")


def test_any_leaves_the_turn_of_events_to_the_seed(solflow: Run) -> None:
    document = solflow("simulate", "run", "any", "--seed", "2", "--json").json
    assert document["turn"] == seeds.known()[2].name


def test_a_shipped_story_is_told_anew(solflow: Run) -> None:
    document = solflow("simulate", "run", "r-tc-18004", "--json").json
    assert document["turn"] is None
    assert {case["state"] for case in document["cases"]} >= {"awarded", "published", "joined"}
    assert not [act for act in document["acts"] if act["command"] == "award" and not act["done"]]
    ending = solflow("simulate", "run", "r-tc-18004").out.splitlines()[-1]
    assert ending == f"digest {document['digest']}"


def test_an_unknown_scenario_is_answered_with_those_there_are(solflow: Run) -> None:
    text = solflow("simulate", "run", "rfp:set_rnge", code=2).err
    for name in ("did you mean 'rfp:set_range'", "any, r-tc-18004", "agreement:renew"):
        assert name in text


@pytest.mark.parametrize("words", [("--seed", "-1"), ("--seed", "x"), ("--at", "2026-01-01")])
def test_what_a_simulation_cannot_take_is_a_usage_error(
    solflow: Run, words: tuple[str, str]
) -> None:
    solflow("simulate", "run", TURN, *words, code=2)


def test_a_turn_that_does_not_come_about_is_owned_up_to(
    solflow: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuck(_: playing.Play, goal: Goal) -> None:
        raise playing.Stuck(goal.name)

    monkeypatch.setattr(playing.Play, "_reach", stuck)
    text = solflow("simulate", "run", TURN).out
    assert "it did not happen with this seed" in text


def test_a_story_that_does_not_hold_any_more_is_an_error(
    solflow: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = scenarios.stories()["r-tc-18004"]
    text = path.read_text(encoding="utf-8").replace("-> drafting", "-> open", 1)
    (tmp_path / "wrong.story").write_text(text, encoding="utf-8")
    monkeypatch.setattr(scenarios, "stories", lambda: {"wrong": tmp_path / "wrong.story"})
    error = solflow("simulate", "run", "wrong", code=1).err
    assert "wrong.story does not go as it is written: reached drafting" in error

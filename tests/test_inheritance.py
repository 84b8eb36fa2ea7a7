"""Tests that a jurisdiction file states only what differs from the file it extends."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from solicitation_flow.errors import InvalidFile, NotFound
from solicitation_flow.jurisdiction import Jurisdiction, chain, merged_files, repetitions
from solicitation_flow.records import canonical, digest
from solicitation_flow.workspace import FileDefinitions
from solicitation_flow.workspace.jurisdiction_files import MAY_BE_SILENT
from solicitation_flow.yamlfile import read
from tests.coverage_of_stories import SHIPPED
from tests.coverage_of_stories import shipped as shipped_workflow

WORKFLOWS = Path(__file__).resolve().parents[1] / "workflows"
NOW = datetime(2026, 6, 1, tzinfo=UTC)
PINNED_BEFORE = WORKFLOWS.parent / "tests" / "pinned" / "va-local-2026.json"
"""The body that cases of Virginia were pinned to before a rule could state more than a number."""
PINNED_AS = "5a4cbfd4026a4dbd94f662c9b1abce718e79df477014510da4f88b6487d62e86"
TOP = """\
jurisdiction: top
title: Top
edition: 1
zone: America/Phoenix
holidays: {country: US, subdivision: AZ}
rules:
  protest_window: {days: 10, cite: Code 1, trust: read, rfp: {days: 12, cite: Code 2}}
  fair_price: {strength: warn, trust: practice}
"""
BELOW = "jurisdiction: below\nextends: top\ntitle: Below\nedition: 2\n"


def definitions(folder: Path, name: str = "below", **files: str) -> FileDefinitions:
    """Return definitions of a folder of the agency's own before the shipped ones."""
    own = folder / "jurisdictions"
    own.mkdir(parents=True, exist_ok=True)
    for stem, text in {"top": TOP, **files}.items():
        (own / f"{stem}.yaml").write_text(text, encoding="utf-8")
    return FileDefinitions((folder, WORKFLOWS), name, "neutral", "")


def flaws(folder: Path, name: str = "below", **files: str) -> list[str]:
    with pytest.raises(InvalidFile) as refusal:
        definitions(folder, name, **files).jurisdiction_file()
    return [str(flaw).removeprefix(f"{folder}/jurisdictions/") for flaw in refusal.value.flaws]


# --- what ships --------------------------------------------------------------------------------


def test_a_body_pinned_by_an_earlier_version_keeps_its_bytes() -> None:
    body = PINNED_BEFORE.read_text(encoding="utf-8")
    again = canonical(Jurisdiction.from_text(body).body())
    assert digest(again) == digest(body) == PINNED_AS


def test_every_chain_ends_in_the_rules_of_our_own() -> None:
    shipped = FileDefinitions((WORKFLOWS,), "neutral", "neutral", "")
    for name in shipped.jurisdictions():
        tree = shipped.jurisdiction_files().parents().find(name)
        assert tree is not None
        files = chain(tree, shipped.jurisdiction_files().parents())
        assert files[-1].value["jurisdiction"] == "own-design"
        assert list(repetitions(files)) == []


def test_rules_of_our_own_design_are_written_once() -> None:
    written = (WORKFLOWS / "jurisdictions" / "own-design.yaml").read_text(encoding="utf-8")
    assert "trust: design" in written
    for path in (WORKFLOWS / "jurisdictions").glob("*.yaml"):
        rules = path.read_text(encoding="utf-8").partition("\nrules:\n")[2]
        assert path.stem == "own-design" or "trust: design" not in rules, path.name


def test_a_new_profile_over_ours_knows_every_rule_a_guard_asks_for_or_it_must_be_stated() -> None:
    """What only a law can say is not in our own rules: a guard that needs it blocks."""
    own = FileDefinitions((WORKFLOWS,), "neutral", "neutral", "").jurisdiction_files().parents()
    tree = own.find("us-federal")
    assert tree is not None
    rules = merged_files(chain(tree, own)).value["rules"]
    asked = {
        workflow.book.guards[name].rule
        for workflow in map(shipped_workflow, SHIPPED)
        for move in workflow.moves
        for name in move.guards
    }
    silent = asked - set(rules)
    assert silent
    for name in silent:
        neutral = own.find("neutral")
        assert neutral is not None
        assert name in neutral.value["rules"] or name in MAY_BE_SILENT, name


def test_a_file_only_there_to_be_extended_is_offered_to_nobody(tmp_path: Path) -> None:
    shipped = FileDefinitions((WORKFLOWS,), "own-desing", "neutral", "")
    offered = shipped.jurisdictions()
    assert {"az-state", "fl-state", "neutral", "va", "va-local"} <= set(offered)
    assert not {"own-design", "us-2cfr200", "us-federal"} & set(offered)
    with pytest.raises(NotFound, match="there is no jurisdiction 'own-desing'"):
        shipped.jurisdiction_file()
    with pytest.raises(InvalidFile) as refusal:
        FileDefinitions((WORKFLOWS,), "own-design", "neutral", "").jurisdiction_file()
    assert "'holidays' is missing" in str(refusal.value)


# --- what a file takes over --------------------------------------------------------------------


def test_a_file_states_only_what_differs(tmp_path: Path) -> None:
    text = BELOW + "rules:\n  protest_window: {rfp: {days: 14}, strength: warn}\n"
    text += "  weights_sum: {trust: design}\n"
    profile = definitions(tmp_path, below=text).jurisdiction_file()
    assert (profile.jurisdiction, profile.title, profile.edition) == ("below", "Below", "2")
    assert (profile.zone, profile.holidays.subdivision) == ("America/Phoenix", "AZ")
    window = profile.rules["protest_window"]
    assert (window.days, window.cite, window.strength) == (10, "Code 1", "warn")
    assert (window.methods["rfp"].days, window.methods["rfp"].cite) == (14, "Code 2")
    assert profile.rules["fair_price"].strength == "warn"
    assert profile.rules["weights_sum"].trust == "design"


def test_a_file_may_state_no_rule_at_all(tmp_path: Path) -> None:
    profile = definitions(tmp_path, below=BELOW).jurisdiction_file()
    assert set(profile.rules) == {"protest_window", "fair_price"}


def test_a_number_in_another_unit_replaces_the_number(tmp_path: Path) -> None:
    text = BELOW + "rules:\n  protest_window: {hours: 72}\n"
    rule = definitions(tmp_path, below=text).jurisdiction_file().rules["protest_window"]
    assert (rule.days, rule.hours, rule.cite) == (None, 72, "Code 1")


def test_a_rule_may_replace_its_parents_whole(tmp_path: Path) -> None:
    text = BELOW + "rules:\n  protest_window: {replaces: true, days: 3, trust: practice}\n"
    rule = definitions(tmp_path, below=text).jurisdiction_file().rules["protest_window"]
    assert rule.body() == {"days": 3, "trust": "practice"}


def test_a_rule_like_another_takes_nothing_from_its_parents(tmp_path: Path) -> None:
    text = BELOW + "rules:\n  fair_price: {as: protest_window}\n"
    rule = definitions(tmp_path, below=text).jurisdiction_file().rules["fair_price"]
    assert rule.body() == {"as": "protest_window"}


def test_an_agencys_closed_days_join_the_holidays_it_inherits(tmp_path: Path) -> None:
    text = "jurisdiction: below\nextends: va-local\ntitle: Ours\nedition: 1\n"
    text += "holidays: {also: [2026-12-24]}\n"
    profile = definitions(tmp_path, below=text).jurisdiction_file()
    assert profile.holidays.subdivision == "VA"
    assert [str(day) for day in profile.holidays.also] == ["2026-12-24"]
    assert profile.rules["protest_window"].days == 10


def test_a_shipped_parent_may_be_overridden_by_name(tmp_path: Path) -> None:
    shipped = (WORKFLOWS / "jurisdictions" / "va.yaml").read_text(encoding="utf-8")
    own = shipped.replace("rfp: {days: 10,", "rfp: {days: 21,")
    profile = definitions(tmp_path, "va-local", va=own).jurisdiction_file()
    assert profile.rules["minimum_notice"].methods["rfp"].days == 21


# --- what is refused ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        (
            BELOW.replace("top", "tpo"),
            "below.yaml:2:1: there is no jurisdiction 'tpo' to extend",
        ),
        (BELOW.replace("top", "7"), "below.yaml:2:1: there is no jurisdiction 7 to extend"),
        (
            BELOW.replace("top", "below"),
            "below.yaml:2:1: the files extend each other in a circle: below -> below",
        ),
        (
            BELOW + "rules:\n  protest_window: {dais: 4}\n",
            "below.yaml:6:20: the key 'dais' is not known",
        ),
        (
            BELOW + "rules:\n  protest_window: {trust: practice}\n",
            "below.yaml:6:3: a rule that has a cit",
        ),
        (
            BELOW + "rules:\n  protest_window: {replaces: yes}\n",
            "below.yaml:6:20: 'replaces' must be true",
        ),
        (
            BELOW + "rules:\n  stay: {replaces: true, trust: design}\n",
            "below.yaml:6:10: there is no rule 'stay' above to replace",
        ),
        (BELOW + "rules: 7\n", "below.yaml:5:1: 'rules' must be a mapping"),
    ],
)
def test_a_file_that_cannot_be_is_refused_with_its_place(
    tmp_path: Path, text: str, flaw: str
) -> None:
    shown = flaws(tmp_path, below=text)
    assert [line for line in shown if line.startswith(flaw)], shown


def test_a_circle_of_files_is_refused_where_it_closes(tmp_path: Path) -> None:
    circle = TOP.replace("title", "extends: below\ntitle")
    (shown,) = flaws(tmp_path, below=BELOW, top=circle)
    assert shown.startswith("top.yaml:2:1: the files extend each other in a circle: below -> top")


def test_a_flaw_of_a_parent_is_shown_in_the_parent(tmp_path: Path) -> None:
    (shown,) = flaws(tmp_path, below=BELOW, top=TOP.replace("strength: warn", "strength: wran"))
    assert shown.startswith("top.yaml:8:16: 'strength' must be")


def test_a_flaw_of_both_together_is_shown_where_the_rule_was_last_written(tmp_path: Path) -> None:
    text = BELOW + "rules:\n  protest_window: {cite: null}\n"
    assert flaws(tmp_path, below=text)[0].startswith("below.yaml:6:3: trust 'read' needs a cit")


def test_what_a_file_repeats_is_found_with_the_place_it_stands_first(tmp_path: Path) -> None:
    text = BELOW + (
        "zone: America/Phoenix\nrules:\n"
        "  protest_window: {days: 10, rfp: {days: 12, cite: Code 3}}\n"
        "  fair_price: {strength: warn, trust: practice}\n"
    )
    files = [read(text, "below.yaml"), read(TOP, "top.yaml")]
    assert sorted(str(flaw).partition(" (")[0] for flaw in repetitions(files)) == [
        "below.yaml:5:1: 'zone' is the same in top.yaml, line 4",
        "below.yaml:7:20: 'days' is the same in top.yaml, line 7",
        "below.yaml:7:36: 'days' is the same in top.yaml, line 7",
        "below.yaml:8:3: 'fair_price' is the same in top.yaml, line 8",
    ]

"""Tests `solflow jurisdiction`, and an agency's own file from `init` to a new case."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from solicitation_flow.workspace import Workspace, workflow_files

Run = Callable[..., Any]
OWN = """\
jurisdiction: our-county
extends: va
title: Our County, Virginia
edition: 2026
holidays: {also: [2026-12-24]}
rules:
  minimum_notice: {rfp: {days: 21, cite: County Code 5-1}}
"""
INIT = ("--training", "--agency", "Our County", "--at", "2026-06-01T09:00", "--jurisdiction")


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a jurisdiction file of its own, which is no workspace yet."""
    folder = tmp_path / "county" / "workflows" / "jurisdictions"
    folder.mkdir(parents=True)
    (folder / "our-county.yaml").write_text(OWN, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "county")
    return folder


def test_a_workspace_may_begin_with_a_jurisdiction_of_its_own(county: Path, solflow: Run) -> None:
    solflow("init", *INIT, "our-county")
    solflow("new", "rfp", "title=Chairs", "agency=Our County")
    assert "our-county 2026" in solflow("doctor").out
    names = [
        row["jurisdiction"]
        for row in solflow("jurisdiction", "list", "--json").json["jurisdictions"]
    ]
    assert {"az-state", "neutral", "our-county", "va", "va-local"} <= set(names)
    assert names == sorted(names)
    assert "va < us-federal < own-design" in solflow("jurisdiction", "list").out


def test_each_value_is_shown_with_the_file_and_line_it_comes_from(
    county: Path, solflow: Run
) -> None:
    solflow("init", *INIT, "our-county")
    shown = solflow("jurisdiction", "show", "--origin").out
    assert "days: 21  [our-county.yaml:7]" in shown
    assert "also: [2026-12-24]  [our-county.yaml:5]" in shown
    assert "subdivision: VA  [va.yaml:" in shown
    assert "trust: design  [own-design.yaml:" in shown
    document = solflow("jurisdiction", "show", "our-county", "--origin", "--json").json
    assert document["edition"] == "2026"
    assert document["extends"] == ["va", "us-federal", "own-design"]
    assert document["rules"]["minimum_notice"]["rfp"] == {"days": 21, "cite": "County Code 5-1"}
    places = {
        tuple(value["path"]): (Path(value["file"]).name, value["line"])
        for value in document["origins"]
    }
    assert places["rules", "minimum_notice", "rfp", "days"] == ("our-county.yaml", 7)
    assert places["rules", "minimum_notice", "ifb", "days"][0] == "va.yaml"
    assert "origins" not in solflow("jurisdiction", "show", "--json").json
    plain = solflow("jurisdiction", "show", str(county / "our-county.yaml")).out
    row = next(line for line in plain.splitlines() if "County Code 5-1" in line)
    assert row.split() == [
        *("minimum_notice", "rfp", "21", "calendar", "days"),
        *("County", "Code", "5-1", "our-county.yaml:7"),
    ]
    assert "weights_sum" in plain.partition("Rules without a figure or a source")[2]


def test_a_sound_file_is_said_to_be_sound_with_or_without_a_workspace(
    county: Path, solflow: Run
) -> None:
    file = county / "our-county.yaml"
    answer = solflow("jurisdiction", "check", file)
    assert re.search(r"our-county.yaml: sound \([0-9]+ rules\)\n$", answer.out)
    document = solflow("jurisdiction", "check", file, "--json").json
    assert document["files"][0]["sound"]
    solflow("init", *INIT, "our-county")
    assert "sound" in solflow("jurisdiction", "check").out


@pytest.mark.parametrize(
    ("change", "flaw"),
    [
        (
            ("extends: va", "extends: vaa"),
            ":2:1: there is no jurisdiction 'vaa' to extend (did you",
        ),
        (("extends: va", "extends: our-county"), ":2:1: the files extend each other in a circle"),
        (
            ("minimum_notice", "minimum_notise"),
            ":7:3: no guard or letter asks for a rule 'minimum_notise' (did you mean 'minimum_no",
        ),
        (("days: 21,", "hours: 240,"), ":7:26: 'minimum_notice' is counted in days: a number of"),
        (
            ("minimum_notice: {rfp: {days: 21, cite: County Code 5-1}}", "stay: {mode: automtic}"),
            ":7:10: 'stay' has no mode 'automtic' (did you mean 'automatic'?)",
        ),
        (("edition: 2026", "edtion: 2026"), ":4:1: the key 'edtion' is not known here (did you"),
        (("days: 21,", "dais: 21,"), ":7:26: the key 'dais' is not known here (did you mean"),
    ],
)
def test_a_file_that_would_bind_nobody_is_refused_wherever_it_is_used(
    county: Path, solflow: Run, change: tuple[str, str], flaw: str
) -> None:
    solflow("init", *INIT, "our-county")
    file = county / "our-county.yaml"
    file.write_text(OWN.replace(*change), encoding="utf-8")
    assert flaw in solflow("jurisdiction", "check", file, code=6).out
    solflow("new", "rfp", "title=Chairs", "agency=Our County", code=6)
    assert flaw in solflow("doctor", code=7).out


def test_init_refuses_a_file_that_would_bind_nobody(county: Path, solflow: Run) -> None:
    file = county / "our-county.yaml"
    file.write_text(OWN.replace("minimum_notice", "minimum_notise"), encoding="utf-8")
    solflow("init", *INIT, "our-county", code=6)
    assert not (county.parents[1] / "solflow.toml").exists()


def test_what_a_file_repeats_or_leaves_out_is_found_by_checking_it(
    county: Path, solflow: Run
) -> None:
    file = county / "our-county.yaml"
    file.write_text(OWN + "  weights_sum: {trust: design}\n", encoding="utf-8")
    solflow("init", *INIT, "our-county")  # nobody is stopped by it
    answer = solflow("jurisdiction", "check", file, code=6)
    assert "our-county.yaml:8:3: 'weights_sum' is the same in" in answer.out
    file.write_text(
        OWN.replace("extends: va\n", "zone: America/New_York\n")
        .replace("{also", "{country: US, also")
        .replace("rfp: {", "trust: read, cite: C, rfp: {"),
        encoding="utf-8",
    )
    answer = solflow("jurisdiction", "check", file, code=6)
    assert ":6:1: nothing is said of rules that guards ask for, which then block: " in answer.out
    assert "extend own-design" in answer.out


def test_a_jurisdiction_nobody_knows_is_refused_with_the_nearest(
    county: Path, solflow: Run
) -> None:
    assert "did you mean 'our-county'?" in solflow("init", *INIT, "our-conty", code=4).err


def test_a_file_changed_under_an_edition_in_use_is_found_by_doctor_and_named(
    county: Path, solflow: Run
) -> None:
    solflow("init", *INIT, "our-county")
    file = county / "our-county.yaml"
    file.write_text(OWN.replace("days: 21", "days: 22"), encoding="utf-8")
    named = "jurisdictions/our-county.yaml, or a file it extends, was changed"
    assert named in solflow("doctor", code=7).out
    refused = solflow("new", "rfp", "title=Chairs", "agency=Our County", code=6)
    assert named in refused.out + refused.err
    file.write_text(file.read_text().replace("edition: 2026", "edition: 2027"), encoding="utf-8")
    solflow("new", "rfp", "title=Chairs", "agency=Our County")


def test_a_jurisdiction_file_is_not_taken_for_a_workflow(county: Path, solflow: Run) -> None:
    checked = solflow("workflow", "check", county / "our-county.yaml", code=6).out
    assert "our-county.yaml:1:1: this is a jurisdiction file, not a workflow" in checked


def test_another_jurisdiction_is_shown_by_its_own_rules_where_the_office_names_no_zone(
    tmp_path: Path,
) -> None:
    """What the workspace has read of its own jurisdiction must not stand for the other."""
    settings = 'agency = "Our County"\njurisdiction = "va-local"\ntraining = true\n'
    (tmp_path / "solflow.toml").write_text(settings, encoding="utf-8")
    workspace = Workspace(tmp_path, {})
    assert workspace.zone == "America/New_York"
    procedure = workflow_files.workflow(workspace, "rfp")
    for name in ("va-local", "az-state"):
        assert workflow_files.law(workspace, name, procedure).jurisdiction.name == name


def test_a_workspace_may_begin_with_a_file_which_is_checked_and_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, solflow: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "our-county.yaml"
    file.write_text(OWN, encoding="utf-8")
    document = solflow("init", "office", *INIT, "our-county.yaml", "--json").json
    assert document["jurisdiction"] == "our-county"
    copy = tmp_path / "office" / "workflows" / "jurisdictions" / "our-county.yaml"
    assert copy.read_text(encoding="utf-8") == OWN
    file.unlink()  # the workspace uses its own copy
    monkeypatch.chdir(tmp_path / "office")
    assert "our-county 2026" in solflow("doctor").out


def test_init_refuses_a_file_with_a_flaw_and_copies_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, solflow: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "our-county.yaml"
    file.write_text(OWN.replace("minimum_notice", "minimum_notise"), encoding="utf-8")
    refused = solflow("init", "office", *INIT, str(file), code=6)
    assert "our-county.yaml:7:3: no guard or letter asks for a rule" in refused.err
    assert not (tmp_path / "office").exists()


def test_init_never_writes_over_a_jurisdiction_file(
    county: Path, tmp_path: Path, solflow: Run
) -> None:
    file = tmp_path / "our-county.yaml"
    file.write_text(OWN.replace("days: 21", "days: 30"), encoding="utf-8")
    refused = solflow("init", *INIT, str(file), code=5)
    assert "is there already, and differs from" in refused.err
    assert (county / "our-county.yaml").read_text(encoding="utf-8") == OWN
    assert not (county.parents[1] / "solflow.toml").exists()


# --- what to look at in a file without a flaw ---------------------------------------------------


def findings(file: Path, solflow: Run) -> dict[str, set[str]]:
    """Return the rules to look at by the kind of finding."""
    by_kind: dict[str, set[str]] = {}
    for finding in solflow("jurisdiction", "check", file, "--json").json["files"][0]["findings"]:
        by_kind.setdefault(finding["kind"], set()).add(finding["rule"])
    return by_kind


def test_check_tells_what_is_unknown_unsourced_read_by_nothing_or_of_another_body(
    county: Path, solflow: Run
) -> None:
    file = county / "our-county.yaml"
    rules = """\
  cure_period: {days: 12}
  debrief: {days: null, strength: determination, note: Not known.}
  conference_gap: {days: 3, cite: Other Code 2, trust: read, twin: true, strength: warn}
  late_notice: {days: 3, cite: Code 3, trust: read, read_on: 2026-01-05}
  committee_size: {number: 5, cite: Code 4, trust: known, sunset: 2020-01-01}
"""
    file.write_text(OWN + rules, encoding="utf-8")
    known = findings(file, solflow)
    assert "debrief" in known["unknown"]
    assert "cure_period" in known["unsourced"]
    assert "conference_gap" in known["twin"]
    assert "late_notice" in known["unread"]
    assert "committee_size" in known["over"]
    assert "conference_gap" in known["undated"]
    assert "late_notice" not in known["undated"]
    text = solflow("jurisdiction", "check", file).out
    assert "Numbers without a source:\n" in text
    assert "  our-county.yaml:8: cure_period: 12 calendar days: no source is given\n" in text
    assert re.search(r"our-county.yaml: sound \([0-9]+ rules\)\n$", text)


def test_check_says_where_it_is_not_known_which_of_two_numbers_is_stricter(
    county: Path, solflow: Run
) -> None:
    over = """\
jurisdiction: our-grant
title: Our Grant
edition: 1
applies: {funding: state}
rules:
  score_reasons: {number: 2, cite: Terms 4, trust: known}
"""
    (county / "our-grant.yaml").write_text(over, encoding="utf-8")
    file = county / "our-county.yaml"
    own = OWN.replace("rules:", "overlays: [our-grant]\nrules:")
    rules = "  score_reasons: {number: 1, cite: C, trust: known}\n"
    file.write_text(own + rules, encoding="utf-8")
    # files are found by name where there is a workspace
    solflow("init", *INIT, "our-county")
    assert "score_reasons" in findings(file, solflow)["undirected"]
    shown = solflow("jurisdiction", "show").out
    assert re.search(r"score_reasons +our-grant where.* 2 .* our-grant.yaml:6", shown)
    grant = county / "our-grant.yaml"
    assert solflow("jurisdiction", "check", grant).out.endswith("sound (1 rules)\n")
    file.write_text(own.replace("our-grant", "our-grand"), encoding="utf-8")
    refused = solflow("jurisdiction", "check", file, code=6).out
    assert "there is no jurisdiction 'our-grand' (did you mean 'our-grant'?)" in refused
    file.write_text(own.replace("our-grant", "va"), encoding="utf-8")
    refused = solflow("jurisdiction", "check", file, code=6).out
    assert "'va' does not say to which cases it applies" in refused


def test_files_that_are_only_extended_are_checked_too(solflow: Run) -> None:
    shipped = Path(__file__).resolve().parents[2] / "workflows" / "jurisdictions"
    for name in ("own-design", "us-federal", "us-2cfr200"):
        assert "sound" in solflow("jurisdiction", "check", shipped / f"{name}.yaml").out


# --- two files compared, and copies -------------------------------------------------------------


def test_diff_says_what_differs_and_which_open_cases_it_touches(county: Path, solflow: Run) -> None:
    solflow("init", *INIT, "our-county")
    solflow("new", "rfp", "title=Chairs", "agency=Our County")
    file = county / "our-county.yaml"
    same = solflow("jurisdiction", "diff", "our-county", "our-county").out
    assert "state the same rules" in same
    assert "No open case held to our-county would be judged otherwise." in same
    text = OWN.replace("days: 21", "days: 30").replace("edition: 2026", "edition: 2027")
    text = text.replace("also: [2026-12-24]", "also: []")
    file.write_text(text, encoding="utf-8")
    changed = solflow("jurisdiction", "diff", "our-county", "our-county").out
    assert "RFP-2026-001 (edition 2026): minimum_notice, 1 days open under one" in changed
    document = solflow("jurisdiction", "diff", "va", "our-county", "--json").json
    assert [row["rule"] for row in document["rules"]] == ["minimum_notice"]
    assert document["rules"][0]["before"].startswith("10 calendar days")
    assert document["rules"][0]["after"].startswith("30 calendar days")
    assert document["cases"] == []  # none is held to va


def test_what_a_case_does_not_depend_on_touches_it_not(county: Path, solflow: Run) -> None:
    solflow("init", *INIT, "our-county")
    solflow("new", "rfp", "title=Chairs", "agency=Our County")
    file = county / "our-county.yaml"
    rule = "minimum_notice: {rfp: {days: 21, cite: County Code 5-1}"
    other = "ifb: {days: 30, cite: County Code 5-2}, note: Read again"
    file.write_text(OWN.replace(rule, f"{rule}, {other}"), encoding="utf-8")
    text = solflow("jurisdiction", "diff", "our-county", "our-county").out
    assert "No open case held to our-county would be judged otherwise." in text


@pytest.mark.parametrize(
    ("kind", "name", "below", "near"),
    [
        ("jurisdiction", "az-state", "workflows/jurisdictions/az-state.yaml", "az-stat"),
        ("workflow", "rfp", "workflows/rfp.v1.yaml", "rfpp"),
        ("template", "award/intent", "templates/notices/award/intent.md", "award/intnet"),
    ],
)
def test_a_shipped_file_is_copied_to_be_changed_and_never_written_over(
    county: Path, solflow: Run, kind: str, name: str, below: str, near: str
) -> None:
    solflow("init", *INIT, "our-county")
    text = solflow(kind, "copy", name).out
    target = county.parents[1] / below
    assert f"{target} is yours to change" in text
    shipped = Path(__file__).resolve().parents[2] / below
    assert target.read_bytes() == shipped.read_bytes()
    target.write_text("mine", encoding="utf-8")
    assert "is there already" in solflow(kind, "copy", name, code=5).err
    assert target.read_text(encoding="utf-8") == "mine"
    assert f"did you mean '{name}'?" in solflow(kind, "copy", near, code=4).err


def test_the_letters_are_listed_the_agencys_own_first(county: Path, solflow: Run) -> None:
    solflow("init", *INIT, "our-county")
    file = Path(solflow("template", "copy", "award/intent", "--json").json["file"])
    letters = solflow("template", "list", "--json").json["letters"]
    places = {row["letter"]: row["file"] for row in letters}
    assert places["award/intent"] == str(file)
    assert "award/award" in solflow("template", "list").out

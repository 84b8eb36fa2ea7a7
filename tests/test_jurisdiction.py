"""Tests that numbers of law are data with a source, and that a file without one is refused."""

import json
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from solicitation_flow.errors import InvalidFile, Usage
from solicitation_flow.jurisdiction import (
    Jurisdiction,
    Law,
    Profile,
    Program,
    Rule,
    merge,
    read_profile,
    read_program,
)
from solicitation_flow.workflow import book, phases
from solicitation_flow.workspace import FileDefinitions
from solicitation_flow.yamlfile import read
from tests.coverage_of_stories import SHIPPED
from tests.coverage_of_stories import shipped as shipped_workflow
from tests.phases import builders

ROOT = Path(__file__).resolve().parents[1]
WORKFLOWS = ROOT / "workflows"
FILES = sorted((WORKFLOWS / "jurisdictions").glob("*.yaml"))
USABLE = FileDefinitions((WORKFLOWS,), "neutral", "neutral", "").jurisdictions()
PROFILES = [path for path in FILES if path.stem in USABLE]
PROGRAMS = sorted((WORKFLOWS / "programs").glob("*.yaml"))

SILENCE_ALLOWS = {
    "advertising",
    "forbidden_due_days",
    "protest_terms",
    "protest_finding",
    "protest_nonresponsibility",
}
"""Rules whose guards ask for nothing where a profile does not name them."""
HEAD = """\
jurisdiction: somewhere
title: Somewhere
edition: 2026
zone: America/Phoenix
holidays: {country: US, subdivision: AZ}
rules:
"""


def profile(rules: str = "", head: str = HEAD) -> Profile:
    return read_profile(head + (rules or "  {}\n"), "f.yaml")


def refused(rules: str, head: str = HEAD) -> list[str]:
    with pytest.raises(InvalidFile) as refusal:
        profile(rules, head)
    return [str(flaw).removeprefix("f.yaml:") for flaw in refusal.value.flaws]


def program(text: str = "program: p\ntitle: P\nedition: 1\n") -> Program:
    return read_program(text, "p.yaml")


def merged(rules: str = "") -> Jurisdiction:
    return merge(profile(rules), program(), first_year=2026, last_year=2027)


def law(rules: str = "", procedure: str | None = "rfp") -> Law:
    return merged(rules).law_for(procedure)


def shipped(name: str) -> Jurisdiction:
    kept = WORKFLOWS / "programs" / "neutral.yaml"
    papers = read_program(kept.read_text(encoding="utf-8"), str(kept))
    return merge(
        builders.profile(name), papers, first_year=2026, last_year=2030, zone="America/Denver"
    )


# --- what is shipped ---------------------------------------------------------------------------


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_every_shipped_profile_loads_and_has_every_rule_the_guards_ask_for(path: Path) -> None:
    read_in = builders.profile(path.stem)
    assert read_in.jurisdiction == path.stem
    asked = {
        workflow.book.guards[name].rule
        for workflow in map(shipped_workflow, SHIPPED)
        for move in workflow.moves
        for name in move.guards
    }
    assert asked - set(read_in.rules) <= SILENCE_ALLOWS


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("procedure", ["rfp", "ifb", None])
def test_every_shipped_number_has_its_source_or_says_it_has_none(
    path: Path, procedure: str | None
) -> None:
    held = shipped(path.stem).law_for(procedure)
    for name in held.jurisdiction.rules:
        rule = held.rule(name)
        cite, edition, trust = held.citation(rule)
        assert edition
        assert (cite is not None) == (trust in {"read", "known"}), name


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_a_number_that_is_not_known_never_blocks_for_ever(path: Path) -> None:
    held = shipped(path.stem).law_for("rfp")
    unknown = [
        held.rule(name) for name in held.jurisdiction.rules if held.rule(name).number_unknown
    ]
    assert all(rule.strength == "determination" and rule.note for rule in unknown)


@pytest.mark.parametrize("path", [*FILES, *PROGRAMS], ids=lambda path: path.name)
def test_every_shipped_file_says_that_it_is_not_legal_advice(path: Path) -> None:
    head = path.read_text(encoding="utf-8").partition("\n\n")[0]
    assert "Not legal advice" in path.read_text(encoding="utf-8").partition("title:")[0]
    assert head.startswith("# ")


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_every_shipped_program_lists_papers_of_both_cases(path: Path) -> None:
    papers = read_program(path.read_text(encoding="utf-8"), str(path)).packet
    assert {paper.source for paper in papers} == {"solicitation", "agreement"}
    assert {"solicitation_document", "executed_agreement"} <= {paper.paper for paper in papers}


def test_the_neutral_profile_guesses_no_states_law() -> None:
    held = shipped("neutral").law_for("rfp")
    cites = [held.citation(name).cite for name in held.jurisdiction.rules]
    assert all(cite is None or cite.startswith("2 CFR") for cite in cites)  # federal, for all
    for name in ("minimum_notice", "protest_window", "standstill", "amendment_floor"):
        assert held.rule(name).days is None
        assert held.strength(name) == "determination"


def test_the_neutral_profile_wants_the_agencys_own_zone() -> None:
    neutral = builders.profile("neutral")
    with pytest.raises(Usage, match="names no time zone"):
        merge(neutral, program(), first_year=2026, last_year=2026)


def test_virginia_holds_no_award_back_but_warns() -> None:
    held = shipped("va-local").law_for("rfp")
    assert held.rule("standstill").days == held.rule("protest_window").days == 10
    assert held.strength("standstill") == "warn"
    assert held.citation("standstill") == (None, "2024", "practice")
    assert held.rule("stay").mode == "automatic"


# --- against the founders' reference -----------------------------------------------------------


def reference(shared: Path, state: str) -> dict[str, Any]:
    text = (shared / "data" / "state-rules.yaml").read_text(encoding="utf-8")
    entries = read("states:\n" + text, "state-rules.yaml").value["states"]
    (entry_of_state,) = (entry for entry in entries if entry["code"] == state)
    return dict(entry_of_state)


REFERENCE = [
    ("va-local", "VA", "minimum_notice", "rfp", "rfp_notice_days"),
    ("va-local", "VA", "minimum_notice", "ifb", "ifb_notice_days"),
    ("va-local", "VA", "protest_window", "rfp", "protest_award"),
    ("az-state", "AZ", "minimum_notice", "rfp", "rfp_notice_days"),
    ("az-state", "AZ", "minimum_notice", "ifb", "ifb_notice_days"),
    ("az-state", "AZ", "protest_window", "rfp", "protest_award"),
    ("az-state", "AZ", "protest_decision", "rfp", "protest_decision_days"),
    ("az-state", "AZ", "protest_appeal", "rfp", "appeal"),
]


@pytest.mark.parametrize(("name", "state", "rule", "procedure", "key"), REFERENCE)
def test_shipped_numbers_are_those_of_the_reference(
    shared: Path, name: str, state: str, rule: str, procedure: str, key: str
) -> None:
    known = reference(shared, state)[key]
    held = shipped(name).law_for(procedure).rule(rule)
    assert (held.days, held.count) == (known["value"], known["unit"])
    assert held.cite is not None
    assert held.cite.partition("(A)")[0] in known["source"]


# --- reading a rule ----------------------------------------------------------------------------


def test_a_procedure_may_have_figures_of_its_own() -> None:
    place = merged("""\
  minimum_notice:
    rfp: {days: 10}
    ifb: {days: 14, count: business, cite: Other 2, edition: "2020"}
    cite: Some Code 1
    trust: read
""")
    proposals, bids = place.law_for("rfp"), place.law_for("ifb")
    assert proposals.rule("minimum_notice").days == 10
    rule = bids.rule("minimum_notice")
    assert (rule.days, rule.count, rule.in_words) == (14, "business", "14 business days")
    assert bids.citation(rule) == ("Other 2", "2020", "read")
    assert proposals.citation("minimum_notice") == ("Some Code 1", "2026", "read")
    for procedure in ("two_step", None):
        assert place.law_for(procedure).rule("minimum_notice").days is None
    assert place.law_for("ifb") is bids


def test_a_rule_may_be_as_another_with_differences() -> None:
    held = law("""\
  window: {days: 10, cite: Some Code 1, trust: read, strength: determination, note: Its note.}
  standstill: {as: window, strength: warn, cite: null, trust: practice}
  later: {as: standstill, hours: 72}
""")
    standstill = held.rule("standstill")
    assert (standstill.days, standstill.strength, standstill.cite) == (10, "warn", None)
    assert standstill.note == "Its note."
    later = held.rule("later")
    assert (later.days, later.hours, later.in_words) == (None, 72, "72 hours")
    assert later.as_ is None
    assert later.name == "later"


def test_as_follows_the_procedure_and_its_own_procedure_comes_last() -> None:
    place = merged("""\
  window: {rfp: {days: 10}, ifb: {days: 5}, trust: practice}
  standstill: {as: window, ifb: {days: 3}}
""")
    assert place.law_for("rfp").rule("standstill").days == 10
    assert place.law_for("ifb").rule("standstill").days == 3


def test_a_rule_nobody_wrote_is_not_known_and_blocks() -> None:
    rule = law().rule("minimum_notice")
    assert not rule.known
    assert (rule.days, rule.cite, rule.strength) == (None, None, "block")
    assert rule.name == "minimum_notice"
    assert rule.in_words == "a number that is not known here"
    assert law().window_end("minimum_notice", datetime(2026, 6, 1, tzinfo=UTC)) is None


def test_a_guard_always_finds_an_edition_with_the_rule() -> None:
    held = law("  stay: {trust: design}\n")
    assert held.rule("stay").edition == held.rule("nowhere").edition == "2026"


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("{cite: Code 1, trust: read}", "Code 1 (edition 2026; text read)"),
        (
            "{cite: Code 1, trust: known}",
            "Code 1 (edition 2026; known, not re-read: verify before relying on it)",
        ),
        ("{trust: practice}", "common practice, no source found"),
        ("{trust: design}", "this program's own rule, not law"),
    ],
)
def test_a_citation_never_hides_how_far_it_can_be_trusted(rule: str, sentence: str) -> None:
    assert law(f"  stay: {rule}\n").citation("stay").in_words == sentence


def test_one_day_is_not_one_days() -> None:
    assert Rule(days=1, trust="design").in_words == "1 calendar day"


# --- what a law gives ------------------------------------------------------------------------


def test_a_window_ends_in_the_agencys_zone_after_its_holidays() -> None:
    held = law("  w: {days: 2, count: business, trust: design}\n  h: {hours: 24, trust: design}\n")
    event = held.instant(datetime.fromisoformat("2026-07-01 16:00"))
    assert held.spoken(event) == "Wednesday, 1 July 2026, 4:00 p.m. MST (America/Phoenix)"
    end = held.window_end("w", event)
    assert end == held.instant(datetime.fromisoformat("2026-07-07"))  # 3 July is observed
    assert held.window_end("h", event) == event + timedelta(hours=24)
    assert held.window_end(held.rule("w"), event) == end


def test_an_instant_may_be_given_in_another_zone() -> None:
    noon = datetime.fromisoformat("2026-07-01 12:00")
    assert law().instant(noon, "America/New_York") == datetime(2026, 7, 1, 16, tzinfo=UTC)


def test_an_agency_brings_its_zone_and_its_closed_days() -> None:
    held = merge(
        profile(),
        program(),
        first_year=2026,
        last_year=2026,
        zone="America/Denver",
        closures=[date(2026, 12, 24)],
    )
    assert held.zone == "America/Denver"
    assert not held.calendar.is_working(date(2026, 12, 24))
    assert (held.calendar.first, held.calendar.last) == (date(2026, 1, 1), date(2026, 12, 31))


def test_an_agencys_unknown_zone_is_refused() -> None:
    with pytest.raises(Usage, match="did you mean 'America/Denver'"):
        merge(profile(), program(), first_year=2026, last_year=2026, zone="America/Denvr")


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_a_pinned_body_gives_the_same_law_back(path: Path) -> None:
    held = shipped(path.stem)
    text = json.dumps(held.body())
    again = Jurisdiction.from_text(text)
    assert again == held == Jurisdiction.from_body(held.body())
    assert json.dumps(again.body()) == text
    for name in held.rules:
        for procedure in ("rfp", "ifb", None):
            rule = held.law_for(procedure).rule(name)
            assert again.law_for(procedure).rule(name) == rule


def test_a_body_holds_every_holiday_by_its_date() -> None:
    body = merged().body()
    assert "2026-07-03" in body["closed"]
    assert (body["first"], body["last"]) == ("2026-01-01", "2027-12-31")


def test_a_body_does_not_change_with_the_order_of_the_file() -> None:
    one, two = "  a: {trust: design}\n", "  b: {days: 3, trust: practice}\n"
    assert json.dumps(merged(one + two).body()) == json.dumps(merged(two + one).body())


def test_a_law_once_asked_is_still_equal_to_one_that_was_not() -> None:
    asked = law("  a: {trust: design}\n")
    asked.rule("a")
    assert asked == law("  a: {trust: design}\n")


# --- what is refused ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rules", "flaw"),
    [
        ("  a: {as: b}\n  bb: {trust: design}\n", "7:7: there is no rule 'b'"),
        ("  stay_: {as: sta}\n  stay: {trust: design}\n", "7:11: there is no rule 'sta' (did you"),
        ("  a: {as: b}\n  b: {as: a}\n", "7:7: the rules go round in a circle: a -> b -> a"),
        ("  a: {as: a}\n", "7:7: the rules go round in a circle: a -> a"),
        ("  a: {days: -1, trust: design}\n", "7:7: 'days' must be 0 or more, not -1"),
        ("  a: {days: ten, trust: design}\n", "7:7: 'days' must be a whole number, not 'ten'"),
        ("  a: {days: 1.5, trust: design}\n", "7:7: 'days' must be a whole number, not '1.5'"),
        ("  a: {days: true, trust: design}\n", "7:7: 'days' must be a whole number, not true"),
        ("  a: {days: 99999, trust: design}\n", "7:7: 'days' must be at most 36500, not 99999"),
        ("  a: {dayz: 1, trust: design}\n", "7:7: the key 'dayz' is not known here (did you mean"),
        ("  a: {rpf: {days: 1}, trust: design}\n", "7:7: the key 'rpf' is not known here (did you"),
        ("  a: {rfp: {dais: 1}, trust: design}\n", "7:13: the key 'dais' is not known here (did"),
        ("  a: {rfp: 10, trust: design}\n", "7:7: 'rfp' must be a mapping"),
        ("  a: {days: 1, hours: 2, trust: design}\n", "7:3: 'a': give hours or days, not both"),
        ("  a: {days: 1}\n", "7:3: 'a': trust is missing; say read, known, practice or design"),
        ("  a: {trust: reed}\n", "7:7: 'trust' must be 'read', 'known', 'practice' or 'design'"),
        ("  a: {trust: read}\n", "7:3: trust 'read' needs a citation"),
        ("  a: {trust: known, ifb: {cite: C}}\n", "7:3: trust 'known' needs a citation"),
        ("  a: {cite: C, trust: practice}\n", "7:3: a rule that has a citation is not merely"),
        ("  a: {trust: practice, ifb: {cite: C}}\n", "7:24: a rule that has a citation is not"),
        ("  a: {days: null, trust: practice}\n", "7:3: a number that is not known would block"),
        ("  a: {strength: blok, trust: design}\n", "7:7: 'strength' must be 'block', 'determin"),
        ("  A!: {trust: design}\n", "7:3: 'A!' must be of the form"),
        ("  a:\n", "7:3: 'a' must be a mapping (lines of 'key: value'), not empty"),
    ],
)
def test_a_rule_that_cannot_be_is_refused_with_its_place(rules: str, flaw: str) -> None:
    shown = refused(rules)
    assert [line for line in shown if line.startswith(flaw)], shown


@pytest.mark.parametrize(
    ("instead", "flaw"),
    [
        (("zone: America/Phoenix", "zone: America/Phenix"), "4:1: there is no time zone"),
        (("AZ}", "ZZ}"), "5:1: no list of holidays is known for US, ZZ"),
        (("US", "usa"), "5:12: 'country' must be of the form ^[A-Z]{2}$, not 'usa'"),
        (("AZ}", "AZ, drop: [Labour Day]}"), "5:1: no holiday there is called 'Labour Day'; did"),
        (("AZ}", "AZ, drop: [2026-10-13]}"), "5:1: 2026-10-13 is not a holiday there"),
        (("AZ}", "AZ, also: [2026-13-01]}"), "5:49: item 1 of 'also': '2026-13-01' is not a date"),
        (("AZ}", "AZ, also: [20261224]}"), "5:49: item 1 of 'also': a date such as 2026-12-24"),
        (("title: Somewhere\n", ""), "1:1: 'title' is missing"),
        (("zone", "zon"), "4:1: the key 'zon' is not known here (did you mean 'zone'?)"),
        (("edition: 2026", "edition: true"), "3:1: 'edition' must be text, not true"),
    ],
)
def test_a_profile_that_cannot_be_is_refused_with_its_place(
    instead: tuple[str, str], flaw: str
) -> None:
    shown = refused("  {}\n", HEAD.replace(*instead))
    assert [line for line in shown if line.startswith(flaw)], shown


def test_every_flaw_of_a_file_is_told_at_once() -> None:
    assert len(refused("  a: {trust: read}\n  b: {as: c}\n  d: {cite: C, trust: design}\n")) == 3


@pytest.mark.parametrize(
    ("packet", "flaw"),
    [
        ("[{paper: a, title: A, from: nowhere, trust: design}]", "4:31: 'from' must be 'solici"),
        ("[{paper: a, title: A, source: agreement, trust: design}]", "4:10: 'from' is missing"),
        ("[{paper: a, title: A, from: agreement, trust: read}]", "4:10: trust 'read' needs a cit"),
        (
            f"[{', '.join(['{paper: a, title: A, from: agreement, trust: design}'] * 2)}]",
            "4:1: 'packet': listed twice: a",
        ),
    ],
)
def test_a_program_that_cannot_be_is_refused_with_its_place(packet: str, flaw: str) -> None:
    with pytest.raises(InvalidFile) as refusal:
        program(f"program: p\ntitle: P\nedition: 1\npacket: {packet}\n")
    shown = [str(problem).removeprefix("p.yaml:") for problem in refusal.value.flaws]
    assert [line for line in shown if line.startswith(flaw)], shown


def test_a_fee_is_exact() -> None:
    text = "program: p\ntitle: P\nedition: 1\nfee: {percent: 0.25, due_days: 60, trust: practice}\n"
    fee = program(text).fee
    assert fee is not None
    assert str(fee.percent) == "0.25"


READ_BY_NOTHING = {
    "closed_on_due_day": "the text `outage` is taken from: it stands for it by `as`",
    "late_notice": "no deadline to hold anybody to: the law says only promptly",
    **dict.fromkeys(
        ("litigation", "statements"),
        "stated by profiles; the guard that reads it is still being written",
    ),
}
"""Rules of shipped profiles that no guard, action or letter asks for, each with the reason."""


def test_every_shipped_rule_is_asked_for_by_a_guard_an_action_or_a_letter() -> None:
    asked = {guard.rule for guard in book(phases()).guards.values()}
    for path in WORKFLOWS.glob("*.v*.yaml"):
        asked.update(re.findall(r"rule: *([a-z_]+)", path.read_text(encoding="utf-8")))
    for path in (ROOT / "templates").rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        asked.update(re.findall(r"""law\.\w+\(\s*["'](\w+)["']""", text))
    for path in (ROOT / "solicitation_flow" / "phases").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        asked.update(re.findall(r"""law\.\w+\(\s*"(\w+)\"""", text))
    names: set[str] = set()
    for path in PROFILES:
        names.update(builders.profile(path.stem).rules)
    assert names - asked == set(READ_BY_NOTHING)

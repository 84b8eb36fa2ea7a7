"""Tests of what a jurisdiction file can say besides a number of days, and of how it is read."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from solicitation_flow.casefile import Actor
from solicitation_flow.clock import VirtualClock
from solicitation_flow.engine import Accepted, Engine, Request
from solicitation_flow.errors import InvalidFile
from solicitation_flow.jurisdiction import (
    Circumstances,
    Jurisdiction,
    Law,
    Overlay,
    Rule,
    check_overlay,
    merge,
    read_profile,
    read_program,
)
from solicitation_flow.jurisdiction.law import ORDINARY
from solicitation_flow.jurisdiction.strictness import direction, stricter
from solicitation_flow.simulation.story import parse
from solicitation_flow.simulation.story_runner import StoryRunner
from solicitation_flow.workdays import holiday_dates
from solicitation_flow.workdays.recurring import recurring, weekdays
from solicitation_flow.workspace import FileDefinitions
from solicitation_flow.yamlfile import read
from tests.engine_fixtures import engine
from tests.laws.prepared import DRAFTED

ROOT = Path(__file__).resolve().parents[1]
HEAD = """\
jurisdiction: somewhere
title: Somewhere
edition: 2026
zone: America/New_York
holidays: {country: US, subdivision: NJ%s}
%srules:
"""


def overlay(rules: str, applies: str = "{funding: federal}") -> Overlay:
    head = "jurisdiction: over\ntitle: Federal money\nedition: 2\napplies: "
    return check_overlay(read(f"{head}{applies}\nrules:\n{rules}", "over.yaml"))


def place(rules: str, *overlays: Overlay, holidays: str = "", head: str = "") -> Jurisdiction:
    profile = read_profile(HEAD % (holidays, head) + rules, "f.yaml")
    program = read_program("program: p\ntitle: P\nedition: 1\n", "p.yaml")
    return merge(profile, program, first_year=2026, last_year=2028, overlays=overlays)


def law(rules: str, *overlays: Overlay, given: Circumstances = ORDINARY) -> Law:
    return place(rules, *overlays).law_for("rfp", given)


def refused(text: str) -> list[str]:
    with pytest.raises(InvalidFile) as refusal:
        read_profile(text, "f.yaml")
    return [str(flaw).removeprefix("f.yaml:") for flaw in refusal.value.flaws]


# --- what a rule states ------------------------------------------------------------------------


def test_a_null_figure_is_unknown_and_so_is_a_rule_nobody_wrote() -> None:
    held = law(
        "  w: {days: null, strength: warn, trust: design}\n  n: {number: 3, trust: design}\n"
    )
    assert held.rule("w").unknown
    assert held.rule("nowhere").unknown
    assert not held.rule("n").unknown


def test_a_rule_says_which_keys_it_states() -> None:
    rule = law("  w: {standing: [offeror], trust: design}\n").rule("w")
    assert rule.states("standing")
    assert not rule.states("steps")


@pytest.mark.parametrize(
    ("rules", "flaw"),
    [
        (
            "  a: {trust: design, steps: [{step: notice, hour: 72}]}\n",
            "7:45: the key 'hour' is not known here (did you mean 'hours'?)",
        ),
        (
            "  a: {trust: design, variants: [{when: {subjet: goods}}]}\n",
            "7:41: the key 'subjet' is not known here (did you mean 'subject'?)",
        ),
        (
            "  a: {trust: design, variants: [{when: {subject: good}}]}\n",
            "7:41: 'subject' must be 'goods', 'services', 'professional', 'construction' or",
        ),
        (
            "  a: {trust: design, variants: [{when: {}}]}\n",
            "7:34: 'when': say for which cases: by amount, subject, funding, level, pro",
        ),
        (
            "  a: {trust: practice, variants: [{when: {subject: goods}, cite: Code 1}]}\n",
            "7:35: a rule that has a citation is not merely 'practice'",
        ),
        (
            "  a: {trust: design, channels: [{kind: newspapr}]}\n",
            "7:34: 'kind' must be 'newspaper', 'portal', 'posting', 'direct' or 'other'",
        ),
        ("  a: {trust: design, runs_from: acess}\n", "7:22: 'runs_from' must be"),
        ("  a: {trust: design, effective: soon}\n", "7:22: 'effective': 'soon' is not a date"),
        ("  a: {trust: design, twin: true, strength: block}\n", "7:3: 'a': a rule of another body"),
    ],
)
def test_a_misspelt_part_of_a_rule_is_refused_with_its_place(rules: str, flaw: str) -> None:
    shown = refused(HEAD % ("", "") + rules)
    assert [line for line in shown if line.startswith(flaw)], shown


def test_a_file_says_its_level_and_from_when_until_when_it_holds() -> None:
    head = "level: county\neffective: 2026-07-01\nsunset: 2028-06-30\nread_on: 2026-01-05\n"
    profile = read_profile(HEAD % ("", head) + "  a: {trust: design}\n", "f.yaml")
    assert (profile.level, profile.sunset) == ("county", "2028-06-30")
    assert refused(HEAD % ("", "level: contry\n") + "  {}\n")[0].startswith("6:1: 'level' must be")


# --- kinds of case -----------------------------------------------------------------------------


TIERS = """\
  minimum_notice:
    days: 7
    trust: practice
    variants:
      - {when: {amount_over: 100000, subject: goods}, days: 14}
      - {when: {amount_over: 100000}, weeks: 3}
      - {when: {level: school}, days: 10}
"""


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (Circumstances(), "7 calendar days"),
        (Circumstances(amount=Decimal(100_000), subject="goods"), "7 calendar days"),
        (Circumstances(amount=Decimal("100000.01"), subject="goods"), "14 calendar days"),
        (Circumstances(amount=Decimal(200_000), subject="services"), "3 weeks"),
        (Circumstances(subject="goods"), "7 calendar days"),
    ],
)
def test_the_first_kind_of_case_that_fits_decides_and_an_unknown_fact_fits_none(
    given: Circumstances, words: str
) -> None:
    assert law(TIERS, given=given).rule("minimum_notice").in_words == words


def test_a_figure_may_depend_on_the_level_of_the_agency() -> None:
    assert place(TIERS, head="level: school\n").law_for("rfp").rule("minimum_notice").days == 10


def test_a_law_knows_the_facts_of_its_own_case_and_the_same_facts_give_the_same_law() -> None:
    held = place(TIERS)
    small, large = Circumstances(amount=Decimal(5)), Circumstances(amount=Decimal(6))
    assert held.law_for("rfp", small) is held.law_for("rfp", small)
    assert held.law_for("rfp", small).circumstances.amount == 5
    assert held.law_for("rfp", large).circumstances.amount == 6
    # what was resolved for one of them serves all cases of that kind
    rule = held.law_for("rfp", small).rule("minimum_notice")
    assert held.law_for("rfp", large).rule("minimum_notice") is rule


# --- overlays ----------------------------------------------------------------------------------


FEDERAL = Circumstances(funding="federal")


def test_an_overlay_applies_only_to_the_cases_it_names() -> None:
    over = overlay("  minimum_notice: {days: 30, cite: 2 CFR 200, trust: read}\n")
    rules = "  minimum_notice: {days: 10, cite: Code 1, trust: read}\n"
    assert law(rules, over).rule("minimum_notice").days == 10
    held = law(rules, over, given=FEDERAL).rule("minimum_notice")
    assert (held.days, held.cite, held.edition, held.origin) == (
        30,
        "2 CFR 200",
        "2",
        "Federal money",
    )


@pytest.mark.parametrize(
    ("name", "own", "over", "stricter_is"),
    [
        ("minimum_notice", "days: 10", "days: 9", "days: 10"),
        ("minimum_notice", "days: 10", "weeks: 2", "weeks: 2"),
        ("minimum_notice", "days: 8, count: business", "days: 10", "days: 8, count: business"),
        ("protest_decision", "days: 14", "days: 10", "days: 10"),
        ("protest_decision", "days: 14", "days: 20", "days: 14"),
        ("term_ceiling", "years: 5", "months: 36", "months: 36"),
        ("simplified_acquisition", "amount: 350000", "amount: 250000", "amount: 250000"),
        ("committee_size", "number: 3", "number: 5", "number: 5"),
        ("minimum_notice", "days: null, strength: determination", "days: 9", "days: 9"),
        ("minimum_notice", "days: 9", "days: null, strength: determination", "days: 9"),
    ],
)
def test_of_two_rules_the_stricter_holds_by_what_its_number_is_of(
    name: str, own: str, over: str, stricter_is: str
) -> None:
    laid = overlay(f"  {name}: {{{over}, cite: O, trust: read}}\n")
    held = law(f"  {name}: {{{own}, cite: J, trust: read}}\n", laid, given=FEDERAL).rule(name)
    alone = law(f"  {name}: {{{stricter_is}, cite: J, trust: read}}\n").rule(name)
    assert (held.length, held.number, held.amount) == (alone.length, alone.number, alone.amount)
    assert held.cite == ("J" if stricter_is == own else "O")


def test_the_more_binding_of_two_strengths_holds_whichever_number_does() -> None:
    laid = overlay("  minimum_notice: {days: 5, cite: O, trust: read}\n")
    rules = "  minimum_notice: {days: 10, cite: J, trust: read, strength: warn}\n"
    held = law(rules, laid, given=FEDERAL).rule("minimum_notice")
    assert (held.days, held.strength, held.origin) == (10, "block", "Federal money")


def test_what_either_of_two_files_lists_is_asked_for() -> None:
    laid = overlay("  clauses: {trust: design, items: [{id: debarment, says: B}]}\n")
    rules = "  clauses: {trust: design, items: [{id: insurance, says: A}]}\n"
    items = law(rules, laid, given=FEDERAL).rule("clauses").items
    assert [item.id for item in items] == ["insurance", "debarment"]


def test_a_rule_that_only_an_overlay_has_holds_where_it_applies() -> None:
    laid = overlay("  clauses: {number: 2, cite: O, trust: read}\n")
    assert not law("  {}\n", laid).rule("clauses").known
    held = law("  {}\n", laid, given=FEDERAL).rule("clauses")
    assert (held.known, held.number, held.name) == (True, 2, "clauses")


def test_an_overlay_is_pinned_with_the_rest() -> None:
    held = place("  {}\n", overlay("  clauses: {number: 2, cite: O, trust: read}\n"))
    again = Jurisdiction.from_body(held.body())
    assert again == held
    assert again.law_for("rfp", FEDERAL).rule("clauses").number == 2


def test_where_no_direction_is_known_the_overlay_holds() -> None:
    assert direction("price_is_a_factor") is None
    own = Rule(number=3, trust="design").called("price_is_a_factor")
    held = stricter(own, Rule(number=2, trust="design"), "Over")
    assert (held.number, held.origin) == (2, "Over")


def test_an_overlay_says_to_which_cases_it_applies() -> None:
    with pytest.raises(InvalidFile) as refusal:
        overlay("  {}\n", "{fundin: federal}")
    assert "did you mean 'funding'?" in str(refusal.value.flaws[0])


# --- closed days -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "year", "day"),
    [
        ("first Tuesday after first Monday of November", 2011, date(2011, 11, 8)),
        ("first Tuesday after first Monday of November", 2022, date(2022, 11, 8)),
        ("the first Tuesday after the first Monday in November", 2026, date(2026, 11, 3)),
        ("last Monday of May", 2026, date(2026, 5, 25)),
        ("last Friday of December", 2026, date(2026, 12, 25)),
        ("day after fourth Thursday of November", 2026, date(2026, 11, 27)),
        ("June 19", 2026, date(2026, 6, 19)),
        ("24 December", 2027, date(2027, 12, 24)),
        ("last Monday before May 25", 2026, date(2026, 5, 18)),
        ("first Monday before May 25", 2026, date(2026, 5, 18)),
        ("fifth Friday of February", 2026, None),
        ("29 February", 2026, None),
        ("29 February", 2028, date(2028, 2, 29)),
    ],
)
def test_a_holiday_by_rule_falls_where_a_statute_says(
    when: str, year: int, day: date | None
) -> None:
    assert recurring(when, year) == ([] if day is None else [day])


def test_a_holiday_may_come_every_other_year() -> None:
    when = "first Tuesday after first Monday of November"
    assert recurring(when, 2025, "even") == []
    assert recurring(when, 2025, "odd") == [date(2025, 11, 4)]
    assert recurring(when, 2026, "even") == [date(2026, 11, 3)]


def test_election_day_is_closed_in_new_jersey_in_every_year_1_dates_12() -> None:
    assert date(2011, 11, 8) in holiday_dates("US", "NJ", 2011, 2011)
    assert date(2011, 11, 8) not in holiday_dates("US", "NJ", 2011, 2011, drop=["Election Day"])
    assert not place("  {}\n").calendar.is_working(date(2027, 11, 2))


def test_a_holiday_by_rule_is_closed_and_the_day_beside_it_is_open() -> None:
    rule = ", rules: [{name: Founders' Day, when: second Tuesday of March, years: odd}]"
    held = place("  {}\n", holidays=rule)
    assert not held.calendar.is_working(date(2027, 3, 9))
    assert held.calendar.is_working(date(2026, 3, 10))
    assert held.calendar.is_working(date(2027, 3, 10))


def test_an_agency_may_be_closed_one_weekday_each_week() -> None:
    held = place("  {}\n", holidays=", weekly: [Friday]")
    assert not held.calendar.is_working(date(2026, 6, 5))
    assert len(weekdays(("Friday",), 2026)) == 52
    assert weekdays((), 2026) == []


@pytest.mark.parametrize(
    "holidays",
    [
        ", rules: [{name: E, when: some Tuesday of November}]",
        ", rules: [{name: E, when: June 31}]",
        ", rules: [{name: E, when: last Monday after May 25}]",
    ],
)
def test_a_holiday_rule_that_names_no_day_is_refused(holidays: str) -> None:
    assert "names no day of a year" in refused(HEAD % (holidays, "") + "  {}\n")[0]


def test_days_on_which_nothing_may_be_due_are_named_in_words_1_dates_11() -> None:
    held = law(
        "  forbidden_due_days: {weekdays: [Monday], after_holiday: true, dates: [2026-06-10],"
        " cite: C, trust: read}\n"
    )
    assert held.due_day_objections(date(2026, 6, 1)) == ("it is a Monday",)
    assert held.due_day_objections(date(2026, 6, 20)) == ("it is the day after a holiday",)
    assert len(held.due_day_objections(date(2026, 6, 10))) == 1
    assert held.due_day_objections(date(2026, 6, 11)) == ()


def test_a_window_runs_from_the_later_of_two_events() -> None:
    held = law(
        "  protest_window: {days: 10, runs_from: posted, trust: practice,"
        " or_from: [{runs_from: access, days: 10}], closes_on: [executed]}\n"
    )
    posted, access = datetime(2026, 6, 1, 16, tzinfo=UTC), datetime(2026, 6, 10, 16, tzinfo=UTC)
    end = held.window("protest_window", {"posted": posted, "access": access})
    assert end is not None
    assert end.event == "access"
    assert held.window("protest_window", {}) is None
    closed = held.window("protest_window", {"posted": posted, "executed": access})
    assert closed is not None
    assert closed.closed_by == "executed"


# --- a case under its own figures ----------------------------------------------------------------


def test_a_case_comes_under_other_figures_when_its_estimate_says_so(tmp_path: Path) -> None:
    """The law is bound where a case is loaded, and again after each move."""
    folder = tmp_path / "jurisdictions"
    folder.mkdir()
    (folder / "tiers.yaml").write_text(
        "jurisdiction: tiers\nextends: va-local\ntitle: Tiers\nedition: 1\nrules:\n"
        "  minimum_notice:\n    variants:\n"
        "      - {when: {amount_over: 100000, subject: goods}, days: 30}\n",
        encoding="utf-8",
    )
    text = DRAFTED.replace("va-local", "tiers").replace("describe ", "describe subject=goods ")
    story = parse(text, "test")
    clock = VirtualClock(datetime(2026, 1, 5, 14, tzinfo=UTC))
    environment = replace(
        engine(clock=clock).environment,
        definitions=FileDefinitions(
            (tmp_path, ROOT / "workflows"), "tiers", "neutral", "America/New_York"
        ),
    )
    runner = StoryRunner(Engine(environment), clock, story, "America/New_York")
    runner.enter_cast()
    assert not [event.diverges for event in runner.tell() if event.diverges]

    def notice() -> int | None:
        law = runner.engine.read.view(runner.number).loaded.law
        return law.rule("minimum_notice").days

    assert notice() == 10
    words = {"amount": "250000", "dated": "2026-01-02", "basis": "Last year", "made_by": "Dana"}
    officer = Actor("maria", frozenset({"officer"}))
    done = runner.engine.perform(Request("record_estimate", words, runner.number), officer)
    assert isinstance(done, Accepted)
    assert notice() == 30

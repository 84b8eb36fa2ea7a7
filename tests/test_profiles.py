"""Tests that the shipped profiles say what `data/state-rules.yaml` says, each number at its second.

Every instant below was counted by hand from the text of the data, with the holidays of 2026.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from solicitation_flow import workdays
from solicitation_flow.casefile import CaseFile
from solicitation_flow.engine.circumstances import circumstances
from solicitation_flow.jurisdiction import Circumstances, Law, Profile, Rule
from solicitation_flow.jurisdiction.law import resolve
from solicitation_flow.phases.protests.filing import FileProtest, file_protest
from solicitation_flow.records.protests import Protest
from solicitation_flow.workspace import FileDefinitions
from solicitation_flow.yamlfile import read
from tests.phases import builders

ROOT = Path(__file__).resolve().parents[1]
WORKFLOWS = ROOT / "workflows"
FILES = FileDefinitions((WORKFLOWS,), "neutral", "neutral", "").jurisdiction_files()
NAMES = FILES.usable()
STATES = [
    "ak-state", "az-state", "ct-state", "dc", "fl-state", "ms-state", "nj-state", "nm-state",
    "ri-state", "va",
]  # fmt: skip
LOCAL = ["az-school", "ca-school", "fl-local", "md-school", "nj-local", "tx-local", "va-local"]
SECOND = timedelta(seconds=1)


class Window(NamedTuple):
    """A time to act: it runs from an event, and is over at an instant of the agency's clock."""

    profile: str
    rule: str
    event: str
    since: str
    over: str


class Notice(NamedTuple):
    """Notice before a due date: given before an instant it is enough, and from it on it is not."""

    profile: str
    procedure: str
    due: str
    too_late: str


WINDOWS = [
    # ten calendar days; the last one of the second line is Alaska Day, kept on the Monday
    Window("ak-state", "protest_window", "notice", "2026-06-01 10:00", "2026-06-12 00:00"),
    Window("ak-state", "protest_window", "notice", "2026-10-09 10:00", "2026-10-21 00:00"),
    Window("ak-state", "standstill", "event", "2026-06-01 10:00", "2026-06-12 00:00"),
    Window("az-state", "protest_window", "file_open", "2026-06-01 10:00", "2026-06-12 00:00"),
    Window("az-state", "protest_decision", "event", "2026-06-01 10:00", "2026-06-16 00:00"),
    Window("az-state", "protest_appeal", "receipt", "2026-06-01 10:00", "2026-07-02 00:00"),
    Window("az-school", "protest_window", "file_open", "2026-06-01 10:00", "2026-06-12 00:00"),
    # fourteen calendar days; the last is Juneteenth, a Friday
    Window("ct-state", "protest_window", "known", "2026-06-05 10:00", "2026-06-23 00:00"),
    Window("ct-state", "protest_terms", "known", "2026-06-01 10:00", "2026-06-16 00:00"),
    Window("ct-state", "protest_decision", "event", "2026-06-01 10:00", "2026-07-02 00:00"),
    # ten business days, over Juneteenth
    Window("dc", "protest_window", "known", "2026-06-08 10:00", "2026-06-24 00:00"),
    # seventy-two hours: from Friday to Wednesday; over Memorial Day to Thursday
    Window("fl-state", "protest_window", "posted", "2026-05-15 15:00", "2026-05-20 15:00"),
    Window("fl-state", "protest_window", "posted", "2026-05-22 15:00", "2026-05-28 15:00"),
    Window("fl-state", "protest_terms", "posted", "2026-06-01 09:30", "2026-06-04 09:30"),
    Window("md-state", "protest_window", "known", "2026-06-01 10:00", "2026-06-09 00:00"),
    Window("md-state", "protest_decision", "event", "2026-06-01 10:00", "2026-07-02 00:00"),
    Window("md-state", "protest_appeal", "receipt", "2026-06-01 10:00", "2026-06-12 00:00"),
    Window("ms-state", "protest_window", "known", "2026-06-01 10:00", "2026-06-09 00:00"),
    Window("ms-state", "protest_terms", "known", "2026-06-01 10:00", "2026-06-09 00:00"),
    Window("nj-state", "protest_window", "received", "2026-06-08 10:00", "2026-06-24 00:00"),
    Window("nj-state", "standstill", "event", "2026-06-08 10:00", "2026-06-24 00:00"),
    Window("nm-state", "protest_window", "known", "2026-06-01 10:00", "2026-06-17 00:00"),
    Window("nm-state", "protest_terms", "known", "2026-06-01 10:00", "2026-06-17 00:00"),
    # two weeks; the last day of the second line is Victory Day
    Window("ri-state", "protest_window", "known", "2026-06-01 10:00", "2026-06-16 00:00"),
    Window("ri-state", "protest_window", "known", "2026-07-27 10:00", "2026-08-12 00:00"),
    Window("ri-state", "protest_terms", "known", "2026-06-01 10:00", "2026-06-16 00:00"),
    Window("sc-state", "protest_window", "posted", "2026-06-01 10:00", "2026-06-17 00:00"),
    Window("sc-state", "protest_terms", "posted", "2026-06-01 10:00", "2026-06-17 00:00"),
    Window("sc-state", "standstill", "event", "2026-06-01 10:00", "2026-06-11 00:00"),
    Window("va", "protest_window", "event", "2026-06-01 10:00", "2026-06-12 00:00"),
    Window("va", "protest_decision", "event", "2026-06-01 10:00", "2026-06-12 00:00"),
    Window("va", "protest_appeal", "receipt", "2026-06-01 10:00", "2026-06-12 00:00"),
    Window("va-local", "protest_window", "event", "2026-06-01 10:00", "2026-06-12 00:00"),
]
NOTICES = [
    Notice("ak-state", "rfp", "2026-06-22 14:00", "2026-06-02 00:00"),
    Notice("ak-state", "ifb", "2026-06-22 14:00", "2026-06-02 00:00"),
    Notice("az-school", "rfp", "2026-06-22 14:00", "2026-06-09 00:00"),
    Notice("az-state", "rfp", "2026-06-22 14:00", "2026-06-09 00:00"),
    Notice("ca-school", "rfp", "2026-06-22 14:00", "2026-06-09 00:00"),
    Notice("ct-state", "rfp", "2026-06-22 14:00", "2026-06-18 00:00"),
    Notice("dc", "rfp", "2026-06-22 14:00", "2026-06-02 00:00"),
    Notice("dc", "ifb", "2026-06-22 14:00", "2026-06-09 00:00"),
    Notice("fl-state", "rfp", "2026-06-22 14:00", "2026-06-13 00:00"),
    Notice("md-school", "ifb", "2026-06-22 14:00", "2026-06-09 00:00"),
    Notice("ms-state", "rfp", "2026-06-30 14:00", "2026-06-01 00:00"),
    Notice("ms-state", "ifb", "2026-06-22 14:00", "2026-06-12 00:00"),
    Notice("nj-state", "rfp", "2026-06-29 14:00", "2026-06-18 00:00"),  # over Juneteenth
    Notice("nm-state", "rfp", "2026-06-22 14:00", "2026-06-13 00:00"),
    Notice("ri-state", "rfp", "2026-06-22 14:00", "2026-06-16 00:00"),
    Notice("tx-local", "ifb", "2026-06-22 14:00", "2026-06-08 00:00"),  # before the 14th day before
    Notice("tx-school", "rfp", "2026-06-22 14:00", "2026-06-09 00:00"),
    Notice("va", "rfp", "2026-06-22 14:00", "2026-06-13 00:00"),
    Notice("va-local", "ifb", "2026-06-22 14:00", "2026-06-13 00:00"),
]
TERMS = [
    ("ak-state", "2026-06-22 14:00", "2026-06-13 00:00"),  # ten days before proposals are due
    ("ak-state", "2026-02-03 14:00", "2026-01-25 00:00"),  # a Saturday is in time, too
    ("nj-state", "2026-06-29 14:00", "2026-06-18 00:00"),  # seven business days, over Juneteenth
]
REFERENCE = [
    ("AK", "ak-state", "minimum_notice", "rfp_notice_days"),
    ("AK", "ak-state", "protest_window", "protest_award"),
    ("AK", "ak-state", "protest_terms", "protest_terms"),
    ("CT", "ct-state", "minimum_notice", "rfp_notice_days"),
    ("CT", "ct-state", "protest_window", "protest_award"),
    ("CT", "ct-state", "protest_terms", "protest_terms"),
    ("CT", "ct-state", "protest_decision", "protest_decision_days"),
    ("DC", "dc", "minimum_notice", "rfp_notice_days"),
    ("DC", "dc", "protest_window", "protest_award"),
    ("DC", "dc", "protest_decision", "protest_decision_days"),
    ("FL", "fl-state", "minimum_notice", "rfp_notice_days"),
    ("FL", "fl-state", "protest_window", "protest_award"),
    ("FL", "fl-state", "protest_terms", "protest_terms"),
    ("MD", "md-state", "protest_window", "protest_award"),
    ("MS", "ms-state", "minimum_notice", "rfp_notice_days"),
    ("MS", "ms-state", "protest_window", "protest_award"),
    ("NJ", "nj-state", "minimum_notice", "rfp_notice_days"),
    ("NJ", "nj-state", "protest_window", "protest_award"),
    ("NJ", "nj-state", "protest_terms", "protest_terms"),
    ("NM", "nm-state", "minimum_notice", "rfp_notice_days"),
    ("NM", "nm-state", "protest_window", "protest_award"),
    ("NM", "nm-state", "protest_terms", "protest_terms"),
    ("RI", "ri-state", "minimum_notice", "rfp_notice_days"),
    ("RI", "ri-state", "protest_window", "protest_award"),
    ("RI", "ri-state", "protest_terms", "protest_terms"),
    ("SC", "sc-state", "protest_window", "protest_award"),
    ("SC", "sc-state", "protest_terms", "protest_terms"),
]
STAYS = {
    "ak-state": "none", "az-state": "determination", "ct-state": "none",
    "dc": "automatic", "fl-state": "automatic", "ms-state": "automatic", "nj-state": "automatic",
    "nm-state": "automatic", "ri-state": "automatic", "sc-state": "automatic", "va": "automatic",
}  # fmt: skip


def law(profile: str, procedure: str = "rfp") -> Law:
    """Return the rules of a shipped profile as they stand for one procedure."""
    return builders.jurisdiction(profile, own_zone=True).law_for(procedure)


def at(held: Law, text: str) -> datetime:
    """Return the instant at which the agency's clocks show a time."""
    return held.instant(datetime.fromisoformat(text))


def rules(profile: Profile) -> list[Rule]:
    """Return every rule of a profile, for each procedure."""
    resolved: list[Rule] = []
    for name in profile.rules:
        for procedure in ("rfp", "ifb"):
            resolved.append(resolve(profile.rules, name, procedure))
    return resolved


# --- the files themselves ----------------------------------------------------------------------


def test_the_states_that_the_data_carries_ship_with_their_local_levels() -> None:
    assert {*STATES, *LOCAL} <= set(NAMES)


@pytest.mark.parametrize("name", FILES.names())
def test_a_shipped_file_has_no_flaw_and_repeats_nothing(name: str) -> None:
    path = FILES.path(name)
    assert path is not None
    flaws = FILES.check(path)
    if name in NAMES:
        assert flaws == []
    assert not [flaw for flaw in flaws if "is the same in" in str(flaw)]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_not_known_says_so_and_what_is_known_does_not(name: str) -> None:
    for rule in rules(builders.profile(name)):
        says_unknown = bool(rule.note and rule.note.startswith("Not known"))
        if rule.number_unknown:
            assert rule.strength == "determination", rule.name
            assert says_unknown, rule.name
        if rule.length is not None:
            assert not says_unknown, rule.name


@pytest.mark.parametrize("name", NAMES)
def test_the_text_of_another_body_only_warns(name: str) -> None:
    for rule in rules(builders.profile(name)):
        if rule.twin:
            assert rule.strength == "warn", rule.name
    if name == "az-state":
        others = [rule for rule in rules(builders.profile(name)) if "R7-2-" in (rule.cite or "")]
        assert others
        assert all(rule.twin for rule in others)


@pytest.mark.parametrize("name", [*STATES, "sc-state"])
def test_a_state_says_what_a_protest_stays(name: str) -> None:
    assert law(name).rule("stay").mode == STAYS[name]


@pytest.mark.parametrize(("state", "name", "rule", "key"), REFERENCE)
def test_a_number_is_that_of_the_data(
    shared: Path, state: str, name: str, rule: str, key: str
) -> None:
    known = entry(shared, state)[key]
    held = law(name).rule(rule)
    assert held.length is not None
    unit = known["unit"]
    if unit == "calendar_weeks":
        assert (held.length.number, held.length.unit) == (known["value"], "weeks")
    elif unit == "hours":
        assert (held.length.number, held.length.unit) == (known["value"], "hours")
    else:
        count = "business" if unit.startswith("business") else "calendar"
        assert (held.length.number, held.length.unit) == (known["value"], "days")
        assert held.length.count == count
    if unit.endswith("before_due"):
        assert held.mode == "before_due"
    assert held.cite is not None
    assert held.cite.partition("(")[0] in known["source"]


def entry(shared: Path, state: str) -> dict[str, Any]:
    """Return what the data says of a state."""
    text = (shared / "data" / "state-rules.yaml").read_text(encoding="utf-8")
    entries = read("states:\n" + text, "state-rules.yaml").value["states"]
    (of_state,) = (item for item in entries if item["code"] == state)
    return dict(of_state)


# --- each number at its second -----------------------------------------------------------------


@pytest.mark.parametrize("row", WINDOWS, ids=lambda row: f"{row.profile}-{row.rule}-{row.since}")
def test_a_window_is_open_until_its_last_second(row: Window) -> None:
    held = law(row.profile)
    window = held.window(row.rule, {row.event: at(held, row.since)})
    assert window is not None
    over = at(held, row.over)
    assert window.at == over
    assert (over - SECOND < window.at) is True
    assert held.window(row.rule, {"nothing": over}) is None


@pytest.mark.parametrize("row", NOTICES, ids=lambda row: f"{row.profile}-{row.procedure}-{row.due}")
def test_notice_is_long_enough_until_its_last_second(row: Notice) -> None:
    held = law(row.profile, row.procedure)
    due, late = at(held, row.due), at(held, row.too_late)
    assert held.time_enough("minimum_notice", late - SECOND, due) is True
    assert held.time_enough("minimum_notice", late, due) is False


@pytest.mark.parametrize(("name", "due", "over"), TERMS)
def test_terms_are_protested_so_long_before_proposals_are_due(
    name: str, due: str, over: str
) -> None:
    held = law(name)
    assert held.rule("protest_terms").mode == "before_due"
    assert held.latest_start("protest_terms", at(held, due)) == at(held, over)


@pytest.mark.parametrize("name", ["az-school", "az-state", "dc", "md-state"])
def test_terms_are_protested_until_proposals_are_due(name: str) -> None:
    rule = law(name).rule("protest_terms")
    assert (rule.mode, rule.length) == ("before_due", None)


def test_virginias_window_is_the_later_of_the_award_and_the_access_to_records() -> None:
    held = law("va")
    award, access = at(held, "2026-06-01 10:00"), at(held, "2026-06-10 09:00")
    window = held.window("protest_window", {"event": award, "access": access})
    assert window is not None
    assert (window.at, window.event) == (at(held, "2026-06-23 00:00"), "access")  # 19 June: closed


@pytest.mark.parametrize(
    ("name", "rule", "since", "over"),
    [
        # Florida: notice in 72 hours, the petition ten calendar days after the notice
        ("fl-state", "protest_window", "2026-05-15 15:00", "2026-05-20 15:00"),
        # South Carolina: notice in seven business days of the posting
        ("sc-state", "protest_window", "2026-06-01 10:00", "2026-06-11 00:00"),
    ],
)
def test_a_protest_of_two_steps_begins_with_a_notice(
    name: str, rule: str, since: str, over: str
) -> None:
    held = law(name)
    first, _ = held.rule(rule).steps
    assert first.step == "notice"
    assert first.length is not None
    begun = at(held, since)
    assert workdays.length_end(begun, first.length, held.calendar) == at(held, over)


@pytest.mark.parametrize(
    ("name", "since", "over"),
    [
        ("fl-state", "2026-05-20 14:00", "2026-06-02 00:00"),  # the tenth day is a Saturday
        ("sc-state", "2026-06-01 10:00", "2026-06-17 00:00"),
    ],
)
def test_a_protest_of_two_steps_ends_with_a_petition(name: str, since: str, over: str) -> None:
    held = law(name)
    _, second = held.rule("protest_window").steps
    assert second.step == "petition"
    assert second.length is not None
    begun = at(held, since)
    assert workdays.length_end(begun, second.length, held.calendar) == at(held, over)
    assert second.runs_from == ("notice_filed" if name == "fl-state" else "posted")


def protested(case: CaseFile, now: str, **fields: Any) -> CaseFile:
    """Return a case with what Zenith files against the award, as Florida takes it."""
    form = FileProtest(against="award", grounds="Our price was read from the wrong page", **fields)
    return file_protest(case, form, builders.at(now), builders.law("fl-state"), builders.ZENITH)


@pytest.mark.parametrize(
    ("now", "defects"), [("2026-06-26 09:59:59", ()), ("2026-06-26 10:00", ("late",))]
)
def test_floridas_notice_is_in_time_for_72_hours_1_dates_10(
    now: str, defects: tuple[str, ...]
) -> None:
    case = protested(builders.intended(now="2026-06-23 10:00"), now)
    (protest,) = case.all(Protest)
    assert protest.defects == defects
    assert protest.petition_due == builders.at("2026-07-07 00:00")  # ten days: Monday, 6 July


@pytest.mark.parametrize(
    ("now", "defects"), [("2026-07-06 23:59:59", ()), ("2026-07-07 00:00", ("late_petition",))]
)
def test_floridas_petition_completes_the_notice_within_ten_days_1_dates_10(
    now: str, defects: tuple[str, ...]
) -> None:
    case = protested(builders.intended(now="2026-06-23 10:00"), "2026-06-26 09:00")
    case = protested(
        case,
        now,
        name="Zenith Seating",
        address="2 Mill Road, Tampa",
        signature="B. Birch, owner",
        relief="Rank the offers again",
        documents_note="Page 3 of our offer",
        bond="Surety bond 12 of Tidewater Casualty",
        bond_amount="5000.00",
    )
    (protest,) = case.all(Protest)
    assert protest.petitioned_at is not None
    assert protest.defects == defects


def test_floridas_petition_comes_with_a_bond() -> None:
    _, petition = law("fl-state").rule("protest_window").steps
    assert petition.bond is not None
    assert petition.bond.percent == 1


# --- figures by kind of case -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "rule", "facts", "days"),
    [
        ("ak-state", "standstill", {"subject": "construction"}, 5),
        ("ak-state", "standstill", {"subject": "goods"}, 10),
        ("ct-state", "minimum_notice", {"amount": 100_000}, None),
        ("ct-state", "minimum_notice", {"amount": 100_001}, 5),
        ("ct-state", "minimum_notice", {}, 5),
        ("fl-state", "minimum_notice", {"subject": "construction", "amount": 500_001}, 30),
        ("fl-state", "minimum_notice", {"subject": "construction", "amount": 500_000}, 21),
        ("fl-state", "minimum_notice", {"subject": "construction", "amount": 200_000}, 10),
        ("fl-state", "minimum_notice", {"subject": "goods", "amount": 900_000}, 10),
        ("fl-local", "minimum_notice", {"subject": "construction", "amount": 500_001}, 30),
        ("fl-local", "minimum_notice", {"subject": "goods"}, None),
        ("sc-state", "standstill", {"amount": 100_000}, 0),
        ("sc-state", "standstill", {"amount": 100_001}, 7),
    ],
)
def test_a_figure_depends_on_the_kind_of_case(
    name: str, rule: str, facts: dict[str, Any], days: int | None
) -> None:
    held = builders.jurisdiction(name, own_zone=True)
    assert held.law_for("rfp", Circumstances(**facts)).rule(rule).days == days


def test_a_conference_near_the_due_date_leaves_time_to_protest_alaskas_terms_until_then() -> None:
    held = builders.jurisdiction("ak-state", own_zone=True)
    for before, days in ((12, 0), (13, 10), (None, 10)):
        rule = held.law_for("rfp", Circumstances(conference_before=before)).rule("protest_terms")
        assert (rule.mode, rule.days) == ("before_due", days)


def test_a_case_knows_how_long_before_the_due_date_its_conference_is() -> None:
    case = builders.published()
    assert circumstances(case).conference_before is None
    case = builders.amended(case, conference_at=builders.wall("2026-06-08 17:00"))
    assert circumstances(case).conference_before == 7  # due on the 15th at two
    case = builders.amended(case, proposals_due=builders.wall("2026-06-29 14:00"))
    assert circumstances(case).conference_before == 21


def test_mississippis_construction_has_fifteen_working_days_after_the_last_notice() -> None:
    held = builders.jurisdiction("ms-state", own_zone=True)
    large = Circumstances(amount=Decimal(50_001), subject="construction")
    rule = held.law_for("ifb", large).rule("minimum_notice")
    assert (rule.days, rule.count, rule.runs_from) == (15, "business", "last_insertion")
    assert held.law_for("rfp", large).rule("minimum_notice").days == 30
    assert held.law_for("ifb").rule("minimum_notice").days == 7


@pytest.mark.parametrize(
    ("name", "day", "closed"),
    [
        ("ak-state", "2026-10-12", False),  # AS 44.12.010 names no Columbus Day
        ("ak-state", "2026-03-30", True),  # Seward's Day
        ("dc", "2026-04-16", True),  # Emancipation Day
        ("fl-state", "2026-11-27", True),
        ("ms-state", "2026-04-27", True),
        ("ms-state", "2026-06-19", False),
        ("nj-local", "2027-11-02", True),  # Election Day, every year
        ("nj-state", "2026-11-03", True),
        ("ri-state", "2026-05-04", True),
        ("ri-state", "2026-07-03", False),  # Saturday, 4 July: kept on the Monday
        ("ri-state", "2026-07-06", True),
        ("ri-state", "2026-08-10", True),
        ("sc-state", "2026-05-11", False),
        ("sc-state", "2026-10-12", False),
        ("sc-state", "2026-11-27", True),
        ("sc-state", "2029-05-10", True),
        ("sc-state", "2029-12-26", True),
        ("va-local", "2026-11-27", True),
    ],
)
def test_a_state_keeps_the_holidays_of_its_own_list(name: str, day: str, closed: bool) -> None:
    calendar = builders.jurisdiction(name, own_zone=True).calendar
    assert calendar.is_working(date.fromisoformat(day)) is not closed


@pytest.mark.parametrize("name", ["va-local", "fl-state", "tx-school", "neutral"])
def test_federal_money_brings_the_uniform_guidance_over_every_state(name: str) -> None:
    profile = builders.profile(name)
    held = replace(
        builders.jurisdiction(name, own_zone=True), overlays=tuple(FILES.overlays(profile))
    )
    without, with_money = held.law_for("rfp"), held.law_for("rfp", Circumstances(funding="federal"))
    assert not without.rule("retention").known
    assert with_money.rule("retention").years == 3
    assert with_money.rule("retention").origin.startswith("Uniform Guidance")
    clauses = with_money.rule("federal_clauses").items
    assert len(clauses) == 12
    assert [item.id for item in clauses if item.when is None] == [
        *("inventions", "debarment", "recovered_materials", "telecommunications"),
        "domestic_preference",
    ]
    assert with_money.rule("minimum_notice") == without.rule("minimum_notice")


def test_mississippis_services_are_advertised_in_four_ways() -> None:
    held = builders.jurisdiction("ms-state", own_zone=True)
    services = held.law_for("rfp", Circumstances(subject="services")).rule("advertising")
    assert [channel.kind for channel in services.channels] == [
        "newspaper", "posting", "portal", "direct",
    ]  # fmt: skip
    assert {channel.first_before_days for channel in services.channels} == {30}
    bids = held.law_for("ifb").rule("advertising")
    assert [(channel.times, channel.apart_days) for channel in bids.channels] == [(2, 7)]


def test_texas_notice_is_published_before_the_fourteenth_day_before() -> None:
    (city,) = law("tx-local").rule("advertising").channels
    (school,) = law("tx-school").rule("advertising").channels
    assert (city.times, city.first_before_days, city.strictly) == (2, 14, True)
    assert (school.times, school.first_before_days, school.strictly) == (2, 14, False)


def test_new_jerseys_localities_take_no_bids_on_mondays_or_after_holidays() -> None:
    rule = law("nj-local").rule("forbidden_due_days")
    assert (rule.weekdays, rule.after_holiday) == (("Monday",), True)

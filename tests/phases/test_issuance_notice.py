"""Advertisements with their proof, and conferences held as they were announced."""

from datetime import date

import pytest

from solicitation_flow.casefile import CaseFile
from solicitation_flow.forms import check
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.amendments import dates
from solicitation_flow.phases.issuance import advertisements, conferences, publication
from solicitation_flow.records.issuance import (
    CAUTION,
    Advertisement,
    Conference,
    Listed,
    Publication,
)
from tests.phases import builders, preparing

LAW = builders.law()
OPENED_AT = builders.at(builders.OPENED_AT)
TWICE = preparing.ruled(advertising={}, repeat_ads={"number": 2, "days": 7})


def advertised(case: CaseFile, *days: str, proof: bool = False) -> CaseFile:
    for day in days:
        words = {"medium": "The Gazette", "published_on": day}
        paper = {"proof": builders.attachment().model_dump()} if proof else {}
        form = check(advertisements.RecordAdvertisement, "record_advertisement", {**words, **paper})
        case = advertisements.record_advertisement(case, form, OPENED_AT, builders.MARIA)
    return case


# --- insertions ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "objects"),
    [
        (("2026-06-01", "2026-06-08"), False),
        (("2026-06-01", "2026-06-07"), True),
        (("2026-06-07", "2026-06-14"), False),
        (("2026-06-08", "2026-06-15"), True),  # proposals are due that day
        (("2026-06-01", "2026-06-03", "2026-06-08"), False),
        (("2026-06-01",), True),
        ((), True),
    ],
)
def test_insertions_lie_a_week_apart_and_before_the_due_date(
    days: tuple[str, ...], objects: bool
) -> None:
    case = advertised(preparing.published(), *days)
    objection = advertisements.advertised_enough(case, OPENED_AT, TWICE)
    assert bool(objection) is objects
    if objection and objection.clears:
        case = preparing.obeyed(case, objection, OPENED_AT)
        assert advertisements.advertised_enough(case, OPENED_AT, TWICE) is None


def test_an_insertion_still_to_come_does_not_count_yet() -> None:
    case, early = advertised(preparing.published(), "2026-06-01", "2026-06-08"), "2026-06-07 12:00"
    assert advertisements.advertised_enough(case, builders.at(early), TWICE)
    assert advertisements.advertised_enough(case, builders.at("2026-06-08 00:00"), TWICE) is None


@pytest.mark.parametrize(
    ("number", "published", "missing"),
    [
        (3, (), ["2026-06-01", "2026-06-02", "2026-06-03"]),
        (3, ("2026-06-04",), ["2026-06-05", "2026-06-06"]),
        (3, ("2026-06-04", "2026-06-05"), ["2026-06-06"]),
        (1, (), ["2026-06-01"]),
    ],
)
def test_just_as_many_insertions_are_proposed_as_are_missing(
    number: int, published: tuple[str, ...], missing: list[str]
) -> None:
    law = preparing.ruled(advertising={}, repeat_ads={"number": number, "days": 1})
    case = advertised(preparing.published(), *published)
    objection = advertisements.advertised_enough(case, OPENED_AT, law)
    assert objection is not None
    assert [remedy.fields["published_on"] for remedy in objection.clears] == missing
    case = preparing.obeyed(case, objection, OPENED_AT)
    assert advertisements.advertised_enough(case, OPENED_AT, law) is None


@pytest.mark.parametrize(("number", "owed"), [(0, 1), (1, 1), (2, 2), (3, 3)])
def test_every_insertion_that_is_required_is_owed_and_one_where_newspapers_are_listed(
    number: int, owed: int
) -> None:
    law = preparing.ruled(advertising={}, repeat_ads={"number": number, "days": 7})
    case = preparing.published()
    assert len(list(advertisements.owes_advertisements(case, law))) == owed
    listed = case.one(Publication)
    unlisted = case.file(listed.evolve(newspapers=()))
    assert len(list(advertisements.owes_advertisements(unlisted, law))) == number


def test_where_none_is_required_none_is_missing() -> None:
    law = preparing.ruled(advertising={}, repeat_ads={"number": 0})
    assert advertisements.advertised_enough(preparing.published(), OPENED_AT, law) is None


def test_where_there_was_no_time_for_another_insertion_nothing_can_be_added() -> None:
    case = advertised(preparing.published(), "2026-06-10")
    objection = advertisements.advertised_enough(case, OPENED_AT, TWICE)
    assert objection is not None
    assert objection.clears == ()


def test_a_jurisdiction_without_a_rule_asks_for_none_and_one_that_does_not_know_asks() -> None:
    case = preparing.published()
    assert advertisements.advertised_enough(case, OPENED_AT, builders.without("repeat_ads")) is None
    for unknown in ({"number": None}, {"number": 2, "days": None}):
        law = preparing.ruled(advertising={}, repeat_ads=unknown)
        objection = advertisements.advertised_enough(case, OPENED_AT, law)
        assert objection is not None
        assert objection.unknown


def test_one_insertion_is_enough_where_one_is_asked_for() -> None:
    once = preparing.ruled(advertising={}, repeat_ads={"number": 1})
    objection = advertisements.advertised_enough(preparing.published(), OPENED_AT, once)
    assert objection is not None
    assert objection.clears[0].fields == {"published_on": "2026-06-01"}
    case = preparing.obeyed(preparing.published(), objection, OPENED_AT)
    assert advertisements.advertised_enough(case, OPENED_AT, once) is None


def test_the_same_insertion_again_adds_its_proof_and_keeps_its_number() -> None:
    case = advertised(preparing.published(), "2026-06-01", "2026-06-08")
    case = advertised(case, "2026-06-01", proof=True)
    case = advertised(case, "2026-06-01")
    assert [
        (advertisement.number, advertisement.proof) for advertisement in case.all(Advertisement)
    ] == [
        (1, "paper.pdf"),
        (2, ""),
    ]


# --- proof --------------------------------------------------------------------------------------


def test_every_insertion_is_proved_or_an_affidavit_proves_them_all() -> None:
    case = advertised(preparing.published(), "2026-06-01", "2026-06-08")
    objection = advertisements.proof_of_publication(case)
    assert objection is not None
    assert objection.facts["unproved"] == [1, 2]
    assert advertisements.proof_of_publication(preparing.obeyed(case, objection)) is None
    case = advertised(case, "2026-06-01", proof=True)
    assert advertisements.proof_of_publication(case)
    assert advertisements.proof_of_publication(advertised(case, "2026-06-08", proof=True)) is None


def test_without_any_insertion_something_must_show_the_posting() -> None:
    objection = advertisements.proof_of_publication(preparing.published())
    assert objection is not None
    assert "shows that it was published" in objection.says
    assert (
        advertisements.proof_of_publication(preparing.obeyed(preparing.published(), objection))
        is None
    )


def test_insertions_and_their_proofs_are_owed_by_the_due_date() -> None:
    case = preparing.published()
    assert len(list(advertisements.owes_advertisements(case, TWICE))) == 2
    (owed,) = advertisements.owes_advertisements(case, preparing.ruled(advertising={}))
    assert owed.due_at == builders.at(builders.DUE)
    case = advertised(case, "2026-06-01", "2026-06-08")
    assert all(
        "file the proof" in owes_advertisement.says
        for owes_advertisement in advertisements.owes_advertisements(case, TWICE)
    )
    case = preparing.obeyed(case, advertisements.proof_of_publication(case))
    assert list(advertisements.owes_advertisements(case, TWICE)) == []
    assert list(advertisements.owes_advertisements(builders.opened(), TWICE)) == []


# --- conferences --------------------------------------------------------------------------------

MEETING = "2026-06-05 10:00"


def announced(mandatory: str = "yes") -> CaseFile:
    return preparing.published(
        conference_at=MEETING, conference_place="Board room", conference_mandatory=mandatory
    )


def holding(**fields: str) -> conferences.HoldConference:
    words = {"attendees": "acme", "minutes": "Seating alone? An amendment will say.", **fields}
    filled = {"suppliers": builders.SUPPLIERS}
    return check(conferences.HoldConference, "hold_conference", {**words, **filled}, filled=True)


def test_a_conference_is_on_file_as_announced_with_who_came_and_a_caution() -> None:
    case = announced()
    now = builders.at("2026-06-05 12:00")
    case = conferences.hold_conference(case, holding(), now, LAW, builders.MARIA)
    held = case.one(Conference)
    assert (held.held_at, held.place, held.mandatory) == (builders.at(MEETING), "Board room", True)
    assert (held.attendees, held.caution, held.version) == (("acme",), CAUTION, 1)
    case = conferences.hold_conference(case, holding(), now, LAW, builders.MARIA)
    assert case.one(Conference).version == 2


def test_who_came_is_told_of_everything_from_then_on() -> None:
    form = holding(attendees="acme,orion")
    now = builders.at("2026-06-05 12:00")
    case = conferences.hold_conference(announced(), form, now, LAW, builders.MARIA)
    assert case.one(Listed, "suppliers/orion").why == "attended"
    assert list(publication.followers(case))[-1] == "supplier:orion"


@pytest.mark.parametrize(
    ("now", "held_at", "objects"),
    [
        ("2026-06-05 09:59:59", None, True),
        ("2026-06-05 10:00:00", None, False),
        ("2026-06-05 12:00:00", "2026-06-05 09:59", True),
        ("2026-06-05 12:00:00", "2026-06-05 10:20", False),
        ("2026-06-05 12:00:00", "2026-06-05 12:01", True),
        ("2026-06-08 12:00:00", "2026-06-06 10:00", True),
    ],
)
def test_a_conference_is_held_when_everybody_was_told(
    now: str, held_at: str | None, objects: bool
) -> None:
    case, form = announced(), holding(**({"held_at": held_at} if held_at else {}))
    instant = builders.at(now)
    objection = conferences.conference_was_announced(case, form, instant, LAW)
    assert bool(objection) is objects
    if objection and objection.earliest:
        assert conferences.conference_was_announced(case, form, objection.earliest, LAW) is None
    elif objection:
        form = preparing.again(form, objection)
        assert conferences.conference_was_announced(case, form, instant, LAW) is None


def test_one_that_nobody_announced_is_announced_by_amendment_first() -> None:
    case, now = preparing.published(), builders.at("2026-06-05 12:00")
    objection = conferences.conference_was_announced(case, holding(), now, LAW)
    assert objection is not None
    case = preparing.obeyed(case, objection, now)
    waiting = conferences.conference_was_announced(case, holding(), now, LAW)
    assert waiting is not None
    assert waiting.earliest == builders.at("2026-06-08 10:00")
    assert conferences.conference_was_announced(case, holding(), waiting.earliest, LAW) is None


def test_a_time_no_clock_shows_is_said_to_be_none() -> None:
    case = announced()
    case = case.file(case.one(Publication).evolve(conference_at=builders.at("2027-03-14 01:30")))
    form, now = holding(held_at="2027-03-14 02:30"), builders.at("2027-03-14 12:00")
    objection = conferences.conference_was_announced(case, form, now, LAW)
    assert objection is not None
    assert "does not exist" in objection.says


def test_an_amendment_moves_a_conference_and_keeps_what_it_does_not_say() -> None:
    case = preparing.amended(announced(), conference_at="2026-06-08 11:00")
    now = builders.at("2026-06-08 12:00")
    case = conferences.hold_conference(case, holding(), now, LAW, builders.MARIA)
    held = case.one(Conference)
    assert held.held_at == builders.at("2026-06-08 11:00")
    assert (held.place, held.mandatory) == ("Board room", True)
    case = preparing.amended(case, conference_mandatory="no")
    case = conferences.hold_conference(case, holding(), now, LAW, builders.MARIA)
    assert case.one(Conference).mandatory is False


def test_attendees_are_suppliers_the_register_knows() -> None:
    form = holding(attendees="acme,acmee")
    objection = conferences.attendees_are_known(form)
    assert objection is not None
    assert objection.facts["unknown"] == ["acmee"]
    assert conferences.attendees_are_known(preparing.again(form, objection)) is None
    assert conferences.attendees_are_known(holding(attendees="")) is None


def test_a_conference_announced_is_owed_until_it_is_on_file() -> None:
    (owed,) = conferences.owes_conference(announced())
    assert owed.due_at == builders.at(MEETING)
    now = builders.at("2026-06-05 12:00")
    case = conferences.hold_conference(announced(), holding(), now, LAW, builders.MARIA)
    assert list(conferences.owes_conference(case)) == []
    moved = preparing.amended(case, conference_at="2026-06-09 11:00")
    assert len(list(conferences.owes_conference(moved))) == 1
    assert list(conferences.owes_conference(preparing.published())) == []


# --- the media the law names (law audit A: "issuance/stated, advertisements") ---------------------

NEWSPAPER: dict[str, object] = {"kind": "newspaper", "first_before_days": 14}
HAWAII: dict[str, object] = {
    "kind": "newspaper",
    "times": 2,
    "apart_days": 7,
    "first_before_days": 14,
}
STRICT: dict[str, object] = {**NEWSPAPER, "strictly": True}
PORTAL: dict[str, object] = {"kind": "portal", "name": "eVA"}


def channels(*named: dict[str, object], enough: str = "all") -> Law:
    return preparing.ruled(advertising={"channels": list(named), "enough": enough})


@pytest.mark.parametrize(
    ("law", "days", "objects"),
    [
        (channels(NEWSPAPER), ("2026-06-14",), True),  # the day before proposals are due
        (channels(NEWSPAPER), ("2026-06-02",), True),
        (channels(NEWSPAPER), ("2026-06-01",), False),
        (channels(STRICT), ("2026-06-01",), True),  # before the fourteenth day before
        (channels(STRICT), ("2026-05-31",), False),
        (channels(HAWAII), ("2026-06-01", "2026-06-07"), True),
        (channels(HAWAII), ("2026-06-01", "2026-06-08"), False),
        (channels(HAWAII), ("2026-06-02", "2026-06-09"), True),
        (channels(NEWSPAPER, PORTAL), ("2026-06-01",), True),
        (channels(NEWSPAPER, PORTAL, enough="any"), ("2026-06-01",), False),
        (channels(NEWSPAPER, PORTAL, enough="any"), (), True),
    ],
)
def test_each_required_medium_is_early_enough_insertion_by_insertion(
    law: Law, days: tuple[str, ...], objects: bool
) -> None:
    case = advertised(preparing.published(), *days)
    objection = advertisements.advertised_as_required(case, OPENED_AT, law)
    assert bool(objection) is objects
    assert advertisements.advertised_enough(case, OPENED_AT, law) is None  # one rule is enough


def test_a_refusal_names_the_medium_and_the_day_and_that_clears_it() -> None:
    case, law = preparing.published(), channels(PORTAL)
    objection = advertisements.advertised_as_required(case, OPENED_AT, law)
    assert objection is not None
    assert objection.says == "required: 1 insertion in eVA; what is on file does not come to that"
    assert objection.clears[0].fields == {"kind": "portal", "published_on": "2026-06-01"}
    case = preparing.obeyed(case, objection, OPENED_AT)
    assert advertisements.advertised_as_required(case, OPENED_AT, law) is None


def test_the_duty_to_advertise_falls_due_by_the_lead_time() -> None:
    (owed,) = advertisements.owes_advertisements(preparing.published(), channels(NEWSPAPER))
    assert owed.says.startswith("advertise: 1 insertion in a newspaper, the first at least 14 days")
    assert owed.due_at == builders.at("2026-06-02 00:00")  # the end of 1 June


def test_a_due_date_that_leaves_no_time_to_advertise_is_refused_before_it_is_published() -> None:
    case, law = preparing.approved(preparing.described()), channels(HAWAII)
    form = preparing.publishing(proposals_due="2026-06-12 14:00")
    objection = dates.time_to_advertise(case, form, builders.at("2026-06-01 09:00"), law)
    assert objection is not None
    assert objection.facts["earliest"] == date(2026, 6, 15)
    later = preparing.publishing(proposals_due="2026-06-15 14:00")
    assert dates.time_to_advertise(case, later, builders.at("2026-06-01 09:00"), law) is None


NO_BID_DAYS = {"weekdays": ["Monday"], "after_holiday": True}


@pytest.mark.parametrize(
    ("due", "says"),
    [
        ("2026-06-15 14:00", "Monday, 2026-06-15: it is a Monday"),
        ("2026-06-16 14:00", ""),
        ("2026-07-06 14:00", "it is a Monday"),
        ("2026-09-08 14:00", "it is the day after a holiday"),  # Labor Day is the 7th
    ],
)
def test_nothing_is_due_on_a_day_on_which_the_law_lets_nothing_be_due(due: str, says: str) -> None:
    """Findings real-cases 1-dates/11, holdouts "Dates": New Jersey's no-bid days."""
    case, law = (
        preparing.approved(preparing.described()),
        preparing.ruled(forbidden_due_days=NO_BID_DAYS),
    )
    form, now = preparing.publishing(proposals_due=due), builders.at("2026-05-20 09:00")
    objection = dates.due_day_allowed(case, form, now, law)
    assert bool(objection) is bool(says)
    if objection:
        assert says in objection.says
        again = preparing.publishing(**dict(objection.clears[0].fields))
        assert dates.due_day_allowed(case, again, now, law) is None

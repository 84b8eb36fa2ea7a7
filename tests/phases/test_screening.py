"""Offers found responsive or not, questions about them, cures, and the end of the screening."""

from datetime import timedelta
from typing import Any

import pytest

from solicitation_flow import scoring
from solicitation_flow.casefile import CaseFile
from solicitation_flow.errors import BadFields
from solicitation_flow.forms import check
from solicitation_flow.phases.award import exclusions, intents, responsible_firms
from solicitation_flow.phases.evaluation import (
    clarifications,
    cures,
    offers,
    prices,
    responsiveness,
    screening,
    sheets,
)
from solicitation_flow.records.amendments import Acknowledgment
from solicitation_flow.records.award import Ending
from solicitation_flow.records.evaluation import (
    Clarification,
    CureRequest,
    Responsiveness,
    Screening,
)
from solicitation_flow.records.issuance import Conference
from solicitation_flow.records.offers import NO_LOT
from tests.phases import builders
from tests.phases.judging import (
    DUE,
    JOE,
    LAW,
    NOW,
    again,
    curing,
    finding,
    found,
    obeyed,
    rejected,
    rejecting,
    sheet,
    to_cure,
)

CURE_DUE = builders.at(DUE)
TICK = timedelta(microseconds=1)


# --- which offer, and whether it stands ---------------------------------------------------------


def test_only_an_opened_offer_is_looked_into() -> None:
    case = builders.evaluated()
    assert offers.offer_stands(case, finding("acme")) is None
    objection = offers.offer_stands(case, finding("orion"))
    assert offers.offer_stands(case, again(finding("orion"), objection)) is None
    nothing = offers.offer_stands(builders.published(), finding("acme"))
    assert nothing is not None
    assert nothing.clears == ()
    check_form = exclusions.CheckExclusions(
        offeror="orion", stage="screening", sam="clear", state_list="clear"
    )
    objection = offers.offer_stands(case, check_form)
    assert objection is not None
    assert [remedy.command for remedy in objection.clears] == [""]  # the command at hand


def test_a_nonresponsive_offer_can_be_looked_at_again_and_is_not_scored_meanwhile() -> None:
    case = rejected(builders.evaluated(), "zenith")
    assert offers.offer_stands(case, finding("zenith")) is None
    form = builders.scoring_form("zenith")
    assert sheets.offer_was_opened(case, form, builders.BEN) is None
    objection = offers.offer_is_responsive(case, form, builders.BEN)
    assert objection is not None
    assert "There is none among the papers" in objection.says
    assert [remedy.who for remedy in objection.clears] == ["ben"]
    assert offers.offer_is_responsive(case, again(form, objection), builders.BEN) is None
    case = found(case, "zenith")
    assert offers.offer_is_responsive(case, form, builders.BEN) is None
    assert case.one(Responsiveness, "zenith").version == 2


def test_with_no_finding_at_all_every_opened_offer_is_judged() -> None:
    case = builders.evaluated()
    assert scoring.offerors(case) == scoring.opened(case) == ["acme", "zenith"]
    form = builders.scoring_form("acme")
    assert offers.offer_is_responsive(case, form, builders.BEN) is None


# --- responsive, or not -------------------------------------------------------------------------


def test_a_finding_keeps_what_was_checked() -> None:
    case = found(builders.evaluated(), "acme", note="Signed on page 2.")
    kept = case.one(Responsiveness, "acme")
    assert kept.minimums == {"signed_offer": "pass", "insurance": "pass"}
    assert (kept.responsive, kept.version, kept.note) == (True, 1, "Signed on page 2.")
    assert Responsiveness.model_validate_json(kept.body()) == kept
    case = rejected(case, "acme")
    kept = case.one(Responsiveness, "acme")
    assert (kept.responsive, kept.version, kept.rule) == (False, 2, "Section 4.2")
    assert kept.minimums == {"signed_offer": "pass", "insurance": "pass"}


@pytest.mark.parametrize(
    "minimums", ["", "signed", "signed:perhaps", "a:pass,a:fail", {}, {"a": 1}]
)
def test_minimums_that_cannot_be_read_are_a_bad_field(minimums: Any) -> None:
    with pytest.raises(BadFields, match="minimums"):
        finding(minimums=minimums)


@pytest.mark.parametrize(
    ("minimums", "objects", "cleared"),
    [
        ("signed_offer:pass, insurance:pass", False, False),
        ("signed_offer:pass, insurance:pass, extra:pass", False, False),
        ("signed_offer:pass, insurance:fail", True, False),
        ("signed_offer:pass", True, True),
    ],
)
def test_every_minimum_is_passed_and_is_the_same_for_all(
    minimums: str, objects: bool, cleared: bool
) -> None:
    case, form = found(builders.evaluated(), "zenith"), finding(minimums=minimums)
    objection = responsiveness.minimums_met(case, form)
    assert bool(objection) is objects
    if objection:
        assert bool(objection.clears) is cleared
    if cleared:
        assert responsiveness.minimums_met(case, again(form, objection)) is None


def test_the_first_finding_sets_what_is_checked_and_a_rejection_sets_nothing() -> None:
    case = rejected(found(builders.evaluated(), "zenith"), "zenith")
    assert responsiveness.minimums_met(case, finding(minimums="signed_offer:pass")) is None


def test_material_amendments_are_acknowledged_or_it_is_determined() -> None:
    case = builders.received(builders.received(builders.published()), builders.ZENITH)
    case = builders.amended(builders.amended(builders.amended(case)))
    assert responsiveness.amendments_acknowledged(case, finding()) is None, "nothing is opened yet"
    case = builders.opening(case)
    second = case.records["amendment", "2"].evolve(material=False)
    case = case.file(second)
    objection = responsiveness.amendments_acknowledged(case, finding())
    assert objection is not None
    assert (objection.facts["unacknowledged"], objection.clears) == ([1, 3], ())
    assert "amendments 1, 3" in objection.says
    case = case.file(Acknowledgment(amendment=1, supplier="acme", acknowledged_at=NOW))
    objection = responsiveness.amendments_acknowledged(case, finding())
    assert objection is not None
    assert "amendment 3;" in objection.says
    case = case.file(Acknowledgment(amendment=3, supplier="acme", acknowledged_at=NOW))
    assert responsiveness.amendments_acknowledged(case, finding()) is None
    assert responsiveness.amendments_acknowledged(case, finding("zenith"))


@pytest.mark.parametrize(
    ("mandatory", "attendees", "objects"),
    [
        (True, ("acme", "zenith"), False),
        (True, ("zenith",), True),
        (True, (), True),
        (False, (), False),
    ],
)
def test_a_mandatory_conference_was_attended(
    mandatory: bool, attendees: tuple[str, ...], objects: bool
) -> None:
    held = Conference(
        held_at=NOW,
        place="Room 204",
        mandatory=mandatory,
        attendees=attendees,
        minutes="Lots were asked about.",
        recorded_by="maria",
        recorded_at=NOW,
    )
    case = builders.evaluated()
    assert responsiveness.attended_conference(case, finding()) is None
    assert bool(responsiveness.attended_conference(case.file(held), finding())) is objects


@pytest.mark.parametrize(("helped", "objects"), [("no", False), ("yes", True)])
def test_whoever_helped_to_write_it_does_not_compete(helped: str, objects: bool) -> None:
    assert bool(responsiveness.drafter_barred(finding(helped_draft=helped))) is objects


@pytest.mark.parametrize(
    ("fields", "empty"),
    [
        ({}, None),
        ({"rule": "4.2"}, None),
        ({"requirement": None}, "requirement"),
        ({"rule": None}, "rule"),
        ({"rule": "-"}, "rule"),
        ({"defect": "incomplete"}, "defect"),
        ({"defect": "see above", "rule": None}, "defect, rule"),
    ],
)
def test_whoever_is_turned_away_is_told_to_what_how_and_by_what_rule(
    fields: dict[str, Any], empty: str | None
) -> None:
    form = rejecting(**fields)
    objection = offers.defect_is_named(form)
    assert (objection is None) is (empty is None)
    if objection:
        assert objection.says.endswith(f": {empty}")
        assert offers.defect_is_named(again(form, objection)) is None


def test_a_firm_found_unable_is_told_as_much() -> None:
    words = {"offeror": "acme", "factor": "resources", "defect": "No surety will bond the firm."}
    vague = check(responsible_firms.FindNonresponsible, "x", {**words, "evidence": "letter"})
    objection = responsible_firms.lack_is_shown(vague)
    assert objection is not None
    assert "'letter' does not say how that is known" in objection.says
    assert [remedy.command for remedy in objection.clears] == ["find_nonresponsible"]
    assert responsible_firms.lack_is_shown(again(vague, objection)) is None


def test_a_letter_goes_to_the_offeror_it_is_about() -> None:
    assert list(offers.found_offeror(rejecting("zenith"))) == ["supplier:zenith"]
    assert list(offers.asked_offeror(curing("zenith"))) == ["supplier:zenith"]


# --- questions ----------------------------------------------------------------------------------


def clarifying(offeror: str = "acme", **fields: Any) -> clarifications.RequestClarification:
    words = {
        "offeror": offeror,
        "asks": "explain",
        "section": "Page 12",
        "question": "Do the hours include travel?",
        **fields,
    }
    return check(clarifications.RequestClarification, "request_clarification", words)


def questioned(case: CaseFile, offeror: str = "acme", **fields: Any) -> CaseFile:
    form = clarifying(offeror, **fields)
    return clarifications.request_clarification(case, form, NOW, LAW, builders.MARIA)


@pytest.mark.parametrize(
    ("asks", "objects"),
    [
        ("explain", False),
        ("confirm", False),
        ("locate", False),
        ("new_price", True),
        ("new_document", True),
        ("cure", True),
        ("lateness", True),
    ],
)
def test_a_clarification_adds_nothing_to_an_offer(asks: str, objects: bool) -> None:
    form = clarifying(asks=asks)
    objection = clarifications.clarification_is_limited(form)
    assert bool(objection) is objects
    if objection:
        assert clarifications.clarification_is_limited(again(form, objection)) is None


def test_a_question_is_answered_once_by_whom_it_was_asked() -> None:
    case = questioned(questioned(builders.evaluated(), due=DUE), "zenith")
    assert case.one(Clarification, "1").due == CURE_DUE
    assert [(o.owes, o.due_at) for o in clarifications.owes_clarifications(case)] == [
        ("supplier:acme", CURE_DUE),
        ("supplier:zenith", None),
    ]
    mine, other = (
        clarifications.AnswerClarification(clarification=number, text="Yes.") for number in (1, 2)
    )
    assert clarifications.clarification_asked(case, mine, JOE) is None
    objection = clarifications.clarification_asked(case, other, JOE)
    assert objection is not None
    assert (objection.clears[0].who, objection.clears[0].fields) == ("acme", {"clarification": 1})
    assert clarifications.clarification_asked(case, again(other, objection), JOE) is None
    case = clarifications.answer_clarification(case, mine, NOW, JOE)
    answered = case.one(Clarification, "1")
    assert (answered.answer, answered.answered_by, answered.answered_at) == ("Yes.", "joe", NOW)
    objection = clarifications.clarification_asked(case, mine, JOE)
    assert objection is not None
    assert objection.clears == ()
    assert len(list(clarifications.owes_clarifications(case))) == 1


# --- cures --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("affects", "kept"),
    [("none", ()), ("", ()), ("delivery, Price", ("price", "delivery")), (["terms"], ("terms",))],
)
def test_only_what_leaves_the_offer_as_it_is_may_be_cured(
    affects: Any, kept: tuple[str, ...]
) -> None:
    form = curing(affects=affects)
    assert form.affects == kept
    objection = cures.informality_is_minor(form)
    assert bool(objection) is bool(kept)
    if objection:
        assert objection.facts["affects"] == kept
        assert objection.clears == ()


@pytest.mark.parametrize("affects", ["colour", 5, {"price": 1}, ["price", 1], None])
def test_what_a_defect_touches_is_one_of_five_things(affects: Any) -> None:
    with pytest.raises(BadFields, match="affects"):
        curing(affects=affects)


@pytest.mark.parametrize(
    ("due", "objects"),
    [
        ("2026-06-16 09:00", True),
        ("2026-06-16 09:01", False),
        ("2026-03-08 02:30", True),
        ("2026-06-15 09:00", True),
    ],
)
def test_time_to_answer_lies_ahead(due: str, objects: bool) -> None:
    for form in (curing(due=due), clarifying(due=due)):
        objection = offers.due_is_ahead(form, NOW, LAW)
        assert bool(objection) is objects
        if objection:
            better = again(form, objection)
            assert f"{better.due:%F %R}" == "2026-06-17 14:00"
            assert offers.due_is_ahead(better, NOW, LAW) is None
    assert offers.due_is_ahead(clarifying(), NOW, LAW) is None


def test_a_cure_is_a_deadline_of_its_offeror() -> None:
    case = to_cure(to_cure(), "zenith")
    assert case.due("cure_due", "acme") == case.due("cure_due", "zenith") == CURE_DUE
    assert case.deadline("cure_due") is None
    form = cures.Cure(text="Here it is.", document=builders.attachment("copy.pdf"))
    case = cures.cure(case, form, NOW, JOE)
    cured, waiting = case.one(CureRequest, "1"), case.one(CureRequest, "2")
    assert (cured.status, cured.answer, cured.answered_by) == ("cured", "Here it is.", "joe")
    assert CureRequest.model_validate_json(cured.body()) == cured
    assert waiting.status == "open"
    assert case.deadlines["cure_due", "acme"].status == "met"
    assert case.deadlines["cure_due", "zenith"].status == "unmet"
    case = cures.end_cure(case, CURE_DUE, "zenith")
    assert case.one(CureRequest, "2").status == "expired"
    assert case.one(CureRequest, "1").status == "cured"


def test_a_newer_request_takes_the_place_of_the_older() -> None:
    case = to_cure(to_cure(), due="2026-06-19 16:00")
    assert [cure_request.status for cure_request in case.all(CureRequest)] == ["replaced", "open"]
    assert case.due("cure_due", "acme") == builders.at("2026-06-19 16:00")


@pytest.mark.parametrize(("past", "objects"), [(-TICK, False), (0 * TICK, True)])
def test_a_defect_is_put_right_in_time(past: timedelta, objects: bool) -> None:
    objection = cures.cure_is_open(to_cure(), CURE_DUE + past, LAW, JOE)
    assert bool(objection) is objects
    if objection:
        assert "acme had until" in objection.says


def test_a_defect_is_put_right_once_and_by_whoever_was_asked() -> None:
    case = to_cure()
    objection = cures.cure_is_open(case, NOW, LAW, builders.ZENITH)
    assert objection is not None
    assert objection.says == "zenith was asked to put nothing right"
    asked = obeyed(
        case, objection, defect="A copy is unsigned.", affects="none", asks="Sign it.", due=DUE
    )
    assert cures.cure_is_open(asked, NOW, LAW, builders.ZENITH) is None
    case = cures.cure(case, cures.Cure(text="Here."), NOW, builders.ACME)
    objection = cures.cure_is_open(case, NOW, LAW, builders.ACME)
    assert objection is not None
    assert objection.says == "acme has put it right already"
    assert cures.cure_is_open(obeyed(case, objection), NOW, LAW, builders.ACME) is None


def test_the_screening_waits_for_every_cure() -> None:
    case = builders.evaluated()
    assert cures.cures_are_over(case, LAW) is None
    case = to_cure(to_cure(case), "zenith", due="2026-06-19 16:00")
    objection = cures.cures_are_over(case, LAW)
    assert objection is not None
    assert objection.earliest == builders.at("2026-06-19 16:00")
    assert cures.cures_are_over(obeyed(case, objection, text="Here it is."), LAW) is None
    over = cures.end_cure(cures.end_cure(case, CURE_DUE, "acme"), CURE_DUE, "zenith")
    assert cures.cures_are_over(over, LAW) is None


# --- the end of the screening -------------------------------------------------------------------


def test_every_opened_offer_is_screened() -> None:
    case = found(builders.evaluated(), "acme")
    objection = screening.every_offer_screened(case)
    assert objection is not None
    assert objection.facts == {"unscreened": ["zenith"]}
    done = obeyed(case, objection)
    assert screening.every_offer_screened(done) is None
    assert responsiveness.minimums_met(done, finding()) is None
    assert screening.every_offer_screened(rejected(case, "zenith")) is None
    fresh = obeyed(builders.evaluated(), screening.every_offer_screened(builders.evaluated()))
    assert screening.every_offer_screened(fresh) is None


@pytest.mark.parametrize(
    ("out", "some", "none", "one"),
    [
        ((), False, True, False),
        (("zenith",), False, True, True),
        (("acme", "zenith"), True, False, False),
    ],
)
def test_it_goes_on_with_one_or_more_and_one_is_explained(
    out: tuple[str, ...], some: bool, none: bool, one: bool
) -> None:
    case = rejected(builders.evaluated(), *out)
    assert bool(screening.some_offer_responsive(case)) is some
    assert bool(screening.no_offer_responsive(case)) is none
    objection = screening.one_offer_is_adequate(case)
    assert bool(objection) is one
    if objection:
        assert objection.facts == {"responsive": ["acme"], "opened": ["acme", "zenith"]}
    if some:
        asked = obeyed(case, screening.some_offer_responsive(case))
        assert screening.some_offer_responsive(asked) is None


def test_a_single_offer_from_the_start_is_explained_too() -> None:
    case = builders.opening(builders.received(builders.published()))
    objection = screening.one_offer_is_adequate(case)
    assert objection is not None
    assert objection.clears == ()


def test_the_end_of_the_screening_says_who_goes_on() -> None:
    case = rejected(found(builders.evaluated(), "acme"), "zenith")
    case = screening.finish_screening(case, NOW, builders.MARIA)
    ended = case.one(Screening)
    assert (ended.responsive, ended.nonresponsive) == (("acme",), ("zenith",))
    assert case.get(Ending) is None
    case = screening.finish_screening(rejected(case, "acme"), NOW, builders.MARIA)
    assert case.one(Ending).how == "all rejected"
    assert case.one(Ending).reason == "No proposal met the requirements of the solicitation."


def test_the_inbox_leads_through_the_screening() -> None:
    case = to_cure(builders.evaluated())
    text = [
        (owes_finding.says, owes_finding.due_at)
        for owes_finding in responsiveness.owes_findings(case)
    ]
    assert text == [
        ("find whether the offer of acme is responsive, once its time to cure is over", CURE_DUE),
        ("find whether the offer of zenith is responsive", None),
    ]
    assert [(o.owes, o.due_at) for o in cures.owes_cures(case)] == [("supplier:acme", CURE_DUE)]
    case = found(case, "acme", "zenith")
    assert list(screening.owes_the_end(case)) == []
    case = cures.end_cure(case, CURE_DUE, "acme")
    assert list(responsiveness.owes_findings(case)) == list(cures.owes_cures(case)) == []
    assert len(list(screening.owes_the_end(case))) == 1


# --- what falls out -----------------------------------------------------------------------------


def test_a_nonresponsive_offer_is_neither_scored_nor_priced_nor_ranked() -> None:
    case = rejected(found(builders.evaluated(), "acme"), "zenith")
    assert scoring.offerors(case) == ["acme"]
    assert scoring.missing(case) == tuple((voter, "acme") for voter in builders.VOTERS)
    for voter in builders.VOTERS:
        case = sheet(case, voter, "acme", "quality:30,experience:10")
    assert sheets.scores_complete(case) is None
    case = builders.priced(case, "100000", "1")
    assert scoring.prices(case).keys() == {"acme"}
    assert prices.prices_known(case) is None
    case = prices.rank_offers(case, NOW, builders.MARIA)
    (only,) = scoring.ranked(case, NO_LOT)
    assert (only.offeror, str(only.total)) == ("acme", "80")


def test_a_finding_that_turns_makes_a_ranking_stale() -> None:
    case = builders.ranked()
    assert intents.ranking_current(case) is None
    assert intents.ranking_current(rejected(case, "zenith"))
    assert intents.ranking_current(found(rejected(case, "zenith"), "zenith")) is None

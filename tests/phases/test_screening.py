from typing import Any

import pytest

from solicitation_flow import scoring
from solicitation_flow.errors import BadFields
from solicitation_flow.forms import check
from solicitation_flow.phases.award import exclusions, intents, responsible_firms
from solicitation_flow.phases.evaluation import (
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
    Responsiveness,
    Screening,
)
from solicitation_flow.records.issuance import Conference
from solicitation_flow.records.offers import NO_LOT
from tests.phases import builders
from tests.phases.judging import (
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
from tests.phases.screening import CURE_DUE


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
    case = screening.finish_screening(case, screening.FinishScreening(), NOW, builders.MARIA)
    ended = case.one(Screening)
    assert (ended.responsive, ended.nonresponsive) == (("acme",), ("zenith",))
    assert case.get(Ending) is None
    case = screening.finish_screening(
        rejected(case, "acme"), screening.FinishScreening(), NOW, builders.MARIA
    )
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

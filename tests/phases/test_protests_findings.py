"""Protests of what was found of one's own offer, and what a protest that is sustained leads to."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Nothing, check
from solicitation_flow.phases.award import endings, intents, responsible_firms
from solicitation_flow.phases.evaluation import responsiveness
from solicitation_flow.phases.negotiation import competitive_range
from solicitation_flow.phases.protests import deciding, filing, findings, remedies, telling
from solicitation_flow.phases.protests.timeliness import (
    award_protestable,
    finding_protestable,
    something_to_protest,
    terms_protestable,
)
from solicitation_flow.phases.responses import opening
from solicitation_flow.records.award import Award, Ending
from solicitation_flow.records.offers import OfferKey
from solicitation_flow.records.protests import AwardRemedy, Protest, PublicFile
from solicitation_flow.rulebook import Objection
from tests.phases import builders, judging, protesting
from tests.phases.protesting import DAN, LAW, ruled

FOUND = judging.NOW
OVER = LAW.window_end("protest_window", FOUND)
assert OVER is not None
MICRO = timedelta(microseconds=1)
DAY = timedelta(days=1)
ZENITH, ACME = builders.ZENITH, builders.ACME


def against(what: str = "finding", **fields: Any) -> filing.FileProtest:
    return protesting.protesting(against=what, **fields)


def turned_away() -> CaseFile:
    """Two offers opened, and that of zenith found nonresponsive."""
    return judging.rejected(builders.evaluated(), "zenith")


def left_out() -> CaseFile:
    form = competitive_range.SetRange(offerors=("acme",), reason="The highest total.")
    return competitive_range.set_range(builders.ranked(), form, FOUND, builders.MARIA)


def unable(case: CaseFile | None = None, who: Actor = builders.MARIA) -> CaseFile:
    words = {"offeror": "zenith", "factor": "schedule", "defect": "Its plant is booked until May."}
    form = check(
        responsible_firms.FindNonresponsible,
        "find_nonresponsible",
        {**words, "evidence": "Its own"},
    )
    return responsible_firms.find_nonresponsible(case or builders.ranked(), form, FOUND, who)


def too_late() -> CaseFile:
    after = replace(builders.published(), state="opening")
    return builders.received(after, ZENITH, "2026-06-15 14:07")


def ended(case: CaseFile | None = None) -> CaseFile:
    form = endings.RejectAll(reason="Every price is above the funds.")
    return endings.reject_all(case or builders.ranked(), form, FOUND, builders.MARIA)


def judged(
    case: CaseFile,
    now: datetime = FOUND,
    what: str = "finding",
    who: Actor = ZENITH,
    law: Any = LAW,
) -> Objection | None:
    return finding_protestable(case, against(what), now, law, who)


def filed(case: CaseFile, now: datetime = FOUND) -> CaseFile:
    return filing.file_protest(case, against(), now, LAW, ZENITH)


def settled(case: CaseFile, outcome: str, now: datetime = FOUND + DAY) -> CaseFile:
    form = protesting.deciding_form(outcome=outcome, remedy="It is found anew.")
    return deciding.decide_protest(case, form, now, DAN)


# --- what may be protested, and until when --------------------------------------------------------


@pytest.mark.parametrize(
    ("case", "finding"),
    [
        (too_late(), "late"),
        (turned_away(), "nonresponsive"),
        (left_out(), "out_of_range"),
        (unable(), "nonresponsible"),
    ],
)
def test_a_firm_protests_what_was_found_of_it_and_no_other_firm_does(
    case: CaseFile, finding: str
) -> None:
    assert judged(case) is None
    protest = filed(case).one(Protest, "1")
    assert (protest.finding, protest.intent, protest.pending) == (finding, None, True)
    assert protest.target.startswith("the finding that ")
    objection = judged(case, who=ACME)
    assert objection is not None
    assert objection.says == "nothing was found against acme that it could protest"


@pytest.mark.parametrize(("since", "late"), [(-MICRO, False), (timedelta(0), True)])
def test_the_window_runs_from_the_letter_that_told_of_it(since: timedelta, late: bool) -> None:
    assert OVER is not None
    protest = protesting.filed(turned_away(), OVER + since, against="finding")
    assert protest.defects == (("late",) if late else ())


def test_where_it_runs_from_the_open_file_a_finding_waits_for_that() -> None:
    law = ruled(protest_window={"days": 10, "runs_from": "file_open"})

    def heard(case: CaseFile, now: datetime) -> bool:
        return protesting.filed(case, now, law, against="finding").heard

    assert heard(turned_away(), FOUND + 99 * DAY)
    file = PublicFile(where="Room 1", opened_by="maria", opened_at=FOUND + 30 * DAY)
    case = turned_away().file(file)
    over = law.window_end("protest_window", file.opened_at)
    assert over is not None
    assert heard(case, over - MICRO)
    assert not heard(case, over)


def test_a_window_of_unknown_length_is_a_question_of_the_protest() -> None:
    law = ruled(protest_window={"days": None})
    protest = protesting.filed(turned_away(), FOUND, law, against="finding")
    assert protest.heard
    says = "how long there is to protest the finding that its proposal is nonresponsive"
    assert says in protest.in_question


def test_a_finding_taken_back_can_be_protested_no_more() -> None:
    assert judged(judging.found(turned_away(), "zenith"))


@pytest.mark.parametrize("guard", [terms_protestable, award_protestable])
def test_who_protests_the_wrong_thing_is_told_what_it_may_protest(guard: Any) -> None:
    what = "award" if guard is award_protestable else "solicitation"
    none = ruled(protest_terms={"mode": "none"})
    text = guard(turned_away(), against(what), FOUND, none, ZENITH)
    assert text is not None
    assert [(remedy.who, remedy.fields) for remedy in text.clears] == [
        ("zenith", {"against": "finding"})
    ]
    other = guard(turned_away(), against(what), FOUND, none, ACME)
    assert other is not None
    assert not other.clears


def test_a_protest_is_offered_only_to_those_who_have_something_to_protest() -> None:
    assert OVER is not None
    case = turned_away()
    assert something_to_protest(case, FOUND, LAW, ZENITH) is None
    assert something_to_protest(case, OVER, LAW, ZENITH) is None, "late ones are filed too"
    none = ruled(protest_terms={"mode": "none"})
    objection = something_to_protest(case, FOUND, none, ACME)
    assert objection is not None
    assert objection.says == "there is nothing that acme could protest now"
    assert something_to_protest(case, FOUND, LAW, builders.MARIA) is None, "others may"
    assert something_to_protest(builders.intended(), FOUND, LAW, ACME) is None
    before = builders.at("2026-06-10 10:00")
    assert something_to_protest(builders.published(), before, LAW, ACME) is None


def test_whether_an_end_without_award_can_be_protested_is_not_known() -> None:
    law = ruled(protest_cancellation=None)
    protest = protesting.filed(ended(), FOUND, law, against="finding")
    assert (protest.finding, protest.heard) == ("rejected", True)
    assert "is not known here" in protest.in_question
    none = ruled(protest_cancellation={"mode": "none"})
    assert judged(ended(), law=none)
    both = ended(turned_away())
    assert judged(both) is None, "what was found before the end can be protested after it"
    assert filed(both).one(Protest, "1").finding == "nonresponsive"


def test_in_a_case_that_ended_the_clock_decides_nothing() -> None:
    case = filed(ended(turned_away()))
    assert case.one(Protest, "1").decision_due is not None
    assert ("decision_due", "1") not in case.deadlines
    assert ("decision_due", "1") in filed(turned_away()).deadlines


# --- who decides it, and what follows -------------------------------------------------------------


@pytest.mark.parametrize(
    ("case", "finder"), [(turned_away(), "maria"), (left_out(), "maria"), (unable(), "maria")]
)
def test_whoever_made_a_finding_does_not_decide_the_protest(case: CaseFile, finder: str) -> None:
    case, form = filed(case), protesting.deciding_form()
    objection = deciding.finder_does_not_decide(case, form, Actor(finder, frozenset({"approver"})))
    assert objection is not None
    assert objection.clears[0].fields == {"protest": 1}
    assert deciding.finder_does_not_decide(case, form, DAN) is None
    terms = protesting.protested(builders.published(), against="solicitation")
    assert deciding.finder_does_not_decide(terms, form, builders.MARIA) is None


@pytest.mark.parametrize("outcome", ["denied", "withdrawn"])
def test_a_finding_stands_unless_the_protest_is_sustained(outcome: str) -> None:
    assert remedies.sustained_protest_heeded(settled(filed(turned_away()), outcome)) is None


@pytest.mark.parametrize(
    ("case", "commands"),
    [
        (turned_away(), ["find_responsive"]),
        (left_out(), ["set_range", "end_negotiation"]),
        (unable(), ["find_responsible"]),
        (too_late(), ["cancel"]),
    ],
)
def test_what_a_protest_was_sustained_against_is_made_anew(
    case: CaseFile, commands: list[str]
) -> None:
    case = settled(filed(case), "sustained")
    objection = remedies.sustained_protest_heeded(case)
    assert objection is not None
    assert [clears.command for clears in objection.clears] == commands


@pytest.mark.parametrize(("since", "objects"), [(timedelta(0), True), (MICRO, False)])
def test_a_finding_made_anew_after_the_decision_heeds_it_whatever_it_finds(
    since: timedelta, objects: bool
) -> None:
    case = settled(filed(turned_away()), "sustained")
    assert remedies.sustained_protest_heeded(judging.found(case, "zenith")) is None
    again, at = judging.rejecting("zenith"), FOUND + DAY + since
    case = responsiveness.find_nonresponsive(case, again, at, builders.MARIA)
    assert bool(remedies.sustained_protest_heeded(case)) is objects


def test_a_finding_overruled_once_an_award_is_announced_takes_the_intent_back() -> None:
    intent = intents.PostIntent(winners=("acme",), basis=builders.BASIS)
    case = intents.post_intent(unable(), intent, FOUND, LAW, builders.MARIA)
    objection = remedies.sustained_protest_heeded(settled(filed(case), "sustained"))
    assert objection is not None
    assert [clears.command for clears in objection.clears] == ["withdraw_intent"]


def test_a_case_without_a_pending_protest_offers_nothing_to_decide() -> None:
    for case in (turned_away(), settled(filed(turned_away()), "denied")):
        objection = deciding.some_protest_waits(case)
        assert objection is not None
        assert [clears.command for clears in objection.clears] == ["file_protest"]
    assert deciding.some_protest_waits(filed(turned_away())) is None


# --- after the award ------------------------------------------------------------------------------


def awarded(decided: timedelta, outcome: str = "sustained") -> CaseFile:
    """Awarded, and a protest decided so long after that."""
    case = protesting.protested(builders.awarded())
    return settled(case, outcome, case.one(Award).awarded_at + decided)


def remedy(case: CaseFile, **fields: Any) -> remedies.RecordRemedy:
    words = {"protest": 1, "remedy": "terminated", "done": "What acme had spent is paid.", **fields}
    return check(remedies.RecordRemedy, "record_remedy", words)


@pytest.mark.parametrize(("since", "objects"), [(-MICRO, False), (timedelta(0), True)])
def test_a_file_says_what_became_of_an_award_that_should_not_have_been_made(
    since: timedelta, objects: bool
) -> None:
    case = awarded(since)
    assert bool(remedies.sustained_protest_remedied(case)) is objects
    assert bool(remedies.some_remedy_is_owed(case)) is not objects
    assert len(list(remedies.owes_remedies(case))) is int(objects)
    done = remedies.record_remedy(case, remedy(case), FOUND, DAN)
    assert remedies.sustained_protest_remedied(done) is None
    assert remedies.some_remedy_is_owed(done)
    assert not list(remedies.owes_remedies(done))


def test_a_protest_that_was_denied_after_the_award_owes_nothing() -> None:
    assert remedies.sustained_protest_remedied(awarded(DAY, "denied")) is None
    assert remedies.sustained_protest_remedied(builders.intended()) is None


@pytest.mark.parametrize(
    ("fields", "objects"), [({}, False), ({"protest": 2}, True), ({"done": "paid"}, True)]
)
def test_a_remedy_names_its_protest_and_what_is_done(fields: Any, objects: bool) -> None:
    case = awarded(DAY)
    objection = remedies.remedy_is_owed(case, remedy(case, **fields))
    assert bool(objection) is objects
    if objection:
        better = remedy(case, **{**fields, **objection.clears[0].fields})
        assert remedies.remedy_is_owed(case, better) is None


@pytest.mark.parametrize(
    ("what", "goes_on"), [("ratified", True), ("terminated", False), ("voided", False)]
)
def test_only_a_ratified_award_goes_on(what: str, goes_on: bool) -> None:
    case = awarded(DAY)
    case = remedies.record_remedy(case, remedy(case, remedy=what), FOUND, DAN)
    assert case.one(AwardRemedy, "1").goes_on is goes_on


# --- who is informed ------------------------------------------------------------------------------


def test_everybody_who_follows_is_told_before_the_opening_and_whoever_offers_after_it() -> None:
    before = builders.received(builders.published())
    form = against("solicitation")
    assert list(telling.other_parties(before, form, ZENITH, "")) == ["supplier:acme"]
    assert list(telling.all_parties(before, form, ZENITH, "")) == [
        "supplier:zenith",
        "supplier:acme",
    ]
    case = filed(turned_away())
    for how, subject in ((protesting.deciding_form(), ""), (Nothing(), "1")):
        assert list(telling.other_parties(case, how, DAN, subject)) == ["supplier:acme"]
    late = filed(opening.open_proposals(*_opening(too_late())))
    assert not list(telling.other_parties(late, protesting.deciding_form(), DAN, ""))


def _opening(case: CaseFile) -> Any:
    form = opening.OpenProposals(witness="walter", seals=None, technical={})
    return case, form, builders.at(builders.OPENED_AT), builders.CARL


def test_nothing_is_found_of_a_firm_that_is_not_there() -> None:
    case = ended(turned_away())
    assert findings.findings(case, OfferKey("acme")) == {"rejected": case.one(Ending).ended_at}
    assert not findings.findings(case, OfferKey("nobody"))

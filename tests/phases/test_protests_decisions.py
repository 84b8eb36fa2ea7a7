from datetime import timedelta
from typing import Any

import pytest

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Nothing, check
from solicitation_flow.phases.award import intents
from solicitation_flow.phases.protests import (
    deciding,
    remedies,
    staying,
    telling,
)
from solicitation_flow.records.preparation import Committee
from solicitation_flow.records.protests import Appeal, Protest
from solicitation_flow.rulebook import Clears
from tests.phases import builders
from tests.phases.protesting import (
    DAN,
    JOE,
    LAW,
    NOW,
    decided,
    deciding_form,
    overridden,
    overriding,
    protested,
    protesting,
    ruled,
)


@pytest.mark.parametrize("outcome", ["denied", "sustained", "withdrawn"])
def test_a_decision_settles_the_protest_and_meets_its_own_date(outcome: str) -> None:
    case = decided(protested(protested()), 2, outcome=outcome, remedy="The offers are ranked again")
    first, second = case.one(Protest, "1"), case.one(Protest, "2")
    assert (first.status, second.status, second.decided_by) == ("pending", outcome, "dan")
    assert second.remedy == "The offers are ranked again"
    dates = {subject: row.status for (name, subject), row in case.deadlines.items() if subject}
    assert dates == {"1": "unmet", "2": "met"}


def test_a_decided_protest_has_no_arrow_left() -> None:
    protest = decided(protested()).one(Protest, "1")
    with pytest.raises(AssertionError, match="no arrow from denied"):
        protest.moved("sustained")


@pytest.mark.parametrize(
    ("mode", "status"), [("deemed_denied", "deemed_denied"), (None, "pending")]
)
def test_silence_denies_only_where_the_rules_say_so(mode: str | None, status: str) -> None:
    law = ruled(protest_decision={"days": 10, "mode": mode})
    assert bool(deciding.silence_denies(law)) is (mode is None)
    case = protested(protested(law=law), law=law).meet("decision_due", "2")
    case = deciding.deem_denied(case, NOW, law, "2")
    first, second = case.one(Protest, "1"), case.one(Protest, "2")
    assert (first.status, first.overdue) == ("pending", False)
    assert (second.status, second.overdue) == (status, True)
    assert list(telling.protester(case, Nothing(), builders.CLOCK, "2")) == ["supplier:zenith"]
    owed = [owes_decision.says for owes_decision in deciding.owes_decisions(case)]
    late = ["decide protest 2 of zenith, which is overdue"] if mode is None else []
    assert owed == ["decide protest 1 of zenith", *late]
    if mode is None:
        assert decided(case, 2).one(Protest, "2").status == "denied"


def test_only_a_pending_protest_is_decided_or_overridden() -> None:
    case = protested()
    for form in (deciding_form(), overriding()):
        assert deciding.protest_pending(case, form) is None
    missing = deciding.protest_pending(case, deciding_form(7))
    assert missing is not None
    assert missing.clears == (Clears(fields={"protest": 1}),)
    assert missing.says == "there is no protest 7; undecided: protest 1 of zenith"
    unknown = deciding.protest_pending(case, overriding().evolve(protest=7))
    assert unknown is not None
    assert unknown.clears == (Clears(fields={"protest": 1}),)
    done = deciding.protest_pending(decided(case), overriding())
    assert done is not None
    says = "protest 1 is denied; undecided: none, so nothing is left to decide"
    assert (done.says, done.clears) == (says, ())


@pytest.mark.parametrize(
    ("who", "objects"),
    [("dan", False), ("ann", False), ("maria", True), ("ben", True), ("carl", False)],
)
def test_who_scored_or_announced_does_not_decide(who: str, objects: bool) -> None:
    actor = Actor(who, frozenset({"approver"}))
    assert bool(deciding.decider_is_impartial(protested(), actor)) is objects


def test_who_once_scored_or_presides_does_not_decide() -> None:
    case = protested().file(Committee(voters=("chen", "dora", "eve"), chair="fay"))
    for who in ("ben", "fay"):
        objection = deciding.decider_is_impartial(case, Actor(who, frozenset({"approver"})))
        assert objection is not None
        assert objection.facts["did"] == ["was on the committee that scored the offers"]


@pytest.mark.parametrize(
    ("fields", "objects"),
    [
        ({}, False),
        ({"reasons": "ten letter"}, True),
        ({"reasons": "ten letters"}, False),
        ({"reasons": "unfounded"}, True),
        ({"facts": "none"}, True),
        ({"outcome": "sustained"}, True),
        ({"outcome": "sustained", "remedy": "Ranked again."}, False),
        ({"outcome": "withdrawn"}, False),
    ],
)
def test_a_decision_has_facts_reasons_and_where_it_sustains_a_remedy(
    fields: dict[str, Any], objects: bool
) -> None:
    form = deciding_form(**fields)
    objection = deciding.decision_reasoned(form)
    assert bool(objection) is objects
    if objection:
        better = deciding_form(**{**fields, **objection.clears[0].fields})
        assert deciding.decision_reasoned(better) is None


def test_a_file_with_an_undecided_protest_is_not_closed() -> None:
    case = protested(protested())
    objection = deciding.no_protest_pending(case)
    assert objection is not None
    assert [remedy.fields["protest"] for remedy in objection.clears] == [1, 2]
    assert deciding.no_protest_pending(decided(decided(case, 1), 2)) is None


def test_an_award_a_protest_was_sustained_against_is_not_made() -> None:
    case = protested()
    assert remedies.sustained_protest_heeded(case) is None
    assert remedies.sustained_protest_heeded(decided(case)) is None
    case = decided(case, outcome="sustained", remedy="The offers are ranked again.")
    objection = remedies.sustained_protest_heeded(case)
    assert objection is not None
    form = check(intents.WithdrawIntent, "withdraw_intent", objection.clears[0].fields)
    case = intents.withdraw_intent(case, form, NOW)
    assert remedies.sustained_protest_heeded(case) is None
    again = intents.PostIntent(winners=("zenith",), basis=builders.BASIS)
    case = intents.post_intent(case, again, NOW, LAW, builders.MARIA)
    assert remedies.sustained_protest_heeded(case) is None


def test_a_sustained_protest_of_the_terms_names_no_intent() -> None:
    case = protested(builders.published(), against="solicitation")
    case = decided(case, outcome="sustained", remedy="The terms are amended.")
    assert remedies.sustained_protest_heeded(case) is None


def test_the_protester_hears_of_filing_and_decision() -> None:
    case = protested()
    for form, who in ((protesting(), JOE), (deciding_form(), DAN)):
        assert list(telling.protester(case, form, who, "")) == ["supplier:zenith"]
    assert list(telling.approvers()) == ["role:approver"]
    owed = list(deciding.owes_decisions(case))
    assert [(duty.owes, duty.due_at) for duty in owed] == [
        ("role:approver", case.due("decision_due", "1"))
    ]


def test_an_undecided_protest_stops_the_award() -> None:
    assert staying.no_stay_stands(builders.intended(), LAW) is None
    case = protested()
    objection = staying.no_stay_stands(case, LAW)
    assert objection is not None
    assert not objection.unknown
    assert objection.clears == (Clears("decide_protest", fields={"protest": 1}),)
    assert staying.no_stay_stands(decided(case), LAW) is None
    assert staying.no_stay_stands(overridden(case), LAW) is None
    assert overridden(case).one(Protest, "1").pending
    second = staying.no_stay_stands(protested(overridden(case)), LAW)
    assert second is not None
    assert second.facts["protests"] == [2]


@pytest.mark.parametrize(
    ("mode", "objects", "unknown"),
    [
        ("automatic", True, False),
        ("determination", True, False),
        (None, True, True),
        ("none", False, False),
    ],
)
def test_how_a_protest_stops_the_award_is_the_jurisdictions(
    mode: str | None, objects: bool, unknown: bool
) -> None:
    law = ruled(stay={"mode": mode, "strength": "determination"})
    objection = staying.no_stay_stands(protested(law=law), law)
    assert bool(objection) is objects
    assert bool(objection and objection.unknown) is unknown


@pytest.mark.parametrize(
    ("fields", "objects"),
    [
        ({}, False),
        ({"interests": "The public interest."}, True),
        ({"interests": "It is urgent, and in the best interest of the county."}, True),
        ({"interests": "School heating"}, True),
        ({"interests": "School heating fails"}, False),
        ({"interests": "Water would fail in October."}, False),
        ({"reasons": "Delay."}, True),
        ({"reasons": "The protest is without merit and delivery takes nine weeks."}, True),
        ({"reasons": "The protest of zenith will likely fail, as delivery is due."}, True),
        ({"reasons": "The claim is frivolous; pupils would sit on the floor."}, True),
    ],
)
def test_what_lifts_a_stay_names_interests_and_not_the_merits(
    fields: dict[str, str], objects: bool
) -> None:
    objection = staying.override_names_interests(overriding(**fields))
    assert bool(objection) is objects
    if objection:
        better = overriding(**{**fields, **objection.clears[0].fields})
        assert staying.override_names_interests(better) is None


def test_what_was_found_is_kept_with_the_protest() -> None:
    protest = overridden(protested()).one(Protest, "1")
    assert (protest.overridden_by, protest.overridden_at) == ("dan", NOW)
    assert protest.interests.startswith("The pupils")
    assert (protest.status, protest.holds) == ("pending", False)


def appealed(stays: bool | None = True, in_time: bool | None = True) -> CaseFile:
    """Return a case in which a denied protest was taken to court."""
    suit = Appeal(
        number=1,
        protest=1,
        what="suit",
        forum="The circuit court",
        filed_at=NOW,
        in_time=in_time,
        stays=stays,
        recorded_by="maria",
        recorded_at=NOW,
    )
    return decided(protested()).file(suit)


@pytest.mark.parametrize(
    ("stays", "in_time", "objects", "unknown"),
    [
        (True, True, True, False),
        (True, None, True, False),
        (True, False, False, False),
        (False, True, False, False),
        (None, True, True, True),
    ],
)
def test_an_appeal_stays_the_award_by_its_own_rule(
    stays: bool | None, in_time: bool | None, objects: bool, unknown: bool
) -> None:
    objection = staying.no_stay_stands(appealed(stays, in_time), LAW)
    assert bool(objection) is objects
    assert bool(objection and objection.unknown) is unknown
    assert staying.no_stay_stands(overridden(appealed(stays, in_time)), LAW) is None


def test_whoever_offers_is_asked_for_more_time_where_the_award_may_wait_longer() -> None:
    case = appealed().start("offers_expire", NOW + timedelta(days=30))
    owed = list(staying.owes_longer_offers(case, LAW))
    assert [duty.due_at for duty in owed] == [NOW + timedelta(days=30)]
    short = protested().start("offers_expire", NOW + timedelta(days=90))
    assert list(staying.owes_longer_offers(short, LAW)) == []
    soon = protested().start("offers_expire", NOW + timedelta(days=3))
    assert len(list(staying.owes_longer_offers(soon, LAW))) == 1


@pytest.mark.parametrize(("step", "stopped"), [("opening", True), ("range", False)])
def test_a_stay_in_writing_stops_exactly_what_it_covers(step: str, stopped: bool) -> None:
    law = ruled(stay={"mode": "determination", "covers": ["opening", "range", "intent", "award"]})
    case = protested(builders.published(), law=law, against="solicitation")
    guards = {"opening": staying.opening_not_stayed, "range": staying.range_not_stayed}
    assert guards[step](case, law), "undecided, it stops every step that the law names"
    words = {
        "protest": 1,
        "stays": True,
        "covers": ("opening",),
        "reasons": "The terms may change.",
    }
    form = staying.DecideStay.model_validate(words)
    case = staying.decide_stay(case, form, NOW, DAN)
    assert bool(guards[step](case, law)) is stopped
    lifted = staying.decide_stay(case, form.evolve(stays=False, covers=()), NOW, DAN)
    assert guards[step](lifted, law) is None


def test_a_protest_filed_before_the_phase_that_the_profile_names_stays_nothing() -> None:
    for phase, stopped in (("issuance", True), ("award", False)):
        law = ruled(stay={"mode": "automatic", "from_phase": phase, "covers": ["opening"]})
        case = protested(builders.published(), law=law, against="solicitation")
        assert bool(staying.opening_not_stayed(case, law)) is stopped

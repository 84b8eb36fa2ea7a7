from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Nothing, check
from solicitation_flow.jurisdiction import Law, Rule
from solicitation_flow.phases.award import intents
from solicitation_flow.phases.protests import (
    deciding,
    filing,
    remedies,
    staying,
    telling,
    timeliness,
    windows,
)
from solicitation_flow.records.offers import NO_LOT
from solicitation_flow.records.preparation import Committee
from solicitation_flow.records.protests import Protest, PublicFile
from solicitation_flow.rulebook import Clears
from tests.phases import builders

DAN = Actor("dan", frozenset({"approver"}))
JOE = Actor("joe", frozenset({"supplier"}), acts_for="zenith")
MICRO = timedelta(microseconds=1)
POSTED = builders.at("2026-06-23 10:00")
NOW = builders.at("2026-06-25 10:00")
CLOSED = builders.at("2026-07-07 00:00")  # the tenth day is a holiday, and a weekend follows


def ruled(**rules: Any) -> Law:
    """The rules of va-local, some of them said outright; None leaves one out."""
    known = builders.law()
    kept = {n: rule for n, rule in known.jurisdiction.rules.items() if n not in rules}
    changed = {
        name: Rule(trust="design", **body) for name, body in rules.items() if body is not None
    }
    return builders.ruled(known, {**kept, **changed})


TEN_DAYS = {"days": 10, "runs_from": "event"}
LAW = ruled(
    protest_window=TEN_DAYS,
    protest_decision={"days": 10},
    protest_terms={"mode": "before_due"},
    stay={"mode": "automatic"},
)


def protesting(**fields: Any) -> filing.FileProtest:
    words = {
        "against": "award",
        "name": "Zenith Seating LLC",
        "address": "2 Hill Road",
        "signature": "Zoe Zenith",
        "grounds": "The price was misread.",
        "relief": "Rank again.",
        "documents": builders.attachment(),
        **fields,
    }
    return filing.FileProtest.model_validate(words)


def protested(
    case: CaseFile | None = None, law: Law = LAW, who: Actor = builders.ZENITH, **fields: Any
) -> CaseFile:
    return filing.file_protest(case or builders.intended(), protesting(**fields), NOW, law, who)


def deciding_form(protest: int = 1, **fields: Any) -> deciding.DecideProtest:
    words = {
        "protest": protest,
        "outcome": "denied",
        "facts": "The form states 100,000 on page 3.",
        "reasons": "It was read from the right page.",
        **fields,
    }
    return deciding.DecideProtest.model_validate(words)


def decided(case: CaseFile, protest: int = 1, **fields: Any) -> CaseFile:
    return deciding.decide_protest(case, deciding_form(protest, **fields), NOW, DAN)


def overriding(**fields: Any) -> staying.OverrideStay:
    words = {
        "protest": 1,
        "interests": "The pupils of three schools would have no desks on 24 August.",
        "reasons": "Delivery takes nine weeks after the order.",
        **fields,
    }
    return staying.OverrideStay.model_validate(words)


# --- filing --------------------------------------------------------------------------------------


def test_a_protest_is_kept_whole_and_its_decision_has_a_date() -> None:
    case = protested(who=JOE)
    protest = case.one(Protest, "1")
    assert (protest.protester, protest.filed_by, protest.intent) == ("zenith", "joe", 1)
    assert (protest.status, protest.stays, protest.holds) == ("pending", True, True)
    until = builders.at("2026-07-07 00:00")  # the tenth day is a Sunday
    row = case.deadlines["decision_due", "1"]
    assert row.due_at == protest.decision_due
    assert until == LAW.window_end("protest_decision", NOW) == row.due_at
    assert Protest.model_validate_json(protest.body()) == protest
    again = protested(case, who=builders.ACME)
    assert [protest.number for protest in again.all(Protest)] == [1, 2]
    assert {subject for name, subject in again.deadlines if name == "decision_due"} == {"1", "2"}


@pytest.mark.parametrize(
    ("mode", "stays"), [("automatic", True), ("determination", False), (None, False)]
)
def test_whether_the_law_stays_the_award_is_kept_with_the_protest(
    mode: str | None, stays: bool
) -> None:
    assert protested(law=ruled(stay={"mode": mode})).one(Protest, "1").stays is stays


def test_no_date_is_set_where_the_time_to_decide_is_not_known() -> None:
    case = protested(law=ruled(protest_decision={"days": None}))
    assert case.one(Protest, "1").decision_due is None
    assert ("decision_due", "1") not in case.deadlines
    assert decided(case).one(Protest, "1").status == "denied"


def test_a_protest_against_the_terms_is_against_no_intent() -> None:
    case = protested(builders.published(), against="solicitation")
    assert case.one(Protest, "1").intent is None


@pytest.mark.parametrize(
    "field", ["name", "address", "signature", "grounds", "relief", "documents"]
)
def test_a_protest_that_lacks_a_part_says_which(field: str) -> None:
    law = ruled(protest_content={})
    assert filing.protest_complete(protesting(), law, JOE) is None
    form = protesting(**{field: None})
    objection = filing.protest_complete(form, law, JOE)
    assert objection is not None
    missing = "documents_note" if field == "documents" else field
    assert objection.facts == {"missing": [missing]}
    whole = protesting(**{field: None, **objection.clears[0].fields})
    assert filing.protest_complete(whole, law, JOE) is None
    assert objection.clears[0].who == "zenith"


@pytest.mark.parametrize(("field", "objects"), [("address", False), ("grounds", True)])
def test_some_rules_ask_for_basis_and_relief_alone(field: str, objects: bool) -> None:
    law = ruled(protest_content={"mode": "basis_and_relief"})
    form = protesting(documents=None, **{field: None})
    assert bool(filing.protest_complete(form, law, JOE)) is objects


@pytest.mark.parametrize(
    ("since", "objects"), [(-MICRO, False), (timedelta(0), True), (timedelta(1), True)]
)
def test_terms_are_protested_before_proposals_are_due(since: timedelta, objects: bool) -> None:
    case, form = builders.published(), protesting(against="solicitation")
    now = builders.at(builders.DUE) + since
    assert bool(timeliness.defect_protested_in_time(case, form, now, LAW, JOE)) is objects
    award_form = protesting(against="award")
    assert timeliness.defect_protested_in_time(case, award_form, now, LAW, JOE) is None


def test_where_the_law_is_silent_a_late_protest_of_the_terms_is_decided_in_writing() -> None:
    case, form = builders.published(), protesting(against="solicitation")
    law = ruled(protest_terms=None)
    assert timeliness.defect_protested_in_time(case, form, POSTED - timedelta(20), law, JOE) is None
    objection = timeliness.defect_protested_in_time(case, form, POSTED, law, JOE)
    assert objection is not None
    assert objection.unknown


def test_some_rules_know_no_protest_of_the_terms() -> None:
    law = ruled(protest_terms={"mode": "none"})
    now = builders.at(builders.PUBLISHED_AT)
    case = builders.published()
    form = protesting(against="solicitation")
    objection = timeliness.defect_protested_in_time(case, form, now, law, JOE)
    assert objection is not None
    assert not objection.unknown
    early = timeliness.protest_timely(case, protesting(), now, law, JOE)
    assert early is not None
    assert early.clears == ()


@pytest.mark.parametrize(("since", "objects"), [(-MICRO, False), (timedelta(0), True)])
def test_an_award_is_protested_within_the_window(since: timedelta, objects: bool) -> None:
    case, now = builders.intended(), CLOSED + since
    assert bool(timeliness.protest_timely(case, protesting(), now, LAW, JOE)) is objects
    terms = protesting(against="solicitation")
    assert timeliness.protest_timely(case, terms, now, LAW, JOE) is None
    over = windows.window_is_over(case, now, LAW)
    assert bool(over) is not objects
    assert not over or over.earliest == CLOSED


def test_an_award_nobody_announced_cannot_be_protested_yet() -> None:
    case = builders.published()
    now = builders.at(builders.PUBLISHED_AT)
    objection = timeliness.protest_timely(case, protesting(), now, LAW, JOE)
    assert objection is not None
    assert objection.clears[0].fields == {"against": "solicitation"}
    form = protesting(**objection.clears[0].fields)
    assert timeliness.protest_timely(case, form, now, LAW, JOE) is None
    assert timeliness.defect_protested_in_time(case, form, now, LAW, JOE) is None
    taken_back = intents.withdraw_intent(
        builders.intended(), intents.WithdrawIntent(reason="A price was misread."), NOW
    )
    assert timeliness.protest_timely(taken_back, protesting(), NOW, LAW, JOE)


def test_a_window_of_unknown_length_asks_for_a_determination() -> None:
    law, case = ruled(protest_window={"days": None}), builders.intended()
    early, later = (
        timeliness.protest_timely(case, protesting(), now, law, JOE)
        for now in (NOW, NOW + timedelta(90))
    )
    assert early is not None
    assert later is not None
    assert early.unknown
    assert early.facts == later.facts
    over = windows.window_is_over(case, NOW, law)
    assert over is not None
    assert over.unknown


def test_where_it_runs_from_the_open_file_the_window_begins_with_it() -> None:
    law = ruled(protest_window={"days": 10, "runs_from": "file_open"}, public_file={"days": 3})
    case, later = builders.awarded(), NOW + timedelta(365)
    assert timeliness.protest_timely(case, protesting(), later, law, JOE) is None
    objection = windows.window_is_over(case, later, law)
    assert objection is not None
    assert objection.clears == (Clears("open_public_file"),)
    owed = list(windows.owes_public_file(case, law))
    assert [duty.due_at for duty in owed] == [builders.at("2026-07-10 00:00")]
    form = windows.OpenPublicFile(where="Room 1")
    case = windows.open_public_file(case, form, builders.at("2026-07-08 09:00"), builders.MARIA)
    assert case.one(PublicFile).where == "Room 1"
    assert list(windows.owes_public_file(case, law)) == []
    over = builders.at("2026-07-21 00:00")  # the tenth day is a Saturday
    assert timeliness.protest_timely(case, protesting(), over - MICRO, law, JOE) is None
    assert timeliness.protest_timely(case, protesting(), over, law, JOE)
    assert windows.window_is_over(case, over - MICRO, law)
    assert windows.window_is_over(case, over, law) is None


def test_the_window_of_an_award_without_an_intent_runs_from_the_award() -> None:
    case = builders.awarded()
    bare = replace(case, records={k: r for k, r in case.records.items() if k[0] != "intent"})
    assert windows.begun_at(bare, LAW, NO_LOT) == builders.at("2026-07-06 09:00")
    assert windows.begun_at(builders.published(), LAW, NO_LOT) is None


# --- deciding ------------------------------------------------------------------------------------


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


# --- the stay ------------------------------------------------------------------------------------


def overridden(case: CaseFile) -> CaseFile:
    return staying.override_stay(case, overriding(), NOW, DAN)


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

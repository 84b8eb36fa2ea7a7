from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from solicitation_flow.casefile import Actor, CaseFile, Tells
from solicitation_flow.forms import check
from solicitation_flow.phases import participation
from solicitation_flow.records.agreements import Agreement
from solicitation_flow.records.papers import Paper
from solicitation_flow.records.participation import Eligibility, Participation
from solicitation_flow.rulebook import Clears
from tests.phases import builders

PAT = Actor("pat", frozenset({"member"}), acts_for="fairfax")
BUYER = Actor("arlington", frozenset({"member"}))
LAW = builders.law()
NOW = builders.at("2027-02-01 09:00")
NUMBER = "RFP-2026-001-A1"


def agreement(state: str = "published", **fields: Any) -> CaseFile:
    filed = Agreement(
        title="Furniture",
        contractor="acme",
        solicitation="RFP-2026-001",
        drafted_at=builders.at("2026-07-06 09:00"),
        effective_on=date(2027, 1, 1),
        expires_on=date(2029, 12, 31),
    ).evolve(**fields)
    above = CaseFile(number=NUMBER, workflow="agreement", state=state, owner="maria")
    return above.file(filed)


def asked(above: CaseFile | None = None, who: Actor = PAT, **fields: Any) -> CaseFile:
    words = {"member": "fairfax", "contact": "Pat Lee", "scope": "Two new schools.", **fields}
    form = participation.AskToJoin.model_validate(words)
    empty = CaseFile(
        number=f"{NUMBER}-M001", workflow="participation", state="", parent=above or agreement()
    )
    return participation.ask_to_join(empty, form, NOW, who)


def checking(**fields: Any) -> participation.CheckEligibility:
    words = {
        "finding": "eligible",
        "entity": "school division",
        "entity_allowed": "yes",
        "authority": "Va. Code 2.2-4304",
        "members": ("fairfax",),
        **fields,
    }
    return participation.CheckEligibility.model_validate(words)


def checked(case: CaseFile | None = None, **fields: Any) -> CaseFile:
    return participation.check_eligibility(case or asked(), checking(**fields), NOW, builders.MARIA)


def joined(above: CaseFile | None = None, **fields: Any) -> CaseFile:
    form = participation.Join.model_validate({"signed_by": "Pat Lee", **fields})
    return participation.join(checked(asked(above)), form, NOW, builders.MARIA)


def test_a_member_asks_for_itself_and_an_officer_for_a_member() -> None:
    case = asked(member="arlington", estimated_value="250,000.00")
    request = case.one(Participation)
    assert (request.member, request.asked_by, request.agreement) == ("fairfax", "pat", NUMBER)
    assert (request.contractor, request.estimated_value) == ("acme", Decimal("250000.00"))
    assert (case.title, case.owner) == ("fairfax: Furniture", "maria")
    assert Participation.model_validate_json(request.body()) == request
    assert asked(who=builders.MARIA, member="arlington").one(Participation).member == "arlington"


@pytest.mark.parametrize(("members", "objects"), [(("fairfax",), False), (("arlington",), True)])
def test_only_a_registered_member_is_checked(members: tuple[str, ...], objects: bool) -> None:
    objection = participation.member_is_registered(asked(), checking(members=members))
    assert bool(objection) is objects
    assert not objection or objection.clears == (Clears("open_member", fields={"key": "fairfax"}),)


@pytest.mark.parametrize(("who", "objects"), [(PAT, False), (builders.MARIA, False), (BUYER, True)])
def test_a_member_speaks_for_itself_alone(who: Actor, objects: bool) -> None:
    assert bool(participation.member_acts_for_itself(asked(), who)) is objects


@pytest.mark.parametrize(("state", "command"), [("asked", "withdraw_request"), ("joined", "leave")])
def test_who_may_speak_for_a_member_is_named(state: str, command: str) -> None:
    objection = participation.member_acts_for_itself(replace(asked(), state=state), BUYER)
    assert objection is not None
    assert objection.clears == (Clears(command, who="fairfax"),)


SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("now", "objects"),
    [
        ("2026-12-31 23:59:59", True),
        ("2027-01-01 00:00", False),
        ("2029-12-31 23:59:59", False),
        ("2030-01-01 00:00", True),
    ],
)
def test_an_agreement_is_joined_from_its_first_day_to_its_last(now: str, objects: bool) -> None:
    objection = participation.agreement_in_term(asked(), builders.at(now), LAW)
    assert bool(objection) is objects
    if objection and now < "2027":
        assert objection.earliest == builders.at(now) + SECOND
        assert participation.agreement_in_term(asked(), objection.earliest, LAW) is None
    elif objection:
        assert objection.clears == (Clears("renew", case=NUMBER),)


def test_an_agreement_without_dates_is_always_in_term() -> None:
    case = asked(agreement(effective_on=None, expires_on=None))
    assert participation.agreement_in_term(case, NOW, LAW) is None


@pytest.mark.parametrize(
    ("state", "clears"),
    [
        ("executed", (Clears("publish", case=NUMBER),)),
        ("suspended", (Clears("reinstate", case=NUMBER),)),
        ("terminated", ()),
    ],
)
def test_only_a_published_agreement_is_joined(state: str, clears: tuple[Clears, ...]) -> None:
    objection = participation.agreement_in_term(asked(agreement(state)), NOW, LAW)
    assert objection is not None
    assert objection.clears == clears


def test_nobody_joins_unchecked() -> None:
    case = asked()
    objection = participation.eligibility_checked(case)
    assert objection is not None
    assert objection.clears == (Clears("check_eligibility"),)
    assert participation.member_eligible(case) is None
    assert participation.authority_cited(case) is None
    case = checked(case)
    assert participation.eligibility_checked(case) is None
    assert case.one(Eligibility).member == "fairfax"


@pytest.mark.parametrize(
    ("fields", "objects"),
    [
        ({}, False),
        ({"finding": "not_eligible"}, True),
        ({"entity_allowed": "no"}, True),
    ],
)
def test_an_ineligible_member_is_named(fields: dict[str, Any], objects: bool) -> None:
    case = checked(**fields)
    objection = participation.member_eligible(case)
    assert bool(objection) is objects
    if objection:
        again = checking(**objection.clears[0].fields)
        case = participation.check_eligibility(case, again, NOW, builders.MARIA)
        assert participation.member_eligible(case) is None


def test_the_members_own_law_is_cited() -> None:
    assert participation.authority_cited(checked()) is None
    case = checked(authority=None)
    objection = participation.authority_cited(case)
    assert objection is not None
    words = {**objection.clears[0].fields, "members": ("fairfax",)}
    form = check(participation.CheckEligibility, "check_eligibility", words, filled=True)
    case = participation.check_eligibility(case, form, NOW, builders.MARIA)
    assert participation.authority_cited(case) is None


def test_the_agreement_hears_of_who_joins_and_leaves() -> None:
    case = joined(addendum=builders.attachment("addendum.pdf"))
    request = case.one(Participation)
    assert (request.joined_by, request.joined_at, request.signed_by) == ("maria", NOW, "Pat Lee")
    assert case.one(Paper, "participating_addendum").name == "addendum.pdf"
    filled = {"member": "fairfax", "participation": case.number}
    assert case.tells == (Tells(NUMBER, "record_joining", filled),)
    form = participation.Leave(reason="A contract of its own.")
    left = participation.leave(replace(case, tells=()), form, NOW, PAT)
    assert left.tells == (Tells(NUMBER, "record_leaving", filled),)
    assert (left.one(Participation).ended_by, left.one(Participation).ended_at) == ("pat", NOW)


def test_one_can_leave_an_agreement_that_is_over() -> None:
    case = replace(joined(), parent=agreement("expired"), tells=())
    form = participation.Leave(reason="A contract of its own.")
    assert participation.leave(case, form, NOW, PAT).tells == ()


def test_a_request_is_declined_or_taken_back() -> None:
    form = participation.Decline(reason="Not before July.")
    declined = participation.decline(asked(), form, NOW, builders.MARIA).one(Participation)
    assert (declined.reason, declined.ended_by) == ("Not before July.", "maria")
    back = participation.withdraw_request(asked(), NOW, PAT).one(Participation)
    assert (back.reason, back.ended_by, back.joined_at) == ("Withdrawn by the member.", "pat", None)


@pytest.mark.parametrize(
    ("reason", "objects"),
    [
        ("ten letter", True),
        ("ten letters", False),
        ("unavailability", True),
        ("...... .....", True),
    ],
)
def test_an_end_has_a_reason_others_can_read(reason: str, objects: bool) -> None:
    for form in (participation.Leave, participation.Decline):
        objection = participation.reason_given(form(reason=reason))
        assert bool(objection) is objects
        assert not objection or objection.clears[0].command == ""  # the command at hand


def test_letters_go_to_the_member_and_the_contractor() -> None:
    assert list(participation.member(asked())) == ["member:fairfax"]
    both = list(participation.member_and_contractor(asked()))
    assert both == ["member:fairfax", "supplier:acme"]


def test_the_inbox_leads_from_the_check_to_joining() -> None:
    duties = (participation.owes_check, participation.owes_joining)
    assert [len(list(duty(asked()))) for duty in duties] == [1, 0]
    assert [len(list(duty(checked()))) for duty in duties] == [0, 1]
    refused = checked(finding="not_eligible")
    assert [len(list(duty(refused))) for duty in duties] == [0, 0]

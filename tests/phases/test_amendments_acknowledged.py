from datetime import timedelta

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.phases.amendments import amending
from solicitation_flow.records.amendments import Acknowledgment
from tests.phases import builders

NOW = builders.at(builders.PUBLISHED_AT)
ECHO = Actor("echo", frozenset({"supplier"}))


def test_only_an_issued_amendment_is_acknowledged_and_once() -> None:
    case = builders.amended(builders.published())
    form = amending.Acknowledge(amendment=1)
    assert amending.amendment_issued(case, form, builders.ACME) is None
    case = amending.acknowledge(case, form, NOW, builders.ACME)
    again = amending.acknowledge(case, form, NOW + timedelta(days=1), builders.ACME)
    assert again is case
    assert case.one(Acknowledgment, "1/acme").acknowledged_at == NOW
    objection = amending.amendment_issued(case, amending.Acknowledge(amendment=2), builders.ZENITH)
    assert objection is not None
    assert [remedy.fields for remedy in objection.clears] == [{"amendment": 1}]
    objection = amending.amendment_issued(builders.published(), form, builders.ACME)
    assert objection is not None
    none = "issued so far: none, so nothing is to be acknowledged"
    assert objection.says == f"there is no amendment 1; {none}"


def test_acknowledgment_is_owed_by_whoever_has_a_proposal_in() -> None:
    case = builders.amended(builders.received(builders.published()))
    (owed,) = amending.owes_acknowledgment(case)
    assert (owed.owes, owed.due_at) == ("supplier:acme", builders.at(builders.DUE))
    form = amending.Acknowledge(amendment=1)
    case = amending.acknowledge(case, form, NOW, builders.ACME)
    assert list(amending.owes_acknowledgment(case)) == []


def acknowledged(case: CaseFile, who: Actor, amendment: int = 1) -> CaseFile:
    form = amending.Acknowledge(amendment=amendment)
    return amending.acknowledge(case, form, NOW, who)


def test_whoever_took_the_solicitation_is_reminded_until_each_change_is_acknowledged() -> None:
    case = builders.published()
    assert list(amending.without_acknowledgment(case)) == []
    case = builders.amended(builders.amended(case))
    both = ["supplier:acme", "supplier:zenith"]
    assert list(amending.without_acknowledgment(case)) == both
    case = acknowledged(case, builders.ACME)
    assert list(amending.without_acknowledgment(case)) == both
    case = acknowledged(case, builders.ACME, amendment=2)
    assert list(amending.without_acknowledgment(case)) == ["supplier:zenith"]


def test_whoever_sent_a_proposal_without_being_on_the_list_is_reminded_too() -> None:
    sent = builders.received(builders.published(), ECHO, offeror="echo")
    assert list(amending.without_acknowledgment(builders.amended(sent)))[-1] == "supplier:echo"


def test_a_misprint_put_right_asks_nobody_to_acknowledge_it() -> None:
    case = builders.amended(builders.published(), material=False)
    assert list(amending.without_acknowledgment(case)) == []

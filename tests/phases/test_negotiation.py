from dataclasses import replace
from datetime import timedelta

import pytest

from solicitation_flow.forms import check
from solicitation_flow.phases.negotiation import (
    bafos,
    competitive_range,
    discussions,
)
from solicitation_flow.records.negotiation import (
    CompetitiveRange,
    Discussion,
    Invitation,
)
from solicitation_flow.rulebook import Clears
from tests.phases import builders
from tests.phases.negotiating import (
    JOE,
    LAW,
    NOW,
    ORION,
    SECOND,
    THREE,
    invite,
    inviting,
    ranged,
    ranging,
    record,
    recording,
    standing,
    talked,
)


def test_a_range_keeps_who_is_in_and_who_is_left_out() -> None:
    case = ranged("acme", "zenith")
    kept = case.one(CompetitiveRange)
    assert (kept.number, kept.offerors, kept.left_out) == (1, ("acme", "zenith"), ("orion",))
    assert list(competitive_range.in_range(case)) == ["supplier:acme", "supplier:zenith"]
    assert list(competitive_range.out_of_range(case)) == ["supplier:orion"]
    again = competitive_range.set_range(case, ranging("acme"), NOW, builders.MARIA)
    assert again.one(CompetitiveRange).number == 2


@pytest.mark.parametrize(
    ("offerors", "reason", "says"),
    [
        (("acme",), "best", None),
        (("acme", "zenith"), "best", None),
        (("zenith", "acme"), "best", None),
        (("zenith",), "best", "reason: acme"),
        (("zenith",), "Acme has withdrawn its offer", None),
        (("acme", "orion"), "best", "reason: zenith"),
        (("acme", "nemo"), "best", "not among the ranked offers: nemo"),
        (("nemo",), "best", "not among the ranked offers: nemo"),
    ],
)
def test_a_range_goes_down_the_ranks_and_says_whom_it_passes_over(
    offerors: tuple[str, ...], reason: str, says: str | None
) -> None:
    case = standing(*THREE)
    objection = competitive_range.range_is_ranked(case, ranging(*offerors, reason=reason))
    assert (objection is None) is (says is None)
    if objection and says:
        assert says in objection.says
        cleared = check(competitive_range.SetRange, "set_range", objection.clears[0].fields)
        assert competitive_range.range_is_ranked(case, cleared) is None


def test_offers_that_tie_are_kept_or_left_together() -> None:
    case = standing(("acme", 1), ("zenith", 2), ("orion", 2))
    assert competitive_range.range_is_ranked(case, ranging("acme", "zenith"))
    assert competitive_range.range_is_ranked(case, ranging("acme")) is None


def test_nothing_is_ranged_before_it_is_ranked() -> None:
    case = builders.priced(builders.scored(builders.evaluated()))
    objection = competitive_range.range_is_ranked(case, ranging("acme"))
    assert objection is not None
    assert objection.clears == (Clears("rank_offers"),)


@pytest.mark.parametrize(
    ("places", "offerors", "objects"),
    [
        (THREE, ("acme", "zenith"), False),
        (THREE, ("acme",), True),
        (THREE, ("orion",), True),
        ((("acme", 1), ("zenith", 1)), ("zenith",), True),
    ],
)
def test_a_range_of_one_is_explained_first(
    places: tuple[tuple[str, int], ...], offerors: tuple[str, ...], objects: bool
) -> None:
    case = standing(*places)
    objection = competitive_range.range_of_one(case, ranging(*offerors))
    assert bool(objection) is objects
    if objection:
        form = check(competitive_range.SetRange, "set_range", objection.clears[0].fields)
        assert set(offerors) <= set(form.offerors)
        assert competitive_range.range_of_one(case, form) is None
        assert competitive_range.range_is_ranked(case, form) is None


def test_the_only_ranked_offer_may_be_the_range() -> None:
    case = builders.ranked()
    alone = replace(case, records={k: r for k, r in case.records.items() if k[1] != "zenith"})
    assert competitive_range.range_of_one(alone, ranging("acme")) is None


def test_a_recorded_talk_answers_its_invitation() -> None:
    case = invite(ranged(), "acme")
    invited = case.one(Invitation, "1")
    assert (invited.at, invited.discussion) == (builders.at("2026-06-26 10:00"), None)
    case = record(case, "acme", held_at="2026-06-26 10:05", present="Joe and Maria")
    talk = case.one(Discussion, "1")
    assert (talk.invitation, talk.held_at) == (1, builders.at("2026-06-26 10:05"))
    assert case.one(Invitation, "1").discussion == 1
    unasked = record(case, "acme").one(Discussion, "2")
    assert (unasked.invitation, unasked.held_at) == (None, unasked.recorded_at)


@pytest.mark.parametrize(("offeror", "objects"), [("acme", False), ("orion", True)])
def test_only_those_in_the_range_are_talked_to(offeror: str, objects: bool) -> None:
    case = ranged()
    for form in (inviting(offeror), recording(offeror)):
        objection = discussions.party_in_range(case, form, builders.MARIA)
        assert bool(objection) is objects
        assert not objection or objection.clears == (Clears(fields={"offeror": "acme"}),)
    assert list(discussions.invited(form)) == [f"supplier:{offeror}"]


def test_a_suppliers_person_speaks_for_the_supplier() -> None:
    form = bafos.SubmitBafo(price=builders.envelope())
    assert discussions.party_in_range(ranged(), form, JOE) is None
    objection = discussions.party_in_range(ranged(), form, ORION)
    assert objection is not None
    assert objection.clears == ()


@pytest.mark.parametrize(
    ("form", "since", "objects"),
    [
        (inviting(at="2026-06-26 10:00"), -SECOND, False),
        (inviting(at="2026-06-26 10:00"), timedelta(0), False),
        (inviting(at="2026-06-26 10:00"), SECOND, True),
        (recording(held_at="2026-06-26 10:00"), -SECOND, True),
        (recording(held_at="2026-06-26 10:00"), timedelta(0), False),
        (recording(held_at="2026-06-26 10:00"), SECOND, False),
        (recording(), timedelta(0), False),
        (inviting(at="2027-03-14 02:30"), timedelta(0), True),
        (recording(held_at="2026-03-08 02:30"), timedelta(0), True),
    ],
)
def test_a_talk_is_announced_before_it_and_recorded_after_it(
    form: discussions.InviteToDiscuss | discussions.RecordDiscussion,
    since: timedelta,
    objects: bool,
) -> None:
    now = builders.at("2026-06-26 10:00") + since
    objection = discussions.talk_at_its_time(form, now, LAW)
    assert bool(objection) is objects
    if objection:
        again = type(form).model_validate({**dict(form), **objection.clears[0].fields})
        assert discussions.talk_at_its_time(again, now, LAW) is None


def test_everybody_in_the_range_is_invited() -> None:
    case = invite(ranged(), "zenith")
    objection = discussions.all_in_range_invited(case, NOW, LAW)
    assert objection is not None
    assert objection.facts == {"uninvited": ["acme"]}
    fields = objection.clears[0].fields
    assert fields == {"offeror": "acme", "at": "2026-06-25 10:00"}
    assert discussions.all_in_range_invited(invite(case, "acme"), NOW, LAW) is None


def test_a_new_range_invites_anew() -> None:
    case = competitive_range.set_range(talked(), ranging("acme", "zenith"), NOW, builders.MARIA)
    objection = discussions.all_in_range_invited(case, NOW, LAW)
    assert objection is not None
    assert objection.facts == {"uninvited": ["acme", "zenith"]}
    assert discussions.discussions_confirmed(case) is None


def test_every_talk_is_confirmed_in_writing() -> None:
    case = record(invite(ranged(), "acme", "zenith"), "acme")
    objection = discussions.discussions_confirmed(case)
    assert objection is not None
    assert [remedy.fields["offeror"] for remedy in objection.clears] == ["zenith"]
    assert discussions.discussions_confirmed(record(case, "zenith", how="declined")) is None

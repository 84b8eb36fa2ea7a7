"""The committee: who may vote, what members sign, when they step back, what they learn."""

from datetime import date

import pytest

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import check
from solicitation_flow.phases.preparation import briefing, committee, interests
from solicitation_flow.records.preparation import Briefing, Committee, Recusal, SignedForms
from tests.phases import builders, preparing

NOW = builders.at("2026-06-16 09:00")
BEN = Actor("ben", frozenset({"evaluator"}))
DORA = Actor("dora", frozenset({"evaluator"}))


def opened() -> CaseFile:
    """Two offers opened before a witness."""
    return builders.opening(builders.received(preparing.published()))


def signing(conflict: str = "none", confidentiality: str = "yes") -> interests.SignForms:
    words = {"conflict": conflict, "confidentiality": confidentiality}
    return check(interests.SignForms, "sign_forms", words)


def signed(case: CaseFile, form: interests.SignForms, who: Actor = BEN) -> CaseFile:
    return interests.sign_forms(case, form, NOW, who)


# --- people of the cooperative advise -----------------------------------------------------------


def naming(**fields: str) -> committee.NameCommittee:
    words = {"voters": "ben,chen,dora,eve", **fields}
    return check(committee.NameCommittee, "name_committee", words)


def test_whom_the_cooperative_employs_may_advise_and_not_vote() -> None:
    case, form = builders.drafted(), naming(cooperative_staff="eve")
    objection = committee.cooperative_staff_do_not_vote(case, form)
    assert objection is not None
    assert objection.says == "eve works for the cooperative, and may advise but not vote"
    form = preparing.again(form, objection)
    assert committee.cooperative_staff_do_not_vote(case, form) is None
    named = committee.name_committee(case, form).one(Committee)
    assert (named.voters, named.advisors) == (("ben", "chen", "dora"), ("eve",))
    assert named.cooperative_staff == ("eve",)


def test_who_was_named_before_is_still_of_the_cooperative_unless_said_otherwise() -> None:
    first = naming(voters="ben,chen,dora", advisors="eve", cooperative_staff="eve")
    case = committee.name_committee(builders.drafted(), first)
    assert committee.cooperative_staff_do_not_vote(case, naming())
    assert committee.cooperative_staff_do_not_vote(case, naming(cooperative_staff="")) is None


def test_a_committee_of_nobody_else_has_no_remedy() -> None:
    form = naming(voters="eve", cooperative_staff="eve").evolve(evaluators=("eve",))
    objection = committee.cooperative_staff_do_not_vote(builders.drafted(), form)
    assert objection is not None
    assert objection.clears == ()
    assert "nothing is left of the committee" in objection.says
    others = form.evolve(evaluators=("ben", "eve"))
    objection = committee.cooperative_staff_do_not_vote(builders.drafted(), others)
    assert objection is not None
    assert objection.clears[0].fields["voters"] == "ben"


def test_where_nobody_evaluates_people_are_entered_first() -> None:
    form = naming(voters="ben").evolve(evaluators=())
    objection = committee.voters_are_known(form)
    assert objection is not None
    assert [(remedy.command, remedy.fields["key"]) for remedy in objection.clears] == [
        ("open_person", "ben")
    ]


def test_voters_are_told_of_their_appointment() -> None:
    filled = ["person:ben", "person:chen", "person:dora"]
    assert list(committee.committee(builders.drafted())) == filled
    assert list(committee.committee(builders.opened())) == []


# --- forms --------------------------------------------------------------------------------------


def test_everybody_signs_for_themselves() -> None:
    form = check(
        interests.SignForms,
        "sign_forms",
        {"conflict": "none", "confidentiality": "yes", "person": "dora"},
    )
    objection = interests.signs_for_self(form, BEN)
    assert objection is not None
    assert interests.signs_for_self(preparing.again(form, objection), BEN) is None
    assert interests.signs_for_self(form, DORA) is None
    assert interests.signs_for_self(signing(), BEN) is None


@pytest.mark.parametrize("conflict", ["none", "None.", "NO", "n/a", "no conflict"])
def test_none_is_no_conflict_in_any_spelling(conflict: str) -> None:
    case = signed(builders.drafted(), signing(conflict))
    assert case.one(SignedForms, "ben/before_opening").conflict == ""


def test_forms_signed_before_the_opening_are_signed_again_after_it() -> None:
    case = signed(builders.received(preparing.published()), signing())
    assert interests.forms_signed(case, BEN)
    case = builders.opening(case)
    objection = interests.forms_signed(case, BEN)
    assert objection is not None
    assert "since the offerors are known" in objection.says
    case = preparing.obeyed(case, objection, NOW)
    assert interests.forms_signed(case, BEN) is None
    assert case.one(SignedForms, "ben/after_opening").offerors == ("acme",)


def test_who_never_signed_is_told_so_and_whoever_signed_speaks_for_nobody_else() -> None:
    case = signed(opened(), signing())
    objection = interests.forms_signed(case, DORA)
    assert objection is not None
    assert objection.says.endswith("confidentiality yet")
    assert objection.clears[0].who == "dora"


def test_without_a_promise_of_confidence_nobody_scores() -> None:
    case = signed(opened(), signing(confidentiality="no"))
    objection = interests.forms_signed(case, BEN)
    assert objection is not None
    assert interests.forms_signed(preparing.obeyed(case, objection, NOW), BEN) is None
    assert [owes_form.owes for owes_form in interests.owes_forms(case)][:1] == ["person:ben"]


def test_a_described_conflict_has_no_remedy_but_somebody_else() -> None:
    case = signed(opened(), signing("My brother works for Acme."))
    objection = interests.forms_signed(case, BEN)
    assert objection is not None
    assert objection.clears == ()
    assert objection.facts["conflict"] == "My brother works for Acme."
    (owed,) = interests.owes_recusal(case)
    assert "ben" in owed.says


def test_a_conflict_of_before_falls_away_when_the_offerors_are_known() -> None:
    case = signed(builders.received(preparing.published()), signing("My aunt owns Zenith."))
    (owed,) = committee.owes_committee(case)
    assert owed.says == "replace ben, who has described a conflict of interest"
    case = signed(builders.opening(case), signing())
    assert interests.forms_signed(case, BEN) is None
    assert list(committee.owes_committee(case)) == []


def test_each_voter_owes_the_forms_of_the_stage() -> None:
    case = signed(builders.drafted(), signing())
    assert [owes_form.owes for owes_form in interests.owes_forms(case)] == [
        "person:chen",
        "person:dora",
    ]
    case = opened()
    assert next(iter(interests.owes_forms(case))).owes == "person:ben"
    assert "again" in next(iter(interests.owes_forms(case))).says


# --- stepping back ------------------------------------------------------------------------------


def stepping(conflict: str = "A brother at Acme", who: str | None = None) -> interests.Recuse:
    return interests.Recuse(conflict=conflict, evaluator=who)


@pytest.mark.parametrize(("conflict", "objects"), [("A brother", True), ("A brother there", False)])
def test_a_member_steps_back_for_a_reason(conflict: str, objects: bool) -> None:
    form = stepping(conflict)
    objection = interests.conflict_is_described(form)
    assert bool(objection) is objects
    if objection:
        assert interests.conflict_is_described(preparing.again(form, objection)) is None


def test_who_steps_back_is_no_voter_any_more() -> None:
    case = interests.recuse(opened(), stepping(), NOW, BEN)
    assert case.one(Recusal, "ben").conflict == "A brother at Acme"
    assert list(committee.committee(case)) == ["person:chen", "person:dora"]
    assert "person:ben" not in [owes_form.owes for owes_form in interests.owes_forms(case)]
    objection = interests.recused_is_a_voter(case, stepping(), BEN)
    assert objection is not None
    assert objection.clears == ()


def test_nobody_but_an_officer_takes_another_out_of_the_scoring() -> None:
    case, form = opened(), stepping(who="dora")
    objection = interests.recused_is_a_voter(case, form, BEN)
    assert objection is not None
    assert objection.clears[0].role == "officer"
    assert interests.recused_is_a_voter(case, form, builders.MARIA) is None
    assert interests.recused_is_a_voter(case, form, DORA) is None
    nobody = interests.recused_is_a_voter(builders.opened(), form, builders.MARIA)
    assert nobody is not None
    assert nobody.clears == ()


# --- briefing -----------------------------------------------------------------------------------


def test_nobody_scores_without_having_been_briefed() -> None:
    case, law = opened(), builders.law()
    objection = briefing.committee_briefed(case, NOW, law, BEN)
    assert objection is not None
    assert objection.clears[0].fields == {"attended": "ben,chen,dora", "held_on": "2026-06-16"}
    case = preparing.obeyed(case, objection, NOW)
    assert briefing.committee_briefed(case, NOW, law, BEN) is None
    assert list(briefing.owes_briefing(case)) == []


@pytest.mark.parametrize(("day", "objects"), [(16, False), (17, True)])
def test_a_briefing_counts_once_it_was_held(day: int, objects: bool) -> None:
    form = briefing.BriefCommittee(attended=("ben",), held_on=date(2026, 6, day))
    case = briefing.brief_committee(opened(), form, NOW, builders.law(), builders.MARIA)
    objection = briefing.committee_briefed(case, NOW, builders.law(), BEN)
    assert bool(objection) is objects
    if objection:
        assert objection.earliest == builders.at("2026-06-17 00:00")
        assert briefing.committee_briefed(case, objection.earliest, builders.law(), BEN) is None


def test_each_who_was_not_there_is_briefed_later() -> None:
    form = briefing.BriefCommittee(attended=("ben",), held_on=None)
    case = briefing.brief_committee(opened(), form, NOW, builders.law(), builders.MARIA)
    (owed,) = briefing.owes_briefing(case)
    assert owed.says == "brief chen, dora on how offers are judged"
    assert briefing.committee_briefed(case, NOW, builders.law(), DORA)
    assert case.one(Briefing, "1").held_on == date(2026, 6, 16)

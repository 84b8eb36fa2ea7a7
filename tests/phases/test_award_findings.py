"""What is found about firms and prices before an award is announced."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from solicitation_flow.casefile import CaseFile
from solicitation_flow.errors import BadFields
from solicitation_flow.forms import check, describe
from solicitation_flow.phases.award import (
    endings,
    exclusions,
    fair_prices,
    intents,
    responsible_firms,
)
from solicitation_flow.phases.evaluation import prices
from solicitation_flow.records.award import (
    FACTORS,
    ExclusionCheck,
    Intent,
    PriceAnalysis,
    Responsibility,
)
from solicitation_flow.rulebook import Clears
from tests.phases import builders

LAW = builders.law()
NOW = builders.at("2026-06-22 12:00")
POSTED = builders.at("2026-06-23 10:00")
SECOND = timedelta(seconds=1)
GOOD = "; ".join(f"{name}:yes, looked at" for name in FACTORS)


def posting(winners: str = "acme", **fields: Any) -> intents.PostIntent:
    words = {"winners": winners, "basis": builders.BASIS, **fields}
    return check(intents.PostIntent, "post_intent", words)


def asked_again(form: intents.PostIntent, clears: Clears) -> intents.PostIntent:
    """Return the form with what an objection asks for put in."""
    words = form.model_dump(exclude_none=True) | dict(clears.fields)
    examples = {field["name"]: field["examples"] for field in describe(intents.PostIntent)}
    for name, word in words.items():
        if word == "...":  # left to whoever types it
            words[name] = examples[name][0]
    return check(intents.PostIntent, "post_intent", words)


def looked_up(case: CaseFile, offeror: str = "acme", **fields: Any) -> CaseFile:
    now = fields.pop("now", NOW)
    words = {"offeror": offeror, "stage": "screening", "sam": "clear", "state_list": "clear"}
    form = check(exclusions.CheckExclusions, "check_exclusions", words | fields)
    return exclusions.check_exclusions(case, form, now, builders.MARIA)


def done(case: CaseFile, clears: Clears) -> CaseFile:
    """Return the case after whatever an objection asked for."""
    fields = dict(clears.fields)
    if clears.command == "check_exclusions":
        return looked_up(case, **fields, now=POSTED)
    if clears.command == "analyze_price":
        form = check(fair_prices.AnalyzePrice, "analyze_price", fields)
        return fair_prices.analyze_price(case, form, NOW, builders.MARIA)
    assert clears.command == "find_responsible"
    return able(case, **fields)


def able(case: CaseFile, offeror: str = "acme", factors: object = GOOD) -> CaseFile:
    words = {"offeror": offeror, "factors": factors}
    form = check(responsible_firms.FindResponsible, "find_responsible", words)
    assert responsible_firms.seven_factors(form) is None
    return responsible_firms.find_responsible(case, form, NOW, builders.MARIA)


def unable(case: CaseFile, offeror: str = "acme") -> CaseFile:
    words = {"offeror": offeror, "factor": "resources"}
    words |= {"defect": "No surety will bond it.", "evidence": "The surety's letter."}
    form = check(responsible_firms.FindNonresponsible, "find_nonresponsible", words)
    return responsible_firms.find_nonresponsible(case, form, NOW, builders.MARIA)


# --- lists of excluded firms


def test_every_offer_still_judged_is_looked_up() -> None:
    case = builders.evaluated()
    objection = exclusions.exclusions_checked(case)
    assert objection is not None
    assert objection.facts["missing"] == ["acme", "zenith"]
    assert [owes_check.says for owes_check in exclusions.owes_checks(case)] == [
        "look acme up on the exclusion lists",
        "look zenith up on the exclusion lists",
    ]
    for remedy in objection.clears:
        case = done(case, remedy)
    assert exclusions.exclusions_checked(case) is None
    assert list(exclusions.owes_checks(case)) == []


@pytest.mark.parametrize("where", ["sam", "state_list"])
def test_a_firm_on_either_list_is_not_judged_further(where: str) -> None:
    case = looked_up(looked_up(builders.evaluated(), "zenith"), **{where: "excluded"})
    objection = exclusions.exclusions_checked(case)
    assert objection is not None
    assert objection.facts == {"missing": [], "excluded": ["acme"]}
    assert [remedy.command for remedy in objection.clears] == ["find_nonresponsive"]
    assert not case.one(ExclusionCheck, "acme/screening").clear


def test_the_newest_look_counts_when_an_award_is_announced() -> None:
    case = builders.ranked()
    objection = exclusions.winners_not_excluded(case, posting())
    assert objection is not None
    assert exclusions.winners_not_excluded(done(case, objection.clears[0]), posting()) is None
    case = looked_up(case, sam="excluded")
    assert exclusions.winners_not_excluded(case, posting("zenith,acme")) is not None
    case = looked_up(case, stage="award", now=NOW + SECOND)
    assert exclusions.winners_not_excluded(case, posting()) is None


def test_an_excluded_winner_gives_way_to_the_next_or_to_nobody() -> None:
    case = looked_up(looked_up(builders.ranked(), sam="excluded"), "zenith")
    objection = exclusions.winners_not_excluded(case, posting())
    assert objection is not None
    assert asked_again(posting(), objection.clears[0]).winners == ("zenith",)
    nobody = exclusions.winners_not_excluded(looked_up(case, "zenith", sam="excluded"), posting())
    assert nobody is not None
    assert nobody.clears == ()
    assert "what is left is to reject all offers" in nobody.says


def test_an_excluded_winner_can_be_left_out() -> None:
    case = looked_up(looked_up(builders.ranked(), sam="excluded"), "zenith")
    objection = exclusions.winners_not_excluded(case, posting("acme,zenith"))
    assert objection is not None
    assert (
        exclusions.winners_not_excluded(case, asked_again(posting(), objection.clears[0])) is None
    )


@pytest.mark.parametrize(
    ("moment", "objects"), [(POSTED - SECOND, True), (POSTED, False), (POSTED + SECOND, False)]
)
def test_a_winner_is_looked_up_again_once_it_is_announced(moment: Any, objects: bool) -> None:
    case = looked_up(builders.intended(), stage="award", now=moment)
    objection = exclusions.exclusions_clear(case)
    assert bool(objection) is objects
    assert bool(list(exclusions.owes_checks(case))) is objects
    if objection:
        assert exclusions.exclusions_clear(done(case, objection.clears[0])) is None


def test_a_winner_excluded_on_the_day_of_the_award_gets_none() -> None:
    case = looked_up(builders.intended(), stage="award", sam="excluded", now=POSTED + SECOND)
    objection = exclusions.exclusions_clear(case)
    assert objection is not None
    form = check(intents.WithdrawIntent, "withdraw_intent", objection.clears[-1].fields)
    assert endings.reason_on_file(form) is None
    assert exclusions.exclusions_clear(intents.withdraw_intent(case, form, POSTED)) is None


# --- prices


def test_a_price_is_accepted_once_it_is_found_fair() -> None:
    case = builders.ranked()
    assert [owes_analyse.owes for owes_analyse in fair_prices.owes_analyses(case)] == [
        "role:officer"
    ]
    objection = fair_prices.price_is_fair(case, posting())
    assert objection is not None
    assert objection.clears[0].fields == {"offeror": "acme"}  # what is found is for whoever looks
    case = award_analyzed(case)
    assert fair_prices.price_is_fair(case, posting()) is None
    assert list(fair_prices.owes_analyses(case)) == []
    assert fair_prices.price_is_fair(case, posting("acme,zenith")) is not None


def test_an_analysis_of_another_price_counts_no_more() -> None:
    case = award_analyzed(builders.ranked())
    form = prices.EnterPrice.model_validate(
        {"offeror": "acme", "amount": "100000.01", "reason": "Page 3."}
    )
    case = prices.enter_price(case, form, builders.MARIA)
    objection = fair_prices.price_is_fair(case, posting())
    assert objection is not None
    assert "100000.01, and 100000 was analyzed" in objection.says


def award_analyzed(case: CaseFile, finding: str = "fair") -> CaseFile:
    words = {"offeror": "acme", "method": "cost", "finding": finding, "reasons": "By its parts."}
    form = check(fair_prices.AnalyzePrice, "analyze_price", words)
    return fair_prices.analyze_price(case, form, NOW, builders.MARIA)


def test_a_price_that_is_not_fair_is_not_accepted() -> None:
    case = award_analyzed(builders.ranked(), "not_fair")
    assert case.one(PriceAnalysis, "acme").amount is not None
    objection = fair_prices.price_is_fair(case, posting())
    assert objection is not None
    assert objection.facts["acme"]["finding"] == "not_fair"


# --- whether a firm can perform


@pytest.mark.parametrize("factor", list(FACTORS))
def test_each_of_seven_factors_is_looked_at_and_there(factor: str) -> None:
    without = "; ".join(f"{name}: yes, looked at" for name in FACTORS if name != factor)
    form = check(responsible_firms.FindResponsible, "x", {"offeror": "acme", "factors": without})
    objection = responsible_firms.seven_factors(form)
    assert objection is not None
    assert objection.facts == {"missing": [factor], "failed": []}
    again = check(responsible_firms.FindResponsible, "x", dict(objection.clears[0].fields))
    assert responsible_firms.seven_factors(again) is None
    form = check(
        responsible_firms.FindResponsible,
        "x",
        {"offeror": "acme", "factors": f"{without}; {factor}: No. Gone"},
    )
    objection = responsible_firms.seven_factors(form)
    assert objection is not None
    assert objection.clears[0].fields["factor"] == factor
    assert objection.clears[0].fields["defect"] == "Gone"


@pytest.mark.parametrize(
    "typed",
    [
        "luck:yes, always",
        "resources",
        "resources:yes",
        "resources:perhaps, a little",
        "resources:yes, a; resources:no, b",
    ],
)
def test_factors_that_cannot_be_read_are_refused(typed: str) -> None:
    with pytest.raises(BadFields):
        check(responsible_firms.FindResponsible, "x", {"offeror": "acme", "factors": typed})


def test_factors_are_stored_as_they_were_found() -> None:
    case = able(builders.ranked())
    responsibility = case.one(Responsibility, "acme")
    assert responsibility.responsible
    assert Responsibility.model_validate_json(responsibility.body()) == responsibility


def test_only_firms_found_able_are_announced() -> None:
    case = builders.ranked()
    assert [owes_finding.says for owes_finding in responsible_firms.owes_findings(case)] == [
        "find whether acme is responsible"
    ]
    objection = responsible_firms.winners_responsible(case, posting())
    assert objection is not None
    case = able(case, objection.clears[0].fields["offeror"])
    assert responsible_firms.winners_responsible(case, posting()) is None
    assert list(responsible_firms.owes_findings(case)) == []


def test_a_firm_found_unable_gives_way_to_the_next() -> None:
    case = able(unable(builders.ranked()), "zenith")
    objection = responsible_firms.winners_responsible(case, posting())
    assert objection is not None
    again = asked_again(posting(), objection.clears[0])
    assert again.winners == ("zenith",)
    assert responsible_firms.winners_responsible(case, again) is None
    basis = intents.award_basis(case, again)
    assert basis is not None  # it does not say yet why acme is passed over
    again = asked_again(again, basis.clears[0]).evolve(
        basis=again.basis, passed_over={"acme": "It was found not responsible."}
    )
    assert again.winners == ("zenith",)
    assert intents.award_basis(case, again) is None
    assert responsible_firms.winners_responsible(case, again) is None


def test_the_next_is_found_able_before_it_takes_the_place() -> None:
    case = unable(builders.ranked())
    objection = responsible_firms.winners_responsible(case, posting())
    assert objection is not None
    clears, posted = objection.clears
    assert (clears.command, clears.fields) == ("find_responsible", {"offeror": "zenith"})
    again = asked_again(posting(), posted)
    assert responsible_firms.winners_responsible(able(case, "zenith"), again) is None


def test_a_winner_found_unable_and_one_not_found_able_yet_are_both_named() -> None:
    case = unable(builders.ranked())
    form = posting("acme,zenith")
    objection = responsible_firms.winners_responsible(case, form)
    assert objection is not None
    assert objection.facts == {"missing": ["zenith"], "not_responsible": ["acme"]}
    missing, not_able = objection.says.split("; ")
    assert "zenith" in missing
    assert "acme" not in missing
    assert "acme" in not_able
    assert "zenith" not in not_able
    finding, intent = objection.clears
    assert (finding.command, finding.fields) == ("find_responsible", {"offeror": "zenith"})
    assert intent.fields == {"winners": ["zenith"]}
    cleared = asked_again(form, intent)
    assert responsible_firms.winners_responsible(able(case, "zenith"), cleared) is None


def test_of_two_winners_the_one_found_able_stays() -> None:
    case = able(unable(builders.ranked()), "zenith")
    objection = responsible_firms.winners_responsible(case, posting("acme,zenith"))
    assert objection is not None
    assert objection.facts == {"missing": [], "not_responsible": ["acme"]}
    (intent,) = objection.clears
    assert intent.fields == {"winners": ["zenith"]}


def test_where_nobody_can_win_no_intent_is_offered() -> None:
    case = unable(unable(builders.ranked()), "zenith")
    objection = intents.award_basis(case, posting("orion"))
    assert objection is not None
    assert objection.clears == ()
    assert "what is left is to reject all offers" in objection.says
    unable_too = responsible_firms.winners_responsible(case, posting())
    assert unable_too is not None
    assert "what is left is to reject all offers" in unable_too.says


# --- more than one award


@pytest.mark.parametrize(
    ("winners", "fields", "objects"),
    [
        ("acme", {}, False),
        ("acme,zenith", {}, True),
        ("acme,zenith", {"need": "No firm serves all six regions.", "fewest": "2"}, False),
        ("acme,zenith", {"need": "No firm serves all six regions.", "fewest": "1"}, True),
        ("acme,zenith", {"need": "No firm serves all six regions.", "fewest": "3"}, True),
        ("acme,zenith", {"need": "No firm serves all six regions."}, True),
        ("acme,zenith", {"need": "Choice", "fewest": "2"}, True),
        ("acme,zenith", {"fewest": "2"}, True),
    ],
)
def test_more_than_one_award_is_needed_in_writing(
    winners: str, fields: dict[str, str], objects: bool
) -> None:
    form = posting(winners, **fields)
    objection = intents.multi_award_needed(form)
    assert bool(objection) is objects
    if objection:
        assert intents.multi_award_needed(asked_again(form, objection.clears[0])) is None


def test_the_intent_keeps_why_one_award_will_not_do() -> None:
    form = posting("acme,zenith", need="No firm serves all six regions.", fewest=2)
    case = intents.post_intent(builders.ranked(), form, NOW, LAW, builders.MARIA)
    assert (case.one(Intent).need, case.one(Intent).fewest) == (form.need, 2)


def test_without_an_intent_nobody_is_looked_up_for_the_award() -> None:
    assert exclusions.exclusions_clear(replace(builders.ranked(), state="evaluation")) is None

import pytest

from solicitation_flow.phases.award import intents
from solicitation_flow.phases.negotiation import (
    competitive_range,
    leakage,
)
from solicitation_flow.records.evaluation import PriceOffer
from solicitation_flow.rulebook import Clears
from tests.phases import builders
from tests.phases.negotiating import (
    NOW,
    asked,
    debriefing,
    inviting,
    opening,
    ranged,
    ranging,
    recording,
    requesting,
    submit,
    talked,
    told,
)


@pytest.mark.parametrize(
    ("summary", "leaks"),
    [
        ("Your price of 100000 is high.", False),
        ("Acme Furniture stays at $100,000.00.", False),
        ("Another offer is lower.", False),
        ("Zenith is lower.", True),
        ("ZENITH-SEATING is lower.", True),
        ("zenith_seating is lower.", True),
        ("The zenithal view.", False),
        ("The sun stands at its zenith.", False),  # `word_of_a_firm` asks to read it again
        ("Can you beat 125000?", True),
        ("Can you beat $125,000.00?", True),
        ("Can you beat 125 000?", True),
        ("Option 20 125,000", True),
        ("Item 1250001 and 0125.000", False),
        ("Built 1125000 times", False),
    ],
)
def test_neither_a_rivals_name_nor_its_price_is_told(summary: str, leaks: bool) -> None:
    objection = told(summary)
    assert bool(objection) is leaks
    if objection:
        assert told(**objection.clears[0].fields) is None


def test_what_leaked_is_named_and_left_out() -> None:
    objection = told(
        "Zenith asks 125,000; Acme asks 100,000.", present="Zoe of Zenith Seating, LLC"
    )
    assert objection is not None
    assert (
        objection.says
        == "the text names zenith; the text discloses another offeror's price: 125,000"
    )
    assert objection.facts["fields"] == ["present", "summary"]
    assert objection.clears[0].command == ""  # the command at hand
    assert objection.clears[0].fields == {
        "summary": "(another offeror) asks (amount); Acme asks 100,000.",
        "present": "Zoe of (another offeror)",
    }


def test_ones_own_name_and_price_give_nobody_away() -> None:
    case = ranged()
    names = {"acme": "Zenith Acme", "zenith": "Zenith"}
    form = recording(summary="Zenith Acme asks 100000.", names=names)
    assert leakage.no_leakage(case, form) is None
    same = case.one(PriceOffer, "acme").evolve(offeror="zenith")
    assert leakage.no_leakage(case.file(same), form) is None


def test_a_supplier_without_a_registered_name_is_known_by_its_key() -> None:
    form = recording(summary="Zenith is lower", names={})
    assert leakage.no_leakage(ranged(), form)


def test_granite_curb_is_no_leak_though_a_bidder_is_called_granite() -> None:
    names = {"acme": "Acme", "zenith": "Granite"}
    curb = recording(summary="The granite curb can be delivered in May.", names=names)
    assert leakage.no_leakage(ranged(), curb) is None
    objection = leakage.word_of_a_firm(ranged(), curb)
    assert objection is not None
    assert "'granite' (zenith)" in objection.says
    firm = recording(summary="Granite can deliver in May.", names=names)
    assert leakage.no_leakage(ranged(), firm) is not None
    assert leakage.word_of_a_firm(ranged(), firm) is None


def test_a_letter_to_all_names_nobody_at_all() -> None:
    case = talked()
    assert leakage.no_leakage(case, requesting(asks="Your best price.")) is None
    assert leakage.no_leakage(case, requesting(asks="Beat Acme.")) is not None
    assert leakage.no_leakage(case, requesting(where="125000 Main Street")) is not None
    alone = competitive_range.set_range(case, ranging("acme"), NOW, builders.MARIA)
    assert leakage.no_leakage(alone, requesting(asks="Beat Acme.")) is None


@pytest.mark.parametrize(
    ("weaknesses", "leaks"),
    [("Dearer than Zenith.", True), ("125000 was asked elsewhere.", True), ("Thin edges.", False)],
)
def test_a_debriefing_tells_of_ones_own_offer_alone(weaknesses: str, leaks: bool) -> None:
    objection = leakage.no_leakage(ranged(), debriefing(weaknesses=weaknesses))
    assert bool(objection) is leaks
    if objection:
        assert objection.clears[0].command == ""  # the command at hand
        assert leakage.no_leakage(ranged(), debriefing(**objection.clears[0].fields)) is None


def test_whom_everybody_knows_to_have_won_may_be_named_but_not_its_price() -> None:
    case = builders.intended(("zenith",))
    assert leakage.no_leakage(case, debriefing(weaknesses="Zenith was first in quality.")) is None
    objection = leakage.no_leakage(case, debriefing(weaknesses="Zenith asks 125,000."))
    assert objection is not None
    assert objection.facts["names"] == []
    back = intents.withdraw_intent(case, intents.WithdrawIntent(reason="A price was misread."), NOW)
    assert leakage.no_leakage(back, debriefing(weaknesses="Zenith was first in quality."))


def test_a_price_given_up_is_still_a_secret() -> None:
    case = opening(submit(asked(), builders.ZENITH), zenith="95000")
    for price in ("125000", "95000"):
        objection = leakage.no_leakage(case, inviting(topics=f"Can you beat {price}?"))
        assert objection is not None
        assert objection.clears[0] == Clears(fields={"topics": "Can you beat (amount)?"})

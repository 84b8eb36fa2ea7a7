"""Letters of the later phases: who reads what, under whose rules, and what nobody may read."""

from dataclasses import replace
from typing import Any

import pytest

from solicitation_flow.notices import Recipient
from solicitation_flow.paper import Templates
from solicitation_flow.records.award import Intent
from solicitation_flow.records.protests import PublicFile
from tests.letterbook import SIZES
from tests.letterbook.award import LATER, extension
from tests.letters import (
    ACME,
    BIRCHWAY,
    FAIRVIEW,
    POSTED,
    SHIPPED,
    Occasion,
    law,
    opened,
    utc,
)

LATE_PHASES = ("negotiation", "award", "protests", "agreements", "participation")
NOTICES = sorted(name for name in SIZES["min"] if name.partition("/")[0] in LATE_PHASES)
TO_ALL = (
    *("amended", "prices_updated", "assigned", "renewed", "expiry_notice", "expired"),
    *("suspended", "reinstated", "terminated"),
)
TEMPLATES = Templates([SHIPPED])


def occasion(notice: str, size: str = "max", **other: Any) -> Occasion:
    return replace(SIZES[size][notice](), **other)


def text(notice: str, size: str = "max", **other: Any) -> str:
    return read(occasion(notice, size, **other), notice)


def read(situation: Occasion, notice: str) -> str:
    return " ".join(str(opened(situation.letter(notice, TEMPLATES)).get_content()).split())


@pytest.mark.parametrize("profile", ["va-local", "az-state", "neutral"])
@pytest.mark.parametrize("size", sorted(SIZES))
@pytest.mark.parametrize("notice", NOTICES)
def test_a_letter_can_be_written_under_every_law_there_is(
    notice: str, size: str, profile: str
) -> None:
    words = text(notice, size, law=law(profile))
    assert f"Rules applied: {law(profile).title}" in words
    assert "None" not in words


@pytest.mark.parametrize("size", sorted(SIZES))
@pytest.mark.parametrize("notice", [name for name in NOTICES if name.startswith("negotiation/")])
def test_no_letter_of_the_negotiation_tells_of_anybody_but_its_reader(
    notice: str, size: str
) -> None:
    situation = occasion(notice, size)
    words = text(notice, size).casefold()
    rivals = {"acme", "birchway", "cobalt"} - {situation.recipient.slug}
    assert not [phrase for phrase in (*rivals, "412,000", "86 points") if phrase in words]


@pytest.mark.parametrize("reader", [ACME, BIRCHWAY, FAIRVIEW])
@pytest.mark.parametrize("size", sorted(SIZES))
@pytest.mark.parametrize("name", TO_ALL)
def test_contractor_and_members_are_each_told_what_they_may_order(
    name: str, size: str, reader: Recipient
) -> None:
    words = text(f"agreements/{name}", size, recipient=reader)
    assert reader.name in words
    assert "order" in words.casefold() or name == "renewed"


def test_who_hands_an_agreement_over_who_takes_it_and_who_uses_it_read_different_things() -> None:
    parts = {recipient.slug: text("agreements/assigned", recipient=recipient) for recipient in
             (ACME, BIRCHWAY, FAIRVIEW)}  # fmt: skip
    assert "Take no further order under it" in parts["acme"]
    assert "You hold the agreement now" in parts["birchway"]
    assert "Address your orders to the new contractor" in parts["fairview"]


def test_an_offeror_that_did_not_consent_reads_when_its_own_offer_lapsed() -> None:
    before = occasion("award/validity_extended")
    mine = replace(before, case=before.case.file(extension("acme")))
    words = read(mine, "award/validity_extended")
    assert "No written consent of yours is on file" in words
    assert "it can be accepted until Sunday, 17 December 2017, 12:00 midnight" in words
    late = replace(mine, now=utc("2018-01-05 15:00"))
    words = read(late, "award/validity_extended")
    assert "it could be accepted until" in words
    assert "nobody may accept it now unless you agree in writing" in words


def test_a_window_that_runs_from_the_file_is_counted_once_the_file_is_open() -> None:
    situation = occasion("award/award_notice", law=law("az-state"))
    words = read(situation, "award/award_notice")
    assert "Your protest must be received before Saturday, 23 September 2017" in words
    records = {
        key: record for key, record in situation.case.records.items() if key[0] != PublicFile.kind
    }
    shut = replace(situation, case=replace(situation.case, records=records))
    words = read(shut, "award/award_notice")
    assert "counted from the day the procurement file is made available to you" in words


def test_a_window_that_is_over_is_said_to_be_over() -> None:
    assert "They ended at Saturday, 9 September 2017" in text("award/award_notice")
    assert "You have 10 calendar days to protest" in text("award/award_notice", now=POSTED)


def test_what_waits_for_a_protest_is_the_award_or_once_it_is_made_the_signing() -> None:
    assert "A protest in time stops the award until" in text("award/intent")
    signing = "A protest in time stops the signing of an agreement under the award until"
    assert signing in text("award/award_notice")
    assert "the notice of intent, and the award: what waits for it is decided" in text(
        "award/intent", law=law("az-state")
    )


def test_a_firm_that_protests_the_terms_is_not_named_before_the_opening() -> None:
    words = text("protests/filed", "min", names={"birchway": BIRCHWAY.name})
    assert "A firm has protested the terms of the solicitation" in words
    assert "birchway" not in words.casefold()
    assert BIRCHWAY.name in text("protests/filed")


def test_the_reminder_of_a_decision_is_about_the_protest_whose_time_runs_out() -> None:
    situation = occasion("protests/decision_reminder")
    other = situation.case.records["protest", "1"].evolve(number=2, protester="acme")
    words = text("protests/decision_reminder", case=situation.case.file(other))
    assert "Protest 1 of" in words
    assert "Acme" not in words


def test_each_of_several_winners_reads_the_number_of_its_own_agreement() -> None:
    assert "has the number RFP-2017-001-A2." in text("award/award_letter")
    assert "has the number RFP-2017-001-A1." in text("award/award_letter", recipient=ACME)


@pytest.mark.parametrize(
    ("outcome", "phrase"),
    [
        ("denied", "Your protest is DENIED."),
        ("sustained", "Your protest is SUSTAINED."),
        ("withdrawn", "it was WITHDRAWN."),
    ],
)
def test_a_decision_says_its_outcome_and_what_can_be_done_about_it(
    outcome: str, phrase: str
) -> None:
    situation = occasion("protests/decision")
    decided = situation.case.records["protest", "1"].evolve(status=outcome)
    shown = text("protests/decision", case=situation.case.file(decided))
    assert phrase in shown
    assert ("You may appeal within 10 calendar days" in shown) is (outcome != "withdrawn")


@pytest.mark.parametrize(
    ("how", "phrase"),
    [
        ("meeting", "We met to discuss"),
        ("call", "by telephone or video"),
        ("written", "discussed your proposal in writing"),
        ("declined", "is not to be discussed"),
    ],
)
def test_a_talk_is_confirmed_as_it_was_held(how: str, phrase: str) -> None:
    situation = occasion("negotiation/confirmation")
    talk = situation.case.records["discussion", "1"].evolve(how=how)
    assert phrase in text("negotiation/confirmation", case=situation.case.file(talk))


@pytest.mark.parametrize(
    ("ground", "phrase"),
    [
        ("cause", "terminated for cause"),
        ("convenience", "no breach is said to lie behind it"),
        ("no_funds", "no funds were appropriated"),
        (None, "The agreement is terminated."),
    ],
)
def test_a_termination_says_on_what_ground(ground: str | None, phrase: str) -> None:
    situation = occasion("agreements/terminated")
    ending = situation.case.records["agreement_ending", "the"].evolve(ground=ground)
    assert phrase in text("agreements/terminated", case=situation.case.file(ending))


def test_an_intent_that_was_posted_again_says_that_the_older_one_is_gone() -> None:
    assert "takes the place of the one that was withdrawn" in text("award/intent")
    situation = occasion("award/intent", now=LATER)
    first = situation.case.one(Intent).evolve(number=1)
    assert "takes the place" not in text("award/intent", case=situation.case.file(first))

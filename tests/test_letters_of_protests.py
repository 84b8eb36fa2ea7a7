"""Letters of protests against findings: nobody's proposal is spoken of before an award is."""

from dataclasses import replace
from typing import Any

import pytest

from solicitation_flow.forms import Nothing
from solicitation_flow.records import Record
from tests.letterbook import award as awards
from tests.letterbook import protests as book
from tests.letters import ACME, BIRCHWAY, Occasion, bare, full, law, least, most
from tests.test_letterbook import read

OWN: dict[str, Any] = {
    **book.WHOLE,
    "against": "finding",
    "finding": "nonresponsive",
    "intent": None,
}
SECRETS = ("Birchway", "wrong page", "Rank the offers", "page 3", "nonresponsive")


def filed(*records: Record, **fields: Any) -> Occasion:
    return full(most(), ACME, book.FILED, *records, book.protest(**OWN | fields))


def decided(*records: Record, status: str = "denied", **fields: Any) -> Occasion:
    protest = book.decided(status, "The offer is found responsive.", **OWN | fields)
    return full(most(), ACME, book.DECIDED, *records, protest, form=Nothing())


@pytest.mark.parametrize(
    ("notice", "recipients"), [("protests/filed", filed()), ("protests/outcome", decided())]
)
def test_others_learn_that_a_finding_is_protested_and_not_whose_or_why(
    notice: str, recipients: Occasion
) -> None:
    text = read(recipients, notice)
    assert "own proposal" in text
    assert not [secret for secret in SECRETS if secret in text]
    back = awards.intent(None, **awards.BACK)
    assert read(replace(recipients, case=recipients.case.file(back)), notice) == text


@pytest.mark.parametrize("notice", ["protests/filed", "protests/outcome"])
def test_once_an_award_is_announced_the_protest_is_named_with_its_grounds(notice: str) -> None:
    occasion = (filed if notice.endswith("filed") else decided)(awards.intent(book.UNTIL))
    text = read(occasion, notice)
    assert "Birchway Learning Spaces" in text
    assert "the finding that its proposal is nonresponsive" in text
    assert "page 3" in text


@pytest.mark.parametrize(
    ("finding", "says"),
    [
        ("late", "Your protest against the finding that your proposal came too late"),
        ("out_of_range", "that your proposal is not kept for discussions"),
        ("nonresponsible", "that your firm is not responsible"),
        ("rejected", "that your proposal was rejected with all the others"),
    ],
)
def test_the_protester_reads_what_it_protested(finding: str, says: str) -> None:
    occasion = replace(filed(finding=finding), recipient=BIRCHWAY)
    text = read(occasion, "protests/received")
    assert says in text
    assert "without your name and without its grounds" in text


def test_after_the_end_nobody_promises_a_letter_the_clock_will_not_write() -> None:
    occasion = replace(
        filed(awards.ending("all rejected")), recipient=BIRCHWAY, law=law("az-state")
    )
    text = read(occasion, "protests/received")
    assert "you may proceed as if your protest were denied" in text
    assert "There is no award, and so none that could wait for a protest." in text
    assert "you are told so" not in text


@pytest.mark.parametrize(
    ("status", "says"),
    [
        ("sustained", "It is SUSTAINED."),
        ("withdrawn", "it was WITHDRAWN."),
        ("deemed_denied", "It counts as DENIED"),
        ("denied", "It is DENIED."),
    ],
)
def test_everybody_reads_how_a_protest_ended(status: str, says: str) -> None:
    assert says in read(decided(status=status), "protests/outcome")


def test_of_two_that_silence_denied_at_one_instant_each_has_its_own_letter() -> None:
    def silent(number: int) -> Any:
        text = {"status": "deemed_denied", "decided_at": book.DECIDED}
        return book.protest(**book.TERMS).evolve(number=number, **text)

    # the clock takes them in the order of their keys, and 10 comes before 9 there
    first, pending = silent(10), book.protest(9, **book.TERMS)
    for held, number in (((pending, first), 10), ((silent(9), first), 9)):
        occasion = bare(least(), ACME, book.DECIDED, *held, form=Nothing())
        assert f"Protest {number} of RFP-2017-001" in read(occasion, "protests/outcome")

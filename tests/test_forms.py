"""Tests that text that reads otherwise than it is stored is refused, with all bad fields."""

from decimal import Decimal
from typing import Any

import pytest

from solicitation_flow import forms
from solicitation_flow.errors import BadFields
from solicitation_flow.forms import Attachment, Dollars, Form, Known, Local, Words, ask
from solicitation_flow.phases.negotiation.bafos import SubmitBafo
from solicitation_flow.phases.papers import Determine, FilePaper
from solicitation_flow.phases.responses.receipt import Receive


class Letter(Form):
    """Something with a field of each kind."""

    title: str = ask("what it is about")
    names: Words = ask("who gets it", default=())
    due: Local | None = ask("by when", default=None)
    extra: dict[str, str] = ask("more", default={})


def bad(**words: Any) -> dict[str, str]:
    with pytest.raises(BadFields) as caught:
        forms.check(Letter, "write", words)
    return {field.field: field.message for field in caught.value.fields}


@pytest.mark.parametrize(
    ("title", "says"),
    [
        ("price\u202elist", "holds a sign that cannot be seen (U+202E): type it anew"),
        ("\u2066price", "holds a sign that cannot be seen (U+2066): type it anew"),
        ("a\x07b", "holds a sign that cannot be seen (U+0007): type it anew"),
        ("a\x1b[31mb", "holds a sign that cannot be seen (U+001B): type it anew"),
        ("\u200b\u200d", "shows nothing: none of its signs can be seen"),
        ("\u3164", "shows nothing: none of its signs can be seen"),
        ("\ufeff", "shows nothing: none of its signs can be seen"),
    ],
)
def test_what_cannot_be_seen_is_refused_wherever_it_hides(title: str, says: str) -> None:
    assert bad(title=title) == {"title": says}
    assert bad(title="x", names=["ben", title]) == {"names": says}
    assert bad(title="x", extra={"a": title}) == {"extra": says}


@pytest.mark.parametrize(
    "title",
    ["Désks", "課桌椅", "שולחן\u200f", "می\u200cرسم", "👩\u200d🏫", "a\nb\tc", "½ m²"],
)
def test_what_people_write_in_their_own_script_is_taken(title: str) -> None:
    assert forms.check(Letter, "write", {"title": title}).title == title


def test_a_field_is_told_about_once_and_what_was_expected_is_said_once() -> None:
    with pytest.raises(BadFields) as caught:
        forms.check(Letter, "write", {"title": "\u202e", "due": "tomorrow", "nmes": "x"})
    refused = [(field.field, field.message, field.hint) for field in caught.value.fields]
    assert refused == [
        ("title", "holds a sign that cannot be seen (U+202E): type it anew", None),
        ("due", "expected a local date and time such as 2026-09-18 14:00", None),
        ("nmes", "no such field", "did you mean 'names'?"),
    ]


def test_an_empty_file_is_no_paper() -> None:
    file = {"name": "scan.pdf", "bytes": 0, "digest": "0" * 64}
    with pytest.raises(BadFields, match=r"file: the file .* is empty"):
        forms.check(FilePaper, "file_paper", {"paper": "minutes", "file": file})
    kept = Attachment(name="scan.pdf", bytes=1, digest="0" * 64)
    assert forms.check(FilePaper, "file_paper", {"paper": "minutes", "file": kept}).file == kept


def test_case_19_an_empty_file_is_no_proposal_and_a_kept_one_stays_readable() -> None:
    empty = {"name": "empty.pdf", "bytes": 0, "digest": "0" * 64}
    with pytest.raises(BadFields, match=r"envelope: the file 'empty.pdf' is empty"):
        forms.check(Receive, "receive", {"envelope": empty})
    with pytest.raises(BadFields, match=r"price: the file 'empty.pdf' is empty"):
        forms.check(SubmitBafo, "submit_bafo", {"price": empty})
    assert forms.Envelope.model_validate(empty).bytes == 0


def test_a_determination_names_a_rule_of_its_workflow() -> None:
    words = {"rule": "minimum_notic", "facts": "a", "reasoning": "b c", "author": "maria"}
    assert Known("rule") in Determine.model_fields["rule"].metadata
    with pytest.raises(BadFields) as caught:
        forms.check(Determine, "determine", words, known={"rule": {"minimum_notice"}})
    [bad_field] = caught.value.fields
    assert (bad_field.field, bad_field.message) == ("rule", "no rule is called 'minimum_notic'")
    assert bad_field.hint == "did you mean 'minimum_notice'?"
    assert forms.check(Determine, "determine", words).rule == "minimum_notic"


# --- amounts as people type them -----------------------------------------------------------------


class Priced(Form):
    """A form with an amount in dollars."""

    amount: Dollars = ask("the amount in dollars")


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("41000.50", "41000.50"),
        ("41,000.50", "41000.50"),
        ("$2,850,000", "2850000"),
        ("$ 412.00", "412.00"),
        (" 1,234 ", "1234"),
    ],
)
def test_an_amount_is_read_as_an_american_office_writes_it(typed: str, amount: str) -> None:
    assert forms.check(Priced, "price", {"amount": typed}).amount == Decimal(amount)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("41000,50", "write 41000.50"),
        ("45.000,00", "write 45000.00"),
        ("1 234,5", "write 1234.5"),
        ("1,2,3", "between groups of three digits"),
        (",,45000", "between groups of three digits"),
        ("12,34", "write 12.34"),
        ("1234,567", "between groups of three digits"),
        ("45_000", "the digits 0 to 9"),
        ("\uff14\uff15\uff10", "the digits 0 to 9"),
        ("\u0664\u0665", "the digits 0 to 9"),
        ("0x10", "the digits 0 to 9"),
    ],
)
def test_case_01_a_decimal_comma_never_makes_an_amount_a_hundred_times_larger(
    typed: str, says: str
) -> None:
    with pytest.raises(BadFields, match=says):
        forms.check(Priced, "price", {"amount": typed})

"""Tests that text that reads otherwise than it is stored is refused, with all bad fields."""

from typing import Any

import pytest

from solicitation_flow import forms
from solicitation_flow.errors import BadFields
from solicitation_flow.forms import Attachment, Form, Known, Local, Words, ask
from solicitation_flow.phases.papers import Determine, FilePaper


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


def test_a_determination_names_a_rule_of_its_workflow() -> None:
    words = {"rule": "minimum_notic", "facts": "a", "reasoning": "b c", "author": "maria"}
    assert Known("rule") in Determine.model_fields["rule"].metadata
    with pytest.raises(BadFields) as caught:
        forms.check(Determine, "determine", words, known={"rule": {"minimum_notice"}})
    [bad_field] = caught.value.fields
    assert (bad_field.field, bad_field.message) == ("rule", "no rule is called 'minimum_notic'")
    assert bad_field.hint == "did you mean 'minimum_notice'?"
    assert forms.check(Determine, "determine", words).rule == "minimum_notic"

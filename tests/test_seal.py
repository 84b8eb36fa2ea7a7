"""Tests that an envelope opens only as what it was sealed as."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solicitation_flow.errors import Trouble
from solicitation_flow.seal import PlainSealer, Sealer

SEALER: Sealer = PlainSealer()


@given(plain=st.binary(), case=st.text(), part=st.text())
def test_what_was_sealed_comes_out_as_it_went_in(plain: bytes, case: str, part: str) -> None:
    sealed = SEALER.seal(plain, case=case, part=part)
    assert SEALER.open(sealed, case=case, part=part) == plain


def test_a_long_proposal_is_kept_whole() -> None:
    plain = bytes(range(256)) * 40_000
    assert SEALER.open(SEALER.seal(plain, case="C", part="p"), case="C", part="p") == plain


def test_the_first_line_says_how_it_was_sealed() -> None:
    header, _, rest = SEALER.seal(b"words\n", case="RFP-1", part="acme").partition(b"\n")
    assert header.startswith(b"solflow-envelope 1 plain ")
    assert rest == b"words\n"


def test_the_same_envelope_has_the_same_bytes() -> None:
    one, two = (SEALER.seal(b"words", case="RFP-1", part="acme") for _ in "12")
    assert one == two


@pytest.mark.parametrize(
    ("case", "part"), [("RFP-2", "acme"), ("RFP-1", "zenith"), ("RFP-1acme", "")]
)
def test_an_envelope_of_another_part_or_case_is_refused(case: str, part: str) -> None:
    sealed = SEALER.seal(b"words", case="RFP-1", part="acme")
    with pytest.raises(Trouble, match="another part or case"):
        SEALER.open(sealed, case=case, part=part)


@pytest.mark.parametrize(
    "header",
    [b"solflow-envelope 2 keyed x", b"solflow-envelope 1 age", b"solflow-envelope 1 plainx"],
)
def test_an_envelope_sealed_in_an_unknown_way_is_refused(header: bytes) -> None:
    with pytest.raises(Trouble, match="a way this program cannot open"):
        SEALER.open(header + b"\nwords", case="RFP-1", part="acme")


@pytest.mark.parametrize(
    "sealed", [b"", b"words", b"words\nwords", b"solflow-envelope 1 plain", b"\n", b"x" * 9_999]
)
def test_what_is_no_envelope_is_refused(sealed: bytes) -> None:
    with pytest.raises(Trouble, match="RFP-1: acme is not an envelope"):
        SEALER.open(sealed, case="RFP-1", part="acme")

"""A proof that held is remembered by all it rests on, and never where any of that differs."""

from pathlib import Path

import pytest

from solicitation_flow.soundness import remembered
from solicitation_flow.soundness.remembered import RememberedProofs, digest_of
from solicitation_flow.workflow import Workflow, read

ROOT = Path(__file__).resolve().parents[1]


def shipped(name: str) -> Workflow:
    text = (ROOT / "workflows" / f"{name}.v1.yaml").read_text(encoding="utf-8")
    return read(text, name)[0]


@pytest.fixture(autouse=True)
def nothing_proved_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "_PROVED", {})


def test_a_digest_changes_with_whatever_a_proof_rests_on(tmp_path: Path) -> None:
    letter = tmp_path / "letter.md"
    letter.write_text("One.", encoding="utf-8")
    person, member = shipped("person"), shipped("member")
    first = digest_of(person, [], [letter], {"rule"})
    assert first == digest_of(person, [], [letter], {"rule"})
    others = {
        digest_of(member, [], [letter], {"rule"}),
        digest_of(person, [member], [letter], {"rule"}),
        digest_of(person, [], [], {"rule"}),
        digest_of(person, [], [letter], {"rule", "another"}),
    }
    letter.write_text("Two.", encoding="utf-8")
    others.add(digest_of(person, [], [letter], {"rule"}))
    assert len(others | {first}) == 6


def test_a_file_keeps_what_was_proved_for_the_next_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "proofs.json"
    RememberedProofs(path).add("abc")
    monkeypatch.setattr(remembered, "_PROVED", {})
    assert "abc" in RememberedProofs(path)
    assert "abd" not in RememberedProofs(path)
    assert "abc" not in RememberedProofs()


@pytest.mark.parametrize("text", ["", "{", "7", "null"])
def test_a_file_that_cannot_be_read_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "proofs.json"
    path.write_text(text, encoding="utf-8")
    proofs = RememberedProofs(path)
    assert "abc" not in proofs
    proofs.add("abc")
    assert "abc" in RememberedProofs(path)


def test_a_folder_that_cannot_be_written_loses_nothing_but_time(tmp_path: Path) -> None:
    proofs = RememberedProofs(tmp_path / "missing" / "proofs.json")
    proofs.add("abc")
    assert "abc" in proofs

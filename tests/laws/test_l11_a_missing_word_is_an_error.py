"""L11: a missing word is an error, and what was sent is stored with its hash."""

from dataclasses import replace
from pathlib import Path

import pytest

from solicitation_flow.engine import Engine, Request
from solicitation_flow.errors import SolflowError
from solicitation_flow.paper import Templates
from solicitation_flow.verify.letters import letter_digest
from tests.engine_fixtures import ROOT
from tests.laws.prepared import DRAFTED, MARIA, PUBLISHED, RFP, at, told_to

SHIPPED = ROOT / "templates"


def _with_posting(tmp_path: Path, engine: Engine, text: str) -> Engine:
    own = tmp_path / "notices" / "issuance"
    own.mkdir(parents=True)
    (own / "posting.md").write_text(text, encoding="utf-8")
    return Engine(replace(engine.environment, templates=Templates([tmp_path, SHIPPED])))


def test_l11_a_missing_word_stops_the_move_and_nothing_is_stored(tmp_path: Path) -> None:
    teller = told_to(DRAFTED)
    at(teller, "2026-01-06 09:00")
    engine = _with_posting(tmp_path, teller.engine, "---\nsubject: Posted\n---\nAsk {{ nobdy }}.\n")
    count = len(engine.environment.store.journal(RFP))
    with pytest.raises(SolflowError, match="nobdy"):
        engine.perform(Request("publish", {"proposals_due": "2026-02-03 14:00"}, case=RFP), MARIA)
    assert len(engine.environment.store.journal(RFP)) == count
    assert not engine.environment.store.outbox()


def test_l11_a_suppliers_words_never_become_template_code() -> None:
    teller = told_to(
        PUBLISHED
        + '2026-01-07 10:00  acme  ask text="{{ 6 * 7 }} {% raw %}"  -> open\n'
        + '2026-01-08 10:00  maria  answer question=1 text="{{ 6 * 7 }} it is"  -> open\n'
        + '2026-01-09 10:00  maria  amend summary="On {{ 6 * 7 }} desks"  -> open\n'
    )
    letter = teller.engine.environment.store.outbox()[-1]
    assert "{{ 6 * 7 }}" in letter.message
    assert "42" not in letter.message.partition("\n\n")[2]


def test_l11_each_letter_is_stored_as_it_leaves_and_its_entry_names_its_digest() -> None:
    store = told_to(PUBLISHED).engine.environment.store
    entry = next(e for e in store.journal(RFP) if e.command == "publish")
    letters = store.outbox(case=RFP)
    assert letters
    assert all(letter.digest in entry.text for letter in letters)


def test_l11_a_template_that_reaches_inside_of_things_stops_the_move(tmp_path: Path) -> None:
    teller = told_to(DRAFTED)
    at(teller, "2026-01-06 09:00")
    text = "---\nsubject: Posted\n---\n{{ '{0.__class__}'.format(agency) }}\n"
    engine = _with_posting(tmp_path, teller.engine, text)
    count = len(engine.environment.store.journal(RFP))
    with pytest.raises(SolflowError, match="cannot be used so"):
        engine.perform(Request("publish", {"proposals_due": "2026-02-03 14:00"}, case=RFP), MARIA)
    assert len(engine.environment.store.journal(RFP)) == count


def test_l11_a_letters_digest_covers_every_byte_and_whom_it_went_to() -> None:
    letter = told_to(PUBLISHED).engine.environment.store.outbox(case=RFP)[-1]
    assert letter_digest(letter) == letter.digest
    for other in (
        letter._replace(message=letter.message + "\n"),
        letter._replace(address="elsewhere@supplier.example"),
    ):
        assert letter_digest(other) != letter.digest

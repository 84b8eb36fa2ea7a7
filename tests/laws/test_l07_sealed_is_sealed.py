"""L7 (its envelope, record and journal half): content stays in the envelope until the opening."""

import json
import logging
from pathlib import Path

import pytest

from solicitation_flow.documents import Documents
from solicitation_flow.engine import Accepted, Engine, Request
from solicitation_flow.errors import BadFields, Trouble
from solicitation_flow.records import digest
from solicitation_flow.records.evaluation import PriceOffer
from solicitation_flow.records.responses import OpenedProposal
from solicitation_flow.simulation.story import parse
from solicitation_flow.store import schema
from solicitation_flow.store.sqlite import SqliteStore
from tests.engine_fixtures import teller as tells
from tests.laws.prepared import (
    ACME,
    DRAFTED,
    GRACE,
    MARIA,
    OPENED,
    PUBLISHED,
    RECEIVED,
    RFP,
    SCORES,
    THEO,
    at,
    done,
    refused,
    told_to,
)

MARK = "MARKER-7f3a-nobody-may-read-this"


def _everything(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


@pytest.fixture
def office(tmp_path: Path) -> tuple[Engine, Path]:
    """Return an open solicitation on disk with one marked proposal inside."""
    folder = tmp_path / "office"
    folder.mkdir()
    schema.upgrade(folder / "solflow.db")
    store = SqliteStore(folder / "solflow.db", synchronous="NORMAL")
    teller = tells(parse(PUBLISHED, "test"), store, tmp_path / "documents", thin=True)
    for happened in teller.tell():
        assert not happened.diverges
    at(teller, "2026-01-27 10:00")
    words: dict[str, object] = {
        "envelope": teller.engine.enclose("p.txt", MARK.encode(), case=RFP, part="envelope"),
        "price": teller.engine.enclose(
            "c.txt", f"total: 1000\n{MARK}".encode(), case=RFP, part="price"
        ),
    }
    answer = teller.engine.perform(Request("receive", words, case=RFP), ACME)
    assert isinstance(answer, Accepted)
    return teller.engine, folder


def test_l7_no_content_in_database_journal_or_letters_before_the_opening(
    office: tuple[Engine, Path], caplog: pytest.LogCaptureFixture
) -> None:
    engine, folder = office
    with caplog.at_level(logging.DEBUG):
        engine.settle()
        engine.view(RFP)
    engine.environment.store.close()
    assert (folder / "solflow.db").stat().st_size > 0
    assert MARK.encode() not in _everything(folder)
    assert MARK not in caplog.text


def test_l7_no_content_in_an_export_before_the_opening(office: tuple[Engine, Path]) -> None:
    from solicitation_flow.exchange.records import package

    engine, _ = office
    assert MARK not in "".join(package(engine, RFP))


def test_l7_content_lives_only_behind_the_sealer(
    office: tuple[Engine, Path], tmp_path: Path
) -> None:
    library = Documents(tmp_path / "documents")
    held = [digest for digest in library.digests() if MARK.encode() in library.get(digest)]
    assert len(held) == 2  # the plain sealer of this edition wraps; keyed sealing will encrypt


def test_l7_the_opening_files_the_content_as_records_and_prices_stay_sealed() -> None:
    case = told_to(OPENED).engine.view(RFP).loaded.case
    assert [opened_proposal.offeror for opened_proposal in case.all(OpenedProposal)] == [
        "acme",
        "zenith",
    ]
    assert case.all(PriceOffer) == []


def test_l7_prices_open_only_when_every_sheet_is_in() -> None:
    teller = told_to(OPENED)
    answer = refused(teller.engine, MARIA, "open_prices")
    assert {ruling.guard for ruling in answer.rulings} >= {"scores_complete"}
    told_to(OPENED + SCORES + "2026-02-05 09:00  maria  open_prices  -> evaluation\n")


def test_l7_opening_and_trying_to_open_are_in_the_access_log() -> None:
    teller = told_to(PUBLISHED + "2026-01-20 16:00  clock  close_questions  -> open\n"
                     "2026-01-27 10:00  acme  receive envelope=@a.txt  -> open\n")  # fmt: skip
    engine = teller.engine
    refused(engine, THEO, "open_proposals", witness="maria")
    at(teller, "2026-02-03 15:00")
    done(engine, THEO, "open_proposals", witness="maria")
    lines = [json.loads(access.text) for access in engine.environment.store.accesses()]
    assert [(line["did"], line["by"]) for line in lines] == [("tried", "theo"), ("opened", "theo")]


def test_l7_a_dry_run_of_the_opening_opens_nothing() -> None:
    teller = told_to(PUBLISHED + "2026-01-20 16:00  clock  close_questions  -> open\n"
                     "2026-01-27 10:00  acme  receive envelope=@a.txt  -> open\n")  # fmt: skip
    at(teller, "2026-02-03 15:00")
    teller.engine.plan(Request("open_proposals", {"witness": "maria"}, case=RFP), THEO)
    assert teller.engine.environment.store.accesses() == []


def test_l7_filled_fields_cannot_be_typed() -> None:
    engine = told_to(DRAFTED).engine
    words = {"proposals_due": "2026-02-03 14:00", "suppliers": "acme"}
    with pytest.raises(BadFields, match="filled by the engine"):
        engine.perform(Request("publish", words, case=RFP), MARIA)


def test_l7_what_comes_in_at_the_door_is_in_no_log(caplog: pytest.LogCaptureFixture) -> None:
    engine = told_to(PUBLISHED).engine
    with caplog.at_level(logging.DEBUG):
        envelope = engine.enclose("p.txt", MARK.encode(), case=RFP, part="envelope")
        done(engine, ACME, "receive", envelope=envelope)
    assert MARK not in caplog.text


def test_l7_what_a_guard_stops_is_an_attempt_and_opens_nothing() -> None:
    teller = told_to(RECEIVED)
    at(teller, "2026-02-03 15:00")
    answer = refused(teller.engine, THEO, "open_proposals", witness="theo")
    assert [ruling.guard for ruling in answer.rulings] == ["witness_at_opening"]
    lines = [json.loads(access.text) for access in teller.engine.environment.store.accesses()]
    assert [(line["did"], line["by"]) for line in lines] == [("tried", "theo")]
    assert teller.engine.view(RFP).loaded.case.all(OpenedProposal) == []


def test_l7_a_dry_run_of_the_opening_shows_no_content() -> None:
    teller = told_to(RECEIVED)
    at(teller, "2026-02-03 15:00")
    answer = teller.engine.plan(Request("open_proposals", {"witness": "maria"}, case=RFP), THEO)
    assert isinstance(answer, Accepted)
    opened = answer.decided.case.all(OpenedProposal)
    assert [(opened_proposal.offeror, opened_proposal.text) for opened_proposal in opened] == [
        ("acme", None),
        ("zenith", None),
    ]


def test_l7_no_price_is_anywhere_before_the_prices_are_opened() -> None:
    store = told_to(OPENED + SCORES).engine.environment.store
    entries = "".join(entry.text for entry in store.journal(RFP))
    assert "sent by acme" in entries
    assert "1000.00" not in entries
    assert "1000.00" not in "".join(letter.message for letter in store.outbox())
    assert not [access for access in store.accesses() if "/price" in access.text]


def test_l7_an_entrys_form_holds_what_was_typed_and_not_what_was_opened() -> None:
    last = told_to(OPENED).engine.environment.store.journal(RFP)[-1]
    assert json.loads(last.text)["form"] == {"witness": "maria"}


def test_l7_the_access_log_is_chained_line_by_line() -> None:
    lines = told_to(OPENED).engine.environment.store.accesses()
    assert len(lines) > 1
    before = ""
    for line in lines:
        assert line.hash == digest(before + line.text)
        before = line.hash


def test_l7_an_envelope_opens_only_as_the_part_it_was_sealed_for() -> None:
    environment = told_to(PUBLISHED).engine.environment
    sealed = environment.sealer.seal(MARK.encode(), case=RFP, part="price")
    with pytest.raises(Trouble, match="another part or case"):
        environment.sealer.open(sealed, case=RFP, part="envelope")


def test_l7_an_opening_under_a_determination_reads_what_it_opens() -> None:
    begun = RECEIVED.replace("voters=eve,ben,chen", "voters=eve,ben")
    teller = told_to(begun + "2026-02-03 14:00  clock  close_receipt  -> opening\n")
    at(teller, "2026-02-03 15:00")
    ruling = refused(teller.engine, THEO, "open_proposals", witness="maria").rulings[0]
    fields = next(remedy for remedy in ruling.clears if remedy.command == "determine").fields
    reasons = {"reasoning": "Two voters were free in time", "author": "maria"}
    request = Request("determine", {**fields, **reasons}, case=RFP)
    assert isinstance(teller.engine.perform(request, GRACE), Accepted)
    done(teller.engine, THEO, "open_proposals", witness="maria")
    opened = teller.engine.view(RFP).loaded.case.all(OpenedProposal)
    assert [
        opened_proposal.offeror
        for opened_proposal in opened
        if opened_proposal.sha256 and opened_proposal.text
    ] == ["acme", "zenith"]

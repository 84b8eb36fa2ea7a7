"""L2: together or not at all."""

import os
import stat
from pathlib import Path

import pytest

from solicitation_flow.documents import Documents
from solicitation_flow.engine import Request
from solicitation_flow.errors import Trouble
from solicitation_flow.records.ledger import Plan
from solicitation_flow.store import writing
from solicitation_flow.workflow import Workflow
from tests.laws.prepared import GRACE, INTENDED, MARIA, RFP, at, bent_to, done, told_to, with_moves
from tests.laws.prepared import refused as refuses
from tests.store_fixtures import fresh_db, opened

CHILD = f"{RFP}-A1"


def test_l2_an_award_and_the_agreements_it_opens_are_one_transaction() -> None:
    teller = told_to(INTENDED)
    at(teller, "2026-03-02 09:00")
    answer = done(teller.engine, GRACE, "award")
    assert [part.header.number for part in answer.plan.parts] == [RFP, f"{RFP}-A1"]


def test_l2_when_the_last_row_cannot_be_stored_nothing_is(monkeypatch: pytest.MonkeyPatch) -> None:
    teller = told_to(INTENDED)
    at(teller, "2026-03-02 09:00")
    teller.engine.settle()
    store = teller.engine.environment.store
    real = store.commit

    def stumbles(plan: Plan) -> None:
        real(Plan((*plan.parts, plan.parts[0]), plan.settings))

    monkeypatch.setattr(store, "commit", stumbles)
    count = len(store.journal(RFP))
    with pytest.raises(Exception, match=r"moved|taken"):
        teller.engine.perform(Request("award", case=RFP), GRACE)
    assert len(store.journal(RFP)) == count
    assert store.load(f"{RFP}-A1") is None


def test_l2_a_move_and_what_it_causes_elsewhere_are_stored_by_one_commit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    teller = told_to(INTENDED)
    at(teller, "2026-03-02 09:00")
    teller.engine.settle()
    store = teller.engine.environment.store
    before, letters, real = store.load(RFP), store.outbox(), store.commit

    def full(plan: Plan) -> None:
        if any(part.header.number == CHILD for part in plan.parts):
            raise Trouble("the disk is full")
        real(plan)

    monkeypatch.setattr(store, "commit", full)
    with pytest.raises(Trouble):
        teller.engine.perform(Request("award", case=RFP), GRACE)
    assert store.load(RFP) == before
    assert store.outbox() == letters


def test_l2_a_kill_in_the_middle_of_a_commit_leaves_nothing_in_the_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = fresh_db(tmp_path)
    teller = told_to(INTENDED, opened(path))
    at(teller, "2026-03-02 09:00")
    teller.engine.settle()
    before = path.with_name("solflow.db"), teller.engine.environment.store.load(RFP)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(writing, "write_settings", killed)  # the last thing a commit does
        with pytest.raises(KeyboardInterrupt):
            teller.engine.perform(Request("award", case=RFP), GRACE)
    afterwards = opened(path)
    assert (path, afterwards.load(RFP)) == before
    assert afterwards.load(CHILD) is None
    afterwards.close()
    done(teller.engine, GRACE, "award")
    teller.engine.environment.store.close()


def test_l2_an_award_whose_agreement_cannot_be_opened_is_refused_whole() -> None:
    def nobodys(workflow: Workflow) -> Workflow:
        return with_moves(workflow.opening.command, by=("officer",))(workflow)

    teller = bent_to(INTENDED, agreement=nobodys)
    at(teller, "2026-03-02 09:00")
    teller.engine.settle()
    before = teller.engine.environment.store.load(RFP)
    assert refuses(teller.engine, GRACE, "award").reason == "not_allowed"
    assert teller.engine.environment.store.load(RFP) == before


def test_l2_a_move_whose_message_another_case_refuses_is_refused_with_it() -> None:
    def deaf(workflow: Workflow) -> Workflow:
        moves = tuple(move for move in workflow.moves if move.command != "record_publication")
        return workflow.evolve(moves=moves)

    teller = bent_to(INTENDED, rfp=deaf, agreement=with_moves("publish", guards=()))
    at(teller, "2026-03-02 09:00")
    done(teller.engine, GRACE, "award")
    signed = {"signed_by_agency": "Ann Walker", "signed_by_contractor": "Joe Acme"}
    term = {"effective_on": "2026-03-05", "expires_on": "2028-03-05"}
    done(teller.engine, MARIA, "execute", case=CHILD, **signed, **term)
    before = teller.engine.environment.store.load(CHILD)
    answer = refuses(teller.engine, MARIA, "publish", case=CHILD, how_to_join="Sign the addendum")
    assert (answer.case, answer.reason) == (RFP, "not_offered")
    assert teller.engine.environment.store.load(CHILD) == before


def test_l2_a_file_is_whole_and_on_the_disk_before_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    library, flush, rename = Documents(tmp_path / "documents"), os.fsync, Path.replace

    def flushed(handle: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        flush(handle)

    def named(self: Path, target: Path) -> Path:
        steps.append("name")
        return rename(self, target)

    monkeypatch.setattr(os, "fsync", flushed)
    monkeypatch.setattr(Path, "replace", named)
    name = library.put(b"a sealed proposal")
    assert steps[:2] == ["file", "name"]
    assert set(steps[2:]) == {"folder"}
    assert library.get(name) == b"a sealed proposal"


def test_l2_a_kill_while_a_file_is_written_leaves_an_orphan_at_most(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Documents(tmp_path / "documents")

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    steps: list[tuple[object, str]] = [(os, "fsync"), (Path, "replace")]
    for whose, step in steps:
        with monkeypatch.context() as broken:
            broken.setattr(whose, step, killed)
            with pytest.raises(KeyboardInterrupt):
                library.put(b"a sealed proposal")
    assert library.digests() == []

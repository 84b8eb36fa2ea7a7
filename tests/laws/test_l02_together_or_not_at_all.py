"""L2: together or not at all."""

import pytest

from solicitation_flow.engine import Wish
from solicitation_flow.records.ledger import Plan
from tests.laws.prepared import GRACE, INTENDED, RFP, at, done, told_to


def test_l2_an_award_and_the_agreements_it_opens_are_one_transaction() -> None:
    teller = told_to(INTENDED)
    at(teller, "2026-03-02 09:00")
    answer = done(teller.engine, GRACE, "award")
    assert [part.header.number for part in answer.plan.parts] == [RFP, f"{RFP}-A1"]


def test_l2_when_the_last_row_cannot_be_stored_nothing_is(monkeypatch: pytest.MonkeyPatch) -> None:
    teller = told_to(INTENDED)
    at(teller, "2026-03-02 09:00")
    teller.engine.settle()
    store = teller.engine.rooms.store
    real = store.commit

    def stumbles(plan: Plan) -> None:
        real(Plan((*plan.parts, plan.parts[0]), plan.settings))

    monkeypatch.setattr(store, "commit", stumbles)
    count = len(store.journal(RFP))
    with pytest.raises(Exception, match=r"moved|taken"):
        teller.engine.perform(Wish("award", case=RFP), GRACE)
    assert len(store.journal(RFP)) == count
    assert store.load(f"{RFP}-A1") is None

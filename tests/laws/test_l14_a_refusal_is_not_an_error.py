"""L14: a refusal is not an error; an error is not a refusal, and neither changes anything."""

from dataclasses import replace

import pytest

from solicitation_flow.decide import Refusal
from solicitation_flow.engine import Engine, Wish
from solicitation_flow.errors import BadFields, NotFound, Usage
from tests.laws.prepared import ACME, MARIA, PUBLISHED, RFP, refused, told_to


def test_l14_wrong_role_wrong_state_and_objections_are_values() -> None:
    engine = told_to(PUBLISHED).engine
    assert refused(engine, ACME, "amend", summary="Please, more time").reason == "not_allowed"
    assert refused(engine, MARIA, "award").reason == "not_offered"
    assert refused(engine, MARIA, "cancel", reason="no").reason == "objections"


def test_l14_wrong_words_are_errors_of_their_own() -> None:
    engine = told_to(PUBLISHED).engine
    with pytest.raises(Usage, match="amned"):
        engine.perform(Wish("amned", case=RFP), MARIA)
    with pytest.raises(BadFields, match="sumary"):
        engine.perform(Wish("amend", {"sumary": "x"}, case=RFP), MARIA)
    with pytest.raises(NotFound):
        engine.perform(Wish("amend", case="RFP-1999-001"), MARIA)


def test_l14_a_bug_in_the_law_crashes_loudly_and_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    teller = told_to(PUBLISHED)
    engine = Engine(replace(teller.engine.rooms))
    action = engine.loader.load(RFP).lifecycle.workflow.book.actions["amend"]
    count = len(engine.rooms.store.journal(RFP))

    def breaks(**_: object) -> Refusal:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(action, "call", breaks)
    with pytest.raises(ZeroDivisionError):
        engine.perform(Wish("amend", {"summary": "Lots are allowed"}, case=RFP), MARIA)
    assert len(engine.rooms.store.journal(RFP)) == count

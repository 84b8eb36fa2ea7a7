"""L14: a refusal is not an error; an error is not a refusal, and neither changes anything."""

import shlex
from dataclasses import replace
from pathlib import Path

import pytest

from solicitation_flow.cli import dispatch
from solicitation_flow.decide import Refusal
from solicitation_flow.engine import Engine, Request
from solicitation_flow.errors import BadFields, NotFound, Usage
from solicitation_flow.store import Store
from solicitation_flow.workspace import settings
from tests.laws.prepared import (
    ACME,
    DRAFTED,
    MARIA,
    PUBLISHED,
    RFP,
    at,
    bent_to,
    refused,
    told_to,
    with_moves,
)


def _everything(store: Store) -> list[object]:
    cases: list[object] = [store.load(header.number) for header in store.find()]
    return [*cases, store.outbox(), store.accesses(), store.reminders(), store.duties()]


def test_l14_wrong_role_wrong_state_and_objections_are_values() -> None:
    engine = told_to(PUBLISHED).engine
    assert refused(engine, ACME, "amend", summary="Please, more time").reason == "not_allowed"
    assert refused(engine, MARIA, "award").reason == "not_offered"
    assert refused(engine, MARIA, "cancel", reason="no").reason == "objections"


def test_l14_wrong_words_are_errors_of_their_own() -> None:
    engine = told_to(PUBLISHED).engine
    with pytest.raises(Usage, match="amned"):
        engine.perform(Request("amned", case=RFP), MARIA)
    with pytest.raises(BadFields, match="sumary"):
        engine.perform(Request("amend", {"sumary": "x"}, case=RFP), MARIA)
    with pytest.raises(NotFound):
        engine.perform(Request("amend", case="RFP-1999-001"), MARIA)


def test_l14_a_bug_in_the_law_crashes_loudly_and_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    teller = told_to(PUBLISHED)
    engine = Engine(replace(teller.engine.environment))
    action = engine.loader.load(RFP).lifecycle.workflow.book.actions["amend"]
    before = _everything(engine.environment.store)

    def breaks(*_: object) -> Refusal:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(action, "call", breaks)
    with pytest.raises(ZeroDivisionError):
        engine.perform(Request("amend", {"summary": "Lots are allowed"}, case=RFP), MARIA)
    assert _everything(engine.environment.store) == before


def test_l14_an_opening_too_is_refused_as_a_value_and_crashes_on_a_bug(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    engine = told_to(DRAFTED).engine
    before = _everything(engine.environment.store)
    request = Request("open_solicitation", {"title": "Desks", "agency": "PWC"}, workflow="rfp")
    answer = engine.perform(request, ACME)
    assert isinstance(answer, Refusal)
    assert answer.reason == "not_allowed"
    action = engine.loader.load(RFP).lifecycle.workflow.book.actions["open_solicitation"]

    def breaks(*_: object) -> Refusal:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(action, "call", breaks)
    with pytest.raises(ZeroDivisionError):
        engine.perform(request, MARIA)
    assert _everything(engine.environment.store) == before


def test_l14_a_bug_in_what_the_clock_does_crashes_loudly_and_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    teller = told_to(PUBLISHED)
    engine = teller.engine
    action = engine.loader.load(RFP).lifecycle.workflow.book.actions["close_questions"]

    def breaks(*_: object) -> Refusal:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(action, "call", breaks)
    at(teller, "2026-01-20 16:01")
    before = _everything(engine.environment.store)
    with pytest.raises(ZeroDivisionError):
        engine.settle()
    assert _everything(engine.environment.store) == before


def test_l14_a_workflow_that_refuses_its_clock_is_a_bug_and_crashes() -> None:
    teller = bent_to(PUBLISHED, rfp=with_moves("close_questions", guards=("received_a_proposal",)))
    at(teller, "2026-01-20 16:01")
    with pytest.raises(AssertionError, match="close_questions was refused"):
        teller.engine.settle()


def test_l14_at_the_command_line_a_refusal_ends_with_3_and_a_wrong_word_with_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr(settings, "login", lambda: "mlogin")

    def typed(line: str) -> int:
        return dispatch.run([*shlex.split(line), "--workspace", str(tmp_path / "office")])

    begun = (
        f"init {tmp_path / 'office'} --training --agency PWC --jurisdiction va-local"
        " --person maria --name Maria --email maria@agency.example --at 2026-06-01T09:00"
    )
    assert dispatch.run(shlex.split(begun)) == 0
    assert typed("new rfp title=Desks agency=PWC") == 0
    assert typed("act RFP-2026-001 publish proposals_due='2026-06-26 14:00' --yes") == 3
    assert typed("act RFP-2026-001 award") == 3
    assert typed("act RFP-2026-001 pubish") == 2
    assert typed("show RFP-2026-001") == 0

"""What a case remembers of answers given about it is what asking anew would answer."""

import pickle
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from solicitation_flow import duties, scoring
from solicitation_flow.casefile import CaseFile
from solicitation_flow.engine.loading import Loaded, Loader
from solicitation_flow.phases.preparation import approval
from solicitation_flow.records.ledger import Duty, Plan
from solicitation_flow.records.offers import NO_LOT
from solicitation_flow.records.papers import Child, Paper
from solicitation_flow.records.preparation import EvaluationPlan
from solicitation_flow.simulation import seeds
from solicitation_flow.simulation.story import read
from solicitation_flow.store.memory import MemoryStore
from tests.engine_fixtures import ROOT, teller

LAW = object()
STORY = ROOT / "workflows" / "scenarios" / "r-tc-18004.story"
CHILD = Child(number="RFP-2026-001-A1", workflow="agreement")


@pytest.fixture
def case() -> CaseFile:
    return CaseFile(number="RFP-2026-001", workflow="rfp", state="open")


@pytest.mark.parametrize("seed", [0, 3, 40, 97])
def test_duties_after_every_move_are_those_of_the_case_read_anew(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit, moves = MemoryStore.commit, []

    def checked(self: MemoryStore, plan: Plan) -> None:
        commit(self, plan)
        for part in {part.header.number: part for part in plan.parts}.values():
            fresh = Loader(self).load(part.header.number)
            owed = duties.duties(fresh.lifecycle.workflow, fresh.case, fresh.law)
            assert list(part.duties) == owed, (part.header.number, part.entry.command)
            moves.append(part.entry.command)

    monkeypatch.setattr(MemoryStore, "commit", checked)
    seeds.play(seed)
    assert len(moves) >= len({goal.workflow for goal in seeds.known()})


ASKED: Mapping[str, Callable[[CaseFile], object]] = {
    "who scores": scoring.voters,
    "whose offers are judged": scoring.offerors,
    "which sheets are missing": scoring.missing,
    "what the sheets come to": lambda case: scoring.sheets_basis(case, NO_LOT),
    "where voters are apart": lambda case: scoring.spreads(case, 10),
    "what is approved": approval._content,
    "what a ranking rests on": lambda case: (
        scoring.basis(case, NO_LOT) if case.get(EvaluationPlan) else ""
    ),
}


@pytest.mark.parametrize("seed", [0, 3, 40, 97])
def test_what_is_remembered_after_every_move_is_what_a_case_read_anew_says(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    learn, counter = Loader.learn, Counter[str]()

    def checked(self: Loader, plan: Plan, ahead: Mapping[str, Loaded]) -> None:
        learn(self, plan, ahead)
        for number in {part.header.number for part in plan.parts}:
            fresh = Loader(self.store).load(number).case
            for name, ask in ASKED.items():
                assert ask(ahead[number].case) == ask(fresh), (number, name)
                counter[name] += bool(ask(fresh))

    monkeypatch.setattr(Loader, "learn", checked)
    seeds.play(seed)
    assert counter["what is approved"]


def test_duties_are_worked_out_once_somebody_looks_and_then_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    row = Duty("RFP-2026-001", "publish", "role:officer", "publish it")

    def owed(_workflow: object, case: CaseFile, _law: object) -> list[Duty]:
        asked.append(case.number)
        return [row]

    monkeypatch.setattr(duties, "duties", owed)
    case = CaseFile(number="RFP-2026-001", workflow="rfp", state="open")
    inbox = duties.Duties(LAW, case, LAW)  # type: ignore[arg-type]
    assert asked == []
    assert (list(inbox), len(inbox), inbox[0], bool(inbox)) == ([row], 1, row, True)
    assert inbox == (row,)
    assert inbox != (row, row)
    assert hash(inbox) == hash((row,))
    assert pickle.loads(pickle.dumps(inbox)) == (row,)  # noqa: S301 - our own bytes
    assert asked == ["RFP-2026-001"]


def test_a_simulated_life_works_out_no_duties_nobody_asks_for() -> None:
    player = teller(read(STORY), MemoryStore())
    list(player.tell())
    kept = player.engine.environment.store._cases.values()  # type: ignore[attr-defined]
    assert {type(folder.duties) for folder in kept} == {duties.Duties}
    assert not [folder for folder in kept if folder.duties._held is not None]


@pytest.mark.parametrize("seed", [3, 97])
def test_a_case_kept_in_mind_is_the_case_read_anew(seed: int) -> None:
    engine = seeds.play(seed).engine
    for header in engine.environment.store.find():
        kept = engine.loader.load(header.number)
        fresh = Loader(engine.environment.store).load(header.number)
        assert kept._replace(lifecycle=fresh.lifecycle, law=fresh.law) == fresh
        assert list(kept.case.records) == list(fresh.case.records)


def test_a_question_is_asked_again_once_something_it_looked_at_has_changed(case: CaseFile) -> None:
    asked: list[int] = []

    def children(case: Any) -> int:
        asked.append(case.count)
        return len(case.all(Child))

    assert [case.recall("children", LAW, children) for _ in range(2)] == [0, 0]
    assert len(asked) == 1
    assert case.file(CHILD).recall("children", LAW, children) == 1
    assert len(asked) == 2


@pytest.mark.parametrize(
    ("look", "change"),
    [
        (lambda case: case.get(Child, CHILD.number), lambda case: case.file(CHILD)),
        (lambda case: len(case.of("child")), lambda case: case.file(CHILD)),
        (lambda case: len(case.records), lambda case: case.file(CHILD)),
        (lambda case: case.title, lambda case: case.called(title="Desks")),
        (lambda case: case.state, lambda case: case.having(state="closed")),
        (lambda case: case.parent and case.parent.state, lambda case: case.having(parent=case)),
        (lambda case: case.due("close"), lambda case: case.start("close", seeds.START)),
        (lambda case: case.deadline("close"), lambda case: case.start("close", seeds.START)),
    ],
)
def test_whatever_a_question_looks_at_it_is_noticed_when_that_changes(
    case: CaseFile, look: Any, change: Any
) -> None:
    before = case.recall("it", LAW, look)
    after = change(case)
    assert after.recall("it", LAW, look) == look(after) != before
    assert case.recall("it", LAW, look) == before


def test_another_law_asks_again(case: CaseFile) -> None:
    answers = iter(["under the old edition", "under the new"])
    assert case.recall("it", LAW, lambda _: next(answers)) == "under the old edition"
    assert case.recall("it", LAW, lambda _: next(answers)) == "under the old edition"
    assert case.recall("it", object(), lambda _: next(answers)) == "under the new"


def test_what_a_question_did_not_look_at_may_change(case: CaseFile) -> None:
    asked = []

    def papers(case: Any) -> list[Paper]:
        asked.append("papers")
        papers: list[Paper] = case.all(Paper)
        return papers

    case.recall("papers", LAW, papers)
    moved = case.file(CHILD).called(title="Desks").having(state="closed", count=9)
    moved.recall("papers", LAW, papers)
    assert asked == ["papers"]

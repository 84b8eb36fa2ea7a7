"""Tests two procedures with different numbers: each case is judged by those of its own."""

import email
import email.policy
import inspect
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from solicitation_flow.clock import VirtualClock
from solicitation_flow.engine import Engine
from solicitation_flow.errors import InvalidFile
from solicitation_flow.jurisdiction import Law
from solicitation_flow.simulation.story import parse
from solicitation_flow.simulation.story_runner import StoryRunner
from solicitation_flow.workdays import instant, local
from solicitation_flow.workflow import Workflow, read
from solicitation_flow.workspace import FileDefinitions
from tests.engine_fixtures import ROOT, engine

Run = Callable[..., Any]
ZONE = "America/New_York"
SMALL = ROOT / "tests" / "workflows"
PACKAGE = ROOT / "solicitation_flow"
BIDS = (
    ("workflow: rfp", "workflow: ifb"),
    ('number: "RFP-', 'number: "IFB-'),
    ("procedure: rfp", "procedure: ifb"),
)
PROFILE = """\
jurisdiction: twofold
extends: va-local
title: Twofold
edition: 1
rules:
  minimum_notice: {rfp: {days: 21}, ifb: {days: 30}}
  standstill: {trust: practice, rfp: {days: 5}, ifb: {days: 15}, replaces: true}
"""
PROCEDURES = ("rfp", "ifb")
STANDSTILL = {"rfp": date(2017, 9, 6), "ifb": date(2017, 9, 14)}


def lay(folder: Path) -> None:
    """Put two small workflows, alike but for their procedure, and a profile into a folder."""
    (folder / "jurisdictions").mkdir(parents=True)
    (folder / "jurisdictions" / "twofold.yaml").write_text(PROFILE, encoding="utf-8")
    text = (SMALL / "rfp.v1.yaml").read_text(encoding="utf-8")
    (folder / "rfp.v1.yaml").write_text(text, encoding="utf-8")
    for before, after in BIDS:
        assert text.count(before) == 1
        text = text.replace(before, after)
    (folder / "ifb.v1.yaml").write_text(text, encoding="utf-8")
    agreement = (SMALL / "agreement.v1.yaml").read_text(encoding="utf-8")
    (folder / "agreement.v1.yaml").write_text(agreement, encoding="utf-8")


def story(procedure: str) -> str:
    """Return a story to its award, for one procedure; what differs is left out."""
    text = (SMALL / "furniture.story").read_text(encoding="utf-8")
    text, _, _ = text.partition("\n## The master agreement")
    text = text.replace("new rfp", f"new {procedure}").replace("va-local", "twofold")
    lines = []
    for line in text.splitlines():
        if "end_standstill" not in line and "2017-07-27 14:00" not in line:
            lines.append(line.replace("2017-09-12", "2017-09-19"))
    return "\n".join(lines)


@cache
def awarded(folder: Path, procedure: str) -> Engine:
    """Return an engine in which a case of one procedure was awarded."""
    script = parse(story(procedure), procedure)
    clock = VirtualClock(instant(datetime.fromisoformat("2017-06-05 09:00"), ZONE))
    made = engine(clock=clock)
    definitions = FileDefinitions((folder, ROOT / "workflows"), "twofold", "neutral", ZONE)
    made = Engine(replace(made.environment, definitions=definitions))
    teller = StoryRunner(made, clock, script, ZONE)
    teller.enter_cast()
    for happened in teller.tell():
        if happened.diverges and happened.step:
            assert happened.step.who == "clock", happened.diverges
    return made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("procedures") / "workflows"
    lay(made)
    return made


def number(procedure: str) -> str:
    return f"{procedure.upper()}-2017-001"


# --- judged by its own -------------------------------------------------------------------------


@pytest.mark.parametrize("procedure", PROCEDURES)
def test_a_window_is_as_long_as_its_procedure_says(folder: Path, procedure: str) -> None:
    case = awarded(folder, procedure).view(number(procedure)).loaded.case
    [row] = [row for row in case.deadlines.values() if row.name == "standstill"]
    assert local(row.due_at, ZONE).date() == STANDSTILL[procedure]


@pytest.mark.parametrize(("procedure", "days"), [("rfp", 5), ("ifb", 15)])
def test_a_letter_quotes_the_number_of_its_procedure(
    folder: Path, procedure: str, days: int
) -> None:
    letters = awarded(folder, procedure).environment.store.outbox()
    intents = [letter for letter in letters if letter.notice == "award/intent"]
    assert intents
    for intent in intents:
        mail = email.message_from_string(intent.message, policy=email.policy.default)
        body = mail.get_body()
        assert body is not None
        assert f"{days} calendar days" in " ".join(body.get_content().split())


@pytest.mark.parametrize("procedure", PROCEDURES)
def test_a_case_below_another_is_judged_by_that_ones_procedure(
    folder: Path, procedure: str
) -> None:
    made = awarded(folder, procedure)
    agreement = made.view(f"{number(procedure)}-A1").loaded
    assert agreement.lifecycle.workflow.procedure is None
    assert agreement.law.procedure == procedure
    assert agreement.law.rule("minimum_notice").days == {"rfp": 21, "ifb": 30}[procedure]
    person = made.view("P-maria").loaded
    assert person.law.procedure is None


def test_guards_why_and_charts_use_the_numbers_of_each_procedure(
    tmp_path: Path, solflow: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path / "workflows")
    monkeypatch.chdir(tmp_path)
    words = ("--training", "--agency", "X", "--jurisdiction", "twofold")
    solflow("init", *words, "--at", "2017-07-18T08:59")
    due = "proposals_due=2017-08-11 14:00"  # in 24 days
    for procedure, other, objects in (("rfp", "ifb", False), ("ifb", "rfp", True)):
        case = solflow("new", procedure, "title=T", "agency=X", "--json").json["number"]
        answer = solflow("why", case, "publish", due, "--json", code=None).json
        [guard] = [guard for guard in answer["guards"] if guard["guard"] == "minimum_notice"]
        assert guard["passes"] is not objects, guard
        chart = solflow("workflow", "show", procedure, "--jurisdiction", "twofold", "--json").json
        counts = {guard["rule"]: guard["counts"] for guard in chart["guards"]}
        days = {"rfp": "21 calendar days", "ifb": "30 calendar days"}
        assert counts["minimum_notice"] == days[procedure]
        shown = solflow("workflow", "show", procedure, "--jurisdiction", "twofold").out
        assert days[procedure] in shown
        assert days[other] not in shown


# --- no guard can ask for another's ------------------------------------------------------------


def test_nothing_that_reads_a_rule_takes_a_procedure() -> None:
    for name in ("rule", "strength", "citation", "window_end"):
        parameters = inspect.signature(getattr(Law, name)).parameters
        assert not {"procedure", "method"} & parameters.keys(), name


def test_a_law_is_bound_where_a_case_is_loaded_planned_or_charted_and_nowhere_else() -> None:
    bound = set()
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if re.search(r"\.law_for\(|\bLaw\((?!\))", text):
            bound.add(path.relative_to(PACKAGE).as_posix().partition("/")[0])
    assert bound <= {"engine", "jurisdiction", "workspace"}, bound


# --- the key in a workflow file ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "flaw"),
    [
        (("procedure: rfp", "procedure: rpf"), ":7:1: no procedure is called 'rpf' (did you mean"),
        (
            ("procedure: rfp", "procedure: rfp\nparent: agreement"),
            ":7:1: a case opened below another is judged by that one's procedure (leave this",
        ),
    ],
)
def test_a_procedure_that_cannot_be_is_refused_with_its_place(
    change: tuple[str, str], flaw: str
) -> None:
    text = (SMALL / "rfp.v1.yaml").read_text(encoding="utf-8").replace(*change)
    with pytest.raises(InvalidFile) as refusal:
        read(text, "w.yaml")
    assert [str(one) for one in refusal.value.flaws if flaw in str(one)], refusal.value.flaws


def test_a_workflow_pinned_before_procedures_were_named_is_judged_as_before() -> None:
    workflow, _ = read((SMALL / "rfp.v1.yaml").read_text(encoding="utf-8"), "w.yaml")
    older = workflow.body().replace('"procedure":"rfp"', '"method":null')
    assert '"method":null' in older
    assert Workflow.from_body(older) == workflow

"""Whoever does exactly what an objection asks gets past it; and what nothing clears says so."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from solicitation_flow.decide import Refusal
from solicitation_flow.engine import Request
from solicitation_flow.rulebook import Clears
from solicitation_flow.simulation.story import read
from tests.clearing import Objected, objections, stuck
from tests.coverage_of_stories import SHIPPED, STORIES, shipped
from tests.engine_fixtures import ROOT, teller

WHY = (ROOT / "docs" / "WHY.md").read_text(encoding="utf-8")
LISTED = WHY.partition("## Objections that nothing clears")[2].partition("\n## ")[0]
HOPELESS = set(re.findall(r"^\| `(\w+)` \|", LISTED, re.MULTILINE))
NAMED = set(re.findall(r"`(\w+)`", LISTED))
INSTEAD = {
    "committee_size",
    "due_is_by_clause",
    "finding_protestable",
    "price_was_unreadable",
    "reopened_as_published",
    "scores_complete",
    "seven_factors",
    "some_protest_waits",
    "some_scores_reopened",
}
"""Guards that name another command in place of the one refused, or one that must be lawful too.

A committee that is named anew scores before the refused command passes.
"""
FEWEST = 60
"""Guards whose remedies are really done, at the least."""
READY = ROOT / "tests/stories/beginnings/ready-to-publish.story"


@cache
def met() -> tuple[Objected, ...]:
    return tuple(objection for path in STORIES for objection in objections(path))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_every_remedy_is_a_command_its_case_offers_now_to_that_role(path: Path) -> None:
    assert not [
        f"{objection}: {objection.flaws}" for objection in objections(path) if objection.flaws
    ]


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_after_doing_what_the_objection_asks_the_command_passes(path: Path) -> None:
    own = [objection for objection in objections(path) if objection.ruling.guard not in INSTEAD]
    assert not [str(objected) for objected in own if objected.stuck]


def test_the_remedies_of_most_guards_were_really_done() -> None:
    done = {objected.ruling.guard for objected in met() if not objected.hopeless}
    assert len(done) >= FEWEST, sorted(done)
    assert {objected.ruling.guard for objected in met() if objected.stuck} <= INSTEAD


def test_what_nothing_clears_says_so_and_is_listed() -> None:
    for objected in (one for one in met() if one.hopeless):
        assert re.search(r"\b(nothing|no)\b", objected.ruling.says), str(objected)
        assert objected.ruling.guard in HOPELESS, str(objected)


def test_the_list_names_guards_of_the_shipped_workflows_in_order() -> None:
    assert guards() >= NAMED, NAMED - guards()
    named = re.findall(r"^\| `(\w+)` \|", LISTED, re.MULTILINE)
    assert named == sorted(named)


def test_every_guard_that_can_object_and_name_no_remedy_is_listed() -> None:
    assert not sorted(set(remediless()) & guards() - NAMED)


def guards() -> set[str]:
    return {name for path in SHIPPED for move in shipped(path).moves for name in move.guards}


def remediless() -> Iterator[str]:
    """Return guards with an objection that has no remedy, no day, and no unknown number."""
    for path in sorted((ROOT / "solicitation_flow/phases").rglob("*.py")):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef):
                calls = (node for node in ast.walk(function) if isinstance(node, ast.Call))
                if any(map(_empty, calls)):
                    yield function.name


def _empty(call: ast.Call) -> bool:
    given = {keyword.arg for keyword in call.keywords}
    named = isinstance(call.func, ast.Name) and call.func.id == "Objection"
    return named and len(call.args) < 3 and not given & {"clears", "earliest", "unknown"}


OFFICER_PUBLISHES = Clears("publish", fields={"proposals_due": "2026-01-15 14:00"}, role="officer")


@pytest.mark.parametrize(
    ("remedy", "why"),
    [
        (OFFICER_PUBLISHES, ""),
        (
            OFFICER_PUBLISHES._replace(fields={"proposals_due": "2026-01-14 14:00"}),
            "gives 9 calendar days",
        ),
        (Clears("describe", role="officer"), "gives 5 calendar days"),
        (Clears("execute"), "knows no command execute"),
    ],
)
def test_a_remedy_that_does_not_help_is_noticed(remedy: Clears, why: str) -> None:
    player = teller(read(READY))
    list(player.tell())
    request = Request("publish", {"proposals_due": "2026-01-10 14:00"}, case=player.number)
    refused = player.engine.perform(request, player.actor("maria"))
    assert isinstance(refused, Refusal)
    short = next(ruling for ruling in refused.rulings if ruling.guard == "minimum_notice")
    message = stuck(player, request, player.actor("maria"), short._replace(clears=(remedy,)))
    assert (why in message) if why else not message

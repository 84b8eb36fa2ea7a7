"""docs/LIFECYCLE.md: every state and command it names is shipped, and no step is left out."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from solicitation_flow import workflow
from solicitation_flow.workflow import Workflow

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "LIFECYCLE.md"
DOSSIER = ROOT.parent / "shared" / "domain" / "DOMAIN.md"

STEP = re.compile(r"^\| (\d+(?:\.\d+)?) \|", re.MULTILINE)
WORDS = re.compile(r"`([^`]+)`")


def section(text: str, heading: str) -> str:
    """Return what stands under a heading, up to the next of its rank."""
    rank = heading.partition(" ")[0]
    return text.partition(f"{heading}")[2].partition(f"\n{rank} ")[0]


def rows(heading: str) -> Iterator[list[str]]:
    for line in section(PAGE.read_text(encoding="utf-8"), heading).splitlines():
        if STEP.match(line):
            yield [cell.strip() for cell in line.strip("|").split("|")]


@cache
def shipped() -> dict[str, Workflow]:
    read = (workflow.read(file.read_text("utf-8"), str(file))[0] for file in files())
    return {definition.name: definition for definition in read}


def files() -> list[Path]:
    return sorted((ROOT / "workflows").glob("*.v1.yaml"))


DONE = list(rows("## What does it"))
SKIPPED = list(rows("## What is skipped, and why"))


@pytest.mark.parametrize("row", DONE, ids=lambda row: row[0])
def test_every_state_is_shipped_and_offers_a_command_that_is_named(row: list[str]) -> None:
    _, _, where, commands = row
    named = set(WORDS.findall(commands))
    offered: set[str] = set()
    assert named
    for place in WORDS.findall(where):
        name, state = place.split(": ")
        definition = shipped()[name]
        assert state in definition.phases, f"{name} has no state {state}"
        here = {*definition.offered(state), definition.opening.command}
        assert here & named, f"nothing named is offered in {place}"
        offered |= here
    assert named <= offered, f"not offered there: {sorted(named - offered)}"


@pytest.mark.parametrize("row", SKIPPED, ids=lambda row: row[0])
def test_every_step_skipped_says_what_and_why_and_names_only_shipped_commands(
    row: list[str],
) -> None:
    _, what, why = row
    assert what
    assert why.endswith(".")
    known = {move.command for definition in shipped().values() for move in definition.moves}
    named = set(WORDS.findall(what + why))
    assert {words for words in named if not words.startswith("solflow ")} <= known


def test_the_steps_stand_in_order_and_only_once() -> None:
    for table in (DONE, SKIPPED):
        steps = [tuple(int(part) for part in row[0].split(".")) for row in table]
        assert steps == sorted(set(steps))


@pytest.mark.skipif(not DOSSIER.is_file(), reason="the dossier is not here")
def test_every_step_of_the_dossier_is_done_or_skipped_for_a_reason() -> None:
    text = DOSSIER.read_text(encoding="utf-8")
    steps = set(STEP.findall(section(text, "### 1.2 ")))
    assert steps
    listed = {row[0] for row in (*DONE, *SKIPPED)}
    assert listed == steps

"""Ten answers of `solflow why`, as an officer reads them: what the page shows is what is printed.

Each block of `docs/WHY_NOT.md` stands under `<!-- after STORY -->`, the story run before it is
typed. `SOLFLOW_GOLDEN=write` writes what is said into the page.
"""

import contextlib
import io
import os
import re
import shlex
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from solicitation_flow.cli.dispatch import run
from solicitation_flow.clock import VirtualClock
from solicitation_flow.records.ledger import stamp
from solicitation_flow.simulation.story import read
from solicitation_flow.simulation.story_runner import StoryRunner
from solicitation_flow.workdays import instant
from solicitation_flow.workspace import Workspace
from tests.engine_fixtures import ROOT

PAGE = ROOT / "docs" / "WHY_NOT.md"
FLAGS = re.DOTALL | re.MULTILINE
BLOCK = re.compile(r"<!-- after (?P<story>\S+) -->\n```console\n(?P<said>.*?)^```$", FLAGS)
FEWEST = 10
SECTIONS = tuple(f"    {word:10}" for word in ("rule", "facts", "when", "source", "cleared by"))
IDENTIFIER = re.compile(r"\b[a-z]+_[a-z_]+\b")


def blocks() -> list[re.Match[str]]:
    """Return the transcripts on the page."""
    return list(BLOCK.finditer(PAGE.read_text(encoding="utf-8")))


@cache
def told(story: str, folder: Path) -> Path:
    """Run a story in a workspace of its own, and return where that is."""
    script = read(ROOT / "tests" / "stories" / story)
    zone = script.about["zone"]
    place = folder / script.about["title"].replace(" ", "-") / Path(story).stem
    place.parent.mkdir(parents=True, exist_ok=True)
    made = Workspace.create(
        place,
        agency=script.about["agency"],
        jurisdiction=script.about["jurisdiction"],
        program=script.about["program"],
        training=True,
        person="you",
        start=instant(datetime.fromisoformat(script.about["start"]), zone),
        environ={"XDG_CONFIG_HOME": str(folder)},
    )
    with contextlib.closing(made):
        clock = made.engine().environment.clock
        assert isinstance(clock, VirtualClock)
        teller = StoryRunner(made.engine(), clock, script, zone)
        teller.enter_cast()
        assert not [step.diverges for step in teller.tell() if step.diverges]
        made.engine().environment.store.settings({"clock": stamp(clock.now())})
    (place / "offer.txt").write_text("Sturdy desks.\n", encoding="utf-8")
    return place


def answered(block: re.Match[str], folder: Path) -> str:
    """Return a block as it reads when its first line is typed now."""
    line = block["said"].splitlines()[0]
    words = shlex.split(line.removeprefix("$ solflow "))
    out = io.StringIO()
    with contextlib.chdir(told(block["story"], folder)), contextlib.redirect_stdout(out):
        run(words)
    output = "".join(f"{printed.rstrip()}\n" for printed in out.getvalue().splitlines())
    return f"{line}\n{output}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("transcripts")


def test_every_transcript_is_what_is_said(folder: Path) -> None:
    text = PAGE.read_text(encoding="utf-8")
    for block in blocks():
        text = text.replace(block["said"], answered(block, folder))
    if os.environ.get("SOLFLOW_GOLDEN") == "write":
        PAGE.write_text(text, encoding="utf-8")
    assert text == PAGE.read_text(encoding="utf-8")


def test_there_are_ten_about_different_rules() -> None:
    lines = {block["said"].splitlines()[0] for block in blocks()}
    assert len(lines) >= FEWEST


@pytest.mark.parametrize("block", blocks(), ids=lambda block: block["said"].splitlines()[0][10:50])
def test_each_says_rule_facts_remedy_time_and_source(block: re.Match[str]) -> None:
    text = block["said"]
    assert any(verdict in text for verdict in ("  objects   ", "  warns     ", "  waived    "))
    for section in SECTIONS:
        assert section in text, f"no line begins {section.strip()!r}"


@pytest.mark.parametrize("block", blocks(), ids=lambda block: block["said"].splitlines()[0][10:50])
def test_no_identifier_stands_in_the_prose(block: re.Match[str]) -> None:
    """A command to type stands on a line of its own; everything else is words."""
    typed = ("$ solflow ", "      solflow ")
    heading = block["said"].splitlines()[1]
    prose = [line for line in block["said"].splitlines() if not line.startswith(typed)]
    breaches = [line for line in prose if line != heading and IDENTIFIER.search(line)]
    assert not breaches, "\n".join(breaches)

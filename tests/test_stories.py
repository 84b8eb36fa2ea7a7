"""Stories a procurement officer can read, replayed: script and expectation at once."""

from pathlib import Path

import pytest

from solicitation_flow.errors import InvalidFile
from solicitation_flow.simulation.story import parse
from tests.coverage_of_stories import SHIPPED, STORIES, Told, shipped, tell, untold
from tests.engine_fixtures import ROOT, told

FEWEST = 25
"""Stories told whole, the common beginnings aside."""


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_every_line_of_the_story_holds(path: Path) -> None:
    assert not tell(path).diverging, "\n".join(tell(path).diverging)


def test_there_is_a_story_for_every_path_and_end_that_matters() -> None:
    assert len([path for path in STORIES if path.parent.name != "beginnings"]) >= FEWEST


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
@pytest.mark.parametrize("what", ["moves", "never objects", "never stands aside"])
def test_every_move_is_told_and_every_guard_both_ways(path: Path, what: str) -> None:
    heard = Told()
    for story in STORIES:
        heard.add(tell(story))
    missing = untold(shipped(path), heard)[what]
    assert not missing, f"{what}:\n" + "\n".join(missing)


def test_a_story_that_expects_the_wrong_state_diverges() -> None:
    path = ROOT / "workflows" / "scenarios" / "r-tc-18004.story"
    text = path.read_text(encoding="utf-8").replace("-> drafting", "-> open", 1)
    _, happened = told(text)
    assert any(event.diverges for event in happened)


def test_a_story_begins_where_the_one_it_follows_ended(tmp_path: Path) -> None:
    (tmp_path / "first.story").write_text("title: Desks\nperson: maria Maria officer\n")
    after = parse("follows: first.story\ntitle: Chairs\n", str(tmp_path / "second.story"))
    assert after.about["title"] == "Chairs"
    assert [party.key for party in after.cast] == ["maria"]


@pytest.mark.parametrize(("name", "says"), [("gone.story", "no story"), ("me.story", "too many")])
def test_a_story_cannot_follow_what_is_not_there_or_itself(
    tmp_path: Path, name: str, says: str
) -> None:
    (tmp_path / "me.story").write_text(f"follows: {name}\n")
    with pytest.raises(InvalidFile, match=says):
        parse(f"follows: {name}\n", str(tmp_path / "me.story"))

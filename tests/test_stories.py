"""Stories a procurement officer can read, replayed: script and expectation at once."""

from pathlib import Path

import pytest

from tests.enginehouse import ROOT, told

STORIES = sorted(
    [
        *(ROOT / "tests" / "stories").glob("*.story"),
        *(ROOT / "workflows" / "scenarios").glob("*.story"),
    ]
)


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_every_line_of_the_story_holds(path: Path) -> None:
    _, happened = told(path)
    diverging = [
        f"{each.diverges}\n    {each.step.line}: {each.step.text}" if each.step else each.diverges
        for each in happened
        if each.diverges
    ]
    assert not diverging, "\n".join(diverging)


def test_a_story_that_expects_the_wrong_state_diverges() -> None:
    path = ROOT / "workflows" / "scenarios" / "r-tc-18004.story"
    text = path.read_text(encoding="utf-8").replace("-> drafting", "-> open", 1)
    _, happened = told(text)
    assert any(each.diverges for each in happened)

"""Five hundred files that came to harm: workflows, jurisdictions, programs, stories and forms."""

import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from solicitation_flow.errors import Flaw, InvalidFile
from solicitation_flow.jurisdiction import read_profile, read_program
from solicitation_flow.simulation import story
from solicitation_flow.workflow import read
from solicitation_flow.workspace import FileDefinitions
from tests.rubbish.house import Place, answered
from tests.rubbish.manglings import MANGLINGS, endless

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = ROOT / "workflows"
EACH = 100
FORM = b"""\
summary: 'The chairs may be blue.'
material: no
proposals_due: 2026-07-10 14:00
changes_nature: no
"""
LIKENESS = re.compile(r".+:\d+:\d+: .+")
"""How a flaw is told: file, line, column, message."""


def harmed(raw: bytes, seed: int) -> bytes:
    """Return a file after one or two accidents."""
    chance = random.Random(seed)
    mangling = MANGLINGS[seed % len(MANGLINGS)]
    made = mangling(raw, chance)
    if made and mangling is not endless and chance.random() < 0.3:
        made = chance.choice(MANGLINGS[:2])(made, chance)
    return made


def refused(reader: Callable[[str, str], object], raw: bytes, path: Path) -> bool:
    """Read harmed bytes as a text: either that goes well, or every flaw has its place."""
    flaws: Sequence[Flaw] = ()
    try:
        reader(raw.decode("utf-8", "replace"), str(path))
    except InvalidFile as invalid:
        flaws = invalid.flaws or [Flaw("", 0, 0, "")]
    assert all(flaw.line >= 1 and flaw.column >= 1 and flaw.message for flaw in flaws)
    return bool(flaws)


def over_parents(text: str, file: str) -> object:
    """Read a jurisdiction file over the shipped files it extends."""
    shipped_files = FileDefinitions((WORKFLOWS,), "neutral", "neutral", "")
    return read_profile(text, file, shipped_files.jurisdiction_files().parents())


@pytest.mark.parametrize(
    ("reader", "name"),
    [
        (over_parents, "jurisdictions/neutral.yaml"),
        (read_program, "programs/neutral.yaml"),
        (read, "participation.v1.yaml"),
    ],
)
def test_a_harmed_definition_is_refused_with_every_place(
    reader: Callable[[str, str], object], name: str, tmp_path: Path
) -> None:
    whole = (WORKFLOWS / name).read_bytes()
    refusals = sum(
        refused(reader, harmed(whole, seed), tmp_path / "x.yaml") for seed in range(EACH)
    )
    assert refusals > EACH // 2
    assert not refused(reader, whole, tmp_path / "x.yaml")


def test_a_harmed_story_is_refused_with_every_place(tmp_path: Path) -> None:
    whole = next((ROOT / "tests" / "stories").glob("*/*.story")).read_bytes()
    refusals = sum(
        refused(story.parse, harmed(whole, seed), tmp_path / "x.story") for seed in range(EACH)
    )
    assert refusals > EACH // 3


def test_workflow_check_takes_whatever_a_file_holds(place: Place) -> None:
    whole = (WORKFLOWS / "supplier.v1.yaml").read_bytes()
    path = place.here / "supplier.v1.yaml"
    codes = []
    for seed in range(EACH // 2):
        path.write_bytes(harmed(whole, seed))
        answer = answered(["workflow", "check", path.name])
        codes.append(answer.code)
        assert answer.code in {0, 6}, (seed, answer)
        assert "Traceback" not in answer.err
        text = answer.out + answer.err
        assert answer.code == 0 or LIKENESS.search(text), (seed, text[:300])
    assert codes.count(6) > EACH // 3
    place.mend()


def test_a_harmed_form_is_a_clear_no_and_stores_nothing(place: Place) -> None:
    path, before = place.here / "form.yaml", place.digest()
    codes = []
    for seed in range(EACH):
        path.write_bytes(harmed(FORM, seed))
        answer = answered(["act", "RFP-2026-001", "amend", "--file", path.name, "--dry-run"])
        codes.append(answer.code)
        assert answer.code in {0, 2, 3, 6}, (seed, answer)
        assert "Traceback" not in answer.err
        assert answer.code != 6 or LIKENESS.search(answer.err), (seed, answer)
    assert {2, 6} <= set(codes)
    assert place.digest() == before
    place.mend()


def test_a_harmed_file_of_settings_is_a_clear_no(place: Place) -> None:
    path = place.here / "solflow.toml"
    whole = path.read_bytes()
    for seed in range(EACH // 2):
        path.write_bytes(harmed(whole, seed))
        answer = answered(["list"])
        assert answer.code in {0, 1, 2, 4, 6}, (seed, answer)
        assert "Traceback" not in answer.err
        assert "bug" not in answer.err, (seed, answer, path.read_bytes()[:300])
    place.mend()


def test_a_harmed_override_stops_new_cases_and_no_other(place: Place) -> None:
    folder = place.here / "workflows"
    folder.mkdir(exist_ok=True)
    whole = (WORKFLOWS / "supplier.v1.yaml").read_bytes()
    for seed in range(10):
        (folder / "supplier.v1.yaml").write_bytes(harmed(whole, seed * 3))
        answer = answered(["suppliers", "add", "beta", "name=Beta", "email=b@b.example"])
        assert answer.code in {0, 6}, (seed, answer)
        assert answered(["next", "RFP-2026-001"]).code == 0
        if answer.code == 0:
            place.mend()
            folder.mkdir(exist_ok=True)
    place.mend()

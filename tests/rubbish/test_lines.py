import json
import re

import pytest

from tests.rubbish.house import Answer, Place, answered
from tests.rubbish.lines import REFUSED, Line, Rubbish
from tests.rubbish.words import Lexicon, lexicon

SEED, EACH, BLOCKS = 2026, 100, 20


@pytest.fixture(scope="module")
def words(place: Place) -> Lexicon:
    return lexicon(place.here)


@pytest.fixture(scope="module")
def lines(words: Lexicon) -> list[Line]:
    return list(Rubbish(SEED, words).lines(EACH * BLOCKS))


def wrong_with(line: Line, answer: Answer, place: Place) -> str:
    """Return what is wrong with an answer; nothing, if nothing is."""
    text = answer.out + answer.err
    wrong = []
    if "Traceback (most" in text or re.search(r"\bbug: ", text):
        wrong.append("a bug")
    if answer.code not in line.codes:
        wrong.append(f"exit code {answer.code}, not one of {sorted(line.codes)}")
    if place.stored() and answer.code:
        wrong.append("something was stored")
    if answer.code and "--json" in line.words[:1] and not answer.out:
        text, missing = as_json(answer.err)
        wrong += missing
    if answer.code not in {0, REFUSED}:
        unnamed = [name for name in line.names if name not in text]
        wrong += [f"{unnamed} not named"] if unnamed else []
    if answer.code and not text:
        wrong.append("nothing said")
    return "; ".join(wrong)


def as_json(err: str) -> tuple[str, list[str]]:
    """Return the message of an error shown to a program, and what is wrong with it."""
    try:
        no = json.loads(err)
    except json.JSONDecodeError:
        return "", ["no JSON on standard error"]
    missing = {"schema_version", "code", "message", "field", "hint", "next"} - set(no)
    return str(no.get("message")), [f"no {', '.join(missing)} in the error"] if missing else []


@pytest.mark.parametrize("block", range(BLOCKS))
def test_rubbish_is_answered_with_a_clear_no(block: int, place: Place, lines: list[Line]) -> None:
    complaints = []
    before = place.digest()
    for line in lines[block * EACH : (block + 1) * EACH]:
        answer = answered(line.words, line.stdin)
        if wrong := wrong_with(line, answer, place):
            shown = [word[:80] for word in line.words]
            complaints.append(f"{wrong}: {shown}\n    {answer.err[:300]}")
        if place.stored():
            place.mend()
    assert not complaints, "\n".join(complaints)
    assert place.digest() == before


def test_the_same_seed_gives_the_same_rubbish(words: Lexicon, lines: list[Line]) -> None:
    assert list(Rubbish(SEED, words).lines(EACH * BLOCKS)) == lines
    assert len({(*line.words, line.stdin) for line in lines}) == 2_000

import json
import re

import pytest

from tests.rubbish.house import Answer, Place, answered
from tests.rubbish.lines import REFUSED, Line, Rubbish
from tests.rubbish.words import Lexicon, lexicon

EACH, BLOCKS = 100, 20


@pytest.fixture(scope="module")
def words(place: Place) -> Lexicon:
    return lexicon(place.here)


def wrong_with(line: Line, answer: Answer, place: Place) -> str:
    """Answers what is wrong with an answer; nothing, if nothing is."""
    said = answer.out + answer.err
    wrong = []
    if "Traceback (most" in said or re.search(r"\bbug: ", said):
        wrong.append("a bug")
    if answer.code not in line.codes:
        wrong.append(f"exit code {answer.code}, not one of {sorted(line.codes)}")
    if place.stored() and answer.code:
        wrong.append("something was stored")
    if answer.code and "--json" in line.words[:1] and not answer.out:
        said, missing = as_json(answer.err)
        wrong += missing
    if answer.code not in {0, REFUSED}:
        unnamed = [name for name in line.names if name not in said]
        wrong += [f"{unnamed} not named"] if unnamed else []
    if answer.code and not said:
        wrong.append("nothing said")
    return "; ".join(wrong)


def as_json(err: str) -> tuple[str, list[str]]:
    """Answers the message of an error told to a program, and what is amiss with it."""
    try:
        no = json.loads(err)
    except json.JSONDecodeError:
        return "", ["no JSON on standard error"]
    missing = {"schema_version", "code", "message", "field", "hint", "next"} - set(no)
    return str(no.get("message")), [f"no {', '.join(missing)} in the error"] if missing else []


@pytest.mark.parametrize("block", range(BLOCKS))
def test_rubbish_is_answered_with_a_clear_no(block: int, place: Place, words: Lexicon) -> None:
    found = []
    before = place.digest()
    for line in Rubbish(block, words).lines(EACH):
        answer = answered(line.words, line.stdin)
        if wrong := wrong_with(line, answer, place):
            shown = [word[:80] for word in line.words]
            found.append(f"{wrong}: {shown}\n    {answer.err[:300]}")
        if place.stored():
            place.mend()
    assert not found, "\n".join(found)
    assert place.digest() == before

"""Registers from CSV files: everybody in the file is entered, or nobody is."""

import json
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.rubbish.house import Place, answered
from tests.rubbish.manglings import (
    bytes_flipped,
    carriages,
    control,
    cut_off,
    line_lost,
    line_twice,
    lines_moved,
    mark_first,
    no_utf8,
    other_coding,
    quotes,
)

GOOD = """\
key,name,email
beta,"Beta Chairs, Inc.",bids@beta.example
gamma,=cmd|' /C calc'!A0,bids@gamma.example
delta,<script>alert(1)</script>,bids@delta.example
"""
MANGLINGS = (
    bytes_flipped, carriages, control, cut_off, line_lost, line_twice, lines_moved, mark_first,
    no_utf8, other_coding, quotes,
)  # fmt: skip


def given(place: Place, content: str | bytes, register: str = "suppliers") -> Path:
    path = place.here / f"{register}.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_everybody_in_a_file_is_entered_in_one_go(place: Place) -> None:
    path = given(place, "\ufeff" + GOOD.replace("\n", "\r\n"))
    before = place.digest()
    answer = answered(["suppliers", "import", str(path), "--dry-run"])
    assert (answer.code, place.digest()) == (0, before)
    assert "3 rows could be entered" in answer.out
    answer = answered(["suppliers", "import", str(path)])
    assert (answer.code, answer.out) == (0, "3 rows entered: S-beta, S-gamma, S-delta\n")
    assert "<script>" in answered(["suppliers", "show", "delta"]).out
    assert answered(["verify"]).code == 0
    answer = answered(["suppliers", "import", str(path)])
    assert answer.code == 6
    assert answer.err.count("is in the register already") == 3
    place.mend()


@pytest.mark.parametrize(
    ("content", "flaws"),
    [
        ("", ["1:1: the file is empty"]),
        ("\n\n", ["1:1: the file is empty"]),
        ("key,name,email\n", ["1:1: the file has no rows"]),
        ("key;name;email\nbeta;Beta;b@b.example\n", ["1:1: the cells are separated by ';'"]),
        ("key,nmae,email\nb,B,b@b.example\n", ["1:2: no such field 'nmae' (did you mean 'name'",
                                              "1:1: name: is missing"]),
        ("key,key,name,email\na,b,c,d@e.example\n", ["1:2: the field 'key' is named twice"]),
        ("key,name,email\nbeta,Beta\n", ["2:1: has 2 cells, the first line 3"]),
        ('key,name,email\nBETA,,nobody\nb,B,b@b.example,x\nc,"C\n', [
            "2:1: key: must be", "2:2: name: is missing", "2:3: email: must be",
            "3:1: has 4 cells", "4:1: cannot be read as CSV"]),
        ('key,name,email\nb,"two\nlines",b@b.example\nc,C,no\n', [
            "2:2: name: must be a single line", "4:3: email: must be"]),
        ("key,name,email\nb,B,b@b.example\nb,B,b@b.example\nacme,A,a@a.example\n", [
            "3:1: key: 'b' is on line 2 already", "4:1: key: 'acme' is in the register"]),
        ("key,name,email\nb,\x1b[2J,b@b.example\nc,\u200b,c@c.example\n", [
            "2:2: name: holds a sign that cannot be seen", "3:2: name: shows nothing"]),
        ("key,name,email\nb,Acme\u200b Chairs,b@b.example\n", [
            "2:2: name: holds a sign that cannot be seen (U+200B)"]),
        ("key,name,email,simulated\nb,B,b@b.example,perhaps\n", ["2:4: simulated: "]),
        ("key,name,email\nb," + "x" * 200_000 + ",b@b.example\n", ["2:1: cannot be read as CSV"]),
    ],
)  # fmt: skip
def test_a_bad_file_enters_nobody_and_every_bad_cell_is_named(
    place: Place, content: str, flaws: Sequence[str]
) -> None:
    path, before = given(place, content), place.digest()
    answer = answered(["suppliers", "import", path.name])
    assert answer.code == 6, answer
    for flaw in flaws:
        assert f"suppliers.csv:{flaw}" in answer.err
    assert len(answer.err.splitlines()) == len(flaws), answer.err
    assert place.digest() == before
    document = json.loads(answered(["suppliers", "import", path.name, "--json"]).err)
    assert (document["code"], len(document["flaws"])) == ("invalid_file", len(flaws))


@pytest.mark.parametrize(
    "content",
    [
        "sep=;\r\nkey;name;email\r\nfirst;First Co;a@first.example\r\n",
        "sep=,\r\nkey,name,email\r\nfirst,First Co,a@first.example\r\n",
        "key,name,email,,\r\nfirst,First Co,a@first.example,,\r\n",
        "key,name,email\r\nfirst,First Co,a@first.example,,\r\n",
        "sep=\t\nkey\tname\temail\nfirst\tFirst, Co\ta@first.example\t\t\n",
    ],
)
def test_case_21_what_a_spreadsheet_adds_to_a_csv_file_is_passed_over(
    place: Place, content: str
) -> None:
    path = given(place, content)
    answer = answered(["suppliers", "import", path.name, "--dry-run"])
    assert answer.code == 0
    assert answer.out.startswith("1 row could be entered")


def test_case_21_a_flaw_below_a_line_of_the_spreadsheet_keeps_its_own_line(place: Place) -> None:
    path = given(place, "sep=;\nkey;name;email\nfirst;First Co;nobody\n")
    assert "suppliers.csv:3:3: email: must be" in answered(["suppliers", "import", path.name]).err


def test_each_register_asks_for_its_own_fields(place: Place) -> None:
    given(place, "key,name,email\nx,X,x@x.example\n", "members")
    answer = answered(["members", "import", "members.csv"])
    assert answer.code == 6
    assert "kind: is missing" in answer.err
    assert "state: is missing" in answer.err
    given(place, 'key,name,email,roles\nx,X,x@x.example,"officer,nobody"\n', "people")
    answer = answered(["people", "import", "people.csv"])
    assert "people.csv:2:4: roles: no role is called 'nobody'" in answer.err
    assert answered(["people", "import", "none.csv"]).code == 4
    assert answered(["people", "import", "outbox"]).code == 4


def test_who_may_not_enter_anybody_enters_nobody(place: Place) -> None:
    path, before = given(place, GOOD), place.digest()
    assert answered(["suppliers", "import", path.name, "--as", "acme"]).code == 3
    assert place.digest() == before


def test_a_harmed_file_enters_everybody_left_in_it_or_nobody(place: Place) -> None:
    before, codes = place.digest(), set()
    for seed in range(110):
        chance = random.Random(seed)
        raw = MANGLINGS[seed % len(MANGLINGS)](GOOD.encode(), chance)
        path = given(place, raw)
        answer = answered(["suppliers", "import", path.name, "--dry-run"])
        codes.add(answer.code)
        assert answer.code in {0, 6}, (seed, answer)
        assert "Traceback" not in answer.err
        assert answer.code == 0 or "suppliers.csv:" in answer.err
    assert codes == {0, 6}
    assert place.digest() == before
    place.mend()

"""Tests that every flaw in a file has its place, and words that help."""

import os
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solicitation_flow.errors import InvalidFile, NotFound, Trouble
from solicitation_flow.yamlfile import Tree, did_you_mean, flaws, nearest, read, read_file

FILE = """\
# a comment
workflow: rfp
states:
  drafting:
    may: [publish, cancel]
    days: 10
  open: {days: 12:30, at: no}
"""


def refused(text: str) -> list[str]:
    with pytest.raises(InvalidFile) as refusal:
        read(text, "f.yaml")
    return [str(flaw) for flaw in refusal.value.flaws]


def value(text: str) -> Any:
    return read(f"key: {text}\n", "f.yaml").value["key"]


# --- what words become -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("10", 10),
        ("-3", -3),
        ("0", 0),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("[1, two]", [1, "two"]),
        ("{}", {}),
    ],
)
def test_plain_words_become_numbers_booleans_and_nothing(written: str, meant: object) -> None:
    assert value(written) == meant
    assert type(value(written)) is type(meant)


@pytest.mark.parametrize(
    "written",
    [
        *("no", "yes", "on", "off", "012", "+5", "0x1F", "0o17", "12:30", "1_000"),
        *("1.5", "1e3", ".inf", ".nan", "2026-06-15", "2026-06-15T14:00:00Z", "9" * 5000),
    ],
)
def test_what_older_yaml_would_mangle_stays_as_written(written: str) -> None:
    assert value(written) == written


def test_quoted_words_are_text() -> None:
    assert [value("'10'"), value('"true"'), value("''")] == ["10", "true", ""]


def test_keys_are_text_as_written() -> None:
    assert list(read("1: a\nno: b\ntrue: c\n012: d\n", "f").value) == ["1", "no", "true", "012"]


def test_a_byte_order_mark_and_foreign_line_ends_do_no_harm() -> None:
    assert read("\ufeffa: 1\r\nb: 2\r\n", "f").value == {"a": 1, "b": 2}


def test_an_alias_repeats_what_its_anchor_names_and_keeps_its_own_place() -> None:
    tree = read("a: &x {b: 1}\nc: *x\n", "f")
    assert tree.value == {"a": {"b": 1}, "c": {"b": 1}}
    assert tree.place(["c"]) == (2, 1)
    assert tree.place(["c", "b"]) == (1, 8)


# --- where words stand -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ([], (2, 1)),
        (["workflow"], (2, 1)),
        (["states", "drafting"], (4, 3)),
        (["states", "drafting", "may", 1], (5, 20)),
        (["states", "open", "at"], (7, 23)),
        (["states", "open", "missing", "deeper"], (7, 3)),
        (["states", "drafting", "may", 7], (5, 5)),
        (["nowhere"], (2, 1)),
    ],
)
def test_every_key_and_item_has_its_place(path: list[str | int], place: tuple[int, int]) -> None:
    assert read(FILE, "f.yaml").place(path) == place


def test_a_flaw_names_file_line_and_column() -> None:
    flaw = read(FILE, "f.yaml").flaw(["states", "open"], "nobody may leave", "add a move")
    assert str(flaw) == "f.yaml:7:3: nobody may leave (add a move)"


def test_a_trace_leaves_out_what_the_file_does_not_have() -> None:
    tree = read(FILE, "f.yaml")
    assert tree.trace(["states", "some model", "open", "at", "x"]) == ("states", "open", "at")


# --- what is refused ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("", "f.yaml:1:1: the file is empty"),
        ("# only words\n", "f.yaml:2:1: the file is empty"),
        ("- a\n- b\n", "f.yaml:1:1: the file must be a mapping: lines of 'key: value'"),
        ("just words\n", "f.yaml:1:1: the file must be a mapping: lines of 'key: value'"),
        ("a: 1\n---\nb: 2\n", "f.yaml:2:1: a second document starts here"),
        ("a: 1\nb: 2\na: 3\n", "f.yaml:3:1: the key 'a' is written twice"),
        ("a:\n\tb: 1\n", "f.yaml:2:1: a tab is used as indentation (indent with spaces)"),
        ("a:\tb\n", "f.yaml:1:3: a tab stands where only spaces may (use spaces)"),
        ("a: b: c\n", "f.yaml:1:5: a ':' cannot stand here"),
        ("a: @b\n", "f.yaml:1:4: text cannot start with this character (put it in quotes)"),
        ("a: 1\nb: 'x\n", "f.yaml:2:4: the quotation mark here is never closed"),
        ("a: [1, 2\n", "f.yaml:1:4: the bracket here is never closed"),
        ("a: {b: c d: e}\n", "f.yaml:1:11: a ',' or the closing bracket is missing before this"),
        ("a:\n  - 1\n b: 2\n", "f.yaml:3:2: this does not fit the lines above"),
        ("a: 1\nb\n", "f.yaml:2:1: a ':' is missing after this"),
        ("a: |x\n", "f.yaml:1:5: a block of text must start on a new line"),
        ('a: "\\q"\n', "f.yaml:1:6: this backslash means nothing here (use single quotes)"),
        ("a: 1\nb: \x07\n", "f.yaml:2:4: a character that no text may contain"),
        ("a: !!python/name:os.system x\n", "f.yaml:1:4: tags such as 'tag:yaml.org,2002:python"),
        ("a: *b\n", "f.yaml:1:4: no anchor '&b' is complete above this alias"),
        ("a: &b [*b]\n", "f.yaml:1:8: no anchor '&b' is complete above this alias"),
        ("a: &b {}\n<<: *b\n", "f.yaml:2:1: merge keys '<<' are not read here"),
        ("? [a]\n: 1\n", "f.yaml:1:3: a key must be a word, not a list, a mapping or an alias"),
        (": 1\n", "f.yaml:1:1: a key is missing before ':'"),
        ("a: " + "[" * 99 + "]" * 99, "f.yaml:1:64: this is nested more than 60 levels deep"),
        ('a: "\\UFFFFFFFF"\n', "f.yaml:1:1: this cannot be read as YAML"),
        ("a: 1\n" * 250_000, "f.yaml:1:1: the file is larger than 1,000,000 bytes"),
    ],
)
def test_a_file_that_cannot_be_is_refused_with_its_place(text: str, flaw: str) -> None:
    assert refused(text)[0].startswith(flaw)


def test_a_twice_written_key_says_where_it_stood_first() -> None:
    assert refused("s:\n  a: 1\n  a: 2\n") == [
        "f.yaml:3:3: the key 'a' is written twice (it stands first on line 2)"
    ]


def test_flaws_that_do_not_hide_each_other_are_told_together() -> None:
    assert len(refused("a: 1\na: 2\nb: !x 1\nc: [\n")) == 3


def test_anchors_cannot_blow_a_small_file_up() -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12)
    )
    started = time.monotonic()
    assert "more than 100,000 values" in refused(bomb)[0]
    assert time.monotonic() - started < 5


@given(st.text(alphabet="ab:-[]{}&*!%|>'\"\\#?,.\n\t 01\x85\u2028é@<", max_size=40))
def test_any_text_is_read_or_refused_and_never_crashes(text: str) -> None:
    try:
        problems = [read(text, "f").flaw([], "fine")]
    except InvalidFile as refusal:
        problems = list(refusal.flaws)
    assert problems
    assert all(flaw.line >= 1 and flaw.column >= 1 for flaw in problems)


# --- files -------------------------------------------------------------------------------------


def test_a_file_is_read_under_its_own_name(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_text("a: é\n", encoding="utf-8")
    assert read_file(path).value == {"a": "é"}
    assert read_file(path).file == str(path)


@pytest.mark.parametrize("name", ["absent.yaml", "f.yaml/below", "zero\0byte"])
def test_a_file_that_is_not_there_is_not_found(tmp_path: Path, name: str) -> None:
    (tmp_path / "f.yaml").write_text("a: 1\n", encoding="utf-8")
    with pytest.raises(NotFound, match="there is no file"):
        read_file(tmp_path / name)


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile, match="this is a folder"):
        read_file(tmp_path)


def test_bytes_that_are_not_text_are_refused_with_their_place(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes("a: é\nbé: ".encode() + b"\xff\n")
    with pytest.raises(InvalidFile, match=r":2:5: this is not UTF-8 \(save it as UTF-8 text\)"):
        read_file(path)


def test_an_endless_file_is_not_read_to_its_end() -> None:
    if not os.path.exists("/dev/zero"):  # noqa: PTH110  # a device, not a path of ours
        pytest.skip("no endless file here")
    with pytest.raises(InvalidFile, match="larger than"):
        read_file(Path("/dev/zero"))


def test_a_file_the_machine_will_not_give_is_trouble(tmp_path: Path) -> None:
    (tmp_path / "round").symlink_to(tmp_path / "round")
    with pytest.raises(Trouble, match="cannot be read"):
        read_file(tmp_path / "round")


def test_a_name_too_long_for_the_machine_names_no_file(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="there is no file"):
        read_file(tmp_path / ("long" * 200))


# --- words -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "near"),
    [("minimum_notise", "minimum_notice"), ("Minimum-Notice", "minimum_notice"), ("zzz", None)],
)
def test_the_nearest_known_word_is_offered(word: str, near: str | None) -> None:
    known = ["minimum_notice", "protest_window", "stay"]
    assert nearest(word, known) == near
    assert did_you_mean(word, known) == (f"did you mean {near!r}?" if near else None)


def complaint(kind: str, *loc: str | int, given: object = None, **ctx: object) -> dict[str, Any]:
    return {"type": kind, "loc": loc, "msg": "Some message", "input": given, "ctx": ctx}


MODEL = """\
days: ten
count: busines
rules:
  - {dayz: 1}
"""


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (complaint("missing", "cite"), "1:1: 'cite' is missing"),
        (complaint("missing", "rules", 0, "cite"), "4:5: 'cite' is missing"),
        (
            complaint("int_type", "days", given="ten"),
            "1:1: 'days' must be a whole number, not 'ten'",
        ),
        (
            complaint("int_parsing", "rules", 0, given=None),
            "4:5: item 1 of 'rules' must be a whole",
        ),
        (
            complaint("bool_type", "days", given=[1]),
            "1:1: 'days' must be true or false, not a list",
        ),
        (complaint("model_type", "days", given=True), "1:1: 'days' must be a mapping (lines of"),
        (
            complaint(
                "literal_error", "count", given="busines", expected="'calendar' or 'business'"
            ),
            "2:1: 'count' must be 'calendar' or 'business', not 'busines' (did you mean 'business",
        ),
        (
            complaint("greater_than_equal", "days", given=-1, ge=0),
            "1:1: 'days' must be 0 or more, not -1",
        ),
        (
            complaint("extra_forbidden", "rules", 0, "dayz", given=1),
            "4:6: the key 'dayz' is not known here (did you mean 'days'?)",
        ),
        (
            {**complaint("value_error", "days"), "msg": "Value error, it rains"},
            "1:1: 'days': it rains",
        ),
        ({**complaint("value_error"), "msg": "Value error, it rains"}, "1:1: it rains"),
        (complaint("quite_new", "union[a,b]", "days"), "1:1: 'days': some message"),
    ],
)
def test_a_models_complaint_becomes_a_flaw_in_plain_words(
    error: dict[str, Any], sentence: str
) -> None:
    tree = read(MODEL, "f.yaml")
    (flaw,) = flaws([error], tree, {"rules.*": ["days", "cite"]})
    assert str(flaw).removeprefix("f.yaml:").startswith(sentence)


def test_known_keys_may_be_asked_of_a_function(tree: Tree) -> None:
    asked: list[tuple[str | int, ...]] = []

    def known(path: tuple[str | int, ...]) -> list[str]:
        asked.append(path)
        return ["days"]

    (flaw,) = flaws([complaint("extra_forbidden", "rules", 0, "dayz")], tree, known)
    assert flaw.hint == "did you mean 'days'?"
    assert asked == [("rules", 0)]


def test_one_fault_is_told_once(tree: Tree) -> None:
    error = complaint("int_type", "days", given="ten")
    assert len(flaws([error, error], tree, {})) == 1


@pytest.fixture
def tree() -> Tree:
    return read(MODEL, "f.yaml")

"""A workflow file is read whole, or every flaw in it is named with its place at once."""

import json
from pathlib import Path

import pytest

from solicitation_flow.errors import InvalidFile
from solicitation_flow.workflow import Move, Workflow, read, schema

ROOT = Path(__file__).resolve().parents[1]

SMALL = """\
workflow: small
version: 1
title: Somebody is asked, answers or does not, and leaves
law: [registers, papers]
number: "T-{count}"
opened_by: {command: open_person, by: [officer]}
initial: drafting
deadlines:
  answer_due: {fires: retire, boundary: at}
everywhere:
  except: [closed]
  may:
    determine: {by: [approver], guards: [approver_is_not_author], optional: true}
states:
  drafting:
    phase: registers
    may:
      change_person: {by: [officer], to: asked, starts: [answer_due], optional: true}
  asked:
    phase: registers
    may:
      file_paper: {by: [officer, custodian], confirm: true}
      change_supplier:
        - {by: [supplier], to: closed, meets: [answer_due]}
        - {by: [officer], drops: [answer_due]}
      retire: {by: [clock], to: closed, meets: [answer_due]}
  closed: {phase: registers, final: true}
"""


def messages_of(text: str) -> list[str]:
    """Return what is wrong with a file, as a person sees it."""
    with pytest.raises(InvalidFile) as refused:
        read(text, "small.yaml")
    assert refused.value.exit_code == 6
    return [str(flaw) for flaw in refused.value.flaws]


def marked(old: str, new: str) -> tuple[str, str]:
    """Return the small file changed, and `line:column` of what `^` marks in it."""
    assert SMALL.count(old) == 1, f"{old!r} stands {SMALL.count(old)} times in the text"
    text = SMALL.replace(old, new)
    index = text.index("^")
    line = text.count("\n", 0, index) + 1
    return text.replace("^", ""), f"small.yaml:{line}:{index - text.rfind(chr(10), 0, index)}: "


def test_a_file_is_compiled_into_moves_in_its_order() -> None:
    workflow, tree = read(SMALL, "small.yaml")
    assert (workflow.name, workflow.version, workflow.initial) == ("small", 1, "drafting")
    assert workflow.phases == dict.fromkeys(("drafting", "asked", "closed"), "registers")
    assert workflow.final == ("closed",)
    assert [(move.source, move.command, move.dest) for move in workflow.moves] == [
        ("", "open_person", "drafting"),
        ("drafting", "change_person", "asked"),
        ("drafting", "determine", "drafting"),
        ("asked", "file_paper", "asked"),
        ("asked", "change_supplier", "closed"),
        ("asked", "change_supplier", "asked"),
        ("asked", "retire", "closed"),
        ("asked", "determine", "asked"),
    ]
    assert workflow.opening.by == ("officer",)
    assert workflow.deadlines["answer_due"].boundary == "at"
    assert tree.place(("states", "asked", "may", "retire")) == (26, 7)


def test_commands_are_offered_state_by_state() -> None:
    workflow, _ = read(SMALL, "small.yaml")
    assert list(workflow.offered("asked")) == [
        "file_paper",
        "change_supplier",
        "retire",
        "determine",
    ]
    first, second = workflow.offered("asked")["change_supplier"]
    assert (first.meets, first.dest, second.drops) == (("answer_due",), "closed", ("answer_due",))
    assert list(workflow.offered("")) == ["open_person"]
    assert workflow.offered("closed") == {}


def test_only_the_clocks_own_moves_are_timed() -> None:
    workflow, _ = read(SMALL, "small.yaml")
    assert [move.command for move in workflow.moves if move.timed] == ["retire"]


def test_a_states_own_command_stands_in_place_of_the_shared_one() -> None:
    text = SMALL.replace(
        "file_paper: {by", "determine: {by: [officer], optional: true}\n      file_paper: {by"
    )
    workflow, _ = read(text, "small.yaml")
    [own] = workflow.offered("asked")["determine"]
    assert (own.by, own.guards) == (("officer",), ())


def test_a_pinned_body_is_the_whole_workflow() -> None:
    workflow, _ = read(SMALL, "small.yaml")
    again = Workflow.from_body(workflow.body())
    assert again == workflow
    assert again.body() == workflow.body()
    assert isinstance(again.offered("asked")["retire"][0], Move)


UNKNOWN_NAMES = [
    (
        "law: [registers, papers]",
        "law: [registers, ^paper]",
        "no module of the law is called 'paper' (did you mean 'papers'?)",
    ),
    (
        "initial: drafting",
        "^initial: draftin",
        "no state is called 'draftin' (did you mean 'drafting'?)",
    ),
    (
        "{command: open_person,",
        "{^command: open_persn,",
        "no action is called 'open_persn' (did you mean 'open_person'?)",
    ),
    (
        "{fires: retire,",
        "{^fires: retires,",
        "no command is called 'retires' (did you mean 'retire'?)",
    ),
    ("except: [closed]", "except: [^close]", "no state is called 'close' (did you mean 'closed'?)"),
    (
        "starts: [answer_due]",
        "starts: [^answers_due]",
        "no deadline is called 'answers_due' (did you mean 'answer_due'?)",
    ),
    (
        "- {by: [supplier], to: closed, meets: [answer_due]}",
        "- {by: [supplier], to: closed, meets: [answer_due, ^due]}",
        "no deadline is called 'due'",
    ),
    (
        "- {by: [officer], drops: [answer_due]}",
        "- {by: [officer], drops: [^answer_deu]}",
        "no deadline is called 'answer_deu' (did you mean 'answer_due'?)",
    ),
    (
        "retire: {by: [clock], to: closed,",
        "retire: {by: [clock], ^to: clsoed,",
        "no state is called 'clsoed' (did you mean 'closed'?)",
    ),
    (
        "guards: [approver_is_not_author]",
        "guards: [^approver_is_author]",
        "no guard is called 'approver_is_author' (did you mean 'approver_is_not_author'?)",
    ),
    (
        "file_paper: {by: [officer, custodian]",
        "^file_papers: {by: [officer, custodian]",
        "no action is called 'file_papers' (did you mean 'file_paper'?)",
    ),
    (
        "boundary: at}",
        "boundary: at, remind: {^followers: [P7D]}}",
        "no audience is called 'followers'",
    ),
    ("boundary: at}", "boundary: at, remind: {followers: [^7D]}}", "7D"),
    (
        "confirm: true}",
        "confirm: true, notices: {^some/paper: folowers}}",
        "no audience is called 'folowers'",
    ),
]

WRONG_SHAPES = [
    ("version: 1", "^version: one", "'version' must be a whole number, not 'one'"),
    ("version: 1", "^version: 0", "'version' must be 1 or more"),
    ("title: Somebody is asked, answers or does not, and leaves\n", "", "'title' is missing"),
    (
        "initial: drafting",
        "initial: drafting\n^intial: drafting",
        "the key 'intial' is not known here (did you mean 'initial'?)",
    ),
    (
        "boundary: at}",
        "^boundry: at}",
        "the key 'boundry' is not known here (did you mean 'boundary'?)",
    ),
    ("boundary: at}", "^boundary: on}", "'boundary' must be"),
    ("  closed: {phase: registers, final: true}", "  ^closed: {final: true}", "'phase' is missing"),
    (
        "  closed: {phase: registers, final: true}",
        "  closed: {phase: registers, ^finale: true}",
        "the key 'finale' is not known here (did you mean 'final'?)",
    ),
    (
        "- {by: [officer], drops: [answer_due]}",
        "- {by: [officer], ^drop: [answer_due]}",
        "the key 'drop' is not known here (did you mean 'drops'?)",
    ),
    (
        "retire: {by: [clock], to: closed,",
        "retire: {by: [clock], ^two: closed,",
        "the key 'two' is not known here (did you mean 'to'?)",
    ),
    ("retire: {by: [clock], to: closed,", "^retire: {to: closed,", "'by' is missing"),
    (
        "retire: {by: [clock], to: closed,",
        "retire: {^by: clock, to: closed,",
        "'by' must be a list, not 'clock'",
    ),
    (
        "except: [closed]",
        "^excepting: [closed]",
        "the key 'excepting' is not known here (did you mean 'except'?)",
    ),
    (
        "{command: open_person, by: [officer]}",
        "{command: open_person, by: [officer], ^too: x}",
        "the key 'too' is not known here",
    ),
    ("confirm: true}", "^confirm: perhaps}", "'confirm' must be true or false, not 'perhaps'"),
    (
        "  asked:\n    phase: registers",
        "  ^asked: 7\n  other:\n    phase: registers",
        "'asked' must be a mapping",
    ),
    (
        "initial: drafting",
        "initial: drafting\n^initial: asked",
        "the key 'initial' is written twice",
    ),
]


@pytest.mark.parametrize(("old", "new", "message"), UNKNOWN_NAMES + WRONG_SHAPES)
def test_a_flaw_is_named_with_its_place(old: str, new: str, message: str) -> None:
    if "^" not in new:
        new = f"^{new}" if new else "^"
    text, place = marked(old, new)
    messages = messages_of(text)
    if place.endswith(":3:1: "):
        place = "small.yaml:"  # what is missing has no place of its own
    assert any(line.startswith(place) and message in line for line in messages), messages


def test_every_unknown_name_is_told_at_once_in_the_order_of_the_file() -> None:
    text = SMALL
    for old, new, _ in UNKNOWN_NAMES:
        text = text.replace(old, new.replace("^", "")) if text.count(old) == 1 else text
    messages = messages_of(text)
    assert len(messages) > 8
    places = [tuple(map(int, line.split(":")[1:3])) for line in messages]
    assert places == sorted(places)


def test_every_wrong_shape_is_told_at_once() -> None:
    text = (
        SMALL.replace("version: 1", "version: one")
        .replace("final: true", "finale: true")
        .replace("boundary: at", "boundry: at")
        .replace("confirm: true", "confirm: perhaps")
    )
    assert len(messages_of(text)) == 4


def test_broken_yaml_is_told_with_its_place() -> None:
    [messages] = messages_of(SMALL.replace("final: true}", "final: true"))
    assert messages.startswith("small.yaml:27:11: the bracket here is never closed")


def test_the_shipped_workflows_can_be_read() -> None:
    for path in sorted((ROOT / "workflows").glob("*.yaml")):
        workflow, _ = read(path.read_text(encoding="utf-8"), path.name)
        assert path.name == f"{workflow.name}.v{workflow.version}.yaml"


def test_editors_get_a_schema() -> None:
    made = schema()
    assert json.dumps(made)
    assert set(made["required"]) >= {"workflow", "version", "states", "initial"}


def test_a_body_pinned_before_workflows_stated_it_still_has_its_kind_parent_and_procedure() -> None:
    old = json.loads(shipped_body("agreement"))
    del old["kind"], old["procedure"]
    old["method"] = None
    workflow = Workflow.from_body(json.dumps({**old, "parent": "rfp"}))
    assert (workflow.kind, workflow.parent, workflow.procedure) == ("published", ("rfp",), "rfp")
    alone = Workflow.from_body(json.dumps({**old, "law": ["papers"], "parent": None}))
    assert (alone.kind, alone.parent) == (None, ())


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("rfp", "competed"),
        ("agreement", "published"),
        ("participation", "membership"),
        ("person", "people"),
        ("supplier", "register"),
        ("member", "register"),
    ],
)
def test_the_shipped_workflows_state_their_kind(name: str, kind: str) -> None:
    assert json.loads(shipped_body(name))["kind"] == kind


def shipped_body(name: str) -> str:
    root = Path(__file__).resolve().parents[1]
    text = (root / "workflows" / f"{name}.v1.yaml").read_text(encoding="utf-8")
    return read(text, name)[0].body()

"""Pictures of a workflow and schemas for editors, both made from what runs and reads it."""

import json
import re
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from solicitation_flow import yamlfile
from solicitation_flow.errors import Usage
from solicitation_flow.machine import NOTHING
from solicitation_flow.views import diagrams, schemas
from solicitation_flow.workflow import Workflow, read

Run = Callable[..., Any]
ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / "workflows").glob("*.v*.yaml"))
SMALL = """\
workflow: small
version: 1
title: "Asked: then \\"answered\\""
law: [registers]
number: "T-{year}-{count:03}"
opened_by: {command: open_person, by: [officer]}
initial: state
deadlines:
  answer_due: {fires: retire}
states:
  state:
    phase: registers
    may:
      change_person: {by: [officer], optional: true}
      change_member:
        - {by: [officer], to: end, guards: []}
        - {by: [member], to: end}
      retire: {by: [clock], to: end, meets: [answer_due]}
  end: {phase: registers, final: true}
"""


def every(path: Path) -> Workflow:
    return read(path.read_text(encoding="utf-8"), path.name)[0]


# --- draw --------------------------------------------------------------------------------------


def test_one_arrow_joins_two_states_and_the_clock_is_marked() -> None:
    drawn = diagrams.mermaid(read(SMALL, "small.yaml")[0], inner=True)
    assert drawn == (
        "---\n"
        "title: \"Asked: then 'answered'\"\n"
        "---\n"
        "stateDiagram-v2\n"
        "  direction TB\n"
        '  state "state" as state_\n'
        "  state_ : change_person\n"
        '  state "end" as end_\n'
        "  [*] --> state_ : open_person\n"
        "  state_ --> end_ : change_member<br/>retire (clock)\n"
        "  end_ --> [*]\n"
    )
    assert "change_person" not in diagrams.mermaid(read(SMALL, "s.yaml")[0], inner=False)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_picture_holds_every_move_of_a_shipped_workflow(path: Path) -> None:
    workflow = every(path)
    text = diagrams.mermaid(workflow, inner=True)
    arrow = re.compile(r"^  (\S+) --> (\S+) : (.+)$", re.MULTILINE)
    arrows = {
        (NOTHING if source == "[*]" else source, command.removesuffix(" (clock)"), dest)
        for source, dest, commands in arrow.findall(text)
        for command in commands.split("<br/>")
    }
    inside = re.findall(r"^  (\w+) : (\w+)", text, re.MULTILINE)
    arrows |= {(state, command, state) for state, command in inside}
    moves = {(move.source or NOTHING, move.command, move.dest) for move in workflow.moves}
    assert arrows == moves
    for state in workflow.final:
        assert f"  {state} --> [*]\n" in text


@pytest.fixture
def no_graphviz(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder without a workspace, and an empty one where programs are looked for."""
    (tmp_path / "bin").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return tmp_path


def test_svg_without_graphviz_says_what_to_install(no_graphviz: Path, solflow: Run) -> None:
    answer = solflow("workflow", "draw", "agreement", "--format", "svg", code=1)
    assert "there is no program `dot`" in answer.err
    assert "install Graphviz" in answer.err
    assert not list(no_graphviz.glob("*.svg"))


@pytest.mark.skipif(sys.platform == "win32", reason="the fake is a script with a first line")
def test_svg_is_drawn_by_the_program_dot(no_graphviz: Path, solflow: Run) -> None:
    fake = no_graphviz / "bin" / "dot"
    fake.write_text(
        f"#!{sys.executable}\n"
        "import sys\n"
        "text = sys.stdin.read()\n"
        "assert sys.argv[1:] == ['-Tsvg'] and text.startswith('digraph')\n"
        "sys.exit('no memory') if 'T-' in text else print('<svg>', text.count('->'), '</svg>')\n",
        encoding="utf-8",
    )
    fake.chmod(fake.stat().st_mode | stat.S_IXUSR)
    answer = solflow("workflow", "draw", "participation", "--format", "svg", "--to", "p.svg")
    assert (answer.out, answer.err) == ("", "Written to p.svg.\n")
    assert (no_graphviz / "p.svg").read_text(encoding="utf-8").startswith("<svg> 4 </svg>")
    (no_graphviz / "small.yaml").write_text(SMALL.replace("Asked", "T-"), encoding="utf-8")
    answer = solflow("workflow", "draw", "small.yaml", "--format", "svg", code=1)
    assert "Graphviz could not draw it: no memory" in answer.err


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_graphviz_itself_draws_what_ships(
    path: Path, program: Callable[[str], str], tmp_path: Path, solflow: Run
) -> None:
    program("dot")
    draw = ("workflow", "draw", str(path), "--no-inner", "--format")
    solflow(*draw, "svg", "--to", str(tmp_path / "drawn.svg"))
    drawn = (tmp_path / "drawn.svg").read_text(encoding="utf-8")
    assert drawn.count('class="edge"') == solflow(*draw, "dot").out.count("->") > 0
    for state in every(path).phases:
        assert f">{state.replace('_', ' ').upper()}<" in drawn


def test_a_picture_for_programs_and_of_a_case(published: str, solflow: Run) -> None:
    document = solflow("workflow", "draw", published, "--no-inner", "--json").json
    assert document["text"].splitlines()[3] == "stateDiagram-v2"
    assert solflow("workflow", "draw", "--no-inner").out == document["text"]
    answer = solflow("workflow", "draw", "--format", "svgg", code=2)
    assert "did you mean 'svg'?" in answer.err


# --- schema ------------------------------------------------------------------------------------


def breaches(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> Iterator[str]:
    """Return what an editor would underline: as much of JSON Schema as our schemas use."""
    known = {"$schema", "$comment", "$defs", "title", "description", "default", "examples"}
    if "$ref" in schema:
        yield from breaches(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root)
    for word, constraint in schema.items():
        if word in WORDS:
            yield from WORDS[word](value, constraint, schema, root)
        else:
            assert word in known | {"$ref", "format"}, f"an editor's word not checked: {word}"


def one_of(value: Any, constraint: list[Any], _: Any, root: dict[str, Any]) -> Iterator[str]:
    if not any(not list(breaches(value, choice, root)) for choice in constraint):
        yield f"{value!r} fits nothing"


def typed(value: Any, constraint: str, _: Any, __: Any) -> Iterator[str]:
    kinds = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}
    kinds |= {"integer": int, "number": (int, float)}  # type: ignore[dict-item]
    if not isinstance(value, kinds[constraint]) or (
        constraint == "integer" and isinstance(value, bool)
    ):
        yield f"{value!r} is no {constraint}"


def properties(
    value: Any, constraint: dict[str, Any], _: Any, root: dict[str, Any]
) -> Iterator[str]:
    for name in (value.keys() & constraint.keys()) if isinstance(value, dict) else ():
        yield from breaches(value[name], constraint[name], root)


def additional(value: Any, constraint: Any, schema: Any, root: dict[str, Any]) -> Iterator[str]:
    extra = set(value) - set(schema.get("properties", ())) if isinstance(value, dict) else set()
    for name in extra:
        if constraint is False:
            yield f"{name!r} is no key"
        elif constraint is not True:
            yield from breaches(value[name], constraint, root)


WORDS: dict[str, Callable[[Any, Any, Any, Any], Iterator[str]]] = {
    "anyOf": one_of,
    "oneOf": one_of,
    "type": typed,
    "properties": properties,
    "additionalProperties": additional,
    "const": lambda value, constraint, _, __: iter(
        [] if value == constraint else [f"not {constraint!r}"]
    ),
    "enum": lambda value, constraint, _, __: iter(
        [] if value in constraint else [f"{value!r} not in {constraint}"]
    ),
    "items": lambda value, constraint, _, root: (
        breach
        for item in (value if isinstance(value, list) else ())
        for breach in breaches(item, constraint, root)
    ),
    "propertyNames": lambda value, constraint, _, root: (
        breach for name in value for breach in breaches(name, constraint, root)
    ),
    "required": lambda value, constraint, _, __: (
        f"{name!r} is missing"
        for name in constraint
        if isinstance(value, dict) and name not in value
    ),
    "patternProperties": lambda value, constraint, _, root: (
        breach
        for pattern, shape in constraint.items()
        for name in value
        if re.search(pattern, name)
        for breach in breaches(value[name], shape, root)
    ),
    "minimum": lambda value, constraint, _, __: (
        f"{value} < {constraint}" for _ in [0] if isinstance(value, int) and value < constraint
    ),
    "maximum": lambda value, constraint, _, __: (
        f"{value} > {constraint}" for _ in [0] if isinstance(value, int) and value > constraint
    ),
    "minLength": lambda value, constraint, _, __: (
        "too short" for _ in [0] if isinstance(value, str) and len(value) < constraint
    ),
    "pattern": lambda value, constraint, _, __: iter(
        []
        if not isinstance(value, str) or re.search(constraint, value)
        else [f"{value!r}: {constraint}"]
    ),
}
FILES = {
    "workflow": WORKFLOWS,
    "jurisdiction": sorted((ROOT / "workflows" / "jurisdictions").glob("*.yaml")),
    "program": sorted((ROOT / "workflows" / "programs").glob("*.yaml")),
}
SHIPPED = [(kind, path) for kind, paths in FILES.items() for path in paths]


def judged(kind: str, text: str) -> list[str]:
    schema = json.loads(schemas.text(kind))
    return list(breaches(yamlfile.read(text, "file").value, schema, schema))


@pytest.mark.parametrize(("kind", "path"), SHIPPED, ids=lambda value: getattr(value, "stem", value))
def test_every_shipped_file_fits_its_schema(kind: str, path: Path) -> None:
    assert judged(kind, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("version: 1", "version: one", "'one' is no integer"),
        ("version: 1", "version: 0", "0 < 1"),
        ("title:", "titel:", "'titel' is no key"),
        ("initial: state\n", "", "'initial' is missing"),
        ("law: [registers]", "law: [register]", "'register' not in"),
        ("phase: registers, final", "phase: regsters, final", "'regsters' not in"),
        ("command: open_person", "command: open_persn", "'open_persn' not in"),
        ("by: [officer]}\ninitial", "by: [oficer]}\ninitial", "'oficer' not in"),
        ("guards: []", "guards: [no_such_guard]", "fits nothing"),
        ("change_person:", "chnge_person:", "'chnge_person' not in"),
        ("fires: retire", "boundary: noon", "'noon' not in"),
        ("meets: [answer_due]", "meet: [answer_due]", "fits nothing"),
    ],
)
def test_what_is_wrong_in_a_file_does_not_fit(old: str, new: str, says: str) -> None:
    assert judged("workflow", SMALL) == []
    assert SMALL.count(old) == 1
    complaints = judged("workflow", SMALL.replace(old, new))
    assert any(says in complaint for complaint in complaints), complaints


def test_a_jurisdiction_that_names_no_rule_right_does_not_fit() -> None:
    text = (ROOT / "workflows/jurisdictions/va.yaml").read_text(encoding="utf-8")
    assert judged("jurisdiction", text.replace("rfp: {days: 10,", "rfp: {day: 10,"))
    assert judged("jurisdiction", text.replace("jurisdiction: va\n", ""))


def test_a_schema_tells_an_editor_what_each_guard_is_for(solflow: Run, tmp_path: Path) -> None:
    schema = json.loads(solflow("workflow", "schema").out)
    guards = schema["$defs"]["Branch"]["properties"]["guards"]["items"]["oneOf"]
    descriptions = {guard["const"]: guard["description"] for guard in guards}
    assert descriptions["minimum_notice"].startswith(
        "G23, minimum_notice: The first public notice is given"
    )
    file = tmp_path / "schema.json"
    solflow("workflow", "schema", "program", "--to", str(file))
    assert json.loads(file.read_text(encoding="utf-8"))["title"].startswith("program file")
    with pytest.raises(Usage, match="no schema of 'workflw'"):
        schemas.text("workflw")


def test_nothing_of_a_picture_is_read_from_elsewhere(tmp_path: Path) -> None:
    """The text comes from the machine, in the same order each time, whatever the hash seed."""
    program = (
        "from pathlib import Path\n"
        "from solicitation_flow.views import diagrams, schemas\n"
        "from solicitation_flow.workflow import read\n"
        "text = Path('workflows/rfp.v1.yaml').read_text(encoding='utf-8')\n"
        "print(diagrams.mermaid(read(text, 'rfp')[0], inner=True), schemas.text('workflow'))\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1

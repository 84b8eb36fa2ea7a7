"""A workflow as a picture: text for Mermaid and Graphviz, from the machine that runs it."""

import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping

from solicitation_flow.errors import Trouble, Usage
from solicitation_flow.machine import NOTHING, Lifecycle
from solicitation_flow.views.viewer import spaced
from solicitation_flow.workflow import Move, Workflow
from solicitation_flow.yamlfile import did_you_mean

INSTALL = (
    "install Graphviz, which brings it (apt install graphviz, brew install graphviz,"
    " winget install Graphviz.Graphviz), or choose the format mermaid, which needs no other program"
)
RESERVED = frozenset({"class", "default", "direction", "end", "note", "state", "style"})
"""Words that begin a statement of Mermaid's, and so cannot name a state in it."""

Ways = Mapping[tuple[str, str], list[str]]


def mermaid(workflow: Workflow, *, inner: bool) -> str:
    """Return a state diagram; commands that stay in a state are listed inside its box.

    One arrow joins two states, whatever the number of commands that lead from one to the other.
    """
    ways = _ways(workflow)
    lines = ["---", f"title: {_plain(workflow.title)}", "---", "stateDiagram-v2", "  direction TB"]
    for state in workflow.phases:
        lines.append(f'  state "{spaced(state)}" as {_id(state)}')
        for command in _inside(ways, state, inner=inner):
            lines.append(f"  {_id(state)} : {command}")
    for (source, dest), commands in _between(ways):
        if source == NOTHING:
            begins = "[*]"
        else:
            begins = _id(source)
        lines.append(f"  {begins} --> {_id(dest)} : {'<br/>'.join(commands)}")
    lines += [f"  {_id(state)} --> [*]" for state in workflow.final]
    return "\n".join(lines) + "\n"


def dot(workflow: Workflow, *, inner: bool) -> str:
    """Return the same picture in the language of Graphviz."""
    ways = _ways(workflow)
    lines = [
        f"digraph {_quoted(workflow.name)} {{",
        f"  graph [label={_quoted(workflow.title)}, labelloc=t, nodesep=0.4];",
        '  node [shape=box, style=rounded, fontname="sans-serif"];',
        '  edge [fontname="sans-serif", fontsize=10];',
        f"  {_quoted(NOTHING)} [shape=point];",
    ]
    for state in workflow.phases:
        more = ""
        if state in workflow.final:
            more = ", peripheries=2"
        label = _left([spaced(state).upper(), *_inside(ways, state, inner=inner)])
        lines.append(f'  {_quoted(state)} [label="{label}"{more}];')
    for (source, dest), commands in _between(ways):
        label = _left(commands)
        lines.append(f'  {_quoted(source)} -> {_quoted(dest)} [label="{label}"];')
    return "\n".join([*lines, "}"]) + "\n"


def svg(workflow: Workflow, *, inner: bool) -> str:
    """Return the picture itself, drawn by Graphviz where that is installed."""
    program = shutil.which("dot")
    if program is None:
        raise Trouble("an SVG is drawn by Graphviz, and there is no program `dot`", hint=INSTALL)
    picture = subprocess.run(  # noqa: S603 - the program is Graphviz, and its input our own text
        [program, "-Tsvg"],
        input=dot(workflow, inner=inner),
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    if picture.returncode:
        raise Trouble(f"Graphviz could not draw it: {' '.join(picture.stderr.split())}")
    return picture.stdout


FORMATS: Mapping[str, Callable[..., str]] = {"mermaid": mermaid, "dot": dot, "svg": svg}
"""How a picture may be written, the way that needs nothing first."""


def drawn(workflow: Workflow, kind: str, *, inner: bool) -> str:
    """Return the picture in one of the formats there are."""
    if kind not in FORMATS:
        hint = did_you_mean(kind, FORMATS) or f"the formats are {', '.join(FORMATS)}"
        raise Usage(f"there is no picture format {kind!r}", hint=hint)
    return FORMATS[kind](workflow, inner=inner)


def _ways(workflow: Workflow) -> Ways:
    """Return the commands that lead from each state to each, in the order of the file."""
    places = {move: place for place, move in enumerate(_arrow(move) for move in workflow.moves)}
    timed = {move.command for move in workflow.moves if move.timed}
    ways: dict[tuple[str, str], list[str]] = {}
    for source, command, dest in sorted(Lifecycle(workflow).arrows(), key=places.__getitem__):
        if command in timed:
            label = f"{command} (clock)"
        else:
            label = command
        between = ways.setdefault((source, dest), [])
        if label not in between:
            between.append(label)
    return ways


def _arrow(move: Move) -> tuple[str, str, str]:
    return move.source or NOTHING, move.command, move.dest


def _inside(ways: Ways, state: str, *, inner: bool) -> Iterable[str]:
    if inner:
        return ways.get((state, state), ())
    return ()


def _between(ways: Ways) -> Iterator[tuple[tuple[str, str], list[str]]]:
    for (source, dest), commands in ways.items():
        if source != dest:
            yield (source, dest), commands


def _id(state: str) -> str:
    if state.lower() in RESERVED:
        return f"{state}_"
    return state


def _left(lines: Iterable[str]) -> str:
    """Return lines that Graphviz writes from the left: each ends with a sign of its own."""
    return "".join([f"{line}\\l" for line in lines])


def _plain(text: str) -> str:
    """Return a title for front matter, where a colon or a dash would mean something."""
    return '"' + text.replace("\\", "").replace('"', "'") + '"'


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

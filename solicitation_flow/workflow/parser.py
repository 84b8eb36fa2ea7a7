"""Read a workflow file and compile it, naming every flaw with its place."""

from typing import Any

from pydantic import ValidationError

from solicitation_flow import yamlfile
from solicitation_flow.errors import InvalidFile
from solicitation_flow.workflow.compiled import DeadlineTerms, Move, Part, Workflow
from solicitation_flow.workflow.names import NameChecks
from solicitation_flow.workflow.written import (
    Branch,
    Everywhere,
    Group,
    Opening,
    State,
    WorkflowFile,
    moves_of,
)


def read(text: str, file: str) -> tuple[Workflow, yamlfile.Tree]:
    """Return a compiled workflow and its text's places, or raise InvalidFile with every flaw."""
    tree = yamlfile.read(text, file)
    if "jurisdiction" in tree.value and "workflow" not in tree.value:
        message = "this is a jurisdiction file, not a workflow"
        raise InvalidFile([tree.flaw(["jurisdiction"], message, "check it as a jurisdiction")])
    parsed = parse(tree)
    flaws = NameChecks(parsed, tree).check()
    if flaws:
        raise InvalidFile(flaws)
    return _compiled(parsed), tree


def parse(tree: yamlfile.Tree) -> WorkflowFile:
    """Return a workflow file as it is written, or raise InvalidFile with every flaw."""
    try:
        return WorkflowFile.model_validate(tree.value)
    except ValidationError as error:
        details = [_placed(dict(detail), tree) for detail in error.errors(include_url=False)]
        raise InvalidFile(yamlfile.flaws(details, tree, _known_keys)) from None


def _placed(error: dict[str, Any], tree: yamlfile.Tree) -> dict[str, Any]:
    """Return an error with its place in the file: a single branch needs no list, and no index."""
    path: list[str | int] = []
    here: Any = tree.value
    for step in error["loc"]:
        if isinstance(step, int) and not isinstance(here, list):
            continue
        path.append(step)
        try:
            here = here[step]
        except (KeyError, IndexError, TypeError):
            here = None
    return {**error, "loc": tuple(path)}


_PARTS: dict[str | int, type[Part]] = {
    "deadlines": DeadlineTerms,
    "opened_by": Opening,
    "everywhere": Everywhere,
    "groups": Group,
    "states": State,
}


def _known_keys(path: tuple[str | int, ...]) -> list[str]:
    """Return the keys that may stand where an unknown one was found."""
    part: type[Part] = WorkflowFile
    if "may" in path[:-1]:
        part = Branch
    elif path:
        part = _PARTS.get(path[0], WorkflowFile)
    return [field.alias or name for name, field in part.model_fields.items()]


def _compiled(file: WorkflowFile) -> Workflow:
    moves = [
        Move(
            command=file.opened_by.command,
            source="",
            dest=file.initial,
            by=file.opened_by.by,
            guards=(),
        )
    ]
    final: list[str] = []
    phases: dict[str, str] = {}
    for name, state in file.states.items():
        phases[name] = state.phase
        if state.final:
            final.append(name)
        for command, written in moves_of(file, name).items():
            for branch in written.branches:
                moves.append(_move(command, name, branch))
    return Workflow(
        name=file.workflow,
        version=file.version,
        title=file.title,
        kind=file.kind,
        law=file.law,
        number=file.number,
        procedure=file.procedure,
        parent=file.parent,
        initial=file.initial,
        phases=phases,
        final=tuple(final),
        moves=tuple(moves),
        deadlines=file.deadlines,
    )


def _move(command: str, source: str, branch: Branch) -> Move:
    return Move(
        command=command,
        source=source,
        dest=branch.to or source,
        notices=tuple(branch.notices.items()),
        **branch.model_dump(exclude={"to", "notices"}),
    )


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a workflow file, for editors."""
    return WorkflowFile.model_json_schema(by_alias=True)

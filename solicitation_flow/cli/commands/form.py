"""`solflow form`: the fields of a command, for people and for editors."""

from typing import TYPE_CHECKING

import click

from solicitation_flow.cli.session import Session, command

if TYPE_CHECKING:
    # the page of help is read without the law
    from solicitation_flow.forms import Form
    from solicitation_flow.workflow import Workflow
    from solicitation_flow.workspace import FileDefinitions


@command(
    "form",
    example="""
solflow form publish
solflow form rfp
solflow form publish --workflow agreement --json
solflow form set_terms --example > terms.yaml
""",
)
@click.argument("name", metavar="COMMAND")
@click.option("--workflow", metavar="NAME|NUMBER", help="Whose command, if several have it.")
@click.option("--example", is_flag=True, help="Print a file to edit and give back with --file.")
def form(session: Session, name: str, workflow: str | None, *, example: bool) -> None:
    """List the fields of a command and what each accepts; a workflow's name means its opening.

    With --json, as JSON Schema.
    """
    from solicitation_flow.views import forms

    command_name, form_class, owners = _find(session, name, workflow)
    if example:
        lines = forms.example(command_name, form_class)
    else:
        parent = _parent(session, name)
        if session.json:
            session.emit(forms.document(command_name, form_class, owners, parent))
            return
        lines = forms.lines(command_name, form_class, owners, parent)
    for line in lines:
        session.say(line)


def _parent(session: Session, name: str) -> str | None:
    """Return the workflow that a new case of this one belongs to, where a person opens it."""
    definitions = _definitions(session)
    if name not in definitions.workflows():
        return None
    workflow = definitions.compiled(name)
    if workflow.opening.by == ("case",):
        return None
    return " or ".join(workflow.parent) or None


def _find(session: Session, name: str, workflow: str | None) -> "tuple[str, type[Form], list[str]]":
    """Return the command's name, its form, and the workflows that have it."""
    from solicitation_flow.errors import NotFound, Usage
    from solicitation_flow.yamlfile import did_you_mean

    command_name = name
    forms_by_owner: dict[str, type[Form]] = {}
    known: list[str] = []
    for candidate in _workflows(session, workflow):
        commands = {move.command for move in candidate.moves}
        known += [candidate.name, *commands]
        wanted = name
        if name == candidate.name:
            command_name = wanted = candidate.opening.command
        if wanted in commands:
            forms_by_owner[candidate.name] = candidate.book.forms[wanted]
    owners = list(forms_by_owner)
    if not owners:
        raise NotFound(f"there is no command {name!r}", hint=did_you_mean(name, known))
    if len(set(forms_by_owner.values())) > 1:
        raise Usage(
            f"{name} is a command of {' and of '.join(owners)}",
            hint="say whose: --workflow " + " or --workflow ".join(owners),
        )
    return command_name, forms_by_owner[owners[0]], owners


def _workflows(session: Session, workflow: str | None) -> "list[Workflow]":
    """Return the workflows to search: one, the one a case follows, or all."""
    definitions = _definitions(session)
    if workflow is None:
        return [definitions.compiled(name) for name in definitions.workflows()]
    if workflow in definitions.workflows():
        return [definitions.compiled(workflow)]
    number = session.number(workflow)
    return [session.engine.read.workflow(number)]


def _definitions(session: Session) -> "FileDefinitions":
    """Return the workspace's workflows; outside a workspace, those that ship."""
    from solicitation_flow.workspace import FileDefinitions, shipped

    workspace = session.workspace_if_any
    if workspace is not None:
        return workspace.definitions
    return FileDefinitions((shipped("workflows"),), "neutral", "neutral", "")

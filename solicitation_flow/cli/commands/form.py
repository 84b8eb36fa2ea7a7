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

    command_, kind, owners = _found(session, name, workflow)
    if example:
        lines = forms.example(command_, kind)
    else:
        parent = _above(session, name)
        if session.json:
            session.emit(forms.document(command_, kind, owners, parent))
            return
        lines = forms.lines(command_, kind, owners, parent)
    for line in lines:
        session.say(line)


def _above(session: Session, name: str) -> str | None:
    """Return what a new case of a workflow belongs to, where a person opens it."""
    definitions = _shelf(session)
    if name not in definitions.workflows():
        return None
    opened = definitions.compiled(name)
    if opened.opening.by == ("case",):
        return None
    return " or ".join(opened.parent) or None


def _found(
    session: Session, name: str, workflow: str | None
) -> "tuple[str, type[Form], list[str]]":
    """Return the form of a command, and which workflows have it."""
    from solicitation_flow.errors import NotFound, Usage
    from solicitation_flow.yamlfile import did_you_mean

    searched = _searched(session, workflow)
    found = {
        each.name: each.book.forms[word]
        for each in searched
        for word in [each.opening.command if name == each.name else name]
        if word in {move.command for move in each.moves}
    }
    if not found:
        known = [*(each.name for each in searched), *(m.command for w in searched for m in w.moves)]
        raise NotFound(f"there is no command {name!r}", hint=did_you_mean(name, known))
    if len(set(found.values())) > 1:
        raise Usage(
            f"{name} is a command of {' and of '.join(found)}",
            hint="say whose: --workflow " + " or --workflow ".join(found),
        )
    kind = next(iter(found.values()))
    opening = {each.name: each.opening.command for each in searched}
    return opening.get(name, name), kind, list(found)


def _searched(session: Session, workflow: str | None) -> "list[Workflow]":
    """Return where to look: one workflow, the one a case runs from, or all there are."""
    definitions = _shelf(session)
    if workflow is None:
        return [definitions.compiled(name) for name in definitions.workflows()]
    if workflow in definitions.workflows():
        return [definitions.compiled(workflow)]
    number = session.number(workflow)
    return [session.engine.read.workflow(number)]


def _shelf(session: Session) -> "FileDefinitions":
    """Return the workspace's workflows; outside one, those that ship are worth reading too."""
    from solicitation_flow.workspace import FileDefinitions, shipped

    workspace = session.workspace_if_any
    if workspace is not None:
        return workspace.definitions
    return FileDefinitions((shipped("workflows"),), "neutral", "neutral", "")

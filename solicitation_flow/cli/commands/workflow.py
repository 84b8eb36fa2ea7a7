"""`solflow workflow`: check, show and draw workflow files."""

import click

from solicitation_flow.cli.session import Session, command, group

INVALID = 6


workflow = group(
    "workflow",
    example="""
solflow workflow check
solflow workflow show rfp
solflow workflow draw rfp --format svg --to rfp.svg
""",
    description="Workflow files: check them, show one as a table, draw one as a picture.",
)


@command(
    "check",
    example="""
solflow workflow check
solflow workflow check workflows/rfp.v2.yaml
""",
    parent=workflow,
)
@click.argument("files", metavar="[FILE ...]", nargs=-1)
def check(session: Session, files: tuple[str, ...]) -> None:
    """Check workflow files and their letters; exit code 6 if one has a flaw.

    Every flaw is printed with file, line and column. Without files, it checks all those in use
    here. No workspace is needed.
    """
    from solicitation_flow.views import reports
    from solicitation_flow.workspace import workflow_files

    checked = workflow_files.check(session.workspace_if_any, files)
    if session.json:
        session.emit(reports.checked(checked))
    else:
        for line in reports.checked_lines(checked):
            session.say(line)
    if any(file.flaws for file in checked):
        session.leave(INVALID)


@command(
    "show",
    example="""
solflow workflow show rfp
solflow workflow show rfp --jurisdiction az-state
""",
    parent=workflow,
)
@click.argument("name")
@click.option(
    "--jurisdiction", metavar="ID", help="Add this jurisdiction's rules: strength, source."
)
def show(session: Session, name: str, jurisdiction: str | None) -> None:
    """Show a workflow: its states, its commands, who may give them, and which rules apply.

    NAME is a workflow, a file, or the number of a case: then the workflow that case follows.
    """
    from solicitation_flow.cli import terminal
    from solicitation_flow.views import charts
    from solicitation_flow.workspace import workflow_files

    workspace = session.workspace_if_any
    shown = workflow_files.workflow(workspace, name)
    law = workflow_files.law(workspace, jurisdiction, shown) if jurisdiction else None
    if session.json:
        session.emit(charts.document(shown, law))
    else:
        terminal.write(charts.paragraphs(shown, law))


@command(
    "draw",
    example="""
solflow workflow draw rfp > rfp.mmd
solflow workflow draw rfp --format svg --to rfp.svg
""",
    parent=workflow,
)
@click.argument("name", default="")
@click.option("--format", "kind", metavar="mermaid|dot|svg", default="mermaid", show_default=True)
@click.option("--no-inner", is_flag=True, help="Leave out commands that keep the state.")
@click.option("--to", "target", metavar="FILE", help="Write to this file, not to standard output.")
def draw(session: Session, name: str, kind: str, target: str | None, *, no_inner: bool) -> None:
    """Draw a workflow: each state is a box, each command that leads to another state an arrow.

    NAME is a workflow, a file, or the number of a case; if you leave it out, it is the workflow
    of solicitations that comes with the program. Most programs that show Markdown draw Mermaid
    text; svg needs Graphviz.
    """
    from solicitation_flow.views import diagrams
    from solicitation_flow.workspace import workflow_files

    workspace = session.workspace_if_any
    name = name or workflow_files.shipped_solicitation()
    drawn_from = workflow_files.workflow(workspace, name)
    drawn = diagrams.drawn(drawn_from, kind, inner=not no_inner)
    _write(session, drawn, target, {"format": kind})


@command("copy", example="solflow workflow copy rfp", parent=workflow)
@click.argument("name")
def copy(session: Session, name: str) -> None:
    """Copy a workflow that comes with the program into this workspace, to be changed there.

    Give the changed file a new version: its name and its `version` both.
    """
    from solicitation_flow.workspace import copying

    session.copied(copying.workflow(session.workspace, name))


@command(
    "schema",
    example="""
solflow workflow schema --to workflow.schema.json
solflow workflow schema jurisdiction
""",
    parent=workflow,
)
@click.argument("kind", metavar="[workflow|jurisdiction]", default="workflow")
@click.option("--to", "target", metavar="FILE", help="Write to this file, not to standard output.")
def schema(session: Session, kind: str, target: str | None) -> None:
    """Print the JSON Schema of a workflow file, or of a jurisdiction file, for editors.

    With it, an editor suggests every guard, command and audience and explains them.
    `solflow workflow check` finds more than a schema can.
    """
    from solicitation_flow.views import schemas

    _write(session, schemas.text(kind), target, {"kind": kind})


def _write(session: Session, text: str, target: str | None, about: dict[str, str]) -> None:
    """Write a text to a file or to standard output; as JSON, the text is within the document."""
    if target is not None:
        _write_file(target, text)
        session.note(f"Written to {target}.")
    if session.json:
        session.emit({**about, "to": target, "text": text})
    elif target is None:
        session.say(text.rstrip("\n"))


def _write_file(target: str, text: str) -> None:
    """Write a file, or raise an error that says what is wrong with its name."""
    import errno
    from pathlib import Path

    from solicitation_flow.errors import NotFound, Trouble, Usage

    try:
        Path(target).write_text(text, encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        raise NotFound(f"--to: there is no folder for {target!r}") from None
    except IsADirectoryError:
        raise Usage(f"--to: {target!r} is a folder, not a file") from None
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise Usage("--to: the file's name is too long") from None
        raise Trouble(f"--to: {target} cannot be written: {error.strerror}") from error

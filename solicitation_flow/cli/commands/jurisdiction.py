"""`solflow jurisdiction`: list, check and show jurisdiction files."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from solicitation_flow.cli.session import Session, command, group
from solicitation_flow.errors import NotFound

if TYPE_CHECKING:
    from solicitation_flow.workspace.definitions import FileDefinitions

INVALID = 6

jurisdiction = group(
    "jurisdiction",
    example="""
solflow jurisdiction list
solflow jurisdiction check workflows/jurisdictions/our-county.yaml
solflow jurisdiction show our-county --origin
""",
    description="Jurisdiction files: the rules of law, and where each comes from.",
)


@command("list", example="solflow jurisdiction list", parent=jurisdiction)
def list_(session: Session) -> None:
    """List the jurisdictions that apply to a new case, yours before those that ship."""
    from solicitation_flow.views import jurisdiction as views

    files = _definitions(session).jurisdiction_files()
    if session.json:
        session.emit(views.listed(files))
    else:
        session.table(*views.table(files))


@command(
    "check",
    example="""
solflow jurisdiction check
solflow jurisdiction check workflows/jurisdictions/our-county.yaml
""",
    parent=jurisdiction,
)
@click.argument("files", metavar="[FILE ...]", nargs=-1)
def check(session: Session, files: tuple[str, ...]) -> None:
    """Check jurisdiction files with those they extend; exit code 6 if one has a flaw.

    Misspelt names, missing rules and what a file repeats of its parents are shown with file, line
    and column. Without files, the one that applies here. No workspace is needed.
    """
    from solicitation_flow.errors import InvalidFile
    from solicitation_flow.views import jurisdiction as views

    known = _definitions(session).jurisdiction_files()
    results = []
    for path in [Path(name) for name in files] or [_path(session, None)]:
        flaws = known.check(path)
        try:
            profile = known.read(path)
        except InvalidFile:
            profile = None
        results.append((path, profile, flaws))
    if session.json:
        session.emit(views.checked(results))
    else:
        for line in views.checked_lines(results):
            session.say(line)
    if any(flaws for _, _, flaws in results):
        session.leave(INVALID)


@command(
    "show",
    example="""
solflow jurisdiction show va-local
solflow jurisdiction show va-local --origin
""",
    parent=jurisdiction,
)
@click.argument("name", required=False)
@click.option("--origin", is_flag=True, help="Say which file and line each value comes from.")
def show(session: Session, name: str | None, *, origin: bool) -> None:
    """Show the rules of a jurisdiction with all it inherits.

    NAME is a jurisdiction or a file; without it, the one that applies in this workspace.
    """
    from solicitation_flow.views import jurisdiction as views

    files = _definitions(session).jurisdiction_files().chain(_path(session, name))
    if session.json:
        session.emit(views.document(files, origin=origin))
    else:
        for line in views.lines(files, origin=origin):
            session.say(line)


def _definitions(session: Session) -> "FileDefinitions":
    """Return an agency's own files before the shipped ones, where there is an agency."""
    from solicitation_flow.workspace import FileDefinitions, shipped

    try:
        return session.workspace.definitions
    except NotFound:
        if session.common.workspace:
            raise
        return FileDefinitions((shipped("workflows"),), "neutral", "neutral", "")


def _path(session: Session, name: str | None) -> Path:
    """Return the file of a name, or of the jurisdiction in force; a file may be named itself."""
    definitions = _definitions(session)
    wanted = name or definitions.jurisdiction
    if wanted.endswith(".yaml"):
        return Path(wanted)
    return definitions.jurisdiction_path(wanted)

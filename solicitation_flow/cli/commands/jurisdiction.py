"""`solflow jurisdiction`: list, check, show, compare and copy jurisdiction files."""

from contextlib import suppress
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
    and column. What is no flaw but should be looked at comes first: figures that are not known,
    numbers without a source, or that nothing reads, rules of other bodies, dates that have passed.
    Without files, the one that applies here. No workspace is needed.
    """
    from solicitation_flow.clock import SystemClock
    from solicitation_flow.errors import InvalidFile
    from solicitation_flow.jurisdiction import merged_files, read_rules
    from solicitation_flow.views import checked_law as views

    known = _definitions(session).jurisdiction_files()
    today = SystemClock().now().date()
    results = []
    for path in [Path(name) for name in files] or [_path(session, None)]:
        flaws = known.check(path)
        name, rules, findings = None, 0, []
        with suppress(InvalidFile):
            tree = merged_files(known.chain(path))
            name, rules = tree.value.get("jurisdiction"), len(read_rules(tree))
            if not flaws:
                findings = known.findings(path, today)
        results.append(views.Checked(path, name, rules, flaws, findings))
    if session.json:
        session.emit(views.document(results))
    else:
        for line in views.lines(results):
            session.say(line)
    if any(result.flaws for result in results):
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

    known = _definitions(session).jurisdiction_files()
    files = known.chain(_path(session, name))
    laid = known.laid(files)
    if session.json:
        session.emit(views.document(files, laid, origin=origin))
        return
    for line in views.head(files):
        session.say(line)
    if origin:
        for line in views.placelines(files):
            session.say(line)
        return
    session.say("")
    session.table(*views.rule_table(files, laid))
    for line in (*views.bare(files), *views.notes(files, laid)):
        session.say(line)


@command(
    "diff",
    example="""
solflow jurisdiction diff va-local workflows/jurisdictions/our-county.yaml
solflow jurisdiction diff our-county our-county
""",
    parent=jurisdiction,
)
@click.argument("before")
@click.argument("after")
def diff(session: Session, before: str, after: str) -> None:
    """Show what two jurisdictions state differently, and which open cases it would touch.

    Each is a jurisdiction or a file. Cases are compared by the edition they were opened under, so
    the same name twice shows which of them the file as it is today would judge otherwise.
    """
    from solicitation_flow.jurisdiction import merged_files, read_rules
    from solicitation_flow.jurisdiction.findings import differences
    from solicitation_flow.views import checked_law as views

    known = _definitions(session).jurisdiction_files()
    one = merged_files(known.chain(_path(session, before)))
    two = merged_files(known.chain(_path(session, after)))
    names = (str(one.value.get("jurisdiction")), str(two.value.get("jurisdiction")))
    rules = differences(read_rules(one), read_rules(two))
    cases = None
    workspace = session.workspace_if_any
    if workspace is not None:
        from solicitation_flow.workspace.judgments import otherwise

        year = session.now.year
        other = workspace.definitions.merged(known.read(_path(session, after)), year)
        cases = otherwise(session.engine, names[0], other)
    if session.json:
        session.emit(views.differing(names, rules, cases))
        return
    for line in views.differing_lines(names, rules, cases):
        session.say(line)


@command("copy", example="solflow jurisdiction copy va-local", parent=jurisdiction)
@click.argument("name")
def copy(session: Session, name: str) -> None:
    """Copy a jurisdiction file that comes with the program into this workspace.

    Most often a file of your own that extends the shipped one is better: it states only what
    differs, and follows new editions.
    """
    from solicitation_flow.workspace import copying

    session.copied(copying.jurisdiction(session.workspace, name))


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

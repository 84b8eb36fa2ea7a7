"""`solflow template`: list the letters that ship, and copy one into the workspace."""

import click

from solicitation_flow.cli.session import Session, command, group

template = group(
    "template",
    example="""
solflow template list
solflow template copy award/intent
""",
    description="The texts of letters: which there are, and your own version of one.",
)


@command("list", example="solflow template list", parent=template)
def list_(session: Session) -> None:
    """List the letters, and the file each is written from."""
    from solicitation_flow.workspace import copying

    letters = copying.letters(session.workspace_if_any)
    if session.json:
        rows = [{"letter": name, "file": str(path)} for name, path in letters]
        session.emit({"letters": rows})
    else:
        session.table(("letter", "file"), [(name, str(path)) for name, path in letters])


@command("copy", example="solflow template copy award/intent", parent=template)
@click.argument("name")
def copy(session: Session, name: str) -> None:
    """Copy the text of a letter into this workspace, to be changed there.

    `solflow workflow check` then checks yours in its place.
    """
    from solicitation_flow.workspace import copying

    session.copied(copying.template(session.workspace, name))

"""The commands that every register has: list, add, show, import."""

import click

from solicitation_flow.cli.completion import candidates
from solicitation_flow.cli.session import Session, command, group


def register_commands(
    workflow: str, plural: str, prefix: str, example: str, says: str
) -> click.Group:
    """Make the commands of one register."""
    definitions = group(plural, example=f"solflow {plural} add {example}", says=says)

    @command("list", example=f"solflow {plural} list", parent=definitions)
    @click.option("--all", "everybody", is_flag=True, help="Those who have left, too.")
    def list_entries(session: Session, *, everybody: bool) -> None:
        """Lists the register."""
        from solicitation_flow.views import registers

        rows = registers.entries(workflow, session.anybody, everybody=everybody)
        if session.json:
            session.emit({plural: rows})
        elif rows:
            session.table(*registers.table(rows))
        else:
            session.note(f"There are no {plural} yet.")
            session.note(f"Try: solflow {plural} add --help")

    @command("add", example=f"solflow {plural} add {example}", parent=definitions)
    @click.argument("words", metavar="KEY FIELD=VALUE ...", nargs=-1, required=True)
    def add(session: Session, words: tuple[str, ...]) -> None:
        """Enters somebody; the key is what the command line and the papers call them by."""
        from solicitation_flow.cli.commands.new import opened

        first = words[0] if "=" in words[0] else f"key={words[0]}"
        opened(session, workflow, (first, *words[1:]), None)

    @command(
        "show", example=f"solflow {plural} show {example.partition(' ')[0]}", parent=definitions
    )
    @click.argument("key", shell_complete=candidates.keys(workflow))
    def show(session: Session, key: str) -> None:
        """Shows one entry, with everything that was ever changed about it."""
        from solicitation_flow.cli.commands.show import shown

        number = key if key.startswith(f"{prefix}-") else f"{prefix}-{key}"
        shown(session, session.number(number))

    assert {list_entries, add, show}, "each has entered itself"
    _imports(definitions, workflow, plural)
    return definitions


def _imports(definitions: click.Group, workflow: str, plural: str) -> None:
    """Make the command that enters a whole file of entries."""

    @command(
        "import", example=f"solflow {plural} import {plural}.csv --dry-run", parent=definitions
    )
    @click.argument("file", metavar="FILE.CSV")
    @click.option("--dry-run", is_flag=True, help="Only check the file; store nothing.")
    def import_entries(session: Session, file: str, *, dry_run: bool) -> None:
        """Enters everybody in a CSV file, or nobody: every bad cell is told with its line.

        The first line names the fields, as `solflow form` does.
        """
        from solicitation_flow.cli.input import csv_file

        csv_file.entered(session, workflow, file, dry_run=dry_run)

    assert import_entries is not None, "it has entered itself"

"""The commands that every register has: list, add, show, import."""

import click

from solicitation_flow.cli.completion import candidates
from solicitation_flow.cli.session import Session, command, group


def register_commands(workflow: str, plural: str, example: str, description: str) -> click.Group:
    """Return the group of commands of one register."""
    register = group(plural, example=f"solflow {plural} add {example}", description=description)

    @command("list", example=f"solflow {plural} list", parent=register)
    @click.option("--all", "everybody", is_flag=True, help="Include those who have left.")
    def list_entries(session: Session, *, everybody: bool) -> None:
        """List the register."""
        from solicitation_flow.views import registers

        rows = registers.entries(workflow, session.anybody, everybody=everybody)
        if session.json:
            session.emit({plural: rows})
        elif rows:
            session.table(*registers.table(rows))
        else:
            session.note(f"There are no {plural} yet.")
            session.note(f"Try: solflow {plural} add --help")

    @command("add", example=f"solflow {plural} add {example}", parent=register)
    @click.argument("words", metavar="KEY FIELD=VALUE ...", nargs=-1, required=True)
    def add(session: Session, words: tuple[str, ...]) -> None:
        """Add an entry; KEY is the short name used on the command line and in documents."""
        from solicitation_flow.cli.commands.new import opened

        first = words[0]
        if "=" not in first:
            first = f"key={first}"
        opened(session, workflow, (first, *words[1:]), None)

    @command("show", example=f"solflow {plural} show {example.partition(' ')[0]}", parent=register)
    @click.argument("key", shell_complete=candidates.keys(workflow))
    def show(session: Session, key: str) -> None:
        """Show one entry with all its changes."""
        from solicitation_flow.cli.commands.show import shown

        number = session.engine.read.entry_number(workflow, key)
        shown(session, session.number(number))

    assert {list_entries, add, show}, "click has registered each of them"
    _add_import(register, workflow, plural)
    return register


def _add_import(register: click.Group, workflow: str, plural: str) -> None:
    """Add the command that enters a whole file of entries."""

    @command("import", example=f"solflow {plural} import {plural}.csv --dry-run", parent=register)
    @click.argument("file", metavar="FILE.CSV")
    @click.option("--dry-run", is_flag=True, help="Only check the file; change nothing.")
    def import_entries(session: Session, file: str, *, dry_run: bool) -> None:
        """Add every row of a CSV file, or none: each bad cell is reported with its line.

        The first line names the fields, as listed by `solflow form`.
        """
        from solicitation_flow.cli.input.register_import import enter_file

        enter_file(session, workflow, file, dry_run=dry_run)

    assert import_entries is not None, "click has registered it"

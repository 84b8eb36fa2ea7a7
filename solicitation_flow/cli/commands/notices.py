"""`solflow notices`: letters that were written, and previews."""

from typing import Any

import click

from solicitation_flow.cli.completion import candidates
from solicitation_flow.cli.session import Session, command, group

notices = group(
    "notices",
    example="""
solflow notices list RFP-2026-001
solflow notices preview RFP-2026-001 amendments/amendment summary='Lots allowed'
""",
    description="Letters: list them, show one in full, or preview one as it would read now.",
)


@command("list", example="solflow notices list RFP-2026-001 --status queued", parent=notices)
@click.argument("number", required=False, shell_complete=candidates.numbers)
@click.option(
    "--status",
    type=click.Choice(["queued", "sending", "sent", "uncertain"]),
    help="Only letters with this status.",
)
def list_notices(session: Session, number: str | None, status: str | None) -> None:
    """List the letters of a case, or of all cases, in the order they were written."""
    from solicitation_flow.views import letters

    number = session.number(number) if number else None
    listed = session.engine.read.letters(status, number)
    if session.json:
        session.emit(letters.listed(listed, session.anybody))
    elif listed:
        session.table(*letters.table(listed, session.anybody))
    else:
        session.note("There is no such letter.")


@command("show", example="solflow notices show 3f9a1c20b7de --html > letter.html", parent=notices)
@click.argument("id_", metavar="ID")
@click.option("--html", "as_page", is_flag=True, help="Print a page for a browser or a printer.")
def show(session: Session, id_: str, as_page: bool) -> None:
    """Show one letter in full, by the id that `notices list` prints."""
    from solicitation_flow.errors import NotFound, Suggestion, Usage
    from solicitation_flow.notices.webpage import page
    from solicitation_flow.views import letters

    every = session.engine.read.letters()
    alike = [letter for letter in every if id_ and letter.digest.startswith(id_)]
    if not alike:
        raise NotFound(f"there is no letter {id_!r}", next=Suggestion("notices list"))
    if len({letter.key for letter in alike}) > 1:
        raise Usage(f"{len(alike)} letters begin with {id_}", hint="give more of the id")
    if session.json:
        session.emit(letters.document(alike[0], session.anybody))
        return
    if as_page:
        click.echo(page(alike[0]), nl=False)
        return
    for line in letters.lines(alike[0]):
        session.say(line)


@command(
    "preview",
    example="solflow notices preview RFP-2026-001 issuance/posting "
    "proposals_due='2026-11-18 14:00'",
    parent=notices,
)
@click.argument("number", shell_complete=candidates.numbers)
@click.argument("notice")
@click.argument("pairs", metavar="[FIELD=VALUE ...]", nargs=-1)
@click.option("--file", metavar="FORM.YAML", help="Read the command's fields from a file.")
@click.option("--to", metavar="KEY", help="Only the copy for one recipient, such as supplier:acme.")
def preview(
    session: Session,
    number: str,
    notice: str,
    pairs: tuple[str, ...],
    file: str | None,
    to: str | None,
) -> None:
    """Show a letter as it would be written now; nothing is stored or sent.

    Give the fields of the command that causes the letter: its text depends on them.
    """
    from solicitation_flow.cli.input.typed_form import typed_form
    from solicitation_flow.decide import Refusal
    from solicitation_flow.errors import NotFound
    from solicitation_flow.views import letters

    number = session.number(number)

    def words(name: str) -> dict[str, Any]:
        typed = typed_form(session, number, name, pairs, file, keep=False)
        assert typed is not None, "a move of the workflow has a form"
        return typed.words()

    written = session.engine.preview(number, notice, session.actor, words)
    if isinstance(written, Refusal):
        session.refused(written)
    wanted = [letter for letter in written if to in (None, letter.recipient)]
    if not wanted:
        whom = ", ".join(letter.recipient for letter in written) or "nobody"
        raise NotFound(f"{notice} would go to {whom}" + (f", not to {to}" if to else ""))
    if session.json:
        session.emit(letters.previews(wanted, session.anybody))
        return
    for line in letters.lines(wanted[0]):
        session.say(line)
    others = [letter.recipient for letter in wanted[1:]]
    if others:
        session.note(f"\nThe same to {', '.join(others)}.")

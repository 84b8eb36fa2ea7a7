"""Letters: those written, one of them whole, and how one would read if it were written now."""

import click

from solicitation_flow.cli.completion import candidates
from solicitation_flow.cli.session import Session, command, group

notices = group(
    "notices",
    example="""
solflow notices list RFP-2026-001
solflow notices preview RFP-2026-001 amendments/amendment summary='Lots allowed'
""",
    says="Letters: those written, one of them whole, and how one would read if written now.",
)


@command("list", example="solflow notices list RFP-2026-001 --status queued", parent=notices)
@click.argument("number", required=False, shell_complete=candidates.numbers)
@click.option(
    "--status",
    type=click.Choice(["queued", "sending", "sent", "uncertain"]),
    help="Only letters with this status.",
)
def list_notices(session: Session, number: str | None, status: str | None) -> None:
    """Lists the letters of a case, or all of them, in the order they were written."""
    from solicitation_flow.cli.cases import letter

    number = session.number(number) if number else None
    found = session.engine.read.letters(status, number)
    if session.json:
        session.emit({"letters": [letter(each, session) for each in found]})
        return
    if not found:
        session.note("There is no such letter.")
        return
    session.table(
        ("id", "written", "case", "notice", "to", "status"),
        [
            (
                each.digest[:12],
                session.brief(each.written_at),
                each.case,
                each.notice,
                each.recipient,
                each.status + (f": {each.trouble}" if each.trouble else ""),
            )
            for each in found
        ],
    )


@command("show", example="solflow notices show 3f9a1c20b7de --html > letter.html", parent=notices)
@click.argument("id_", metavar="ID")
@click.option("--html", "as_page", is_flag=True, help="As a page for a browser or a printer.")
def show(session: Session, id_: str, as_page: bool) -> None:
    """Shows one letter whole, by the id that `notices list` prints."""
    from solicitation_flow.cli import letters
    from solicitation_flow.errors import NotFound, Suggestion, Usage
    from solicitation_flow.notices.webpage import page

    found = [each for each in session.engine.read.letters() if id_ and each.digest.startswith(id_)]
    if not found:
        raise NotFound(f"there is no letter {id_!r}", next=Suggestion("notices list"))
    if len({each.key for each in found}) > 1:
        raise Usage(f"{len(found)} letters begin with {id_}", hint="give more of the id")
    if session.json:
        session.emit(letters.document(found[0], session))
        return
    if as_page:
        click.echo(page(found[0]), nl=False)
        return
    for line in letters.lines(found[0]):
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
@click.option("--file", metavar="FORM.YAML", help="Fields of its command from a file.")
@click.option("--to", metavar="KEY", help="The copy for one recipient, as supplier:acme.")
def preview(
    session: Session,
    number: str,
    notice: str,
    pairs: tuple[str, ...],
    file: str | None,
    to: str | None,
) -> None:
    """Shows a letter as it would be written now; nothing is stored, nothing is sent.

    The fields are those of the command the letter goes with: what it says depends on them.
    """
    from solicitation_flow.cli import letters
    from solicitation_flow.decide import Refusal
    from solicitation_flow.errors import NotFound

    number = session.number(number)
    made = letters.previewed(session, number, notice, pairs, file)
    if isinstance(made, Refusal):
        session.refused(made)
    found = [each for each in made if to in (None, each.recipient)]
    if not found:
        whom = ", ".join(each.recipient for each in made) or "nobody"
        raise NotFound(f"{notice} would go to {whom}" + (f", not to {to}" if to else ""))
    if session.json:
        session.emit({"letters": [letters.document(each, session) for each in found]})
        return
    for line in letters.lines(found[0]):
        session.say(line)
    others = [each.recipient for each in found[1:]]
    if others:
        session.note(f"\nThe same to {', '.join(others)}.")

"""`solflow verify`: check that everything stored is as the journals say."""

import click

from solicitation_flow.cli.completion import candidates
from solicitation_flow.cli.session import Session, command

FOUND_SOMETHING = 7


@command(
    "verify",
    example="""
solflow verify
solflow verify RFP-2026-001 --head 5d1c...
""",
)
@click.argument("number", required=False, shell_complete=candidates.numbers)
@click.option("--head", metavar="HASH", help="A hash kept elsewhere, as packets print it.")
def verify(session: Session, number: str | None, head: str | None) -> None:
    """Check that everything stored is as the journals say; exit code 7 if something is not.

    It checks the hash chain, records, dates, duties, reminders, letters, documents, definitions
    and the access log. A journal rewritten as a whole is found only by comparing its last hash
    with one kept elsewhere: keep some.
    """
    from solicitation_flow.verify.stored import verified
    from solicitation_flow.views import reports

    result = verified(session.engine, number, head)
    if session.json:
        session.emit(reports.verified(result))
    else:
        for line in reports.verified_lines(result):
            session.say(line)
    if result.findings:
        session.leave(FOUND_SOMETHING)

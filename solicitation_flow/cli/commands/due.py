"""`solflow due`: upcoming dates, reminders and duties."""

import click

from solicitation_flow.cli.session import Session, command


@command(
    "due",
    example="""
solflow due --within P7D
solflow due --as-of 2026-11-18T14:00
""",
)
@click.option("--within", metavar="PERIOD", help="Only what is due within a period, such as P7D.")
@click.option("--as-of", metavar="INSTANT", help="Only what is due by a date and time.")
def due(session: Session, within: str | None, as_of: str | None) -> None:
    """List dates that take effect by themselves, reminders, and what people have to do.

    Nothing is changed or sent.
    """
    from solicitation_flow.cli.instants import period
    from solicitation_flow.errors import Usage
    from solicitation_flow.views import agenda

    if within and as_of:
        raise Usage("give --within or --as-of, not both")
    until = session.moment(as_of, "--as-of") if as_of else None
    if within:
        until = session.now + period(within, "--within")
    owed = agenda.due(session.anybody, until)
    if session.json:
        session.emit(owed)
    elif owed["due"]:
        session.table(*agenda.due_table(owed))
    else:
        session.note("Nothing is due.")

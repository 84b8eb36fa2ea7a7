"""`solflow due`: what will happen by itself, and when."""

import click

from solicitation_flow.cli.session import Session, command


@command(
    "due",
    example="""
solflow due --within P7D
solflow due --as-of 2026-11-18T14:00
""",
)
@click.option("--within", metavar="PERIOD", help="Only what is due within, as P7D or PT4H.")
@click.option("--as-of", metavar="INSTANT", help="Only what is due by an instant.")
def due(session: Session, within: str | None, as_of: str | None) -> None:
    """Lists everything owed: dates the clock will act on, reminders, and what people owe.

    It is computed; nothing is executed, sent or stored.
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

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
    from solicitation_flow.cli import agenda
    from solicitation_flow.cli.instants import period
    from solicitation_flow.errors import Usage

    if within and as_of:
        raise Usage("give --within or --as-of, not both")
    until = session.moment(as_of, "--as-of") if as_of else None
    if within:
        until = session.now + period(within, "--within")
    rows = agenda.rows(session, until)
    if session.json:
        ends = session.instant(until) if until else None
        session.emit({"now": session.instant(session.now), "until": ends, "due": rows})
    elif rows:
        session.table(*agenda.table(rows))
    else:
        session.note("Nothing is due.")

"""What is due, what the clock does with it, and what waits for a person."""

from typing import Any

import click

from solicitation_flow.cli.frame import Session, command


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
    from solicitation_flow.cli.periods import period
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


@command(
    "tick",
    example="""
solflow tick
solflow tick --at 2026-11-18T14:00
""",
)
@click.option(
    "--confirm-clock", is_flag=True, help="The machine's clock jumped ahead, and it is right."
)
def tick(session: Session, confirm_clock: bool) -> None:
    """Settles everything that is due and sends the post, once: this is for cron.

    In training, `--at` lets time pass until then; each thing is settled at its own instant. In
    an office nothing is settled while the clock is ahead of the time that has really passed:
    `--confirm-clock` says that it is right, and the access log keeps who said so.
    """
    from solicitation_flow.cli import agenda
    from solicitation_flow.daemon.rounds import settle_once

    if confirm_clock:
        agenda.confirm_clock(session)

    on_the_way = agenda.travelled(session)
    done = settle_once(session.workspace.engine(), session.workspace.post())
    sweep = on_the_way.then(done.sweep)
    troubles = [*on_the_way.troubles, *done.troubles]
    if session.json:
        session.emit(agenda.document(sweep, done.sent, session) | {"troubles": troubles})
    else:
        for line in agenda.lines(sweep, done.sent, session):
            session.say(line)
    for trouble in troubles:
        session.note(f"trouble: {trouble}")
    if troubles:
        session.leave(1)


@command(
    "inbox",
    example="""
solflow inbox
solflow inbox --as acme
""",
)
def inbox(session: Session) -> None:
    """Lists what waits for a person, a supplier or a member, by when, and how it is done.

    What waits for everybody in a role stands with each of them until one of them has done it.
    """
    from solicitation_flow.cli import agenda, shapes

    actor = session.actor
    owed = session.engine.read.inbox(actor)
    if session.json:
        rows: list[dict[str, Any]] = [
            shapes.duty(duty, session) | {"next": agenda.to_type(duty, session)} for duty in owed
        ]
        session.emit({"person": actor.name, "roles": sorted(actor.roles), "duties": rows})
    elif owed:
        session.table(*agenda.owed_table(owed, session))
        session.say(f"Try: solflow next {owed[0].case}")
    else:
        session.note(f"Nothing waits for {actor.name}.")

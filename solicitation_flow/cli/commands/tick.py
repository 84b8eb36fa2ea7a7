"""`solflow tick`: settles what is due and sends the letters, once."""

import click

from solicitation_flow.cli.session import Session, command


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
    from solicitation_flow.daemon.rounds import settle_once
    from solicitation_flow.engine import Sweep
    from solicitation_flow.views import agenda

    if confirm_clock:
        session.engine.confirm_clock(session.actor)
    on_the_way = session.travel(session.zone) if session.common.at else Sweep()
    round_ = settle_once(session.workspace.engine(), session.workspace.post())
    sweep = on_the_way.then(round_.sweep)
    troubles = [*on_the_way.troubles, *round_.troubles]
    if session.json:
        session.emit(agenda.settled(sweep, round_.sent, troubles, session.anybody))
    else:
        for line in agenda.settled_lines(sweep, round_.sent, session.anybody):
            session.say(line)
    for trouble in troubles:
        session.note(f"trouble: {trouble}")
    if troubles:
        session.leave(1)

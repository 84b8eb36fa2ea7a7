"""`solflow tick`: process what is due and send the letters, once."""

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
    "--confirm-clock", is_flag=True, help="Accept the machine's clock after it jumped ahead."
)
def tick(session: Session, confirm_clock: bool) -> None:
    """Process everything that is due and send the letters, once; cron may run it.

    In training, `--at` advances the clock to that time; everything due on the way takes effect at
    its own date and time. In an office, nothing is processed while the machine's clock is ahead of
    the time that has passed: `--confirm-clock` accepts the clock, and the access log keeps who
    accepted it.
    """
    from solicitation_flow.engine import Sweep
    from solicitation_flow.engine.rounds import settle_once
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

"""Keeps an office in time: what `tick` does once, for ever."""

from solicitation_flow.cli.session import Session, command


@command(
    "daemon",
    example="""
solflow daemon
solflow daemon --workspace /srv/procurement
""",
)
def daemon(session: Session) -> None:
    """Settles what is due as it falls due, and sends the post, until it is stopped.

    One daemon serves a workspace. It may be killed at any time: started again, it does what was
    left undone, as of the instant it was due. It tells what it does on standard error.
    """
    from solicitation_flow.daemon.lock import alone
    from solicitation_flow.daemon.ringing import Daemon
    from solicitation_flow.errors import Suggestion, Usage

    if session.workspace.training:
        raise Usage(
            "a training workspace has no real time to keep",
            hint="let its time pass by hand",
            next=Suggestion("tick", options={"at": "INSTANT"}),
        )
    if session.common.at is not None:
        raise Usage("--at is for training: a daemon goes by the machine's clock")
    root = session.workspace.root
    with alone(root / "daemon.lock"):
        served = Daemon(session.engine, session.workspace.post(), session.note)
        served.run(f"serving {root}; stop it with Ctrl-C or SIGTERM")
        session.note("stopped")

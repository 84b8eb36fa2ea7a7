"""`solflow daemon`: does continuously what `solflow tick` does once."""

from solicitation_flow.cli.session import Session, command


@command(
    "daemon",
    example="""
solflow daemon
solflow daemon --workspace /srv/procurement
""",
)
def daemon(session: Session) -> None:
    """Process what is due when it is due and send the letters, until stopped.

    One daemon serves a workspace. It may be stopped at any time: when started again, it does what
    was missed, effective at the time it was due. It reports on standard error.
    """
    from solicitation_flow.daemon.lock import alone
    from solicitation_flow.daemon.ringing import Daemon
    from solicitation_flow.errors import Suggestion, Usage

    if session.workspace.training:
        raise Usage(
            "a training workspace has a virtual clock, which a daemon cannot follow",
            hint="advance its clock by hand",
            next=Suggestion("tick", options={"at": "INSTANT"}),
        )
    if session.common.at is not None:
        raise Usage("--at is for training: a daemon follows the machine's clock")
    root = session.workspace.root
    with alone(root / "daemon.lock"):
        daemon_ = Daemon(session.engine, session.workspace.post(), session.note)
        daemon_.run(f"serving {root}; stop it with Ctrl-C or SIGTERM")
        session.note("stopped")

"""`solflow inbox`: what a person has to do."""

from solicitation_flow.cli import spelling
from solicitation_flow.cli.session import Session, command


@command(
    "inbox",
    example="""
solflow inbox
solflow inbox --as acme
""",
)
def inbox(session: Session) -> None:
    """List what a person, a supplier or a member has to do, by when, and with which command.

    A task for everyone in a role is listed for each of them until one of them has done it.
    """
    from solicitation_flow.errors import Suggestion
    from solicitation_flow.views import agenda

    actor, by = session.actor, session.common.as_ or ""
    duties = session.engine.read.inbox(actor)
    if session.json:
        session.emit(agenda.inbox(duties, actor, session.anybody, by))
    elif duties:
        session.table(*agenda.inbox_table(duties, session.anybody, by))
        session.say(f"Try: {spelling.typed(Suggestion('next', duties[0].case))}")
    else:
        session.note(f"{actor.name} has nothing to do.")

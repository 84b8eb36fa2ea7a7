"""`solflow inbox`: what waits for a person."""

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
    """Lists what waits for a person, a supplier or a member, by when, and how it is done.

    What waits for everybody in a role stands with each of them until one of them has done it.
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
        session.note(f"Nothing waits for {actor.name}.")

"""`solflow inbox`: what waits for a person."""

from typing import Any

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

"""Prints what a command would change, or has changed."""

from typing import TYPE_CHECKING

from solicitation_flow.cli.session import Session

if TYPE_CHECKING:
    # the pages of help are read without the engine
    from solicitation_flow.decide import Refusal
    from solicitation_flow.engine import Accepted


def planned(session: Session, answer: "Refusal | Accepted") -> None:
    from solicitation_flow.decide import Refusal
    from solicitation_flow.views import result

    if isinstance(answer, Refusal):
        session.refused(answer)
    if session.json:
        session.emit(result.document(answer, session.viewer, dry_run=True))
        return
    session.say(plan_text(session, answer))
    session.say("Nothing was changed: this was a dry run.")


def plan_text(session: Session, answer: "Accepted") -> str:
    from solicitation_flow.views import result

    return "\n".join(result.lines(answer, session.viewer, dry_run=True))


def finished(session: Session, answer: "Refusal | Accepted") -> None:
    from solicitation_flow.decide import Refusal
    from solicitation_flow.views import result

    if isinstance(answer, Refusal):
        session.refused(answer)
    if session.json:
        session.emit(result.document(answer, session.viewer))
        return
    for line in result.lines(answer, session.viewer):
        session.say(line)
    for line in result.what_next(answer, session.viewer):
        session.say(line)

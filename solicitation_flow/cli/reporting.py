"""Prints what a command would change, or did change."""

from typing import TYPE_CHECKING

from solicitation_flow.cli.session import Session

if TYPE_CHECKING:
    # the pages of help are read without the engine
    from solicitation_flow.decide import Refusal
    from solicitation_flow.engine import Accepted


def planned(session: Session, answer: "Refusal | Accepted") -> None:
    from solicitation_flow.cli import outcomes
    from solicitation_flow.decide import Refusal

    if isinstance(answer, Refusal):
        session.refused(answer)
    if session.json:
        session.emit(outcomes.document(answer, session, dry_run=True))
        return
    session.say(plan_text(session, answer))
    session.say("Nothing was stored: this was a dry run.")


def plan_text(session: Session, answer: "Accepted") -> str:
    from solicitation_flow.cli import outcomes

    return "\n".join(outcomes.lines(answer, session, dry_run=True))


def finished(session: Session, answer: "Refusal | Accepted") -> None:
    from solicitation_flow.cli import outcomes
    from solicitation_flow.decide import Refusal

    if isinstance(answer, Refusal):
        session.refused(answer)
    if session.json:
        session.emit(outcomes.document(answer, session))
        return
    for line in outcomes.lines(answer, session):
        session.say(line)
    for line in outcomes.what_next(answer, session):
        session.say(line)

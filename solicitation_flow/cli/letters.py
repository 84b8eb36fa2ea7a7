"""One letter laid out, and letters written in memory only, to see how they would read."""

from collections.abc import Iterator, Sequence
from typing import Any

from solicitation_flow import notices
from solicitation_flow.casefile import CLOCK
from solicitation_flow.cli import cases
from solicitation_flow.cli.input.typed_form import typed_form
from solicitation_flow.cli.session import Session
from solicitation_flow.decide import Refusal
from solicitation_flow.engine import Loaded, Request
from solicitation_flow.engine.recipients import Called, recipients
from solicitation_flow.engine.settling import Settler
from solicitation_flow.errors import NotFound
from solicitation_flow.forms import Nothing
from solicitation_flow.notices.mail import opened, text
from solicitation_flow.records.ledger import Deadline, Letter
from solicitation_flow.workflow import Move
from solicitation_flow.yamlfile import did_you_mean


def document(letter: Letter, session: Session) -> dict[str, Any]:
    """Return a letter whole, for a program."""
    whole = {"message_id": letter.message_id, "text": text(letter), "message": letter.message}
    return cases.letter(letter, session) | whole


def lines(letter: Letter) -> Iterator[str]:
    """Return a letter for a person: its head, then its words."""
    mail = opened(letter)
    for name in ("From", "To", "Subject", "Date"):
        yield f"{name}: {mail[name]}"
    yield ""
    yield text(letter).rstrip("\n")


def previewed(
    session: Session, number: str, notice: str, pairs: Sequence[str], file: str | None
) -> Refusal | list[Letter]:
    """Return a notice's letters as of now: with its command, by the clock, or as reminders."""
    loaded = session.engine.view(number).loaded
    workflow = loaded.lifecycle.workflow
    here = [
        move
        for moves in workflow.offered(loaded.case.state).values()
        for move in moves
        if notice in dict(move.notices)
    ]
    for deadline in loaded.case.deadlines.values():
        if workflow.deadlines[deadline.name].notice == notice and deadline.status == "unmet":
            return _reminders(session, loaded, deadline, notice)
    if not here:
        raise _unknown(loaded, notice)
    if here[0].timed:
        return _by_the_clock(session, loaded, here[0], notice)
    typed = typed_form(session, number, here[0].command, tuple(pairs), file, keep=False)
    assert typed is not None, "a move of the workflow has a form"
    answer = session.engine.plan(Request(here[0].command, typed.words(), number), session.actor)
    if isinstance(answer, Refusal):
        return answer
    return [
        letter for part in answer.plan.parts for letter in part.letters if letter.notice == notice
    ]


def _by_the_clock(session: Session, loaded: Loaded, move: Move, notice: str) -> list[Letter]:
    for row in loaded.case.deadlines.values():
        if row.command == move.command and row.status == "unmet":
            settler = Settler(session.engine.environment, session.engine.loader)
            plan, _ = settler.planned(loaded, row, max(row.fires_at, session.now))
            return [
                letter for part in plan.parts for letter in part.letters if letter.notice == notice
            ]
    return []


def _reminders(session: Session, loaded: Loaded, deadline: Deadline, notice: str) -> list[Letter]:
    engine, workflow = session.engine, loaded.lifecycle.workflow
    made: list[Letter] = []
    for who, offsets in workflow.deadlines[deadline.name].remind.items():
        known = {"case": loaded.case, "form": Nothing(), "actor": CLOCK, "now": session.now}
        keys = workflow.book.audiences[who](**known, law=loaded.law)
        made += [
            notices.write(
                engine.environment.templates,
                notice,
                case=loaded.case,
                law=loaded.law,
                cause="preview",
                recipient=recipient,
                now=session.now,
                actor=CLOCK,
                form=Nothing(),
                sender=engine.environment.sender,
                training=engine.environment.training,
                deadline=deadline,
                offset=offsets[-1],
                names=Called(engine.loader),
            )
            for recipient in recipients(engine.loader, keys)
        ]
    return made


def _unknown(loaded: Loaded, notice: str) -> NotFound:
    moves = loaded.lifecycle.workflow.offered(loaded.case.state).values()
    here = sorted({name for each in moves for move in each for name, _ in move.notices})
    hint = did_you_mean(notice, here) or f"there are {', '.join(here) or 'none'}"
    return NotFound(f"no letter {notice!r} may go out from {loaded.header.number} now", hint=hint)

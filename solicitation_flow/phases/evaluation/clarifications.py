"""Questions about what an offer means; nothing in the offer may change by the answer."""

from collections.abc import Iterable
from datetime import datetime

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, Local, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phrases import listed
from solicitation_flow.records.evaluation import Asks, Clarification
from solicitation_flow.records.letter_forms import LetterToOfferor
from solicitation_flow.records.registers import Line, Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

ALLOWED: tuple[Asks, ...] = ("explain", "confirm", "locate")
WOULD = {
    "new_price": "ask for a new price",
    "new_document": "accept a document missing from the offer",
    "cure": "cure a defect",
    "lateness": "excuse a late submission",
}


class RequestClarification(LetterToOfferor):
    """Asks an offeror what something in its offer means, and for nothing new."""

    written = ("section", "question")
    asks: Asks = ask(
        "explain, confirm or locate what the offer says; "
        "new_price, new_document, cure and lateness are no clarification",
        "explain",
    )
    section: Line = ask("where in the offer", "Page 12, table 3")
    question: Text = ask("the question", "Do the hours shown include travel?")
    due: Local | None = ask(
        "by when it is to be answered, in local time", "2026-11-25 16:00", default=None
    )


class AnswerClarification(Form):
    """Answer a question about the offer, without changing it."""

    clarification: int = ask("the number of the question", 1)
    text: Text = ask("the answer", "Yes, travel is included in the hours shown.")


@action
def request_clarification(
    case: CaseFile, form: RequestClarification, now: datetime, law: Law, actor: Actor
) -> CaseFile:
    asked = Clarification(
        number=len(case.all(Clarification)) + 1,
        lot=form.lot,
        offeror=form.offeror,
        asks=form.asks,
        section=form.section,
        question=form.question,
        due=law.instant(form.due) if form.due else None,
        asked_by=actor.name,
        asked_at=now,
    )
    return case.file(asked)


@action
def answer_clarification(
    case: CaseFile, form: AnswerClarification, now: datetime, actor: Actor
) -> CaseFile:
    asked = case.one(Clarification, str(form.clarification))
    return case.file(asked.evolve(answer=form.text, answered_by=actor.name, answered_at=now))


def unanswered(case: CaseFile) -> list[Clarification]:
    """Return the questions about offers that wait for their answers."""
    clarifications: list[Clarification] = []
    for clarification in case.all(Clarification):
        if clarification.answered_at is None:
            clarifications.append(clarification)
    return clarifications


@guard(rule="clarification_limits", id="G66")
def clarification_is_limited(form: RequestClarification) -> Objection | None:
    """A clarification does not change an offer: no new price, no new document, no correction."""
    if form.asks in ALLOWED:
        return None
    return Objection(
        says=f"this would {WOULD[form.asks]}, which a clarification may not; ask what the offer "
        "says, or let a minor defect be cured",
        facts={"offeror": form.offeror, "asks": form.asks, "allowed": ALLOWED},
        clears=(Clears("request_clarification", fields={"asks": ALLOWED[0]}),),
    )


@guard(rule="clarification_asked", id="G66")
def clarification_asked(
    case: CaseFile, form: AnswerClarification, actor: Actor
) -> Objection | None:
    """An offeror answers a clarification once, and only what it was asked."""
    mine = []
    for clarification in unanswered(case):
        if clarification.offeror == actor.party:
            mine.append(clarification)
    numbers = [clarification.number for clarification in mine]
    if form.clarification in numbers:
        return None
    waiting = listed(numbers, "none, so nothing is to be answered")
    return Objection(
        says=f"no question {form.clarification} waits for {actor.party}; waiting: {waiting}",
        facts={"clarification": form.clarification, "waiting": numbers},
        clears=tuple(
            Clears("answer_clarification", fields={"clarification": number}, who=actor.party)
            for number in numbers[:1]
        ),
    )


@duty("answer_clarification")
def owes_clarifications(case: CaseFile) -> Iterable[Owed]:
    for clarification in unanswered(case):
        says = f"answer question {clarification.number} about your offer"
        yield Owed(f"supplier:{clarification.offeror}", says, clarification.due)

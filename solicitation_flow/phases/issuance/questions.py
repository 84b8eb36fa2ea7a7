"""Questions are taken until their date, and every answer is told to everybody."""

from collections.abc import Iterable
from datetime import datetime

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form
from solicitation_flow.forms import ask as wants  # `ask` is a command of this phase
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phrases import listed
from solicitation_flow.records.issuance import Listed, Question
from solicitation_flow.records.registers import Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard


class Ask(Form):
    """Asks a question; everybody will read it and its answer, and nobody who asked."""

    text: Text = wants("the question", "May we offer furniture alone, without installation?")


class Answer(Form):
    """Answers a question for everybody, or puts a better answer in place of the last."""

    question: int = wants("the number of the question", 1)
    text: Text = wants("the answer", "Yes. Say so on the price form.")


@action
def ask(case: CaseFile, form: Ask, now: datetime, actor: Actor) -> CaseFile:
    question = Question(
        number=len(case.all(Question)) + 1, text=form.text, asked_by=actor.party, asked_at=now
    )
    if case.get(Listed, f"suppliers/{actor.party}"):
        return case.file(question)
    asker = Listed(channel="suppliers", who=actor.party, why="asked", since=now)
    return case.file(question, asker)


@action
def answer(case: CaseFile, form: Answer, now: datetime, actor: Actor) -> CaseFile:
    said = {"answer": form.text, "answered_by": actor.name, "answered_at": now}
    return case.file(case.one(Question, str(form.question)).evolve(**said))


@action
def close_questions(case: CaseFile) -> CaseFile:
    return case  # that questions are closed is the deadline's own status


@guard(rule="questions_open", id="G33")
def questions_open(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """Questions are taken until the date the solicitation states for them."""
    closed = case.deadline("questions_due")
    if closed is None or now < closed.fires_at:
        return None
    return Objection(
        says=f"questions were taken until {law.spoken(closed.due_at)}; write to the contact named: "
        "nothing asked now is answered to all",
        facts={"questions_due": closed.due_at},
    )


@guard(rule="question_asked", id="G34")
def some_question_asked(case: CaseFile) -> Objection | None:
    """There is something to answer once somebody has asked."""
    if case.all(Question):
        return None
    return Objection("nobody has asked anything", {}, (Clears("ask"),))


@guard(rule="question_asked", id="G34")
def question_asked(case: CaseFile, form: Answer) -> Objection | None:
    """An answer belongs to a question somebody asked."""
    if case.get(Question, str(form.question)):
        return None
    asked = sorted(question.number for question in case.all(Question))
    waiting = next((each.number for each in _unanswered(case)), 1)
    return Objection(
        says=f"there is no question {form.question}; asked so far: "
        + listed(asked, "none, so nothing is to be answered"),
        facts={"question": form.question, "asked": asked},
        clears=(Clears("answer", fields={"question": waiting}),) if asked else (),
    )


@guard(rule="questions_answered", id="G34")
def questions_answered(case: CaseFile) -> Objection | None:
    """Every question has been answered, for everybody to read."""
    waiting = _unanswered(case)
    if not waiting:
        return None
    numbers = [question.number for question in waiting]
    which = listed(numbers)
    return Objection(
        says=f"question {which} has no answer yet"
        if len(numbers) == 1
        else f"questions {which} have no answer yet",
        facts={"unanswered": numbers},
        clears=tuple(Clears("answer", fields={"question": number}) for number in numbers),
    )


def _unanswered(case: CaseFile) -> list[Question]:
    waiting = (question for question in case.all(Question) if question.answered_at is None)
    return sorted(waiting, key=lambda each: each.number)


@duty("answer")
def owes_answers(case: CaseFile) -> Iterable[Owed]:
    due = case.due("questions_due") or case.due("proposals_due")
    for question in _unanswered(case):
        yield Owed("role:officer", f"answer question {question.number}", due)

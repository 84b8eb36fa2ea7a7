"""Questions about a solicitation: asked until a date, each answer published to everybody."""

from collections.abc import Iterable
from datetime import datetime
from operator import attrgetter

from solicitation_flow.casefile import Actor, CaseFile, remembered
from solicitation_flow.forms import Form
from solicitation_flow.forms import ask as wants  # `ask` is a command of this phase
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phrases import listed
from solicitation_flow.records.issuance import Listed, Question
from solicitation_flow.records.registers import Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

MOST_LISTED = 50  # open questions named one by one: a longer list is slow, and nobody reads it


class Ask(Form):
    """Asks a question; it is published with its answer, without the name of who asked."""

    text: Text = wants("question", "May we offer furniture alone, without installation?")


class Answer(Form):
    """Answer a question for everybody, or replace the answer given before."""

    question: int = wants("number of the question", 1)
    text: Text = wants("answer", "Yes. Say so on the price form.")


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
    question = case.one(Question, str(form.question))
    return case.file(question.evolve(answer=form.text, answered_by=actor.name, answered_at=now))


@action
def close_questions(case: CaseFile) -> CaseFile:
    return case  # the status of the deadline says that questions are closed


@guard(rule="questions_open", id="G33")
def questions_open(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """Questions are accepted until the date stated in the solicitation."""
    closed = case.deadline("questions_due")
    if closed is None or now < closed.fires_at:
        return None
    return Objection(
        says=f"questions were accepted until {law.spoken(closed.due_at)}; write to the contact "
        "named: nothing asked now is answered for everybody",
        facts={"questions_due": closed.due_at},
    )


@guard(rule="question_asked", id="G34")
def some_question_asked(case: CaseFile) -> Objection | None:
    """Only a question that was asked can be answered."""
    if case.all(Question):
        return None
    return Objection("no question has been asked", {}, (Clears("ask"),))


@guard(rule="question_asked", id="G34")
def question_asked(case: CaseFile, form: Answer) -> Objection | None:
    """An answer names the question that it answers."""
    if case.get(Question, str(form.question)):
        return None
    asked = sorted(question.number for question in case.all(Question))
    clears: tuple[Clears, ...] = ()
    if asked:
        unanswered, number = _unanswered(case), 1
        if unanswered:
            number = unanswered[0].number
        clears = (Clears("answer", fields={"question": number}),)
    return Objection(
        says=f"there is no question {form.question}; asked so far: "
        + listed(asked, "none, so nothing is to be answered"),
        facts={"question": form.question, "asked": asked},
        clears=clears,
    )


@guard(rule="questions_answered", id="G34")
def questions_answered(case: CaseFile) -> Objection | None:
    """Every question has been answered for everybody to read."""
    numbers = [question.number for question in _unanswered(case)]
    if not numbers:
        return None
    which = listed(numbers[:MOST_LISTED])
    says = f"question {which} has no answer yet"
    if len(numbers) > MOST_LISTED:
        says = f"questions {which} and {len(numbers) - MOST_LISTED} more have no answer yet"
    elif len(numbers) > 1:
        says = f"questions {which} have no answer yet"
    clears: list[Clears] = []
    for number in numbers[:MOST_LISTED]:
        clears.append(Clears("answer", fields={"question": number}))
    return Objection(says, {"unanswered": numbers}, tuple(clears))


@remembered
def _unanswered(case: CaseFile) -> tuple[Question, ...]:
    """Return the questions without an answer, in the order of their numbers."""
    waiting = [question for question in case.all(Question) if question.answered_at is None]
    return tuple(sorted(waiting, key=attrgetter("number")))


@duty("answer")
def owes_answers(case: CaseFile) -> Iterable[Owed]:
    """The officer answers each question before questions close."""
    due, waiting = case.due("questions_due") or case.due("proposals_due"), _unanswered(case)
    for question in waiting[:MOST_LISTED]:
        yield Owed("role:officer", f"answer question {question.number}", due)
    if len(waiting) > MOST_LISTED:
        more = len(waiting) - MOST_LISTED
        yield Owed("role:officer", f"answer {more} more questions", due)

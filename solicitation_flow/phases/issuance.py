"""Issuance: advertised, published, questions taken, and every answer told to everybody."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Annotated, Literal

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Fill, Form, Local
from solicitation_flow.forms import ask as wants  # `ask` is a command of this phase
from solicitation_flow.jurisdiction import Law
from solicitation_flow.records.issuance import Channel, Listed, Publication, Question
from solicitation_flow.records.preparation import Authority, Committee, EvaluationPlan
from solicitation_flow.records.registers import Line, Text
from solicitation_flow.records.responses import Proposal
from solicitation_flow.rulebook import Clears, Objection, Owed, action, audience, duty, guard


class Publish(Form):
    """Publishes the solicitation: it is advertised, posted, and open for proposals."""

    proposals_due: Local = wants("when proposals are due, in local time", "2026-11-18 14:00")
    questions_due: Local | None = wants(
        "until when questions are taken, in local time", "2026-11-04 16:00", default=None
    )
    boundary: Literal["before", "at"] = wants(
        "before: the due instant itself is late; at: it is still in time",
        "before",
        default="before",
    )
    printed: Line | None = wants(
        "the due date as the document prints it, if in other words",
        "prior to 2:00 p.m. on November 18, 2026",
        default=None,
    )
    suppliers: Annotated[tuple[str, ...], Fill("suppliers")] = wants("filled", default=())
    newspapers: Annotated[tuple[str, ...], Fill("newspapers")] = wants("filled", default=())


class Ask(Form):
    """Asks a question; everybody will read it and its answer, and nobody who asked."""

    text: Text = wants("the question", "May we offer furniture alone, without installation?")


class Answer(Form):
    """Answers a question for everybody, or puts a better answer in place of the last."""

    question: int = wants("the number of the question", 1)
    text: Text = wants("the answer", "Yes. Say so on the price form.")


@action
def publish(case: CaseFile, form: Publish, now: datetime, law: Law, actor: Actor) -> CaseFile:
    due = law.instant(form.proposals_due)
    questions = law.instant(form.questions_due) if form.questions_due else None
    published = Publication(
        published_at=now,
        published_by=actor.name,
        proposals_due=due,
        questions_due=questions,
        boundary=form.boundary,
        zone=law.zone,
        printed=form.printed or law.spoken(due),
        suppliers=form.suppliers,
        newspapers=form.newspapers,
    )
    case = case.file(
        published,
        *_listed("suppliers", form.suppliers, now),
        *_listed("newspapers", form.newspapers, now),
    )
    case = case.start("proposals_due", due, boundary=form.boundary, printed=published.printed)
    if questions is None:
        return case
    printed = law.spoken(questions)
    return case.start("questions_due", questions, boundary=form.boundary, printed=printed)


def _listed(channel: Channel, everybody: Iterable[str], now: datetime) -> Iterator[Listed]:
    for who in everybody:
        yield Listed(channel=channel, who=who, why="published", since=now)


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
    return case.file(case.one(Question, str(form.question)).model_copy(update=said))


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
        says=f"questions were taken until {law.spoken(closed.due_at)}; write to the contact named",
        facts={"questions_due": closed.due_at},
    )


@guard(rule="question_asked", id="G34")
def question_asked(case: CaseFile, form: Answer) -> Objection | None:
    """An answer belongs to a question somebody asked."""
    if case.get(Question, str(form.question)):
        return None
    asked = sorted(each.number for each in case.all(Question))
    waiting = next((each.number for each in _unanswered(case)), 1)
    return Objection(
        says=f"there is no question {form.question}; asked so far: "
        + (", ".join(str(each) for each in asked) or "none"),
        facts={"question": form.question, "asked": asked},
        clears=(Clears("answer", fields={"question": waiting}),) if asked else (),
    )


@guard(rule="questions_answered", id="G34")
def questions_answered(case: CaseFile) -> Objection | None:
    """Every question has been answered, for everybody to read."""
    waiting = _unanswered(case)
    if not waiting:
        return None
    numbers = [each.number for each in waiting]
    which = ", ".join(str(number) for number in numbers)
    return Objection(
        says=f"question {which} has no answer yet"
        if len(numbers) == 1
        else f"questions {which} have no answer yet",
        facts={"unanswered": numbers},
        clears=tuple(Clears("answer", fields={"question": number}) for number in numbers),
    )


def _unanswered(case: CaseFile) -> list[Question]:
    waiting = (each for each in case.all(Question) if each.answered_at is None)
    return sorted(waiting, key=lambda each: each.number)


@audience
def registered_suppliers(case: CaseFile) -> Iterable[str]:
    return _on_list(case, "suppliers", "supplier")


@audience
def newspapers(case: CaseFile) -> Iterable[str]:
    return _on_list(case, "newspapers", "person")


@audience
def followers(case: CaseFile) -> Iterable[str]:
    """Everybody on the notice list, and whoever has sent a proposal without being on it."""
    senders = (f"supplier:{each.offeror}" for each in case.all(Proposal))
    return dict.fromkeys((*_on_list(case, "suppliers", "supplier"), *senders))


def _on_list(case: CaseFile, channel: Channel, register: str) -> list[str]:
    return [f"{register}:{each.who}" for each in case.all(Listed) if each.channel == channel]


@duty("publish")
def owes_publication(case: CaseFile) -> Iterable[Owed]:
    if all(case.get(each) for each in (Authority, EvaluationPlan, Committee)):
        yield Owed("role:officer", "publish the solicitation")


@duty("answer")
def owes_answers(case: CaseFile) -> Iterable[Owed]:
    due = case.due("questions_due") or case.due("proposals_due")
    for question in _unanswered(case):
        yield Owed("role:officer", f"answer question {question.number}", due)

"""Publication: what is said of the dates, who is told, and from when the clock runs."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Annotated, Literal

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Fill, Form, Local
from solicitation_flow.forms import ask as wants  # `ask` is a command of this phase
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phrases import typed
from solicitation_flow.records.issuance import Channel, Listed, Publication
from solicitation_flow.records.preparation import (
    Approval,
    Authority,
    Committee,
    EvaluationPlan,
    Terms,
    content,
    part_digest,
)
from solicitation_flow.records.registers import Line
from solicitation_flow.records.responses import Proposal
from solicitation_flow.rulebook import Owed, action, audience, duty


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
    advertised_due: Local | None = wants(
        "the due date as the advertisement has it, to be compared", "2026-11-18 14:00", default=None
    )
    cover_due: Local | None = wants(
        "the due date as the cover has it, to be compared", "2026-11-18 14:00", default=None
    )
    conference_at: Local | None = wants(
        "when a conference or site visit is held, in local time", "2026-10-28 10:00", default=None
    )
    conference_place: Line | None = wants(
        "where it is held, or by what means", "Board room, or by video on request", default=None
    )
    conference_mandatory: bool = wants(
        "whether only those who attend may send a proposal", default=False
    )
    suppliers: Annotated[tuple[str, ...], Fill("suppliers")] = wants("filled", default=())
    newspapers: Annotated[tuple[str, ...], Fill("newspapers")] = wants("filled", default=())


@action
def publish(case: CaseFile, form: Publish, now: datetime, law: Law, actor: Actor) -> CaseFile:
    due = law.instant(form.proposals_due)
    questions = law.instant(form.questions_due) if form.questions_due else None
    plan = case.get(EvaluationPlan)
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
        advertised_due=typed(form.advertised_due) if form.advertised_due else "",
        cover_due=typed(form.cover_due) if form.cover_due else "",
        conference_at=law.instant(form.conference_at) if form.conference_at else None,
        conference_place=form.conference_place or "",
        conference_mandatory=form.conference_mandatory,
        plan=part_digest(plan) if plan and plan.discloses == "points" else "",
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


@audience
def registered_suppliers(case: CaseFile) -> Iterable[str]:
    return _on_list(case, "suppliers", "supplier")


@audience
def newspapers(case: CaseFile) -> Iterable[str]:
    return _on_list(case, "newspapers", "person")


@audience
def followers(case: CaseFile) -> Iterable[str]:
    """Everybody on the notice list, and whoever has sent a proposal without being on it."""
    senders = (f"supplier:{proposal.offeror}" for proposal in case.all(Proposal))
    return dict.fromkeys((*_on_list(case, "suppliers", "supplier"), *senders))


def _on_list(case: CaseFile, channel: Channel, register: str) -> list[str]:
    return [f"{register}:{listed.who}" for listed in case.all(Listed) if listed.channel == channel]


@duty("publish")
def owes_publication(case: CaseFile) -> Iterable[Owed]:
    settled = all(case.get(each) for each in (Authority, EvaluationPlan, Committee))
    approved = case.get(Approval)
    # a solicitation with terms runs by the whole law, which asks for an approval of its content
    ready = case.get(Terms) is None or (approved and approved.parts == content(case))
    if settled and ready:
        yield Owed("role:officer", "publish the solicitation")

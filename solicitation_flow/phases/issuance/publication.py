"""Publication of a solicitation: its dates, who is notified, and the deadlines that start."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Annotated, Literal

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Fill, Form, Local, LocalOrDay
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
    """Publishes the solicitation: it is advertised and posted, and proposals may be sent."""

    proposals_due: Local = wants("when proposals are due, in local time", "2026-11-18 14:00")
    questions_due: Local | None = wants(
        "until when questions are accepted, in local time", "2026-11-04 16:00", default=None
    )
    boundary: Literal["before", "at"] = wants(
        "before: a proposal at the due time itself is late; at: it is still in time",
        "before",
        default="before",
    )
    questions_boundary: Literal["before", "at"] = wants(
        "at: a question at that very time is still in time; before: it is late",
        "at",
        default="at",
    )
    printed: Line | None = wants(
        "due date as the document prints it, if worded differently",
        "prior to 2:00 p.m. on November 18, 2026",
        default=None,
    )
    printed_compared: bool = wants(
        "yes: the printed words were compared with the due date, where no program can read them",
        default=False,
    )
    advertised_due: LocalOrDay | None = wants(
        "due date in the advertisement, to check that it agrees", "2026-11-18 14:00", default=None
    )
    cover_due: LocalOrDay | None = wants(
        "due date on the cover, to check that it agrees", "2026-11-18 14:00", default=None
    )
    conference_at: Local | None = wants(
        "when a conference or site visit is held, in local time", "2026-10-28 10:00", default=None
    )
    conference_place: Line | None = wants(
        "place of the conference, or how to join it",
        "Board room, or by video on request",
        default=None,
    )
    conference_mandatory: bool = wants(
        "yes: only firms that attend may submit a proposal", default=False
    )
    suppliers: Annotated[tuple[str, ...], Fill("suppliers")] = wants("filled", default=())
    newspapers: Annotated[tuple[str, ...], Fill("newspapers")] = wants("filled", default=())


@action
def publish(case: CaseFile, form: Publish, now: datetime, law: Law, actor: Actor) -> CaseFile:
    due = law.instant(form.proposals_due)
    questions, conference = _instant(form.questions_due, law), _instant(form.conference_at, law)
    plan, plan_digest = case.get(EvaluationPlan), ""
    if plan and plan.discloses == "points":
        plan_digest = part_digest(plan)
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
        advertised_due=_as_typed(form.advertised_due),
        cover_due=_as_typed(form.cover_due),
        conference_at=conference,
        conference_place=form.conference_place or "",
        conference_mandatory=form.conference_mandatory,
        plan=plan_digest,
    )
    case = case.file(
        published,
        *_notified("suppliers", form.suppliers, now),
        *_notified("newspapers", form.newspapers, now),
    )
    case = case.start("proposals_due", due, boundary=form.boundary, printed=published.printed)
    if questions is None:
        return case
    printed = law.spoken(questions)
    return case.start("questions_due", questions, boundary=form.questions_boundary, printed=printed)


def _instant(wall: datetime | None, law: Law) -> datetime | None:
    """Return the instant of a local time, where the form gives one."""
    if wall is None:
        return None
    return law.instant(wall)


def _as_typed(wall: datetime | date | None) -> str:
    """Return a local time, or a day, as it was typed, or nothing where the form gives none."""
    if wall is None:
        return ""
    if isinstance(wall, datetime):
        return typed(wall)
    return wall.isoformat()


def _notified(channel: Channel, keys: Iterable[str], now: datetime) -> Iterator[Listed]:
    """Return the entries of the notice list for those who are notified of the publication."""
    for who in keys:
        yield Listed(channel=channel, who=who, why="published", since=now)


@audience
def registered_suppliers(case: CaseFile) -> Iterable[str]:
    """Every supplier on the notice list."""
    return _on_list(case, "suppliers", "supplier")


@audience
def newspapers(case: CaseFile) -> Iterable[str]:
    """Every newspaper on the notice list."""
    return _on_list(case, "newspapers", "person")


@audience
def followers(case: CaseFile) -> Iterable[str]:
    """Every supplier on the notice list, and every offeror that is not on it."""
    senders = (f"supplier:{proposal.offeror}" for proposal in case.all(Proposal))
    return dict.fromkeys((*_on_list(case, "suppliers", "supplier"), *senders))


def _on_list(case: CaseFile, channel: Channel, register: str) -> list[str]:
    """Return the register keys of those on the notice list for a channel."""
    return [f"{register}:{listed.who}" for listed in case.all(Listed) if listed.channel == channel]


@duty("publish")
def owes_publication(case: CaseFile) -> Iterable[Owed]:
    """The officer publishes once authority, plan and committee are settled, and approved."""
    if not (case.get(Authority) and case.get(EvaluationPlan) and case.get(Committee)):
        return
    approved = case.get(Approval)
    # a solicitation with terms needs an approval of its present content
    if case.get(Terms) is None or (approved and approved.parts == content(case)):
        yield Owed("role:officer", "publish the solicitation")

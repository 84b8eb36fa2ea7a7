"""The briefing of the committee: how proposals are scored, and what its members may not do."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, Past, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.preparation.committee import voting
from solicitation_flow.phrases import begins, local_date
from solicitation_flow.records.preparation import Briefing
from solicitation_flow.records.registers import Names, Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

TOPICS = (
    "No contact with offerors, gifts and outings, money and family, keeping offers secret, "
    "fairness, and how the score sheet is filled in."
)


class BriefCommittee(Form):
    """Records a briefing of committee members on scoring and on their duties."""

    attended: Names = ask("register keys of the members who attended", "ben,chen,dora")
    held_on: Annotated[date | None, Past()] = ask(
        "date of the briefing, if not today", "2026-11-10", default=None
    )
    topics: Text = ask("topics", TOPICS, default=TOPICS)


@action
def brief_committee(
    case: CaseFile, form: BriefCommittee, now: datetime, law: Law, actor: Actor
) -> CaseFile:
    held = Briefing(
        number=len(case.all(Briefing)) + 1,
        held_on=form.held_on or local_date(now, law),
        attended=form.attended,
        topics=form.topics,
        recorded_by=actor.name,
        recorded_at=now,
    )
    return case.file(held)


def _briefed(case: CaseFile, who: str) -> list[date]:
    """Return the dates of the briefings that somebody attended."""
    return [briefing.held_on for briefing in case.all(Briefing) if who in briefing.attended]


def _unbriefed(case: CaseFile) -> list[str]:
    """Return the voting members without any briefing."""
    return [voter for voter in voting(case) if not _briefed(case, voter)]


@guard(rule="committee_briefed", id="G20")
def committee_briefed(case: CaseFile, now: datetime, law: Law, actor: Actor) -> Objection | None:
    """A committee member scores only after a briefing on scoring and on its duties."""
    today = local_date(now, law)
    days = _briefed(case, actor.name)
    first = min(days, default=None)
    if first and first <= today:
        return None
    says, earliest = f"{actor.name} has not been briefed on how offers are judged", None
    if first:
        says, earliest = f"{actor.name} is to be briefed only on {first}", begins(first, law)
    attended = ",".join(dict.fromkeys((*_unbriefed(case), actor.name)))
    fields = {"attended": attended, "held_on": today.isoformat()}
    return Objection(
        says=says,
        facts={"evaluator": actor.name, "briefed_on": first},
        clears=(Clears("brief_committee", fields=fields),),
        earliest=earliest,
    )


@duty("brief_committee")
def owes_briefing(case: CaseFile) -> Iterable[Owed]:
    """The officer briefs every voting member of the committee."""
    unbriefed = _unbriefed(case)
    if unbriefed:
        yield Owed("role:officer", f"brief {', '.join(unbriefed)} on how offers are judged")

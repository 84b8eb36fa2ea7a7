"""The committee hears, before it scores, how offers are judged and what it may not do."""

from collections.abc import Iterable
from datetime import date, datetime

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.preparation.committee import voting
from solicitation_flow.phrases import local_date
from solicitation_flow.records.preparation import Briefing
from solicitation_flow.records.registers import Names, Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

TOPICS = (
    "No contact with offerors, gifts and outings, money and family, keeping offers secret, "
    "fairness, and how the score sheet is filled in."
)


class BriefCommittee(Form):
    """Records that members heard how offers are judged, and what a member may not do."""

    attended: Names = ask("register keys of the members who were there", "ben,chen,dora")
    held_on: date | None = ask("on what day, if it was not today", "2026-11-10", default=None)
    topics: Text = ask("what they heard", TOPICS, default=TOPICS)


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
    return [briefing.held_on for briefing in case.all(Briefing) if who in briefing.attended]


@guard(rule="committee_briefed", id="G20")
def committee_briefed(case: CaseFile, now: datetime, law: Law, actor: Actor) -> Objection | None:
    """A member scores only after hearing how it is done, and what is forbidden meanwhile."""
    today = local_date(now, law)
    days = _briefed(case, actor.name)
    if any(day <= today for day in days):
        return None
    unbriefed = [each for each in voting(case) if not _briefed(case, each)]
    attended = ",".join(dict.fromkeys((*unbriefed, actor.name)))
    fields = {"attended": attended, "held_on": today.isoformat()}
    ahead = min(days, default=None)
    return Objection(
        says=f"{actor.name} is to be briefed only on {ahead}"
        if ahead
        else f"{actor.name} has not been briefed on how offers are judged",
        facts={"evaluator": actor.name, "briefed_on": ahead},
        clears=(Clears("brief_committee", fields=fields),),
        earliest=law.instant(datetime.combine(ahead, datetime.min.time())) if ahead else None,
    )


@duty("brief_committee")
def owes_briefing(case: CaseFile) -> Iterable[Owed]:
    unbriefed = [each for each in voting(case) if not _briefed(case, each)]
    if unbriefed:
        yield Owed("role:officer", f"brief {', '.join(unbriefed)} on how offers are judged")

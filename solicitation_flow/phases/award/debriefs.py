"""Debriefings: an offeror asks how its offer was evaluated, and is told."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, Past, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.award.standing import announced
from solicitation_flow.phrases import local_date, not_known
from solicitation_flow.records.award import Award, Day, Debrief
from solicitation_flow.records.letter_forms import LetterToOfferor
from solicitation_flow.records.registers import Slug, Text
from solicitation_flow.records.responses import OpenedProposal
from solicitation_flow.rulebook import Clears, Objection, Owed, action, audience, duty, guard

ANY_TIME = "any_time"
"""A rule of this mode sets no end to the time in which a debriefing can be asked for."""


class RequestDebrief(Form):
    """Requests a debriefing on one's own offer."""

    topics: Text | None = ask(
        "what you would like to discuss", "The points for experience.", default=None
    )


class HoldDebrief(LetterToOfferor):
    """Records a debriefing on an offeror's own offer, without other offers' secrets."""

    written = ("strengths", "weaknesses")
    offeror: Slug = ask("the offeror that was debriefed", "zenith")
    strengths: Text = ask(
        "the strengths of its offer", "Sturdy frames, and a warranty of ten years."
    )
    weaknesses: Text = ask(
        "the weaknesses of its offer", "Only one contract of this size in five years was shown."
    )
    held_on: Annotated[Day | None, Past()] = ask(
        "the date of the debriefing, if not today", "2026-07-08", default=None
    )


@action
def request_debrief(case: CaseFile, form: RequestDebrief, now: datetime, actor: Actor) -> CaseFile:
    asked = Debrief(
        offeror=actor.party, asked_by=actor.name, asked_at=now, topics=form.topics or ""
    )
    return case.file(asked)


@action
def hold_debrief(
    case: CaseFile, form: HoldDebrief, now: datetime, law: Law, actor: Actor
) -> CaseFile:
    held = {
        "strengths": form.strengths,
        "weaknesses": form.weaknesses,
        "held_on": form.held_on or local_date(now, law),
        "held_by": actor.name,
        "held_at": now,
    }
    return case.file(case.one(Debrief, form.offeror).evolve(**held))


def _waiting(case: CaseFile) -> list[Debrief]:
    return [debrief for debrief in case.all(Debrief) if debrief.held_at is None]


@guard(rule="own_offer", id="G91")
def was_an_offeror(case: CaseFile, actor: Actor) -> Objection | None:
    """A debriefing is open only to offerors whose proposals were opened."""
    opened = {proposal.offeror for proposal in case.all(OpenedProposal)}
    if actor.party in opened:
        return None
    return Objection(
        says=f"no offer of {actor.party} was opened, so no debriefing is due",
        facts={"party": actor.party},
    )


@guard(rule="debrief", id="G91")
def debrief_in_time(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """A debriefing is requested within the time the rules allow after the award is announced."""
    rule = law.rule("debrief")
    awarded = [award.awarded_at for award in case.all(Award)]
    since = max(awarded or [intent.posted_at for intent in announced(case)], default=None)
    if rule.mode == ANY_TIME or since is None:
        return None
    over = law.window_end(rule, since)
    facts = {"since": since, "over": over, "required": rule.in_words}
    if over is None:
        return not_known("until when a debriefing can be asked for", law, facts)
    if now < over:
        return None
    return Objection(
        says=f"there were {rule.in_words} to ask, and they ended {law.spoken(over)}",
        facts=facts,
    )


@guard(rule="debrief_asked", id="G91")
def some_debrief_waits(case: CaseFile) -> Objection | None:
    """A debriefing is held only after an offeror has requested one."""
    if _waiting(case):
        return None
    return Objection("no request for a debriefing is pending", {}, (Clears("request_debrief"),))


@guard(rule="debrief_asked", id="G91")
def debrief_asked(case: CaseFile, form: HoldDebrief) -> Objection | None:
    """A debriefing is held for an offeror that requested it, once for each request."""
    waiting = [debrief.offeror for debrief in _waiting(case)]
    if form.offeror in waiting:
        return None
    clears = [Clears("request_debrief", who=form.offeror)]
    if waiting:
        clears.insert(0, Clears("hold_debrief", fields={"offeror": waiting[0]}))
    return Objection(
        says=f"{form.offeror} has no request open; waiting: {', '.join(waiting) or 'nobody'}",
        facts={"offeror": form.offeror, "waiting": waiting},
        clears=tuple(clears),
    )


@audience
def debriefed(form: HoldDebrief) -> Iterable[str]:
    return (f"supplier:{form.offeror}",)


@duty("hold_debrief")
def owes_debriefs(case: CaseFile) -> Iterable[Owed]:
    for debrief in _waiting(case):
        yield Owed("role:officer", f"debrief {debrief.offeror} on the evaluation of its offer")

"""Offerors are asked, all alike, to keep their offers open longer than they first said."""

from collections.abc import Iterable
from datetime import datetime

from solicitation_flow import scoring
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, Local, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.award.validity import EXPIRY, next_day, open_through
from solicitation_flow.phrases import suppliers
from solicitation_flow.records.award import Day, ExtensionRequest
from solicitation_flow.records.registers import Text
from solicitation_flow.rulebook import Clears, Objection, action, audience, guard


class AskToExtend(Form):
    """Asks every offeror still under evaluation to extend its offer, by a date for the answer."""

    last_day: Day = ask("the last day on which the offers could then be accepted", "2027-03-31")
    due: Local = ask("when the answer is due, in local time", "2026-12-02 16:00")
    reason: Text = ask(
        "why more time is needed, as the offerors will read it",
        "The governing body meets a month later than planned.",
    )


@action
def ask_to_extend(
    case: CaseFile, form: AskToExtend, now: datetime, law: Law, actor: Actor
) -> CaseFile:
    request = ExtensionRequest(
        number=len(case.all(ExtensionRequest)) + 1,
        last_day=form.last_day,
        due=law.instant(form.due),
        reason=form.reason,
        asked=tuple(scoring.offerors(case)),
        asked_by=actor.name,
        asked_at=now,
    )
    return case.file(request)


@guard(rule="offers_extended", id="G88")
def later_day_is_asked(
    case: CaseFile, form: AskToExtend, now: datetime, law: Law
) -> Objection | None:
    """Offerors are asked to extend to a day later than the one their offers already run to."""
    floor = open_through(case, now, law)
    if form.last_day > floor:
        return None
    return Objection(
        says=f"{form.last_day} is not after {floor}, which needs nobody's consent",
        facts={"last_day": form.last_day, "after": floor, "until": case.due(EXPIRY)},
        clears=(Clears("ask_to_extend", fields={"last_day": next_day(case, now, law)}),),
    )


@audience
def asked_to_extend(case: CaseFile) -> Iterable[str]:
    return suppliers(scoring.offerors(case))

"""Notices to cure a breach of an agreement: issued, cured in time, or not."""

from collections.abc import Iterable
from datetime import date, datetime

from solicitation_flow import workdays
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phrases import ends, local_date, not_known, says_something
from solicitation_flow.records.agreements import CureNotice
from solicitation_flow.records.award import Day
from solicitation_flow.records.registers import Line, Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

CURE = "cure"


class IssueCureNotice(Form):
    """Sends the contractor a notice to cure a breach, with the last day to do so."""

    breach: Text = ask(
        "what the contractor did or failed to do",
        "Three orders of May were delivered more than four weeks late.",
    )
    last_day: Day = ask("last day to cure it", "2028-07-15")
    clause: Line | None = ask("clause that was breached", "Clause 14.2, delivery", default=None)


class AcceptCure(Form):
    """Accepts that the contractor has cured the breach."""

    how: Text = ask("how it was cured", "All three orders are in, and a second truck is hired.")


@action
def issue_cure_notice(
    case: CaseFile, form: IssueCureNotice, now: datetime, law: Law, actor: Actor
) -> CaseFile:
    due = ends(form.last_day, law)
    older = pending(case)
    if older:
        case = case.file(_ended(older.moved("replaced"), now, actor))
    notice = CureNotice(
        number=len(case.all(CureNotice)) + 1,
        breach=form.breach,
        clause=form.clause or "",
        last_day=form.last_day,
        due=due,
        issued_by=actor.name,
        issued_at=now,
    )
    return case.file(notice).start(CURE, due, printed=f"the end of {form.last_day}")


@action
def accept_cure(case: CaseFile, form: AcceptCure, now: datetime, actor: Actor) -> CaseFile:
    notice = newest(case)
    assert notice, f"{case.number} has no notice to cure"
    cured = notice.moved("cured").evolve(how=form.how)
    return case.file(_ended(cured, now, actor))


@action
def end_cure(case: CaseFile, now: datetime, actor: Actor) -> CaseFile:
    notice = pending(case)
    if notice:
        return case.file(_ended(notice.moved("lapsed"), now, actor))
    return case


def _ended(notice: CureNotice, now: datetime, actor: Actor) -> CureNotice:
    return notice.evolve(ended_by=actor.name, ended_at=now)


def newest(case: CaseFile) -> CureNotice | None:
    """Return the newest notice to cure a breach, if there is one."""
    return max(case.all(CureNotice), key=lambda notice: notice.number, default=None)


def pending(case: CaseFile) -> CureNotice | None:
    """Return the notice to cure that is still open, if there is one."""
    notice = newest(case)
    if notice and notice.status == "open":
        return notice
    return None


@guard(rule="cure_notice", id="N55")
def breach_described(form: IssueCureNotice) -> Objection | None:
    """A notice to cure describes the breach in words the contractor can act on."""
    if says_something(form.breach):
        return None
    return Objection(
        says=f"{form.breach!r} does not say what was broken: name the orders, the days, the clause",
        facts={"breach": form.breach},
        clears=(Clears("issue_cure_notice", fields={"breach": "(what was broken, and when)"}),),
    )


@guard(rule="cure_period", id="N55")
def cure_long_enough(form: IssueCureNotice, now: datetime, law: Law) -> Objection | None:
    """A contractor gets the required number of days to cure a breach."""
    rule = law.rule("cure_period")
    facts = {"last_day": form.last_day, "required": rule.in_words}
    given = workdays.notice_days(local_date(now, law), form.last_day, rule.count, law.calendar)
    if rule.days is None:
        what = "how long a contractor has to cure a breach"
        return not_known(what, law, facts, extent={"days": max(given, 0)})
    if given >= rule.days:
        return None
    first: date = workdays.earliest_due(now, rule.days, rule.count, law.calendar)
    return Objection(
        says=f"{rule.in_words} to cure it end on {first}, not on {form.last_day}",
        facts={**facts, "given": given},
        clears=(Clears("issue_cure_notice", fields={"last_day": str(first)}),),
    )


@guard(rule="cure_pending", id="N55")
def cure_pending(case: CaseFile) -> Objection | None:
    """A cure is accepted while the time to cure is running."""
    if pending(case):
        return None
    number = None
    if notice := newest(case):
        number = notice.number
    return Objection(
        says="no notice to cure a breach is open, so there is nothing to accept",
        facts={"notice": number},
    )


@duty("accept_cure")
def owes_acceptance(case: CaseFile) -> Iterable[Owed]:
    """The officer decides, before the time to cure ends, whether the breach is cured."""
    notice = pending(case)
    if notice:
        says = f"decide whether the breach is cured (notice {notice.number})"
        yield Owed("role:officer", says, notice.due)

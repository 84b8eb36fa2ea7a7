"""The rules on dates, the same when a solicitation is published and when it is amended."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from solicitation_flow import workdays
from solicitation_flow.advertising import earliest_due, required
from solicitation_flow.casefile import CaseFile
from solicitation_flow.jurisdiction import Law, Rule
from solicitation_flow.phases.amendments.remedies import remedy
from solicitation_flow.phases.amendments.stated import (
    Dates,
    both,
    conference,
    first_notice,
    misdated,
    stated,
    usable,
)
from solicitation_flow.phrases import local_date, not_known, outside_hours, typed
from solicitation_flow.rulebook import BLANK, Clears, Objection, guard


@guard(rule="dates_in_order", id="G26")
def dates_in_order(case: CaseFile, form: Dates, now: datetime, law: Law) -> Objection | None:
    """Every date exists and lies ahead, and questions close before proposals are due."""
    named = {
        "proposals_due": form.proposals_due,
        "questions_due": stated(form, "questions_due"),
        "conference_at": stated(form, "conference_at"),
    }
    if not any(named.values()):
        return None
    wrong = [says for name, wall in named.items() for says in misdated(name, wall, now, law)]
    questions, due = both(case, form, law)
    held = conference(case, form, law)
    if questions and due and questions > due:
        wrong.append("questions would close only after proposals are due")
    if (named["conference_at"] or form.proposals_due) and held and due and held >= due:
        wrong.append("the conference would be held only when proposals are due, or later")
    if not wrong:
        return None
    facts = {name: wall for name, wall in named.items() if wall or name != "conference_at"}
    return Objection("; ".join(wrong), facts, remedy(case, form, now, law))


@guard(rule="minimum_notice", id="G23")
def minimum_notice(case: CaseFile, form: Dates, now: datetime, law: Law) -> Objection | None:
    """The first public notice is given the required number of days before proposals are due."""
    wall = form.proposals_due
    if wall is None or usable(wall, law) is None:
        return None
    rule = law.rule("minimum_notice")
    first = local_date(first_notice(case, now), law)
    facts = {"first_notice": first, "due": wall, "required": rule.in_words}
    given = workdays.notice_days(first, wall.date(), rule.count, law.calendar)
    if rule.days is None:
        extent = {"days": max(given, 0)}
        return not_known("how much notice the law asks for", law, facts, extent=extent)
    if given >= rule.days:
        return None
    return Objection(
        says=f"the first notice is of {first} and gives {max(given, 0)} {rule.count} days, and "
        f"{rule.in_words} are required",
        facts={**facts, "given": given},
        clears=remedy(case, form, now, law),
    )


@guard(rule="advertising", id="G24")
def time_to_advertise(case: CaseFile, form: Dates, now: datetime, law: Law) -> Objection | None:
    """Proposals are due late enough for every required advertisement to appear early enough."""
    wall = form.proposals_due
    if wall is None or usable(wall, law) is None:
        return None
    first = earliest_due(case, law, local_date(now, law))
    if wall.date() >= first:
        return None
    return Objection(
        says=f"advertised as required, proposals can be due on {first} at the earliest: "
        + required(law, law.rule("advertising").channels),
        facts={"due": wall, "earliest": first},
        clears=remedy(case, form, now, law),
    )


@guard(rule="due_on_working_day", id="G28")
def due_on_working_day(case: CaseFile, form: Dates, now: datetime, law: Law) -> Objection | None:
    """Proposals are due on a day on which the agency is open."""
    wall = form.proposals_due
    if wall is None or usable(wall, law) is None or law.calendar.is_working(wall.date()):
        return None
    return Objection(
        says=f"the agency is closed on {wall:%A}, {wall.date()}, and could take nothing in",
        facts={"due": wall},
        clears=remedy(case, form, now, law),
    )


@guard(rule="forbidden_due_days", id="G28")
def due_day_allowed(case: CaseFile, form: Dates, now: datetime, law: Law) -> Objection | None:
    """Nothing is due on a day on which the law lets nothing be due, such as one after a holiday."""
    wall = form.proposals_due
    if wall is None or usable(wall, law) is None:
        return None
    reasons = law.due_day_objections(wall.date())
    if not reasons:
        return None
    return Objection(
        says=f"nothing may be due on {wall:%A}, {wall.date()}: {', and '.join(reasons)}",
        facts={"due": wall, "reasons": reasons},
        clears=remedy(case, form, now, law),
    )


@guard(rule="question_cutoff", id="G33")
def questions_close_before_due(
    case: CaseFile, form: Dates, now: datetime, law: Law
) -> Objection | None:
    """Questions close the required number of days before proposals are due."""
    questions, due = both(case, form, law)
    if (
        not (stated(form, "questions_due") or form.proposals_due)
        or questions is None
        or due is None
    ):
        return None
    facts = {"questions_due": questions, "proposals_due": due}
    objection = _too_near(law.rule("question_cutoff"), facts, ("questions", "close"), law)
    if objection:
        return objection._replace(clears=() if objection.unknown else remedy(case, form, now, law))
    return None


@guard(rule="questions_after_conference", id="G32")
def questions_after_conference(case: CaseFile, form: Dates, law: Law) -> Objection | None:
    """Questions that a conference raises can still be asked after it."""
    questions, held = both(case, form, law)[0], conference(case, form, law)
    if not (stated(form, "conference_at") or stated(form, "questions_due")):
        return None
    if questions is None or held is None or questions > held:
        return None
    return Objection(
        says="questions would close before the conference, so what is heard there can no longer "
        "be asked",
        facts={"questions_due": questions, "conference_at": held},
        clears=(Clears(fields={"questions_due": BLANK}),),
    )


@guard(rule="conference_gap", id="G30")
def conference_gap(case: CaseFile, form: Dates, now: datetime, law: Law) -> Objection | None:
    """A conference is held the required number of days before proposals are due."""
    held, due = conference(case, form, law), both(case, form, law)[1]
    if not (stated(form, "conference_at") or form.proposals_due) or held is None or due is None:
        return None
    facts = {"conference_at": held, "proposals_due": due}
    objection = _too_near(law.rule("conference_gap"), facts, ("the conference", "be held"), law)
    if objection:
        return objection._replace(clears=() if objection.unknown else remedy(case, form, now, law))
    return None


def _too_near(
    rule: Rule, dates: Mapping[str, datetime], what: tuple[str, str], law: Law
) -> Objection | None:
    """Return an objection where fewer days than the rule's lie between two dates."""
    facts: dict[str, Any] = {**dates, "required": rule.in_words}
    subject, verb = what
    first, last = (local_date(date, law) for date in dates.values())
    given = workdays.notice_days(first, last, rule.count, law.calendar)
    if rule.days is None:
        if not rule.number_unknown:
            return None
        what_is = f"how long before the due date {subject} must {verb}"
        return not_known(what_is, law, facts, extent={"days": max(given, 0)})
    if given >= rule.days:
        return None
    return Objection(
        says=f"{subject} would {verb} {max(given, 0)} {rule.count} days before proposals are due, "
        f"and {rule.in_words} are asked for",
        facts={**facts, "given": given},
    )


@guard(rule="staffed_hours", id="G29")
def due_hour_sane(form: Dates, law: Law) -> Objection | None:
    """Proposals are due during staffed office hours."""
    wall = form.proposals_due
    if wall is None or usable(wall, law) is None:
        return None
    return outside_hours(wall, "proposals_due", law)


@guard(rule="due_on_working_day", id="G28")
def conference_on_working_day(form: Dates, law: Law) -> Objection | None:
    """A conference is held on a day on which the agency is open."""
    wall = stated(form, "conference_at")
    if wall is None or usable(wall, law) is None or law.calendar.is_working(wall.date()):
        return None
    open_day = law.calendar.next_working(wall.date())
    return Objection(
        says=f"the agency is closed on {wall:%A}, {wall.date()}, and could hold no conference",
        facts={"conference_at": wall},
        clears=(Clears(fields={"conference_at": typed(datetime.combine(open_day, wall.time()))}),),
    )

"""Dates to propose instead of those refused: lawful, and as near to them as possible."""

from datetime import date, datetime, time, timedelta

from solicitation_flow import workdays
from solicitation_flow.advertising import earliest_due
from solicitation_flow.casefile import CaseFile
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.amendments.stated import (
    Dates,
    both,
    conference,
    first_notice,
    material,
    stated,
    usable,
)
from solicitation_flow.phrases import local_date, typed
from solicitation_flow.rulebook import Clears

USUAL_HOUR = time(14)  # proposed where no hour is stated


def remedy(case: CaseFile, form: Dates, now: datetime, law: Law) -> tuple[Clears, ...]:
    """Return the nearest dates that every guard on dates accepts."""
    questions, standing = both(case, form, law)
    due, meeting = _lawful_due(case, form, now, law), stated(form, "conference_at")
    fields: dict[str, str] = {}
    ahead = questions and questions > now and hasattr(form, "questions_due")
    if stated(form, "questions_due") or ahead:
        kept, due = _date_and_due(questions, due, "question_cutoff", now, law)
        fields["questions_due"] = typed(kept)
    if meeting:
        kept, due = _date_and_due(conference(case, form, law), due, "conference_gap", now, law)
        if kept != meeting:
            fields["conference_at"] = typed(kept)
    if form.proposals_due is not None or usable(due, law) != standing:
        fields["proposals_due"] = typed(due)
    return (Clears(fields=fields),)


def _date_and_due(
    asked: datetime | None, due: datetime, rule: str, now: datetime, law: Law
) -> tuple[datetime, datetime]:
    """Return a date, at the latest the days of a rule before the due date, and the due date."""
    today = local_date(now, law)
    last, due = _latest_day_and_due(due, rule, today, law)
    wall = None
    if asked and asked > now:
        wall = workdays.local(asked, law.zone)
    if wall:
        day = min(wall.date(), last)
    else:
        day = last
    return datetime.combine(day, wall.time() if wall else due.time()), due


def _latest_day_and_due(due: datetime, name: str, today: date, law: Law) -> tuple[date, datetime]:
    """Return the last day that leaves the days a rule asks for, and a due date that allows it."""
    rule = law.rule(name)
    gap = max(rule.days or 0, 1)
    last = workdays.latest_day_before(due.date(), gap, rule.count, law.calendar)
    if last > today:
        return last, due
    start = law.calendar.next_working(today + timedelta(1))  # no day is left: the due date moves
    day = _due_day(workdays.add_days(start, gap, rule.count, law.calendar), law)
    last = workdays.latest_day_before(day, gap, rule.count, law.calendar)
    return last, datetime.combine(day, due.time())


def _lawful_due(case: CaseFile, form: Dates, now: datetime, law: Law) -> datetime:
    """Return the earliest lawful due date, not before the one stated."""
    asked = both(case, form, law)[1]
    wall = None
    if asked:
        wall = workdays.local(asked, law.zone).replace(tzinfo=None)
    if wall:
        hour = wall.time()
    else:
        hour = USUAL_HOUR
    here = workdays.local(now, law.zone).replace(tzinfo=None)
    day: date = here.date() + timedelta(hour <= here.time())
    rule = law.rule("minimum_notice")
    if rule.days is not None:
        first = first_notice(case, now)
        day = max(day, workdays.earliest_due(first, rule.days, rule.count, law.calendar))
    day = max(day, earliest_due(case, law, local_date(now, law)))
    held, gap = conference(case, form, law), law.rule("conference_gap")
    if held and not stated(form, "conference_at"):
        day = max(day, workdays.earliest_due(held, max(gap.days or 0, 1), gap.count, law.calendar))
    if material(form):
        day = max(day, _after_amending(now, hour, law))
    return datetime.combine(_due_day(max(day, wall.date() if wall else day), law), hour)


def _due_day(day: date, law: Law) -> date:
    """Return the day itself, or the first after it on which something may be due."""
    day = law.calendar.next_working(day)
    while law.due_day_objections(day):
        day = law.calendar.next_working(day + timedelta(1))
    return day


def _after_amending(now: datetime, hour: time, law: Law) -> date:
    """Return the first day on which a due hour leaves the time required after a material change."""
    rule = law.rule("amendment_floor")
    if rule.days is not None:
        return workdays.earliest_due(now, rule.days, rule.count, law.calendar)
    if rule.hours is None:
        return local_date(now, law)
    over = workdays.hours_end(now, rule.hours, rule.count, law.calendar)
    there = workdays.local(over, law.zone).replace(tzinfo=None)
    return there.date() + timedelta(hour < there.time())

"""Amendments: numbered changes, the dates they may move, and who must acknowledge them."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Literal, Protocol

from solicitation_flow import workdays
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, Local, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.records.amendments import Acknowledgment, Amendment
from solicitation_flow.records.issuance import Publication
from solicitation_flow.records.registers import Text
from solicitation_flow.records.responses import Proposal
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

WALL = "%Y-%m-%d %H:%M"
USUAL_HOUR = time(14)  # offered where the hour asked for cannot be used


class Dates(Protocol):
    """Any form that states the two dates of a solicitation, as clocks on the wall show them."""

    @property
    def proposals_due(self) -> datetime | None:
        """Answers when proposals are due, or None to leave it."""

    @property
    def questions_due(self) -> datetime | None:
        """Answers until when questions are taken, or None to leave it."""


class Amend(Form):
    """Changes a published solicitation; everybody on the notice list is told."""

    summary: Text = ask("what changes", "Lots allowed: section 3.2 is replaced.")
    proposals_due: Local | None = ask(
        "a new due date, in local time", "2026-11-25 14:00", default=None
    )
    questions_due: Local | None = ask(
        "a new end of questions, in local time", "2026-11-11 16:00", default=None
    )
    boundary: Literal["before", "at"] | None = ask(
        "before: the due instant itself is late; at: it is still in time", "before", default=None
    )


class Acknowledge(Form):
    """Says that the supplier has received an amendment."""

    amendment: int = ask("the number of the amendment", 1)


@action
def amend(case: CaseFile, form: Amend, now: datetime, law: Law, actor: Actor) -> CaseFile:
    due = law.instant(form.proposals_due) if form.proposals_due else None
    questions = law.instant(form.questions_due) if form.questions_due else None
    stood = case.deadlines["proposals_due", ""]
    boundary = form.boundary or stood.boundary
    case = case.file(
        Amendment(
            number=len(case.all(Amendment)) + 1,
            summary=form.summary,
            proposals_due=due,
            questions_due=questions,
            boundary=form.boundary,
            issued_by=actor.name,
            issued_at=now,
        )
    )
    if due or boundary != stood.boundary:
        moved = due or stood.due_at
        case = case.start("proposals_due", moved, boundary=boundary, printed=law.spoken(moved))
    if questions:
        printed = law.spoken(questions)
        case = case.start("questions_due", questions, boundary=boundary, printed=printed)
    return case


@action
def acknowledge(case: CaseFile, form: Acknowledge, now: datetime, actor: Actor) -> CaseFile:
    received = Acknowledgment(amendment=form.amendment, supplier=actor.party, acknowledged_at=now)
    return case if case.get(Acknowledgment, received.key) else case.file(received)


@guard(rule="amendment_issued", id="G39")
def amendment_issued(case: CaseFile, form: Acknowledge, actor: Actor) -> Objection | None:
    """Only an amendment that was issued can be acknowledged."""
    if case.get(Amendment, str(form.amendment)):
        return None
    issued = sorted(each.number for each in case.all(Amendment))
    waiting = _unacknowledged(case, actor.party) or issued[-1:]
    return Objection(
        says=f"there is no amendment {form.amendment}; issued so far: "
        + (", ".join(str(each) for each in issued) or "none"),
        facts={"amendment": form.amendment, "issued": issued},
        clears=tuple(
            Clears("acknowledge", "supplier", {"amendment": number}, who=actor.party)
            for number in waiting
        ),
    )


@duty("acknowledge")
def owes_acknowledgment(case: CaseFile) -> Iterable[Owed]:
    """Whoever has a proposal in must show that every amendment was received."""
    for offeror in dict.fromkeys(each.offeror for each in case.all(Proposal) if each.stands):
        for number in _unacknowledged(case, offeror):
            says = f"acknowledge amendment {number}"
            yield Owed(f"supplier:{offeror}", says, case.due("proposals_due"))


def _unacknowledged(case: CaseFile, supplier: str) -> list[int]:
    issued = sorted(each.number for each in case.all(Amendment))
    return [each for each in issued if not case.get(Acknowledgment, f"{each}/{supplier}")]


# The dates stated when publishing and those an amendment moves are held to the same law.


@guard(rule="dates_in_order", id="G26")
def dates_in_order(case: CaseFile, form: Dates, now: datetime, law: Law) -> Objection | None:
    """Every date named exists once, lies ahead, and questions close before proposals are due."""
    if form.proposals_due is None and form.questions_due is None:
        return None
    wrong = [*_misdated("proposals_due", form.proposals_due, now, law)]
    wrong += _misdated("questions_due", form.questions_due, now, law)
    questions, due = _both(case, form, law)
    if questions and due and questions >= due:
        wrong.append("questions would close only when proposals are due, or later")
    if not wrong:
        return None
    return Objection(
        says="; ".join(wrong),
        facts={"proposals_due": form.proposals_due, "questions_due": form.questions_due},
        clears=_remedy(case, form, now, law),
    )


@guard(rule="minimum_notice", id="G23")
def minimum_notice(case: CaseFile, form: Dates, now: datetime, law: Law) -> Objection | None:
    """Between the first notice and the day proposals are due lie the days the law asks for."""
    wall = form.proposals_due
    if wall is None or _usable(wall, law) is None:
        return None
    rule = law.rule("minimum_notice")
    first = workdays.local(_first_notice(case, now), law.zone).date()
    facts = {"first_notice": first, "due": wall, "required": rule.in_words}
    if rule.days is None:
        says = f"how much notice the law asks for is not known here ({law.title})"
        return Objection(says, facts, unknown=True)
    given = workdays.notice_days(first, wall.date(), rule.count, law.calendar)
    if given >= rule.days:
        return None
    return Objection(
        says=f"the first notice is of {first} and gives {max(given, 0)} {rule.count} days, and "
        f"{rule.in_words} are required",
        facts={**facts, "given": given},
        clears=_remedy(case, form, now, law),
    )


@guard(rule="due_on_working_day", id="G28")
def due_on_working_day(case: CaseFile, form: Dates, now: datetime, law: Law) -> Objection | None:
    """Proposals are due on a day on which the agency is open."""
    wall = form.proposals_due
    if wall is None or _usable(wall, law) is None or law.calendar.is_working(wall.date()):
        return None
    return Objection(
        says=f"the agency is closed on {wall:%A}, {wall.date()}, and could take nothing in",
        facts={"due": wall},
        clears=_remedy(case, form, now, law),
    )


@guard(rule="question_cutoff", id="G33")
def questions_close_before_due(
    case: CaseFile, form: Dates, now: datetime, law: Law
) -> Objection | None:
    """Questions close early enough that an answer can still change a proposal."""
    questions, due = _both(case, form, law)
    stated = form.questions_due is not None or form.proposals_due is not None
    if not stated or questions is None or due is None:
        return None
    rule = law.rule("question_cutoff")
    facts = {"questions_due": questions, "proposals_due": due, "required": rule.in_words}
    if rule.days is None:
        says = f"how long before the due date questions close is not known here ({law.title})"
        return Objection(says, facts, unknown=True) if rule.number_unknown else None
    last, day = (workdays.local(each, law.zone).date() for each in (questions, due))
    given = workdays.notice_days(last, day, rule.count, law.calendar)
    if given >= rule.days:
        return None
    return Objection(
        says=f"questions would close {max(given, 0)} {rule.count} days before proposals are due, "
        f"and {rule.in_words} are expected",
        facts={**facts, "given": given},
        clears=_remedy(case, form, now, law),
    )


def _first_notice(case: CaseFile, now: datetime) -> datetime:
    published = case.get(Publication)
    return published.published_at if published else now


def _misdated(name: str, wall: datetime | None, now: datetime, law: Law) -> Iterator[str]:
    if wall is None:
        return
    if not law.calendar.first <= wall.date() <= law.calendar.last:
        known = f"{law.calendar.first} to {law.calendar.last}"
        yield f"{name} {wall:{WALL}} lies outside the days whose holidays are known, {known}"
        return
    try:
        if law.instant(wall) <= now:
            yield f"{name} {wall:{WALL}} has already passed"
    except ValueError as error:
        yield f"{name}: {error}"


def _usable(wall: datetime | None, law: Law) -> datetime | None:
    """Answers the instant of a date the calendar holds; `dates_in_order` says why it does not."""
    if wall is None or not law.calendar.first <= wall.date() <= law.calendar.last:
        return None
    try:
        return law.instant(wall)
    except ValueError:
        return None


def _both(case: CaseFile, form: Dates, law: Law) -> tuple[datetime | None, datetime | None]:
    """Answers both dates as they will be: as the form says, or as they stand."""
    questions, due = case.due("questions_due"), case.due("proposals_due")
    if form.questions_due is not None:
        questions = _usable(form.questions_due, law)
    if form.proposals_due is not None:
        due = _usable(form.proposals_due, law)
    return questions, due


def _remedy(case: CaseFile, form: Dates, now: datetime, law: Law) -> tuple[Clears, ...]:
    """Answers dates near those asked for that no guard of this module minds."""
    today = workdays.local(now, law.zone).date()
    questions, stated = _both(case, form, law)
    due = _lawful_due(case, form, now, law)
    fields: dict[str, str] = {}
    if form.questions_due is not None or (questions and questions > now):
        rule = law.rule("question_cutoff")
        gap = max(rule.days or 0, 1)
        last = workdays.latest_day_before(due.date(), gap, rule.count, law.calendar)
        if last <= today:  # no room is left, so the due date makes some
            start = law.calendar.next_working(today + timedelta(1))
            day = workdays.add_days(start, gap, rule.count, law.calendar)
            due = datetime.combine(day, due.time())
            last = workdays.latest_day_before(day, gap, rule.count, law.calendar)
        asked = workdays.local(questions, law.zone) if questions and questions > now else None
        kept = min(asked.date(), last) if asked else last
        hour = asked.time() if asked else due.time()
        fields["questions_due"] = f"{datetime.combine(kept, hour):{WALL}}"
    if form.proposals_due is not None or _usable(due, law) != stated:
        fields["proposals_due"] = f"{due:{WALL}}"
    return (Clears("amend" if case.get(Publication) else "publish", fields=fields),)


def _lawful_due(case: CaseFile, form: Dates, now: datetime, law: Law) -> datetime:
    """Answers the earliest due date from the one asked for on that the law does not mind."""
    asked = _both(case, form, law)[1]
    wall = workdays.local(asked, law.zone).replace(tzinfo=None) if asked else None
    hour = wall.time() if wall else USUAL_HOUR
    here = workdays.local(now, law.zone).replace(tzinfo=None)
    day: date = here.date() + timedelta(hour <= here.time())
    rule = law.rule("minimum_notice")
    if rule.days is not None:
        first = _first_notice(case, now)
        day = max(day, workdays.earliest_due(first, rule.days, rule.count, law.calendar))
    return datetime.combine(law.calendar.next_working(max(day, wall.date() if wall else day)), hour)

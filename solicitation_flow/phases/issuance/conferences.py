"""A conference or site visit: held as announced, with its minutes and who attended on file."""

from collections.abc import Iterable
from datetime import datetime, time
from typing import Annotated, NamedTuple

from solicitation_flow import workdays
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Fill, Form, Local, Past, Words
from solicitation_flow.forms import ask as wants  # `ask` is a command of this phase
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phrases import next_working_day, typed
from solicitation_flow.records.amendments import Amendment
from solicitation_flow.records.issuance import Conference, Listed, Publication
from solicitation_flow.records.registers import Text
from solicitation_flow.rulebook import BLANK, Clears, Objection, Owed, action, duty, guard

USUAL_HOUR = time(10)


class HoldConference(Form):
    """Records a conference or site visit, who attended, and the minutes that everybody reads."""

    attendees: Words = wants("register keys of the suppliers who attended", "acme,zenith")
    minutes: Text = wants(
        "what was asked and answered, without names",
        "Whether seating alone may be offered: an amendment will say.",
    )
    held_at: Annotated[Local | None, Past()] = wants(
        "local time at which it began, if not as announced", "2026-10-28 10:05", default=None
    )
    suppliers: Annotated[tuple[str, ...], Fill("suppliers")] = wants("filled", default=())


class Announced(NamedTuple):
    """A conference as the solicitation, or the amendment that moved it, announces it."""

    at: datetime
    place: str
    mandatory: bool


def announced(case: CaseFile) -> Announced | None:
    """Return the conference as announced last, or None where none is."""
    published = case.get(Publication)
    if published is None:
        return None
    at, place = published.conference_at, published.conference_place
    mandatory = published.conference_mandatory
    for amendment in case.all(Amendment):
        at, place = amendment.conference_at or at, amendment.conference_place or place
        if amendment.conference_mandatory is not None:
            mandatory = amendment.conference_mandatory
    if at is None:
        return None
    return Announced(at, place, mandatory)


@action
def hold_conference(
    case: CaseFile, form: HoldConference, now: datetime, law: Law, actor: Actor
) -> CaseFile:
    plan, earlier = announced(case), case.get(Conference)
    assert plan, "a conference must be announced before it is held"
    held = Conference(
        held_at=law.instant(form.held_at) if form.held_at else plan.at,
        place=plan.place,
        mandatory=plan.mandatory,
        attendees=form.attendees,
        minutes=form.minutes,
        version=earlier.version + 1 if earlier else 1,
        recorded_by=actor.name,
        recorded_at=now,
    )
    case = case.file(held)
    for attendee in form.attendees:
        if not case.get(Listed, f"suppliers/{attendee}"):
            case = case.file(Listed(channel="suppliers", who=attendee, why="attended", since=now))
    return case


@guard(rule="conference_announced", id="G30")
def some_conference_announced(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """Only a conference that was announced can be held."""
    if announced(case):
        return None
    fields = {"conference_at": _next_open(now, law)}
    return Objection("no conference was announced", {}, (Clears("amend", fields=fields),))


@guard(rule="conference_announced", id="G30")
def conference_was_announced(
    case: CaseFile, form: HoldConference, now: datetime, law: Law
) -> Objection | None:
    """A conference is held at the time and place announced to everybody, and never earlier."""
    plan = announced(case)
    if plan is None:
        return Objection(
            says="no conference was announced",
            facts={"announced": None},
            clears=(Clears("amend", fields={"conference_at": _next_open(now, law)}),),
        )
    facts = {"announced": plan.at, "held_at": form.held_at}
    planned = workdays.local(plan.at, law.zone).replace(tzinfo=None)
    clears = (Clears("hold_conference", fields={"held_at": typed(planned)}),)
    spoken = law.spoken(plan.at)
    if now < plan.at:
        says = f"the conference is announced for {spoken}, which is still to come"
        return Objection(says, facts, earliest=plan.at)
    held = form.held_at or planned
    try:
        ahead = law.instant(held) > now
    except ValueError as error:
        return Objection(f"held_at: {error}", facts, clears)
    if planned <= held and held.date() == planned.date() and not ahead:
        return None
    return Objection(
        says=f"the conference was announced for {spoken}, and is recorded as held {typed(held)}",
        facts=facts,
        clears=clears,
    )


def _next_open(now: datetime, law: Law) -> str:
    """Return 10:00 of the next working day, as a form takes it."""
    return next_working_day(now, law, USUAL_HOUR)


@guard(rule="attendees_known", id="G31")
def attendees_are_known(form: HoldConference) -> Objection | None:
    """Each firm that attended is named by its key in the register of suppliers."""
    registered, unknown = [], []
    for attendee in form.attendees:
        if attendee in form.suppliers:
            registered.append(attendee)
        else:
            unknown.append(attendee)
    if not unknown:
        return None
    clears = [Clears("hold_conference", fields={"attendees": ",".join(registered)})]
    for attendee in unknown:
        clears.append(Clears("open_supplier", fields={"key": attendee}))
    return Objection(
        says=f"no active supplier is called {', '.join(unknown)}; enter the firm first, or leave "
        "it out",
        facts={"attendees": form.attendees, "unknown": unknown},
        clears=tuple(clears),
    )


@guard(rule="mandatory_attendance", id="G31")
def mandatory_conference_recorded(case: CaseFile) -> Objection | None:
    """Where attendance is mandatory, who attended is on record before proposals are opened."""
    plan = announced(case)
    if plan is None or not plan.mandatory or case.get(Conference):
        return None
    return Objection(
        says="the conference was mandatory, and nobody recorded who attended it",
        facts={"announced": plan.at},
        clears=(Clears("hold_conference", fields={"attendees": BLANK, "minutes": BLANK}),),
    )


@duty("hold_conference")
def owes_conference(case: CaseFile) -> Iterable[Owed]:
    """The officer holds the conference that was announced, and records it."""
    plan, held = announced(case), case.get(Conference)
    if plan and (held is None or held.held_at < plan.at):
        says = "hold the conference, and record who came and what was said"
        yield Owed("role:officer", says, plan.at)

"""A conference or site visit: held as announced, who came on file, and no term changed by talk."""

from collections.abc import Iterable
from datetime import datetime, time
from typing import Annotated, NamedTuple

from solicitation_flow import workdays
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Fill, Form, Local, Words
from solicitation_flow.forms import ask as wants  # `ask` is a command of this phase
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phrases import next_working_day, typed
from solicitation_flow.records.amendments import Amendment
from solicitation_flow.records.issuance import Conference, Listed, Publication
from solicitation_flow.records.registers import Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

USUAL_HOUR = time(10)


class HoldConference(Form):
    """Records a conference or site visit, who came, and minutes that everybody will read."""

    attendees: Words = wants("register keys of the suppliers who came at any time", "acme,zenith")
    minutes: Text = wants(
        "what was asked and said, without names",
        "Whether seating alone may be offered: an amendment will say.",
    )
    held_at: Local | None = wants(
        "when it began, in local time, if not as announced", "2026-10-28 10:05", default=None
    )
    suppliers: Annotated[tuple[str, ...], Fill("suppliers")] = wants("filled", default=())


class Announced(NamedTuple):
    """A conference as the solicitation, or the amendment that moved it, announces it."""

    at: datetime
    place: str
    mandatory: bool


def announced(case: CaseFile) -> Announced | None:
    """Return the conference announced last, if there is one."""
    published = case.get(Publication)
    at = published.conference_at if published else None
    place = published.conference_place if published else ""
    mandatory = bool(published and published.conference_mandatory)
    for amendment in case.all(Amendment):
        at, place = amendment.conference_at or at, amendment.conference_place or place
        if amendment.conference_mandatory is not None:
            mandatory = amendment.conference_mandatory
    return Announced(at, place, mandatory) if at else None


@action
def hold_conference(
    case: CaseFile, form: HoldConference, now: datetime, law: Law, actor: Actor
) -> CaseFile:
    told, old = announced(case), case.get(Conference)
    assert told, "a conference that nobody announced is not held"
    held = Conference(
        held_at=law.instant(form.held_at) if form.held_at else told.at,
        place=told.place,
        mandatory=told.mandatory,
        attendees=form.attendees,
        minutes=form.minutes,
        version=old.version + 1 if old else 1,
        recorded_by=actor.name,
        recorded_at=now,
    )
    new = [attendee for attendee in form.attendees if not case.get(Listed, f"suppliers/{attendee}")]
    came = (Listed(channel="suppliers", who=each, why="attended", since=now) for each in new)
    return case.file(held, *came)


@guard(rule="conference_announced", id="G30")
def some_conference_announced(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """There is a conference to hold once one was announced."""
    if announced(case):
        return None
    fields = {"conference_at": _next_open(now, law)}
    return Objection("no conference was announced", {}, (Clears("amend", fields=fields),))


@guard(rule="conference_announced", id="G30")
def conference_was_announced(
    case: CaseFile, form: HoldConference, now: datetime, law: Law
) -> Objection | None:
    """A conference is held where and when everybody was told, and never earlier."""
    told = announced(case)
    if told is None:
        return Objection(
            says="no conference was announced, so nobody could know of it",
            facts={"announced": None},
            clears=(Clears("amend", fields={"conference_at": _next_open(now, law)}),),
        )
    facts = {"announced": told.at, "held_at": form.held_at}
    planned = workdays.local(told.at, law.zone).replace(tzinfo=None)
    clears = (Clears("hold_conference", fields={"held_at": typed(planned)}),)
    spoken = law.spoken(told.at)
    if now < told.at:
        says = f"the conference is announced for {spoken}, which is still to come"
        return Objection(says, facts, earliest=told.at)
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
    """Return the usual hour of the next open day."""
    return next_working_day(now, law, USUAL_HOUR)


@guard(rule="attendees_known", id="G31")
def attendees_are_known(form: HoldConference) -> Objection | None:
    """Whoever came is named by the supplier's key, so that an offer finds its firm on the list."""
    unknown = [attendee for attendee in form.attendees if attendee not in form.suppliers]
    if not unknown:
        return None
    left = [attendee for attendee in form.attendees if attendee in form.suppliers]
    enter = tuple(Clears("open_supplier", fields={"key": each}) for each in unknown)
    return Objection(
        says=f"no active supplier is called {', '.join(unknown)}; enter the firm first, or leave "
        "it out",
        facts={"attendees": form.attendees, "unknown": unknown},
        clears=(Clears("hold_conference", fields={"attendees": ",".join(left)}), *enter),
    )


@duty("hold_conference")
def owes_conference(case: CaseFile) -> Iterable[Owed]:
    told, held = announced(case), case.get(Conference)
    if told and (held is None or held.held_at < told.at):
        says = "hold the conference, and record who came and what was said"
        yield Owed("role:officer", says, told.at)

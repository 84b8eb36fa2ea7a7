"""The dates a form states, and the present ones: what every rule on dates starts from."""

from collections.abc import Iterator
from datetime import datetime
from typing import Protocol

from solicitation_flow.casefile import CaseFile
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phrases import typed
from solicitation_flow.records.amendments import Amendment
from solicitation_flow.records.issuance import Publication

SPOKEN = {
    "proposals_due": "the due date of proposals",
    "questions_due": "the end of questions",
    "conference_at": "the conference",
}
"""The dates of a form, as a sentence names them."""


class Dates(Protocol):
    """Any form that may state when proposals are due, and other dates beside it."""

    @property
    def proposals_due(self) -> datetime | None:
        """The local time at which proposals are due, or None to leave it."""


def stated(form: Dates, name: str) -> datetime | None:
    """Return another date, such as `questions_due`, where the form has one and it is given."""
    wall: datetime | None = getattr(form, name, None)
    return wall


def first_notice(case: CaseFile, now: datetime) -> datetime:
    """Return when the first public notice was given: now, where none was given yet."""
    published = case.get(Publication)
    if published:
        return published.published_at
    return now


def misdated(name: str, wall: datetime | None, now: datetime, law: Law) -> Iterator[str]:
    """Yield why a date cannot be used, if it cannot."""
    if wall is None:
        return
    spoken = SPOKEN[name]
    if not law.calendar.first <= wall.date() <= law.calendar.last:
        known = f"{law.calendar.first} to {law.calendar.last}"
        yield f"{spoken}, {typed(wall)}, lies outside the days whose holidays are known, {known}"
        return
    try:
        if law.instant(wall) <= now:
            yield f"{spoken}, {typed(wall)}, has already passed"
    except ValueError as error:
        yield f"{spoken} cannot be: {error}"


def usable(wall: datetime | None, law: Law) -> datetime | None:
    """Return the instant of a usable date; `dates_in_order` objects to any other."""
    if wall is None or not law.calendar.first <= wall.date() <= law.calendar.last:
        return None
    try:
        return law.instant(wall)
    except ValueError:
        return None


def both(case: CaseFile, form: Dates, law: Law) -> tuple[datetime | None, datetime | None]:
    """Return the end of questions and the due date: as the form states them, or as they are."""
    questions, due = case.due("questions_due"), case.due("proposals_due")
    if asked := stated(form, "questions_due"):
        questions = usable(asked, law)
    if form.proposals_due is not None:
        due = usable(form.proposals_due, law)
    return questions, due


def conference(case: CaseFile, form: Dates, law: Law) -> datetime | None:
    """Return the time of the conference: as the form states it, or as announced last."""
    if asked := stated(form, "conference_at"):
        return usable(asked, law)
    published = case.get(Publication)
    if published:
        announced = [published.conference_at]
    else:
        announced = []
    announced += [amendment.conference_at for amendment in case.all(Amendment)]
    return next((instant for instant in reversed(announced) if instant), None)


def material(form: Dates) -> bool:
    """Return whether a form makes a material amendment; a publication makes none."""
    return bool(getattr(form, "material", False))

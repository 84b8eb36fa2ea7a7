"""What a step about one offer rests on: it was opened, it conforms, there is time to answer."""

from collections.abc import Iterable
from datetime import datetime, time
from typing import Protocol

from solicitation_flow import scoring
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phrases import listed, next_working_day, outside_hours, says_something, typed
from solicitation_flow.records.evaluation import Responsiveness
from solicitation_flow.records.offers import AboutOffer, offer_of, offerors_of
from solicitation_flow.rulebook import Clears, Objection, audience, guard

SUPPLIER = "supplier"
USUAL_HOUR = time(14)  # offered where the hour asked for cannot be used


class AsksBack(AboutOffer, Protocol):
    """Any form that asks an offeror for an answer by some time."""

    @property
    def due(self) -> datetime | None:
        """By when, as clocks show it, or None where no time is set."""


@guard(rule="offer_stands", id="G54")
def offer_stands(case: CaseFile, form: AboutOffer) -> Objection | None:
    """Only a proposal that was received in time and opened is considered."""
    if offer_of(form) in scoring.opened(case):
        return None
    known = offerors_of(scoring.in_lot(scoring.opened(case), form.lot))
    return Objection(
        says=f"no offer of {form.offeror!r} was opened; opened were {listed(known)}",
        facts={"offeror": form.offeror, "opened": known},
        clears=tuple(Clears(fields={"offeror": first}) for first in known[:1]),
    )


@guard(rule="responsiveness", id="G54")
def offer_is_responsive(case: CaseFile, form: AboutOffer, actor: Actor) -> Objection | None:
    """A nonresponsive offer is not considered further."""
    responsiveness = case.get(Responsiveness, offer_of(form))
    if responsiveness is None or responsiveness.responsive:
        return None
    left = scoring.unscored_by(case, actor.name) or scoring.offers(case)
    return Objection(
        says=f"the offer of {form.offeror} was found nonresponsive: {responsiveness.defect}",
        facts={
            "offeror": form.offeror,
            "requirement": responsiveness.requirement,
            "defect": responsiveness.defect,
        },
        clears=tuple(
            Clears(fields={"offeror": offer.offeror}, who=actor.name) for offer in left[:1]
        ),
    )


@guard(rule="responsiveness", id="G54")
def defect_is_named(form: Form) -> Objection | None:
    """A rejection states what was required, how the offer fails it, and the rule."""
    named = {name: getattr(form, name) or "" for name in ("requirement", "defect", "rule")}
    empty = []
    for name, words in named.items():
        if not (any(map(str.isalnum, words)) if name == "rule" else says_something(words)):
            empty.append(name)
    if not empty:
        return None
    asked = {
        "requirement": "(the requirement, in the words of the solicitation)",
        "defect": "(what the offer lacks of it, and on which page)",
        "rule": "(the section that makes it mandatory)",
    }
    return Objection(
        says=f"the letter would not state: {', '.join(empty)}",
        facts=named,
        clears=(Clears(fields={name: asked[name] for name in empty}),),
    )


@guard(rule="time_to_answer", id="G26")
def due_is_ahead(form: AsksBack, now: datetime, law: Law) -> Objection | None:
    """A request for an answer sets a time that is still to come."""
    wall = form.due
    if wall is None:
        return None
    try:
        if law.instant(wall) > now:
            return None
        says = f"{typed(wall)} has already passed: it is {law.spoken(now)}"
    except ValueError as error:
        says = f"due: {error}"
    later = {"due": next_afternoon(now, law)}
    return Objection(says, {"due": wall}, (Clears(fields=later),))


class Dated(Protocol):
    """Any form that sets a time by which an answer, or an offer, is due."""

    @property
    def due(self) -> datetime | None:
        """By when, as clocks show it, or None where no time is set."""


@guard(rule="due_on_working_day", id="G28")
def answer_due_on_working_day(form: Dated, law: Law) -> Objection | None:
    """An answer or a best and final offer is due on a day on which the agency is open."""
    wall = form.due
    if wall is None or law.calendar.is_working(wall.date()):
        return None
    open_day = law.calendar.next_working(wall.date())
    return Objection(
        says=f"the agency is closed on {wall:%A}, {wall.date()}, and could take nothing in",
        facts={"due": wall},
        clears=(Clears(fields={"due": typed(datetime.combine(open_day, wall.time()))}),),
    )


@guard(rule="staffed_hours", id="G29")
def answer_hour_sane(form: Dated, law: Law) -> Objection | None:
    """An answer or a best and final offer is due during staffed office hours."""
    wall = form.due
    if wall is None:
        return None
    return outside_hours(wall, "due", law)


def next_afternoon(now: datetime, law: Law) -> str:
    """Return a time on the next working day, as clocks show it, by which an answer can be had."""
    return next_working_day(now, law, USUAL_HOUR)


@audience
def found_offeror(form: AboutOffer) -> Iterable[str]:
    return (f"supplier:{form.offeror}",)


@audience
def asked_offeror(form: AboutOffer) -> Iterable[str]:
    return (f"supplier:{form.offeror}",)

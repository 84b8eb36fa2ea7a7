"""What phases share and say alike, so that none of them imports another."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from solicitation_flow import workdays
from solicitation_flow.jurisdiction import Law
from solicitation_flow.records.ledger import EMPTY
from solicitation_flow.records.offers import OfferKey
from solicitation_flow.records.protests import Protest
from solicitation_flow.rulebook import Clears, Objection
from solicitation_flow.workdays.instants import midnight
from solicitation_flow.workdays.windows import MONTHS_OF_A_YEAR

FEWEST_LETTERS = 10  # letters and digits: fewer can name no cause


def says_something(words: str) -> bool:
    """Return whether words could tell a later reader what happened."""
    letters = sum(sign.isalnum() for sign in words)
    return len(words.split()) > 1 and letters >= FEWEST_LETTERS


def not_known(
    what: str,
    law: Law,
    facts: Mapping[str, Any],
    clears: tuple[Clears, ...] = (),
    extent: Mapping[str, int] = EMPTY,
) -> Objection:
    """Return the objection that the profile does not know a figure; `what` says which.

    `extent` is what the command gives of it, such as 12 days: it is asked about once.
    """
    says = f"{what} is not known here ({law.title})"
    return Objection(says, facts, clears, unknown=True, extent=extent)


def listed(things: Iterable[object], none: str = "none") -> str:
    """Return things as a sentence lists them, or what to say where there are none."""
    return ", ".join(str(thing) for thing in things) or none


def typed(wall: datetime) -> str:
    """Return a local time as a form takes it, such as `2026-03-05 14:00`."""
    return f"{wall:%Y-%m-%d %H:%M}"


def local_date(moment: datetime, law: Law) -> date:
    """Return the date of an instant in the agency's zone."""
    return workdays.local(moment, law.zone).date()


def begins(day: date, law: Law) -> datetime:
    """Return the instant a day begins in the agency's zone."""
    return midnight(day, law.zone)


def ends(day: date, law: Law) -> datetime:
    """Return the instant a day is over in the agency's zone."""
    return begins(day + timedelta(1), law)


def months_later(day: date, months: int) -> date:
    """Return the same day some months later, or the last one of a month that is too short."""
    year, month = divmod(day.year * MONTHS_OF_A_YEAR + day.month - 1 + months, MONTHS_OF_A_YEAR)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def latest_by_law(begun: date, law: Law) -> date | None:
    """Return the last day of the longest term the rules allow, where they state one."""
    length = law.rule("term_ceiling").length
    if length is None:
        return None
    whole = replace(length, rolls=False)  # a term does not grow by a weekend
    day_before = begins(begun - timedelta(days=1), law)
    over = workdays.length_end(day_before, whole, law.calendar)
    return local_date(over - timedelta(microseconds=1), law)


def next_working_day(now: datetime, law: Law, hour: time) -> str:
    """Return an hour of the next working day, as a form takes it."""
    tomorrow = local_date(now, law) + timedelta(1)
    return typed(datetime.combine(law.calendar.next_working(tomorrow), hour))


def outside_hours(wall: datetime, field: str, law: Law) -> Objection | None:
    """Return the objection that nobody is there at a local time, by the staffed hours."""
    rule = law.rule("staffed_hours")
    opens, _, closes = (rule.mode or "").partition("-")
    facts = {"due": wall, "staffed_hours": rule.mode}
    try:
        first, last = time.fromisoformat(opens.strip()), time.fromisoformat(closes.strip())
    except ValueError:
        return not_known("at which hours somebody is there", law, facts)
    if first <= wall.time() <= last:
        return None
    what = "it would be due"
    if field == "proposals_due":
        what = "proposals would be due"
    there = datetime.combine(wall.date(), first if wall.time() < first else last)
    return Objection(
        says=f"{what} at {wall:%H:%M}, and somebody is there from {first:%H:%M} to {last:%H:%M}",
        facts=facts,
        clears=(Clears(fields={field: typed(there)}),),
    )


def name_protests(protests: Iterable[Protest], none: str = "none") -> str:
    """Return protests as a sentence names them: `protest 1 of acme`."""
    names = [f"protest {protest.number} of {protest.protester}" for protest in protests]
    return listed(names, none)


def for_each_offer(command: str, offers: Iterable[OfferKey], **fields: object) -> list[Clears]:
    """Return a command once for each offer, with the fields that are the same for all."""
    return [Clears(command, fields={"offeror": offer.offeror, **fields}) for offer in offers]


def suppliers(names: Iterable[str]) -> list[str]:
    """Return suppliers as those to whom a letter goes, each once."""
    return [f"supplier:{name}" for name in dict.fromkeys(names)]

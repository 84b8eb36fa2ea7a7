"""Requests for best and final offers, alike for everyone in the competitive range."""

from collections.abc import Iterable, Mapping
from datetime import datetime, time, timedelta
from typing import Literal

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Local, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phrases import local_date, not_known, typed
from solicitation_flow.records.letter_forms import LetterForm
from solicitation_flow.records.negotiation import (
    Bafo,
    BafoOpening,
    BafoRequest,
    CompetitiveRange,
    Discussion,
    Invitation,
)
from solicitation_flow.records.offers import OfferKey, lot_key, offer_of
from solicitation_flow.records.registers import Line, Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, audience, duty, guard

USUAL_HOUR = time(14)  # offered where the hour asked for cannot be used


class RequestBafo(LetterForm):
    """Requests a best and final offer from every offeror in the competitive range."""

    due: Local = ask("when the offers are due, in local time", "2026-12-10 14:00")
    where: Line = ask("where the offers are received", "The agency's portal, or Room 204")
    how: Line = ask("the form of the offers", "The price form alone, in a sealed envelope")
    asks: Text | None = ask(
        "what the offers must address",
        "State the price for five years of warranty on moving parts.",
        default=None,
    )
    boundary: Literal["before", "at"] = ask(
        "before: an offer at the due time itself is late; at: it is still on time",
        "before",
        default="before",
    )

    @property
    def letter_text(self) -> Mapping[str, str]:
        """The words every offeror in the range will read."""
        if self.asks:
            asks = {"asks": self.asks}
        else:
            asks = {}
        return {"where": self.where, "how": self.how, **asks}


@action
def request_bafo(
    case: CaseFile, form: RequestBafo, now: datetime, law: Law, actor: Actor
) -> CaseFile:
    kept, due = case.one(CompetitiveRange, lot_key(form.lot)), law.instant(form.due)
    request = BafoRequest(
        lot=form.lot,
        number=len(all_rounds(case, form.lot)) + 1,
        range_number=kept.number,
        asked=kept.offerors,
        due=due,
        boundary=form.boundary,
        printed=law.spoken(due),
        where=form.where,
        how=form.how,
        asks=form.asks or "",
        requested_by=actor.name,
        requested_at=now,
    )
    case = case.file(request)
    return case.start(
        "bafo_due", due, subject=form.lot, boundary=form.boundary, printed=request.printed
    )


def all_rounds(case: CaseFile, lot: str) -> list[BafoRequest]:
    """Return every round of a lot, in order."""
    requests = sorted(case.all(BafoRequest), key=lambda request: request.number)
    return [request for request in requests if request.lot == lot]


def last_round(case: CaseFile, lot: str) -> BafoRequest | None:
    """Return the last round of a lot, if any was asked for."""
    rounds = all_rounds(case, lot)
    if rounds:
        return rounds[-1]
    return None


def unopened(case: CaseFile, lot: str) -> BafoRequest | None:
    """Return the round of a lot that was asked for and has not been opened, if there is one."""
    last = last_round(case, lot)
    if last and not case.get(BafoOpening, last.key):
        return last
    return None


def unopened_rounds(case: CaseFile) -> list[BafoRequest]:
    """Return the rounds of all lots that were asked for and have not been opened."""
    rounds = []
    for kept in case.all(CompetitiveRange):
        request = unopened(case, kept.lot)
        if request:
            rounds.append(request)
    return rounds


def still_running(case: CaseFile, lot: str, now: datetime) -> bool:
    """Return whether offers of a lot's last round may still be sent."""
    due = case.deadline("bafo_due", lot)
    return due is not None and now < due.fires_at


@guard(rule="bafo_rounds", id="G72")
def bafo_once(case: CaseFile, law: Law) -> Objection | None:
    """Best and final offers are requested once; another round needs a written determination."""
    rounds = 0
    for kept in case.all(CompetitiveRange):
        rounds = max(rounds, len(all_rounds(case, kept.lot)))
    if not rounds:
        return None
    allowed = law.rule("bafo_rounds").number
    facts = {"rounds": rounds, "allowed": allowed}
    if allowed is None:
        what = "how many rounds of best and final offers may be asked for"
        return not_known(what, law, facts, extent={"rounds": rounds})
    if rounds < allowed:
        return None
    return Objection(
        says=f"best and final offers may be asked for {_times(allowed)}, and were asked for "
        f"{_times(rounds)}: end the negotiation on the offers there are",
        facts=facts,
    )


def _times(count: int) -> str:
    if count == 1:
        return "once"
    return f"{count} times"


@guard(rule="bafo_request", id="G71")
def bafo_due_ahead(form: RequestBafo, now: datetime, law: Law) -> Objection | None:
    """A request for best and final offers sets a day and hour still to come."""
    clears = (Clears("request_bafo", fields={"due": _next_due(form.due, now, law)}),)
    try:
        due = law.instant(form.due)
    except ValueError as error:
        return Objection(f"due: {error}", {"due": form.due}, clears)
    if due > now:
        return None
    return Objection(
        says=f"{typed(form.due)} has already passed: it is {law.spoken(now)}",
        facts={"due": form.due},
        clears=clears,
    )


def _next_due(wall: datetime, now: datetime, law: Law) -> str:
    """Return the hour asked for on the next open day, or the usual hour where it is none."""
    tomorrow = local_date(now, law) + timedelta(1)
    due = datetime.combine(law.calendar.next_working(tomorrow), wall.time())
    try:
        law.instant(due)
    except ValueError:
        due = datetime.combine(due.date(), USUAL_HOUR)
    return typed(due)


@audience
def asked_for_bafo(case: CaseFile) -> Iterable[str]:
    """Whoever was asked in the round that runs and has not answered yet."""
    answered = {offer_of(bafo) for bafo in case.all(Bafo) if bafo.stands}
    for request in unopened_rounds(case):
        for offeror in request.asked:
            if OfferKey.of(request.lot, offeror) not in answered:
                yield f"supplier:{offeror}"


@duty("request_bafo")
def owes_request(case: CaseFile) -> Iterable[Owed]:
    for kept in case.all(CompetitiveRange):
        if _talks_are_over(case, kept):
            yield Owed("role:officer", "ask for best and final offers")
            return


def _talks_are_over(case: CaseFile, kept: CompetitiveRange) -> bool:
    """Return whether all in a range were talked with, and no last offers were asked for."""
    talked_with = set()
    for talk in case.all(Discussion):
        if (talk.lot, talk.range_number) == (kept.lot, kept.number):
            talked_with.add(talk.offeror)
    for invitation in case.all(Invitation):
        here = (invitation.lot, invitation.range_number) == (kept.lot, kept.number)
        if here and invitation.discussion is None:
            return False
    for request in all_rounds(case, kept.lot):
        if request.range_number == kept.number:
            return False
    return talked_with.issuperset(kept.offerors)

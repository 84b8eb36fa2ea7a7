"""Discussions with every offeror in the range: invited alike, each confirmed in writing."""

from collections.abc import Iterable, Mapping
from datetime import datetime, time
from typing import Annotated

from solicitation_flow import workdays
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Local, Past, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phrases import for_each_offer, next_working_day, typed
from solicitation_flow.records.letter_forms import LetterForm
from solicitation_flow.records.negotiation import CompetitiveRange, Discussion, How, Invitation
from solicitation_flow.records.offers import LotForm, OfferKey, about, lot_key, offer_of
from solicitation_flow.records.registers import Line, Slug, Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, audience, duty, guard

USUAL_HOUR = time(10)  # offered where a talk could be held at any hour


class InviteToDiscuss(LetterForm):
    """Invites one offeror in the range to discuss its offer."""

    offeror: Slug = ask("the offeror to invite", "acme")
    at: Local = ask("when the discussion is, in local time", "2026-12-03 10:00")
    where: Line = ask("the place, or the means", "Room 204, or by video on request")
    topics: Text = ask(
        "the topics of this offer to discuss",
        "Delivery in August, and the length of the warranty on moving parts.",
    )

    @property
    def letter_text(self) -> Mapping[str, str]:
        """The words the offeror will read."""
        return {"where": self.where, "topics": self.topics}

    @property
    def readers(self) -> tuple[str, ...]:
        """Who will read them."""
        return (self.offeror,)


class RecordDiscussion(LetterForm):
    """Records a discussion with one offeror, and confirms it to the offeror in writing."""

    offeror: Slug = ask("the offeror", "acme")
    summary: Text = ask(
        "a summary of the discussion, as the offeror will read it",
        "The warranty can be five years on moving parts. Delivery in August is confirmed.",
    )
    how: How = ask("meeting, call, written, or declined", "meeting", default="meeting")
    present: Line | None = ask(
        "the participants", "J. Doe for the offeror; M. Alvarez for the agency", default=None
    )
    held_at: Annotated[Local | None, Past()] = ask(
        "when it was held, in local time, if not now", "2026-12-03 10:00", default=None
    )

    @property
    def letter_text(self) -> Mapping[str, str]:
        """The words the offeror will read."""
        if self.present:
            present = {"present": self.present}
        else:
            present = {}
        return {"summary": self.summary, **present}

    @property
    def readers(self) -> tuple[str, ...]:
        """Who will read them."""
        return (self.offeror,)


@action
def invite_to_discuss(
    case: CaseFile, form: InviteToDiscuss, now: datetime, law: Law, actor: Actor
) -> CaseFile:
    invited = Invitation(
        lot=form.lot,
        number=len(case.all(Invitation)) + 1,
        range_number=case.one(CompetitiveRange, lot_key(form.lot)).number,
        offeror=form.offeror,
        at=law.instant(form.at),
        where=form.where,
        topics=form.topics,
        invited_by=actor.name,
        invited_at=now,
    )
    return case.file(invited)


@action
def record_discussion(
    case: CaseFile, form: RecordDiscussion, now: datetime, law: Law, actor: Actor
) -> CaseFile:
    talk = Discussion(
        lot=form.lot,
        number=len(case.all(Discussion)) + 1,
        range_number=case.one(CompetitiveRange, lot_key(form.lot)).number,
        offeror=form.offeror,
        invitation=None,
        how=form.how,
        held_at=law.instant(form.held_at) if form.held_at else now,
        present=form.present or "",
        summary=form.summary,
        recorded_by=actor.name,
        recorded_at=now,
    )
    invitations = about(offer_of(form), _unconfirmed(case))
    if not invitations:
        return case.file(talk)
    first = invitations[0]
    return case.file(talk.evolve(invitation=first.number), first.evolve(discussion=talk.number))


def _uninvited(case: CaseFile) -> list[OfferKey]:
    """Return the offers in a range that have not been invited since it was set."""
    left = []
    for kept in case.all(CompetitiveRange):
        invited = set()
        for invitation in case.all(Invitation):
            if (invitation.lot, invitation.range_number) == (kept.lot, kept.number):
                invited.add(invitation.offeror)
        for offeror in kept.offerors:
            if offeror not in invited:
                left.append(OfferKey.of(kept.lot, offeror))
    return left


def _unconfirmed(case: CaseFile) -> list[Invitation]:
    """Return the invitations to the present ranges that no recorded talk has answered yet."""
    ranges = {(kept.lot, kept.number) for kept in case.all(CompetitiveRange)}
    waiting = []
    for invitation in case.all(Invitation):
        current = (invitation.lot, invitation.range_number) in ranges
        if current and invitation.discussion is None:
            waiting.append(invitation)
    return waiting


@guard(rule="discussions_in_range", id="G67")
def party_in_range(case: CaseFile, form: LotForm, actor: Actor) -> Objection | None:
    """Only an offeror in the competitive range takes part in discussions and final offers."""
    kept = case.one(CompetitiveRange, lot_key(form.lot))
    party, lasting = actor.party, ", and nothing changes that while the talks go on"
    clears: tuple[Clears, ...] = ()
    if isinstance(form, InviteToDiscuss | RecordDiscussion):
        party, lasting = form.offeror, ""
        clears = (Clears(fields={"offeror": kept.offerors[0]}),)
    if party in kept.offerors:
        return None
    inside = f"in it are {', '.join(kept.offerors)}"
    return Objection(
        says=f"{party} is not in the competitive range; {inside}{lasting}",
        facts={"party": party, "in_range": kept.offerors},
        clears=clears,
    )


@guard(rule="talk_times", id="G70")
def talk_at_its_time(
    form: InviteToDiscuss | RecordDiscussion, now: datetime, law: Law
) -> Objection | None:
    """An invitation names a time still to come; a discussion is recorded after it was held."""
    if isinstance(form, InviteToDiscuss):
        field, wall, instead = "at", form.at, _next_talk(now, law)
    elif form.held_at:
        field, wall, instead = "held_at", form.held_at, typed(workdays.local(now, law.zone))
    else:
        return None
    clears, facts = (Clears(fields={field: instead}),), {field: wall}
    try:
        instant = law.instant(wall)
    except ValueError as error:
        return Objection(f"{field}: {error}", facts, clears)
    if isinstance(form, InviteToDiscuss) and instant < now:
        says = f"{typed(wall)} has already passed: it is {law.spoken(now)}"
        return Objection(says, facts, clears)
    if isinstance(form, RecordDiscussion) and instant > now:
        says = f"{typed(wall)} is still to come: it is {law.spoken(now)}"
        return Objection(says, facts, clears, earliest=instant)
    return None


def _next_talk(now: datetime, law: Law) -> str:
    """Return the usual hour of the next open day."""
    return next_working_day(now, law, USUAL_HOUR)


@guard(rule="all_in_range", id="G67")
def all_in_range_invited(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """Every offeror in the competitive range is invited to discussions, or none is."""
    missing = _uninvited(case)
    if not missing:
        return None
    at = _next_talk(now, law)
    return Objection(
        says=f"in the range and not invited to discuss: {', '.join(missing)}",
        facts={"uninvited": missing},
        clears=tuple(for_each_offer("invite_to_discuss", missing, at=at)),
    )


@guard(rule="talks_in_writing", id="G70")
def discussions_confirmed(case: CaseFile) -> Objection | None:
    """The substance of each discussion is on file and confirmed to the offeror in writing."""
    waiting = [offer_of(invitation) for invitation in _unconfirmed(case)]
    if not waiting:
        return None
    return Objection(
        says=f"not recorded and confirmed in writing: the talk with {', '.join(waiting)}; where "
        "there was none, record that it was declined",
        facts={"unconfirmed": waiting},
        clears=tuple(for_each_offer("record_discussion", waiting)),
    )


@audience
def invited(form: InviteToDiscuss | RecordDiscussion) -> Iterable[str]:
    return (f"supplier:{form.offeror}",)


@duty("invite_to_discuss")
def owes_invitations(case: CaseFile) -> Iterable[Owed]:
    for offer in _uninvited(case):
        yield Owed("role:officer", f"invite {offer} to discuss its offer")


@duty("record_discussion")
def owes_confirmations(case: CaseFile) -> Iterable[Owed]:
    for invitation in _unconfirmed(case):
        says = f"record the talk with {invitation.offeror}, which confirms it in writing"
        yield Owed("role:officer", says, invitation.at)

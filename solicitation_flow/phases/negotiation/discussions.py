"""Talks with every offeror in the range: invited alike, and each confirmed in writing."""

from collections.abc import Iterable, Mapping
from datetime import datetime, time

from solicitation_flow import workdays
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Local, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.negotiation.leakage import Told
from solicitation_flow.phrases import next_working_day, typed
from solicitation_flow.records.negotiation import CompetitiveRange, Discussion, How, Invitation
from solicitation_flow.records.offers import LotForm, OfferKey, lot_key, offer_of
from solicitation_flow.records.registers import Line, Slug, Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, audience, duty, guard

USUAL_HOUR = time(10)  # offered where a talk could be held at any hour


class InviteToDiscuss(Told):
    """Invites one offeror in the range to discuss its offer."""

    offeror: Slug = ask("whom to invite", "acme")
    at: Local = ask("when the talk is, in local time", "2026-12-03 10:00")
    where: Line = ask("where it is held, or by what means", "Room 204, or by video on request")
    topics: Text = ask(
        "what of this offer is to be discussed",
        "Delivery in August, and the length of the warranty on moving parts.",
    )

    @property
    def told(self) -> Mapping[str, str]:
        """The words the offeror will read."""
        return {"where": self.where, "topics": self.topics}

    @property
    def readers(self) -> tuple[str, ...]:
        """Who will read them."""
        return (self.offeror,)


class RecordDiscussion(Told):
    """Records a talk with one offeror, and confirms it to the offeror in writing."""

    offeror: Slug = ask("with whom", "acme")
    summary: Text = ask(
        "what was said, as the offeror will read it",
        "The warranty can be five years on moving parts. Delivery in August is confirmed.",
    )
    how: How = ask("meeting, call, written, or declined", "meeting", default="meeting")
    present: Line | None = ask(
        "who took part", "J. Doe for the offeror; M. Alvarez for the agency", default=None
    )
    held_at: Local | None = ask(
        "when it was, in local time, if that was earlier", "2026-12-03 10:00", default=None
    )

    @property
    def told(self) -> Mapping[str, str]:
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
    open_to_it = []
    for invitation in _unconfirmed(case):
        if offer_of(invitation) == offer_of(form):
            open_to_it.append(invitation)
    answered = None
    if open_to_it:
        answered = open_to_it[0]
    talk = Discussion(
        lot=form.lot,
        number=len(case.all(Discussion)) + 1,
        range_number=case.one(CompetitiveRange, lot_key(form.lot)).number,
        offeror=form.offeror,
        invitation=answered.number if answered else None,
        how=form.how,
        held_at=law.instant(form.held_at) if form.held_at else now,
        present=form.present or "",
        summary=form.summary,
        recorded_by=actor.name,
        recorded_at=now,
    )
    case = case.file(talk)
    if answered is None:
        return case
    return case.file(answered.evolve(discussion=talk.number))


def _uninvited(case: CaseFile) -> list[OfferKey]:
    """Return the offers in a range that have not been invited since it was set."""
    left = []
    for kept in case.all(CompetitiveRange):
        invited = set()
        for invitation in case.all(Invitation):
            if invitation.range_number == kept.number:
                invited.add(offer_of(invitation))
        offers = [OfferKey.of(kept.lot, offeror) for offeror in kept.offerors]
        left += [offer for offer in offers if offer not in invited]
    return left


def _unconfirmed(case: CaseFile) -> list[Invitation]:
    """Return the invitations of this range that no recorded talk has answered yet."""
    ranges = {(kept.lot, kept.number) for kept in case.all(CompetitiveRange)}
    invitations: list[Invitation] = []
    for invitation in case.all(Invitation):
        if (invitation.lot, invitation.range_number) in ranges and invitation.discussion is None:
            invitations.append(invitation)
    return invitations


@guard(rule="discussions_in_range", id="G67")
def party_in_range(case: CaseFile, form: LotForm, actor: Actor) -> Objection | None:
    """Only an offeror in the competitive range takes part in discussions and last offers."""
    kept = case.one(CompetitiveRange, lot_key(form.lot))
    names_one = isinstance(form, InviteToDiscuss | RecordDiscussion)
    if isinstance(form, InviteToDiscuss | RecordDiscussion):
        named = form.offeror
    else:
        named = actor.party
    if named in kept.offerors:
        return None
    lasting = ", and nothing changes that while the talks go on"
    if names_one:
        lasting = ""
    inside = f"in it are {', '.join(kept.offerors)}"
    return Objection(
        says=f"{named} is not in the competitive range; {inside}{lasting}",
        facts={"party": named, "in_range": kept.offerors},
        clears=(Clears(fields={"offeror": kept.offerors[0]}),) if names_one else (),
    )


@guard(rule="talk_times", id="G70")
def talk_at_its_time(
    form: InviteToDiscuss | RecordDiscussion, now: datetime, law: Law
) -> Objection | None:
    """An invitation names a time to come; a talk is recorded once it has been."""
    ahead = isinstance(form, InviteToDiscuss)
    wall = form.at if isinstance(form, InviteToDiscuss) else form.held_at
    if wall is None:
        return None
    field = "at" if ahead else "held_at"
    fields = {field: _next_talk(now, law) if ahead else typed(workdays.local(now, law.zone))}
    clears, facts = (Clears(fields=fields),), {field: wall}
    try:
        there = law.instant(wall)
    except ValueError as error:
        return Objection(f"{field}: {error}", facts, clears)
    if (there > now) == ahead or there == now:
        return None
    says = "is still to come"
    if ahead:
        says = "has already passed"
    says = f"{typed(wall)} {says}: it is {law.spoken(now)}"
    return Objection(says, facts, clears, earliest=None if ahead else there)


def _next_talk(now: datetime, law: Law) -> str:
    """Return the usual hour of the next open day."""
    return next_working_day(now, law, USUAL_HOUR)


@guard(rule="all_in_range", id="G67")
def all_in_range_invited(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """Whoever is in the range is invited to discuss its offer: all of them, or none."""
    missing = _uninvited(case)
    if not missing:
        return None
    at = _next_talk(now, law)
    return Objection(
        says=f"in the range and not invited to discuss: {', '.join(missing)}",
        facts={"uninvited": missing},
        clears=tuple(
            Clears("invite_to_discuss", fields={"offeror": offer.offeror, "at": at})
            for offer in missing
        ),
    )


@guard(rule="talks_in_writing", id="G70")
def discussions_confirmed(case: CaseFile) -> Objection | None:
    """What was said in each talk is on file and confirmed to the offeror in writing."""
    waiting = [offer_of(invitation) for invitation in _unconfirmed(case)]
    if not waiting:
        return None
    return Objection(
        says=f"not recorded and confirmed in writing: the talk with {', '.join(waiting)}; where "
        "there was none, record that it was declined",
        facts={"unconfirmed": waiting},
        clears=tuple(
            Clears("record_discussion", fields={"offeror": offer.offeror}) for offer in waiting
        ),
    )


@audience
def invited(form: InviteToDiscuss | RecordDiscussion) -> Iterable[str]:
    return (f"supplier:{form.offeror}",)


@duty("invite_to_discuss")
def owes_invitations(case: CaseFile) -> Iterable[Owed]:
    for each in _uninvited(case):
        yield Owed("role:officer", f"invite {each} to discuss its offer")


@duty("record_discussion")
def owes_confirmations(case: CaseFile) -> Iterable[Owed]:
    for invitation in _unconfirmed(case):
        says = f"record the talk with {invitation.offeror}, which confirms it in writing"
        yield Owed("role:officer", says, invitation.at)

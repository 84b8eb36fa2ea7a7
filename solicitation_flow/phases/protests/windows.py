"""The time to protest: the events it runs from, when it ends, and whether it is over."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Annotated, Final, NamedTuple

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, Local, Past, ask
from solicitation_flow.jurisdiction import Law, Rule
from solicitation_flow.jurisdiction.figures import Step
from solicitation_flow.phrases import not_known
from solicitation_flow.records.amendments import Amendment
from solicitation_flow.records.award import Award, Debrief, Intent
from solicitation_flow.records.issuance import Publication
from solicitation_flow.records.offers import NO_LOT, OfferKey, lot_key
from solicitation_flow.records.protests import (
    RULES_OF_FINDINGS,
    Against,
    Finding,
    PublicFile,
    RecordsAccess,
)
from solicitation_flow.records.registers import Line, Slug
from solicitation_flow.records.responses import Opening, Proposal
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard
from solicitation_flow.workdays import Trigger, Window, window_over

BEFORE_DUE: Final = "before_due"
NO_PROTEST: Final = frozenset({"none", "rebuttal"})
"""Modes of a rule that knows no protest, or a rebuttal in its place."""


TOLD: Final = ("event", "posted", "notice", "received", "receipt", "dated", "known")
"""The events by which one letter, which everybody gets at once, starts a time to protest."""


class OpenPublicFile(Form):
    """Opens the procurement file to the public, without its confidential parts."""

    where: Line = ask("where it can be read", "https://agency.example/files/furniture")


class RecordAccess(Form):
    """Records that an offeror could read the procurement records, and since when."""

    offeror: Slug = ask("the offeror that was given access", "zenith")
    what: Line = ask("which records it could read", "The proposals and the score sheets")
    given_at: Annotated[Local | None, Past()] = ask(
        "since when, in local time, if not now", "2026-07-01 10:00", default=None
    )


class FilingTime(NamedTuple):
    """When the time to protest ends: None where it has not begun, or where it is not known."""

    over: datetime | None
    known: bool = True


@action
def open_public_file(case: CaseFile, form: OpenPublicFile, now: datetime, actor: Actor) -> CaseFile:
    return case.file(PublicFile(where=form.where, opened_by=actor.name, opened_at=now))


@action
def record_access(
    case: CaseFile, form: RecordAccess, now: datetime, law: Law, actor: Actor
) -> CaseFile:
    access = RecordsAccess(
        offeror=form.offeror,
        what=form.what,
        given_at=_given_at(form, now, law),
        recorded_by=actor.name,
        recorded_at=now,
    )
    return case.file(access)


def _given_at(form: RecordAccess, now: datetime, law: Law) -> datetime:
    return law.instant(form.given_at) if form.given_at else now


@guard(rule="access_happened", id="G82")
def access_happened(form: RecordAccess, now: datetime, law: Law) -> Objection | None:
    """Access to the records is noted once it was given, and not ahead of time."""
    given_at = _given_at(form, now, law)
    if given_at <= now:
        return None
    return Objection(
        says=f"{law.spoken(given_at)} has not come yet: record access once it was given",
        facts={"given_at": given_at},
        clears=(Clears(fields={"given_at": None}),),
    )


@guard(rule="own_offer", id="G82")
def access_of_an_offeror(case: CaseFile, form: RecordAccess) -> Objection | None:
    """Access to the records is noted for a firm that sent a proposal."""
    offerors = sorted({proposal.offeror for proposal in case.all(Proposal)})
    if form.offeror in offerors:
        return None
    fields = {"offeror": offerors[0]} if offerors else {}
    return Objection(
        says=f"{form.offeror} sent no proposal; those that did: {', '.join(offerors) or 'none'}",
        facts={"offeror": form.offeror, "offerors": offerors},
        clears=(Clears(fields=fields),),
    )


def announced(case: CaseFile, lot: str) -> Intent | None:
    """Return the intent to award a lot that stands, if one does."""
    intent = case.get(Intent, lot_key(lot))
    if intent and intent.withdrawn_at is None:
        return intent
    return None


def announced_lots(case: CaseFile) -> list[str]:
    """Return the lots in which an intent to award stands."""
    return [intent.lot for intent in case.all(Intent) if intent.withdrawn_at is None]


def rule_of(law: Law, against: Against, finding: Finding | None = None) -> Rule:
    """Return the rule by which a protest is in time, or is none at all."""
    if against == "solicitation":
        return law.rule("protest_terms")
    if against == "award" or finding is None:
        return law.rule("protest_window")
    if finding == "rejected":
        return law.rule("protest_cancellation")
    names = RULES_OF_FINDINGS[finding]
    for name in names:
        if law.rule(name).known:
            return law.rule(name)
    return law.rule(names[-1])


def events_of(case: CaseFile, offer: OfferKey) -> dict[str, datetime]:
    """Return what has happened that a time to protest may run from, as one offeror met it."""
    events: dict[str, datetime] = {}
    opening, file = case.get(Opening), case.get(PublicFile)
    if opening:
        events["opening"] = opening.opened_at
    if file:
        events["file_open"] = events["access"] = file.opened_at
    access = case.get(RecordsAccess, offer.offeror)
    if access:
        events["access"] = min(access.given_at, events.get("access", access.given_at))
    debrief = case.get(Debrief, offer.offeror)
    if debrief and debrief.held_at:
        events["debriefed"] = debrief.held_at
    return events


def award_events(case: CaseFile, offer: OfferKey) -> dict[str, datetime]:
    """Return the events from which an award may be protested."""
    events = events_of(case, offer)
    intent, award = announced(case, offer.lot), case.get(Award, lot_key(offer.lot))
    if award:
        events["award"] = award.awarded_at
    first = intent.posted_at if intent else events.get("award")
    if first is not None:
        for name in TOLD:
            events[name] = first
    return events


def terms_events(case: CaseFile, offer: OfferKey) -> dict[str, datetime]:
    """Return the events from which the terms may be protested: an amendment makes them known."""
    events = events_of(case, offer)
    publication = case.get(Publication)
    if publication:
        last = max(
            [publication.published_at, *[change.issued_at for change in case.all(Amendment)]]
        )
        events |= {"posted": publication.published_at, "notice": publication.published_at}
        events |= {"event": last, "known": last, "received": last, "dated": last}
    return events


def filing_time(
    law: Law, rule: Rule, events: Mapping[str, datetime], due: datetime | None = None
) -> FilingTime:
    """Return when a protest is too late under a rule, by what has happened.

    Under a rule of the mode `before_due` it is too late once proposals are due, or, where the rule
    states a length and no other event, that long before.
    """
    times: list[datetime] = []
    back = rule.runs_from == "due" or (rule.mode == BEFORE_DUE and rule.runs_from is None)
    if rule.steps:
        if rule.steps[0].length is None:
            return FilingTime(None, known=False)
        ended = _step_ends(law, rule.steps[0], events)
        if ended:
            times.append(ended)
    elif back and rule.length is not None:
        latest = law.latest_start(rule, due) if due else None
        if latest:
            times.append(latest)
    elif rule.window is not None:
        window = law.window(rule, events)
        if window:
            times.append(window.at)
    elif rule.mode != BEFORE_DUE:
        return FilingTime(None, known=False)
    if rule.mode == BEFORE_DUE and due is not None:
        times.append(due)
    return FilingTime(min(times, default=None))


def _step_ends(law: Law, step: Step, events: Mapping[str, datetime]) -> datetime | None:
    """Return when the time for a step of a protest is over, if it has begun and is known."""
    if step.length is None:
        return None
    window = Window((Trigger(step.runs_from, step.length),))
    ended = window_over(window, events, law.calendar)
    return ended.at if ended else None


def petition_due(
    law: Law, rule: Rule, events: Mapping[str, datetime], noticed_at: datetime
) -> datetime | None:
    """Return when the petition that follows a notice of protest must be in, where one must."""
    for step in rule.steps:
        if step.step == "petition":
            return _step_ends(law, step, {**events, "notice_filed": noticed_at})
    return None


@guard(rule="protest_window", id="G82")
def window_is_over(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """A file is closed only after every time to protest is over."""
    for lot in [award.lot for award in case.all(Award)] or [NO_LOT]:
        objection = _window_of(case, now, law, lot)
        if objection:
            return objection
    return None


def _window_of(case: CaseFile, now: datetime, law: Law, lot: str) -> Objection | None:
    """Return whether any offeror may still protest: each has its own access to the records."""
    rule = law.rule("protest_window")
    facts = {"required": rule.in_words}
    ends: list[datetime] = []
    for offeror in ("", *[access.offeror for access in case.all(RecordsAccess)]):
        time = filing_time(law, rule, award_events(case, OfferKey.of(lot, offeror)))
        if not time.known:
            return not_known("how long there is to protest", law, facts)
        if time.over is None:
            says = (
                "the time to protest has not begun: the procurement file is not open to the public"
            )
            return Objection(says, {**facts, "since": None}, (Clears("open_public_file"),))
        ends.append(time.over)
    over = max(ends)
    if now >= over:
        return None
    return Objection(
        says=f"an award can be protested for {rule.in_words}, until {law.spoken(over)}",
        facts={**facts, "over": over},
        earliest=over,
    )


@duty("open_public_file")
def owes_public_file(case: CaseFile, law: Law) -> Iterable[Owed]:
    awarded = [award.awarded_at for award in case.all(Award)]
    if awarded and case.get(PublicFile) is None:
        due = law.window_end("public_file", min(awarded))
        yield Owed("role:officer", "open the procurement file to the public", due)

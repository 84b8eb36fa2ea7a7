"""The advertisements of a solicitation: each insertion and its proof, as often as required."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Annotated

from solicitation_flow.advertising import (
    Shortfall,
    far_enough_apart,
    in_words,
    insertions,
    latest_first,
    required,
    shortfalls,
)
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Attachment, Form, Past
from solicitation_flow.forms import ask as wants  # `ask` is a command of this phase
from solicitation_flow.jurisdiction import Law, Rule
from solicitation_flow.phrases import ends, listed, local_date, not_known
from solicitation_flow.records.issuance import (
    Advertisement,
    Medium,
    Publication,
    StruckAdvertisement,
)
from solicitation_flow.records.papers import Paper
from solicitation_flow.records.registers import Line, Text
from solicitation_flow.rulebook import BLANK, Clears, Objection, Owed, action, duty, guard

PROOF = "proof_of_publication"


class RecordAdvertisement(Form):
    """Records an advertisement; enter the same newspaper and date again to add its proof."""

    medium: Line = wants("newspaper or website", "The County Gazette")
    kind: Medium = wants("newspaper, portal, posting, direct, or other", default="newspaper")
    published_on: Annotated[date, Past()] = wants("date it was published", "2026-10-19")
    proof: Attachment | None = wants("affidavit, tear sheet or screenshot", default=None)


class StrikeAdvertisement(Form):
    """Strikes an advertisement entered by mistake; it stays on file, and counts no more."""

    number: int = wants("number of the insertion", 1)
    reason: Text = wants("why it was entered by mistake", "It appeared on the 12th, not the 2nd.")


@action
def record_advertisement(
    case: CaseFile, form: RecordAdvertisement, now: datetime, actor: Actor
) -> CaseFile:
    advertisement = Advertisement(
        number=len(case.all(Advertisement)) + 1,
        medium=form.medium,
        published_on=form.published_on,
        recorded_by=actor.name,
        recorded_at=now,
        kind_of_medium=None if form.kind == "newspaper" else form.kind,
    )
    for earlier in insertions(case):
        if (earlier.medium, earlier.published_on) == (form.medium, form.published_on):
            advertisement = earlier.evolve(recorded_by=actor.name, recorded_at=now)
            break
    if form.proof:
        proof = form.proof
        advertisement = advertisement.evolve(proof=proof.name, sha256=proof.digest)
    return case.file(advertisement)


@action
def strike_advertisement(
    case: CaseFile, form: StrikeAdvertisement, now: datetime, actor: Actor
) -> CaseFile:
    struck = StruckAdvertisement(
        number=form.number, reason=form.reason, struck_by=actor.name, struck_at=now
    )
    return case.file(struck)


@guard(rule="advertisement_on_file", id="G24")
def some_advertisement_stands(case: CaseFile) -> Objection | None:
    """Only an advertisement on file can be struck."""
    if insertions(case):
        return None
    return Objection("no advertisement is on file", {}, (Clears("record_advertisement"),))


@guard(rule="advertisement_on_file", id="G24")
def advertisement_stands(case: CaseFile, form: StrikeAdvertisement) -> Objection | None:
    """An advertisement is struck by its number, once."""
    standing = {insertion.number: _where(insertion) for insertion in insertions(case)}
    if form.number in standing or not standing:
        return None
    named = listed(f"{number}: {where}" for number, where in standing.items())
    return Objection(
        says=f"no insertion {form.number} counts; on file are {named}",
        facts={"number": form.number, "standing": list(standing)},
        clears=(Clears(fields={"number": BLANK}),),
    )


def _missing(counted: list[date], rule: Rule, first: date, due: date) -> list[date]:
    """Return days before the due date for the advertisements that are still required."""
    gap = timedelta(max(rule.days or 0, 1))
    day = counted[-1] + gap if counted else first
    missing: list[date] = []
    while len(counted) + len(missing) < (rule.number or 0) and day < due:
        missing.append(day)
        day += gap
    return missing


@guard(rule="repeat_ads", id="G24")
def advertised_enough(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """The solicitation is advertised as often as required, with the required days in between."""
    rule, proposals_due = law.rule("repeat_ads"), case.due("proposals_due")
    if proposals_due is None or law.rule("advertising").channels:
        return None
    today, due = local_date(now, law), local_date(proposals_due, law)
    published = sorted(advertisement.published_on for advertisement in insertions(case))
    facts = {"insertions": published, "due": due, "wanted": rule.number, "apart": rule.days}
    if rule.number is None or (rule.number > 1 and rule.days is None):
        return not_known("how often a solicitation must be advertised", law, facts)
    in_time: list[date] = []
    for day in published:
        if day <= today and day < due:
            in_time.append(day)
    counted = far_enough_apart(in_time, rule.days or 0)
    if len(counted) >= rule.number:
        return None
    first = local_date(case.one(Publication).published_at, law)
    missing = _missing(counted, rule, first, due)
    apart = lasting = ""
    if rule.number > 1:
        apart = f", {rule.days} days apart,"
    if not missing:
        lasting = ", and it is too late for another one"
    clears: list[Clears] = []
    for day in missing:
        clears.append(Clears("record_advertisement", fields={"published_on": day.isoformat()}))
    return Objection(
        says=f"{len(counted)} insertions before {due} are on file, and {rule.number}{apart} are "
        f"required{lasting}",
        facts=facts,
        clears=tuple(clears),
    )


@guard(rule="advertising", id="G24")
def advertised_as_required(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """The solicitation is advertised in each required medium, as often and as early as required."""
    proposals_due = case.due("proposals_due")
    if proposals_due is None:
        return None
    today, due = local_date(now, law), local_date(proposals_due, law)
    lacking = shortfalls(case, law, today, due)
    if not lacking:
        return None
    wanted = [in_words(shortfall.channel) for shortfall in lacking]
    named = required(law, [shortfall.channel for shortfall in lacking])
    days = sorted(insertion.published_on for insertion in insertions(case))
    clears: list[Clears] = []
    for shortfall in lacking:
        for day in shortfall.missing:
            fields = {"kind": shortfall.channel.kind, "published_on": day.isoformat()}
            clears.append(Clears("record_advertisement", fields=fields))
    return Objection(
        says=f"required: {named}; what is on file does not come to that",
        facts={"insertions": days, "due": due, "wanted": wanted},
        clears=tuple(clears),
    )


@guard(rule="proof_of_publication", id="G25")
def proof_of_publication(case: CaseFile) -> Objection | None:
    """Proof of each advertisement is on file before any proposal is opened."""
    advertisements, unproved = insertions(case), _unproved(case)
    if case.get(Paper, PROOF) or (advertisements and not unproved):
        return None
    says = "no affidavit, tear sheet or screenshot shows that it was published"
    if unproved:
        says = f"no proof is on file for {listed(map(_where, unproved))}"
    numbers = [advertisement.number for advertisement in unproved]
    return Objection(
        says=says,
        facts={"unproved": numbers, "insertions": len(advertisements)},
        clears=(Clears("file_paper", fields={"paper": PROOF}),),
    )


@duty("record_advertisement")
def owes_advertisements(case: CaseFile, law: Law) -> Iterable[Owed]:
    """The officer records each required advertisement, and files its proof, by the due date."""
    published, due = case.get(Publication), case.due("proposals_due")
    if published is None or case.get(Paper, PROOF):
        return
    yield from _owed_insertions(case, published, law)
    for advertisement in _unproved(case):
        says = f"file the proof of the insertion in {_where(advertisement)}"
        yield Owed("role:officer", says, due)


def _owed_insertions(case: CaseFile, published: Publication, law: Law) -> Iterator[Owed]:
    """Yield the insertions that are still to be recorded, each by the day it must have appeared."""
    due = case.due("proposals_due")
    if due is None or not law.rule("advertising").channels:
        for number in range(len(insertions(case)) + 1, _wanted(published, law) + 1):
            yield Owed("role:officer", f"record insertion {number} of the advertisement", due)
        return
    day = local_date(due, law)
    lacking = shortfalls(case, law, day, day)
    if law.rule("advertising").enough == "any" and lacking:
        by = max(_needed_by(shortfall, due, law) for shortfall in lacking)
        named = required(law, [shortfall.channel for shortfall in lacking])
        yield Owed("role:officer", f"advertise: {named}", by)
        return
    for shortfall in lacking:
        says = f"advertise: {in_words(shortfall.channel)}"
        yield Owed("role:officer", says, _needed_by(shortfall, due, law))


def _needed_by(shortfall: Shortfall, due: datetime, law: Law) -> datetime:
    """Return by when the next insertion must have appeared: the first by its lead time."""
    if shortfall.counted:
        return due
    last = latest_first(shortfall.channel, local_date(due, law))
    return min(due, ends(last, law))


def _wanted(published: Publication, law: Law) -> int:
    """Return how many advertisements are required; one where newspapers are on the list."""
    rule = law.rule("repeat_ads")
    if rule.known and rule.number:
        return rule.number
    return int(bool(published.newspapers))


def _unproved(case: CaseFile) -> list[Advertisement]:
    """Return the advertisements without proof on file."""
    return [insertion for insertion in insertions(case) if not insertion.proof]


def _where(advertisement: Advertisement) -> str:
    """Return where and when an advertisement was published, as a sentence names it."""
    return f"{advertisement.medium} of {advertisement.published_on}"

"""Advertisements: each insertion on file with its proof, as often and as far apart as asked."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Attachment, Form
from solicitation_flow.forms import ask as wants  # `ask` is a command of this phase
from solicitation_flow.jurisdiction import Law, Rule
from solicitation_flow.phrases import local_date, not_known
from solicitation_flow.records.issuance import Advertisement, Publication
from solicitation_flow.records.papers import Paper
from solicitation_flow.records.registers import Line
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

PROOF = "proof_of_publication"


class RecordAdvertisement(Form):
    """Records one insertion; the same medium and day again adds its proof."""

    medium: Line = wants("the newspaper or site it stood in", "The County Gazette")
    published_on: date = wants("the day it appeared", "2026-10-19")
    proof: Attachment | None = wants("affidavit, tear sheet or screen print", default=None)


@action
def record_advertisement(
    case: CaseFile, form: RecordAdvertisement, now: datetime, actor: Actor
) -> CaseFile:
    known = case.all(Advertisement)
    same = [e for e in known if (e.medium, e.published_on) == (form.medium, form.published_on)]
    old = same[0] if same else None
    proof, digest = (form.proof.name, form.proof.digest) if form.proof else ("", "")
    if old and not form.proof:
        proof, digest = old.proof, old.sha256
    inserted = Advertisement(
        number=old.number if old else len(known) + 1,
        medium=form.medium,
        published_on=form.published_on,
        proof=proof,
        sha256=digest,
        recorded_by=actor.name,
        recorded_at=now,
    )
    return case.file(inserted)


def _due_day(case: CaseFile, law: Law) -> date | None:
    due = case.due("proposals_due")
    return local_date(due, law) if due else None


def _apart(days: Iterable[date], gap: int) -> list[date]:
    """Return as many of the days as lie far enough apart, from the first on."""
    kept: list[date] = []
    for day in sorted(days):
        if not kept or (day - kept[-1]).days >= gap:
            kept.append(day)
    return kept


def _missing(counted: list[date], rule: Rule, first: date, due: date) -> list[date]:
    """Return days on which the insertions still wanted could have stood, before the due date."""
    days, gap = [*counted], timedelta(max(rule.days or 0, 1))
    while len(days) < (rule.number or 0):
        days.append(days[-1] + gap if days else first)
    return [day for day in days[len(counted) :] if day < due]


@guard(rule="repeat_ads", id="G24")
def advertised_enough(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """The solicitation was advertised as often as the law asks, and early enough between times."""
    rule, due = law.rule("repeat_ads"), _due_day(case, law)
    if not rule.known or due is None:
        return None
    today = local_date(now, law)
    stood = [advertisement.published_on for advertisement in case.all(Advertisement)]
    facts = {"insertions": sorted(stood), "due": due, "wanted": rule.number, "apart": rule.days}
    if rule.number is None or (rule.number > 1 and rule.days is None):
        return not_known("how often a solicitation must be advertised", law, facts)
    counted = _apart((day for day in stood if day <= today and day < due), rule.days or 0)
    if len(counted) >= rule.number:
        return None
    first = local_date(case.one(Publication).published_at, law)
    missing = _missing(counted, rule, first, due)
    lasting = "" if missing else ", and nothing can stand in time any more"
    apart = f", {rule.days} days apart," if rule.number > 1 else ""
    return Objection(
        says=f"{len(counted)} insertions before {due} are on file, and {rule.number}{apart} are "
        f"asked for{lasting}",
        facts=facts,
        clears=tuple(
            Clears("record_advertisement", fields={"published_on": day.isoformat()})
            for day in missing
        ),
    )


@guard(rule="proof_of_publication", id="G25")
def proof_of_publication(case: CaseFile) -> Objection | None:
    """That the solicitation was advertised is proved by paper, before anything is opened."""
    stood = case.all(Advertisement)
    unproved = [advertisement for advertisement in stood if not advertisement.proof]
    if case.get(Paper, PROOF) or (stood and not unproved):
        return None
    said = ", ".join(f"{each.medium} of {each.published_on}" for each in unproved)
    return Objection(
        says=f"no proof is on file for {said}"
        if unproved
        else "no affidavit, tear sheet or screen print shows that it was published",
        facts={"unproved": [each.number for each in unproved], "insertions": len(stood)},
        clears=(Clears("file_paper", fields={"paper": PROOF}),),
    )


@duty("record_advertisement")
def owes_advertisements(case: CaseFile, law: Law) -> Iterable[Owed]:
    published, stood = case.get(Publication), case.all(Advertisement)
    if published is None or case.get(Paper, PROOF):
        return
    rule = law.rule("repeat_ads")
    wanted = (rule.number if rule.known else None) or (1 if published.newspapers else 0)
    due = case.due("proposals_due")
    for number in range(len(stood) + 1, wanted + 1):
        yield Owed("role:officer", f"record insertion {number} of the advertisement", due)
    for advertisement in stood:
        if not advertisement.proof:
            where = f"{advertisement.medium} of {advertisement.published_on}"
            says = f"file the proof of the insertion in {where}"
            yield Owed("role:officer", says, due)

"""The advertisements of a solicitation: each insertion and its proof, as often as required."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Annotated

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Attachment, Form, Past
from solicitation_flow.forms import ask as wants  # `ask` is a command of this phase
from solicitation_flow.jurisdiction import Law, Rule
from solicitation_flow.phrases import listed, local_date, not_known
from solicitation_flow.records.issuance import Advertisement, Publication
from solicitation_flow.records.papers import Paper
from solicitation_flow.records.registers import Line
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

PROOF = "proof_of_publication"


class RecordAdvertisement(Form):
    """Records an advertisement; enter the same newspaper and date again to add its proof."""

    medium: Line = wants("newspaper or website", "The County Gazette")
    published_on: Annotated[date, Past()] = wants("date it was published", "2026-10-19")
    proof: Attachment | None = wants("affidavit, tear sheet or screenshot", default=None)


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
    )
    for earlier in case.all(Advertisement):
        if (earlier.medium, earlier.published_on) == (form.medium, form.published_on):
            advertisement = earlier.evolve(recorded_by=actor.name, recorded_at=now)
            break
    if form.proof:
        proof = form.proof
        advertisement = advertisement.evolve(proof=proof.name, sha256=proof.digest)
    return case.file(advertisement)


def _far_enough_apart(days: Iterable[date], gap: int) -> list[date]:
    """Return the days that are at least `gap` days apart, counted from the first."""
    kept: list[date] = []
    for day in sorted(days):
        if not kept or (day - kept[-1]).days >= gap:
            kept.append(day)
    return kept


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
    if not rule.known or proposals_due is None:
        return None
    today, due = local_date(now, law), local_date(proposals_due, law)
    published = sorted(advertisement.published_on for advertisement in case.all(Advertisement))
    facts = {"insertions": published, "due": due, "wanted": rule.number, "apart": rule.days}
    if rule.number is None or (rule.number > 1 and rule.days is None):
        return not_known("how often a solicitation must be advertised", law, facts)
    in_time: list[date] = []
    for day in published:
        if day <= today and day < due:
            in_time.append(day)
    counted = _far_enough_apart(in_time, rule.days or 0)
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


@guard(rule="proof_of_publication", id="G25")
def proof_of_publication(case: CaseFile) -> Objection | None:
    """Proof of each advertisement is on file before any proposal is opened."""
    advertisements, unproved = case.all(Advertisement), _unproved(case)
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
    for number in range(len(case.all(Advertisement)) + 1, _wanted(published, law) + 1):
        yield Owed("role:officer", f"record insertion {number} of the advertisement", due)
    for advertisement in _unproved(case):
        says = f"file the proof of the insertion in {_where(advertisement)}"
        yield Owed("role:officer", says, due)


def _wanted(published: Publication, law: Law) -> int:
    """Return how many advertisements are required; one where newspapers are on the list."""
    rule = law.rule("repeat_ads")
    if rule.known and rule.number:
        return rule.number
    return int(bool(published.newspapers))


def _unproved(case: CaseFile) -> list[Advertisement]:
    """Return the advertisements without proof on file."""
    return [advertisement for advertisement in case.all(Advertisement) if not advertisement.proof]


def _where(advertisement: Advertisement) -> str:
    """Return where and when an advertisement was published, as a sentence names it."""
    return f"{advertisement.medium} of {advertisement.published_on}"

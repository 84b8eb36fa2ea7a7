"""Amendments to a solicitation, numbered, and their acknowledgment by suppliers."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, Local, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phrases import listed
from solicitation_flow.records.amendments import Acknowledgment, Amendment, EarlierOffers
from solicitation_flow.records.issuance import Listed, Publication
from solicitation_flow.records.preparation import EvaluationPlan, part_digest
from solicitation_flow.records.registers import Line, Text
from solicitation_flow.records.responses import Proposal
from solicitation_flow.rulebook import Clears, Objection, Owed, action, audience, duty, guard


class Amend(Form):
    """Amends a published solicitation and notifies everybody on the notice list."""

    summary: Text = ask("what changes", "Lots allowed: section 3.2 is replaced.")
    proposals_due: Local | None = ask(
        "new due date, in local time", "2026-11-25 14:00", default=None
    )
    questions_due: Local | None = ask(
        "new deadline for questions, in local time", "2026-11-11 16:00", default=None
    )
    boundary: Literal["before", "at"] | None = ask(
        "before: a proposal at the due time itself is late; at: it is still in time",
        "before",
        default=None,
    )
    material: bool = ask(
        "no: nothing that an offeror must do or price changes, such as a misprint", default=True
    )
    changes_nature: bool = ask(
        "yes: the change is so large that other firms might have responded", default=False
    )
    printed: Line | None = ask(
        "due date as the amendment prints it, if worded differently",
        "prior to 2:00 p.m. on November 25, 2026",
        default=None,
    )
    printed_compared: bool = ask(
        "yes: the printed words were compared with the due date, where no program can read them",
        default=False,
    )
    conference_at: Local | None = ask(
        "when a conference or site visit is held, in local time", "2026-11-05 10:00", default=None
    )
    conference_place: Line | None = ask(
        "where it is held, or how to join it", "Board room, or by video on request", default=None
    )
    conference_mandatory: bool | None = ask(
        "yes: only firms that attend may submit a proposal", "no", default=None
    )
    earlier_offers: EarlierOffers | None = ask(
        "what becomes of proposals already in: keep, confirm (by acknowledging), or void",
        default=None,
    )
    discloses_points: bool = ask(
        "yes: this amendment prints the points of every criterion", default=False
    )


class Acknowledge(Form):
    """Acknowledges receipt of an amendment."""

    amendment: int = ask("number of the amendment", 1)


@action
def amend(case: CaseFile, form: Amend, now: datetime, law: Law, actor: Actor) -> CaseFile:
    due = None
    if form.proposals_due:
        due = law.instant(form.proposals_due)
    questions = None
    if form.questions_due:
        questions = law.instant(form.questions_due)
    stood = case.deadlines["proposals_due", ""]
    boundary = form.boundary or stood.boundary
    case = case.file(
        Amendment(
            number=len(case.all(Amendment)) + 1,
            summary=form.summary,
            proposals_due=due,
            questions_due=questions,
            boundary=form.boundary,
            issued_by=actor.name,
            issued_at=now,
            material=form.material or bool(due and due < stood.due_at),
            changes_nature=form.changes_nature,
            printed=form.printed or "",
            conference_at=law.instant(form.conference_at) if form.conference_at else None,
            conference_place=form.conference_place or "",
            conference_mandatory=form.conference_mandatory,
            earlier_offers=_earlier_offers(form, law),
            plan=part_digest(case.get(EvaluationPlan)) if form.discloses_points else "",
        )
    )
    if due or form.printed or boundary != stood.boundary:
        moved = due or stood.due_at
        printed = form.printed or law.spoken(moved)
        case = case.start("proposals_due", moved, boundary=boundary, printed=printed)
    if questions:
        printed = law.spoken(questions)
        standing = case.deadline("questions_due")
        ends: Literal["before", "at"] = "at"
        if standing is not None and standing.boundary == "before":
            ends = "before"
        case = case.start("questions_due", questions, boundary=ends, printed=printed)
    return case


def _earlier_offers(form: Amend, law: Law) -> EarlierOffers | None:
    """Return what becomes of proposals already in: as the amendment says, or as the law does."""
    policy = form.earlier_offers
    if policy is None and form.material:
        for known in ("confirm", "void"):
            if law.rule("amended_offers").mode == known:
                return known
    if policy == "keep":
        return None
    return policy


@action
def acknowledge(case: CaseFile, form: Acknowledge, now: datetime, actor: Actor) -> CaseFile:
    received = Acknowledgment(amendment=form.amendment, supplier=actor.party, acknowledged_at=now)
    if case.get(Acknowledgment, received.key):
        return case
    return case.file(received)


@guard(rule="amendment_issued", id="G39")
def some_amendment_issued(case: CaseFile) -> Objection | None:
    """Only an amendment that was issued can be acknowledged."""
    if case.all(Amendment):
        return None
    return Objection("no amendment has been issued", {}, (Clears("amend"),))


@guard(rule="amendment_issued", id="G39")
def amendment_issued(case: CaseFile, form: Acknowledge, actor: Actor) -> Objection | None:
    """An acknowledgment names an amendment that was issued."""
    if case.get(Amendment, str(form.amendment)):
        return None
    issued = sorted(amendment.number for amendment in case.all(Amendment))
    waiting = _unacknowledged(case, actor.party, issued) or issued[-1:]
    clears: list[Clears] = []
    for number in waiting:
        clears.append(Clears("acknowledge", fields={"amendment": number}, who=actor.party))
    return Objection(
        says=f"there is no amendment {form.amendment}; issued so far: "
        + listed(issued, "none, so nothing is to be acknowledged"),
        facts={"amendment": form.amendment, "issued": issued},
        clears=tuple(clears),
    )


@guard(rule="nature_unchanged", id="G37")
def nature_unchanged(case: CaseFile, form: Amend) -> Objection | None:
    """A change that makes it another purchase requires a new solicitation."""
    if not form.changes_nature:
        return None
    return Objection(
        says="the amendment would change the purchase so much that other firms "
        "might have responded; cancel and issue a new solicitation instead",
        facts={"amendment": len(case.all(Amendment)) + 1, "summary": form.summary},
    )


@duty("acknowledge")
def owes_acknowledgment(case: CaseFile) -> Iterable[Owed]:
    """Every offeror acknowledges each material amendment before proposals are due."""
    offerors: dict[str, None] = {}
    for proposal in case.all(Proposal):
        if proposal.stands:
            offerors[proposal.offeror] = None
    material, due = _material(case), case.due("proposals_due")
    for offeror in offerors:
        for number in _unacknowledged(case, offeror, material):
            yield Owed(f"supplier:{offeror}", f"acknowledge amendment {number}", due)


@audience
def without_acknowledgment(case: CaseFile) -> Iterable[str]:
    """Suppliers and offerors that have not acknowledged every material amendment."""
    firms: dict[str, None] = {}
    for entry in case.all(Listed):
        if entry.channel == "suppliers":
            firms[entry.who] = None
    for proposal in case.all(Proposal):
        firms[proposal.offeror] = None
    material = _material(case)
    return [f"supplier:{firm}" for firm in firms if _unacknowledged(case, firm, material)]


def _material(case: CaseFile) -> list[int]:
    """Return the numbers of the material amendments."""
    return sorted(amendment.number for amendment in case.all(Amendment) if amendment.material)


def _unacknowledged(case: CaseFile, supplier: str, numbers: Iterable[int]) -> list[int]:
    return [number for number in numbers if not case.get(Acknowledgment, f"{number}/{supplier}")]


@duty("amend")
def owes_disclosure(case: CaseFile) -> Iterable[Owed]:
    """The officer publishes undisclosed points before proposals are due."""
    plan, published = case.get(EvaluationPlan), case.get(Publication)
    if plan is None or plan.discloses == "points" or published is None:
        return
    if not any(amendment.plan for amendment in case.all(Amendment)):
        says = "print the points of the criteria in an amendment"
        yield Owed("role:officer", says, case.due("proposals_due"))

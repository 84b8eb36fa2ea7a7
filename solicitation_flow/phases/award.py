"""Award: intent posted, standstill, award, or an end without one, each with its reason."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Literal, Protocol

from solicitation_flow import scoring
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.records import Record
from solicitation_flow.records.agreements import PROVED_BY, packet_lines
from solicitation_flow.records.award import AgreementPublished, Award, Ending, Intent
from solicitation_flow.records.evaluation import Ranking, Tabulation
from solicitation_flow.records.issuance import Publication
from solicitation_flow.records.preparation import EvaluationPlan
from solicitation_flow.records.registers import Line, Names, Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, audience, duty, guard

WRITTEN_AFTER: Mapping[str, type[Record]] = {
    "evaluation_summary": Tabulation,
    "award_determination": Intent,
}
SHORTEST_REASON = 10  # letters and digits: fewer can name no cause


class PostIntent(Form):
    """Announces to whom the award is intended, and starts the standstill."""

    winners: Names = ask("whose offers are to be accepted", "acme")
    basis: Text = ask(
        "why, by the stated criteria",
        "Highest total: best in quality and experience, and the lowest price.",
    )


class Cancel(Form):
    """Cancels the solicitation, whatever its state."""

    reason: Text = ask(
        "the reason, as the file and the letters state it",
        "The need has changed: the schools are to be rebuilt first.",
    )


class RejectAll(Form):
    """Rejects every offer, so that there is no award."""

    reason: Text = ask(
        "the reason, as the file and the letters state it",
        "Every price is above the funds available for this purchase.",
    )


class WithdrawIntent(Form):
    """Takes the announced intent back, so that the offers are evaluated again."""

    reason: Text = ask("the reason, as the file states it", "A price was read from the wrong page.")


class RecordPublication(Form):
    """Notes that an agreement of this solicitation is published."""

    agreement: Line = ask("the number of the agreement", "RFP-2026-001-A1")


class Reasoned(Protocol):
    """Any form that gives a reason."""

    @property
    def reason(self) -> str:
        """Answers the reason, as typed."""


@action
def post_intent(
    case: CaseFile, form: PostIntent, now: datetime, law: Law, actor: Actor
) -> CaseFile:
    old = case.get(Intent)
    until = law.window_end("standstill", now)
    intent = Intent(
        number=old.number + 1 if old else 1,
        winners=form.winners,
        basis=form.basis,
        posted_by=actor.name,
        posted_at=now,
        standstill_until=until,
    )
    case = case.file(intent)
    # Where the window's length is not known none is started, and `standstill_over` says so.
    return case.start("standstill", until, printed=law.spoken(until)) if until else case


@action
def end_standstill(case: CaseFile) -> CaseFile:
    return case  # that it is over is the deadline's own status


@action
def withdraw_intent(case: CaseFile, form: WithdrawIntent, now: datetime) -> CaseFile:
    taken_back = {"withdrawn_at": now, "withdrawn_because": form.reason}
    return case.file(case.one(Intent).model_copy(update=taken_back))


@action
def award(case: CaseFile, now: datetime, actor: Actor) -> CaseFile:
    intent = case.one(Intent)
    awarded = Award(
        winners=intent.winners, basis=intent.basis, awarded_by=actor.name, awarded_at=now
    )
    case = case.file(awarded)
    for winner in intent.winners:
        agreed = {"title": case.title, "contractor": winner, "solicitation": case.number}
        case = case.open("agreement", "A", agreed)
    return case


@action
def reject_all(case: CaseFile, form: RejectAll, now: datetime, actor: Actor) -> CaseFile:
    return _ended(case, "all rejected", form, now, actor)


@action
def cancel(case: CaseFile, form: Cancel, now: datetime, actor: Actor) -> CaseFile:
    return _ended(case, "cancelled", form, now, actor)


def _ended(
    case: CaseFile,
    how: Literal["cancelled", "all rejected"],
    form: Reasoned,
    now: datetime,
    actor: Actor,
) -> CaseFile:
    return case.file(Ending(how=how, reason=form.reason, ended_by=actor.name, ended_at=now))


@action
def record_publication(case: CaseFile, form: RecordPublication, now: datetime) -> CaseFile:
    return case.file(AgreementPublished(agreement=form.agreement, published_at=now))


@guard(rule="ranking_current", id="G64")
def ranking_current(case: CaseFile) -> Objection | None:
    """The ranking counts every sheet and every price as they stand now."""
    tabulation = case.get(Tabulation)
    if tabulation and tabulation.basis == scoring.basis(case):
        return None
    says = "a price or a sheet changed after the offers were ranked"
    return Objection(
        says=says if tabulation else "the offers have not been ranked",
        facts={"ranked_at": tabulation.ranked_at if tabulation else None},
        clears=(Clears("rank_offers"),),
    )


@guard(rule="award_basis", id="G75")
def award_basis(case: CaseFile, form: PostIntent) -> Objection | None:
    """An award goes to ranked offers, by stated criteria; whoever is passed over is named."""
    places = {each.offeror: each.rank for each in case.all(Ranking)}
    plan = case.one(EvaluationPlan)
    said = form.basis.casefold()
    wrong = [
        f"{winner} is not among the ranked offers"
        for winner in form.winners
        if winner not in places
    ]
    if len(form.winners) > 1 and not plan.multi_award:
        wrong.append("the plan as published allows one award only")
    if not any(
        word.casefold() in said for each in plan.criteria for word in (each.key, each.title)
    ):
        wrong.append("the basis names none of the stated criteria")
    worst = max((places[each] for each in form.winners if each in places), default=0)
    unnamed = [
        each
        for each, place in places.items()
        if place <= worst and each not in form.winners and each.casefold() not in said
    ]
    if unnamed:
        wrong.append(f"the basis does not say why {', '.join(sorted(unnamed))} is passed over")
    if not wrong:
        return None
    return Objection(
        says="; ".join(wrong),
        facts={"winners": form.winners, "ranks": places, "passed_over": sorted(unnamed)},
        clears=(_best(case, plan),),
    )


def _best(case: CaseFile, plan: EvaluationPlan) -> Clears:
    """Answers the intent that needs no further reason: the offer or offers in first place."""
    first = sorted(each.offeror for each in case.all(Ranking) if each.rank == 1)
    winners = first if plan.multi_award else first[:1]
    titles = ", ".join(each.title for each in plan.criteria)
    basis = f"Highest total of points under the stated criteria: {titles}."
    tied = [each for each in first if each not in winners]
    if tied:
        basis += f" Equal totals with {', '.join(tied)}, decided thus: {plan.tie_rule}"
    return Clears("post_intent", fields={"winners": winners, "basis": basis})


@guard(rule="standstill", id="G80")
def standstill_over(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """The award waits until offerors have had the time the rules give them to object."""
    intent = case.one(Intent)
    rule, until = law.rule("standstill"), intent.standstill_until
    facts = {"intent_posted_at": intent.posted_at, "over": until, "required": rule.in_words}
    if until is None:
        says = f"how long an award must wait after the intent is not known here ({law.title})"
        return Objection(says, facts, unknown=True)
    if now >= until:
        return None
    return Objection(
        says=f"the standstill of {rule.in_words} runs until {law.spoken(until)}",
        facts=facts,
        earliest=until,
    )


@guard(rule="reason_on_file", id="G92")
def reason_on_file(form: Reasoned) -> Objection | None:
    """A solicitation is cancelled, or its offers rejected, for a reason that is on file."""
    words = form.reason.split()
    if len(words) > 1 and sum(sign.isalnum() for sign in form.reason) >= SHORTEST_REASON:
        return None
    return Objection(
        says=f"{form.reason!r} is no reason a file could be read by later: say what has happened",
        facts={"reason": form.reason},
    )


@audience
def winners(case: CaseFile) -> Iterable[str]:
    return (f"supplier:{each}" for each in case.one(Intent).winners)


@audience
def unsuccessful_offerors(case: CaseFile) -> Iterable[str]:
    chosen = case.one(Intent).winners
    return (f"supplier:{each}" for each in scoring.offerors(case) if each not in chosen)


@duty("post_intent")
def owes_intent(case: CaseFile) -> Iterable[Owed]:
    if ranking_current(case) is None:
        yield Owed("role:officer", "post the intent to award")


@duty("award")
def owes_award(case: CaseFile, law: Law) -> Iterable[Owed]:
    until = case.one(Intent).standstill_until
    says = f"award, once the standstill is over: {law.spoken(until)}" if until else "award"
    yield Owed("role:approver", says)


@duty("file_paper")
def owes_papers(case: CaseFile, law: Law) -> Iterable[Owed]:
    """What members will look for in the packet, as far as it can exist by now."""
    if case.get(Publication) is None:
        return
    for item in law.program.packet:
        if item.source != "solicitation" or item.paper in PROVED_BY:
            continue
        if item.paper in WRITTEN_AFTER and case.get(WRITTEN_AFTER[item.paper]) is None:
            continue
        for line in packet_lines(item.paper, item.title, item.source, case.number, case.records):
            if not line.present:
                yield Owed("role:officer", f"file {line.paper}: {line.title}")

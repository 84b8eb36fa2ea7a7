"""The intent to award: to whom and why, how long the award waits, and its withdrawal."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from solicitation_flow import scoring
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Words, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.award.standing import NOBODY_LEFT, leading
from solicitation_flow.phases.award.ties import decided, split_tie
from solicitation_flow.phrases import not_known, says_something, suppliers
from solicitation_flow.records.award import Fewest, Intent
from solicitation_flow.records.evaluation import Reasons, Tabulation
from solicitation_flow.records.offers import LotForm, OfferKey, lot_key, offerors_of
from solicitation_flow.records.preparation import EvaluationPlan
from solicitation_flow.records.registers import Line, Names, Text
from solicitation_flow.rulebook import BLANK, Clears, Objection, Owed, action, audience, duty, guard


class PostIntent(LotForm):
    """Announces the intent to award, and starts the protest period."""

    winners: Names = ask("the offerors to whom the award is intended", "acme")
    basis: Text = ask(
        "the reasons, by the stated criteria",
        "Highest total: best in quality and experience, and the lowest price.",
    )
    need: Text | None = ask(
        "with several winners: why one contractor cannot meet the need",
        "No one firm delivers to all six regions.",
        default=None,
    )
    fewest: Fewest | None = ask(
        "with several winners: the least number that can meet the need", 2, default=None
    )
    criteria: Words | None = ask(
        "keys of the criteria that decided; if left out, all of them",
        "quality,price",
        default=None,
    )
    passed_over: Reasons | None = ask(
        "FIRM:REASON for each firm that ranks no lower and gets no award, with semicolons between",
        "acme:cannot be bonded",
        default=None,
    )
    tie_break: Text | None = ask(
        "with equal totals: how the tie was decided, where the tie rule leaves it to people",
        "A lot was drawn from two sealed papers; Acme was drawn.",
        default=None,
    )
    drawn_by: Line | None = ask("who drew the lot", "Grace Okafor", default=None)
    draw_witness: Line | None = ask("the witness of the draw", "Walter Reed", default=None)


class WithdrawIntent(LotForm):
    """Withdraws the intent to award, so that the offers are evaluated again."""

    reason: Text = ask("the reason, as the file states it", "A price was read from the wrong page.")


@action
def post_intent(
    case: CaseFile, form: PostIntent, now: datetime, law: Law, actor: Actor
) -> CaseFile:
    old = case.get(Intent, lot_key(form.lot))
    until = law.window_end("standstill", now)
    intent = Intent(
        lot=form.lot,
        number=old.number + 1 if old else 1,
        winners=form.winners,
        basis=form.basis,
        posted_by=actor.name,
        posted_at=now,
        standstill_until=until,
        need=form.need or "",
        fewest=form.fewest,
        criteria=form.criteria or (),
        passed_over=form.passed_over or {},
        tie_break=form.tie_break or "",
        drawn_by=form.drawn_by or "",
        draw_witness=form.draw_witness or "",
    )
    case = case.file(intent)
    # Where the window's length is not known none is started, and `standstill_over` says so.
    if until is None:
        return case
    return case.start("standstill", until, subject=form.lot, printed=law.spoken(until))


@action
def end_standstill(case: CaseFile) -> CaseFile:
    return case  # that it is over is the deadline's own status


@action
def withdraw_intent(case: CaseFile, form: WithdrawIntent, now: datetime) -> CaseFile:
    taken_back = {"withdrawn_at": now, "withdrawn_because": form.reason}
    return case.file(case.one(Intent, lot_key(form.lot)).evolve(**taken_back))


@guard(rule="ranking_current", id="G64")
def ranking_current(case: CaseFile) -> Objection | None:
    """The ranking reflects every score sheet and every price as they stand now."""
    for lot in scoring.lots(case):
        tabulation = case.get(Tabulation, lot_key(lot))
        if tabulation is None:
            says = "the offers have not been ranked"
            return Objection(says, {"ranked_at": None}, (Clears("rank_offers"),))
        if tabulation.basis != scoring.basis(case, lot):
            return Objection(
                says="a price or a sheet changed after the offers were ranked",
                facts={"ranked_at": tabulation.ranked_at},
                clears=(Clears("rank_offers"),),
            )
    return None


@guard(rule="award_basis", id="G75")
def award_basis(case: CaseFile, form: PostIntent) -> Objection | None:
    """Awards go to ranked offers by the stated criteria; any firm passed over is named."""
    places = _places(case, form.lot)
    plan = case.one(EvaluationPlan)
    wrong = []
    for winner in form.winners:
        if winner not in places:
            wrong.append(f"{winner} is not among the ranked offers")
    if len(form.winners) > 1 and not plan.multi_award:
        wrong.append("the plan as published allows one award only")
    unstated = _unstated(form, plan)
    if unstated:
        wrong.append(f"not a stated criterion: {', '.join(unstated)}")
    unnamed = _passed_over_unnamed(case, form, places)
    if unnamed:
        wrong.append(f"why {', '.join(unnamed)} is passed over is not stated")
    if not wrong:
        return None
    clears = _best_intent(case, form.lot, plan, places, unstated)
    if places and not clears:
        wrong.append(NOBODY_LEFT)
    return Objection(
        says="; ".join(wrong),
        facts={"winners": form.winners, "ranks": places, "passed_over": unnamed},
        clears=clears,
    )


def _places(case: CaseFile, lot: str) -> dict[str, int]:
    """Return the rank of every offeror in a lot, best first."""
    places = scoring.places(case)
    return {offer.offeror: places[offer] for offer in scoring.in_lot(places, lot)}


def _unstated(form: PostIntent, plan: EvaluationPlan) -> list[str]:
    """Return what the form names as a criterion and the plan does not."""
    stated: list[str] = []
    for criterion in plan.criteria:
        stated.append(criterion.key)
    return [name for name in form.criteria or () if name.casefold() not in stated]


def _passed_over_unnamed(case: CaseFile, form: PostIntent, places: dict[str, int]) -> list[str]:
    """Return who ranks no lower than a winner, and of whom no reason says why it is passed over.

    A firm with the same total needs none: the tie rule decides.
    """
    worst = max([places.get(winner, 0) for winner in form.winners])
    tied = offerors_of(split_tie(case, form))
    unnamed = []
    for offeror, place in places.items():
        if place > worst or offeror in form.winners or offeror in tied:
            continue
        if not says_something((form.passed_over or {}).get(offeror, "")):
            unnamed.append(offeror)
    return sorted(unnamed)


def _best_intent(
    case: CaseFile, lot: str, plan: EvaluationPlan, places: dict[str, int], unstated: list[str]
) -> tuple[Clears, ...]:
    """Return the intent that needs no further reason, where any offer can win."""
    first = offerors_of(leading(case, lot))
    if not first:
        return ()
    winners = first
    if not plan.multi_award:
        left = decided(case, [OfferKey.of(lot, offeror) for offeror in first])
        winners = offerors_of(left.left)[:1]
    fields: dict[str, Any] = {"winners": winners, "basis": BLANK}
    above = [offeror for offeror in sorted(places) if places[offeror] < places[first[0]]]
    if unstated:
        fields["criteria"] = None
    if above:
        fields["passed_over"] = dict.fromkeys(above, BLANK)
    return (Clears("post_intent", fields=fields),)


@guard(rule="multi_award_need", id="G76")
def multi_award_needed(form: PostIntent) -> Objection | None:
    """Several awards are made only for a written need, and to no more firms than needed."""
    if len(form.winners) == 1:
        return None
    wrong, fields = [], {}
    if not says_something(form.need or ""):
        wrong.append("it is not written why one contractor cannot meet the need")
        fields["need"] = BLANK
    if form.fewest != len(form.winners):
        least = form.fewest or "not stated"
        wrong.append(
            f"there would be {len(form.winners)} awards, and the least number needed is {least}"
        )
        fields["fewest"] = BLANK
    if not wrong:
        return None
    return Objection(
        says="; ".join(wrong),
        facts={"winners": form.winners, "need": form.need, "fewest": form.fewest},
        clears=(Clears("post_intent", fields=fields),),
    )


@guard(rule="standstill", id="G80")
def standstill_over(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """The award waits until offerors have had the time the rules allow to protest."""
    for intent in case.all(Intent):
        objection = _standstill(intent, now, law)
        if objection:
            return objection
    return None


def _standstill(intent: Intent, now: datetime, law: Law) -> Objection | None:
    rule, until = law.rule("standstill"), intent.standstill_until
    facts = {"intent_posted_at": intent.posted_at, "over": until, "required": rule.in_words}
    if until is None:
        return not_known("how long an award must wait after the intent", law, facts)
    if now >= until:
        return None
    return Objection(
        says=f"the protest period of {rule.in_words} runs until {law.spoken(until)}",
        facts=facts,
        earliest=until,
    )


@audience
def winners(case: CaseFile) -> Iterable[str]:
    return suppliers(_chosen(case))


@audience
def unsuccessful_offerors(case: CaseFile) -> Iterable[str]:
    chosen = _chosen(case)
    scored = sorted(set(offerors_of(scoring.scored_offers(case))))
    return suppliers(offeror for offeror in scored if offeror not in chosen)


def _chosen(case: CaseFile) -> list[str]:
    """Return everybody whom an intent names, whatever the lot."""
    chosen: list[str] = []
    for intent in case.all(Intent):
        chosen += intent.winners
    return chosen


@duty("post_intent")
def owes_intent(case: CaseFile) -> Iterable[Owed]:
    if ranking_current(case) is None:
        yield Owed("role:officer", "post the intent to award")

"""Evaluation: sheets scored one by one, prices opened after them, offers ranked exactly."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Annotated

from solicitation_flow import scoring
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Fill, Form, ask
from solicitation_flow.records.evaluation import (
    Amount,
    PriceOffer,
    PriceOpening,
    Ranking,
    Reasons,
    Scores,
    ScoreSheet,
    Tabulation,
    stated_price,
)
from solicitation_flow.records.preparation import Criterion, EvaluationPlan
from solicitation_flow.records.registers import Slug, Text
from solicitation_flow.records.responses import Content
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard


class Score(Form):
    """Scores one offer on every criterion but price, each with a written reason."""

    offeror: Slug = ask("whose offer", "acme")
    scores: Scores = ask("CRITERION:POINTS, with commas between", "quality:32,experience:15")
    reasons: Reasons = ask(
        "CRITERION:REASON, with semicolons between",
        "quality:sturdy, and easy to repair; experience:ten contracts of this size",
    )


class OpenPrices(Form):
    """Opens the price envelopes, once every sheet is in."""

    prices: Annotated[dict[str, Content], Fill("prices")] = ask("filled", default_factory=dict)


class EnterPrice(Form):
    """Enters a price that no program could read, and where in the offer it stands."""

    offeror: Slug = ask("whose price", "acme")
    amount: Amount = ask("the total, exact", "412000.00")
    reason: Text = ask("where it stands, or why it changes", "Page 3, total of the price form.")


@action
def score(case: CaseFile, form: Score, now: datetime, actor: Actor) -> CaseFile:
    old = case.get(ScoreSheet, f"{actor.name}/{form.offeror}")
    sheet = ScoreSheet(
        evaluator=actor.name,
        offeror=form.offeror,
        scores=form.scores,
        reasons=form.reasons,
        version=old.version + 1 if old else 1,
        scored_at=now,
    )
    return case.file(sheet)


@action
def open_prices(case: CaseFile, form: OpenPrices, now: datetime, actor: Actor) -> CaseFile:
    offers = []
    for offeror in scoring.offerors(case):
        found = form.prices.get(offeror)
        amount = stated_price(found.text) if found else None
        offers.append(
            PriceOffer(
                offeror=offeror,
                amount=amount,
                readable=amount is not None,
                name=found.name if found else "",
                sha256=found.sha256 if found else "",
            )
        )
    return case.file(PriceOpening(opened_at=now, opened_by=actor.name), *offers)


@action
def enter_price(case: CaseFile, form: EnterPrice, actor: Actor) -> CaseFile:
    entered = {"amount": form.amount, "entered_by": actor.name, "reason": form.reason}
    return case.file(case.one(PriceOffer, form.offeror).model_copy(update=entered))


@action
def rank_offers(case: CaseFile, now: datetime, actor: Actor) -> CaseFile:
    decimals = case.one(EvaluationPlan).decimals
    tabulation = Tabulation(
        ranked_at=now,
        ranked_by=actor.name,
        lowest=min(scoring.prices(case).values()),
        decimals=decimals,
        basis=scoring.basis(case),
    )
    return case.file(tabulation, *(_ranking(each, decimals) for each in scoring.ranked(case)))


def _ranking(standing: scoring.Standing, decimals: int) -> Ranking:
    return Ranking(
        offeror=standing.offeror,
        rank=standing.rank,
        tied=standing.tied,
        technical=scoring.rounded(standing.technical, decimals),
        price_points=scoring.rounded(standing.price, decimals),
        total=scoring.rounded(standing.total, decimals),
        exact=str(standing.total),
    )


def _sheet_clears(case: CaseFile, evaluator: str, offeror: str) -> Clears:
    judged = case.one(EvaluationPlan).judged
    fields = {
        "offeror": offeror,
        "scores": {each.key: str(each.points) for each in judged},
        "reasons": {each.key: f"what the offer says on {each.title.lower()}" for each in judged},
    }
    return Clears("score", "evaluator", fields, who=evaluator)


def _next_sheet(case: CaseFile, actor: Actor) -> tuple[Clears, ...]:
    """Answers the sheet this evaluator owes next, ready to be filled in."""
    mine = [offeror for voter, offeror in scoring.missing(case) if voter == actor.name]
    return tuple(_sheet_clears(case, actor.name, offeror) for offeror in mine[:1])


@guard(rule="is_a_voter", id="G62")
def is_a_voter(case: CaseFile, actor: Actor) -> Objection | None:
    """Only the committee's voters score."""
    voters = scoring.voters(case)
    if actor.name in voters:
        return None
    return Objection(
        says=f"{actor.name} is not on the committee; its voters are {', '.join(voters) or 'none'}",
        facts={"evaluator": actor.name, "voters": voters},
    )


@guard(rule="price_hidden", id="G60")
def prices_still_sealed(case: CaseFile) -> Objection | None:
    """Once the prices are known nobody scores, and no envelope is opened again."""
    opened = case.get(PriceOpening)
    if opened is None:
        return None
    return Objection(
        says="the prices are open, so the sheets and the prices stand as they are",
        facts={"prices_opened_at": opened.opened_at},
    )


@guard(rule="offer_was_opened", id="G54")
def offer_was_opened(case: CaseFile, form: Score, actor: Actor) -> Objection | None:
    """Only an offer that came in time and was opened is scored."""
    known = scoring.offerors(case)
    if form.offeror in known:
        return None
    return Objection(
        says=f"no offer of {form.offeror!r} was opened; opened were {', '.join(known) or 'none'}",
        facts={"offeror": form.offeror, "opened": known},
        clears=_next_sheet(case, actor),
    )


@guard(rule="scored_as_published", id="G07")
def scores_every_criterion(case: CaseFile, form: Score, actor: Actor) -> Objection | None:
    """Every published criterion is scored, and nothing that was not published."""
    wanted = [each.key for each in case.one(EvaluationPlan).judged]
    missing = [key for key in wanted if key not in form.scores]
    extra = [key for key in form.scores if key not in wanted]
    if not missing and not extra:
        return None
    parts = [f"{', '.join(missing)} not scored"] if missing else []
    parts += [f"{', '.join(extra)} is no criterion evaluators score"] if extra else []
    return Objection(
        says=f"{' and '.join(parts)}; to be scored are {', '.join(wanted)}",
        facts={"missing": missing, "unknown": extra, "criteria": wanted},
        clears=(_sheet_clears(case, actor.name, form.offeror),),
    )


@guard(rule="score_range", id="G63")
def within_range(case: CaseFile, form: Score, actor: Actor) -> Objection | None:
    """Points lie between none and the most the criterion can earn."""
    plan: Mapping[str, Criterion] = {each.key: each for each in case.one(EvaluationPlan).judged}
    beyond = {
        key: points
        for key, points in form.scores.items()
        if key in plan and not 0 <= points <= plan[key].points
    }
    if not beyond:
        return None
    said = ", ".join(f"{key} {given} of 0 to {plan[key].points}" for key, given in beyond.items())
    return Objection(
        says=f"outside the published range: {said}",
        facts={"scores": beyond, "most": {key: plan[key].points for key in beyond}},
        clears=(_sheet_clears(case, actor.name, form.offeror),),
    )


@guard(rule="score_reasons", id="G63")
def gives_reasons(case: CaseFile, form: Score, actor: Actor) -> Objection | None:
    """Every score has its written reason."""
    missing = [key for key in form.scores if key not in form.reasons]
    if not missing:
        return None
    return Objection(
        says=f"no reason is given for {', '.join(missing)}",
        facts={"without_reason": missing},
        clears=(_sheet_clears(case, actor.name, form.offeror),),
    )


@guard(rule="scores_complete", id="G64")
def scores_complete(case: CaseFile) -> Objection | None:
    """Every voter has scored every offer before a price is known."""
    missing = scoring.missing(case)
    if not missing and scoring.offerors(case) and scoring.voters(case):
        return None
    waiting: dict[str, list[str]] = {}
    for voter, offeror in missing:
        waiting.setdefault(voter, []).append(offeror)
    said = "; ".join(f"{voter} has not scored {', '.join(who)}" for voter, who in waiting.items())
    return Objection(
        says=said or "there is nothing to score, or nobody to score it",
        facts={"missing": waiting},
        clears=tuple(_sheet_clears(case, *each) for each in missing),
    )


@guard(rule="price_hidden", id="G61")
def opener_does_not_vote(case: CaseFile, actor: Actor) -> Objection | None:
    """Whoever opens and computes prices does not score."""
    voters = scoring.voters(case)
    if actor.name not in voters:
        return None
    return Objection(
        says=f"{actor.name} votes on the committee, so another officer opens the prices",
        facts={"opener": actor.name, "voters": voters},
        clears=(Clears("open_prices"),),
    )


@guard(rule="prices_opened", id="G60")
def prices_opened(case: CaseFile, form: EnterPrice) -> Objection | None:
    """A price is entered for an offer, and only after the envelopes were opened."""
    asked = sorted(each.offeror for each in case.all(PriceOffer))
    if form.offeror in asked:
        return None
    if not asked:
        return Objection("the price envelopes are still sealed", {}, (Clears("open_prices"),))
    unread = [each for each in asked if each not in scoring.prices(case)] or asked
    return Objection(
        says=f"no price of {form.offeror!r} was opened; opened were {', '.join(asked)}",
        facts={"offeror": form.offeror, "opened": asked},
        clears=(Clears("enter_price", fields={"offeror": unread[0]}),),
    )


@guard(rule="prices_known", id="G64")
def prices_known(case: CaseFile) -> Objection | None:
    """Offers are ranked only when the price of each is known."""
    if case.get(PriceOpening) is None:
        return Objection("the price envelopes are still sealed", {}, (Clears("open_prices"),))
    known = scoring.prices(case)
    unread = [offeror for offeror in scoring.offerors(case) if offeror not in known]
    if not unread:
        return None
    return Objection(
        says=f"no program could read the price of {', '.join(unread)}: enter it from the offer",
        facts={"unread": unread},
        clears=tuple(Clears("enter_price", fields={"offeror": each}) for each in unread),
    )


@duty("score")
def owes_sheets(case: CaseFile) -> Iterable[Owed]:
    for voter, offeror in scoring.missing(case):
        yield Owed(f"person:{voter}", f"score the offer of {offeror}")


@duty("open_prices")
def owes_price_opening(case: CaseFile) -> Iterable[Owed]:
    if not scoring.missing(case) and case.get(PriceOpening) is None:
        yield Owed("role:officer", "open the price envelopes")


@duty("rank_offers")
def owes_ranking(case: CaseFile) -> Iterable[Owed]:
    ranked = case.get(Tabulation)
    if case.get(PriceOpening) and (ranked is None or ranked.basis != scoring.basis(case)):
        yield Owed("role:officer", "rank the offers")

"""Scores reopened on named criteria: after last offers, demonstrations, or a miscopied score."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from solicitation_flow import scoring
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Words, ask
from solicitation_flow.phrases import listed
from solicitation_flow.records.evaluation import (
    PriceOpening,
    Reasons,
    Reopening,
    ReopeningCause,
    ScoreChange,
    Scores,
    ScoreSheet,
)
from solicitation_flow.records.negotiation import OpenedBafo
from solicitation_flow.records.offers import LotForm, OfferKey, lot_key, offer_of
from solicitation_flow.records.preparation import EvaluationPlan
from solicitation_flow.records.registers import Names, Slug, Text
from solicitation_flow.rulebook import BLANK, Clears, Objection, Owed, action, duty, guard


class ReopenScores(LotForm):
    """Reopens named criteria of named offers for scoring, and states why."""

    offerors: Names = ask("the offerors whose scores are reopened", "acme,zenith")
    criteria: Words = ask("keys of the criteria that are reopened", "quality")
    cause: ReopeningCause = ask(
        "best_and_final_offer, demonstration, interview, or miscopied", "best_and_final_offer"
    )
    reason: Text = ask(
        "what changed, as the file states it",
        "The technical part of both final offers changes the warranty and the delivery.",
    )


class Rescore(LotForm):
    """Scores the reopened criteria of one offer anew, each with its reason."""

    offeror: Slug = ask("the offeror", "acme")
    scores: Scores = ask("CRITERION:POINTS, with commas between", "quality:36")
    reasons: Reasons = ask(
        "CRITERION:REASON, with semicolons between",
        "quality:the warranty is now five years on moving parts",
    )


@action
def reopen_scores(case: CaseFile, form: ReopenScores, now: datetime, actor: Actor) -> CaseFile:
    reopened = Reopening(
        number=len(case.all(Reopening)) + 1,
        lot=form.lot,
        offerors=form.offerors,
        criteria=form.criteria,
        cause=form.cause,
        reason=form.reason,
        reopened_by=actor.name,
        reopened_at=now,
    )
    return case.file(reopened)


@action
def rescore(case: CaseFile, form: Rescore, now: datetime, actor: Actor) -> CaseFile:
    reopened = _waiting(case, actor.name, offer_of(form))[0]
    sheet = case.one(ScoreSheet, lot_key(form.lot, actor.name, form.offeror))
    revised = sheet.evolve(
        scores={**sheet.scores, **form.scores},
        reasons={**sheet.reasons, **form.reasons},
        version=sheet.version + 1,
        scored_at=now,
    )
    changes: list[ScoreChange] = []
    for criterion, points in form.scores.items():
        change = ScoreChange(
            lot=form.lot,
            evaluator=actor.name,
            offeror=form.offeror,
            criterion=criterion,
            version=revised.version,
            before=sheet.scores[criterion],
            after=points,
            reason=form.reasons[criterion],
            consensus=0,
            reopening=reopened.number,
        )
        changes.append(change)
    return case.file(*changes, revised)


def unscored(case: CaseFile) -> list[tuple[str, Reopening, OfferKey]]:
    """Return each voter, reopening and offer that has not been scored anew."""
    changed: set[tuple[int, str, str]] = set()
    for change in case.all(ScoreChange):
        changed.add((change.reopening, change.evaluator, change.offeror))
    waiting: list[tuple[str, Reopening, OfferKey]] = []
    for reopened in case.all(Reopening):
        for voter in scoring.voters(case):
            for offeror in reopened.offerors:
                offer = OfferKey.of(reopened.lot, offeror)
                scored = (reopened.number, voter, offeror) in changed
                if scoring.sheet(case, voter, offer) is None:
                    continue  # whoever joined later scores everything once, as it is now
                if not scored and not scoring.dropped(case, offer):
                    waiting.append((voter, reopened, offer))
    return waiting


def _waiting(case: CaseFile, voter: str, offer: OfferKey) -> list[Reopening]:
    """Return the reopenings that wait for a voter's scores of an offer."""
    waiting: list[Reopening] = []
    for name, reopened, reopened_offer in unscored(case):
        if (name, reopened_offer) == (voter, offer):
            waiting.append(reopened)
    return waiting


@guard(rule="scores_reopen", id="G71")
def reopening_has_a_cause(case: CaseFile, form: ReopenScores) -> Objection | None:
    """After prices are known, scores reopen only for what a final offer changed, or by finding."""
    prices = case.get(PriceOpening)
    if prices is None or form.cause == "best_and_final_offer":
        return None
    return Objection(
        says=f"prices are known: that scores are reopened ({form.cause}) must be found in writing",
        facts={"cause": form.cause, "offerors": form.offerors, "criteria": form.criteria},
    )


@guard(rule="scored_as_published", id="G07")
def reopened_as_published(case: CaseFile, form: ReopenScores) -> Objection | None:
    """Only published criteria and offers under evaluation are reopened, for what changed."""
    wrong: list[str] = []
    judged = [criterion.key for criterion in case.one(EvaluationPlan).judged]
    for key in form.criteria:
        if key not in judged:
            wrong.append(f"{key} is not a criterion that evaluators score")
    scored = scoring.scored_offers(case)
    for offeror in form.offerors:
        offer = OfferKey.of(form.lot, offeror)
        if offer not in scored or not scoring.sheets(case, offer):
            wrong.append(f"{offeror} has no scores that could be reopened")
        elif len(scoring.sheets(case, offer)) < len(scoring.voters(case)):
            wrong.append(f"not every voter has scored {offeror} yet, so nothing is reopened")
        elif form.cause == "best_and_final_offer" and not _changed_by_final_offer(case, offer):
            wrong.append(f"no final offer of {offeror} with a technical part was opened")
    if not wrong:
        return None
    return Objection(
        says="; ".join(wrong),
        facts={"offerors": form.offerors, "criteria": form.criteria},
        clears=(Clears(fields={"offerors": BLANK, "criteria": BLANK}),),
    )


def _changed_by_final_offer(case: CaseFile, offer: OfferKey) -> bool:
    """Return whether a final offer changed what evaluators had scored."""
    return any(
        opened.technical_sha256 and offer_of(opened) == offer for opened in case.all(OpenedBafo)
    )


@guard(rule="rescoring", id="G64")
def some_scores_reopened(case: CaseFile) -> Objection | None:
    """An offer is scored again only on criteria that were reopened."""
    if unscored(case):
        return None
    return Objection("no score is reopened", {}, (Clears("reopen_scores"),))


@guard(rule="rescoring", id="G64")
def rescored_as_reopened(case: CaseFile, form: Rescore, actor: Actor) -> Objection | None:
    """An offer is scored again on exactly the criteria that were reopened for it."""
    waiting = _waiting(case, actor.name, offer_of(form))
    if not waiting:
        if not unscored(case):
            return None  # `some_scores_reopened` says so
        return _nothing_to_rescore(case, actor)
    wanted = sorted(waiting[0].criteria)
    if sorted(form.scores) == wanted:
        return None
    return Objection(
        says=f"reopened for {form.offeror} are {', '.join(wanted)}, no more and no fewer",
        facts={"reopened": wanted, "scored": sorted(form.scores)},
        clears=(_again(actor.name, form.offeror, wanted),),
    )


def _nothing_to_rescore(case: CaseFile, actor: Actor) -> Objection:
    waiting: list[str] = []
    for voter, _, offer in unscored(case):
        if voter == actor.name:
            waiting.append(offer.offeror)
    return Objection(
        says=f"nothing waits for {actor.name} to score again there; waiting: {listed(waiting)}; "
        "no other score changes",
        facts={"evaluator": actor.name, "waiting": waiting},
    )


def _again(voter: str, offeror: str, criteria: Iterable[str]) -> Clears:
    fields: dict[str, Any] = {"offeror": offeror}
    fields["scores"] = BLANK
    fields["reasons"] = dict.fromkeys(criteria, BLANK)
    return Clears("rescore", fields=fields, who=voter)


@guard(rule="rescoring", id="G64")
def reopened_are_scored(case: CaseFile) -> Objection | None:
    """Offers are ranked only after every voter has scored what was reopened."""
    waiting = unscored(case)
    if not waiting:
        return None
    wrong: list[str] = []
    clears: list[Clears] = []
    for voter, reopened, offer in waiting:
        wrong.append(f"{voter} has not scored {', '.join(reopened.criteria)} of {offer} again")
        clears.append(_again(voter, offer.offeror, reopened.criteria))
    return Objection("; ".join(wrong), {"waiting": wrong}, tuple(clears))


@duty("rescore")
def owes_rescoring(case: CaseFile) -> Iterable[Owed]:
    for voter, reopened, offer in unscored(case):
        criteria = ", ".join(reopened.criteria)
        yield Owed(f"person:{voter}", f"score {criteria} of {offer} again")

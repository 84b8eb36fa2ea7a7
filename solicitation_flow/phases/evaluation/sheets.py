"""Score sheets: each voter alone scores every offer on the published criteria, with reasons."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from solicitation_flow import scoring
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import ask
from solicitation_flow.phrases import listed
from solicitation_flow.records.evaluation import PriceOpening, Reasons, Scores, ScoreSheet
from solicitation_flow.records.offers import LotForm, offer_of, offerors_of
from solicitation_flow.records.preparation import EvaluationPlan
from solicitation_flow.records.registers import Slug
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard


class Score(LotForm):
    """Scores one offer on every criterion but price, each with a written reason."""

    offeror: Slug = ask("the offeror", "acme")
    scores: Scores = ask("CRITERION:POINTS, with commas between", "quality:32,experience:15")
    reasons: Reasons = ask(
        "CRITERION:REASON, with semicolons between",
        "quality:sturdy, and easy to repair; experience:ten contracts of this size",
    )


class Scored(Protocol):
    """Any form that scores an offer, on all criteria or on some."""

    @property
    def offeror(self) -> str:
        """Whose offer is scored."""

    @property
    def scores(self) -> Mapping[str, Decimal]:
        """The points by criterion."""

    @property
    def reasons(self) -> Mapping[str, str]:
        """The reason for each."""


@action
def score(case: CaseFile, form: Score, now: datetime, actor: Actor) -> CaseFile:
    old = scoring.sheet(case, actor.name, offer_of(form))
    sheet = ScoreSheet(
        lot=form.lot,
        evaluator=actor.name,
        offeror=form.offeror,
        scores=form.scores,
        reasons=form.reasons,
        version=old.version + 1 if old else 1,
        scored_at=now,
    )
    return case.file(sheet)


def _sheet_clears(case: CaseFile, evaluator: str, offeror: str) -> Clears:
    scores, reasons = {}, {}
    for criterion in case.one(EvaluationPlan).judged:
        scores[criterion.key] = str(criterion.points)
        reasons[criterion.key] = f"what the offer says on {criterion.title.lower()}"
    fields = {"offeror": offeror, "scores": scores, "reasons": reasons}
    return Clears("score", fields=fields, who=evaluator)


def _next_sheet(case: CaseFile, actor: Actor) -> tuple[Clears, ...]:
    """Return the sheet this evaluator owes next, ready to be filled in."""
    unscored = scoring.unscored_by(case, actor.name)
    if not unscored:
        return ()
    return (_sheet_clears(case, actor.name, unscored[0].offeror),)


@guard(rule="is_a_voter", id="G62")
def is_a_voter(case: CaseFile, actor: Actor) -> Objection | None:
    """Only voting members of the committee score."""
    voters = scoring.voters(case)
    if actor.name in voters:
        return None
    return Objection(
        says=f"{actor.name} is not on the committee; its voters are {listed(voters)}, and no "
        "other sheet counts",
        facts={"evaluator": actor.name, "voters": voters},
    )


@guard(rule="price_hidden", id="G60")
def prices_still_sealed(case: CaseFile) -> Objection | None:
    """After prices are known, nobody scores and no envelope is opened again."""
    opened = case.get(PriceOpening)
    if opened is None:
        return None
    return Objection(
        says="the prices are open, so the sheets and the prices stand as they are: nothing "
        "seals them again",
        facts={"prices_opened_at": opened.opened_at},
    )


@guard(rule="offer_was_opened", id="G54")
def offer_was_opened(case: CaseFile, form: Score, actor: Actor) -> Objection | None:
    """Only a proposal that was received in time and opened is scored."""
    if offer_of(form) in scoring.opened(case):
        return None
    known = offerors_of(scoring.in_lot(scoring.opened(case), form.lot))
    return Objection(
        says=f"no offer of {form.offeror!r} was opened; opened were {listed(known)}",
        facts={"offeror": form.offeror, "opened": known},
        clears=_next_sheet(case, actor),
    )


@guard(rule="scored_as_published", id="G07")
def scores_every_criterion(case: CaseFile, form: Score, actor: Actor) -> Objection | None:
    """Every published criterion is scored, and no other."""
    wanted = []
    for criterion in case.one(EvaluationPlan).judged:
        wanted.append(criterion.key)
    missing = []
    for key in wanted:
        if key not in form.scores:
            missing.append(key)
    extra = []
    for key in form.scores:
        if key not in wanted:
            extra.append(key)
    parts = []
    if missing:
        parts.append(f"{', '.join(missing)} not scored")
    if extra:
        parts.append(f"{', '.join(extra)} is no criterion evaluators score")
    if not parts:
        return None
    return Objection(
        says=f"{' and '.join(parts)}; to be scored are {', '.join(wanted)}",
        facts={"missing": missing, "unknown": extra, "criteria": wanted},
        clears=(_sheet_clears(case, actor.name, form.offeror),),
    )


def _scored_again(case: CaseFile, form: Scored, actor: Actor) -> Clears:
    """Return the sheet again; where only some criteria are scored, those alone."""
    if isinstance(form, Score):
        return _sheet_clears(case, actor.name, form.offeror)
    scores, reasons = {}, {}
    for criterion in case.one(EvaluationPlan).judged:
        if criterion.key in form.scores:
            scores[criterion.key] = str(criterion.points)
            reasons[criterion.key] = f"what the offer says on {criterion.title.lower()}"
    return Clears(fields={"scores": scores, "reasons": reasons})


@guard(rule="score_range", id="G63")
def within_range(case: CaseFile, form: Scored, actor: Actor) -> Objection | None:
    """A score lies between zero and the criterion's points."""
    beyond, most, wrong = {}, {}, []
    for criterion in case.one(EvaluationPlan).judged:
        points = form.scores.get(criterion.key)
        if points is not None and not 0 <= points <= criterion.points:
            beyond[criterion.key] = points
            most[criterion.key] = criterion.points
            wrong.append(f"{criterion.key} {points} of 0 to {criterion.points}")
    if not wrong:
        return None
    return Objection(
        says=f"outside the published range: {', '.join(wrong)}",
        facts={"scores": beyond, "most": most},
        clears=(_scored_again(case, form, actor),),
    )


@guard(rule="score_reasons", id="G63")
def gives_reasons(case: CaseFile, form: Scored, actor: Actor) -> Objection | None:
    """Every score has a written reason."""
    missing = []
    for key in form.scores:
        if key not in form.reasons:
            missing.append(key)
    if not missing:
        return None
    return Objection(
        says=f"no reason is given for {', '.join(missing)}",
        facts={"without_reason": missing},
        clears=(_scored_again(case, form, actor),),
    )


NAMED_ANEW = (Clears("name_committee"),)


@guard(rule="scores_complete", id="G64")
def scores_complete(case: CaseFile) -> Objection | None:
    """Every voter has scored every offer before a price is known."""
    missing = scoring.missing(case)
    if not scoring.voters(case) or not scoring.offers(case):
        whose = "voter is left to score"
        if scoring.voters(case):
            whose = "offer is left to be scored"
        facts = {"voters": scoring.voters(case), "judged": scoring.offers(case)}
        if not scoring.voters(case):
            return Objection(f"no {whose}: name another committee", facts, NAMED_ANEW)
        says = f"no {whose}, and this cannot be corrected: reject all offers, or all is cancelled"
        return Objection(says, facts)
    if not missing:
        return None
    waiting: dict[str, list[str]] = {}
    clears = []
    for voter, offer in missing:
        waiting.setdefault(voter, []).append(offer)
        clears.append(_sheet_clears(case, voter, offer.offeror))
    wrong = []
    for voter, unscored in waiting.items():
        wrong.append(f"{voter} has not scored {', '.join(unscored)}")
    return Objection("; ".join(wrong), {"missing": waiting}, tuple(clears))


@duty("score")
def owes_sheets(case: CaseFile) -> Iterable[Owed]:
    for voter, offer in scoring.missing(case):
        yield Owed(f"person:{voter}", f"score the offer of {offer}")

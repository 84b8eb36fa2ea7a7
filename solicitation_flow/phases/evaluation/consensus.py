"""The committee meets on its sheets: wide spreads are discussed, and scores change with reasons."""

from collections.abc import Iterable
from datetime import datetime

from solicitation_flow import scoring
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phrases import not_known
from solicitation_flow.records.evaluation import (
    Changes,
    Consensus,
    Discussed,
    PriceOpening,
    ScoreChange,
    ScoreSheet,
)
from solicitation_flow.records.offers import LotForm, lot_key
from solicitation_flow.records.preparation import EvaluationPlan
from solicitation_flow.records.registers import Names, Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard


class HoldConsensus(LotForm):
    """Records the committee's meeting on its sheets, and the scores its members changed there."""

    present: Names = ask("register keys of the members who were there", "ben,chen,dora")
    minutes: Text = ask(
        "what was said and settled", "Each offer was discussed; two scores were changed."
    )
    discussed: Discussed = ask(
        "OFFEROR/CRITERION:WHAT WAS SAID, with semicolons between, for every wide spread",
        "acme/quality:one of us had counted an option that is not offered",
        default_factory=dict,
    )
    changes: Changes = ask(
        "EVALUATOR/OFFEROR/CRITERION:POINTS:REASON, with semicolons between",
        "ben/acme/quality:30:the option on page 9 is not offered",
        default=(),
    )


@action
def hold_consensus(
    case: CaseFile, form: HoldConsensus, now: datetime, law: Law, actor: Actor
) -> CaseFile:
    old = case.get(Consensus, lot_key(form.lot))
    number = 1
    if old:
        number = old.number + 1
    flagged = _wide(case, law, form.lot)
    for change in form.changes:
        sheet = case.one(ScoreSheet, lot_key(form.lot, change.evaluator, change.offeror))
        changed = ScoreChange(
            lot=form.lot,
            evaluator=change.evaluator,
            offeror=change.offeror,
            criterion=change.criterion,
            version=sheet.version + 1,
            before=sheet.scores[change.criterion],
            after=change.points,
            reason=change.reason,
            consensus=number,
        )
        revised = sheet.evolve(
            scores={**sheet.scores, change.criterion: change.points},
            reasons={**sheet.reasons, change.criterion: change.reason},
            version=changed.version,
            scored_at=now,
        )
        case = case.file(changed, revised)
    held = Consensus(
        lot=form.lot,
        number=number,
        present=form.present,
        minutes=form.minutes,
        flagged=tuple(flagged),
        discussed=form.discussed,
        basis=scoring.sheets_basis(case, form.lot),
        held_by=actor.name,
        held_at=now,
    )
    return case.file(held)


def _wide(case: CaseFile, law: Law, lot: str) -> dict[str, str]:
    """Return the spreads in a lot that must be discussed, each with how wide it is."""
    percent = law.rule("score_spread").number
    wide: dict[str, str] = {}
    if percent is None:
        return wide
    for spread in scoring.spreads(case, percent):
        if spread.offer.lot == lot:
            wide[spread.key] = f"{spread.low} to {spread.high} of {spread.most}"
    return wide


def _meeting(case: CaseFile, law: Law, lot: str, form: HoldConsensus | None = None) -> Clears:
    """Return a meeting on the sheets as they stand, with a line for every wide spread."""
    discussed: dict[str, str] = {}
    for key, width in _wide(case, law, lot).items():
        discussed[key] = f"(what was said of {width})"
    if form:
        discussed |= form.discussed
    fields: dict[str, object] = {"discussed": discussed}
    if form is None:
        fields |= {"present": scoring.voters(case), "minutes": "(what was said and settled)"}
    return Clears("hold_consensus", fields=fields)


@guard(rule="score_spread", id="G62")
def spreads_discussed(case: CaseFile, form: HoldConsensus, law: Law) -> Objection | None:
    """Where scores differ widely, the minutes record the discussion; no score sheet is dropped."""
    percent = law.rule("score_spread").number
    if percent is None:
        return not_known(
            "how far apart scores may lie undiscussed", law, {"discussed": sorted(form.discussed)}
        )
    silent = {}
    for key, width in _wide(case, law, form.lot).items():
        if key not in form.discussed:
            silent[key] = width
    if not silent:
        return None
    undiscussed = "; ".join(f"{key} from {width}" for key, width in silent.items())
    return Objection(
        says=f"the minutes do not say what was said of scores {percent} % of the scale apart or "
        f"more: {undiscussed}",
        facts={"silent": silent, "percent": percent},
        clears=(_meeting(case, law, form.lot, form),),
    )


@guard(rule="score_range", id="G63")
def changes_in_range(case: CaseFile, form: HoldConsensus) -> Objection | None:
    """A changed score replaces one that was given, and stays within the criterion's points."""
    plan = {}
    for criterion in case.one(EvaluationPlan).judged:
        plan[criterion.key] = criterion
    counted = set()
    for offer in scoring.in_lot(scoring.offers(case), form.lot):
        counted |= {f"{sheet.evaluator}/{sheet.offeror}" for sheet in scoring.sheets(case, offer)}
    wrong = []
    for change in form.changes:
        whose, most = f"{change.evaluator}/{change.offeror}", plan.get(change.criterion)
        if whose not in counted or most is None:
            wrong.append(f"no score {whose}/{change.criterion} counts")
        elif not 0 <= change.points <= most.points:
            wrong.append(
                f"{whose}/{change.criterion} would get {change.points} of 0 to {most.points}"
            )
    if not wrong:
        return None
    changes = [change.model_dump(mode="json") for change in form.changes]
    return Objection(
        says="; ".join(wrong),
        facts={"changes": changes},
        clears=(Clears("hold_consensus", fields={"changes": []}),),
    )


@guard(rule="consensus", id="G62")
def consensus_held(case: CaseFile, law: Law) -> Objection | None:
    """The committee meets on its current score sheets before any price is known."""
    if not scoring.voters(case):
        return None  # that nobody is left to meet is for `scores_complete` to say
    for lot in scoring.lots(case):
        meeting = case.get(Consensus, lot_key(lot))
        if meeting is None or meeting.basis != scoring.sheets_basis(case, lot):
            says = "a sheet changed after the committee met: it meets again"
            return Objection(
                says=says if meeting else "the committee has not met on its sheets",
                facts={"met_at": meeting.held_at if meeting else None},
                clears=(_meeting(case, law, lot),),
            )
    return None


@duty("hold_consensus")
def owes_meeting(case: CaseFile, law: Law) -> Iterable[Owed]:
    if scoring.missing(case) or not scoring.offerors(case) or case.get(PriceOpening):
        return
    if consensus_held(case, law):
        yield Owed("role:officer", "hold the committee's meeting on its sheets")

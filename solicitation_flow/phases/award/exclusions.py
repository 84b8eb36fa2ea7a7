"""Checks of the federal and the state list of firms that may not be given a contract."""

from collections.abc import Iterable
from datetime import datetime

from solicitation_flow import scoring
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Attachment, ask
from solicitation_flow.phases.award.intents import PostIntent
from solicitation_flow.phases.award.standing import (
    NOBODY_LEFT,
    announced,
    leading,
    newest_check,
    winning_offers,
)
from solicitation_flow.phrases import for_each_offer
from solicitation_flow.records.award import ExclusionCheck, Found, Stage
from solicitation_flow.records.offers import LotForm, OfferKey, lot_key, offerors_of
from solicitation_flow.records.registers import Slug, Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

REASON = "The offeror chosen was found on a list of excluded firms."
DEFECT = {
    "defect": "The firm is on a list of excluded firms.",
    "requirement": "No award is made to a firm on such a list.",
    "rule": "2 CFR 200.214, or the section of the solicitation that says so",
}


class CheckExclusions(LotForm):
    """Records a check of the lists of excluded firms, and the step it is made for."""

    offeror: Slug = ask("the offeror that was looked up", "acme")
    stage: Stage = ask("the step the check is for: screening, or award", "screening")
    sam: Found = ask("the result in SAM.gov: clear, or excluded", "clear")
    state_list: Found = ask("the result in the state's own list: clear, or excluded", "clear")
    note: Text | None = ask(
        "what was searched for, and what was found",
        "Searched by name and by unique entity id; no active exclusion.",
        default=None,
    )
    evidence: Attachment | None = ask("the printout of the search, if available", default=None)


@action
def check_exclusions(
    case: CaseFile, form: CheckExclusions, now: datetime, actor: Actor
) -> CaseFile:
    checked = ExclusionCheck(
        lot=form.lot,
        offeror=form.offeror,
        stage=form.stage,
        sam=form.sam,
        state_list=form.state_list,
        note=form.note or "",
        evidence=form.evidence,
        checked_by=actor.name,
        checked_at=now,
    )
    return case.file(checked)


def _check(case: CaseFile, offer: OfferKey, stage: Stage) -> ExclusionCheck | None:
    return case.get(ExclusionCheck, lot_key(offer.lot, offer.offeror, stage))


def _unscreened(case: CaseFile) -> list[OfferKey]:
    return [offer for offer in scoring.offers(case) if _check(case, offer, "screening") is None]


def _announced_winners(case: CaseFile) -> list[OfferKey]:
    winners = []
    for intent in announced(case):
        winners += winning_offers(intent)
    return winners


def _unchecked(case: CaseFile) -> list[OfferKey]:
    """Return the announced winners that nobody has looked up since they were announced."""
    left = []
    for intent in announced(case):
        for offer in winning_offers(intent):
            check = _check(case, offer, "award")
            if check is None or check.checked_at < intent.posted_at:
                left.append(offer)
    return left


def _excluded(case: CaseFile, offers: Iterable[OfferKey]) -> list[OfferKey]:
    excluded = []
    for offer in offers:
        check = newest_check(case, offer)
        if check and not check.clear:
            excluded.append(offer)
    return excluded


@guard(rule="exclusions", id="G58")
def exclusions_checked(case: CaseFile) -> Objection | None:
    """Every offeror still considered was checked against the exclusion lists and is clear."""
    missing, excluded = _unscreened(case), _excluded(case, scoring.offers(case))
    wrong, clears = [], []
    if missing:
        wrong.append(f"not checked against the exclusion lists: {', '.join(missing)}")
        clears += for_each_offer("check_exclusions", missing, stage="screening")
    if excluded:
        wrong.append(f"on a list of excluded firms, and still evaluated: {', '.join(excluded)}")
        clears += for_each_offer("find_nonresponsive", excluded, **DEFECT)
    if not wrong:
        return None
    return Objection("; ".join(wrong), {"missing": missing, "excluded": excluded}, tuple(clears))


@guard(rule="exclusions", id="G58")
def winners_not_excluded(case: CaseFile, form: PostIntent) -> Objection | None:
    """No award is announced to a firm that is excluded or was not checked."""
    winners = winning_offers(form)
    missing = [offer for offer in winners if newest_check(case, offer) is None]
    excluded = _excluded(case, winners)
    wrong, clears = [], []
    if missing:
        wrong.append(f"not checked against the exclusion lists: {', '.join(missing)}")
        clears += for_each_offer("check_exclusions", missing, stage="award")
    if excluded:
        wrong.append(f"on a list of excluded firms: {', '.join(excluded)}")
        left = [offer for offer in winners if offer not in excluded] or leading(case, form.lot)
        if left:
            clears.append(Clears("post_intent", fields={"winners": offerors_of(left)}))
        else:
            wrong.append(NOBODY_LEFT)
    if not wrong:
        return None
    return Objection("; ".join(wrong), {"missing": missing, "excluded": excluded}, tuple(clears))


@guard(rule="exclusions", id="G58")
def exclusions_clear(case: CaseFile) -> Objection | None:
    """Before the award, every winner is checked again and is still clear."""
    missing = _unchecked(case)
    excluded = _excluded(case, _announced_winners(case))
    wrong, clears = [], []
    if missing:
        wrong.append(f"not checked again since the intent was posted: {', '.join(missing)}")
        again = [offer for offer in missing if offer not in excluded]
        clears += for_each_offer("check_exclusions", again, stage="award")
    if excluded:
        wrong.append(f"on a list of excluded firms: {', '.join(excluded)}")
        clears.append(Clears("withdraw_intent", fields={"reason": REASON}))
    if not wrong:
        return None
    return Objection("; ".join(wrong), {"missing": missing, "excluded": excluded}, tuple(clears))


@duty("check_exclusions")
def owes_checks(case: CaseFile) -> Iterable[Owed]:
    if announced(case):
        for offer in _unchecked(case):
            says = f"look {offer} up again on the exclusion lists, before the award"
            yield Owed("role:officer", says)
        return
    for offer in _unscreened(case):
        yield Owed("role:officer", f"look {offer} up on the exclusion lists")

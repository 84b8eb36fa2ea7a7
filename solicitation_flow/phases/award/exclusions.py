"""Who may not be given a contract: the federal list and the state's own, looked at each time."""

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
from solicitation_flow.records.award import ExclusionCheck, Found, Stage
from solicitation_flow.records.offers import LotForm, OfferKey, lot_key
from solicitation_flow.records.registers import Slug, Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

REASON = "The offeror chosen was found on a list of excluded firms."
DEFECT = {
    "defect": "The firm is on a list of excluded firms.",
    "requirement": "No award is made to a firm on such a list.",
    "rule": "2 CFR 200.214, or the section of the solicitation that says so",
}


class CheckExclusions(LotForm):
    """Records what the lists of excluded firms say of an offeror, and for which step."""

    offeror: Slug = ask("which offeror was looked up", "acme")
    stage: Stage = ask("what it is looked up for: screening, or award", "screening")
    sam: Found = ask("what the federal list says: clear, or excluded", "clear")
    state_list: Found = ask("what the state's own list says: clear, or excluded", "clear")
    note: Text | None = ask(
        "what was searched for, and what was found",
        "Searched by name and by unique entity id; no active exclusion.",
        default=None,
    )
    evidence: Attachment | None = ask("the print-out of the search, if at hand", default=None)


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


def _checking(offer: OfferKey, stage: Stage) -> Clears:
    # what the lists say is for whoever looks: no remedy puts words into a finding
    return Clears("check_exclusions", fields={"offeror": offer.offeror, "stage": stage})


def _check(case: CaseFile, offer: OfferKey, stage: Stage) -> ExclusionCheck | None:
    return case.get(ExclusionCheck, lot_key(offer.lot, offer.offeror, stage))


def _unscreened(case: CaseFile) -> list[OfferKey]:
    return [offer for offer in scoring.offers(case) if _check(case, offer, "screening") is None]


def _announced_winners(case: CaseFile) -> list[OfferKey]:
    return [offer for intent in announced(case) for offer in winning_offers(intent)]


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
    """Every offeror still judged was looked up on the lists of excluded firms, and is clear."""
    missing, excluded = _unscreened(case), _excluded(case, scoring.offers(case))
    if not missing and not excluded:
        return None
    wrong = [f"not looked up on the lists of excluded firms: {', '.join(missing)}"]
    found = [f"on a list of excluded firms, and still judged: {', '.join(excluded)}"]
    return Objection(
        says="; ".join((wrong if missing else []) + (found if excluded else [])),
        facts={"missing": missing, "excluded": excluded},
        clears=(
            *(_checking(each, "screening") for each in missing),
            *(
                Clears("find_nonresponsive", fields={"offeror": offer.offeror, **DEFECT})
                for offer in excluded
            ),
        ),
    )


@guard(rule="exclusions", id="G58")
def winners_not_excluded(case: CaseFile, form: PostIntent) -> Objection | None:
    """No award is announced to a firm that is on a list of excluded firms, or was not looked up."""
    chosen = winning_offers(form)
    missing = [offer for offer in chosen if newest_check(case, offer) is None]
    excluded = _excluded(case, chosen)
    if not missing and not excluded:
        return None
    wrong = [f"not looked up on the lists of excluded firms: {', '.join(missing)}"]
    found = [f"on a list of excluded firms: {', '.join(excluded)}"]
    left = [offer for offer in chosen if offer not in excluded] or leading(case, form.lot)
    clears = [_checking(each, "award") for each in missing]
    if excluded and left:
        clears.append(Clears("post_intent", fields={"winners": [offer.offeror for offer in left]}))
    if excluded and not left:
        found.append(NOBODY_LEFT)
    return Objection(
        says="; ".join((wrong if missing else []) + (found if excluded else [])),
        facts={"missing": missing, "excluded": excluded},
        clears=tuple(clears),
    )


@guard(rule="exclusions", id="G58")
def exclusions_clear(case: CaseFile) -> Objection | None:
    """Before the award every winner is looked up once more, and is still clear."""
    missing = _unchecked(case)
    excluded = _excluded(case, _announced_winners(case))
    if not missing and not excluded:
        return None
    wrong = [f"not looked up again since the intent was posted: {', '.join(missing)}"]
    found = [f"on a list of excluded firms: {', '.join(excluded)}"]
    clears = [_checking(each, "award") for each in missing if each not in excluded]
    if excluded:
        clears.append(Clears("withdraw_intent", fields={"reason": REASON}))
    return Objection(
        says="; ".join((wrong if missing else []) + (found if excluded else [])),
        facts={"missing": missing, "excluded": excluded},
        clears=tuple(clears),
    )


@duty("check_exclusions")
def owes_checks(case: CaseFile) -> Iterable[Owed]:
    again = "look {} up again on the lists of excluded firms, before the award"
    first = "look {} up on the lists of excluded firms"
    says, left = (again, _unchecked(case)) if announced(case) else (first, _unscreened(case))
    for each in left:
        yield Owed("role:officer", says.format(each))

"""The competitive range: which offers are kept for discussions, and the end of the talks."""

from collections.abc import Iterable
from datetime import datetime

from solicitation_flow import scoring
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phrases import suppliers
from solicitation_flow.records.negotiation import (
    BafoOpening,
    BafoRequest,
    CompetitiveRange,
    Discussion,
)
from solicitation_flow.records.offers import AboutLot, LotForm, lot_key, offerors_of
from solicitation_flow.records.registers import Names, Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, audience, duty, guard

FEWEST = 2  # with fewer there is nobody left to compete


class SetRange(LotForm):
    """Sets the competitive range: the offers kept for discussions, and why."""

    offerors: Names = ask("the offerors in the range", "acme,zenith")
    reason: Text = ask(
        "why these offers, and why not the others",
        "The two highest totals; every other offer is more than 20 points below them.",
    )


@action
def set_range(case: CaseFile, form: SetRange, now: datetime, actor: Actor) -> CaseFile:
    old = case.get(CompetitiveRange, lot_key(form.lot))
    ranked = _places(case, form.lot)
    kept = CompetitiveRange(
        lot=form.lot,
        number=old.number + 1 if old else 1,
        offerors=form.offerors,
        left_out=tuple(offeror for offeror in ranked if offeror not in form.offerors),
        reason=form.reason,
        set_by=actor.name,
        set_at=now,
    )
    return case.file(kept)


@action
def end_negotiation(case: CaseFile, now: datetime, actor: Actor) -> CaseFile:
    # New prices make the ranking stale by its own digest, so nothing need be undone here.
    ended = {"ended_by": actor.name, "ended_at": now}
    for kept in case.all(CompetitiveRange):
        case = case.file(kept.evolve(**ended))
    return case


def _places(case: CaseFile, lot: str) -> dict[str, int]:
    """Return the rank of every offeror in a lot, best first."""
    places = scoring.places(case)
    return {offer.offeror: places[offer] for offer in scoring.in_lot(places, lot)}


def _down_to(places: dict[str, int], worst: int) -> list[str]:
    """Return the offerors that rank no lower than a place."""
    return [offeror for offeror, place in places.items() if place <= worst]


@guard(rule="range_is_ranked", id="G67")
def range_is_ranked(case: CaseFile, form: SetRange) -> Objection | None:
    """The competitive range takes ranked offers from the first down; exclusions are explained."""
    places = _places(case, form.lot)
    unknown, worst = [], 0
    for offeror in form.offerors:
        if offeror in places:
            worst = max(worst, places[offeror])
        else:
            unknown.append(offeror)
    above = _down_to(places, worst or FEWEST)
    reason = form.reason.casefold()
    skipped = []
    for offeror in above:
        if offeror not in form.offerors and offeror.casefold() not in reason:
            skipped.append(offeror)
    wrong = []
    if unknown:
        wrong.append(f"not among the ranked offers: {', '.join(unknown)}")
    if skipped:
        wrong.append(f"passed over and not explained in the reason: {', '.join(skipped)}")
    if not wrong:
        return None
    clears = Clears("rank_offers")
    if places:
        clears = Clears("set_range", fields={"offerors": above, "reason": form.reason})
    return Objection(
        says="; ".join(wrong),
        facts={"offerors": form.offerors, "ranks": places, "passed_over": skipped},
        clears=(clears,),
    )


@guard(rule="range_of_one", id="G68")
def range_of_one(case: CaseFile, form: SetRange) -> Objection | None:
    """Negotiation with one of several ranked offerors needs a written determination."""
    places = _places(case, form.lot)
    if len(form.offerors) >= FEWEST or len(places) < FEWEST:
        return None
    only = form.offerors[0]
    worst = max(sorted(places.values())[FEWEST - 1], places.get(only, 0))
    fields = {"offerors": _down_to(places, worst), "reason": form.reason}
    return Objection(
        says=f"only {only} would be in the range, and {len(places)} offers were ranked",
        facts={"in_range": form.offerors, "ranks": places},
        clears=(Clears("set_range", fields=fields),),
    )


@audience
def in_range(case: CaseFile) -> Iterable[str]:
    offerors: list[str] = []
    for kept in case.all(CompetitiveRange):
        offerors += kept.offerors
    return suppliers(offerors)


@audience
def out_of_range(case: CaseFile) -> Iterable[str]:
    offerors: list[str] = []
    for kept in case.all(CompetitiveRange):
        offerors += kept.left_out
    return suppliers(offerors)


@audience
def officers() -> Iterable[str]:
    return ("role:officer",)


@duty("end_negotiation")
def owes_end_of_talks(case: CaseFile) -> Iterable[Owed]:
    for kept in case.all(CompetitiveRange):
        if not _last_round_opened(case, kept):
            return
    if case.all(CompetitiveRange):
        yield Owed("role:officer", "end the negotiation, so that the offers are ranked again")


def _last_round_opened(case: CaseFile, kept: CompetitiveRange) -> bool:
    """Return whether last offers were asked for in a range, and those of the last round opened."""
    opened = False
    for request in case.all(BafoRequest):
        if (request.lot, request.range_number) == (kept.lot, kept.number):
            opened = case.get(BafoOpening, request.key) is not None
    return opened


@guard(rule="negotiation", id="G70")
def negotiated_enough(case: CaseFile, form: AboutLot, law: Law) -> Objection | None:
    """Where the rules require negotiation, it is held with as many offerors as they name."""
    rule = law.rule("negotiation")
    if not rule.required:
        return None
    ranked = scoring.in_lot(scoring.places(case), form.lot)
    wanted = min(rule.at_least or 1, len(ranked))
    held: list[str] = []
    for discussion in case.all(Discussion):
        about_lot = discussion.lot == form.lot and discussion.how != "declined"
        if about_lot and discussion.offeror not in held:
            held.append(discussion.offeror)
    if len(held) >= wanted:
        return None
    return Objection(
        says=f"negotiation was held with {len(held)} of {len(ranked)} offerors, and with "
        f"{wanted} it is required, unless a written finding says that one is clearly more "
        "qualified: set the competitive range and negotiate, or sign the finding",
        facts={
            "negotiated_with": sorted(held),
            "ranked": sorted(offerors_of(ranked)),
            "required": wanted,
        },
    )


@guard(rule="negotiation", id="G71")
def bafos_requested(case: CaseFile, law: Law) -> Objection | None:
    """Where the rules require it, best and final offers are requested after discussions."""
    if law.rule("negotiation").bafo != "required":
        return None
    missing: list[CompetitiveRange] = []
    for kept in case.all(CompetitiveRange):
        asked = [
            request
            for request in case.all(BafoRequest)
            if request.lot == kept.lot and request.range_number == kept.number
        ]
        if not asked and kept.ended_at is None:
            missing.append(kept)
    if not missing:
        return None
    offerors = ", ".join(", ".join(kept.offerors) for kept in missing)
    return Objection(
        says=f"no best and final offer was requested of {offerors}",
        facts={"range": [kept.number for kept in missing]},
        clears=(Clears("request_bafo"),),
    )

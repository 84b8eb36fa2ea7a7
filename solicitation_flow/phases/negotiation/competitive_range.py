"""Which offers are kept for discussions, by their ranks, and when the talks are over."""

from collections.abc import Iterable
from datetime import datetime

from solicitation_flow import scoring
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, ask
from solicitation_flow.records.negotiation import BafoOpening, BafoRequest, CompetitiveRange
from solicitation_flow.records.registers import Names, Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, audience, duty, guard

FEWEST = 2  # with fewer there is nobody left to compete


class SetRange(Form):
    """Decides which offers are kept for discussions, and says why."""

    offerors: Names = ask("whose offers are kept", "acme,zenith")
    reason: Text = ask(
        "why these, and why not the others",
        "The two highest totals; every other offer is more than 20 points below them.",
    )


@action
def set_range(case: CaseFile, form: SetRange, now: datetime, actor: Actor) -> CaseFile:
    old = case.get(CompetitiveRange)
    kept = CompetitiveRange(
        number=old.number + 1 if old else 1,
        offerors=form.offerors,
        left_out=tuple(place for place in scoring.places(case) if place not in form.offerors),
        reason=form.reason,
        set_by=actor.name,
        set_at=now,
    )
    return case.file(kept)


@action
def end_negotiation(case: CaseFile, now: datetime, actor: Actor) -> CaseFile:
    # New prices make the ranking stale by its own digest, so nothing need be undone here.
    ended = {"ended_by": actor.name, "ended_at": now}
    return case.file(case.one(CompetitiveRange).evolve(**ended))


def _down_to(places: dict[str, int], worst: int) -> list[str]:
    return [offeror for offeror, place in places.items() if place <= worst]


@guard(rule="range_is_ranked", id="G67")
def range_is_ranked(case: CaseFile, form: SetRange) -> Objection | None:
    """The range is made of ranked offers, from the first down; whoever is passed over is named."""
    places = scoring.places(case)
    unknown = [offeror for offeror in form.offerors if offeror not in places]
    worst = max((places[offeror] for offeror in form.offerors if offeror in places), default=FEWEST)
    said = form.reason.casefold()
    skipped = [
        each
        for each in _down_to(places, worst)
        if each not in form.offerors and each.casefold() not in said
    ]
    if not unknown and not skipped:
        return None
    wrong = [f"not among the ranked offers: {', '.join(unknown)}"] if unknown else []
    if skipped:
        wrong.append(f"passed over without a word in the reason: {', '.join(skipped)}")
    fields = {"offerors": _down_to(places, worst), "reason": form.reason}
    return Objection(
        says="; ".join(wrong),
        facts={"offerors": form.offerors, "ranks": places, "passed_over": skipped},
        clears=(Clears("set_range", fields=fields) if places else Clears("rank_offers"),),
    )


@guard(rule="range_of_one", id="G68")
def range_of_one(case: CaseFile, form: SetRange) -> Objection | None:
    """Talks with one offeror alone, where others were ranked, are decided and explained first."""
    places = scoring.places(case)
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
    return (f"supplier:{offeror}" for offeror in case.one(CompetitiveRange).offerors)


@audience
def out_of_range(case: CaseFile) -> Iterable[str]:
    return (f"supplier:{each}" for each in case.one(CompetitiveRange).left_out)


@audience
def officers() -> Iterable[str]:
    return ("role:officer",)


@duty("end_negotiation")
def owes_end_of_talks(case: CaseFile) -> Iterable[Owed]:
    kept = case.one(CompetitiveRange)
    rounds = [
        bafo_request
        for bafo_request in case.all(BafoRequest)
        if bafo_request.range_number == kept.number
    ]
    if rounds and case.get(BafoOpening, str(rounds[-1].number)):
        yield Owed("role:officer", "end the negotiation, so that the offers are ranked anew")

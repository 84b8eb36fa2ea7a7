"""Whether there is anything to protest: something decided, and a law that hears a protest of it."""

from datetime import datetime
from typing import get_args

from solicitation_flow import scoring
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.protests.examining import Attempt
from solicitation_flow.phases.protests.filing import SUPPLIER, FileProtest, file_protest, newest_of
from solicitation_flow.phases.protests.windows import NO_PROTEST, announced_lots
from solicitation_flow.records.offers import OfferKey
from solicitation_flow.records.protests import Against
from solicitation_flow.rulebook import Clears, Objection, guard


@guard(rule="protest_window", id="G82")
def something_to_protest(case: CaseFile, now: datetime, law: Law, actor: Actor) -> Objection | None:
    """A protest is about something that was decided, and that its sender may protest."""
    if SUPPLIER not in actor.roles:
        return None
    for lot in announced_lots(case) or scoring.lots(case):
        for against in get_args(Against):
            attempt = Attempt(case, now, law, OfferKey.of(lot, actor.party), against)
            if _no_target(attempt) is None:
                return None
    return Objection(
        says=f"there is nothing that {actor.party} could protest now",
        facts={"protester": actor.party},
    )


@guard(rule="protest_terms", id="G82")
def terms_protestable(
    case: CaseFile, form: FileProtest, now: datetime, law: Law, actor: Actor
) -> Objection | None:
    """The terms of a solicitation are protested only where the law hears a protest of them."""
    return _refused("solicitation", case, form, now, law, actor)


@guard(rule="protest_finding", id="G82")
def finding_protestable(
    case: CaseFile, form: FileProtest, now: datetime, law: Law, actor: Actor
) -> Objection | None:
    """A finding is protested by the firm it is about, where the law hears a protest of it."""
    return _refused("finding", case, form, now, law, actor)


@guard(rule="protest_window", id="G82")
def award_protestable(
    case: CaseFile, form: FileProtest, now: datetime, law: Law, actor: Actor
) -> Objection | None:
    """An award is protested once it is announced."""
    return _refused("award", case, form, now, law, actor)


@guard(rule="protest_in_order", id="G82")
def protest_in_order(
    case: CaseFile, form: FileProtest, now: datetime, law: Law, actor: Actor
) -> Objection | None:
    """A protest comes in time and whole, from whom the law gives one, on a ground it hears."""
    protest = newest_of(file_protest(case, form, now, law, actor), actor.party)
    if protest.heard or not law.rule("protest_in_order").known:
        return None  # no protest is refused for it: where no rule lets this warn, letters say it
    wrong = [*protest.wrong, *[f"missing: {part}" for part in protest.lacks]]
    over = ""
    if "late" in protest.defects and protest.window_over:
        over = f" (it ended {law.spoken(protest.window_over)})"
    return Objection(
        says=f"it is kept with its time, but nothing waits for it: {'; '.join(wrong)}{over}; it is "
        "dismissed in writing, unless it is accepted for cause",
        facts={"defects": protest.defects, "lacks": protest.lacks},
    )


def _refused(
    against: Against, case: CaseFile, form: FileProtest, now: datetime, law: Law, actor: Actor
) -> Objection | None:
    """Return what is said against such a protest, and what else its sender may do."""
    if form.against != against:
        return None
    offer = OfferKey.of(form.lot, actor.party)
    objection = _no_target(Attempt(case, now, law, offer, against))
    if objection is None or objection.clears:
        return objection
    for other in ("finding", "award", "solicitation"):
        if other != against and _no_target(Attempt(case, now, law, offer, other)) is None:
            clears = Clears("file_protest", fields={"against": other}, who=actor.party)
            return objection._replace(clears=(clears,))
    return objection


def _no_target(attempt: Attempt) -> Objection | None:
    """Return why there is nothing to protest, however early or late it is."""
    facts: dict[str, object] = {"against": attempt.against, "protester": attempt.party}
    if attempt.against == "award" and attempt.intent is None:
        says = "no award has been announced that could be protested: wait until one is"
        return Objection(says, facts)
    if attempt.against == "finding":
        if attempt.found is None:
            says = f"nothing was found against {attempt.party} that it could protest"
            return Objection(says, facts)
        facts |= {"finding": attempt.found[0], "found_at": attempt.found[1]}
    rule, law = attempt.rule, attempt.law
    if rule.mode not in NO_PROTEST:
        return None
    facts["rule"] = rule.name
    if attempt.against == "solicitation":
        says = f"the rules here know no protest against a solicitation's terms ({law.title})"
        return Objection(f"{says}: ask a question instead", facts)
    says = f"the rules here know no protest of {attempt.what} ({law.title})"
    if rule.mode == "rebuttal":
        return Objection(f"{says}: send a rebuttal instead", facts, (_rebuttal(attempt),))
    return Objection(f"{says}: what is left is {rule.forum or 'the courts'}", facts)


def _rebuttal(attempt: Attempt) -> Clears:
    return Clears("submit_rebuttal", who=attempt.party)

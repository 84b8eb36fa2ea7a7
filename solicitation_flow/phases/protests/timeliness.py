"""Whether a protest comes in time: of the terms, of one's own finding, of the award."""

from dataclasses import dataclass
from datetime import datetime

from solicitation_flow import scoring
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.protests.filing import SUPPLIER, FileProtest
from solicitation_flow.phases.protests.findings import newest
from solicitation_flow.phases.protests.windows import (
    announced,
    announced_lots,
    begun_at,
    opened_at,
    runs_with_file,
)
from solicitation_flow.phrases import not_known
from solicitation_flow.records.offers import OfferKey
from solicitation_flow.records.protests import FOUND, Against
from solicitation_flow.rulebook import Clears, Objection, guard


@dataclass(frozen=True, slots=True)
class Asked:
    """Who would protest, when, and by which rules."""

    case: CaseFile
    now: datetime
    law: Law
    offer: OfferKey

    @property
    def party(self) -> str:
        """Who would protest."""
        return self.offer.offeror


@guard(rule="protest_window", id="G82")
def something_to_protest(case: CaseFile, now: datetime, law: Law, actor: Actor) -> Objection | None:
    """A protest is filed while there is something that its sender can still protest."""
    objections = []
    for lot in announced_lots(case) or scoring.lots(case):
        asked = Asked(case, now, law, OfferKey.of(lot, actor.party))
        objections += [weighed(asked) for weighed in _WEIGHED.values()]
    if SUPPLIER not in actor.roles or any(
        objection is None or objection.unknown for objection in objections
    ):
        return None
    return Objection(
        says=f"there is nothing that {actor.party} could protest now",
        facts={"protester": actor.party},
    )


@guard(rule="protest_terms", id="G82")
def defect_protested_in_time(
    case: CaseFile, form: FileProtest, now: datetime, law: Law, actor: Actor
) -> Objection | None:
    """What can be seen to be wrong in a solicitation is protested before proposals are due."""
    return _weighed(form, "solicitation", Asked(case, now, law, OfferKey.of(form.lot, actor.party)))


@guard(rule="protest_window", id="G82")
def finding_protested_in_time(
    case: CaseFile, form: FileProtest, now: datetime, law: Law, actor: Actor
) -> Objection | None:
    """What was found of a firm's own proposal is protested by that firm, in the time there is."""
    return _weighed(form, "finding", Asked(case, now, law, OfferKey.of(form.lot, actor.party)))


@guard(rule="protest_window", id="G82")
def protest_timely(
    case: CaseFile, form: FileProtest, now: datetime, law: Law, actor: Actor
) -> Objection | None:
    """An award is protested once it is announced, and within the time the rules give."""
    return _weighed(form, "award", Asked(case, now, law, OfferKey.of(form.lot, actor.party)))


def _weighed(form: FileProtest, against: Against, asked: Asked) -> Objection | None:
    """Return what is said against such a protest, and which other one would be in time."""
    objection = None
    if form.against == against:
        objection = _WEIGHED[against](asked)
    if objection is None:
        return None
    others = (each for each in _WEIGHED if each != against and _WEIGHED[each](asked) is None)
    instead = next(others, None)
    if instead is None:
        return objection
    other = Clears("file_protest", fields={"against": instead}, who=asked.party)
    return objection._replace(clears=(other,))


def _terms(asked: Asked) -> Objection | None:
    rule, due = asked.law.rule("protest_terms"), asked.case.deadline("proposals_due")
    facts: dict[str, object] = {"against": "solicitation", "protester": asked.party}
    facts["due"] = due.due_at if due else None
    if rule.mode == "none":
        says = f"the rules here know no protest against a solicitation's terms ({asked.law.title})"
        return Objection(f"{says}: ask a question instead", facts)
    if due is None or asked.now < due.fires_at:
        return None
    if not rule.known:
        return not_known("until when a solicitation's terms can be protested", asked.law, facts)
    return Objection(
        says="the terms could be protested until proposals were due, "
        f"{asked.law.spoken(due.due_at)}, and nothing reopens that time",
        facts=facts,
    )


def _award(asked: Asked) -> Objection | None:
    intent = announced(asked.case, asked.offer.lot)
    facts = {"against": "award", "protester": asked.party}
    if intent is None:
        says = "no award has been announced that could be protested: wait until one is"
        return Objection(says, facts)
    return _window(
        asked, begun_at(asked.case, asked.law, asked.offer.lot), {**facts, "intent": intent.number}
    )


def _finding(asked: Asked) -> Objection | None:
    found = newest(asked.case, asked.offer)
    facts: dict[str, object] = {"against": "finding", "protester": asked.party}
    if found is None:
        return Objection(f"nothing was found against {asked.party} that it could protest", facts)
    kind, at = found
    facts |= {"finding": kind, "found_at": at}
    if kind == "rejected":
        return not_known("whether an end without an award can be protested", asked.law, facts)
    if runs_with_file(asked.law):
        begun = opened_at(asked.case)
    else:
        begun = at
    return _window(asked, begun, facts, f"the finding {FOUND[kind]}")


def _window(
    asked: Asked, begun: datetime | None, facts: dict[str, object], what: str = "an award"
) -> Objection | None:
    """Return whether the one window there is to protest is over, counted from its beginning."""
    rule = asked.law.rule("protest_window")
    if begun is None:
        return None  # the window has not begun, and nothing is too early
    over = asked.law.window_end(rule, begun)
    facts |= {"since": begun, "over": over, "required": rule.in_words}
    if over is None:
        return not_known(f"how long there is to protest {what}", asked.law, facts)
    if asked.now < over:
        return None
    return Objection(
        says=f"there were {rule.in_words} to protest, and they ended {asked.law.spoken(over)}; "
        "nothing reopens them",
        facts=facts,
    )


_WEIGHED = {"finding": _finding, "award": _award, "solicitation": _terms}

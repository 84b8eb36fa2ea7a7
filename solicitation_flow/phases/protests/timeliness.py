"""The time limits of a protest of the terms, of one's own finding, of the award."""

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
class Attempt:
    """An attempt to protest: whose, when, and by which rules."""

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
    """A protest is filed only while something can still be protested by its sender."""
    if SUPPLIER not in actor.roles:
        return None
    for lot in announced_lots(case) or scoring.lots(case):
        attempt = Attempt(case, now, law, OfferKey.of(lot, actor.party))
        for examine in _EXAMINATIONS.values():
            objection = examine(attempt)
            if objection is None or objection.unknown:
                return None
    return Objection(
        says=f"there is nothing that {actor.party} could protest now",
        facts={"protester": actor.party},
    )


@guard(rule="protest_terms", id="G82")
def defect_protested_in_time(
    case: CaseFile, form: FileProtest, now: datetime, law: Law, actor: Actor
) -> Objection | None:
    """A defect apparent in the solicitation is protested before proposals are due."""
    return _examine(
        form, "solicitation", Attempt(case, now, law, OfferKey.of(form.lot, actor.party))
    )


@guard(rule="protest_window", id="G82")
def finding_protested_in_time(
    case: CaseFile, form: FileProtest, now: datetime, law: Law, actor: Actor
) -> Objection | None:
    """A finding about an offer is protested by its offeror within the time allowed."""
    offer = OfferKey.of(form.lot, actor.party)
    return _examine(form, "finding", Attempt(case, now, law, offer))


@guard(rule="protest_window", id="G82")
def protest_timely(
    case: CaseFile, form: FileProtest, now: datetime, law: Law, actor: Actor
) -> Objection | None:
    """An award is protested after it is announced and within the time allowed."""
    offer = OfferKey.of(form.lot, actor.party)
    return _examine(form, "award", Attempt(case, now, law, offer))


def _examine(form: FileProtest, against: Against, attempt: Attempt) -> Objection | None:
    """Return what is said against such a protest, and which other one would be in time."""
    if form.against != against:
        return None
    objection = _EXAMINATIONS[against](attempt)
    if objection is None:
        return None
    for other, examine in _EXAMINATIONS.items():
        if other != against and examine(attempt) is None:
            clears = Clears("file_protest", fields={"against": other}, who=attempt.party)
            return objection._replace(clears=(clears,))
    return objection


def _terms(attempt: Attempt) -> Objection | None:
    rule, due = attempt.law.rule("protest_terms"), attempt.case.deadline("proposals_due")
    facts: dict[str, object] = {"against": "solicitation", "protester": attempt.party}
    facts["due"] = due.due_at if due else None
    if rule.mode == "none":
        says = (
            f"the rules here know no protest against a solicitation's terms ({attempt.law.title})"
        )
        return Objection(f"{says}: ask a question instead", facts)
    if due is None or attempt.now < due.fires_at:
        return None
    if not rule.known:
        return not_known("until when a solicitation's terms can be protested", attempt.law, facts)
    return Objection(
        says="the terms could be protested until proposals were due, "
        f"{attempt.law.spoken(due.due_at)}, and nothing reopens that time",
        facts=facts,
    )


def _award(attempt: Attempt) -> Objection | None:
    intent = announced(attempt.case, attempt.offer.lot)
    facts = {"against": "award", "protester": attempt.party}
    if intent is None:
        says = "no award has been announced that could be protested: wait until one is"
        return Objection(says, facts)
    return _window(
        attempt,
        begun_at(attempt.case, attempt.law, attempt.offer.lot),
        {**facts, "intent": intent.number},
    )


def _finding(attempt: Attempt) -> Objection | None:
    newest_finding = newest(attempt.case, attempt.offer)
    facts: dict[str, object] = {"against": "finding", "protester": attempt.party}
    if newest_finding is None:
        return Objection(f"nothing was found against {attempt.party} that it could protest", facts)
    kind, at = newest_finding
    facts |= {"finding": kind, "found_at": at}
    if kind == "rejected":
        return not_known("whether an end without an award can be protested", attempt.law, facts)
    if runs_with_file(attempt.law):
        begun = opened_at(attempt.case)
    else:
        begun = at
    return _window(attempt, begun, facts, f"the finding {FOUND[kind]}")


def _window(
    attempt: Attempt, begun: datetime | None, facts: dict[str, object], what: str = "an award"
) -> Objection | None:
    """Return whether the one window there is to protest is over, counted from its beginning."""
    rule = attempt.law.rule("protest_window")
    if begun is None:
        return None  # the window has not begun, and nothing is too early
    over = attempt.law.window_end(rule, begun)
    facts |= {"since": begun, "over": over, "required": rule.in_words}
    if over is None:
        return not_known(f"how long there is to protest {what}", attempt.law, facts)
    if attempt.now < over:
        return None
    return Objection(
        says=f"there were {rule.in_words} to protest, and they ended {attempt.law.spoken(over)}; "
        "nothing reopens them",
        facts=facts,
    )


_EXAMINATIONS = {"finding": _finding, "award": _award, "solicitation": _terms}

"""What is wrong with a protest as it is filed: late, not whole, without standing, ground barred."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple

from solicitation_flow.casefile import CaseFile
from solicitation_flow.jurisdiction import Law, Rule
from solicitation_flow.phases.protests.findings import newest
from solicitation_flow.phases.protests.windows import (
    TOLD,
    FilingTime,
    announced,
    award_events,
    events_of,
    filing_time,
    rule_of,
    terms_events,
)
from solicitation_flow.records.award import Intent
from solicitation_flow.records.negotiation import CompetitiveRange
from solicitation_flow.records.offers import OfferKey, about
from solicitation_flow.records.protests import FOUND, Against, Defect, Finding, Ground
from solicitation_flow.records.responses import Opening, Proposal

RESPONSIBILITY: Final[Ground] = "responsibility"
_NOT_RESPONSIBLE = re.compile(r"\b(?:not|non|ir)[\s-]*(?:an?\s+)?responsib\w*", re.IGNORECASE)
"""Words by which a protest says, where it names no ground, that a firm cannot perform."""

GONE: Final = frozenset({"withdrawn", "superseded"})


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt to protest: whose, when, against what, and by which rules."""

    case: CaseFile
    now: datetime
    law: Law
    offer: OfferKey
    against: Against

    @property
    def party(self) -> str:
        """Who would protest."""
        return self.offer.offeror

    @property
    def intent(self) -> Intent | None:
        """The intent to award that would be protested."""
        if self.against == "award":
            return announced(self.case, self.offer.lot)
        return None

    @property
    def found(self) -> tuple[Finding, datetime] | None:
        """The finding that would be protested, and when it was told."""
        if self.against == "finding":
            return newest(self.case, self.offer)
        return None

    @property
    def rule(self) -> Rule:
        """The rule by which it is in time, or is none at all."""
        finding = self.found[0] if self.found else None
        return rule_of(self.law, self.against, finding)

    @property
    def what(self) -> str:
        """In words what would be protested."""
        if self.against == "solicitation":
            return "the terms of a solicitation"
        if self.found:
            return f"the finding {FOUND[self.found[0]]}"
        return "an award"


class Examined(NamedTuple):
    """What an examination found: defects, what the rules do not say, and when the time ended."""

    defects: tuple[Defect, ...]
    in_question: str
    over: datetime | None


def events(attempt: Attempt) -> dict[str, datetime]:
    """Return what has happened that the time of an attempt to protest may run from."""
    if attempt.against == "solicitation":
        return terms_events(attempt.case, attempt.offer)
    if attempt.against == "award":
        return award_events(attempt.case, attempt.offer)
    happened = events_of(attempt.case, attempt.offer)
    if attempt.found:
        happened |= dict.fromkeys(TOLD, attempt.found[1])
    return happened


def time_of(attempt: Attempt) -> FilingTime:
    """Return when an attempt to protest comes too late."""
    due = None
    closing = attempt.case.deadline("proposals_due")
    if closing and attempt.against == "solicitation":
        due = closing.fires_at
    return filing_time(attempt.law, attempt.rule, events(attempt), due)


def examine(attempt: Attempt, ground: Ground | None, words: str) -> Examined:
    """Return what is wrong with a protest, apart from what it leaves out."""
    defects: list[Defect] = []
    in_question = ""
    time = time_of(attempt)
    if not time.known:
        in_question = (
            f"how long there is to protest {attempt.what} is not known here ({attempt.law.title})"
        )
    elif time.over is not None and attempt.now >= time.over:
        defects.append("late")
    if not has_standing(attempt):
        defects.append("standing")
    if on_barred_ground(attempt.rule, ground, words):
        defects.append("barred_ground")
    return Examined(tuple(defects), in_question, time.over)


def has_standing(attempt: Attempt) -> bool:
    """Return whether the law gives this firm a protest; where it says nothing, it does."""
    standing = attempt.rule.standing
    if not standing:
        return True
    intent = attempt.intent
    wins = intent is not None and attempt.party in intent.winners
    if wins and not attempt.rule.winner_has_standing:
        return False
    if "any" in standing or attempt.against == "finding":
        return True
    if attempt.against == "solicitation":
        return bool({"prospective_offeror", "interested_party"}.intersection(standing))
    sent = about(attempt.offer, attempt.case.all(Proposal))
    return any(proposal.status not in GONE for proposal in sent)


def on_barred_ground(rule: Rule, ground: Ground | None, words: str) -> bool:
    """Return whether a protest rests on what the law hears no protest of."""
    if ground is not None:
        return ground in rule.barred_grounds
    barred = RESPONSIBILITY in rule.barred_grounds
    return barred and _NOT_RESPONSIBLE.search(words) is not None


def phase_of(case: CaseFile, now: datetime) -> str:
    """Return how far a procurement has come, by what has happened in it."""
    due = case.deadline("proposals_due")
    if case.all(Intent):
        return "award"
    if case.all(CompetitiveRange):
        return "negotiation"
    if case.get(Opening):
        return "evaluation"
    if due is not None and now >= due.fires_at:
        return "responses"
    return "issuance"

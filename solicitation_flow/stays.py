"""Which step of a procurement waits for a protest or an appeal, by the law or by a written stay."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from solicitation_flow.casefile import CaseFile
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phrases import listed, name_protests, not_known
from solicitation_flow.records.protests import (
    PHASES,
    STEPS,
    Appeal,
    Protest,
    StayDecision,
    Step,
)
from solicitation_flow.rulebook import Clears, Objection

USUAL: Final[tuple[Step, ...]] = ("award", "execute")
"""What a stay covers where the law does not say."""
APPROVER: Final = "approver"


class Held(NamedTuple):
    """What a step waits for: protests stopped by law, undecided, stayed in writing; and appeals."""

    by_law: list[Protest]
    undecided: list[Protest]
    not_known: list[Protest]
    in_writing: list[Protest]
    appeals: list[Appeal]

    @property
    def protests(self) -> list[Protest]:
        """Every protest the step waits for, in the order they were filed."""
        together = [*self.by_law, *self.undecided, *self.not_known, *self.in_writing]
        return sorted(together, key=lambda protest: protest.number)


def covered(law: Law) -> tuple[str, ...]:
    """Return which steps a stay covers under the law."""
    return law.rule("stay").covers or USUAL


def held(case: CaseFile, law: Law, step: Step) -> Held:
    """Return what a step of a procurement waits for."""
    waiting = Held([], [], [], [], [])
    rule = law.rule("stay")
    for protest in sorted(case.all(Protest), key=lambda protest: protest.number):
        decision = case.get(StayDecision, protest.key)
        if not protest.holds:
            continue
        if decision is not None:
            if decision.stays and step in decision.covers:
                waiting.in_writing.append(protest)
        elif step not in covered(law) or _before(protest, rule.from_phase) or rule.mode == "none":
            continue
        elif rule.mode == "automatic":
            waiting.by_law.append(protest)
        elif rule.mode is None:
            waiting.not_known.append(protest)
        else:
            waiting.undecided.append(protest)
    if step in covered(law):
        waiting.appeals.extend(appeal for appeal in case.all(Appeal) if appeal.holds)
    return waiting


def _before(protest: Protest, phase: str | None) -> bool:
    """Return whether a protest was filed before the phase from which the law stays for one."""
    if phase not in PHASES or protest.phase not in PHASES:
        return False
    return PHASES.index(protest.phase) < PHASES.index(phase)


def not_stayed(
    case: CaseFile, law: Law, step: Step, *, elsewhere: bool = False
) -> Objection | None:
    """Return why a step may not be taken now; `elsewhere` says that the protests are another's."""
    waiting, what = held(case, law, step), STEPS[step]
    number = case.number if elsewhere else ""
    facts = {
        "protests": [protest.number for protest in waiting.protests],
        "mode": law.rule("stay").mode,
    }
    if waiting.appeals:
        return _appealed(
            waiting.appeals, law, what, {**facts, "appeals": _numbers(waiting.appeals)}
        )
    clears = tuple(_deciding(waiting.protests, number))
    if waiting.in_writing:
        which = name_protests(waiting.in_writing)
        says = f"{what} is stayed in writing until {which} is decided, or the stay is lifted"
        return Objection(says, facts, clears)
    if waiting.by_law:
        which = name_protests(waiting.by_law)
        says = f"{what} waits for a decision on {which}, or a finding in writing that it goes on"
        return Objection(says, facts, clears)
    if waiting.not_known:
        which = name_protests(waiting.not_known)
        return not_known(f"whether {what} waits for {which}", law, facts, clears)
    if not waiting.undecided:
        return None
    which = name_protests(waiting.undecided)
    says = f"nobody has found in writing whether {what} goes on before a decision on {which}"
    return Objection(says, facts, (*_staying(waiting.undecided, number), *clears))


def _numbers(appeals: Iterable[Appeal]) -> list[int]:
    return [appeal.number for appeal in appeals]


def _appealed(
    appeals: list[Appeal], law: Law, what: str, facts: dict[str, object]
) -> Objection | None:
    """Return that a step waits for appeals or suits, or that it is not known whether it does."""
    which = listed([f"{appeal.what} {appeal.number} to {appeal.forum}" for appeal in appeals])
    if any(appeal.stays for appeal in appeals):
        says = f"{what} waits until {which} is ended, or found in writing not to stop it"
        number = {"appeal": appeals[0].number, "outcome": "...", "reference": "..."}
        return Objection(says, facts, (Clears("close_appeal", fields=number),))
    return not_known(f"whether {what} waits for {which}", law, facts)


def _deciding(protests: Iterable[Protest], case: str) -> Iterable[Clears]:
    for protest in protests:
        fields = {"protest": protest.number}
        yield Clears("decide_protest", fields=fields, case=case, role=APPROVER if case else "")


def _staying(protests: Iterable[Protest], case: str) -> Iterable[Clears]:
    for protest in protests:
        fields = {"protest": protest.number, "stays": "...", "reasons": "..."}
        yield Clears("decide_stay", fields=fields, case=case, role=APPROVER if case else "")

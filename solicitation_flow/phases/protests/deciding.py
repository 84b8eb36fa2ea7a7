"""Decisions on protests: by somebody impartial, with reasons, or by the agency's silence."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from solicitation_flow import scoring
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.protests.findings import finder
from solicitation_flow.phrases import name_protests, says_something
from solicitation_flow.records.award import Intent
from solicitation_flow.records.evaluation import ScoreSheet
from solicitation_flow.records.preparation import Committee
from solicitation_flow.records.protests import Outcome, Protest
from solicitation_flow.records.registers import Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

APPROVER = "approver"
DENIED = "denied"
MAY_TREAT_AS_DENIED = "may_treat_as_denied"
"""What silence may mean: the protester may go on as if its protest were denied."""


class DecideProtest(Form):
    """Decides a protest in writing, or records its withdrawal, and notifies the protester."""

    protest: int = ask("the number of the protest", 1)
    outcome: Outcome = ask(
        "denied, sustained, dismissed as late or not whole, or withdrawn by the protester", "denied"
    )
    facts: Text = ask("the facts found", "The price form of acme states 412,000.00 on page 3.")
    reasons: Text = ask(
        "why these facts decide it", "The price was read from the page the solicitation names."
    )
    remedy: Text | None = ask(
        "the remedy, if it is sustained",
        "The intent is withdrawn and the offers are ranked again.",
        default=None,
    )


class AboutProtest(Protocol):
    """Any form about one protest."""

    @property
    def protest(self) -> int:
        """Its number."""


@action
def decide_protest(case: CaseFile, form: DecideProtest, now: datetime, actor: Actor) -> CaseFile:
    protest = case.one(Protest, str(form.protest)).moved(form.outcome)
    decided = protest.evolve(
        decided_by=actor.name,
        decided_at=now,
        facts=form.facts,
        reasons=form.reasons,
        remedy=form.remedy or "",
    )
    case = case.file(decided)
    due = case.deadline("decision_due", protest.key)
    if due and due.status == "unmet":
        return case.meet("decision_due", protest.key)
    return case


@action
def deem_denied(case: CaseFile, now: datetime, law: Law, subject: str) -> CaseFile:
    """Where silence denies, the protest is denied; elsewhere its decision is overdue, and owed."""
    protest = case.one(Protest, subject)
    if silence_of(law) == DENIED:
        protest = protest.moved("deemed_denied").evolve(decided_at=now)
    return case.file(protest.evolve(overdue=True))


def silence_of(law: Law) -> str:
    """Return what it means that a protest was not decided in time."""
    rule = law.rule("protest_decision")
    if rule.silence is not None:
        return rule.silence
    if rule.mode == "deemed_denied":
        return DENIED
    return "none"


def waiting(case: CaseFile) -> list[Protest]:
    """Return the protests that await their decision, in the order they were filed."""
    undecided = [protest for protest in case.all(Protest) if protest.pending]
    return sorted(undecided, key=by_number)


def numbers_of(protests: Iterable[Protest]) -> list[int]:
    """Return the numbers of some protests."""
    return [protest.number for protest in protests]


def by_number(protest: Protest) -> int:
    """Return the number protests are put in order by."""
    return protest.number


def deciding(protests: Iterable[Protest]) -> tuple[Clears, ...]:
    """Return the decisions that would settle these protests."""
    return tuple(
        Clears("decide_protest", fields={"protest": protest.number}) for protest in protests
    )


@guard(rule="protest_pending", id="G85")
def some_protest_waits(case: CaseFile) -> Objection | None:
    """A decision is made only while a protest is undecided."""
    if waiting(case):
        return None
    filed = numbers_of(case.all(Protest))
    file_one = Clears("file_protest")
    return Objection("no protest is pending", {"filed": filed}, (file_one,))


@guard(rule="protest_pending", id="G85")
def protest_pending(case: CaseFile, form: AboutProtest) -> Objection | None:
    """A decision is about a protest that was filed and is not yet decided."""
    protest = case.get(Protest, str(form.protest))
    says, status = f"there is no protest {form.protest}", ""
    if protest:
        if protest.pending:
            return None
        status = protest.status.replace("_", " ")
        says = f"protest {form.protest} is {status}"
    undecided = waiting(case)
    numbers = numbers_of(undecided)
    listed = name_protests(undecided, "none, so nothing is left to decide")
    return Objection(
        says=f"{says}; undecided: {listed}",
        facts={"protest": form.protest, "status": status, "pending": numbers},
        clears=tuple(Clears(fields={"protest": number}) for number in numbers[:1]),
    )


@guard(rule="impartial_decider", id="G85")
def decider_is_impartial(case: CaseFile, actor: Actor) -> Objection | None:
    """A protest is decided by somebody who neither scored the offers nor announced the award."""
    did = []
    if _was_on_the_committee(case, actor):
        did.append("was on the committee that scored the offers")
    if actor.name in [intent.posted_by for intent in case.all(Intent)]:
        did.append("announced the award")
    if not did:
        return None
    return Objection(
        says=f"{actor.name} {' and '.join(did)}, so another approver decides the protest",
        facts={"decider": actor.name, "did": did},
        clears=deciding(waiting(case)[:1]),
    )


def _was_on_the_committee(case: CaseFile, actor: Actor) -> bool:
    committee = case.get(Committee)
    if committee and committee.chair == actor.name:
        return True
    if actor.name in scoring.voters(case):
        return True
    return actor.name in [sheet.evaluator for sheet in case.all(ScoreSheet)]


@guard(rule="impartial_decider", id="G85")
def finder_does_not_decide(case: CaseFile, form: DecideProtest, actor: Actor) -> Objection | None:
    """Whoever made a finding does not decide the protest against it."""
    protest = case.get(Protest, str(form.protest))
    if protest is None or finder(case, protest) != actor.name:
        return None
    return Objection(
        says=f"{actor.name} made {protest.target}, so another approver decides the protest",
        facts={"decider": actor.name, "finding": protest.finding},
        clears=deciding([protest]),
    )


@guard(rule="decision_reasoned", id="G85")
def decision_reasoned(form: DecideProtest) -> Objection | None:
    """A decision states the facts, the reasons and, if the protest is sustained, the remedy."""
    stated = {"facts": form.facts, "reasons": form.reasons}
    missing = []
    fields: dict[str, object] = {}
    for name, words in stated.items():
        if not says_something(words):
            missing.append(f"{name} {words!r} say nothing")
            fields[name] = f"({name}, as the file shows them)"
    if form.outcome == "sustained" and form.remedy is None:
        missing.append("a protest that is sustained needs its remedy")
        fields["remedy"] = "(what is done about it)"
    if not missing:
        return None
    return Objection(
        says="; ".join(missing),
        facts={"outcome": form.outcome, **stated, "remedy": form.remedy},
        clears=(Clears("decide_protest", fields={"protest": form.protest, **fields}),),
    )


@guard(rule="protest_decision", id="G85")
def silence_denies(law: Law) -> Objection | None:
    """A protest is deemed denied only where the rules say so and the time to decide is over."""
    silence = silence_of(law)
    if silence == DENIED:
        return None
    return Objection(
        says=f"a protest is not deemed denied for lack of a decision here ({law.title}): "
        "its decision is overdue",
        facts={"silence": silence},
    )


@guard(rule="protests_decided", id="G85")
def no_protest_pending(case: CaseFile) -> Objection | None:
    """A file is closed only when every protest in it is decided."""
    left = waiting(case)
    if not left:
        return None
    return Objection(
        says=f"not decided yet: {name_protests(left)}",
        facts={"pending": numbers_of(left)},
        clears=deciding(left),
    )


@duty("decide_protest")
def owes_decisions(case: CaseFile) -> Iterable[Owed]:
    for protest in waiting(case):
        late = ""
        if protest.overdue:
            late = ", which is overdue"
        task = f"decide {name_protests([protest])}{late}"
        yield Owed("role:approver", task, protest.decision_due)

"""A protest is decided: by somebody impartial, with reasons, or by the silence of the agency."""

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


class DecideProtest(Form):
    """Decides a protest in writing, or records that it was withdrawn; the protester is told."""

    protest: int = ask("the number of the protest", 1)
    outcome: Outcome = ask("denied, sustained, or withdrawn by the protester", "denied")
    facts: Text = ask("what was found", "The price form of acme states 412,000.00 on page 3.")
    reasons: Text = ask(
        "why this decides it", "The price was read from the page the solicitation names."
    )
    remedy: Text | None = ask(
        "what is done about it, where it is sustained",
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
    said = {
        "decided_by": actor.name,
        "decided_at": now,
        "facts": form.facts,
        "reasons": form.reasons,
        "remedy": form.remedy or "",
    }
    protest = case.one(Protest, str(form.protest)).moved(form.outcome)
    case = case.file(protest.evolve(**said))
    due = case.deadline("decision_due", protest.key)
    if due and due.status == "unmet":
        return case.meet("decision_due", protest.key)
    return case


@action
def deem_denied(case: CaseFile, now: datetime, law: Law, subject: str) -> CaseFile:
    """Where silence denies, the protest is denied; elsewhere its decision is overdue, and owed."""
    protest = case.one(Protest, subject)
    if law.rule("protest_decision").mode == "deemed_denied":
        protest = protest.moved("deemed_denied").evolve(decided_at=now)
    return case.file(protest.evolve(overdue=True))


def waiting(case: CaseFile) -> list[Protest]:
    """Return the protests that await their decision, in the order they were filed."""
    undecided = (protest for protest in case.all(Protest) if protest.pending)
    return sorted(undecided, key=lambda each: each.number)


def deciding(protests: Iterable[Protest]) -> tuple[Clears, ...]:
    """Return the decisions that would settle these protests."""
    return tuple(
        Clears("decide_protest", fields={"protest": protest.number}) for protest in protests
    )


@guard(rule="protest_pending", id="G85")
def some_protest_waits(case: CaseFile) -> Objection | None:
    """There is something to decide only while a protest waits for it."""
    if waiting(case):
        return None
    filed = [protest.number for protest in case.all(Protest)]
    file_one = Clears("file_protest")
    return Objection("no protest waits for a decision", {"filed": filed}, (file_one,))


@guard(rule="protest_pending", id="G85")
def protest_pending(case: CaseFile, form: AboutProtest) -> Objection | None:
    """A decision is about a protest that was filed and is not decided yet."""
    protest, left = case.get(Protest, str(form.protest)), waiting(case)
    if protest and protest.pending:
        return None
    status = ""
    if protest:
        status = protest.status.replace("_", " ")
    named = f"protest {form.protest}"
    if protest:
        says = f"{named} is {status}"
    else:
        says = f"there is no {named}"
    return Objection(
        says=f"{says}; undecided: {name_protests(left, 'none, so nothing is left to decide')}",
        facts={"protest": form.protest, "status": status, "pending": [e.number for e in left]},
        clears=tuple(Clears(fields={"protest": each.number}) for each in left[:1]),
    )


@guard(rule="impartial_decider", id="G85")
def decider_is_impartial(case: CaseFile, actor: Actor) -> Objection | None:
    """A protest is decided by somebody who neither scored the offers nor announced the award."""
    committee = case.get(Committee)
    judged = {
        *scoring.voters(case),
        *(score_sheet.evaluator for score_sheet in case.all(ScoreSheet)),
    }
    judged |= {committee.chair} if committee and committee.chair else set()
    did = []
    if actor.name in judged:
        did.append("was on the committee that scored the offers")
    if any(intent.posted_by == actor.name for intent in case.all(Intent)):
        did.append("announced the award")
    if not did:
        return None
    return Objection(
        says=f"{actor.name} {' and '.join(did)}, so another approver decides the protest",
        facts={"decider": actor.name, "did": did},
        clears=deciding(waiting(case)[:1]),
    )


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
    """A decision states the facts found and the reasons, and if it sustains, what is done."""
    said = {"facts": form.facts, "reasons": form.reasons}
    thin = {name: words for name, words in said.items() if not says_something(words)}
    missing = [f"{name} {words!r} say nothing" for name, words in thin.items()]
    fields = {name: f"({name}, as the file shows them)" for name in thin}
    if form.outcome == "sustained" and form.remedy is None:
        missing.append("a protest that is sustained needs its remedy")
        fields["remedy"] = "(what is done about it)"
    if not missing:
        return None
    return Objection(
        says="; ".join(missing),
        facts={"outcome": form.outcome, **said, "remedy": form.remedy},
        clears=(Clears("decide_protest", fields={"protest": form.protest, **fields}),),
    )


@guard(rule="protest_decision", id="G85")
def silence_denies(law: Law) -> Objection | None:
    """Where the rules say so, a protest not decided in time is denied by silence."""
    if law.rule("protest_decision").mode == "deemed_denied":
        return None
    return Objection(
        says=f"silence denies no protest here ({law.title}): its decision is overdue",
        facts={"mode": law.rule("protest_decision").mode},
    )


@guard(rule="protests_decided", id="G85")
def no_protest_pending(case: CaseFile) -> Objection | None:
    """A file is closed only when every protest in it is decided."""
    left = waiting(case)
    if not left:
        return None
    return Objection(
        says=f"not decided yet: {name_protests(left)}",
        facts={"pending": [protest.number for protest in left]},
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

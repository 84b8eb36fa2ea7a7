"""Protests that came late or incomplete: accepted for cause in writing, or else dismissed."""

from datetime import datetime

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.protests.deciding import DecideProtest
from solicitation_flow.phases.protests.windows import rule_of
from solicitation_flow.phrases import listed, not_known, says_something
from solicitation_flow.records.award import Ending
from solicitation_flow.records.protests import DEFECTS, MENDABLE, Protest
from solicitation_flow.records.registers import Text
from solicitation_flow.rulebook import Clears, Objection, action, guard


class AcceptProtest(Form):
    """Accepts a protest that came late or incomplete, for a cause found in writing."""

    protest: int = ask("the number of the protest", 1)
    cause: Text = ask(
        "the cause found, in writing",
        "The portal was down from 15:00 until midnight on the last day.",
    )


@action
def accept_protest(
    case: CaseFile, form: AcceptProtest, now: datetime, law: Law, actor: Actor
) -> CaseFile:
    """Accept it; the time to decide runs from now."""
    until = law.window_end("protest_decision", now)
    protest = case.one(Protest, str(form.protest)).evolve(
        accepted_by=actor.name,
        accepted_at=now,
        accepted_because=form.cause,
        decision_due=until,
        overdue=False,
    )
    case = case.file(protest)
    if until is None or case.get(Ending):
        return case
    return case.start("decision_due", until, subject=protest.key, printed=law.spoken(until))


@guard(rule="protest_defects", id="G81")
def acceptance_is_possible(case: CaseFile, form: AcceptProtest, law: Law) -> Objection | None:
    """A protest is accepted in spite of a defect only for cause, where the law allows it."""
    protest = case.get(Protest, str(form.protest))
    if protest is None or not protest.pending:
        return None  # another guard says so
    facts = {"protest": protest.number, "defects": list(protest.defects)}
    if protest.heard:
        return Objection(f"nothing is wrong with protest {protest.number} as it was filed", facts)
    lasting = [DEFECTS[defect] for defect in protest.defects if defect not in MENDABLE]
    if lasting:
        return Objection(
            says=f"{listed(lasting)}, and no cause mends that: dismiss it in writing",
            facts=facts,
            clears=(_decide(protest),),
        )
    if not says_something(form.cause):
        fields = {"protest": protest.number, "cause": "(what kept it from being in time, or whole)"}
        return Objection(
            f"{form.cause!r} states no cause",
            {**facts, "cause": form.cause},
            (Clears(fields=fields),),
        )
    return _lateness(protest, law, facts)


def _lateness(protest: Protest, law: Law, facts: dict[str, object]) -> Objection | None:
    """Return whether the law lets a late protest in at all."""
    if not {"late", "late_petition"}.intersection(protest.defects):
        return None
    late = rule_of(law, protest.against, protest.finding).late
    facts["late"] = late
    if late == "determination":
        return None
    if late is None:
        return not_known("whether a late protest can be heard for cause", law, facts)
    return Objection(
        says=f"the rules here hear no late protest ({law.title}): dismiss it in writing",
        facts=facts,
        clears=(_decide(protest),),
    )


@guard(rule="protest_defects", id="G81")
def outcome_fits(case: CaseFile, form: DecideProtest) -> Objection | None:
    """A protest that is late or not whole is dismissed, unless it was accepted; no other is."""
    protest = case.get(Protest, str(form.protest))
    if protest is None or form.outcome == "withdrawn":
        return None
    facts = {
        "protest": protest.number,
        "outcome": form.outcome,
        "defects": list(protest.defects),
        "accepted": protest.accepted_at,
    }
    if form.outcome == "dismissed":
        if not protest.heard or protest.in_question or protest.noticed_only:
            return None
        return Objection(
            says=f"nothing is wrong with protest {protest.number} as it was filed: "
            "decide it on its merits",
            facts=facts,
            clears=(_decide(protest, "..."),),
        )
    if protest.heard:
        return None
    clears = [_decide(protest)]
    if MENDABLE.issuperset(protest.defects):
        clears.append(Clears("accept_protest", fields={"protest": protest.number, "cause": "..."}))
    return Objection(
        says=f"protest {protest.number} is not heard on its merits: {listed(protest.wrong)}; "
        "dismiss it, or accept it first for cause",
        facts=facts,
        clears=tuple(clears),
    )


def _decide(protest: Protest, outcome: str = "dismissed") -> Clears:
    fields = {"protest": protest.number, "outcome": outcome, "facts": "...", "reasons": "..."}
    return Clears("decide_protest", fields=fields)

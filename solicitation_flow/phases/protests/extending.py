"""More time to decide a protest: granted by whom the law names, for no longer than it says."""

from datetime import datetime, timedelta

from solicitation_flow.casefile import CaseFile
from solicitation_flow.forms import Form, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.jurisdiction.figures import Extension
from solicitation_flow.phrases import not_known, says_something
from solicitation_flow.records.protests import Days, Protest
from solicitation_flow.records.registers import Line, Text
from solicitation_flow.rulebook import Clears, Objection, action, guard
from solicitation_flow.workdays import Length, length_end

MOMENT = timedelta(microseconds=1)


class ExtendDecision(Form):
    """Records that the time to decide a protest was extended."""

    protest: int = ask("the number of the protest", 1)
    days: Days = ask("by how many days", 30)
    granted_by: Line = ask("the office of whoever granted it", "director")
    reasons: Text = ask(
        "why, as it was granted", "The protest turns on samples that a laboratory is still testing."
    )


@action
def extend_decision(case: CaseFile, form: ExtendDecision, now: datetime, law: Law) -> CaseFile:
    """Lengthen the time to decide; where none is known, a determination let it run from now."""
    protest = case.one(Protest, str(form.protest))
    until = extended(protest.decision_due or now, form.days, law)
    protest = protest.evolve(
        decision_due=until, extended_by=form.granted_by, extended_because=form.reasons
    )
    case = case.file(protest)
    if case.deadline("decision_due", protest.key) is None:
        return case  # the case has ended, and the clock decides nothing in it
    return case.start("decision_due", until, subject=protest.key, printed=law.spoken(until))


def extended(due: datetime, days: int, law: Law) -> datetime:
    """Return when the time to decide is over once it is so many days longer."""
    count = law.rule("protest_decision").count
    return length_end(due - MOMENT, Length(days, count=count), law.calendar)


@guard(rule="protest_decision", id="G85")
def extension_is_granted(case: CaseFile, form: ExtendDecision, law: Law) -> Objection | None:
    """The time to decide is extended once, in time, by whom the law names and no longer."""
    protest, allowed = case.get(Protest, str(form.protest)), law.rule("protest_decision").extension
    facts: dict[str, object] = {"protest": form.protest, "days": form.days, "by": form.granted_by}
    if protest is None:
        return None  # another guard says so
    if protest.decision_due is None:
        return Objection("no time to decide it is known that could be extended", facts)
    if protest.extended_by:
        return Objection(f"it was extended already, by the {protest.extended_by}", facts)
    if protest.overdue:
        return Objection("its time to decide is over already, and cannot be extended", facts)
    if allowed is None:
        return not_known("whether more time may be taken to decide a protest", law, facts)
    return _beyond(form, allowed, {**facts, "allowed": allowed.days, "allowed_by": allowed.by})


def _beyond(form: ExtendDecision, allowed: Extension, facts: dict[str, object]) -> Objection | None:
    """Return in what an extension goes beyond what the law allows."""
    wrong: list[str] = []
    fields: dict[str, object] = {"protest": form.protest}
    if form.granted_by.casefold() != allowed.by.casefold():
        wrong.append(f"more time is granted by the {allowed.by}, not by the {form.granted_by}")
        fields["granted_by"] = "..."
    if allowed.days is not None and form.days > allowed.days:
        wrong.append(f"it may be extended by {allowed.days} days at most, not by {form.days}")
        fields["days"] = allowed.days
    if not says_something(form.reasons):
        wrong.append(f"{form.reasons!r} states no reason")
        fields["reasons"] = "(why more time is needed)"
    if not wrong:
        return None
    return Objection("; ".join(wrong), facts, (Clears(fields=fields),))

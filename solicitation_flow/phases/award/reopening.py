"""The same need solicited again: the ended solicitation is linked with the later one."""

from datetime import datetime

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phrases import not_known
from solicitation_flow.records.award import Ending, LaterOutcome, Predecessor, Resolicitation
from solicitation_flow.records.registers import Line
from solicitation_flow.rulebook import Clears, Objection, action, guard


class NamePredecessor(Form):
    """Names the ended solicitation that this one takes up again."""

    number: Line = ask("the number of the ended solicitation", "RFP-2026-001")


class RecordResolicitation(Form):
    """Records that the same need is solicited again, and under which number."""

    number: Line = ask("the number of the later solicitation", "RFP-2026-007")


class RecordLaterEnd(Form):
    """Records that the later solicitation was awarded, or ended without an award."""

    number: Line = ask("the number of the later solicitation", "RFP-2026-007")
    outcome: LaterOutcome = ask("awarded, or ended without an award", "awarded")


@action
def name_predecessor(
    case: CaseFile, form: NamePredecessor, now: datetime, actor: Actor
) -> CaseFile:
    """Link both: offers of the earlier one stay sealed until this one is awarded."""
    named = case.file(Predecessor(number=form.number, named_by=actor.name, named_at=now))
    return named.tell(form.number, "record_resolicitation", number=case.number)


@action
def record_resolicitation(
    case: CaseFile, form: RecordResolicitation, now: datetime, actor: Actor
) -> CaseFile:
    later = Resolicitation(number=form.number, linked_by=actor.name, linked_at=now)
    return case.file(later)


@action
def record_later_end(case: CaseFile, form: RecordLaterEnd, now: datetime) -> CaseFile:
    later = case.one(Resolicitation, form.number)
    return case.file(later.evolve(outcome=form.outcome, ended_at=now))


def tell_predecessor(case: CaseFile, outcome: LaterOutcome) -> CaseFile:
    """Tell the solicitation that this one took up again how it ended, if there is one."""
    predecessor = case.get(Predecessor)
    if predecessor is None:
        return case
    words = {"number": case.number, "outcome": outcome}
    return case.tell(predecessor.number, "record_later_end", **words)


@guard(rule="resolicitation_linked", id="G93")
def predecessor_is_another(case: CaseFile, form: NamePredecessor) -> Objection | None:
    """A solicitation takes up one that ended before it, and only one."""
    named = case.get(Predecessor)
    facts = {"number": form.number, "named": named.number if named else None}
    if form.number == case.number:
        return Objection("no solicitation takes up itself", facts)
    if named is None:
        return None
    return Objection(f"it takes up {named.number} already, and no other", facts)


@guard(rule="resolicitation_linked", id="G93")
def later_one_is_linked(case: CaseFile, form: RecordLaterEnd) -> Objection | None:
    """The end of a later solicitation is recorded for one that is linked and has not ended."""
    later = case.get(Resolicitation, form.number)
    if later and later.outcome is None:
        return None
    link = Clears("record_resolicitation", fields={"number": form.number})
    return Objection(
        says=f"no later solicitation {form.number} is linked that has not ended yet",
        facts={"number": form.number},
        clears=(link,),
    )


@guard(rule="later_award", id="G93")
def sealed_until_later_award(case: CaseFile) -> Objection | None:
    """Where the same need is solicited again, the offers stay sealed until the later award."""
    running = [later.number for later in case.all(Resolicitation) if later.outcome is None]
    if not running:
        return None
    return Objection(
        says=f"the same need is solicited again as {', '.join(running)}: the offers stay "
        "sealed until that is awarded",
        facts={"later": running},
        clears=tuple(
            Clears("record_later_end", fields={"number": number, "outcome": "..."})
            for number in running
        ),
    )


@guard(rule="six_month_seal", id="G93")
def six_month_seal(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """Offers stay closed for a time where a new solicitation is planned and none is issued yet."""
    ending, rule, later = case.get(Ending), law.rule("six_month_seal"), case.all(Resolicitation)
    if ending is None or not (ending.resolicit or later):
        return None
    if any(one.outcome in {None, "awarded"} for one in later):
        return None  # the later award decides, or has
    over = law.window_end(rule, ending.ended_at)
    facts = {"ended_at": ending.ended_at, "over": over, "required": rule.in_words}
    if over is None:
        return not_known("how long the offers must stay closed", law, facts)
    if now >= over:
        return None
    return Objection(
        says=f"another solicitation is planned, so the offers stay closed until {law.spoken(over)}",
        facts=facts,
        earliest=over,
    )

"""Appeals and suits: what is brought against a decision, when it was received, how that ended."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, Local, Past, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.protests.deciding import MAY_TREAT_AS_DENIED, silence_of
from solicitation_flow.records.protests import Appeal, AppealOutcome, Protest, Recourse
from solicitation_flow.records.registers import Line
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard


class RecordReceipt(Form):
    """Records when the protester received the decision, as its proof of delivery shows."""

    protest: int = ask("the number of the protest", 1)
    received_at: Annotated[Local | None, Past()] = ask(
        "when it was received, in local time, if not now", "2026-07-14 11:20", default=None
    )


class RecordAppeal(Form):
    """Records an appeal or a suit against the decision of a protest."""

    protest: int = ask("the number of the protest", 1)
    what: Recourse = ask("an appeal, or a suit", "appeal")
    forum: Line = ask("before whom it was brought", "The circuit court")
    filed_at: Annotated[Local | None, Past()] = ask(
        "when it was filed, in local time, if not now", "2026-07-20 16:00", default=None
    )


class CloseAppeal(Form):
    """Records how an appeal or a suit ended."""

    appeal: int = ask("the number of the appeal", 1)
    outcome: AppealOutcome = ask("affirmed, reversed, withdrawn, settled or dismissed", "affirmed")
    reference: Line = ask("the order or the paper that ended it", "Order of 3 September, CL26-118")


@action
def record_receipt(case: CaseFile, form: RecordReceipt, now: datetime, law: Law) -> CaseFile:
    received = _instant(form.received_at, now, law)
    return case.file(case.one(Protest, str(form.protest)).evolve(received_at=received))


@action
def record_appeal(
    case: CaseFile, form: RecordAppeal, now: datetime, law: Law, actor: Actor
) -> CaseFile:
    protest = case.one(Protest, str(form.protest))
    rule = law.rule("protest_appeal" if form.what == "appeal" else "litigation")
    filed_at = _instant(form.filed_at, now, law)
    appeal = Appeal(
        number=len(case.all(Appeal)) + 1,
        protest=form.protest,
        what=form.what,
        forum=form.forum,
        filed_at=filed_at,
        in_time=_in_time(protest, filed_at, rule.name, law),
        stays=rule.stays,
        recorded_by=actor.name,
        recorded_at=now,
    )
    return case.file(appeal)


@action
def close_appeal(case: CaseFile, form: CloseAppeal, now: datetime) -> CaseFile:
    ended = {"outcome": form.outcome, "reference": form.reference, "ended_at": now}
    return case.file(case.one(Appeal, str(form.appeal)).evolve(**ended))


def _instant(wall: datetime | None, now: datetime, law: Law) -> datetime:
    return law.instant(wall) if wall else now


def _in_time(protest: Protest, filed_at: datetime, rule: str, law: Law) -> bool | None:
    """Return whether it was brought in time; None where that is not known."""
    events: dict[str, datetime] = {}
    if protest.decided_at:
        events["decision"] = events["event"] = protest.decided_at
    elif protest.decision_due:
        events["event"] = protest.decision_due  # silence takes the place of a decision
    if protest.received_at:
        events["receipt"] = protest.received_at
    ended = law.window(rule, events)
    if ended is None:
        return None
    return filed_at < ended.at


@guard(rule="appeal_recorded", id="G85")
def receipt_follows_decision(
    case: CaseFile, form: RecordReceipt, now: datetime, law: Law
) -> Objection | None:
    """The receipt of a decision is noted once it was made and received."""
    protest, received = case.get(Protest, str(form.protest)), _instant(form.received_at, now, law)
    facts = {"protest": form.protest, "received_at": received}
    decided = protest.decided_at if protest else None
    if decided is None:
        decide = Clears("decide_protest", fields={"protest": form.protest})
        return Objection(f"protest {form.protest} has no decision yet", facts, (decide,))
    if decided <= received <= now:
        return None
    return Objection(
        says=f"the decision was made {law.spoken(decided)}, and {law.spoken(received)} is before "
        "that, or still to come",
        facts={**facts, "decided_at": decided},
        clears=(Clears(fields={"protest": form.protest, "received_at": None}),),
    )


@guard(rule="appeal_recorded", id="G85")
def appeal_follows_decision(
    case: CaseFile, form: RecordAppeal, now: datetime, law: Law
) -> Objection | None:
    """An appeal is brought against a decision, or against silence that may be treated as one."""
    protest, filed = case.get(Protest, str(form.protest)), _instant(form.filed_at, now, law)
    facts = {"protest": form.protest, "filed_at": filed}
    if filed > now:
        says = f"{law.spoken(filed)} has not come yet: record an appeal once it was filed"
        return Objection(says, facts, (Clears(fields={"filed_at": None}),))
    if protest and protest.status not in {"pending", "withdrawn"}:
        return None
    if protest and protest.overdue and silence_of(law) == MAY_TREAT_AS_DENIED:
        return None
    decide = Clears("decide_protest", fields={"protest": form.protest})
    return Objection(f"protest {form.protest} has no decision to appeal from", facts, (decide,))


@guard(rule="appeal_recorded", id="G85")
def appeal_is_open(case: CaseFile, form: CloseAppeal) -> Objection | None:
    """What is ended is an appeal that was recorded and is not ended yet."""
    appeal = case.get(Appeal, str(form.appeal))
    if appeal and appeal.open:
        return None
    pending = [other.number for other in case.all(Appeal) if other.open]
    clears = [Clears(fields={"appeal": number}) for number in pending[:1]]
    return Objection(
        says=f"no appeal {form.appeal} is open; open: {', '.join(map(str, pending)) or 'none'}",
        facts={"appeal": form.appeal, "open": pending},
        clears=tuple(clears) or (Clears("record_appeal"),),
    )


@duty("close_appeal")
def owes_ends(case: CaseFile) -> Iterable[Owed]:
    for appeal in case.all(Appeal):
        if appeal.open:
            task = f"record how {appeal.what} {appeal.number} to {appeal.forum} ended, once it has"
            yield Owed("role:officer", task)

"""The governing body's decision on a recommended award, by its minutes."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Attachment, Past, ask
from solicitation_flow.phases.award.standing import announced_in
from solicitation_flow.records.award import BoardAction, Day, Intent, Outcome
from solicitation_flow.records.offers import NO_LOT, LotForm
from solicitation_flow.records.papers import Paper
from solicitation_flow.records.preparation import Terms
from solicitation_flow.records.registers import Line
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

MINUTES = "board_minutes"


class RecordBoardAction(LotForm):
    """Records what the governing body decided about the award as announced."""

    outcome: Outcome = ask("approved, tabled, or rejected", "approved")
    held_on: Annotated[Day, Past()] = ask("the day of the meeting", "2026-07-01")
    reference: Line = ask("the item or resolution", "Item 12, resolution 2026-41")
    minutes: Attachment | None = ask("the minutes, unless already on file", default=None)


@action
def record_board_action(
    case: CaseFile, form: RecordBoardAction, now: datetime, actor: Actor
) -> CaseFile:
    intent = announced_in(case, form.lot)
    decided = BoardAction(
        lot=form.lot,
        number=len(case.all(BoardAction)) + 1,
        intent=intent.number if intent else 0,
        outcome=form.outcome,
        held_on=form.held_on,
        reference=form.reference,
        recorded_by=actor.name,
        recorded_at=now,
    )
    title = f"Minutes of the governing body, {form.held_on}"
    return case.file(decided).with_paper(MINUTES, title, form.minutes, now, actor)


def _decided(case: CaseFile, lot: str) -> BoardAction | None:
    """Return what was last decided about the intent that stands in a lot."""
    intent = announced_in(case, lot)
    number = intent.number if intent else 0
    for decision in reversed(case.all(BoardAction)):
        if (decision.lot, decision.intent) == (lot, number):
            return decision
    return None


def _board_approves(case: CaseFile) -> bool:
    terms = case.get(Terms)
    return bool(terms and terms.board_approves)


@guard(rule="board_minutes", id="G87")
def minutes_on_file(case: CaseFile, form: RecordBoardAction) -> Objection | None:
    """A governing body's decision is recorded from its minutes."""
    if form.minutes or case.get(Paper, MINUTES):
        return None
    return Objection(
        says=f"the minutes of {form.held_on} are neither given here nor on file",
        facts={"held_on": form.held_on, "reference": form.reference},
        clears=(Clears("file_paper", fields={"paper": MINUTES}),),
    )


@guard(rule="approval_authority", id="G87")
def approval_authority(case: CaseFile) -> Objection | None:
    """Where the solicitation requires the governing body's approval, the award waits for it."""
    if not _board_approves(case):
        return None
    lots = [intent.lot for intent in case.all(Intent)] or [NO_LOT]
    for lot in lots:
        objection = _approval(_decided(case, lot))
        if objection:
            return objection
    return None


def _approval(decision: BoardAction | None) -> Objection | None:
    clears = [Clears("record_board_action", fields={"outcome": "approved"})]
    if decision is None:
        says = "the governing body has not approved the award"
        return Objection(says, {"outcome": None}, tuple(clears))
    if decision.outcome == "approved":
        return None
    if decision.outcome == "rejected":
        reason = f"The governing body rejected the award: {decision.reference}."
        clears.append(Clears("withdraw_intent", fields={"reason": reason}))
    return Objection(
        says=f"the governing body {decision.outcome} it on {decision.held_on} "
        f"({decision.reference})",
        facts={"outcome": decision.outcome},
        clears=tuple(clears),
    )


@duty("record_board_action")
def owes_board_action(case: CaseFile) -> Iterable[Owed]:
    if approval_authority(case):
        yield Owed("role:officer", "record what the governing body decides about the award")

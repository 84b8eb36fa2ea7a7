"""The award itself, the agreements it opens, and the papers its file must hold."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.award.reopening import tell_predecessor
from solicitation_flow.phases.award.standing import announced
from solicitation_flow.records import Record
from solicitation_flow.records.agreements import PROVED_BY, packet_lines
from solicitation_flow.records.award import AgreementPublished, Award, Intent
from solicitation_flow.records.evaluation import Tabulation
from solicitation_flow.records.issuance import Publication
from solicitation_flow.records.registers import Line
from solicitation_flow.rulebook import Owed, action, duty

WRITTEN_AFTER: Mapping[str, type[Record]] = {
    "evaluation_summary": Tabulation,
    "award_determination": Intent,
}


class RecordPublication(Form):
    """Notes that an agreement of this solicitation is published."""

    agreement: Line = ask("the number of the agreement", "RFP-2026-001-A1")


@action
def award(case: CaseFile, now: datetime, actor: Actor) -> CaseFile:
    for intent in announced(case):
        awarded = Award(
            lot=intent.lot,
            winners=intent.winners,
            basis=intent.basis,
            awarded_by=actor.name,
            awarded_at=now,
        )
        case = case.file(awarded)
        for winner in intent.winners:
            agreed = {"title": case.title, "contractor": winner, "solicitation": case.number}
            case = case.open("agreement", "A", agreed)
    return tell_predecessor(case, "awarded")


@action
def record_publication(case: CaseFile, form: RecordPublication, now: datetime) -> CaseFile:
    return case.file(AgreementPublished(agreement=form.agreement, published_at=now))


@duty("award")
def owes_award(case: CaseFile, law: Law) -> Iterable[Owed]:
    for intent in case.all(Intent):
        until = intent.standstill_until
        says = f"award, once the protest period is over: {law.spoken(until)}" if until else "award"
        yield Owed("role:approver", says)


@duty("file_paper")
def owes_papers(case: CaseFile, law: Law) -> Iterable[Owed]:
    """What members will look for in the packet, as far as it can exist by now."""
    if case.get(Publication) is None:
        return
    for item in law.program.packet:
        if item.source != "solicitation" or item.paper in PROVED_BY:
            continue
        if item.paper in WRITTEN_AFTER and not case.all(WRITTEN_AFTER[item.paper]):
            continue
        for line in packet_lines(item.paper, item.title, item.source, case.number, case):
            if not line.present:
                yield Owed("role:officer", f"file {line.paper}: {line.title}")

"""Who owes what and who is reminded when: derived anew from the case after every move."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from solicitation_flow.casefile import CaseFile
from solicitation_flow.jurisdiction import Law
from solicitation_flow.records.ledger import Deadline, Duty, Reminder
from solicitation_flow.rulebook import Lawful, Owed
from solicitation_flow.workdays import before
from solicitation_flow.workflow import Workflow


def duties(workflow: Workflow, case: CaseFile, law: Law) -> list[Duty]:
    """Answers who owes what in this state: the inbox, derived anew after every move."""
    owed: list[Duty] = []
    for command in workflow.offered(case.state):
        if ask := workflow.book.duties.get(command):
            owed += case.recall(command, law, partial(_asked, ask, law, command))
    return list(dict.fromkeys(owed))


def _asked(ask: Lawful, law: Law, command: str, case: CaseFile) -> list[Duty]:
    rows: Iterable[Owed] = ask(case=case, law=law)
    return [Duty(case.number, command, row.owes, row.says, row.due_at) for row in rows]


def reminders(workflow: Workflow, case: CaseFile, after: datetime, zone: str) -> list[Reminder]:
    """Answers the reminders still to come for the case's unmet deadlines."""
    rows: list[Reminder] = []
    for deadline in case.deadlines.values():
        terms = workflow.deadlines[deadline.name]
        if deadline.status != "unmet" or terms.notice is None:
            continue
        for audience, offsets in terms.remind.items():
            for offset in offsets:
                when = before(deadline.due_at, offset, zone)
                if when > after:
                    rows.append(_reminder(deadline, audience, offset, when, terms.notice))
    return sorted(rows, key=lambda row: (row.fires_at, row.name, row.subject, row.audience))


def _reminder(
    deadline: Deadline, audience: str, offset: str, when: datetime, notice: str
) -> Reminder:
    return Reminder(
        case=deadline.case,
        name=deadline.name,
        subject=deadline.subject,
        revision=deadline.revision,
        audience=audience,
        offset=offset,
        fires_at=when,
        notice=notice,
    )

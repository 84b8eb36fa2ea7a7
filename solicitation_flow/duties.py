"""Who owes what and who is reminded when: derived anew from the case after every move."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from solicitation_flow.casefile import CaseFile
from solicitation_flow.jurisdiction import Law
from solicitation_flow.records.ledger import Deadline, Duty, Reminder
from solicitation_flow.rulebook import Owed, RuleFunction
from solicitation_flow.workdays import before
from solicitation_flow.workflow import Workflow


class Duties(Sequence[Duty]):
    """What a case is owed, worked out when somebody first looks.

    A case is held still, so it makes no difference when that is. An office looks at once, to store
    it; in a simulation hardly anybody ever does.
    """

    __slots__ = ("_case", "_held", "_law", "_workflow")

    def __init__(self, workflow: Workflow, case: CaseFile, law: Law) -> None:
        """Ask nobody yet."""
        self._workflow = workflow
        self._case = case
        self._law = law
        self._held: tuple[Duty, ...] | None = None

    def _looked(self) -> tuple[Duty, ...]:
        if self._held is None:
            self._held = tuple(duties(self._workflow, self._case, self._law))
        return self._held

    def __getitem__(self, place: Any) -> Any:
        return self._looked()[place]

    def __len__(self) -> int:
        return len(self._looked())

    def __iter__(self) -> Iterator[Duty]:
        return iter(self._looked())

    def __eq__(self, other: object) -> bool:
        """Return whether the same is owed, worked out or not."""
        return other is self or (isinstance(other, Sequence) and self._looked() == tuple(other))

    def __hash__(self) -> int:
        return hash(self._looked())

    def __reduce__(self) -> tuple[Any, ...]:
        """Go elsewhere as what it is: duties, without the case and the law behind them."""
        return (tuple, (self._looked(),))


def duties(workflow: Workflow, case: CaseFile, law: Law) -> list[Duty]:
    """Return who owes what in this state: the inbox, derived anew after every move."""
    owed: list[Duty] = []
    for command in workflow.offered(case.state):
        if ask := workflow.book.duties.get(command):
            owed += case.recall(command, law, partial(_asked, ask, law, command))
    return owed


def _asked(ask: RuleFunction, law: Law, command: str, case: CaseFile) -> list[Duty]:
    rows: Iterable[Owed] = ask(case=case, law=law)
    number = case.number
    owed = [Duty(number, command, row.owes, row.says, row.due_at) for row in rows]
    return list(dict.fromkeys(owed))


def reminders(workflow: Workflow, case: CaseFile, after: datetime, zone: str) -> list[Reminder]:
    """Return the reminders still to come for the case's unmet deadlines."""
    if not case.deadlines:
        return []
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

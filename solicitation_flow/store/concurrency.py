"""Finds out whether somebody moved a case first, for every store in the same way."""

from collections.abc import Callable, Mapping
from typing import Any

from solicitation_flow.errors import Conflict, Suggestion
from solicitation_flow.records.ledger import CasePlan, Plan, Reminder

FINDABLE = frozenset({"workflow", "state", "phase", "owner", "parent"})
"""What `find` can be asked by."""


class Counts:
    """The moves of each case as a plan goes along: stored ones, then those of its earlier parts."""

    def __init__(self, stored: Callable[[str], int | None]) -> None:
        """Ask `stored` for the count of a case, None when there is no such case."""
        self._stored = stored
        self._began: dict[str, int | None] = {}
        self._now: dict[str, int | None] = {}

    def admit(self, part: CasePlan) -> None:
        """Raise Conflict unless a part was decided on what is stored."""
        check_part(part)
        number, parent = part.header.number, part.header.parent
        now = self._count(number)
        if part.expects == 0 and now is not None:
            raise Conflict(
                f"{number} is taken",
                hint="someone opened a case under that number; give the same command again",
            )
        unmoved(number, now or 0, part.expects)
        if part.parent_move is not None:
            self._check_parent(parent, part.parent_move)
        self._now[number] = part.expects + 1

    def _check_parent(self, parent: str, seen: int) -> None:
        """Raise Conflict unless a parent stood at the move that was seen."""
        now, began = self._count(parent), self._began[parent]
        if not (began or 0) <= seen <= (now or 0):
            unmoved(parent, now, seen)

    def _count(self, number: str) -> int | None:
        if number not in self._now:
            self._began[number] = self._now[number] = self._stored(number)
        return self._now[number]


def alone(plan: Plan) -> bool:
    """Return whether a plan is the next move of one case that saw no other."""
    if len(plan.parts) != 1:
        return False
    [part] = plan.parts
    return part.expects > 0 and part.parent_move is None


def check_part(part: CasePlan) -> None:
    """Assert what no plan may get wrong: its entry and header are of the same next move."""
    header, entry = part.header, part.entry
    number, move = header.number, part.expects + 1
    assert entry.case == number, f"{entry.case} is not {number}"
    assert entry.number == header.count == move, f"{number} skips a move"
    assert header.head == entry.hash, f"{number}: header and entry differ about the head"
    for deadline in part.deadlines:
        assert deadline.case == number, f"a deadline strays: {number}"
    for reminder in part.reminders:
        assert reminder.case == number, f"a reminder strays: {number}"
    # duties nobody has worked out yet are the case's own: looking now would work them out
    if isinstance(part.duties, tuple):
        for duty in part.duties:
            assert duty.case == number, f"a duty strays: {number}"
    if part.deadlines:
        deadlines = {(deadline.name, deadline.subject) for deadline in part.deadlines}
        assert len(deadlines) == len(part.deadlines), f"{number}: one deadline twice"
    if part.reminders:
        reminders = {reminder.key for reminder in part.reminders}
        assert len(reminders) == len(part.reminders), f"{number}: one reminder twice"


def unmoved(number: str, count: int | None, expects: int) -> None:
    """Raise Conflict when a case has moved since it was read."""
    if count != expects:
        raise Conflict(
            f"{number} has moved: decided at move {expects}, now at move {count or 0}",
            hint="nothing was changed; look again, then give the command again",
            next=Suggestion("show", number),
        )


def other_history(number: str) -> Conflict:
    """Return the conflict of a case whose journal is not the one that was read."""
    return Conflict(
        f"the journal of {number} is not the one this command was decided on",
        hint="a backup may have been restored; nothing was changed, so look again",
        next=Suggestion("show", number),
    )


def reminder_gone(reminder: Reminder) -> Conflict:
    """Return the conflict of a reminder that was written or dropped in the meantime."""
    return Conflict(
        f"{reminder.case}: {reminder.cause} is no longer pending",
        hint="nothing was changed",
    )


def wanted(asked: Mapping[str, Any]) -> dict[str, Any]:
    """Return the conditions of a search; None means any."""
    assert asked.keys() <= FINDABLE, f"nothing is found by {sorted(asked.keys() - FINDABLE)}"
    return {name: value for name, value in asked.items() if value is not None}

"""The clock has its say: passed deadlines become moves, due reminders become letters."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import Literal

from solicitation_flow import notices
from solicitation_flow.casefile import CLOCK
from solicitation_flow.decide import Refusal
from solicitation_flow.engine.addresses import Called, recipients
from solicitation_flow.engine.loading import Loaded, Loader, Rooms
from solicitation_flow.engine.planning import Moment, Order, Planner
from solicitation_flow.errors import ClockWentBack, Conflict, SolflowError
from solicitation_flow.forms import Nothing
from solicitation_flow.records.ledger import Deadline, Plan, Reminder
from solicitation_flow.workdays import parse_period


@dataclass(frozen=True, slots=True)
class Settled:
    """One deadline that took effect: which, and what followed."""

    deadline: Deadline
    source: str
    dest: str
    number: int
    recorded_at: datetime


@dataclass(slots=True)
class Sweep:
    """What one settling did: moves, reminders sent or dropped, and what went wrong for a case."""

    settled: list[Settled] = field(default_factory=list)
    reminded: list[Reminder] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    def then(self, later: "Sweep") -> "Sweep":
        """Answers both as one, in order."""
        return Sweep(
            self.settled + later.settled,
            self.reminded + later.reminded,
            self.troubles + later.troubles,
        )


def not_before(loaded: Loaded, now: datetime) -> None:
    """Refuses a clock that reads earlier than what is already written."""
    if now < loaded.header.recorded_at:
        raise ClockWentBack(
            f"the clock reads {loaded.law.spoken(now)}, but {loaded.header.number} already holds"
            f" an entry of {loaded.law.spoken(loaded.header.recorded_at)}",
            hint="set the machine's clock right; nothing is recorded until then",
        )


def next_passed(loaded: Loaded, until: datetime) -> Deadline | None:
    """Answers the case's first unmet deadline that has passed."""
    passed = [
        row
        for row in loaded.case.deadlines.values()
        if row.status == "unmet" and row.fires_at <= until
    ]
    return min(passed, key=lambda row: row.order, default=None)


@dataclass(frozen=True, slots=True)
class Settler:
    """Settles deadlines in their one order, each as of its due instant, each by itself."""

    rooms: Rooms
    loader: Loader

    def planned(self, loaded: Loaded, passed: Deadline, now: datetime) -> tuple[Plan, Loaded]:
        """Answers the plan of one passed deadline, and the case after it."""
        effective = max(passed.fires_at, loaded.header.effective_at)
        planner = Planner(self.rooms, self.loader, Moment(effective, now))
        order = Order(passed.command, Nothing(), CLOCK, passed.subject)
        answer = planner.move(loaded, order)
        assert not isinstance(answer, Refusal), f"{passed.command} was refused: {answer}"
        return planner.plan(), planner.ahead[loaded.header.number]

    def settle(self, until: datetime, cases: Iterable[str] | None = None) -> Sweep:
        """Stores passed deadlines, then due reminders; a broken case stops only itself."""
        sweep = Sweep()
        only = None if cases is None else set(cases)
        broken: set[str] = set()
        due = self.rooms.store.due
        while batch := [row for row in due(until, only) if row.case not in broken]:
            for passed in batch:
                if passed.case in broken:
                    continue
                act = partial(self._one, passed, until)
                settled = self._attempt(passed.case, broken, sweep, act)
                if isinstance(settled, Settled):
                    sweep.settled.append(settled)
                    if self._earlier(passed.case, batch[-1].fires_at):
                        break
        self._remind(until, only, broken, sweep)
        return sweep

    def _attempt(
        self, case: str, broken: set[str], sweep: Sweep, act: Callable[[], Settled | bool]
    ) -> Settled | bool:
        try:
            return act()
        except Conflict:
            # another officer or daemon was faster: the case is read again in the next round
            return True
        except SolflowError as error:
            broken.add(case)
            sweep.troubles.append(f"{case}: {error.message}")
            return False

    def _earlier(self, case: str, last: datetime) -> bool:
        """Answers whether a move just started something due before the batch ends."""
        return any(row.fires_at <= last for row in self.rooms.store.due(last, [case]))

    def _one(self, passed: Deadline, now: datetime) -> Settled | bool:
        loaded = self.loader.load(passed.case)
        not_before(loaded, now)
        first = next_passed(loaded, now)
        if first is None or first.order != passed.order:
            return True
        plan, after = self.planned(loaded, passed, now)
        self.rooms.store.commit(plan)
        if len(plan.parts) == 1:
            self.loader.learn(plan, {after.header.number: after})
        state = loaded.header.state
        return Settled(passed, state, after.header.state, after.header.count, now)

    def _remind(
        self, until: datetime, only: set[str] | None, broken: set[str], sweep: Sweep
    ) -> None:
        pending = self.rooms.store.reminders
        rows = (
            pending(until) if only is None else [r for c in sorted(only) for r in pending(until, c)]
        )
        for each in rows:
            if each.case in broken:
                continue
            self._attempt(each.case, broken, sweep, partial(self._letter, each, until, sweep))

    def _letter(self, reminder: Reminder, now: datetime, sweep: Sweep) -> bool:
        """Writes a reminder's letters, or drops it where a later one or the facts overtook it."""
        loaded = self.loader.load(reminder.case)
        not_before(loaded, now)
        deadline = loaded.case.deadline(reminder.name, reminder.subject)
        letters = []
        status: Literal["sent", "dropped"] = "dropped"
        if deadline and self._true(loaded, reminder, deadline, now):
            status = "sent"
            audience = loaded.lifecycle.workflow.book.audiences[reminder.audience]
            keys = audience(case=loaded.case, form=Nothing(), actor=CLOCK, now=now, law=loaded.law)
            called = Called(self.loader)
            letters = [
                notices.write(
                    self.rooms.templates,
                    reminder.notice,
                    case=loaded.case,
                    law=loaded.law,
                    cause=reminder.cause,
                    recipient=recipient,
                    now=now,
                    actor=CLOCK,
                    form=Nothing(),
                    sender=self.rooms.sender,
                    training=self.rooms.training,
                    deadline=deadline,
                    offset=reminder.offset,
                    names=called,
                )
                for recipient in recipients(self.loader, keys)
            ]
        done = replace(reminder, status=status, settled_at=now)
        self.rooms.store.remind(done, letters, loaded.header.count)
        sweep.reminded.append(done)
        return True

    @staticmethod
    def _true(loaded: Loaded, reminder: Reminder, deadline: Deadline, now: datetime) -> bool:
        """A reminder is true while its date stands, is ahead, and no nearer rung has come."""
        if deadline.status != "unmet" or deadline.revision != reminder.revision:
            return False
        offsets = loaded.lifecycle.workflow.deadlines[reminder.name].remind[reminder.audience]
        rungs = [deadline.due_at - parse_period(offset) for offset in offsets]
        overtaken = any(reminder.fires_at < rung <= now for rung in rungs)
        return now < deadline.due_at and not overtaken

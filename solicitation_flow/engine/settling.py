"""Turns passed deadlines into moves and due reminders into letters; a clock set back is refused."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Literal

from solicitation_flow import notices
from solicitation_flow.casefile import CLOCK
from solicitation_flow.decide import Refusal
from solicitation_flow.engine.entries import access_line
from solicitation_flow.engine.loading import Environment, Loaded, Loader, passed
from solicitation_flow.engine.planning import Moment, Order, Planner, Unsettled
from solicitation_flow.engine.recipients import letter_settings, recipients
from solicitation_flow.engine.registers import Registers
from solicitation_flow.errors import ClockWentBack, Conflict, SolflowError
from solicitation_flow.forms import Nothing
from solicitation_flow.notices import Occasion
from solicitation_flow.records.ledger import Deadline, Letter, Plan, Reminder
from solicitation_flow.workdays import before


@dataclass(frozen=True, slots=True)
class Settled:
    """One deadline that took effect, and what followed."""

    deadline: Deadline
    source: str
    dest: str
    number: int
    recorded_at: datetime


@dataclass(slots=True)
class Sweep:
    """The outcome of one settling: moves, reminders sent or dropped, and what went wrong."""

    settled: list[Settled] = field(default_factory=list)
    reminded: list[Reminder] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    def then(self, later: "Sweep") -> "Sweep":
        """Return both as one, in order."""
        return Sweep(
            self.settled + later.settled,
            self.reminded + later.reminded,
            self.troubles + later.troubles,
        )


def not_before(loaded: Loaded, now: datetime, due: datetime | None = None) -> None:
    """Refuse a clock that reads earlier than the last entry, or than the date that has passed."""
    number, last = loaded.header.number, loaded.header.recorded_at
    if now < last:
        holds = f"{number} already holds an entry of {loaded.law.spoken(last)}"
    elif due is not None and now < due:
        holds = f"it already said that {loaded.law.spoken(due)} had passed for {number}"
    else:
        return
    raise ClockWentBack(
        f"the clock reads {loaded.law.spoken(now)}, but {holds}",
        hint="set the machine's clock right; nothing is recorded until then",
    )


@dataclass(slots=True)
class _Round:
    """One settling in progress: which cases, which of them failed, the outcome so far."""

    until: datetime
    only: set[str] | None
    broken: set[str] = field(default_factory=set)
    sweep: Sweep = field(default_factory=Sweep)

    def attempt(self, case: str, act: Callable[[], bool]) -> bool:
        """Do one thing for a case; return whether the list of what is due is still complete."""
        try:
            return act()
        except Conflict:
            # another officer or daemon was faster: the case is read again in the next round
            return True
        except Unsettled as other:
            return self._defer(case, other.number)
        except SolflowError as error:
            return self._stop(case, error.message)

    def _defer(self, case: str, other: str) -> bool:
        """Put first a case with an earlier date of its own that a move reaches, if it can be."""
        if other in self.broken:
            return self._stop(case, f"{other} has to be settled first, and cannot be")
        if self.only is not None:
            self.only.add(other)
        return False

    def _stop(self, case: str, why: str) -> bool:
        """Leave a case out of the rest of this settling, and say why."""
        self.broken.add(case)
        self.sweep.troubles.append(f"{case}: {why}")
        return True


@dataclass(frozen=True, slots=True)
class Settler:
    """Settles deadlines in order, each as of its due instant, each in a transaction of its own."""

    environment: Environment
    loader: Loader

    def planned(
        self,
        loaded: Loaded,
        row: Deadline,
        now: datetime,
        ahead: Mapping[str, Loaded] | None = None,
    ) -> tuple[Plan, dict[str, Loaded]]:
        """Return the plan of one passed deadline, and the cases as they will be after it.

        `ahead` holds cases that are read as they will be, instead of as they are stored.
        """
        moment = Moment(max(row.fires_at, loaded.header.effective_at), now)
        planner = Planner(self.environment, self.loader, moment, ahead=dict(ahead or {}))
        planner.turn = row.order
        answer = planner.move(loaded, Order(row.command, Nothing(), CLOCK, row.subject))
        assert not isinstance(answer, Refusal), f"{row.command} was refused: {answer}"
        return planner.plan(), planner.ahead

    def settle(self, until: datetime, cases: Iterable[str] | None = None) -> Sweep:
        """Store passed deadlines, then due reminders; a broken case stops only itself."""
        self.environment.sure()
        current = _Round(until, None if cases is None else set(cases))
        while batch := self._due(current):
            listed = {row.order for row in batch}
            for row in batch:
                act = partial(self._settle_one, row, current, listed)
                if row.case not in current.broken and not current.attempt(row.case, act):
                    break
        self._remind(current)
        return current.sweep

    def _due(self, current: _Round) -> list[Deadline]:
        rows = self.environment.store.due(current.until, current.only)
        return [row for row in rows if row.case not in current.broken]

    def _settle_one(
        self, row: Deadline, current: _Round, listed: Collection[tuple[datetime, str, str, str]]
    ) -> bool:
        """Settle one deadline; return whether it started nothing that belongs into the list."""
        loaded = self.loader.load(row.case)
        first = passed(loaded.case, current.until)
        if first is None or first.order != row.order:
            return True
        now = self.environment.clock.now()
        not_before(loaded, now, row.fires_at)
        plan, ahead = self.planned(loaded, row, now)
        self.environment.store.commit(plan)
        self.loader.learn(plan, ahead)
        after = ahead[row.case].header
        current.sweep.settled.append(
            Settled(row, loaded.header.state, after.state, after.count, now)
        )
        for part in plan.parts:
            for deadline in part.deadlines:
                passes = deadline.status == "unmet" and deadline.fires_at <= current.until
                if passes and deadline.order not in listed:
                    return False
        return True

    def _remind(self, current: _Round) -> None:
        rows: list[Reminder] = []
        if current.only is None:
            rows += self.environment.store.reminders(current.until)
        else:
            for case in sorted(current.only):
                rows += self.environment.store.reminders(current.until, case)
        for row in rows:
            if row.case not in current.broken:
                current.attempt(row.case, partial(self._letter, row, current))

    def _letter(self, reminder: Reminder, current: _Round) -> bool:
        """Write a reminder's letters, or drop it where it is no longer true."""
        loaded, now = self.loader.load(reminder.case), self.environment.clock.now()
        not_before(loaded, now, reminder.fires_at)
        deadline = loaded.case.deadline(reminder.name, reminder.subject)
        letters: list[Letter] = []
        status: Literal["sent", "dropped"] = "dropped"
        if deadline and self._true(loaded, reminder, deadline, now):
            status = "sent"
            letters = self._letters(loaded, reminder, deadline, now)
        done = reminder._replace(status=status, settled_at=now)
        # where no letter was written, only the log can tell later what became of a reminder
        line = access_line(now, CLOCK.name, status, reminder.case, reminder.cause)
        self.environment.store.remind(done, letters, loaded.header.count, "" if letters else line)
        current.sweep.reminded.append(done)
        return True

    def _letters(
        self, loaded: Loaded, reminder: Reminder, deadline: Deadline, now: datetime
    ) -> list[Letter]:
        audience = loaded.lifecycle.workflow.book.audiences[reminder.audience]
        keys = audience(case=loaded.case, form=Nothing(), actor=CLOCK, now=now, law=loaded.law)
        registers = Registers(self.environment, self.loader)
        settings = letter_settings(registers)
        letters: list[Letter] = []
        for recipient in recipients(registers, keys):
            occasion = Occasion(
                loaded.case,
                loaded.law,
                reminder.cause,
                recipient,
                now,
                deadline=deadline,
                offset=reminder.offset,
            )
            letters.append(notices.write(settings, reminder.notice, occasion))
        return letters

    @staticmethod
    def _true(loaded: Loaded, reminder: Reminder, deadline: Deadline, now: datetime) -> bool:
        """Return whether a reminder's date stands, is ahead, and has no later reminder due."""
        if deadline.status != "unmet" or deadline.revision != reminder.revision:
            return False
        if now >= deadline.due_at:
            return False
        offsets = loaded.lifecycle.workflow.deadlines[reminder.name].remind[reminder.audience]
        for offset in offsets:
            if reminder.fires_at < before(deadline.due_at, offset, loaded.law.zone) <= now:
                return False
        return True

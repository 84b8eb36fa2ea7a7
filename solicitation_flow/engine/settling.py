"""The clock has its say: passed deadlines become moves, due reminders become letters."""

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
from solicitation_flow.errors import ClockWentBack, Conflict, SolflowError
from solicitation_flow.forms import Nothing
from solicitation_flow.notices import Occasion
from solicitation_flow.records.ledger import Deadline, Plan, Reminder
from solicitation_flow.workdays import before


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
        """Return both as one, in order."""
        return Sweep(
            self.settled + later.settled,
            self.reminded + later.reminded,
            self.troubles + later.troubles,
        )


def not_before(loaded: Loaded, now: datetime, due: datetime | None = None) -> None:
    """Refuse a clock that reads earlier than what is already written, or than what it rang for."""
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
    """One settling as it goes along: of which cases, which dropped out, what was done."""

    until: datetime
    only: set[str] | None
    broken: set[str] = field(default_factory=set)
    sweep: Sweep = field(default_factory=Sweep)

    def attempt(self, case: str, act: Callable[[], bool]) -> bool:
        """Do one thing for a case; answers whether the list of what is due still holds."""
        try:
            return act()
        except Conflict:
            # another officer or daemon was faster: the case is read again in the next round
            return True
        except Unsettled as other:
            return self._behind(case, other.number)
        except SolflowError as error:
            return self._stopped(case, error.message)

    def _behind(self, case: str, other: str) -> bool:
        """A move reaches a case with an earlier date of its own: that goes first, if it can."""
        if other in self.broken:
            return self._stopped(case, f"{other} has to be settled first, and cannot be")
        if self.only is not None:
            self.only.add(other)
        return False

    def _stopped(self, case: str, why: str) -> bool:
        self.broken.add(case)
        self.sweep.troubles.append(f"{case}: {why}")
        return True


@dataclass(frozen=True, slots=True)
class Settler:
    """Settles deadlines in their one order, each as of its due instant, each by itself."""

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
        going = _Round(until, None if cases is None else set(cases))
        while batch := [
            row
            for row in self.environment.store.due(until, going.only)
            if row.case not in going.broken
        ]:
            listed = {row.order for row in batch}
            for row in batch:
                act = partial(self._one, row, going, listed)
                if row.case not in going.broken and not going.attempt(row.case, act):
                    break
        self._remind(going)
        return going.sweep

    def _one(
        self, row: Deadline, going: _Round, listed: Collection[tuple[datetime, str, str, str]]
    ) -> bool:
        """Settle one deadline; answers whether it started nothing that belongs into the list."""
        loaded = self.loader.load(row.case)
        first = passed(loaded.case, going.until)
        if first is None or first.order != row.order:
            return True
        now = self.environment.clock.now()
        not_before(loaded, now, row.fires_at)
        plan, ahead = self.planned(loaded, row, now)
        self.environment.store.commit(plan)
        self.loader.learn(plan, ahead)
        after = ahead[row.case].header
        going.sweep.settled.append(Settled(row, loaded.header.state, after.state, after.count, now))
        return not any(
            deadline.status == "unmet"
            and deadline.fires_at <= going.until
            and deadline.order not in listed
            for part in plan.parts
            for deadline in part.deadlines
        )

    def _remind(self, going: _Round) -> None:
        pending, until, only = self.environment.store.reminders, going.until, going.only
        rows = (
            pending(until) if only is None else [r for c in sorted(only) for r in pending(until, c)]
        )
        for row in rows:
            if row.case not in going.broken:
                going.attempt(row.case, partial(self._letter, row, going))

    def _letter(self, reminder: Reminder, going: _Round) -> bool:
        """Write a reminder's letters, or drop it where a later one or the facts overtook it."""
        loaded, now = self.loader.load(reminder.case), self.environment.clock.now()
        not_before(loaded, now, reminder.fires_at)
        deadline = loaded.case.deadline(reminder.name, reminder.subject)
        letters = []
        status: Literal["sent", "dropped"] = "dropped"
        if deadline and self._true(loaded, reminder, deadline, now):
            status = "sent"
            audience = loaded.lifecycle.workflow.book.audiences[reminder.audience]
            keys = audience(case=loaded.case, form=Nothing(), actor=CLOCK, now=now, law=loaded.law)
            settings = letter_settings(self.environment, self.loader)
            letters = [
                notices.write(
                    settings,
                    reminder.notice,
                    Occasion(
                        loaded.case,
                        loaded.law,
                        reminder.cause,
                        recipient,
                        now,
                        deadline=deadline,
                        offset=reminder.offset,
                    ),
                )
                for recipient in recipients(self.loader, keys)
            ]
        done = reminder._replace(status=status, settled_at=now)
        # where no letter was written, only the log can tell later what became of a reminder
        line = access_line(now, CLOCK.name, status, reminder.case, reminder.cause)
        self.environment.store.remind(done, letters, loaded.header.count, "" if letters else line)
        going.sweep.reminded.append(done)
        return True

    @staticmethod
    def _true(loaded: Loaded, reminder: Reminder, deadline: Deadline, now: datetime) -> bool:
        """A reminder is true while its date stands, is ahead, and no nearer rung has come."""
        if deadline.status != "unmet" or deadline.revision != reminder.revision:
            return False
        offsets = loaded.lifecycle.workflow.deadlines[reminder.name].remind[reminder.audience]
        rungs = [before(deadline.due_at, offset, loaded.law.zone) for offset in offsets]
        overtaken = any(reminder.fires_at < rung <= now for rung in rungs)
        return now < deadline.due_at and not overtaken

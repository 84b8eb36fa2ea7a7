"""Letters as they would be written now: nothing is stored, nothing is sent."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from solicitation_flow import notices
from solicitation_flow.casefile import CLOCK
from solicitation_flow.engine.loading import Environment, Loaded, Loader
from solicitation_flow.engine.recipients import letter_settings, recipients
from solicitation_flow.engine.registers import Registers
from solicitation_flow.engine.settling import Settler
from solicitation_flow.errors import NotFound
from solicitation_flow.forms import Nothing
from solicitation_flow.notices import Occasion
from solicitation_flow.records.ledger import Deadline, Letter, Plan
from solicitation_flow.workflow import Move
from solicitation_flow.yamlfile import did_you_mean


@dataclass(frozen=True, slots=True)
class Preview:
    """Writes a notice in memory, for the case as it stands."""

    environment: Environment
    loader: Loader

    def letters(self, loaded: Loaded, notice: str, now: datetime) -> list[Letter] | Move:
        """Return the letters the clock would send, or the move whose form they depend on."""
        workflow = loaded.lifecycle.workflow
        for deadline in loaded.case.deadlines.values():
            reminds = workflow.deadlines[deadline.name].notice == notice
            if reminds and deadline.status == "unmet":
                return self._reminders(loaded, deadline, notice, now)
        move = _move_with(loaded, notice)
        if not move.timed:
            return move
        for row in loaded.case.deadlines.values():
            if row.command == move.command and row.status == "unmet":
                settler = Settler(self.environment, self.loader)
                plan, _ = settler.planned(loaded, row, max(row.fires_at, now))
                return letters_of(plan, notice)
        return []

    def _reminders(
        self, loaded: Loaded, deadline: Deadline, notice: str, now: datetime
    ) -> list[Letter]:
        workflow = loaded.lifecycle.workflow
        registers = Registers(self.environment, self.loader)
        settings = letter_settings(registers)
        letters: list[Letter] = []
        for audience, offsets in workflow.deadlines[deadline.name].remind.items():
            keys: Iterable[str] = workflow.book.audiences[audience](
                case=loaded.case, form=Nothing(), actor=CLOCK, now=now, law=loaded.law
            )
            for recipient in recipients(registers, keys):
                occasion = Occasion(
                    loaded.case,
                    loaded.law,
                    "preview",
                    recipient,
                    now,
                    deadline=deadline,
                    offset=offsets[-1],
                )
                letters.append(notices.write(settings, notice, occasion))
        return letters


def letters_of(plan: Plan, notice: str) -> list[Letter]:
    """Return a plan's letters of one notice."""
    letters: list[Letter] = []
    for part in plan.parts:
        for letter in part.letters:
            if letter.notice == notice:
                letters.append(letter)
    return letters


def _move_with(loaded: Loaded, notice: str) -> Move:
    """Return the first move offered here that sends a notice, or raise NotFound."""
    sent_here: set[str] = set()
    for moves in loaded.lifecycle.workflow.offered(loaded.case.state).values():
        for move in moves:
            names = dict(move.notices)
            if notice in names:
                return move
            sent_here.update(names)
    known = sorted(sent_here)
    hint = did_you_mean(notice, known) or f"there are {', '.join(known) or 'none'}"
    raise NotFound(f"no letter {notice!r} may go out from {loaded.header.number} now", hint=hint)

"""Run a story on an engine, as punctually as a daemon would, and say where it diverges."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from solicitation_flow import forms
from solicitation_flow.casefile import Actor
from solicitation_flow.clock import VirtualClock
from solicitation_flow.decide import Refusal
from solicitation_flow.engine import Accepted, Engine, Request
from solicitation_flow.engine.settling import Settled, Sweep
from solicitation_flow.errors import BadFields, SolflowError
from solicitation_flow.forms import Attachment, Envelope
from solicitation_flow.records.ledger import Letter, Reminder
from solicitation_flow.simulation.story import Party, Step, Story
from solicitation_flow.workdays import instant

REGISTERED = ("P-", "S-", "M-")
_WHOLE = re.compile(r"[A-Z]+-\d{4}-\d+")
"""How the numbers of people, suppliers and members begin."""
OFFICE = Actor("office", frozenset({"administrator", "officer"}))
"""Who enters the cast into the registers before a story begins."""


@dataclass(frozen=True, slots=True)
class StoryEvent:
    """One thing that happened: a chapter, a step, a deadline the clock settled, a reminder."""

    at: datetime
    chapter: str = ""
    step: Step | None = None
    settled: Settled | None = None
    reminder: Reminder | None = None
    done: Accepted | None = None
    refused: str = ""
    letters: tuple[Letter, ...] = ()
    diverges: str = ""


def ringing(engine: Engine, clock: VirtualClock, when: datetime) -> Iterator[Sweep]:
    """Let time pass to an instant, and yield what each due instant on the way brought."""
    while (due := engine.environment.store.next_due()) is not None and due <= when:
        clock.set(max(due, clock.now()))
        sweep = engine.settle()
        if sweep.troubles:
            raise SolflowError("; ".join(sweep.troubles))
        yield sweep
    clock.set(max(when, clock.now()))


@dataclass(slots=True)
class StoryRunner:
    """A story that runs step by step on an engine with a virtual clock."""

    engine: Engine
    clock: VirtualClock
    story: Story
    zone: str
    number: str = ""
    expected: list[Step] = field(default_factory=list)
    _letters_seen: int = 0
    _actors: dict[str, Actor] = field(default_factory=dict)
    _facts: dict[str, str] = field(default_factory=dict)
    """By rule: the facts it last objected to, for the determination signed on them."""

    def enter_cast(self) -> None:
        """Enter the story's people, suppliers and members into the registers."""
        for party in self.story.cast:
            words = {"key": party.key, "name": party.name} | self._about(party)
            request = Request(f"open_{party.register}", words, workflow=party.register)
            answer = self.engine.perform(request, OFFICE)
            assert isinstance(answer, Accepted), answer

    @staticmethod
    def _about(party: Party) -> dict[str, Any]:
        words: dict[str, Any] = {"email": f"{party.key}@{party.register}.example"}
        if party.register == "person":
            words["roles"] = ",".join(party.rest)
        else:
            words |= dict(part.split("=", 1) for part in party.rest)
        return words

    def actor(self, who: str) -> Actor:
        """Return who acts: a person with their roles, or a supplier speaking for itself."""
        if who not in self._actors:
            self._actors[who] = self._cast(who)
        return self._actors[who]

    def _cast(self, who: str) -> Actor:
        for party in self.story.cast:
            if party.key == who and party.register == "person":
                return Actor(who, frozenset(",".join(party.rest).split(",")))
            if party.key == who:
                return Actor(who, frozenset({party.register}), acts_for=who)
        raise SolflowError(f"{who} is not in the cast of {self.story.file}")

    def tell(self) -> Iterator[StoryEvent]:
        """Yield everything that happens, in order; a divergence stands where it shows."""
        for part in self.story.parts():
            if isinstance(part, str):
                yield StoryEvent(self.clock.now(), chapter=part)
            elif part.who == "clock":
                self.expected.append(part)
            else:
                yield from self._until(instant(part.when, self.zone))
                yield self._step(part)
        if self.expected:
            yield from self._until(instant(self.expected[-1].when, self.zone))
        for missing in self.expected:
            yield StoryEvent(self.clock.now(), step=missing, diverges="the clock did not do this")

    def _until(self, when: datetime) -> Iterator[StoryEvent]:
        """Let time pass to an instant, ringing at every due instant on the way."""
        for sweep in ringing(self.engine, self.clock, when):
            for settled in sweep.settled:
                yield self._clocked(settled)
            for reminder in sweep.reminded:
                yield StoryEvent(self.clock.now(), reminder=reminder, letters=self._new_letters())

    def _clocked(self, settled: Settled) -> StoryEvent:
        deadline = settled.deadline
        expected = None
        if self.expected:
            expected = self.expected.pop(0)
        diverges = ""
        if expected is None or expected.command != deadline.command:
            diverges = f"unlisted: {deadline.command} -> {settled.dest}"
        elif expected.outcome.split()[0] != settled.dest:
            diverges = f"reached {settled.dest}"
        elif instant(expected.when, self.zone) != deadline.due_at:
            diverges = f"took effect at {deadline.due_at.isoformat()}"
        letters = self._new_letters()
        return StoryEvent(
            deadline.fires_at, step=expected, settled=settled, letters=letters, diverges=diverges
        )

    def _new_letters(self) -> tuple[Letter, ...]:
        letters = self.engine.environment.store.outbox()
        new, self._letters_seen = tuple(letters[self._letters_seen :]), len(letters)
        return new

    def _step(self, step: Step) -> StoryEvent:
        if step.command == "reads":
            return self._reads(step)
        refused, done = "", None
        try:
            answer = self.engine.perform(self._request(step), self.actor(step.who))
        except (BadFields, SolflowError) as error:
            refused = error.message
        else:
            if isinstance(answer, Refusal):
                self._remember(answer)
                refused = "; ".join([answer.says, *(ruling.says for ruling in answer.rulings)])
            else:
                done = answer
                self.number = self.number or answer.number
        return StoryEvent(
            self.clock.now(),
            step=step,
            done=done,
            refused=refused,
            letters=self._new_letters(),
            diverges=self._diverges(step, done, refused),
        )

    def _remember(self, refusal: Refusal) -> None:
        for ruling in refusal.rulings:
            for clears in ruling.clears:
                if clears.command == "determine" and "facts" in clears.fields:
                    self._facts[ruling.rule] = clears.fields["facts"]

    def _request(self, step: Step) -> Request:
        if step.command == "new":
            workflow = step.words["workflow"]
            opening = self.engine.opening(workflow)
            parent = ""
            if step.case:
                parent = f"{self.number}-{step.case}"
            return Request(opening, step.words["words"], workflow=workflow, parent=parent)
        number = self._number(step.case)
        return Request(step.command, self._enclosed(step, number), case=number)

    def _number(self, named: str) -> str:
        """Return the case a step names: whole, or a child by its suffix."""
        if named.startswith(REGISTERED) or _WHOLE.match(named):
            return named
        if named:
            return f"{self.number}-{named}"
        return self.number

    def _enclosed(self, step: Step, number: str) -> dict[str, Any]:
        """Put every file a step names (`@name`) into the documents, as the door would."""
        words = dict(step.words)
        if step.command == "determine" and "facts" not in words:
            words["facts"] = self._facts.get(step.words.get("rule", ""), "")
        files = [
            (name, value)
            for name, value in words.items()
            if isinstance(value, str) and value.startswith("@")
        ]
        form = None
        if files:
            form = self.engine.form(number, step.command)
        for name, value in files:
            if form is not None:
                data = self._content(step, value[1:])
                if forms.takes(form, name) is Envelope:
                    words[name] = self.engine.enclose(value[1:], data, case=number, part=name)
                elif forms.takes(form, name) is Attachment:
                    words[name] = self.engine.attach(value[1:], data)
        return words

    def _content(self, step: Step, name: str) -> bytes:
        """Return what the story says is in a file, or a line that says who sent it."""
        content = self.story.files.get(name, f"{name}, sent by {step.who} (simulated)")
        return f"{content}\n".encode()

    def _reads(self, step: Step) -> StoryEvent:
        """`acme reads responses/reminder -> 2`: how many such letters somebody has by now."""
        letters = []
        for letter in self.engine.environment.store.outbox():
            if letter.notice == step.words["notice"] and letter.recipient.endswith(f":{step.who}"):
                letters.append(letter)
        count = str(len(letters))
        if count == step.outcome:
            diverges = ""
        else:
            diverges = f"{step.who} has {count}"
        return StoryEvent(self.clock.now(), step=step, diverges=diverges)

    @staticmethod
    def _diverges(step: Step, done: Accepted | None, refused: str) -> str:
        if step.refused:
            if step.outcome in refused:
                return ""
            return f"refused with: {refused or 'nothing'}"
        if done is None:
            return f"refused: {refused}"
        reached = done.decided.case.state
        if step.outcome.split()[0] == reached:
            return ""
        return f"reached {reached}"

"""Turns a decision into a plan: the rows of every case it touches, stored together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, NamedTuple

from solicitation_flow import __version__, duties, forms, notices
from solicitation_flow.casefile import Actor, CaseFile, Opens, Tells
from solicitation_flow.decide import Decided, Refusal, decide
from solicitation_flow.engine import entries
from solicitation_flow.engine.circumstances import LAW_DEPENDS_ON, circumstances
from solicitation_flow.engine.entries import FIRST
from solicitation_flow.engine.loading import Environment, Loaded, Loader, passed, seated
from solicitation_flow.engine.numbering import refuse_changed
from solicitation_flow.engine.recipients import letter_settings, recipients
from solicitation_flow.engine.registers import Registers
from solicitation_flow.forms import Form
from solicitation_flow.machine import lifecycle
from solicitation_flow.notices import Occasion
from solicitation_flow.records.ledger import (
    CasePlan,
    Deadline,
    EntryContent,
    Fact,
    Header,
    Letter,
    Pin,
    Plan,
    StoredEntry,
    Warned,
    stamp,
)


class Unsettled(Exception):
    """A command reaches a case whose own passed deadlines, or newest move, come before it."""

    def __init__(self, number: str) -> None:
        """Name the case to settle."""
        super().__init__(number)
        self.number = number


class Moment(NamedTuple):
    """The instant a move takes effect, and the instant it is recorded."""

    effective_at: datetime
    recorded_at: datetime


class Order(NamedTuple):
    """A command with its checked form, who gives it, and about whom."""

    command: str
    form: Form
    actor: Actor
    subject: str = ""


@dataclass(slots=True)
class Planner:
    """Builds one plan; cases it has already moved are read as they will be.

    `turn` is the place in order of the deadline that fires, where the clock moves.
    """

    environment: Environment
    loader: Loader
    moment: Moment
    parts: list[CasePlan] = field(default_factory=list)
    ahead: dict[str, Loaded] = field(default_factory=dict)
    turn: tuple[datetime, str, str, str] | None = None

    def plan(self) -> Plan:
        """Return all parts; a training workspace keeps its clock with each move."""
        settings: dict[str, str] = {}
        if self.environment.training:
            settings["clock"] = stamp(self.moment.recorded_at)
        return Plan(tuple(self.parts), settings)

    def move(
        self, loaded: Loaded, order: Order, pins: Mapping[str, Pin] | None = None
    ) -> Refusal | Decided:
        """Decide one command and plan it with all it causes, or return the refusal."""
        decided = decide(
            loaded.lifecycle,
            loaded.case,
            order.command,
            order.form,
            order.actor,
            self.moment.effective_at,
            loaded.law,
            subject=order.subject,
        )
        if isinstance(decided, Refusal):
            return decided
        self._write(loaded, order, decided, pins or {})
        for opening in decided.case.opens:
            refused = self._open(opening, self.ahead[loaded.header.number], order.actor)
            if refused:
                return refused
        for command in decided.case.tells:
            refused = self._perform(command, order.actor)
            if refused:
                return refused
        return decided

    def open(
        self, number: str, workflow: Pin, law: Pin, program: Pin, order: Order, parent: str = ""
    ) -> Refusal | Decided:
        """Plan the opening of a case: entry 1 of its journal."""
        pins = {"workflow": workflow, "profile": law, "program": program}
        for pin in pins.values():
            self.loader.know(pin)
        track = lifecycle(workflow.body)
        above = None
        if parent:
            above = self._at(parent)
        case = CaseFile(
            number=number,
            workflow=track.workflow.name,
            state="",
            parent=above.case if above else None,
        )
        header = Header(
            number=number,
            workflow=track.workflow.name,
            version=track.workflow.version,
            state="",
            phase="",
            title="",
            owner="",
            parent=parent,
            pins={kind: pin.sha256 for kind, pin in pins.items()},
            count=0,
            head=FIRST,
            opened_at=self.moment.effective_at,
            effective_at=self.moment.effective_at,
            recorded_at=self.moment.recorded_at,
        )
        bound = self.loader.law(law.sha256, track, above, case)
        return self.move(Loaded(case, header, track, bound), order, pins)

    def _at(self, number: str) -> Loaded:
        return seated(self.ahead.get(number) or self.loader.load(number), self.ahead)

    def _open(self, opens: Opens, above: Loaded, actor: Actor) -> Refusal | None:
        workflow = self.environment.definitions.workflow(opens.workflow)
        refuse_changed(self.environment.store, (workflow,))
        opening = lifecycle(workflow.body).workflow.opening
        order = self._ordered(workflow.body, opening.command, opens.form, actor)
        pins = above.header.pins
        law, program = self.loader.pin(pins["profile"]), self.loader.pin(pins["program"])
        answer = self.open(opens.number, workflow, law, program, order, above.header.number)
        if isinstance(answer, Refusal):
            return answer
        return None

    def _perform(self, tells: Tells, actor: Actor) -> Refusal | None:
        loaded = self._at(tells.case)
        first = passed(loaded.case, self.moment.effective_at)
        waits = first is not None and (self.turn is None or first.order < self.turn)
        if waits or loaded.header.recorded_at > self.moment.recorded_at:
            raise Unsettled(tells.case)
        body = self.loader.pin(loaded.header.pins["workflow"]).body
        answer = self.move(loaded, self._ordered(body, tells.command, tells.form, actor))
        if isinstance(answer, Refusal):
            return answer
        return None

    @staticmethod
    def _ordered(body: str, command: str, words: Mapping[str, Any], actor: Actor) -> Order:
        """Return a case's command to another, in the name of whoever moved it."""
        form = lifecycle(body).workflow.book.forms[command]
        own = replace(actor, roles=frozenset({"case"}))
        return Order(command, forms.check(form, command, words, filled=True), own)

    def _write(
        self, loaded: Loaded, order: Order, decided: Decided, pins: Mapping[str, Pin]
    ) -> None:
        after, workflow = decided.case, loaded.lifecycle.workflow
        letters: tuple[Letter, ...] = ()
        if decided.notices:
            letters = self._letters(loaded, order, decided)
        changed = after.changed(loaded.case)
        facts = tuple([Fact(record.kind, record.key, record.body()) for record in changed])
        about = self._about(loaded, after, pins)
        content = self._content(loaded, order, decided, about, letters, facts)
        entry = entries.stored(content)
        header = self._header(loaded, after, about, entry)
        law = loaded.law
        if pins or LAW_DEPENDS_ON.intersection([fact.kind for fact in facts]):
            pinned = self.loader.jurisdiction(header.pins["profile"])
            law = pinned.law_for(law.procedure, circumstances(after))
        self.parts.append(
            CasePlan(
                expects=loaded.header.count,
                header=header,
                entry=entry,
                content=content,
                facts=facts,
                deadlines=tuple(after.deadlines.values()),
                reminders=tuple(
                    duties.reminders(workflow, after, self.moment.effective_at, law.zone)
                ),
                duties=duties.Duties(workflow, after, law),
                letters=letters,
                pins=tuple(pins.values()),
                parent_move=content.parent_move,
                listed=bool(about) or after.state != loaded.header.state,
            )
        )
        self.ahead[header.number] = Loaded(after.carried(), header, loaded.lifecycle, law)

    def _header(
        self, loaded: Loaded, after: CaseFile, about: dict[str, Any], entry: StoredEntry
    ) -> Header:
        workflow = loaded.lifecycle.workflow
        return loaded.header._replace(
            state=after.state,
            phase=workflow.phases[after.state],
            title=after.title,
            owner=after.owner,
            pins=about.get("pins", loaded.header.pins),
            count=entry.number,
            head=entry.hash,
            effective_at=self.moment.effective_at,
            recorded_at=self.moment.recorded_at,
        )

    def _about(self, loaded: Loaded, after: CaseFile, pins: Mapping[str, Pin]) -> dict[str, Any]:
        """Return what changes in the header besides the state: entry 1 says everything."""
        header = loaded.header
        now = (after.title, after.owner, loaded.lifecycle.workflow.phases[after.state])
        was = (header.title, header.owner, header.phase)
        if header.count and now == was and not pins:
            return {}
        about: dict[str, Any] = {}
        for name, value, before in zip(("title", "owner", "phase"), now, was, strict=True):
            if value != before or not header.count:
                about[name] = value
        if not header.count:
            about["workflow"] = header.workflow
            about["version"] = header.version
            about["parent"] = header.parent
        if pins:
            about["pins"] = dict(header.pins) | {kind: pin.sha256 for kind, pin in pins.items()}
        return about

    def _content(
        self,
        loaded: Loaded,
        order: Order,
        decided: Decided,
        about: Mapping[str, Any],
        letters: Sequence[Letter],
        facts: tuple[Fact, ...],
    ) -> EntryContent:
        """Return what the entry of a move says."""
        before, after = loaded.case.deadlines, decided.case.deadlines
        deadlines: list[Deadline] = []
        if after is not before:
            for key, row in sorted(after.items()):
                if before.get(key) != row:
                    deadlines.append(row)
        parent = loaded.case.parent
        return EntryContent(
            case=loaded.header.number,
            number=loaded.header.count + 1,
            command=order.command,
            form=forms.typed(order.form),
            by=order.actor.name,
            acts_for=order.actor.acts_for,
            role=decided.role,
            subject=order.subject,
            source=decided.move.source,
            dest=decided.move.dest,
            effective_at=self.moment.effective_at,
            recorded_at=self.moment.recorded_at,
            parent_move=parent.count if parent else None,
            header=about,
            changed=facts,
            deadlines=tuple(deadlines),
            letters=tuple([letter.digest for letter in letters]),
            determinations=decided.determinations,
            warnings=tuple([Warned(w.rule, w.id, w.says) for w in decided.warnings]),
            program=__version__,
            previous=loaded.header.head,
        )

    def _letters(self, loaded: Loaded, order: Order, decided: Decided) -> tuple[Letter, ...]:
        cause = f"move:{loaded.header.count + 1}"
        made: dict[tuple[str, str], Letter] = {}
        registers = Registers(self.environment, self.loader)
        settings = letter_settings(registers)
        for notice, key in decided.notices:
            for recipient in recipients(registers, [key]):
                if (notice, recipient.key) not in made:
                    occasion = Occasion(
                        decided.case,
                        loaded.law,
                        cause,
                        recipient,
                        self.moment.recorded_at,
                        order.actor,
                        order.form,
                    )
                    made[notice, recipient.key] = notices.write(settings, notice, occasion)
        return tuple(made.values())

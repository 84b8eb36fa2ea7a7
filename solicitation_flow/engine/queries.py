"""Questions that change nothing: a case as it stands, what is next, who owes what."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from solicitation_flow import duties
from solicitation_flow.casefile import Actor
from solicitation_flow.engine.actors import registered
from solicitation_flow.engine.loading import Environment, Loaded, Loader, passed, seated, unmet
from solicitation_flow.engine.people import People, RegisterKeys
from solicitation_flow.engine.planning import Unsettled
from solicitation_flow.engine.registers import Registers
from solicitation_flow.engine.settling import Settler
from solicitation_flow.errors import NotFound, Suggestion
from solicitation_flow.guards import GuardContext, Ruling, examine, stands
from solicitation_flow.records.ledger import (
    Deadline,
    Duty,
    EntryContent,
    Header,
    Letter,
    Pin,
    Reminder,
    StoredEntry,
)
from solicitation_flow.timekeeping import Doubt
from solicitation_flow.workflow import Kind, Move, Workflow
from solicitation_flow.yamlfile import did_you_mean


@dataclass(frozen=True, slots=True)
class View:
    """A case as it stands at an instant; `unrecorded` moves are due, not yet recorded."""

    loaded: Loaded
    at: datetime
    unrecorded: tuple[EntryContent, ...] = ()

    @property
    def ahead(self) -> list[Deadline]:
        """The deadlines still to come, the next one first."""
        return unmet(self.loaded.case)


@dataclass(frozen=True, slots=True)
class AvailableCommand:
    """One command a state offers: where it leads, who may give it, what stands in the way."""

    command: str
    moves: tuple[Move, ...]
    roles: tuple[str, ...]
    people: Sequence[str]
    yours: bool
    rulings: tuple[Ruling, ...]
    owed: tuple[Duty, ...]

    @property
    def open(self) -> bool:
        """Whether some move has no standing objection."""
        barred = {ruling.dest for ruling in self.rulings}
        return any(move.dest not in barred for move in self.moves)


@dataclass(frozen=True, slots=True)
class Queries:
    """Every question about cases; what has passed is settled in memory, nothing is stored."""

    environment: Environment
    loader: Loader

    def view(
        self, number: str, as_of: datetime | None = None, known_at: datetime | None = None
    ) -> View:
        """Return a case now, as of an effective time, or by what the journal held then."""
        now = self.environment.clock.now()
        if known_at is not None:
            lineage = self._lineage(number, "recorded_at", known_at)
            return View(lineage[number], known_at)
        lineage = self._lineage(number, "effective_at", as_of)
        return self._settled(number, lineage, as_of or now)

    def _lineage(self, number: str, clock: str, until: datetime | None) -> dict[str, Loaded]:
        """Return a case and those above it, as the journals held them at an instant."""
        loaded = self.loader.load(number)
        above: dict[str, Loaded] = {}
        if loaded.header.parent:
            above = self._lineage(loaded.header.parent, clock, until)
        if until is not None and until < getattr(loaded.header, clock):
            loaded = self._replayed(number, clock, until)
        return {**above, number: seated(loaded, above)}

    def _replayed(self, number: str, clock: str, until: datetime) -> Loaded:
        entries = self.environment.store.journal(number)
        if not entries:
            raise NotFound(f"there is no case {number}", next=Suggestion("list"))
        earlier = [entry for entry in entries if getattr(entry, clock) <= until]
        if not earlier:
            opened = self.loader.load(number).law.spoken(entries[0].effective_at)
            raise NotFound(f"{number} did not exist yet: it was opened {opened}")
        return self.loader.replayed(earlier)

    def _settled(self, number: str, lineage: Mapping[str, Loaded], until: datetime) -> View:
        """Settle a case and those above it in memory, in the one order of what has passed."""
        settler = Settler(self.environment, self.loader)
        ahead = dict(lineage)
        unrecorded: list[EntryContent] = []
        while first := _first_passed(ahead.values(), until):
            loaded = seated(ahead[first.case], ahead)
            # recorded_at is only shown as "not yet recorded"; it must not lie before the entry
            recorded_at = max(until, *(case.header.recorded_at for case in ahead.values()))
            try:
                plan, ahead = settler.planned(loaded, first, recorded_at, ahead)
            except Unsettled as other:
                ahead[other.number] = self.loader.load(other.number)
                continue
            for part in plan.parts:
                if part.header.number == number:
                    unrecorded.append(part.content)
        return View(seated(ahead[number], ahead), until, tuple(unrecorded))

    def next(self, number: str, actor: Actor) -> tuple[View, list[AvailableCommand]]:
        """Return what the case offers now, by whom, and what stands in the way of each."""
        view = self.view(number)
        loaded = view.loaded
        owed = duties.duties(loaded.lifecycle.workflow, loaded.case, loaded.law)
        people = cache(self.people)
        commands: list[AvailableCommand] = []
        for command, moves in loaded.lifecycle.workflow.offered(loaded.case.state).items():
            duties_of = tuple([duty for duty in owed if duty.command == command])
            commands.append(self._available(view, command, moves, actor, duties_of, people))
        return view, commands

    def _available(
        self,
        view: View,
        command: str,
        moves: tuple[Move, ...],
        actor: Actor,
        owed: tuple[Duty, ...],
        people: Callable[[str], Sequence[str]],
    ) -> AvailableCommand:
        loaded = view.loaded
        context = GuardContext(loaded.case, view.at, loaded.law, actor)
        rulings: list[Ruling] = []
        for _, _, ruling in examine(loaded.lifecycle, context, command):
            if ruling is not None and stands(loaded.case, ruling):
                rulings.append(ruling)
        roles = tuple(dict.fromkeys(role for move in moves for role in move.by))
        return AvailableCommand(
            command=command,
            moves=moves,
            roles=roles,
            people=_together(people(role) for role in roles),
            yours=bool(actor.roles.intersection(roles)),
            rulings=tuple(rulings),
            owed=owed,
        )

    @property
    def registers(self) -> Registers:
        """The registers of people and parties."""
        return Registers(self.environment, self.loader)

    def entry_number(self, register: str, key: str) -> str:
        """Return the case number of a register's entry; a number stays as it is."""
        head = self.registers.all()[register]
        return head.number(head.key(key))

    def workflows(self, kind: Kind) -> list[str]:
        """Return the names of the workflows of a kind."""
        headings = self.environment.definitions.headings().values()
        return [heading.name for heading in headings if heading.kind == kind]

    def people(self, role: str) -> Sequence[str]:
        """Return who holds a role, as register keys; the clock and other cases are nobody."""
        if role in {"clock", "case"}:
            return []
        if role in self.registers.of_parties():
            return RegisterKeys(self.environment.store, self.registers.all()[role])
        return self.registers.holders(role)

    def people_of(self, roles: Iterable[str]) -> Sequence[str]:
        """Return who holds any of several roles, each once."""
        return _together(self.people(role) for role in roles)

    def inbox(self, actor: Actor) -> list[Duty]:
        """Return what waits for a person, the most urgent first."""
        owes: set[str] = set()
        for role in actor.roles:
            owes.add(f"role:{role}")
        for register in self.registers.people():
            owes.add(f"{register}:{actor.name}")
        for register in self.registers.of_parties():
            owes.add(f"{register}:{actor.party}")
        far = datetime.max.replace(tzinfo=self.now.tzinfo)
        return sorted(
            self.duties(owes),
            key=lambda duty: (duty.due_at or far, duty.case, duty.command, duty.owes),
        )

    def duties(self, owes: set[str] | None = None) -> list[Duty]:
        """Return what is owed, by anybody or by those named.

        A case with a deadline that has passed is settled in memory first.
        """
        late = {deadline.case for deadline in self.passed()}
        listed: list[Duty] = []
        for duty in self.environment.store.duties(owes):
            if duty.case not in late:
                listed.append(duty)
        for number in sorted(late):
            loaded = self.view(number).loaded
            for duty in duties.duties(loaded.lifecycle.workflow, loaded.case, loaded.law):
                if owes is None or duty.owes in owes:
                    listed.append(duty)
        return listed

    def due(self, until: datetime | None = None) -> Iterable[Deadline]:
        """Return unmet deadlines, computed, nothing executed."""
        return self.environment.store.deadlines(until)

    def passed(self) -> list[Deadline]:
        """Return the deadlines that have passed and are not recorded yet."""
        return self.environment.store.due(self.now)

    def reminders(self, until: datetime | None = None) -> list[Reminder]:
        """Return the reminders that are still to be sent."""
        return self.environment.store.reminders(until)

    @property
    def now(self) -> datetime:
        """The instant by the engine's clock."""
        return self.environment.clock.now()

    @property
    def clock_doubt(self) -> Doubt | None:
        """What is doubtful about the computer's clock; a training clock is never in doubt."""
        keeper = self.environment.keeper
        if keeper:
            return keeper.doubt()
        return None

    def exists(self, number: str) -> bool:
        """Return whether there is a case of that very number."""
        return self.environment.store.head(number) is not None

    def number(self, typed: str) -> str:
        """Return the number of a case, whatever capitals it was typed in, or raise NotFound."""
        if self.exists(typed):
            return typed
        known = [header.number for header in self.cases()]
        alike = [number for number in known if number.casefold() == typed.casefold()]
        if len(alike) == 1:
            return alike[0]
        raise NotFound(
            f"there is no case {typed!r}",
            hint=did_you_mean(typed, known),
            next=Suggestion("list"),
        )

    def cases(
        self,
        workflow: str | None = None,
        state: str | None = None,
        phase: str | None = None,
        owner: str | None = None,
    ) -> list[Header]:
        """Return the cases as they are stored, by number; None means any."""
        return self.environment.store.find(workflow=workflow, state=state, phase=phase, owner=owner)

    def stored(self, number: str) -> Loaded:
        """Return a case as it is stored, nothing settled."""
        return self.loader.load(number)

    def workflow(self, number: str) -> Workflow:
        """Return the workflow a case runs from."""
        return self.loader.load(number).lifecycle.workflow

    def journal(self, number: str) -> list[StoredEntry]:
        """Return the journal of a case, as it is stored."""
        return self.environment.store.journal(number)

    def letters(self, status: str | None = None, case: str | None = None) -> list[Letter]:
        """Return the letters written, in order: of one status, of one case, or all."""
        return self.environment.store.outbox(status, case)

    def pin(self, sha256: str) -> Pin:
        """Return a definition that cases are pinned to."""
        return self.loader.pin(sha256)

    def actor(self, key: str) -> Actor:
        """Return the person, supplier or member a key names, or raise NotFound."""
        return registered(self.registers, key)


def _together(groups: Iterable[Sequence[str]]) -> Sequence[str]:
    """Return people of several roles, each once; whole registers are not read for that."""
    persons: dict[str, None] = {}
    kept: list[Sequence[str]] = []
    for group in groups:
        if isinstance(group, RegisterKeys):
            kept.append(group)
        else:
            news = []
            for key in group:
                if key not in persons:
                    news.append(key)
            kept.append(news)
            persons |= dict.fromkeys(group)
    return People(*kept)


def _first_passed(cases: Iterable[Loaded], until: datetime) -> Deadline | None:
    """Return the first of the deadlines of some cases that have passed."""
    rows: list[Deadline] = []
    for loaded in cases:
        row = passed(loaded.case, until)
        if row is not None:
            rows.append(row)
    return min(rows, key=lambda row: row.order, default=None)

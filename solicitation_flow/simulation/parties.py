"""Simulated people and firms, who do what they owe and what a refusal asks for."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from solicitation_flow.casefile import CLOCK, Actor
from solicitation_flow.clock import VirtualClock
from solicitation_flow.decide import Refusal
from solicitation_flow.engine import Accepted, Engine, Request
from solicitation_flow.engine.settling import Settled
from solicitation_flow.errors import BadFields
from solicitation_flow.guards import Ruling, stands
from solicitation_flow.rulebook import Clears
from solicitation_flow.simulation.form_filler import FormFiller
from solicitation_flow.simulation.story_runner import ringing
from solicitation_flow.workflow import Move

STAFF: Mapping[str, str] = {
    "maria": "officer",
    "ann": "officer",
    "grace": "approver",
    "theo": "custodian",
    "ben": "evaluator",
    "chen": "evaluator",
    "dora": "evaluator",
    "gazette": "newspaper",
}
FIRMS = ("acme", "zenith", "orion")
MEMBERS = ("fairview", "lakemont")
OFFICE = Actor("office", frozenset({"administrator", "officer"}))
DEEPEST = 5
"""How far a remedy may ask for another remedy before somebody gives up."""

TRIES = 8
PATIENCE = 60
"""How many due instants somebody waits through for the clock to do one thing."""

EAGER = 0.5
"""How often somebody bold tries something that leads nowhere, before a step is taken."""

PAUSE = (5, 90)
"""Minutes between two acts."""


@dataclass(frozen=True, slots=True)
class Act:
    """One thing somebody did, or was refused, or the clock did."""

    at: datetime
    who: str
    case: str
    command: str
    outcome: str
    done: bool


@dataclass(slots=True)
class Task:
    """A command somebody works towards: in which case, said how, by which move, how deep down."""

    case: str
    command: str
    known: dict[str, Any]
    move: Move | None = None
    who: str = ""
    deep: int = 0
    typed: dict[str, dict[str, Any]] = field(default_factory=dict)
    """By party: the words of the form they filled in, which they mend and do not write anew."""


def silent(_: Act) -> None:
    """Tell nobody."""


@dataclass(slots=True)
class Parties:
    """Everybody who takes part in a simulated solicitation, each with chances of their own."""

    engine: Engine
    clock: VirtualClock
    seed: str
    bold: bool = False
    tell: Callable[[Act], None] = silent
    says: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    leaves: frozenset[str] = frozenset()
    rung: set[tuple[str, str, str, str]] = field(default_factory=set)
    _chances: dict[str, Random] = field(default_factory=dict)

    def chance(self, who: str) -> Random:
        """Return the random stream of one party: what one draws moves no other's draws."""
        return self._chances.setdefault(who, Random(f"{self.seed}/{who}"))

    def enter(self) -> None:
        """Enter everybody into the registers."""
        for key, role in STAFF.items():
            self.register("person", key, roles=role)
        for key in FIRMS:
            self.register("supplier", key)
        for key in MEMBERS:
            self.register("member", key, kind="school division", state="VA")

    def register(self, register: str, key: str, **rest: str) -> str:
        """Enter somebody into a register and return the number of the entry."""
        words = {"key": key, "name": key.title(), "email": f"{key}@{register}.example", **rest}
        return self.open(register, words, "office")

    def open(self, workflow: str, words: Mapping[str, Any], who: str, parent: str = "") -> str:
        """Open a case and return its number."""
        command = self.engine.opening(workflow)
        request = Request(command, words, workflow=workflow, parent=parent)
        actor = OFFICE
        if who != OFFICE.name:
            actor = self.actor(who)
        answer = self.engine.perform(request, actor)
        assert isinstance(answer, Accepted), answer
        self._report(who, answer.number, command, answer.decided.case.state, done=True)
        return answer.number

    def actor(self, key: str) -> Actor:
        """Return who acts for a register key such as `person:maria` or `supplier:acme`."""
        name = key.rpartition(":")[2]
        for role, everyone in (("supplier", FIRMS), ("member", MEMBERS)):
            if name in everyone:
                return Actor(name, frozenset({role}), acts_for=name)
        return Actor(name, frozenset({STAFF.get(name, "officer")}))

    # --- doing ---------------------------------------------------------------------------------

    def strive(self, case: str, move: Move) -> bool:
        """Try to take one move of a case: whatever stands in its way is cleared as it asks."""
        if move.timed:
            return self._await(case, move)
        task = Task(case, move.command, {}, move)
        self._prepare(task)
        return self._carried_out(task)

    def try_anything(self, case: str) -> None:
        """Let somebody bold give a command picked at random; whatever it says, all go on."""
        chance, loaded = self.chance("anything"), self.engine.view(case).loaded
        offered = loaded.lifecycle.workflow.offered(loaded.case.state)
        inner: list[str] = []
        for command in sorted(offered):
            if all(_stays(move) for move in offered[command]):
                inner.append(command)
        if self.bold and inner and chance.random() < EAGER:
            task = Task(case, chance.choice(inner), {})
            task.who = chance.choice(sorted(self._able(task)))
            self._tried(task)

    def offer(self, case: str, firms: int) -> None:
        """Let some firms send a proposal; with none named, as many as chance will have it."""
        chance = self.chance("firms")
        fewest = 2
        if self.bold:
            fewest = 1
        count = firms or chance.randint(fewest, len(FIRMS))
        for key in sorted(chance.sample(FIRMS, count)):
            self._carried_out(Task(case, "receive", {}, who=f"supplier:{key}"))

    def _act(self, task: Task, who: str) -> Accepted | Refusal:
        """Give one command as one party, a little later than the last."""
        chance, actor = self.chance(who), self.actor(who)
        self.until(self.clock.now() + timedelta(minutes=chance.randint(*PAUSE)))
        form = self.engine.form(task.case, task.command)
        filler = FormFiller(
            self.engine, task.case, chance, plans="officer" in actor.roles, bold=self.bold
        )
        state = self.engine.view(task.case).loaded.header.state
        known = {
            **self.says.get(task.command, {}),
            **self.says.get(f"{state}:{task.command}", {}),
            **task.typed.get(who, {}),
            **task.known,
        }
        words = task.typed[who] = filler.fill(form, known) if form else {}
        answer = self.engine.perform(Request(task.command, words, case=task.case), actor)
        done = isinstance(answer, Accepted)
        self._report(actor.name, task.case, task.command, _outcome(answer), done=done)
        return answer

    def _prepare(self, task: Task) -> None:
        """Clear what would send a command with several moves another way than this one."""
        move = task.move
        assert move is not None, "only a move can be prepared"
        loaded = self.engine.view(task.case).loaded
        if loaded.lifecycle.workflow.offered(loaded.case.state).get(move.command) == (move,):
            return
        if move.timed:
            actor = CLOCK
        else:
            actor = self.actor(self._able(task)[0])
        for _ in range(TRIES):
            view, _, examined = self.engine.why(Request(move.command, case=task.case), actor)
            stops: list[Ruling] = []
            for examined_move, _, ruling in examined:
                if examined_move == move and ruling and stands(view.loaded.case, ruling):
                    stops.append(ruling)
            if not self._obey(task, stops):
                return

    def _carried_out(self, task: Task) -> bool:
        for _ in range(TRIES):
            answer = self._tried(task)
            if isinstance(answer, Accepted):
                return task.move is None or answer.decided.move == task.move
            if answer is None:
                return False
            rulings = answer.rulings
            if task.move is not None:
                here = [ruling for ruling in rulings if ruling.dest == task.move.dest]
                rulings = tuple(here) or rulings
            if not self._obey(task, rulings):
                return False
        return False

    def _tried(self, task: Task) -> Accepted | Refusal | None:
        """Return what the first who can achieves, else the refusal that teaches the most."""
        refusals: list[Refusal] = []
        parties = [task.who]
        if not task.who:
            parties = self._able(task)
        for key in parties:
            try:
                answer = self._act(task, key)
            except BadFields as error:
                self._report(key, task.case, task.command, error.message, done=False)
                return None
            if isinstance(answer, Accepted):
                return answer
            refusals.append(answer)
        return min(refusals, key=_without_remedy, default=None)

    def _able(self, task: Task) -> list[str]:
        if task.move:
            roles = task.move.by
        else:
            loaded = self.engine.view(task.case).loaded
            offered = loaded.lifecycle.workflow.offered(loaded.case.state).get(task.command, ())
            roles = tuple(dict.fromkeys(role for move in offered for role in move.by))
        people: list[str] = []
        for role in roles:
            people += self.engine.read.people(role)
        self.chance("who").shuffle(people)
        return people

    def _obey(self, task: Task, rulings: Iterable[Ruling]) -> bool:
        """Do what objections ask, and return whether the command is worth giving again."""
        worth_it = False
        for ruling in rulings:
            if self._remedied(task, ruling):
                worth_it = True
        return worth_it

    def _remedied(self, task: Task, ruling: Ruling) -> bool:
        for clears in ruling.clears:
            where = clears.case or task.case
            same = (where, clears.command) == (task.case, task.command)
            if same and any(task.known.get(k) != v for k, v in clears.fields.items()):
                task.known.update(clears.fields)
                task.who = clears.who or task.who
                return True
            if not same and self._cleared(where, clears, task.deep):
                return True
        if ruling.earliest and ruling.earliest > self.clock.now():
            self.until(ruling.earliest)
            return True
        return False

    def _cleared(self, case: str, clears: Clears, deep: int) -> bool:
        if clears.command in self.leaves or deep >= DEEPEST:
            return False
        fields = dict(clears.fields)
        return self._carried_out(Task(case, clears.command, fields, None, clears.who, deep + 1))

    # --- waiting -------------------------------------------------------------------------------

    def _await(self, case: str, move: Move) -> bool:
        """Let the clock take a move, having cleared first what would send it another way."""
        self._prepare(Task(case, move.command, {}, move))
        for _ in range(PATIENCE):
            if (case, move.source, move.command, move.dest) in self.rung:
                return True
            due = self.engine.environment.store.next_due()
            if due is None:
                return False
            self.until(due)
        return False

    def until(self, when: datetime) -> None:
        """Let time pass to an instant, ringing at every due instant on the way."""
        for sweep in ringing(self.engine, self.clock, when):
            for settled in sweep.settled:
                self._rings(settled)

    def _rings(self, settled: Settled) -> None:
        row = settled.deadline
        self._report(CLOCK.name, row.case, row.command, settled.dest, done=True)
        self.rung.add((row.case, settled.source, row.command, settled.dest))

    def _report(self, who: str, case: str, command: str, outcome: str, *, done: bool) -> None:
        name = who.rpartition(":")[2]
        self.tell(Act(self.clock.now(), name, case, command, outcome, done))


def _stays(move: Move) -> bool:
    """Return whether anybody may take a move, and the case stays where it is."""
    return move.dest == move.source and not {"clock", "case"}.intersection(move.by)


def _outcome(answer: Accepted | Refusal) -> str:
    if isinstance(answer, Accepted):
        return answer.decided.case.state
    return "; ".join([answer.says, *(ruling.says for ruling in answer.rulings)])


def _without_remedy(refusal: Refusal) -> int:
    """Return how many objections of a refusal say neither what clears them nor when they pass."""
    if not refusal.rulings:
        return len(refusal.says)
    return sum(not (ruling.clears or ruling.earliest) for ruling in refusal.rulings)

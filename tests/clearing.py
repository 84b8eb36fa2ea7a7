"""Do exactly what an objection asks, on a copy of the workspace, and checks whether that helped."""

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from solicitation_flow import forms, workdays
from solicitation_flow.casefile import Actor
from solicitation_flow.clock import VirtualClock
from solicitation_flow.decide import Refusal
from solicitation_flow.engine import Accepted, Engine, Request
from solicitation_flow.errors import SolflowError
from solicitation_flow.forms import Attachment, Envelope, Form
from solicitation_flow.guards import Ruling
from solicitation_flow.phases import registers
from solicitation_flow.rulebook import Clears
from solicitation_flow.simulation.story import read
from solicitation_flow.simulation.story_runner import StoryRunner
from solicitation_flow.store.memory import MemoryStore
from tests.engine_fixtures import teller

Way = Sequence[Clears] | datetime
"""What is done: remedies, or a day waited for."""
CONTAINERS = ("facts", "entries", "deadlines", "reminders")
DEEPEST = 4
OFFICE = Actor("office", frozenset({"administrator", "officer"}))
FORMS: Mapping[str, type[Form]] = {
    "person": registers.OpenPerson,
    "supplier": registers.OpenSupplier,
    "member": registers.OpenMember,
}

BLANK = "..."
"""What a remedy leaves to whoever types it."""


@dataclass(frozen=True, slots=True)
class Objected:
    """One objection as a story meets it, and what still stands once what it asks is done."""

    story: str
    request: Request
    ruling: Ruling
    stuck: str
    flaws: tuple[str, ...]
    """What is wrong with its remedies as they are written."""

    @property
    def hopeless(self) -> bool:
        """Whether it names nothing, and no day, that would clear it."""
        return not self.ruling.clears and self.ruling.earliest is None

    def __str__(self) -> str:
        """Return where it was met and what it says."""
        text = f"{self.story}: {self.request.command}: {self.ruling.guard}: {self.ruling.says}"
        return f"{text}\n    {self.stuck}" if self.stuck else text


@cache
def objections(path: Path) -> tuple[Objected, ...]:
    """Return every objection one story meets that stops a command, each cleared on a twin."""
    runner = teller(read(path))
    met: list[Objected] = []
    perform = runner.engine.perform

    def performing(request: Request, actor: Actor) -> Refusal | Accepted:
        answer = perform(request, actor)
        if isinstance(answer, Refusal):
            for ruling in answer.rulings:
                if ruling.strength != "warn":
                    why = stuck(runner, request, actor, ruling)
                    flaws = tuple(_flaws(runner.engine, ruling))
                    met.append(Objected(path.stem, request, ruling, why, flaws))
        return answer

    runner.engine.perform = performing  # type: ignore[method-assign]
    list(runner.tell())
    return tuple(met)


def _flaws(engine: Engine, ruling: Ruling) -> Iterator[str]:
    """Return every remedy that cannot be given as it is written: no such word, role or field."""
    for place, clears in enumerate(ruling.clears):
        register = _register(clears)
        if register:
            yield from sorted(set(clears.fields) - set(FORMS[register].model_fields))
            continue
        loaded = engine.loader.load(clears.case or ruling.case)
        workflow, state = loaded.lifecycle.workflow, loaded.case.state
        # what comes second may be offered only where the first one leads
        moves = [one for one in workflow.moves if place or one.source == state]
        roles = {role for one in moves if one.command == clears.command for role in one.by}
        if clears.role not in roles:
            yield f"{clears.command} is not for {clears.role} while it is {state}"
        form = workflow.book.forms[clears.command]
        for name in sorted(set(clears.fields) - set(form.model_fields) | set(forms.fills(form))):
            if name in clears.fields:
                yield f"{clears.command} takes no {name}"


def stuck(runner: StoryRunner, request: Request, actor: Actor, ruling: Ruling) -> str:
    """Return why a guard still objects whatever it asked was done; nothing once it does not.

    All that it names is done together, or one thing alone where they are alternatives, or the day
    it names is waited for. Where a remedy leads to another state, the question does not arise.
    """
    signed = [remedy for remedy in ruling.clears if remedy.command == "determine"]
    rest = [remedy for remedy in ruling.clears if remedy.command != "determine"]
    alone = [[clears] for clears in rest] if len(rest) > 1 else []
    ways: list[Way] = [way for way in (rest, *alone) if way]
    if ruling.earliest and not rest:
        ways.append(ruling.earliest)
    tried: list[str] = []
    for way in ways:
        tried.append(_after(runner, request, actor, way, ruling.guard))
        if not tried[-1]:
            break
    why = "; ".join(dict.fromkeys(tried)) if all(tried) else ""
    return why or (_after(runner, request, actor, signed, ruling.guard) if signed else "")


def _after(runner: StoryRunner, request: Request, actor: Actor, way: Way, guard: str) -> str:
    clearing = Clearing(runner, twin(runner.engine))
    stood = clearing.state(request.case)
    try:
        again = clearing.heeded(request, actor, way, DEEPEST)
        return clearing.objection(*again, guard) if clearing.state(request.case) == stood else ""
    except (SolflowError, AssertionError) as error:
        return str(error)


def twin(engine: Engine) -> Engine:
    """Return an engine over a copy of all that an engine has stored in memory."""
    store = MemoryStore()
    for name, kept in vars(engine.environment.store).items():
        setattr(store, name, copy(kept))
    for number, folder in store._cases.items():
        own = {name: copy(getattr(folder, name)) for name in CONTAINERS}
        store._cases[number] = replace(folder, **own)
    clock = VirtualClock(engine.environment.clock.now())
    made = Engine(replace(engine.environment, store=store, clock=clock))
    made.loader._jurisdictions = engine.loader._jurisdictions
    made.loader._kept = copy(engine.loader._kept)
    return made


@dataclass(frozen=True, slots=True)
class Clearing:
    """A copy of the workspace where what refusals ask is done, and what that asks in turn."""

    runner: StoryRunner
    engine: Engine

    def objection(self, request: Request, actor: Actor, guard: str) -> str:
        """Return what one guard still says of a command, its waiting aside; or nothing."""
        answer = self.engine.perform(request, actor)
        if isinstance(answer, Accepted) or not answer.rulings:
            return "" if isinstance(answer, Accepted) else answer.says
        for ruling in (one for one in answer.rulings if one.guard == guard):
            if ruling.earliest is None or ruling.earliest <= self.engine.environment.clock.now():
                return ruling.says
            self.heeded(request, actor, ruling.earliest, 0)
            return self.objection(request, actor, guard)
        return ""

    def passes(self, request: Request, actor: Actor, left: int) -> str:
        """Return why a remedy is refused whatever that asked was done in turn, or nothing."""
        says = ""
        for _ in range(left):
            answer = self.engine.perform(request, actor)
            if isinstance(answer, Accepted):
                return ""
            if not answer.rulings:
                return answer.says
            says = "; ".join(ruling.says for ruling in answer.rulings)
            for ruling in answer.rulings:
                request, actor = self.heeded(
                    request, actor, ruling.clears or ruling.earliest, left - 1
                )
        return says

    def state(self, number: str) -> str:
        """Return where a case stands by now."""
        return self.engine.loader.load(number).case.state

    def heeded(
        self, request: Request, actor: Actor, asked: Way | None, left: int
    ) -> tuple[Request, Actor]:
        """Do what one objection asks, and return the command as it is given again, and by whom."""
        if isinstance(asked, datetime):
            self.engine.environment.clock.set(asked)  # type: ignore[attr-defined]
            return request, actor
        named = [remedy for remedy in asked or () if remedy.command != "determine"]
        for clears in named or asked or ():
            number = clears.case or request.case
            again = clears.command == request.command and number == request.case
            words = self._typed(clears, number, request.words if again else {})
            if again:
                before = {name: str(_word(word)) for name, word in request.words.items()}
                same = before == {name: str(word) for name, word in words.items()}
                actor = self._who(clears, actor, another=same)
                request = request._replace(words=words)
                continue
            why = self._do(clears, number, words, actor, left)
            if why:
                raise SolflowError(f"{clears.command} is refused: {why}")
        return request, actor

    def _do(
        self, remedy: Clears, number: str, words: dict[str, Any], actor: Actor, left: int
    ) -> str:
        register = _register(remedy)
        if not register:
            request = Request(remedy.command, words, case=number)
            return self.passes(request, self._who(remedy, actor), left)
        words = {"name": "A newcomer", "email": "new@office.example"} | words
        return self.passes(Request(remedy.command, words, workflow=register), OFFICE, left)

    def _who(self, remedy: Clears, actor: Actor, *, another: bool = False) -> Actor:
        """Return who gives a command; where only another may, a deputy is named for the role."""
        if remedy.who:
            return self.runner.actor(remedy.who.rpartition(":")[2])
        if another:
            return Actor("deputy", frozenset({remedy.role}))
        cast = [actor, *(self.runner.actor(party.key) for party in self.runner.story.cast)]
        return next(member for member in cast if remedy.role in member.roles)

    def _typed(self, remedy: Clears, number: str, earlier: Mapping[str, Any]) -> dict[str, Any]:
        """Return the words of a remedy as somebody would type them, the open ones filled in."""
        given = {name: _word(value) for name, value in remedy.fields.items()}
        typed = {name: _word(value) for name, value in earlier.items()} | given
        register = _register(remedy)
        form = FORMS[register] if register else self.engine.form(number, remedy.command)
        assert form, f"{number} knows no command {remedy.command}"
        for field in forms.describe(form):
            name = field["name"]
            blank = typed.get(name) == BLANK
            if blank or (field["required"] and name not in typed):
                typed[name] = self._example(number, field, forms.takes(form, name))
                if name in forms.happened(form):  # what has happened has happened by now
                    typed[name] = self._now(number, forms.takes(form, name))
            elif isinstance(typed.get(name), Mapping):
                for key, value in typed[name].items():
                    if value == BLANK:
                        typed[name] = {**typed[name], key: "A reason that the file states."}
        return typed

    def _now(self, number: str, takes: Any) -> str:
        zone = self.engine.view(number).loaded.law.zone
        now = workdays.local(self.engine.environment.clock.now(), zone)
        if takes is date:
            return f"{now:%Y-%m-%d}"
        return f"{now:%Y-%m-%d %H:%M}"

    def _example(self, number: str, field: Mapping[str, Any], takes: Any) -> Any:
        if takes is Envelope:
            words = b"total: 390000.00\n"
            return self.engine.enclose("offer.txt", words, case=number, part=field["name"])
        if takes is Attachment:
            return self.engine.attach("paper.pdf", b"A paper.\n")
        if field["name"] == "author":
            return "somebody-else"
        assert field["examples"], f"{field['name']} has no example"
        return _word(field["examples"][0])


def _register(remedy: Clears) -> str:
    """Return the register a remedy enters somebody into, or nothing."""
    name = remedy.command.removeprefix("open_")
    return name if name in FORMS else ""


def _word(value: Any) -> Any:
    if isinstance(value, datetime):
        assert value.tzinfo is None, "a field is typed in the agency's local time"
        return value.isoformat(sep=" ")
    if isinstance(value, tuple | list) and all(isinstance(item, str) for item in value):
        return ",".join(value)
    return value

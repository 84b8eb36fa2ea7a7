"""What happens in a run, step by step; each step draws from chances of its own, so any may go."""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from solicitation_flow import post
from solicitation_flow.casefile import Actor
from solicitation_flow.decide import Refusal
from solicitation_flow.engine import Accepted, Engine, Request
from solicitation_flow.engine.form_filling import unseals
from solicitation_flow.errors import BadFields, ClockWentBack, Conflict, SolflowError, Usage
from tests.torture.faults import CLOCK, POST, STORE, Crash
from tests.torture.laws import Laws, glance
from tests.torture.requests import Wisher
from tests.torture.workspace import MARK, House

KINDS: Mapping[str, int] = {
    "lawful": 26,
    "taught": 30,
    "wrong": 6,
    "hostile": 8,
    "opening": 3,
    "stale": 4,
    "again": 5,
    "dry": 5,
    "ask": 5,
    "overdue": 10,
    "clock": 14,
    "settle": 8,
    "post": 6,
}
"""What a step may be, and how often."""

MOSTLY = 0.8
"""How often somebody sets a clock right that stands before what is written."""

FAULTY = 0.45
"""How often a step that writes goes wrong."""

AFTERWARDS = frozenset({"crash after", "lost reply"})
"""What was stored all the same, though whoever asked does not know."""

BEFORE = frozenset({"crash before", "locked", "disk full"})
"""What was not stored, so that the same command may be given again."""

LEAPS = (
    timedelta(microseconds=1),
    timedelta(minutes=7),
    timedelta(hours=5),
    timedelta(days=1),
    timedelta(days=8),
)
SHOWN = 90
"""Characters of a story's line about the words of a command, or what came of it."""


@dataclass(slots=True)
class Run:
    """One run as it goes along: the offices, the laws, and the story so far."""

    house: House
    laws: Laws
    story: list[str] = field(default_factory=list)
    did: list[str] = field(default_factory=list)
    answers: Counter[str] = field(default_factory=Counter)

    def step(self, chance: Random, *, calm: bool) -> str:
        """Do one thing, check every law, and return what kind of thing it was."""
        kind = chance.choices([*KINDS], [*KINDS.values()])[0]
        office = chance.randrange(len(self.house.offices))
        self.did = [f"{self.house.clock.stands:%Y-%m-%d %H:%M:%S} office {office + 1}"]
        self.house.clock.asked = 0
        stepped = _Step(self, office, chance, calm=calm)
        try:
            before = glance(self.house.store)
            answered = getattr(stepped, STEPS.get(kind, "command"))(kind)
            self.house.faults.calm()
            news = self.laws.check()
            self.laws.unmarked()
            if not answered:
                self.laws.untouched(before, news)
        finally:
            self.house.faults.calm()
            self.story.append("  ".join(self.did))
        return kind

    def finish(self) -> None:
        """Let all that is due happen, and check everything once more."""
        self.did = ["at the end"]
        house, laws = self.house, self.laws
        headers = house.store.find()
        latest = max((header.recorded_at for header in headers), default=house.clock.stands)
        house.clock.stands = max(latest, house.clock.stands)
        sweep = house.offices[0].settle()
        laws.hold("L1", not sweep.troubles, "; ".join(sweep.troubles))
        for office in house.offices:
            post.send(office.environment.store, house.post, house.clock.now())
        laws.check()
        laws.settled([header.number for header in headers], house.clock.stands)
        waiting = [
            letter for letter in house.store.outbox() if letter.status in {"queued", "sending"}
        ]
        laws.hold(
            "L12", not waiting, f"letters did not leave: {[letter.key for letter in waiting]}"
        )
        laws.remembered()
        laws.whole()


@dataclass(frozen=True, slots=True)
class _Step:
    """One step: by which office, with which chances."""

    run: Run
    office: int
    chance: Random
    calm: bool

    @property
    def house(self) -> House:
        return self.run.house

    @property
    def engine(self) -> Engine:
        return self.house.offices[self.office]

    def _wisher(self) -> Wisher:
        return Wisher(self.house, self.engine, self.chance)

    # --- commands ------------------------------------------------------------------------------

    def command(self, kind: str) -> bool:
        """Give a command, and return whether it may have moved a case."""
        request, actor = getattr(self._wisher(), kind)()
        return self._give(request, actor)

    def stale(self, _: str) -> bool:
        """Give a command for a case as it was a move ago."""
        request, actor = self._wisher().lawful()
        seen = self._count(request.case)
        may = self._give(request._replace(expect=str(seen - 1)), actor)
        done = self.run.did[-1].startswith("->")
        self.run.laws.hold("L2", not done, f"{request.case} moved, though expected at {seen - 1}")
        return may

    def again(self, _: str) -> bool:
        """Give an earlier command word for word, as a message delivered twice does."""
        if not self.house.given:
            return self.command("lawful")
        request, actor = self.chance.choice(self.house.given)
        return self._give(request, actor)

    def overdue(self, _: str) -> bool:
        """Give a command to a case whose date has passed while nobody rang."""
        house = self.house
        ahead = [row for row in house.store.deadlines() if row.fires_at >= house.clock.stands]
        if not ahead:
            return self.command("taught")
        row = self.chance.choice(ahead[:3])
        late = self.chance.choice([timedelta(), *LEAPS])
        house.clock.turn(row.fires_at + late - house.clock.stands)
        self.run.did.append(f"{row.name} was due {row.fires_at}, {late} ago")
        request, actor = self._wisher().lawful(row.case)
        return self._give(request, actor)

    def _give(self, request: Request, actor: Actor) -> bool:
        """Give a command and, where the answer got lost, give it again as before."""
        house = self.house
        seen = self._count(request.case)
        asked = house.clock.stands
        self.run.did.append(_spoken(request, actor))
        self._arm((*STORE, *CLOCK), 2)
        answer = self._tried(request, actor)
        struck = house.faults.struck
        house.faults.calm()
        # a rival may say the very same, and has it written under the same name
        often = self._mine(request, actor, seen) - (struck == "rival")
        says = f"{request.command}, given once, took effect {often} times"
        self.run.laws.hold("L2", often <= 1, says)
        self._judge(request, actor, answer, asked, struck)
        unsure = not isinstance(answer, (Accepted, Refusal)) and struck in AFTERWARDS | BEFORE
        if unsure and request.case and not request.expect:
            answer = self._repeat(request, actor, seen, struck)
        house.given.append((request, actor))
        del house.given[:-8]
        return isinstance(answer, Accepted) or struck in {*AFTERWARDS, "rival"}

    def _tried(self, request: Request, actor: Actor) -> Accepted | Refusal | SolflowError | Crash:
        try:
            answer: Accepted | Refusal | SolflowError | Crash = self.engine.perform(request, actor)
        except Crash as crash:
            self.house.restart(self.office)
            answer = crash
        except SolflowError as error:
            answer = error
        if self.house.faults.struck:
            self.run.did.append(f"[{self.house.faults.struck}]")
        self.run.did.append(_outcome(answer))
        self.run.answers[type(answer).__name__] += 1
        return answer

    def _judge(
        self, request: Request, actor: Actor, answer: Any, asked: datetime, struck: str
    ) -> None:
        """Check what an answer promises by itself."""
        laws = self.run.laws
        if isinstance(answer, Refusal):
            self._wisher().learn(answer)
            taught = bool(answer.says) and (answer.reason != "objections" or bool(answer.rulings))
            laws.hold("L4", taught, f"{request.command} was refused without a reason")
        if isinstance(answer, Accepted):
            may = answer.decided.role in actor.roles
            laws.hold("L4", may, f"{actor.name} moved {request.case} as {answer.decided.role}")
        # what a command that was done itself set in the past is due at the next one
        settles = isinstance(answer, (Refusal, BadFields)) or type(answer) is Usage
        if settles and struck not in CLOCK and (request.case or request.parent):
            laws.settled(self._lineage(request.case or request.parent), asked)

    def _repeat(self, request: Request, actor: Actor, seen: int, struck: str) -> Any:
        """Give a command again as of the move that was seen: it takes effect once at most."""
        laws, house = self.run.laws, self.house
        mine = self._mine(request, actor, seen)
        house.faults.struck = ""
        answer = self._tried(request._replace(expect=str(seen)), actor)
        after = self._mine(request, actor, seen)
        where = f"{request.command} to {request.case}, {struck}, then given again"
        laws.hold("L2", after <= 1, f"{where}, took effect {after} times")
        if mine:
            laws.hold("L2", isinstance(answer, Conflict), f"{where}, was not a conflict")
        elif struck in BEFORE:
            stale = isinstance(answer, Conflict) and self._count(request.case) == seen
            laws.hold("L2", not stale, f"{where}, was a conflict: {answer}")
        return answer

    def _mine(self, request: Request, actor: Actor, seen: int) -> int:
        entries = self.house.store.journal(request.case)[seen:]
        own = [entry for entry in entries if entry.command == request.command]
        return sum(json.loads(entry.text)["by"] == actor.name for entry in own)

    def _count(self, number: str) -> int:
        """Return the moves of a case as a reader sees them, those due included."""
        if self.house.store.load(number) is None:
            return 0
        return self.engine.view(number).loaded.header.count

    def _lineage(self, number: str) -> list[str]:
        stored = self.house.store.load(number)
        return [number, *self._lineage(stored.header.parent)] if stored else []

    # --- questions -----------------------------------------------------------------------------

    def dry(self, _: str) -> bool:
        """Ask what a command would do, then gives it: the plan is the very plan."""
        request, actor = self._wisher().lawful()
        before = glance(self.house.store)
        try:
            planned: Any = self.engine.plan(request, actor)
        except SolflowError as error:
            planned = error
        self.run.laws.unread(before)
        if isinstance(planned, Accepted):
            texts = " ".join(part.entry.text for part in planned.plan.parts)
            early = {match[0] for match in MARK.finditer(texts)} - self.run.laws.shown
            self.run.laws.hold("L7", not early, f"a dry run of {request.command} shows {early}")
        self.run.did += ["dry", _spoken(request, actor)]
        done = self._tried(request, actor)
        self._alike(request, planned, done)
        return isinstance(done, Accepted)

    def _alike(self, request: Request, planned: Any, done: Any) -> None:
        laws = self.run.laws
        if isinstance(planned, (Conflict, ClockWentBack)):
            return
        if isinstance(planned, Accepted) and isinstance(done, Accepted):
            form = self.engine.form(request.case, request.command)
            same = (form is not None and unseals(form)) or planned.plan == done.plan
        elif isinstance(planned, Refusal):
            same = planned == done
        else:
            same = type(planned) is type(done) and str(planned) == str(done)
        laws.hold(
            "L13", same, f"{request.command} to {request.case} was planned otherwise than done"
        )

    def ask(self, _: str) -> bool:
        """Ask the program about itself."""
        engine, house = self.engine, self.house
        request, actor = self._wisher().lawful()
        before = glance(house.store)
        asked = self.chance.choice(["view", "next", "inbox", "due", "why", "then"])
        past = house.clock.stands - self.chance.choice(LEAPS)
        ask: Mapping[str, Callable[[], Any]] = {
            "view": lambda: engine.view(request.case or "RFP-1999-001"),
            "next": lambda: engine.read.next(request.case, actor),
            "inbox": lambda: engine.read.inbox(actor),
            "due": lambda: list(engine.read.due()),
            "why": lambda: engine.why(request, actor),
            "then": lambda: engine.view(request.case, known_at=past),
        }
        self.run.did.append(f"{actor.name} asks {asked} of {request.case}")
        try:
            ask[asked]()
        except SolflowError as error:
            self.run.did.append(_outcome(error))
        self.run.laws.unread(before)
        return False

    # --- time and post -------------------------------------------------------------------------

    def clock(self, _: str) -> bool:
        """Set the clock: to what is due next, to just before or after it, on, or back."""
        house, chance = self.house, self.chance
        latest = max((h.recorded_at for h in house.store.find()), default=house.clock.stands)
        due = house.store.next_due()
        ways = ["on", "on", "due", "due", "before", "after", "back"]
        way = "right" if house.clock.stands < latest and chance.random() < MOSTLY else ""
        way = way or chance.choice(ways)
        leap = chance.choice(LEAPS)
        small = timedelta(microseconds=1)
        to = {
            "right": latest,
            "on": house.clock.stands + leap,
            "back": house.clock.stands - leap,
            "due": due or latest,
            "before": (due or latest) - small,
            "after": (due or latest) + chance.choice(LEAPS),
        }[way]
        house.clock.turn(
            (to if way == "back" else max(to, house.clock.stands)) - house.clock.stands
        )
        house.faults.counted["clock stepped back"] += way == "back"
        self.run.did.append(f"the clock is set {way}: {house.clock.stands}")
        return False

    def settle(self, _: str) -> bool:
        """Let an office settle all that is due, as a daemon does; another foresees it."""
        house, laws = self.house, self.run.laws
        until = house.clock.stands
        other = house.offices[1 - self.office]
        cases = sorted({row.case for row in house.store.due(until)})
        foreseen = {case: other.view(case).loaded for case in cases}
        self.run.did.append(f"settles {', '.join(cases) or 'nothing'}")
        self._arm((*STORE, *CLOCK), 4)
        try:
            troubles = self.engine.settle().troubles
        except Crash:
            house.restart(self.office)
            troubles = ["it died"]
        struck = house.faults.struck
        self.run.did += [f"[{struck}]"] * bool(struck) + troubles
        house.faults.calm()
        if not struck:
            self._foreseen(foreseen, troubles)
        if not troubles and struck != "clock slips":
            laws.settled(cases, until)
        return True

    def _foreseen(self, foreseen: Mapping[str, Any], troubles: Sequence[str]) -> None:
        """Check that a case comes out as a reader saw it, but for when that was written down."""
        laws, store = self.run.laws, self.house.store
        back = all("the clock reads" in trouble for trouble in troubles)
        laws.hold("L1", back, f"settling said: {troubles}")
        for case, seen in foreseen.items():
            now = self.engine.loader.load(case)
            if now.header.count == seen.header.count and not troubles:
                same = (now.case.records, dict(now.case.deadlines)) == (
                    seen.case.records,
                    dict(seen.case.deadlines),
                )
                laws.hold("L1", same, f"{case} settled otherwise than a reader saw it")
        laws.hold("L1", bool(troubles) or not store.due(self.house.clock.stands), "dates are left")

    def post(self, _: str) -> bool:
        """Send what is queued, over a post that may break."""
        house = self.house
        self._arm((*POST, *STORE), 5)
        try:
            sent = post.send(self.engine.environment.store, house.post, house.clock.now())
            self.run.did.append(f"post: {sent}")
        except Crash:
            house.restart(self.office)
            self.run.did.append("post: died")
        except SolflowError as error:
            self.run.did.append(_outcome(error))
        self.run.did += [f"[{house.faults.struck}]"] * bool(house.faults.struck)
        return True

    def _arm(self, among: Sequence[str], spare: int) -> None:
        """Let something go wrong soon, now and then."""
        faulty, kind = self.chance.random() < FAULTY, self.chance.choice(among)
        spared = min(self.chance.randint(0, spare), self.chance.randint(0, spare))
        leap = self.chance.choice(LEAPS)
        rival = self.chance.randrange(1 << 30)
        faults = self.house.faults
        faults.arm(kind if faulty and not self.calm else "", spared, leap)
        faults.rival = lambda verb: self._rival(verb, Random(rival))

    def _rival(self, verb: str, chance: Random) -> None:
        """Let the other office get in just before a write."""
        other = self.house.offices[1 - self.office]
        if verb == "mark":
            post.send(other.environment.store, self.house.post, self.house.clock.now())
            return
        request, actor = Wisher(self.house, other, chance).lawful()
        self.run.did.append(f"<{_spoken(request, actor)}>")
        try:
            self.run.did.append(f"<{_outcome(other.perform(request, actor))}>")
        except SolflowError as error:
            self.run.did.append(f"<{_outcome(error)}>")


STEPS: Mapping[str, str] = {
    name: name for name in ("stale", "again", "overdue", "dry", "ask", "clock", "settle", "post")
}
"""Steps that are no command, and the method that does them."""


def _spoken(request: Request, actor: Actor) -> str:
    words = " ".join(f"{name}={value!r}" for name, value in request.words.items())
    cut = words if len(words) <= SHOWN else words[:SHOWN] + "…"
    about = request.case or request.parent or request.workflow
    return f"{actor.name} {request.command} {about} {cut}".strip()


def _outcome(answer: Any) -> str:
    if isinstance(answer, Accepted):
        return f"-> {answer.decided.case.state}"
    says = answer.says if isinstance(answer, Refusal) else f"{type(answer).__name__}: {answer}"
    return f"!! {' '.join(says.split())[:SHOWN]}"

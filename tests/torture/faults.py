"""Everything that can go wrong around an engine: its store, its clock, its post, its own life."""

import pickle
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from solicitation_flow.errors import Conflict, Trouble
from solicitation_flow.records.ledger import Access, Letter, Plan, Reminder
from solicitation_flow.store.memory import MemoryStore

T = TypeVar("T")
STORE = ("crash before", "crash after", "lost reply", "locked", "disk full", "rival")
"""What may happen at a write: `rival` is the other office, which gets in just before it."""

CLOCK = ("clock leaps", "clock slips")
"""What a clock may do while a command runs."""

POST = ("refused", "cut off untaken", "cut off taken", "crash untaken", "crash taken")
"""What may happen to a letter on its way."""

ABOUT = ("faults", "twin")
"""What a store that misbehaves keeps beside what it stores."""


PATIENCE = 20_000
"""How often a step may ask for the time before it is taken to go round in a circle."""


class Endless(Exception):
    """A step does not come to an end."""


class Crash(BaseException):
    """The program dies here."""


@dataclass(slots=True)
class Faults:
    """What goes wrong next, after how many chances to; one arming is one fault, or none."""

    armed: str = ""
    spare: int = 0
    leap: timedelta = timedelta()
    rival: Callable[[str], None] | None = None
    struck: str = ""
    back: bool = False
    counted: Counter[str] = field(default_factory=Counter)

    def arm(self, fault: str, spare: int, leap: timedelta = timedelta()) -> None:
        """Let a fault happen after `spare` chances have passed."""
        self.armed, self.spare, self.leap, self.struck = fault, spare, leap, ""

    def calm(self) -> None:
        """Let nothing go wrong any more."""
        self.armed = ""

    def strikes(self, among: Collection[str]) -> str:
        """Return the fault that happens now, or nothing."""
        if self.armed not in among:
            return ""
        if self.spare:
            self.spare -= 1
            return ""
        self.struck, self.armed = self.armed, ""
        self.counted[self.struck] += 1
        return self.struck


class FaultyStore(MemoryStore):
    """Memory that fails as a database may, beside a twin that is given every whole write again."""

    def __init__(self, kept: bytes, faults: Faults) -> None:
        """Start from stored bytes."""
        super().__init__()
        vars(self).update(pickle.loads(kept))  # noqa: S301 - our own bytes
        self.faults = faults
        self.twin = MemoryStore()
        vars(self.twin).update(pickle.loads(kept))  # noqa: S301 - our own bytes

    def reread(self) -> None:
        """Forget all but what stored bytes tell, as a new program does."""
        vars(self).update(pickle.loads(held(self)))  # noqa: S301 - our own bytes

    def write(self, verb: str, do: Callable[[MemoryStore], T]) -> T:
        """Write in one transaction; verbs that are no store's are there for planted bugs."""
        fault = self.faults.strikes(STORE)
        if fault == "rival" and self.faults.rival:
            self.faults.rival(verb)
        if fault == "crash before":
            raise Crash(verb)
        if fault == "locked":
            raise Conflict("the database is locked", hint="give the same command again")
        if fault == "disk full":
            raise Trouble("the disk is full")
        done = do(self)
        do(self.twin)
        if fault == "crash after":
            raise Crash(verb)
        if fault == "lost reply":
            raise Trouble("the connection broke off before the answer came")
        return done

    def commit(self, plan: Plan) -> None:
        """Store a plan."""
        self.write("commit", lambda store: MemoryStore.commit(store, plan))

    def remind(
        self, reminder: Reminder, letters: Collection[Letter], expects: int, line: str = ""
    ) -> None:
        """Settle a reminder."""
        expectation = (reminder, letters, expects, line)
        self.write("remind", lambda store: MemoryStore.remind(store, *expectation))

    def mark(self, letter: Letter, was: str) -> bool:
        """Say what became of a letter."""
        return self.write("mark", lambda store: MemoryStore.mark(store, letter, was))

    def settings(self, changes: Mapping[str, str]) -> None:
        """Keep settings."""
        self.write("settings", lambda store: MemoryStore.settings(store, changes))

    def access(self, text: str) -> Access:
        """Append to the access log."""
        return self.write("access", lambda store: MemoryStore.access(store, text))


def held(store: MemoryStore) -> bytes:
    """Return what a store keeps, as bytes."""
    return pickle.dumps(plainly(store), protocol=pickle.HIGHEST_PROTOCOL)


def plainly(store: MemoryStore) -> dict[str, Any]:
    """Return what a store keeps, by name."""
    return {name: value for name, value in vars(store).items() if name not in ABOUT}


class BentClock:
    """A clock somebody sets back and forth, sometimes while a command runs."""

    def __init__(self, start: datetime, faults: Faults) -> None:
        """Start at an instant."""
        self.stands = start.astimezone(UTC)
        self.asked = 0
        self._faults = faults

    def now(self) -> datetime:
        """Return the instant the clock shows."""
        self.asked += 1
        if self.asked > PATIENCE:
            raise Endless("the house goes round in a circle")
        fault = self._faults.strikes(CLOCK)
        if fault:
            self.turn(self._faults.leap if fault == "clock leaps" else -self._faults.leap)
        return self.stands

    def turn(self, by: timedelta) -> None:
        """Set the clock on, or back."""
        self._faults.back |= by < timedelta()
        self.stands += by


class BadPost:
    """Inboxes behind a carrier that fails; a `silent` one cannot say what it has taken."""

    def __init__(self, faults: Faults, *, silent: bool) -> None:
        """Start with empty inboxes."""
        self.taken: Counter[tuple[str, str, str, str]] = Counter()
        self.silent = silent
        self._faults = faults

    def deliver(self, letter: Letter) -> None:
        """Take a letter, or break on the way; who can look takes none twice."""
        fault = self._faults.strikes(POST)
        if fault == "refused":
            raise Trouble("the mail server does not answer")
        if not fault.endswith("untaken") and (self.silent or not self.taken[letter.key]):
            self.taken[letter.key] += 1
        if fault.startswith("crash"):
            raise Crash(fault)
        if fault:
            raise ConnectionResetError(fault)

    def holds(self, letter: Letter) -> bool | None:
        """Return whether the letter was taken, if anybody can say."""
        return None if self.silent else bool(self.taken[letter.key])

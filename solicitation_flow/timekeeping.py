"""Doubts a machine's clock that jumps ahead, until somebody confirms it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from solicitation_flow.clock import Reading, reading
from solicitation_flow.errors import ClockJumped, Suggestion, Usage
from solicitation_flow.records.ledger import stamp, unstamp
from solicitation_flow.store import Store

SEEN: Final = "clock_seen"
DOUBTED: Final = "clock_doubted"
"""Settings: the last reading that was believed, and the doubt that waits for a person."""

MICROSECOND: Final = timedelta(microseconds=1)

JUMP: Final = timedelta(minutes=5)
"""What a machine may put its clock forward by itself; a date that closes on more is held."""

OFTEN: Final = timedelta(minutes=10)
"""How old the believed reading may grow while all is well: written seldom, since it is written."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A clock ahead of the time that has really passed: what it should say, and what it does."""

    expected: datetime
    reads: datetime

    def __str__(self) -> str:
        """Return the doubt as a sentence."""
        reads = self.reads.isoformat(timespec="seconds")
        expected = self.expected.isoformat(timespec="seconds")
        return (
            f"the machine's clock reads {reads}, but by the time that has really passed it is"
            f" {expected}; nothing is recorded until it is set right or confirmed"
        )


@dataclass(frozen=True, slots=True)
class Timekeeper:
    """Compares the wall's clock with the steady one, from one run of the program to the next.

    Only a jump ahead is held: it would close what is still open, for good. One that goes back is
    refused by every case that holds a later entry. After a new start of the machine nothing can
    be compared, and its clock is believed, unless it was doubted before.
    """

    store: Store
    read: Callable[[], Reading] = reading

    def doubt(self) -> Doubt | None:
        """Return what is doubtful about the clock now; nothing is stored."""
        return self._weighed(self.read())

    def sure(self) -> None:
        """Refuse to go on by a clock that is in doubt."""
        doubt = self.doubt()
        if doubt:
            raise ClockJumped(
                str(doubt),
                hint="set the machine's clock right; or, if it is right, confirm it",
                next=Suggestion("tick", options={"confirm_clock": True}),
            )

    def look(self) -> Doubt | None:
        """Return the doubt; keep it, or the reading that was believed, for the next look."""
        now = self.read()
        doubt, held = self._weighed(now), self._doubted()
        if doubt and not held:
            self.store.settings({DOUBTED: stamp(doubt.expected)})
        elif not doubt and (held or self._stale(now)):
            self._believe(now)
        return doubt

    def confirm(self) -> None:
        """Believe the clock from now on."""
        now = self.read()
        if self._weighed(now) is None:
            raise Usage("the machine's clock is not in doubt: there is nothing to confirm")
        self._believe(now)

    def _weighed(self, now: Reading) -> Doubt | None:
        ahead = self._ahead(now)
        if ahead is None:
            held = self._doubted()
            if held:
                return Doubt(held, now.wall)
            return None
        if ahead > JUMP:
            return Doubt(now.wall - ahead, now.wall)
        return None

    def _ahead(self, now: Reading) -> timedelta | None:
        """Return how much more the wall's clock has moved than the steady one; None if unknown."""
        seen = self._seen()
        if seen is None:
            return None
        return seen.ahead(now)

    def _stale(self, now: Reading) -> bool:
        seen = self._seen()
        ahead = self._ahead(now)
        if seen is None or ahead is None:
            return True
        # a clock that went back is not believed either: put right, it must not seem to jump
        return ahead >= -JUMP and now.steady - seen.steady >= OFTEN

    def _believe(self, now: Reading) -> None:
        steady = now.steady // MICROSECOND
        kept = {"wall": stamp(now.wall), "steady": steady, "run": now.run}
        self.store.settings({SEEN: json.dumps(kept), DOUBTED: ""})

    def _seen(self) -> Reading | None:
        kept = self.store.setting(SEEN)
        if not kept:
            return None
        try:
            seen = json.loads(kept)
            steady = MICROSECOND * int(seen["steady"])
            return Reading(unstamp(seen["wall"]), steady, str(seen["run"]))
        except (ValueError, TypeError, KeyError):
            return None  # believed anew; verifying the store reports that it was changed

    def _doubted(self) -> datetime | None:
        kept = self.store.setting(DOUBTED)
        if not kept:
            return None
        try:
            return unstamp(kept)
        except ValueError:
            return None

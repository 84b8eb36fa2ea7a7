"""Reads the clock: the only module that does, so that all others work for any time."""

import os
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Protocol

from solicitation_flow.errors import Usage


class Clock(Protocol):
    """A source of the present instant."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        ...


class SystemClock:
    """The machine's own clock: what an office uses."""

    def now(self) -> datetime:
        """Return the machine's time in UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Reading:
    """Both clocks of a machine at once: the wall's, which can be set, and the steady one.

    The steady one counts from the start of the machine; `run` says from which.
    """

    wall: datetime
    steady: timedelta
    run: str

    def ahead(self, later: "Reading") -> timedelta | None:
        """Return how much more the wall's clock moved than the steady one; None if unknown."""
        if self.run != later.run:
            return None
        return (later.wall - self.wall) - (later.steady - self.steady)


def reading() -> Reading:
    """Return what both clocks of this machine read now."""
    # time a machine spends asleep has passed too, where its system can say how much it was
    counting = getattr(time, "CLOCK_BOOTTIME", None)
    steady = time.monotonic_ns() if counting is None else time.clock_gettime_ns(counting)
    return Reading(datetime.now(UTC), timedelta(microseconds=steady // 1_000), _run())


@cache
def _run() -> str:
    """Name this run of the machine, or where that has no name, this run of the program."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return f"program {os.getpid()} of {time.monotonic_ns()}"


class VirtualClock:
    """A clock that stands still until it is set, and only ever goes forward."""

    def __init__(self, start: datetime) -> None:
        """Start at an aware instant."""
        assert start.tzinfo is not None, "an instant needs a zone"
        self._now = start.astimezone(UTC)

    def now(self) -> datetime:
        """Return the instant the clock was last set to."""
        return self._now

    def set(self, instant: datetime) -> None:
        """Move forward to an instant; going back is refused."""
        assert instant.tzinfo is not None, "an instant needs a zone"
        if instant < self._now:
            raise Usage(
                f"the training clock stands at {self._now.isoformat()} and only goes forward",
                hint="give a later instant, or start a new training workspace",
            )
        self._now = instant.astimezone(UTC)

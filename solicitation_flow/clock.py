"""The only module that knows what time it is: all others can be asked about any time."""

from datetime import UTC, datetime
from typing import Protocol

from solicitation_flow.errors import Usage


class Clock(Protocol):
    """Whoever can say what time it is."""

    def now(self) -> datetime:
        """Answers the present instant, aware, in UTC."""
        ...


class SystemClock:
    """The machine's own clock: what an office uses."""

    def now(self) -> datetime:
        """Answers the machine's time in UTC."""
        return datetime.now(UTC)


class VirtualClock:
    """A clock that stands still until it is set, and only ever goes forward."""

    def __init__(self, start: datetime) -> None:
        """Starts at an aware instant."""
        assert start.tzinfo is not None, "an instant needs a zone"
        self._now = start.astimezone(UTC)

    def now(self) -> datetime:
        """Answers the instant the clock was last set to."""
        return self._now

    def set(self, instant: datetime) -> None:
        """Moves forward to an instant; going back is refused and explained."""
        assert instant.tzinfo is not None, "an instant needs a zone"
        if instant < self._now:
            raise Usage(
                f"the training clock stands at {self._now.isoformat()} and only goes forward",
                hint="give a later instant, or start a new training workspace",
            )
        self._now = instant.astimezone(UTC)

"""Where the time goes: a hot path runs for some seconds while its stack is looked at."""

import collections
import signal
import time
from collections.abc import Callable, Iterator
from types import FrameType

from scripts.benchmarks.cycles import live, ready, scripted
from scripts.benchmarks.moves import GROWN
from scripts.benchmarks.stand import ROOT, Stand, determine

EVERY = 0.0005
"""Seconds between two looks; the system may look more seldom."""

SECONDS = 8.0
LEAST = 2.0
"""Per cent of the time below which a function is not listed."""

HOUSE = f"{ROOT / 'solicitation_flow'}/"

Work = Callable[[], object]


def smallest(stand: Stand) -> Work:
    """Repeat the smallest durable move."""
    _, engine, number = stand.smallest("NORMAL")
    for _ in range(stand.count(GROWN, 0)):
        determine(engine, number)
    return lambda: determine(engine, number)


def cycle(stand: Stand) -> Work:
    """Repeat the life cycle in memory without letters, each time with a new store."""
    script = scripted(stand)
    return lambda: live(ready(stand, script, silent=True), script)


def spoken(stand: Stand) -> Work:
    """Repeat the life cycle in memory with letters."""
    script = scripted(stand)
    return lambda: live(ready(stand, script, silent=False), script)


PATHS: dict[str, tuple[Callable[[Stand], Work], str]] = {
    "smallest": (smallest, "determine"),
    "cycle": (cycle, "live"),
    "letters": (spoken, "live"),
}
"""What can be profiled, and the function within which a look counts.

What is prepared outside of it does not. How long imports take, `python -X importtime` says.
"""


def shares(stand: Stand, name: str) -> Iterator[str]:
    """Return which functions of the program were on the stack, in percent of the samples."""
    path, within = PATHS[name]
    work = path(stand)
    seen: collections.Counter[str] = collections.Counter()
    looks = 0

    def look(_signal: int, frame: FrameType | None) -> None:
        nonlocal looks
        stack = [*_stack(frame)]
        if any(call.f_code.co_name == within for call in stack):
            looks += 1
            seen.update(set(filter(None, map(_named, stack))))

    before = signal.signal(signal.SIGALRM, look)
    until = time.monotonic() + (0.2 if stand.quick else SECONDS)
    signal.setitimer(signal.ITIMER_REAL, EVERY, EVERY)
    try:
        while time.monotonic() < until:
            work()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    yield f"{name}: {looks:,} looks; per cent of them in which a function was on the stack"
    for place, count in seen.most_common():
        if (share := 100 * count / max(looks, 1)) >= LEAST:
            yield f"{share:5.1f}  {place}"


def _stack(frame: FrameType | None) -> Iterator[FrameType]:
    while frame is not None:
        yield frame
        frame = frame.f_back


def _named(frame: FrameType) -> str:
    """Return a function of the program by its file and name, others not at all."""
    code = frame.f_code
    inside = code.co_filename.startswith(HOUSE)
    return f"{code.co_filename[len(HOUSE) :]} {code.co_qualname}" if inside else ""

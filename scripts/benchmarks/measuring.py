"""Times two things against each other in one run, and judges the ratio by its budget."""

import gc
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any, Literal

MICRO = 1e6
Kind = Literal["cpu", "wall"]


@dataclass(frozen=True, slots=True)
class Cost:
    """What one operation took, in microseconds of this process's work and of the clock."""

    cpu: float
    wall: float

    def of(self, kind: Kind) -> float:
        """Return the one or the other."""
        return self.cpu if kind == "cpu" else self.wall


Lap = Callable[[], Cost]
"""Does a batch of operations and answers what one of them cost."""


class Absent(Exception):
    """Something a measurement needs is not here: said in the table, not an error."""


Work = Callable[[], object]


def lap(prepare: Callable[[], Work], count: int) -> Lap:
    """Return a lap of this process: `prepare` is not timed, the work it returns is.

    The work does `count` operations; rubbish is collected before it begins.
    """

    def run() -> Cost:
        work = prepare()
        gc.collect()
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
        return Cost(cpu / count * MICRO, wall / count * MICRO)

    return run


@dataclass(frozen=True, slots=True)
class Race:
    """Laps of two runners, taken in turns so that a slow phase of the machine hits both."""

    ours: tuple[Cost, ...]
    base: tuple[Cost, ...]

    def ratios(self, kind: Kind) -> list[float]:
        """Return the ratio of each round, in rising order."""
        pairs = zip(self.ours, self.base, strict=True)
        return sorted(our.of(kind) / base.of(kind) for our, base in pairs)

    def took(self, who: Literal["ours", "base"], kind: Kind) -> float:
        """Return the median cost of one operation, in microseconds."""
        laps = self.ours if who == "ours" else self.base
        return median(cost.of(kind) for cost in laps)


def race(ours: Lap, base: Lap, rounds: int) -> Race:
    """Run both in turns, the first one changing; what comes first of all only warms them up."""
    kept: list[tuple[Cost, Cost]] = []
    for turn in range(rounds + 1):
        if turn % 2:
            kept.append((ours(), base()))
        else:
            second = base()
            kept.append((ours(), second))
    return Race(*map(tuple, zip(*kept[1:], strict=True)))


@dataclass(frozen=True, slots=True)
class Budget:
    """What is measured against what, the floor that must hold and the goal we are after."""

    what: str
    against: str
    floor: float | None
    goal: float | None
    unit: str = "x"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: a ratio (or an amount), judged."""

    bench: str
    what: str
    against: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    ours_us: float | None
    base_us: float | None
    floor: float | None
    goal: float | None
    verdict: str
    note: str = ""

    def plain(self) -> dict[str, Any]:
        """Return the row for JSON."""
        return asdict(self)


def judged(bench: str, budget: Budget, run: Race, kind: Kind, note: str = "") -> Row:
    """Return the row of a race: its median ratio, the spread, and whether the floor holds."""
    ratios = run.ratios(kind)
    return Row(
        bench=bench,
        what=budget.what,
        against=budget.against,
        value=median(ratios),
        low=ratios[0],
        high=ratios[-1],
        unit=budget.unit,
        ours_us=run.took("ours", kind),
        base_us=run.took("base", kind),
        floor=budget.floor,
        goal=budget.goal,
        verdict=verdict(median(ratios), budget),
        note=note,
    )


def amount(bench: str, budget: Budget, value: float, note: str = "") -> Row:
    """Return the row of something that is no race, such as megabytes."""
    return Row(
        bench=bench,
        what=budget.what,
        against=budget.against,
        value=value,
        low=None,
        high=None,
        unit=budget.unit,
        ours_us=None,
        base_us=None,
        floor=budget.floor,
        goal=budget.goal,
        verdict=verdict(value, budget),
        note=note,
    )


def missing(bench: str, budget: Budget, why: str, verdict: str = "absent") -> Row:
    """Return the row of something that could not be measured, and why."""
    return Row(
        bench=bench,
        what=budget.what,
        against=budget.against,
        value=None,
        low=None,
        high=None,
        unit=budget.unit,
        ours_us=None,
        base_us=None,
        floor=budget.floor,
        goal=budget.goal,
        verdict=verdict,
        note=why,
    )


def verdict(value: float, budget: Budget) -> str:
    """Return `holds` or `misses`; a row without a floor is only reported."""
    if budget.floor is None:
        return "told"
    return "holds" if value <= budget.floor else "misses"

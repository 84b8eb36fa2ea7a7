"""What a person waits for in a full workspace: lists and `next` on 100,000 cases."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from scripts.benchmarks.measuring import Absent, Budget, Row, judged, missing, race
from scripts.benchmarks.stand import Stand, clone, raw
from scripts.benchmarks.starts import SOLFLOW, command, workspace
from solicitation_flow.store import tables

ALIVE = 10
"""Every tenth case still has a date and duties; the others are over, as in an office's archive."""

PAGED = (2, 1.2)
"""The floor and the goal of a list, of which one page is read."""

ASKED = (
    ["list"],
    ["list", "--state", "screening", "--due", "P200D"],
    ["due", "--within", "P200D"],
    ["inbox"],
)


def lists(stand: Stand) -> Iterator[Row]:
    """Each command as a process of its own, in a full workspace and in one a hundredth as full."""
    rounds = stand.count(5, 2)
    many, few = stand.count(100_000, 1_000), stand.count(1_000, 20)
    compiled = {"PYTHONPYCACHEPREFIX": str(stand.folder / "compiled")}
    (full, number), (bare, same) = _filled(stand, "full", many), _filled(stand, "bare", few)
    alike = [(words, words) for words in ASKED]
    for asked, there in [*alike, (["next", number], ["next", same])]:
        shown = " ".join(word for word in asked if word != number)
        floor, goal = PAGED if asked == ["list"] else (None, None)
        budget = Budget(f"solflow {shown}, {many:,} cases, CPU", f"{few:,} cases", floor, goal)
        laps = (
            command([*SOLFLOW, "--workspace", str(root), *words], compiled)
            for root, words in ((full, asked), (bare, there))
        )
        try:
            ours, base = laps
            yield judged("lists", budget, race(ours, base, rounds), "cpu", f"one in {ALIVE} alive")
        except Absent as why:
            yield missing("lists", budget, str(why))


def _filled(stand: Stand, name: str, cases: int) -> tuple[Path, str]:
    """Return a workspace with so many solicitations, the first one whole."""
    root, number = workspace(stand, name, "Screening")
    numbers = [f"RFP-2016-{index:06}" for index in range(cases)]
    alive = numbers[::ALIVE]
    over = sorted(set(numbers) - set(alive))
    with closing(raw(root / "solflow.db")) as db:
        clone(db, number, alive, (tables.DEADLINE, tables.DUTY))
        clone(db, number, over, ())
        db.executemany(
            "UPDATE case_header SET state = 'cancelled', phase = 'award' WHERE number = ?",
            ((number,) for number in over),
        )
    return root, number

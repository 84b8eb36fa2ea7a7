"""How fast it is: ratios, each to a baseline timed in the same run, each with its budget.

    scripts/bench                      everything, some minutes
    scripts/bench --only smallest      one measurement, or several: --only sweep --only settle
    scripts/bench --quick              small counts: shows that it works, measures little
    scripts/bench --json               the same for a program
    scripts/bench --peers              first makes .bench-venv, where engines of others live
    scripts/bench --profile smallest   where the time of one hot path goes: smallest, cycle, letters

The budgets and where they come from: docs/PERFORMANCE.md. A ratio is the median of its rounds;
behind it stand the lowest and the highest. CPU is what counts on a machine that others use too.
"""

import argparse
import importlib
import json
import platform
import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # so that `solicitation_flow` is this clone's, however it is run

BENCHES = {
    "smallest": "moves",
    "peers": "moves",
    "real": "moves",
    "cycle": "cycles",
    "least": "cycles",
    "seeds": "cycles",
    "sweep": "growth",
    "settle": "growth",
    "cases": "growth",
    "entries": "growth",
    "questions": "growth",
    "starts": "starts",
    "lists": "lists",
    "letters": "letters",
    "memory": "growth",
    "registers": "moves",
}
"""Each measurement and the module of `scripts/benchmarks` that makes it."""

PROFILES = ("smallest", "cycle", "letters")

HEAD = ("", "what", "against", "ratio", "from", "to", "ours", "theirs", "floor", "goal", "")


def main(words: Sequence[str] | None = None) -> int:
    """Measure what was asked for and print it; only a measurement that breaks is a failure."""
    asked = read(words)
    if asked.peers:
        importlib.import_module("scripts.benchmarks.peers").make()
    if asked.profile:
        with tempfile.TemporaryDirectory(prefix="solflow-bench-", dir=asked.dir) as folder:
            profiling = importlib.import_module("scripts.benchmarks.profiling")
            print("\n".join(profiling.shares(stand_at(folder, asked), asked.profile)))
        return 0
    rows = []
    for row in measured(asked):
        rows.append(row)
        if not asked.json:
            sys.stderr.write(f"{row.bench}: {row.what}: {row.verdict}\n")
    if asked.json:
        whole = {"schema_version": 1, "quick": asked.quick, "machine": machine(), "rows": []}
        print(json.dumps(whole | {"rows": [row.plain() for row in rows]}, indent=2))
    else:
        print(machine() + ("; QUICK: these numbers mean little" if asked.quick else ""))
        print("\n".join(table(rows)))
    return int(any(row.verdict == "broken" for row in rows))


def read(words: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    sections = (__doc__ or "").partition("\n\n")
    form = argparse.ArgumentParser(
        prog="scripts/bench",
        description=sections[0],
        epilog=sections[2],
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    form.add_argument(
        "--only",
        action="append",
        choices=list(BENCHES),
        metavar="NAME",
        help=f"one of {', '.join(BENCHES)}; may be given several times",
    )
    form.add_argument("--quick", action="store_true", help="small counts")
    form.add_argument("--json", action="store_true", help="one JSON document instead of a table")
    form.add_argument("--peers", action="store_true", help="make the peers' environment first")
    form.add_argument("--profile", choices=PROFILES, help="where the time of one path goes")
    form.add_argument("--dir", type=Path, help="where databases are written (a real disk)")
    return form.parse_args(words)


def measured(asked: argparse.Namespace) -> Iterator[Any]:
    """Run each measurement on a stand of its own; one that breaks does not stop the others."""
    measuring = importlib.import_module("scripts.benchmarks.measuring")
    with tempfile.TemporaryDirectory(prefix="solflow-bench-", dir=asked.dir) as folder:
        stand = stand_at(folder, asked)
        for name in asked.only or BENCHES:
            try:
                room = importlib.import_module(f"scripts.benchmarks.{BENCHES[name]}")
                yield from getattr(room, name)(stand)
            except Exception as error:  # noqa: BLE001 - the other rows are still worth having
                why = f"{type(error).__name__}: {error}"
                budget = measuring.Budget("could not be measured", "", None, None)
                yield measuring.missing(name, budget, why, "broken")


def stand_at(folder: str, asked: argparse.Namespace) -> Any:
    """Set the stand up; only now is anything of the program imported."""
    stands = importlib.import_module("scripts.benchmarks.stand")
    return stands.Stand.at(Path(folder), quick=asked.quick)


def machine() -> str:
    """Say what these numbers were measured on."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{python}, SQLite {sqlite3.sqlite_version}, {platform.system()} {platform.machine()}"


def table(rows: Sequence[Any]) -> Iterator[str]:
    """Draw the table; what was noted stands below its row's number."""
    cells = [HEAD, *(line(row) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    left = {0, 1, 2, len(HEAD) - 1}
    for number, row in enumerate(cells):
        laid = (
            cell.ljust(width) if at in left else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join(laid).rstrip()
        if not number:
            yield "  ".join("-" * width for width in widths)
    notes = [f"  {row.bench}, {row.what}: {row.note}" for row in rows if row.note]
    if notes:
        yield "\n".join(["", *notes])


def line(row: Any) -> tuple[str, ...]:
    """Return one row as cells."""
    return (
        row.bench,
        row.what,
        row.against,
        limit(row.value, row.unit),
        limit(row.low, row.unit),
        limit(row.high, row.unit),
        took(row.ours_us),
        took(row.base_us),
        limit(row.floor, row.unit),
        limit(row.goal, row.unit),
        row.verdict,
    )


def limit(value: float | None, unit: str) -> str:
    """Return a ratio or an amount, no more digits than it deserves."""
    if value is None:
        return "-"
    return f"{value:.3g} {unit}" if unit != "x" else f"{value:.3g}x"


def took(micros: float | None) -> str:
    """Return a cost per operation."""
    if micros is None:
        return "-"
    units = ((1e6, "s"), (1e3, "ms"), (1, "us"))
    size, unit = next(unit for unit in units if micros >= unit[0] or unit[0] == 1)
    return f"{micros / size:.3g} {unit}"


if __name__ == "__main__":
    sys.exit(main())

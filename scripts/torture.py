"""Random lives of cases, with faults, under the laws as invariants after every step.

    scripts/torture                        2,000 runs of 50 steps, some minutes
    scripts/torture --runs 20 --seed 7     fewer, from another seed on
    scripts/torture --runs 1 --seed 7 --keep 3,9c
                                           only these steps of one run, shown as a story
    scripts/torture --planted NAME         with a bug planted, which must be found
    scripts/torture --kills | --crowd | --tampering
                                           the full counts of tests/reliability instead

Everything is drawn from the seed: the same seed is the same run on any machine. A run that breaks
a law is made as short as it goes and told, with the command that repeats it; the exit code is 7.
What goes wrong, and which laws are asked: docs/RELIABILITY.md.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # so that `solicitation_flow` is this clone's, however it is run

from tests.torture import running  # noqa: E402 - only now can it be found
from tests.torture.running import Failure, Tally  # noqa: E402 - the same

FOUND = 7
OTHERS = ("--kills", "--crowd", "--tampering")
"""Full counts of other tests of reliability, each a program of its own."""

BATCH = 25
"""Seeds a worker takes at once."""

TOLD = 8
"""Failures that are told; what is left is counted."""


def main(words: Sequence[str] | None = None) -> int:
    """Run what was asked for, and return 7 where a law did not hold."""
    asked = read(words)
    began = time.perf_counter()
    tally = kept(asked) if asked.keep else tortured(asked)
    print("\n".join(table(tally, time.perf_counter() - began)))
    for failure in tally.failures[:TOLD]:
        print("\n".join(report_lines(failure, asked)))
    if len(tally.failures) > TOLD:
        print(f"\nand {len(tally.failures) - TOLD} failures more")
    return FOUND if tally.failures else 0


def read(words: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    sections = (__doc__ or "").partition("\n\n")
    form = argparse.ArgumentParser(
        prog="scripts/torture",
        description=sections[0],
        epilog=sections[2],
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    form.add_argument("--runs", type=_count, default=2_000, help="how many (2000)")
    form.add_argument("--seed", type=int, default=1, help="the seed of the first (1)")
    form.add_argument("--steps", type=_count, default=running.STEPS, help="of each run (50)")
    form.add_argument("--jobs", type=_count, default=os.cpu_count() or 1, help="processes")
    form.add_argument("--planted", choices=running.PLANTED, default="", help="a bug to be found")
    form.add_argument("--keep", type=_steps, metavar="STEPS", help="of the first run, by number")
    return form.parse_args(words)


def _count(word: str) -> int:
    if (number := int(word)) < 1:
        raise argparse.ArgumentTypeError("expected a number from 1 on")
    return number


def _steps(word: str) -> tuple[running.Atom, ...]:
    try:
        return running.kept(word)
    except ValueError:
        raise argparse.ArgumentTypeError("expected numbers such as 3,9c,12") from None


def kept(asked: argparse.Namespace) -> Tally:
    """Run some steps of one run, and tell what happened."""
    with running.planting(asked.planted):
        tally, story = running.retold(asked.seed, asked.keep)
    if not tally.failures:
        print("\n".join(story))
    return tally


def tortured(asked: argparse.Namespace) -> Tally:
    """Run all seeds, spread over processes; says on stderr how far it is."""
    tally = Tally()
    with ProcessPoolExecutor(asked.jobs) as pool:
        for done in as_completed(_batches(asked, pool)):
            tally.add(done.result())
            failures = f", {len(tally.failures)} failed" if tally.failures else ""
            sys.stderr.write(f"\r{tally.runs} of {asked.runs} runs{failures} ")
            sys.stderr.flush()
    sys.stderr.write("\n")
    tally.failures.sort(key=lambda failure: failure.seed)
    return tally


def _batches(asked: argparse.Namespace, pool: ProcessPoolExecutor) -> "list[Future[Tally]]":
    ends = asked.seed + asked.runs
    firsts = range(asked.seed, ends, BATCH)
    seeds = (range(first, min(first + BATCH, ends)) for first in firsts)
    return [pool.submit(running.batch, seed, asked.steps, asked.planted) for seed in seeds]


def table(tally: Tally, seconds: float) -> Iterator[str]:
    """Draw what was done: steps, answers, faults and check by kind."""
    columns = {
        "step": tally.steps,
        "answer": tally.answers,
        "fault": tally.faults,
        "law": tally.checks,
    }
    checks, faults = sum(tally.checks.values()), sum(tally.faults.values())
    yield (
        f"{tally.runs:,} runs, {sum(tally.steps.values()):,} steps, {tally.moves:,} moves,"
        f" {faults:,} faults, {checks:,} checks, {len(tally.failures)} failures"
        f" in {seconds:,.0f} s"
    )
    cells = {
        name: [(name, "times"), *((key, f"{n:,}") for key, n in counted.most_common())]
        for name, counted in columns.items()
    }
    for place in range(max(map(len, cells.values()))):
        line = []
        for rows in cells.values():
            wide = max(len(key) for key, _ in rows)
            far = max(len(times) for _, times in rows)
            key, times = rows[place] if place < len(rows) else ("", "")
            line.append(f"{key:<{wide}}  {times:>{far}}")
        yield "   ".join(line).rstrip()


def report_lines(failure: Failure, asked: argparse.Namespace) -> Iterator[str]:
    """Tell a failure: the law, the story as short as it goes, and how to see it again."""
    planted = f" --planted {asked.planted}" if asked.planted else ""
    again = f"scripts/torture --runs 1 --seed {failure.seed}"
    yield f"\nseed {failure.seed}: {failure.law} does not hold: {failure.says}"
    if failure.story:
        yield f"  it begins with {failure.about}, then:"
        yield from (f"  {number}. {line}" for number, line in enumerate(failure.story, 1))
        yield f"  this story: {again} --keep {failure.kept}{planted}"
    yield f"  the whole run: {again} --steps {asked.steps}{planted}"


def others(name: str, words: Sequence[str]) -> int:
    """Run the full count of another test of reliability."""
    module = f"tests.reliability.{name.removeprefix('--')}"
    return subprocess.run([sys.executable, "-m", module, *words], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    asked_for = sys.argv[1:]
    if asked_for and asked_for[0] in OTHERS:
        sys.exit(others(asked_for[0], asked_for[1:]))
    sys.exit(main(asked_for))

"""How long a person waits before the first word of an answer."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from scripts.benchmarks.measuring import Absent, Budget, Cost, Lap, Row, judged, missing, race
from scripts.benchmarks.moves import letters_note
from scripts.benchmarks.stand import ROOT, Stand, begins, stand_in, story, teller
from solicitation_flow.workspace import Workspace

SOLFLOW = [sys.executable, "-c", "from solicitation_flow.cli.main import main; main()"]
PASS = [sys.executable, "-c", "pass"]
WORDS = (8, 2)
READING = (40, 15)
OWN = ("SOLFLOW", "PYTHONDONTWRITEBYTECODE")
"""What the caller may have set: an installed program is compiled, and so is the one timed here."""
TAB = {"_SOLFLOW_COMPLETE": "bash_complete", "COMP_WORDS": "solflow ne", "COMP_CWORD": "1"}


def starts(stand: Stand) -> Iterator[Row]:
    """Each command as a process of its own, beside a Python that does nothing."""
    rounds = stand.count(15, 2)
    compiled = {"PYTHONPYCACHEPREFIX": str(stand.folder / "compiled")}
    base = command(PASS, compiled)
    for name in ("--help", "--version", "Tab"):
        more = {**compiled, **(TAB if name == "Tab" else {})}
        words = [] if name == "Tab" else [name]
        yield _row(name, WORDS, [*SOLFLOW, *words], more, base, rounds)
    root, number = workspace(stand)
    for words in (["next", number], ["show", number], ["due"]):
        asked = [*SOLFLOW, "--workspace", str(root), *words]
        note = letters_note(stand)
        yield _row(words[0], READING, asked, compiled, base, rounds, note)


def _row(
    name: str,
    limits: tuple[float, float],
    words: list[str],
    more: dict[str, str],
    base: Lap,
    rounds: int,
    note: str = "",
) -> Row:
    budget = Budget(f"solflow {name}, CPU", "python -c pass", *limits)
    try:
        return judged("starts", budget, race(command(words, more), base, rounds), "cpu", note)
    except Absent as why:
        return missing("starts", budget, str(why))


def command(words: list[str], more: dict[str, str]) -> Lap:
    """Return a lap of one process, from its start to its end."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(OWN)}
    env = {**clean, "PYTHONPATH": str(ROOT), **more}

    def run() -> Cost:
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        completed = subprocess.run(
            words, cwd=ROOT, env=env, check=False, capture_output=True, text=True
        )
        wall = time.perf_counter() - began
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if completed.returncode:
            raise Absent((completed.stderr.strip() or "it failed").splitlines()[0])
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return Cost(cpu * 1e6, wall * 1e6)

    return run


def workspace(
    stand: Stand, name: str = "workspace", until: str = "Supplier response"
) -> tuple[Path, str]:
    """Return a training workspace whose solicitation stands where a chapter begins."""
    root = stand.folder / name
    begun = story(until)
    made = Workspace.create(
        root,
        agency=begun.about["agency"],
        jurisdiction=begun.about["jurisdiction"],
        training=True,
        person="office",
        email="office@agency.example",
        start=begins(begun),
        environ={},
    )
    stand_in(made.definitions, ROOT / "templates", root / "templates")
    stand.letters()
    runner = teller(made.engine(), begun)
    diverging = [happened.diverges for happened in runner.tell() if happened.diverges]
    assert not diverging, diverging
    made.close()
    return root, runner.number

"""Engines of others, each in a process of its own, doing their smallest durable step."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from scripts.benchmarks.measuring import Absent, Cost, Lap
from scripts.benchmarks.stand import ROOT

HOME = ROOT / ".bench-venv"
STEPS = Path(__file__).with_name("peer_steps.py")
PACKAGES = {
    "simpy": ["simpy"],
    "burr": ["apache-burr"],
    "python-statemachine": ["python-statemachine"],
    "django-fsm-2": ["django-fsm-2", "django"],
    "SpiffWorkflow": ["spiffworkflow"],
    "DBOS": ["dbos"],
    "APScheduler": ["apscheduler<4", "sqlalchemy"],
}
"""What each peer is installed from."""
QUIET = {"DO_NOT_TRACK": "1", "BURR_TELEMETRY_ENABLED": "false"}
"""Some peers report home when they run: not from here."""


def make() -> None:
    """Make the peers' environment, each peer by itself: one that cannot be had stops no other."""
    python = HOME / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(HOME)], check=True)
        # its own .gitignore, so that the clone stays clean whatever the clone's says
        (HOME / ".gitignore").write_text("*\n", encoding="utf-8")
    for name, packages in PACKAGES.items():
        pip = [str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
        completed = subprocess.run([*pip, *packages], check=False, capture_output=True, text=True)
        state = "ready" if completed.returncode == 0 else "cannot be had here"
        sys.stderr.write(f"{name}: {state}\n")


@dataclass(slots=True)
class Peer:
    """A peer's process: given a count, it reports what one step cost."""

    process: subprocess.Popen[str]
    version: str = ""

    @classmethod
    def start(cls, name: str, folder: Path) -> "Peer":
        """Start a peer, or say why it is absent."""
        python = HOME / "bin" / "python"
        if not python.exists():
            raise Absent("no environment for peers: scripts/bench --peers")
        own = folder / f"peer-{name}"
        own.mkdir(exist_ok=True)
        process = subprocess.Popen(
            [str(python), str(STEPS), name],
            cwd=own,
            env={**os.environ, **QUIET},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=(own / "stderr").open("w"),
            text=True,
        )
        made = cls(process)
        try:
            made.version = str(made._hear()["version"])
        except Absent:
            last = (own / "stderr").read_text().strip().splitlines()[-1:]
            made.stop()
            raise Absent(" ".join([name, "does not run here:", *last])) from None
        return made

    def _hear(self) -> dict[str, float | str]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise Absent("it ended")
        heard: dict[str, float | str] = json.loads(line)
        return heard

    def lap(self, count: int, *words: int) -> Lap:
        """Return a lap of `count` steps."""

        def run() -> Cost:
            assert self.process.stdin is not None
            self.process.stdin.write(" ".join(map(str, (count, *words))) + "\n")
            self.process.stdin.flush()
            heard = self._hear()
            return Cost(float(heard["cpu"]), float(heard["wall"]))

        return run

    def stop(self) -> None:
        """Let the process end, and wait for it."""
        if self.process.stdin is not None:
            self.process.stdin.close()
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        if self.process.stdout is not None:
            self.process.stdout.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

"""The daemon as a process: it says when it serves, serves alone, and stops when asked."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., Any]
PROGRAM = [sys.executable, "-c", "from solicitation_flow.cli.main import main; main()"]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Return an office, whose clock is the machine's."""
    folder = tmp_path / "office"
    words = ["init", str(folder), "--agency", "Test County", "--jurisdiction", "va-local"]
    subprocess.run([*PROGRAM, *words], check=True, capture_output=True, env=_home(tmp_path))
    return folder


def _home(folder: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": str(folder)}


@contextmanager
def serving(office: Path) -> Iterator[subprocess.Popen[str]]:
    """Return a daemon that has said that it serves; it is stopped whatever happens."""
    started = subprocess.Popen(
        [*PROGRAM, "daemon", "--workspace", str(office)],
        stderr=subprocess.PIPE,
        text=True,
        env=_home(office.parent),
    )
    try:
        assert started.stderr is not None
        assert started.stderr.readline().startswith(f"serving {office}")
        yield started
    finally:
        if started.poll() is None:
            started.kill()
        started.communicate()


@pytest.mark.parametrize("signal_sent", [signal.SIGTERM, signal.SIGINT])
def test_it_serves_until_it_is_told_to_stop(office: Path, signal_sent: signal.Signals) -> None:
    with serving(office) as daemon:
        daemon.send_signal(signal_sent)
        _, output = daemon.communicate(timeout=60)
    assert output.splitlines()[-1] == "stopped"
    assert daemon.returncode == 0


def test_a_second_one_is_told_that_it_is_not_alone(office: Path) -> None:
    with serving(office) as daemon:
        second = subprocess.run(
            [*PROGRAM, "daemon", "--workspace", str(office)],
            check=False,
            capture_output=True,
            text=True,
            timeout=60,
            env=_home(office.parent),
        )
        assert second.returncode == 5
        assert f"serves this workspace already (process {daemon.pid})" in second.stderr
        daemon.kill()
        daemon.communicate(timeout=60)
    with serving(office):
        pass  # a killed one leaves its file, and no lock


def test_training_has_no_real_time_to_keep(training: Path, solflow: Run) -> None:
    assert "solflow tick --at" in solflow("daemon", code=2).err
    assert not (training / "daemon.lock").exists()

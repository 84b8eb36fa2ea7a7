"""What every test may rely on, and what none may inherit from the machine it runs on."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent
REQUIRED = "SOLFLOW_SHARED_REQUIRED"
PROGRAMS = "SOLFLOW_PROGRAMS_REQUIRED"
KEPT = {REQUIRED, PROGRAMS, "SOLFLOW_GOLDEN"}  # what is said to the tests themselves

# A gate gives one answer for one tree: examples are derived from the test, not drawn; and a slow
# machine is not a failing property.
settings.register_profile("gate", derandomize=True, deadline=None)
settings.load_profile("gate")


def pytest_configure() -> None:
    """Keep an officer's own settings out of tests, and tests out of an officer's workspace."""
    for name in list(os.environ):
        if name.startswith("SOLFLOW_") and name not in KEPT:
            del os.environ[name]


SLOW = {
    "reliability",
    "rubbish",
    "simulation",
    "test_bot.py",
    "test_torture.py",
    "test_wheel.py",
}
"""Slow by nature: every point of a kill, thousands of mangled lines and files, hundreds of lives,
whole solicitations played by a bot that knows nothing, a wheel that is built and installed."""

THOROUGH = {
    "cli",
    "test_bench.py",
    "test_cases.py",
    "test_clears.py",
    "test_daemon.py",
    "test_journey.py",
    "test_transcripts.py",
    "test_verify.py",
    "test_workflows_doc.py",
}
"""Whole command lines, processes and journeys: left out of the fast loop alone."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests by the file or folder they stand in, so that the choice stands in one place."""
    for item in items:
        name = item.path.relative_to(TESTS).parts[0]
        if name in SLOW:
            item.add_marker(pytest.mark.slow)
        if name in THOROUGH:
            item.add_marker(pytest.mark.thorough)


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the reference folder beside the clone: tests may compare with it, but never need it.

    Where it is absent such a test is skipped. CI sets a variable where the folder is there, so
    that such a test cannot be skipped without anybody noticing.
    """
    folder = ROOT.parent / "shared"
    if folder.is_dir():
        return folder
    if os.environ.get(REQUIRED):
        pytest.fail(f"{REQUIRED} is set, but there is no shared folder beside the clone")
    pytest.skip("there is no shared folder beside this clone")


@pytest.fixture(scope="session")
def program() -> Callable[[str], str]:
    """Return a function to the path of a program such as a shell; without it a test is skipped.

    CI installs them, and sets a variable that makes their absence a failure.
    """

    def path_of(name: str) -> str:
        where = shutil.which(name)
        if where is None and os.environ.get(PROGRAMS):
            pytest.fail(f"{PROGRAMS} is set, but {name} is not installed")
        return where or pytest.skip(f"{name} is not installed")

    return path_of

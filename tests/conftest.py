"""What every test may rely on, and what none may inherit from the machine it runs on."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
REQUIRED = "SOLFLOW_SHARED_REQUIRED"
PROGRAMS = "SOLFLOW_PROGRAMS_REQUIRED"
KEPT = {REQUIRED, PROGRAMS, "SOLFLOW_GOLDEN"}  # what is said to the tests themselves

# A gate gives one answer for one tree: examples are derived from the test, not drawn; and a slow
# machine is not a failing property.
settings.register_profile("gate", derandomize=True, deadline=None)
settings.load_profile("gate")


def pytest_configure() -> None:
    """An officer's own settings must not reach a test, nor a test an officer's workspace."""
    for name in list(os.environ):
        if name.startswith("SOLFLOW_") and name not in KEPT:
            del os.environ[name]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The founders' reference folder beside the clone: checks may compare with it, not need it.

    Where it is absent such a test is skipped; CI, which has it, sets a variable that makes its
    absence a failure, so that a check cannot quietly stop being run.
    """
    folder = ROOT.parent / "shared"
    if folder.is_dir():
        return folder
    if os.environ.get(REQUIRED):
        pytest.fail(f"{REQUIRED} is set, but there is no shared folder beside the clone")
    pytest.skip("there is no shared folder beside this clone")


@pytest.fixture(scope="session")
def program() -> Callable[[str], str]:
    """Return where a program of others stands, such as a shell; without it a test is skipped.

    CI installs them, and sets a variable that makes their absence a failure.
    """

    def found(name: str) -> str:
        where = shutil.which(name)
        if where is None and os.environ.get(PROGRAMS):
            pytest.fail(f"{PROGRAMS} is set, but {name} is not installed")
        return where or pytest.skip(f"{name} is not installed")

    return found

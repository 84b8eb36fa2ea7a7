"""What an office installs is the wheel: it must hold everything, and need nothing beside it."""

import os
import subprocess
import sys
import venv
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = "solicitation_flow/_shipped"

# One worker builds the wheel and uses it for every test here.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]


def run(command: Sequence[str | Path], cwd: Path, **more: str) -> str:
    """Run a command as an officer's shell would, with nothing of this clone in sight."""
    strange = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}
    here = {name: value for name, value in os.environ.items() if name not in strange} | more
    completed = subprocess.run(
        command, cwd=cwd, env=here, check=False, capture_output=True, text=True
    )
    assert completed.returncode == 0, (
        f"{command} exits {completed.returncode}\n{completed.stdout}\n{completed.stderr}"
    )
    return completed.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the source package: what that one lacks, this one lacks."""
    folder = tmp_path_factory.mktemp("dist")
    run([sys.executable, "-m", "build", "--outdir", folder, ROOT], cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def office(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an environment with only the wheel installed in it."""
    folder = tmp_path_factory.mktemp("office")
    venv.create(folder, with_pip=True)
    quiet = ["--quiet", "--disable-pip-version-check"]
    run([folder / "bin" / "python", "-m", "pip", "install", *quiet, wheel], cwd=folder)
    return folder


def kept(folder: str) -> set[str]:
    """Return the files of a folder that git keeps or would keep."""
    asked = ["git", "ls-files", "--cached", "--others", "--exclude-standard", folder]
    return {name for name in run(asked, cwd=ROOT).splitlines() if (ROOT / name).is_file()}


def test_the_wheel_holds_the_whole_house_and_no_more(wheel: Path) -> None:
    inside = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    shipped = {f"{SHIPPED}/{name}" for name in kept("workflows") | kept("templates")}
    assert shipped, "there is nothing to ship"
    assert inside == kept("solicitation_flow") | shipped


def test_the_demo_runs_from_the_wheel_in_another_folder(office: Path, tmp_path: Path) -> None:
    solflow, path = office / "bin" / "solflow", tmp_path / "told"
    assert run([solflow, "demo", path], cwd=tmp_path, NO_COLOR="1").strip()
    run([solflow, "verify"], cwd=tmp_path, SOLFLOW_WORKSPACE=str(path))


def test_what_runs_is_what_was_installed(office: Path, tmp_path: Path) -> None:
    where = "import solicitation_flow; print(solicitation_flow.__file__)"
    output = run([office / "bin" / "python", "-c", where], cwd=tmp_path)
    assert Path(output.strip()).is_relative_to(office)

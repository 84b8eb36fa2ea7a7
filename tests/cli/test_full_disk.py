"""Output that cannot be written is one line on standard error and exit code 1."""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from solicitation_flow.cli import main
from solicitation_flow.cli.overview import TABLE

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., Any]
FULL = Path("/dev/full")
NO_SPACE = "[Errno 28] No space left on device"

LINES = {
    "init": "init elsewhere --training --agency A --jurisdiction va-local",
    "demo": "demo elsewhere",
    "simulate": "simulate run rfp:close_questions",
    "config": "config",
    "doctor": "doctor",
    "upgrade": "upgrade",
    "completion": "completion bash",
    "new": "new rfp title=Desks agency=A",
    "list": "list",
    "show": "show RFP-2026-001",
    "next": "next RFP-2026-001",
    "why": "why RFP-2026-001 cancel",
    "act": "act S-acme change_supplier email=post@acme.example",
    "form": "form publish --workflow rfp",
    "journal": "journal RFP-2026-001",
    "due": "due",
    "tick": "tick",
    "inbox": "inbox",
    "notices": "notices list",
    "people": "people list",
    "suppliers": "suppliers show acme",
    "members": "members --help",
    "agreements": "agreements --help",
    "export": "export records RFP-2026-001",
    "workflow": "workflow show rfp",
    "jurisdiction": "jurisdiction show",
    "template": "template list",
    "verify": "verify RFP-2026-001",
}
"""A line of each command that writes an answer."""

SILENT = {"daemon"}
"""Commands that write to standard error alone."""

pytestmark = pytest.mark.skipif(not FULL.exists(), reason="no full disk to try it on")


buffering = pytest.mark.parametrize("buffered", [True, False], ids=["buffered", "unbuffered"])


@contextmanager
def on_a_full_disk(name: str, *, buffered: bool) -> Iterator[None]:
    """Put a stream on a full disk, as Python opens it with and without a buffer."""
    raw = io.FileIO(str(FULL), "w")
    buffer: Any = io.BufferedWriter(raw) if buffered else raw
    with (
        io.TextIOWrapper(buffer, encoding="utf-8", write_through=not buffered) as stream,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(sys, name, stream)
        yield


def ended(line: str, full: str = "stdout", *, buffered: bool = True) -> int:
    """Return the exit code of a process given a line while one of its streams is full."""
    with pytest.MonkeyPatch.context() as patch, on_a_full_disk(full, buffered=buffered):
        patch.setenv("PYDANTIC_DISABLE_PLUGINS", "__all__")
        patch.setattr(sys, "argv", ["solflow", *line.split()])
        with pytest.raises(SystemExit) as end:
            main.main()
        # Python does this last, and ends with 120 if it fails
        sys.stdout.flush()
        sys.stderr.flush()
    assert isinstance(end.value.code, int)
    return end.value.code


def test_every_command_is_tried() -> None:
    assert set(LINES) | SILENT == set(TABLE)


@pytest.mark.parametrize("name", sorted(LINES))
def test_an_answer_on_a_full_disk_is_one_line_and_exit_code_1(
    published: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert published
    assert ended(LINES[name], buffered=True) == 1
    assert capsys.readouterr().err == f"the machine failed: {NO_SPACE}; nothing more was done\n"


@buffering
@pytest.mark.parametrize(
    "line", ["", "--help", "--version", "list --help", "list", "list --json", "form --help"]
)
def test_so_are_help_the_version_and_json(
    published: str, line: str, capsys: pytest.CaptureFixture[str], *, buffered: bool
) -> None:
    assert published
    assert ended(line, buffered=buffered) == 1
    assert NO_SPACE in capsys.readouterr().err


@pytest.mark.parametrize(("line", "code"), [("nonsense", 2), ("show RFP-1", 4), ("list", 0)])
def test_errors_that_cannot_be_written_keep_their_exit_code(
    published: str, line: str, code: int
) -> None:
    assert published
    assert ended(line, "stderr") == code
    assert ended(f"{line} --json", "stderr") == code


@buffering
def test_the_tab_key_ends_the_same_way(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, buffered: bool
) -> None:
    monkeypatch.setenv("_SOLFLOW_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "solflow ne")
    monkeypatch.setenv("COMP_CWORD", "1")
    monkeypatch.delenv("COMP_LINE", raising=False)
    assert ended("", buffered=buffered) == 1
    assert NO_SPACE in capsys.readouterr().err


@pytest.mark.parametrize("words", ["list > /dev/full", "--help > /dev/full", "list &> /dev/full"])
def test_a_process_with_a_buffer_of_its_own_ends_with_exit_code_1(
    published: str, here: Path, words: str
) -> None:
    assert published
    program = "from solicitation_flow.cli.main import main; main()"
    around = {**os.environ, "PYTHONPATH": str(ROOT)}
    around.pop("PYTHONUNBUFFERED", None)
    completed = subprocess.run(
        ["bash", "-c", f"{sys.executable} -c '{program}' {words}"],
        cwd=here,
        env=around,
        check=False,
        capture_output=True,
        text=True,
    )
    assert completed.returncode == 1
    assert len(completed.stderr.splitlines()) == int("&>" not in words)

"""A person's journey on the command line: what the transcript shows is what happens, to the letter.

The transcript stands between `<!-- journey -->` and `<!-- /journey -->` in docs/JOURNEY.md.
`SOLFLOW_GOLDEN=write` writes what happens into it.
"""

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from solicitation_flow.cli.dispatch import run

ROOT = Path(__file__).resolve().parents[1]
README, JOURNEY = ROOT / "README.md", ROOT / "docs" / "JOURNEY.md"
BEGINS, ENDS = "<!-- journey -->", "<!-- /journey -->"
BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.DOTALL | re.MULTILINE)
MOST = 160

Play = Callable[[list[str]], list[str]]
"""Answers what each of some command lines shows on a terminal."""


def transcript() -> str:
    """Return the whole text of the page, which must hold the transcript."""
    text = JOURNEY.read_text(encoding="utf-8")
    assert BEGINS in text, f"{BEGINS} does not stand in docs/JOURNEY.md"
    return text


def journey(text: str) -> str:
    """Return the part of a text between the markers."""
    return text.partition(BEGINS)[2].partition(ENDS)[0]


def typed(block: str) -> Iterator[str]:
    """Return the commands of a block as they stand there, with continued lines, without output."""
    shown: list[str] = []
    for line in block.splitlines():
        if line.startswith("$ ") or (shown and shown[-1].endswith("\\")):
            shown.append(line)
        if shown and not shown[-1].endswith("\\"):
            yield "\n".join(shown)
            shown = []


def played(text: str, play: Play) -> str:
    """Return the journey with the output its commands give now."""
    blocks = [list(typed(match[1])) for match in BLOCK.finditer(text)]
    lines = [re.sub(r"\\\n *", "", line).removeprefix("$ ") for block in blocks for line in block]
    answers = iter(play(lines))
    sessions = ("".join(f"{line}\n{next(answers)}" for line in block) for block in blocks)
    return BLOCK.sub(lambda _: next(sessions), text)


def steady(text: str, home: Path) -> str:
    """Put … for what differs from run to run: where the workspace is, and hashes."""
    text = re.sub(r"\b[0-9a-f]{64}\b", "…", text.replace(str(home), "…"))
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


# --- a shell that understands as much as the transcript needs ------------------------------------

LOOP = re.compile(r"for (?P<name>\w+) in (?P<words>[^;]+); do (?P<body>.+); done(?P<rest>.*)")
TAIL = re.compile(
    r"(?P<line>.*?)(?P<both> 2>&1)?(?: > (?P<file>\S+)| \| (?P<filter>head|tail) -(?P<count>\d+))?"
)


@dataclass
class Shell:
    """Runs lines in this process: a process for each would take half a minute."""

    home: Path
    here: Path = field(init=False)

    def __post_init__(self) -> None:
        self.here = self.home

    def play(self, lines: list[str]) -> list[str]:
        return [steady(self(line), self.home) for line in lines]

    def __call__(self, line: str) -> str:
        if loop := LOOP.fullmatch(line):
            bodies = (
                loop["body"].replace(f"${loop['name']}", word) for word in loop["words"].split()
            )
            return "".join(self(body + loop["rest"]) for body in bodies)
        parts = TAIL.fullmatch(line)
        assert parts
        out, err = self._said(shlex.split(parts["line"]))
        if parts["both"]:
            out, err = err + out, ""
        if parts["file"] == "/dev/null":
            out = ""
        elif parts["file"]:
            (self.here / parts["file"]).write_text(out, encoding="utf-8")
            out = ""
        elif parts["filter"]:
            lines, count = out.splitlines(keepends=True), int(parts["count"])
            out = "".join(lines[:count] if parts["filter"] == "head" else lines[-count:])
        return err + out

    def _said(self, words: list[str]) -> tuple[str, str]:
        """Return what a command writes: its output, and what is not part of it."""
        program, *rest = words
        if program == "cd":
            self.here /= rest[0]
            return "", ""
        if program == "echo":
            return " ".join(rest) + "\n", ""
        assert program == "solflow", f"this shell does not know {program}"
        out, err = io.StringIO(), io.StringIO()
        with (
            contextlib.chdir(self.here),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            run(rest)
        return out.getvalue(), err.getvalue()


def bash(home: Path) -> Play:
    """Return a function that plays lines in a real shell, a process for each command."""

    def play(lines: list[str]) -> list[str]:
        mark = "--- the next command ---"
        call = f'solflow() {{ "{sys.executable}" -c "$program" "$@"; }}'
        script = "\n".join([call, *(f"echo '{mark}'\n{line}" for line in lines)])
        program = "from solicitation_flow.cli.main import main; main()"
        here = {**os.environ, "PYTHONPATH": str(ROOT), "program": program}
        completed = subprocess.run(
            ["bash", "-c", f"exec 2>&1\n{script}"],
            cwd=home,
            env=here,
            check=False,
            capture_output=True,
            text=True,
        )
        _, *answers = completed.stdout.split(f"{mark}\n")
        return [steady(answer, home) for answer in answers]

    return play


# --- what is tested ------------------------------------------------------------------------------


def test_the_journey_goes_as_the_transcript_shows(tmp_path: Path) -> None:
    text = transcript()
    now = played(journey(text), Shell(tmp_path).play)
    if os.environ.get("SOLFLOW_GOLDEN") == "write":
        JOURNEY.write_text(text.replace(journey(text), now), encoding="utf-8")
        return
    assert now == journey(text)


@pytest.mark.slow
def test_a_real_shell_shows_the_same(tmp_path: Path) -> None:
    text = transcript()
    assert played(journey(text), bash(tmp_path)) == journey(text)


def test_what_the_readme_shows_is_a_part_of_the_journey() -> None:
    (block,) = (match[1] for match in BLOCK.finditer(README.read_text(encoding="utf-8")))
    assert block in transcript()


def test_an_officer_can_read_it_in_one_sitting() -> None:
    blocks = [match[1] for match in BLOCK.finditer(journey(transcript()))]
    assert sum(len(block.splitlines()) for block in blocks) <= MOST


def test_it_shows_what_the_work_is_made_of() -> None:
    text = journey(transcript())
    for word in ("init", "suppliers add", "members add", "people add", "next", "why", "Refused",
                 "amend", "moved to", "responses/late", "score", "post_intent", "execute",
                 "file_paper", "agreements/publication", "agreements show", "verify"):  # fmt: skip
        assert word in text


def test_a_transcript_that_is_off_by_a_word_is_found(tmp_path: Path) -> None:
    text = '```console\n$ echo "a" > b\n$ solflow --version\nsolflow 0\n```\n'
    assert played(text, Shell(tmp_path).play) != text

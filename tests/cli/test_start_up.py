"""What a command line costs before it does anything, and that every page of help teaches."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from solicitation_flow import __version__
from solicitation_flow.cli import dispatch
from solicitation_flow.cli.overview import COMMANDS, TABLE, overview

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {"sqlalchemy", "pydantic", "sqlmodel", "alembic", "jinja2", "transitions", "rich"}


def loaded(*words: str, folder: Path = ROOT, **more: str) -> set[str]:
    """Return the libraries a process has loaded once it has run a command line."""
    program = (
        "import atexit, sys\n"
        f"sys.argv = ['solflow', *{list(words)!r}]\n"
        "told = lambda: sys.stderr.write(' '.join(['\\nLOADED', *sys.modules]))\n"
        "atexit.register(told)\n"
        "from solicitation_flow.cli.main import main\n"
        "main()"
    )
    around = {**os.environ, "PYTHONPATH": str(ROOT), **more}
    completed = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        env=around,
        check=False,
        capture_output=True,
        text=True,
    )
    return {name.partition(".")[0] for name in completed.stderr.rpartition("LOADED")[2].split()}


@pytest.mark.parametrize("words", [["--help"], ["--version"], []])
def test_the_first_page_and_the_version_load_no_library_at_all(words: list[str]) -> None:
    assert not loaded(*words) & {*HEAVY, "click", "sqlite3"}


@pytest.mark.parametrize("name", sorted(set(TABLE)))
def test_a_page_of_help_loads_no_engine(name: str) -> None:
    modules = loaded(name, "--help")
    assert "click" in modules
    assert not modules & (HEAVY - {"rich"})


def test_tab_loads_no_engine() -> None:
    modules = loaded(_SOLFLOW_COMPLETE="bash_complete", COMP_WORDS="solflow ne", COMP_CWORD="1")
    assert "click" in modules
    assert not modules & HEAVY


def test_next_loads_no_schema_and_no_migrations(published: str, here: Path) -> None:
    modules = loaded("next", published, folder=here)
    assert "sqlite3" in modules
    assert not modules & {"sqlmodel", "sqlalchemy", "alembic", "ruamel", "holidays", "rich"}


def pages() -> list[tuple[str, click.Command]]:
    """Every command, those inside others too, with how it is called."""
    pages: list[tuple[str, click.Command]] = []
    context = click.Context(dispatch.solflow)
    for name in TABLE:
        command = dispatch.solflow.get_command(context, name)
        assert command is not None
        pages.append((f"solflow {name}", command))
        if isinstance(command, click.Group):
            pages += [
                (f"solflow {name} {sub}", subcommand)
                for sub, subcommand in command.commands.items()
            ]
    return pages


def test_every_page_of_help_opens_with_an_example() -> None:
    assert overview().startswith("  solflow ")
    for called, command in pages():
        page = command.get_help(click.Context(command, info_name=called))
        first = page.splitlines()[0].strip()
        assert first.startswith(called), f"{called} --help opens with {first!r}"


def test_every_example_is_a_command_line_that_parses() -> None:
    for called, command in pages():
        page = command.get_help(click.Context(command, info_name=called))
        for option in re.findall(r"(?<=\s)--[a-z-]+", page.partition("Usage:")[0]):
            known = {name for param in command.params for name in param.opts}
            inner = command.commands.values() if isinstance(command, click.Group) else ()
            known |= {name for sub in inner for param in sub.params for name in param.opts}
            assert option in known | {"--help"}, f"{called}: {option}"


def test_help_and_version_say_the_same_wherever_they_are_asked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert dispatch.run(["--debug", "--help"]) == 0
    assert capsys.readouterr().out == overview()
    assert dispatch.run(["--debug", "--version"]) == 0
    assert capsys.readouterr().out == f"solflow {__version__}\n"


def test_the_overview_has_a_line_for_every_command_and_no_other() -> None:
    listed = re.findall(r"^  ([a-z]+)  +\S", overview().partition("Usage:")[2], re.MULTILINE)
    assert listed == list(TABLE)
    assert len(TABLE) == sum(len(group) for group in COMMANDS.values())


def test_a_mistyped_command_is_answered_with_the_nearest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert dispatch.run(["lsit"]) == 2
    assert "Did you mean 'list'?" in capsys.readouterr().err
    assert dispatch.run(["lsit", "--json"]) == 2
    document = json.loads(capsys.readouterr().err)
    assert (document["code"], document["next"]) == ("usage", "solflow --help")


def test_a_reader_who_has_seen_enough_is_no_failure(published: str, here: Path) -> None:
    program = "from solicitation_flow.cli.main import main; main()"
    around = {**os.environ, "PYTHONPATH": str(ROOT)}
    line = f"{sys.executable} -c '{program}' show {published} --json | head -c 1"
    completed = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        cwd=here,
        env=around,
        check=False,
        capture_output=True,
        text=True,
    )
    assert (completed.returncode, completed.stdout, completed.stderr) == (0, "{", "")

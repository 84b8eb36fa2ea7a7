"""What the Tab key finishes, asked as click asks, and once in each real shell there is."""

import os
import select
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from solicitation_flow.cli import dispatch
from solicitation_flow.cli.completion import form_fields, shells
from solicitation_flow.forms import describe
from solicitation_flow.workspace import FileDefinitions, shipped

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60


def offered(*words: str, shell: str = "bash") -> dict[str, str | None]:
    """Return what Tab offers for the last word, each with what it means."""
    spoken = shells.SHELLS[shell](dispatch.solflow, {}, "solflow", dispatch.COMPLETES)
    return {item.value: item.help for item in spoken.get_completions(list(words[:-1]), words[-1])}


def test_tab_finishes_a_command_with_what_it_does() -> None:
    candidates = offered("ne")
    assert (list(candidates), str(candidates["next"])[:20]) == (
        ["new", "next"],
        "what may be done now",
    )
    assert list(offered("workflow", "d")) == ["draw"]
    assert {"--dry-run", "--yes", "--expect"} <= set(offered("act", "--"))


def test_tab_offers_case_numbers_with_their_state(published: str) -> None:
    for command in ("act", "next", "why", "show", "journal", "verify"):
        assert offered(command, "") == {published: "open: Furniture"}, command
    assert list(offered("act", "rfp-2026")) == [published]
    assert offered("act", "RFP-2027") == {}


def test_tab_offers_register_entries_where_their_letter_was_typed(published: str) -> None:
    assert offered("show", "S-") == {
        "S-acme": "active: Acme Furniture",
        "S-zenith": "active: Zenith",
    }
    assert offered("suppliers", "show", "a") == {"acme": "Acme Furniture"}
    assert offered("next", published, "--as", "z") == {"zenith": "supplier: Zenith"}


def test_tab_offers_just_what_the_case_may_do_now(drafted: str) -> None:
    before = offered("act", drafted, "")
    assert before["publish"] == "officer, to open"
    assert "receive" not in before
    assert dispatch.run(["act", drafted, "publish", "proposals_due=2026-06-26 14:00", "--yes"]) == 0
    after = offered("act", drafted, "")
    assert "receive" in after
    assert "publish" not in after
    assert not any("clock" in (says or "") for says in after.values())
    assert offered("why", drafted.lower(), "wi") == {"withdraw": after["withdraw"]}


def test_tab_offers_the_fields_of_the_form_that_are_not_yet_there(drafted: str) -> None:
    candidates = offered("act", drafted, "describe", "")
    assert candidates["contact="] == "contact for suppliers"
    left = offered("act", drafted, "describe", "contact=Ann", "")
    assert set(left) == set(candidates) - {"contact="}
    assert list(offered("new", "rfp", "ti")) == ["title="]
    assert offered("act", drafted, "no_such_command", "") == {}


def test_tab_knows_the_fields_of_every_command_as_its_form_does() -> None:
    definitions = FileDefinitions((shipped("workflows"),), "neutral", "neutral", "")
    for name in definitions.workflows():
        workflow = definitions.compiled(name)
        for command, form in workflow.book.forms.items():
            fields = {field["name"]: field["help"] for field in describe(form)}
            assert form_fields.fields_of(workflow.law, command) == fields, (name, command)


def test_tab_reads_the_forms_once_and_again_when_the_program_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    readings: list[str] = []

    def read_forms() -> form_fields.FieldsByPhase:
        readings.append("read")
        return {"issuance": {"publish": {"proposals_due": "when"}}}

    def fields() -> form_fields.Fields:
        return form_fields.fields_of(("issuance",), "publish")

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(form_fields, "read_forms", read_forms)
    assert fields() == fields() == {"proposals_due": "when"}
    assert len(readings) == 1
    cache = form_fields.cache_file()
    assert cache is not None
    cache.write_text("{not JSON", encoding="utf-8")
    assert fields() == {"proposals_due": "when"}
    assert len(readings) == 2
    monkeypatch.setattr(form_fields, "sources_digest", lambda: "another")
    fields()
    assert len(readings) == 3
    assert list(cache.parent.iterdir()) == [form_fields.cache_file()]


def test_tab_offers_fields_to_a_user_without_a_home(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", homeless)
    assert form_fields.cache_file() is None
    assert "proposals_due" in form_fields.fields_of(("issuance",), "publish")


def test_tab_finds_the_workspace_that_is_named(
    published: str, here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert offered("act", "") == {}
    assert list(offered("--workspace", str(here), "act", "")) == [published]
    assert list(offered("act", "--workspace", str(here), "")) == [published]
    (here / "solflow.db").rename(here / "kept.db")
    (here / "solflow.toml").write_text('database = "kept.db"\n', encoding="utf-8")
    monkeypatch.setenv("SOLFLOW_WORKSPACE", str(here))
    assert list(offered("act", "")) == [published]


def test_tab_keeps_quiet_about_what_is_damaged(published: str, here: Path) -> None:
    with closing(sqlite3.connect(here / "solflow.db")) as connection:
        connection.execute("DROP TRIGGER IF EXISTS pinned_stays")
        connection.execute("UPDATE case_header SET pins = 'not JSON'")
        connection.commit()
    assert offered("act", published, "") == {}
    (here / "solflow.db").write_bytes(b"no database")
    assert offered("act", "") == {}
    (here / "solflow.toml").write_bytes(b"\xff database")
    assert offered("act", "") == {}


def test_a_title_moves_no_cursor(published: str, here: Path) -> None:
    with closing(sqlite3.connect(here / "solflow.db")) as connection:
        connection.execute("UPDATE case_header SET title = ?", ("A\x1b[2J\nplain,B",))
        connection.commit()
    assert offered("act", "") == {published: "open: A [2J plain,B"}


def test_tab_only_reads(published: str, here: Path) -> None:
    before = (here / "solflow.db").read_bytes()
    offered("act", published, "")
    assert (here / "solflow.db").read_bytes() == before


def test_tab_in_a_workspace_loads_no_engine(published: str, here: Path) -> None:
    form_fields.fields_of(("issuance",), "publish")  # the first Tab after an upgrade reads them
    completed = subprocess.run(
        [
            sys.executable,
            "-X",
            "importtime",
            "-c",
            "from solicitation_flow.cli.main import main; main()",
        ],
        cwd=here,
        env=around("bash", f"solflow act {published} describe "),
        check=True,
        capture_output=True,
        text=True,
    )
    assert "plain,--help" not in completed.stdout
    loaded = {line.rpartition("|")[2].strip() for line in completed.stderr.splitlines()}
    assert "sqlite3" in loaded
    assert not loaded & {"pydantic", "sqlalchemy", "sqlmodel", "ruamel.yaml", "rich", "jinja2"}


def around(shell: str, line: str) -> dict[str, str]:
    words = {"COMP_LINE": line, "COMP_WORDS": line, "COMP_CWORD": "1"}
    return {**os.environ, "PYTHONPATH": str(ROOT), dispatch.COMPLETES: f"{shell}_complete", **words}


@pytest.mark.parametrize("shell", list(shells.SHELLS))
def test_the_script_is_printed_for_every_shell(
    shell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dispatch.run(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert f"{dispatch.COMPLETES}={shell}_complete" in script
    assert "%(" not in script


def test_a_shell_nobody_speaks_is_a_wrong_word(capsys: pytest.CaptureFixture[str]) -> None:
    assert dispatch.run(["completion", "tcsh"]) == 2
    assert "'bash', 'zsh', 'fish'" in capsys.readouterr().err


# --- real shells -------------------------------------------------------------------------------

STARTS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], "bind 'set bell-style none'"),
    "zsh": (["zsh", "-f", "-i"], "unsetopt beep; autoload -Uz compinit; compinit -u -D"),
    "fish": (["fish", "--no-config", "-i"], "true"),
}

OWNS = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""
"""Makes the terminal that of the shell, which asks for keys there."""


class Terminal:
    """A shell at a terminal, with somebody typing."""

    def __init__(self, handle: int) -> None:
        self._handle = handle
        self._seen = ""

    def types(self, text: str) -> None:
        os.write(self._handle, text.encode())

    def shows(self, wanted: str) -> None:
        """Wait until the screen shows something; what was shown before does not count."""
        ends = time.monotonic() + PATIENCE
        while wanted not in self._seen:
            ready, _, _ = select.select([self._handle], [], [], max(0, ends - time.monotonic()))
            assert ready, f"{wanted!r} never came; the screen shows {self._seen!r}"
            self._seen += os.read(self._handle, 65_536).decode(errors="replace")
        self._seen = self._seen.partition(wanted)[2]


@contextmanager
def at_a_terminal(shell: str, folder: Path) -> Iterator[Terminal]:
    """Start a shell in a folder; `solflow` is this very program."""
    program = folder / "bin" / "solflow"
    program.parent.mkdir()
    code = (
        "import sys; sys.argv[0] = 'solflow'; from solicitation_flow.cli.main import main; main()"
    )
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -c "{code}" "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    outer, inner = os.openpty()
    words, prepares = STARTS[shell]
    kept = {"HOME": str(folder), "TERM": "dumb" if shell == "bash" else "xterm", "COLUMNS": "200"}
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, **kept, "PATH": path, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
    running = subprocess.Popen(
        [sys.executable, "-c", OWNS, *words],
        stdin=inner,
        stdout=inner,
        stderr=inner,
        cwd=folder,
        env=env,
        start_new_session=True,
    )
    os.close(inner)
    try:
        screen = Terminal(outer)
        script = folder / f"complete.{shell}"
        script.write_text(shells.source(shell, dispatch.solflow), encoding="utf-8")
        screen.types(f"{prepares}; source {script}; echo rea''dy\n")
        screen.shows("ready")
        yield screen
    finally:
        running.kill()
        running.wait()
        os.close(outer)


@pytest.mark.parametrize("shell", list(STARTS))
@pytest.mark.skipif(os.name == "nt", reason="there is no terminal of this kind")
def test_tab_works_in_a_real_shell(
    shell: str, published: str, here: Path, program: Callable[[str], str]
) -> None:
    program(shell)
    with at_a_terminal(shell, here) as screen:
        screen.types("solflow act RFP\t")
        screen.shows(published)
        screen.types("ackn\t")
        screen.shows("acknowledge")
        screen.types("\x15solflow act " + published + " receive env\t")
        screen.shows("envelope=")

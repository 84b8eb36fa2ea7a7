"""What a person at a terminal is asked, shown and spared."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from solicitation_flow.casefile import Actor
from solicitation_flow.cli.session import Session
from solicitation_flow.engine import Accepted, Request
from solicitation_flow.workspace import Workspace

Run = Callable[..., Any]
WHY = "The need has gone: the schools were given furniture by a donor."
MARIA = Actor("maria", frozenset({"officer"}))
pty = pytest.importorskip("pty")

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = (
    "from solicitation_flow.workspace import settings\n"
    "settings.login = lambda: 'mlogin'\n"
    "from solicitation_flow.cli.main import main\n"
    "main()"
)


@contextmanager
def terminal() -> Iterator[tuple[int, int]]:
    ours, theirs = pty.openpty()
    try:
        yield ours, theirs
    finally:
        for handle in (ours, theirs):
            os.close(handle)


def typed(*words: str, answers: str = "", **more: str) -> tuple[int, str]:
    """Run a command on a terminal, type the answers, and return its code and the screen."""
    around = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", **more}
    for name in [name for name, value in around.items() if not value]:
        del around[name]
    with terminal() as (ours, theirs):
        running = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, *words],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=around,
        )
        os.write(ours, answers.encode())
        code = running.wait(timeout=60)
        os.set_blocking(ours, False)
        screen = b""
        for _ in range(10):
            try:
                screen += os.read(ours, 1_000_000)
            except BlockingIOError:
                time.sleep(0.01)
    return code, screen.decode().replace("\r\n", "\n")


def state(number: str) -> str:
    workspace = Workspace.find(Path.cwd())
    try:
        return workspace.engine().view(number).loaded.header.state
    finally:
        workspace.close()


DATES = ("proposals_due=2026-06-26 14:00", "questions_due=2026-06-15 16:00")


def test_harm_is_confirmed_by_typing_the_number(drafted: str) -> None:
    code, screen = typed("act", drafted, "publish", *DATES, answers=f"{drafted}\n")
    assert f"{drafted}: publish would take it from drafting to open" in screen
    assert "letter    issuance/posting to supplier:acme <bids@acme.example>" in screen
    assert f"Type {drafted} to confirm" in screen
    assert f"{drafted}: publish takes it from drafting to open" in screen
    assert (code, state(drafted)) == (0, "open")


@pytest.mark.parametrize("answer", ["yes\n", "\n", "\x04"])
def test_anything_else_changes_nothing(drafted: str, answer: str) -> None:
    code, _ = typed("act", drafted, "publish", *DATES, answers=answer)
    assert code in {2, 130}
    assert state(drafted) == "drafting"


def test_missing_fields_are_asked_for_with_their_help(drafted: str) -> None:
    answers = f"2026-06-26 14:00\n{drafted}\n"
    code, screen = typed("act", drafted, "publish", answers=answers)
    assert "proposals_due: when proposals are due, in local time" in screen
    assert "such as 2026-09-18 14:00" in screen
    assert (code, state(drafted)) == (0, "open")


def test_a_refusal_comes_before_the_question_whether_one_is_sure(drafted: str) -> None:
    code, screen = typed("act", drafted, "publish", "proposals_due=2026-06-06 14:00")
    assert "Refused, nothing was changed" in screen
    assert "Type" not in screen
    assert code == 3


def test_what_was_confirmed_is_what_is_done(
    drafted: str, solflow: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody moves the case while the plan is on the screen: then nothing is done."""

    def meanwhile(self: Session, number: str, plan_text: str, *, yes: bool) -> None:
        assert "publish would take it" in plan_text
        other = Workspace.find(Path.cwd())
        answer = other.engine().perform(Request("cancel", {"reason": WHY}, number), MARIA)
        other.close()
        assert isinstance(answer, Accepted)

    monkeypatch.setattr(Session, "confirm", meanwhile)
    solflow("act", drafted, "publish", *DATES, code=5)
    assert state(drafted) == "cancelled"


def test_a_terminal_gets_a_table_and_no_colour_where_none_is_wanted(drafted: str) -> None:
    _, plain = typed("list", NO_COLOR="1")
    assert drafted in plain
    assert "\x1b[3" not in plain
    _, dumb = typed("list", TERM="dumb", NO_COLOR="")
    assert "\x1b" not in dumb

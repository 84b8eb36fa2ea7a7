"""Runs one command: finds it without importing the others, and says no in the house's words."""

import importlib
import io
import os
import sys
from collections.abc import Sequence
from typing import Any

import click
from click.shell_completion import CompletionItem

from solicitation_flow import __version__
from solicitation_flow.cli import errors
from solicitation_flow.cli.help import common_options
from solicitation_flow.cli.overview import COMMANDS, TABLE, overview
from solicitation_flow.cli.session import Common, Refused
from solicitation_flow.errors import SolflowError, Usage
from solicitation_flow.yamlfile import nearest

REFUSED, INTERRUPTED = 3, 130
COMPLETES = "_SOLFLOW_COMPLETE"


class Unread(Exception):
    """Carries a closed pipe past click, which would call it a failure."""


class Root(click.Group):
    """The command line itself: commands are imported when they are run, not before."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was named."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as gone:
            raise Unread from gone

    def list_commands(self, _: click.Context) -> list[str]:
        """Return every command, in the order of the overview."""
        return list(TABLE)

    def get_command(self, __: click.Context, name: str) -> click.Command | None:
        """Import one command."""
        if name not in TABLE:
            return None
        module = importlib.import_module(f"solicitation_flow.cli.commands.{name}")
        for value in vars(module).values():
            if isinstance(value, click.Command) and value.name == name:
                return value
        raise AssertionError(f"{module.__name__} has no command {name}")

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or offer the nearest."""
        name = args[0]
        unknown = self.get_command(ctx, name) is None and not name.startswith("-")
        if unknown and not ctx.resilient_parsing:
            near = nearest(name, TABLE)
            tail = f" Did you mean {near!r}?" if near else ""
            ctx.fail(f"No such command {name!r}.{tail}")
        return super().resolve_command(ctx, args)

    def get_help(self, _: click.Context) -> str:
        """Return the page that `solflow --help` prints without importing anything."""
        return overview().rstrip("\n")

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Offer commands from the table alone, so that Tab stays quick."""
        says = {name: text for group in COMMANDS.values() for name, text in group.items()}
        own = [
            CompletionItem(name, help=text)
            for name, text in says.items()
            if name.startswith(incomplete)
        ]
        return own or super().shell_complete(ctx, incomplete)


@click.group("solflow", cls=Root)
@click.version_option(__version__, message="solflow %(version)s")
@click.pass_context
def solflow(ctx: click.Context, /, **words: Any) -> None:
    """Keep the options given before the command."""
    ctx.obj = Common(**words)


solflow.params += common_options()


def _readable(words: Sequence[str]) -> None:
    """Bytes that are no text reach Python as half signs; no name, form or journal may hold them."""
    for word in words:
        if not word.isascii() and any("\ud800" <= sign <= "\udfff" for sign in word):
            raise Usage(f"{word!r} is not UTF-8", hint="give such bytes in a file: FIELD=@path")
        if "\0" in word:
            raise Usage(f"{word!r} holds a zero byte, which no text may")


def _told(refused: Refused) -> int:
    from solicitation_flow.cli import objections

    try:
        objections.refused(refused.refusal, refused.session)
    finally:
        refused.session.leave_workspace()
    return REFUSED


def run(words: Sequence[str]) -> int:
    """Run one command line and answers its exit code; no way of failing shows a traceback."""
    as_json, debug = "--json" in words, "--debug" in words
    try:
        return _run(words, as_json=as_json, debug=debug)
    except (KeyboardInterrupt, click.Abort, EOFError):
        # at a question, the cursor still stands behind it
        sys.stderr.write("\n" if sys.stderr.isatty() else "")
        sys.stderr.write("interrupted; nothing more was done\n")
        return INTERRUPTED
    except (BrokenPipeError, Unread):
        return errors.unwritten(BrokenPipeError(), as_json=as_json)
    except Exception as error:  # the last door: a bug is told in one line
        if debug:
            raise
        return errors.broken(error, as_json=as_json)


def _run(words: Sequence[str], *, as_json: bool, debug: bool) -> int:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        _readable(words)
        if COMPLETES in os.environ:
            from solicitation_flow.cli.completion import shells

            shells.teach_click()
        code = solflow.main(list(words), prog_name="solflow", standalone_mode=False)
        sys.stdout.flush()
    except Refused as refused:
        return _told(refused)
    except SolflowError as error:
        if debug:
            raise
        return errors.told(error, as_json=as_json)
    except click.ClickException as error:
        return errors.misused(error, as_json=as_json)
    return code if isinstance(code, int) else 0

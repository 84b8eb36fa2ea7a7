"""Runs one command line: imports the command, and turns every failure into an exit code."""

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
from solicitation_flow.cli.overview import TABLE, overview
from solicitation_flow.cli.session import Common, Refused
from solicitation_flow.errors import SolflowError, Usage
from solicitation_flow.yamlfile import nearest

REFUSED, INTERRUPTED = 3, 130
COMPLETES = "_SOLFLOW_COMPLETE"


class ReaderLeft(Exception):
    """Carries a closed pipe past click, which would treat it as a failure."""


class Root(click.Group):
    """The command line itself: commands are imported when they are run, not before."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was named."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as gone:
            raise ReaderLeft from gone

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
        own = [
            CompletionItem(name, help=line)
            for name, line in TABLE.items()
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


def _refuse_unreadable(words: Sequence[str]) -> None:
    """Raise Usage for a word that no name, form or journal may hold."""
    for word in words:
        # Python turns bytes that are not UTF-8 into surrogates
        if not word.isascii() and any("\ud800" <= sign <= "\udfff" for sign in word):
            raise Usage(f"{word!r} is not UTF-8", hint="give such bytes in a file: FIELD=@path")
        if "\0" in word:
            raise Usage(f"{word!r} contains a zero byte, which is not text")


def run(words: Sequence[str]) -> int:
    """Run one command line and return its exit code; no failure shows a traceback."""
    as_json, debug = "--json" in words, "--debug" in words
    try:
        return _run(words, as_json=as_json, debug=debug)
    except (KeyboardInterrupt, click.Abort, EOFError):
        return _interrupted()
    except (BrokenPipeError, ReaderLeft):
        # whoever closed the pipe has seen enough, and that is no failure
        return 0
    except Exception as error:  # the outermost level: a bug is reported in one line
        if debug:
            raise
        return errors.report_failure(error, as_json=as_json)


def _run(words: Sequence[str], *, as_json: bool, debug: bool) -> int:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        _refuse_unreadable(words)
        code = _click(words)
        sys.stdout.flush()
    except Refused as refused:
        return _report_refusal(refused)
    except SolflowError as error:
        if debug:
            raise
        return errors.report(error, as_json=as_json)
    except click.ClickException as error:
        return errors.report_usage(error, as_json=as_json)
    return code


def _click(words: Sequence[str]) -> int:
    """Have click run the command, or complete a word; both may end in an exit code."""
    if COMPLETES in os.environ:
        from solicitation_flow.cli.completion import shells

        shells.teach_click()
    try:
        code = solflow.main(list(words), prog_name="solflow", standalone_mode=False)
    except SystemExit as ended:
        code = ended.code
    return code if isinstance(code, int) else 0


def _report_refusal(refused: Refused) -> int:
    from solicitation_flow.views import refusal

    session = refused.session
    try:
        if session.json:
            errors.write_json(**refusal.document(refused.refusal, session.viewer))
        else:
            settled = session.travelled
            errors.write_lines(*refusal.lines(refused.refusal, session.viewer, settled=settled))
    finally:
        session.leave_workspace()
    return REFUSED


def _interrupted() -> int:
    if sys.stderr.isatty():
        # the cursor still stands behind a question
        errors.write_lines("")
    errors.write_lines("interrupted; nothing more was done")
    return INTERRUPTED

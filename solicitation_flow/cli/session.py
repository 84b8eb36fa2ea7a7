"""What every command shares: its options, its workspace, who acts, and how it prints."""

import functools
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from textwrap import indent
from typing import TYPE_CHECKING, Any, NoReturn

import click

from solicitation_flow.cli import errors, spelling, terminal
from solicitation_flow.cli import help as pages
from solicitation_flow.cli.instants import moment
from solicitation_flow.errors import NotFound, Usage

if TYPE_CHECKING:
    # a page of help must not pay for the engine
    from pathlib import Path

    from solicitation_flow.casefile import Actor
    from solicitation_flow.decide import Refusal
    from solicitation_flow.engine import Engine, Sweep
    from solicitation_flow.views.viewer import Viewer
    from solicitation_flow.workspace import Workspace

SCHEMA_VERSION = 1
LONGEST_JUMP, LONGEST_JUMP_IN_WORDS = timedelta(days=5 * 366), "five years"


@dataclass(frozen=True, slots=True)
class Common:
    """The options every command takes, before or after its name."""

    workspace: str | None = None
    json: bool = False
    as_: str | None = None
    at: str | None = None
    debug: bool = False

    def over(self, outer: "Common") -> "Common":
        """Return these options, completed by those given before the command."""
        return Common(
            workspace=self.workspace or outer.workspace,
            json=self.json or outer.json,
            as_=self.as_ or outer.as_,
            at=self.at or outer.at,
            debug=self.debug or outer.debug,
        )


class Refused(Exception):
    """Ends a command with a refusal, which is printed with exit code 3."""

    def __init__(self, refusal: "Refusal", session: "Session") -> None:
        """Keep the refusal, and the session that prints it."""
        super().__init__(refusal.says)
        self.refusal = refusal
        self.session = session


class Session:
    """One command being run: in which workspace, by whom, at what time, and how it prints."""

    def __init__(self, common: Common) -> None:
        """Keep the options; workspace and engine are opened when first asked for."""
        self.common = common
        self.json = common.json
        self.travelled = False
        self._noted_read_only = False

    @cached_property
    def workspace(self) -> "Workspace":
        """The workspace around this folder, or the one that was named."""
        from pathlib import Path

        from solicitation_flow.workspace import Workspace

        return Workspace.find(Path.cwd(), self.common.workspace)

    @property
    def workspace_if_any(self) -> "Workspace | None":
        """The workspace, if there is one here; one that was named must be there."""
        try:
            return self.workspace
        except NotFound:
            if self.common.workspace:
                raise
            return None

    @property
    def engine(self) -> "Engine":
        """The engine; with `--at` its clock is set, and nothing is stored yet."""
        engine = self.workspace.engine()
        if self.workspace.read_only and not self._noted_read_only:
            self._noted_read_only = True
            self.note(f"You may read {self.workspace.database} but not write to it.")
        if self.common.at is not None:
            self.workspace.set_clock(self.moment(self.common.at, "--at"))
        return engine

    def begin(self) -> None:
        """Let virtual time pass up to `--at`, everything due on the way settled and stored.

        A command that only looked ahead has set its clock already: the workspace is opened anew.
        The zone is read in any case: what is done is printed in local time.
        """
        zone = self.zone
        if self.common.at is not None:
            self.workspace.close()
            self.travelled = True
            for trouble in self.travel(zone).troubles:
                self.note(f"trouble: {trouble}")

    def travel(self, zone: str) -> "Sweep":
        """Let virtual time pass up to `--at`; it never goes back, so a long jump is refused."""
        until = moment(self.common.at or "", zone, "--at")
        now = self.workspace.engine().read.now
        if until - now > LONGEST_JUMP:
            raise Usage(
                f"--at: {until.year} is more than {LONGEST_JUMP_IN_WORDS} ahead, and the training"
                " clock only goes forward",
                hint=f"if you mean it, advance in steps of at most {LONGEST_JUMP_IN_WORDS}",
            )
        return self.workspace.travel(until)

    @cached_property
    def actor(self) -> "Actor":
        """Who acts: the operating-system user's person, or whom `--as` names."""
        return self.workspace.actor(self.common.as_)

    @cached_property
    def reader(self) -> "Actor":
        """Who reads; a login without a person may read, and has no roles."""
        return self.workspace.reader(self.common.as_)

    @property
    def now(self) -> datetime:
        """The instant of this command."""
        return self.engine.read.now

    def number(self, typed: str) -> str:
        """Return the number of a case there is, however it was typed, or raise NotFound."""
        return self.engine.read.number(typed)

    @property
    def zone(self) -> str:
        """The agency's zone."""
        return self.workspace.zone

    def enter(self, workspace: "Workspace") -> None:
        """Use a workspace that was just created."""
        self.__dict__["workspace"] = workspace

    def leave_workspace(self) -> None:
        """Close the database, if it was ever opened."""
        if "workspace" in self.__dict__:
            self.workspace.close()

    def say(self, text: str = "") -> None:
        """Write a line of the answer to standard output."""
        click.echo(text)

    def note(self, text: str = "") -> None:
        """Write to standard error what is not part of the answer; if that fails, go on."""
        errors.write_lines(text)

    def emit(self, document: Mapping[str, Any]) -> None:
        """Write the one JSON document of a command."""
        whole = {"schema_version": SCHEMA_VERSION, **document}
        plain = errors.ascii_only(sys.stdout)
        click.echo(json.dumps(whole, ensure_ascii=plain, indent=2, default=errors.plain))

    def emit_rows(
        self, name: str, rows: Iterable[Mapping[str, Any]], rest: Mapping[str, Any]
    ) -> None:
        """Write the one JSON document of a command whose rows are written as they are read."""
        plain = errors.ascii_only(sys.stdout)
        click.echo(f'{{\n  "schema_version": {SCHEMA_VERSION},\n  "{name}": [', nl=False)
        comma = ""
        for row in rows:
            text = json.dumps(row, ensure_ascii=plain, indent=2, default=errors.plain)
            click.echo(comma + "\n" + indent(text, "    "), nl=False)
            comma = ","
        click.echo("\n  ]" if comma else "]", nl=False)
        for key, value in rest.items():
            click.echo(f',\n  "{key}": {json.dumps(value, ensure_ascii=plain)}', nl=False)
        click.echo("\n}")

    def refused(self, refusal: "Refusal") -> NoReturn:
        """End the command with a refusal: exit code 3."""
        raise Refused(refusal, self)

    def leave(self, code: int) -> NoReturn:
        """End the command with an exit code."""
        raise click.exceptions.Exit(code)

    def table(self, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Write a table: with styles on a terminal, as aligned columns elsewhere."""
        cells = [headers]
        for row in rows:
            cells.append(tuple(str(cell) for cell in row))
        if sys.stdout.isatty():
            terminal.print_table(headers, cells[1:])
            return
        self.rows([], cells[:1], cells[1:])

    def rows(
        self, widths: list[int], headers: Sequence[Sequence[str]], rows: Sequence[Sequence[str]]
    ) -> list[int]:
        """Write rows in aligned columns; return the widths, for rows that follow."""
        lines = [*headers, *rows]
        if not widths:
            widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        for line in lines:
            text = ""
            for cell, width in zip(line, widths, strict=True):
                text += cell.ljust(width) + "  "
            self.say(text.rstrip())
        return widths

    def copied(self, path: "Path") -> None:
        """Say where a shipped file was copied to, to be changed there."""
        if self.json:
            self.emit({"file": str(path)})
        else:
            self.say(f"{path} is yours to change: it goes before the one that ships.")

    def confirm(self, number: str, plan_text: str, *, yes: bool) -> None:
        """Show what would happen and ask for the number; without a terminal, raise Usage."""
        if yes:
            return
        self.note(plan_text)
        if not (sys.stdin.isatty() and sys.stderr.isatty()):
            raise Usage(
                f"this must be confirmed by typing {number}, and there is no terminal to ask at",
                hint="review the plan with --dry-run, then give the same command with --yes",
            )
        if click.prompt(f"Type {number} to confirm", default="", show_default=False, err=True) != (
            number
        ):
            raise Usage("not confirmed; nothing was changed")

    def moment(self, text: str, option: str) -> datetime:
        """Return the instant an option names: with an offset, or in the agency's zone."""
        return moment(text, self.zone, option)

    @property
    def viewer(self) -> "Viewer":
        """Who reads what this command shows."""
        return self._viewer(self.reader)

    @property
    def anybody(self) -> "Viewer":
        """A viewer for what everybody is shown alike; who reads is not looked up."""
        from solicitation_flow.casefile import Actor

        return self._viewer(Actor("", frozenset()))

    def _viewer(self, reader: "Actor") -> "Viewer":
        from solicitation_flow.views.viewer import Viewer

        return Viewer(
            engine=self.engine,
            zone=self.zone,
            reader=reader,
            training=self.workspace.training,
            spell=spelling.typed,
        )


def command(
    name: str, *, example: str, parent: click.Group | None = None
) -> Callable[[Callable[..., None]], click.Command]:
    """Return a decorator that makes a command of a function; its docstring is the help page."""

    def decorate(function: Callable[..., None]) -> click.Command:
        @functools.wraps(function)
        def run(**words: Any) -> None:
            function(_session(words), **words)

        text = pages.help_text(example, function.__doc__)
        first = (function.__doc__ or "").partition("\n")[0]
        page = click.command(name, cls=pages.Page, help=text, short_help=first)(run)
        page.params += pages.common_options()
        if parent is not None:
            parent.add_command(page)
        return page

    return decorate


def group(name: str, *, example: str, description: str) -> click.Group:
    """Make a command that has commands of its own."""

    def run(**words: Any) -> None:
        click.get_current_context().obj = _options(words)

    page = click.group(name, cls=pages.GroupPage, help=pages.help_text(example, description))(run)
    page.params += pages.common_options()
    return page


def _options(words: dict[str, Any]) -> Common:
    outer = click.get_current_context().obj
    taken = {name: words.pop(name) for name in ("workspace", "json", "as_", "at", "debug")}
    own = Common(**taken)
    return own.over(outer) if isinstance(outer, Common) else own


def _session(words: dict[str, Any]) -> Session:
    session = Session(_options(words))
    click.get_current_context().call_on_close(session.leave_workspace)
    return session

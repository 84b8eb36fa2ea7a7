"""What the Tab key offers: numbers with their state, the commands they may take, their fields.

Everything comes from the workspace's database and from what its cases are pinned to, read without
the engine: whoever presses Tab is waiting.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from solicitation_flow.errors import SolflowError

if TYPE_CHECKING:
    # sqlite is loaded when there is a database to look into
    from solicitation_flow.store.completion import Glance

Offer = tuple[str, str]
"""A word to type, and what it means."""

Completer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]

SETTINGS, DATABASE = "solflow.toml", "solflow.db"
REGISTERS = {"P": "person", "S": "supplier", "M": "member"}
ROLES = "case", "clock"  # who gives a command that nobody types
OPEN = "open"
"""A word that goes on: no space is wanted after it."""


def _offered(offers: Callable[[click.Context, str], Iterable[Offer]]) -> Completer:
    """Make a completer: it offers what begins as the word does, and keep every trouble quiet."""

    def complete(
        context: click.Context, _: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        try:
            found = list(offers(context, incomplete))
        except (SolflowError, OSError, ValueError, LookupError):
            # a screen half typed is no place to complain; the command itself will
            return []
        begun = incomplete.casefold()
        return [
            CompletionItem(word, type=OPEN if word.endswith("=") else "plain", help=_plain(says))
            for word, says in found
            if word.casefold().startswith(begun)
        ]

    return complete


def _plain(says: str) -> str | None:
    """A title is somebody's text: on a screen it takes one line, and moves no cursor."""
    return "".join(sign if sign.isprintable() else " " for sign in says) or None


def _asked(context: click.Context, name: str) -> Any:
    """Return an option, wherever in the line it was given."""
    here: click.Context | None = context
    while here is not None:
        if here.params.get(name):
            return here.params[name]
        here = here.parent
    return None


def _glance(context: click.Context) -> "Glance | None":
    """Return the database of the workspace that was named, or of the one around this folder."""
    named = _asked(context, "workspace") or os.environ.get("SOLFLOW_WORKSPACE")
    start = Path(named).expanduser().absolute() if named else Path.cwd()
    for folder in (start,) if named else (start, *start.parents):
        if (folder / SETTINGS).is_file():
            from solicitation_flow.store.completion import Glance

            return Glance(folder / _database(folder / SETTINGS))
    return None


def _database(file: Path) -> str:
    text = file.read_text(encoding="utf-8")
    if os.environ.get("SOLFLOW_DATABASE") or "database" not in text:
        return os.environ.get("SOLFLOW_DATABASE") or DATABASE
    import tomllib

    return str(tomllib.loads(text).get("database", DATABASE))


def _numbers(context: click.Context, incomplete: str) -> Iterator[Offer]:
    glance = _glance(context)
    if glance is None:
        return
    begun = incomplete.upper()
    register = REGISTERS.get(begun.partition("-")[0]) if begun[1:2] == "-" else None
    seens = glance.entries(register) if register else glance.cases(begun, (*REGISTERS.values(),))
    for seen in seens:
        yield seen.number, f"{seen.state.replace('_', ' ')}: {seen.title}"


def keys(register: str) -> Completer:
    """Make the completer of a register's keys."""

    def offers(context: click.Context, _: str) -> Iterator[Offer]:
        glance = _glance(context)
        for seen in glance.entries(register) if glance else ():
            yield seen.number.partition("-")[2], seen.title

    return _offered(offers)


def _everybody(context: click.Context, _: str) -> Iterator[Offer]:
    glance = _glance(context)
    for register in REGISTERS.values() if glance else ():
        for seen in glance.entries(register) if glance else ():
            yield seen.number.partition("-")[2], f"{register}: {seen.title}"


def _commands(context: click.Context, _: str) -> Iterator[Offer]:
    """The commands a state offers; a rule may yet object, which `solflow next` says."""
    glance, number = _glance(context), str(context.params.get("number") or "")
    found = glance.definition(_known(number)) if glance else None
    if found is None:
        return
    state, workflow = found
    said: dict[str, str] = {}
    for move in workflow["moves"]:
        by = [each for each in move["by"] if each not in ROLES]
        if move["source"] == state and by:
            leads = "" if move["dest"] == state else f", to {move['dest'].replace('_', ' ')}"
            said.setdefault(move["command"], f"{' or '.join(by)}{leads}")
    yield from said.items()


def _known(number: str) -> str:
    """Return a number as it is kept: keys are small, the rest is large."""
    prefix, hyphen, key = number.partition("-")
    large = prefix.upper()
    return f"{large}{hyphen}{key if large in REGISTERS else key.upper()}"


def _fields(context: click.Context, _: str) -> Iterator[Offer]:
    glance = _glance(context)
    if glance is None:
        return
    if name := context.params.get("workflow"):
        workflow = glance.newest(name)
        command = workflow["moves"][0]["command"] if workflow else ""
    else:
        found = glance.definition(_known(str(context.params.get("number") or "")))
        workflow = found[1] if found else None
        command = str(context.params.get("name") or "")
    if workflow is None:
        return
    from solicitation_flow.cli.completion import form_fields

    given = {pair.partition("=")[0].rstrip(":") for pair in context.params.get("pairs") or ()}
    for name, says in form_fields.fields_of(workflow["law"], command).items():
        if name not in given:
            yield f"{name}=", says


numbers = _offered(_numbers)
commands = _offered(_commands)
fields = _offered(_fields)
everybody = _offered(_everybody)

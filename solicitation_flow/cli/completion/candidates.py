"""Offers words for the Tab key: case numbers, the commands a case may take, and their fields.

All of them are read from the workspace's database without the engine: a person is waiting.
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
UNTYPED = "case", "clock"  # the roles of commands that nobody types
OPEN = "open"
"""The type of a word that is continued: no space follows it."""


def _completer(offers: Callable[[click.Context, str], Iterable[Offer]]) -> Completer:
    """Return a completer of the offers that begin like the typed word; it reports no errors."""

    def complete(
        context: click.Context, _: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        try:
            known = list(offers(context, incomplete))
        except (SolflowError, OSError, ValueError, LookupError):
            # an error would garble the line being typed; the command itself will report it
            return []
        items: list[CompletionItem] = []
        for word, meaning in known:
            if word.casefold().startswith(incomplete.casefold()):
                kind = OPEN if word.endswith("=") else "plain"
                items.append(CompletionItem(word, type=kind, help=_one_line(meaning)))
        return items

    return complete


def _one_line(meaning: str) -> str | None:
    """Return a title without line breaks and control characters, which would move the cursor."""
    return "".join(sign if sign.isprintable() else " " for sign in meaning) or None


def _option(context: click.Context, name: str) -> Any:
    """Return the value of an option, wherever on the line it was given."""
    here: click.Context | None = context
    while here is not None:
        if here.params.get(name):
            return here.params[name]
        here = here.parent
    return None


def _glance(context: click.Context) -> "Glance | None":
    """Return the database of the workspace that was named, or of the one around this folder."""
    named = _option(context, "workspace") or os.environ.get("SOLFLOW_WORKSPACE")
    if named:
        folders = [Path(named).expanduser().absolute()]
    else:
        folders = [Path.cwd(), *Path.cwd().parents]
    for folder in folders:
        if (folder / SETTINGS).is_file():
            from solicitation_flow.store.completion import Glance

            return Glance(folder / _database(folder / SETTINGS))
    return None


def _database(file: Path) -> str:
    named = os.environ.get("SOLFLOW_DATABASE")
    if named:
        return named
    text = file.read_text(encoding="utf-8")
    if "database" not in text:
        return DATABASE
    import tomllib

    return str(tomllib.loads(text).get("database", DATABASE))


def _numbers(context: click.Context, incomplete: str) -> Iterator[Offer]:
    glance = _glance(context)
    if glance is None:
        return
    typed, registers = incomplete.upper(), glance.registers()
    prefix, hyphen, _ = typed.partition("-")
    if hyphen and prefix in registers:
        cases = glance.entries(registers[prefix])
    else:
        cases = glance.cases(typed, tuple(registers.values()))
    for case in cases:
        yield case.number, f"{case.state.replace('_', ' ')}: {case.title}"


def keys(register: str) -> Completer:
    """Return the completer of a register's keys."""

    def offers(context: click.Context, _: str) -> Iterator[Offer]:
        glance = _glance(context)
        if glance is None:
            return
        for entry in glance.entries(register):
            yield entry.number.partition("-")[2], entry.title

    return _completer(offers)


def _everybody(context: click.Context, _: str) -> Iterator[Offer]:
    glance = _glance(context)
    if glance is None:
        return
    for register in glance.registers().values():
        for entry in glance.entries(register):
            yield entry.number.partition("-")[2], f"{register}: {entry.title}"


def _commands(context: click.Context, _: str) -> Iterator[Offer]:
    """Yield the commands a state offers; a rule may still object, as `solflow next` shows."""
    glance = _glance(context)
    definition = glance.definition(_typed_number(context, glance)) if glance else None
    if definition is None:
        return
    state, workflow = definition
    offers: dict[str, str] = {}
    for move in workflow["moves"]:
        roles = [role for role in move["by"] if role not in UNTYPED]
        if move["source"] == state and roles:
            meaning = " or ".join(roles)
            if move["dest"] != state:
                meaning += f", to {move['dest'].replace('_', ' ')}"
            offers.setdefault(move["command"], meaning)
    yield from offers.items()


def _typed_number(context: click.Context, glance: "Glance") -> str:
    """Return the case number on the line as it is stored: keys in lower case, the rest in upper."""
    prefix, hyphen, key = str(context.params.get("number") or "").partition("-")
    if prefix.upper() not in glance.registers():
        key = key.upper()
    return f"{prefix.upper()}{hyphen}{key}"


def _fields(context: click.Context, _: str) -> Iterator[Offer]:
    glance = _glance(context)
    if glance is None:
        return
    workflow: Any = None
    command = str(context.params.get("name") or "")
    if name := context.params.get("workflow"):
        workflow = glance.newest(name)
        if workflow:
            command = workflow["moves"][0]["command"]
    elif definition := glance.definition(_typed_number(context, glance)):
        workflow = definition[1]
    if workflow is None:
        return
    from solicitation_flow.cli.completion import form_fields

    given = {pair.partition("=")[0].rstrip(":") for pair in context.params.get("pairs") or ()}
    for field, meaning in form_fields.fields_of(workflow["law"], command).items():
        if field not in given:
            yield f"{field}=", meaning


numbers = _completer(_numbers)
commands = _completer(_commands)
fields = _completer(_fields)
everybody = _completer(_everybody)

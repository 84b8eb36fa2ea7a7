"""FIELD=VALUE, FIELD=@file, FIELD=- and FIELD:=json turned into the words of a form."""

import errno
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

import click

from solicitation_flow import forms, yamlfile
from solicitation_flow.errors import (
    BadField,
    BadFields,
    Flaw,
    InvalidFile,
    NotFound,
    SolflowError,
    Trouble,
    Usage,
)
from solicitation_flow.forms import Attachment, Envelope, Form
from solicitation_flow.workspace.settings import at_home

_PAIR = re.compile(r"(?P<name>[A-Za-z_][A-Za-z0-9_-]*)(?P<sign>:=|=)(?P<value>.*)", re.DOTALL)

LONGEST_NUMBER = 1_000
NO_NAME = frozenset({errno.ENAMETOOLONG, errno.ELOOP, errno.EINVAL})
"""What a machine says of a name no file can have."""

Keep = Callable[[str, str, bytes], dict[str, Any]]
"""Takes a field's name, a file's name and its bytes, and answers what the form holds of it."""


class Stopped(list[BadField]):
    """What cannot be accepted so far; looking goes on, so that everything is told at once."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self._errors: list[SolflowError] = []

    @contextmanager
    def about(self, name: str) -> Iterator[None]:
        """Note what is wrong with a field, or with the file it was to be read from."""
        try:
            yield
        except ValueError as error:
            self.append(BadField(name, str(error)))
        except (NotFound, InvalidFile, Usage) as error:
            self._errors.append(error)
            says = error.flaws[0].message if isinstance(error, InvalidFile) else error.message
            self.append(BadField(name, says.removeprefix(f"{name}: "), error.hint))

    def stop(self, command: str, others: list[BadField]) -> NoReturn:
        """End the command; what is wrong with files alone keeps its own exit code."""
        everything = [*self, *others]
        if len(everything) == len(self._errors):
            if len(everything) == 1:
                raise self._errors[0]
            if all(isinstance(error, NotFound) for error in self._errors):
                raise NotFound("\n".join(error.message for error in self._errors))
        raise BadFields(command, everything)


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands on the command line about a form: pairs, and perhaps a file of them."""

    command: str
    form: type[Form]
    pairs: Iterable[str]
    file: str | None
    keep: dict[type, Keep]

    def words(self) -> dict[str, Any]:
        """Return the form's words; pairs go before what the file says."""
        bad = Stopped()
        found = self._from_file(bad)
        seen: set[str] = set()
        for pair in self.pairs:
            split = _PAIR.fullmatch(pair)
            if split is None:
                bad.append(BadField(pair, "is not FIELD=VALUE", "write the field's name first"))
                continue
            name = split["name"].replace("-", "_")
            if name in seen:
                bad.append(BadField(name, "is given twice"))
                continue
            seen.add(name)
            found.pop(name, None)
            with bad.about(name):
                found[name] = self._value(name, split["sign"], split["value"])
        bad += [BadField(n, "holds half a sign: not text") for n in found if _broken(found[n])]
        if bad:
            bad.stop(self.command, self._others(found, bad))
        return found

    def ask(self, words: dict[str, Any]) -> None:
        """Ask a person for required fields that are missing, each with its help."""
        bad = Stopped()
        for field in forms.describe(self.form):
            name = field["name"]
            if name in words or not field["required"]:
                continue
            shown = field["examples"] and "such as" not in field["takes"]
            example = f", such as {field['examples'][0]}" if shown else ""
            click.echo(f"{name}: {field['help']} ({field['takes']}{example})", err=True)
            typed = click.prompt(f"  {name}", err=True, type=str)
            with bad.about(name):
                words[name] = self._value(name, "=", typed)
        if bad:
            bad.stop(self.command, [])

    def _others(self, found: dict[str, Any], bad: list[BadField]) -> list[BadField]:
        """What else is off, so that everything is told at once; a field is told about once."""
        told = {bad_field.field for bad_field in bad}
        try:
            forms.check(self.form, self.command, found)
        except BadFields as more:
            return [field for field in more.fields if field.field not in told]
        return []

    def _keeper(self, name: str) -> Keep | None:
        return self.keep.get(forms.takes(self.form, name))

    def _value(self, name: str, sign: str, text: str) -> Any:
        keeper = self._keeper(name)
        if keeper is not None:
            # only real bytes make a file's digest: a typed one could name somebody's envelope
            if sign == "=" and text == "-":
                return keeper(name, name, _standard_input(name))
            if sign == "=" and text.startswith("@") and text != "@":
                path = Path(text[1:])
                return keeper(name, path.name, contents(name, path))
            raise ValueError(f"is a file: write {name}=@path")
        if sign == ":=":
            return _json(text)
        if text == "-":
            return _text(name, "standard input", _standard_input(name))
        if text.startswith("@") and text != "@":
            return _text(name, text[1:], contents(name, Path(text[1:])))
        return text

    def _from_file(self, bad: "Stopped") -> dict[str, Any]:
        if self.file is None:
            return {}
        if self.file == "-":
            text = _text("--file", "standard input", _standard_input("--file"))
            tree = yamlfile.read(text, "standard input")
            beside = Path.cwd()
        else:
            tree = yamlfile.read_file(Path(self.file))
            beside = Path(self.file).absolute().parent
        found = {}
        for name in tree.value:
            with bad.about(name):
                found[name] = self._filed(name, tree.value[name], beside)
        return found

    def _filed(self, name: str, value: Any, beside: Path) -> Any:
        keeper = self._keeper(name)
        if keeper is None or value is None:
            return value
        if isinstance(value, str) and value.startswith("@") and value != "@":
            path = beside / value[1:]
            return keeper(name, path.name, contents(name, path))
        raise ValueError(f'is a file: write {name}: "@path"')


def keepers(enclose: Keep, attach: Keep) -> dict[type, Keep]:
    """Return who takes which kind of file."""
    return {Envelope: enclose, Attachment: attach}


def contents(name: str, path: Path) -> bytes:
    """Return a file's bytes; whatever is wrong with it is said with the field's name."""
    try:
        found = at_home(path)
        if found.is_char_device() or found.is_block_device():
            raise NotFound(f"{name}: {str(path)!r} is a device, not a file")
        return found.read_bytes()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise NotFound(f"{name}: there is no file {str(path)!r}") from None
    except IsADirectoryError:
        raise NotFound(f"{name}: {str(path)!r} is a folder, not a file") from None
    except OSError as error:
        if error.errno in NO_NAME:
            raise NotFound(f"{name}: there is no file {str(path)!r}") from None
        raise Trouble(f"{name}: {path} cannot be read: {error.strerror}") from error


def _standard_input(name: str) -> bytes:
    """Return what is piped in; it can be read but once."""
    raw = sys.stdin.buffer.read()
    if not raw:
        raise Usage(f"{name}: nothing is on standard input, or it was read already")
    return raw


def _text(name: str, file: str, raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        flaw = Flaw(file, 1, 1, f"{name}: this is not UTF-8", "save it as UTF-8 text")
        raise InvalidFile([flaw]) from None


def _json(text: str) -> Any:
    try:
        # a number with a point stays exact: no binary float ever reaches a form
        return json.loads(text, parse_float=Decimal, parse_int=_whole, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise ValueError(f"is not JSON: {error.msg} at character {error.pos + 1}") from None
    except RecursionError:
        raise ValueError("is nested too deeply") from None


def _whole(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise ValueError(f"holds a number of {len(digits):,} digits")
    return int(digits)


def _refuse(word: str) -> Any:
    raise ValueError(f"is not JSON: {word} is no number")


def _broken(value: Any) -> bool:
    """Return whether a value holds half a sign, which JSON can spell and no file can hold."""
    if isinstance(value, str):
        return not value.isascii() and any("\ud800" <= sign <= "\udfff" for sign in value)
    if isinstance(value, dict):
        return any(_broken(each) for pair in value.items() for each in pair)
    return isinstance(value, list) and any(_broken(each) for each in value)

"""Parses FIELD=VALUE, FIELD=@file, FIELD=- and FIELD:=json into the fields of a form."""

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
"""What the system reports for a name that no file can have."""

Keep = Callable[[str, str, bytes], dict[str, Any]]
"""Takes a field's name, a file's name and its bytes; returns what the form holds of the file."""


class FieldErrors:
    """The fields that cannot be accepted, collected so that all are reported at once."""

    def __init__(self) -> None:
        """Begin with no errors."""
        self.bad: list[BadField] = []
        self._file_errors: list[SolflowError] = []

    def __bool__(self) -> bool:
        """Whether there is any error."""
        return bool(self.bad)

    def add(self, field: str, message: str, hint: str | None = None) -> None:
        """Note that a field cannot be accepted."""
        self.bad.append(BadField(field, message, hint))

    @contextmanager
    def about(self, field: str) -> Iterator[None]:
        """Note an error raised about a field, or about the file it was to be read from."""
        try:
            yield
        except ValueError as error:
            self.add(field, str(error))
        except (NotFound, InvalidFile, Usage) as error:
            self._file_errors.append(error)
            message = error.message
            if isinstance(error, InvalidFile):
                message = error.flaws[0].message
            self.add(field, message.removeprefix(f"{field}: "), error.hint)

    def stop(self, command: str) -> NoReturn:
        """Raise all errors as one; errors about files alone keep their own exit code."""
        if len(self.bad) == len(self._file_errors):
            if len(self.bad) == 1:
                raise self._file_errors[0]
            if all(isinstance(error, NotFound) for error in self._file_errors):
                raise NotFound("\n".join(error.message for error in self._file_errors))
        raise BadFields(command, self.bad)


@dataclass(frozen=True, slots=True)
class Typed:
    """What the command line says about a form: FIELD=VALUE pairs, and perhaps a file of fields."""

    command: str
    form: type[Form]
    pairs: Iterable[str]
    file: str | None
    keep: dict[type, Keep]

    def words(self) -> dict[str, Any]:
        """Return the fields by name; pairs take precedence over the file."""
        errors = FieldErrors()
        fields = self._from_file(errors)
        fields |= self._from_pairs(errors)
        for name, value in fields.items():
            if _has_surrogate(value):
                errors.add(name, "contains half a character, which is not text")
        if errors:
            self._add_form_errors(fields, errors)
            errors.stop(self.command)
        return fields

    def ask(self, words: dict[str, Any]) -> None:
        """Prompt for required fields that are missing, each with its help."""
        errors = FieldErrors()
        for field in forms.describe(self.form):
            name = field["name"]
            if name in words or not field["required"]:
                continue
            example = ""
            if field["examples"] and "such as" not in field["takes"]:
                example = f", such as {field['examples'][0]}"
            click.echo(f"{name}: {field['help']} ({field['takes']}{example})", err=True)
            typed = click.prompt(f"  {name}", err=True, type=str)
            with errors.about(name):
                words[name] = self._value(name, "=", typed)
        if errors:
            errors.stop(self.command)

    def _from_pairs(self, errors: FieldErrors) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        seen: set[str] = set()
        for pair in self.pairs:
            match = _PAIR.fullmatch(pair)
            if match is None:
                errors.add(pair, "is not FIELD=VALUE", "write the field's name first")
                continue
            name = match["name"].replace("-", "_")
            if name in seen:
                errors.add(name, "is given twice")
                continue
            seen.add(name)
            with errors.about(name):
                fields[name] = self._value(name, match["sign"], match["value"])
        return fields

    def _add_form_errors(self, fields: dict[str, Any], errors: FieldErrors) -> None:
        """Add what the form itself cannot accept, one error for each field."""
        reported = {bad.field for bad in errors.bad}
        try:
            forms.check(self.form, self.command, fields)
        except BadFields as others:
            for bad in others.fields:
                if bad.field not in reported:
                    errors.bad.append(bad)

    def _keeper(self, name: str) -> Keep | None:
        return self.keep.get(forms.takes(self.form, name))

    def _value(self, name: str, sign: str, text: str) -> Any:
        keeper = self._keeper(name)
        if keeper is not None:
            # only real bytes make a file's digest: a typed one could name somebody's envelope
            if sign == "=" and text == "-":
                return keeper(name, name, _standard_input(name))
            if sign == "=" and text.startswith("@") and text != "@":
                return _kept(keeper, name, Path(text[1:]))
            raise ValueError(f"is a file: write {name}=@path")
        if sign == ":=":
            return _json(text)
        if text == "-":
            return _text(name, "standard input", _standard_input(name))
        if text.startswith("@") and text != "@":
            return _text(name, text[1:], contents(name, Path(text[1:])))
        return text

    def _from_file(self, errors: FieldErrors) -> dict[str, Any]:
        if self.file is None:
            return {}
        if self.file == "-":
            text = _text("--file", "standard input", _standard_input("--file"))
            tree = yamlfile.read(text, "standard input")
            beside = Path.cwd()
        else:
            tree = yamlfile.read_file(Path(self.file))
            beside = Path(self.file).absolute().parent
        fields: dict[str, Any] = {}
        for name in tree.value:
            with errors.about(name):
                fields[name] = self._file_value(name, tree.value[name], beside)
        return fields

    def _file_value(self, name: str, value: Any, beside: Path) -> Any:
        keeper = self._keeper(name)
        if keeper is None or value is None:
            return value
        if isinstance(value, str) and value.startswith("@") and value != "@":
            return _kept(keeper, name, beside / value[1:])
        raise ValueError(f'is a file: write {name}: "@path"')


def keepers(enclose: Keep, attach: Keep) -> dict[type, Keep]:
    """Return the function that keeps each kind of file."""
    return {Envelope: enclose, Attachment: attach}


def _kept(keeper: Keep, name: str, path: Path) -> Any:
    """Keep a file and return what stands for it; one without a single sign in it is refused."""
    raw = contents(name, path)
    if raw and not raw.strip():
        raise ValueError(f"the file {path.name!r} is empty but for blanks")
    return keeper(name, path.name, raw)


def contents(name: str, path: Path) -> bytes:
    """Return a file's bytes; an error about it names the field."""
    try:
        full_path = at_home(path)
        if full_path.is_char_device() or full_path.is_block_device():
            raise NotFound(f"{name}: {str(path)!r} is a device, not a file")
        return full_path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise NotFound(f"{name}: there is no file {str(path)!r}") from None
    except IsADirectoryError:
        raise NotFound(f"{name}: {str(path)!r} is a folder, not a file") from None
    except OSError as error:
        if error.errno in NO_NAME:
            raise NotFound(f"{name}: there is no file {str(path)!r}") from None
        raise Trouble(f"{name}: {path} cannot be read: {error.strerror}") from error


def _standard_input(name: str) -> bytes:
    """Return the bytes of standard input, which can be read only once."""
    raw = sys.stdin.buffer.read()
    if not raw:
        raise Usage(f"{name}: standard input is empty, or was read already")
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
        return json.loads(
            text, parse_float=Decimal, parse_int=_whole, parse_constant=_refuse_constant
        )
    except json.JSONDecodeError as error:
        raise ValueError(f"is not JSON: {error.msg} at character {error.pos + 1}") from None
    except RecursionError:
        raise ValueError("is nested too deeply") from None


def _whole(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise ValueError(f"contains a number of {len(digits):,} digits")
    return int(digits)


def _refuse_constant(word: str) -> Any:
    raise ValueError(f"is not JSON: {word} is not a number")


def _has_surrogate(value: Any) -> bool:
    """Return whether a value holds half a character, which JSON can write and no file can."""
    if isinstance(value, str):
        return not value.isascii() and any("\ud800" <= sign <= "\udfff" for sign in value)
    if isinstance(value, dict):
        return _has_surrogate([*value, *value.values()])
    return isinstance(value, list) and any(_has_surrogate(item) for item in value)

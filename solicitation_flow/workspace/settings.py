"""Reads what an agency has set, and where each value came from."""

import errno
import json
import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from solicitation_flow.errors import Flaw, InvalidFile, Trouble, Usage
from solicitation_flow.yamlfile import did_you_mean

FILE = "solflow.toml"
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
_NO = False
_TRUE, _FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}


@dataclass(frozen=True, slots=True)
class Known:
    """A setting there is: its type, its default and its meaning.

    `own` marks what says which kind of workspace this is: only its own file may say that, so that
    nobody turns an office into a training workspace by a variable in a shell.
    """

    kind: type
    default: Any
    says: str
    own: bool = False


KNOWN: Mapping[str, Known] = {
    "agency": Known(str, "", "the lead agency, as papers print it"),
    "jurisdiction": Known(str, "neutral", "the rules that apply: a file in jurisdictions/"),
    "zone": Known(str, "", "the agency's time zone; empty: the jurisdiction's own"),
    "program": Known(str, "neutral", "the cooperative program: a file in programs/"),
    "database": Known(str, "solflow.db", "the database's file, or sqlite:///PATH"),
    "workflows": Known(str, "workflows", "a folder whose files go before the shipped ones"),
    "templates": Known(str, "templates", "a folder whose letters go before the shipped ones"),
    "training": Known(bool, _NO, "whether time here is virtual and papers are marked", own=True),
    "allow_as": Known(bool, _NO, "whether people may act in another's name in an office", own=True),
    "users": Known(dict, {}, "operating-system users and the persons they are", own=True),
    "mail.name": Known(str, "", "the name letters are sent in; empty: the agency's"),
    "mail.address": Known(str, "", "the address letters come from"),
}


@dataclass(frozen=True, slots=True)
class Value:
    """One setting as it stands: its value and where that comes from."""

    value: Any
    origin: str


Settings = Mapping[str, Value]


def settled(root: Path, environ: Mapping[str, str]) -> Settings:
    """Return every setting: the environment's, else the workspace's, the user's, the default."""
    layers = [
        _from_environment(environ),
        _from_file(root / FILE, own=True),
        _from_file(user_file(environ), own=False),
    ]
    values: dict[str, Value] = {}
    for name, known in KNOWN.items():
        value = next((layer[name] for layer in layers if name in layer), None)
        values[name] = value or Value(known.default, "default")
    return values


def user_file(environ: Mapping[str, str]) -> Path:
    """Return where a user's own settings are, whatever the workspace.

    A user nobody knows, as services have them, has no home: then nothing is there.
    """
    home = environ.get("XDG_CONFIG_HOME") or at_home(Path("~")) / ".config"
    return Path(home) / "solflow" / "config.toml"


def at_home(path: Path) -> Path:
    """Return a path with its `~` spelled out; as it is, where nobody knows whose home is meant."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def stands_in(folder: Path) -> bool:
    """Return whether a folder is a workspace; a name too long for the machine names none."""
    try:
        return (folder / FILE).is_file()
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            return False
        raise


def variable(name: str) -> str:
    """Return the environment variable of a setting."""
    return "SOLFLOW_" + name.replace(".", "_").upper()


def _from_environment(environ: Mapping[str, str]) -> dict[str, Value]:
    values = {}
    for name, known in KNOWN.items():
        text = environ.get(variable(name))
        if text is not None and not known.own:
            values[name] = Value(_typed(name, known, text), variable(name))
    return values


def _typed(name: str, known: Known, text: str) -> Any:
    if known.kind is not bool:
        return text
    if text.lower() not in _TRUE | _FALSE:
        raise Usage(f"{variable(name)} must be yes or no, not {text!r}")
    return text.lower() in _TRUE


def _from_file(path: Path, *, own: bool) -> dict[str, Value]:
    flaws: list[Flaw] = []
    values = {}
    known = {name: setting for name, setting in KNOWN.items() if own or not setting.own}
    for name, value in _flat(_read(path)):
        if name not in known:
            hint = did_you_mean(name, known)
            flaws.append(
                Flaw(str(path), _line(path, name), 1, f"no setting is called {name!r}", hint)
            )
        elif type(value) is not known[name].kind:
            wanted = {str: "text in quotes", bool: "true or false", dict: "a table"}
            says = f"{name} must be {wanted[known[name].kind]}"
            flaws.append(Flaw(str(path), _line(path, name), 1, says))
        else:
            values[name] = Value(value, str(path))
    if flaws:
        raise InvalidFile(flaws)
    return values


def _flat(table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in table.items():
        if isinstance(value, dict) and name != "users":
            for inner, inner_value in value.items():
                yield f"{name}.{inner}", inner_value
        else:
            yield name, value


def _line(path: Path, name: str) -> int:
    """Return where a key stands: the toml reader keeps no places."""
    key = re.compile(rf"""\s*\[?["']?{re.escape(name.rpartition(".")[2])}["']?\s*[\]=]""")
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((n for n, line in enumerate(lines, start=1) if key.match(line)), 1)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except tomllib.TOMLDecodeError as error:
        match = _PLACE.search(str(error))
        line, column = (int(match[1]), int(match[2])) if match else (1, 1)
        says = _PLACE.sub("", str(error)).strip()
        raise InvalidFile([Flaw(str(path), line, column, says[:1].lower() + says[1:])]) from None
    except UnicodeDecodeError:
        raise InvalidFile(
            [Flaw(str(path), 1, 1, "this is not UTF-8", "save it as UTF-8")]
        ) from None
    except OSError as error:
        hint = None if path.name == FILE else "it is yours if HOME, or XDG_CONFIG_HOME, is"
        raise Trouble(f"{path} cannot be read: {error.strerror}", hint=hint) from error


def written(
    *,
    agency: str,
    jurisdiction: str,
    zone: str,
    program: str,
    training: bool,
    users: Mapping[str, str],
) -> str:
    """Return a new workspace's solflow.toml; JSON's quoting of text is TOML's too."""

    def quoted(text: str) -> str:
        return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")

    lines = [
        "# The settings of this workspace; the command config says where each value comes from.",
        f"agency = {quoted(agency)}",
        f"jurisdiction = {quoted(jurisdiction)}",
        f"zone = {quoted(zone)}",
        f"program = {quoted(program)}",
    ]
    if training:
        lines += ["# Time is virtual here, and every paper is marked.", "training = true"]
    lines += ["", "[users]", "# operating-system user = key in the register of people"]
    for login, person in users.items():
        lines.append(f"{quoted(login)} = {quoted(person)}")
    return "\n".join(lines) + "\n"


def login() -> str:
    """Return the operating-system user: from the system itself, not from a variable."""
    if hasattr(os, "getuid"):
        import pwd  # noqa: PLC0415 - not on every system

        try:
            return pwd.getpwuid(os.getuid()).pw_name
        except KeyError:
            return f"uid{os.getuid()}"
    import getpass  # noqa: PLC0415 - only where there is no user database

    return getpass.getuser()

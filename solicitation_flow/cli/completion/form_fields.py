"""The fields of every command's form, kept in a cache because Tab may not wait for pydantic."""

import hashlib
import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

PROGRAM = Path(__file__).resolve().parents[2]
READ_FROM = "forms", "phases", "phrases"
"""The packages and modules that forms are made of; a change in any of them makes the cache anew."""

Fields = dict[str, str]
"""Each field that a person types, with its help."""

FieldsByPhase = dict[str, dict[str, Fields]]


def fields_of(law: Sequence[str], command: str) -> Fields:
    """Return the fields of a command's form; empty where no phase of the law has the command."""
    known = _cached()
    for phase in law:
        if command in known.get(phase, {}):
            return known[phase][command]
    return {}


def _cached() -> FieldsByPhase:
    """Return the forms of this very program from the cache, or read them and fill the cache."""
    path = cache_file()
    if path is not None:
        with suppress(OSError, ValueError):
            cached: FieldsByPhase = json.loads(path.read_bytes())
            return cached
    forms = read_forms()
    if path is not None:
        with suppress(OSError):
            _write(path, forms)
    return forms


def cache_file() -> Path | None:
    """Return the file of this very program's forms; None for a user without a home."""
    folder = os.environ.get("XDG_CACHE_HOME")
    if not folder:
        try:
            folder = str(Path.home() / ".cache")
        except RuntimeError:
            return None
    return Path(folder) / "solflow" / f"{_installation()}-{sources_digest()}.json"


def _installation() -> str:
    """Return the first part of a cache's name, one for each place the program is installed."""
    return f"form-fields-{hashlib.sha256(str(PROGRAM).encode()).hexdigest()[:8]}"


def sources_digest() -> str:
    """Return a digest of the files that forms are made of, by name, size and time of change."""
    digest = hashlib.sha256()
    for name in READ_FROM:
        for path in _source_files(PROGRAM / name):
            state = path.stat()
            digest.update(f"{path} {state.st_size} {state.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:16]


def _source_files(place: Path) -> list[Path]:
    """Return the files of a package, or the one file of a module."""
    module = place.with_suffix(".py")
    return sorted([*place.glob("*.py"), *place.glob("*/*.py"), *module.parent.glob(module.name)])


def read_forms() -> FieldsByPhase:
    """Return the fields of every form, read from the forms themselves: this loads pydantic."""
    from solicitation_flow.forms import describe
    from solicitation_flow.workflow import book, phases

    forms: FieldsByPhase = {}
    for phase in phases():
        forms[phase] = {}
        for command, form in book((phase,)).forms.items():
            forms[phase][command] = {field["name"]: field["help"] for field in describe(form)}
    return forms


def _write(path: Path, forms: FieldsByPhase) -> None:
    """Write the cache beside its place and rename it: two may press Tab at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for old in path.parent.glob(f"{_installation()}-*.json"):
        old.unlink(missing_ok=True)
    beside = path.with_suffix(f".{os.getpid()}")
    beside.write_text(json.dumps(forms), encoding="utf-8")
    beside.replace(path)

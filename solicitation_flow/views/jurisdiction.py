"""Jurisdiction files for a reader: which there are, their rules, and where each value is from."""

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from solicitation_flow.errors import Flaw
from solicitation_flow.jurisdiction import Profile, merged_files
from solicitation_flow.workspace.jurisdiction_files import JurisdictionFiles
from solicitation_flow.yamlfile import Tree

Document = dict[str, Any]
FACTS = ("title", "edition", "zone", "holidays", "note")
"""What a file says besides its rules, in the order it is shown."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One value of a jurisdiction, and the file and line that say so."""

    path: tuple[str, ...]
    value: Any
    file: str
    line: int


def listed(files: JurisdictionFiles) -> Document:
    """Return the jurisdictions a case can be held to, for a program."""
    return {"jurisdictions": [_listed(files, name) for name in files.usable()]}


def table(files: JurisdictionFiles) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return the jurisdictions as a table."""
    rows: list[tuple[str, ...]] = []
    for name in files.usable():
        row = _listed(files, name)
        rows.append((name, row["title"], row["edition"], " < ".join(row["extends"]), row["file"]))
    return ("jurisdiction", "title", "edition", "extends", "file"), rows


def _listed(files: JurisdictionFiles, name: str) -> Document:
    path = files.path(name)
    assert path is not None, "a name comes from a file"
    chain = files.chain(path)
    return {
        "jurisdiction": name,
        "title": str(chain[0].value.get("title", "")),
        "edition": str(chain[0].value.get("edition", "")),
        "extends": _names(chain[1:]),
        "file": str(path),
    }


def _names(files: Sequence[Tree]) -> list[str]:
    return [str(file.value.get("jurisdiction")) for file in files]


def checked(results: Sequence[tuple[Path, Profile | None, Sequence[Flaw]]]) -> Document:
    """Return what checking files found, for a program."""
    documents: list[Document] = []
    for path, profile, flaws in results:
        name = None
        if profile is not None:
            name = profile.jurisdiction
        problems = []
        for flaw in flaws:
            problems.append(dataclasses.asdict(flaw))
        document: Document = {"file": str(path), "jurisdiction": name, "sound": not flaws}
        documents.append({**document, "flaws": problems})
    return {"files": documents}


def checked_lines(
    results: Sequence[tuple[Path, Profile | None, Sequence[Flaw]]],
) -> Iterator[str]:
    """Yield what checking files found: every flaw in the form editors jump to."""
    for path, profile, flaws in results:
        if flaws:
            for flaw in flaws:
                yield str(flaw)
        elif profile is not None:
            yield f"{path}: sound ({len(profile.rules)} rules)"


def document(files: Sequence[Tree], *, origin: bool) -> Document:
    """Return a jurisdiction with all it inherits, for a program."""
    tree = merged_files(list(files))
    shown: Document = {"jurisdiction": tree.value.get("jurisdiction")}
    for fact in FACTS:
        shown[fact] = tree.value.get(fact)
    if shown["edition"] is not None:
        shown["edition"] = str(shown["edition"])  # an edition is a name, though often a year
    shown["extends"] = _names(files[1:])
    shown["rules"] = tree.value.get("rules", {})
    if origin:
        places: list[Document] = []
        for place in origins(tree):
            at = {"file": place.file, "line": place.line}
            places.append({"path": list(place.path), "value": place.value, **at})
        shown["origins"] = places
    return shown


def lines(files: Sequence[Tree], *, origin: bool) -> Iterator[str]:
    """Yield a jurisdiction with all it inherits, a rule a line, or a value a line with its place.

    A file is named by its name alone: the first lines say where each is.
    """
    tree = merged_files(list(files))
    yield f"{tree.value.get('title')} ({tree.value.get('jurisdiction')})"
    for number, file in enumerate(files):
        relation = "extends"
        if number == 0:
            relation = "file"
        yield f"  {relation:8} {file.file}"
    if origin:
        yield from _placelines(tree)
        return
    for fact in FACTS[1:]:
        if tree.value.get(fact) is not None:
            yield f"  {fact:8} {_value(tree.value[fact])}"
    yield "Rules"
    for name, rule in sorted(tree.value.get("rules", {}).items()):
        yield f"  {name}: {_value(rule)}"


def _placelines(tree: Tree) -> Iterator[str]:
    """Yield each value of a jurisdiction with the file and line it was written on."""
    heading: tuple[str, ...] = ()
    for source in origins(tree):
        if source.path[:-1] != heading:
            heading = source.path[:-1]
            if heading:
                yield ".".join(heading)
        indent = ""
        if heading:
            indent = "  "
        place = f"{Path(source.file).name}:{source.line}"
        yield f"{indent}{source.path[-1]}: {_value(source.value)}  [{place}]"


def origins(tree: Tree) -> Iterator[Origin]:
    """Yield every value of merged files in the order it is shown, with where it was written."""
    for fact in ("jurisdiction", *FACTS):
        if fact in tree.value:
            yield from _origins(tree, (fact,), tree.value[fact])
    for name, rule in sorted(tree.value.get("rules", {}).items()):
        yield from _origins(tree, ("rules", name), rule)


def _origins(tree: Tree, path: tuple[str, ...], value: Any) -> Iterator[Origin]:
    if isinstance(value, dict) and value:
        plain: list[str] = []
        nested: list[str] = []
        for key, item in value.items():
            if isinstance(item, dict):
                nested.append(key)
            else:
                plain.append(key)
        for key in (*plain, *nested):
            yield from _origins(tree, (*path, key), value[key])
    else:
        line, _ = tree.place(path)
        yield Origin(path, value, tree.file_of(path), line)


def _value(value: Any) -> str:
    """Return a value as a file would have it."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        parts: list[str] = []
        for key, item in value.items():
            parts.append(f"{key}: {_value(item)}")
        return ", ".join(parts)
    if isinstance(value, list):
        return f"[{', '.join(_value(item) for item in value)}]"
    return str(value)

"""Jurisdiction files for a reader: which there are, their rules, and where each value is from."""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

from solicitation_flow.jurisdiction import merged_files, read_rules
from solicitation_flow.jurisdiction.findings import stated
from solicitation_flow.jurisdiction.wording import in_words
from solicitation_flow.workspace.jurisdiction_files import JurisdictionFiles
from solicitation_flow.yamlfile import Tree

Document = dict[str, Any]
FACTS = (
    *("title", "level", "edition", "effective", "sunset", "read_on", "zone", "holidays"),
    *("overlays", "note"),
)
"""What a file says besides its rules, in the order it is shown."""


WHOLE_RULE = 2
"""The length of the path of a rule as a whole; what is below differs for some cases."""


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


def document(files: Sequence[Tree], overlays: Sequence[Tree] = (), *, origin: bool) -> Document:
    """Return a jurisdiction with all it inherits, for a program."""
    tree = merged_files(list(files))
    shown: Document = {"jurisdiction": tree.value.get("jurisdiction")}
    for fact in FACTS:
        shown[fact] = tree.value.get(fact)
    if shown["edition"] is not None:
        shown["edition"] = str(shown["edition"])  # an edition is a name, though often a year
    shown["extends"] = _names(files[1:])
    shown["rules"] = tree.value.get("rules", {})
    table: list[Document] = []
    for row in _rule_rows(files, overlays):
        table.append(dict(zip(RULE_HEADERS, row, strict=True)))
    shown["table"] = table
    if origin:
        places: list[Document] = []
        for place in origins(tree):
            at = {"file": place.file, "line": place.line}
            places.append({"path": list(place.path), "value": place.value, **at})
        shown["origins"] = places
    return shown


def head(files: Sequence[Tree]) -> Iterator[str]:
    """Yield what a jurisdiction says of itself, and which files it is made of.

    A file is named by its name alone afterwards: these lines say where each is.
    """
    tree = merged_files(list(files))
    yield f"{tree.value.get('title')} ({tree.value.get('jurisdiction')})"
    for number, file in enumerate(files):
        relation = "extends"
        if number == 0:
            relation = "file"
        yield f"  {relation:9} {file.file}"
    for fact in FACTS[1:]:
        if tree.value.get(fact) is not None:
            yield f"  {fact:9} {_value(tree.value[fact])}"


RULE_HEADERS = ("rule", "for", "says", "strength", "source", "trust", "read on", "file")


def _rule_rows(files: Sequence[Tree], overlays: Sequence[Tree] = ()) -> list[tuple[str, ...]]:
    """Return the rules as a table to check against the texts they come from.

    What is laid over them follows, marked with the cases it applies to.
    """
    tree = merged_files(list(files))
    rows = list(_rows(tree, ""))
    for overlay in overlays:
        applies = _value(overlay.value.get("applies"))
        rows += _rows(overlay, f"{overlay.value.get('jurisdiction')} where {applies}")
    return rows


WIDTHS = {"for": 30, "says": 60, "source": 36}
"""The columns whose texts go on in lines below, each with its width."""


def rule_table(
    files: Sequence[Tree], overlays: Sequence[Tree] = ()
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return the table of rules that state a figure or a source, long texts in several lines."""
    lines: list[tuple[str, ...]] = []
    for row in _rule_rows(files, overlays):
        if not _says_nothing(row):
            lines += _folded(row)
    return RULE_HEADERS, lines


def _says_nothing(row: tuple[str, ...]) -> bool:
    """Return whether a rule only has a name: no figure, no source, no case it differs for."""
    cells = dict(zip(RULE_HEADERS, row, strict=True))
    return not (cells["for"] or cells["says"] or cells["source"])


def _folded(row: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    columns: list[list[str]] = []
    for header, cell in zip(RULE_HEADERS, row, strict=True):
        columns.append(textwrap.wrap(cell, WIDTHS.get(header, len(cell) or 1)) or [""])
    yield from zip_longest(*columns, fillvalue="")


def bare(files: Sequence[Tree]) -> Iterator[str]:
    """Yield the rules that state no figure and no source, in one list for each strength."""
    names: dict[str, list[str]] = {}
    for row in _rule_rows(files):
        if _says_nothing(row):
            cells = dict(zip(RULE_HEADERS, row, strict=True))
            kind = f"{cells['strength']}, {cells['trust'] or 'as another'}"
            names.setdefault(kind, []).append(cells["rule"])
    if names:
        yield "Rules without a figure or a source"
    for kind, listed_names in sorted(names.items()):
        text = f"{kind}: {', '.join(listed_names)}"
        yield from textwrap.wrap(text, 98, initial_indent="  ", subsequent_indent="    ")


def _rows(tree: Tree, where: str) -> Iterator[tuple[str, ...]]:
    for place in stated(read_rules(tree)):
        figures = place.figures
        of = ", ".join([words for words in (where, place.of) if words])
        strength = trust = ""
        whole = len(place.path) == WHOLE_RULE
        if whole or "strength" in figures.model_fields_set:
            strength = figures.strength
        if figures.twin:
            strength = "warn (twin)"
        if whole or "trust" in figures.model_fields_set:
            trust = figures.trust
        words = in_words(figures)
        taken = getattr(figures, "as_", None)
        if taken is not None:
            words = "; ".join([words for words in (f"as {taken}", words) if words])
        line, _ = tree.place(place.path)
        file = f"{Path(tree.file_of(place.path)).name}:{line}"
        source, read_on = figures.cite or "", figures.read_on or ""
        yield (place.rule, of, words, strength, source, trust, read_on, file)


def notes(files: Sequence[Tree], overlays: Sequence[Tree] = ()) -> Iterator[str]:
    """Yield the notes of rules, which say what their figures cannot."""
    heading = "Notes"
    for tree in (merged_files(list(files)), *overlays):
        for place in stated(read_rules(tree)):
            if place.figures.note:
                if heading:
                    yield heading
                    heading = ""
                of = ""
                if place.of:
                    of = f" ({place.of})"
                yield f"  {place.rule}{of}: {place.figures.note}"


def placelines(files: Sequence[Tree]) -> Iterator[str]:
    """Yield each value of a jurisdiction with the file and line it was written on."""
    yield from _placelines(merged_files(list(files)))


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

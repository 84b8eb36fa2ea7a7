"""Draws the tree of the program from its modules' own first sentences, for docs/TREE.md.

    python scripts/tree.py           prints it
    python scripts/tree.py --write   refreshes it between the markers in docs/TREE.md
    python scripts/tree.py --check   fails, and says where, if the two differ

Modules stand in the order of the import contract: what leans on others above what it leans on.
"""

import argparse
import ast
import difflib
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

PACKAGE = "solicitation_flow"
DOCUMENT = "docs/TREE.md"
BEGIN = "<!-- tree:begin (scripts/tree.py --write) -->"
END = "<!-- tree:end -->"
INDENT = "    "


def sentence(module: Path) -> str:
    """Return the first line of a module's docstring, or nothing."""
    if not module.is_file():
        return ""
    docstring = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    return docstring.partition("\n")[0]


def order(root: Path) -> list[str]:
    """Return the parts of the package, top to bottom, as the layers contract lists them."""
    table = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = table["tool"]["importlinter"]["contracts"]
    layers = next(contract for contract in contracts if contract.get("id") == "house")["layers"]
    return [name.strip("() ") for layer in layers for name in layer.split("|")]


def rows(folder: Path, rank: dict[str, int], depth: int = 1) -> Iterator[tuple[str, str]]:
    """Yield a folder's modules and packages, each as its place in the tree and its sentence."""

    def place(path: Path) -> tuple[int, str]:
        return (rank.get(path.stem, len(rank)), path.stem)

    for path in sorted(folder.iterdir(), key=place):
        if path.suffix == ".py" and path.stem != "__init__":
            yield INDENT * depth + path.name, sentence(path)
        elif path.is_dir() and any(path.rglob("*.py")):
            yield INDENT * depth + path.name + "/", sentence(path / "__init__.py")
            # The database's revisions are its history, not modules anyone reads.
            if path.name != "versions":
                yield from rows(path, {}, depth + 1)


def tree(root: Path) -> str:
    """Return the whole tree, sentences aligned."""
    package = root / PACKAGE
    rank = {name: number for number, name in enumerate(order(root))}
    lines = [(f"{PACKAGE}/", sentence(package / "__init__.py")), *rows(package, rank)]
    width = max(len(place) for place, _ in lines) + 2
    return "\n".join(f"{place:<{width}}{text}".rstrip() for place, text in lines)


def refreshed(root: Path, document: str) -> str:
    """Return the document with its tree redrawn; a document without markers is an error."""
    head, begin, rest = document.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not (begin and end):
        sys.exit(f"{DOCUMENT} has no tree: put these lines in it\n{BEGIN}\n{END}")
    return f"{head}{BEGIN}\n```\n{tree(root)}\n```\n{END}{tail}"


def compare(stored: str, wanted: str) -> None:
    """End the program with the difference, if there is one."""
    if stored == wanted:
        return
    difference = difflib.unified_diff(
        stored.splitlines(),
        wanted.splitlines(),
        "as written",
        "as the modules say",
        lineterm="",
    )
    sys.exit("\n".join([*difference, "refresh it: python scripts/tree.py --write"]))


def main() -> None:
    parser = argparse.ArgumentParser(description="Draw the tree from the modules' docstrings.")
    action = parser.add_mutually_exclusive_group()
    action.add_argument("--write", action="store_true", help=f"refresh {DOCUMENT}")
    action.add_argument("--check", action="store_true", help=f"fail if {DOCUMENT} differs")
    parser.add_argument("root", nargs="?", type=Path, default=Path(__file__).resolve().parents[1])
    options = parser.parse_args()
    if not (options.write or options.check):
        print(tree(options.root))
        return
    path = options.root / DOCUMENT
    if not path.is_file():
        sys.exit(f"{DOCUMENT} is missing")
    stored = path.read_text(encoding="utf-8")
    wanted = refreshed(options.root, stored)
    if options.write:
        path.write_text(wanted, encoding="utf-8")
    else:
        compare(stored, wanted)


if __name__ == "__main__":
    main()

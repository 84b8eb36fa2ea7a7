"""Draws the house's tree from its modules' own first sentences, for docs/ARCHITECTURE.md.

    python scripts/tree.py           prints it
    python scripts/tree.py --write   refreshes it between the markers in docs/ARCHITECTURE.md
    python scripts/tree.py --check   fails, and says where, if the two differ

Rooms stand in the order of the import contract, from the door down to the foundations.
"""

import argparse
import ast
import difflib
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

PACKAGE = "solicitation_flow"
BEGIN = "<!-- tree:begin (scripts/tree.py --write) -->"
END = "<!-- tree:end -->"
INDENT = "    "


def sentence(module: Path) -> str:
    """Return the first line of a module's docstring, or nothing."""
    if not module.is_file():
        return ""
    said = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    return said.partition("\n")[0]


def order(root: Path) -> list[str]:
    """Return the rooms of the house, top to bottom, as the layers contract lists them."""
    table = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = table["tool"]["importlinter"]["contracts"]
    house = next(contract for contract in contracts if contract.get("id") == "house")
    return [layer.strip("()") for layer in house["layers"]]


def rows(folder: Path, rank: dict[str, int], depth: int = 1) -> Iterator[tuple[str, str]]:
    """Return a folder's modules and packages, each as its place in the tree and its sentence."""

    def place(path: Path) -> tuple[int, str]:
        return (rank.get(path.stem, len(rank)), path.stem)

    for path in sorted(folder.iterdir(), key=place):
        if path.suffix == ".py" and path.stem != "__init__":
            yield INDENT * depth + path.name, sentence(path)
        elif path.is_dir() and any(path.rglob("*.py")):
            yield INDENT * depth + path.name + "/", sentence(path / "__init__.py")
            # Revisions of the database are its history, not rooms anyone walks through.
            if path.name != "versions":
                yield from rows(path, {}, depth + 1)


def tree(root: Path) -> str:
    """Return the whole tree, sentences aligned."""
    package = root / PACKAGE
    rank = {name: number for number, name in enumerate(order(root))}
    drawn = [(f"{PACKAGE}/", sentence(package / "__init__.py")), *rows(package, rank)]
    width = max(len(place) for place, _ in drawn) + 2
    return "\n".join(f"{place:<{width}}{says}".rstrip() for place, says in drawn)


def framed(root: Path) -> str:
    """Return the tree as it stands in the document, markers included."""
    return f"{BEGIN}\n```\n{tree(root)}\n```\n{END}"


def refreshed(root: Path, document: str) -> str:
    """Return the document with its tree redrawn; a document without markers is an error."""
    head, begin, rest = document.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not (begin and end):
        sys.exit(f"docs/ARCHITECTURE.md has no tree: put these lines in it\n{BEGIN}\n{END}")
    return head + framed(root) + tail


def main() -> None:
    asked = argparse.ArgumentParser(description="The house's tree, from its docstrings.")
    what = asked.add_mutually_exclusive_group()
    what.add_argument("--write", action="store_true", help="refresh docs/ARCHITECTURE.md")
    what.add_argument("--check", action="store_true", help="fail if docs/ARCHITECTURE.md differs")
    asked.add_argument("root", nargs="?", type=Path, default=Path(__file__).resolve().parents[1])
    words = asked.parse_args()
    if not (words.write or words.check):
        print(tree(words.root))
        return
    path = words.root / "docs" / "ARCHITECTURE.md"
    if not path.is_file():
        sys.exit("docs/ARCHITECTURE.md is missing")
    stands = path.read_text(encoding="utf-8")
    wanted = refreshed(words.root, stands)
    if words.write:
        path.write_text(wanted, encoding="utf-8")
    elif stands != wanted:
        differs = difflib.unified_diff(
            stands.splitlines(),
            wanted.splitlines(),
            "as written",
            "as the modules say",
            lineterm="",
        )
        sys.exit("\n".join([*differs, "refresh it: python scripts/tree.py --write"]))


if __name__ == "__main__":
    main()

"""Reads a tree: its files, its modules, its import contracts."""

import ast
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "solicitation_flow"


def files(root: Path) -> list[Path]:
    """Return every file git keeps or would keep, so that a breach is seen before it is added."""
    if not (root / ".git").exists():
        return sorted(path for path in root.rglob("*") if path.is_file())
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listing = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout
    paths = [root / name for name in listing.split("\0") if name]
    return sorted(path for path in paths if path.is_file())


def parsed(root: Path, folder: str) -> Iterator[tuple[Path, str, ast.Module]]:
    """Yield the Python files of a folder: path, text, syntax tree."""
    for path in sorted((root / folder).rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        yield path.relative_to(root), text, ast.parse(text, str(path))


def modules(root: Path) -> Iterator[tuple[Path, str, ast.Module]]:
    """Yield the package's modules: path, text, syntax tree."""
    return parsed(root, PACKAGE)


def part(path: Path) -> str:
    """Return the part of the package a module stands in: the first name below the package."""
    return path.parts[1].removesuffix(".py")


def imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield every import, those inside functions too: line and dotted name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, node.module or ""


def contracts(root: Path) -> list[dict[str, Any]]:
    """Return the import contracts of a tree, as pyproject.toml states them."""
    table = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    listed: list[dict[str, Any]] = table["tool"]["importlinter"]["contracts"]
    return listed

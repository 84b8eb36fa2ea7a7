"""Rules on size and names: short modules and functions, narrow lines, names that say something."""

import ast
import re
from pathlib import Path

from tests.structure.reading import files, modules

MODULE_LINES, FUNCTION_LINES, COLUMNS = 400, 50, 100
SHAPELESS = {"base", "common", "helper", "helpers", "manager", "managers", "service", "services"}
SHAPELESS |= {"misc", "util", "utils"}


def ceilings(root: Path) -> list[str]:
    """Check that a module is no longer than five pages, and a function fits on a screen."""
    breaches = []
    for path, text, tree in modules(root):
        if (lines := len(text.splitlines())) > MODULE_LINES:
            breaches.append(f"{path}: {lines} lines, the ceiling is {MODULE_LINES}")
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > FUNCTION_LINES:
                    where = f"{path}:{node.lineno}: {node.name}"
                    breaches.append(f"{where} has {lines} lines, the ceiling is {FUNCTION_LINES}")
    return breaches


def columns(root: Path) -> list[str]:
    """No line of code, settings or script is wider than the page."""
    return [
        f"{path.relative_to(root)}:{number}: {len(line)} columns, the ceiling is {COLUMNS}"
        for path in files(root)
        if path.suffix in {".py", ".toml"} or path.parent.name in {"scripts", ".ci"}
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if len(line) > COLUMNS
    ]


def names_say_something(root: Path) -> list[str]:
    """No module is called after what it fails to be."""
    return [
        f"{path}: {part} says nothing about what is inside"
        for path, _, _ in modules(root)
        for part in path.with_suffix("").parts
        if SHAPELESS & set(part.split("_"))
    ]


def modules_introduce_themselves(root: Path) -> list[str]:
    """Every module opens with one sentence, on one line: why the file exists."""
    breaches = []
    for path, _, tree in modules(root):
        first, _, rest = (ast.get_docstring(tree) or "").partition("\n")
        alone = first.endswith((".", "?")) and not rest.partition("\n")[0].strip()
        if not alone or re.search(r"[.?!] [A-Z]", first):
            breaches.append(f"{path}: opens with {first!r}, not with one sentence on one line")
    return breaches

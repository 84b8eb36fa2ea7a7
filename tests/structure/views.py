"""Only the command line spells commands, and what is shown is asked of the engine."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.structure.reading import modules, part

SPELLED = re.compile(r"(?<![\w.-])(solflow (?=[a-z-])|--[a-z]{2})")
"""A command or an option as it is typed, not `solflow.toml` and the like."""

INNER = {"environment", "loader", "store"}
"""What an engine is made of."""

SHOWING = {"cli", "views"}


def only_the_command_line_spells_commands(root: Path) -> list[str]:
    """Return texts outside `cli` that hold a command as it is typed in a terminal."""
    breaches: list[str] = []
    for path, _, tree in modules(root):
        if part(path) == "cli":
            continue
        explained = {id(node) for node in _docstrings(tree)}
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or id(node) in explained:
                continue
            if isinstance(node.value, str) and SPELLED.search(node.value):
                breaches.append(f"{path}:{node.lineno}: only the command line spells commands")
    return breaches


def _docstrings(tree: ast.Module) -> Iterator[ast.AST]:
    """Return texts that stand alone: docstrings of modules, classes, functions and values."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield node.value


def what_is_shown_is_asked_of_the_engine(root: Path) -> list[str]:
    """Return places in `cli` and `views` that reach into an engine."""
    breaches: list[str] = []
    for path, _, tree in modules(root):
        if part(path) not in SHOWING:
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr in INNER:
                breaches.append(f"{path}:{node.lineno}: .{node.attr}: ask the engine")
    return breaches

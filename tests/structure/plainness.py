"""Rules on plain code: names say what a thing is, docstrings are sentences, code is not packed."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.structure.reading import modules, parsed

FOLDERS = ("solicitation_flow", "tests", "scripts")
GRAMMAR = {"each", "found", "said", "told"}
"""Words about the sentence a loop would be, and not about what stands in it."""

DIALECT = re.compile(r"\A[Aa]nswers\b|; answers\b|\band answers (?:the|whether|which)\b")
"""How this code once said what a function returns."""

COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
MOST_COMPREHENSIONS, MOST_CONDITIONAL = 2.0, 1.3
"""For every 100 lines of code. Well-kept libraries of the field have 0.3 to 1.1 of each."""


def _bound(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield variables and parameters; the fields of a class are named by what is stored."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(tree, ast.ClassDef) and isinstance(node, ast.AnnAssign):
            continue
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.id
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg
        yield from _bound(node)


def names_are_things(root: Path) -> list[str]:
    """No variable or parameter is called `each`, `found`, `said` or `told`."""
    breaches = []
    for folder in FOLDERS:
        for path, _, tree in parsed(root, folder):
            for line, name in _bound(tree):
                if name in GRAMMAR:
                    breaches.append(f"{path}:{line}: {name} does not say what it is")
    return breaches


def docstrings_are_sentences(root: Path) -> list[str]:
    """Check that a docstring says what is returned, not that a function answers."""
    breaches = []
    for folder in FOLDERS:
        for path, _, tree in parsed(root, folder):
            for node in ast.walk(tree):
                if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
                    continue
                match = DIALECT.search(ast.get_docstring(node) or "")
                if match:
                    line = getattr(node, "lineno", 1)
                    breaches.append(f"{path}:{line}: say what is returned, not {match[0]!r}")
    return breaches


def code_is_not_packed(root: Path) -> list[str]:
    """Comprehensions and conditional expressions are few enough to be read at first sight."""
    lines = comprehensions = conditional = 0
    for _, text, tree in modules(root):
        for line in text.splitlines():
            if line.strip() and not line.lstrip().startswith("#"):
                lines += 1
        for node in ast.walk(tree):
            comprehensions += isinstance(node, COMPREHENSIONS)
            conditional += isinstance(node, ast.IfExp)
    breaches = []
    for what, count, most in (
        ("comprehensions", comprehensions, MOST_COMPREHENSIONS),
        ("conditional expressions", conditional, MOST_CONDITIONAL),
    ):
        if count * 100 > most * lines:
            density = count * 100 / lines
            breaches.append(f"{density:.2f} {what} per 100 lines, the ceiling is {most}")
    return breaches

"""The rule that only clock.py knows what time it is, and that chance is always seeded."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.structure.reading import modules, part

ASKS_THE_MACHINE = {
    "datetime.date.today",
    "datetime.datetime.now",
    "datetime.datetime.today",
    "datetime.datetime.utcnow",
    "email.utils.formatdate",
    "email.utils.localtime",
    "email.utils.make_msgid",
    "os.urandom",
    "sqlalchemy.func.current_timestamp",
    "sqlalchemy.func.now",
    "time.asctime",
    "time.ctime",
    "time.gmtime",
    "time.localtime",
    "time.strftime",
    "time.time",
    "time.time_ns",
    "uuid.uuid1",
    "uuid.uuid4",
}


def asks(dotted: str) -> bool:
    """Whether a name, aliases resolved, asks the machine for time or chance."""
    library, _, word = dotted.partition(".")
    if library == "random":
        return bool(word) and word != "Random"
    return dotted in ASKS_THE_MACHINE or library == "secrets"


def known_names(tree: ast.Module) -> dict[str, str]:
    """Return what each imported name stands for: `from datetime import datetime as d`."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                first = alias.name.partition(".")[0]
                names[alias.asname or first] = alias.name if alias.asname else first
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                names[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return names


def dotted(node: ast.expr, names: dict[str, str]) -> str:
    """Return the full name an expression stands for, if it hangs on an import."""
    if isinstance(node, ast.Name):
        return names.get(node.id, "")
    if isinstance(node, ast.Attribute):
        base = dotted(node.value, names)
        return f"{base}.{node.attr}" if base else ""
    return ""


def questions(node: ast.AST, names: dict[str, str]) -> Iterator[tuple[int, str]]:
    """Every place below a node that asks for time or chance: line and what it asks."""
    if isinstance(node, ast.FunctionDef) and node.name == "__hash__":
        return  # Python calls it within one process; nothing of it is kept
    if isinstance(node, ast.Name | ast.Attribute) and asks(dotted(node, names)):
        yield node.lineno, dotted(node, names)
        return
    if isinstance(node, ast.Call):
        if dotted(node.func, names) == "random.Random" and not (node.args or node.keywords):
            yield node.lineno, "random.Random() without a seed"
        if isinstance(node.func, ast.Name) and node.func.id == "hash":
            yield node.lineno, "hash(), which differs from run to run for text"
    for child in ast.iter_child_nodes(node):
        yield from questions(child, names)


def one_clock(root: Path) -> list[str]:
    """Time and chance are arguments."""
    return [
        f"{path}:{line}: {asked}"
        for path, _, tree in modules(root)
        if part(path) != "clock"
        for line, asked in questions(tree, known_names(tree))
    ]

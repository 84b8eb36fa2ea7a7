"""The rule that values change in one checked way."""

import ast
from pathlib import Path

from tests.structure.reading import files

UNCHECKED = {"model_construct", "model_copy"}


def values_change_in_one_way(root: Path) -> list[str]:
    """`evolve` raises for a misspelt field; pydantic's own ways lose it, and are not used."""
    breaches = []
    for path in files(root):
        if path.suffix != ".py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
            if isinstance(node, ast.Attribute) and node.attr in UNCHECKED:
                where = f"{path.relative_to(root)}:{node.lineno}"
                breaches.append(f"{where}: {node.attr} checks no names: use evolve")
    return breaches

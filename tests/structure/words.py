"""Rules on words: one word has one meaning, and names and docstrings are plain."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from tests.structure.reading import modules

ROW = re.compile(r"^\| \*\*(?P<word>[^*|]+)\*\* \| (?P<means>[^|]+) \|(?P<never>[^|]*)\|$")


def glossary(root: Path) -> dict[str, tuple[str, ...]]:
    """Return the rows of docs/GLOSSARY.md: `| **word** | meaning | avoided, avoided |`."""
    path = root / "docs" / "GLOSSARY.md"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    return {
        row["word"]: tuple(word.strip() for word in row["never"].split(",") if word.strip())
        for row in map(ROW.match, text.splitlines())
        if row
    }


def snake(name: str) -> str:
    """Return a name as words between underscores, whatever its case."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[\s.-]+", "_", name).lower().strip("_")


def coined(root: Path) -> Iterator[tuple[str, str]]:
    """Return the names the program gave to things: where, and which."""
    for path, _, tree in modules(root):
        yield str(path), path.stem
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                yield f"{path}:{node.lineno}", node.name
            elif isinstance(node, ast.arg):
                yield f"{path}:{node.lineno}", node.arg
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                yield f"{path}:{node.lineno}", node.id
    for path in sorted((root / "workflows").rglob("*.yaml")):
        lines = path.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, start=1):
            for key in re.findall(r"(?:^|[{,]) *([a-z_]+):", line):
                yield f"{path.relative_to(root)}:{number}", key


def one_word_one_meaning(root: Path) -> list[str]:
    """Check that the glossary defines each word once, in order, and no avoided word is used."""
    table = glossary(root)
    if not table:
        return ["docs/GLOSSARY.md has no rows: | **word** | meaning | avoided, avoided |"]
    listed = [word.lower() for word in table]
    disorder = [f"{b} stands after {a}" for a, b in pairwise(listed) if b < a]
    avoided = {snake(bad): word for word, never in table.items() for bad in never}
    torn = [f"{word} is both defined and avoided" for word in table if snake(word) in avoided]
    spoken = [
        f"{where}: {name}: say {avoided[bad]}, not {bad}"
        for where, name in coined(root)
        for bad in avoided
        if re.search(rf"(?:^|_){bad}s?(?:_|$)", snake(name))
    ]
    return disorder + torn + spoken

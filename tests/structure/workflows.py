"""No module asks for a shipped workflow by name: workflow files declare what they are."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.structure.reading import PACKAGE, ROOT, modules

NAMES = {path.name.partition(".")[0] for path in (ROOT / "workflows").glob("*.yaml")}

LOOKUPS = {"active", "compiled", "count", "find", "names", "number", "open", "opening", "workflow"}
"""Functions whose first argument names a workflow or a register."""

KEYWORDS = {"default", "register", "workflow"}

_ROLE = "a role that actors hold, and the register's key in records: a word of the case model"
_STORY = "a word of the story language: a story's cast is entered under `person:` and the like"

ALLOWED: dict[str, tuple[set[str], str]] = {
    "engine/form_filling.py": ({"supplier", "member"}, _ROLE),
    "phases/evaluation/offers.py": ({"supplier"}, _ROLE),
    "phases/participation.py": ({"member"}, _ROLE),
    "phases/protests/filing.py": ({"supplier"}, _ROLE),
    "phases/responses/receipt.py": ({"supplier"}, _ROLE),
    "soundness/people.py": ({"supplier", "member"}, _ROLE),
    "cli/demo/summary.py": ({"person"}, _STORY),
    "simulation/story.py": ({"person", "supplier", "member"}, _STORY),
    "simulation/story_runner.py": ({"person"}, _STORY),
    "paper/filters.py": ({"person"}, "the name of a filter in letters"),
    "phases/agreements/publishing.py": ({"agreement"}, "where a packet's paper is, in a profile"),
    "phases/award/awarding.py": ({"agreement"}, "the law of the award says what an award opens"),
    "workflow/compiled.py": ({"person"}, "bodies pinned before workflows stated their kind"),
}
"""By file: the names that may stand there, and why."""


def no_module_names_a_workflow(root: Path) -> list[str]:
    """Return places of the package that compare with a workflow's name, or look one up by it."""
    breaches: list[str] = []
    for path, _, tree in modules(root):
        allowed, _ = ALLOWED.get(path.relative_to(PACKAGE).as_posix(), (set(), ""))
        for node in ast.walk(tree):
            for literal in _asked_for(node):
                if literal.value in NAMES - allowed:
                    place = f"{path}:{literal.lineno}: {literal.value!r}"
                    breaches.append(f"{place}: ask for the workflow's kind instead")
    return breaches


def _asked_for(node: ast.AST) -> Iterator[ast.Constant]:
    """Yield the literals that a comparison, a look-up or a constant is made with."""
    if isinstance(node, ast.Compare):
        for operand in (node.left, *node.comparators):
            yield from _literals(operand)
    elif isinstance(node, ast.Call):
        named = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if named in LOOKUPS and node.args:
            yield from _literals(node.args[0])
        for keyword in node.keywords:
            if keyword.arg in KEYWORDS:
                yield from _literals(keyword.value)
    elif isinstance(node, ast.Assign | ast.AnnAssign) and _is_constant(node):
        yield from _literals(node.value)
    elif isinstance(node, ast.Subscript) and getattr(node.value, "id", "").isupper():
        yield from _literals(node.slice)


def _is_constant(node: ast.Assign | ast.AnnAssign) -> bool:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return any(isinstance(target, ast.Name) and target.id.isupper() for target in targets)


def _literals(node: ast.AST | None) -> Iterator[ast.Constant]:
    """Yield a literal, or the members of a literal collection, or the keys of a mapping."""
    if isinstance(node, ast.Constant):
        yield node
    elif isinstance(node, ast.Tuple | ast.List | ast.Set):
        for member in node.elts:
            yield from _literals(member)
    elif isinstance(node, ast.Dict):
        for part in (*node.keys, *node.values):
            if isinstance(part, ast.Constant):
                yield part

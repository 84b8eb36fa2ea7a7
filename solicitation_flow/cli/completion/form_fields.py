"""A command's fields read out of the law's own source, because Tab may not wait for pydantic."""

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path

PHASES = Path(__file__).resolve().parents[2] / "phases"
ROOT = "Form"

Fields = dict[str, str]


def written(law: Sequence[str], command: str) -> Fields:
    """Return the fields of a command's form, each with its help; the engine's own are left out."""
    for phase in law:
        for path in _sources(phase):
            text = path.read_text(encoding="utf-8")
            if f"@action\ndef {command}(" in text:
                form = _form(ast.parse(text), command)
                return _fields(form, path, phase) if form else {}
    return {}


def _sources(phase: str) -> list[Path]:
    """A phase is a module, or a package that outgrew one."""
    return sorted([*PHASES.glob(f"{phase}.py"), *PHASES.glob(f"{phase}/*.py")])


def _form(tree: ast.Module, command: str) -> str | None:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == command:
            for argument in node.args.args:
                if argument.arg == "form" and isinstance(argument.annotation, ast.Name):
                    return argument.annotation.id
    return None


def _fields(form: str, path: Path, phase: str) -> Fields:
    """Return a form's own fields, after those of the forms it is made from."""
    class_def = _class(form, [path, *_sources(phase)])
    if class_def is None:
        return {}
    above: Fields = {}
    for base in class_def.bases:
        if isinstance(base, ast.Name) and base.id != ROOT:
            above |= _fields(base.id, path, phase)
    return above | dict(_declared(class_def))


def _class(name: str, paths: Sequence[Path]) -> ast.ClassDef | None:
    for path in paths:
        text = path.read_text(encoding="utf-8")
        if f"\nclass {name}(" in text:
            for node in ast.parse(text).body:
                if isinstance(node, ast.ClassDef) and node.name == name:
                    return node
    return None


def _declared(form: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for node in form.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            if "Fill(" in ast.unparse(node.annotation):
                continue
            asked = node.value.args if isinstance(node.value, ast.Call) else []
            says = asked[0].value if asked and isinstance(asked[0], ast.Constant) else ""
            # a field that is declared by its name keeps its help elsewhere
            yield node.target.id, "" if says == node.target.id else str(says)

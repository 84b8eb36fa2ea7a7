"""Rules on imports: arrows point down, each library has its package, decisions stay light."""

import os
import subprocess
import sys
from pathlib import Path

from tests.structure.reading import PACKAGE, contracts, imports, modules, part


def arrows_point_down(root: Path) -> list[str]:
    """Check the contracts of pyproject.toml with import-linter, over this very tree."""
    linter = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"]
    # An editable install must not lend its own package to a planted tree.
    here = {**os.environ, "PYTHONPATH": str(root)}
    completed = subprocess.run(
        linter, cwd=root, env=here, check=False, capture_output=True, text=True
    )
    return [] if completed.returncode == 0 else [completed.stdout + completed.stderr]


DOORS = {
    "alembic": {"store"},
    "apscheduler": {"daemon"},
    "click": {"cli"},
    "holidays": {"workdays"},
    "jinja2": {"paper"},
    "markdown_it": {"notices"},
    "psycopg": {"store"},
    "pydantic": {"forms", "jurisdiction", "records", "values", "workflow"},
    "pyrage": {"seal"},
    "rich": {"cli"},
    "ruamel": {"yamlfile"},
    "smtplib": {"post"},
    "sqlalchemy": {"store"},
    "sqlite3": {"store"},
    "sqlmodel": {"store"},
    "transitions": {"machine"},
}


def one_door(root: Path) -> list[str]:
    """Check that each library is imported only by the packages listed for it."""
    breaches = []
    for path, _, tree in modules(root):
        for line, name in imports(tree):
            library = name.partition(".")[0]
            if library in DOORS:
                if part(path) not in DOORS[library]:
                    doors = ", ".join(sorted(DOORS[library]))
                    breaches.append(f"{path}:{line}: {library} has its door in {doors}")
            elif library not in sys.stdlib_module_names and library != PACKAGE:
                breaches.append(f"{path}:{line}: {library} has no door in DOORS")
    return breaches


HEAVY = (
    "alembic apscheduler click jinja2 markdown_it psycopg rich smtplib sqlalchemy sqlite3 sqlmodel"
)


def decisions_stay_light(root: Path) -> list[str]:
    """`decide` and everything below it load no storage, scheduler, template or terminal library.

    The contracts see our own imports; this runs them, and so sees what a library brings along.
    """
    house = next(contract for contract in contracts(root) if contract["id"] == "house")
    parts = [layer.strip("()") for layer in house["layers"]]
    light = set(parts[parts.index("decide") :])
    names = [
        ".".join(path.with_suffix("").parts).removesuffix(".__init__")
        for path, _, _ in modules(root)
        if part(path) in light
    ]
    program = (
        "import importlib, sys\n"
        f"for name in {sorted(names)!r}: importlib.import_module(name)\n"
        f"print(*[name for name in {HEAVY.split()!r} if name in sys.modules])"
    )
    here = {**os.environ, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"}
    python = [sys.executable, "-c", program]
    completed = subprocess.run(
        python, cwd=root, env=here, check=False, capture_output=True, text=True
    )
    if completed.returncode:
        return [completed.stderr]
    return [f"deciding loads {name}" for name in completed.stdout.split()]

"""The rules of the house, each a check that takes a tree and answers its breaches.

Every check runs twice: over the house, where it must find nothing, and over a small tree with one
breach planted in it, where it must find that one. A check that cannot fail is no check.
"""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "solicitation_flow"
Check = Callable[[Path], list[str]]

# --- reading a tree ----------------------------------------------------------------------------


def files(root: Path) -> list[Path]:
    """Every file git keeps or would keep, so that a breach is seen before it is added."""
    if not (root / ".git").exists():
        return sorted(path for path in root.rglob("*") if path.is_file())
    asked = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(asked, cwd=root, check=True, capture_output=True, text=True).stdout
    named = (root / name for name in listed.split("\0") if name)
    return sorted(path for path in named if path.is_file())


def modules(root: Path) -> Iterator[tuple[Path, str, ast.Module]]:
    """The package's modules: path, text, tree."""
    for path in sorted((root / PACKAGE).rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        yield path.relative_to(root), text, ast.parse(text, str(path))


def room(path: Path) -> str:
    """The part of the house a module stands in: the first name below the package."""
    return path.parts[1].removesuffix(".py")


def imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every import, those inside functions too: line and dotted name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, node.module or ""


# --- rule 1: every arrow points down -----------------------------------------------------------


def arrows_point_down(root: Path) -> list[str]:
    """The contracts of pyproject.toml, kept by import-linter, over this very tree."""
    linter = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"]
    # An editable install must not lend its own package to a planted tree.
    here = {**os.environ, "PYTHONPATH": str(root)}
    completed = subprocess.run(
        linter, cwd=root, env=here, check=False, capture_output=True, text=True
    )
    return [] if completed.returncode == 0 else [completed.stdout + completed.stderr]


# --- rule 2: each library has one door ---------------------------------------------------------

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
    """A library is imported by its own room; one without a room is not imported at all."""
    breaches = []
    for path, _, tree in modules(root):
        for line, name in imports(tree):
            library = name.partition(".")[0]
            if library in DOORS:
                if room(path) not in DOORS[library]:
                    doors = ", ".join(sorted(DOORS[library]))
                    breaches.append(f"{path}:{line}: {library} has its door in {doors}")
            elif library not in sys.stdlib_module_names and library != PACKAGE:
                breaches.append(f"{path}:{line}: {library} has no door in DOORS")
    return breaches


HEAVY = (
    "alembic apscheduler click jinja2 markdown_it psycopg rich smtplib sqlalchemy sqlite3 sqlmodel"
)


def contracts(root: Path) -> list[dict[str, Any]]:
    """The import contracts of a tree, as pyproject.toml states them."""
    table = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    kept: list[dict[str, Any]] = table["tool"]["importlinter"]["contracts"]
    return kept


def the_heart_is_light(root: Path) -> list[str]:
    """`decide` and everything below it load no storage, scheduler, template or terminal library.

    The contracts see our own imports; this runs them, and so sees what a library brings along.
    """
    house = next(contract for contract in contracts(root) if contract["id"] == "house")
    rooms = [layer.strip("()") for layer in house["layers"]]
    heart = set(rooms[rooms.index("decide") :])
    names = [
        ".".join(path.with_suffix("").parts).removesuffix(".__init__")
        for path, _, _ in modules(root)
        if room(path) in heart
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
    return [f"the heart loads {name}" for name in completed.stdout.split()]


# --- rule 3: only clock.py knows what time it is -----------------------------------------------

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
    """What each imported name stands for: `from datetime import datetime as d` gives d."""
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
    """The full name an expression stands for, if it hangs on an import."""
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
        if room(path) != "clock"
        for line, asked in questions(tree, known_names(tree))
    ]


# --- values change in one checked way ----------------------------------------------------------

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


# --- ceilings and tidiness ---------------------------------------------------------------------

MODULE_LINES, FUNCTION_LINES, COLUMNS = 400, 50, 100
SHAPELESS = {"base", "common", "helper", "helpers", "manager", "managers", "service", "services"}
SHAPELESS |= {"misc", "util", "utils"}


def ceilings(root: Path) -> list[str]:
    """A module is a page or five, a function fits on a screen."""
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


# Written so that these lines do not match themselves.
MACHINE_PATH = re.compile(
    r"(?<![\w.})\]~-])/(?:(?:work|root)(?![\w-])|(?:tmp|home)/)|[A-Z]:\\Users\\"
)
REGISTRY = re.compile(
    r"pypi\.org|pythonhosted\.org|registry\.(?:npmjs|yarnpkg)\.|npmjs\.(?:org|com)"
    r"|(?:deb|ftp|security)\.debian\.org|archive\.ubuntu\.com|proxy\.golang\.org"
)


def names_no_machine(root: Path) -> list[str]:
    """Nothing kept says where it was written, or from where its libraries came."""
    return [
        f"{path.relative_to(root)}:{number}: names {match.group()}"
        for path in files(root)
        for number, line in enumerate(
            path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1
        )
        for match in [MACHINE_PATH.search(line) or REGISTRY.search(line)]
        if match
    ]


def no_lock_file(root: Path) -> list[str]:
    """A lock file names its registry on every other line, and one machine's Python."""
    locks = {"uv.lock", "pylock.toml", "poetry.lock", "Pipfile.lock", "package-lock.json"}
    return [str(path.relative_to(root)) for path in files(root) if path.name in locks]


# --- papers that must stay true ----------------------------------------------------------------


def the_tree_is_drawn_true(root: Path) -> list[str]:
    """The tree in docs/ARCHITECTURE.md is what the modules say of themselves."""
    asked = [sys.executable, str(ROOT / "scripts" / "tree.py"), "--check", str(root)]
    completed = subprocess.run(asked, check=False, capture_output=True, text=True)
    return [] if completed.returncode == 0 else [completed.stderr]


ROW = re.compile(r"^\| \*\*(?P<word>[^*|]+)\*\* \| (?P<means>[^|]+) \|(?P<never>[^|]*)\|$")


def glossary(root: Path) -> dict[str, tuple[str, ...]]:
    """The rows of docs/GLOSSARY.md: `| **word** | meaning | avoided, avoided |`."""
    path = root / "docs" / "GLOSSARY.md"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    return {
        row["word"]: tuple(word.strip() for word in row["never"].split(",") if word.strip())
        for row in map(ROW.match, text.splitlines())
        if row
    }


def snake(name: str) -> str:
    """A name as words between underscores, whatever its case."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[\s.-]+", "_", name).lower().strip("_")


def coined(root: Path) -> Iterator[tuple[str, str]]:
    """The names the house gave to things: where, and which."""
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
    """The glossary defines each word once, in order, and the house avoids what it says to avoid."""
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


# --- the house keeps them ----------------------------------------------------------------------

CHECKS: list[Check] = [
    arrows_point_down,
    one_door,
    the_heart_is_light,
    one_clock,
    values_change_in_one_way,
    ceilings,
    columns,
    names_say_something,
    modules_introduce_themselves,
    names_no_machine,
    no_lock_file,
    the_tree_is_drawn_true,
    one_word_one_meaning,
]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_the_house_keeps_its_rule(check: Check) -> None:
    breaches = check(ROOT)
    assert not breaches, "\n".join(breaches)


# --- and each check can fail -------------------------------------------------------------------

SOUND = {
    "pyproject.toml": (ROOT / "pyproject.toml").read_text(encoding="utf-8"),
    "docs/GLOSSARY.md": "| **offeror** | has answered | bidder |\n",
    # Every package a contract speaks of: a contract about a missing one is an error.
    **{
        f"{container.replace('.', '/')}/__init__.py": '"""A room."""\n'
        for contract in contracts(ROOT)
        for container in contract.get("containers", [])
    },
    "solicitation_flow/phases/__init__.py": '"""The law."""\n',
    "solicitation_flow/phases/award.py": '"""Award."""\n',
    "solicitation_flow/decide.py": '"""The heart."""\nimport solicitation_flow.phases.award\n',
    "solicitation_flow/phases/x.py": '"""Another phase."""\n',
    "solicitation_flow/records/responses.py": '"""The nouns of another phase."""\n',
    "solicitation_flow/engine/__init__.py": '"""Above the heart."""\n',
    "solicitation_flow/engine/a.py": '"""A turn."""\nimport solicitation_flow.engine.b\n',
    "solicitation_flow/engine/b.py": '"""A turn."""\n',
    "solicitation_flow/clock.py": '"""The clock."""\nimport time\nnow = time.time\n',
}
AWARD = "solicitation_flow/phases/award.py"
Plant = tuple[Check, str, str, str]


def award(code: str) -> tuple[str, str]:
    return AWARD, f'"""Award."""\n{code}\n'


def noun(code: str) -> tuple[str, str]:
    return "solicitation_flow/records/award.py", f'"""Award."""\n{code}\n'


CIRCLE = '"""A turn."""\nimport solicitation_flow.engine.a\n'

PLANTS: list[Plant] = [
    (arrows_point_down, *award("import solicitation_flow.decide"), "not allowed to import"),
    (
        arrows_point_down,
        *award("import solicitation_flow.phases.x"),
        "lies below, never with each other BROKEN",
    ),
    (arrows_point_down, *award("import solicitation_flow.engine.a"), "points down BROKEN"),
    (arrows_point_down, *noun("import solicitation_flow.records.responses"), "of another BROKEN"),
    (arrows_point_down, "solicitation_flow/engine/b.py", CIRCLE, "lean on each other BROKEN"),
    (arrows_point_down, "solicitation_flow/attic.py", '"""A room nobody listed."""\n', "attic"),
    (one_door, *award("def f():\n    import sqlalchemy.orm"), "award.py:3: sqlalchemy"),
    (one_door, *award("from requests import get"), "requests has no door"),
    (the_heart_is_light, *award("import jinja2"), "jinja2"),
    (the_heart_is_light, *award("import no_such_library"), "no_such_library"),
    (one_clock, *award("from datetime import datetime as d\nnow = d.now"), "award.py:3"),
    (one_clock, *award("import datetime\ndatetime.datetime.utcnow()"), "utcnow"),
    (one_clock, *award("import datetime as dt\ndt.date.today()"), "date.today"),
    (one_clock, *award("from time import time\ntime()"), "time.time"),
    (one_clock, *award("from uuid import uuid4\nuuid4()"), "uuid4"),
    (one_clock, *award("import random\nrandom.shuffle([])"), "random.shuffle"),
    (one_clock, *award("import random\nrandom.Random()"), "without a seed"),
    (one_clock, *award("from email.utils import make_msgid as m\nm()"), "make_msgid"),
    (one_clock, *award("import secrets\nsecrets.token_hex()"), "secrets"),
    (one_clock, *award("key = hash('acme')"), "hash()"),
    (values_change_in_one_way, *award("bid.model_copy(update={})"), "award.py:2: model_copy"),
    (values_change_in_one_way, "tests/a.py", "copy = bid.model_copy\n", "a.py:1: model_copy"),
    (values_change_in_one_way, *award("Bid.model_construct(a=1)"), "award.py:2: model_constr"),
    (ceilings, *award("x = 1\n" * 399), "401 lines"),
    (ceilings, *award("def f():\n" + "    x = 1\n" * 50), "f has 51 lines"),
    (columns, *award("x = " + "1" * 97), "101 columns"),
    (columns, "scripts/demo", "#" * 101, "101 columns"),
    (names_say_something, "solicitation_flow/date_utils.py", '"""Dates."""\n', "date_utils"),
    (names_say_something, "solicitation_flow/common/__init__.py", '"""All."""\n', "common"),
    (modules_introduce_themselves, AWARD, "x = 1\n", "award.py"),
    (modules_introduce_themselves, AWARD, '"""No full stop"""\n', "award.py"),
    (modules_introduce_themselves, AWARD, '"""One. Two."""\n', "award.py"),
    (modules_introduce_themselves, AWARD, '"""One\nand a half."""\n', "award.py"),
    (names_no_machine, "docs/USER.md", "see /" + "work/main", "USER.md:1"),
    (names_no_machine, "docs/USER.md", "see '/" + "home/ann/x'", "USER.md:1"),
    (names_no_machine, "docs/USER.md", "\ncd /" + "tmp/x", "USER.md:2"),
    (names_no_machine, "requirements.txt", "--index https://py" + "pi.org/simple", "requirements"),
    (no_lock_file, "uv.lock", "", "uv.lock"),
    (the_tree_is_drawn_true, AWARD, '"""Another sentence."""\n', "Another sentence."),
    (the_tree_is_drawn_true, "solicitation_flow/seal.py", '"""Envelopes."""\n', "seal.py"),
    (one_word_one_meaning, *award("def tell(losing_bidders): ..."), "say offeror, not bidder"),
    (one_word_one_meaning, *award("class BidderRecord: ..."), "BidderRecord"),
    (one_word_one_meaning, "workflows/rfp.v1.yaml", "may: {tell_bidder: {}}", "yaml:1"),
    (one_word_one_meaning, "docs/GLOSSARY.md", "| **b** | x | |\n| **a** | x | |\n", "a stands"),
    (one_word_one_meaning, "docs/GLOSSARY.md", "| **a** | x | b |\n| **b** | x | |\n", "both"),
    (one_word_one_meaning, "docs/GLOSSARY.md", "a word list", "no rows"),
]


def build(root: Path, tree: dict[str, str]) -> None:
    for name, text in tree.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A small house in which nothing is wrong."""
    build(tmp_path, SOUND)
    markers = "<!-- tree:begin (scripts/tree.py --write) -->\n<!-- tree:end -->\n"
    build(tmp_path, {"docs/ARCHITECTURE.md": f"# House\n\n{markers}"})
    draw = [sys.executable, str(ROOT / "scripts" / "tree.py"), "--write", str(tmp_path)]
    subprocess.run(draw, check=True)
    return tmp_path


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_a_sound_tree_has_no_breaches(check: Check, sound: Path) -> None:
    assert check(sound) == []


@pytest.mark.parametrize(
    "plant", PLANTS, ids=[f"{number}-{plant[0].__name__}" for number, plant in enumerate(PLANTS)]
)
def test_a_planted_breach_is_found(plant: Plant, sound: Path) -> None:
    check, path, text, expected = plant
    build(sound, {path: text})
    assert expected in "\n".join(check(sound))


def test_every_check_has_a_planted_breach() -> None:
    assert {plant[0] for plant in PLANTS} == set(CHECKS)


def test_what_the_house_allows_is_no_breach(sound: Path) -> None:
    allowed = (
        "import random\nfrom datetime import datetime\n"
        "def f(clock, seed: int, chance: random.Random) -> datetime:\n"
        "    random.Random(seed).random()\n    return clock.now()\n"
        "class K:\n    def __hash__(self):\n        return hash('k')\n"
        "path = f'{root}/tmp/x and/or ../work/flows'\n"
    )
    build(sound, {AWARD: f'"""Award."""\n{allowed}'})
    assert one_clock(sound) == names_no_machine(sound) == []

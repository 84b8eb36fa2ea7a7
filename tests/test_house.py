"""The rules on how the program is built, checked on this tree and on small trees that break them.

Every check runs twice: over this tree, where it must find nothing, and over a small tree with one
breach planted in it, where it must find that one. A check that cannot fail is no check.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.structure.clock import one_clock
from tests.structure.documents import (
    named_files_exist,
    names_no_machine,
    no_lock_file,
    the_tree_is_drawn_true,
)
from tests.structure.imports import arrows_point_down, decisions_stay_light, one_door
from tests.structure.plainness import (
    code_is_not_packed,
    docstrings_are_sentences,
    names_are_things,
)
from tests.structure.reading import ROOT, contracts
from tests.structure.size import (
    ceilings,
    columns,
    modules_introduce_themselves,
    names_say_something,
)
from tests.structure.values import values_change_in_one_way
from tests.structure.views import (
    only_the_command_line_spells_commands,
    what_is_shown_is_asked_of_the_engine,
)
from tests.structure.words import one_word_one_meaning
from tests.structure.workflows import no_module_names_a_workflow

Check = Callable[[Path], list[str]]

# --- the program keeps them ----------------------------------------------------------------------

CHECKS: list[Check] = [
    arrows_point_down,
    one_door,
    decisions_stay_light,
    one_clock,
    values_change_in_one_way,
    only_the_command_line_spells_commands,
    what_is_shown_is_asked_of_the_engine,
    ceilings,
    columns,
    names_say_something,
    modules_introduce_themselves,
    names_no_machine,
    no_lock_file,
    named_files_exist,
    the_tree_is_drawn_true,
    one_word_one_meaning,
    names_are_things,
    docstrings_are_sentences,
    code_is_not_packed,
    no_module_names_a_workflow,
]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_the_program_keeps_its_rule(check: Check) -> None:
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
    **{
        f"{module.replace('.', '/')}.py": '"""A module only its own package may import."""\n'
        for contract in contracts(ROOT)
        for module in contract.get("protected_modules", [])
    },
    **{
        f"{module.replace('.', '/')}/__init__.py": '"""A package of which a contract speaks."""\n'
        for contract in contracts(ROOT)
        for module in (*contract.get("source_modules", []), *contract.get("forbidden_modules", []))
        if module.startswith("solicitation_flow.")
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
VIEW = "solicitation_flow/views/case.py"
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
    (
        arrows_point_down,
        "solicitation_flow/engine/b.py",
        '"""A turn."""\nimport solicitation_flow.store.sqlite\n',
        "keeps cases in BROKEN",
    ),
    (
        arrows_point_down,
        VIEW,
        '"""A case."""\nimport click\n',
        "know no terminal BROKEN",
    ),
    (arrows_point_down, "solicitation_flow/attic.py", '"""A room nobody listed."""\n', "attic"),
    (one_door, *award("def f():\n    import sqlalchemy.orm"), "award.py:3: sqlalchemy"),
    (one_door, *award("from requests import get"), "requests has no door"),
    (decisions_stay_light, *award("import jinja2"), "jinja2"),
    (decisions_stay_light, *award("import no_such_library"), "no_such_library"),
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
    (only_the_command_line_spells_commands, *award('x = "try: solflow show X"'), "award.py:2"),
    (only_the_command_line_spells_commands, *award('x = "all of it with --json"'), "award.py:2"),
    (what_is_shown_is_asked_of_the_engine, VIEW, "x = engine.environment\n", "case.py:1: .env"),
    (what_is_shown_is_asked_of_the_engine, VIEW, "x = engine.loader.load\n", "case.py:1: .loader"),
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
    (named_files_exist, "README.md", "see `scripts/gone`", "README.md: names scripts/gone"),
    (named_files_exist, "docs/WHY.md", "[x](GONE.md)", "names docs/GONE.md"),
    (the_tree_is_drawn_true, AWARD, '"""Another sentence."""\n', "Another sentence."),
    (the_tree_is_drawn_true, "solicitation_flow/seal.py", '"""Envelopes."""\n', "seal.py"),
    (one_word_one_meaning, *award("def tell(losing_bidders): ..."), "say offeror, not bidder"),
    (one_word_one_meaning, *award("class BidderRecord: ..."), "BidderRecord"),
    (one_word_one_meaning, "workflows/rfp.v1.yaml", "may: {tell_bidder: {}}", "yaml:1"),
    (one_word_one_meaning, "docs/GLOSSARY.md", "| **b** | x | |\n| **a** | x | |\n", "a stands"),
    (one_word_one_meaning, "docs/GLOSSARY.md", "| **a** | x | b |\n| **b** | x | |\n", "both"),
    (one_word_one_meaning, "docs/GLOSSARY.md", "a word list", "no rows"),
    (names_are_things, *award("def f(bids):\n    for each in bids: ..."), "award.py:3: each"),
    (names_are_things, "tests/a.py", "def f(said): ...\n", "a.py:1: said"),
    (docstrings_are_sentences, *award('def f():\n    """Answers the award."""'), "award.py:2"),
    (docstrings_are_sentences, AWARD, '"""Award; answers whom."""\n', "award.py:1"),
    (code_is_not_packed, *award("x = [bid for bid in ()]\n"), "comprehensions per 100"),
    (code_is_not_packed, *award("x = 1 if True else 2\n"), "conditional expressions per 100"),
    (no_module_names_a_workflow, *award("x = case.workflow == 'rfp'"), "award.py:2: 'rfp'"),
    (no_module_names_a_workflow, *award("x = name in ('person', 'x')"), "award.py:2: 'person'"),
    (no_module_names_a_workflow, *award("x = store.find(workflow='member')"), "2: 'member'"),
    (no_module_names_a_workflow, *award("x = engine.opening('supplier')"), "2: 'supplier'"),
    (no_module_names_a_workflow, *award("PREFIXES = {'person': 'P'}"), "award.py:2: 'person'"),
    (no_module_names_a_workflow, *award("x = PREFIXES['participation']"), "'participation'"),
]


def build(root: Path, tree: dict[str, str]) -> None:
    for name, text in tree.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """Return a small tree in which nothing is wrong."""
    build(tmp_path, SOUND)
    markers = "<!-- tree:begin (scripts/tree.py --write) -->\n<!-- tree:end -->\n"
    build(tmp_path, {"docs/TREE.md": f"# Tree\n\n{markers}"})
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

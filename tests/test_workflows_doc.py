"""docs/WORKFLOWS.md, followed to the letter in a copy of the clone.

A copy, because law is code of the program: what the page adds to it must not be there for other
tests, and each step needs a Python that has not read the step before.
"""

import ast
import email
import email.policy
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from solicitation_flow import workflow
from solicitation_flow.soundness.names import PARTS
from solicitation_flow.soundness.people import ROLES
from tests import test_soundness

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "WORKFLOWS.md"

# One worker follows the page; the other tests look at what it built.
pytestmark = pytest.mark.xdist_group("the page about workflows")

# --- the page as a script ----------------------------------------------------------------------

FENCED = re.compile(r"^```(?P<kind>\w+) ?(?P<about>.*)\n(?P<text>(?s:.*?))^```$", re.MULTILINE)
MISTAKE = " (a mistake)"


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, what its first line says besides, where it begins."""

    line: int
    kind: str
    about: str
    text: str


def blocks(page: str) -> Iterator[Block]:
    for match in FENCED.finditer(page):
        line = page.count("\n", 0, match.start()) + 1
        yield Block(line, match["kind"], match["about"], match["text"])


def edited(text: str, change: str) -> str:
    """Return a file after a change, each part of which (set apart by @@) fits in one place."""
    lines = text.splitlines()
    for part in re.split(r"^@@\n", change, flags=re.MULTILINE):
        written = [line or " " for line in part.splitlines()]
        old = [line[1:] for line in written if line[0] in " -"]
        new = [line[1:] for line in written if line[0] in " +"]
        places = [at for at in range(len(lines)) if lines[at : at + len(old)] == old]
        assert len(places) == 1, f"this fits in {len(places)} places:\n{part}"
        lines[places[0] : places[0] + len(old)] = new
    return "\n".join(lines) + "\n"


# --- the copy it is followed in ----------------------------------------------------------------

SOLFLOW = "from solicitation_flow.cli.main import main; main()"

TELL = """
import json, sys
from pathlib import Path
from solicitation_flow.paper import Templates
from solicitation_flow.soundness import prove
from solicitation_flow.workflow import read
from tests.engine_fixtures import ROOT, told

for path in sorted((ROOT / "workflows").glob("vehicle.v*.yaml")):
    flaws = prove(*read(path.read_text(), path.name), Templates([ROOT / "templates"]))
    assert not flaws, flaws
made, happened = told(Path(sys.argv[1]))
wrong = [(each.step.text if each.step else "", each.diverges) for each in happened if each.diverges]
letters = {letter.notice: letter.message for letter in made.engine.environment.store.outbox()}
print(json.dumps({"wrong": wrong, "letters": letters}))
"""

CHANGE = """
from solicitation_flow.casefile import Actor
from solicitation_flow.engine import Request
from solicitation_flow.errors import InvalidFile
from solicitation_flow.store.memory import MemoryStore
from tests import engine_fixtures
from tests.engine_fixtures import ROOT

store, folder = MemoryStore(), ROOT / "workflows"
maria, grace = Actor("maria", frozenset({"officer"})), Actor("grace", frozenset({"approver"}))
words = {"purpose": "Site visit", "back_by": "2026-06-03 17:00"}
request = Request("ask_for_vehicle", words, workflow="vehicle")

def engine(store):
    engine_fixtures.definitions.cache_clear()  # another process would read the files again
    return engine_fixtures.engine(store)

def state(case):
    return engine(store).view(case).loaded.header.state

engine(store).perform(request, maria)
first = (folder / "vehicle.v1.yaml").read_text()
(folder / "vehicle.v1.yaml").write_text("# a comment is no change\\n" + first)
engine(store).perform(request, maria)
changed = first.replace("guards: [license_on_file]", "guards: []")
(folder / "vehicle.v1.yaml").write_text(changed)
try:
    engine(store).perform(request, maria)
except InvalidFile as error:
    print(error)
(folder / "vehicle.v1.yaml").write_text(first)
(folder / "vehicle.v2.yaml").write_text(changed.replace("version: 1", "version: 2"))
engine(store).perform(request, maria)
for number in (1, 2, 3):
    engine(store).perform(Request("grant", case=f"VEH-2026-00{number}"), grace)
print(*[state(f"VEH-2026-00{number}") for number in (1, 2, 3)])
"""


@dataclass
class Clone:
    """A copy of what the page speaks of, and everything in it that is not as the page says."""

    root: Path
    wrong: list[str] = field(default_factory=list)
    letters: dict[str, str] = field(default_factory=dict)
    mistaken: dict[Path, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("solicitation_flow", "workflows", "templates"):
            shutil.copytree(ROOT / name, self.root / name)
        for name in ("pyproject.toml", "tests/engine_fixtures.py", "docs/ARCHITECTURE.md"):
            (self.root / name).parent.mkdir(exist_ok=True)
            shutil.copy2(ROOT / name, self.root / name)

    def python(self, *words: str | Path) -> str:
        """Run Python in the copy; what it says, with the paths of the copy made short."""
        # An editable install must not lend its own package to the copy.
        here = {**os.environ, "PYTHONPATH": str(self.root), "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, *words]
        completed = subprocess.run(
            command, cwd=self.root, env=here, check=False, capture_output=True, text=True
        )
        return (completed.stdout + completed.stderr).replace(f"{self.root}/", "")

    def follow(self, page: str) -> "Clone":
        """Do what every block says, in order."""
        doing = {
            "yaml": self.write,
            "python": self.write,
            "markdown": self.write,
            "diff": self.change,
            "console": self.type,
            "story": self.tell,
            "text": self.compare,
        }
        for block in blocks(page):
            assert block.kind in doing, f"line {block.line}: nobody follows {block.kind}"
            doing[block.kind](block)
        return self

    def expect(self, block: Block, shown: str, actual: str) -> None:
        if shown.strip() != actual.strip():
            difference = f"shown:\n{shown.strip()}\nfound:\n{actual.strip()}"
            self.wrong.append(f"line {block.line}: {block.kind} {block.about}\n{difference}")

    def write(self, block: Block) -> None:
        path = self.root / block.about
        assert block.about, f"line {block.line}: {block.kind} for no file"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, encoding="utf-8")

    def change(self, block: Block) -> None:
        path = self.root / block.about.removesuffix(MISTAKE)
        text = path.read_text(encoding="utf-8")
        if block.about.endswith(MISTAKE):
            self.mistaken[path] = text
        path.write_text(edited(text, block.text), encoding="utf-8")

    def type(self, block: Block) -> None:
        """Type each command; a mistake is undone once its consequence was seen."""
        commands = re.split(r"^\$ ", block.text, flags=re.MULTILINE)
        assert not commands[0], f"line {block.line}: output of no command"
        for command in commands[1:]:
            line, _, shown = command.partition("\n")
            program, *words = shlex.split(line)
            assert program == "solflow", f"line {block.line}: nobody types {program}"
            self.expect(block, shown, self.python("-c", SOLFLOW, *words))
        for path, text in self.mistaken.items():
            path.write_text(text, encoding="utf-8")
        self.mistaken = {}

    def tell(self, block: Block) -> None:
        self.write(block)
        output = self.python("-c", TELL, block.about)
        try:
            result = json.loads(output)
        except ValueError:
            result = {"wrong": [("", output)], "letters": {}}
        self.letters = result["letters"]
        for step, diverges in result["wrong"]:
            self.expect(block, step, diverges)

    def compare(self, block: Block) -> None:
        what, _, name = block.about.partition(" ")
        if what == "letter":
            written = self.letters.get(name, "\n")
            mail = email.message_from_string(written, policy=email.policy.default)
            self.expect(block, block.text, f"Subject: {mail['Subject']}\n\n{mail.get_content()}")
        else:
            assert what == "refused", f"line {block.line}: nobody compares {what}"
            *lines, states = self.python("-c", CHANGE).strip().split("\n")
            self.expect(block, block.text, "\n".join(lines))
            self.expect(block, "asked asked granted", states)


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Clone:
    return Clone(tmp_path_factory.mktemp("clone")).follow(PAGE.read_text(encoding="utf-8"))


@pytest.mark.slow
def test_everything_the_page_shows_is_what_happens(followed: Clone) -> None:
    assert not followed.wrong, "\n\n".join(followed.wrong)


@pytest.mark.slow
def test_what_the_page_adds_keeps_the_rules_of_the_house(followed: Clone) -> None:
    added = sorted((followed.root / "solicitation_flow").glob("*/vehicles.py"))
    assert len(added) == 2
    assert "All checks passed" in followed.python("-m", "ruff", "check", "--no-cache", *added)
    assert "already formatted" in followed.python("-m", "ruff", "format", "--check", *added)
    linter = Path(sys.executable).with_name("lint-imports")
    output = followed.python(linter, "--no-cache", "--no-logo")
    assert "Contracts" in output
    assert "vehicles" not in output, output


@pytest.mark.slow
def test_a_page_that_shows_what_does_not_happen_is_found_out(tmp_path: Path) -> None:
    page, _, _ = PAGE.read_text(encoding="utf-8").partition("## 1.")
    page = page.replace("grace  grant  -> granted", "grace  grant  -> declined")
    page = page.replace("sound (3 states", "sound (4 states")
    typed, story = Clone(tmp_path / "clone").follow(page).wrong
    assert "reached granted" in story
    assert "sound (3 states" in typed


COUNTED = re.compile(r"^Files touched: (\d+)", re.MULTILINE)


@pytest.mark.parametrize(
    "title", ["a state", "a guard", "a notice", "a form and its action", "a procedure"]
)
def test_a_walkthrough_counts_the_files_it_touches(title: str) -> None:
    page = PAGE.read_text(encoding="utf-8")
    [section] = re.findall(
        rf"^## \d\. Add {title}\n(.*?)^## ", page, flags=re.MULTILINE | re.DOTALL
    )
    touched = set()
    for block in blocks(section):
        written = block.kind in {"diff", "yaml", "python", "markdown"}
        if written and not block.about.endswith(MISTAKE):
            touched.add(block.about)
    [counted] = COUNTED.findall(section)
    assert len(touched) == int(counted), touched


def test_the_procedure_of_the_page_is_the_one_that_other_tests_run() -> None:
    page = PAGE.read_text(encoding="utf-8")
    written = {block.about: block.text for block in blocks(page) if block.kind == "yaml"}
    for name in ("ifb.v1.yaml", "jurisdictions/brook-town.yaml"):
        tested = (ROOT / "tests" / "workflows" / name).read_text(encoding="utf-8")
        assert written[f"workflows/{name}"] == tested


# --- its tables --------------------------------------------------------------------------------

ROW = re.compile(r"^\| `(?P<key>\w+)` \| (?P<needed>yes|no) \|", re.MULTILINE)
HEADED = re.compile(r"^#{2,3} `?(?P<title>[^`\n]+)`?\n(?P<text>(?s:.*?))(?=^#|\Z)", re.MULTILINE)
SHAPES = {
    "The top": "",
    "opened_by": "Opening",
    "deadlines": "DeadlineTerms",
    "everywhere": "Everywhere",
    "groups": "Group",
    "states": "State",
    "may": "Branch",
}


def sections() -> dict[str, str]:
    page = PAGE.read_text(encoding="utf-8")
    return {match["title"]: match["text"] for match in HEADED.finditer(page)}


@pytest.mark.parametrize("title", SHAPES)
def test_the_page_lists_every_key_and_no_other(title: str) -> None:
    schema = workflow.schema()
    shape = schema["$defs"][SHAPES[title]] if SHAPES[title] else schema
    known = {
        key: "yes" if key in shape.get("required", ()) else "no" for key in shape["properties"]
    }
    assert dict(ROW.findall(sections()[title])) == known


def test_the_page_names_every_role_and_every_part_of_a_number() -> None:
    parts = sections()
    [roles] = re.findall(r"^\| `by` \| yes \| roles \| (.+) \|$", parts["may"], re.MULTILINE)
    assert set(re.findall(r"`(\w+)`", roles)) == set(ROLES)
    assert set(re.findall(r"\{(\w+)", parts["Numbers"])) == set(PARTS)


def patterns() -> list[str]:
    rows = re.findall(r"^\| [^|`]+ \| (`.+`) \|$", sections()["What is proved"], re.MULTILINE)
    return [pattern for row in rows for pattern in re.findall("`(.+?)`(?:, |$)", row)]


@pytest.mark.parametrize("name", test_soundness.BREAKS)
def test_whatever_a_proof_says_stands_in_the_table(name: str) -> None:
    text, _, _ = test_soundness.broken(*test_soundness.BREAKS[name][0])
    forms = [".*".join(map(re.escape, pattern.split("…"))) for pattern in patterns()]
    for flaw in test_soundness.flaws(text):
        assert any(re.search(form, str(flaw)) for form in forms), str(flaw)


def constants(folder: str) -> Iterator[str]:
    for path in sorted((ROOT / "solicitation_flow" / folder).glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def test_whatever_stands_in_the_table_is_said_by_a_proof() -> None:
    messages = [*constants("soundness"), *constants("paper")]
    rows = patterns()
    assert len(rows) > 20
    for pattern in rows:
        for piece in pattern.split("…"):
            assert any(piece.strip() in message for message in messages), pattern

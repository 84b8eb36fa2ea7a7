"""A bot that knows no law takes a solicitation to its agreement, by reading three answers alone.

It reads `solflow next`, `solflow form` and what `solflow act` prints, as JSON; it starts with
`solflow new`, and lets time pass with `--at`. No command, field, state or role of a solicitation
is named in it: those stand only in the tests below the bot, which say what should come of it.
"""

import ast
import inspect
import json
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from solicitation_flow import forms
from solicitation_flow.cli.dispatch import run
from solicitation_flow.jurisdiction.law import resolve
from solicitation_flow.workflow import Workflow
from solicitation_flow.workspace import FileDefinitions, shipped
from tests.phases import builders

ROOT = Path(__file__).resolve().parents[1]
Json = dict[str, Any]
DONE, REFUSED = 0, 3
BLANK = "..."
"""What a remedy leaves to whoever gives the command."""
MOST = 200


# --- what types and reads ----------------------------------------------------------------------


@dataclass(frozen=True)
class Answer:
    """What a command line answered: its exit code, and the one document it wrote."""

    code: int
    document: Json


@dataclass
class Shell:
    """Types commands into this very process: a process for each would take minutes."""

    folder: Path
    capsys: pytest.CaptureFixture[str]
    typed: list[list[str]] = field(default_factory=list)

    def __call__(self, *words: str) -> Answer:
        line = [*words, "--json", "--workspace", str(self.folder)]
        self.typed.append(list(words))
        self.capsys.readouterr()
        code = run(line)
        out, err = self.capsys.readouterr()
        return Answer(code, json.loads(out if code == DONE else err))


@dataclass
class Processes(Shell):
    """Types commands as a script on another machine would: a process for each."""

    def __call__(self, *words: str) -> Answer:
        program = "from solicitation_flow.cli.main import main; main()"
        line = [sys.executable, "-c", program, *words, "--json", "--workspace", str(self.folder)]
        self.typed.append(list(words))
        here = {**os.environ, "PYTHONPATH": str(ROOT)}
        completed = subprocess.run(line, check=False, capture_output=True, text=True, env=here)
        return Answer(completed.returncode, json.loads(completed.stdout or completed.stderr))


# --- the bot -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Task:
    """One command to give: to which case, by whom, with which fields known already."""

    case: str
    command: str
    people: tuple[str, ...]
    known: Json

    def __str__(self) -> str:
        return f"{self.case} {self.command} {sorted(self.known)} as {', '.join(self.people)}"


class Stuck(AssertionError):
    """The documents do not say what to do next."""


@dataclass
class Bot:
    """Does what is owed, clears what stands in the way, else lets time pass."""

    shell: Shell
    paper: Path
    at: str = ""
    log: list[str] = field(default_factory=list)
    tried: set[tuple[str, str, str]] = field(default_factory=set)

    def carry(self, workflow: str) -> list[str]:
        """Take a new case, and every case it opens, to its end, and return their numbers."""
        form = self._form(workflow, workflow)
        opened = self._type("new", workflow, *self._pairs(form, {}))
        assert opened.code == DONE, opened.document
        numbers, walked = [opened.document["number"]], 0
        while walked < len(numbers):
            document = self._walk(numbers[walked])
            numbers += [item["number"] for item in document["children"]]
            walked += 1
        return numbers

    def _walk(self, number: str) -> Json:
        for _ in range(MOST):
            document = self._next(number)
            if self._owed(document) or self._cleared(document):
                continue
            if document["next_due"] is None:
                return document
            self._wait(document)
        raise Stuck(f"{number} goes round in circles: {self.log[-6:]}")

    def _owed(self, document: Json) -> bool:
        """Do one thing that somebody owes and nothing stands in the way of."""
        for offer in document["commands"]:
            for duty in offer["owed"] if offer["ready"] and not offer["optional"] else ():
                mark = (document["number"], offer["command"], json.dumps(offer["owed"]))
                if mark not in self.tried:
                    self.tried.add(mark)
                    if self._do(self._duty(document, offer, duty)):
                        return True
        return False

    def _duty(self, document: Json, offer: Json, duty: Json) -> Task:
        kind, _, who = duty["owes"].partition(":")
        people = tuple(offer["ready_for"]) if kind == "role" else (duty["owes"],)
        for hint in self._hints(document):
            named = hint["who"] in (None, who, duty["owes"])
            if (hint["case"], hint["command"]) == (document["number"], offer["command"]) and named:
                return Task(document["number"], offer["command"], people, hint["fields"])
        return Task(document["number"], offer["command"], people, {})

    def _cleared(self, document: Json) -> bool:
        """Clear one objection to something that has to be done, or that the clock will do."""
        for hint in self._hints(document):
            mark = (hint["case"], hint["command"], json.dumps(hint["fields"]))
            if mark not in self.tried:
                self.tried.add(mark)
                if self._do(self._remedy(hint)):
                    return True
        return False

    @staticmethod
    def _hints(document: Json) -> Iterator[Json]:
        for offer in document["commands"]:
            for objection in () if offer["optional"] else offer["objections"]:
                # a remedy that is about no case is for whoever keeps the registers
                yield from (hint for hint in objection["clears"] if hint["case"])

    def _remedy(self, hint: Json) -> Task:
        people = (hint["who"],) if hint["who"] else self._people(hint["case"], hint["command"])
        return Task(hint["case"], hint["command"], people, hint["fields"])

    def _people(self, case: str, command: str) -> tuple[str, ...]:
        offers = {item["command"]: item for item in self._next(case)["commands"]}
        return tuple(offers[command]["people"]) if command in offers else ()

    def _do(self, task: Task, depth: int = 0) -> bool:
        """Give a command, as one after another of those who may; obeys what a refusal says."""
        form = self._form(task.command, task.case)
        for who in task.people:
            known = dict(task.known)
            for _ in range(4):
                pairs = self._pairs(form, known)
                answer = self._type("act", task.case, task.command, *pairs, "--yes", "--as", who)
                self.log.append(f"{task} {who}: {answer.code}")
                if answer.code == DONE:
                    return True
                assert answer.code == REFUSED, (task, answer.document)
                if not self._obeys(task, answer.document, known, depth):
                    break
        return False

    def _obeys(self, task: Task, refusal: Json, known: Json, depth: int) -> bool:
        """Take a refusal's advice, and return whether the command is worth giving again."""
        changed = False
        for objection in refusal["objections"]:
            for hint in (item for item in objection["clears"] if item["case"]):
                if (hint["case"], hint["command"]) == (task.case, task.command):
                    changed |= any(known.get(k) != v for k, v in hint["fields"].items())
                    known.update(hint["fields"])
                elif depth < 2:
                    changed |= self._do(self._remedy(hint), depth + 1)
            if objection["earliest"] and not objection["clears"]:
                self.at = objection["earliest"]["at"]
                changed = True
        return changed

    def _wait(self, document: Json) -> None:
        due = datetime.fromisoformat(document["next_due"]["at"])
        now = datetime.fromisoformat(document["now"]["at"])
        # a date that has come and is still ahead includes its own instant
        self.at = max(due, now + timedelta(seconds=1)).isoformat()

    def _next(self, number: str) -> Json:
        answer = self._type("next", number)
        assert answer.code == DONE, answer.document
        return answer.document

    def _form(self, command: str, whose: str) -> Json:
        answer = self.shell("form", command, "--workflow", whose)
        assert answer.code == DONE, answer.document
        return answer.document

    def _type(self, *words: str) -> Answer:
        return self.shell(*words, *(["--at", self.at] if self.at else []))

    def _pairs(self, form: Json, known: Json) -> list[str]:
        """Fill a form: what is known, then for what is required a file, an example, a default."""
        given = {name: value for name, value in known.items() if value not in (None, BLANK)}
        blank = {name for name, value in known.items() if value == BLANK}
        pairs = [self._pair(name, value) for name, value in given.items()]
        for item in form["fields"]:
            if item["name"] not in blank and (item["name"] in known or not item["required"]):
                continue
            if item["takes"].endswith("@path"):
                pairs.append(f"{item['name']}=@{self.paper}")
            else:
                pairs.append(self._pair(item["name"], item["examples"][0]))
        return pairs

    @staticmethod
    def _pair(name: str, value: Any) -> str:
        if isinstance(value, (dict, list)):
            return f"{name}:={json.dumps(value)}"
        if isinstance(value, bool):
            return f"{name}={'yes' if value else 'no'}"
        return f"{name}={value}"


# --- what should come of it --------------------------------------------------------------------

CAST = """
people add olga name='Olga Nilsen' email=olga@agency.example roles=officer
people add pat name='Pat Novak' email=pat@agency.example roles=approver
people add cleo name='Cleo Byrne' email=cleo@agency.example roles=custodian
people add eve name='Eve Marsh' email=eve@agency.example roles=evaluator
people add uma name='Uma Rao' email=uma@agency.example roles=evaluator
people add ian name='Ian Stone' email=ian@agency.example roles=evaluator
suppliers add zenith name='Zenith Seating' email=bids@zenith.example
members add fairview name='Fairview Schools' email=buy@fairview.example kind=school state=VA
"""

DOCUMENTED = {"number", "at", "name"}
"""Keys of every instant and every field in the documents; forms have fields called so, too."""

START = "2027-03-01T09:00"
SOLICITATION, AGREEMENT = "RFP-2027-001", "RFP-2027-001-A1"


def office(shell: Shell, jurisdiction: str) -> Bot:
    """Return a training workspace with its cast, and a bot that has never seen it."""
    agency = ["--training", "--agency", "Test County", "--jurisdiction", jurisdiction]
    zone = ["--zone", "America/New_York"] if jurisdiction == "neutral" else []
    made = run(["init", str(shell.folder), *agency, *zone, "--person", "root", "--at", START])
    assert made == DONE
    for line in CAST.strip().splitlines():
        answer = shell(*shlex.split(line))
        assert answer.code == DONE, answer.document
    paper = shell.folder / "paper.txt"
    paper.write_text("A paper, made by a bot.\n", encoding="utf-8")
    shell.typed.clear()
    return Bot(shell, paper)


JURISDICTIONS = (
    *("va-local", "az-state", "neutral", "fl-state", "nj-state", "ak-state", "dc", "ri-state"),
    "tx-school",
)


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(tmp_path / "office", capsys)


@pytest.mark.parametrize(
    "jurisdiction",
    [
        "va-local",
        "az-state",
        "neutral",
        "fl-state",
        "nj-state",
        "ak-state",
        "dc",
        "ri-state",
        "tx-school",
    ],
)
def test_a_bot_takes_a_need_to_a_published_agreement(shell: Shell, jurisdiction: str) -> None:
    bot = office(shell, jurisdiction)
    numbers = bot.carry("rfp")
    assert {words[0] for words in shell.typed} == {"new", "next", "form", "act"}
    states = {number: shell("show", number).document["state"] for number in numbers}
    assert states == {SOLICITATION: "awarded", AGREEMENT: "published"}, "\n".join(bot.log)
    checked = shell("verify")
    assert checked.code == DONE, checked.document
    rules = builders.profile(jurisdiction).rules
    for rule in determined(shell):
        assert resolve(rules, rule, "rfp").strength == "determination", rule


def determined(shell: Shell) -> set[str]:
    """Return the rules for which a determination was signed."""
    named: set[str] = set()
    for words in shell.typed:
        if words[0] == "act" and words[2] == "determine":
            named |= {word.removeprefix("rule=") for word in words if word.startswith("rule=")}
    return named


def test_a_bot_is_answered_alike_by_a_process_of_its_own(shell: Shell) -> None:
    office(shell, "va-local")
    process = Processes(shell.folder, shell.capsys)
    opened = process("new", "rfp", "title=Desks", "agency=Test County", "--as", "olga")
    assert opened.code == DONE, opened.document
    number = opened.document["number"]
    assert process("next", number) == shell("next", number)
    assert process("form", "publish", "--workflow", number) == shell(
        "form", "publish", "--workflow", number
    )
    request = ("act", number, "publish", "proposals_due=2027-04-01 14:00", "--yes", "--as", "olga")
    refused = process(*request)
    assert refused == shell(*request)
    assert refused.code == REFUSED
    assert refused.document["objections"]


def test_the_bot_knows_no_law() -> None:
    """Its words are those of the documents: none is a command, a state, a role or a field."""
    tree = ast.parse(inspect.getsource(Task) + inspect.getsource(Bot))
    words = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    definitions = FileDefinitions((shipped("workflows"),), "va-local", "neutral", "")
    known = {
        word for name in ("rfp", "agreement") for word in vocabulary(definitions.compiled(name))
    }
    assert len(known) > 50
    shared = words & known - DOCUMENTED
    assert not shared


def vocabulary(workflow: Workflow) -> Iterator[str]:
    """Every word by which a bot could know a workflow by heart."""
    yield workflow.name
    for move in workflow.moves:
        yield from {move.command, move.dest, *move.by} - {"case"}  # a key of the documents too
        yield from (item["name"] for item in forms.describe(workflow.book.forms[move.command]))

"""A command line to type at, in a workspace of its own, with nothing of this machine in it."""

import io
import json
import shlex
import shutil
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from solicitation_flow.cli import dispatch
from solicitation_flow.workspace import settings

Run = Callable[..., "Answer"]
Begin = Callable[[str], Path]
LOGIN = "mlogin"
NUMBER = "RFP-2026-001"
AGENCY = shlex.split(
    "--agency 'Prince William County' --jurisdiction va-local --person maria"
    " --name 'Maria Alvarez' --email maria@agency.example --at 2026-06-01T09:00"
)
DRAFTED = r"""
suppliers add acme name='Acme Furniture' email=bids@acme.example
suppliers add zenith name=Zenith email=bids@zenith.example
people add ben name=Ben email=ben@agency.example roles=evaluator,approver,custodian
people add chen name=Chen email=chen@agency.example roles=evaluator,approver,custodian
people add dora name=Dora email=dora@agency.example roles=evaluator,approver,custodian
new rfp title=Furniture agency=PWC
act RFP-2026-001 authorize reference='Resolution 7' dated=2026-05-01
act RFP-2026-001 describe scope='Desks and chairs' contact='Maria Alvarez, purchasing' \
    cooperative_wording='Other public bodies may buy from the agreement.' \
    own_need='4,000 desks and chairs in each of the next three years'
act RFP-2026-001 justify_method finding=not_advantageous reasons='Design counts as much as price.'
act RFP-2026-001 plan_evaluation criteria=quality:60,price:40
act RFP-2026-001 set_terms contract_type=fixed_price validity_days=120 receipt_place='Room 12' \
    opening_place='Room 14' deciding_clock='The clock in room 12' means=electronic_or_paper \
    acknowledgment='With the proposal' confidentiality='Mark each page' \
    responsibility='References and finances' samples='One chair' may_be_cancelled=yes term_months=36
act RFP-2026-001 name_committee voters=ben,chen,dora
act RFP-2026-001 sign_forms conflict=none confidentiality=yes --as ben
act RFP-2026-001 sign_forms conflict=none confidentiality=yes --as chen
act RFP-2026-001 sign_forms conflict=none confidentiality=yes --as dora
act RFP-2026-001 approve_to_solicit --as ben
"""
PUBLISHED = r"""
act RFP-2026-001 publish proposals_due='2026-06-26 14:00' questions_due='2026-06-15 16:00' \
--yes --at 2026-06-02T10:00
"""


@dataclass(frozen=True)
class Answer:
    """What one command line answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on stdout; or, where the command said no, the one on stderr."""
        return json.loads(self.out or self.err)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Three workspaces, each made once and copied for every test that begins there.

    `training` is new, on a Monday morning; in `drafted` a solicitation could be published; in
    `published` it has been, on Tuesday at ten, and is open until 26 June, 14:00.
    """
    root = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(io.StringIO()):
        patch.setattr(settings, "login", lambda: LOGIN)
        patch.setenv("XDG_CONFIG_HOME", str(root))
        typed(root / "training", "init", root / "training", "--training", *AGENCY)
        for earlier, later, story in (
            ("training", "drafted", DRAFTED),
            ("drafted", "published", PUBLISHED),
        ):
            shutil.copytree(root / earlier, root / later)
            for line in story.replace("\\\n", "").strip().splitlines():
                typed(root / later, *shlex.split(line))
    return {folder.name: folder for folder in root.iterdir()}


def typed(folder: Path, *words: str | Path) -> None:
    line = [str(word) for word in words]
    where = [] if line[0] == "init" else ["--workspace", str(folder)]
    assert dispatch.run([*line, *where]) == 0, line


@pytest.fixture(scope="session")
def cache_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the Tab key keeps the fields of forms: read once for all tests."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def nobody_at_home(tmp_path: Path, cache_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the user's own settings, colours, caches and login out of the tests."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache_home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr(settings, "login", lambda: LOGIN)


@pytest.fixture
def begin(made: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Begin:
    """Copy a workspace, and make it the current folder."""

    def copied(name: str) -> Path:
        folder = tmp_path / "here"
        shutil.copytree(made[name], folder)
        monkeypatch.chdir(folder)
        return folder

    return copied


@pytest.fixture
def training(begin: Begin) -> Path:
    """Return a new training workspace."""
    return begin("training")


@pytest.fixture
def solflow(capsys: pytest.CaptureFixture[str]) -> Run:
    """Type one command line."""

    def typed(*words: str | Path, code: int | None = 0) -> Answer:
        exit_code = dispatch.run([str(word) for word in words])
        out, err = capsys.readouterr()
        answer = Answer(exit_code, out, err)
        assert code is None or exit_code == code, answer
        return answer

    return typed


@pytest.fixture
def drafted(begin: Begin) -> str:
    """Return the number of a solicitation that could be published."""
    begin("drafted")
    return NUMBER


@pytest.fixture
def published(begin: Begin) -> str:
    """Return the number of one that is open for proposals."""
    begin("published")
    return NUMBER


@pytest.fixture
def here() -> Path:
    """Return the current folder: ask for it after the fixture that goes there."""
    return Path.cwd()

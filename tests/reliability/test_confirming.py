"""A machine's clock that jumped ahead is reported at the command line, and confirmed there."""

import json
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from solicitation_flow.clock import reading
from solicitation_flow.records.ledger import stamp
from solicitation_flow.timekeeping import SEEN
from solicitation_flow.workspace import Workspace, settings
from tests.reliability.crowd import typed


def founded(root: Path, *, training: bool = False) -> None:
    """Found an office, or a workspace to train in."""
    made = Workspace.create(
        root, agency="Test County", jurisdiction="va-local", training=training,
        person="maria", name="Maria", email="maria@agency.example",
    )  # fmt: skip
    made.close()


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an office whose machine was seen three hours earlier than its steady clock says."""
    root = tmp_path / "office"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("SOLFLOW_WORKSPACE", str(root))
    monkeypatch.setattr(settings, "login", lambda: "mlogin")
    founded(root)
    assert typed("tick")[0] == 0
    now = reading()
    seen = {"wall": stamp(now.wall - timedelta(hours=3)), "run": now.run}
    kept = seen | {"steady": str(now.steady // timedelta(microseconds=1))}
    with closing(Workspace(root).engine().environment.store) as store:
        store.settings({SEEN: json.dumps(kept)})
    return root


def test_nothing_is_recorded_and_everybody_is_told_why(office: Path) -> None:
    code, output = typed("tick")
    assert (code, "trouble: clock: the machine's clock reads" in output) == (1, True), output
    code, output = typed("new", "rfp", "title=Desks", "agency=Test County")
    assert (code, "solflow tick --confirm-clock" in output) == (1, True), output
    code, output = typed("new", "rfp", "title=Desks", "agency=Test County", "--json")
    assert json.loads(output)["code"] == "clock.jumped"
    code, output = typed("doctor")
    assert (code, "wrong  clock: the machine's clock reads" in output) == (7, True), output
    assert typed("list")[0] == 0


def test_once_confirmed_it_is_believed_and_who_said_so_is_kept(office: Path) -> None:
    assert typed("tick", "--confirm-clock")[0] == 0
    assert typed("new", "rfp", "title=Desks", "agency=Test County")[0] == 0
    with closing(Workspace(office).engine().environment.store) as store:
        [line] = [json.loads(access.text) for access in store.accesses()]
    assert (line["by"], line["did"], line["case"]) == ("maria", "confirmed", "")
    assert line["what"].startswith("the clock: ")
    assert typed("verify")[0] == 0
    code, output = typed("tick", "--confirm-clock")
    assert (code, "there is nothing to confirm" in output) == (2, True), output


def test_a_training_clock_cannot_jump_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "training"
    monkeypatch.setenv("SOLFLOW_WORKSPACE", str(root))
    monkeypatch.setattr(settings, "login", lambda: "mlogin")
    founded(root, training=True)
    code, output = typed("tick", "--confirm-clock")
    assert (code, "a training clock cannot jump" in output) == (2, True), output

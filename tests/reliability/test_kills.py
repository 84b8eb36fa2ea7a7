"""Killed anywhere in a move, the store holds the old case or the new one, and verifies."""

import os
from collections.abc import Iterable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from sqlite3 import Connection

import pytest

from solicitation_flow.records.ledger import Letter
from solicitation_flow.store import writing
from tests.reliability import kills
from tests.store_fixtures import opened

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no forks here")

POINTS_EACH = 4
"""Every point takes minutes: `scripts/torture --kills` does that."""


@pytest.fixture(scope="module")
def moves(tmp_path_factory: pytest.TempPathFactory) -> dict[str, kills.Act]:
    """Return the first move of each kind in a story from the need to the published agreement."""
    return {act.name: act for act in kills.acts(tmp_path_factory.mktemp("told"))}


def test_a_kill_in_any_move_leaves_the_old_case_or_the_new_one(
    moves: dict[str, kills.Act], tmp_path: Path
) -> None:
    assert len(moves) >= kills.LEAST_MOVES
    table = kills.sweep(moves.values(), tmp_path / "killed", POINTS_EACH)
    points, died = sum(row[1] for row in table), sum(row[2] for row in table)
    print(len(table), "moves,", points, "points,", died, "kills")  # noqa: T201 - as it was asked
    assert min(row[1] for row in table) >= kills.LEAST_POINTS
    assert died >= len(table) * 2


def test_a_move_that_is_two_transactions_is_found(
    moves: dict[str, kills.Act], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = writing._write_letters

    def early(db: Connection, letters: Iterable[Letter]) -> None:
        db.execute("COMMIT")
        db.execute("BEGIN IMMEDIATE")
        real(db, letters)

    monkeypatch.setattr(writing, "_write_letters", early)
    with pytest.raises(AssertionError, match="rfp publish, killed"):
        kills.sweep([moves["rfp publish"]], tmp_path / "killed", 30)


def test_a_daemon_killed_in_its_round_has_every_letter_sent_once_by_the_next(
    moves: dict[str, kills.Act], tmp_path: Path
) -> None:
    closing_act = moves["clock close_questions"]
    late = kills.rings(closing_act, "ring", closing_act.at + timedelta(days=30))
    folder = tmp_path / "killed"
    whole = kills.course(late, folder)
    mailed = sorted(path.name for path in (folder / "outbox").iterdir())
    for count in kills.spread(whole.points, 12):
        kills.survives(late, whole, folder, count)
        assert sorted(path.name for path in (folder / "outbox").glob("*.eml")) == mailed
        with closing(opened(folder / "solflow.db")) as store:
            letters = store.outbox()
            commands = [entry.command for entry in store.journal("RFP-2017-001")]
        assert {letter.status for letter in letters} == {"sent"}
        assert len(letters) == len(mailed)
        assert commands.count("close_questions") == commands.count("close_receipt") == 1

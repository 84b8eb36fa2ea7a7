"""A workspace on disk to be tampered with: one solicitation run to its end, another half way."""

import atexit
import shutil
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from solicitation_flow import post
from solicitation_flow.casefile import Actor
from solicitation_flow.documents import Documents
from solicitation_flow.engine import Accepted, Engine, Request
from solicitation_flow.post import MemoryPost
from solicitation_flow.simulation.story import read
from solicitation_flow.simulation.story_runner import StoryRunner
from solicitation_flow.verify import Finding, verify
from solicitation_flow.workdays import instant
from tests.engine_fixtures import ROOT, teller
from tests.store_fixtures import fresh_db, opened

MARIA = Actor("maria", frozenset({"officer"}))
OPEN = "RFP-2017-002"
STORY = ROOT / "tests" / "workflows" / "furniture.story"


@dataclass(frozen=True)
class House:
    """The bytes of a database, its documents, and where copies may be made."""

    database: bytes
    library: Documents
    folder: Path

    def verified(self, *statements: tuple[str, tuple[Any, ...]], **asked: Any) -> list[Finding]:
        """Return what verification finds after a change behind the program's back."""
        path = self.folder / "tampered.db"
        for old in self.folder.glob("tampered.db*"):
            old.unlink()
        path.write_bytes(self.database)
        connection = sqlite3.connect(path)
        for statement, values in statements:
            assert connection.execute(statement, values).rowcount > 0, statement
        connection.commit()
        connection.close()
        store = opened(path)
        try:
            return verify(store, self.library, **asked)
        finally:
            store.close()

    def rows(self, table: str) -> list[dict[str, Any]]:
        """Return the rows of a table as they were before anybody tampered."""
        path = self.folder / "read.db"
        path.write_bytes(self.database)
        connection = sqlite3.connect(path)
        connection.row_factory = sqlite3.Row
        every = f"SELECT * FROM {table}"  # noqa: S608 - names of ours
        rows = [dict(row) for row in connection.execute(every)]
        connection.close()
        return rows


@cache
def house() -> House:
    """Build the workspace once a process; its triggers are dropped, as a tamperer would."""
    folder = Path(mkdtemp(prefix="solflow-verify-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = fresh_db(folder)
    store = opened(path)
    runner = teller(read(STORY), store, folder / "documents", thin=True)
    assert [happened.diverges for happened in runner.tell() if happened.diverges] == []
    _half_way(runner)
    post.send(store, MemoryPost(), runner.clock.now())
    _later(runner, "2017-10-30 20:00")
    assert runner.engine.settle().troubles == []
    store.settings({"clock": "2017-10-31T00:00:00.000000Z"})
    store.close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = DELETE")
    triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    for (name,) in triggers.fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.commit()
    connection.close()
    return House(path.read_bytes(), Documents(folder / "documents"), folder)


def _later(runner: StoryRunner, wall: str) -> None:
    runner.clock.set(instant(datetime.fromisoformat(wall), runner.zone))


def _half_way(runner: StoryRunner) -> None:
    """Leave a second solicitation half way: published, amended, reminded of, and waiting."""
    engine = runner.engine
    _do(engine, MARIA, "open_solicitation", workflow="rfp", title="Chairs", agency="Test County")
    _do(engine, MARIA, "authorize", reference="Resolution 2", dated="2017-09-01")
    wording = "Other public bodies may buy from this agreement too"
    _do(engine, MARIA, "describe", cooperative_wording=wording, contact="Maria")
    _do(engine, MARIA, "plan_evaluation", criteria="quality:60,price:40", total="100")
    _do(engine, MARIA, "name_committee", voters="eve,ben,chen")
    dates = {"proposals_due": "2017-10-27 14:00", "questions_due": "2017-10-20 16:00"}
    _do(engine, MARIA, "publish", boundary="before", **dates)
    acme = Actor("acme", frozenset({"supplier"}), acts_for="acme")
    _do(engine, acme, "ask", text="May we bid by lot?")
    _do(engine, MARIA, "answer", question=1, text="Yes.")
    _do(engine, MARIA, "amend", summary="Lots are welcome", proposals_due="2017-11-01 14:00")
    _later(runner, "2017-10-24 09:00")
    _do(engine, acme, "acknowledge", amendment=1)


def _do(engine: Engine, actor: Actor, command: str, workflow: str = "", **words: Any) -> None:
    case = "" if workflow else OPEN
    done = engine.perform(Request(command, words, case=case, workflow=workflow), actor)
    assert isinstance(done, Accepted), done

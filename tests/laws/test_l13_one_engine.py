"""L13: one engine; the same seed and story give the same journal, byte for byte."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from solicitation_flow.engine import Engine
from solicitation_flow.guards import plain
from solicitation_flow.records import digest
from solicitation_flow.simulation.story import parse
from solicitation_flow.store import Store, schema
from solicitation_flow.store.sqlite import SqliteStore
from tests.engine_fixtures import ROOT, told
from tests.engine_fixtures import teller as tells
from tests.laws.prepared import DRAFTED, INTENDED, told_to
from tests.store_fixtures import fresh_db, opened

STORY = ROOT / "workflows" / "scenarios" / "r-tc-18004.story"

PRINTED = f"""
from pathlib import Path
from tests.engine_fixtures import told
from tests.laws.test_l13_one_engine import journals
print(journals(told(Path({str(STORY)!r}))[0].engine.environment.store))
"""


def journals(store: Store) -> str:
    """Return one digest over every journal and letter of a store."""
    texts = [entry.text for header in store.find() for entry in store.journal(header.number)]
    return digest("\n".join([*texts, *(letter.message for letter in store.outbox())]))


def test_l13_memory_and_sqlite_hold_the_same_bytes(tmp_path: Path) -> None:
    schema.upgrade(tmp_path / "solflow.db")
    on_disk = SqliteStore(tmp_path / "solflow.db", synchronous="OFF")
    told(STORY, on_disk)
    in_memory, _ = told(STORY)
    assert journals(on_disk) == journals(in_memory.engine.environment.store)


def test_l13_time_zone_locale_and_hash_seed_of_the_machine_do_not_matter() -> None:
    answers = set()
    for zone, locale, seed in (
        ("Pacific/Auckland", "C", "1"),
        ("America/Phoenix", "C.UTF-8", "77"),
    ):
        env = {
            **os.environ,
            "TZ": zone,
            "LC_ALL": locale,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": str(ROOT),
        }
        ran = subprocess.run(
            [sys.executable, "-c", PRINTED],
            env=env,
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
        )
        answers.add(ran.stdout.strip())
    assert len(answers) == 1


def test_l13_memory_and_sqlite_answer_every_question_alike(tmp_path: Path) -> None:
    on_disk, in_memory = opened(fresh_db(tmp_path)), told_to(INTENDED).engine.environment.store
    told_to(INTENDED, on_disk)
    numbers = [header.number for header in in_memory.find()]
    assert [header.number for header in on_disk.find()] == numbers
    for number in numbers:
        assert on_disk.load(number) == in_memory.load(number)
        assert on_disk.reminders(case=number) == in_memory.reminders(case=number)
        assert on_disk.duties(case=number) == in_memory.duties(case=number)
        assert on_disk.settled_reminders(number) == in_memory.settled_reminders(number)
    assert on_disk.deadlines() == in_memory.deadlines()
    assert on_disk.outbox() == in_memory.outbox()
    assert on_disk.accesses() == in_memory.accesses()
    on_disk.close()


REFUSED = """
2026-01-05 09:50  maria  publish proposals_due="2026-01-06 14:00"  !! days are required
"""


def test_l13_training_decides_and_records_what_the_office_does() -> None:
    text = DRAFTED + REFUSED + INTENDED.removeprefix(DRAFTED)
    office = told_to(text).engine.environment.store
    trainer = tells(parse(text, "test"), thin=True)
    trainer.engine = Engine(replace(trainer.engine.environment, training=True))
    assert not [happened.diverges for happened in trainer.tell() if happened.diverges]
    for header in office.find():
        one, other = (
            office.load(header.number),
            trainer.engine.environment.store.load(header.number),
        )
        assert one is not None
        assert other is not None
        assert (one.facts, one.deadlines) == (other.facts, other.deadlines)
        assert (one.header.state, one.header.count) == (other.header.state, other.header.count)


def test_l13_facts_without_an_order_of_their_own_are_put_in_one() -> None:
    names = {f"evaluator-{number:02}" for number in range(50)}
    assert plain({"voters": names}) == {"voters": sorted(names)}

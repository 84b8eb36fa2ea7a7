"""L13: one engine; the same seed and story give the same journal, byte for byte."""

import os
import subprocess
import sys
from pathlib import Path

from solicitation_flow.records import digest
from solicitation_flow.store import Store, schema
from solicitation_flow.store.sqlite import SqliteStore
from tests.enginehouse import ROOT, told

STORY = ROOT / "workflows" / "scenarios" / "r-tc-18004.story"

PRINTED = f"""
from pathlib import Path
from tests.enginehouse import told
from tests.laws.test_l13_one_engine import journals
print(journals(told(Path({str(STORY)!r}))[0].engine.rooms.store))
"""


def journals(store: Store) -> str:
    """Answers one digest over every journal and letter of a store."""
    texts = [entry.text for header in store.find() for entry in store.journal(header.number)]
    return digest("\n".join([*texts, *(letter.message for letter in store.outbox())]))


def test_l13_memory_and_sqlite_hold_the_same_bytes(tmp_path: Path) -> None:
    schema.upgrade(tmp_path / "solflow.db")
    on_disk = SqliteStore(tmp_path / "solflow.db", synchronous="OFF")
    told(STORY, on_disk)
    in_memory, _ = told(STORY)
    assert journals(on_disk) == journals(in_memory.engine.rooms.store)


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

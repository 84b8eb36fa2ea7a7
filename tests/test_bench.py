"""The benchmark runs, and says what it could not measure; how fast anything is, no test asserts."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from scripts.bench import BENCHES, PROFILES
from scripts.benchmarks.measuring import Budget, Cost, Race, judged, missing, race
from scripts.benchmarks.profiling import PATHS
from scripts.benchmarks.stand import signing

ROOT = Path(__file__).resolve().parents[1]
BENCH = [sys.executable, str(ROOT / "scripts" / "bench.py")]


def bench(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*BENCH, *words], check=False, capture_output=True, text=True)


@pytest.fixture(scope="module")
def quick() -> dict[str, Any]:
    completed = bench("--quick", "--json", "--only", "smallest", "--only", "sweep")
    assert completed.returncode == 0, completed.stdout + completed.stderr
    document: dict[str, Any] = json.loads(completed.stdout)
    return document


def test_every_row_has_its_ratio_its_budget_and_a_verdict(quick: dict[str, Any]) -> None:
    assert [row["bench"] for row in quick["rows"]] == ["smallest", "smallest", "sweep"]
    for row in quick["rows"]:
        assert row["value"] > 0
        assert row["low"] <= row["value"] <= row["high"]
        assert row["floor"] >= row["goal"]
        assert row["verdict"] in {"holds", "misses"}


def test_a_quick_run_says_that_it_is_one(quick: dict[str, Any]) -> None:
    assert quick["quick"] is True


def test_a_measurement_nobody_knows_is_a_wrong_word() -> None:
    completed = bench("--only", "warp")
    assert completed.returncode == 2
    assert "smallest" in completed.stderr


def test_the_page_tells_of_every_measurement() -> None:
    page = (ROOT / "docs" / "PERFORMANCE.md").read_text(encoding="utf-8")
    named = {line.split("|")[1].strip() for line in page.splitlines() if line.startswith("| ")}
    assert set(BENCHES) <= named


def test_every_path_that_may_be_asked_for_can_be_profiled() -> None:
    assert set(PROFILES) == set(PATHS)
    completed = bench("--profile", "smallest", "--quick")
    assert completed.returncode == 0, completed.stdout + completed.stderr
    assert "decide" in completed.stdout


def test_each_turn_of_the_smallest_move_changes_a_record() -> None:
    first, second = signing("B-1"), signing("B-1")
    assert first.words != second.words


BUDGET = Budget("a move", "a commit", floor=8, goal=2.5)


def run(*ours: float) -> Race:
    return Race(tuple(Cost(our, our) for our in ours), tuple(Cost(1, 1) for _ in ours))


def test_the_floor_judges_the_median_of_the_rounds() -> None:
    assert judged("b", BUDGET, run(1, 7, 90), "cpu").verdict == "holds"
    assert judged("b", BUDGET, run(1, 9, 10), "cpu").verdict == "misses"


def test_what_is_absent_is_a_row_without_a_number() -> None:
    row = missing("b", BUDGET, "no environment for peers")
    assert (row.verdict, row.value, row.note) == ("absent", None, "no environment for peers")


def test_both_runners_warm_up_and_take_turns_at_going_first() -> None:
    order: list[str] = []

    def runner(name: str) -> Cost:
        order.append(name)
        return Cost(1, 1)

    done = race(lambda: runner("ours"), lambda: runner("base"), rounds=2)
    assert order == ["base", "ours", "ours", "base", "base", "ours"]
    assert len(done.ours) == len(done.base) == 2

"""Threads that share definitions, laws, letters or an engine get what each would get alone.

What is shared, and why that is safe: values remembered by `lru_cache` and `cache` are frozen, and
at worst are made twice; an engine's kept cases are replaced whole, and a commit checks that its
case has not moved; a store in a database takes one command at a time; a store in memory, and the
clock of a command, belong to one session.
"""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from scripts.benchmarks.stand import APPROVER, OFFICER, Stand, signing
from solicitation_flow.engine import Accepted, Engine, Request
from solicitation_flow.engine import loading as engine_loading
from solicitation_flow.jurisdiction import Law
from solicitation_flow.simulation import seeds
from solicitation_flow.verify import verify
from tests.store_fixtures import fresh_db, opened

THREADS = 4


@pytest.fixture(autouse=True)
def changing_often() -> Iterator[None]:
    """Let threads take turns a hundred times as often as usual."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(before / 100)
    yield
    sys.setswitchinterval(before)


def forget() -> None:
    """Forget what was read before, so that threads read it at the same time."""
    seeds.definitions.cache_clear()
    seeds._letters.cache_clear()
    for remembered in vars(engine_loading).values():
        if hasattr(remembered, "cache_clear"):
            remembered.cache_clear()


def test_lives_played_at_once_come_out_as_they_do_one_after_the_other() -> None:
    numbers = range(8)
    alone = [seeds.play(number).digest for number in numbers]
    forget()
    barrier = Barrier(THREADS)

    def play(number: int) -> str:
        if number < THREADS:
            barrier.wait()
        return seeds.play(number).digest

    with ThreadPoolExecutor(THREADS) as pool:
        assert list(pool.map(play, numbers)) == alone


def test_threads_that_share_an_engine_do_not_mix_up_their_cases(tmp_path: Path) -> None:
    (tmp_path / "stand").mkdir()
    stand = Stand.at(tmp_path / "stand", quick=True)
    store = opened(fresh_db(tmp_path))
    engine = stand.engine(store)
    moves = 15

    # two that open a case at one instant may be given the same number, and one hears of a conflict
    numbers = [open_case(engine, key) for key in ("acme", "zenith", "north", "south")]

    def work(number: str) -> list[int]:
        for _ in range(moves):
            assert isinstance(engine.perform(signing(number), APPROVER), Accepted)
            assert engine.view(number).loaded.header.number == number
        return [entry.number for entry in store.journal(number)]

    with ThreadPoolExecutor(THREADS) as pool:
        journals = list(pool.map(work, numbers))
    assert journals == [list(range(1, moves + 2))] * THREADS
    assert verify(store, engine.environment.library) == []
    store.close()


def open_case(engine: Engine, key: str) -> str:
    words = {"key": key, "name": key.title(), "email": f"bids@{key}.example"}
    answer = engine.perform(Request("open_supplier", words, workflow="smallest"), OFFICER)
    assert isinstance(answer, Accepted), answer
    return answer.number


def test_threads_are_given_the_same_law_of_a_procedure() -> None:
    jurisdiction = engine_loading.read_jurisdiction(
        seeds.definitions("neutral").profile(seeds.START).body
    )
    procedures = [f"procedure-{number}" for number in range(200)]
    barrier = Barrier(THREADS)

    def ask(_: int) -> list[Law]:
        barrier.wait()
        return [jurisdiction.law_for(procedure) for procedure in procedures]

    with ThreadPoolExecutor(THREADS) as pool:
        first, *others = pool.map(ask, range(THREADS))
    for laws in others:
        assert all(one is other for one, other in zip(first, laws, strict=True))

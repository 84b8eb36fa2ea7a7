"""A URL chooses the store; the rest of the program never learns which one it is."""

from contextlib import closing
from pathlib import Path

import pytest

from solicitation_flow.errors import Usage
from solicitation_flow.store import opening
from tests.ledgers import opening as opening_plan
from tests.store_fixtures import RFP


def test_a_file_is_made_and_opened_by_its_url(tmp_path: Path) -> None:
    url = opening.sqlite_url(tmp_path / "a café's file.db")
    assert opening.store_schema(url)[0] is None
    before, after = opening.upgrade_store(url)
    assert before is None
    assert opening.store_schema(url) == (after, after)
    with closing(opening.open_store(url)) as store:
        store.commit(opening_plan(RFP))
        assert not store.read_only
    with closing(opening.open_store(url, durable=False)) as again:
        assert [header.number for header in again.find()] == [RFP]


def test_memory_is_empty_each_time() -> None:
    for _ in range(2):
        store = opening.open_store(opening.MEMORY)
        assert store.find() == []
        store.commit(opening_plan(RFP))
    before, after = opening.upgrade_store(opening.MEMORY)
    assert before == after
    assert opening.store_schema(opening.MEMORY) == (after, after)
    assert opening.database_file(opening.MEMORY) is None


@pytest.mark.parametrize("url", ["postgresql://db/solflow", "postgres://db", "postgresql+x://"])
def test_postgresql_is_refused_with_what_will_bring_it(url: str) -> None:
    with pytest.raises(Usage, match="not part of this version") as caught:
        opening.open_store(url)
    assert "solicitation-flow[postgres]" in str(caught.value.hint)


@pytest.mark.parametrize("url", ["mysql://db/x", "solflow.db", "sqlite:///", ""])
def test_another_url_is_refused_with_an_example(url: str) -> None:
    with pytest.raises(Usage, match="names no database"):
        opening.database_file(url)

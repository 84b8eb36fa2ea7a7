"""One empty store of each kind."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from solicitation_flow.store import Store
from tests.store_fixtures import STORES


@pytest.fixture(params=list(STORES))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    empty = STORES[request.param](tmp_path)
    yield empty
    empty.close()

"""A training workspace to throw rubbish at, and a folder to stand in."""

import shutil
from collections.abc import Iterator

import pytest

from solicitation_flow.workspace import settings
from tests.cli.conftest import LOGIN
from tests.rubbish.house import Place, prepared


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Return a workspace with a solicitation that is open and one that is being written."""
    root = tmp_path_factory.mktemp("rubbish")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "login", lambda: LOGIN)
        patch.setenv("XDG_CONFIG_HOME", str(root / "config"))
        patch.setenv("NO_COLOR", "1")
        prepared(root / "made")
        shutil.copytree(root / "made", root / "here")
        patch.chdir(root / "here")
        made = Place(root / "made", root / "here")
        yield made
        made.leave()

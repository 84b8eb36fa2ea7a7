"""Tests that docs/JURISDICTIONS.md is true: its files are written, its commands run and compared.

`SOLFLOW_GOLDEN=write` writes what happens into the page.
"""

import os
import re
from pathlib import Path

import pytest

from solicitation_flow.jurisdiction.conditions import Condition
from solicitation_flow.jurisdiction.figures import FIGURES
from solicitation_flow.workspace import settings
from tests.test_journey import ROOT, Shell, steady, typed

PAGE = ROOT / "docs" / "JURISDICTIONS.md"
BLOCK = re.compile(
    r"^```(?P<kind>\w+)(?: (?P<about>\S+))?\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE
)
SHIFTING = re.compile(
    r"(?<=own-design.yaml:)\d+|(?<=us-federal.yaml:)\d+|(?<=va.yaml:)\d+"
    r"|(?<=sound \()\d+(?= rules)"
)
"""Lines of shipped files, and how many rules there are: both change with every new rule."""


def followed(page: str, home: Path) -> str:
    """Return the page with what its commands show when they are typed in order."""
    shell = Shell(home)

    def follow(block: re.Match[str]) -> str:
        if block["kind"] == "yaml":
            (shell.here / block["about"]).write_text(block["text"], encoding="utf-8")
            return block[0]
        assert block["kind"] == "console", f"nobody follows {block['kind']}"
        lines = ""
        for line in typed(block["text"]):
            shown = steady(shell(line.removeprefix("$ ")), home)
            lines += f"{line}\n" + SHIFTING.sub("…", shown.replace(str(ROOT), ""))
        return f"```console\n{lines}```"

    return BLOCK.sub(follow, page)


def test_what_the_page_shows_is_what_happens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in settings.KNOWN:
        monkeypatch.delenv(f"SOLFLOW_{variable.upper().replace('.', '_')}", raising=False)
    monkeypatch.delenv("SOLFLOW_WORKSPACE", raising=False)
    page = PAGE.read_text(encoding="utf-8")
    happened = followed(page, tmp_path)
    if os.environ.get("SOLFLOW_GOLDEN") == "write":
        PAGE.write_text(happened, encoding="utf-8")
    assert happened == page
    # the walkthrough is about the notice the county's ordinance asks for
    why = (tmp_path / "office" / "why.txt").read_text(encoding="utf-8")
    assert "21 calendar days are required" in why
    assert "Brook County Code 5-12 (edition 2026; text read)" in why


def test_the_page_names_every_key_of_a_rule_and_every_condition() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for key in (*FIGURES, *Condition.model_fields):
        assert re.search(rf"`[^`]*\b{key}\b[^`]*`", page), key

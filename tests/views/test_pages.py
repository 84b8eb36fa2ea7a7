"""Every view can be shown by a program that is not the command line."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.engine_fixtures import ROOT

VIEWS = ROOT / "solicitation_flow" / "views"
PARTS = {
    "registers.doubled",  # a warning below a result, where two entries look like one
    # parts of a document, shown within another: each is called by a view that is shown
    "available_commands.destinations",
    "available_commands.heading",
    "available_commands.optional",
    "available_commands.ready_for",
    "available_commands.to_give",
    "cases.row",
    "jurisdiction.origins",
    "refusal.blanks",
    "refusal.lines_of",
    "refusal.objection",
    "refusal.objections",
    "refusal.remedy",
    "refusal.source",
    "reports.flaw",
    "schemas.of_jurisdiction",
    "schemas.of_program",
    "schemas.of_workflow",
    "diagrams.dot",
    "diagrams.mermaid",
    "diagrams.svg",
}
BUILT_OF = {"json_fields", "viewer"}
"""Modules of which views are made."""

SCRIPT = """
import sys
from pathlib import Path
from tests.views.pages import write

missing = write(Path(sys.argv[1]))
unwanted = {"click", "rich", "solicitation_flow.cli", "solicitation_flow.daemon"}
missing += [f"{name} was imported" for name in sorted(unwanted & set(sys.modules))]
print(*missing, sep="\\n")
"""


def test_every_leaf_of_every_view_is_shown_without_the_command_line(tmp_path: Path) -> None:
    command = [sys.executable, "-c", SCRIPT, str(tmp_path)]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert shown.returncode == 0, shown.stderr
    assert not shown.stdout.strip(), shown.stdout
    pages = {path.name.removesuffix(".html") for path in tmp_path.glob("*.html")}
    assert pages == set(views()) - PARTS, "show the new view in tests/views/pages.py"
    for path in tmp_path.glob("*.html"):
        assert "solflow " not in path.read_text(encoding="utf-8"), f"{path.name} names a command"


def test_every_part_of_a_view_is_used_by_one() -> None:
    assert set(views()) >= PARTS


def views() -> Iterator[str]:
    """Return every public function of the views, by its module and name."""
    for path in sorted(VIEWS.glob("*.py")):
        if path.stem in BUILT_OF:
            continue
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                yield f"{path.stem}.{node.name}"

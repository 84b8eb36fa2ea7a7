"""What the rules say of real, published schedules, each entered into the real engine as printed.

    scripts/cases                 prints the page; the cases are those of ../shared/data/cases
    scripts/cases FOLDER          those of another folder
    scripts/cases --write         refreshes the page between the markers in docs/CASES.md
    scripts/cases --check         fails, and says where, if the two differ

How to read the answers: docs/CASES.md.
"""

import argparse
import difflib
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # so that `solicitation_flow` is this clone's, however it is run

from scripts.realcases.entering import enter_all  # noqa: E402  # found only with the line above
from scripts.realcases.page import BEGIN, END, page  # noqa: E402
from scripts.realcases.published import published  # noqa: E402
from solicitation_flow.errors import SolflowError, Trouble  # noqa: E402

SHARED = ROOT.parent / "shared" / "data" / "cases"
PAGE = ROOT / "docs" / "CASES.md"


def drawn(folder: Path) -> str:
    """Return everything that stands between the markers."""
    cases, without = published(folder)
    return page(enter_all(cases), without)


def placed(text: str, new: str) -> str:
    """Return a page with what stands between its markers replaced."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise Trouble(f"{PAGE.name} has lost its markers {BEGIN} and {END}")
    return before + new + after


def main(words: Sequence[str] | None = None) -> int:
    """Print, write or check the page; return 1 if it differs or there are no cases."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=SHARED, help="where the cases are")
    does = parser.add_mutually_exclusive_group()
    does.add_argument("--write", action="store_true", help="refresh docs/CASES.md")
    does.add_argument("--check", action="store_true", help="compare with docs/CASES.md")
    asked = parser.parse_args(words)
    if not asked.folder.is_dir():
        sys.stderr.write(f"There is no folder {asked.folder}. Name one: scripts/cases FOLDER\n")
        return 1
    try:
        return _done(drawn(asked.folder), write=asked.write, check=asked.check)
    except SolflowError as error:
        sys.stderr.write(f"{error}\n")
        return 1


def _done(new: str, *, write: bool, check: bool) -> int:
    """Print what was drawn, write it to the page, or say where the page differs."""
    if not (write or check):
        print(new)
        return 0
    text = PAGE.read_text(encoding="utf-8")
    wanted = placed(text, new)
    if write:
        PAGE.write_text(wanted, encoding="utf-8")
        return 0
    lines = difflib.unified_diff(
        text.splitlines(), wanted.splitlines(), "as it is", "as it should be", n=0
    )
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return int(text != wanted)


if __name__ == "__main__":
    sys.exit(main())

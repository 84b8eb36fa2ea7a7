"""Every notice with the least a case can hold and with the most, one module a phase.

`python -m tests.letterbook [PHASE...]` writes the approved pages in `tests/golden` anew, of the
phases named or of all: read what changed.
"""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Final

from solicitation_flow.notices import webpage
from tests.letters import GOLDEN, Occasion, page

PHASES: Final = (
    *("preparation", "issuance", "amendments", "responses", "evaluation"),
    *("negotiation", "award", "protests", "agreements", "participation"),
)

Book = dict[str, Callable[[], Occasion]]
SIZES: dict[str, Book] = {"min": {}, "max": {}}
"""What every phase's module holds in LEAST and in MOST."""

for _phase in PHASES:
    _module = import_module(f"{__name__}.{_phase}")
    SIZES["min"] |= _module.LEAST
    SIZES["max"] |= _module.MOST


def pages(phases: Iterable[str] = PHASES) -> dict[str, str]:
    """Return every approved page there should be, by its path below `tests/golden`."""
    wanted = {
        (notice, size): occasion
        for size, book in SIZES.items()
        for notice, occasion in book.items()
        if notice.partition("/")[0] in phases
    }
    made: dict[str, str] = {}
    for (notice, size), occasion in wanted.items():
        letter = occasion().letter(notice)
        made[f"{notice}.{size}.txt"] = page(letter)
        if size == "max":
            made[f"{notice}.{size}.html"] = webpage.page(letter)
    return made


def write_pages(phases: Iterable[str] = PHASES) -> None:
    """Write the approved pages of some phases anew, and removes those of letters gone."""
    written = pages(phases)
    for phase in phases:
        for old in (GOLDEN / phase).glob("*.*"):
            old.unlink()
    for name, page_text in written.items():
        path = GOLDEN / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page_text, encoding="utf-8")

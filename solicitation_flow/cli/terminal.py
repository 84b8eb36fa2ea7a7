"""Lines in colours on a terminal, and the same lines plain elsewhere."""

import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator

from solicitation_flow.cli.session import Session
from solicitation_flow.views.viewer import Paragraph

WIDTH = 98
NARROWEST = 30

Line = tuple[tuple[str, str], ...]
"""Pieces of a line, each with the style a terminal draws it in."""

Write = Callable[[Line], None]


def plain(drawn: Line) -> str:
    """Return a line without its styles."""
    return "".join(text for text, _ in drawn).rstrip()


def writer(session: Session) -> Write:
    """Return what writes a line: in colours on a terminal, as it is elsewhere."""
    if not sys.stdout.isatty():
        return lambda drawn: session.say(plain(drawn))
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    return lambda drawn: console.print(Text.assemble(*drawn))


def width() -> int:
    """Return how wide to write: as wide as is easily read, or as the terminal is."""
    return min(WIDTH, shutil.get_terminal_size().columns) if sys.stdout.isatty() else WIDTH


def line(text: str = "", style: str = "") -> Line:
    """Return a line of one piece."""
    return ((text, style),)


def wrapped(text: str, indent: int, style: str = "", first: str = "") -> Iterator[Line]:
    """Break a sentence under its own beginning; `first` stands before its first line."""
    room = max(width() - indent - len(first), NARROWEST)
    for place, part in enumerate(textwrap.wrap(text, room, break_on_hyphens=False) or [""]):
        lead = first if place == 0 else " " * len(first)
        yield ((" " * indent + lead, "dim"), (part, style))


def write(session: Session, paragraphs: Iterable[Paragraph]) -> None:
    """Write paragraphs, none wider than the screen they are for."""
    write_line = writer(session)
    for paragraph in paragraphs:
        for drawn in wrapped(*paragraph):
            write_line(drawn)

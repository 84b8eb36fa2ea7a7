"""Lines in colours on a terminal, and the same lines plain elsewhere."""

import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    # a page of help is written without the engine
    from solicitation_flow.views.viewer import Paragraph

WIDTH = 98
NARROWEST = 30

Line = tuple[tuple[str, str], ...]
"""Pieces of a line, each with the style a terminal draws it in."""

Write = Callable[[Line], None]


def plain(drawn: Line) -> str:
    """Return a line without its styles."""
    return "".join(text for text, _ in drawn).rstrip()


def writer() -> Write:
    """Return what writes a line: in colours on a terminal, as it is elsewhere."""
    if not sys.stdout.isatty():
        return lambda drawn: click.echo(plain(drawn))
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    return lambda drawn: console.print(Text.assemble(*drawn))


def width() -> int:
    """Return how many columns to write: what is easily read, or what the terminal has."""
    if not sys.stdout.isatty():
        return WIDTH
    return min(WIDTH, shutil.get_terminal_size().columns)


def line(text: str = "", style: str = "") -> Line:
    """Return a line of one piece."""
    return ((text, style),)


def wrapped(text: str, indent: int, style: str = "", first: str = "") -> Iterator[Line]:
    """Break a sentence under its own beginning; `first` stands before its first line."""
    columns = max(width() - indent - len(first), NARROWEST)
    lead = first
    for part in textwrap.wrap(text, columns, break_on_hyphens=False) or [""]:
        yield ((" " * indent + lead, "dim"), (part, style))
        lead = " " * len(first)


def write(paragraphs: "Iterable[Paragraph]") -> None:
    """Write paragraphs, none wider than the screen they are for."""
    write_line = writer()
    for paragraph in paragraphs:
        for drawn in wrapped(*paragraph):
            write_line(drawn)


def print_table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table on a terminal."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for position, header in enumerate(headers):
        # the first column holds case numbers: on a narrow screen the others are folded instead
        table.add_column(header, overflow="fold", no_wrap=position == 0)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console(highlight=False).print(table)

"""Reads the entries of a register from a CSV file, every bad cell with its line."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from solicitation_flow import forms
from solicitation_flow.errors import BadFields, Flaw, InvalidFile
from solicitation_flow.yamlfile import did_you_mean

if TYPE_CHECKING:
    from solicitation_flow.forms import Form

MOST_BYTES, MOST_ROWS = 5_000_000, 10_000
_SEPARATOR_LINE = re.compile(r"sep=([,;\t|])\r?\n")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the file: the line it begins on, and its cells by field."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A CSV file as rows; `columns` gives the position of each field.

    `flaws` are those of lines that could not be read as rows.
    """

    file: str
    columns: dict[str, int]
    rows: list[Row]
    flaws: list[Flaw]

    def flaw(self, line: int, field: str, message: str, hint: str | None = None) -> Flaw:
        """Return what is wrong with a field of a row; the column counts cells."""
        if field:
            message = f"{field}: {message}"
        return Flaw(self.file, line, self.columns.get(field, 1), message, hint)

    def check(self, command: str, form: "type[Form]", taken: set[str]) -> list[Flaw]:
        """Return every flaw of the file; `taken` are the keys that are in the register already."""
        return [*self.flaws, *_bad_rows(self, command, form), *_repeated_keys(self, taken)]


def read(raw: bytes, file: str, form: "type[Form]") -> Sheet:
    """Return the rows of a CSV file whose first line names the fields, or raise InvalidFile."""
    if len(raw) > MOST_BYTES:
        raise InvalidFile([Flaw(file, 1, 1, f"the file is larger than {MOST_BYTES:,} bytes")])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        flaw = Flaw(file, line, 1, "this is not UTF-8", "save it as CSV in UTF-8")
        raise InvalidFile([flaw]) from None
    flaws: list[Flaw] = []
    lines = list(_lines(text, file, flaws))
    if not lines:
        raise InvalidFile(flaws or [Flaw(file, 1, 1, "the file is empty", _header_hint(form))])
    first, header = lines[0]
    names = [name.strip().lower().replace(" ", "_") for name in header]
    wrong = list(_bad_header(names, file, first, form))
    if len(lines) > MOST_ROWS:
        wrong.append(Flaw(file, 1, 1, f"the file has more than {MOST_ROWS:,} rows"))
    if not lines[1:] and not flaws:
        wrong.append(Flaw(file, 1, 1, "the file has no rows below its first line"))
    if wrong:
        raise InvalidFile([*wrong, *flaws])
    rows: list[Row] = []
    for line, cells in lines[1:]:
        if len(cells) == len(names):
            rows.append(_row(line, names, cells))
        else:
            message = f"has {len(cells)} cells, the first line {len(names)}"
            flaws.append(
                Flaw(file, line, 1, message, "put text that contains commas in quotation marks")
            )
    columns = {name: column for column, name in enumerate(names, start=1)}
    return Sheet(file, columns, rows, flaws)


def _row(line: int, names: list[str], cells: list[str]) -> Row:
    row = Row(line, {})
    for name, cell in zip(names, cells, strict=True):
        if cell.strip():
            row.cells[name] = cell
    return row


def _lines(text: str, file: str, flaws: list[Flaw]) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the line it begins on; empty lines and empty last cells are skipped."""
    separator, begins = ",", 1
    marked = _SEPARATOR_LINE.match(text)
    if marked:  # a spreadsheet's own line, which says how the cells are separated
        separator, text, begins = marked[1], text[marked.end() :], 2
    reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=separator)
    first = begins
    width = 0
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begins, _without_empty_end(cells, width)
                width = width or len(_without_empty_end(cells, 0))
            begins = first + reader.line_num
    except csv.Error as error:
        hint = "check the quotation marks: inside a text they must be doubled"
        flaws.append(Flaw(file, begins, 1, f"cannot be read as CSV: {error}", hint))


def _without_empty_end(cells: list[str], width: int) -> list[str]:
    """Return the cells without empty ones after the last named column: spreadsheets add them."""
    end = len(cells)
    while end > width and not cells[end - 1].strip():
        end -= 1
    return cells[:end]


def _header_hint(form: "type[Form]") -> str:
    names = [field["name"] for field in forms.describe(form)]
    return f"the first line must name the fields: {','.join(names)}"


def _bad_header(names: list[str], file: str, line: int, form: "type[Form]") -> Iterator[Flaw]:
    fields = {field["name"]: field["required"] for field in forms.describe(form)}
    if len(names) == 1 and (separator := names[0].strip("abcdefghijklmnopqrstuvwxyz_")[:1]):
        yield Flaw(
            file, line, 1, f"the cells are separated by {separator!r}", "separate them with commas"
        )
        return
    for column, name in enumerate(names, start=1):
        if name not in fields:
            hint = did_you_mean(name, fields) or _header_hint(form)
            yield Flaw(file, line, column, f"no such field {name!r}", hint)
        elif name in names[: column - 1]:
            yield Flaw(file, line, column, f"the field {name!r} is named twice")
    for name, required in fields.items():
        if required and name not in names:
            yield Flaw(file, line, 1, f"{name}: is missing", _header_hint(form))


def _bad_rows(sheet: Sheet, command: str, form: "type[Form]") -> Iterator[Flaw]:
    for row in sheet.rows:
        try:
            forms.check(form, command, row.cells)
        except BadFields as bad:
            for field in bad.fields:
                top = field.field.partition(".")[0]
                yield sheet.flaw(row.line, top, field.message, field.hint)


def _repeated_keys(sheet: Sheet, taken: set[str]) -> Iterator[Flaw]:
    """Yield a flaw for each key that is in the register, or in the file, already."""
    first_lines: dict[str, int] = {}
    for row in sheet.rows:
        key = row.cells.get("key", "").strip()
        if key in taken:
            yield sheet.flaw(row.line, "key", f"{key!r} is in the register already")
        elif key in first_lines:
            yield sheet.flaw(row.line, "key", f"{key!r} is on line {first_lines[key]} already")
        if key:
            first_lines.setdefault(key, row.line)

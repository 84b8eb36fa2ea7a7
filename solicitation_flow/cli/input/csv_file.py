"""A register's entries from a CSV file: all of them or none, every bad cell with its line."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from solicitation_flow import forms
from solicitation_flow.cli.input.assignments import contents
from solicitation_flow.cli.session import Session
from solicitation_flow.decide import Refusal
from solicitation_flow.engine import Request
from solicitation_flow.errors import BadFields, Flaw, InvalidFile
from solicitation_flow.yamlfile import did_you_mean

if TYPE_CHECKING:
    from solicitation_flow.forms import Form

MOST_BYTES, MOST_ROWS = 5_000_000, 10_000
MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the file: where it stands, and its cells by the field they are for."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A CSV file cut into rows; `places` says in which column each field stands.

    `flaws` are those of lines that are no rows: the others are looked at all the same.
    """

    file: str
    places: dict[str, int]
    rows: list[Row]
    flaws: list[Flaw]

    def flaw(self, line: int, field: str, message: str, hint: str | None = None) -> Flaw:
        """Return what is wrong with a field of a row; the column counts cells."""
        says = f"{field}: {message}" if field else message
        return Flaw(self.file, line, self.places.get(field, 1), says, hint)


def entered(session: Session, workflow: str, file: str, *, dry_run: bool) -> None:
    """Enter every row of a file into a register; one bad cell, and nothing is entered."""
    engine, actor = session.engine, session.actor
    opening = session.workspace.definitions.compiled(workflow).opening.command
    form = session.workspace.definitions.compiled(workflow).book.forms[opening]
    sheet = read(contents("FILE", Path(file)), file, form)
    entries = engine.read.cases(workflow)
    known = {header.number.partition("-")[2] for header in entries}
    flaws = [*sheet.flaws, *_bad_rows(sheet, opening, form), *_taken(sheet, known)]
    if flaws:
        raise InvalidFile(flaws)
    requests = [Request(opening, row.cells, workflow=workflow) for row in sheet.rows]
    numbers = engine.open_all(requests, actor, keep=False)
    if not dry_run and not isinstance(numbers, Refusal):
        session.begin()
        numbers = session.engine.open_all(requests, actor)
    if isinstance(numbers, Refusal):
        session.refused(numbers)
    _told(session, sheet, numbers, dry_run=dry_run)


def _told(session: Session, sheet: Sheet, numbers: list[str], *, dry_run: bool) -> None:
    if session.json:
        session.emit({"file": sheet.file, "rows": len(sheet.rows), "dry_run": dry_run,
                      "numbers": numbers})  # fmt: skip
        return
    rows = f"{len(sheet.rows)} row{'' if len(sheet.rows) == 1 else 's'}"
    if dry_run:
        session.say(f"{rows} could be entered. Nothing was stored: this was a dry run.")
    else:
        named = numbers if len(numbers) <= MOST_NAMED else [*numbers[: MOST_NAMED - 1], "..."]
        session.say(f"{rows} entered: {', '.join(named)}")


def read(raw: bytes, file: str, form: "type[Form]") -> Sheet:
    """Cut a CSV file with a line of names into rows, or raise InvalidFile."""
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
    rows = []
    for line, cells in lines[1:]:
        if len(cells) == len(names):
            said = zip(names, cells, strict=True)
            rows.append(Row(line, {name: cell for name, cell in said if cell.strip()}))
        else:
            says = f"has {len(cells)} cells, the first line {len(names)}"
            flaws.append(Flaw(file, line, 1, says, "a text with commas needs quotation marks"))
    return Sheet(file, {name: place for place, name in enumerate(names, start=1)}, rows, flaws)


def _lines(text: str, file: str, flaws: list[Flaw]) -> Iterator[tuple[int, list[str]]]:
    """Return each row with the line it begins on; empty lines are passed over."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        hint = "check the quotation marks: inside a text they are written twice"
        flaws.append(Flaw(file, begins, 1, f"cannot be read as CSV: {error}", hint))


def _header_hint(form: "type[Form]") -> str:
    return "the first line names the fields: " + ",".join(
        each["name"] for each in forms.describe(form)
    )


def _bad_header(names: list[str], file: str, line: int, form: "type[Form]") -> Iterator[Flaw]:
    fields = {each["name"]: each["required"] for each in forms.describe(form)}
    if len(names) == 1 and (other := names[0].strip("abcdefghijklmnopqrstuvwxyz_")[:1]):
        yield Flaw(file, line, 1, f"the cells are parted by {other!r}", "part them by commas")
        return
    for place, name in enumerate(names, start=1):
        if name not in fields:
            hint = did_you_mean(name, fields) or _header_hint(form)
            yield Flaw(file, line, place, f"no such field {name!r}", hint)
        elif name in names[: place - 1]:
            yield Flaw(file, line, place, f"the field {name!r} is named twice")
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


def _taken(sheet: Sheet, known: set[str]) -> Iterator[Flaw]:
    """A key stands for one entry: in the register, and in the file."""
    first: dict[str, int] = {}
    for row in sheet.rows:
        key: Any = row.cells.get("key", "").strip()
        if key in known:
            yield sheet.flaw(row.line, "key", f"{key!r} is in the register already")
        elif key in first:
            says = f"{key!r} stands on line {first[key]} already"
            yield sheet.flaw(row.line, "key", says)
        if key:
            first.setdefault(key, row.line)

"""Enters a CSV file into a register: every row, or none."""

from pathlib import Path

from solicitation_flow.cli.input import csv_file
from solicitation_flow.cli.input.assignments import contents
from solicitation_flow.cli.input.registered import warn_of_doubles
from solicitation_flow.cli.session import Session
from solicitation_flow.decide import Refusal
from solicitation_flow.engine import Request
from solicitation_flow.errors import InvalidFile

MOST_NAMED = 12


def enter_file(session: Session, workflow: str, file: str, *, dry_run: bool) -> None:
    """Enter every row of a file into a register; one bad cell, and nothing is entered."""
    engine, actor = session.engine, session.actor
    compiled = session.workspace.definitions.compiled(workflow)
    opening = compiled.opening.command
    form = compiled.book.forms[opening]
    sheet = csv_file.read(contents("FILE", Path(file)), file, form)
    entries = engine.read.cases(workflow)
    taken = set()
    for header in entries:
        taken.add(header.number.partition("-")[2])
    flaws = sheet.check(opening, form, taken)
    if flaws:
        raise InvalidFile(flaws)
    requests = []
    for row in sheet.rows:
        requests.append(Request(opening, row.cells, workflow=workflow))
    numbers = engine.open_all(requests, actor, keep=False)
    if not dry_run and not isinstance(numbers, Refusal):
        session.begin()
        numbers = session.engine.open_all(requests, actor)
    if isinstance(numbers, Refusal):
        session.refused(numbers)
    _print(session, sheet, numbers, dry_run=dry_run)
    if not dry_run:
        warn_of_doubles(session, workflow, numbers)


def _print(session: Session, sheet: csv_file.Sheet, numbers: list[str], *, dry_run: bool) -> None:
    count = len(sheet.rows)
    if session.json:
        session.emit({"file": sheet.file, "rows": count, "dry_run": dry_run, "numbers": numbers})
        return
    if count == 1:
        rows = "1 row"
    else:
        rows = f"{count} rows"
    if dry_run:
        session.say(f"{rows} could be entered. Nothing was changed: this was a dry run.")
        return
    if len(numbers) > MOST_NAMED:
        numbers = [*numbers[: MOST_NAMED - 1], "..."]
    session.say(f"{rows} entered: {', '.join(numbers)}")

"""Reads what the Tab key needs from a database: a few rows, without the engine."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from solicitation_flow.store import driver

BUSY_MS = 100  # whoever presses Tab would rather have no suggestions than wait
MOST = 200  # more numbers than these help nobody to choose
LAST = "\U0010ffff"

CASES = """
SELECT number, state, title FROM case_header
WHERE number >= :begun AND number < :begun || :last AND workflow NOT IN ({registers})
ORDER BY number LIMIT :most
"""
ENTRIES = """
SELECT number, state, title FROM case_header
WHERE workflow = :register AND state = 'active' ORDER BY number LIMIT :most
"""
DEFINITION = """
SELECT case_header.state, pinned.body FROM case_header
JOIN pinned ON pinned.sha256 = json_extract(case_header.pins, '$.workflow')
WHERE case_header.number = :number
"""
REGISTERS = """
SELECT DISTINCT name, json_extract(body, '$.number') FROM pinned
WHERE kind = 'workflow' AND json_extract(body, '$.number') LIKE '%{key}'
ORDER BY name DESC
"""
NEWEST = """
SELECT body FROM pinned WHERE kind = 'workflow' AND name = :name ORDER BY version DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """A case as a list of choices shows it."""

    number: str
    state: str
    title: str


class Glance:
    """A database that is open for as long as one question takes."""

    def __init__(self, path: Path) -> None:
        """Keep the path; the file is opened for each question."""
        self._path = path

    def cases(self, begun: str, without: tuple[str, ...]) -> list[Seen]:
        """Return the cases whose number begins so, but not those of some workflows."""
        names = {}
        for place, name in enumerate(without):
            names[f"without{place}"] = name
        asked = CASES.format(registers=", ".join(f":{name}" for name in names))
        words = {"begun": begun, "last": LAST, "most": MOST, **names}
        seens: list[Seen] = []
        for row in self._rows(asked, words):
            seens.append(Seen(*row))
        return seens

    def registers(self) -> dict[str, str]:
        """Return the registers whose entries are here, by what their numbers begin with."""
        registers: dict[str, str] = {}
        for name, pattern in self._rows(REGISTERS, {}):
            registers[pattern.partition("{key}")[0].rstrip("-")] = name
        return registers

    def entries(self, register: str) -> list[Seen]:
        """Return the active entries of a register."""
        words = {"register": register, "most": MOST}
        seens: list[Seen] = []
        for row in self._rows(ENTRIES, words):
            seens.append(Seen(*row))
        return seens

    def definition(self, number: str) -> tuple[str, Any] | None:
        """Return the state of a case, and the workflow it is pinned to."""
        for state, body in self._rows(DEFINITION, {"number": number}):
            return state, json.loads(body)
        return None

    def newest(self, workflow: str) -> Any:
        """Return the newest version of a workflow that any case here is pinned to, or None."""
        for (body,) in self._rows(NEWEST, {"name": workflow}):
            return json.loads(body)
        return None

    def _rows(self, asked: str, words: dict[str, Any]) -> list[tuple[Any, ...]]:
        with self._opened() as connection:
            return connection.execute(asked, words).fetchall()

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(driver.reading(self._path, busy_ms=BUSY_MS)) as connection:
                yield connection
        except sqlite3.Error as error:
            raise driver.translated(error, self._path) from error

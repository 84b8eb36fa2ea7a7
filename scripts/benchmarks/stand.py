"""The test stand: small workflows, many cases at once, and the same bytes written by hand."""

import itertools
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from solicitation_flow.casefile import Actor
from solicitation_flow.clock import VirtualClock
from solicitation_flow.documents import MemoryDocuments
from solicitation_flow.engine import Accepted, Definitions, Engine, Environment, Request
from solicitation_flow.notices import Sender
from solicitation_flow.paper import Templates
from solicitation_flow.records import digest
from solicitation_flow.records.case_numbers import split_number
from solicitation_flow.records.ledger import CasePlan, Deadline, Pin, Plan
from solicitation_flow.seal import PlainSealer
from solicitation_flow.simulation.story import Story, parse
from solicitation_flow.simulation.story_runner import StoryRunner
from solicitation_flow.store import Store, row_mapping, schema, tables
from solicitation_flow.store import statements as sql
from solicitation_flow.store.driver import Synchronous
from solicitation_flow.store.memory import MemoryStore
from solicitation_flow.store.sqlite import SqliteStore
from solicitation_flow.workdays import instant
from solicitation_flow.workflow import Workflow
from solicitation_flow.workflow.headings import Heading
from solicitation_flow.workspace import FileDefinitions

ROOT = Path(__file__).resolve().parents[2]
ZONE = "America/New_York"
START = datetime(2026, 1, 5, 14, 0, tzinfo=UTC)
SCENARIO = ROOT / "workflows" / "scenarios" / "r-tc-18004.story"
OFFICER = Actor("maria", frozenset({"officer", "administrator", "custodian"}))
APPROVER = Actor("grace", frozenset({"approver"}))

HEADER_MOVE = sql.update(
    tables.CASE_HEADER, row_mapping.MOVING.names, '"number" = ? AND "count" = ?'
)
"""A header by hand: written over and over, it has no history that could be another one."""

SMALLEST = """\
workflow: smallest
version: 1
title: The smallest case that can move
law: [registers, papers, award]
number: "B-{count}"
opened_by: {command: open_supplier, by: [officer]}
initial: active
deadlines:
  standstill: {fires: end_standstill, boundary: at}
states:
  active:
    phase: registers
    may:
      determine: {by: [approver], guards: [approver_is_not_author]}
      end_standstill: {by: [clock], meets: [standstill]}
"""
DETERMINED = {
    "rule": "two_pairs_of_eyes",
    "facts": "3f9a1c20b7de",
    "reasoning": "The shorter notice follows a court order and every known supplier was called.",
    "author": "maria",
}
LETTER = """\
---
subject: {{ case.number }}, {{ case.title }}
---
To {{ recipient.name }}

{{ sender.name }} writes to you about {{ case.number }}, {{ case.title }}, which stands in
{{ case.state }} since {{ now | instant }}.

The rules of {{ law.jurisdiction }}, edition {{ law.edition }}, apply. They ask for
{{ law.number("minimum_notice") }} of notice: {{ law.citation("minimum_notice") }}.

{% for role in actor.roles | sort %}
- {{ actor.name }} signs as {{ role }}
{% endfor %}

{% if training %}
This is an exercise.
{% else %}
Keep this letter with your papers.
{% endif %}

All other terms are unchanged. Questions go to {{ sender.address }}; quote {{ reference }}.
"""


class Altered:
    """A definitions that hands out some workflows changed: silent, or with more guards."""

    def __init__(self, definitions: FileDefinitions, *, silent: bool = False) -> None:
        """Take all notices away where `silent`."""
        self._shelf = definitions
        self._silent = silent
        self._made: dict[str, Pin] = {}

    def workflow(self, name: str) -> Pin:
        """Return a workflow as it ships, or altered."""
        if name not in self._made:
            pin = self._shelf.workflow(name)
            body = self._altered(Workflow.from_body(pin.body)).body()
            self._made[name] = replace(pin, body=body, sha256=digest(body))
        return self._made[name]

    def _altered(self, workflow: Workflow) -> Workflow:
        if not self._silent:
            return workflow
        moves = tuple(move.evolve(notices=()) for move in workflow.moves)
        terms = {
            name: deadline_terms.evolve(notice=None, remind={})
            for name, deadline_terms in workflow.deadlines.items()
        }
        return workflow.evolve(moves=moves, deadlines=terms)

    def headings(self) -> Mapping[str, Heading]:
        """Return what the workflows are."""
        return self._shelf.headings()

    def profile(self, now: datetime) -> Pin:
        """Return the profile as it ships."""
        return self._shelf.profile(now)

    def program(self) -> Pin:
        """Return the program as it ships."""
        return self._shelf.program()


@dataclass(slots=True)
class Stand:
    """Where measurements find what they need; `quick` makes every count small."""

    folder: Path
    quick: bool
    _names: Iterator[int] = field(default_factory=itertools.count)
    _houses: dict[int, "House"] = field(default_factory=dict)
    _shelf: FileDefinitions | None = None
    _templates: Templates | None = None
    _silent: Altered | None = None

    @classmethod
    def at(cls, folder: Path, *, quick: bool) -> "Stand":
        """Set the stand up in an empty folder."""
        (folder / "smallest.v1.yaml").write_text(SMALLEST, encoding="utf-8")
        return cls(folder, quick)

    def count(self, full: int, quick: int) -> int:
        """Return how many of something a run takes."""
        return quick if self.quick else full

    def fresh(self) -> Path:
        """Return a new, empty, migrated database."""
        empty = self.folder / "empty.db"
        if not empty.exists():
            schema.upgrade(empty)
        path = self.folder / f"{next(self._names)}.db"
        path.write_bytes(empty.read_bytes())
        return path

    def definitions(self) -> FileDefinitions:
        """Return the shipped definitions and the smallest workflow, each read once a run."""
        if self._shelf is None:
            folders = (self.folder, ROOT / "workflows")
            self._shelf = FileDefinitions(folders, "va-local", "neutral", ZONE)
        return self._shelf

    def silent(self) -> Altered:
        """Return the same without a single notice."""
        if self._silent is None:
            self._silent = Altered(self.definitions(), silent=True)
        return self._silent

    def letters(self) -> list[Path]:
        """Return where letters are: those that ship, then a plain one for each that does not."""
        shipped, own = ROOT / "templates", self.folder / "templates"
        stand_in(self.definitions(), shipped, own)
        return [shipped, own]

    def templates(self) -> Templates:
        """Return those letters, each read and compiled once a run."""
        if self._templates is None:
            self._templates = Templates(self.letters())
        return self._templates

    def engine(
        self, store: Store, *, definitions: Definitions | None = None, start: datetime = START
    ) -> Engine:
        """Return an engine over a store, its clock virtual."""
        return Engine(
            Environment(
                store=store,
                clock=VirtualClock(start),
                library=MemoryDocuments(),
                sealer=PlainSealer(),
                definitions=definitions or self.definitions(),
                templates=self.templates(),
                sender=Sender("The lead agency", "procurement@agency.example"),
            )
        )

    def house(self, cases: int) -> "House":
        """Return a workspace with so many cases, built once a run."""
        if cases not in self._houses:
            self._houses[cases] = house(self, cases)
        return self._houses[cases]

    def smallest(self, synchronous: Synchronous) -> tuple[Path, Engine, str]:
        """Return a database with one case of the smallest workflow that has moved once."""
        path = self.fresh()
        engine = self.engine(SqliteStore(path, synchronous=synchronous))
        return path, engine, _begun(engine)

    def least(self) -> tuple[Engine, str]:
        """Return the same in memory."""
        engine = self.engine(MemoryStore())
        return engine, _begun(engine)


def _begun(engine: Engine) -> str:
    words = {"key": "acme", "name": "Acme", "email": "bids@acme.example"}
    done = engine.perform(Request("open_supplier", words, workflow="smallest"), OFFICER)
    assert isinstance(done, Accepted), done
    determine(engine, done.number)
    return done.number


def stand_in(definitions: FileDefinitions, shipped: Path, own: Path) -> list[str]:
    """Write a plain letter for each one a workflow names that does not ship, and return which."""
    named: set[str] = set()
    for name in ("rfp", "agreement"):
        workflow = Workflow.from_body(definitions.workflow(name).body)
        named |= {notice for move in workflow.moves for notice, _ in move.notices}
        named |= {terms.notice for terms in workflow.deadlines.values() if terms.notice}
    lacking = [
        notice for notice in sorted(named) if not (shipped / "notices" / f"{notice}.md").is_file()
    ]
    for name in lacking:
        path = own / "notices" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(LETTER, encoding="utf-8")
    return lacking


_SIGNED = itertools.count(1_000)


def signing(number: str) -> Request:
    """Return the request for the smallest move: one guard, one changed record, one entry."""
    # the same words again would change nothing, and a move that changes nothing is not the smallest
    reasoning = f"{DETERMINED['reasoning']} Minute {next(_SIGNED)}."
    return Request("determine", {**DETERMINED, "reasoning": reasoning}, case=number)


def determine(engine: Engine, number: str) -> Accepted:
    """Make the smallest move."""
    done = engine.perform(signing(number), APPROVER)
    assert isinstance(done, Accepted), done
    assert len(done.plan.parts[0].facts) == 1, "the smallest move changes one record"
    return done


def story(until: str = "") -> Story:
    """Return the shipped scenario, up to the chapter that begins with a word."""
    text = SCENARIO.read_text(encoding="utf-8")
    return parse(text.partition(f"## {until}")[0] if until else text, str(SCENARIO))


def teller(engine: Engine, story: Story) -> StoryRunner:
    """Return who tells a story on an engine, its cast entered."""
    clock = engine.environment.clock
    assert isinstance(clock, VirtualClock)
    made = StoryRunner(engine, clock, story, ZONE)
    made.enter_cast()
    return made


def begins(story: Story) -> datetime:
    """Return when a story begins."""
    return instant(datetime.fromisoformat(story.about["start"]), ZONE)


def in_memory(stand: Stand, *, silent: bool) -> StoryRunner:
    """Return the scenario about to run in memory, with letters or without."""
    whole = story()
    definitions = stand.silent() if silent else stand.definitions()
    return teller(stand.engine(MemoryStore(), definitions=definitions, start=begins(whole)), whole)


# --- by hand -----------------------------------------------------------------------------------


def raw(path: Path, synchronous: Synchronous = "OFF") -> sqlite3.Connection:
    """Return the plain driver on a database, set as the store sets it."""
    db = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = WAL", f"synchronous = {synchronous}"):
        db.execute(f"PRAGMA {pragma}")
    db.execute("PRAGMA wal_autocheckpoint = 10000")
    return db


Written = list[tuple[str, tuple[Any, ...]]]
"""What one move writes: statements and their values, nothing left to work out."""


@dataclass(frozen=True, slots=True)
class Handwriting:
    """The very bytes of one move, ready to be written again for another case or move."""

    part: CasePlan
    moved: tuple[Deadline, ...]
    duties: bool

    @classmethod
    def of(cls, store: Store, plan: Plan) -> "Handwriting":
        """Copy a move that is planned and not yet stored: only what it changes."""
        [part] = plan.parts
        before = store.load(part.header.number)
        held = before.deadlines if before else ()
        owed = store.duties(case=part.header.number)
        differs = set(owed) != set(part.duties)
        return cls(
            part, tuple(deadline for deadline in part.deadlines if deadline not in held), differs
        )

    def rows(self, number: str, move: int) -> Written:
        """Return what a case's move would write."""
        part = self.part
        header = part.header._replace(number=number, count=move)
        entry = part.entry._replace(case=number, number=move)
        out: Written = [
            (HEADER_MOVE, (*row_mapping.MOVING.row(header), number, move - 1)),
            (sql.JOURNAL_ADD, row_mapping.ENTRIES.row(entry)),
        ]
        for place, fact in enumerate(part.facts):
            out.append((sql.RECORD_FILE, (number, fact.kind, fact.key, fact.body, move, place)))
        for deadline in self.moved:
            row = row_mapping.DEADLINES.row(deadline._replace(case=number))
            out.append((sql.DEADLINE_SET, row))
        for place, duty in enumerate(part.duties if self.duties else ()):
            out.append((sql.DUTY_SET, row_mapping.duty_row(place, duty._replace(case=number))))
        for letter in part.letters:
            kept = letter._replace(case=number, cause=f"move:{move}")
            out.append((sql.OUTBOX_ADD, row_mapping.LETTERS.row(kept)))
        return out


def write(db: sqlite3.Connection, moves: Iterable[Written]) -> None:
    """Write moves, one commit each."""
    for move in moves:
        db.execute("BEGIN IMMEDIATE")
        changed = [db.execute(statement, values).rowcount for statement, values in move]
        assert all(changed), "somebody moved first"
        db.execute("COMMIT")


HANGS = (tables.RECORD, tables.DEADLINE, tables.REMINDER, tables.DUTY)


def clone(
    db: sqlite3.Connection,
    number: str,
    numbers: Sequence[str],
    chosen: Sequence[tables.Table] = HANGS,
) -> None:
    """Copy a case under other numbers, its journal left out: what a move reads is there."""
    db.execute("BEGIN")
    [header] = db.execute(sql.HEADER, (number,)).fetchall()
    copies = ((copy, *header[1:-2], *split_number(copy)) for copy in numbers)
    db.executemany(sql.HEADER_ADD, copies)
    for table in chosen:
        rows = db.execute(sql.select(table, '"case" = ?'), (number,)).fetchall()
        copied = ((copy, *row[1:]) for copy in numbers for row in rows)
        db.executemany(sql.insert(table), copied)
    db.execute("COMMIT")


def hang(
    db: sqlite3.Connection, numbers: Sequence[str], per_case: int, first: datetime, step: timedelta
) -> None:
    """Hang deadlines on cases of the smallest workflow, `step` apart, in bulk."""

    def made() -> Iterator[row_mapping.Row]:
        due = first
        for number, subject in itertools.product(numbers, range(per_case)):
            row = Deadline(
                case=number,
                name="standstill",
                subject=f"s{subject}" if subject else "",
                due_at=due,
                boundary="at",
                fires_at=due,
                runs_from="event",
                command="end_standstill",
            )
            yield row_mapping.DEADLINES.row(row)
            due += step

    db.execute("BEGIN")
    db.executemany(sql.insert(tables.DEADLINE), made())
    db.execute("COMMIT")


# --- whole houses ------------------------------------------------------------------------------

LADEN, PER_CASE = 10, 100
FAR = timedelta(days=3650)


@dataclass(frozen=True, slots=True)
class House:
    """A database full of cases: every tenth has a hundred deadlines, none due for years."""

    path: Path
    pending: int
    tenth: str
    last: str


def house(stand: Stand, cases: int) -> House:
    """Fill a database in bulk."""
    path, engine, number = stand.smallest("OFF")
    engine.environment.store.close()
    db = raw(path)
    numbers = [f"B-{count}" for count in range(2, cases + 1)]
    clone(db, number, numbers)
    laden = numbers[3::LADEN]
    hang(db, laden, PER_CASE, START + FAR, timedelta(seconds=1))
    db.close()
    return House(path, len(laden) * PER_CASE, numbers[8], numbers[-1])

"""Checks of what is stored: chain, fold, pins, digests, and all that is derived from them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from solicitation_flow.documents import Library
from solicitation_flow.engine.loading import Loader
from solicitation_flow.errors import NotFound, Suggestion, Trouble
from solicitation_flow.machine import lifecycle
from solicitation_flow.records import digest
from solicitation_flow.records.ledger import Header, Letter, StoredCase
from solicitation_flow.store import Store
from solicitation_flow.verify.definitions import (
    check_moves,
    check_pins,
    check_unpinned,
    named_pins,
)
from solicitation_flow.verify.derived import Past, check_duties, check_reminders
from solicitation_flow.verify.documents import check_documents
from solicitation_flow.verify.findings import Finding, Report
from solicitation_flow.verify.journal import JournalRead, check_count, check_journal
from solicitation_flow.verify.letters import check_letters
from solicitation_flow.verify.storewide import (
    Silent,
    check_accesses,
    check_clock,
    check_family,
    check_lost,
    check_numbers,
    check_strays,
    silent_reminders,
)
from solicitation_flow.verify.tables import check_tables
from solicitation_flow.workflow import Workflow

__all__ = ["Finding", "verify"]


def verify(
    store: Store, library: Library, *, number: str | None = None, head: str | None = None
) -> list[Finding]:
    """Return everything stored that is not as the journals say; nothing when all is well.

    `number` looks at one case alone. `head` is a hash kept elsewhere, such as one printed in a
    packet: some case's journal must have stood there once, or it was rewritten since.
    """
    inquiry = _Verification(store, library, head.strip().lower() if head else "", Loader(store))
    if number is None:
        inquiry.everything()
    else:
        inquiry.one(number)
    if inquiry.head:
        says = "no journal here ever stood there: it was rewritten, or it is not this one"
        inquiry.findings[Finding("head", inquiry.head, says)] = None
    return list(inquiry.findings)


_KEPT = 64
"""How many journals are remembered: a parent's is asked for again by its children."""


@dataclass(slots=True)
class _Verification:
    """One verification: what was read so far and what is wrong; `head` is still to be seen."""

    store: Store
    library: Library
    head: str
    loader: Loader
    findings: dict[Finding, None] = field(default_factory=dict)
    report: Report = field(default_factory=Report)
    journals: dict[str, JournalRead] = field(default_factory=dict)
    documents: set[str] = field(default_factory=set)
    pins: set[str] = field(default_factory=set)
    looked: set[str] = field(default_factory=set)
    silent: dict[str, Silent] | None = None
    people: list[Header] | None = None

    def everything(self) -> None:
        """Look at every case, and at what belongs to none."""
        self._twice(self._whole_store)

    def _whole_store(self) -> None:
        """Look at cases not looked at yet, then at what concerns all of them."""
        headers: list[Header] = []
        with self.report.reading("header", "all"):
            headers = self.store.find()
        latest: datetime | None = None
        with self.report.reading("header", "all"):
            latest = max((header.recorded_at for header in headers), default=None)
        numbers = [header.number for header in headers] or self._with_journals()
        for number in numbers:
            if number not in self.looked:
                self.looked.add(number)
                self._twice(partial(self._case, number))
        with self.report.reading("header", "all"):
            check_numbers(numbers, self.store, self.report)
        check_lost(set(numbers), self.store, self.report)
        with self.report.reading("pin", "all"):
            check_unpinned(self.pins, self.store, self.report)
        check_accesses(self.store, self.report)
        check_strays(numbers, self.store, self.report)
        check_clock(latest, self.store, self.report)

    def _twice(self, look: Callable[[], None]) -> None:
        """Keep what a second look finds too: a case may be moved while it is read; damage stays."""
        outer, self.report = self.report, Report()
        look()
        first = self.report
        if first.findings:
            self.journals.clear()
            self.silent = None
            self.report = Report()
            look()
        for finding in first.findings:
            if finding in self.report.findings:
                self.findings[finding] = None
        self.report = outer

    def one(self, number: str) -> None:
        """Look at one case."""
        there = True
        with self.report.reading("header", number):
            there = self.store.load(number) is not None or bool(self.store.journal(number))
        if not there:
            raise NotFound(f"there is no case {number}", next=Suggestion("list"))
        self._twice(partial(self._case, number))

    def _with_journals(self) -> list[str]:
        """Return the cases that have journals, for when the list of cases cannot be read."""
        with self.report.reading("journal", "all"):
            return list(self.store.numbers())
        return []

    def _journal(self, number: str) -> JournalRead:
        if number not in self.journals:
            journal = JournalRead(number, [])
            with self.report.reading("journal", number):
                journal = check_journal(number, self.store.journal(number), self.report)
            if self.head in [digest(entry.text) for entry in journal.entries]:
                self.head = ""
            self.journals[number] = journal
            if len(self.journals) > _KEPT:
                del self.journals[next(iter(self.journals))]
        return self.journals[number]

    def _case(self, number: str) -> None:
        journal = self._journal(number)
        stored: StoredCase | None = None
        letters: list[Letter] = []
        workflow: Workflow | None = None
        reading = self.report.reading
        with reading("header", number):
            stored = self.store.load(number)
        with reading("letter", number):
            letters = self.store.outbox(case=number)
        with reading("pin", number):
            named = named_pins(journal, self.report)
            self.pins |= {sha256 for _, sha256 in named}
            if stored is not None:
                check_pins(stored.header, named, self.store, self.report)
                workflow = check_moves(stored.header, journal, self.store, self.report)
        with reading("letter", number):
            check_letters(journal, letters, workflow, self.report)
        with reading("document", number):
            check_documents(journal, self.library, self.report, self.documents)
        if journal.folded is not None and stored is not None:
            with reading("header", number):
                check_count(journal, stored.header.count, self.report)
                check_tables(journal.folded, stored, self.report)
                check_family(journal, self.store, self.report)
            self._derived(journal, letters)

    def _derived(self, journal: JournalRead, letters: list[Letter]) -> None:
        """Derive again what can be: for that the parent must be readable too."""
        assert journal.folded is not None, "what cannot be folded is not derived from"
        above = journal.folded.about.get("parent")
        parent = None
        if above:
            parent = self._journal(above)
        if parent is not None and (
            parent.folded is None or not self._names_real_moves(journal, parent)
        ):
            return
        past = Past(self.loader, journal, parent, self._people)
        with self.report.reading("duty", journal.number):
            check_duties(past, self.store, self.report)
        with self.report.reading("reminder", journal.number):
            silent = self._silent().get(journal.number, {})
            check_reminders(past, self.store, letters, silent, self.report)

    def _people(self) -> list[Header]:
        """Return the entries of registers of people, by the workflows they are pinned to."""
        if self.people is None:
            self.people = []
            for header in self.store.find():
                try:
                    pinned = lifecycle(self.loader.pin(header.pins["workflow"]).body)
                except (KeyError, Trouble, ValueError):
                    continue  # a damaged pin is a finding of its own
                if pinned.workflow.kind == "people":
                    self.people.append(header)
        return self.people

    def _silent(self) -> dict[str, Silent]:
        """Return what the access log says of reminders without a letter, read once a look."""
        if self.silent is None:
            self.silent = silent_reminders(self.store, self.report)
        return self.silent

    def _names_real_moves(self, journal: JournalRead, parent: JournalRead) -> bool:
        """Return whether every entry names a move its parent really made."""
        for content in journal.contents:
            move = content.get("parent_move")
            if not isinstance(move, int) or not 0 < move <= len(parent.entries):
                where = f"{journal.number} entry {content.get('number')}"
                self.report.find("journal", where, f"{parent.number} made no move {move}")
                return False
        return True

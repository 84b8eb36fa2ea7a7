"""The laws of the program as invariants, checked after every step on whatever has changed."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from solicitation_flow import duties, forms
from solicitation_flow.casefile import CLOCK
from solicitation_flow.engine.entries import FIRST, Folded, fold
from solicitation_flow.engine.form_filling import SEALED
from solicitation_flow.engine.loading import Loaded, Loader
from solicitation_flow.records import digest
from solicitation_flow.records.ledger import (
    Deadline,
    Letter,
    StoredCase,
    StoredEntry,
    unstamp,
)
from solicitation_flow.verify import verify
from solicitation_flow.verify.findings import Report
from solicitation_flow.verify.letters import letter_digest
from solicitation_flow.verify.tables import check_tables
from tests.torture.faults import FaultyStore, plainly
from tests.torture.requests import COMPUTED, WOULD_BE
from tests.torture.workspace import MARK, House

OPENS = {"technical": "envelope", "bafo_technical": "envelope", "prices": "price", "bafos": "price"}
"""Which part of an offer each source of a form may open."""


class BrokenLaw(Exception):
    """A law does not hold: which, and how that shows."""

    def __init__(self, law: str, says: str) -> None:
        """Name the law as the documents do."""
        super().__init__(f"{law}: {says}")
        self.law = law
        self.says = says


@dataclass(frozen=True, slots=True)
class Glance:
    """All that is stored, held still."""

    cases: Mapping[str, tuple[Any, ...]]
    letters: Mapping[Any, Letter]
    rest: tuple[Any, ...]


def glance(store: FaultyStore) -> Glance:
    """Return what is stored, to be compared with what is stored later."""
    cases = {
        number: (
            len(folder.entries),
            folder.header,
            dict(folder.facts),
            dict(folder.deadlines),
            folder.duties,
            tuple(folder.entries),
            dict(folder.reminders),
        )
        for number, folder in store._cases.items()
    }
    rest = (len(store._accesses), dict(store._settings), len(store._pins))
    return Glance(cases, dict(store._letters), rest)


@dataclass(slots=True)
class Laws:
    """What is known of each case from its journal alone, to hold what is stored against."""

    house: House
    checked: Counter[str] = field(default_factory=Counter)
    folds: dict[str, Folded] = field(default_factory=dict)
    entries: dict[str, list[StoredEntry]] = field(default_factory=dict)
    shown: set[str] = field(default_factory=set)
    accesses: tuple[int, str] = (0, "")
    written: int = 0
    loader: Loader = field(init=False)

    def __post_init__(self) -> None:
        """Read the law and the workflows once."""
        self.loader = Loader(self.house.store)

    def begin(self) -> None:
        """Take the prepared cases as they stand: they are checked at the end with all others."""
        store = self.house.store
        for header in store.find():
            self.entries[header.number] = store.journal(header.number)
            self.folds[header.number] = fold(self.entries[header.number])
        for entry in (item for entries in self.entries.values() for item in entries):
            self.shown |= {match[0] for match in MARK.finditer(entry.text)}
        self.written = len(store.outbox())
        lines = store.accesses()
        self.accesses = (len(lines), lines[-1].hash if lines else "")

    def hold(self, law: str, holds: bool, says: str) -> None:
        """Count a check, and stop the run where a law does not hold."""
        self.checked[law] += 1
        if not holds:
            raise BrokenLaw(law, says)

    def check(self) -> list[StoredEntry]:
        """Check every case that has moved, and return the entries that are new."""
        store, news = self.house.store, list[StoredEntry]()
        for header in store.find():
            number = header.number
            known = self.entries.setdefault(number, [])
            # the stored entries themselves are looked at: a header that lies hides none
            stored = store.journal(number)
            self.hold("L8", stored[: len(known)] == known, f"{number}: entries were rewritten")
            if len(stored) > len(known) or header.count != len(known):
                news += self._moved(number, stored)
        self._stored(news)
        self._letters()
        self._accesses()
        return news

    def _moved(self, number: str, stored: list[StoredEntry]) -> list[StoredEntry]:
        folded = self.folds.setdefault(number, Folded())
        news = stored[len(self.entries[number]) :]
        for entry in news:
            content = json.loads(entry.text)
            self._chained(entry, content, folded)
            self._punctual(entry, content, folded)
            self._sealed(entry, folded)
            folded.add(entry)
        self.entries[number] = stored
        return news

    def _chained(self, entry: StoredEntry, content: dict[str, Any], folded: Folded) -> None:
        where = f"{entry.case} entry {entry.number}"
        last = folded.last
        count = last.number if last else 0
        self.hold("L8", entry.number == count + 1, f"{where} follows entry {count}")
        head = folded.head if last else FIRST
        self.hold("L8", content["previous"] == head, f"{where} names another entry before it")
        self.hold("L8", entry.hash == digest(entry.text), f"{where} is not hashed as stored")
        came = last.dest if last else ""
        self.hold("L8", content["source"] == came, f"{where} does not start from {came!r}")
        for name in ("effective_at", "recorded_at"):
            at = getattr(entry, name)
            self.hold("L9", unstamp(content[name]) == at, f"{where}: column {name} differs")
            before = getattr(last, name) if last else at
            self.hold("L9", at >= before, f"{where}: {name} goes back from {before} to {at}")
        early = entry.effective_at <= entry.recorded_at
        self.hold("L9", early, f"{where} takes effect after it was recorded")

    def _punctual(self, entry: StoredEntry, content: dict[str, Any], folded: Folded) -> None:
        """No move takes effect while an earlier date of its case is still unmet."""
        at, where = entry.effective_at, f"{entry.case} entry {entry.number} ({entry.command})"
        unmet = [row for row in folded.deadlines.values() if row.status == "unmet"]
        passed = sorted((row for row in unmet if row.fires_at <= at), key=lambda row: row.order)
        if content["role"] == "clock":
            self.hold("L1", bool(passed), f"{where}: the clock moved, and nothing was due by {at}")
            row = passed[0]
            fired = (row.command, row.subject) == (entry.command, content["subject"])
            self.hold("L1", fired, f"{where}: {row.name} was due before that")
            assert folded.last is not None, "the clock moves no case before it is opened"
            due = max(row.fires_at, folded.last.effective_at)
            self.hold("L1", at == due, f"{where} takes effect at {at}, and was due at {due}")
            return
        # a case moved by another one's clock waits for none of its own at that same instant
        by_parent = content["role"] == "case"
        late = [row for row in passed if not (by_parent and row.fires_at == at)]
        names = ", ".join(f"{row.name} since {row.fires_at}" for row in late)
        self.hold("L1", not late, f"{where} went before the clock: {names}")

    def _sealed(self, entry: StoredEntry, folded: Folded) -> None:
        """Check that what an envelope holds is first seen in the entry that opens it."""
        marks = {match[0]: match[1] for match in MARK.finditer(entry.text)}
        for mark in sorted(marks.keys() - self.shown):
            may = self._opens(entry, folded)
            where = f"{entry.case} entry {entry.number} ({entry.command})"
            self.hold("L7", marks[mark] in may, f"{where} shows {mark}, which nobody opened")
            self.shown.add(mark)
        self.checked["L7"] += 1

    def _opens(self, entry: StoredEntry, folded: Folded) -> set[str]:
        pins = (folded.about or json.loads(entry.text)["header"]).get("pins")
        if not pins:
            return set()
        loaded = self.loader.load(entry.case)
        form = loaded.lifecycle.workflow.book.forms[entry.command]
        return {OPENS[source] for source in forms.fills(form).values() if source in SEALED}

    def _stored(self, news: Iterable[StoredEntry]) -> None:
        """Check that what is stored beside a journal is what follows from it."""
        for number in sorted({entry.case for entry in news}):
            folded, report = self.folds[number], Report()
            stored = self.house.store.load(number)
            assert stored is not None, f"{number} is listed"
            check_tables(folded, stored, report)
            self.hold("L8", not report.findings, "; ".join(map(str, report.findings)))
            loaded = self._derived(folded)
            self._owed(number, loaded)

    def unmarked(self) -> None:
        """No date and no record changes without an entry that says so."""
        for number, folded in self.folds.items():
            stored = self.house.store.load(number)
            assert stored is not None, f"{number} is listed"
            rows_held = {(row.name, row.subject): row for row in stored.deadlines}
            journalled = folded.deadlines
            differ = [
                key
                for key in {**journalled, **rows_held}
                if journalled.get(key) != rows_held.get(key)
            ]
            says = f"{number}: {differ} is stored otherwise than the journal tells"
            self.hold("L8", not differ, says)

    def _derived(self, folded: Folded) -> Loaded:
        facts, deadlines = tuple(folded.facts.values()), tuple(folded.deadlines.values())
        loaded = self.loader.held(StoredCase(folded.header(), facts, deadlines))
        assert folded.last is not None, "a case has an entry"
        seen, parent = folded.last.parent_move, folded.header().parent
        above = None
        if parent and seen is not None:
            above = self.loader.replayed(self._upto(parent, seen)).case
        case = replace(loaded.case, count=loaded.case.count - 1, parent=above)
        return loaded._replace(case=case)

    def _upto(self, number: str, count: int) -> list[StoredEntry]:
        entries = self.house.store.journal(number)
        self.hold("L8", 0 < count <= len(entries), f"{number} has no move {count}")
        return entries[:count]

    def _owed(self, number: str, loaded: Loaded) -> None:
        workflow, store = loaded.lifecycle.workflow, self.house.store
        owed = Counter(duties.duties(workflow, loaded.case, loaded.law))
        differ = (owed - Counter(store.duties(case=number))) + (
            Counter(store.duties(case=number)) - owed
        )
        self.hold("L8", not differ, f"{number}: duties are not those derived anew: {[*differ]}")
        since = loaded.header.effective_at
        ahead = duties.reminders(workflow, loaded.case, since, loaded.law.zone)
        done = {row.key for row in store.settled_reminders(number)}
        due = {row.key for row in ahead} - done
        held = {row.key for row in store.reminders(case=number)}
        self.hold("L8", due == held, f"{number}: reminders are not those derived: {due ^ held}")

    # --- letters -------------------------------------------------------------------------------

    def _letters(self) -> None:
        """Each letter is caused by something, and was sent once or is known to be uncertain."""
        letters = self.house.store.outbox()
        for letter in letters[self.written :]:
            self._letter(letter)
        self.written = len(letters)
        for letter in letters:
            self._posted(letter)
        self.checked["L12"] += len(letters)

    def _letter(self, letter: Letter) -> None:
        where = f"{letter.case} {letter.cause} {letter.notice} to {letter.recipient}"
        if letter.cause.startswith("move:"):
            entry = self.entries[letter.case][int(letter.cause.removeprefix("move:")) - 1]
            named = json.loads(entry.text)["letters"]
            self.hold("L12", letter_digest(letter) in named, f"{where}: its entry knows it not")
        head = letter.message.partition("\n\n")[0].lower()
        smuggled = "\nbcc:" in head or "\nx-header:" in head
        self.hold("L11", not smuggled, f"{where}: a text became a header")
        worked = WOULD_BE in letter.message and COMPUTED not in letter.message
        self.hold("L11", not worked, f"{where}: a text was taken for a template")
        marks = {match[0] for match in MARK.finditer(letter.message)} - self.shown
        self.hold("L7", not marks, f"{where} tells {marks}, which nobody opened")

    def _posted(self, letter: Letter) -> None:
        taken = self.house.post.taken[letter.key]
        right = {"sent": {1}, "queued": {0}}.get(letter.status, {0, 1})
        if taken not in right:
            whom = f"{letter.case} {letter.cause} {letter.notice} to {letter.recipient}"
            raise BrokenLaw("L12", f"{whom} is {letter.status} and was delivered {taken} times")

    def _accesses(self) -> None:
        lines = self.house.store.accesses()
        count, last = self.accesses
        for line in lines[count:]:
            self.hold("L8", line.number == count + 1, f"access line {line.number} after {count}")
            self.hold("L8", line.hash == digest(last + line.text), "the access log's chain broke")
            self.hold("L7", not MARK.search(line.text), "the access log holds what was sealed")
            count, last = line.number, line.hash
        self.accesses = count, last

    # --- what steps ask ------------------------------------------------------------------------

    def settled(self, numbers: Iterable[str], until: datetime) -> None:
        """Nothing that was due by then is left for these cases, nor for those above them."""
        store = self.house.store
        for number in numbers:
            stored = store.load(number)
            passed = [r for r in stored.deadlines if _due(r, until)] if stored else []
            names = ", ".join(f"{row.name} of {row.fires_at}" for row in passed)
            self.hold("L1", not passed, f"{number}: not settled by {until}: {names}")

    def untouched(self, before: Glance, news: Sequence[StoredEntry]) -> None:
        """Check that a command that failed left nothing behind but what the clock did before it."""
        moved = {entry.case for entry in news}
        for entry in news:
            by = json.loads(entry.text)["by"]
            where = f"{entry.case} entry {entry.number} ({entry.command})"
            self.hold("L14", by == CLOCK.name, f"{where}: a command that failed moved it")
        after = glance(self.house.store)
        for number in {**before.cases, **after.cases}:
            if number not in moved:
                was, now = before.cases.get(number), after.cases.get(number)
                # a reminder is no move: it may have been written while settling
                same = was is not None and now is not None and was[:-1] == now[:-1]
                self.hold("L14", same, f"{number}: a command that failed changed it")
        for key in after.letters.keys() - before.letters.keys():
            case, cause, *_ = key
            own = cause.startswith("reminder:") or case in moved
            self.hold("L14", own, f"{case}: a command that failed wrote a letter for {cause}")

    def unread(self, before: Glance) -> None:
        """Check that a question leaves nothing behind."""
        same = before == glance(self.house.store)
        self.hold("L1", same, "a question changed what is stored")

    def remembered(self) -> None:
        """Check that what an engine remembers is what is stored."""
        anew = Loader(self.house.store, self.loader._jurisdictions, self.loader._pins)
        for office in self.house.offices:
            for number in self.folds:
                kept, fresh = office.loader.load(number), anew.load(number)
                same = (kept.header, kept.case) == (fresh.header, fresh.case)
                self.hold("L13", same, f"{number}: an office remembers it otherwise")

    def whole(self) -> None:
        """Everything: the proofs of `verify`, and the same writes given again to another store."""
        store = self.house.store
        self.hold("L2", plainly(store) == plainly(store.twin), "its writes, replayed, differ")
        findings = verify(store, self.house.library)
        if self.house.faults.back:
            # no order is kept between a reminder and a move or a register: where a clock was set
            # back in between, `verify` cannot know which came first
            findings = [finding for finding in findings if "reminder" not in str(finding)]
        self.hold("L8", not findings, "; ".join(map(str, findings)))


def _due(row: Deadline, until: datetime) -> bool:
    return row.status == "unmet" and row.fires_at <= until

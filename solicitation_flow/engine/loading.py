"""Loads a stored case as a case file, with the law and the lifecycle it is pinned to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple, Protocol

from solicitation_flow.casefile import CaseFile
from solicitation_flow.clock import Clock
from solicitation_flow.documents import Library
from solicitation_flow.engine.circumstances import circumstances
from solicitation_flow.engine.entries import fold
from solicitation_flow.errors import NotFound, Suggestion, Trouble
from solicitation_flow.jurisdiction import Jurisdiction, Law
from solicitation_flow.machine import Lifecycle, lifecycle
from solicitation_flow.notices import Sender
from solicitation_flow.paper import Templates
from solicitation_flow.records import Record, parse
from solicitation_flow.records.ledger import (
    Deadline,
    Header,
    Pin,
    Plan,
    StoredCase,
    StoredEntry,
)
from solicitation_flow.seal import Sealer
from solicitation_flow.store import Store
from solicitation_flow.timekeeping import Timekeeper
from solicitation_flow.workflow.headings import Heading

MOST_KEPT = 1_024
"""The most cases a loader keeps in memory; beyond it, it forgets all of them."""


class Definitions(Protocol):
    """The source of the newest definitions: files in an office, values in a test."""

    def workflow(self, name: str) -> Pin:
        """Return the newest version of a workflow, compiled."""
        ...

    def headings(self) -> Mapping[str, Heading]:
        """Return what every workflow is, by name: its kind and its numbers, uncompiled."""
        ...

    def profile(self, now: datetime) -> Pin:
        """Return the merged jurisdiction profile, with holidays to a horizon."""
        ...

    def program(self) -> Pin:
        """Return the cooperative program."""
        ...


@dataclass(frozen=True, slots=True)
class Environment:
    """What an engine works with; simulation differs from an office only in these."""

    store: Store
    clock: Clock
    library: Library
    sealer: Sealer
    definitions: Definitions
    templates: Templates
    sender: Sender
    training: bool = False
    keeper: Timekeeper | None = None
    """Watches the machine's clock, where that is the clock."""

    def sure(self) -> None:
        """Refuse to record anything while the machine's clock is in doubt."""
        if self.keeper is not None:
            self.keeper.sure()


class Loaded(NamedTuple):
    """A case file with its header, its lifecycle and its law."""

    case: CaseFile
    header: Header
    lifecycle: Lifecycle
    law: Law


@dataclass(slots=True)
class Loader:
    """Loads cases; definitions are parsed once, since a pinned body never changes."""

    store: Store
    _jurisdictions: dict[str, Jurisdiction] = field(default_factory=dict)
    _pins: dict[str, Pin] = field(default_factory=dict)
    _kept: dict[str, Loaded] = field(default_factory=dict)

    def load(self, number: str) -> Loaded:
        """Return a case, or raise NotFound; one that has not moved since is not read again."""
        kept = self._kept.get(number)
        if kept is not None and self.stands(kept):
            return kept
        stored = self.store.load(number)
        if stored is None:
            raise NotFound(f"there is no case {number}", next=Suggestion("list"))
        return self._keep(self.held(stored))

    def kept(self, number: str) -> Loaded | None:
        """Return a case that hangs below no other as it was left here, which may be outdated."""
        kept = self._kept.get(number)
        if kept is None or kept.header.parent:
            return None
        return kept

    def stands(self, kept: Loaded) -> bool:
        """Return whether nobody has moved a case, or one above it, since it was read."""
        header = kept.header
        if self.store.head(header.number) != header.head:
            return False
        above = None
        if header.parent:
            above = self._kept.get(header.parent)
        if above is None:
            return not header.parent
        return above.case is kept.case.parent and self.stands(above)

    def _keep(self, loaded: Loaded) -> Loaded:
        if len(self._kept) >= MOST_KEPT:
            self._kept.clear()
        self._kept[loaded.header.number] = loaded
        return loaded

    def learn(self, plan: Plan, ahead: Mapping[str, Loaded]) -> None:
        """Keep cases as a stored plan left them: equal to what loading them would return."""
        for number in dict.fromkeys([part.header.number for part in plan.parts]):
            after = ahead[number]
            if after.header.parent in ahead:
                self._kept.pop(number, None)  # its parent went on after it was read
            else:
                self._keep(after)

    def held(self, stored: StoredCase) -> Loaded:
        """Return a stored case as a case file, its parent beside it."""
        header = stored.header
        track = lifecycle(self.pin(header.pins["workflow"]).body)
        assert track.workflow.book is not None, "the phases must be loaded before their records"
        above = None
        if header.parent:
            above = self.load(header.parent)
        records: dict[tuple[str, str], Record] = {}
        for fact in stored.facts:
            records[fact.kind, fact.key] = parse(fact.kind, fact.body)
        deadlines: dict[tuple[str, str], Deadline] = {}
        for deadline in stored.deadlines:
            deadlines[deadline.name, deadline.subject] = deadline
        case = CaseFile(
            number=header.number,
            workflow=header.workflow,
            state=header.state,
            title=header.title,
            owner=header.owner,
            count=header.count,
            parent=above.case if above else None,
            records=records,
            deadlines=deadlines,
        )
        law = self.law(header.pins["profile"], track, above, case)
        return Loaded(case, header, track, law)

    def replayed(self, entries: list[StoredEntry]) -> Loaded:
        """Return the case as a run of its entries makes it."""
        folded = fold(entries)
        deadlines = tuple(folded.deadlines.values())
        return self.held(StoredCase(folded.header(), tuple(folded.facts.values()), deadlines))

    def pin(self, sha256: str) -> Pin:
        """Return a pinned definition; its absence means a damaged database."""
        if sha256 not in self._pins:
            pin = self.store.pin(sha256)
            if pin is None:
                missing = f"the pinned definition {sha256[:12]} is missing"
                raise Trouble(missing, next=Suggestion("verify"))
            self._pins[sha256] = pin
        return self._pins[sha256]

    def know(self, pin: Pin) -> Pin:
        """Remember a pin that is about to be stored."""
        return self._pins.setdefault(pin.sha256, pin)

    def jurisdiction(self, sha256: str) -> Jurisdiction:
        """Return the jurisdiction a pinned profile holds."""
        if sha256 not in self._jurisdictions:
            self._jurisdictions[sha256] = read_jurisdiction(self.pin(sha256).body)
        return self._jurisdictions[sha256]

    def law(self, sha256: str, track: Lifecycle, above: Loaded | None, case: CaseFile) -> Law:
        """Return the law of a case: a case below another is judged by that one's procedure."""
        if above:
            procedure = above.law.procedure
        else:
            procedure = track.workflow.procedure
        return self.jurisdiction(sha256).law_for(procedure, circumstances(case))


@lru_cache(maxsize=64)
def read_jurisdiction(body: str) -> Jurisdiction:
    """Return the jurisdiction of a pinned body: read once for all engines of a process."""
    return Jurisdiction.from_text(body)


def lineage(case: CaseFile) -> list[CaseFile]:
    """Return a case and those above it, itself first."""
    return [case, *(lineage(case.parent) if case.parent else ())]


def unmet(case: CaseFile) -> list[Deadline]:
    """Return the case's unmet deadlines, the next one first."""
    deadlines: list[Deadline] = []
    for deadline in case.deadlines.values():
        if deadline.status == "unmet":
            deadlines.append(deadline)
    return sorted(deadlines, key=lambda deadline: deadline.order)


def passed(case: CaseFile, until: datetime) -> Deadline | None:
    """Return the case's first unmet deadline that has passed."""
    for deadline in unmet(case):
        if deadline.fires_at <= until:
            return deadline
    return None


def seated(loaded: Loaded, ahead: Mapping[str, Loaded]) -> Loaded:
    """Return a case beside its parent as that will be, where it is about to move."""
    above = ahead.get(loaded.header.parent)
    if above is None or (beside := seated(above, ahead).case) is loaded.case.parent:
        return loaded
    return loaded._replace(case=loaded.case.having(parent=beside))

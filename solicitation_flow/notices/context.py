"""The words a letter may use: one case file, its law and the occasion, as plain things to read."""

import importlib
import importlib.util
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import SimpleNamespace
from typing import Any, Final

from solicitation_flow import records
from solicitation_flow.casefile import CaseFile
from solicitation_flow.jurisdiction import TRUST_IN_WORDS, Law
from solicitation_flow.notices.views import ABOUT, ABOUT_CASE, Folder, fields
from solicitation_flow.records import KINDS, Record
from solicitation_flow.records.ledger import Deadline
from solicitation_flow.workdays import parse_period
from solicitation_flow.workflow import Workflow

FIXED: Final[Mapping[str, tuple[str, ...]]] = {
    "case": ABOUT_CASE,
    "deadlines": (),
    "boundaries": (),
    "printed": (),
    "form": (),
    "now": (),
    "recipient": ("key", "name", "slug", "register", "address"),
    "actor": ("name", "roles", "acts_for", "party"),
    "law": (
        *("zone", "jurisdiction", "edition", "number", "known", "runs_from"),
        *("citation", "is_read", "trust", "note", "window_end", "mode", "packet"),
    ),
    "agency": (),
    "contact": (),
    "sender": ("name", "address"),
    "rules_edition": (),
    "training": (),
    "zone": (),
    "reference": (),
}
"""What every letter is offered besides the records of its case; for some, what they are made of."""

REMINDS: Final = ("deadline", "offset")
DEADLINE: Final = ("name", "subject", "says", "due_at", "boundary", "printed", "revision")
DATES: Final = ("deadlines", "boundaries", "printed")
"""What is said of each of a case's own deadlines: when, on which side one is late, as printed."""

DAY, HOUR, MINUTE = 86_400, 3_600, 60


@dataclass(frozen=True, slots=True)
class Rules:
    """The law as letters quote it: never a number without where it comes from."""

    _law: Law

    @property
    def zone(self) -> str:
        """The zone letters print times in."""
        return self._law.zone

    @property
    def jurisdiction(self) -> str:
        """Whose rules these are."""
        return self._law.title

    @property
    def edition(self) -> str:
        """Which edition of them."""
        return self._law.edition

    def number(self, rule: str) -> str:
        """Return a rule's number in words, or that it is not known here."""
        return self._law.rule(rule).in_words

    def known(self, rule: str) -> bool:
        """Return whether the rule's number is known."""
        found = self._law.rule(rule)
        return found.days is not None or found.hours is not None

    def runs_from(self, rule: str) -> str:
        """Return what a window runs from: `event`, `notice` or `file_open`."""
        return self._law.rule(rule).runs_from or "event"

    def citation(self, rule: str) -> str:
        """Return where a rule stands, its edition, and how far that may be trusted."""
        if not self._law.rule(rule).known:
            return "the rules applied here name no source for this"
        return self._law.citation(rule).in_words

    def is_read(self, rule: str) -> bool:
        """Return whether the text the rule is taken from was read."""
        return self._law.citation(rule).trust == "read"

    def trust(self, rule: str) -> str:
        """Return in words how far the rule may be trusted."""
        return TRUST_IN_WORDS[self._law.citation(rule).trust]

    def note(self, rule: str) -> str:
        """Return what the rules add to a rule, or nothing."""
        found = self._law.rule(rule)
        if found.known:
            return found.note or ""
        return ""

    def mode(self, rule: str) -> str:
        """Return in which of several ways a rule holds here, such as `automatic`, or nothing."""
        return self._law.rule(rule).mode or ""

    @property
    def packet(self) -> tuple[str, ...]:
        """The papers members expect of an agreement, by their titles."""
        return tuple(paper.title for paper in self._law.program.packet)

    def window_end(self, rule: str, event: datetime) -> datetime | None:
        """Return the instant a rule's window is over, or None where its length is not known."""
        return self._law.window_end(rule, event)


class Context(Mapping[str, Any]):
    """The words of one letter; records are looked at only if the letter names them."""

    def __init__(self, case: CaseFile, fixed: Mapping[str, Any]) -> None:
        """Offer what is fixed by the occasion, and whatever the case holds."""
        self._folder = Folder(case)
        self._case = case
        self._fixed = fixed

    def __getitem__(self, name: str) -> Any:
        if name in self._fixed:
            return self._fixed[name]
        try:
            return getattr(self._folder, name)
        except AttributeError:
            raise KeyError(name) from None

    def get(self, name: str, default: Any = None) -> Any:
        """Return a word, or something else where there is none: as every letter asks first."""
        if name in self._fixed:
            return self._fixed[name]
        return getattr(self._folder, name, default)

    def __iter__(self) -> Iterator[str]:
        held = {record.kind for record in self._case.records.values() if not record.keyed_by}
        parent = ("parent",) if self._case.parent else ()
        return iter(dict.fromkeys([*self._fixed, *ABOUT, *parent, *sorted(held)]))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def reminding(deadline: Deadline, offset: str | None) -> dict[str, Any]:
    """Return the words of a reminder: what is due, and how long before it this is written."""
    row = {name: getattr(deadline, name) for name in DEADLINE if name != "says"}
    due = SimpleNamespace(says=deadline.name.replace("_", " "), **row)
    return {"deadline": due} | ({"offset": period(offset)} if offset else {})


def period(text: str) -> str:
    """Return a period such as P2DT4H in words: 2 days and 4 hours."""
    left = int(parse_period(text).total_seconds())
    parts = []
    for unit, size in (("day", DAY), ("hour", HOUR), ("minute", MINUTE), ("second", 1)):
        count, left = divmod(left, size)
        if count:
            parts.append(f"{count} {unit}{'' if count == 1 else 's'}")
    return " and ".join(parts) or "no time"


# --- what may be used, before any case is there ------------------------------------------------


def offered(
    workflow: Workflow, parent: Workflow | None = None, command: str | None = None
) -> frozenset[str]:
    """Return the words a workflow's letters may use, dotted, for `Templates.check`.

    `command` is the move the letter goes with; a reminder goes with none, and has no form.
    """
    names = {f"{word}.{part}" for word, parts in FIXED.items() for part in parts}
    names |= set(FIXED) - {"form"}
    names |= {f"{what}.{deadline}" for what in DATES for deadline in workflow.deadlines}
    names |= set(_held(workflow))
    if parent:
        below = {"case", *(f"case.{part}" for part in ABOUT_CASE), *_held(parent)}
        below |= {f"{what}.{deadline}" for what in DATES for deadline in parent.deadlines}
        names |= {f"parent.{word}" for word in below}
    if command is None:
        return frozenset(names | {*REMINDS, *(f"deadline.{part}" for part in DEADLINE)})
    form = workflow.book.forms[command]
    return frozenset(names | {"form", *(f"form.{name}" for name in fields(form))})


def _held(workflow: Workflow) -> Iterator[str]:
    """The records a workflow's phases can file: the single ones by kind, all of them in lists."""
    for kind in _kinds(workflow.law):
        if kind.keyed_by:
            roots = [f"all.{kind.kind}"]
        else:
            roots = [f"all.{kind.kind}", kind.kind]
        for root in roots:
            yield root
            for name in fields(kind):
                yield f"{root}.{name}"


def _kinds(phases: Iterable[str]) -> list[type[Record]]:
    modules = [f"{records.__name__}.{phase}" for phase in phases]
    for module in modules:
        if importlib.util.find_spec(module):
            importlib.import_module(module)
    return [kind for kind in KINDS.values() if kind.__module__ in modules]

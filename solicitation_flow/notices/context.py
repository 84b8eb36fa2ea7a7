"""What a letter's template may use: one case file, its law and the occasion, to read only."""

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
from solicitation_flow.records.protests import RULES_OF_FINDINGS, STEPS, Finding
from solicitation_flow.workdays import length_end, parse_period
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
        *("forum", "silence", "access", "finding_rule", "stay_covers", "bond"),
    ),
    "agency": (),
    "contact": (),
    "sender": ("name", "address"),
    "rules_edition": (),
    "training": (),
    "zone": (),
    "reference": (),
}
"""The words every template may use besides the records of its case, with their parts."""

REMINDS: Final = ("deadline", "offset")
DEADLINE: Final = ("name", "subject", "says", "due_at", "boundary", "printed", "revision")
DATES: Final = ("deadlines", "boundaries", "printed")
"""The three words by deadline: the instant, the boundary, the printed label."""

DAY, HOUR, MINUTE = 86_400, 3_600, 60


@dataclass(frozen=True, slots=True)
class Rules:
    """The law as letters quote it: each number with its source."""

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
        """Return a rule's number in words, step by step, or that it is not known."""
        terms = self._law.rule(rule)
        if not terms.steps:
            return terms.in_words
        return ", and then ".join([f"{step.in_words} for the {step.step}" for step in terms.steps])

    def known(self, rule: str) -> bool:
        """Return whether the rule's number is known."""
        terms = self._law.rule(rule)
        if terms.steps:
            return terms.steps[0].length is not None
        return terms.length is not None

    def runs_from(self, rule: str) -> str:
        """Return what a window runs from, such as `event`, `notice` or `file_open`."""
        terms = self._law.rule(rule)
        if terms.steps:
            return terms.steps[0].runs_from
        return terms.runs_from or "event"

    def access(self, rule: str) -> str:
        """Return in words how long there is from access to the records, or an empty text."""
        for start in self._law.rule(rule).or_from:
            if start.runs_from == "access" and start.length is not None:
                return start.in_words
        return ""

    def bond(self, rule: str) -> str:
        """Return in words the bond that comes with a protest, or an empty text."""
        for step in self._law.rule(rule).steps:
            if step.bond is not None and step.bond.amount is not None:
                return f"a bond of {step.bond.amount:,} dollars with the {step.step}"
            if step.bond is not None and step.bond.percent is not None:
                share = f"{step.bond.percent.normalize():f} percent of the contract's value"
                return f"a bond of {share} with the {step.step}"
        return ""

    @property
    def stay_covers(self) -> str:
        """In words, what a stay stops before an award is made."""
        covers = self._law.rule("stay").covers or ("award",)
        steps = [STEPS[step] for step in STEPS if step in covers and step != "execute"]
        if len(steps) > 1:
            steps[-1] = f"and {steps[-1]}"
        return ", ".join(steps) or STEPS["award"]

    def finding_rule(self, finding: Finding) -> str:
        """Return the name of the rule by which a finding may be protested, or may not."""
        names = RULES_OF_FINDINGS[finding]
        for name in names:
            if self._law.rule(name).known:
                return name
        return names[-1]

    def forum(self, rule: str) -> str:
        """Return before whom a rule brings something, or an empty text."""
        return self._law.rule(rule).forum or ""

    @property
    def silence(self) -> str:
        """What it means that a protest was not decided in time, or an empty text."""
        terms = self._law.rule("protest_decision")
        if terms.silence is None and terms.mode == "deemed_denied":
            return "denied"
        return terms.silence or ""

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
        """Return the note on a rule, or an empty text."""
        terms = self._law.rule(rule)
        if terms.known:
            return terms.note or ""
        return ""

    def mode(self, rule: str) -> str:
        """Return the mode of a rule, such as `automatic`, or an empty text."""
        return self._law.rule(rule).mode or ""

    @property
    def packet(self) -> tuple[str, ...]:
        """The titles of the papers members expect with an agreement."""
        return tuple(paper.title for paper in self._law.program.packet)

    def window_end(self, rule: str, event: datetime) -> datetime | None:
        """Return the instant a rule's window is over, or None where its length is not known."""
        terms = self._law.rule(rule)
        if terms.steps and terms.steps[0].length is not None:
            return length_end(event, terms.steps[0].length, self._law.calendar)
        return self._law.window_end(rule, event)


class Context(Mapping[str, Any]):
    """The words of one letter; a record is read only if the letter names it."""

    def __init__(self, case: CaseFile, fixed: Mapping[str, Any]) -> None:
        """Offer what the occasion fixes, and the records of the case."""
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
        """Return a word, or `default` where there is none."""
        if name in self._fixed:
            return self._fixed[name]
        return getattr(self._folder, name, default)

    def __iter__(self) -> Iterator[str]:
        names = [*self._fixed, *ABOUT]
        if self._case.parent:
            names.append("parent")
        kinds = {record.kind for record in self._case.records.values() if not record.keyed_by}
        return iter(dict.fromkeys([*names, *sorted(kinds)]))

    def __len__(self) -> int:
        return len(list(iter(self)))


def reminding(deadline: Deadline, offset: str | None) -> dict[str, Any]:
    """Return a reminder's own words: the deadline, and how long before it this is written."""
    row = {name: getattr(deadline, name) for name in DEADLINE if name != "says"}
    words: dict[str, Any] = {
        "deadline": SimpleNamespace(says=deadline.name.replace("_", " "), **row)
    }
    if offset:
        words["offset"] = period(offset)
    return words


def period(text: str) -> str:
    """Return a period such as P2DT4H in words: 2 days and 4 hours."""
    left = int(parse_period(text).total_seconds())
    parts = []
    for unit, size in (("day", DAY), ("hour", HOUR), ("minute", MINUTE), ("second", 1)):
        count, left = divmod(left, size)
        if count == 1:
            parts.append(f"1 {unit}")
        elif count:
            parts.append(f"{count} {unit}s")
    return " and ".join(parts) or "no time"


# --- what a workflow's templates may use -------------------------------------------------------


def offered(
    workflow: Workflow, parent: Workflow | None = None, command: str | None = None
) -> frozenset[str]:
    """Return the words a workflow's letters may use, dotted, for `Templates.check`.

    `command` is the move the letter goes with; a reminder goes with none, and has no form.
    """
    names = set(FIXED) - {"form"}
    for word, parts in FIXED.items():
        for part in parts:
            names.add(f"{word}.{part}")
    names.update(_words_of(workflow))
    if parent:
        names.add("parent.case")
        for part in ABOUT_CASE:
            names.add(f"parent.case.{part}")
        for word in _words_of(parent):
            names.add(f"parent.{word}")
    if command is None:
        names.update(REMINDS)
        for part in DEADLINE:
            names.add(f"deadline.{part}")
        return frozenset(names)
    names.add("form")
    for name in fields(workflow.book.forms[command]):
        names.add(f"form.{name}")
    return frozenset(names)


def _words_of(workflow: Workflow) -> Iterator[str]:
    """Yield the words for a workflow's dates and for the records its phases can file."""
    for what in DATES:
        for deadline in workflow.deadlines:
            yield f"{what}.{deadline}"
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

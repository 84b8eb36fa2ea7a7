"""The frozen file of one case; an action returns a new one."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from solicitation_flow.forms import Attachment
from solicitation_flow.memo import Answer, TrackedCase
from solicitation_flow.records import Record
from solicitation_flow.records.ledger import Boundary, Deadline
from solicitation_flow.records.papers import Child, Paper
from solicitation_flow.workdays import fires_at

R = TypeVar("R", bound=Record)
T = TypeVar("T")
P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a register key, the roles, and the supplier or member the person acts for."""

    name: str
    roles: frozenset[str]
    acts_for: str = ""

    @property
    def party(self) -> str:
        """The supplier or member this actor speaks for, else the actor."""
        return self.acts_for or self.name


CLOCK = Actor("clock", frozenset({"clock"}))


@dataclass(frozen=True, slots=True)
class Opens:
    """A case to be opened by this move, with the fields of its opening form."""

    number: str
    workflow: str
    form: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Tells:
    """A command for another case, performed in the same transaction or refused together."""

    case: str
    command: str
    form: Mapping[str, Any]


_FRESH: tuple[object, frozenset[tuple[str, str]]] = (None, frozenset())
"""The start of `_since`: nothing was filed since the case was read."""


@dataclass(frozen=True)
class CaseFile:
    """A case's records and deadlines, with its parent's file to read beside it."""

    number: str
    workflow: str
    state: str
    title: str = ""
    owner: str = ""
    count: int = 0
    parent: "CaseFile | None" = None
    records: Mapping[tuple[str, str], Record] = field(default_factory=dict)
    deadlines: Mapping[tuple[str, str], Deadline] = field(default_factory=dict)
    opens: tuple[Opens, ...] = ()
    tells: tuple[Tells, ...] = ()
    _kinds: dict[str, tuple[Record, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _answers: dict[Hashable, Answer] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _since: tuple[object, frozenset[tuple[str, str]]] = field(
        default=_FRESH, init=False, repr=False, compare=False
    )
    """The records before the first filing, and the keys filed since: only those can differ."""

    def having(self, **changes: Any) -> "CaseFile":
        """Return a copy with some fields new; a misspelt field is an error."""
        unknown = changes.keys() - vars(self).keys()
        assert not unknown, f"no such field: {', '.join(sorted(unknown))}"
        if "records" in changes:
            changes |= {"_kinds": {}, "_since": _FRESH}
        return self._copy(**changes)

    def _copy(self, **changes: Any) -> "CaseFile":
        # a move makes several copies, and `dataclasses.replace` takes six times as long
        copy = object.__new__(CaseFile)
        vars(copy).update(vars(self), **changes)
        return copy

    def file(self, *records: Record) -> "CaseFile":
        """File records; one with the same kind and key replaces the older."""
        before, filed = self._since
        if before is None:
            before = self.records
        by_key, by_kind = dict(self.records), dict(self._kinds)
        for record in records:
            key = (record.kind, record.key)
            by_key[key] = record
            by_kind.pop(record.kind, None)
            filed |= {key}
        return self._copy(records=by_key, _kinds=by_kind, _since=(before, filed))

    def carried(self) -> "CaseFile":
        """Return the case as the next move will find it: nothing left to open or to tell."""
        deadlines = self.deadlines
        if len(deadlines) > 1 and list(deadlines) != sorted(deadlines):
            deadlines = dict(sorted(deadlines.items()))
        return self._copy(
            opens=(), tells=(), count=self.count + 1, deadlines=deadlines, _since=_FRESH
        )

    def with_paper(
        self, name: str, title: str, file: Attachment | None, now: datetime, actor: Actor
    ) -> "CaseFile":
        """File a paper, where there is one, as the next version of those of its name."""
        if file is None:
            return self
        old = self.get(Paper, name)
        paper = Paper(
            paper=name,
            title=title,
            name=file.name,
            bytes=file.bytes,
            digest=file.digest,
            version=old.version + 1 if old else 1,
            filed_by=actor.name,
            filed_at=now,
        )
        return self.file(paper)

    def all(self, kind: type[R]) -> list[R]:
        """Return the records of a kind in the order they were first filed."""
        return cast("list[R]", list(self.of(kind.kind)))

    def of(self, kind: str) -> tuple[Record, ...]:
        """Return the records of a kind by its name: the same tuple until one more is filed."""
        records = self._kinds.get(kind)
        if records is None:  # picked out once: guards and duties ask for dozens of kinds
            records = tuple([record for (name, _), record in self.records.items() if name == kind])
            self._kinds[kind] = records
        return records

    def get(self, kind: type[R], key: str = "the") -> R | None:
        """Return one record, or None."""
        record = self.records.get((kind.kind, key))
        if isinstance(record, kind):
            return record
        return None

    def one(self, kind: type[R], key: str = "the") -> R:
        """Return a record that must be there; its absence is a bug in a guard or an action."""
        record = self.get(kind, key)
        assert record is not None, f"{self.number} holds no {kind.kind} {key}"
        return record

    def due(self, name: str, subject: str = "") -> datetime | None:
        """Return when something is or was due, or None where it never was."""
        deadline = self.deadlines.get((name, subject))
        if deadline:
            return deadline.due_at
        return None

    def deadline(self, name: str, subject: str = "") -> Deadline | None:
        """Return a deadline's row, met or not."""
        return self.deadlines.get((name, subject))

    def start(
        self,
        name: str,
        due_at: datetime,
        *,
        boundary: Boundary = "before",
        subject: str = "",
        printed: str = "",
    ) -> "CaseFile":
        """Start a deadline, or move it: its revision counts up and it is unmet again."""
        runs_from, command, revision = "", "", 1
        old = self.deadlines.get((name, subject))
        if old:
            runs_from, command, revision = old.runs_from, old.command, old.revision + 1
        deadline = Deadline(
            case=self.number,
            name=name,
            subject=subject,
            due_at=due_at,
            boundary=boundary,
            fires_at=fires_at(due_at, boundary),
            runs_from=runs_from,
            command=command,
            revision=revision,
            printed=printed,
        )
        return self.having(deadlines={**self.deadlines, (name, subject): deadline})

    def meet(self, name: str, subject: str = "") -> "CaseFile":
        """Mark a deadline as met."""
        met = self.deadlines[name, subject]._replace(status="met")
        return self.having(deadlines={**self.deadlines, (name, subject): met})

    def recall(self, question: Hashable, given: object, ask: Callable[["CaseFile"], T]) -> T:
        """Return `ask(case)`, worked out anew once something it read has changed.

        `given` is what the result depends on besides the case; another one works it out anew too.
        """
        return cast("T", self.recalled(question, given, ask).result)

    def recalled(
        self, question: Hashable, given: object, ask: Callable[["CaseFile"], object]
    ) -> Answer:
        """Return the same with everything that was read for it."""
        kept = self._answers.get(question)
        if kept is not None and kept.given is given and kept.stands(self):
            return kept
        tracked = TrackedCase(self)
        result = ask(cast("CaseFile", tracked))
        kept = self._answers[question] = Answer(given, tracked.kinds, tracked.seen, result)
        return kept

    def called(self, *, title: str | None = None, owner: str | None = None) -> "CaseFile":
        """Name the case, or its owner, for lists and letters."""
        case = self
        if title is not None:
            case = case.having(title=title)
        if owner is not None:
            case = case.having(owner=owner)
        return case

    def open(self, workflow: str, suffix: str, form: Mapping[str, Any]) -> "CaseFile":
        """Open a child case in the same move; its number derives from this one's."""
        number = f"{self.number}-{suffix}{len(self.all(Child)) + 1}"
        filed = self.file(Child(number=number, workflow=workflow))
        return filed.having(opens=(*self.opens, Opens(number, workflow, form)))

    def tell(self, case: str, command: str, **form: Any) -> "CaseFile":
        """Give another case a command, performed with this move or not at all."""
        return self.having(tells=(*self.tells, Tells(case, command, form)))

    def changed(self, earlier: "CaseFile | None") -> list[Record]:
        """Return the records that are new or different since an earlier copy, in filing order."""
        old: Mapping[tuple[str, str], Record] = {}
        if earlier is not None:
            old = earlier.records
        if self.records is old:
            return []
        keys: Iterable[tuple[str, str]] = self.records
        start, filed = self._since
        if start is old:  # only what was filed since can differ
            keys = filed
            if len(filed) > 1:
                keys = [key for key in self.records if key in filed]
        changed: list[Record] = []
        for key in keys:
            record, before = self.records[key], old.get(key)
            if record is before:
                continue
            if before is None or vars(before) != vars(record):
                changed.append(record)
        return changed


def remembered(ask: Callable[Concatenate[CaseFile, P], T]) -> Callable[Concatenate[CaseFile, P], T]:
    """Keep what a function of a case returns until something it read of the case has changed.

    All callers share the result, so it must be a value that nobody can change.
    """
    name = f"{ask.__module__}.{ask.__qualname__}"

    @wraps(ask)
    def recalled(case: CaseFile, /, *given: P.args, **named: P.kwargs) -> T:
        assert not named, "arguments are part of the key: give each in its place"
        return case.recall((name, *given), None, lambda tracked: ask(tracked, *given, **named))

    return recalled

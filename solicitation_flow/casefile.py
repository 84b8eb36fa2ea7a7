"""Everything known about one case, held still: a move answers a new one."""

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
    """Who acts: a register key, the roles held, and for a supplier's person the supplier."""

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
    """A case to be opened by this move, with the words of its opening form."""

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
"""Nothing was filed since the case was read."""


@dataclass(frozen=True)
class CaseFile:
    """A folder of frozen records and deadlines, with its parent's folder to read beside it."""

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
    """The records some filing began with, and what was filed since: only that can differ."""

    def having(self, **news: Any) -> "CaseFile":
        """Return a copy with some fields new; a misspelt field is an error."""
        unknown = news.keys() - vars(self).keys()
        assert not unknown, f"no such field: {', '.join(sorted(unknown))}"
        if "records" in news:
            news |= {"_kinds": {}, "_since": _FRESH}
        return self._copy(**news)

    def _copy(self, **news: Any) -> "CaseFile":
        # a move makes several copies, and `dataclasses.replace` takes six times as long
        copy = object.__new__(CaseFile)
        vars(copy).update(vars(self), **news)
        return copy

    def file(self, *records: Record) -> "CaseFile":
        """File records; one with the same kind and key replaces the older."""
        began, filed = self._since
        whole, kept = dict(self.records), dict(self._kinds)
        for record in records:
            key = (record.kind, record.key)
            whole[key] = record
            kept.pop(record.kind, None)
            filed |= {key}
        since = (self.records if began is None else began, filed)
        return self._copy(records=whole, _kinds=kept, _since=since)

    def carried(self) -> "CaseFile":
        """Return the case as the next move will find it: what it caused is done."""
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
        found = self._kinds.get(kind)
        if found is None:  # sorted out once: guards and duties ask for dozens of kinds
            found = tuple([each for (name, _), each in self.records.items() if name == kind])
            self._kinds[kind] = found
        return found

    def get(self, kind: type[R], key: str = "the") -> R | None:
        """Return one record, or None."""
        found = self.records.get((kind.kind, key))
        return found if isinstance(found, kind) else None

    def one(self, kind: type[R], key: str = "the") -> R:
        """Return a record that must be there; its absence is a bug in the law."""
        found = self.get(kind, key)
        assert found is not None, f"{self.number} holds no {kind.kind} {key}"
        return found

    def due(self, name: str, subject: str = "") -> datetime | None:
        """Return when something is or was due, or None where it never was."""
        deadline = self.deadlines.get((name, subject))
        return deadline.due_at if deadline else None

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
        old = self.deadlines.get((name, subject))
        made = Deadline(
            case=self.number,
            name=name,
            subject=subject,
            due_at=due_at,
            boundary=boundary,
            fires_at=fires_at(due_at, boundary),
            runs_from=old.runs_from if old else "",
            command=old.command if old else "",
            revision=old.revision + 1 if old else 1,
            printed=printed,
        )
        return self.having(deadlines={**self.deadlines, (name, subject): made})

    def meet(self, name: str, subject: str = "") -> "CaseFile":
        """Mark a deadline as met."""
        met = self.deadlines[name, subject]._replace(status="met")
        return self.having(deadlines={**self.deadlines, (name, subject): met})

    def recall(self, question: Hashable, given: object, ask: Callable[["CaseFile"], T]) -> T:
        """Return a question; it is asked again once something it looked at has changed.

        `given` is what the answer depends on besides the case: another one asks again too.
        """
        return cast("T", self.recalled(question, given, ask).answer)

    def recalled(
        self, question: Hashable, given: object, ask: Callable[["CaseFile"], object]
    ) -> Answer:
        """Return the same with all that was looked at for it."""
        kept = self._answers.get(question)
        if kept is None or kept.given is not given or not kept.stands(self):
            tracked = TrackedCase(self)
            answer = ask(cast("CaseFile", tracked))
            self._answers[question] = kept = Answer(given, tracked.kinds, tracked.seen, answer)
        return kept

    def called(self, *, title: str | None = None, owner: str | None = None) -> "CaseFile":
        """Name the case, or its owner, for lists and letters."""
        return self.having(
            title=self.title if title is None else title,
            owner=self.owner if owner is None else owner,
        )

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
        old, held = earlier.records if earlier else {}, self.records
        if held is old:
            return []
        began, filed = self._since
        listed: Iterable[tuple[str, str]] = held
        if began is old:  # only what was filed since can differ; one needs no order
            listed = [key for key in held if key in filed] if len(filed) > 1 else filed
        return [
            each
            for key in listed
            if (before := old.get(key)) is not (each := held[key])
            and (before is None or vars(before) != vars(each))
        ]


def remembered(ask: Callable[Concatenate[CaseFile, P], T]) -> Callable[Concatenate[CaseFile, P], T]:
    """Mark a question about a case alone: answered anew once what it looked at has changed.

    The answer is shared by all who ask, so it is nothing that anybody could change.
    """
    name = f"{ask.__module__}.{ask.__qualname__}"

    @wraps(ask)
    def answered(case: CaseFile, /, *given: P.args, **named: P.kwargs) -> T:
        assert not named, "questions are told apart by their arguments, each in its place"
        return case.recall((name, *given), None, lambda held: ask(held, *given, **named))

    return answered

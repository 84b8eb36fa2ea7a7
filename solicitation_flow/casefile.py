"""Everything known about one case, held still: a move answers a new one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from typing import Any, TypeVar, cast

from solicitation_flow.forms import Attachment
from solicitation_flow.records import Record
from solicitation_flow.records.ledger import Boundary, Deadline
from solicitation_flow.records.papers import Child, Paper
from solicitation_flow.workdays import fires_at

R = TypeVar("R", bound=Record)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a register key, the roles held, and for a supplier's person the supplier."""

    name: str
    roles: frozenset[str]
    acts_for: str = ""

    @property
    def party(self) -> str:
        """Answers the supplier or member this actor speaks for, else the actor."""
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


@dataclass(frozen=True, slots=True)
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
    _answers: dict[str, "Answer"] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def having(self, **news: Any) -> "CaseFile":
        """Answers a copy with some fields new: `dataclasses.replace` takes three times as long."""
        made = object.__new__(CaseFile)
        for name in _FIELDS:
            object.__setattr__(made, name, news[name] if name in news else getattr(self, name))
        assert news.keys() <= _FIELDS.keys(), f"no such field: {news.keys() - _FIELDS.keys()}"
        object.__setattr__(made, "_kinds", {} if "records" in news else self._kinds)
        object.__setattr__(made, "_answers", self._answers)
        return made

    def file(self, *records: Record) -> "CaseFile":
        """Files records; one with the same kind and key replaces the older."""
        news = {(each.kind, each.key): each for each in records}
        made = self.having(records={**self.records, **news})
        fresh = {kind for kind, _ in news}
        kept = {kind: held for kind, held in self._kinds.items() if kind not in fresh}
        object.__setattr__(made, "_kinds", kept)
        return made

    def with_paper(
        self, name: str, title: str, file: Attachment | None, now: datetime, actor: Actor
    ) -> "CaseFile":
        """Files a paper, where there is one, as the next version of those of its name."""
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
        """Answers the records of a kind in the order they were first filed."""
        return cast("list[R]", list(self.of(kind.kind)))

    def of(self, kind: str) -> tuple[Record, ...]:
        """Answers the records of a kind by its name: the same tuple until one more is filed."""
        found = self._kinds.get(kind)
        if found is None:  # sorted out once: guards and duties ask for dozens of kinds
            found = tuple([each for (name, _), each in self.records.items() if name == kind])
            self._kinds[kind] = found
        return found

    def get(self, kind: type[R], key: str = "the") -> R | None:
        """Answers one record, or None."""
        found = self.records.get((kind.kind, key))
        return found if isinstance(found, kind) else None

    def one(self, kind: type[R], key: str = "the") -> R:
        """Answers a record that must be there; its absence is a bug in the law."""
        found = self.get(kind, key)
        assert found is not None, f"{self.number} holds no {kind.kind} {key}"
        return found

    def due(self, name: str, subject: str = "") -> datetime | None:
        """Answers when something is or was due, or None where it never was."""
        found = self.deadlines.get((name, subject))
        return found.due_at if found else None

    def deadline(self, name: str, subject: str = "") -> Deadline | None:
        """Answers a deadline's row, met or not."""
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
        """Starts a deadline, or moves it: its revision counts up and it is unmet again."""
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
        """Marks a deadline as met."""
        met = replace(self.deadlines[name, subject], status="met")
        return self.having(deadlines={**self.deadlines, (name, subject): met})

    def recall(self, question: str, given: object, ask: Callable[["CaseFile"], T]) -> T:
        """Answers a question; it is asked again once something it looked at has changed.

        `given` is what the answer depends on besides the case: another one asks again too.
        """
        kept = self._answers.get(question)
        if kept is None or kept.given is not given or not kept.stands(self):
            look = Look(self)
            answer = ask(cast("CaseFile", look))
            self._answers[question] = kept = Answer(given, look.kinds, look.seen, answer)
        return cast("T", kept.answer)

    def called(self, *, title: str | None = None, owner: str | None = None) -> "CaseFile":
        """Names the case, or its owner, for lists and letters."""
        return self.having(
            title=self.title if title is None else title,
            owner=self.owner if owner is None else owner,
        )

    def open(self, workflow: str, suffix: str, form: Mapping[str, Any]) -> "CaseFile":
        """Opens a child case in the same move; its number derives from this one's."""
        number = f"{self.number}-{suffix}{len(self.all(Child)) + 1}"
        filed = self.file(Child(number=number, workflow=workflow))
        return filed.having(opens=(*self.opens, Opens(number, workflow, form)))

    def tell(self, case: str, command: str, **form: Any) -> "CaseFile":
        """Gives another case a command, performed with this move or not at all."""
        return self.having(tells=(*self.tells, Tells(case, command, form)))

    def changed(self, earlier: "CaseFile | None") -> list[Record]:
        """Answers the records that are new or different since an earlier copy, in filing order."""
        old = earlier.records if earlier else {}
        return [
            each
            for key, each in self.records.items()
            if (before := old.get(key)) is not each and before != each
        ]


_FIELDS = {each.name: None for each in fields(CaseFile) if each.init}


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered about a case, and everything that was looked at for it."""

    given: object
    kinds: Mapping[str, tuple[Record, ...]]
    seen: Mapping[str, Any]
    answer: object

    def stands(self, case: CaseFile) -> bool:
        """Answers whether a case still looks the same in all that was looked at."""
        for kind, held in self.kinds.items():
            if case.of(kind) is not held:
                return False
        return all(getattr(case, name) == held for name, held in self.seen.items())


class Look:
    """A case as the law looks at it, taking note of every kind of record and field looked at."""

    __slots__ = ("_case", "kinds", "seen")

    def __init__(self, case: CaseFile) -> None:
        """Has seen nothing yet."""
        self._case = case
        self.kinds: dict[str, tuple[Record, ...]] = {}
        self.seen: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        """Looks at a field; a method of the case that is not below is noted, and never the same."""
        self.seen[name] = found = getattr(self._case, name)
        return found

    def of(self, kind: str) -> tuple[Record, ...]:
        """Looks at the records of a kind by its name."""
        self.kinds[kind] = found = self._case.of(kind)
        return found

    def all(self, kind: type[R]) -> list[R]:
        """Looks at all records of a kind."""
        return cast("list[R]", list(self.of(kind.kind)))

    def get(self, kind: type[R], key: str = "the") -> R | None:
        """Looks for one record."""
        self.of(kind.kind)
        return self._case.get(kind, key)

    def one(self, kind: type[R], key: str = "the") -> R:
        """Looks at one record that must be there."""
        self.of(kind.kind)
        return self._case.one(kind, key)

    def due(self, name: str, subject: str = "") -> datetime | None:
        """Looks at the dates."""
        self.seen["deadlines"] = self._case.deadlines
        return self._case.due(name, subject)

    def deadline(self, name: str, subject: str = "") -> Deadline | None:
        """Looks at the dates."""
        self.seen["deadlines"] = self._case.deadlines
        return self._case.deadline(name, subject)

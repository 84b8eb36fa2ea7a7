"""Everything known about one case, held still: a move answers a new one."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, TypeVar

from solicitation_flow.records import Record
from solicitation_flow.records.ledger import Boundary, Deadline
from solicitation_flow.records.papers import Child
from solicitation_flow.workdays import fires_at

R = TypeVar("R", bound=Record)


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

    def file(self, *records: Record) -> "CaseFile":
        """Files records; one with the same kind and key replaces the older."""
        return replace(
            self, records={**self.records, **{(each.kind, each.key): each for each in records}}
        )

    def all(self, kind: type[R]) -> list[R]:
        """Answers the records of a kind in the order they were first filed."""
        return [each for each in self.records.values() if isinstance(each, kind)]

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
        return replace(self, deadlines={**self.deadlines, (name, subject): made})

    def meet(self, name: str, subject: str = "") -> "CaseFile":
        """Marks a deadline as met."""
        met = replace(self.deadlines[name, subject], status="met")
        return replace(self, deadlines={**self.deadlines, (name, subject): met})

    def called(self, *, title: str | None = None, owner: str | None = None) -> "CaseFile":
        """Names the case, or its owner, for lists and letters."""
        return replace(
            self,
            title=self.title if title is None else title,
            owner=self.owner if owner is None else owner,
        )

    def open(self, workflow: str, suffix: str, form: Mapping[str, Any]) -> "CaseFile":
        """Opens a child case in the same move; its number derives from this one's."""
        number = f"{self.number}-{suffix}{len(self.all(Child)) + 1}"
        filed = self.file(Child(number=number, workflow=workflow))
        return replace(filed, opens=(*self.opens, Opens(number, workflow, form)))

    def tell(self, case: str, command: str, **form: Any) -> "CaseFile":
        """Gives another case a command, performed with this move or not at all."""
        return replace(self, tells=(*self.tells, Tells(case, command, form)))

    def changed(self, earlier: "CaseFile | None") -> list[Record]:
        """Answers the records that are new or different since an earlier copy, in filing order."""
        old = earlier.records if earlier else {}
        return [
            each
            for key, each in self.records.items()
            if (before := old.get(key)) is not each and before != each
        ]

"""Every way the program refuses or fails, so that a caller can tell a wrong word from a fault."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing wrong with a file, and where: lines and columns count from 1."""

    file: str
    line: int
    column: int
    message: str
    hint: str | None = None

    def __str__(self) -> str:
        """`file:line:column: message (hint)`, the form editors jump to."""
        tail = f" ({self.hint})" if self.hint else ""
        return f"{self.file}:{self.line}:{self.column}: {self.message}{tail}"


@dataclass(frozen=True, slots=True)
class BadField:
    """One field of a form that cannot be accepted, and what was expected instead."""

    field: str
    message: str
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A command that helps; the program that shows it decides how it is written."""

    command: str
    """What to do, such as `show`, `act` or `people list`."""

    case: str = ""
    """The number of the case it is about."""

    subject: str = ""
    """What else it is about: the command of a form, the key of an entry, a folder."""

    fields: Mapping[str, object] = field(default_factory=dict)
    """What to fill in, as it would be typed; `...` where the reader has to decide."""

    options: Mapping[str, object] = field(default_factory=dict)
    """What to choose besides; True is an option without a value."""

    by: str = ""
    """The person, supplier or member who may do it, where that is not the reader."""


class SolflowError(Exception):
    """Something a user can act on: a stable `code`, a `hint`, and a command to try `next`."""

    code = "failed"
    exit_code = 1

    def __init__(
        self, message: str, *, hint: str | None = None, next: Suggestion | None = None
    ) -> None:
        """Keep the message and what the user can do about it."""
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.next = next


class Usage(SolflowError):
    """What was typed cannot be understood."""

    code = "usage"
    exit_code = 2


class BadFields(Usage):
    """A form has fields that cannot be accepted; all of them are listed together."""

    code = "bad_field"

    def __init__(self, command: str, fields: Sequence[BadField]) -> None:
        """Collect every bad field of one command."""
        self.fields = tuple(fields)
        listed = "; ".join(f"{bad.field}: {bad.message}" for bad in self.fields)
        super().__init__(
            f"{command}: {listed}",
            hint="; ".join(bad.hint for bad in self.fields if bad.hint) or None,
            next=Suggestion("form", subject=command),
        )


class NotFound(SolflowError):
    """No case, file or document has that name."""

    code = "not_found"
    exit_code = 4


class Conflict(SolflowError):
    """Somebody changed the case first, or the database was locked; nothing was changed."""

    code = "conflict"
    exit_code = 5


class InvalidFile(SolflowError):
    """A file has mistakes; each of them is listed with its place."""

    code = "invalid_file"
    exit_code = 6

    def __init__(self, flaws: Sequence[Flaw]) -> None:
        """Keep the flaws in the order in which the file has them."""
        self.flaws = tuple(sorted(flaws, key=lambda flaw: (flaw.file, flaw.line, flaw.column)))
        super().__init__("\n".join(str(flaw) for flaw in self.flaws))


class Trouble(SolflowError):
    """The computer failed: a full disk, an unreadable file, a clock that was set back."""

    code = "trouble"


class ClockWentBack(Trouble):
    """The clock reads earlier than the last entry of the journal."""

    code = "clock.went_back"


class ClockJumped(Trouble):
    """The clock is ahead of the time that has passed, and nobody has confirmed that it is right."""

    code = "clock.jumped"


class NewerDatabase(Trouble):
    """The database was written by a newer program than this one."""

    code = "database.newer"


class OlderDatabase(Trouble):
    """The database has to be upgraded before this program may write to it."""

    code = "database.older"

"""Every way the house can say no, so that a caller can tell a wrong word from a broken machine."""

from collections.abc import Sequence
from dataclasses import dataclass


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


class SolflowError(Exception):
    """Something a user can act on: `code` is stable, `hint` says what to do, `next` a command."""

    code = "failed"
    exit_code = 1

    def __init__(self, message: str, *, hint: str | None = None, next: str | None = None) -> None:
        """Keep the sentence for the screen and what follows from it."""
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.next = next


class Usage(SolflowError):
    """The command line's words are off."""

    code = "usage"
    exit_code = 2


class BadFields(Usage):
    """A form has fields that cannot be accepted; all of them are listed at once."""

    code = "bad_field"

    def __init__(self, command: str, fields: Sequence[BadField]) -> None:
        """Collect every bad field of one command."""
        self.fields = tuple(fields)
        listed = "; ".join(f"{bad.field}: {bad.message}" for bad in self.fields)
        super().__init__(
            f"{command}: {listed}",
            hint="; ".join(bad.hint for bad in self.fields if bad.hint) or None,
            next=f"solflow form {command}",
        )


class NotFound(SolflowError):
    """No case, file or paper has that name."""

    code = "not_found"
    exit_code = 4


class Conflict(SolflowError):
    """Someone moved first, or the lock was not free in time; nothing was changed."""

    code = "conflict"
    exit_code = 5


class InvalidFile(SolflowError):
    """A file says something that cannot be; every flaw is listed with its place."""

    code = "invalid_file"
    exit_code = 6

    def __init__(self, flaws: Sequence[Flaw]) -> None:
        """Keep the flaws in the order of the file."""
        self.flaws = tuple(sorted(flaws, key=lambda flaw: (flaw.file, flaw.line, flaw.column)))
        super().__init__("\n".join(str(flaw) for flaw in self.flaws))


class Trouble(SolflowError):
    """The machine failed: a full disk, an unreadable file, a clock that went back."""

    code = "trouble"


class ClockWentBack(Trouble):
    """The clock reads earlier than what the journal already holds."""

    code = "clock.went_back"


class ClockJumped(Trouble):
    """The clock is ahead of the time that has really passed, and nobody has confirmed it."""

    code = "clock.jumped"


class NewerDatabase(Trouble):
    """The database was written by a newer program than this one."""

    code = "database.newer"


class OlderDatabase(Trouble):
    """The database needs `solflow upgrade` before this program may write to it."""

    code = "database.older"

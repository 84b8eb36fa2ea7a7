"""What verification found: which part of the store, where in it, and what is wrong there."""

from dataclasses import dataclass, field

from solicitation_flow.errors import Conflict, SolflowError, Suggestion


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as the journal says it must be."""

    what: str
    where: str
    says: str

    def __str__(self) -> str:
        """Read as a line: what, where, and what is wrong."""
        return f"{self.what} {self.where}: {self.says}"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing of a workspace that was looked at, and what to do if it is not as it should be."""

    name: str
    ok: bool
    says: str
    advice: str = ""
    next: Suggestion | None = None


@dataclass(slots=True)
class Report:
    """Collects findings; whatever cannot even be read is one."""

    findings: dict[Finding, None] = field(default_factory=dict)

    def find(self, what: str, where: str, says: str) -> None:
        """Keep a finding, once."""
        self.findings[Finding(what, where, says)] = None

    def differ(self, what: str, where: str, name: str, stored: object, right: object) -> None:
        """Keep a finding if a stored value is not the one it should be."""
        if stored != right:
            self.find(what, where, f"{name} is {shown(stored)}, but should be {shown(right)}")

    def reading(self, what: str, where: str) -> "Reading":
        """Return a block in which whatever damaged data does to a reader is a finding."""
        return Reading(self, what, where)


@dataclass(frozen=True, slots=True)
class Reading:
    """A block that keeps what damaged data raises as a finding; a busy store is no damage."""

    report: Report
    what: str
    where: str

    def __enter__(self) -> None:
        """Begin; nothing has gone wrong yet."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: object
    ) -> bool:
        """Keep what went wrong as a finding."""
        if isinstance(error, Conflict) or not isinstance(error, Exception):
            return False
        message = " ".join(str(error).split()) or type(error).__name__
        if not isinstance(error, SolflowError):
            message = f"it cannot be read: {shown(message)}"
        self.report.find(self.what, self.where, message)
        return True


_LONGEST = 120


def shown(value: object) -> str:
    """Return a value as a finding quotes it, shortened."""
    text = str(value)
    if len(text) > _LONGEST:
        text = text[:_LONGEST] + "..."
    return repr(text)

"""What checking a workflow file found."""

from collections.abc import Sequence
from dataclasses import dataclass

from solicitation_flow.errors import Flaw
from solicitation_flow.workflow import Workflow


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A workflow file with its flaws; there is no workflow where the file cannot be read."""

    file: str
    workflow: Workflow | None
    flaws: Sequence[Flaw]

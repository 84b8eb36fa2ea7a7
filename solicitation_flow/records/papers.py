"""Records of any case and phase: documents, determinations, and the cases it opened."""

from typing import ClassVar

from solicitation_flow.records import Instant, Record


class Paper(Record):
    """A document on file, in its newest version."""

    keyed_by: ClassVar = ("paper",)
    paper: str
    title: str
    name: str
    bytes: int
    digest: str
    version: int
    filed_by: str
    filed_at: Instant


class Determination(Record):
    """A signed written determination that waives one rule for exactly the facts it names."""

    keyed_by: ClassVar = ("rule", "facts")
    rule: str
    facts: str
    reasoning: str
    author: str
    approver: str
    signed_at: Instant


class Child(Record):
    """A case that this one opened, such as the agreement after an award."""

    keyed_by: ClassVar = ("number",)
    number: str
    workflow: str

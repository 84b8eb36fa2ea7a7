"""What any case's file holds whatever the phase: papers and signed determinations."""

from typing import ClassVar

from solicitation_flow.records import Instant, Record


class Paper(Record):
    """A paper in the file, in its newest version: its kind, what it is called, its bytes."""

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
    """A signed, reasoned record that lets one rule stand aside for exactly the facts it names."""

    keyed_by: ClassVar = ("rule", "facts")
    rule: str
    facts: str
    reasoning: str
    author: str
    approver: str
    signed_at: Instant


class Child(Record):
    """A case this one opened, such as the agreement an award makes."""

    keyed_by: ClassVar = ("number",)
    number: str
    workflow: str

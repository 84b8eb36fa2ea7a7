"""A workflow file, read and compiled, every flaw with its line."""

from solicitation_flow.workflow.compiled import DeadlineTerms, Kind, Move, Workflow, book
from solicitation_flow.workflow.names import phases, places
from solicitation_flow.workflow.parser import parse, read, schema
from solicitation_flow.workflow.written import Written, moves_of

__all__ = [
    "DeadlineTerms",
    "Kind",
    "Move",
    "Workflow",
    "Written",
    "book",
    "moves_of",
    "parse",
    "phases",
    "places",
    "read",
    "schema",
]

"""A workflow file, parsed and compiled, every flaw with its line."""

from solicitation_flow.workflow.compiled import DeadlineTerms, Move, Workflow, book
from solicitation_flow.workflow.parser import phases, read, schema

__all__ = ["DeadlineTerms", "Move", "Workflow", "book", "phases", "read", "schema"]

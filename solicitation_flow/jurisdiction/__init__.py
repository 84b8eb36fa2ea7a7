"""Day counts, windows, citations and the program's papers: data with a source, never constants."""

from solicitation_flow.jurisdiction.files import (
    Holidays,
    Profile,
    merge,
    read_profile,
    read_program,
)
from solicitation_flow.jurisdiction.law import Citation, Jurisdiction, Law
from solicitation_flow.jurisdiction.rules import (
    PROCEDURES,
    TRUST_IN_WORDS,
    Fee,
    Figures,
    Paper,
    Program,
    Rule,
)

__all__ = [
    "PROCEDURES",
    "TRUST_IN_WORDS",
    "Citation",
    "Fee",
    "Figures",
    "Holidays",
    "Jurisdiction",
    "Law",
    "Paper",
    "Profile",
    "Program",
    "Rule",
    "merge",
    "read_profile",
    "read_program",
]

"""Day counts, windows, citations and the program's papers: data with a source, never constants."""

from solicitation_flow.jurisdiction.conditions import Circumstances, Condition
from solicitation_flow.jurisdiction.fields import Subject
from solicitation_flow.jurisdiction.files import (
    Holidays,
    Profile,
    check_overlay,
    check_profile,
    merge,
    read_profile,
    read_program,
    read_rules,
    rule_flaws,
)
from solicitation_flow.jurisdiction.inheritance import NO_PARENTS, Parents, chain, repetitions
from solicitation_flow.jurisdiction.inheritance import merged as merged_files
from solicitation_flow.jurisdiction.law import Citation, Jurisdiction, Law
from solicitation_flow.jurisdiction.overlays import Overlay
from solicitation_flow.jurisdiction.rules import (
    PROCEDURES,
    TRUST_IN_WORDS,
    Fee,
    Figures,
    Paper,
    Program,
    Rule,
    Statement,
)
from solicitation_flow.jurisdiction.vocabulary import unread

__all__ = [
    "NO_PARENTS",
    "PROCEDURES",
    "TRUST_IN_WORDS",
    "Circumstances",
    "Citation",
    "Condition",
    "Fee",
    "Figures",
    "Holidays",
    "Jurisdiction",
    "Law",
    "Overlay",
    "Paper",
    "Parents",
    "Profile",
    "Program",
    "Rule",
    "Statement",
    "Subject",
    "chain",
    "check_overlay",
    "check_profile",
    "merge",
    "merged_files",
    "read_profile",
    "read_program",
    "read_rules",
    "repetitions",
    "rule_flaws",
    "unread",
]

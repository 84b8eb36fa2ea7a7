"""Protests: filed in time and whole, decided with reasons, the award waiting where it must."""

from solicitation_flow.phases.protests import (
    deciding,
    filing,
    findings,
    remedies,
    staying,
    telling,
    timeliness,
    windows,
)

__all__ = [
    "deciding",
    "filing",
    "findings",
    "remedies",
    "staying",
    "telling",
    "timeliness",
    "windows",
]

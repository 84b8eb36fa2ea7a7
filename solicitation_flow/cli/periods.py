"""Periods as people type them: P7D, PT4H."""

from datetime import timedelta

from solicitation_flow.errors import Usage
from solicitation_flow.workdays import parse_period


def period(text: str, option: str) -> timedelta:
    """Return a period, or says how one is written."""
    try:
        return parse_period(text.upper())
    except ValueError as error:
        raise Usage(f"{option}: {error}") from None

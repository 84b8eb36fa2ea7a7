"""Instants and periods as people type them in options."""

from datetime import UTC, datetime, timedelta

from solicitation_flow.errors import Usage

FIRST_YEAR, LAST_YEAR = 1900, 2999  # beyond them a typing slip is likelier than a date


def moment(text: str, zone: str, option: str) -> datetime:
    """Return an instant typed with an offset, or as local time in a zone."""
    from solicitation_flow.workdays import instant

    hint = f"write 2026-09-18T14:00-04:00, or 2026-09-18T14:00 for {zone} time"
    try:
        typed = datetime.fromisoformat(text.strip())
        if typed.tzinfo is None:
            at = instant(typed, zone)
        else:
            at = typed.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        problem = f"{text!r} is not a date and time"
        if "clocks" in str(error):  # an hour that a change of the clocks skips or repeats
            problem = str(error)
        raise Usage(f"{option}: {problem}", hint=hint) from None
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise Usage(f"{option}: {at.year} is not a year a solicitation can be in", hint=hint)
    return at


def period(text: str, option: str) -> timedelta:
    """Return a period such as P7D; raise Usage where it is not one."""
    from solicitation_flow.workdays import parse_period

    try:
        return parse_period(text.upper())
    except ValueError as error:
        raise Usage(f"{option}: {error}") from None

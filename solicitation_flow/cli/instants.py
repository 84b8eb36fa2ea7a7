"""Instants and periods as people type them in options."""

from datetime import UTC, datetime, timedelta

from solicitation_flow.errors import Usage

FIRST_YEAR, LAST_YEAR = 1900, 2999  # beyond them a typing slip is likelier than a date


def moment(text: str, zone: str, option: str) -> datetime:
    """Return an instant typed with an offset, or as local time in a zone."""
    from solicitation_flow.workdays import instant

    hint = f"write 2026-09-18T14:00-04:00, or 2026-09-18T14:00 for {zone} time"
    try:
        read = datetime.fromisoformat(text.strip())
        found = instant(read, zone) if read.tzinfo is None else read.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        said = str(error) if "clocks" in str(error) else f"{text!r} is not an instant"
        raise Usage(f"{option}: {said}", hint=hint) from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise Usage(f"{option}: no solicitation is of the year {found.year}", hint=hint)
    return found


def period(text: str, option: str) -> timedelta:
    """Return a period, or says how one is written."""
    from solicitation_flow.workdays import parse_period

    try:
        return parse_period(text.upper())
    except ValueError as error:
        raise Usage(f"{option}: {error}") from None

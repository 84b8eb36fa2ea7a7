"""Case numbers: a series, such as `RFP-2026-`, and a count within it."""

from collections.abc import Iterable

_MOST_DIGITS = 18  # a count of so many digits surely fits a database's integers


def split_number(number: str) -> tuple[str, int | None]:
    """Return a case number as its series and its count: `RFP-2026-014` is (`RFP-2026-`, 14).

    A number that does not end in a count is a series of its own.
    """
    series = number.rstrip("0123456789")
    digits = number[len(series) :]
    if 0 < len(digits) <= _MOST_DIGITS:
        return series, int(digits)
    return number, None


def next_count(series: str, numbers: Iterable[str]) -> int:
    """Return the next free count of a series, for a series whose name itself ends in a digit."""
    highest = 0
    for number in numbers:
        digits = number.removeprefix(series)
        if number.startswith(series) and digits.isascii() and digits.isdigit():
            highest = max(highest, int(digits))
    return highest + 1

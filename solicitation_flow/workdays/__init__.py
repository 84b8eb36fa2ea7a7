"""Computes business days, holidays, windows and due instants; it never reads the clock."""

from solicitation_flow.workdays.days import (
    DAY,
    Calendar,
    Count,
    add_days,
    earliest_due,
    holiday_dates,
    hours_end,
    latest_day_before,
    notice_days,
    window_end,
)
from solicitation_flow.workdays.instants import (
    Boundary,
    before,
    fires_at,
    in_utc,
    instant,
    local,
    parse_period,
    spoken,
    zone_named,
)
from solicitation_flow.workdays.windows import (
    Length,
    Trigger,
    Window,
    WindowEnd,
    latest_before,
    length_end,
    time_enough,
    window_over,
)

__all__ = [
    "DAY", "Boundary", "Calendar", "Count", "Length", "Trigger", "Window", "WindowEnd", "add_days",
    "before", "earliest_due", "fires_at", "holiday_dates", "hours_end", "in_utc", "instant",
    "latest_before", "latest_day_before", "length_end", "local", "notice_days", "parse_period",
    "spoken", "time_enough", "window_end", "window_over", "zone_named",
]  # fmt: skip

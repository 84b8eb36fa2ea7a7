"""Amendments: numbered changes, the dates they may move, and who must acknowledge them."""

from solicitation_flow.phases.amendments.amending import (
    Acknowledge,
    Amend,
    acknowledge,
    amend,
    amendment_issued,
    nature_unchanged,
    owes_acknowledgment,
    owes_disclosure,
    some_amendment_issued,
    without_acknowledgment,
)
from solicitation_flow.phases.amendments.dates import (
    conference_gap,
    dates_in_order,
    due_hour_sane,
    due_on_working_day,
    minimum_notice,
    questions_close_before_due,
)
from solicitation_flow.phases.amendments.stated import Dates
from solicitation_flow.phases.amendments.timing import leaves_time_to_respond

__all__ = [
    "Acknowledge",
    "Amend",
    "Dates",
    "acknowledge",
    "amend",
    "amendment_issued",
    "conference_gap",
    "dates_in_order",
    "due_hour_sane",
    "due_on_working_day",
    "leaves_time_to_respond",
    "minimum_notice",
    "nature_unchanged",
    "owes_acknowledgment",
    "owes_disclosure",
    "questions_close_before_due",
    "some_amendment_issued",
    "without_acknowledgment",
]

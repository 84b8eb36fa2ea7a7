"""Negotiation: the competitive range, talks with all in it, rounds of best and final offers."""

from solicitation_flow.phases.negotiation import (
    bafo_requests,
    bafos,
    competitive_range,
    discussions,
    leakage,
)

__all__ = ["bafo_requests", "bafos", "competitive_range", "discussions", "leakage"]

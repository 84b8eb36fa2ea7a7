"""What members see: agreements, their terms, how to join, and what is in the packet."""

from solicitation_flow.catalogue.listings import (
    PUBLISHED,
    Listing,
    agreement,
    agreements,
    packet,
)

__all__ = ["PUBLISHED", "Listing", "agreement", "agreements", "packet"]

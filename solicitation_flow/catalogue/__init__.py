"""What members see: agreements, their terms, how to join, and what is in the packet."""

from solicitation_flow.catalogue.listings import Listing, listing, listings, packet

__all__ = ["Listing", "listing", "listings", "packet"]
